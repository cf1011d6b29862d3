"""The history of a practice, save by save and field by field, and taking an earlier value back.

Nothing is ever rewritten: an earlier value comes back by a new save, which has seen the one it replaces.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.basics import place
from seeddesk.domain.conflicts import standing
from seeddesk.domain.errors import NotFound
from seeddesk.domain.heads import same
from seeddesk.domain.in_turn import in_turn
from seeddesk.domain.many import mark_of
from seeddesk.domain.merge import distinct, fold
from seeddesk.domain.paths import is_row, row_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import DELETION, Dot, Revision
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.values import Value, is_empty
from seeddesk.domain.versions import Reading
from seeddesk.services.wording import Wording

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.services.workspace import Workspace


_APART = timedelta(minutes=10)  # between two saves of one sitting


@dataclass(frozen=True, slots=True)
class Changed:
    """One field as a save changed it.

    label: as people know it · before: what its author had before them · before_text, after_text: both in words; of a row, what it is called ·
    change: ``set``, or of a row ``added``, ``removed``, ``moved``, or ``erased`` · calculated: worked out, not answered · row: what the row the
    field lies in is called, "" outside rows · state: ``current``, ``conflict``, ``replaced`` or ``erased``.
    """

    path: str
    label: str
    before: Value
    after: Value
    before_text: str
    after_text: str
    change: str
    calculated: bool
    row: str
    state: str


@dataclass(frozen=True, slots=True)
class Saved:
    """One save. time: as in a revision · origin: by which route (``typed``, ``dossier <name>``) · kind: ``created``, ``edited``, ``status``,
    ``deleted``, ``restored``, ``decided`` (a conflict), ``erased`` or ``calculated`` · change, together: the change to several practices it belongs to, and
    how many these are; "" and 1 for a save of its own."""

    dot: Dot
    author: str
    time: str
    origin: str
    kind: str
    changes: tuple[Changed, ...]
    change: str = ""
    together: int = 1


@dataclass(frozen=True, slots=True)
class Given:
    """One value a field was given, in words as well; where it was erased, the words say why. state: as in `Changed`."""

    value: Value
    text: str
    author: str
    time: str
    origin: str
    dot: Dot
    state: str


@dataclass(frozen=True)
class _Past:
    """A practice with everything that led to it. log: one after the other (see `in_turn`), under the names the form has now · together: of the changes to several practices it took
    part in, how many these are."""

    log: Mapping[Dot, Revision]
    state: PracticeState
    form: Form
    together: Mapping[str, int]


def of_practice(ws: Workspace, name: str) -> tuple[Saved, ...]:
    """Every save of a practice, newest first. Raises NotFound."""
    past = _past(ws, name)
    wording = Wording(ws, past.form)
    whole = Record({path: value for one in past.log.values() for path, value in one.set.items() if value is not None})
    first, order = next(iter(past.log), None), _order(past.form)
    saved = []
    for dot, revision in past.log.items():
        told = sorted(filter(_told, revision.set), key=lambda path: (order.get(template_of(path), len(order)), path))
        changes = [_changed(past, wording, whole, revision, path) for path in told]
        changes = [
            one for one in changes if not (is_empty(one.before) and is_empty(one.after))
        ]  # nothing, left at nothing
        changes += [_erased(wording, whole, path) for path in sorted(_gone(revision))]
        kind = _kind(revision, past.form, dot == first)
        mark = mark_of(revision.origin)
        change = mark.name if mark is not None else ""
        told_by = (revision.author, revision.time, revision.origin)
        saved.append(Saved(dot, *told_by, kind, tuple(changes), change, past.together.get(change, 1)))
    return tuple(reversed(saved))


def sittings(saves: Sequence[Saved]) -> tuple[Saved, ...]:
    """The same saves, newest first, with those told as one that one person made by one route within minutes of each other: what is typed is saved every
    second, and nobody thinks of it so. Each field is told from before the first of them to after the last."""
    found: list[list[Saved]] = []
    for save in reversed(saves):
        if found and _goes_on(found[-1][-1], save):
            found[-1].append(save)
        else:
            found.append([save])
    return tuple(_sitting(together) for together in reversed(found))


def _goes_on(before: Saved, after: Saved) -> bool:
    apart = datetime.fromisoformat(after.time[:19]) - datetime.fromisoformat(before.time[:19])
    return (
        after.kind in ("edited", "calculated")
        and before.kind in ("created", "edited", "calculated")
        and (before.author, before.origin) == (after.author, after.origin)
        and abs(apart) <= _APART
    )


def _sitting(saves: Sequence[Saved]) -> Saved:
    if len(saves) == 1:
        return saves[0]
    changes: dict[str, Changed] = {}
    for save in saves:
        for one in save.changes:
            first = changes.get(one.path, one)
            change = "added" if first.change == "added" and one.change == "moved" else one.change
            changes[one.path] = replace(one, before=first.before, before_text=first.before_text, change=change)
    told = tuple(one for one in changes.values() if same(one.before) != same(one.after) or one.change == "erased")
    kind = "edited" if {save.kind for save in saves} == {"edited", "calculated"} else saves[0].kind
    return replace(saves[-1], kind=kind, changes=told)


def of_field(ws: Workspace, name: str, path: str) -> tuple[Given, ...]:
    """Every value a field was given, newest first. Raises NotFound ``practice-unknown``."""
    past = _past(ws, name)
    wording = Wording(ws, past.form)
    given = []
    for dot, revision in past.log.items():
        if path in revision.set or path in revision.blanked:
            value = revision.set.get(path)
            state = standing(dot, path, past.state) if path in revision.set else "erased"
            text = wording.text(path, value) if state != "erased" else _why(past, dot, path)
            given.append(Given(value, text, revision.author, revision.time, revision.origin, dot, state))
    return tuple(reversed(given))


def value_at(ws: Workspace, name: str, path: str, dot: Dot) -> Mapping[str, Value]:
    """What a save gave a field, as changes to put into an open editor: with the fields that only mean something together with it, and of a row
    its cells. Raises NotFound ``desk-no-such-value`` where that save gave it none, or one that was erased."""
    past = _past(ws, name)
    revision = past.log.get(dot)
    if revision is None or path not in revision.set:
        raise NotFound("desk-no-such-value", field=Wording(ws, past.form).label(path))
    found = {member: revision.set[member] for member in group_of(path, past.form) if member in revision.set}
    if is_row(path) and revision.set[path] is not None:
        for other in past.log.values():
            if (other.time, other.dot) <= (revision.time, dot):
                found |= {cell: value for cell, value in other.set.items() if cell.startswith(path + ".")}
    return found


def _past(ws: Workspace, name: str) -> _Past:
    with ws.catalogue.read() as view:
        stored = distinct(view.revisions(view.find(name)))
        marks = {mark.name for one in stored.values() if (mark := mark_of(one.origin))}
        together = {each: note.count for each in marks if (note := view.many(each))}
    form = ws.form_of_revisions(tuple(stored.values()))
    named = Reading(stored, form).log
    return _Past({one.dot: one for one in in_turn(named.values())}, fold(stored.values(), form), form, together)


def _order(form: Form) -> dict[str, int]:
    """template -> its place in the form; of a repeat, that of its first question."""
    found: dict[str, int] = {}
    for template in form.fields:
        for end in (at + 2 for at in range(len(template)) if template.startswith("[]", at)):
            found.setdefault(template[:end], len(found))
        found.setdefault(template, len(found))
    return found


def _told(path: str) -> bool:
    """Whether a change is worth telling: the program's own marks are not."""
    return not path.startswith("@") or path in ("@form", "@status", "@code") or path.startswith("@notes[")


def _changed(past: _Past, wording: Wording, whole: Record, revision: Revision, path: str) -> Changed:
    after = revision.set[path]
    before = _seen_before(past, revision, path)
    row, outer = is_row(path), row_of(path)
    if row:
        change = "removed" if after is None else "added" if before is None else "moved"
        name = wording.row_name(whole, path)
        texts = (name if before is not None else "", name if after is not None else "")
    else:
        change = "set"
        texts = (wording.text(path, before), wording.text(path, after))
    return Changed(
        path,
        wording.label(path),
        before,
        after,
        *texts,
        change,
        not row and wording.worked_out(path),
        wording.row_name(whole, outer) if outer else "",
        standing(revision.dot, path, past.state),
    )


def _gone(revision: Revision) -> set[str]:
    """What was erased here, or by this."""
    targets = revision.redaction.targets.values() if revision.redaction else ()
    return {*revision.blanked, *(path for paths in targets for path in paths)}


def _why(past: _Past, dot: Dot, path: str) -> str:
    """The reason a value was erased for; "" where it is not known here."""
    reasons = (one.redaction for one in past.log.values() if one.redaction is not None)
    return next((each.reason for each in reasons if path in each.targets.get(dot, ())), "")


def _erased(wording: Wording, whole: Record, path: str) -> Changed:
    outer = row_of(path)
    name = wording.row_name(whole, outer) if outer else ""
    return Changed(path, wording.label(path), None, None, "", "", "erased", wording.worked_out(path), name, "erased")


def _seen_before(past: _Past, revision: Revision, path: str) -> Value:
    """What the author of a save had before them, not what came in meanwhile."""
    return next((past.log[dot].set.get(path) for dot in revision.seen.get(path, ()) if dot in past.log), None)


def _kind(revision: Revision, form: Form, first: bool) -> str:
    if revision.redaction:
        return "erased"
    if revision.deletion is not None:
        return "deleted"
    if revision.seen.get(DELETION):
        return "restored"
    if first:
        return "created"
    if revision.origin in ("resolved", "calculated"):
        return {"resolved": "decided"}.get(revision.origin, revision.origin)
    return "status" if set(revision.set) == {place(workflow.FIELD, form)} else "edited"
