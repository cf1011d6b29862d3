"""The head of the practices' table: its columns, and by which the list is sorted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea, QHBoxLayout, QWidget

from seeddesk.domain.query import order_of
from seeddesk.gui import icons, theme
from seeddesk.gui.models.practice_delegate import columns
from seeddesk.gui.widgets.button import Button, Look


class TableHead(QWidget):
    """The head of a list. Clicking a column sorts by it, a second click turns the order around. `sorted` gives the query's sort ·
    `menu_wanted`: the menu of orders and columns was asked for."""

    sorted = Signal(str)
    menu_wanted = Signal()

    def __init__(self, list_: QAbstractScrollArea, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._list = list_
        self._sort = ""
        self.setFixedHeight(theme.scaled(36))
        self.setAccessibleName(self.tr("Columns"))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 4, 1)
        self.more = Button("", Look.FLAT, "sliders-horizontal", name=self.tr("Order and columns"), height=28)
        self.more.clicked.connect(self.menu_wanted)
        row.addWidget(self.more, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)

    @property
    def words(self) -> dict[str, str]:
        """What each column is called."""
        return {
            "title": self.tr("Title"),
            "code": self.tr("Code"),
            "place": self.tr("Place"),
            "country": self.tr("Country"),
            "lead_org": self.tr("Lead organisation"),
            "stage": self.tr("Stage"),
            "year": self.tr("Year"),
            "status": self.tr("Status"),
            "completeness": self.tr("Complete"),
            "conflicts": self.tr("Conflicts"),
            "updated": self.tr("Changed"),
        }

    def show_sort(self, sort: str) -> None:
        """Mark the column the list is sorted by."""
        self._sort = sort
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Sort by the column pressed; the other button asks for the menu."""
        if event.button() != Qt.MouseButton.LeftButton:
            self.menu_wanted.emit()
            return
        for name, left, width in columns(self._list.viewport().width(), self._list.model().columns):
            if left <= event.position().x() < left + width:
                self.sorted.emit(f"-{name}" if self._sort == name else name)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the words, the caret and the hairline."""
        painter = QPainter(self)
        painter.setFont(theme.font("small"))
        words, (by, descending) = self.words, order_of(self._sort)
        for name, left, width in columns(self._list.viewport().width(), self._list.model().columns):
            box = QRect(left, 0, width - 12, self.height())
            align = Qt.AlignmentFlag.AlignRight if name == "year" else Qt.AlignmentFlag.AlignLeft
            painter.setPen(theme.colour("text2"))
            cut = painter.fontMetrics().elidedText(words[name], Qt.TextElideMode.ElideRight, box.width())
            painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter, cut)
            if self._sort and by == name:
                end = left + painter.fontMetrics().horizontalAdvance(cut)
                at = box.right() + 2 if name == "year" else end + 4
                caret = "caret-down" if descending else "caret-up"
                icons.paint(painter, QRectF(at, (self.height() - 12) / 2, 12, 12), caret, theme.colour("text2"))
        painter.fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))
