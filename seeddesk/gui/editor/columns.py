"""A layout of two columns: short fields stand side by side, long ones across. A row whose fields are all hidden leaves no gap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

GAP_ACROSS, GAP_DOWN = 16, 20


class TwoColumns(QLayout):
    """Widgets are added with `place`; `half` says that another half may stand beside it."""

    def __init__(self, parent: QWidget | None = None, gap: int = GAP_DOWN) -> None:
        super().__init__(parent)
        self._items: list[QLayoutItem] = []
        self._half: list[bool] = []
        self._placing = False
        self._gap = gap
        self.setContentsMargins(0, 0, 0, 0)

    def place(self, widget: QWidget, half: bool) -> None:
        """Put a widget after the others."""
        self._placing = half
        self.addWidget(widget)
        self._placing = False

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt."""
        self._items.append(item)
        self._half.append(self._placing)

    def count(self) -> int:
        """How many."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item at an index."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        if not 0 <= index < len(self._items):
            return None
        self._half.pop(index)
        return self._items.pop(index)

    def expandingDirections(self) -> Qt.Orientation:
        """Across only."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Texts wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height all need at a width."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def setGeometry(self, rect: QRect) -> None:
        """Arrange."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def sizeHint(self) -> QSize:
        """As Qt asks."""
        return self.minimumSize()

    def minimumSize(self) -> QSize:
        """Narrow is possible; the height follows from the width."""
        return QSize(200, self.heightForWidth(max(200, self.geometry().width())))

    def _arrange(self, rect: QRect, move: bool) -> int:
        left, y, width = rect.left(), rect.top(), rect.width()
        half = (width - GAP_ACROSS) // 2
        for row in self._rows():
            seen = [item for item in row if not item.isEmpty()]
            if not seen:
                continue
            wide = half if self._half[self._items.index(row[0])] else width
            high = max(_height(item, wide) for item in seen)
            if move:
                for place, item in enumerate(seen):
                    item.setGeometry(QRect(left + place * (half + GAP_ACROSS), y, wide, high))
            y += high + self._gap
        return max(0, y - rect.top() - self._gap)

    def _rows(self) -> list[list[QLayoutItem]]:
        """What stands side by side, hidden ones included: a field that comes or goes does not move those of other rows."""
        rows: list[list[QLayoutItem]] = []
        open_ = False
        for item, half in zip(self._items, self._half, strict=True):
            if half and open_:
                rows[-1].append(item)
                open_ = False
            else:
                rows.append([item])
                open_ = half
        return rows


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
