"""What the list, the facets and the search know of a practice: worked out from its state and the form."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator, Mapping
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic, title
from seeddesk.domain.conflicts import conflicts
from seeddesk.domain.form import Form, Kind
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.paths import template_of
from seeddesk.domain.query import fold_text
from seeddesk.domain.record import Record
from seeddesk.domain.state import PracticeState
from seeddesk.domain.versions import FORM, form_id

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic
    from seeddesk.domain.revision import Revision
    from seeddesk.storage.deriving import Block, Wanted
    from seeddesk.storage.projection import Project, Projection
    from seeddesk.storage.search import SearchText

LEAD, PARTNER, RELATED = "@lead", "@partner", "@relation"  # facets of a practice's ties, see `_ties`
_LONGEST_TIE = 200  # characters of a name or reference that count
_CODE = re.compile(r"(?i)\bSI-[A-Z]{2}-\d{4}-[0-9A-Z]{7}\b")
_TITLES = frozenset({"title", "title_en", "previous_names", "code"})
_NAMES = frozenset({"lead_org.name", "partners[].name", "locations[].place", "locations[].comune", "country", "tags"})


def projecting(form_named: Callable[[str], Form], logic_of: Callable[[Form], Logic]) -> Project:
    """The function a catalogue derives its lists with, each practice by its own form."""

    surveys: dict[int, _Survey] = {}  # by the form's identity; each keeps its form, so that no other takes that

    def project(state: PracticeState) -> Projection:
        from seeddesk.storage.projection import Projection

        form = form_named(state.form)
        survey = surveys.get(id(form))
        if survey is None:
            survey = surveys[id(form)] = _Survey(form)
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
            completeness=logic_of(form).completeness(record, date.today()),
            conflicts=len(waiting),
            updated=state.updated,
            form=state.form,
        )
        facets, search = survey.read(record)
        return Projection(
            row=row,
            values=record.values,
            hidden=state.hidden,
            facets=facets
            | {(FORM, state.form)}
            | ({("status", row.status)} if row.status and "status" not in form.fields else set()),
            search=search,
            conflicts={conflict.path: conflict.kind for conflict in waiting},
        )

    return project


def listing_elsewhere(xforms: Mapping[str, str], main: str, properties: Mapping[str, str]) -> Callable[[Wanted], Block]:
    """What lists a block of practices in a process that has no catalogue open. xforms: by the id of their form · main: which practices of an
    unknown form are shown by · properties: see `Logic`."""
    from seeddesk.domain.logic import Logic
    from seeddesk.exchange.xform import read_xform
    from seeddesk.storage.deriving import block

    forms = {name: read_xform(xform) for name, xform in xforms.items()}
    logics = {id(form): Logic(form, properties) for form in forms.values()}

    def form_named(name: str) -> Form:
        return forms.get(name, forms[main])

    def form_of(revisions: Collection[Revision]) -> Form:
        return forms[main] if len(forms) == 1 else form_named(form_id(revisions))

    return partial(block, form_of=form_of, project=projecting(form_named, lambda form: logics[id(form)]))


class _Survey:
    """What one form makes of answers: by which choices they are counted, and the words they are found by, choices by their labels in every language."""

    def __init__(self, form: Form) -> None:
        self.form = form
        # template -> title, names or body, -1 where words say nothing; for a choice the labels of each code that came up
        self._known: dict[str, tuple[int, dict[str, tuple[str, ...] | None] | None]] = {}

    def read(self, record: Record) -> tuple[frozenset[tuple[str, str]], SearchText]:
        """Facets and words, in one walk."""
        from seeddesk.storage.search import SearchText

        facets: set[tuple[str, str]] = set()
        parts: tuple[list[str], list[str], list[str], list[str]] = ([], [], [], [])  # what goes to the last is left out
        if "title" not in self.form.fields:
            parts[0].append(title(record, self.form))
        for path, value in record.answers():
            template = template_of(path) if "[" in path else path
            part, chosen = self._known.get(template) or self._about(template)
            if chosen is None:
                if isinstance(value, str):
                    parts[part].append(value)
                elif isinstance(value, tuple):
                    parts[part].extend(value)
                continue
            for code in (value,) if isinstance(value, str) else value if isinstance(value, tuple) else ():
                labels = chosen[code] if code in chosen else self._labels(template, code)
                if labels is not None:
                    facets.add((template, code))
                parts[part].extend(labels or (code,))
        for mark in record.rows("@blank"):  # by its serial a blank that comes again finds its practice
            facets.add(("@blank", record.text(mark)))
        facets.update(_ties(record))
        return frozenset(facets), SearchText(*map("\n".join, parts[:3]))

    def _about(self, template: str) -> tuple[int, dict[str, tuple[str, ...] | None] | None]:
        field = self.form.fields.get(template)
        if (field is not None and field.kind in (Kind.FILE, Kind.LOG)) or template == FORM:
            part = -1
        else:
            part = 0 if template in _TITLES else 1 if template in _NAMES else 2
        self._known[template] = (part, {} if field is not None and field.choices else None)
        return self._known[template]

    def _labels(self, template: str, code: str) -> tuple[str, ...] | None:
        """The labels of a choice, without doubles; None for what is none of the form's choices."""
        choice = self.form.choice(self.form.fields[template].choices, code)
        found = tuple(dict.fromkeys(choice.label.values())) if choice else None
        chosen = self._known[template][1]
        if chosen is not None:
            chosen[code] = found
        return found


def _ties(record: Record) -> Iterator[tuple[str, str]]:
    """What binds a practice to others: its organisations, the first with its register number behind a line end, and the practices it names."""
    if lead := _short(record.text("lead_org.name")):
        yield LEAD, f"{lead}\n{_short(record.text('lead_org.register_id'))}"
    for row in record.rows("partners"):
        if partner := _short(record.text(f"{row}.name")):
            yield PARTNER, partner
    for row in record.rows("related"):
        for named in references(record.text(f"{row}.practice")):
            yield RELATED, named


def references(text: str) -> set[str]:
    """What a reference to a practice may be found by, folded: the whole of it, and a code it holds."""
    found = {_short(text), *_CODE.findall(text)}
    return {fold_text(one) for one in found if one}


def _short(text: str) -> str:
    return " ".join(text.split())[:_LONGEST_TIE]


def place(record: Record, form: Form) -> str:
    """Where a practice is, in a word: the first location's comune, place or province; "" when none is known."""
    for row in record.rows("locations"):
        for name in ("comune", "place", "area"):
            value = record.text(f"{row}.{name}")
            if value.strip():
                return next(iter(_labels(form, f"locations[].{name}", value)), value)
    return ""


def _labels(form: Form, template: str, code: str) -> list[str]:
    field = form.fields.get(template)
    choice = form.choice(field.choices, code) if field is not None and field.choices else None
    return list(dict.fromkeys(choice.label.values())) if choice else []
