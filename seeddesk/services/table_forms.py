"""One table with practices of several forms: its columns are understood by the form of each row's practice."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from seeddesk.domain.form import Form
from seeddesk.domain.report import Remark
from seeddesk.domain.revision import Revision
from seeddesk.domain.versions import FORM, current
from seeddesk.exchange.table import Table
from seeddesk.services.comparing import Comparison
from seeddesk.services.table_map import check_map
from seeddesk.services.table_rows import TableReader, TableRow

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace


class TableReaders:
    """A reader for each form in use. Raises what `TableReader` raises for the main form."""

    def __init__(self, ws: Workspace, table: Table, name: str, mapping: str) -> None:
        self._ws, self._table, self._name, self._mapping = ws, table, name, mapping
        self._find: Callable[[str], str | None] = lambda name: None
        self._main = self._reader(ws.form)
        self._readers = {ws.form.id: self._main}
        self._rows: dict[str, dict[int, TableRow]] = {}
        self._form_column = table.columns.index(FORM) if FORM in table.columns else None
        self._cells = dict(table.rows) if self._form_column is not None else {}

    def _reader(self, form: Form) -> TableReader:
        mapping = ",".join(f"{column}={_name_now(name, form)}" for column, name in check_map(self._mapping))
        return TableReader(_as_named(self._table, form), self._name, form, mapping, self._ws.lang)

    def rows(self, find: Callable[[str], str | None]) -> Iterator[TableRow]:
        """Every row with the practice it is about. find: a practice's id by its human code."""
        self._find = find
        yield from self._main.rows(find)

    def form_id(self, row: TableRow) -> str:
        """The form a row says it is of, "" when it says nothing."""
        cells = self._cells.get(row.number, ())
        place = self._form_column
        return cells[place].strip() if place is not None and place < len(cells) else ""

    def compare(self, row: TableRow, form: Form, revisions: Sequence[Revision]) -> Comparison:
        """What a row changes of its practice, which is shown by `form` and has these revisions (none: it is new)."""
        if form.id not in self._readers:
            self._readers[form.id] = self._reader(form)
        reader = self._readers[form.id]
        if reader is self._main:
            return reader.compare(row, revisions)
        if form.id not in self._rows:
            self._rows[form.id] = {one.number: one for one in reader.rows(self._find)}
        return reader.compare(self._rows[form.id][row.number], revisions)

    def remarks(self) -> Iterator[Remark]:
        """What a person should know about the table as a whole; a column is left aside when no form has a place for it."""
        found = [remark for reader in self._readers.values() for remark in reader.remarks()]
        unmapped = [str(remark.arguments["columns"]).split(", ") for remark in found if remark.code == "table-unmapped"]
        left = [column for column in (unmapped or [[]])[0] if column != FORM and all(column in one for one in unmapped)]
        yield from (remark for remark in found if remark.code not in ("table-unmapped", "table-read-as"))
        yield from [remark for remark in found if remark.code == "table-read-as"][:1]
        if left and len(unmapped) == len(self._readers):
            yield Remark(self._name, "table-unmapped", {"columns": ", ".join(left)})


def _as_named(table: Table, form: Form) -> Table:
    """A table whose columns are called as the form calls its fields now; what an earlier version called them is in tables it exported."""
    if not form.former:
        return table
    sheets = {name: _as_named(sheet, form) for name, sheet in table.sheets.items()}
    taken = set(table.columns)
    columns = []
    for column in table.columns:
        name = _name_now(column, form)
        columns.append(column if name in taken else name)
        taken.add(name)
    return replace(table, columns=tuple(columns), sheets=sheets)


def _name_now(name: str, form: Form) -> str:
    """``soci[0].nome`` -> ``members[0].name``; any other name stays."""
    indexes = iter(re.findall(r"\[\d*\]", name))
    now = current(template := re.sub(r"\[\d*\]", "[]", name), form)
    return name if now == template else re.sub(r"\[\]", lambda _: next(indexes), now)
