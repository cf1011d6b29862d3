"""What the list, the facets and the search know of a practice: worked out from its state and the form."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic, title
from seeddesk.domain.conflicts import conflicts
from seeddesk.domain.form import Form, Kind
from seeddesk.domain.paths import template_of
from seeddesk.domain.practice import PracticeRow
from seeddesk.domain.record import Record
from seeddesk.domain.state import PracticeState
from seeddesk.domain.values import Value
from seeddesk.domain.versions import FORM

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic
    from seeddesk.storage.projection import Project, Projection
    from seeddesk.storage.search import SearchText

_TITLES = frozenset({"title", "title_en", "previous_names", "code"})
_NAMES = frozenset({"lead_org.name", "partners[].name", "locations[].place", "locations[].comune", "country", "tags"})


def projecting(form_named: Callable[[str], Form], logic_of: Callable[[Form], Logic]) -> Project:
    """The function a catalogue derives its lists with, each practice by its own form."""

    def project(state: PracticeState) -> Projection:
        from seeddesk.storage.projection import Projection

        form = form_named(state.form)
        record = state.record
        waiting = conflicts(state, form) if state.conflicts or state.deletion_conflict else ()
        row = PracticeRow(
            id=state.practice,
            code=basic(record, "code", form),
            title=title(record, form),
            status=basic(record, "status", form),
            country=record.text("country"),
            place=place(record, form),
            year=record.text("start")[:4],
            stage=record.text("stage"),
            lead_org=record.text("lead_org.name"),
            completeness=logic_of(form).evaluate(record, date.today()).completeness,
            conflicts=len(waiting),
            updated=state.updated,
            form=state.form,
        )
        return Projection(
            row=row,
            values=record.values,
            hidden=state.hidden,
            facets=frozenset((*_facets(record, form), (FORM, state.form))),
            search=_search(record, form),
            conflicts={conflict.path: conflict.kind for conflict in waiting},
        )

    return project


def place(record: Record, form: Form) -> str:
    """Where a practice is, in a word: the first location's comune, place or province; "" when none is known."""
    for row in record.rows("locations"):
        for name in ("comune", "place", "area"):
            value = record.text(f"{row}.{name}")
            if value.strip():
                return next(iter(_labels(form, f"locations[].{name}", value)), value)
    return ""


def _facets(record: Record, form: Form) -> Iterator[tuple[str, str]]:
    for path, value in record.answers():
        template = template_of(path)
        field = form.fields.get(template)
        if field is not None and field.choices:
            yield from ((template, code) for code in _texts(value) if form.choice(field.choices, code))
    for mark in record.rows("@blank"):  # by its serial a blank that comes again finds its practice
        yield "@blank", record.text(mark)


def _search(record: Record, form: Form) -> SearchText:
    """Title, names, everything else: answers as text, choices by their labels in every language."""
    from seeddesk.storage.search import SearchText

    titles: list[str] = [] if "title" in form.fields else [title(record, form)]
    names: list[str] = []
    body: list[str] = []
    for path, value in record.answers():
        template = template_of(path)
        field = form.fields.get(template)
        if (field is not None and field.kind in (Kind.FILE, Kind.LOG)) or path == FORM:
            continue
        part = titles if template in _TITLES else names if template in _NAMES else body
        for text in _texts(value):
            part.extend(_labels(form, template, text) or [text])
    return SearchText("\n".join(titles), "\n".join(names), "\n".join(body))


def _labels(form: Form, template: str, code: str) -> list[str]:
    field = form.fields.get(template)
    choice = form.choice(field.choices, code) if field is not None and field.choices else None
    return list(dict.fromkeys(choice.label.values())) if choice else []


def _texts(value: Value) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()
