"""Who shares words with something: candidates for a closer look, out of the index as one snapshot has it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from sqlalchemy import Connection

from seeddesk.domain.listing import PracticeRow
from seeddesk.storage import listing, tags
from seeddesk.storage.finding import Index, union
from seeddesk.storage.schema import practice


class Sharing:
    """Sets of practices are whole numbers, one bit a practice; deleted ones are in none."""

    def __init__(self, connection: Connection) -> None:
        self._connection, self._index = connection, Index(connection)
        self._shown = self._index.every & ~self._index.tagged(tags.HIDDEN, [tags.YES])
        self._digits = cache(self._index.word)

    def words(self, found: Sequence[str], least: int, beginnings: bool = False) -> int:
        """The practices that hold at least so many of some folded words, or words that begin so."""
        return self._at_least([union(self._digits(word, beginnings)) for word in found], least)

    def lines(self, found: int, most: int, telling: Sequence[str] = ()) -> Sequence[PracticeRow]:
        """The lines of some of a set: those in which these words weigh most, as in a title, then those recorded last."""
        heavy = [self._digits(word, False)[-1] for word in telling]
        numbers: list[int] = []
        for least in range(len(heavy), -1, -1):
            some = found & self._at_least(heavy, least)
            found &= ~some
            while some and len(numbers) < most:
                numbers.append(some.bit_length() - 1)
                some ^= 1 << numbers[-1]
        return listing.lines(self._connection, listing.rows().where(practice.c.number.in_(numbers))) if numbers else ()

    def _at_least(self, sets: Sequence[int], least: int) -> int:
        """Who is in at least so many of some sets."""
        held = [self._shown] + [0] * least
        for bits in sets:
            for count in range(least, 0, -1):
                held[count] |= held[count - 1] & bits
        return held[least]
