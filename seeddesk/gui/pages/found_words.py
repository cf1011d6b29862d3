"""Where the words of a search stand in a text, folded as the search folds them."""

from __future__ import annotations

import re

from seeddesk.domain.query import fold_text

_WORD = re.compile(r"[^\W_]+")


def find_words(text: str, runs: list[list[str]]) -> list[tuple[int, int]]:
    """(start, length) of every word that begins with a word of the search."""
    wanted = tuple(word for run in runs for word in run)
    if not wanted:
        return []
    return [(match.start(), len(match[0])) for match in _WORD.finditer(text) if fold_text(match[0]).startswith(wanted)]
