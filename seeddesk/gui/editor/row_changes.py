"""What adding, copying, moving and removing a row changes: path -> value, one step of undo."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from seeddesk.domain.paths import new_row_id, order_between, row_path
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty


def added(record: Record, repeat: str, cells: Mapping[str, Value], after: str | None) -> tuple[str, dict[str, Value]]:
    """A row at the end of a repeat, or after another row; its path first."""
    rows = record.rows(repeat)
    at = rows.index(after) + 1 if after in rows else len(rows)
    row = row_path(repeat, new_row_id())
    return row, {row: _key_at(record, rows, at), **{row + name: value for name, value in cells.items()}}


def cells(record: Record, row: str) -> dict[str, Value]:
    """What stands in a row, by the paths within it."""
    inside = row + "."
    return {
        path[len(row) :]: value
        for path, value in record.values.items()
        if path.startswith(inside) and not is_empty(value)
    }


def removed(record: Record, row: str) -> dict[str, Value]:
    """The row goes with its cells."""
    inside = row + "."
    return {
        row: None,
        **{path: None for path, value in record.values.items() if path.startswith(inside) and value is not None},
    }


def moved(record: Record, row: str, by: int) -> dict[str, Value]:
    """A row up (-1) or down (+1); nothing where it cannot, or is gone: its card hears keys until the window's next turn."""
    rows = record.rows(row[: row.rfind("[")])
    to = rows.index(row) + by if row in rows else -1
    if not 0 <= to < len(rows):
        return {}
    return {row: _key_at(record, [other for other in rows if other != row], to)}


def _key_at(record: Record, rows: Sequence[str], at: int) -> str:
    """An order key before the row that stands at `at`."""
    before = record.get(rows[at - 1]) if at > 0 else None
    behind = record.get(rows[at]) if at < len(rows) else None
    low, high = (key if isinstance(key, str) else None for key in (before, behind))
    if low is not None and high is not None and low >= high:
        high = None  # two rows with one key: put between is impossible, stand last of them
    return order_between(low, high)
