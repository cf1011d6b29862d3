"""A layout that fills lines from the left and wraps."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize

from seeddesk.gui.widgets.arranged import Arranged


class Flow(Arranged):
    """Items in lines, 8 px apart."""

    GAP = 8

    def minimumSize(self) -> QSize:
        """The widest item."""
        wide = max((item.sizeHint().width() for item in self.items), default=0)
        high = self.heightForWidth(max(wide, self.geometry().width()))
        return QSize(wide, high)

    def arrange(self, rect: QRect, move: bool) -> int:
        """From the left, line after line."""
        x, y, line = rect.left(), rect.top(), 0
        for item in self.items:
            if item.isEmpty():
                continue  # hidden: it leaves no gap
            size = item.sizeHint()
            if x > rect.left() and x + size.width() > rect.right() + 1:
                x, y, line = rect.left(), y + line + self.GAP, 0
            if move:
                item.setGeometry(QRect(x, y, min(size.width(), rect.width()), size.height()))
            x += size.width() + self.GAP
            line = max(line, size.height())
        return y + line - rect.top()
