"""The ground on which nothing stands yet: it says so where that takes longer than a moment."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QWidget

from seeddesk.gui import theme
from seeddesk.gui.widgets.notices import announce

MOMENT = 800  # ms


class Waiting(QWidget):
    """Empty; after a moment in front it says that the catalogue is being opened. The first time of all, the form is prepared as well."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.words = ""
        self._timer = QTimer(self, singleShot=True, interval=MOMENT)
        self._timer.timeout.connect(self._say)

    def _say(self) -> None:
        self.words = self.tr("Opening the catalogue. The first time takes longer.")
        self.setAccessibleName(self.words)
        announce(self)
        self.update()

    def showEvent(self, event: QShowEvent) -> None:
        """The moment begins."""
        self._timer.start()

    def hideEvent(self, event: QHideEvent) -> None:
        """Something stands there now."""
        self._timer.stop()
        self.words = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        """The words, in the middle."""
        if self.words:
            painter = QPainter(self)
            painter.setFont(theme.font("long"))
            painter.setPen(theme.colour("text2"))
            painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self.words)
