"""Forms of the sizes the logic is measured on."""

from __future__ import annotations

from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.values import Value

QUESTIONS, ROWS, ENTRIES = 1000, 200, 8000
_ROWS = "/data/s/rows"


def form_of(items: tuple[Field | Group, ...], lists: dict[str, tuple[Choice, ...]] | None = None) -> Form:
    """A form with one section."""
    return Form("f", "1", {}, ("en",), (Section("s", {}, items, xpath="/data/s"),), lists or {})


def thousand() -> tuple[Form, dict[str, Value]]:
    """1,000 answered questions with 500 expressions: every fourth is calculated from two before, every fourth relevant by that."""
    items = []
    for number in range(QUESTIONS):
        one, two = f"/data/s/q{number - 1}", f"/data/s/q{number - 2}"
        expressions = {2: {"calculate": f"{one} + {two}"}, 3: {"relevant": f"{one} > 1"}}
        kind = Kind.HIDDEN if number % 4 == 2 else Kind.INTEGER
        items.append(
            Field(
                f"q{number}", kind, {}, f"/data/s/q{number}", "s", required="true()", **expressions.get(number % 4, {})
            )
        )
    return form_of(tuple(items)), {item.template: "1" for item in items}


def rows() -> tuple[Form, dict[str, Value]]:
    """A repeat of 200 rows whose cells are doubled, placed and summed, and the answers in it."""
    cells = (
        Field("rows[].n", Kind.INTEGER, {}, f"{_ROWS}/n", "s", constraint=". >= 0"),
        Field("rows[].twice", Kind.HIDDEN, {}, f"{_ROWS}/twice", "s", calculate="../n * 2"),
        Field("rows[].place", Kind.HIDDEN, {}, f"{_ROWS}/place", "s", calculate="position(..)"),
        Field("rows[].why", Kind.TEXT, {}, f"{_ROWS}/why", "s", relevant="../n > 5"),
    )
    total = Field("total", Kind.HIDDEN, {}, "/data/s/total", "s", calculate=f"sum({_ROWS}/twice)")
    many = Field("many", Kind.HIDDEN, {}, "/data/s/many", "s", calculate=f"count({_ROWS}[n > 5])")
    values: dict[str, Value] = {}
    for number in range(ROWS):
        row = f"rows[{number:032x}]"
        values |= {row: f"{number:03}", f"{row}.n": str(number % 9)}
    return form_of((Group("rows[]", {}, cells, _ROWS, repeat=True), total, many)), values


def cascade(filter_: str) -> Form:
    """A choice among 8,000, filtered."""
    entries = tuple(
        Choice(f"{n:05}", {"en": f"Place {n}"}, {"region": f"r{n % 20}", "size": str(n % 7)}) for n in range(ENTRIES)
    )
    region = Field("region", Kind.TEXT, {}, "/data/s/region", "s")
    place = Field("place", Kind.CHOICE, {}, "/data/s/place", "s", choices="places", choice_filter=filter_)
    return form_of((region, place), {"places": entries})
