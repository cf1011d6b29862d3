"""Rows inside rows, in tables: in a column's name by their numbers (``partners[0].contacts[1].mail``), in a workbook on sheets of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seeddesk.domain.dossier import Found, FoundRow
from seeddesk.domain.form import Form
from seeddesk.domain.paths import cell_path, row_id, row_path, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.exchange.table import PARENT_COLUMN, ROW_COLUMN, UID_COLUMN, Table
from seeddesk.services.comparing import Comparer

_ROW_ID = re.compile(r"[0-9a-f]{32}")


@dataclass
class NumberedRows:
    """The rows of one repeat as columns number them. cells: number -> template -> found · inside: number -> template of a repeat inside -> its rows."""

    cells: dict[int, dict[str, Found]] = field(default_factory=dict)
    inside: dict[int, dict[str, NumberedRows]] = field(default_factory=dict)

    def put(self, template: str, indexes: Sequence[int], found: Found, start: int = 0) -> None:
        """File a cell. indexes: the number of each row it lies in, outermost first · start: where in the template the rows of this begin."""
        first, *deeper = indexes
        if not deeper:
            self.cells.setdefault(first, {})[template] = found
            return
        end = template.index("[]", template.index("[]", start) + 2) + 2
        inner = self.inside.setdefault(first, {}).setdefault(template[:end], NumberedRows())
        inner.put(template, deeper, found, template.index("[]", start) + 2)

    def compare(self, comparer: Comparer, record: Record, repeat: str, path: str, named: str) -> None:
        """Compare them, and those inside. repeat: their template · path: of the repeat in the record, "" in a new row · named: as `Comparer.rows`
        is told it."""
        ids = [row_id(row) for row in record.rows(path)] if path else []
        places = sorted({*self.cells, *self.inside, *range(len(ids))})
        rows = [
            FoundRow(ids[place] if place < len(ids) else None, self.cells.get(place, {}), place in self.inside)
            for place in places
        ]
        comparer.rows(named, rows)
        for position, place in enumerate(places):
            for template, inner in self.inside.get(place, {}).items():
                tail = template[len(repeat) : -2]
                outer = row_path(path, ids[place]) + tail if place < len(ids) else ""
                inner.compare(comparer, record, template, outer, f"{named}#{position}{tail}")


def numbered_path(record: Record, template: str, indexes: Sequence[int]) -> str:
    """The path of a numbered cell, "" when the record has no such row."""
    found: list[str] = []
    repeat = ""
    for part, index in zip(template.split("[]"), indexes, strict=False):
        repeat += part
        rows = record.rows(repeat)
        if index >= len(rows):
            return ""
        found.append(row_id(rows[index]))
        repeat = rows[index]
    return cell_path(template, tuple(found))


@dataclass
class RowSheet:
    """A sheet of a workbook of ours that holds rows. repeat: template without its last brackets · rows: practice -> (parent's row id, row)."""

    repeat: str
    rows: dict[str, list[tuple[str, FoundRow]]]
    lost: int = 0

    def compare(self, comparer: Comparer, record: Record, practice: str) -> None:
        """Compare a practice's rows. Those that name no row they lie in are counted in `lost`."""
        rows = self.rows.get(practice, [])
        outer = self.repeat.rpartition("[]")[0]
        if not outer:
            comparer.rows(self.repeat, [row for _, row in rows])
            return
        tail = self.repeat[len(outer) + 2 :]
        parents = dict(self._parents(comparer, record, outer))
        by_parent: dict[str, list[FoundRow]] = {}
        for parent, row in rows:
            named = parent or next((row_id(rows_of(path)[-2]) for path in _rows_of_id(record, row.row)), "")
            if named in parents:
                by_parent.setdefault(named, []).append(row)
            elif any(isinstance(cell.value, str) and cell.value.strip() for cell in row.cells.values()):
                self.lost += 1
        for named, path in parents.items():
            if named in by_parent or record.rows(path + tail):
                comparer.rows(path + tail, by_parent.get(named, []))

    def _parents(self, comparer: Comparer, record: Record, outer: str) -> Iterator[tuple[str, str]]:
        """Row id -> path of every row of the outer repeat that is there after what the table says of it."""
        now = record.with_values(comparer.result.set)
        for path in now.values:
            if path.endswith("]") and template_of(path) == outer + "[]" and now.alive(path):
                yield row_id(path), path


def _rows_of_id(record: Record, row: str | None) -> Iterator[str]:
    return (path for path in record.values if row and path.endswith(f"[{row}]"))


def row_sheets(table: Table, form: Form) -> Sequence[RowSheet]:
    """The sheets of a workbook of ours that hold rows, outer repeats first."""
    found = [sheet for sheet in (_row_sheet(one, form) for one in table.sheets.values()) if sheet is not None]
    return sorted(found, key=lambda sheet: sheet.repeat.count("[]"))


def _row_sheet(sheet: Table, form: Form) -> RowSheet | None:
    uid, row, parent = (
        next((place for place, column in enumerate(sheet.columns) if column == name), None)
        for name in (UID_COLUMN, ROW_COLUMN, PARENT_COLUMN)
    )
    templates = {
        place: column for place, column in enumerate(sheet.columns) if column in form.fields and "[]" in column
    }
    repeats = {template.rpartition("[]")[0] for template in templates.values()}
    if uid is None or row is None or len(repeats) != 1:
        return None
    rows: dict[str, list[tuple[str, FoundRow]]] = {}
    for _, cells in sheet.rows:
        named = _at(cells, row)
        found: Mapping[str, Found] = {
            template: Found(cells[place] if place < len(cells) else "", "column")
            for place, template in templates.items()
        }
        if practice := _at(cells, uid):
            one = FoundRow(named if _ROW_ID.fullmatch(named) else None, found)
            rows.setdefault(practice, []).append((_at(cells, parent), one))
    return RowSheet(repeats.pop(), rows)


def _at(cells: Sequence[str], place: int | None) -> str:
    return cells[place].strip() if place is not None and place < len(cells) else ""
