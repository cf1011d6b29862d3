"""The OpenRosa functions XPath 1.0 does not have, and the value rules they share.

Arguments arrive as lxml hands them over: a list of elements, text, a float or a boolean; the first argument is lxml's context.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from decimal import ROUND_FLOOR, Decimal
from functools import lru_cache
from typing import Any, Final, TypeAlias

Function: TypeAlias = Callable[..., Any]

_EPOCH = date(1970, 1, 1)
_DATE = re.compile(r"(\d{4}-\d\d-\d\d)(?:T(\d\d):(\d\d)(?::(\d\d(?:\.\d+)?))?.*)?")


class TooSlow(Exception):
    """A regular expression of the form took longer than it may, so that what it is part of is undecided. Never leaves `domain.logic`."""


def text_of(value: Any) -> str:
    """XPath's string(): the first node's text, a number without needless digits."""
    if isinstance(value, list):
        return text_of(value[0]) if value else ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float):
        return number_text(value)
    return value if isinstance(value, str) else "".join(value.itertext())


def number_text(value: float) -> str:
    """A number in plain digits, ``""`` when it is none."""
    if math.isnan(value) or math.isinf(value):
        return ""
    if value == int(value):
        return str(int(value))
    return format(Decimal(repr(value)), "f")


def number_of(value: Any) -> float:
    """XPath's number(), and OpenRosa's: a date is its days since 1970, a date with time has a fraction."""
    if isinstance(value, bool | float):
        return float(value)
    text = text_of(value).strip()
    if re.fullmatch(r"-?(\d+(\.\d*)?|\.\d+)", text):
        return float(text)
    match = _DATE.fullmatch(text)
    if match is None:
        return math.nan
    try:
        days = (date.fromisoformat(match[1]) - _EPOCH).days
    except ValueError:
        return math.nan
    return days + (int(match[2] or 0) * 3600 + int(match[3] or 0) * 60 + float(match[4] or 0)) / 86400


def truth_of(value: Any) -> bool:
    """XPath's boolean()."""
    return not math.isnan(value) and value != 0 if isinstance(value, float) else bool(value)


def _items(value: Any) -> list[str]:
    return text_of(value).split()


def _flat(values: tuple[Any, ...]) -> list[Any]:
    return [item for value in values for item in (value if isinstance(value, list) else [value])]


def _if(_: object, condition: Any, then: Any, otherwise: Any) -> Any:
    return then if truth_of(condition) else otherwise


def _coalesce(_: object, first: Any, second: Any) -> str:
    return text_of(first) or text_of(second)


def _selected_at(_: object, value: Any, index: Any) -> str:
    items, at = _items(value), number_of(index)
    return items[int(at)] if 0 <= at < len(items) else ""


def _substr(_: object, value: Any, start: Any, end: Any = math.inf) -> str:
    text = text_of(value)
    first, stop = number_of(start), number_of(end)
    if math.isnan(first) or math.isnan(stop):
        return ""
    return text[int(max(first, -len(text))) : int(min(stop, len(text)))]


@lru_cache(maxsize=256)
def pattern(expression: str) -> re.Pattern[str]:
    """A regular expression, compiled once. Raises re.error; the compiler has seen every one a form uses."""
    return re.compile(expression)


def _round(_: object, value: Any, digits: Any = 0.0) -> float:
    number = number_of(value)
    if math.isnan(number) or math.isinf(number):
        return number
    step = Decimal(1).scaleb(-int(number_of(digits)))
    return float((Decimal(repr(number)) + step / 2).quantize(step, ROUND_FLOOR))  # halves go up, as XPath has it


def _int(_: object, value: Any) -> float:
    number = number_of(value)
    return number if math.isnan(number) or math.isinf(number) else float(int(number))


def _pow(_: object, base: Any, power: Any) -> float:
    try:
        return math.pow(number_of(base), number_of(power))
    except (ValueError, OverflowError):
        return math.nan


def _moment(value: Any) -> datetime | None:
    """The date and time of a number of days since 1970, None when there is none."""
    try:
        return datetime(1970, 1, 1) + timedelta(days=number_of(value))
    except (ValueError, OverflowError):
        return None


def _date(_: object, value: Any) -> str:
    moment = _moment(value)
    return "" if moment is None else moment.date().isoformat()


def _format_date(_: object, value: Any, form: Any) -> str:
    moment = _moment(value)
    if moment is None:
        return ""
    parts = {
        "Y": f"{moment.year:04}",
        "y": f"{moment.year % 100:02}",
        "m": f"{moment.month:02}",
        "n": str(moment.month),
        "d": f"{moment.day:02}",
        "e": str(moment.day),
        "H": f"{moment.hour:02}",
        "h": str(moment.hour),
        "M": f"{moment.minute:02}",
        "S": f"{moment.second:02}",
    }
    return re.sub(r"%(.)", lambda match: parts.get(match[1], match[0]), text_of(form))


def _position(_: object, nodes: Any) -> float:
    if not nodes:
        return math.nan
    return 1.0 + sum(1 for _sibling in nodes[0].itersiblings(nodes[0].tag, preceding=True))


def _extreme(choose: Callable[[list[float]], float]) -> Function:
    def extreme(_: object, *values: Any) -> float:
        numbers = [number_of(item) for item in _flat(values) if text_of(item)]
        return choose(numbers) if numbers else math.nan

    return extreme


# name -> (function, fewest, most arguments; None for any)
OPENROSA: Final[dict[str, tuple[Function, int, int | None]]] = {
    "if": (_if, 3, 3),
    "coalesce": (_coalesce, 2, 2),
    "selected": (lambda _, value, code: text_of(code).strip() in _items(value), 2, 2),
    "selected-at": (_selected_at, 2, 2),
    "count-selected": (lambda _, value: float(len(_items(value))), 1, 1),
    "count-non-empty": (lambda _, nodes: float(sum(bool(text_of(node)) for node in nodes)), 1, 1),
    "regex": (lambda _, value, expression: pattern(text_of(expression)).search(text_of(value)) is not None, 2, 2),
    "concat": (lambda _, *values: "".join(text_of(item) for item in _flat(values)), 0, None),
    "join": (lambda _, glue, *values: text_of(glue).join(text_of(item) for item in _flat(values)), 1, None),
    "substr": (_substr, 2, 3),
    "ends-with": (lambda _, value, end: text_of(value).endswith(text_of(end)), 2, 2),
    "boolean-from-string": (lambda _, value: text_of(value) in ("1", "true"), 1, 1),
    "number": (lambda _, value: number_of(value), 1, 1),
    "sum": (lambda _, nodes: sum(map(number_of, nodes)), 1, 1),
    "int": (_int, 1, 1),
    "round": (_round, 1, 2),
    "pow": (_pow, 2, 2),
    "abs": (lambda _, value: abs(number_of(value)), 1, 1),
    "min": (_extreme(min), 1, None),
    "max": (_extreme(max), 1, None),
    "date": (_date, 1, 1),
    "decimal-date-time": (lambda _, value: number_of(value), 1, 1),
    "format-date": (_format_date, 2, 2),
    "format-date-time": (_format_date, 2, 2),
    "position": (_position, 1, 1),
}

# XPath 1.0's own, evaluated by lxml itself.
NATIVE: Final[dict[str, tuple[int, int | None]]] = {
    "last": (0, 0),
    "position": (0, 0),
    "count": (1, 1),
    "string": (0, 1),
    "starts-with": (2, 2),
    "contains": (2, 2),
    "substring-before": (2, 2),
    "substring-after": (2, 2),
    "substring": (2, 3),
    "string-length": (0, 1),
    "normalize-space": (0, 1),
    "translate": (3, 3),
    "boolean": (1, 1),
    "not": (1, 1),
    "true": (0, 0),
    "false": (0, 0),
    "floor": (1, 1),
    "ceiling": (1, 1),
}

# Calls whose first argument must be a place in the record, not a value.
OF_NODES: Final = frozenset(("count", "sum", "position", "count-non-empty"))

# Calls whose result already is a number: no conversion is put around them.
NUMERIC: Final = frozenset(
    (
        "count",
        "string-length",
        "sum",
        "floor",
        "ceiling",
        "last",
        "position",
        "number",
        "int",
        "round",
        "count-selected",
    )
) | {"count-non-empty", "pow", "abs", "min", "max", "decimal-date-time"}
