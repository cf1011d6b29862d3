"""Which practices a query finds, and in which order: sets of practices, put together by *and* and *or* out of the index (see `search`).

The best match is the one that weighs most by bm25. The index knows how much a word weighs in each practice in fifteen steps; the best by those
are weighed exactly, by reading them, and only they.
"""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice

from sqlalchemy import Connection

from seeddesk.domain.query import Clause, Query, clauses, words
from seeddesk.storage import migrations, postings, search, tags
from seeddesk.storage.going_on import ALWAYS, GoOn
from seeddesk.storage.search import LONGEST, NAMES, START, TITLE, Entry

BEST = 100  # practices weighed exactly
_POPPED = 300  # up to so many are taken off a set one by one
_AT_ONCE = 400  # practices read one by one at once, where the index cannot tell
_FIRST = 100  # … while somebody waits for the best of them
_NOW = 2000  # up to so many are read before anything is shown
_STATUS = tags.SORTED["status"]

Read = Callable[
    [Sequence[int]], Iterable[int]
]  # of some practices, those that a condition holds for that only reading can tell


class Index:
    """The index as one snapshot has it, with the practices it is behind with put right."""

    def __init__(self, connection: Connection) -> None:
        """Raises StorageError ``catalogue-older`` for a catalogue of the first schema that is read as it lies: it has another index."""
        migrations.refuse_older(connection, 2)
        self.connection = connection
        self.fresh = search.waiting(connection)
        self._fresh_tags = {number: frozenset(tags.split(entry.tags)) for number, entry in self.fresh.items()}
        self._settled = ~members(self.fresh)

    @cached_property
    def every(self) -> int:
        """All practices, deleted ones too."""
        found = members(self.fresh)
        for bits in tags.sets(self.connection, [_STATUS]).get(_STATUS, {}).values():
            found |= bits
        return found

    def tagged(self, field: str, codes: Iterable[str]) -> int:
        """The practices with one of some codes."""
        wanted = {(field, code) for code in codes}
        fresh = members(number for number, has in self._fresh_tags.items() if not wanted.isdisjoint(has))
        return tags.having(self.connection, field, {code for _, code in wanted}) & self._settled | fresh

    def up_to(self, field: str, code: str) -> int:
        """The practices with a code not after this one."""
        fresh = members(
            number
            for number, has in self._fresh_tags.items()
            if any(name == field and one <= code for name, one in has)
        )
        return tags.up_to(self.connection, field, code) & self._settled | fresh

    def tag_sets(self, fields: Collection[str]) -> dict[str, dict[str, int]]:
        """field -> code -> practices."""
        found = tags.sets(self.connection, list(fields))
        if self.fresh:
            for codes in found.values():
                for code in codes:
                    codes[code] &= self._settled
            for number, has in self._fresh_tags.items():
                for field, code in has:
                    if field in fields:
                        codes = found.setdefault(field, {})
                        codes[code] = codes.get(code, 0) | 1 << number
        return found

    def pairs(self, fields: Collection[str]) -> Iterator[tuple[str, str, int]]:
        """(field, code, practice) for every tag of some fields: where codes are as many as practices, a set for each would be large."""
        for field, code, number in tags.pairs(self.connection, list(fields)):
            if number not in self.fresh:
                yield field, code, number
        for number, has in self._fresh_tags.items():
            yield from ((field, code, number) for field, code in has if field in fields)

    def codes(self, field: str) -> set[str]:
        """The codes of a field that practices have, and perhaps some that none has any more."""
        fresh = (code for has in self._fresh_tags.values() for name, code in has if name == field)
        return tags.codes(self.connection, field).union(fresh)

    def known(self, field: str) -> bool:
        """Whether any practice has a tag of this field."""
        return tags.known(self.connection, field) or any(
            name == field for has in self._fresh_tags.values() for name, _ in has
        )

    def word(self, word: str, is_open: bool) -> tuple[int, ...]:
        """The practices that hold a word, by the binary digits of its level in them."""
        word = word[:LONGEST]
        if not is_open:
            found = postings.word(self.connection, word)
        elif len(word) <= search.STARTS:
            found = postings.word(self.connection, START + word)
        else:
            found = postings.words_from(self.connection, word)
        if not self.fresh:
            return found
        digits = [bits & self._settled for bits in found]
        for number, entry in self.fresh.items():
            count = weight(entry, _sought(Clause((word,), is_open)))
            level = search.level(count, entry.length) if count else 0
            for digit in range(len(digits)):
                if level >> digit & 1:
                    digits[digit] |= 1 << number
        return tuple(digits)


class Found:
    """What a query finds: `total` practices, `page` by page, the best first."""

    def __init__(
        self, index: Index, query: Query, today: str, texts: Callable[[str, str], Read], go_on: GoOn = ALWAYS
    ) -> None:
        """today: the ISO date that ``@due`` is about · texts: (template, text) -> which of some practices hold a text in a field."""
        self.index = index
        self.go_on = go_on
        self._wanted = clauses(query.text)
        self._digits: list[tuple[int, ...]] = []
        self._shares: list[float] = []
        self._reading: list[Read] = []
        self._conditions: list[tuple[str, int]] = []  # field, those that meet it
        hidden = index.tagged(tags.HIDDEN, [tags.YES])
        self._narrow("", hidden if query.deleted else index.every & ~hidden)
        for clause in self._wanted:
            sets = [
                index.word(word, clause.open and at == len(clause.words)) for at, word in enumerate(clause.words, 1)
            ]
            holding = [union(digits) for digits in sets]
            for bits in holding:
                self._narrow("", bits)
            rarest = min(range(len(sets)), key=lambda at: holding[at].bit_count())
            self._digits.append(sets[rarest])
            count, of = holding[rarest].bit_count(), index.every.bit_count()
            self._shares.append(max(math.log((max(of - count, 0) + 0.5) / (count + 0.5)), 0.01))
            if len(clause.words) > 1:
                self._reading.append(self._standing_together(clause))
        if query.status:
            self._narrow("status", index.tagged(_STATUS, query.status))
        if query.has_conflict is not None:
            self._conflicts("yes" if query.has_conflict else "no", today)
        for name, codes in query.where.items():
            self._field(name, codes, today, texts)
        for clause in clauses(query.not_text):
            bits = -1
            for at, word in enumerate(clause.words, 1):
                bits &= union(index.word(word, clause.open and at == len(clause.words)))
            self._exclude(bits, [self._standing_together(clause)] if len(clause.words) > 1 else [])
        for name, codes in query.not_where.items():
            apart = Found.__new__(Found)
            apart.index, apart._conditions, apart._reading = index, [], []
            apart._field(name, codes, today, texts)
            self._exclude(_all(bits for _, bits in apart._conditions), apart._reading)
        self._held = _all(bits for _, bits in self._conditions)
        if self._reading and self._held.bit_count() <= _NOW and not go_on.hasty:
            self._settle()

    @property
    def total(self) -> int:
        """How many there are."""
        return self.bits.bit_count()

    @property
    def bits(self) -> int:
        """All of them as a set; what the index cannot tell is read."""
        if self._reading:
            self._settle()
        return self._held

    def without(self, field: str) -> int:
        """What would be found if nothing were asked of a field."""
        if not any(name == field for name, _ in self._conditions):
            return self.bits
        found = _all(bits for name, bits in self._conditions if name != field)
        for read in self._reading:
            found = members(self._through(read, numbers(found)))
        return found

    def page(self, limit: int, start: int) -> list[int]:
        """Part of them, best first; of those that weigh the same, the last recorded first. Where `go_on` is hasty, those found in time: see
        `whole`."""
        first = [number for number, _ in self._foremost]
        if start + limit <= len(first) or not self._more:
            return first[start : start + limit]
        rest = self.bits & ~members(first)
        skip = max(start - len(first), 0)
        return first[start:] + _take(self._ordered(rest), skip, limit - len(first[start:]))

    @cached_property
    def _foremost(self) -> list[tuple[int, float]]:
        """The best of all, weighed exactly."""
        ordered = self._ordered(self._held)
        if self._reading:
            best = list(islice(self._verified(ordered), BEST))
        else:
            best = _take(ordered, 0, BEST)
        self._more = len(best) == BEST and self.whole
        if not self._wanted:
            return [(number, 0.0) for number in best]
        sought = [_sought(clause) for clause in self._wanted]
        weighed = [
            (number, sum(share * search.share(weight(entry, one), entry.length) for share, one in zip(self._shares, sought, strict=True)))
            for number, entry in search.stored(self.index.connection, best).items()
        ]  # fmt: skip
        return sorted(weighed, key=lambda one: (-one[1], -one[0]))

    _more = True
    whole = True  # False: there was more to read than there was time for, and others may weigh more or be found at all

    def _ordered(self, bits: int) -> Iterator[int]:
        """Sets of those that weigh the same by the index, the weightiest first."""
        digits: list[int] = []
        least = min(self._shares, default=1.0)
        for sets, share in zip(self._digits, self._shares, strict=True):
            times = min(
                3, round(math.log2(max(share, 0.2) / max(least, 0.2)))
            )  # a rare word counts for more: doubled, so many times
            digits = _sum(digits, [0] * times + list(sets))
        yield from _descending(bits, digits, len(digits) - 1)

    def _verified(self, ordered: Iterator[int]) -> Iterator[int]:
        begun = time.thread_time()
        for group in ordered:
            here = numbers(group)
            here.reverse()
            for at in range(0, len(here), _FIRST):
                self.go_on()
                if self.go_on.late(begun):
                    self.whole = False
                    return
                part: Iterable[int] = here[at : at + _FIRST]
                for read in self._reading:
                    part = list(read(list(part)))
                yield from part

    def _settle(self) -> None:
        for read in self._reading:
            self._held = members(self._through(read, numbers(self._held)))
        self._narrow("", self._held)
        self._reading = []

    def _through(self, read: Read, some: Sequence[int]) -> Iterator[int]:
        for at in range(0, len(some), _AT_ONCE):
            self.go_on()
            yield from read(some[at : at + _AT_ONCE])

    def _narrow(self, field: str, bits: int) -> None:
        self._conditions.append((field, bits))

    def _exclude(self, bits: int, reading: Sequence[Read]) -> None:
        if not reading:
            self._narrow("", ~bits)
            return

        def others(some: Sequence[int]) -> Iterable[int]:
            held = [number for number in some if bits >> number & 1]
            for read in reading:
                held = list(read(held))
            gone = set(held)
            return [number for number in some if number not in gone]

        self._reading.append(others)

    def _conflicts(self, said: str, today: str) -> None:
        self._field(tags.CONFLICT, (said,), today, _never)

    def _field(self, name: str, codes: Sequence[str], today: str, texts: Callable[[str, str], Read]) -> None:
        if name in (tags.CONFLICT, tags.DUE):
            has = self.index.tagged(name, [tags.YES]) if name == tags.CONFLICT else self.index.up_to(name, today)
            self._narrow(name, (has if "yes" in codes else 0) | (~has if "no" in codes else 0))
        elif name == tags.COLLECTOR:
            self._narrow(name, self._collected(codes))
        elif name == "status":
            self._narrow(name, self.index.tagged(_STATUS, codes))
        elif name.startswith("@") or self.index.known(name):
            self._narrow(name, self.index.tagged(name, codes))
        else:
            said = [words(code) for code in codes]
            bits = 0
            for run in said:
                bits |= (
                    _all(union(self.index.word(word, at == len(run))) for at, word in enumerate(run, 1)) if run else 0
                )
            self._narrow(name, bits)
            reads = [texts(name, code) for code in codes]
            self._reading.append(lambda some: dict.fromkeys(number for read in reads for number in read(some)))

    def _collected(self, names: Iterable[str]) -> int:
        """The practices of collectors with these names, however written; of those whose name begins so where none has it."""
        every = [
            (f" {' '.join(words(code))} ", bits)
            for code, bits in self.index.tag_sets([tags.COLLECTOR]).get(tags.COLLECTOR, {}).items()
        ]
        found = 0
        for name in names:
            wanted = f" {' '.join(words(name))}"
            same = [bits for code, bits in every if code == f"{wanted} "]
            found |= union(same or (bits for code, bits in every if wanted in code))
        return found

    def _standing_together(self, clause: Clause) -> Read:
        sought = _sought(clause)

        def read(some: Sequence[int]) -> Iterable[int]:
            holding = search.holding(self.index.connection, some, sought)
            return [number for number in some if number in holding]

        return read


def weight(entry: Entry, sought: str) -> int:
    """How often something stands in a practice, in title and names counting for more."""
    return TITLE * entry.title.count(sought) + NAMES * entry.names.count(sought) + entry.body.count(sought)


def members(found: Iterable[int]) -> int:
    """A set of practices by their numbers."""
    held = list(found)
    if not held:
        return 0
    bits = bytearray((max(held) >> 3) + 1)
    for number in held:
        bits[number >> 3] |= 1 << (number & 7)
    return int.from_bytes(bits, "little")


def numbers(bits: int) -> list[int]:
    """The numbers of a set, smallest first."""
    return postings.places(bits)


def _sought(clause: Clause) -> str:
    run = [word[:LONGEST] for word in clause.words]
    return f" {' '.join(run)}" if clause.open else f" {' '.join(run)} "


def union(digits: Iterable[int]) -> int:
    """Who is in any of some sets."""
    found = 0
    for bits in digits:
        found |= bits
    return found


def _all(sets: Iterable[int]) -> int:
    found = -1
    for bits in sets:
        found &= bits
    return found


def _sum(one: Sequence[int], other: Sequence[int]) -> list[int]:
    """Two numbers for each practice added, digit by digit."""
    found, carry = [], 0
    for at in range(max(len(one), len(other))):
        a, b = one[at] if at < len(one) else 0, other[at] if at < len(other) else 0
        found.append(a ^ b ^ carry)
        carry = a & b | carry & (a ^ b)
    return [*found, carry] if carry else found


def _descending(bits: int, digits: Sequence[int], at: int) -> Iterator[int]:
    if bits:
        if at < 0:
            yield bits
        else:
            high = bits & digits[at]
            yield from _descending(high, digits, at - 1)
            yield from _descending(bits ^ high, digits, at - 1)


def _take(ordered: Iterable[int], skip: int, most: int, descending: bool = True) -> list[int]:
    """The numbers from `skip` on out of sets one after the other, in each the largest first, or the smallest."""
    found: list[int] = []
    for bits in ordered:
        count = bits.bit_count()
        if skip >= count:
            skip -= count
            continue
        wanted = min(most - len(found), count - skip)
        if wanted <= 0:
            break
        if skip == 0 and wanted <= _POPPED:
            for _ in range(wanted):
                next_ = (bits if descending else bits & -bits).bit_length() - 1
                found.append(next_)
                bits ^= 1 << next_
        else:
            found += numbers(bits)[:: -1 if descending else 1][skip : skip + wanted]
        skip = 0
    return found


def _never(template: str, text: str) -> Read:
    raise AssertionError((template, text))


def chosen(found: Found, field: str, codes: Iterable[str], descending: bool, limit: int, start: int) -> list[int]:
    """Part of what is found, code after code of a field; of those with the same, by number. It reads no codes further than that part."""
    sets = (found.index.tagged(field, [code]) & found.bits for code in codes)
    return _take(sets, start, limit, descending)
