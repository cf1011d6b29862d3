"""One edit to many practices: first a plan that says for each what would change and what may not, then all of it at once.

Each practice is changed by a revision of its own, as if somebody had opened and saved it: with what follows from the edit, under the same rules of
the workflow and the form. Its origin says which change of many it belongs to, by which `taking_back` finds the whole again, however much later.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from seeddesk.domain import workflow
from seeddesk.domain.basics import basic, place, title
from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import NotAllowed, UsageError, UserError
from seeddesk.domain.form import Field, Kind
from seeddesk.domain.heads import Status, same
from seeddesk.domain.many import DELETED, MOVED, RESTORED, Mark, new_name
from seeddesk.domain.messages import sentence
from seeddesk.domain.record import Record
from seeddesk.domain.revision import DELETION, Revision, Seen
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.values import Value
from seeddesk.services import recording, saving
from seeddesk.services.wording import Wording

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.transaction import Transaction


T = TypeVar("T")
_TOGETHER = 1000  # revisions written at once: what they change in the index alike is changed once


@dataclass(frozen=True, slots=True)
class Set:
    """Give one field a value, as an editor would; None empties it. Not for cells of rows."""

    path: str
    value: Value


@dataclass(frozen=True, slots=True)
class Tag:
    """Put elements into a set and take others out. path: the keywords, or another field with several answers."""

    add: tuple[str, ...] = ()
    remove: tuple[str, ...] = ()
    path: str = "tags"


@dataclass(frozen=True, slots=True)
class Move:
    """Take a step of the workflow."""

    status: str


@dataclass(frozen=True, slots=True)
class Delete:
    """Put into the bin."""


@dataclass(frozen=True, slots=True)
class Restore:
    """Take out of the bin."""


@dataclass(frozen=True, slots=True)
class TakeBack:
    """Put back what a change of many wrote, by its name (see `taking_back`)."""

    change: str


Edit: TypeAlias = Set | Tag | Move | Delete | Restore
Deed: TypeAlias = Edit | TakeBack


@dataclass(frozen=True, slots=True)
class Made:
    """What the revision of one practice will hold, and the state it was worked out from: device -> highest counter."""

    form: Form
    set: Mapping[str, Value]
    seen: Seen
    deletion: Seen | None
    vector: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Line:
    """What becomes of one practice. before, after: the answer as people read it · state: ``change``, ``same`` (nothing to do) or ``refused``, then
    `reason` says why · warning: what the form will say of the new answer, which does not stop it; "" for nothing."""

    practice: str
    code: str
    title: str
    before: str
    after: str
    state: str
    reason: UserError | None = None
    warning: str = ""
    made: Made | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class Plan:
    """label: what is edited, in words · lines: one for each practice, in the order they were named."""

    edit: Deed
    label: str
    lines: tuple[Line, ...]

    def count(self, state: str) -> int:
        """How many lines have a state."""
        return sum(line.state == state for line in self.lines)


@dataclass(frozen=True, slots=True)
class Applied:
    """What was done. change: its name, by which it can be taken back · done: the practices · left: lines of the plan that somebody changed meanwhile,
    as refused."""

    edit: Deed
    change: str
    done: tuple[str, ...]
    left: tuple[Line, ...]


def form_of(ws: Workspace, practices: Sequence[str]) -> Form:
    """The form most of some practices are shown by: an edit to all of them is about its fields."""
    if len(ws.shelf.use) == 1:
        return ws.form
    with ws.catalogue.read() as view:
        most = Counter(view.forms_of(practices).values()).most_common(1)
    return ws.form_named(most[0][0]) if most else ws.form


def plan(ws: Workspace, practices: Sequence[str], edit: Edit, progress: Progress | None = None) -> Plan:
    """What an edit would do to each of some practices, named by id. Writes nothing.

    Raises UsageError ``bulk-row``, ``bulk-no-set`` or ``status-none``, NotAllowed ``desk-calculated`` or ``status-elsewhere``, for an edit that suits no practice.
    """
    main = form_of(ws, practices)
    _require_sense(ws, main, edit)
    progress = progress or Progress()
    words: dict[str, Wording] = {}
    lines = []
    with ws.catalogue.read() as view:
        for state in view.states(practices):
            form = ws.form_named(state.form)
            wording = words.setdefault(form.id, Wording(ws, form))
            line = _line(ws, wording, state, edit)
            lines.append(line)
            progress.step(len(lines), len(practices), line.title)
    return Plan(edit, _label(words.get(main.id) or Wording(ws, main), edit), tuple(lines))


def apply(ws: Workspace, planned: Plan, progress: Progress | None = None) -> tuple[Applied, Changes]:
    """Do what a plan says, all of it or nothing, durable when this returns. A practice that changed since the plan is left out.

    Raises StorageError; Cancelled with nothing changed.
    """
    progress = progress or Progress()
    wanted = {line.practice: line for line in planned.lines if line.state == "change"}
    mark = _mark(planned.edit)
    done: list[str] = []
    left: list[Line] = []

    def make(tx: Transaction) -> Revision | None:
        done.clear()
        left.clear()
        vectors = tx.vectors(wanted)
        last: Revision | None = None
        for lines in parts(list(wanted.values())):
            revisions = []
            for line in lines:
                made = line.made
                if made is None or vectors.get(line.practice) != dict(made.vector):
                    left.append(refused(line, NotAllowed("bulk-changed")))
                    continue
                revisions.append(revision_of(ws, tx, line.practice, made, mark))
                done.append(line.practice)
            last = append(tx, revisions, {}, progress, len(done) - len(revisions), len(wanted)) or last
        progress.check()  # the last moment to stop
        return last

    saving.write(ws, make)
    return Applied(planned.edit, mark.name, tuple(done), tuple(left)), Changes(frozenset(done))


def revision_of(ws: Workspace, tx: Transaction, practice: str, made: Made, mark: Mark) -> Revision:
    """The revision of one practice, for the caller to append."""
    return recording.new_revision(ws, tx, made.form, practice, made.set, made.seen, str(mark), deletion=made.deletion)


def _mark(edit: Deed) -> Mark:
    match edit:
        case TakeBack():
            return Mark(new_name(), back=edit.change)
        case Delete():
            return Mark(new_name(), DELETED)
        case Restore():
            return Mark(new_name(), RESTORED)
        case Move():
            return Mark(new_name(), MOVED)
    return Mark(new_name(), edit.path)


def parts(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """What is written together."""
    return (items[start : start + _TOGETHER] for start in range(0, len(items), _TOGETHER))


def append(
    tx: Transaction,
    revisions: Sequence[Revision],
    before: Mapping[str, list[Revision]],
    progress: Progress,
    done: int,
    total: int,
) -> Revision | None:
    """Append a part of them. The last one is what stands for all when the disk reports an error: it is there only if all are."""
    progress.step(done, total)
    tx.append(revisions, before, lambda more: progress.step(done + more, total))
    return revisions[-1] if revisions else None


def _require_sense(ws: Workspace, form: Form, edit: Edit) -> None:
    if isinstance(edit, Move) and edit.status not in workflow.STATUSES:
        raise UsageError("status-none", name=edit.status, choices=", ".join(workflow.STATUSES))
    if not isinstance(edit, Set | Tag):
        return
    if "[" in edit.path:
        raise UsageError("bulk-row")
    if edit.path == place(workflow.FIELD, form):
        raise NotAllowed("status-elsewhere")
    wording = Wording(ws, form)
    asked = wording.question(edit.path)
    if wording.worked_out(edit.path) or (isinstance(asked, Field) and asked.read_only):
        raise NotAllowed("desk-calculated", field=wording.label(edit.path))
    if isinstance(edit, Tag) and isinstance(asked, Field) and asked.kind is not Kind.CHOICES:
        raise UsageError("bulk-no-set", field=wording.label(edit.path))


def _label(wording: Wording, edit: Edit) -> str:
    if isinstance(edit, Set | Tag):
        return wording.label(edit.path)
    return sentence(f"bulk-label-{type(edit).__name__.lower()}", wording.lang)


def _line(ws: Workspace, wording: Wording, state: PracticeState, edit: Edit) -> Line:
    record, form = state.record, wording.form
    line = Line(state.practice, basic(record, "code", form), title(record, form), "", "", "same")
    try:
        if isinstance(edit, Delete | Restore):
            return _moved(line, state, form, edit, wording.lang)
        if state.hidden:
            raise NotAllowed("bulk-deleted")
        return _edited(ws, wording, line, state, edit)
    except UserError as error:
        return refused(line, error)


def refused(line: Line, reason: UserError) -> Line:
    """The same practice, left as it is."""
    return Line(line.practice, line.code, line.title, line.before, line.before, "refused", reason)


def _moved(line: Line, state: PracticeState, form: Form, edit: Delete | Restore, lang: str) -> Line:
    """Into the bin, or out of it."""
    into = isinstance(edit, Delete)
    places = sentence("bulk-in-list", lang), sentence("bulk-in-bin", lang)
    before, after = places[state.hidden], places[into]
    if state.hidden == into:
        return Line(line.practice, line.code, line.title, before, before, "same")
    seen = {} if into else {DELETION: tuple(one.dot for one in state.deletions)}
    made = Made(form, {}, seen, state.heads if into else None, state.vector)
    return Line(line.practice, line.code, line.title, before, after, "change", made=made)


def _edited(ws: Workspace, wording: Wording, line: Line, state: PracticeState, edit: Set | Tag | Move) -> Line:
    record, form = Record(dict(state.record.values)), wording.form
    path = place(workflow.FIELD, form) if isinstance(edit, Move) else edit.path
    before = record.get(path)
    shown = wording.text(path, before)
    line = Line(line.practice, line.code, line.title, shown, shown, "same")
    after: Value = (
        edit.status if isinstance(edit, Move) else edit.value if isinstance(edit, Set) else _tagged(before, edit)
    )
    try:
        if not isinstance(edit, Move) and path not in form.fields:
            raise NotAllowed("bulk-not-asked", field=wording.label(path))
        if same(after) == same(before):
            return line
        if any(state.fields[one].status is not Status.VALUE for one in group_of(path, form) if one in state.fields):
            raise NotAllowed("bulk-conflict", field=wording.label(path))
        if isinstance(edit, Move):
            _require_step(ws, record, form, edit.status)
        live = ws.logic_of(form).live(record, judged=False)
        if path in live.hidden:
            raise NotAllowed("bulk-not-asked", field=wording.label(path))
        found = recording.consequences(form, record.values, {path: after}, lambda _: live)
    except UserError as error:
        return refused(line, error)
    touched = [one for one in (*found.set, *found.cleared) if one in state.fields]
    seen = {one: dots for one in touched if (dots := state.fields[one].shown)}
    made = Made(form, found.set, seen, None, state.vector)
    warning = next((one.message(ws.lang) for one in live.evaluation.problems if one.path in found.set), "")
    if not warning and path in live.evaluation.missing:
        warning = sentence("bulk-needed", ws.lang)
    text = wording.text(path, found.set.get(path))
    return Line(line.practice, line.code, line.title, shown, text, "change", None, warning, made)


def _require_step(ws: Workspace, record: Record, form: Form, status: str) -> None:
    old = basic(record, workflow.FIELD, form) or workflow.DRAFT
    workflow.require(old, status)
    if status == workflow.SUBMITTED:
        recording.require_complete(ws, record, form)


def _tagged(before: Value, edit: Tag) -> Value:
    """A set with elements put in and taken out; what is spelt like one that is there already is that one."""
    held = before if isinstance(before, tuple) else (before,) if isinstance(before, str) and before.strip() else ()
    gone = {one.casefold() for one in edit.remove}
    kept = {one.casefold(): one for one in held if one.casefold() not in gone}
    for one in edit.add:
        kept.setdefault(one.strip().casefold(), one.strip())
    return tuple(kept.values()) or None
