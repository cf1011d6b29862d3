"""Cataloguing: list and show practices, their history and their conflicts, and decide these."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from seeddesk.domain import conflicts as deciding
from seeddesk.domain.asking import Asked, Language
from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import NotAllowed, NotFound, UsageError
from seeddesk.domain.form import Form, pick, plain_words
from seeddesk.domain.listing import FacetValue, Page, PracticeRow
from seeddesk.domain.merge import distinct, fold
from seeddesk.domain.paths import template_of
from seeddesk.domain.practice import Conflict, HistoryEntry, Version
from seeddesk.domain.query import Query, order_of
from seeddesk.domain.record import Record
from seeddesk.domain.state import PracticeState
from seeddesk.domain.values import Value
from seeddesk.domain.versions import FORM, Reading
from seeddesk.domain.workflow import status_label
from seeddesk.services import earlier

if TYPE_CHECKING:
    from seeddesk.domain.conflicts import Decision
    from seeddesk.domain.logic import Evaluation
    from seeddesk.domain.revision import Revision
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.going_on import GoOn
    from seeddesk.storage.transaction import Transaction


@dataclass(frozen=True)
class Shown:
    """A practice to look at. row: its line in the list · state: heads and history behind it · evaluation: what is hidden, missing, wrong."""

    row: PracticeRow
    record: Record
    state: PracticeState
    evaluation: Evaluation
    conflicts: tuple[Conflict, ...]

    @property
    def practice(self) -> str:
        """Its id."""
        return self.row.id


def list_practices(ws: Workspace, query: Query | None = None, limit: int = 200, after: str | None = None) -> Page:
    """Part of the list of practices a query finds; `after` is the cursor of the page before."""
    with ws.catalogue.read() as view:
        return view.page(query or Query(), limit, after, _named(ws, query))


def first_rows(
    ws: Workspace, query: Query, limit: int = 100, start: int = 0, progress: Progress | None = None
) -> Sequence[PracticeRow]:
    """Lines of the list a query finds, from any line on, without counting the rest. Raises Cancelled."""
    with ws.catalogue.read() as view:
        return view.first(query, limit, start, _while_wanted(progress), _named(ws, query))[0]


def quick_rows(
    ws: Workspace, query: Query, limit: int, progress: Progress | None = None
) -> tuple[Sequence[PracticeRow], bool]:
    """What a window shows at each keystroke: the first lines, and whether they are certain. Where the index cannot tell (words of a phrase that
    stand everywhere, and seldom together), they are those found within a frame; `first_rows` then reads on. Raises Cancelled."""
    with ws.catalogue.read() as view:
        return view.first(query, limit, 0, _while_wanted(progress, hasty=True), _named(ws, query))


def _named(ws: Workspace, query: Query | None) -> Callable[[str], str]:
    """The words by which lists show the codes they are sorted by; stages are numbers and stay so."""
    name = order_of(query.sort)[0] if query else ""
    if name not in ("country", "status"):
        return str
    field = ws.form.fields.get(name)

    def words(code: str) -> str:
        choice = ws.form.choice(field.choices, code) if field is not None and field.choices and code else None
        if choice is not None:
            return pick(choice.label, ws.lang, code)
        return status_label(code, ws.lang) if name == "status" else code

    return words


def count(ws: Workspace, query: Query, progress: Progress | None = None) -> int:
    """How many practices a query finds. Raises Cancelled."""
    with ws.catalogue.read() as view:
        return view.found(query, _while_wanted(progress))


def _while_wanted(progress: Progress | None, hasty: bool = False) -> GoOn:
    from seeddesk.storage.going_on import GoOn

    return GoOn((progress or Progress()).check, hasty)


def ask(ws: Workspace, text: str, sort: str = "") -> Asked:
    """What a text typed in the search box asks for: words, "phrases", field:value, -not. See `domain.asking`."""
    asked = language(ws).parse(text)
    return replace(asked, query=replace(asked.query, sort=sort))


def language(ws: Workspace) -> Language:
    """What can be asked in this catalogue's search box: the fields of the forms in use."""
    forms = [ws.form, *(ws.form_named(form_id) for form_id in ws.shelf.use if form_id != ws.form.id)]
    key = (ws.lang, *((id(form), form.id, form.version) for form in forms))
    known = _languages.get(key)
    if known is None:
        _languages.clear()  # one catalogue is open at a time; its forms seldom change
        known = _languages[key] = Language(forms, ws.lang)
    return known


_languages: dict[tuple[object, ...], Language] = {}


def ids(ws: Workspace, query: Query) -> Sequence[str]:
    """Every practice a query finds, in its order."""
    with ws.catalogue.read() as view:
        return view.ids(query, _named(ws, query))


def find(ws: Workspace, name: str) -> str:
    """The id of the practice meant by a UUID or a human code. Raises NotFound."""
    with ws.catalogue.read() as view:
        return view.find(name)


def show(ws: Workspace, name: str) -> Shown:
    """Everything about one practice, named by UUID or human code; deleted ones too. Raises NotFound."""
    with ws.catalogue.read() as view:
        practice = view.find(name)
        state, row = view.state(practice), view.row(practice)
    record = Record(dict(state.record.values))
    form = ws.form_of(state)
    return Shown(row, record, state, ws.logic_of(form).evaluate(record, date.today()), deciding.conflicts(state, form))


def facets(
    ws: Workspace, query: Query, fields: Sequence[str] = (), progress: Progress | None = None
) -> Mapping[str, Sequence[FacetValue]]:
    """How many practices of a query have each choice, labelled: of some fields, or else of those of the forms' fields that are chosen from lists
    short enough to look through, and of `OURS`. Raises Cancelled."""
    forms = [ws.form, *(ws.form_named(form_id) for form_id in ws.shelf.use if form_id != ws.form.id)]
    with ws.catalogue.read() as view:
        found = view.facets(query, fields or _looked_through(forms), _while_wanted(progress))
    labelled: dict[str, Sequence[FacetValue]] = {}
    for name, values in found.items():
        if name == FORM:
            if len(forms) > 1 or len(values) > 1:
                titles = {form.id: form.title for form in forms}
                labelled[name] = [replace(value, label=titles.get(value.code, {})) for value in values]
        elif name in OURS or (name in fields and name.startswith("@")):
            labelled[name] = values
        else:
            labelled[name] = [
                replace(value, label=earlier.choice_label(ws, forms, name, value.code)) for value in values
            ]
    return labelled


OURS = ("@year", "@collector", "@conflict", "@due")  # facets that are no field: see `Query.where`
_LONGEST = 400  # choices of a list that is looked through


def _looked_through(forms: Sequence[Form]) -> list[str]:
    found = {
        field.template: None
        for form in forms
        for field in form.fields.values()
        if field.choices and form.list_size(field.choices) <= _LONGEST
    }
    return [*found, *({"status", FORM, *OURS} - found.keys())]


def history(ws: Workspace, name: str) -> tuple[HistoryEntry, ...]:
    """Every value every field of a practice was given, newest first, under the names the form has now. Raises NotFound."""
    with ws.catalogue.read() as view:
        log = distinct(view.revisions(view.find(name)))
    form = ws.form_of_revisions(tuple(log.values()))
    return deciding.history(Reading(log, form).log.values(), fold(log.values(), form))


def conflicts(ws: Workspace, name: str | None = None) -> tuple[Conflict, ...]:
    """The conflicts that wait for a decision: of one practice, or of all. Raises NotFound."""
    with ws.catalogue.read() as view:
        if name is None:
            return view.conflicts()
        practice = view.find(name)
        return view.conflicts(practice) if view.row(practice).conflicts else ()


def resolve(ws: Workspace, name: str, path: str, take: str = "", value: Value = None) -> Changes:
    """Decide a conflict, by a revision that has seen every version.

    path: the field in conflict (any of its atomic group), a row, or "" for the practice itself · take: the letter of a version (``A``) or
    its number from 1; "" to set `value` instead (for a merge to confirm: hand in its proposal). Raises NotFound ``no-conflict``,
    UsageError ``no-such-version`` and ``conflict-keep-or-remove``, NotAllowed ``conflict-together`` for a value of one's own where the
    versions also differ about the fields decided with it.
    """
    from seeddesk.services import saving
    from seeddesk.services.recording import write_decision

    def make(tx: Transaction) -> Revision:
        state = tx.state(tx.find(name))
        return write_decision(ws, tx, state, _decision(ws, state, path, take, value, path or name))

    made = saving.write(ws, make)
    return Changes() if made is None else Changes(frozenset({made.practice}))


def _decision(ws: Workspace, state: PracticeState, path: str, take: str, value: Value, said: str) -> Decision:
    """What decides the conflict at a path. said: what to call it when there is none."""
    form = ws.form_of(state)
    waiting = deciding.conflicts(state, form)
    conflict = next((one for one in waiting if path == one.path or path in one.together), None)
    if conflict is None:
        raise NotFound("no-conflict", path=said)
    if take:
        return deciding.decide(state, conflict, _version(conflict, take))
    if conflict.kind != "field":
        raise UsageError("conflict-keep-or-remove", choices=_letters(conflict))
    if others := deciding.undecided(conflict, path):
        names = ", ".join(_label(ws, form, other) for other in others)
        raise NotAllowed("conflict-together", field=_label(ws, form, path), others=names, choices=_letters(conflict))
    return deciding.decide_value(state, replace(conflict, path=path, together=_others(conflict, path)), value)


def _version(conflict: Conflict, take: str) -> Version:
    for number, version in enumerate(conflict.versions, 1):
        if take.strip().upper() in (version.letter, str(number)):
            return version
    raise UsageError("no-such-version", take=take, path=conflict.path, choices=_letters(conflict))


def _letters(conflict: Conflict) -> str:
    letters = [f"{number} ({version.letter})" for number, version in enumerate(conflict.versions, 1)]
    return ", ".join(letters if conflict.proposal is None else [*letters, "M"])


def _label(ws: Workspace, form: Form, path: str) -> str:
    field = form.field(template_of(path))
    return plain_words(pick(field.label, ws.lang, path), form, ws.lang) if field else path


def _others(conflict: Conflict, path: str) -> tuple[str, ...]:
    return tuple(other for other in (conflict.path, *conflict.together) if other != path)
