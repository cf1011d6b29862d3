"""Which practices hold a word, and how much it weighs in each: the inverted index, in plain tables that are the same on both databases.

Practices are numbered from 1 up and taken in blocks of `BLOCK`. A row of the table ``posting`` says, for one block and one word, which practices
of the block hold the word at which *level* (1 to `LEVELS`: how much it weighs there). A word of few practices is a list of numbers, 12 bits of
place and 4 of level; a word of many is four bitmaps, one for each binary digit of the level. So a word of every practice costs a quarter of a
kilobyte for a thousand practices, and sets of practices are Python's integers: and, or, not and counting are one operation each.
"""

from __future__ import annotations

import json
import struct
from array import array
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

from seeddesk.domain.errors import StorageError
from seeddesk.storage import rows

if TYPE_CHECKING:
    from sqlalchemy import Connection

BLOCK, LEVELS = 4096, 15
_BYTES, _DIGITS = BLOCK // 8, 4
_WHOLE = _DIGITS * _BYTES  # bytes of four bitmaps
_FEW, _SHORT = (
    128,
    48,
)  # up to so many practices of a block, a word lies as a list; what is quicker put together bit by bit
_ALL_AT_ONCE = 3000  # words changed in one block from which on the whole block is read
MODULUS = 1 << 62
_PLACE_OF_DIGIT = [bytes.maketrans(bytes(range(16)), bytes(48 + (level >> digit & 1) for level in range(16))) for digit in range(_DIGITS)]  # fmt: skip

Digits: TypeAlias = tuple[int, int, int, int]  # four sets of practices: those whose level has this binary digit
Postings: TypeAlias = "Sequence[int]"  # place << 4 | level for each practice
empty = partial(
    array, "H"
)  # a fifth of the memory of a list, and what does not fit the processor's cache is what takes the time


def create(connection: Connection) -> None:
    """Make the empty index."""
    sqlite = connection.dialect.name == "sqlite"
    word, blob, end = ("TEXT", "BLOB", " WITHOUT ROWID") if sqlite else ('TEXT COLLATE "C"', "BYTEA", "")
    connection.exec_driver_sql(
        f"CREATE TABLE posting (block INTEGER NOT NULL, word {word} NOT NULL, held {blob} NOT NULL, PRIMARY KEY (block, word)){end}"
    )
    connection.exec_driver_sql("CREATE TABLE posting_block (block INTEGER PRIMARY KEY, seal BIGINT NOT NULL)")


def drop(connection: Connection) -> None:
    """Take the index away."""
    connection.exec_driver_sql("DROP TABLE IF EXISTS posting")
    connection.exec_driver_sql("DROP TABLE IF EXISTS posting_block")


def sql(connection: Connection, statement: str) -> str:
    """A statement with ? for its parameters, as the driver wants it; ``json_each(?)`` gives the texts of a JSON list."""
    if connection.dialect.name == "sqlite":
        return statement
    return statement.replace("json_each(?)", "json_array_elements_text(CAST(? AS json))").replace("?", "%s")


def numbers_sql(connection: Connection, statement: str) -> str:
    """The same, where the JSON list holds numbers."""
    if connection.dialect.name != "sqlite":
        statement = statement.replace("SELECT value FROM json_each", "SELECT CAST(value AS integer) FROM json_each")
    return sql(connection, statement)


def change(connection: Connection, block: int, changes: Mapping[str, Postings | Digits]) -> None:
    """Set levels in one block. changes: for each word, postings of the practices that change, smallest first (level 0 takes the word away from one
    that holds it), or sets of practices that come to it."""
    if not changes:
        return
    held = _held(connection, block, changes)
    total = seal_kept(connection, block)
    written, gone = [], []
    for name in sorted(changes):  # in the order they lie in
        old, this = held.get(name), changes[name]
        if isinstance(this, tuple):
            new = _added(old, this)
        else:
            new = _changed(old, this) if old else _packed(this)
        if old:
            total -= _seal(name, old)
        if new:
            written.append((block, name, new))
            total += _seal(name, new)
        elif old:
            gone.append((block, name))
    if written:
        how = " ON CONFLICT (block, word) DO UPDATE SET held = excluded.held" if held else ""
        connection.exec_driver_sql(
            sql(connection, f"INSERT INTO posting (block, word, held) VALUES (?, ?, ?){how}"), written
        )
    if gone:
        connection.exec_driver_sql(sql(connection, "DELETE FROM posting WHERE block = ? AND word = ?"), gone)
    reseal(connection, block, total)


def packed(words: Mapping[str, Postings | Digits]) -> tuple[list[tuple[str, bytes]], int]:
    """The rows of a block in which nobody was yet, in the order they lie in, and what they add up to."""
    made = [
        (name, _settled(held) if isinstance(held, tuple) else _packed(held)) for name, held in sorted(words.items())
    ]
    return made, sum([_seal(name, held) for name, held in made]) % MODULUS


def put(connection: Connection, block: int, words: Iterable[tuple[str, bytes]], seal: int) -> None:
    """Write what `packed` made of a block."""
    rows = [(block, name, held) for name, held in words]
    connection.exec_driver_sql(sql(connection, "INSERT INTO posting (block, word, held) VALUES (?, ?, ?)"), rows)
    reseal(connection, block, seal)


def seal_kept(connection: rows.Reader, block: int) -> int:
    """What the rows of a block added up to when they were written."""
    found = list(rows.each(connection, "SELECT seal FROM posting_block WHERE block = ?", (block,)))
    try:
        return sum(int(seal) for (seal,) in found)
    except (TypeError, ValueError) as error:
        raise StorageError("search-damaged") from error


def reseal(connection: Connection, block: int, seal: int) -> None:
    """Note what the rows of a block add up to."""
    statement = "INSERT INTO posting_block VALUES (?, ?) ON CONFLICT (block) DO UPDATE SET seal = excluded.seal"
    connection.exec_driver_sql(sql(connection, statement), (block, seal % MODULUS))


def beginnings(words: Mapping[str, Postings], longest: int) -> dict[str, Postings | Digits]:
    """Beginnings of words and who holds them, out of the words of a block and who holds those. A level is the *or* of the words' levels."""
    found: dict[str, Postings | Digits] = {}
    shorter: Mapping[str, Postings | Digits] = words
    for letters in range(longest, 0, -1):  # what begins a word of three letters begins as many of two
        lists: defaultdict[str, array[int]] = defaultdict(empty)
        sets: dict[str, list[Digits]] = defaultdict(list)
        for name, held in shorter.items():
            if isinstance(held, tuple):
                sets[name[:letters]].append(held)
            else:
                lists[name[:letters]].extend(held)
        these = {start: _together(lists.get(start, ()), sets.get(start, ())) for start in lists.keys() | sets.keys()}
        found.update(these)  # a whole word shorter than the beginnings counted gives way to the beginning it is
        shorter = these
    return found


def _together(postings: Sequence[int], sets: Sequence[Digits]) -> Postings | Digits:
    if not sets and len(postings) < _FEW:
        levels: dict[int, int] = {}
        for one in postings:
            levels[one >> 4] = levels.get(one >> 4, 0) | one & LEVELS
        return array("H", [place << 4 | level for place, level in sorted(levels.items())])
    a, b, c, d = _listed(postings)
    for digits in sets:
        a, b, c, d = a | digits[0], b | digits[1], c | digits[2], d | digits[3]
    return a, b, c, d


def word(connection: Connection, wanted: str) -> Digits:
    """The practices that hold a word."""
    return _sets(
        connection.exec_driver_sql(
            sql(
                connection,
                "SELECT b.block, p.held FROM posting_block b CROSS JOIN posting p WHERE p.block = b.block AND p.word = ?",
            ),
            (wanted,),
        ).all()
    )


def words_from(connection: Connection, beginning: str) -> Digits:
    """The practices that hold a word with this beginning."""
    return _sets(
        connection.exec_driver_sql(
            sql(
                connection,
                "SELECT b.block, p.held FROM posting_block b CROSS JOIN posting p"
                " WHERE p.block = b.block AND p.word >= ? AND p.word < ?",
            ),
            (beginning, beginning + "\U0010ffff"),
        ).all()
    )


def sound(connection: rows.Reader) -> bool:
    """Whether every row is as it was written."""
    kept = dict(rows.each(connection, "SELECT block, seal FROM posting_block WHERE block >= 0"))
    # Blocks are looked up each from the one before: there are a few, with a million words.
    found = rows.each(
        connection,
        "WITH RECURSIVE each (block) AS (SELECT min(block) FROM posting UNION ALL"
        " SELECT (SELECT min(block) FROM posting WHERE posting.block > each.block) FROM each WHERE each.block IS NOT NULL)"
        " SELECT block FROM each WHERE block IS NOT NULL",
    )
    row = rows.if_texts(connection, ["word"], rows.as_bytes(connection, "word", "held"), blob="held")
    source = "posting WHERE block = ?"
    sums = {block: rows.checksum(connection, row, source, (block,)) for block in {*kept, *(one for (one,) in found)}}
    return all(total is not None and total % MODULUS == kept.get(block) for block, total in sums.items())


def _seal(name: str, held: bytes) -> int:
    return crc32(held, crc32(name.encode()))


def _held(connection: Connection, block: int, wanted: Iterable[str]) -> dict[str, bytes]:
    names = list(wanted)
    if len(names) >= _ALL_AT_ONCE:
        rows = connection.exec_driver_sql(sql(connection, "SELECT word, held FROM posting WHERE block = ?"), (block,))
        among = set(names)
        return {name: whole(held) for name, held in rows if name in among}
    rows = connection.exec_driver_sql(
        sql(connection, "SELECT word, held FROM posting WHERE block = ? AND word IN (SELECT value FROM json_each(?))"),
        (block, json.dumps(names)),
    )
    return {name: whole(held) for name, held in rows}


def whole(held: object) -> bytes:
    """What a row of the index holds. Raises StorageError ``search-damaged`` for what is not even bytes, as one turned bit makes it."""
    if type(held) is bytes:
        return held
    raise StorageError("search-damaged")


def listed(held: bytes) -> tuple[int, ...]:
    """The numbers of a row that lies as a list. Raises StorageError ``search-damaged`` for half a number."""
    try:
        return struct.unpack(f"<{len(held) // 2}H", held)
    except struct.error as error:
        raise StorageError("search-damaged") from error


def _packed(postings: Sequence[int]) -> bytes:
    """A row for places none of which comes twice, smallest first."""
    if len(postings) < _FEW:
        return struct.pack(f"<{len(postings)}H", *postings)
    return _row(_listed(postings))


def _added(old: bytes | None, digits: Digits) -> bytes:
    if old:
        touched = digits[0] | digits[1] | digits[2] | digits[3]
        a, b, c, d = (
            was & ~touched | now
            for was, now in zip(_digits(old) if len(old) == _WHOLE else _sets([(0, old)]), digits, strict=True)
        )
        digits = a, b, c, d
    return _settled(digits)


def _settled(digits: Sequence[int]) -> bytes:
    held = digits[0] | digits[1] | digits[2] | digits[3]
    if held.bit_count() >= _FEW:
        return _row(digits)
    return _packed([place << 4 | _level(digits, place) for place in places(held)])


def _row(digits: Iterable[int]) -> bytes:
    return b"".join([bits.to_bytes(_BYTES, "little") for bits in digits])


def _changed(old: bytes, postings: Sequence[int]) -> bytes:
    if len(old) != _WHOLE:
        levels = {one >> 4: one & LEVELS for one in listed(old)}
        levels.update((one >> 4, one & LEVELS) for one in postings)
        return _packed([place << 4 | level for place, level in sorted(levels.items()) if level])
    touched = ~_touched(postings)
    digits = [was & touched | now for was, now in zip(_digits(old), _listed(postings), strict=True)]
    return _settled(digits)


def _touched(postings: Sequence[int]) -> int:
    if len(postings) < _SHORT:
        found = 0
        for one in postings:
            found |= 1 << (one >> 4)
        return found
    flags = bytearray(b"0") * BLOCK
    for one in postings:
        flags[~(one >> 4)] = 49
    return int(flags, 2)


def _level(digits: Sequence[int], place: int) -> int:
    return sum((bits >> place & 1) << digit for digit, bits in enumerate(digits))


def _digits(held: bytes) -> Sequence[int]:
    """The four sets of a row of bitmaps, counted from the block's beginning."""
    return [int.from_bytes(held[start : start + _BYTES], "little") for start in range(0, _WHOLE, _BYTES)]


def _listed(postings: Sequence[int]) -> Sequence[int]:
    """The same of a list; a place that comes twice, under two words, gets both levels' digits."""
    if len(postings) < _SHORT:
        sets: dict[int, int] = {}
        for one in postings:
            sets[one & LEVELS] = sets.get(one & LEVELS, 0) | 1 << (one >> 4)
        found = [0] * _DIGITS
        for level, bits in sets.items():
            for digit in range(_DIGITS):
                if level >> digit & 1:
                    found[digit] |= bits
        return found
    levels = bytearray(BLOCK)
    for one in postings:
        levels[~(one >> 4)] |= one & LEVELS
    return [int(levels.translate(table), 2) for table in _PLACE_OF_DIGIT]


def _sets(rows: Iterable[Sequence[Any]]) -> Digits:
    blocks: dict[int, Sequence[int]] = {}
    lists: dict[int, list[int]] = {}
    for block, row in rows:
        held = whole(row)
        if len(held) == _WHOLE:
            found = _digits(held)
            known = blocks.get(block)
            blocks[block] = found if known is None else [a | b for a, b in zip(known, found, strict=True)]
        else:
            lists.setdefault(block, []).extend(listed(held))
    for block, postings in lists.items():
        found = _listed(postings)
        known = blocks.get(block)
        blocks[block] = found if known is None else [a | b for a, b in zip(known, found, strict=True)]
    if not blocks:
        return (0, 0, 0, 0)
    none = (0,) * _DIGITS
    every = [blocks.get(block, none) for block in range(max(blocks) + 1)]
    a, b, c, d = (joined([sets[digit] for sets in every]) for digit in range(_DIGITS))
    return a, b, c, d


def joined(blocks: Sequence[int]) -> int:
    """One set of the sets of every block, each counted from its beginning."""
    return int.from_bytes(b"".join(bits.to_bytes(_BYTES, "little") for bits in blocks), "little")


def places(bits: int) -> list[int]:
    """The members of a set, smallest first."""
    found: list[int] = []
    text = bits.to_bytes((bits.bit_length() + 7) // 8, "little")
    for at, byte in enumerate(text):
        if byte:
            found += [at * 8 + bit for bit in _BITS[byte]]
    return found


_BITS = [[bit for bit in range(8) if byte >> bit & 1] for byte in range(256)]
