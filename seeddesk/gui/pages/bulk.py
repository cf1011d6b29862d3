"""Many practices at once: what to do to them, what that would change, then all of it in one step that can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QComboBox, QMenu, QVBoxLayout, QWidget

from seeddesk.domain import workflow
from seeddesk.domain.basics import place
from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Choice, Field, Form, Kind
from seeddesk.domain.values import Value
from seeddesk.gui import errors, i18n, icons, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.chips_input import ChipsInput
from seeddesk.gui.editor.controls import make_input
from seeddesk.gui.pages.plan_view import PlanView, Prepared, prepare
from seeddesk.gui.pages.under_way import UnderWay
from seeddesk.gui.tasks import Job
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.tabs import Tabs
from seeddesk.gui.widgets.tall import tall
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

    from seeddesk.gui.editor.session import Session
    from seeddesk.services.bulk import Applied, Edit, Plan
    from seeddesk.services.taking_back import Undone
    from seeddesk.services.workspace import Workspace

PAUSE = 200  # ms after the last keystroke before the plan is made again
UNSUITED = (Kind.FILE, Kind.GEO, Kind.RANK)  # answers that are no one's but a practice's own


class ManyAsking(Asking):
    """Questions asked for no practice in particular: every choice of a list is offered."""

    def __init__(self, desk: Desk, form: Form) -> None:
        nobody = SimpleNamespace(form=form, lang=desk.lang, values={}, live=None)
        super().__init__(cast("Session", nobody), desk)

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The whole list of a question."""
        field = self.form.field(path)
        return () if field is None else self.form.lists.get(field.choices, ())


class BulkPane(QWidget):
    """`left`: back to reading · `all_wanted`: everything that was found, please · `exported`: these as ``dossiers``, ``xlsx`` or ``csv`` · `done`: words,
    and what takes it back. work: tells how far it is."""

    left = Signal()
    all_wanted = Signal()
    exported = Signal(object, str)
    done = Signal(str, object)

    def __init__(self, desk: Desk, work: UnderWay, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._work = desk, work
        self.ids: tuple[str, ...] = ()
        self.form = desk.form  # most of them are shown by it
        self.plan: Plan | None = None
        self._job: Job | None = None
        self._value: Value = None
        self._column, below = tall(self)
        self._column.setContentsMargins(24, 20, 0, 0)
        self._column.setSpacing(12)
        self.title = Text(role="title", wrap=True)
        self._column.addWidget(self.title)
        line = Flow()
        self.all = Button("", Look.LINK)
        self.all.clicked.connect(self.all_wanted)
        dossiers = Button(self.tr("Their dossiers"), Look.PLAIN, "file-text")
        dossiers.clicked.connect(lambda: self.exported.emit(self.ids, "dossiers"))
        self.table = Button(self.tr("As a table"), Look.PLAIN, "table")
        self.table.clicked.connect(self._choose_table)
        leave = Button(self.tr("Back to one"), Look.FLAT, "x", "Esc")
        leave.clicked.connect(self.left)
        for part in (dossiers, self.table, self.all, leave):
            line.addWidget(part)
        self._column.addLayout(line)
        kinds = [
            ("field", self.tr("A field")),
            ("tags", self.tr("Keywords")),
            ("status", self.tr("Status")),
            ("delete", self.tr("Delete")),
        ]
        self.kind = Tabs(kinds, self.tr("What to do"))
        self.kind.chosen.connect(self.show_kind)
        self._column.addWidget(self.kind)
        self._inputs = QWidget()
        self._column.addWidget(self._inputs)
        self.shown = PlanView(self.tr("What would change"))
        self.said, self.preview = self.shown.said, self.shown.preview
        self._column.addWidget(self.shown, 1)
        bar = Bar(56, edge="top")
        self.go = Button("", Look.PRIMARY, height=40)
        self.go.clicked.connect(self._apply)
        desk.guard(self.go)
        bar.row.addStretch(1)
        bar.row.addWidget(self.go)
        below.addWidget(bar)
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self._make_plan)

    def show_ids(self, ids: Sequence[str], found: int) -> None:
        """Show these practices. found: how many the search found in all."""
        self.ids = tuple(ids)
        self.title.setText(self.tr("%n practice(s) chosen", "", len(self.ids)))
        self.all.setText(self.tr("Choose all {count}").format(count=i18n.number(found)))
        more = found > len(self.ids)
        if self.all.hasFocus() and not more:  # it goes: Enter once more would leave
            self.kind.take_focus()
        self.all.setVisible(more)
        if not self.kind.value:
            self.show_kind("field")
        self._ask()
        workspace = self._desk.workspace
        if workspace is not None and len(workspace.shelf.use) > 1:
            self._desk.read(self, partial(_form_of, practices=self.ids), self._take_form, key="bulk form")

    def _take_form(self, form: Form) -> None:
        if (form.id, form.version) != (self.form.id, self.form.version):
            self.form = form
            self.show_kind(self.kind.value)

    def show_kind(self, kind: str) -> None:
        """Another thing to do to them."""
        self.kind.set_value(kind)
        self._value = None
        fresh = QWidget()
        column = QVBoxLayout(fresh)
        column.setContentsMargins(0, 0, 16, 0)
        column.setSpacing(8)
        if kind == "field":
            self.fields = self._combo(self.tr("Field"), self._fields())
            self.fields.currentIndexChanged.connect(lambda _: self._show_input())
            self._place = QVBoxLayout()
            column.addWidget(self.fields)
            column.addLayout(self._place)
        elif kind == "tags":
            self.add, self.remove = (self._chips(name) for name in (self.tr("Add"), self.tr("Take away")))
            for words, chips in ((self.tr("Add"), self.add), (self.tr("Take away"), self.remove)):
                column.addWidget(Text(words, "small", "text2"))
                column.addWidget(chips)
        elif kind == "status":
            statuses = [(code, names.status(self.form, code, self._desk.lang)) for code in workflow.STATUSES]
            self.statuses = self._combo(self.tr("New status"), statuses)
            self.statuses.currentIndexChanged.connect(self._ask)
            column.addWidget(self.statuses)
        self._column.replaceWidget(self._inputs, fresh)
        self._inputs.deleteLater()
        self._inputs = fresh
        if kind == "field":
            self._show_input()
        self._ask()

    def begin(self, kind: str) -> None:
        """Another thing to do to them, ready to be said."""
        self.show_kind(kind)
        first = {"field": "fields", "tags": "add", "status": "statuses"}.get(kind)
        target = getattr(self, first) if first else self.go
        getattr(target, "line", target).setFocus(Qt.FocusReason.ShortcutFocusReason)

    def edit(self) -> Edit | None:
        """What is asked for; None while that is not said yet."""
        from seeddesk.services import bulk

        match self.kind.value:
            case "field":
                path = self.fields.currentData()
                return bulk.Set(path, self._value) if path else None
            case "tags":
                return bulk.Tag(self.add.codes, self.remove.codes) if self.add.codes or self.remove.codes else None
            case "status":
                code = self.statuses.currentData()
                return bulk.Move(code) if code else None
        return bulk.Delete()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc: back to reading."""
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)

    # -- what is asked -------------------------------------------------------------------------------------------------

    def _choose_table(self) -> None:
        """A menu: which kind of table."""
        menu = QMenu(self)
        for kind, words in (("xlsx", self.tr("Excel (.xlsx)")), ("csv", self.tr("Text (.csv)"))):
            menu.addAction(words).triggered.connect(lambda _=False, kind=kind: self.exported.emit(self.ids, kind))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.table.mapToGlobal(self.table.rect().bottomLeft()))

    def _fields(self) -> list[tuple[str, str]]:
        form, lang = self.form, self._desk.lang
        return [
            (field.template, names.label(form, field, lang))
            for field in form.fields.values()
            if "[" not in field.template and field.answered and not field.read_only and not field.calculate
            if field.kind not in UNSUITED and field.template != place(workflow.FIELD, form)
        ]

    def _combo(self, name: str, entries: list[tuple[str, str]]) -> QComboBox:
        box = _Combo()
        box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        box.setMinimumContentsLength(12)
        box.setAccessibleName(name)
        box.addItem(self.tr("Choose…"), "")
        for code, words in entries:
            box.addItem(words, code)
        return box

    def _chips(self, name: str) -> _Chips:
        form = self.form
        field = form.field("tags") or Field("tags", Kind.CHOICES, {}, "", "")
        chips = _Chips(field, "tags", ManyAsking(self._desk, form))
        chips.line.setAccessibleName(f"{names.label(form, field, self._desk.lang)}: {name}")
        chips.changed.connect(self._ask)
        return chips

    def _show_input(self) -> None:
        while (item := self._place.takeAt(0)) is not None:
            if item.widget() is not None:
                item.widget().deleteLater()
        self._value = None
        path = self.fields.currentData()
        field = self.form.field(path) if path else None
        self.input: Any = None
        if field is not None:
            self.input = make_input(field, path, ManyAsking(self._desk, self.form))
            label = names.label(self.form, field, self._desk.lang)
            for part in (self.input, getattr(self.input, "line", None)):
                if part is not None:
                    part.setAccessibleName(label)
            if hasattr(self.input, "name"):
                self.input.name(label)
            self.input.show_value(None)
            self.input.edited.connect(self._take)
            self._place.addWidget(self.input)
        self._ask()

    def _take(self, value: Value) -> None:
        self._value = value
        if isinstance(self.input, ChipsInput) or not hasattr(self.input, "text"):
            self.input.show_value(value)
        self._ask()

    # -- what would change ---------------------------------------------------------------------------------------------

    def _ask(self) -> None:
        if self._job is not None:
            self._job.cancel()
        self.plan = None
        self.go.setEnabled(False)
        if self.edit() is not None:
            self._timer.start()
            return
        self._timer.stop()
        self.shown.clear()
        self.said.setText(self.tr("Say what should change; what it would do to each is shown here first."))
        self.go.setText(self.tr("Change"))

    def _make_plan(self) -> None:
        from seeddesk.services import bulk

        edit, ids = self.edit(), self.ids
        if edit is None or not ids:
            return
        self._job = self._desk.long(
            self,
            lambda ws, progress: prepare(bulk.plan(ws, ids, edit, progress)),
            self._show_plan,
            failed=self._refused,
            told=self.shown.told,
            key=f"bulk {id(self)}",
        )

    def _refused(self, error: UserError) -> None:
        self.shown.clear()
        self.said.setText(errors.words(error))

    def _show_plan(self, found: Prepared) -> None:
        self.plan, self._job = found.plan, None
        count = found.counts["change"]
        words = [self.tr("%n practice(s) would change", "", count)]
        if same := found.counts["same"]:
            words.append(self.tr("%n already so", "", same))
        if refused := found.counts["refused"]:
            words.append(self.tr("%n cannot", "", refused))
        self.said.setText(" · ".join(words))
        self.go.setText(self._deed(count))
        self.go.set_look(Look.DANGER if self.kind.value == "delete" else Look.PRIMARY)
        self.go.setEnabled(bool(count))
        self.shown.write(found)

    def _deed(self, count: int) -> str:
        if self.kind.value == "delete":
            return self.tr("Delete %n practice(s)", "", count)
        return self.tr("Change %n practice(s)", "", count)

    # -- all of it, and back -------------------------------------------------------------------------------------------

    def _apply(self) -> None:
        from seeddesk.services import bulk

        plan = self.plan
        if plan is None:
            return
        self.plan = None
        self.go.setEnabled(False)

        def applied(result: tuple[Applied, Changes]) -> None:
            done, kept = result[0], len(result[0].left)
            words = self._done(len(done.done))
            if kept:
                words += " · " + self.tr("%n left as they are: somebody changed them meanwhile", "", kept)
            self.left.emit()
            self.done.emit(words, lambda: self._take_back(done))

        self._run(self.tr("Changing."), lambda ws, progress: bulk.apply(ws, plan, progress), applied)

    def _done(self, count: int) -> str:
        if self.kind.value == "delete":
            return self.tr("%n practice(s) deleted", "", count)
        return self.tr("%n practice(s) changed", "", count)

    def _take_back(self, done: Applied) -> None:
        from seeddesk.services import taking_back

        def said(result: tuple[Undone, Changes]) -> None:
            words = self.tr("%n practice(s) set back", "", len(result[0].practices))
            if kept := len(result[0].kept):
                words += " · " + self.tr("%n left as they are: somebody changed them meanwhile", "", kept)
            self.done.emit(words, None)

        self._run(self.tr("Setting back."), lambda ws, progress: taking_back.undo(ws, done, progress), said)

    def _run(self, words: str, verb: Callable[..., object], then: Callable[..., None]) -> None:
        """Long work that writes; stopped or refused, nothing is changed, and it can be asked for again."""

        def ended() -> None:
            self._work.ended()
            if self.isVisible():
                self._ask()

        job = self._desk.write_long(self, verb, then, failed=self._refused, told=self._work.told, ended=ended)
        self._work.begin(words, job.cancel)


def _form_of(ws: Workspace, practices: Sequence[str]) -> Form:
    from seeddesk.services import bulk

    return bulk.form_of(ws, practices)


class _Combo(QComboBox):
    """A list to choose from that the wheel leaves alone."""

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The caret that the style sheet leaves out."""
        super().paintEvent(event)
        box = QRectF(self.width() - 24, (self.height() - 12) / 2, 12, 12)
        icons.paint(QPainter(self), box, "caret-down", theme.colour("text2"))


class _Chips(ChipsInput):
    """Words as chips, kept here. `changed`: they are others now."""

    changed = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__(field, path, asking)
        self.codes: tuple[str, ...] = ()
        self.edited.connect(self._keep)
        self.show_value(None)

    def _keep(self, value: Value) -> None:
        self.codes = value if isinstance(value, tuple) else ()
        self.show_value(value)
        self.changed.emit()
