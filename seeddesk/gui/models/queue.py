"""The queue of conflicts: practices as headings, their conflicts below."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seeddesk.domain.form import Form
from seeddesk.domain.practice import Conflict
from seeddesk.gui import icons, names, theme
from seeddesk.gui.tips import plain

CONFLICT = Qt.ItemDataRole.UserRole


class QueueModel(QAbstractListModel):
    """Rows are headings (a title and a count) or conflicts."""

    def __init__(self, form_of: Callable[[str], Form], lang: str) -> None:
        super().__init__()
        self._form_of, self._lang = form_of, lang
        self._forms: dict[str, Form] = {}
        self._rows: list[Conflict | tuple[str, int]] = []

    def load(self, conflicts: Sequence[Conflict]) -> None:
        """Show these, in their order."""
        self.beginResetModel()
        self._rows = []
        by_practice: dict[str, list[Conflict]] = {}
        for conflict in conflicts:
            by_practice.setdefault(conflict.practice, []).append(conflict)
        self._forms = {practice: self._form_of(practice) for practice in by_practice}
        for group in by_practice.values():
            self._rows.append((group[0].title or self.tr("Untitled practice"), len(group)))
            self._rows += group
        self.endResetModel()

    def name(self, conflict: Conflict) -> str:
        """What the conflict is about."""
        return (
            self.tr("Deleted or kept?")
            if conflict.kind == "practice"
            else names.field(
                self._forms.get(conflict.practice) or self._form_of(conflict.practice), conflict.path, self._lang
            )
        )

    def row_of(self, practice: str, path: str | None = None) -> int:
        """The row of a conflict, or of a practice's first; -1 when it is not here."""
        for number, row in enumerate(self._rows):
            if isinstance(row, Conflict) and row.practice == practice and path in (None, row.path):
                return number
        return -1

    def step(self, row: int, by: int) -> int:
        """The next conflict from a row, headings passed over; -1 at the end."""
        row += by
        while 0 <= row < len(self._rows):
            if isinstance(self._rows[row], Conflict):
                return row
            row += by
        return -1

    def next_practice(self, row: int) -> int:
        """The first conflict of the next practice, going round; -1 when there is none."""
        count = len(self._rows)
        for ahead in range(1, count + 1):
            at = (row + ahead) % count
            if isinstance(self._rows[at], tuple):
                return self.step(at, 1)
        return -1

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """Headings and conflicts."""
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """Headings cannot be chosen."""
        if 0 <= index.row() < len(self._rows) and isinstance(self._rows[index.row()], tuple):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The conflict under CONFLICT; for a heading its (title, count)."""
        if not 0 <= index.row() < len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == CONFLICT:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            name = row[0] if isinstance(row, tuple) else self.name(row)
            return plain(name) if role == Qt.ItemDataRole.ToolTipRole else name
        return None


class QueueDelegate(QStyledItemDelegate):
    """28 px rows."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """28 px at factor 1, 36 for a heading."""
        return QSize(100, theme.scaled(36 if isinstance(index.data(CONFLICT), tuple) else 28))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """A heading, or a conflict under it."""
        row = index.data(CONFLICT)
        rect = QRectF(option.rect)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if isinstance(row, tuple):
            painter.setFont(theme.font("label"))
            painter.setPen(theme.colour("text"))
            words = painter.fontMetrics().elidedText(row[0], Qt.TextElideMode.ElideRight, int(rect.width()) - 56)
            painter.drawText(rect.adjusted(12, 8, -40, 0), Qt.AlignmentFlag.AlignVCenter, words)
            painter.setFont(theme.font("hint"))
            painter.setPen(theme.colour("text3"))
            painter.drawText(
                rect.adjusted(0, 8, -12, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, str(row[1])
            )
        else:
            if chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour("sel"))
                painter.drawRoundedRect(rect.adjusted(4, 0, -4, 0), 4, 4)
            side = theme.scaled(12)
            box = QRectF(rect.left() + 18, rect.center().y() - side / 2, side, side)
            icons.paint(painter, box, "arrows-split", theme.colour("conf"))
            font = theme.font("label" if chosen else "body")
            painter.setFont(font)
            painter.setPen(theme.colour("text"))
            words = QFontMetrics(font).elidedText(
                index.data(), Qt.TextElideMode.ElideRight, int(rect.width()) - 40 - side
            )
            painter.drawText(rect.adjusted(28 + side, 0, -12, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.restore()
