"""The practice editor: sections at the left, the form in the middle, what is wrong beside it. Saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget

from seeddesk.domain import workflow
from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.paths import template_of
from seeddesk.gui import errors, i18n, names
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.section_view import SectionView
from seeddesk.gui.editor.sections_list import SectionsList
from seeddesk.gui.editor.session import Session
from seeddesk.gui.pages.exporting import export_dossier
from seeddesk.gui.pages.page import Page
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.marks import StatusMark
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Elided, Text


class PracticePage(Page):
    """Edits one practice."""

    toasted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.session = Session(desk, desk.workspace.logic, self)
        self._views: dict[int, SectionView] = {}
        self._core_only = False
        self._where = 0
        self._focused = ""
        self._build_top()
        self.sections = SectionsList(desk.form, desk.lang)
        self.sections.chosen.connect(lambda number: self.show_section(number, focus=True))
        self.sections.next_gap.connect(lambda: self.next_gap(1))
        self._stack = QStackedWidget()
        self._nothing = self._make_nothing()
        self._stack.addWidget(self._nothing)
        self._side = QWidget()
        row = QHBoxLayout()
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self._stack, 1)
        self.body.addLayout(row, 1)
        self._connect()
        self._keys()
        self._show_open(False)
        self.status.show_keys(
            [
                ("Alt", ""),
                ("Up", ""),
                ("Down", self.tr("section")),
                ("F8", self.tr("next gap")),
                ("Ctrl+U", self.tr("not known yet")),
            ]
        )

    def _build_top(self) -> None:
        self._back = Button("", Look.FLAT, "arrow-left", name=self.tr("Back to the catalogue"))
        self._back.clicked.connect(
            lambda: self.go.emit("catalogue", self.session.practice if self.session.recorded else "")
        )
        self.title = Elided("", "title")
        self._status = StatusMark()
        self._step = Button("", Look.FLAT, "caret-down", name=self.tr("Change the status"))
        self._step.clicked.connect(self._choose_status)
        self._undo = Button("", Look.FLAT, "arrow-u-up-left", "", name=self.tr("Undo"))
        self._redo = Button("", Look.FLAT, "arrow-u-up-right", "", name=self.tr("Redo"))
        self._mode = Segment([("quick", self.tr("Quick")), ("full", self.tr("Full"))], self.tr("Fields shown"))
        self._mode.set_value("full")
        self._mode.chosen.connect(lambda code: self.show_mode(code == "quick"))
        self._export = Button(self.tr("Export dossier"), Look.PRIMARY, "file-text", "Ctrl+E")
        self._export.clicked.connect(self.export)
        for widget in (self._back, self.title, self._status, self._step):
            self.top.row.addWidget(widget)
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Maximum, self.title.sizePolicy().Policy.Fixed)
        self.top.row.addStretch(1)
        for widget in (self._undo, self._redo, self._mode, self._export):
            self.top.row.addWidget(widget)
        self.top.row.setSpacing(8)

    def _make_nothing(self) -> QWidget:
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(32, 64, 32, 0)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("No practice is open"), "display", wrap=True))
        column.addWidget(Text(self.tr("Open one from the catalogue, or begin a new one."), "long", "text2", wrap=True))
        line = QHBoxLayout()
        new = Button(self.tr("New practice"), Look.PRIMARY, "plus", "Ctrl+N", height=40)
        new.clicked.connect(lambda: self.enter("new"))
        line.addWidget(new)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        session = self.session
        session.opened.connect(self._opened)
        session.shown.connect(self._shown)
        session.rows_changed.connect(self._rows_changed)
        session.evaluated.connect(self._evaluated)
        session.state.connect(self._say)
        session.undo_changed.connect(self._show_undo)
        session.failed.connect(self._not_saved)
        self._undo.clicked.connect(session.undo)
        self._redo.clicked.connect(session.redo)

    def _keys(self) -> None:
        for key, does in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.session.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.session.redo),
            (QKeySequence("Alt+Up"), lambda: self.show_section(self._where - 1, focus=True)),
            (QKeySequence("Alt+Down"), lambda: self.show_section(self._where + 1, focus=True)),
            (QKeySequence("F8"), lambda: self.next_gap(1)),
            (QKeySequence("Shift+F8"), lambda: self.next_gap(-1)),
            (QKeySequence("Esc"), self._back.click),
            (QKeySequence("Ctrl+U"), self._toggle_unknown),
            (QKeySequence("F4"), lambda: self.show_mode(not self._core_only)),
            (QKeySequence("Ctrl+Return"), self._add_row),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # -- coming and going ----------------------------------------------------------------------------------------------

    def enter(self, what: object = None) -> None:
        """Open a practice by id, or ``"new"``; nothing: stay on the one that is open."""
        if what == "new":
            self.session.flush(self.session.start)
        elif isinstance(what, str) and what and what != self.session.practice:
            self.session.flush(lambda: self.session.open(what))
        elif isinstance(what, tuple):
            practice, path = what
            if practice == self.session.practice:
                self.go_to(path)
            else:
                self._focused = path
                self.session.flush(lambda: self.session.open(practice))

    def here(self) -> object:
        """The practice that is open."""
        return self.session.practice if self.session.recorded else None

    def leave(self) -> bool:
        """What was typed is sent to be saved; when the disk refuses, the page says so and stays open behind."""
        self.session.flush()
        return True

    def settled(self) -> bool:
        """Whether every key is saved."""
        return self.session.clean

    def settle(self, then: Callable[[], object]) -> None:
        """Save what was typed."""
        self.session.flush(then)

    def failing(self) -> bool:
        """Whether the disk refused the last save."""
        return self.session.failing

    def refresh(self, changes: Changes) -> None:
        """Somebody else changed the practice."""
        if not changes.practices or self.session.practice in changes.practices:
            self.session.refresh()

    def export(self) -> None:
        """Export the dossier, once what was typed is saved."""
        if self.session.recorded or not self.session.clean:
            self.session.flush(lambda: export_dossier(self, self.session.practice))

    def panes(self) -> list[QWidget]:
        """Sections, form."""
        view = self._views.get(self._where)
        first = next((box.input for box in view.boxes() if not box.isHidden()), None) if view is not None else None
        return [self.sections.next, *([first] if first is not None else [])]

    def search(self) -> None:
        """Searching is the catalogue's."""
        self.go.emit("catalogue", None)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self._drop_views()
        self._show_open(True)
        self.banner.hide()
        path, self._focused = self._focused, ""
        self.show_section(self._section_of(path) if path else 0, focus=True, path=path)
        self._say("open" if self.session.recorded else "new")
        self._show_head()

    def _show_open(self, open_: bool) -> None:
        for widget in (
            self.sections,
            self.title,
            self._status,
            self._step,
            self._undo,
            self._redo,
            self._mode,
            self._export,
            self._back,
        ):
            widget.setVisible(open_)
        if not open_:
            self._stack.setCurrentWidget(self._nothing)

    def _drop_views(self) -> None:
        for view in self._views.values():
            self._stack.removeWidget(view)
            view.deleteLater()
        self._views = {}

    def show_section(self, number: int, focus: bool = False, path: str = "") -> None:
        """Bring a section to the front, made when first needed."""
        number = max(0, min(number, len(self.desk.form.sections) - 1))
        if number not in self._views:
            view = SectionView(self.desk.form.sections[number], number, self.session, self.desk, self._core_only)
            view.focused.connect(self._focus_came)
            self._views[number] = view
            self._stack.addWidget(view)
        self._where = number
        view = self._views[number]
        self._stack.setCurrentWidget(view)
        self.sections.show_current(number)
        view.judge()
        if focus:
            QTimer.singleShot(0, view, lambda: view.focus(path) or view.focus())

    def show_mode(self, core_only: bool) -> None:
        """Quick: only what submission needs. Full: every field."""
        self._core_only = core_only
        self._mode.set_value("quick" if core_only else "full")
        path = self._focused
        self._drop_views()
        self.show_section(self._where, focus=True, path=path)

    def go_to(self, path: str) -> None:
        """The caret into a field, wherever it lies."""
        self.show_section(self._section_of(path), focus=True, path=path)

    def next_gap(self, by: int) -> None:
        """To the next problem or missing field, going round."""
        evaluation = self.session.evaluation
        if evaluation is None:
            return
        wanted = {*evaluation.missing, *(problem.path for problem in evaluation.problems)}
        order = {template: number for number, template in enumerate((*self.desk.form.fields, *self.desk.form.groups))}

        def place(path: str) -> tuple[int, int, str]:
            return self._section_of(path), order.get(template_of(path), order.get(template_of(path) + "[]", 0)), path

        gaps = sorted(wanted, key=place)
        if not gaps:
            return
        here = place(self._focused) if self._focused else (self._where, -1, "")
        ahead = (
            [gap for gap in gaps if place(gap) > here]
            if by > 0
            else [gap for gap in reversed(gaps) if place(gap) < here]
        )
        self.go_to(ahead[0] if ahead else gaps[0 if by > 0 else -1])

    def _section_of(self, path: str) -> int:
        template = template_of(path)
        field = self.desk.form.field(template)
        if field is not None:
            return next((n for n, section in enumerate(self.desk.form.sections) if section.name == field.section), 0)
        for number, section in enumerate(self.desk.form.sections):
            if any(item.template in (template, template + "[]") for item in section.items):
                return number
        return 0

    def _focus_came(self, path: str) -> None:
        self._focused = path

    def _shown(self, paths: set[str]) -> None:
        for view in self._views.values():
            view.show_values(paths)
        self._show_head()

    def _rows_changed(self, repeat: str) -> None:
        for view in self._views.values():
            view.show_rows(repeat)

    def _evaluated(self, evaluation: object) -> None:
        self.sections.show_evaluation(evaluation)
        view = self._views.get(self._where)
        if view is not None:
            view.judge()
        self._show_head()

    def _show_head(self) -> None:
        record = self.session.record
        self.title.setText(record.text("title") or self.tr("New practice"))
        status = record.text("status") or workflow.DRAFT
        self._status.show_status(status, names.status(self.desk.form, status, self.desk.lang))
        self._export.setEnabled(self.session.recorded or not self.session.clean)
        self._step.setVisible(self.session.recorded and bool(workflow.following(status)))

    def _show_undo(self) -> None:
        self._undo.setEnabled(self.session.can_undo)
        self._redo.setEnabled(self.session.can_redo)

    def _say(self, state: str) -> None:
        if state == "saved":
            self.status.tell(
                "check",
                self.tr("Saved {time}").format(time=i18n.clock()),
                "ok",
                self.tr("Every key is safe within a second"),
            )
            self.banner.hide()
        elif state == "failed":
            self.status.tell("warning-circle", self.tr("Not saved"), "bad")
        elif state == "open":
            self.status.tell("check", self.tr("All saved"), "ok", self.tr("Every key is safe within a second"))
        elif state == "new":
            self.status.tell("", self.tr("Title and place are enough to begin."))
        else:
            self.status.tell("note-pencil", self.tr("Typing…"), "text2", self.tr("Every key is safe within a second"))

    def _not_saved(self, error: UserError) -> None:
        self.banner.say(
            "bad", self.tr("Not saved."), errors.words(error), self.tr("Try again"), lambda: self.session.flush()
        )

    def _toggle_unknown(self) -> None:
        view = self._views.get(self._where)
        box = view.box(self._focused) if view is not None and self._focused else None
        if box is not None and not box.field.read_only:
            box.toggle_unknown()

    def _add_row(self) -> None:
        view = self._views.get(self._where)
        if view is not None:
            view.add_row(self._focused)

    def _choose_status(self) -> None:
        menu = QMenu(self)
        status = self.session.record.text("status") or workflow.DRAFT
        for code in workflow.following(status):
            action = QAction(names.status(self.desk.form, code, self.desk.lang), menu)
            action.triggered.connect(lambda _=False, code=code: self._set_status(code))
            menu.addAction(action)
        menu.popup(self._step.mapToGlobal(self._step.rect().bottomLeft()))

    def _set_status(self, code: str) -> None:
        from seeddesk.services import recording

        practice = self.session.practice
        self.session.flush(
            lambda: self.desk.write(
                self,
                lambda ws: recording.change_status(ws, practice, code),
                failed=lambda error: self.banner.say(
                    "warn", "", errors.words(error), self.tr("Go to the next"), lambda: self.next_gap(1)
                ),
            )
        )
