"""Whether what a field ever said is to be erased for good: what goes, what stays, and why, before it is done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


class Erasing(QWidget):
    """`wanted`: erase, for this reason · `left`: leave it."""

    wanted = Signal(str)
    left = Signal()

    def __init__(self, label: str) -> None:
        super().__init__()
        self.setProperty("bare", "true")
        column = QVBoxLayout(self)
        column.setContentsMargins(15, 0, 15, 12)
        column.setSpacing(12)
        asked = self.tr("Erase “{name}” for good?").format(name=label)
        self.setAccessibleName(asked)
        column.addWidget(Text(asked, "label", wrap=True))
        for words in (
            self.tr(
                "Everything this field ever said goes: what it says now, its history, what the search finds it by. Who wrote something and when stays, "
                "with the reason you give."
            ),
            self.tr(
                "It stays in backups made before, until they are thinned out; in dossiers and tables that left; and in the catalogues of others, who "
                "must erase it themselves."
            ),
            self.tr("This cannot be undone."),
        ):
            column.addWidget(Text(words, ink="text2", wrap=True))
        said = self.tr("Reason, without personal data")
        column.addWidget(Text(said, "label"))
        self.reason = QLineEdit(self.tr("Asked for by the person it is about"))
        self.reason.setAccessibleName(said)
        self.reason.setMaxLength(200)
        column.addWidget(self.reason)
        self.sure = Button(self.tr("Erase for good"), Look.DANGER)
        self.sure.setAccessibleDescription(asked)
        self.sure.clicked.connect(lambda: self.wanted.emit(self.reason.text().strip()))
        self.reason.textChanged.connect(lambda text: self.sure.setEnabled(bool(text.strip())))
        self.no = Button(self.tr("Leave it"), Look.FLAT)
        self.no.clicked.connect(self.left)
        row = QHBoxLayout()
        row.setSpacing(8)
        row.addWidget(self.sure)
        row.addWidget(self.no)
        row.addStretch(1)
        column.addLayout(row)
        column.addStretch(1)
        self.setFocusProxy(self.no)  # where Enter erases nothing
