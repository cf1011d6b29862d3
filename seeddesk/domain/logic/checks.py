"""What an answer must look like, whatever the form's own constraints say."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, time

from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.logic.evaluation import Problem
from seeddesk.domain.values import Value

_SHAPES = {
    Kind.INTEGER: re.compile(r"-?\d+"),
    Kind.DECIMAL: re.compile(r"-?\d+(\.\d+)?"),
    Kind.FILE: re.compile(r"sha256:[0-9a-f]{64}"),
    Kind.GEO: re.compile(r"-?\d+(\.\d+)?( -?\d+(\.\d+)?){1,3}(; ?-?\d+(\.\d+)?( -?\d+(\.\d+)?){1,3})*;?"),
}
_PARTIAL = re.compile(r"(\d{4})(?:-(\d\d)(?:-(\d\d))?)?")


def check_value(form: Form, field: Field, path: str, value: Value) -> Iterator[Problem]:
    """The problems of one answer that is there: its type, its choices, its length."""
    if isinstance(value, tuple):
        if field.choices:
            unknown = [code for code in value if form.choice(field.choices, code) is None]
            if unknown:
                yield Problem(path, "problem-choice", {"value": ", ".join(unknown)})
        return
    if not isinstance(value, str):
        return
    if field.kind is Kind.CHOICE or (field.is_set and field.choices):
        if form.choice(field.choices, value) is None:
            yield Problem(path, "problem-choice", {"value": value})
    elif not fits(field, value):
        yield Problem(path, "problem-type", {"kind": field.kind.value, "value": value})
    if field.limit and len(value) > field.limit:
        yield Problem(path, "problem-limit", {"limit": field.limit, "over": len(value) - field.limit})


def fits(field: Field, text: str) -> bool:
    """Whether a text is of the field's type in canonical form. A question of type date needs the day; others take ``2021`` and ``2021-03``."""
    shape = _SHAPES.get(field.kind)
    if shape:
        return shape.fullmatch(text) is not None
    try:
        if field.kind is Kind.DATE:
            match = _PARTIAL.fullmatch(text)
            if match is None or (field.data_type == "date" and match[3] is None):
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
