"""A layout of two columns: short fields stand side by side, long ones across. A row whose fields are all hidden leaves no gap."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize
from PySide6.QtWidgets import QLayoutItem, QWidget

from seeddesk.gui import theme
from seeddesk.gui.widgets.arranged import Arranged, height_at

GAP_ACROSS, GAP_DOWN = 16, 20
NARROW = 200  # pixels at factor 1 that a half needs; with less there is one column


class TwoColumns(Arranged):
    """Widgets are added with `place`; `half` says that another half may stand beside it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._half: list[bool] = []
        self._placing = False

    def place(self, widget: QWidget, half: bool) -> None:
        """Put a widget after the others."""
        self._placing = half
        self.addWidget(widget)
        self._placing = False

    def addItem(self, item: QLayoutItem) -> None:
        """Called by Qt."""
        super().addItem(item)
        self._half.append(self._placing)

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Take an item out."""
        item = super().takeAt(index)
        if item is not None:
            self._half.pop(index)
        return item

    def minimumSize(self) -> QSize:
        """Narrow is possible; the height follows from the width."""
        return QSize(200, self.heightForWidth(max(200, self.geometry().width())))

    def arrange(self, rect: QRect, move: bool) -> int:
        """Halves side by side, the others across."""
        left, y, width = rect.left(), rect.top(), rect.width()
        half = (width - GAP_ACROSS) // 2
        for row in self._rows(half >= theme.scaled(NARROW)):
            seen = [item for item, _ in row if not item.isEmpty()]
            if not seen:
                continue
            wide = half if row[0][1] and half >= theme.scaled(NARROW) else width
            leads = [_lead(item, wide) if len(seen) > 1 else 0 for item in seen]
            down = [max(leads) - lead for lead in leads]  # one label of two lines: the inputs still stand on one
            high = max(height_at(item, wide) + lower for item, lower in zip(seen, down, strict=True))
            if move:
                for place, (item, lower) in enumerate(zip(seen, down, strict=True)):
                    item.setGeometry(QRect(left + place * (half + GAP_ACROSS), y + lower, wide, high - lower))
            y += high + GAP_DOWN
        return max(0, y - rect.top() - GAP_DOWN)

    def _rows(self, two: bool) -> list[list[tuple[QLayoutItem, bool]]]:
        """What stands side by side, hidden ones included: a field that comes or goes does not move those of other rows."""
        rows: list[list[tuple[QLayoutItem, bool]]] = []
        open_ = False
        for item, half in zip(self.items, self._half, strict=True):
            if two and half and open_:
                rows[-1].append((item, half))
                open_ = False
            else:
                rows.append([(item, half)])
                open_ = half
        return rows


def _lead(item: QLayoutItem, width: int) -> int:
    """How high the words above an item's input are; 0 for what has none."""
    lead = getattr(item.widget(), "lead", None)
    return lead(width) if lead is not None else 0
