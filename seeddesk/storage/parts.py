"""What of a catalogue can be looked at apart from everything else: its pages, its index, its revisions, its lists. In this process or in one
beside it, which loads neither SQLAlchemy nor anything else that needs longer than the looking (`tests/test_start.py`)."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

from seeddesk.storage import driver, rows, seals, search

PAGES, STRUCTURE, TABLE = "pages", "structure", "table"
TYPES, ALL_TYPES, TOLD, INDEX, LISTS = "types", "every type", "revisions", "index", "lists"
DERIVED = {"conflict", "practice"}
MADE = {"meta", "device", "form", "revision", "quarantine", "attachment", "attachment_part"}
_UNSEALED = {"meta", "device", "form", "quarantine", "practice", "conflict", "fresh"}  # wholly or in part
_TYPES = {"TEXT": "text", "BLOB": "blob"}  # everything else is a number
# Tables of which a quick check leaves something out: what their indexes hold, and the order of those that are an index themselves.
_INDEXED = (
    "SELECT name FROM sqlite_master t WHERE type = 'table' AND (sql LIKE '%WITHOUT ROWID%'"
    " OR EXISTS (SELECT 1 FROM sqlite_master i WHERE i.type = 'index' AND i.tbl_name = t.name))"
)
_GENEROUS = {"cache_size": -64000, "mmap_size": 1 << 40}


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: a message code with its arguments. repairable: making the derived tables anew cures it."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    repairable: bool = False


class Part(NamedTuple):
    """What can be read apart from everything else. numbers: of the first and the last practice · table: where it is about some, about one."""

    kind: str
    numbers: tuple[int, int] = (0, 0)
    table: str = ""


class Seen(NamedTuple):
    """What a part came to. broken: practices that are not what was sealed · looked: at so many · sound: whether the index is as it was written ·
    failed: why it could not be read."""

    findings: tuple[Finding, ...] = ()
    told: seals.Told | None = None
    broken: tuple[str, ...] = ()
    looked: int = 0
    sound: bool = True
    failed: Exception | None = None


def elsewhere(location: str, key: str) -> Callable[[Part], Seen]:
    """What reads parts in another process. Where one cannot be read, the process ends: whoever asked reads it himself then, and meets the reason."""
    path = Path(location)

    @cache
    def opened() -> Any:
        connection = driver.reader(path, key)
        driver.prepare(connection, driver.READING, path)
        # Nobody waits for the memory of this process; and where a page cannot be read through a mapping, it is only this process that ends.
        for name, value in _GENEROUS.items():
            connection.execute(f"PRAGMA {name}={value}")
        return connection

    def work(part: Part) -> Seen:
        try:
            connection = opened()
            connection.execute("BEGIN")
            seen = read(rows.Bare(connection), part)
            connection.execute("COMMIT")
        except Exception:  # noqa: BLE001  # see above
            sys.exit(1)
        return seen

    return work


def copier(location: str) -> Callable[[str], bool]:
    """What copies a file and its log, as they lie, in another process. That must not be the one that has it open: SQLite's locks would be gone as soon
    as anything else of that process closed the file. Somebody must be reading meanwhile: the log then stays, and says whatever is brought into the file."""

    def work(target: str) -> bool:
        try:
            shutil.copyfile(location, target)
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{location}-wal", f"{target}-wal")
        except OSError:  # whoever asked copies page by page then, and meets the reason
            return False
        return True

    return work


def read(connection: rows.Reader, part: Part) -> Seen:
    """A part, as one moment has it; the moments of several need not be the same."""
    if part.kind == PAGES:
        return Seen(tuple(pages(connection)))
    if part.kind in (TYPES, ALL_TYPES):
        return Seen(tuple(types(connection, part.kind == ALL_TYPES)))
    if part.kind == STRUCTURE:
        return Seen((*_reasons(connection, "quick_check(20)"), *_references(connection)))
    if part.kind == TABLE:  # with what the quick check leaves out: whether indexes hold what the rows say
        return Seen(tuple(_reasons(connection, f'integrity_check("{part.table}")')))
    if part.kind == TOLD:
        return Seen(told=seals.told(connection))
    if part.kind == INDEX:
        return Seen(sound=not search.astray(connection) and search.sound(connection))
    broken, looked = seals.broken(connection, part.numbers)
    return Seen(broken=tuple(broken), looked=looked)


def pages_in_parts(connection: rows.Reader) -> list[Part]:
    """What together finds what `pages` does: the structure of the file, and each table with its indexes."""
    tables = [name for (name,) in rows.each(connection, _INDEXED)]
    # What takes longest comes first: the one with the most indexes.
    first, *rest = [Part(TABLE, table=name) for name in sorted(tables, key=lambda name: (name != "practice", name))]
    return [first, Part(STRUCTURE), *rest]


def pages(connection: rows.Reader) -> Iterator[Finding]:
    """What SQLite finds wrong with its own file, and rows that point to nothing; PostgreSQL looks after both itself."""
    if connection.dialect.name != "sqlite":
        return
    yield from _reasons(connection, "integrity_check(20)")
    yield from _references(connection)


def _reasons(connection: rows.Reader, pragma: str) -> Iterator[Finding]:
    for (reason,) in list(rows.each(connection, f"PRAGMA {pragma}")):
        if reason != "ok":
            yield Finding("check-pages", {"reason": str(reason).partition("\n")[0]})


def _references(connection: rows.Reader) -> Iterator[Finding]:
    for table, row, *_ in list(rows.each(connection, "PRAGMA foreign_key_check")):
        yield Finding("check-reference", {"table": table, "row": row}, repairable=table in DERIVED)


def types(connection: rows.Reader, every: bool) -> Iterator[Finding]:
    """Columns that hold something of another type than theirs: SQLite takes any for whole, though one turned bit makes bytes of a text.

    every: also in the tables whose every byte is sealed."""
    if connection.dialect.name != "sqlite":
        return
    tables = [name for (name,) in rows.each(connection, "SELECT name FROM sqlite_master WHERE type = 'table'")]
    for name in tables:
        if not every and name not in _UNSEALED:
            continue
        odd = [
            f"typeof(\"{column}\") != '{_TYPES.get(kind, 'integer')}'"
            for _, column, kind, *_ in rows.each(connection, f'PRAGMA main.table_info("{name}")')
        ]
        ((count,),) = rows.each(connection, f'SELECT count(*) FROM main."{name}" WHERE {" OR ".join(odd)}')
        if count:
            code = "check-types" if name in MADE else "check-types-derived"
            yield Finding(code, {"table": name, "count": count}, repairable=name not in MADE)
