"""What our layouts share: Qt asks every layout the same questions about its items; each of ours only says where they stand."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget


class Arranged(QLayout):
    """A layout whose height follows from its width. Subclasses say where items stand in `arrange`."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.items: list[QLayoutItem] = []
        self._heights: dict[int, int] = {}  # by width: Qt asks many times between two changes
        self.setContentsMargins(0, 0, 0, 0)

    @abstractmethod
    def arrange(self, rect: QRect, move: bool) -> int:
        """Place the items within a rectangle (`move`), or only measure; the height they need at its width."""

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt."""
        self.items.append(item)

    def count(self) -> int:
        """How many."""
        return len(self.items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index."""
        return self.items[index] if 0 <= index < len(self.items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        return self.items.pop(index) if 0 <= index < len(self.items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Across only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height all need at a width."""
        if width not in self._heights:
            self._heights[width] = self.arrange(QRect(0, 0, width, 0), move=False)
        return self._heights[width]

    def invalidate(self) -> None:
        """Called by Qt: something in it wants another size."""
        self._heights.clear()
        super().invalidate()

    def setGeometry(self, rect: QRect) -> None:
        """Arrange."""
        super().setGeometry(rect)
        self.arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As Qt asks."""
        return self.minimumSize()


class EvenColumns(Arranged):
    """Items line by line in columns of one width. columns: how many."""

    def __init__(self, parent: QWidget | None = None, columns: int = 2, across: int = 16) -> None:
        super().__init__(parent)
        self._columns, self._across = columns, across

    def minimumSize(self) -> QSize:
        """Narrow is possible."""
        return QSize(120, self.heightForWidth(max(120, self.geometry().width())))

    def arrange(self, rect: QRect, move: bool) -> int:
        """Line by line; a line is as high as its highest item."""
        wide = max(1, (rect.width() - self._across * (self._columns - 1)) // self._columns)
        seen = [item for item in self.items if not item.isEmpty()]
        y = rect.top()
        for first in range(0, len(seen), self._columns):
            line = seen[first : first + self._columns]
            high = max(height_at(item, wide) for item in line)
            if move:
                for place, item in enumerate(line):
                    item.setGeometry(QRect(rect.left() + place * (wide + self._across), y, wide, high))
            y += high
        return y - rect.top()


def height_at(item: QLayoutItem, width: int) -> int:
    """The height an item wants at a width."""
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


@contextmanager
def laid_out_once(widget: QWidget, *inside: QWidget) -> Iterator[None]:
    """Show, hide and put in several things, and be laid out once, in the next turn: Qt lays out everything from there to the window anew for each
    widget that is shown. inside: widgets in it whose own layouts wait too."""
    resting = [each.layout() for each in inside]
    above: QWidget | None = widget
    while above is not None:
        resting.append(above.layout())
        above = above.parentWidget()
    waiting = [layout for layout in resting if layout is not None and layout.isEnabled()]
    for layout in waiting:
        layout.setEnabled(False)
    try:
        yield
    finally:
        for layout in waiting:
            layout.setEnabled(True)
