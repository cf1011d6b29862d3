"""What can be asked of a catalogue, and how text is folded so that "comunita" finds "Comunità"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from typing import NamedTuple

SORTS = (
    "updated",
    "title",
    "code",
    "status",
    "country",
    "place",
    "year",
    "stage",
    "lead_org",
    "completeness",
    "conflicts",
)

LARGEST_FIRST = ("updated", "year", "completeness", "conflicts")  # the others go from the smallest on

_WORD = re.compile(r"[^\W_]+")
_SHOWN_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+")  # with accents written apart
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_TERM = re.compile(r'"([^"]*)("?)|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """Which practices, in which order.

    text: words, each matched from its beginning; words between double quotes stand together · where: template -> accepted codes; of a field
    without choices, words that stand together in it. Ours begin with "@": ``@year``, ``@collector``, ``@conflict`` and ``@due`` (to be verified
    again by now), the last two with ``yes`` or ``no`` · status: accepted status codes, empty for all · has_conflict: None for both ·
    sort: a name of `SORTS`, with "-" before it for the other direction (see `order_of`); "" for the best match first when there is text, else the
    latest change first · deleted: the practices that were deleted, instead of those that were not · not_text, not_where: what none of them has.
    """

    text: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: tuple[str, ...] = ()
    has_conflict: bool | None = None
    sort: str = ""
    deleted: bool = False
    not_text: str = ""
    not_where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def order_of(sort: str) -> tuple[str, bool]:
    """What a sort goes by, and whether the largest comes first: ``year`` begins with the newest, ``-year`` with the oldest."""
    name = sort.removeprefix("-") or "updated"
    return name, (name in LARGEST_FIRST) != sort.startswith("-")


class Clause(NamedTuple):
    """A word, or words that stand together. open: the last one may be a beginning."""

    words: tuple[str, ...]
    open: bool


def fold_text(text: str) -> str:
    """Text for comparing: case folded, without diacritics, compatibility characters made plain."""
    if text.isascii():
        return text.lower()
    # Folding goes character by character, so what is not ASCII is folded apart; bytes.lower() is about ASCII alone.
    folded = _BEYOND_ASCII.sub(_folded, text)
    return folded.encode("utf-8", "surrogatepass").lower().decode("utf-8", "surrogatepass")


def _folded(run: re.Match[str]) -> str:
    return _fold_few(run[0]) if len(run[0]) <= _FEW else _fold(run[0])


def _fold(text: str) -> str:
    # Twice: a mathematical capital is a capital only once it is decomposed, and folding can bring new marks along.
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


_FEW = 16  # characters: accented letters and words come again and again
_fold_few = lru_cache(maxsize=16384)(_fold)


def words(text: str) -> list[str]:
    """The folded words of a text, in order: letters and digits, everything else separates."""
    for mark in "" if text.isascii() else _MARKS:
        text = text.replace(mark, " ")
    try:
        plain = text.encode("latin-1").translate(_WESTERN)
    except UnicodeEncodeError:
        return _words(text)
    return _words(text) if 0 in plain else plain.decode().split()


def _words(text: str) -> list[str]:
    folded = fold_text(text)
    if not folded.isascii():
        folded = _BEYOND_ASCII.sub(_spaced, folded)
        if not folded.isascii():
            return _WORD.findall(folded)
    return folded.encode().translate(_SEPARATORS).decode().split()


def _spaced(run: re.Match[str]) -> str:
    return run[0] if run[0].isalnum() else "".join(char if char.isalnum() else " " for char in run[0])


_MARKS = "’‘“”–—…•€"  # what word processors put into texts that are Latin-1 but for these
_SEPARATORS = bytes(code if chr(code).isalnum() else 32 for code in range(128)) + bytes(128)


def _western(code: int) -> int:
    """The one character a character of Latin-1 becomes, 0 where it is not one of ASCII."""
    folded = fold_text(chr(code))
    if code and not _words(folded):
        return 32
    return ord(folded) if len(folded) == 1 and folded.isascii() else 0


_WESTERN = bytes(map(_western, range(256)))  # what most texts here are written in, in half the time


def clauses(text: str) -> list[Clause]:
    """What a typed search asks for, all of it. Only quotes make words stand together; the words of ``l'acqua`` need not, but all except the last are
    whole. A quote that is not closed yet leaves its last word open. No text is an error."""
    found: list[Clause] = []
    for match in _TERM.finditer(text.replace("\0", " ")):
        run = words(match[1] or match[3] or "")
        if run and match[3] is None:
            found.append(Clause(tuple(run), not match[2]))
        else:
            found += [Clause((word,), number == len(run)) for number, word in enumerate(run, 1)]
    return found


def terms(text: str) -> list[list[str]]:
    """The words of what a typed search asks for; each inner list those of one clause."""
    return [list(clause.words) for clause in clauses(text)]


def found_ranges(text: str, asked: Iterable[Clause]) -> list[tuple[int, int]]:
    """Where the words of a search stand in a text: (start, end) of each word or run of words, in order, none overlapping another.

    Folded as the search folds: "comunita" is found in "Comunità". Of a beginning the whole word is marked.
    """
    whole = {clause.words[0] for clause in asked if len(clause.words) == 1 and not clause.open}
    starts = tuple(clause.words[0] for clause in asked if len(clause.words) == 1 and clause.open)
    runs = [clause for clause in asked if len(clause.words) > 1]
    if not whole and not starts and not runs:
        return []
    places = [(match.start(), match.end(), part) for match in _SHOWN_WORD.finditer(text) for part in words(match[0])]
    marked: set[int] = {
        number for number, (_, _, word) in enumerate(places) if word in whole or (starts and word.startswith(starts))
    }
    for clause in runs:
        length = len(clause.words)
        for number in range(len(places) - length + 1):
            here = tuple(word for _, _, word in places[number : number + length])
            same = here == clause.words
            if same or (clause.open and here[:-1] == clause.words[:-1] and here[-1].startswith(clause.words[-1])):
                marked.update(range(number, number + length))
    return sorted({places[number][:2] for number in marked})
