"""What an answer must look like, whatever the form's own constraints say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time
from decimal import Decimal

from seeddesk.domain.filed import FILED
from seeddesk.domain.form import ACKNOWLEDGED, Field, Form, Kind
from seeddesk.domain.logic.evaluation import Problem
from seeddesk.domain.values import Value

_SHAPES = {
    Kind.INTEGER: re.compile(r"-?\d+"),
    Kind.DECIMAL: re.compile(r"-?\d+(\.\d+)?"),
    Kind.FILE: FILED,
    Kind.ACKNOWLEDGE: re.compile(ACKNOWLEDGED),
}
_POINT = re.compile(r"-?\d+(\.\d+)?( -?\d+(\.\d+)?){1,3}")
_FEWEST = {"geotrace": 2, "geoshape": 4}  # points; of a shape the last is the first
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def place_fits(text: str, data_type: str) -> bool:
    """Whether a text is a point (latitude, longitude and, if known, altitude and accuracy), or the points of a trace or a shape between semicolons."""
    points = [point.strip() for point in text.rstrip("; ").split(";")]
    if not all(map(_POINT.fullmatch, points)):
        return False
    places = [tuple(map(float, point.split()[:2])) for point in points]
    if any(abs(latitude) > 90 or abs(longitude) > 180 for latitude, longitude in places):
        return False
    closed = data_type != "geoshape" or places[0] == places[-1]
    return closed and (len(places) >= _FEWEST[data_type] if data_type in _FEWEST else len(places) == 1)


def _outside(field: Field, text: str) -> bool:
    """Whether a number is none of those a range offers."""
    if field.range is None:
        return False
    ends = sorted((Decimal(field.range.start), Decimal(field.range.end)))
    return not ends[0] <= Decimal(text) <= ends[1]


def check_value(form: Form, field: Field, path: str, value: Value) -> Iterator[Problem]:
    """The problems of one answer that is there: its type, its choices, its length."""
    if isinstance(value, tuple):
        if field.kind is Kind.CHOICE and len(value) > 1:  # from a version of the form that let several be chosen
            yield Problem(path, "problem-choice", {"value": ", ".join(value)})
        elif field.choices:
            unknown = [code for code in value if form.choice(field.choices, code) is None]
            if unknown:
                yield Problem(path, "problem-choice", {"value": ", ".join(unknown)})
        return
    if not isinstance(value, str):
        return
    if field.rows is not None:
        return  # what rows offer is known where they are
    if field.kind is Kind.CHOICE or (field.is_set and field.choices):
        if form.choice(field.choices, value) is None:
            yield Problem(path, "problem-choice", {"value": value})
    elif not fits(field, value):
        kind = f"{field.kind.value}-part" if field.kind is Kind.DATE and field.partial else field.kind.value
        yield Problem(path, "problem-type", {"kind": kind, "value": value})
    elif _outside(field, value):
        assert field.range is not None  # else nothing is outside
        yield Problem(path, "problem-range", {"start": field.range.start, "end": field.range.end, "value": value})
    if field.limit and len(value) > field.limit:
        yield Problem(path, "problem-limit", {"limit": field.limit, "over": len(value) - field.limit})


def fits(field: Field, text: str) -> bool:
    """Whether a text is of the field's type in canonical form. A question of type date needs the day; others take ``2021`` and ``2021-03``."""
    shape = _SHAPES.get(field.kind)
    if shape:
        return shape.fullmatch(text) is not None
    if field.kind is Kind.GEO:
        return place_fits(text, field.data_type)
    try:
        if field.kind is Kind.DATE:
            match = _PARTIAL.fullmatch(text)
            if match is None or (match[3] is None and not field.partial):
                return False
            date(int(match[1]), int(match[2] or 1), int(match[3] or 1))
        elif field.kind is Kind.TIME:
            time.fromisoformat(text)
        elif field.kind is Kind.DATETIME:
            date.fromisoformat(text[:10])
            time.fromisoformat(text[11:])
    except ValueError:
        return False
    return True
