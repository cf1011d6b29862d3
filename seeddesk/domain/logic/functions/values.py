"""What every function shares: XPath's conversions between text, number, truth and nodes, and its comparisons.

Values are as lxml hands them over: a list of elements (and of texts, for attributes and text nodes), text, a float or a boolean.
"""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any, Final, TypeAlias

from lxml import etree

from seeddesk.domain.logic.functions.moments import Moment, moment_of, partial_of, time_of

Function: TypeAlias = Callable[..., Any]  # the first argument is lxml's context

_NUMBER = re.compile(r"-?(?:\d+(?:\.\d*)?|\.\d+)", re.ASCII)
_WHOLE_TEXT = etree.XPath("string()", smart_strings=False)
_SPACE = " \t\r\n"
_COMPARE: Final[dict[str, Callable[[Any, Any], bool]]] = {
    "=": operator.eq,
    "!=": operator.ne,
    "<": operator.lt,
    "<=": operator.le,
    ">": operator.gt,
    ">=": operator.ge,
}


class TooSlow(Exception):
    """A regular expression of the form took longer than it may, so that what it is part of is undecided. Never leaves `domain.logic`."""


def string_of(value: Any) -> str:
    """XPath's string()."""
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return string_of(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        if math.isfinite(value):
            return number_text(value)
        return "NaN" if math.isnan(value) else "Infinity" if value > 0 else "-Infinity"
    if len(value):
        return str(_WHOLE_TEXT(value))
    return value.text or ""


def text_of(value: Any) -> str:
    """A result as a form keeps it: as string() has it, but nothing where a number is none."""
    return "" if isinstance(value, float) and not math.isfinite(value) else string_of(value)


def number_text(value: float) -> str:
    """A number in plain digits, as few as tell it from every other; ``""`` when it is none."""
    if not math.isfinite(value):
        return ""
    if value == int(value) and abs(value) < 1e15:
        return str(int(value))
    return format(Decimal(repr(value)), "f").removesuffix(".0")


def number_of(value: Any) -> float:
    """XPath's number(), and the specification's: a date is its days since 1970, a moment has a fraction."""
    if isinstance(value, bool | float):
        return float(value)
    text = string_of(value).strip(_SPACE)
    if _NUMBER.fullmatch(text):
        return float(text)
    moment = moment_of(text) or partial_of(text)
    return math.nan if moment is None else moment.days()


def truth_of(value: Any) -> bool:
    """XPath's boolean()."""
    return not math.isnan(value) and value != 0 if isinstance(value, float) else bool(value)


def flat(values: Iterable[Any]) -> list[Any]:
    """Arguments with every node of a node-set for itself."""
    return [item for value in values for item in (value if isinstance(value, list) else (value,))]


def compare(_: object, sign: str, left: Any, right: Any) -> bool:
    """An XPath comparison: of node-sets, true as soon as it is of any of their nodes."""
    test = _COMPARE[sign]
    if isinstance(left, bool) or isinstance(right, bool):
        if sign in ("=", "!="):
            return test(truth_of(left), truth_of(right))
        left, right = (float(truth_of(each)) if isinstance(each, bool | list) else each for each in (left, right))
    ones = [string_of(node) for node in left] if isinstance(left, list) else [left]
    others = [string_of(node) for node in right] if isinstance(right, list) else [right]
    if sign in ("=", "!=") and not (isinstance(left, float) or isinstance(right, float)):
        return any(test(one, other) for one in ones for other in others)
    return any(test(*_numbers(one, other)) for one in ones for other in others)


def _numbers(one: Any, other: Any) -> tuple[float, float]:
    """Two values to compare. A moment with a time zone beside one without stands for what the clock on its own wall said: today has begun where now is."""
    first, second = _moment(one), _moment(other)
    if first is not None and second is not None and (first.offset is None) != (second.offset is None):
        return first.wall(), second.wall()
    early, late = (time_of(each) if isinstance(each, str) and ":" in each else None for each in (one, other))
    if early is not None and late is not None:  # as other programs do, though no number stands for a time
        if early[1] is None or late[1] is None:
            return early[0], late[0]
        return early[0] - 60 * early[1], late[0] - 60 * late[1]
    return number_of(one), number_of(other)


def _moment(value: Any) -> Moment | None:
    return moment_of(value) if isinstance(value, str) and "-" in value else None
