"""What practices are found by: their words and their tags, and the index over both, the same on SQLite and PostgreSQL.

The table ``search`` keeps each practice's folded words and its tags. ``posting`` (see `postings`) and ``tag`` (see `tags`) say the other way
round who holds a word or a tag. A practice that is saved alone is only noted in ``fresh`` with what the index still says of it; whoever
searches reads the few that stand there word by word, and they are brought into the index while nobody writes. So a save while one types costs
one row, whatever it changes.
"""

from __future__ import annotations

import json
from array import array
from collections import Counter, defaultdict
from collections.abc import Container, Iterable, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple, TypeAlias

from seeddesk.domain.query import words
from seeddesk.storage import postings, tags
from seeddesk.storage import rows as lines
from seeddesk.storage.postings import BLOCK, Digits, Postings, numbers_sql, sql
from seeddesk.storage.tags import Tag

if TYPE_CHECKING:
    from sqlalchemy import Connection

FRESH = 256  # practices written together from which on they are brought into the index at once
MOST = 1024  # practices that may wait for it: only a save that finds more brings them in itself
SLICE = 16  # practices brought in together when nothing else is to be done
START = "*"  # before a beginning of one to three letters, which is indexed as a word is: no word holds it
LONGEST = 60  # letters of a word that count
STARTS = 3  # letters of the longest beginning that is indexed
TITLE, NAMES = 10, 4  # how often a word of the title, of the names counts, against one of the rest
_MUCH, _LENGTH = 1.2, 0.75  # bm25's k1 and b
_USUAL = 400  # words of a usual practice: a true average would move with every save, and every weight with it
_LETTERS = 7  # of a usual word, with its space
_STEP = 32  # words by which lengths are told apart
_SHARES = (
    0,
    0.15,
    0.28,
    0.38,
    0.47,
    0.55,
    0.62,
    0.68,
    0.73,
    0.78,
    0.83,
    0.87,
    0.91,
    0.94,
    0.97,
)  # of what a word can weigh at most, by level
_COLUMNS = "title, names, body, tags"
_Postings: TypeAlias = defaultdict[str, "array[int]"]


class SearchText(NamedTuple):
    """What a practice is found by, the weightier part first: its title and code, its organisations and places, everything else."""

    title: str
    names: str
    body: str


class Entry(NamedTuple):
    """What the table holds of one practice: folded words with a space before, between and behind them, and tags in one text."""

    title: str
    names: str
    body: str
    tags: str

    @property
    def length(self) -> int:
        """About how many words it has: counting them would take longer than all the rest of weighing it."""
        return (len(self.title) + len(self.names) + len(self.body)) // _LETTERS


NOTHING = Entry("", "", "", "")


def entry(parts: SearchText, tagged: Iterable[Tag]) -> Entry:
    """A practice as it is kept."""
    title, names, body = map(_spelt, parts)
    return Entry(title, names, body, tags.joined(tagged))


def _spelt(part: str) -> str:
    found = words(part)
    if not found:
        return ""
    if max(map(len, found)) > LONGEST:
        found = [word[:LONGEST] for word in found]
    return f" {' '.join(found)} "


def create(connection: Connection) -> None:
    """Make the empty index."""
    for name in ("search", "fresh"):
        connection.exec_driver_sql(
            f"CREATE TABLE {name} (number INTEGER PRIMARY KEY, title TEXT NOT NULL, names TEXT NOT NULL,"
            " body TEXT NOT NULL, tags TEXT NOT NULL)"
        )
    postings.create(connection)
    tags.create(connection)


def replace(connection: Connection, entries: Sequence[tuple[int, Entry]], again: bool) -> None:
    """Index practices by number. again: some of them may be in the index already."""
    if not entries:
        return
    entries = sorted(entries)
    numbers = [number for number, _ in entries]
    old = stored(connection, numbers) if again else {}
    changed = [(number, new) for number, new in entries if old.get(number) != new]
    at_once = len(changed) >= FRESH
    if at_once:
        waiting = _waiting(connection, [number for number, _ in changed]) if again else {}
        _index(connection, [(number, waiting.get(number, old.get(number, NOTHING)), new) for number, new in changed])
        if waiting:
            _forget(connection, waiting)
    else:
        noted = [(number, *old.get(number, NOTHING)) for number, _ in changed]
        connection.exec_driver_sql(
            sql(connection, f"{_insert('fresh')} ON CONFLICT (number) DO NOTHING"), noted
        ) if noted else None
    if changed:
        how = " ON CONFLICT (number) DO UPDATE SET title = excluded.title, names = excluded.names, body = excluded.body, tags = excluded.tags"
        connection.exec_driver_sql(
            sql(connection, _insert("search") + (how if old else "")), [(number, *new) for number, new in changed]
        )
    if not at_once and int(connection.exec_driver_sql("SELECT count(*) FROM fresh").scalar_one()) > MOST:
        settle(connection)


def settle(connection: Connection, most: int | None = None) -> bool:
    """Bring practices that wait into the index: all, or the first `most` by number. Returns whether others still wait."""
    asked = f"SELECT number FROM fresh ORDER BY number{'' if most is None else f' LIMIT {most}'}"
    numbers = [row[0] for row in connection.exec_driver_sql(asked)]
    waiting, now = _waiting(connection, numbers), stored(connection, numbers)
    _index(connection, [(number, old, now[number]) for number, old in waiting.items()])
    _forget(connection, numbers)
    return len(numbers) == most


def stored(connection: Connection, numbers: Sequence[int]) -> dict[int, Entry]:
    """What is kept of practices, by number."""
    return _read(connection, "search", numbers)


def holding(connection: Connection, numbers: Sequence[int], sought: str) -> set[int]:
    """Which of some practices hold a run of words."""
    asked = "SELECT number, body, names, title FROM search WHERE number IN (SELECT value FROM json_each(?))"
    rows = connection.exec_driver_sql(numbers_sql(connection, asked), (json.dumps(list(numbers)),)).all()
    try:
        return {row[0] for row in rows if sought in row[1] or sought in row[2] or sought in row[3]}
    except TypeError:  # one of them is damaged
        return {number for number, *parts in rows if any(sought in lines.text(part) for part in parts)}


def clear(connection: Connection) -> None:
    """Forget all."""
    for name in ("search", "fresh"):  # what an earlier version made becomes this one's
        connection.exec_driver_sql(f"DROP TABLE IF EXISTS {name}")
    postings.drop(connection)
    tags.drop(connection)
    create(connection)


def purge(connection: Connection) -> None:
    """Let words that were removed leave the file: what waits for the index still has them."""
    settle(connection)


def sound(connection: lines.Reader) -> bool:
    """Whether the index is whole in itself: every row is as it was written. That it says what the practices say is `thorough`'s to find out."""
    return postings.sound(connection) and tags.sound(connection)


def astray(connection: lines.Reader) -> bool:
    """Whether anything is kept of practices that are not there."""
    asked = "SELECT 1 FROM search WHERE number NOT IN (SELECT number FROM practice) LIMIT 1"
    return bool(list(lines.each(connection, asked)))


def thorough(connection: Connection) -> bool:
    """Whether the index says of every practice what its words and tags say; the work of making it anew."""
    from sqlalchemy import create_engine

    waiting = _waiting(connection, None)
    fresh = create_engine("sqlite://")
    try:
        with fresh.begin() as other:
            create(other)
            last = 0
            while rows := connection.exec_driver_sql(
                sql(
                    connection, f"SELECT number, {_COLUMNS} FROM search WHERE number > ? ORDER BY number LIMIT {BLOCK}"
                ),
                (last,),
            ).all():
                last = rows[-1][0]
                _index(other, [(row[0], NOTHING, waiting.get(row[0], Entry(*row[1:]))) for row in rows])
            return all(_rows(connection, table) == _rows(other, table) for table in ("posting", "tag"))
    finally:
        fresh.dispose()


def _rows(connection: Connection, table: str) -> set[tuple[object, ...]]:
    return {
        tuple(bytes(one) if isinstance(one, memoryview) else one for one in row)
        for row in connection.exec_driver_sql(f"SELECT * FROM {table}")
    }


def waiting(connection: Connection) -> dict[int, Entry]:
    """The practices the index is behind with, as they are now."""
    rows = connection.exec_driver_sql(
        "SELECT s.number, s.title, s.names, s.body, s.tags FROM fresh f CROSS JOIN search s WHERE s.number = f.number"
    )
    return {row[0]: Entry(*map(lines.text, row[1:])) for row in rows}


def level(count: int, length: int) -> int:
    """How much a word weighs in a practice, 1 to `LEVELS`. count: how often it stands there, with the weights of title and names · length: of
    the practice in words."""
    return _levels(length // _STEP)[count]


def share(count: float, length: int) -> float:
    """The same without steps: bm25's term frequency part, 0 to 1."""
    return count / (count + _MUCH * (1 - _LENGTH + _LENGTH * length / _USUAL))


@lru_cache(maxsize=1024)
def _levels(steps: int) -> bytes:
    """count -> level, for practices of a length; no count can be larger than every word said in the title."""
    length = steps * _STEP + _STEP // 2
    usual = _MUCH * (1 - _LENGTH + _LENGTH * length / _USUAL)
    starts = [int(usual * least / (1 - least)) + 1 for least in _SHARES]
    most = TITLE * (steps + 1) * _STEP + 1
    return b"\0" + b"".join(
        bytes([level]) * max(0, min(end, most) - start)
        for level, (start, end) in enumerate(pairwise([*starts, most]), 1)
    )


def _index(connection: Connection, changes: Iterable[tuple[int, Entry, Entry]]) -> None:
    """Bring practices into the index. changes: number, what the index says of it, what it is to say."""
    added: dict[int, _Postings] = defaultdict(_nothing)  # by block, of practices the index knows nothing of
    changed: dict[int, _Postings] = defaultdict(_nothing)
    tagged: dict[Tag, list[tuple[int, bool]]] = defaultdict(list)
    for number, old, new in changes:
        place = number % BLOCK << 4
        if old[:3] == NOTHING[:3]:
            _add(added[number // BLOCK], place, new)
        elif old[:3] != new[:3]:
            these = changed[number // BLOCK]
            for word, level in _difference(old, new).items():
                these[word].append(place | level)
        if old.tags != new.tags:
            before_tags, now_tags = set(tags.split(old.tags)), set(tags.split(new.tags))
            for tag in before_tags - now_tags:
                tagged[tag].append((number, False))
            for tag in now_tags - before_tags:
                tagged[tag].append((number, True))
    for block in sorted(added.keys() | changed.keys()):
        if fresh := added.get(block):
            postings.change(connection, block, _with_starts(fresh))
        postings.change(connection, block, changed.get(block, {}))
    tags.change(connection, tagged)


def words_of_block(entries: Iterable[tuple[int, Entry]]) -> dict[str, Postings | Digits]:
    """Words and beginnings, and who holds them, of practices of one block."""
    found = _nothing()
    for number, this in entries:
        _add(found, number % BLOCK << 4, this)
    return _with_starts(found)


def put(
    connection: Connection,
    block: int,
    entries: Iterable[tuple[int, Entry]],
    words: tuple[Iterable[tuple[str, bytes]], int],
    tagged: Mapping[Tag, Iterable[int]],
) -> None:
    """Index a whole block of practices none of which is in the index. words: as `postings.packed` gives them · tagged: who has a tag."""
    connection.exec_driver_sql(sql(connection, _insert("search")), [(number, *this) for number, this in entries])
    postings.put(connection, block, *words)
    tags.change(connection, {tag: [(number, True) for number in numbers] for tag, numbers in tagged.items()})


def _add(these: _Postings, place: int, this: Entry) -> None:
    table, counts = _counted(this)
    for word, count in counts.items():
        these[word].append(place | table[count])


def _with_starts(words: _Postings) -> dict[str, Postings | Digits]:
    starts = postings.beginnings(words, STARTS)
    return {**words, **{START + start: held for start, held in starts.items()}}


def _nothing() -> _Postings:
    return defaultdict(postings.empty)


def _counted(of: Entry) -> tuple[bytes, dict[str, int]]:
    """count -> level for this practice, and how often each word stands in it."""
    title, names, body = of.title.split(), of.names.split(), of.body.split()
    counts: dict[str, int] = Counter(body)
    for part, weight in ((names, NAMES), (title, TITLE)):
        for word in part:
            counts[word] = counts.get(word, 0) + weight
    return _levels((len(title) + len(names) + len(body)) // _STEP), counts


def _difference(old: Entry, new: Entry) -> dict[str, int]:
    """The words and beginnings of which the index is to say something else, with their levels, 0 for those that are gone."""
    before, now = _levelled(old), _levelled(new)
    found = {word: now.get(word, 0) for word, _ in before.items() ^ now.items()}
    letters = {word[0] for word in found}  # most saves change few words: the beginnings of the others are as they were
    was, become = _beginnings(before, letters), _beginnings(now, letters)
    found.update({START + start: become.get(start, 0) for start, _ in was.items() ^ become.items()})
    return found


def _levelled(of: Entry) -> dict[str, int]:
    """Every word of a practice with its level."""
    table, counts = _counted(of)
    return {word: table[count] for word, count in counts.items()}


def _beginnings(words: Mapping[str, int], letters: Container[str]) -> dict[str, int]:
    """The beginnings that are indexed of the words with one of these first letters: each with the levels of all that begin so."""
    found: dict[str, int] = {}
    longer: Mapping[str, int] = {word: level for word, level in words.items() if word[0] in letters}
    for length in range(STARTS, 0, -1):  # a shorter one is that of the longer ones, of which there are fewer
        shorter: dict[str, int] = {}
        for word, level in longer.items():
            start = word[:length]
            shorter[start] = shorter.get(start, 0) | level
        found |= shorter
        longer = shorter
    return found


def _waiting(connection: Connection, numbers: Sequence[int] | None) -> dict[int, Entry]:
    """What the index says of the practices that wait: of some, or of all."""
    return _read(connection, "fresh", numbers)


def _read(connection: Connection, table: str, numbers: Sequence[int] | None) -> dict[int, Entry]:
    asked = f"SELECT number, {_COLUMNS} FROM {table}"
    if numbers is None:
        rows = connection.exec_driver_sql(f"{asked} ORDER BY number").all()
    else:
        among = numbers_sql(connection, f"{asked} WHERE number IN (SELECT value FROM json_each(?))")
        rows = connection.exec_driver_sql(among, (json.dumps(list(numbers)),)).all()  # one by one takes twice as long
    return {row[0]: Entry(*map(lines.text, row[1:])) for row in rows}


def _forget(connection: Connection, numbers: Iterable[int]) -> None:
    among = numbers_sql(connection, "DELETE FROM fresh WHERE number IN (SELECT value FROM json_each(?))")
    connection.exec_driver_sql(among, (json.dumps(list(numbers)),))


def _insert(table: str) -> str:
    return f"INSERT INTO {table} (number, {_COLUMNS}) VALUES (?, ?, ?, ?, ?)"
