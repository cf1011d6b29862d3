"""A layout of two columns: short fields stand side by side, long ones across. Hidden ones leave no gap."""

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
        waiting: tuple[QLayoutItem, int] | None = None
        for item, is_half in zip(self._items, self._half, strict=True):
            if item.isEmpty():
                continue
            if is_half and waiting is not None:
                first, tall = waiting
                high = max(tall, _height(item, half))
                if move:
                    first.setGeometry(QRect(left, y, half, high))
                    item.setGeometry(QRect(left + half + GAP_ACROSS, y, half, high))
                y += high + self._gap
                waiting = None
                continue
            if waiting is not None:
                y = self._alone(waiting, left, y, half, move)
                waiting = None
            if is_half:
                waiting = (item, _height(item, half))
            else:
                high = _height(item, width)
                if move:
                    item.setGeometry(QRect(left, y, width, high))
                y += high + self._gap
        if waiting is not None:
            y = self._alone(waiting, left, y, half, move)
        return max(0, y - rect.top() - self._gap)

    def _alone(self, waiting: tuple[QLayoutItem, int], left: int, y: int, half: int, move: bool) -> int:
        item, high = waiting
        if move:
            item.setGeometry(QRect(left, y, half, high))
        return y + high + self._gap


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()
