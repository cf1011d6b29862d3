"""Small painted widgets beside words: a practice's status, the ring of completeness."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from seeddesk.gui import shapes, theme
from seeddesk.gui.widgets.text import Text


class StatusMark(QWidget):
    """Shape and word of a workflow status."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(20), 0, 0, 0)
        self._word = Text(role="hint")
        row.addWidget(self._word)
        self._code = "draft"

    def show_status(self, code: str, word: str) -> None:
        """Show a status by its code and its word in the person's language."""
        self._code = code
        self._word.setText(word)
        self._word.set_ink(shapes.STATUS_INK.get(code, "text2"))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the shape before the word."""
        side = theme.scaled(14)
        shapes.status(QPainter(self), QRectF(0, (self.height() - side) / 2, side, side), self._code)


class Ring(QWidget):
    """Completeness. The number is written beside it by whoever uses it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        side = theme.scaled(20)
        self.setFixedSize(side, side)
        self._percent = 0

    def show_percent(self, percent: int) -> None:
        """0 to 100."""
        self._percent = percent
        self.setAccessibleName(f"{percent} %")
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the arc."""
        shapes.ring(QPainter(self), QRectF(self.rect()), self._percent, theme.scaled(3))
