"""The functions of forms: XPath 1.0's own and those of the ODK XForms specification, with how many arguments each takes."""

from __future__ import annotations

import math
from typing import Final

from seeddesk.domain.logic.functions import choosing, dates, geo, numbers, texts
from seeddesk.domain.logic.functions.choosing import seed_of, shuffled
from seeddesk.domain.logic.functions.values import (
    Function,
    TooSlow,
    compare,
    number_of,
    number_text,
    string_of,
    text_of,
    truth_of,
)

__all__ = [
    "Function",
    "TooSlow",
    "compare",
    "number_of",
    "number_text",
    "seed_of",
    "shuffled",
    "string_of",
    "text_of",
    "truth_of",
]


def _once(context: object, value: object) -> object:
    """The question's own value, or another where it has none."""
    return string_of(context.context_node) or value  # type: ignore[attr-defined]  # lxml's context has no type


# name -> (function, fewest, most arguments; None for any)
OPENROSA: Final[dict[str, tuple[Function, int, int | None]]] = {
    "if": (choosing.either, 3, 3),
    "coalesce": (texts.first_said, 2, 2),
    "once": (_once, 1, 1),
    "selected": (choosing.selected, 2, 2),
    "is-selected": (choosing.selected, 2, 2),
    "selected-at": (choosing.selected_at, 2, 2),
    "count-selected": (lambda _, value: float(len(string_of(value).split())), 1, 1),
    "count-non-empty": (choosing.count_said, 1, 1),
    "checklist": (choosing.checklist, 2, None),
    "weighted-checklist": (choosing.weighted_checklist, 2, None),
    "regex": (texts.matches, 2, 2),
    "concat": (texts.concatenated, 0, None),
    "join": (texts.joined, 1, None),
    "substr": (texts.part, 2, 3),
    "ends-with": (lambda _, value, end: string_of(value).endswith(string_of(end)), 2, 2),
    "digest": (texts.digest, 2, 3),
    "base64-decode": (texts.decoded, 1, 1),
    "uuid": (texts.token, 0, 1),
    "boolean-from-string": (texts.is_true, 1, 1),
    "number": (lambda _, value: number_of(value), 0, 1),
    "sum": (numbers.total, 1, 1),
    "int": (numbers.whole, 1, 1),
    "round": (numbers.rounded, 1, 2),
    "pow": (numbers.of_two(numbers.power), 2, 2),
    "abs": (numbers.of_one(abs), 1, 1),
    "sqrt": (numbers.of_one(math.sqrt), 1, 1),
    "exp": (numbers.of_one(math.exp), 1, 1),
    "exp10": (numbers.of_one(numbers.ten_to), 1, 1),
    "log": (numbers.of_one(numbers.logarithm(math.log)), 1, 1),
    "log10": (numbers.of_one(numbers.logarithm(math.log10)), 1, 1),
    "sin": (numbers.of_one(math.sin), 1, 1),
    "cos": (numbers.of_one(math.cos), 1, 1),
    "tan": (numbers.of_one(math.tan), 1, 1),
    "asin": (numbers.of_one(math.asin), 1, 1),
    "acos": (numbers.of_one(math.acos), 1, 1),
    "atan": (numbers.of_one(math.atan), 1, 1),
    "atan2": (numbers.of_two(math.atan2), 2, 2),
    "pi": (lambda _: math.pi, 0, 0),
    "random": (numbers.chance, 0, 0),
    "min": (numbers.extreme(min), 1, None),
    "max": (numbers.extreme(max), 1, None),
    "date": (dates.to_date, 1, 1),
    "date-time": (dates.to_moment, 1, 1),
    "decimal-date-time": (dates.decimal_moment, 1, 1),
    "decimal-time": (dates.decimal_time, 1, 1),
    "format-date": (dates.formatted, 2, 2),
    "format-date-time": (dates.formatted, 2, 2),
    "position": (choosing.position, 1, 1),
    "indexed-repeat": (choosing.indexed_repeat, 3, None),
    "randomize": (choosing.randomize, 1, 2),
    "area": (geo.area, 1, 1),
    "enclosed-area": (geo.area, 1, 1),
    "distance": (geo.distance, 1, None),
    "geofence": (geo.geofence, 2, 2),
}

# Those that are worked out with the form or the moment in hand, and how many arguments they take.
OF_THE_FORM: Final[dict[str, tuple[int, int | None]]] = {
    "today": (0, 0),
    "now": (0, 0),
    "current": (0, 0),
    "instance": (1, 1),
    "pulldata": (4, 4),
    "jr:choice-name": (2, 2),
    "jr:itext": (1, 1),
    "version": (0, 0),
}

# XPath 1.0's own, evaluated by lxml itself.
NATIVE: Final[dict[str, tuple[int, int | None]]] = {
    "last": (0, 0),
    "position": (0, 0),
    "count": (1, 1),
    "id": (1, 1),
    "name": (0, 1),
    "local-name": (0, 1),
    "namespace-uri": (0, 1),
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
    "lang": (1, 1),
    "floor": (1, 1),
    "ceiling": (1, 1),
}

# What a call gives: "n" a number, "b" a truth, "x" nodes; those not named give a text, and ``if`` what its branches do.
GIVES: Final = {
    **dict.fromkeys(
        (
            "last",
            "position",
            "count",
            "string-length",
            "floor",
            "ceiling",
            "number",
            "sum",
            "int",
            "round",
            "pow",
            "abs",
        ),
        "n",
    ),
    **dict.fromkeys(
        ("sqrt", "exp", "exp10", "log", "log10", "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "pi", "random"),
        "n",
    ),
    **dict.fromkeys(("min", "max", "decimal-date-time", "decimal-time", "area", "enclosed-area", "distance"), "n"),
    **dict.fromkeys(("count-selected", "count-non-empty"), "n"),
    **dict.fromkeys(
        ("boolean", "not", "true", "false", "lang", "starts-with", "contains", "ends-with", "geofence"), "b"
    ),
    **dict.fromkeys(
        ("selected", "is-selected", "checklist", "weighted-checklist", "regex", "boolean-from-string"), "b"
    ),
    **dict.fromkeys(("id", "current", "instance", "randomize", "indexed-repeat"), "x"),
    "once": "?",
}

# Which of a call's arguments must be nodes: those at these places.
OF_NODES: Final[dict[str, tuple[int, ...]]] = {
    **dict.fromkeys(
        ("count", "sum", "position", "count-non-empty", "randomize", "name", "local-name", "namespace-uri"), (0,)
    ),
    "indexed-repeat": (0, 1, 3, 5, 7, 9),
}

# Calls that read whether nodes are there, never what they say.
OF_EXISTENCE: Final = frozenset(("count", "position", "name", "local-name", "namespace-uri", "boolean", "not"))

# Calls for which the name of a repeat, asked from within one of its rows, means all its rows.
OF_ALL_ROWS: Final = frozenset(
    ("sum", "count", "count-non-empty", "min", "max", "join", "concat", "area", "distance", "randomize")
)
