"""The list of practices: pages out of SQL, fetched as the list is scrolled. Sorting and filtering are the query's business."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from seeddesk.domain.practice import Page, PracticeRow
from seeddesk.domain.query import Query
from seeddesk.gui import names
from seeddesk.gui.desk import Desk
from seeddesk.gui.tips import plain

ROW = Qt.ItemDataRole.UserRole
PAGE = 200  # rows in one query


class PracticesModel(QAbstractListModel):
    """What a query finds. `counted` tells how many there are in all, each time an answer comes."""

    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PracticeRow] = []
        self._after: str | None = None
        self._asked = ""
        self.total = 0
        self.query = Query(sort="-updated")

    def ask(self, query: Query | None = None) -> None:
        """Show another query, or the same again after a change; the old rows stay until the new ones come."""
        from seeddesk.services import cataloguing

        if query is not None:
            self.query = query
        wanted = max(PAGE, len(self._rows)) if query is None else PAGE
        asked = self.query
        self._desk.read(
            self,
            lambda ws: cataloguing.list_practices(ws, asked, limit=wanted),
            self._show,
            key=f"practices {id(self)}",
        )

    def _show(self, page: Page) -> None:
        same = [row.id for row in page.rows] == [row.id for row in self._rows]
        if same:
            self._rows = list(page.rows)
            if self._rows:
                self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))
        else:
            self.beginResetModel()
            self._rows = list(page.rows)
            self.endResetModel()
        self._after, self._asked = page.after, ""
        self.total = page.total
        self.counted.emit(page.total)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """Whether the query found more than is here."""
        return not parent.isValid() and self._after is not None and self._asked != self._after

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> None:  # noqa: B008
        """Ask for the next page."""
        from seeddesk.services import cataloguing

        after, asked = self._after, self.query
        if after is None:
            return
        self._asked = after
        self._desk.read(
            self,
            lambda ws: cataloguing.list_practices(ws, asked, limit=PAGE, after=after),
            lambda page: self._append(page, asked, after),
        )

    def _append(self, page: Page, asked: Query, after: str) -> None:
        if asked is not self.query or after != self._after or not page.rows:
            return
        start = len(self._rows)
        self.beginInsertRows(QModelIndex(), start, start + len(page.rows) - 1)
        self._rows += page.rows
        self.endInsertRows()
        self._after, self._asked = page.after, ""

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008
        """Rows fetched so far."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself under ROW; words for assistive technology."""
        row = self._rows[index.row()] if 0 <= index.row() < len(self._rows) else None
        if row is None:
            return None
        if role == ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            title = row.title or self.tr("Untitled practice")
            return plain(title) if role == Qt.ItemDataRole.ToolTipRole else title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            status = names.status(self._desk.form, row.status, self._desk.lang)
            words = [row.title or self.tr("Untitled practice"), status, row.place, row.year, f"{row.completeness} %"]
            if row.conflicts:
                words.append(self.tr("%n conflict(s)", "", row.conflicts))
            return ", ".join(word for word in words if word)
        return None

    def row_of(self, practice: str) -> int:
        """Where a practice stands, -1 when it is not among the rows fetched."""
        return next((number for number, row in enumerate(self._rows) if row.id == practice), -1)
