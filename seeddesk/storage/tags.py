"""Which practices have a tag: a choice made in a field, a status, a year. Sets of practices as bitmaps, so that a facet is counted by one *and*.

A tag is a field and a code. Fields of the form go by their template; ours begin with "@".
"""

from __future__ import annotations

import json
import struct
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, TypeAlias
from zlib import crc32

from seeddesk.storage import rows as lines
from seeddesk.storage.postings import MODULUS, listed, reseal, seal_kept, sql, whole
from seeddesk.storage.postings import places as members

if TYPE_CHECKING:
    from sqlalchemy import Connection

    from seeddesk.storage.projection import Projection

Tag: TypeAlias = tuple[str, str]

HIDDEN, CONFLICT, YEAR, DUE, COLLECTOR = "@hidden", "@conflict", "@year", "@due", "@collector"
YES = "yes"
SORTED = {
    name: f"@{name}" for name in ("status", "country", "year", "stage", "completeness", "conflicts")
}  # what has few values is sorted by its tags
_BLOCK = 32768
_SEAL = -1  # where the seal of this table is kept among those of the blocks
_BYTES = _BLOCK // 8
_FEW = 1024  # up to so many practices of a block, they lie as a list
_BETWEEN, _AFTER = "\x1f", "\x1e"  # no form can hold one: XML forbids them


def of(this: Projection) -> set[Tag]:
    """The tags of a practice: its facets, and what lists are narrowed and sorted by."""
    row = this.row
    found = {
        *this.facets,
        ("@status", row.status),
        ("@country", row.country),
        (YEAR, row.year),
        ("@stage", row.stage),
        ("@completeness", f"{row.completeness:03d}"),
        ("@conflicts", f"{row.conflicts:04d}"),
    }
    if row.conflicts:
        found.add((CONFLICT, YES))
    if this.hidden:
        found.add((HIDDEN, YES))
    for field, template in ((DUE, "review_due_on"), (COLLECTOR, "collected_by")):
        said = this.values.get(template)
        if isinstance(said, str) and said.strip():
            found.add((field, said.strip()))
    return found


def joined(found: Iterable[Tag]) -> str:
    """Tags as one text."""
    return _AFTER.join(sorted(f"{field}{_BETWEEN}{code}" for field, code in found)).replace("\0", "")


def split(text: str) -> list[Tag]:
    """The tags of such a text."""
    return [(field, code) for field, _, code in (one.partition(_BETWEEN) for one in text.split(_AFTER))] if text else []


def create(connection: Connection) -> None:
    """Make the empty index."""
    sqlite = connection.dialect.name == "sqlite"
    word, blob, end = ("TEXT", "BLOB", " WITHOUT ROWID") if sqlite else ('TEXT COLLATE "C"', "BYTEA", "")
    connection.exec_driver_sql(
        f"CREATE TABLE tag (field {word} NOT NULL, code {word} NOT NULL, block INTEGER NOT NULL, held {blob} NOT NULL,"
        f" PRIMARY KEY (field, code, block)){end}"
    )


def drop(connection: Connection) -> None:
    """Take the index away."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS tag")


def change(connection: Connection, tagged: Mapping[Tag, Sequence[tuple[int, bool]]]) -> None:
    """Give and take tags: for each tag, (number, whether it has it now)."""
    by_field: dict[str, dict[str, Sequence[tuple[int, bool]]]] = defaultdict(dict)
    for (field, code), changes in tagged.items():
        by_field[field][code] = changes
    for field in sorted(by_field):
        blocks: dict[tuple[str, int], list[tuple[int, bool]]] = defaultdict(list)
        for code, changes in sorted(by_field[field].items()):
            for number, has in changes:
                blocks[code, number // _BLOCK].append((number % _BLOCK, has))
        _write(connection, field, blocks)


def sound(connection: lines.Reader) -> bool:
    """Whether every row is as it was written."""
    between = f" || {'char' if connection.dialect.name == 'sqlite' else 'chr'}(31) || "
    row = lines.as_bytes(connection, between.join(("field", "code", "block")), "held")
    row = lines.if_texts(connection, ("field", "code"), row, blob="held")
    total = lines.checksum(connection, row, "tag")
    return total is not None and total % MODULUS == seal_kept(connection, _SEAL)


def _write(connection: Connection, field: str, blocks: Mapping[tuple[str, int], Sequence[tuple[int, bool]]]) -> None:
    asked = "SELECT code, block, held FROM tag WHERE field = ? AND code IN (SELECT value FROM json_each(?))"
    codes = json.dumps(list(dict.fromkeys(code for code, _ in blocks)))
    rows = connection.exec_driver_sql(sql(connection, asked), (field, codes))
    held = {(code, block): whole(found) for code, block, found in rows}
    written, gone, seal = [], [], seal_kept(connection, _SEAL)
    for (code, block), changes in blocks.items():
        old = held.get((code, block), b"")
        new = _changed(old, changes)
        if old:
            seal -= _seal(field, code, block, old)
        if new:
            seal += _seal(field, code, block, new)
            written.append((field, code, block, new))
        elif old:
            gone.append((field, code, block))
    if written:
        how = " ON CONFLICT (field, code, block) DO UPDATE SET held = excluded.held" if held else ""
        connection.exec_driver_sql(
            sql(connection, f"INSERT INTO tag (field, code, block, held) VALUES (?, ?, ?, ?){how}"), written
        )
    if gone:
        connection.exec_driver_sql(sql(connection, "DELETE FROM tag WHERE field = ? AND code = ? AND block = ?"), gone)
    reseal(connection, _SEAL, seal)


def _seal(field: str, code: str, block: int, held: bytes) -> int:
    return crc32(held, crc32(f"{field}{_BETWEEN}{code}{_BETWEEN}{block}".encode()))


def having(connection: Connection, field: str, codes: Iterable[str]) -> int:
    """The practices with one of some codes, as a set."""
    rows = connection.exec_driver_sql(
        sql(connection, "SELECT block, held FROM tag WHERE field = ? AND code IN (SELECT value FROM json_each(?))"),
        (field, json.dumps(list(codes))),
    )
    return _set(rows)


def up_to(connection: Connection, field: str, code: str) -> int:
    """The practices with a code that is not after this one."""
    rows = connection.exec_driver_sql(
        sql(connection, "SELECT block, held FROM tag WHERE field = ? AND code <= ?"), (field, code)
    )
    return _set(rows)


def known(connection: Connection, field: str) -> bool:
    """Whether any practice has a tag of this field."""
    asked = sql(connection, "SELECT 1 FROM tag WHERE field = ? LIMIT 1")
    return connection.exec_driver_sql(asked, (field,)).first() is not None


def codes(connection: Connection, field: str) -> set[str]:
    """The codes of a field that practices have."""
    asked = sql(connection, "SELECT DISTINCT code FROM tag WHERE field = ?")
    return {lines.text(code) for (code,) in connection.exec_driver_sql(asked, (field,))}


def sets(connection: Connection, fields: Sequence[str]) -> dict[str, dict[str, int]]:
    """field -> code -> the practices that have it."""
    among = "SELECT field, code, block, held FROM tag WHERE field IN (SELECT value FROM json_each(?))"
    found: dict[str, dict[str, int]] = {}
    rows = connection.exec_driver_sql(sql(connection, among), (json.dumps(list(fields)),)).all()
    for field, said, block, held in rows:
        codes, code = found.setdefault(field, {}), lines.text(said)
        codes[code] = codes.get(code, 0) | _bits(held) << block * _BLOCK
    return found


def pairs(connection: Connection, fields: Sequence[str]) -> Iterator[tuple[str, str, int]]:
    """(field, code, practice) for every tag of some fields."""
    among = "SELECT field, code, block, held FROM tag WHERE field IN (SELECT value FROM json_each(?))"
    for field, code, block, row in connection.exec_driver_sql(sql(connection, among), (json.dumps(list(fields)),)):
        held = whole(row)
        for place in members(_bits(held)) if len(held) == _BYTES else listed(held):
            yield field, lines.text(code), block * _BLOCK + place


def _set(rows: Iterable[Sequence[object]]) -> int:
    found = 0
    for block, held in rows:
        assert isinstance(block, int)
        found |= _bits(held) << block * _BLOCK
    return found


def _bits(row: object) -> int:
    held = whole(row)
    if len(held) == _BYTES:
        return int.from_bytes(held, "little")
    places = listed(held)
    if len(places) < 24:
        found = 0
        for place in places:
            found |= 1 << place
        return found
    bits = bytearray(_BYTES)
    for place in places:
        bits[place >> 3] |= 1 << (place & 7)
    return int.from_bytes(bits, "little")


def _changed(old: bytes, changes: Sequence[tuple[int, bool]]) -> bytes:
    if not old and len(changes) < _FEW:
        places = sorted(place for place, has in changes if has)
        return struct.pack(f"<{len(places)}H", *places)
    if len(old) < _BYTES and len(old) // 2 + len(changes) < _FEW:
        held = set(listed(old))
        held.difference_update(place for place, _ in changes)
        held.update(place for place, has in changes if has)
        return struct.pack(f"<{len(held)}H", *sorted(held))
    bits = bytearray(_bits(old).to_bytes(_BYTES, "little"))
    for place, has in changes:
        if has:
            bits[place >> 3] |= 1 << (place & 7)
        else:
            bits[place >> 3] &= ~(1 << (place & 7)) & 255
    found = int.from_bytes(bits, "little")
    count = found.bit_count()
    return bytes(bits) if count >= _FEW else struct.pack(f"<{count}H", *members(found))
