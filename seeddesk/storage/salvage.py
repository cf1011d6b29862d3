"""Salvage: everything that still reads in a damaged catalogue, and every revision a backup has besides, as a new catalogue."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import Table

from seeddesk.domain.errors import StorageError
from seeddesk.domain.revision import Dot
from seeddesk.storage import leaves, vault
from seeddesk.storage.catalogue import Catalogue
from seeddesk.storage.codec import unpack, unpack_revision
from seeddesk.storage.driver import connect
from seeddesk.storage.engine import errors
from seeddesk.storage.schema import MADE, device, form, meta, revision

_SMALLEST = 60  # bytes a revision takes at least: says how many rows a file can have when it does not say so itself
_LEFT_BEHIND = (
    "schema",
    "derived",
)  # notes that a new catalogue makes for itself: the lists are made anew when it is opened


@dataclass(frozen=True, slots=True)
class Lost:
    """A revision that nobody has any more. practice: its id · code, title, updated: of the practice, as the damaged file last listed it; each "" where
    nothing says it."""

    dot: Dot
    practice: str = ""
    code: str = ""
    title: str = ""
    updated: str = ""


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came along. revisions: all that are there now · from_backup: of these, what only a backup had · lost: what the damaged file
    still names and nobody has · sure: whether the damaged file still names all its dots, so that there are no others."""

    revisions: int
    from_backup: int
    lost: tuple[Lost, ...]
    sure: bool


def salvage(source: Path, backup: Path | None, target: Path) -> Salvaged:
    """Make a new catalogue of what reads in a damaged one, and in a backup. It writes as a new device.

    Raises StorageError ``salvage-nothing`` when no revision reads in either, and what `vault.key_for` does for a catalogue whose keys are missing.
    """
    rows: dict[Table, dict[Any, dict[str, Any]]] = {table: {} for table in MADE}
    named = _take(source, rows)
    if not rows[revision] and vault.why_no_database(str(source)) == "keys-absent":
        raise StorageError("keys-absent", path=str(source))  # whole, as far as anybody can tell
    here = len(rows[revision])
    if backup is not None:
        _take(backup, rows)
    found = {Dot(row["device"], row["counter"]) for row in rows[revision].values()}
    if not found:
        raise StorageError("salvage-nothing", path=str(source))
    vault.copy(source, target)  # what was encrypted stays so
    catalogue = Catalogue.create(str(target))
    try:
        with catalogue.write() as tx:
            tx.connection.execute(device.update().values(active=False))
            for table, kept in rows.items():
                if kept:
                    tx.connection.execute(table.insert().prefix_with("OR REPLACE"), list(kept.values()))
            tx.new_device()
    finally:
        catalogue.close()
    lost = sorted(named.keys() - found) if named else []
    listed = _listed(source) if lost else {}
    told = tuple(Lost(dot, (named or {})[dot], *listed.get((named or {})[dot], ())) for dot in lost)
    return Salvaged(len(found), len(found) - here, told, named is not None)


def _take(path: Path, rows: dict[Table, dict[Any, dict[str, Any]]]) -> dict[Dot, str] | None:
    """Add what reads in a file and is not there yet; the dots its index names, whether or not they read, each with its practice ("" where that does not
    read), None when the index does not."""
    key = vault.key_for(str(path))
    named = _ask(path, key, rows)
    here = {Dot(row["device"], row["counter"]) for row in rows[revision].values()}
    if not key and (named is None or not named.keys() <= here):  # what is encrypted tells nothing page by page
        _take_leaves(path, rows)
    return named


def _take_leaves(path: Path, rows: dict[Table, dict[Any, dict[str, Any]]]) -> None:
    """Add the rows that lie whole in some page and are not there yet, whatever became of the pages that lead to them."""
    columns = {table: [column.name for column in table.columns] for table in MADE}
    for row in leaves.rows(path):
        for table, names in columns.items():
            data = dict(zip(names, row, strict=False))
            if len(row) == len(names) and _fits(table, data) and _whole(table, data):
                rows[table].setdefault(tuple(data[column.name] for column in table.primary_key), data)


def _fits(table: Table, row: dict[str, Any]) -> bool:
    """Whether the values of a row are of the types of a table's columns."""
    kinds = [int if column.type.python_type is bool else column.type.python_type for column in table.columns]
    return all(isinstance(value, kind) for value, kind in zip(row.values(), kinds, strict=True))


def _ask(path: Path, key: str, rows: dict[Table, dict[Any, dict[str, Any]]]) -> dict[Dot, str] | None:
    unreadable: tuple[type[Exception], ...] = (*errors(), ValueError)
    with contextlib.closing(connect(path, key, "ro")) as file:
        file.text_factory = lambda data: data.decode("utf-8", "replace")
        try:
            file.execute("SELECT name FROM sqlite_master").fetchall()
        except unreadable:
            return None
        highest = max(1, path.stat().st_size // _SMALLEST)
        for table in MADE:
            keys = [column.name for column in table.primary_key]
            names = [column.name for column in table.columns]
            for row in _rows(file, table.name, names, 1, highest):
                data = dict(zip(names, row, strict=True))
                if _whole(table, data):
                    rows[table].setdefault(tuple(data[key] for key in keys), data)
        try:
            asked = "SELECT rowid, device, counter FROM revision INDEXED BY sqlite_autoindex_revision_1"
            named = {number: Dot(str(name), int(counter)) for number, name, counter in file.execute(asked)}
        except unreadable:
            return None
        practices: dict[int, str] = {}
        with contextlib.suppress(*unreadable):  # what it says until then is better than nothing
            for number, name in file.execute("SELECT rowid, practice FROM revision INDEXED BY revision_practice"):
                practices[number] = str(name)
    return {dot: practices.get(number, "") for number, dot in named.items()}


def _listed(path: Path) -> dict[str, tuple[str, str, str]]:
    """Code, title and last save of every practice a damaged file still lists, by id."""
    highest = max(1, path.stat().st_size // _SMALLEST)
    with contextlib.closing(connect(path, vault.key_for(str(path)), "ro")) as file:
        file.text_factory = lambda data: data.decode("utf-8", "replace")
        found = list(_rows(file, "practice", ("id", "code", "title", "updated"), 1, highest))
    return {str(name): (str(code), str(title), str(updated)) for name, code, title, updated in found}


def _rows(file: Any, table: str, names: Sequence[str], low: int, high: int) -> Iterator[tuple[Any, ...]]:
    """The rows that read, halving the range wherever something in it does not."""
    columns = ", ".join(names)
    unreadable: tuple[type[Exception], ...] = (*errors(), OverflowError)
    try:
        asked = f"SELECT {columns} FROM {table} WHERE rowid BETWEEN ? AND ?"  # names of our own schema
        found = [tuple(row) for row in file.execute(asked, (low, high))]
    except unreadable:
        if low < high:
            middle = (low + high) // 2
            yield from _rows(file, table, names, low, middle)
            yield from _rows(file, table, names, middle + 1, high)
        return
    yield from found


def _whole(table: Table, row: dict[str, Any]) -> bool:
    """Whether a row says what it must: a revision its own hash, a form its text; derived notes and the device in use stay behind."""
    if table is meta:
        return row["key"] not in _LEFT_BEHIND
    if table is device:
        row["active"] = False
    try:
        if table is revision:
            this = unpack_revision(row["body"])
            return (this.sha256, this.dot.device, this.dot.counter) == (row["sha256"], row["device"], row["counter"])
        if table is form:
            unpack(row["xform"])
    except (StorageError, TypeError):
        return False
    return all(row[column.name] is not None for column in table.columns)
