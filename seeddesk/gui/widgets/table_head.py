"""The head of the practices' table: its columns, and by which the list is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.models.practice_delegate import columns

DESCENDING = ("year", "completeness", "conflicts")  # first click: the largest first


class TableHead(QWidget):
    """The head of a list. Clicking a column sorts by it, a second click turns the order around. `sorted` gives the query's sort."""

    sorted = Signal(str)

    def __init__(self, list_: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = list_
        self._sort = ""
        self.setFixedHeight(theme.scaled(36))
        self.setAccessibleName(self.tr("Columns"))

    @property
    def words(self) -> dict[str, str]:
        """What each column is called."""
        return {
            "title": self.tr("Title"),
            "place": self.tr("Place"),
            "stage": self.tr("Stage"),
            "year": self.tr("Year"),
            "status": self.tr("Status"),
            "completeness": self.tr("Complete"),
            "conflicts": self.tr("Conflicts"),
        }

    def show_sort(self, sort: str) -> None:
        """Mark the column the list is sorted by."""
        self._sort = sort
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Sort by the column pressed."""
        for name, left, width in columns(self._list.viewport().width()):
            if left <= event.position().x() < left + width:
                first = f"-{name}" if name in DESCENDING else name
                other = name if name in DESCENDING else f"-{name}"
                self.sorted.emit(other if self._sort == first else first)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the caret and the hairline."""
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        words = self.words
        for name, left, width in columns(self._list.viewport().width()):
            box = QRect(left, 0, width - 12, self.height())
            align = Qt.AlignmentFlag.AlignRight if name == "year" else Qt.AlignmentFlag.AlignLeft
            painter.setPen(theme.colour("text2"))
            painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, words[name])
            if self._sort.lstrip("-") == name and name != "year":
                at = left + painter.fontMetrics().horizontalAdvance(words[name]) + 4
                caret = "caret-down" if self._sort.startswith("-") else "caret-up"
                icons.paint(painter, QRectF(at, (self.height() - 12) / 2, 12, 12), caret, theme.colour("text2"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
