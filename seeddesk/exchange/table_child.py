"""Tables read in a process of their own (`exchange.child`), handed over some rows at a time: a table may be larger than a message should be."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Generator, Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from seeddesk.domain.errors import Refused
from seeddesk.exchange.child import Ask, Child, Limits, Waiting, idle, read_each
from seeddesk.exchange.table import Row, Table, read_table

LIMITS = Limits(seconds=60, memory=1536 << 20)
_TOGETHER = 2_000  # rows of one message


def read_tables(paths: Iterable[Path], waiting: Waiting = idle) -> Generator[tuple[Path, Table | Refused], None, None]:
    """Read many tables under limits, in their order: each with what was read, or why it was refused.

    waiting: called with a table's path while it is read; may raise Cancelled.
    """
    rows: defaultdict[str | None, list[Row]] = defaultdict(list)  # sheet (None: the first) -> its rows

    def take(sheet: str | None, more: Sequence[Row]) -> None:
        rows[sheet] += more

    child = Child(_reader, (), LIMITS, _stopped, {"rows": take}, waiting)
    for path, found in read_each(child, paths):
        if isinstance(found, Refused):
            yield path, found
        else:
            sheets = {name: replace(sheet, rows=tuple(rows[name])) for name, sheet in found.sheets.items()}
            yield path, replace(found, rows=tuple(rows[None]), sheets=sheets)
        rows.clear()


def _reader(ask: Ask) -> Callable[[Path], Table]:
    def read(path: Path) -> Table:
        table = read_table(path)
        for name, sheet in ((None, table), *table.sheets.items()):
            for start in range(0, len(sheet.rows), _TOGETHER):
                ask("rows", name, sheet.rows[start : start + _TOGETHER])
        return replace(table, rows=(), sheets={name: replace(sheet, rows=()) for name, sheet in table.sheets.items()})

    return read


def _stopped(path: Path) -> Refused:
    return Refused("table-stopped", name=path.name, seconds=round(LIMITS.seconds))
