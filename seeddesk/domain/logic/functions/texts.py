"""Functions of texts."""

from __future__ import annotations

import base64
import binascii
import hashlib
import math
import re
import secrets
import string
import uuid
from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from seeddesk.domain.logic.functions.values import TooSlow, flat, number_of, string_of

if TYPE_CHECKING:
    from regex import Pattern

PATIENCE = 0.05  # seconds a regular expression of a form has
LONGEST_TOKEN = 10_000
DIGESTS: Final = {"MD5": "md5", "SHA-1": "sha1", "SHA-256": "sha256", "SHA-384": "sha384", "SHA-512": "sha512"}
ENCODINGS: Final = ("base64", "hex")
_NO_XML = re.compile("[^\t\n\r -\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


@lru_cache(maxsize=1024)
def pattern(expression: str) -> Pattern[str]:
    """A regular expression, compiled once. Raises regex.error."""
    import regex  # here, because only some forms need it

    return regex.compile(expression)


def pattern_fault(expression: str) -> str:
    """What is wrong with a regular expression, ``""`` when nothing is."""
    import regex

    try:
        pattern(expression)
    except regex.error as error:
        return str(error)
    return ""


def matches(_: object, value: Any, expression: Any) -> bool:
    """``regex()``: whether the pattern is found in the value. Raises TooSlow."""
    wanted = string_of(expression)
    if pattern_fault(wanted):
        return False  # a pattern made of answers; one that stands in the form is refused with it
    try:
        return pattern(wanted).search(string_of(value), timeout=PATIENCE) is not None
    except TimeoutError:
        raise TooSlow from None


def joined(_: object, glue: Any, *values: Any) -> str:
    """``join()``, every node of a node-set for itself."""
    return string_of(glue).join(map(string_of, flat(values)))


def concatenated(_: object, *values: Any) -> str:
    """``concat()``, the same with nothing between."""
    return "".join(map(string_of, flat(values)))


def part(_: object, value: Any, start: Any, end: Any = math.inf) -> str:
    """``substr()``: from one place, counted from 0, to before another; below 0 they count from the end."""
    text = string_of(value)
    first, stop = number_of(start), number_of(end)
    if math.isnan(first) or math.isnan(stop):
        return ""
    size = len(text)
    return text[int(max(min(first, size), -size)) : int(max(min(stop, size), -size))] if stop > -size else ""


def digest(_: object, value: Any, algorithm: Any, encoding: Any = "base64") -> str:
    """``digest()``; nothing for an algorithm or encoding there is not."""
    name, code = DIGESTS.get(string_of(algorithm).upper()), string_of(encoding).lower()
    if name is None or code not in ENCODINGS:
        return ""
    found = hashlib.new(name, string_of(value).encode(), usedforsecurity=False).digest()
    return found.hex() if code == "hex" else base64.b64encode(found).decode("ascii")


def decoded(_: object, value: Any) -> str:
    """``base64-decode()``; nothing for what is not base64."""
    text = "".join(string_of(value).split())
    try:
        found = base64.b64decode(text + "=" * (-len(text) % 4), validate=True).decode("utf-8", "replace")
    except (binascii.Error, ValueError):
        return ""
    return _NO_XML.sub("\ufffd", found)


def token(_: object, length: Any = None) -> str:
    """``uuid()``: a random UUID, or so many random letters and digits."""
    if length is None:
        return str(uuid.uuid4())
    size = number_of(length)
    if math.isnan(size) or size <= 0:
        return ""
    return "".join(secrets.choice(string.ascii_letters + string.digits) for _ in range(int(min(size, LONGEST_TOKEN))))


def is_true(_: object, value: Any) -> bool:
    """``boolean-from-string()``."""
    return string_of(value) in ("1", "true")


def first_said(_: object, first: Any, second: Any) -> str:
    """``coalesce()``: the first that is neither empty nor a number that is none."""
    text = string_of(first)
    empty = text == "" or (isinstance(first, float) and math.isnan(first))
    return string_of(second) if empty else text
