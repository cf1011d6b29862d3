"""Text that shows where the words of a search stand in it."""

from __future__ import annotations

import math
from collections.abc import Sequence

from PySide6.QtCore import QPointF
from PySide6.QtGui import QBrush, QPainter, QPaintEvent, QTextCharFormat, QTextLayout, QTextOption

from seeddesk.domain.query import Clause
from seeddesk.gui import theme
from seeddesk.gui.pages.found_words import find_words
from seeddesk.gui.widgets.text import Text


class MarkedText(Text):
    """A text over several lines; found words are tinted behind it, the text stays plain."""

    _asked: Sequence[Clause] = ()

    def mark(self, asked: Sequence[Clause]) -> None:
        """Mark these words, now and in every text it shows."""
        self._asked = asked
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Lay the lines out as a label does, with the tints."""
        marks = find_words(self.text(), self._asked) if self._asked else []
        if not marks:
            super().paintEvent(event)
            return
        layout = QTextLayout(self.text().replace("\n", "\u2028"), self.font(), self)
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WordWrap)
        layout.setTextOption(option)
        layout.setFormats([_tint(start, length) for start, length in marks])
        area, leading = self.contentsRect(), self.fontMetrics().leading()
        height = -leading
        layout.beginLayout()
        while (line := layout.createLine()).isValid():
            line.setLineWidth(area.width())
            height = math.ceil(height + leading)  # on whole pixels, as in a label: marking moves nothing
            line.setPosition(QPointF(0, height))
            height += line.height()
        layout.endLayout()
        painter = QPainter(self)
        painter.setPen(theme.colour(self.property("ink")))
        layout.draw(painter, QPointF(area.left(), area.top() + max(0.0, (area.height() - height) / 2)))


def _tint(start: int, length: int) -> QTextLayout.FormatRange:
    made = QTextLayout.FormatRange()
    made.start, made.length = start, length
    shade = QTextCharFormat()
    shade.setBackground(QBrush(theme.colour("hit")))
    made.format = shade
    return made
