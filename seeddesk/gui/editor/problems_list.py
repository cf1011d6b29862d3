"""Everything that is wrong or missing in a practice, as a list over the page: arrows and Enter go to a field, Esc goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.editor.overlay import Overlay
from seeddesk.gui.tips import plain

WIDE = 440  # pixels at factor 1


@dataclass(frozen=True)
class Line:
    """A field that needs a look. problem: its sentence, ``""`` for one that is only missing."""

    path: str
    section: str
    label: str
    problem: str


class ProblemsList(Overlay):
    """`chosen`: the path of a field."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.list = QListWidget()
        self.list.setAccessibleName(self.tr("Problems and missing fields"))
        self.list.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.itemActivated.connect(self._take)
        self.list.itemClicked.connect(self._take)
        self.column.addWidget(self.list)

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show them, the first one current."""
        self.list.clear()
        for line in lines:
            said = line.problem or self.tr("missing")
            item = QListWidgetItem(f"{line.label}: {said}")
            item.setData(Qt.ItemDataRole.UserRole, line)
            item.setToolTip(plain(line.problem))
            self.list.addItem(item)
        self.title.setText(self.tr("%n to look at", "", len(lines)))
        self.open_up()
        if lines:
            self.list.setCurrentRow(0)
        self.list.setFocus(Qt.FocusReason.PopupFocusReason)

    def place_in(self, area: QRect) -> QRect:
        """At the foot of the sections."""
        wide = min(theme.scaled(WIDE), area.width() - 32)
        high = min(self.list.count() * theme.scaled(44) + theme.scaled(64), area.height() - 32)
        return QRect(8, area.bottom() - high - 8, wide, high)

    def _take(self, item: QListWidgetItem) -> None:
        self.hide()
        self.chosen.emit(item.data(Qt.ItemDataRole.UserRole).path)


class _Delegate(QStyledItemDelegate):
    """Two lines: the field and its section; what is wrong."""

    def sizeHint(self, option, index) -> QSize:  # noqa: ANN001 - Qt's own types
        """44 px at factor 1."""
        return QSize(100, theme.scaled(44))

    def paint(self, painter: QPainter, option, index) -> None:  # noqa: ANN001 - Qt's own types
        """Mark, label, section; the sentence below."""
        line: Line = index.data(Qt.ItemDataRole.UserRole)
        rect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("sel"))
            painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
        side = theme.scaled(16)
        mark, ink = ("warning", "bad") if line.problem else ("circle-dashed", "text2")
        icons.paint(painter, QRectF(rect.left() + 16, rect.top() + 6, side, side), mark, theme.colour(ink))
        left = rect.left() + 24 + side
        room, half = rect.right() - 12 - left, rect.height() // 2
        hint, label = theme.font("hint"), theme.font("label")
        section = QFontMetrics(hint).elidedText(line.section, Qt.TextElideMode.ElideRight, room // 2)
        aside = QFontMetrics(hint).horizontalAdvance(section)
        for words, font, token, box, right in (
            (line.label, label, "text", QRect(left, rect.top() + 3, room - aside - 12, half - 2), False),
            (section, hint, "text3", QRect(left, rect.top() + 3, room, half - 2), True),
            (line.problem or self.tr("missing"), hint, "bad" if line.problem else "text2", QRect(left, rect.top() + half, room, half - 3), False),
        ):  # fmt: skip
            painter.setFont(font)
            painter.setPen(theme.colour(token))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, box.width())
            side_ = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            painter.drawText(box, side_ | Qt.AlignmentFlag.AlignVCenter, shown)
        painter.restore()
