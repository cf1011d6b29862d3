"""What the check of a form says, as a list: how grave, where, what, and how to mend it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.domain.remarks import FormRemark
from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.text import Text

MOST = 200  # remarks shown; a form with more is mended from the top anyway


class RemarksList(QWidget):
    """Empty and hidden until there is something to say."""

    def __init__(self, lang: str) -> None:
        super().__init__()
        self._lang = lang
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(12)
        self.rows: list[_Remark] = []
        self._more = Text("", "hint", "text3", wrap=True)
        self._column.addWidget(self._more)
        self.hide()

    def show_remarks(self, remarks: Sequence[FormRemark]) -> None:
        """Show these, the gravest first."""
        for row in self.rows:
            self._column.removeWidget(row)
            row.deleteLater()
        self.rows = [_Remark(remark, self._lang) for remark in remarks[:MOST]]
        for number, row in enumerate(self.rows):
            self._column.insertWidget(number, row)
        left = len(remarks) - len(self.rows)
        self._more.setText(self.tr("%n more", "", left))
        self._more.setVisible(left > 0)
        self.setVisible(bool(remarks))


class _Remark(QWidget):
    def __init__(self, remark: FormRemark, lang: str) -> None:
        super().__init__()
        self._error = remark.is_error
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.scaled(24), 0, 0, 0)
        column.setSpacing(2)
        grave = self.tr("Error") if self._error else self.tr("Warning")
        where = remark.where(lang)
        column.addWidget(
            Text(f"{grave} · {where}" if where else grave, "small", "bad" if self._error else "warn", wrap=True)
        )
        self.said = Text(remark.message(lang), wrap=True)
        self.said.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.said.setAccessibleName(f"{grave}, {where}: {self.said.text()}")
        column.addWidget(self.said)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark before it: a shape and a colour."""
        side = theme.scaled(16)
        name, ink = ("warning-circle", "bad") if self._error else ("warning", "warn")
        icons.paint(QPainter(self), QRectF(0, 1, side, side), name, theme.colour(ink))
