"""The values a field can hold, and their canonical text.

Every scalar answer is text in a canonical form (``"12"``, ``"1234.50"``, ``"2021-03"``, a choice's code): text loses nothing, compares
exactly and survives every carrier. A set (multiple choice, list of links) is a tuple of texts in the order they were given.
``NOT_KNOWN`` is the answer "not known yet". ``None`` is an answer that somebody emptied; a path that is missing was never answered.
"""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Mapping
from enum import Enum
from typing import Final, TypeAlias


class NotKnown(Enum):
    """The answer "not known yet": an answer, unlike an empty field."""

    NOT_KNOWN = "not known"

    def __repr__(self) -> str:
        return "NOT_KNOWN"


NOT_KNOWN: Final = NotKnown.NOT_KNOWN

Value: TypeAlias = str | tuple[str, ...] | NotKnown | None
Values: TypeAlias = Mapping[str, Value]
Json: TypeAlias = str | list[str] | dict[str, str] | None


def to_json(value: Value) -> Json:
    """The value as JSON: text, list of texts, ``{"$": "not_known"}`` or null."""
    if value is NOT_KNOWN:
        return {"$": "not_known"}
    if isinstance(value, tuple):
        return list(value)
    assert not isinstance(value, NotKnown)
    return value


def from_json(data: object) -> Value:
    """The inverse of `to_json`. Raises ValueError for anything it never writes."""
    if data is None or isinstance(data, str):
        return data
    if isinstance(data, list) and all(isinstance(item, str) for item in data):
        return tuple(data)
    if data == {"$": "not_known"}:
        return NOT_KNOWN
    raise ValueError(f"not a value: {data!r}")


def canonical_json(data: object) -> str:
    """JSON with one spelling only: sorted keys, no spaces, no escapes. What hashes are computed on."""
    return _encode(data)


_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def json_text(text: str) -> str:
    """A text as `canonical_json` writes it: for whoever writes a great many."""
    return _text(text)


_text = json.encoder.encode_basestring

# Characters XML 1.0 cannot carry, and lone surrogates: they would make a later export fail, so they never enter.
_FORBIDDEN = {code: None for code in (*range(0x00, 0x09), 0x0B, 0x0C, *range(0x0E, 0x20), 0x7F, 0xFFFE, 0xFFFF)}


def clean_text(text: str) -> str:
    """Text as it may be stored: NFC, line ends as ``\\n``, without control characters and lone surrogates."""
    if text.isprintable() and (text.isascii() or unicodedata.is_normalized("NFC", text)):
        return text  # nearly every text of one line, a twentieth of the time
    text = (
        text.replace("\r\n", "\n")
        .replace("\r", "\n")
        .replace("\x0b", "\n")
        .replace("\u2028", "\n")
        .replace("\u2029", "\n")
    )
    text = text.translate(_FORBIDDEN).encode("utf-8", "ignore").decode("utf-8")
    return unicodedata.normalize("NFC", text)


def is_empty(value: Value) -> bool:
    """Whether the value answers nothing: emptied, blank text, or an empty set. "Not known yet" is an answer."""
    if isinstance(value, str):  # first, being what nearly all are
        return not value or value.isspace()
    return value is None or value == ()
