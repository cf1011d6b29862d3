"""Seals: what rows were when they were written, in a few bytes, so that a check need not work everything out anew.

A practice carries two. ``told``: the sum, modulo 2**128, of a hash of every row of its revisions, all columns and every byte; a sum, because then
a new revision is added to it without reading the old ones, and what a disk did to those in the meantime stays visible. ``seal``: a hash of its
list line, its record, its conflicts and the words and tags it is found by. Both are made by what writes those rows and by nothing else. "" for
rows that nobody sealed: a revision among them was not what it says when they were made.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from seeddesk.domain.errors import StorageError
from seeddesk.storage import rows
from seeddesk.storage.codec import unpack_revision

REVISION = ("device", "counter", "practice", "time", "sha256", "body")
LINE = ("number", "id", "code", "title", "title_key", "place_key", "lead_org_key", "status", "country", "place", "year", "stage", "lead_org",
        "completeness", "conflicts", "updated", "form", "hidden", "record")  # fmt: skip
NONE = "0"  # of no revision at all
_MODULUS = 1 << 128
_FIELD, _ROW = "\x1f", "\x1e"


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


class Told(NamedTuple):
    """What the revisions say of themselves. broken: the practices whose revisions are not those that were sealed · digest: see `digest`."""

    broken: list[str]
    revisions: int
    digest: str


def told(connection: rows.Reader) -> Told:
    """Read every revision and compare what each practice's add up to with its seal."""
    sums: dict[str, int] = {}
    found = []
    for name, device, counter, sha256, row in rows.each(connection, _revisions(connection)):
        if row is not None:  # else one of its texts is none any more
            sums[name] = sums.get(name, 0) + _number(row)
        found.append((device, counter, sha256))
    broken = []
    for name, sealed in rows.each(connection, "SELECT id, told FROM practice"):
        if not fits(sealed, sums.pop(name, 0)):
            broken.append(name)
    return Told([*broken, *sums], len(found), digest(found))


def digest(revisions: Sequence[Sequence[Any]]) -> str:
    """A sha256 that is equal exactly when two catalogues hold the same revisions. revisions: device, counter and sha256 of each."""
    ordered: list[Any]
    try:
        ordered = sorted(revisions)
    except TypeError:  # of a damaged row, which a check finds
        ordered = sorted(revisions, key=repr)
    lines = "".join([f"{device}:{counter} {sha256}\n" for device, counter, sha256 in ordered])
    return hashlib.sha256(lines.encode()).hexdigest()


def broken(connection: rows.Reader, numbers: Sequence[int]) -> tuple[list[str], int]:
    """The practices of which something derived is not what was sealed, and how many were looked at. numbers: the first and the last."""
    found, looked = [], 0
    for practice in as_sealed(connection, LINE, numbers):
        looked += 1
        if practice.seal != of_parts(practice.parts, practice.conflicts):
            found.append(practice.id)
    return found, looked


class Sealed(NamedTuple):
    """A practice as it lies. parts: its line, its words and its record, each as bytes, None for what is no text."""

    number: int
    id: str
    seal: str
    parts: Sequence[bytes | None]
    conflicts: bytes


def as_sealed(connection: rows.Reader, line: Sequence[str], numbers: Sequence[int]) -> Iterator[Sealed]:
    """What the seals of practices are about. line: as `LINE`, or as it was in another schema · numbers: of the first and the last."""
    conflicts: dict[int, list[tuple[str, str]]] = {}
    which = "BETWEEN ? AND ?"
    for number, path, kind in rows.each(
        connection, f"SELECT practice, path, kind FROM conflict WHERE practice {which}", tuple(numbers)
    ):
        conflicts.setdefault(number, []).append((path, kind))
    asked = f"{_practices(connection, line)} WHERE p.number {which} ORDER BY p.number"
    for number, name, seal, *parts in rows.each(connection, asked, tuple(numbers)):
        yield Sealed(number, name, seal, parts, joined(conflicts[number]).encode() if number in conflicts else b"")


def of_parts(parts: Sequence[bytes | None], conflicts: bytes) -> str | None:
    """The same seal as `of_practice`, of a practice as it lies; None where something is no text."""
    try:
        return _text(_FIELD.encode().join(parts) + conflicts)  # type: ignore[arg-type]  # None is what it is tried for
    except TypeError:
        return None


def _revisions(connection: rows.Reader) -> str:
    """SQL for every revision: its practice, what a digest takes, and its row as `of_revision` hashes it. The database puts that together: most of
    a check is that."""
    *columns, body = REVISION
    end = f" || {'char' if connection.dialect.name == 'sqlite' else 'chr'}(31)"
    row = rows.as_bytes(connection, " || ".join(f"{one}{end}" for one in columns), body)
    row = rows.if_texts(connection, ("device", "practice", "time", "sha256"), row)
    return f"SELECT practice, device, counter, sha256, {row} FROM revision"


def _practices(connection: rows.Reader, columns: Sequence[str]) -> str:
    """SQL for practices: number, id, seal, and of what is derived all but conflicts, part by part, as `of_practice` hashes it."""
    *line, hidden, record = columns
    said = [f"p.{name}" for name in line] + [f"CAST(p.{hidden} AS integer)"]
    words = [f"s.{name}" for name in ("title", "names", "body", "tags")]
    parts = [
        *(rows.raw(connection, one) for one in said),
        *(rows.if_texts(connection, [one], rows.raw(connection, one)) for one in words),
        f"p.{record}",
    ]
    return (
        f"SELECT p.number, p.id, p.seal, {', '.join(parts)} FROM practice p LEFT JOIN search s ON s.number = p.number"
    )
