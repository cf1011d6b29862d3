"""The order of words in a list: one that is right in all six languages of the program, so that a catalogue needs no other list for each of them.

Letters go by their base (à with a), as in Italian, English and Greek. Those that Slovenian, Croatian and Romanian count as letters of their own come after
their base: c, č, ć. They hardly occur in the others. The Croatian pairs dž, lj and nj count as two letters. Numbers go by size.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from seeddesk.domain.query import fold_text

_AFTER = "\uffff"  # no text holds it, and it comes after every letter
_OWN = {
    "ă": "a" + _AFTER, "â": "a" + 2 * _AFTER, "č": "c" + _AFTER, "ć": "c" + 2 * _AFTER, "đ": "d" + _AFTER, "î": "i" + _AFTER,
    "š": "s" + _AFTER, "ș": "s" + _AFTER, "ş": "s" + _AFTER, "ț": "t" + _AFTER, "ţ": "t" + _AFTER, "ž": "z" + _AFTER,
}  # fmt: skip
_TOKEN = re.compile(f"[{''.join(_OWN)}]|[0-9]+")
_DIGITS = 12  # of a number: a longer one goes by its first digits
_KEPT = 200  # characters of a key that a catalogue keeps


@lru_cache(maxsize=16384)
def order_key(text: str) -> str:
    """What a text is sorted by, character by character."""
    composed = unicodedata.normalize("NFC", text).lower()
    parts, last = [], 0
    for found in _TOKEN.finditer(composed):
        this = found[0]
        parts += [fold_text(composed[last : found.start()]), _OWN.get(this) or this.lstrip("0").rjust(_DIGITS, "0")]
        last = found.end()
    return "".join((*parts, fold_text(composed[last:])))


def kept_key(text: str) -> str:
    """The part of it that is kept with a practice, for lists to be sorted by."""
    return order_key(text)[:_KEPT]
