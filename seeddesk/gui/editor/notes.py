"""The gutter: what SeedDesk has to say about a field, beside its label line; where two would collide the later moves down."""

from __future__ import annotations

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.text import Text


class Notes(QWidget):
    """Problems placed by height."""

    WIDTH = 232

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._labels: list[Text] = []
        self.hide()

    def show_notes(self, notes: list[tuple[int, str]], left: int) -> None:
        """notes: (height of the field on the page, sentence)."""
        while len(self._labels) < len(notes):
            self._labels.append(Text("", "hint", "bad", wrap=True, parent=self))
        bottom = 0
        for label in self._labels[len(notes) :]:
            label.hide()
        for (y, sentence), label in zip(notes, self._labels, strict=False):
            label.setText(sentence)
            width = self.WIDTH - 24
            high = label.heightForWidth(width)
            top = max(y + 2, bottom)
            label.setGeometry(24, top, width, high)
            label.show()
            bottom = top + high + 12
        self.setGeometry(left, 0, self.WIDTH, max(1, bottom))
        self.setVisible(bool(notes))
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """A warning mark before each."""
        painter = QPainter(self)
        for label in self._labels:
            if not label.isHidden():
                icons.paint(painter, QRectF(0, label.y() + 1, 16, 16), "warning", theme.colour("bad"))
