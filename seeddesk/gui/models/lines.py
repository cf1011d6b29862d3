"""A list of anything in lines of two rows with words in four corners, and how such a line looks."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from seeddesk.gui import shapes, theme
from seeddesk.gui.models.counted import CountedModel
from seeddesk.gui.models.practice_delegate import paint_ground, paint_words
from seeddesk.gui.tips import plain

LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True, slots=True)
class Line:
    """title, aside: the upper corners, left and right · below, beside: the lower ones · status: of a practice, whose shape stands before it; "" for
    none."""

    title: str
    aside: str = ""
    below: str = ""
    beside: str = ""
    status: str = ""


class LinesModel(CountedModel):
    """Things, each with its line. key: what names a thing · line: makes its line, when it is looked at · wanted: called when the list is scrolled near
    its end and there are more things."""

    def __init__(
        self, key: Callable[[Any], str], line: Callable[[Any], Line], wanted: Callable[[], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._key, self._line, self._wanted = key, line, wanted
        self._things: list[Any] = []
        self._places: dict[str, int] = {}  # what names a thing -> its row
        self._more = False

    def show(self, things: Sequence[Any], more: bool) -> None:
        """Other things. more: these are not all."""
        self._things, self._more = list(things), more
        self._places = {self._key(thing): place for place, thing in enumerate(things)}
        self.show_rows(len(self._things))

    def add(self, things: Sequence[Any], more: bool) -> None:
        """The things that follow."""
        fresh = [thing for thing in things if self._key(thing) not in self._places]
        self._more = more
        if fresh:
            self._places |= {self._key(thing): place for place, thing in enumerate(fresh, len(self._things))}
            self._things += fresh
            self.add_rows(len(fresh))

    def key(self, row: int) -> str:
        """What names the thing in a row; "" for no row."""
        return self._key(self._things[row]) if 0 <= row < len(self._things) else ""

    def row_of(self, key: str) -> int:
        """Where a thing stands, -1 when it is not here."""
        return self._places.get(key, -1)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """Whether there are more."""
        return not parent.isValid() and self._more

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> None:  # noqa: B008 - Qt's signature
        """Ask for them, once."""
        if self.canFetchMore(parent):
            self._more = False
            self._wanted()

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The line itself under LINE; words for assistive technology."""
        if not 0 <= index.row() < len(self._things):
            return None
        line = self._line(self._things[index.row()])
        if role == LINE:
            return line
        if role == Qt.ItemDataRole.DisplayRole:
            return line.title
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(line.title)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return ", ".join(filter(None, (line.title, line.aside, line.below, line.beside)))
        return None


class LineDelegate(QStyledItemDelegate):
    """Paints a line; what stands at the right is never cut, what stands at the left gives way."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """64 px at factor 1."""
        return QSize(100, theme.scaled(64))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one line."""
        line: Line = index.data(LINE)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, index)
        left, right = rect.left() + (26 + theme.scaled(14) if line.status else 16), rect.right() - 16
        for words, aside, role, top in (
            (line.title, line.aside, "label", theme.scaled(10)),
            (line.below, line.beside, "hint", theme.scaled(34)),
        ):
            high = theme.line_height(role)
            wide = QFontMetrics(theme.font("hint")).horizontalAdvance(aside) + 2 if aside else 0
            box = QRectF(left, rect.top() + top, right - left, high)
            paint_words(painter, "hint", "text2", box, aside, Qt.AlignmentFlag.AlignRight)
            ink = "text" if role == "label" else "text2"
            paint_words(painter, role, ink, box.adjusted(0, 0, -wide - (12 if wide else 0), 0), words)
            if role == "label" and line.status:
                side = theme.scaled(14)
                shapes.status(painter, QRectF(rect.left() + 16, box.center().y() - side / 2, side, side), line.status)
        painter.restore()
