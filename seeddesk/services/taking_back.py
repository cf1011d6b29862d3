"""Taking a change of many practices back as a whole, a moment later or weeks after: which changes there were, what going back would do, doing it.

What a change wrote is put back where it still stands, field by field, to what its author had before them. What somebody wrote since stays, and the
practice is named. Everything is a new revision, and again a change of many that can be taken back. Where a value is read through such steps back and
forth, it counts as the one it put back: so two changes are taken back one after the other, and one that was taken back is not taken back twice.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.basics import basic, place, title
from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import NotAllowed, NotFound, UserError
from seeddesk.domain.heads import NESTED_BASES, FieldState, Status, combine, head, same
from seeddesk.domain.in_turn import in_turn
from seeddesk.domain.many import DELETED, MOVED, RESTORED, Mark, Note, mark_of, new_name
from seeddesk.domain.merge import distinct
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import DELETION, Dot, Revision
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.values import Value
from seeddesk.domain.versions import Reading, current
from seeddesk.services import bulk, recording, saving
from seeddesk.services.bulk import Applied, Line, Made, Plan, TakeBack
from seeddesk.services.wording import Wording

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.transaction import Transaction
    from seeddesk.storage.view import View


@dataclass(frozen=True, slots=True)
class ManyChange:
    """A change of many. label: what was changed · value: what to, in words, where that is one for all · back: how often it was turned round: odd: it
    took such a change back, even: it did it again · count: practices · undone: the change that took it back, None while it stands."""

    name: str
    label: str
    value: str
    back: int
    author: str
    time: str
    count: int
    undone: ManyChange | None = None


@dataclass(frozen=True, slots=True)
class Undone:
    """practices: set back · kept: left as they are, wholly or in part, because somebody changed the same since."""

    practices: tuple[str, ...]
    kept: tuple[str, ...]


def changes(ws: Workspace, fewest: int = 2) -> tuple[ManyChange, ...]:
    """The changes of many that are known here, wherever they were made, the latest first. fewest: practices one had at least."""
    wordings: dict[str, Wording] = {}
    found: dict[str, ManyChange] = {}
    with ws.catalogue.read() as view:
        notes = view.every_many()
        known = {note.mark.name: note for note in notes}
        for note in notes:
            if note.count < fewest:
                continue
            root, turns = _root(note, known)
            wording = _wording(ws, wordings, root.form)
            value = "" if turns else _value(wording, view.revision_at(note.first), root.mark.what)
            label = _label(wording, root.mark)
            found[note.mark.name] = ManyChange(note.mark.name, label, value, turns, note.author, note.time, note.count)
    for name in list(found):  # the latest first: whether it stands is known by then
        target = found.get(known[name].mark.back)
        if target is not None and target.undone is None and found[name].undone is None:
            found[target.name] = replace(target, undone=found[name])
    return tuple(found.values())


def find(ws: Workspace, begins: str) -> str:
    """The name of the change whose name begins so. Raises NotFound ``many-unknown`` or ``many-ambiguous``."""
    with ws.catalogue.read() as view:
        found = [note.mark.name for note in view.every_many() if note.mark.name.startswith(begins.strip() or " ")]
    if not found:
        raise NotFound("many-unknown")
    if len(found) > 1:
        raise NotFound("many-ambiguous", name=begins.strip())
    return found[0]


def plan(ws: Workspace, name: str, progress: Progress | None = None) -> Plan:
    """What taking a change back would do to each of its practices, in the order they were changed in; `bulk.apply` does it. Writes nothing.

    Raises NotFound ``many-unknown``.
    """
    progress = progress or Progress()
    lines: list[Line] = []
    with ws.catalogue.read() as view:
        past = _pasts(ws, view, name)
        practices = view.practices_within(past.note)
        for state, revisions in view.states_and_revisions(practices):
            lines.append(past.of(state, revisions).line())
            progress.step(len(lines), len(practices), lines[-1].title)
    return Plan(TakeBack(name), past.label, tuple(lines))


def undo(ws: Workspace, applied: Applied, progress: Progress | None = None) -> tuple[Undone, Changes]:
    """Take back what was just applied, all at once; what somebody changed since stays. Raises StorageError; Cancelled with nothing changed."""
    progress = progress or Progress()
    mark = Mark(new_name(), back=applied.change)
    kept: list[str] = []
    back: list[str] = []

    def make(tx: Transaction) -> Revision | None:
        kept.clear()
        back.clear()
        last: Revision | None = None
        pasts = _pasts(ws, tx, applied.change) if applied.done else None
        for names in bulk.parts(applied.done):
            revisions: list[Revision] = []
            before: dict[str, list[Revision]] = {}
            for state, earlier in tx.states_and_revisions(names):
                progress.check()
                assert pasts is not None
                past = pasts.of(state, earlier)
                made = past.line().made
                if made is None or past.left:
                    kept.append(state.practice)
                if made is not None:
                    back.append(state.practice)
                    revisions.append(bulk.revision_of(ws, tx, state.practice, made, mark))
                    before[state.practice] = earlier
            last = bulk.append(tx, revisions, before, progress, len(back) - len(revisions), len(applied.done)) or last
        progress.check()
        return last

    saving.write(ws, make)
    return Undone(tuple(back), tuple(kept)), Changes(frozenset(back))


def _pasts(ws: Workspace, view: View, name: str) -> _Pasts:
    note = view.many(name)
    if note is None:
        raise NotFound("many-unknown")
    root, _ = _root(note, {one.mark.name: one for one in view.every_many()})
    return _Pasts(ws, note, root, {})


@dataclass(frozen=True)
class _Pasts:
    """A change that is taken back. root: the change that was turned round first."""

    ws: Workspace
    note: Note
    root: Note
    wordings: dict[str, Wording]

    @property
    def label(self) -> str:
        """What it was about."""
        return _label(_wording(self.ws, self.wordings, self.root.form), self.root.mark)

    def of(self, state: PracticeState, revisions: Collection[Revision]) -> _Past:
        """One of its practices."""
        return _Past(self.ws, _wording(self.ws, self.wordings, state.form), state, revisions, self.note, self.root.mark)


class _Past:
    """One practice of a change, and what led to it. root: what the change was about · left: fields that somebody changed since."""

    def __init__(
        self,
        ws: Workspace,
        wording: Wording,
        state: PracticeState,
        revisions: Collection[Revision],
        note: Note,
        root: Mark,
    ) -> None:
        self._ws, self._wording, self._form, self._state = ws, wording, wording.form, state
        self._log: Mapping[Dot, Revision] = Reading(distinct(revisions), wording.form).log
        self._marked: dict[str, list[Revision]] = {}
        for one in self._log.values():
            if mark := mark_of(one.origin):
                self._marked.setdefault(mark.name, []).append(one)
        self._mine = self._marked.get(note.mark.name, [])
        self._own = {one.dot for one in self._mine}
        what = place(workflow.FIELD, wording.form) if root.what == MOVED else root.what
        self._what = current(what, wording.form)
        self.left: list[str] = []

    def line(self) -> Line:
        """What taking the change back does to this practice."""
        state, record = self._state, self._state.record
        line = Line(state.practice, basic(record, "code", self._form), title(record, self._form), "", "", "same")
        try:
            if any(one.deletion is not None for one in self._mine):
                return self._out_of_bin(line)
            if any(one.seen.get(DELETION) for one in self._mine):
                return self._into_bin(line)
            if state.hidden:
                raise NotAllowed("bulk-deleted")
            return self._fields(line)
        except UserError as error:
            return bulk.refused(line, error)

    # -- the bin -------------------------------------------------------------------------------------------------------

    def _out_of_bin(self, line: Line) -> Line:
        """It was deleted: that is taken back, unless somebody else deleted it too."""
        line = self._placed(line)
        deletions = tuple(one.dot for one in self._state.deletions)
        if not deletions:
            return line
        if not self._is_ours(DELETION, deletions):
            raise NotAllowed("bulk-deleted-since")
        return self._moved(line, Made(self._form, {}, {DELETION: deletions}, None, self._state.vector))

    def _into_bin(self, line: Line) -> Line:
        """It was restored: back into the bin, unless somebody went on with it."""
        line = self._placed(line)
        if self._state.deletions:
            return line
        if self._went_on:
            raise NotAllowed("bulk-went-on")
        return self._moved(line, Made(self._form, {}, {}, self._state.heads, self._state.vector))

    def _placed(self, line: Line) -> Line:
        here = sentence("bulk-in-bin" if self._state.hidden else "bulk-in-list", self._wording.lang)
        return replace(line, before=here, after=here)

    def _moved(self, line: Line, made: Made) -> Line:
        there = sentence("bulk-in-list" if made.deletion is None else "bulk-in-bin", self._wording.lang)
        return replace(line, after=there, state="change", made=made)

    # -- fields --------------------------------------------------------------------------------------------------------

    def _fields(self, line: Line) -> Line:
        state, record, wording = self._state, self._state.record, self._wording
        paths = {path for one in self._mine for path in one.set}
        standing = {path for path in paths if path in state.fields and self._is_ours(path, _dots(state.fields[path]))}
        whole = {path for path in standing if standing.issuperset(paths.intersection(group_of(path, self._form)))}
        values = {path: self._before(path) for path in whole}
        self.left = [path for path in sorted(paths - whole) if not self._calculated(path) and not self._is_back(path)]
        if self.left and all(map(self._calculated, values)):
            values = {}  # what follows from answers that stay, stays
        elif self._went_on or whole != paths:
            values = self._followed(values)
        values = {path: value for path, value in values.items() if same(value) != same(record.get(path))}
        shown = self._what if self._what in values or not values else min(values)
        name = "" if shown == self._what else f"{wording.label(shown)}: "
        before = name + wording.text(shown, record.get(shown))
        line = replace(line, before=before, after=before)
        if not values:
            if self.left:
                raise self._why(self.left[0])
            return line
        warning = self._warning(values)
        seen = {path: state.fields[path].shown for path in values if path in state.fields}
        made = Made(self._form, values, seen, None, state.vector)
        return replace(
            line, after=name + wording.text(shown, values[shown]), state="change", warning=warning, made=made
        )

    def _followed(self, values: Mapping[str, Value]) -> dict[str, Value]:
        """Somebody wrote on since: what is worked out follows from what stands there then, not from what stood there before."""
        answers = {path: value for path, value in values.items() if not self._calculated(path)}
        live = self._ws.logic_of(self._form).live(self._state.record, judged=False)
        found = live.change(answers).set
        return {**answers, **{path: value for path, value in found.items() if self._calculated(path)}}

    def _warning(self, values: Mapping[str, Value]) -> str:
        """What to know before: what stays, or what the form will say. Raises NotAllowed when a practice that somebody wrote on is not complete enough for
        the status it would get."""
        if not self._went_on and not self.left:
            return ""  # just as it was before
        form, lang = self._form, self._wording.lang
        record = Record({**self._state.record.values, **values})
        if values.get(place(workflow.FIELD, form)) not in (None, workflow.DRAFT, workflow.ARCHIVED, "to_complete"):
            recording.require_complete(self._ws, record, form)
        if self.left:
            return str(self._why(self.left[0]))
        judged = self._ws.logic_of(form).evaluate(record, date.today())
        warning = next((one.message(lang) for one in judged.problems if one.path in values), "")
        missing = any(path in values for path in judged.missing)
        return warning or (sentence("bulk-needed", lang) if missing else "")

    def _why(self, path: str) -> NotAllowed:
        """Why a field stays as it is."""
        field, label = self._state.fields.get(path), self._wording.label(path)
        if field is not None and field.status is not Status.VALUE:
            return NotAllowed("bulk-conflict", field=label)
        others = [] if field is None else [one for one in field.heads if not self._is_ours(path, (one.dot,))]
        if not others:
            return NotAllowed("bulk-since", field=label)
        return NotAllowed("bulk-since-by", field=label, author=others[-1].author)

    # -- what stands, and what stood there before ------------------------------------------------------------------------

    @cached_property
    def _went_on(self) -> bool:
        """Whether anybody wrote on, other than back and forth between this change and the state before it."""
        steps, on = set[str](), False
        for one in in_turn(self._log.values()):
            mark = mark_of(one.origin)
            if mark is not None and (one.dot in self._own or mark.back in steps):
                steps.add(mark.name)
            elif steps:
                on = True
        return on

    def _is_ours(self, path: str, dots: Collection[Dot]) -> bool:
        """Whether what stands there is what the change wrote."""
        found = self._sources(path, dots)
        return bool(found) and found <= self._own

    def _sources(self, path: str, dots: Collection[Dot]) -> set[Dot]:
        """Who wrote what stands under some dots; of a value that was put back, who had written it, back to this change. Empty for what was put back to
        nothing."""
        found: set[Dot] = set()
        waiting, met = list(dots), {*dots}
        while waiting:
            dot = waiting.pop()
            mark = mark_of(self._log[dot].origin) if dot in self._log and dot not in self._own else None
            undone = self._marked.get(mark.back, ()) if mark is not None else ()
            undone = [one for one in undone if path in one.set or path in one.seen]
            if not undone:
                found.add(dot)
            earlier = {each for one in undone for each in _earlier(one, path, undone)}
            waiting += earlier - met
            met |= earlier
        return found

    def _before(self, path: str) -> Value:
        """What the author of the change had before them."""
        dots = {dot for one in self._mine for dot in _earlier(one, path, self._mine)}
        if any(dot not in self._log or path not in self._log[dot].set for dot in dots):
            raise NotAllowed("bulk-before-gone", field=self._wording.label(path))
        heads = sorted((head(self._log[dot], path) for dot in dots), key=lambda one: (one.time, one.dot))
        if not heads:
            return None
        field = self._form.fields.get(template_of(path))
        return combine(path, heads, field, self._log, NESTED_BASES).value

    def _is_back(self, path: str) -> bool:
        """Whether it is again what it was, whoever saw to that."""
        field = self._state.fields.get(path)
        return field is None or (field.status is Status.VALUE and same(field.value) == same(self._before(path)))

    def _calculated(self, path: str) -> bool:
        field = self._form.fields.get(template_of(path))
        return field is not None and bool(field.calculate)


def _dots(field: FieldState) -> tuple[Dot, ...]:
    return tuple(one.dot for one in field.heads)


def _earlier(one: Revision, path: str, alike: Sequence[Revision]) -> list[Dot]:
    """What its author had seen, without other copies of the same revision."""
    return [dot for dot in one.seen.get(path, ()) if all(dot != other.dot for other in alike)]


def _root(note: Note, known: Mapping[str, Note]) -> tuple[Note, int]:
    """The change that was turned round first, and how often."""
    turns, met = 0, {note.mark.name}
    while note.mark.back:
        turns += 1
        before = known.get(note.mark.back)
        if before is None or before.mark.name in met:
            break
        note = before
        met.add(note.mark.name)
    return note, turns


def _label(wording: Wording, mark: Mark) -> str:
    own = {
        DELETED: "bulk-label-delete",
        RESTORED: "bulk-label-restore",
        MOVED: "bulk-label-move",
        "": "bulk-label-many",
    }
    return (
        sentence(own[mark.what], wording.lang) if mark.what in own else wording.label(current(mark.what, wording.form))
    )


def _value(wording: Wording, revision: Revision | None, what: str) -> str:
    """What one field of all was set to; "" where that is a list, or nothing."""
    path = place(workflow.FIELD, wording.form) if what == MOVED else what
    value = None if revision is None else revision.set.get(path)
    return "" if isinstance(value, tuple) else wording.text(current(path, wording.form), value)


def _wording(ws: Workspace, known: dict[str, Wording], form: str) -> Wording:
    if form not in known:
        known[form] = Wording(ws, ws.form_named(form))
    return known[form]
