"""The files of a rehearsal or of an import, filtered by what became of them."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seeddesk.domain.report import FileReport
from seeddesk.gui import icons, theme
from seeddesk.gui.models.counted import CountedModel
from seeddesk.gui.tips import plain

REPORT = Qt.ItemDataRole.UserRole
# status -> icon, ink
OUTCOMES = {
    "new": ("plus", "accent"),
    "updated": ("arrow-up", "accent"),
    "unchanged": ("equals", "text2"),
    "conflict": ("arrows-split", "conf"),
    "refused": ("prohibit", "bad"),
}
APPLICABLE = ("new", "updated", "conflict")
BOTH = 260  # pixels at factor 1 from which a file and what it changes stand beside one another; the pane says it in any case


class ReportsModel(CountedModel):
    """Reports in the order they came. `ticked_changed` after any tick."""

    ticked_changed = Signal()

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        self._words = words  # status -> word in the person's language
        self._all: tuple[FileReport, ...] = ()
        self._shown: list[int] = []
        self._ticked: set[int] = set()
        self._filter = ""
        self.ticking = True

    def load(self, reports: tuple[FileReport, ...], ticking: bool) -> None:
        """Other reports; `ticking`: they can still be applied."""
        self._all, self.ticking, self._filter = reports, ticking, ""
        self._ticked = {number for number, report in enumerate(reports) if report.status in APPLICABLE}
        self._shown = list(range(len(reports)))
        self.show_rows(len(reports))
        self.ticked_changed.emit()

    def filter(self, status: str) -> None:
        """Only one outcome; ``""`` for all."""
        self._filter = status
        self._shown = [number for number, report in enumerate(self._all) if not status or report.status == status]
        self.show_rows(len(self._shown))

    @property
    def applicable(self) -> int:
        """How many could be applied."""
        return sum(report.status in APPLICABLE for report in self._all)

    @property
    def ticked(self) -> list[FileReport]:
        """What is ticked."""
        return [self._all[number] for number in sorted(self._ticked)]

    def tick(self, row: int) -> None:
        """Turn a tick around. Rows of one table go together: a table is taken in whole or not at all."""
        report = self._all[self._shown[row]]
        if not self.ticking or report.status not in APPLICABLE:
            return
        numbers = {n for n, other in enumerate(self._all) if other.path == report.path and other.status in APPLICABLE}
        self._ticked = self._ticked - numbers if self._shown[row] in self._ticked else self._ticked | numbers
        self.dataChanged.emit(self.index(0), self.index(len(self._shown) - 1))
        self.ticked_changed.emit()

    def is_ticked(self, row: int) -> bool | None:
        """None when there is nothing to tick."""
        number = self._shown[row]
        if not self.ticking or self._all[number].status not in APPLICABLE:
            return None
        return number in self._ticked

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The report under REPORT; words otherwise."""
        if not 0 <= index.row() < len(self._shown):
            return None
        report = self._all[self._shown[index.row()]]
        if role == REPORT:
            return report
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{self._words.get(report.status, report.status)}, {report.title or report.path}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return plain(report.path)
        return None


class ReportDelegate(QStyledItemDelegate):
    """Outcome | practice and file | what changes."""

    def __init__(self, model: ReportsModel, words: dict[str, str], changes: Any, parent: object) -> None:
        super().__init__(parent)
        self._model, self._words, self._changes = model, words, changes

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """44 px at factor 1."""
        return QSize(100, theme.scaled(44))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one file."""
        report: FileReport = index.data(REPORT)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, theme.colour("sel"))
            painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), theme.colour("accent"))
        elif option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, theme.colour("hover"))
        painter.fillRect(QRectF(rect.left(), rect.bottom() - 1, rect.width(), 1), theme.colour("line"))
        left, mark, side = rect.left() + 16, theme.scaled(16), theme.scaled(14)
        tick = self._model.is_ticked(index.row())
        if tick is not None:
            _box(painter, QRectF(left, rect.center().y() - mark / 2, mark, mark), tick)
        left += 12 + mark
        icon, ink = OUTCOMES.get(report.status, ("question", "text2"))
        icons.paint(painter, QRectF(left, rect.center().y() - side / 2, side, side), icon, theme.colour(ink))
        _words(
            painter,
            "body",
            ink,
            QRectF(left + 8 + side, rect.top(), theme.scaled(112), rect.height()),
            self._words.get(report.status, report.status),
        )
        left += 8 + side + theme.scaled(118)
        room = rect.right() - left - 16
        both = room >= theme.scaled(BOTH)
        name = QRectF(left, rect.top(), room * 0.52 if both else room, rect.height())
        file = report.path.replace("\\", "/").rpartition("/")[2]
        if report.row is not None:
            file += f", {report.row}"
        if report.title:
            half = rect.height() / 2
            _words(painter, "label", "text", QRectF(name.left(), rect.top() + 3, name.width(), half), report.title)
            _words(painter, "hint", "text2", QRectF(name.left(), rect.top() + half, name.width(), half - 4), file)
        else:
            _words(painter, "label", "text", name, file)
        if both:
            said = QRectF(left + room * 0.54, rect.top(), room * 0.46, rect.height())
            _words(painter, "body", "text2", said, self._changes(report))
        painter.restore()


def _words(painter: QPainter, role: str, ink: str, box: QRectF, text: str) -> None:
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    cut = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, int(box.width()))
    painter.drawText(box, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)


def _box(painter: QPainter, box: QRectF, on: bool) -> None:
    painter.setPen(theme.colour("accent" if on else "ctl"))
    painter.setBrush(theme.colour("accent" if on else "base"))
    painter.drawRoundedRect(box.adjusted(0.5, 0.5, -0.5, -0.5), 3, 3)
    if on:
        icons.paint(painter, box.adjusted(2, 2, -2, -2), "check", theme.colour("on_accent"))
