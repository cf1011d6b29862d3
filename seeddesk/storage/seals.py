"""Seals: what rows were when they were written, in a few bytes, so that a check need not work everything out anew.

A practice carries two. ``told``: the sum, modulo 2**128, of a hash of every row of its revisions, all columns and every byte; a sum, because then
a new revision is added to it without reading the old ones, and what a disk did to those in the meantime stays visible. ``seal``: a hash of its
list line, its record, its conflicts and the words and tags it is found by. Both are made by what writes those rows and by nothing else. "" for
rows that nobody sealed: a revision among them was not what it says when they were made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import Connection

from seeddesk.domain.errors import StorageError
from seeddesk.storage import rows
from seeddesk.storage.codec import unpack_revision

REVISION = ("device", "counter", "practice", "time", "sha256", "body")
LINE = ("number", "id", "code", "title", "title_key", "status", "country", "place", "year", "stage", "lead_org", "completeness", "conflicts",
        "updated", "form", "hidden", "record")  # fmt: skip
NONE = "0"  # of no revision at all
_MODULUS = 1 << 128
_FIELD, _ROW = "\x1f", "\x1e"
_TOGETHER = 2000  # practices


def of_revision(row: Sequence[Any]) -> int:
    """The hash of a revision's row. row: the columns of `REVISION`, in that order."""
    *columns, body = row
    return _number(_FIELD.join((*map(str, columns), "")).encode() + body)


def _number(row: bytes) -> int:
    return int.from_bytes(hashlib.sha256(row).digest()[:16], "big")


def and_more(told: str, hashes: Iterable[int]) -> str:
    """The seal of revisions when more come to them; of what was not sealed, none."""
    return told and f"{(int(told, 16) + sum(hashes)) % _MODULUS:x}"


def fits(told: str, total: int) -> bool:
    """Whether a seal is that of revisions whose hashes add up to this."""
    return told == f"{total % _MODULUS:x}"


def of_rows(revisions: Iterable[Sequence[Any]]) -> str:
    """The seal of revisions that are read back, each proved by its own hash; "" when one is not what it says."""
    found = 0
    for row in revisions:
        try:
            this = unpack_revision(row[5])
        except StorageError:
            return ""
        if (*this.dot, this.practice, this.time, this.sha256) != tuple(row[:5]):
            return ""
        found += of_revision(row)
    return f"{found % _MODULUS:x}"


def of_practice(row: Sequence[Any], conflicts: str, words: Sequence[str]) -> str:
    """The seal of what is derived. row: the columns of `LINE`, in that order · conflicts: as `joined` writes them · words: what `search`
    keeps of it, its facets among them."""
    *line, hidden, record = row
    told = _FIELD.join((*map(str, line), str(int(hidden)), *words, ""))
    return _text(told.encode("utf-8", "surrogatepass") + record + conflicts.encode())


def _text(row: bytes) -> str:
    return hashlib.sha256(row).hexdigest()[:32]


def joined(pairs: Iterable[tuple[str, str]]) -> str:
    """Conflicts of one practice as one text, whatever order they come in."""
    return _ROW.join([f"{name}{_FIELD}{value}" for name, value in sorted(pairs)])


def broken(connection: Connection) -> Iterator[tuple[list[str], int]]:
    """The practices whose rows are not those that were sealed, some thousand practices at a time, and how many practices were looked at; at
    first, while revisions are read, none."""
    told: dict[str, int] = {}
    for read, (name, row) in enumerate(rows.each(connection, _revisions(connection)), 1):
        told[name] = told.get(name, 0) + _number(row)
        if read % _TOGETHER == 0:
            yield [], 0
    conflicts: dict[int, list[tuple[str, str]]] = {}
    for number, path, kind in rows.each(connection, "SELECT practice, path, kind FROM conflict"):
        conflicts.setdefault(number, []).append((path, kind))
    found, looked = [], 0
    for number, name, sealed, seal, row in rows.each(connection, _practices(connection)):
        if row is not None and number in conflicts:
            row += joined(conflicts[number]).encode()
        if not fits(sealed, told.pop(name, 0)) or row is None or seal != _text(row):
            found.append(name)
        looked += 1
        if looked % _TOGETHER == 0:
            yield found, _TOGETHER
            found = []
    yield [*found, *sorted(told)], looked % _TOGETHER


def _revisions(connection: Connection) -> str:
    """SQL for every revision: its practice, and its row as `of_revision` hashes it. The database puts them together: most of a check is that."""
    *columns, body = REVISION
    return f"SELECT practice, {rows.as_bytes(connection, _side_by_side(connection, columns), body)} FROM revision"


def _practices(connection: Connection) -> str:
    """SQL for every practice: number, id, both seals, and of what is derived all but conflicts, as `of_practice` hashes it; none where a part is
    missing."""
    *line, hidden, record = LINE
    said = [f"p.{name}" for name in line] + [f"CAST(p.{hidden} AS integer)", "s.title", "s.names", "s.body", "s.tags"]
    whole = rows.as_bytes(connection, _side_by_side(connection, said), f"p.{record}")
    return f"SELECT p.number, p.id, p.told, p.seal, {whole} FROM practice p LEFT JOIN search s ON s.number = p.number ORDER BY p.number"


def _side_by_side(connection: Connection, columns: Iterable[str]) -> str:
    """SQL for columns with _FIELD behind each."""
    end = f" || {'char' if connection.dialect.name == 'sqlite' else 'chr'}(31)"
    return " || ".join(f"{one}{end}" for one in columns)
