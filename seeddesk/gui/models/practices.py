"""The list of practices: rows out of SQL, fetched as the list is scrolled. Sorting and filtering are the query's business."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from seeddesk.domain.asking import Asked
from seeddesk.domain.changes import Progress
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.query import Query
from seeddesk.gui import names
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.counted import CountedModel
from seeddesk.gui.tips import plain

ROW = Qt.ItemDataRole.UserRole
FIRST = 60  # rows of the first answer: more than any window shows
USUAL = ("title", "place", "stage", "year", "status", "completeness", "conflicts")  # columns of a table
PAGE = 200  # rows fetched at a time after that


class PracticesModel(CountedModel):
    """What a text of the search box finds, its first rows at once, then how many there are.

    `answered`: the first rows are here, with what was understood (`asked`) · `counted`: how many there are in all. A later question drops the
    earlier one. `columns`: which a table of them shows.
    """

    answered = Signal()
    counted = Signal(int)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._rows: list[PracticeRow] = []
        self._places: dict[str, int] = {}  # practice -> row
        self._more = False
        self._fetching = False
        self.certain = False  # whether the rows are the answer to what is asked, and stay so
        self.wanted = Progress()  # of what is asked about this question: the next one ends it
        self.text = ""
        self.columns: tuple[str, ...] = tuple(desk.settings.columns.split()) or USUAL
        self.total = 0
        self.asked = Asked(Query(), ())
        self.query = Query()

    def ask(self, text: str | None = None, sort: str | None = None) -> None:
        """Ask something else, or the same again after a change; the old rows stay until the new ones come."""
        again = text is None and sort is None
        self.text = self.text if text is None else text
        wanted = replace(self.query, sort=self.query.sort if sort is None else sort)
        self.query, self._fetching, self.certain = wanted, True, False  # nothing is added to the old rows any more
        said, limit = self.text, max(FIRST, len(self._rows)) if again else FIRST
        self.wanted.cancel()
        self.wanted = going = Progress()

        def first(ws):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            from seeddesk.services import cataloguing

            asked = cataloguing.ask(ws, said, wanted.sort)
            return asked, asked.query, *cataloguing.quick_rows(ws, asked.query, limit, going)

        self._desk.read(self, first, lambda found: self._show(*found, limit), key=f"practices {id(self)}")

    def show_glimpse(self, rows: Sequence[PracticeRow]) -> None:
        """The first rows, until the catalogue is open and answers."""
        self._put(rows)

    def _put(self, rows: Sequence[PracticeRow]) -> None:
        """Other rows."""
        self._rows = list(rows)
        self._places = {row.id: place for place, row in enumerate(rows)}
        self.show_rows(len(rows))

    def _show(self, asked: Asked, query: Query, rows: Sequence[PracticeRow], certain: bool, limit: int) -> None:
        from seeddesk.services import cataloguing

        self.asked, self.query, self.certain = asked, query, certain
        self._more, self._fetching = certain and len(rows) == limit, not certain
        if [row.id for row in rows] == [row.id for row in self._rows]:
            self._rows = list(rows)
            if rows:
                self.dataChanged.emit(self.index(0), self.index(len(rows) - 1))
        else:
            self._put(rows)
        self.answered.emit()
        going = self.wanted
        if not certain:
            self._desk.read(
                self,
                lambda ws: cataloguing.first_rows(ws, query, limit, 0, going),
                lambda rows: self._show(asked, query, rows, True, limit),
                key=f"practices {id(self)}",
            )
        elif self._more:
            self._desk.read(self, lambda ws: cataloguing.count(ws, query, going), self._count, key=f"count {id(self)}")
        else:
            self._count(len(rows))

    def _count(self, total: int) -> None:
        self.total = total
        self.counted.emit(total)

    def canFetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> bool:  # noqa: B008 - Qt's signature
        """Whether the query found more than is here."""
        return not parent.isValid() and self._more and not self._fetching

    def fetchMore(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> None:  # noqa: B008 - Qt's signature
        """Ask for the next rows."""
        from seeddesk.services import cataloguing

        if not self.canFetchMore(parent):
            return
        self._fetching = True
        query, start, going = self.query, len(self._rows), self.wanted
        self._desk.read(
            self,
            lambda ws: cataloguing.first_rows(ws, query, PAGE, start, going),
            lambda rows: self._append(rows, query, start),
        )

    def _append(self, rows: Sequence[PracticeRow], query: Query, start: int) -> None:
        if query is not self.query or start != len(self._rows):
            return  # an answer to an earlier question
        self._more, self._fetching = len(rows) == PAGE, False
        fresh = [row for row in rows if row.id not in self._places]  # somebody saved meanwhile, and the order moved
        if fresh:
            self._rows += fresh
            self._places |= {row.id: place for place, row in enumerate(fresh, start)}
            self.add_rows(len(fresh))

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
        return self._places.get(practice, -1)
