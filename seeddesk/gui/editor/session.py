"""One practice open for editing: what is typed, what of it is durable, what can be taken back.

Typing lands in `values` at once and in the catalogue within a second, on the writer's thread. `saved` is said only when the save is
durable. The draft that goes along says what its author had seen when the practice was opened.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.paths import cell_path, new_row_id, order_between, row_id, row_path, template_of
from seeddesk.domain.practice import Draft
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty
from seeddesk.gui.desk import Desk

if TYPE_CHECKING:
    from seeddesk.domain.logic import Evaluation, Logic

SAVE_AFTER = 700  # ms after the first unsaved key: the promise is one second
EVALUATE_AFTER = 150  # ms after the last key
JOIN = 1.5  # seconds within which typing in one field is one step of undo


@dataclass
class _Step:
    """One step of undo: path -> (before, after)."""

    changes: dict[str, tuple[Value, Value]]
    at: float
    typed: bool


class Session(QObject):
    """`shown`: values changed otherwise than by the field itself (paths) · `rows_changed`: a repeat's path · `evaluated`: after the logic ran ·
    `state`: ``typing``, ``saved`` or ``failed``."""

    opened = Signal()
    shown = Signal(object)
    rows_changed = Signal(str)
    evaluated = Signal(object)
    state = Signal(str)
    undo_changed = Signal()
    failed = Signal(object)

    def __init__(self, desk: Desk, logic: Logic, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.logic = logic
        self.practice = ""
        self.values: dict[str, Value] = {}
        self.evaluation: Evaluation | None = None
        self._draft: Draft | None = None
        self._dirty: dict[str, Value] = {}
        self._sending: dict[str, Value] = {}
        self.failing = False  # the last save was refused
        self._waiting: list[Callable[[], None]] = []
        self._undo: list[_Step] = []
        self._redo: list[_Step] = []
        self._save_timer = QTimer(self, singleShot=True, interval=SAVE_AFTER)
        self._save_timer.timeout.connect(self._save)
        self._logic_timer = QTimer(self, singleShot=True, interval=EVALUATE_AFTER)
        self._logic_timer.timeout.connect(self.evaluate)

    @property
    def record(self) -> Record:
        """What is shown now."""
        return Record(self.values)

    @property
    def clean(self) -> bool:
        """Whether everything typed is durable."""
        return not self._dirty and not self._sending

    def start(self) -> None:
        """A new practice. It enters the catalogue with the first thing typed."""
        from seeddesk.services import recording

        draft = recording.new_draft()
        self._begin(draft.practice, draft, draft.values)

    def open(self, practice: str) -> None:
        """Open a practice; `opened` follows."""
        from seeddesk.services import recording

        self._desk.read(
            self,
            lambda ws: recording.open_draft(ws, practice),
            lambda draft: self._begin(draft.practice, draft, draft.values),
            key=f"open {id(self)}",
        )

    def _begin(self, practice: str, draft: Draft, values: Mapping[str, Value]) -> None:
        self.practice, self._draft, self.values = practice, draft, dict(values)
        self._dirty, self._sending, self._undo, self._redo = {}, {}, [], []
        self.evaluate()
        self.opened.emit()
        self.undo_changed.emit()

    def set(self, path: str, value: Value) -> None:
        """A field was typed in."""
        self.change({path: value}, typed=True)

    def change(self, changes: Mapping[str, Value], typed: bool = False) -> None:
        """Several values at once: one step of undo."""
        step = {
            path: (self.values.get(path), value) for path, value in changes.items() if self.values.get(path) != value
        }
        if not step:
            return
        now = time.monotonic()
        last = self._undo[-1] if self._undo else None
        if typed and last is not None and last.typed and now - last.at < JOIN and last.changes.keys() == step.keys():
            last.changes = {path: (last.changes[path][0], after) for path, (_, after) in step.items()}
            last.at = now
        else:
            self._undo.append(_Step(step, now, typed))
        self._redo.clear()
        self._apply({path: after for path, (_, after) in step.items()}, tell=not typed)

    def undo(self) -> None:
        """Take back the last step."""
        if self._undo:
            step = self._undo.pop()
            self._redo.append(step)
            self._apply({path: before for path, (before, _) in step.changes.items()}, tell=True)

    def redo(self) -> None:
        """Do again what was taken back."""
        if self._redo:
            step = self._redo.pop()
            self._undo.append(replace(step, at=0.0))
            self._apply({path: after for path, (_, after) in step.changes.items()}, tell=True)

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._undo)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._redo)

    def _apply(self, changes: Mapping[str, Value], tell: bool) -> None:
        self.values.update(changes)
        self._dirty.update(changes)
        if tell:
            self._show(changes)
        self.undo_changed.emit()
        self.state.emit("typing")
        self._logic_timer.start()
        if not self._save_timer.isActive():
            self._save_timer.start()

    def _show(self, changes: Mapping[str, Value]) -> None:
        for repeat in dict.fromkeys(path[: path.rfind("[")] for path in changes if path.endswith("]")):
            self.rows_changed.emit(repeat)
        self.shown.emit(set(changes))

    def add_row(self, repeat: str, cells: Mapping[str, Value] | None = None, after: str | None = None) -> str:
        """Put a row at the end of a repeat, or after another row. Returns its path."""
        rows = self.record.rows(repeat)
        at = rows.index(after) + 1 if after in rows else len(rows)
        row = row_path(repeat, new_row_id())
        self.change({row: self._key_at(rows, at), **{row + name: value for name, value in (cells or {}).items()}})
        return row

    def copy_row(self, row: str) -> str:
        """A second row like this one, after it. Returns its path."""
        cells = {
            path[len(row) :]: value
            for path, value in self.values.items()
            if path.startswith(row + ".") and not is_empty(value)
        }
        return self.add_row(row[: row.rfind("[")], cells, after=row)

    def remove_row(self, row: str) -> None:
        """Take a row out; one step of undo brings it back with its cells."""
        cells = [path for path in self.values if path.startswith(row + ".") and self.values[path] is not None]
        self.change({row: None, **{path: None for path in cells}})

    def move_row(self, row: str, by: int) -> None:
        """Move a row up (-1) or down (+1)."""
        repeat = row[: row.rfind("[")]
        rows = self.record.rows(repeat)
        at = rows.index(row)
        to = at + by
        if not 0 <= to < len(rows):
            return
        others = [other for other in rows if other != row]
        self.change({row: self._key_at(others, to)})

    def _key_at(self, rows: list[str], at: int) -> str:
        """An order key before the row that stands at `at`."""
        before = self.values.get(rows[at - 1]) if at > 0 else None
        behind = self.values.get(rows[at]) if at < len(rows) else None
        low, high = (key if isinstance(key, str) else None for key in (before, behind))
        if (
            low is not None and high is not None and low >= high
        ):  # two rows with one key: put between is impossible, stand last of them
            high = None
        return order_between(low, high)

    def evaluate(self) -> None:
        """Run the form's logic on what is shown."""
        evaluation = self.logic.evaluate(self.record, date.today())
        self.evaluation = evaluation
        moved = {path: value for path, value in evaluation.calculated.items() if self.values.get(path) != value}
        self.values.update(moved)
        if moved:
            self.shown.emit(set(moved))
        self.evaluated.emit(evaluation)

    def flush(self, then: Callable[[], None] | None = None) -> None:
        """Save what is unsaved now; `then` once it is durable."""
        if then is not None:
            self._waiting.append(then)
        self._save_timer.stop()
        self._save()

    def _save(self) -> None:
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
        self._desk.write(self, lambda ws: recording.save(ws, draft, changes), self._saved, failed=self._not_saved)

    def _saved(self, result: tuple[Draft, Changes]) -> None:
        self._draft, _ = result
        self.failing = False
        self._sending = {}
        settled = {
            path: value
            for path, value in self._draft.values.items()
            if path not in self._dirty and self.values.get(path) != value
        }
        self.values.update(settled)
        if settled:
            self._show(settled)
        if self._dirty:
            self._save_timer.start()
            if self._waiting:
                self.flush()
        else:
            self._all_saved()

    def _not_saved(self, error: UserError) -> None:
        self._dirty = {**self._sending, **self._dirty}
        self._sending = {}
        self._waiting.clear()
        self.failing = True
        self.state.emit("failed")
        self.failed.emit(error)

    @property
    def recorded(self) -> bool:
        """Whether the practice is in the catalogue: a new one enters with the first thing typed."""
        return self._draft is not None and not self._draft.new

    def _all_saved(self) -> None:
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
            self.values.update(moved)
            self._undo.clear()
            self._redo.clear()
            self._show(moved)
            self.undo_changed.emit()
            self.evaluate()


def cell(template: str, row: str) -> str:
    """The path of a field of a repeat in a row: ``partners[].name`` in ``partners[<id>]``."""
    return cell_path(template, (row_id(row),)) if template.count("[]") == 1 else row + template[len(template_of(row)) :]
