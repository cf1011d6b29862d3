"""What else there is to look at beside the list of practices: the organisations, the recycle bin, the changes to several practices."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.gui import i18n, theme
from seeddesk.gui.widgets.button import Button, Look


class Beside(QWidget):
    """Three ways on. `go`: a page is wanted, as of every page."""

    go = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "window", "right")
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 8, 8)
        column.setSpacing(0)
        self.organisations = Button(self.tr("Organisations"), Look.FLAT, "buildings")
        self.organisations.clicked.connect(lambda: self.go.emit("organisations", None))
        self.bin = Button(self.tr("Recycle bin"), Look.FLAT, "trash")
        self.bin.clicked.connect(lambda: self.go.emit("bin", None))
        self.changes = Button(self.tr("Changes to several"), Look.FLAT, "clock-counter-clockwise")
        self.changes.clicked.connect(lambda: self.go.emit("changes", None))
        for button in (self.organisations, self.bin, self.changes):
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)

    def show_deleted(self, count: int) -> None:
        """How many practices are in the bin."""
        self.bin.badge = i18n.number(count) if count else ""
        self.bin.setAccessibleName(self.tr("Recycle bin, %n practice(s)", "", count) if count else self.bin.text())
        self.bin.updateGeometry()
        self.bin.update()
