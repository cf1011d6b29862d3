"""One practice open for editing: what is typed, what of it is durable, what can be taken back.

Typing lands in `values` at once and in the catalogue within a second, on the writer's thread. `saved` is said only when the save is
durable. The draft that goes along says what its author had seen when the practice was opened. What follows from an edit by the form's own
logic (`domain.logic.Live`) joins the edit's step of undo and is saved with it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Form, Kind
from seeddesk.domain.practice import Draft
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor import row_changes
from seeddesk.gui.editor.leftovers import Leftover
from seeddesk.gui.editor.opened import Opened, opened, read
from seeddesk.gui.editor.steps import Steps
from seeddesk.gui.editor.time_spent import TimeSpent

if TYPE_CHECKING:
    from seeddesk.domain.logic import Evaluation
    from seeddesk.domain.logic.live import Live
    from seeddesk.gui.tasks import Job
    from seeddesk.services.workspace import Workspace

SAVE_AFTER = 600  # ms after the first unsaved key: the promise is one second, and a busy machine takes its time to save
FOLLOW_AFTER = 120  # ms after the last key until what follows from it is worked out
RETRY_AFTER = (2000, 5000, 15000, 30000)  # ms after a save that was refused: the disk may have room again


class Session(QObject):
    """`shown`: values changed otherwise than by the field itself (paths) · `rows_changed`: a repeat's path · `judged`: paths whose state or words
    may differ now, after the logic ran · `state`: ``typing``, ``saved`` or ``failed``."""

    opened = Signal()
    shown = Signal(object)
    rows_changed = Signal(str)
    judged = Signal(object)
    state = Signal(str)
    undo_changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.form: Form = desk.form
        self.lang = desk.lang
        self.live: Live | None = None
        self.practice = ""
        self.values: dict[str, Value] = {}
        self.leftovers: tuple[Leftover, ...] = ()
        self.time_spent = TimeSpent()
        self._draft: Draft | None = None
        self._begun: dict[str, Value] = {}  # what opening set; it is saved with the first edit, never by itself
        self._untold: dict[str, Value] = {}  # typed, what follows from it not yet worked out
        self._dirty: dict[str, Value] = {}
        self._sending: dict[str, Value] = {}
        self.failing = False  # the last save was refused
        self.deleted = False  # as far as is known: nothing is then written that nobody typed
        self.kept: Path | None = None  # where all that is unsaved was kept besides, since the last key
        self._refusals = 0  # saves refused in a row
        self._said = ""  # why the last one was, as it was said
        self._waiting: list[Callable[[], None]] = []
        self._opening: Job | None = None  # what is read to stand here next
        self._coming = 0  # answers under way that no key typed, see `bring`
        self._steps = Steps()
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save_timer.timeout.connect(self._save)
        self._retry_timer = QTimer(self, singleShot=True)
        self._retry_timer.timeout.connect(self._save)
        self._follow_timer = QTimer(self, singleShot=True, interval=FOLLOW_AFTER)
        self._follow_timer.timeout.connect(self.follow)

    @property
    def record(self) -> Record:
        """What is shown now."""
        return Record(self.values)

    @property
    def evaluation(self) -> Evaluation | None:
        """The record judged by its form, as of the last edit whose consequences are known."""
        return None if self.live is None else self.live.evaluation

    @property
    def clean(self) -> bool:
        """Whether everything typed is durable."""
        return not self._dirty and not self._sending and not self._coming

    def start(self, form_id: str = "") -> None:
        """A new practice, by the main form or another. It enters the catalogue with the first thing typed."""
        from seeddesk.services import recording

        if not form_id or form_id == self._desk.form.id:
            workspace = self._desk.workspace
            assert workspace is not None
            if self._opening is not None:
                self._opening.dropped = True
            self._begin(opened(recording.new_draft(), workspace.form, workspace.logic))
            return

        def made(ws: Workspace) -> Opened:
            form = ws.form_named(form_id)
            return opened(recording.new_draft(form_id), form, ws.logic_of(form))

        self._read(made)

    def open(self, practice: str) -> None:
        """Open a practice; `opened` follows."""
        self._read(lambda ws: read(ws, practice))

    def open_anew(self, practice: str) -> None:
        """The practice that stands here was changed as a whole; it may have given way to another meanwhile."""
        if self.practice == practice and self._opening is None:
            self.open(practice)

    def _read(self, work: Callable[[Workspace], Opened]) -> None:
        def ended() -> None:
            self._opening = None

        self._opening = self._desk.read(self, work, self._come, ended=ended, key=f"open {id(self)}")

    def _come(self, found: Opened) -> None:
        """What was typed while it was read belongs to the practice that was on the screen: that is saved first."""
        if self.clean:
            self._begin(found)
        elif found.draft.practice != self.practice:
            self.flush(lambda: self._begin(found))
        else:
            self.flush(lambda: self.open_anew(found.draft.practice))

    def _begin(self, found: Opened) -> None:
        draft = found.draft
        self.form, self.leftovers = found.form, found.leftovers
        self.lang = self._desk.lang if self._desk.lang in found.form.languages else next(iter(found.form.languages), "")
        self.practice, self._draft, self.values = draft.practice, draft, dict(draft.values)
        self.live = found.live
        self._begun = dict(self.live.beginnings)
        self.values.update(self._begun)
        self._retry_timer.stop()
        self.failing, self.kept, self._refusals, self._said = False, None, 0, ""
        self._dirty, self._sending, self._untold, self._steps = {}, {}, {}, Steps()
        self.time_spent = TimeSpent()
        self.opened.emit()
        self.judged.emit(None)
        self.undo_changed.emit()

    def set(self, path: str, value: Value) -> None:
        """A field was typed in."""
        self.change({path: value}, typed=True)

    def change(self, changes: Mapping[str, Value], typed: bool = False, part_of: object = None) -> None:
        """Several values at once: one step of undo, with what is a part of the same."""
        if not self._untold.keys() <= changes.keys():
            self.follow()  # what follows from the last edit belongs to its step, not to this one
        step = {
            path: (self.values.get(path), value) for path, value in changes.items() if self.values.get(path) != value
        }
        if not step:
            return
        self._steps.add(step, typed, part_of)
        self._apply({path: after for path, (_, after) in step.items()}, tell=not typed)
        if not typed:
            self.follow()

    def undo(self) -> None:
        """Take back the last step."""
        self.follow()
        self._go_back(self._steps.back())

    def redo(self) -> None:
        """Do again what was taken back."""
        self.follow()
        self._go_back(self._steps.again())

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return self._steps.can_undo

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return self._steps.can_redo

    def _go_back(self, changes: dict[str, Value]) -> None:
        """Exactly these values, whatever the form would set by itself on such a change: it did so in the step, and the step knows."""
        if not changes:
            return
        self._apply(changes, tell=True)
        assert self.live is not None
        self._untold = {}
        outcome = self.live.change(changes)
        moved = {path: value for path, value in outcome.set.items() if path not in changes}
        judged = outcome.judged
        against = {
            path: changes[path] for path in outcome.set if path in changes and outcome.set[path] != changes[path]
        }
        if against:
            judged |= self.live.change(against).judged
        self._follow_from(moved, judged)

    def _apply(self, changes: Mapping[str, Value], tell: bool) -> None:
        if self._begun:
            self._dirty, self._begun = {**self._begun, **self._dirty}, {}
        self.values.update(changes)
        self._dirty.update(changes)
        self._untold.update(changes)
        self.kept = None
        if tell:
            self._show(changes)
        self.undo_changed.emit()
        self.state.emit("typing")
        self._follow_timer.start()
        if not self._save_timer.isActive():
            self._save_timer.start()

    def _show(self, changes: Mapping[str, Value]) -> None:
        for repeat in dict.fromkeys(path[: path.rfind("[")] for path in changes if path.endswith("]")):
            self.rows_changed.emit(repeat)
        self.shown.emit(set(changes))

    def follow(self) -> None:
        """Work out what follows from what was typed: at the latest before it is saved."""
        self._follow_timer.stop()
        if not self._untold or self.live is None:
            return
        untold, self._untold = self._untold, {}
        outcome = self.live.change(untold)
        self._follow_from(outcome.set, outcome.judged, joined=True)

    def _follow_from(self, found: Mapping[str, Value], judged: frozenset[str], joined: bool = False) -> None:
        moved = {path: value for path, value in found.items() if self.values.get(path) != value}
        if joined:
            self._steps.join(self.values, moved)
        self.values.update(moved)
        self._dirty.update(moved)
        if moved:
            self._show(moved)
        self.judged.emit(judged)

    def add_row(self, repeat: str, cells: Mapping[str, Value] | None = None, after: str | None = None) -> str:
        """Put a row at the end of a repeat, or after another row. Returns its path."""
        row, changes = row_changes.added(self.record, repeat, cells or {}, after)
        self.change(changes)
        return row

    def copy_row(self, row: str) -> str:
        """A second row like this one, after it. Returns its path."""
        return self.add_row(row[: row.rfind("[")], row_changes.cells(self.record, row), after=row)

    def remove_row(self, row: str) -> None:
        """Take a row out; one step of undo brings it back with its cells."""
        self.change(row_changes.removed(self.record, row))

    def move_row(self, row: str, by: int) -> None:
        """Move a row up (-1) or down (+1)."""
        self.change(row_changes.moved(self.record, row, by))

    def flush(self, then: Callable[[], None] | None = None) -> None:
        """Save what is unsaved now; `then` once it is durable."""
        if then is not None:
            self._waiting.append(then)
        self._save_timer.stop()
        self._save()

    def bring(
        self,
        run: Callable[..., Job],
        work: Callable[[Workspace], Any],
        then: Callable[[Any], None],
        failed: Callable[[UserError], None],
    ) -> None:
        """Have a verb run whose result becomes an answer here (`run`: the desk's ``read`` or ``write``). Whoever leaves waits for it: it would come home
        to another practice, or to none. When it fails they stay where that is said."""
        self._coming += 1

        def ended() -> None:
            self._coming -= 1
            QTimer.singleShot(0, self, lambda: self._waiting and self.flush())

        def done(found: Any) -> None:
            then(found)
            if self.clean:
                self.flush()

        def refused(error: UserError) -> None:
            self._waiting.clear()
            if self.clean:
                self.flush()
            failed(error)

        run(self, work, done, failed=refused, ended=ended)

    def leave(self) -> None:
        """The person turns to something else: what was typed is sent to be saved, with how long each question took where the form asks for it."""
        entry = self.time_spent.entry()
        logs = [field.template for field in self.form.fields.values() if field.kind is Kind.LOG]
        if entry and logs and not self.deleted and (self.recorded or not self.clean):
            kept = self.values.get(logs[0])
            self._apply({logs[0]: (*(kept if isinstance(kept, tuple) else ()), entry)}, tell=False)
        self.flush()

    def unsaved(self) -> dict[str, Value]:
        """What was typed and is not durable: path -> value."""
        self.follow()
        return {**self._sending, **self._dirty}

    def keep_elsewhere(self, folder: Path, then: Callable[[Path], None]) -> None:
        """Keep the practice as it stands here in a small catalogue in another folder. It stays unsaved here, and is tried again."""
        from seeddesk.services import recording

        draft, changes = self._draft, self.unsaved()
        assert draft is not None

        def done(path: Path) -> None:
            if self.unsaved() == changes:
                self.kept = path
            then(path)

        self._desk.long(
            self,
            lambda ws, progress: recording.save_elsewhere(ws, draft, changes, folder),
            done,
            failed=self.failed.emit,
        )

    def _save(self) -> None:
        self._retry_timer.stop()
        self.follow()
        if self._sending:
            return  # the answer of the save under way comes back here
        if not self._dirty:
            self._all_saved()
            return
        from seeddesk.services import recording

        changes, self._dirty = self._dirty, {}
        self._sending = changes
        draft = self._draft
        assert draft is not None
        self._desk.write(
            self,
            lambda ws: recording.save(ws, draft, changes),
            self._saved,
            failed=self._not_saved,
            ended=lambda: QTimer.singleShot(0, self, lambda: self._not_answered(changes)),
        )

    def _not_answered(self, changes: dict[str, Value]) -> None:
        """A save that ended in an error of ours is neither saved nor refused: what it held is unsaved still."""
        if self._sending is changes:
            self._put_back()

    def _saved(self, result: tuple[Draft, Changes]) -> None:
        self._draft, _ = result
        self.failing = False
        self._refusals, self._said, self.kept = 0, "", None
        self._sending = {}
        settled = {
            path: value
            for path, value in self._draft.values.items()
            if path not in self._dirty and self.values.get(path) != value
        }
        if settled:
            self._take_in(settled)
        if self._dirty:
            if self._waiting:
                self.flush()
            elif not self._save_timer.isActive():  # its time came while the save was under way
                self._save()
        else:
            self._all_saved()

    def _not_saved(self, error: UserError) -> None:
        asked = bool(self._waiting)
        self._put_back()
        self._retry_timer.start(RETRY_AFTER[min(self._refusals, len(RETRY_AFTER) - 1)])
        self._refusals += 1
        if error.code != self._said or asked:  # trying again by itself says nothing new
            self._said = error.code
            self.failed.emit(error)

    def _put_back(self) -> None:
        self._dirty = {**self._sending, **self._dirty}
        self._sending = {}
        self._waiting.clear()
        self.failing = True
        self.state.emit("failed")

    @property
    def recorded(self) -> bool:
        """Whether the practice is in the catalogue: a new one enters with the first thing typed."""
        return self._draft is not None and not self._draft.new

    def _all_saved(self) -> None:
        if self._coming:
            return
        if self.recorded:
            self.state.emit("saved")
        waiting, self._waiting = self._waiting, []
        for then in waiting:
            then()

    def refresh(self) -> None:
        """The practice changed elsewhere (an import, a decision): show it, but never over something typed and unsaved."""
        if not self.recorded or self._sending:
            return
        from seeddesk.services import recording

        practice = self.practice
        self._desk.read(self, lambda ws: recording.open_draft(ws, practice), self._refreshed, key=f"refresh {id(self)}")

    def _refreshed(self, draft: Draft) -> None:
        if self._draft is None or draft.practice != self.practice or self._sending:
            return
        old = self._draft
        kept = {path: dots for path, dots in old.seen.items() if path in self._dirty}
        seen = {**{path: dots for path, dots in draft.seen.items() if path not in self._dirty}, **kept}
        self._draft = replace(draft, seen=seen)
        moved = {
            path: draft.values.get(path)
            for path in {*draft.values, *self.values}
            if path not in self._dirty and draft.values.get(path) != self.values.get(path)
        }
        if moved:
            self._steps.clear()
            self._take_in(moved)
            self.undo_changed.emit()

    def _take_in(self, changes: Mapping[str, Value]) -> None:
        """Values that came from the catalogue, not from this person: they set nothing off."""
        self.values.update(changes)
        if self.live is not None:
            self.live = self.live.logic.live(Record(dict(self.values)))
        self._show(changes)
        self.judged.emit(None)
