"""Places in a text as Qt counts them: in units of UTF-16, while Python counts characters."""

from __future__ import annotations

from collections.abc import Iterable

from seeddesk.domain.query import Clause, found_ranges


def units(text: str, place: int) -> int:
    """A place in a text -> the same place as Qt counts."""
    return place if text.isascii() else len(text[:place].encode("utf-16-le", "surrogatepass")) // 2


def find_words(text: str, asked: Iterable[Clause]) -> list[tuple[int, int]]:
    """(start, length), as Qt counts, of what a search found in a text."""
    found = []
    for start, end in found_ranges(text, asked):
        first = units(text, start)
        found.append((first, units(text, end) - first))
    return found
