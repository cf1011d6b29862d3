"""A line for a password: hidden as it is typed, shown while its eye is open."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from seeddesk.gui.widgets.button import Button, Look


class SecretLine(QWidget):
    """`entered`: Return was pressed · `revealed`: the eye was opened or closed."""

    entered = Signal()
    revealed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self.line = QLineEdit()
        self.line.setAccessibleName(name)
        self.line.setEchoMode(QLineEdit.EchoMode.Password)
        self.line.returnPressed.connect(self.entered)
        self.eye = Button("", Look.FLAT, "eye", name=self.tr("Show the password"))
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self.reveal)
        row.addWidget(self.line, 1)
        row.addWidget(self.eye)
        self.setFocusProxy(self.line)

    def text(self) -> str:
        """What was typed."""
        return self.line.text()

    def reveal(self, on: bool) -> None:
        """Show or hide what is typed."""
        self.eye.setChecked(on)
        self.eye.set_icon("eye-slash" if on else "eye")
        self.line.setEchoMode(QLineEdit.EchoMode.Normal if on else QLineEdit.EchoMode.Password)
        self.revealed.emit(on)
