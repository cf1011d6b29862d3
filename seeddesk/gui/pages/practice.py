"""The practice page: a head over the editor, with its status, undo and what can be done with it. Saved as it is typed."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QHideEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QMenu, QStackedWidget, QWidget

from seeddesk.domain import workflow
from seeddesk.domain.basics import basic, title
from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.domain.form import pick
from seeddesk.gui import errors, i18n, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.editor import Editor
from seeddesk.gui.editor.interview import InterviewView
from seeddesk.gui.editor.left_off import LeftOff
from seeddesk.gui.pages.deleted import DeletedStrip
from seeddesk.gui.pages.exporting import export_dossier, export_with_password
from seeddesk.gui.pages.keeping_strip import KeepingStrip
from seeddesk.gui.pages.not_saved import tell_not_saved, tell_note_not_saved
from seeddesk.gui.pages.page import Page
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.button import Button, Look, key_text
from seeddesk.gui.widgets.marks import StatusMark
from seeddesk.gui.widgets.nothing import Nothing
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Elided

NAME = 28  # characters of a form's title on its button
LEAST = 160  # pixels of a title at factor 1 before other things in the head give way
MARGIN = 16


class PracticePage(Page):
    """Edits one practice."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.editor = Editor(desk)
        self.session = self.editor.session
        self._build_top()
        self._stack = QStackedWidget()
        self._nothing = self._make_nothing()
        self._stack.addWidget(self._nothing)
        self._stack.addWidget(self.editor)
        self.interview = InterviewView(self.editor.asking)
        self.interview.closed.connect(self._leave_interview)
        self.interview.toasted.connect(self.toasted)
        self._stack.addWidget(self.interview)
        self._deleted = DeletedStrip(self)
        self.body.addWidget(self._deleted)
        self._files = KeepingStrip(self.editor)
        self.body.addWidget(self._files)
        self.body.addWidget(self._stack, 1)
        self._connect()
        self._keys()
        self.status.show_keys([("F8", self.tr("next gap")), ("Ctrl+U", self.tr("not known yet"))])
        self._show_open(False)
        self._left_off = LeftOff(self)

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
        self._form = Button("", Look.PLAIN, "caret-down")
        self._form.clicked.connect(self._choose_form)
        self._mode = Segment([("quick", self.tr("Quick")), ("full", self.tr("Full"))], self.tr("Fields shown"))
        self._mode.set_value("full")
        self._mode.chosen.connect(lambda code: self.show_mode(code == "quick"))
        self._mode_key = Keys([("F4", "")])
        self._preview = Button(self.tr("Preview"), Look.PLAIN, "sidebar", name="")
        self._preview.setCheckable(True)
        self._preview.setToolTip(f"{self._preview.text()} ({key_text('Ctrl+Shift+D')})")
        self._preview.clicked.connect(self.show_preview)
        self._more = Button("", Look.FLAT, "dots-three", name=self.tr("More on this practice"))
        self._more.clicked.connect(self._show_more)
        self._export = Button(self.tr("Export dossier"), Look.PRIMARY, "file-text")
        self._export.setToolTip(f"{self._export.text()} ({key_text('Ctrl+E')})")
        self._export.clicked.connect(self.export)
        for widget in (self._back, self.title, self._status, self._step):
            self.top.row.addWidget(widget)
        self.title.setSizePolicy(self.title.sizePolicy().Policy.Maximum, self.title.sizePolicy().Policy.Fixed)
        self.top.row.addStretch(1)
        for widget in (
            self._undo,
            self._redo,
            self._form,
            self.editor.language,
            self._mode,
            self._mode_key,
            self._preview,
            self._more,
            self._export,
        ):
            self.top.row.addWidget(widget)
        self.top.row.setSpacing(8)
        self._words = {button: button.text() for button in (self._preview, self._export)}

    def _make_nothing(self) -> QWidget:
        words = self.tr("Open one from the catalogue, or begin a new one.")
        new = Button(self.tr("New practice"), Look.PRIMARY, "plus", "Ctrl+N", height=40)
        new.clicked.connect(lambda: self.enter("new"))
        look = Button(self.tr("To the catalogue"), Look.PLAIN, "books", "Ctrl+1", height=40)
        look.clicked.connect(lambda: self.go.emit("catalogue", None))
        self.desk.guard(new)
        return Nothing("note-pencil", self.tr("No practice is open"), words, new, look)

    def _connect(self) -> None:
        session = self.session
        self.editor.opened.connect(self._opened, Qt.ConnectionType.QueuedConnection)  # a turn of its own
        self.editor.followed.connect(self._show_head)
        self.editor.undecided.wanted.connect(
            lambda practice, path: self.go.emit("merge", ("conflicts", practice, path))
        )
        self.editor.notes.came.connect(lambda: self.show_preview(False))
        self.editor.notes.toasted.connect(self.toasted)
        self.editor.lookalikes.wanted.connect(lambda practice: self.go.emit("practice", practice))
        session.state.connect(self._say)
        session.undo_changed.connect(self._show_undo)
        session.failed.connect(self._not_saved)
        self.interview.notes.keeping.taken.connect(lambda: self.session.failing or self.banner.hide())
        self.interview.notes.keeping.refused.connect(
            lambda error: tell_note_not_saved(self, self.interview.notes, error)
        )
        self._undo.clicked.connect(session.undo)
        self._redo.clicked.connect(session.redo)

    def _keys(self) -> None:
        for key, does in (
            (QKeySequence("Esc"), self._back.click),
            (QKeySequence("Ctrl+Shift+D"), self._preview.click),
            (QKeySequence("Ctrl+Shift+I"), self.begin_interview),
            (QKeySequence("F4"), lambda: self.show_mode(not self.editor.core_only)),
        ):
            shortcut = QShortcut(key, self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # -- coming and going ----------------------------------------------------------------------------------------------

    def enter(self, what: object = None) -> None:
        """Open a practice by id, ``"new"``, or ``"new <form id>"`` by another form; nothing: stay on the one that is open."""
        if what != self.here():
            self.session.leave()
        if isinstance(what, str) and (what == "new" or what.startswith("new ")):
            self.session.flush(lambda: self.session.start(what[4:]))
        elif isinstance(what, str) and what and what != self.session.practice:
            self.session.flush(lambda: self.session.open(what))
        elif isinstance(what, tuple):
            practice, path = what
            if practice == self.session.practice:
                self.editor.go_to(path)
            else:
                self.editor.focused = path
                self.session.flush(lambda: self.session.open(practice))

    def hideEvent(self, event: QHideEvent) -> None:
        """Another page came to the front: the next run need not begin here. When the window itself goes, it does."""
        super().hideEvent(event)
        if self.window().isVisible():
            self._left_off.forget()

    def here(self) -> object:
        """The practice that is open."""
        return self.session.practice if self.session.recorded else None

    def leave(self) -> bool:
        """What was typed is sent to be saved; when the disk refuses, the page says so and stays open behind."""
        if self._stack.currentWidget() is self.interview:
            self.interview.close_up()
        self.session.leave()
        return True

    def settled(self) -> bool:
        """Whether every key is saved, or kept elsewhere as the person wished."""
        return (self.session.clean or self.session.kept is not None) and self.interview.notes.settled

    def settle(self, then: Callable[[], object]) -> None:
        """Save what was typed."""
        self.session.flush(lambda: self.interview.notes.flush(then))

    def failing(self) -> bool:
        """Whether the disk refused the last save."""
        return self.session.failing or self.interview.notes.keeping.failing

    def refresh(self, changes: Changes) -> None:
        """Somebody else changed the practice, or the forms are others now."""
        if changes.forms and self.session.practice:
            self._show_form()
            if self.session.recorded:
                practice = self.session.practice
                self.session.flush(lambda: self.session.open_anew(practice))
                return
        if not changes.practices or self.session.practice in changes.practices:
            self.session.refresh()
            self.editor.undecided.ask()
            self._deleted.ask()

    def export(self) -> None:
        """Export the dossier, once what was typed is saved."""
        if self.session.recorded or not self.session.clean:
            self.session.flush(lambda: export_dossier(self, self.session.practice))

    def export_closed(self) -> None:
        """Export the dossier with a password, once what was typed is saved."""
        if self.session.recorded or not self.session.clean:
            self.session.flush(lambda: export_with_password(self, self.session.practice))

    def panes(self) -> list[QWidget]:
        """Sections, form."""
        first = self.editor.first_input()
        return [self.editor.sections.next, *([first] if first is not None else [])]

    def search(self) -> None:
        """Searching is the catalogue's."""
        self.go.emit("catalogue", None)

    # -- showing -------------------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        with self.at_once():
            self._show_open(True)
            self.banner.hide()
            self._say("open" if self.session.recorded else "new")
            self._show_head()
            self._mode.set_value("quick" if self.editor.core_only else "full")
            self._show_form()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The head keeps within the window."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """Where the head has too little room its buttons show their pictures alone, and then the choice of fields goes: the menu has it too."""
        row = self.top.row
        widgets = [item.widget() for item in map(row.itemAt, range(row.count())) if item is not None]
        for button, words in self._words.items():
            button.setText(words)
        self._mode.setVisible(self._choosable)
        self._mode_key.setVisible(self._choosable and theme.roomy())

        def lacks() -> bool:
            shown = [widget for widget in widgets if widget is not None and not widget.isHidden()]
            room = sum(theme.scaled(LEAST) if each is self.title else each.sizeHint().width() for each in shown)
            return (
                room + row.spacing() * len(shown) + 2 * MARGIN > self.width()
            )  # which the bar spans once it is laid out

        folds: list[Callable[[], object]] = [partial(button.setText, "") for button in self._words]
        for fold in (*folds, self._mode_key.hide, self._mode.hide):
            if lacks():
                fold()

    @property
    def _choosable(self) -> bool:
        """Whether there is a choice of fields to show."""
        return self._stack.currentWidget() is self.editor and self.editor.has_quick

    def _show_open(self, open_: bool) -> None:
        self.top.setVisible(open_)  # as one: every widget shown by itself lays the head out anew
        self._stack.setCurrentWidget(self.editor if open_ else self._nothing)
        self.status.use_keys(open_)

    def show_mode(self, core_only: bool) -> None:
        """Quick: only what submission needs. Full: every field. Without a practice there is nothing to choose."""
        if self._stack.currentWidget() is self._nothing:
            return
        self._mode.set_value("quick" if core_only else "full")
        self.editor.show_mode(core_only)

    def begin_interview(self) -> None:
        """The short form, a question at a time, over the whole window."""
        if self._stack.currentWidget() is not self.editor:
            return
        for widget in (self.top, self.status):
            widget.hide()
        self._show_rail(False)
        self._stack.setCurrentWidget(self.interview)
        self.interview.begin(self.editor.focused)

    def _leave_interview(self, path: str) -> None:
        for widget in (self.top, self.status):
            widget.show()
        self._show_rail(True)
        self._stack.setCurrentWidget(self.editor)
        self._fit()  # the window may be as wide as before: nothing else says that there are fields to choose again
        self.editor.go_to(path)

    def _show_rail(self, on: bool) -> None:
        rail = getattr(self.window(), "rail", None)
        if rail is not None:
            rail.setVisible(on)

    def show_preview(self, on: bool) -> None:
        """The dossier beside the form, or no longer. Without a practice there is none."""
        if self._stack.currentWidget() is self._nothing:
            return
        self._preview.setChecked(on)
        self.editor.show_preview(on)

    def _show_head(self) -> None:
        record = self.session.record
        self.title.setText(title(record, self.session.form) or self.tr("New practice"))
        status = basic(record, workflow.FIELD, self.session.form) or workflow.DRAFT
        self._status.show_status(status, names.status(self.session.form, status, self.desk.lang))
        self._export.setEnabled(self.session.recorded or not self.session.clean)
        self._step.setVisible(self.session.recorded and bool(workflow.following(status)))

    def _show_form(self) -> None:
        """Which form this is: only where there are several to choose from."""
        workspace, form = self.desk.workspace, self.session.form
        self._form.setVisible(
            workspace is not None and len(workspace.shelf.use) > 1 and self._stack.currentWidget() is self.editor
        )
        name = pick(form.title, self.desk.lang, form.id)
        short = name if len(name) <= NAME else f"{name[:NAME].rstrip()}…"
        self._form.setText("" if self.session.recorded else short)  # once recorded, the title needs the room
        self._form.set_icon("list-numbers" if self.session.recorded else "caret-down")
        self._form.setAccessibleName(self.tr("Form: {name}").format(name=name))
        self._form.setToolTip(plain(self.tr("Form: {name}").format(name=name)))
        self._fit()

    def _choose_form(self) -> None:
        workspace = self.desk.workspace
        assert workspace is not None
        menu = QMenu(self)
        for form_id in workspace.shelf.use:
            form = workspace.form_named(form_id)
            action = menu.addAction(pick(form.title, self.desk.lang, form_id))
            action.setCheckable(True)
            action.setChecked(form_id == self.session.form.id)
            action.triggered.connect(lambda _=False, form_id=form_id: self.use_form(form_id))
        menu.popup(self._form.mapToGlobal(self._form.rect().bottomLeft()))

    def use_form(self, form_id: str) -> None:
        """Record this practice with another form: a new one begins anew with it, one that is there keeps every answer."""
        from seeddesk.services import forms

        if form_id == self.session.form.id:
            return
        if not self.session.recorded and self.session.clean:
            self.session.start(form_id)
            return
        practice = self.session.practice

        def switch() -> None:
            self.desk.write(
                self, lambda ws: forms.switch(ws, practice, form_id), lambda _: self.session.open_anew(practice)
            )

        self.session.flush(switch)

    def _show_more(self) -> None:
        menu = QMenu(self)
        for words, key, does in self._commands():
            action = menu.addAction(words)
            action.setShortcut(QKeySequence(key))
            action.setShortcutVisibleInContextMenu(True)
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # shown here; the page owns the key
            action.triggered.connect(does)
        menu.popup(self._more.mapToGlobal(self._more.rect().bottomLeft()))

    def _commands(self) -> list[tuple[str, str, Callable[[], object]]]:
        """What can be done with this practice besides what the head shows: words, key, deed."""
        editor = self.editor
        other = self.tr("All fields") if editor.core_only else self.tr("Only the fields needed for submission")
        fields = [(other, "F4", lambda: self.show_mode(not editor.core_only))] if self._choosable else []
        return [
            *(fields if self._mode.isHidden() else []),
            (
                self.tr("One section on each page") if editor.scrolls else self.tr("All sections in one scroll"),
                "Shift+F4",
                lambda: editor.show_scroll(not editor.scrolls),
            ),
            (self.tr("Interview"), "Ctrl+Shift+I", self.begin_interview),
            (self.tr("Notes of the interview"), "Ctrl+T", editor.notes.cross),
            (self.tr("History of this field"), "Ctrl+H", editor.show_history),
            (self.tr("Spelling of the nearest word"), "Ctrl+.", editor.spelling.offer),
            (self.tr("Problems and gaps"), "Ctrl+F8", editor.show_problems),
            (self.tr("Export with a password…"), "Ctrl+Shift+E", self.export_closed),
        ]

    def _show_undo(self) -> None:
        self._undo.setEnabled(self.session.can_undo)
        self._redo.setEnabled(self.session.can_redo)

    def _say(self, state: str) -> None:
        if state == "saved":
            if self._form.text():
                self._show_form()
            self.status.tell(
                "check",
                self.tr("Saved {time}").format(time=i18n.clock()),
                "ok",
                self.tr("What you type is safe within a second"),
            )
            self.banner.hide()
        elif state == "failed":
            self.status.tell("warning-circle", self.tr("Not saved"), "bad")
        elif state == "open":
            self.status.tell("check", self.tr("All saved"), "ok", self.tr("What you type is safe within a second"))
        elif state == "new":
            self.status.tell("", self.tr("Title and place are enough to begin."))
        else:
            self.status.tell(
                "note-pencil", self.tr("Typing…"), "text2", self.tr("What you type is safe within a second")
            )

    def _not_saved(self, error: UserError) -> None:
        tell_not_saved(self, self.session, error)

    def _choose_status(self) -> None:
        menu = QMenu(self)
        status = basic(self.session.record, workflow.FIELD, self.session.form) or workflow.DRAFT
        for code in workflow.following(status):
            action = QAction(names.status(self.session.form, code, self.desk.lang), menu)
            action.triggered.connect(lambda _=False, code=code: self.set_status(code))
            menu.addAction(action)
        menu.popup(self._step.mapToGlobal(self._step.rect().bottomLeft()))

    def set_status(self, code: str) -> None:
        """To the next status of the workflow; what forbids it is said in the banner."""
        from seeddesk.services import recording

        practice = self.session.practice
        self.session.flush(
            lambda: self.desk.write(
                self,
                lambda ws: recording.change_status(ws, practice, code),
                failed=lambda error: self.banner.say(
                    "warn", "", errors.words(error), self.tr("Go to the next"), lambda: self.editor.next_gap(1)
                ),
            )
        )
