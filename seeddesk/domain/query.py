"""What can be asked of a catalogue, and how text is folded so that "comunita" finds "Comunità"."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache

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

_WORD = re.compile(r"[^\W_]+")
_BEYOND_ASCII = re.compile("[^\x00-\x7f]+")
_TERM = re.compile(r'"([^"]*)"?|([^\s"]+)')


@dataclass(frozen=True, slots=True)
class Query:
    """Which practices, in which order.

    text: words, each matched from its beginning; words between double quotes stand together · where: template -> accepted codes
    (texts are compared folded) · status: accepted status codes, empty for all · has_conflict: None for both ·
    sort: a name of `SORTS`, with "-" before it for the other direction; "" for the best match first when there is text, else the latest
    change first · deleted: the practices that were deleted, instead of those that were not.
    """

    text: str = ""
    where: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    status: tuple[str, ...] = ()
    has_conflict: bool | None = None
    sort: str = ""
    deleted: bool = False


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
    return _WORD.findall(fold_text(text))


def terms(text: str) -> list[list[str]]:
    """What a typed search asks for: each inner list is a run of words that stand together; the last word of a run may be a beginning.

    An apostrophe or a hyphen makes a run too: ``l'acqua`` is two words side by side. No text is an error.
    """
    found = (words(match[1] or match[2] or "") for match in _TERM.finditer(text.replace("\0", " ")))
    return [run for run in found if run]
