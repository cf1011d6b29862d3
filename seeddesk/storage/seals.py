"""Seals: what rows were when they were written, in a few bytes, so that a check need not work everything out anew.

A practice carries two. ``told``: the sum, modulo 2**128, of a hash of every row of its revisions, all columns and every byte; a sum, because then
a new revision is added to it without reading the old ones, and what a disk did to those in the meantime stays visible. ``seal``: a hash of its
list line, its record, its facets, its conflicts and the words it is found by. Both are made by what writes those rows and by nothing else. "" for rows that nobody
sealed: a revision among them was not what it says when they were made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from seeddesk.domain.errors import StorageError
from seeddesk.storage import search
from seeddesk.storage.codec import unpack_revision

REVISION = ("device", "counter", "practice", "time", "sha256", "body")
LINE = ("number", "id", "code", "title", "title_key", "status", "country", "place", "year", "stage", "lead_org", "completeness", "conflicts",
        "updated", "hidden", "record")  # fmt: skip
NONE = "0"  # of no revision at all
_MODULUS = 1 << 128
_FIELD, _ROW = "\x1f", "\x1e"
_TOGETHER = 2000  # practices


def of_revision(row: Sequence[Any]) -> int:
    """The hash of a revision's row. row: the columns of `REVISION`, in that order."""
    *columns, body = row
    made = hashlib.sha256(body)
    made.update(_FIELD.join(map(str, columns)).encode())
    return int.from_bytes(made.digest()[:16], "big")


def and_more(told: str, hashes: Iterable[int]) -> str:
    """The seal of revisions when more come to them; of what was not sealed, none."""
    return told and f"{(int(told, 16) + sum(hashes)) % _MODULUS:x}"


def fits(told: str, total: int) -> bool:
    """Whether a seal is that of revisions whose hashes add up to this."""
    return told == f"{total % _MODULUS:x}"


def of_rows(rows: Iterable[Sequence[Any]]) -> str:
    """The seal of revisions that are read back, each proved by its own hash; "" when one is not what it says."""
    found = 0
    for row in rows:
        try:
            this = unpack_revision(row[5])
        except StorageError:
            return ""
        if (*this.dot, this.practice, this.time, this.sha256) != tuple(row[:5]):
            return ""
        found += of_revision(row)
    return f"{found % _MODULUS:x}"


def of_practice(row: Sequence[Any], facets: str, conflicts: str, words: Sequence[str]) -> str:
    """The seal of what is derived. row: the columns of `LINE`, in that order · facets, conflicts: as `joined` writes them · words: what
    `search` keeps of it."""
    *line, hidden, record = row
    made = hashlib.sha256(record)
    made.update(
        _FIELD.join((*map(str, line), str(int(hidden)), facets, conflicts, *words)).encode("utf-8", "surrogatepass")
    )
    return made.hexdigest()[:32]


def joined(pairs: Iterable[tuple[str, str]]) -> str:
    """Facets or conflicts of one practice as one text, whatever order they come in."""
    return _ROW.join([f"{name}{_FIELD}{value}" for name, value in sorted(pairs)])


def broken(connection: Connection) -> Iterator[tuple[list[str], bool, int]]:
    """The practices whose rows are not those that were sealed, some thousand practices at a time; whether there are facets or conflicts of
    practices that are not there; and how many practices were looked at."""
    told: dict[str, int] = {}
    for row in connection.exec_driver_sql(f"SELECT {', '.join(REVISION)} FROM revision"):
        told[row[2]] = told.get(row[2], 0) + of_revision(row)
    listed: set[str] = set()
    last = -(1 << 62)
    while True:
        rows = connection.exec_driver_sql(
            _statement(
                connection,
                f"SELECT {', '.join(LINE)}, told, seal FROM practice WHERE number > ? ORDER BY number LIMIT {_TOGETHER}",
            ),
            (last,),
        ).all()
        between = last + 1, rows[-1][0] if rows else 1 << 62
        facets = _texts(connection, "facet", "field", "code", between)
        conflicts = _texts(connection, "conflict", "path", "kind", between)
        words = search.stored(connection, [row[0] for row in rows])
        astray = bool({*facets, *conflicts} - {row[0] for row in rows})
        found = []
        for *line, sealed, seal in rows:
            number, name = line[0], line[1]
            whole = of_practice(line, facets.get(number, ""), conflicts.get(number, ""), words.get(number, ()))
            if not fits(sealed, told.get(name, 0)) or whole != seal:
                found.append(name)
            listed.add(name)
        yield found, astray, len(rows)
        if not rows:
            break
        last = rows[-1][0]
    yield sorted(told.keys() - listed), False, 0


def _texts(connection: Connection, table: str, name: str, value: str, between: tuple[int, int]) -> dict[int, str]:
    """practice number -> what `joined` makes of its rows in a table, put together by the database."""
    if connection.dialect.name == "sqlite":
        each = f"group_concat({name} || char(31) || {value}, char(30))"
        source = f"(SELECT practice, {name}, {value} FROM {table} WHERE practice BETWEEN ? AND ? ORDER BY practice, {name}, {value})"
    else:
        each = f"""string_agg({name} || chr(31) || {value}, chr(30) ORDER BY {name} COLLATE "C", {value} COLLATE "C")"""
        source = f"{table} WHERE practice BETWEEN ? AND ?"
    asked = f"SELECT practice, {each} FROM {source} GROUP BY practice"
    return {row[0]: row[1] for row in connection.exec_driver_sql(_statement(connection, asked), between)}


def _statement(connection: Connection, asked: str) -> str:
    return asked if connection.dialect.name == "sqlite" else asked.replace("?", "%s")
