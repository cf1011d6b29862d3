"""The editor of one practice, made from its own form: sections at the left, the section in front in the middle. A page or a preview gives it a head."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QWidget

from seeddesk.domain.paths import template_of
from seeddesk.gui import i18n, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.bringing import Bringing
from seeddesk.gui.editor.field_history import FieldHistory
from seeddesk.gui.editor.gaps import Gaps
from seeddesk.gui.editor.leftovers import LeftoversView
from seeddesk.gui.editor.lookalikes import Lookalikes
from seeddesk.gui.editor.notes import Note
from seeddesk.gui.editor.notes_beside import NotesBeside
from seeddesk.gui.editor.onward import Onward
from seeddesk.gui.editor.preview_pane import PreviewPane
from seeddesk.gui.editor.problems_list import ProblemsList
from seeddesk.gui.editor.section_view import SectionView
from seeddesk.gui.editor.sections_list import FOLDED, SectionsList, is_hidden
from seeddesk.gui.editor.session import Session
from seeddesk.gui.editor.spelling import Spelling
from seeddesk.gui.editor.undecided import Undecided
from seeddesk.gui.widgets.button import Button, Look

# Keys that go about the form from wherever the focus is in the window: Tab behind the last field of a section leads out of the form.
WALKING = [QKeySequence(key) for key in ("Alt+Up", "Alt+Down", "F8", "Shift+F8", "Ctrl+F8", "Shift+F4")]
LEAST = 396  # pixels a form keeps beside the preview
ROOMY = 1500  # pixels at factor 1 from which sections show their whole names


class Editor(QWidget):
    """`opened`: a practice stands in it now · `followed`: the logic ran after an edit, or a value came from elsewhere.

    views: section number -> what was made of it; the number after the last section is for answers from other forms.
    """

    opened = Signal()
    followed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.session = Session(desk, self)
        self.asking = Asking(self.session, desk)
        self.views: dict[int, SectionView | LeftoversView] = {}
        shown = desk.settings.editor.split()
        self.core_only = "quick" in shown
        self.scrolls = "scroll" in shown  # all sections under one another
        self._drawn = (0, "", False)  # what the pages there are were drawn by
        self.where = 0
        self.focused = ""
        self._back_to = ""  # the field something was opened over: hiding that sends the focus anywhere
        self.caret: int | None = None  # where to put it in the field that is focused next
        self.sections = SectionsList()
        self.sections.chosen.connect(lambda number: self.show_section(number, focus=True))
        self.sections.next_gap.connect(lambda: self.next_gap(1))
        self.sections.list_wanted.connect(self.show_problems)
        self.problems = ProblemsList(self)
        self.problems.chosen.connect(self.go_to)
        self.problems.closed.connect(lambda: self.go_to(self._back_to))
        self.history = FieldHistory(self.asking, self)
        self.history.closed.connect(lambda: self.go_to(self._back_to))
        self.stack = QStackedWidget()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.sections)
        row.addWidget(self.stack, 1)
        self.preview = PreviewPane(self.asking)
        self.preview.chosen.connect(self.go_to)
        row.addWidget(self.preview, 1)
        self.notes = NotesBeside(self)
        row.addWidget(self.notes)
        self.language = Button("", Look.PLAIN, "translate")
        self.language.clicked.connect(self._choose_language)
        self.language.hide()
        session = self.session
        session.opened.connect(self._opened)
        session.state.connect(self._said)
        self.lookalikes = Lookalikes(self)
        self.undecided = Undecided(self)
        self.spelling = Spelling(self)
        self.bringing = Bringing(self)
        self.onward = Onward(self)
        self.gaps = Gaps(self)
        session.shown.connect(self._shown)
        session.rows_changed.connect(self._rows_changed)
        session.judged.connect(self._judged)
        self._keys()

    def _keys(self) -> None:
        for key, does in (
            (QKeySequence(QKeySequence.StandardKey.Undo), self.session.undo),
            (QKeySequence("Ctrl+Shift+Z"), self.session.redo),
            (QKeySequence("Ctrl+Y"), self.session.redo),
            (QKeySequence("Alt+Up"), lambda: self.step(-1)),
            (QKeySequence("Alt+Down"), lambda: self.step(1)),
            (QKeySequence("F8"), lambda: self.next_gap(1)),
            (QKeySequence("Shift+F8"), lambda: self.next_gap(-1)),
            (QKeySequence("Ctrl+F8"), self.show_problems),
            (QKeySequence("Shift+F4"), lambda: self.show_scroll(not self.scrolls)),
            (QKeySequence("Ctrl+U"), self.toggle_unknown),
            (QKeySequence("Ctrl+H"), self.show_history),
            (QKeySequence("Ctrl+."), lambda: self.spelling.offer()),
            (QKeySequence("Ctrl+Return"), self.add_row),
            (QKeySequence("Ctrl+T"), self.notes.cross),
        ):
            shortcut = QShortcut(key, self)
            if key not in WALKING:
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)

    # -- what stands in it ---------------------------------------------------------------------------------------------

    def _opened(self) -> None:
        self.asking.notes.clear()
        for overlay in (self.problems, self.history):
            overlay.hide()
        session = self.session
        self._list_sections()
        languages = session.form.languages
        self.core_only = self.core_only and self.has_quick
        self.language.setVisible(len(languages) > 1 and set(languages) != set(i18n.LANGUAGES))
        self._show_language()
        path, self.focused = self.focused, ""
        first = next((n for n, section in enumerate(session.form.sections) if section.shown), 0)
        number = self.section_of(path) if path else first
        self._drop_views(but=self._fitting(number))
        if not session.recorded and "title" in session.form.fields:
            self.say("begin", "title", Note("plant", "accent", "", self.tr("Title and place are enough to begin.")))
        self.show_section(number, focus=True, path=path)
        self.opened.emit()

    def _said(self, state: str) -> None:
        """A new practice says what is enough to begin, until it is in the catalogue."""
        if state == "saved" and ("begin", "title") in self.asking.notes:
            self.say("begin", "title", None)

    def label_of_section(self, number: int) -> str:
        """What a section is called; answers from other forms: nothing."""
        sections = self.session.form.sections
        if number >= len(sections):
            return ""
        return self.asking.words("", sections[number].label, sections[number].name or str(number + 1))

    def _labels(self) -> list[str]:
        return [self.label_of_section(number) for number in range(len(self.session.form.sections))]

    def _list_sections(self) -> None:
        self.sections.show_form(self.session.form, self._labels(), bool(self.session.leftovers))

    def speak(self, lang: str) -> None:
        """Ask the questions in another language of the form."""
        if lang != self.session.lang:
            self.session.lang = lang
            self._show_language()
            self._list_sections()
            self._make_anew()
            self._judged(None)

    def _show_language(self) -> None:
        name = i18n.language_name(self.session.lang)
        self.language.setText(name)
        self.language.setAccessibleName(self.tr("Language of the questions: {name}").format(name=name))
        self.language.setToolTip(self.tr("Language of the questions"))

    def _choose_language(self) -> None:
        menu = QMenu(self)
        for code in self.session.form.languages:
            action = menu.addAction(i18n.language_name(code))
            action.setCheckable(True)
            action.setChecked(code == self.session.lang)
            action.triggered.connect(lambda _=False, code=code: self.speak(code))
        menu.popup(self.language.mapToGlobal(self.language.rect().bottomLeft()))

    def _fitting(self, number: int) -> SectionView | None:
        """The page of a section, drawn for another practice, where this one's would be drawn alike: making it anew takes five times as long."""
        view = self.views.get(number)
        if not isinstance(view, SectionView) or not view.whole or self.scrolls or self._drawn != self._drawing:
            return None
        view.begin_anew()
        return view

    @property
    def _drawing(self) -> tuple[int, str, bool]:
        return id(self.session.form), self.session.lang, self.core_only

    def _drop_views(self, but: SectionView | None = None) -> None:
        for view in dict.fromkeys(self.views.values()):
            if view is not but:
                self.stack.removeWidget(view)
                view.deleteLater()
        self.views = {number: view for number, view in self.views.items() if view is but}

    # -- going about ---------------------------------------------------------------------------------------------------

    def show_section(self, number: int, focus: bool = False, path: str = "") -> None:
        """Bring a section to the front, made when first needed."""
        form = self.session.form
        number = max(0, min(number, len(form.sections) - 1 + bool(self.session.leftovers)))
        known = number in self.views
        view = self.views[number] if known else self._make_view(number)
        if not known:
            self.stack.addWidget(view)
        self._came_to(number)
        self.stack.setCurrentWidget(view)
        if isinstance(view, SectionView):
            view.show_section(number)
            if known:
                view.judge()
        if focus and isinstance(view, SectionView):
            QTimer.singleShot(0, view, lambda: view.focus(path, number) or view.focus("", number))
        elif focus:
            view.setFocus()

    def _make_view(self, number: int) -> SectionView | LeftoversView:
        sections = self.session.form.sections
        if number >= len(sections):
            self.views[number] = LeftoversView(self.session.leftovers, self.desk.lang)
            return self.views[number]
        shown = {n: each for n, each in enumerate(sections) if each.shown} if self.scrolls else {}
        shown = shown or {number: sections[number]}
        view = SectionView(shown, self.asking, self.core_only)
        self._drawn = self._drawing
        view.focused.connect(self.focus_came)
        view.onward.clicked.connect(lambda: self.step(1))
        view.reached.connect(self._came_to)
        self.views |= dict.fromkeys(shown, view)
        return view

    def _came_to(self, number: int) -> None:
        self.where = number
        self.sections.show_current(number)
        self.onward.show()

    @property
    def has_quick(self) -> bool:
        """Whether some questions are needed and some are not: else quick and full are one."""
        needed = [self.asking.needed(field) for field in self.session.form.fields.values() if field.answered]
        return any(needed) and not all(needed)

    def step(self, by: int) -> None:
        """To the section before or after."""
        number = self.beyond(by)
        if number is not None:
            self.show_section(number, focus=True)

    def beyond(self, by: int) -> int | None:
        """The number of the section before or after the one in front, leaving out what is not relevant."""
        form, evaluation = self.session.form, self.session.evaluation
        at = self.where + by
        while 0 <= at < len(form.sections) and (
            not form.sections[at].shown or (evaluation is not None and is_hidden(form.sections[at], evaluation))
        ):
            at += by
        return at if 0 <= at < len(form.sections) + bool(self.session.leftovers) else None

    def show_mode(self, core_only: bool) -> None:
        """Quick: only what submission needs. Full: every field."""
        self.core_only = core_only
        self._make_anew()
        self._remember()

    def _make_anew(self) -> None:
        """The same place, drawn otherwise."""
        where, path = self.where, self.focused  # dropping what has the focus sends it elsewhere
        self._drop_views()
        self.show_section(where, focus=True, path=path)

    def show_scroll(self, on: bool) -> None:
        """All sections under one another, or one on each page."""
        self.scrolls = on
        self._make_anew()
        self._remember()

    def _remember(self) -> None:
        """How the form is shown is so the next time too."""
        from seeddesk.services import settings

        words = " ".join(word for word, on in (("scroll", self.scrolls), ("quick", self.core_only)) if on)
        if words == self.desk.settings.editor:
            return

        def kept(result: tuple[settings.Settings, object]) -> None:
            self.desk.settings = result[0]

        self.desk.runner.write(self, lambda progress: settings.change(editor=words), kept)

    def show_preview(self, on: bool) -> None:
        """The dossier beside the form; the sections fold to their states meanwhile."""
        self.notes.close_up()
        self.sections.fold(on)
        if on:
            self.preview.mark(self.focused)
            self.preview.open_up()
        else:
            self.preview.hide()
        self._share()

    def _share(self) -> None:
        """The form keeps a width to write in, the preview takes the rest."""
        beside = not self.preview.isHidden()
        self.sections.spread(self.width() >= theme.scaled(ROOMY))
        half = max(LEAST, (self.width() - theme.scaled(FOLDED)) // 2)
        wide = min(theme.scaled(548 if self.width() < 1400 else 708), half)
        self.stack.setMaximumWidth(wide if beside else 16_777_215)
        self.stack.setMinimumWidth(wide if beside else 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shared out again."""
        super().resizeEvent(event)
        self._share()

    def go_to(self, path: str) -> None:
        """The caret into a field, wherever it lies; nowhere in particular: into the section in front."""
        self.show_section(self.section_of(path) if path else self.where, focus=True, path=path)

    def next_gap(self, by: int) -> None:
        """To the next problem or missing field, going round."""
        self.session.follow()
        path = self.gaps.beyond(self.focused, by)
        if path:
            self.go_to(path)

    def show_problems(self) -> None:
        """Ctrl F8: all problems and gaps as a list, each a way to its field."""
        self.session.follow()
        if self.session.evaluation is not None:
            self._back_to = self.focused
            self.problems.show_lines(self.gaps.lines())

    def label_of(self, path: str) -> str:
        """What a question or list of rows is called."""
        form, template = self.session.form, template_of(path)
        item = form.field(template) or form.groups.get(template + "[]")
        return self.asking.words(path, item.label, path) if item is not None else path

    def show_history(self) -> None:
        """Ctrl H: what the focused field said before."""
        if self.focused:
            self._back_to = self.focused
            self.history.ask(self.focused, self.label_of(self.focused))

    def section_of(self, path: str) -> int:
        """The number of the section a path lies in."""
        form, template = self.session.form, template_of(path)
        field = form.field(template)
        if field is None:
            inside = (form.fields[each] for each in form.fields if each.startswith((f"{template}.", f"{template}[].")))
            field = next(inside, None)
        if field is None:
            return 0
        return next((n for n, section in enumerate(form.sections) if section.name == field.section), 0)

    def focus_came(self, path: str) -> None:
        """The caret is in this field now."""
        self.focused = path
        if self.caret is not None and self.view is not None:
            box, self.caret, position = self.view.box(path), None, self.caret
            if box is not None:
                QTimer.singleShot(0, box, lambda: box.put_caret(position))
        self.preview.mark(path)
        self.spelling.came(path)
        if self.scrolls and self.where != (number := self.section_of(path)):
            self._came_to(number)

    @property
    def caret_at(self) -> int:
        """Characters before the caret in the field one is in; 0 where there are none."""
        box = self.view.placed.boxes.get(self.focused) if self.view is not None else None
        return box.caret if box is not None else 0

    @property
    def view(self) -> SectionView | None:
        """The section in front; None while there is none, or answers from other forms are."""
        view = self.views.get(self.where)
        return view if isinstance(view, SectionView) else None

    def first_input(self) -> QWidget | None:
        """The first input of the section in front."""
        if self.view is None:
            return None
        return next((box.input for box in self.view.boxes() if not box.isHidden()), None)

    def toggle_unknown(self) -> None:
        """Ctrl U: the focused question is answered "not known yet", or emptied again."""
        box = self.view.box(self.focused) if self.view is not None and self.focused else None
        if box is not None and not box.field.read_only:
            box.toggle_unknown()

    def add_row(self) -> None:
        """Ctrl Enter."""
        if self.view is not None:
            self.view.add_row(self.focused)

    # -- following the session -----------------------------------------------------------------------------------------

    def _pages(self) -> list[SectionView]:
        return [view for view in dict.fromkeys(self.views.values()) if isinstance(view, SectionView)]

    def say(self, who: str, path: str, note: Note | None) -> None:
        """Say something beside a field, or no longer. who: each voice says one thing about a field."""
        notes = self.asking.notes
        if note is None:
            notes.pop((who, path), None)
        else:
            notes[who, path] = note
        if self.view is not None:
            self.view.say_notes()

    def _shown(self, paths: set[str]) -> None:
        for view in self._pages():
            view.show_values(paths)
        self.followed.emit()

    def _rows_changed(self, repeat: str) -> None:
        for view in self._pages():
            view.show_rows(repeat)

    def _judged(self, paths: frozenset[str] | None) -> None:
        evaluation = self.session.evaluation
        if evaluation is None:
            return
        self.sections.show_evaluation(evaluation)
        for number, label in enumerate(self._labels()):
            self.sections.say(number, label)
        if self.view is not None:
            self.view.judge(paths)
        self.followed.emit()
