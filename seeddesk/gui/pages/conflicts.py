"""Conflicts: every value that stands against another, one decision after the other, by keyboard, each taken back as easily."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QListView, QStackedWidget, QVBoxLayout, QWidget

from seeddesk.domain.errors import UserError
from seeddesk.domain.practice import Conflict
from seeddesk.domain.values import Value, clean_text
from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.queue import CONFLICT, QueueDelegate, QueueModel
from seeddesk.gui.pages.conflict_view import ConflictView, unlike
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.nothing import Nothing

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace


@dataclass(eq=False)
class Decision:
    """A decision made and not yet written: for some seconds it can be taken back. take: a letter, else `value`."""

    conflict: Conflict
    take: str
    value: Value
    said: str
    timer: QTimer


class Conflicts(QWidget):
    """`counted`: conflicts left, decisions made · `toasted`: what was decided, and the way back · `wanted`: files to bring in."""

    counted = Signal(int, int)
    toasted = Signal(str, object)
    failed = Signal(object)
    opened = Signal(object)
    wanted = Signal()
    WAIT = 8000  # ms a decision can be taken back before it is written

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: tuple[Conflict, ...] = ()
        self._pending: list[Decision] = []
        self._made = 0
        self._later: list[tuple[str, str]] = []  # postponed: (practice, path), to the end
        self._current: Conflict | None = None
        self._marks = True
        self._wanted: tuple[str, str | None] | None = None
        self.model = QueueModel(desk.form_of, desk.lang)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._side = side = QWidget()
        theme.ground(side, "window", "right")
        side.setFixedWidth(min(theme.scaled(264), 340))
        inner = QVBoxLayout(side)
        inner.setContentsMargins(0, 8, 1, 8)
        self.queue = _Queue()
        self.queue.setModel(self.model)
        self.queue.setItemDelegate(QueueDelegate(self.queue))
        self.queue.selectionModel().currentChanged.connect(self._chosen)
        self.queue.pressed_key.connect(self._key)
        inner.addWidget(self.queue)
        row.addWidget(side)
        right = QVBoxLayout()
        right.setSpacing(0)
        self.view = ConflictView(desk.form_of, desk.lang)
        right.addWidget(self.view, 1)
        right.addWidget(self._make_actions())
        decided = QWidget()
        decided.setLayout(right)
        right.setContentsMargins(0, 0, 0, 0)
        self._stack = QStackedWidget()
        self._stack.addWidget(decided)
        self._stack.addWidget(self._make_empty())
        row.addWidget(self._stack, 1)
        for key, does in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.take_back),
            (QKeySequence("Ctrl+Return"), self._save_edit),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    def _make_actions(self) -> QWidget:
        bar = QWidget()
        theme.ground(bar, "base", "top")
        around = QVBoxLayout(bar)
        around.setContentsMargins(32, 12, 32, 12)
        line = Flow()  # in a narrow window it goes on below: cut words decide nothing
        around.addLayout(line)
        self.confirm = Button(self.tr("Confirm the proposal"), Look.PRIMARY, key="Return", height=40)
        self.confirm.clicked.connect(self.confirm_proposal)
        line.addWidget(self.confirm)
        self.takes: list[Button] = []
        for number in range(4):
            letter = "ABCD"[number]
            button = Button(self.tr("Keep {letter}").format(letter=letter), Look.PLAIN, key=letter, height=40)
            button.clicked.connect(lambda _=False, letter=letter: self.take(letter))
            line.addWidget(button)
            self.takes.append(button)
        self.modify = Button(self.tr("Edit"), Look.PLAIN, key="E", height=40)
        self.modify.clicked.connect(self.edit)
        self.save = Button(self.tr("Keep this text"), Look.PRIMARY, key="Ctrl+Return", height=40)
        self.save.clicked.connect(self._save_edit)
        self.stop = Button(self.tr("Cancel"), Look.FLAT, key="Esc", height=40)
        self.stop.clicked.connect(self._stop_edit)
        self.later = Button(self.tr("Postpone"), Look.FLAT, key="P", height=40)
        self.later.clicked.connect(self.postpone)
        line.addWidget(self.modify)
        line.addWidget(self.save)
        line.addWidget(self.stop)
        line.addWidget(self.later)
        return bar

    def _make_empty(self) -> QWidget:
        words = self.tr("When two people change the same field, both values wait here for you.")
        self.bring = Button(self.tr("Import dossiers"), Look.PLAIN, "tray", "Ctrl+I", height=40)
        self.bring.clicked.connect(self.wanted)
        return Nothing("arrows-split", self.tr("No conflict"), words, self.bring)

    # -- loading -------------------------------------------------------------------------------------------------------

    def take_focus(self) -> None:
        """To what can be done here."""
        (self.bring if self._side.isHidden() else self.queue).setFocus()

    def refresh(self) -> None:
        """Query the conflicts again."""
        from seeddesk.services import cataloguing

        self._desk.read(self, cataloguing.conflicts, self._load, key="conflicts")

    def show_practice(self, practice: str, path: str | None = None) -> None:
        """Bring a practice's first conflict to the front."""
        self._wanted = (practice, path)
        self.refresh()

    def _load(self, conflicts: Sequence[Conflict]) -> None:
        self._all = tuple(conflicts)
        self._show_queue()

    def _show_queue(self, row: int | None = None) -> None:
        """What is left, postponed ones last; the place in the queue stays."""
        decided = {(decision.conflict.practice, decision.conflict.path) for decision in self._pending}
        left = [conflict for conflict in self._all if (conflict.practice, conflict.path) not in decided]
        practices = [practice for practice, _ in self._later]
        left.sort(key=lambda conflict: practices.index(conflict.practice) if conflict.practice in practices else -1)
        before = self._current
        at = self.queue.currentIndex().row() if row is None else row
        self.model.load(left)
        self.counted.emit(len(left), self._made)
        self._stack.setCurrentIndex(0 if left else 1)
        focused = self.isAncestorOf(QApplication.focusWidget() or self)
        if not left and focused:  # before the queue goes, which may have it
            self.bring.setFocus(Qt.FocusReason.OtherFocusReason)
        elif left and focused and self._side.isHidden():
            QTimer.singleShot(0, self.queue, self.queue.setFocus)
        self._side.setVisible(bool(left))
        if not left:
            self._current = None
            return
        wanted, self._wanted = self._wanted, None
        if wanted is not None:
            at = self.model.row_of(*wanted)
        elif row is None and before is not None:
            same = self.model.row_of(before.practice, before.path)
            at = same if same >= 0 else at
        at = max(0, min(at, self.model.rowCount() - 1))
        if not isinstance(self.model.index(at).data(CONFLICT), Conflict):
            at = max(self.model.step(at, 1), 1)
        self.queue.selectionModel().setCurrentIndex(
            self.model.index(at), QItemSelectionModel.SelectionFlag.ClearAndSelect
        )

    def _chosen(self) -> None:
        conflict = self.queue.currentIndex().data(CONFLICT)
        if isinstance(conflict, Conflict):
            self._current = conflict
            self._show()

    def _show(self) -> None:
        conflict = self._current
        if conflict is None:
            return
        self._display(conflict, {})
        self._show_actions(editing=False)
        if conflict.kind == "row":
            self._desk.read(
                self,
                lambda ws: _cells(ws, conflict),
                lambda cells: self._display(conflict, cells) if conflict is self._current else None,
                key="cells",
            )

    def _display(self, conflict: Conflict, row: Mapping[str, Value]) -> None:
        self.view.show_conflict(conflict, self.model.name(conflict), self._marks, row)

    def _show_actions(self, editing: bool) -> None:
        conflict = self._current
        self.confirm.setVisible(not editing and conflict is not None and conflict.proposal is not None)
        for number, button in enumerate(self.takes):
            there = conflict is not None and number < len(conflict.versions)
            button.setVisible(there and not editing)
            if there and conflict.kind != "field":
                removes = conflict.versions[number].value is None
                button.setText(self.tr("Remove") if removes else self.tr("Keep"))
            elif there:
                button.setText(self.tr("Keep {letter}").format(letter="ABCD"[number]))
        self.modify.setVisible(not editing and conflict is not None and _editable(conflict))
        self.later.setVisible(not editing)
        self.save.setVisible(editing)
        self.stop.setVisible(editing)

    # -- deciding ------------------------------------------------------------------------------------------------------

    def take(self, letter: str) -> None:
        """Keep a version."""
        conflict = self._current
        if conflict is not None and any(version.letter == letter for version in conflict.versions):
            self._decide(conflict, letter, None, self.tr("version {letter} kept").format(letter=letter))

    def confirm_proposal(self) -> None:
        """Take the merge that is proposed."""
        if self._current is not None and self._current.proposal is not None:
            self._decide(self._current, "", self._current.proposal, self.tr("proposal confirmed"))

    def edit(self) -> None:
        """Write a value of one's own, beginning from the proposal, the word-level merge or the first version."""
        conflict = self._current
        if conflict is None or not _editable(conflict):
            return
        start: Value = conflict.proposal
        hint = ""
        if start is None and conflict.word_proposal:
            start, hint = (
                conflict.word_proposal,
                self.tr("This text was merged word by word: read it whole before you keep it."),
            )
        if start is None:
            start = conflict.versions[0].value
        self.view.edit(self.view.words(conflict, start), hint)
        self._show_actions(editing=True)

    def _save_edit(self) -> None:
        from seeddesk.domain.answers import parse_answer
        from seeddesk.domain.paths import template_of

        box, conflict = self.view.editing, self._current
        if box is None or conflict is None:
            return
        text = clean_text(box.toPlainText())
        form = self._desk.form_of(conflict.practice)
        field = form.field(template_of(form.current(conflict.path)))
        value: Value = None if not text.strip() else text
        if field is not None and value is not None:
            value = parse_answer(field, text, self._desk.lang, form)
        self._stop_edit()
        self._decide(conflict, "", value, self.tr("your text kept"))

    def _stop_edit(self) -> None:
        self.view.stop_editing()
        self._show_actions(editing=False)
        self.queue.setFocus()

    def postpone(self) -> None:
        """This practice's conflicts to the end of the queue."""
        if self._current is not None:
            key = (self._current.practice, self._current.path)
            self._later = [other for other in self._later if other[0] != key[0]] + [key]
            row = self.queue.currentIndex().row()
            self._show_queue(row)

    def _decide(self, conflict: Conflict, take: str, value: Value, said: str) -> None:
        timer = QTimer(self, singleShot=True, interval=self.WAIT)
        decision = Decision(conflict, take, value, said, timer)
        timer.timeout.connect(lambda: self._write(decision))
        self._pending.append(decision)
        self._made += 1
        timer.start()
        row = self.queue.currentIndex().row()
        self._show_queue(row)
        self.queue.setFocus()
        words = self.tr("{title}, {field}: {what}").format(
            title=conflict.title, field=self.model.name(conflict), what=said
        )
        self.toasted.emit(words, self.take_back)

    def take_back(self) -> None:
        """Ctrl Z: the last decision that is not written yet."""
        if self._pending:
            decision = self._pending.pop()
            decision.timer.stop()
            self._made -= 1
            self._wanted = (decision.conflict.practice, decision.conflict.path)
            self._show_queue()

    @property
    def pending(self) -> int:
        """Decisions that can still be taken back."""
        return len(self._pending)

    def flush(self) -> None:
        """Write every decision made: the person goes elsewhere."""
        for decision in list(self._pending):
            decision.timer.stop()
            self._write(decision)

    def _write(self, decision: Decision) -> None:
        from seeddesk.services import cataloguing

        conflict = decision.conflict

        def settle() -> None:
            if decision in self._pending:
                self._pending.remove(decision)

        def failed(error: UserError) -> None:
            self._made -= 1
            self.failed.emit(error)
            self.refresh()

        # `ended` runs before the Changes of the verb make every view, this one too, query again.
        self._desk.write(
            self,
            lambda ws: cataloguing.resolve(
                ws, conflict.practice, conflict.path, take=decision.take, value=decision.value
            ),
            failed=failed,
            ended=settle,
        )

    # -- keys ----------------------------------------------------------------------------------------------------------

    def _key(self, key: int) -> None:
        letters = {getattr(Qt.Key, f"Key_{letter}"): letter for letter in "ABCD"}
        conflict = self._current
        if key == Qt.Key.Key_D and (conflict is None or len(conflict.versions) < 4):
            self._marks = not self._marks
            self._show()
        elif key in letters:
            self.take(letters[key])
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.confirm_proposal()
        elif key == Qt.Key.Key_E:
            self.edit()
        elif key == Qt.Key.Key_P:
            self.postpone()
        elif key == Qt.Key.Key_N:
            row = self.model.next_practice(self.queue.currentIndex().row())
            if row >= 0:
                self.queue.setCurrentIndex(self.model.index(row))
        elif key == Qt.Key.Key_S and conflict is not None:
            self.opened.emit(conflict)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the box of one's own text."""
        if event.key() == Qt.Key.Key_Escape and self.view.editing is not None:
            self._stop_edit()
        else:
            super().keyPressEvent(event)


def _cells(ws: Workspace, conflict: Conflict) -> Mapping[str, Value]:
    """What stands in the row in conflict now, path -> value."""
    from seeddesk.services import cataloguing

    values = cataloguing.show(ws, conflict.practice).record.values
    return {path: value for path, value in values.items() if path.startswith(f"{conflict.path}.")}


def _editable(conflict: Conflict) -> bool:
    return conflict.kind == "field" and not unlike(conflict)


class _Queue(QListView):
    """Up and Down go from conflict to conflict; letters decide."""

    pressed_key = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Conflicts"))
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows skip headings; a letter without modifiers is a decision."""
        model = self.model()
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down) and isinstance(model, QueueModel):
            row = model.step(self.currentIndex().row(), 1 if event.key() == Qt.Key.Key_Down else -1)
            if row >= 0:
                self.setCurrentIndex(model.index(row))
        elif not event.modifiers() and (event.text().isalpha() or event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)):
            self.pressed_key.emit(event.key())
        else:
            super().keyPressEvent(event)
