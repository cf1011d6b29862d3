"""Interview mode: one question of the short form at a time, in large type, notes beside it, a clock. Made for the keyboard and for looking up."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.values import is_empty
from seeddesk.gui import i18n, theme
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.inputs import LongInput
from seeddesk.gui.editor.interview_head import Clock, Segments
from seeddesk.gui.editor.interview_notes import NotesPane, behind, stamp
from seeddesk.gui.editor.interview_questions import every, questions
from seeddesk.gui.editor.placing import Placed
from seeddesk.gui.widgets.bars import Bar, Mark
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Elided, Text

if TYPE_CHECKING:
    from seeddesk.gui.editor.asking import Asking
    from seeddesk.services.interview import Interview, Note

NOTES_WIDE, DRAWER_BELOW = 440, 1100
COLUMN, WIDE_COLUMN = 680, 760
LINES = 8  # of a long answer at first


class InterviewView(QWidget):
    """`closed`: the path of the question it was left at. Everything is saved as in the editor; the notes lie beside the practice."""

    closed = Signal(str)
    toasted = Signal(str, object)

    def __init__(self, asking: Asking, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._asking, self._session, self._desk = asking, asking.session, asking.desk
        theme.ground(self, "base")
        self.questions: list[Field | Group] = []
        self.at = 0
        self._begun = ""  # the row a question was opened with, until it is left
        self.clock = Clock(self._desk, self)
        self.clock.ticked.connect(self._tick)
        self._placed: Placed | None = None
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._make_head())
        row = QHBoxLayout()
        row.setSpacing(0)
        column.addLayout(row, 1)
        row.addWidget(self._make_question(), 1)
        self.notes = NotesPane(self._desk, lambda: self.clock.seconds, self._label)
        self.notes.sent.connect(self.insert)
        self.notes.dropped.connect(lambda note, _to: self.notes.placed(note, self.path))
        self.notes.removed.connect(lambda back: self.toasted.emit(self.tr("Note removed"), back))
        self.notes.setFixedWidth(theme.scaled(NOTES_WIDE))
        row.addWidget(self.notes)
        self._row = row
        self._session.state.connect(self._say)
        self._session.judged.connect(lambda _: self._follow())
        self._session.shown.connect(self._shown)
        self._session.rows_changed.connect(self._rows_changed)
        for key, does in (
            ("Ctrl+Return", lambda: self.step(1)),
            ("Alt+Left", lambda: self.step(-1)),
            ("Ctrl+U", self.toggle_unknown),
            ("Ctrl+T", self.cross),
            ("F7", self.notes.mark_time),
            ("F9", self.pause),
        ):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(does)
        # These the window has for itself elsewhere: two shortcuts of one key would do nothing at all.
        self._deeds: dict[str, Callable[[], object]] = {
            "Ctrl+I": lambda: self.insert(self.notes.chosen),
            "F6": self.notes.flag,
            "Esc": self.close_up,
        }

    # -- made once -----------------------------------------------------------------------------------------------------

    def _make_head(self) -> QWidget:
        bar = Bar(56, margin=24)
        self._title = Elided("", "label")
        self._title.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        bar.row.addWidget(self._title)
        kind = self.tr("Interview")
        bar.row.addWidget(Text(f"· {kind}", "body", "text2"))
        bar.row.addStretch(1)
        self._segments = Segments()
        bar.row.addWidget(self._segments)
        self._count = Text("", "hint", "text2")
        bar.row.addWidget(self._count)
        bar.row.addStretch(1)
        bar.row.addWidget(Mark("timer", 18, "accent"))
        self.timer = Text("", "heading")
        self.timer.setAccessibleDescription(self.tr("Length of the interview"))
        bar.row.addWidget(self.timer)
        self._pause = Button(self.tr("Pause"), Look.FLAT, "pause", "F9")
        self._pause.clicked.connect(self.pause)
        close = Button(self.tr("Close"), Look.FLAT, "", "Esc")
        close.clicked.connect(self.close_up)
        bar.row.addWidget(self._pause)
        bar.row.addWidget(close)
        return bar

    def _make_question(self) -> QWidget:
        page = QWidget()
        across = QHBoxLayout(page)
        across.setContentsMargins(0, 40, 0, 24)
        across.setSpacing(0)
        self._left = QWidget()
        across.addWidget(self._left)
        self._column = QWidget()
        across.addWidget(self._column)
        across.addStretch(1)
        column = QVBoxLayout(self._column)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._section = Text("", "long", "text2")
        self._words = Text("", "display", wrap=True)
        self._hint = Text("", "long", "text2", wrap=True)
        for widget in (self._section, self._words, self._hint):
            column.addWidget(widget)
        column.addSpacing(12)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        column.addWidget(self._area, 1)
        line = QHBoxLayout()
        self._mark = Mark("check", 14, "ok")
        self._mark.hide()  # until there is something to say
        self._truth = Text("", "small", "ok")
        self._counter = Text("", "hint", "text2")
        line.addWidget(self._mark)
        line.addWidget(self._truth, 1)
        line.addWidget(self._counter)
        column.addLayout(line)
        column.addSpacing(16)
        self._then = Text("", "body", "text2", wrap=True)
        column.addWidget(self._then)
        foot = QHBoxLayout()
        self._back = Button(self.tr("Back"), Look.PLAIN, "arrow-left", "Alt+Left", height=40)
        self._back.clicked.connect(lambda: self.step(-1))
        self._unknown = Button(self.tr("Not known yet"), Look.FLAT, "", "Ctrl+U", height=40)
        self._unknown.clicked.connect(self.toggle_unknown)
        self._on = Button(self.tr("Next"), Look.PRIMARY, "", "Ctrl+Return", height=40)
        self._on.clicked.connect(lambda: self.step(1))
        foot.addWidget(self._back)
        foot.addSpacing(16)
        foot.addWidget(self._unknown)
        foot.addStretch(1)
        foot.addWidget(self._on)
        column.addLayout(foot)
        return page

    # -- coming and going ----------------------------------------------------------------------------------------------

    def begin(self, path: str = "") -> None:
        """Ask from a question on, else from the first that has no answer yet; the clock goes on from where it stood."""
        from seeddesk.services import interview

        practice = self._session.practice
        self.notes.turn_to(practice)
        self._find()
        first = next((n for n, item in enumerate(self.questions) if _path(item) == path), None)
        if first is None:
            first = next((n for n, item in enumerate(self.questions) if not self._answered(item)), 0)
        self._desk.read(self, lambda ws: interview.notes(ws, practice), self._opened, key="interview")
        self.show_question(first)

    def _opened(self, found: Interview) -> None:
        self.notes.open_up(self._session.practice, found)
        self.clock.open_up(self._session.practice, found.seconds)
        self.clock.start()

    def close_up(self) -> None:
        """Esc: back to the editor; everything is saved."""
        self._drop_begun()
        self.notes.finish()
        self.clock.stop()
        self._session.flush()
        self.closed.emit(self.path)

    def _find(self) -> None:
        """The short form, of what is relevant now."""
        evaluation = self._session.evaluation
        hidden = evaluation.hidden if evaluation is not None else frozenset()
        self.questions = [item for item in questions(self._asking) if _path(item) not in hidden]

    def _answered(self, item: Field | Group) -> bool:
        record = self._session.record
        return bool(record.rows(item.path)) if isinstance(item, Group) else not is_empty(record.get(item.template))

    # -- the question --------------------------------------------------------------------------------------------------

    @property
    def path(self) -> str:
        """Of the open question."""
        return _path(self.questions[self.at]) if self.questions else ""

    def show_question(self, number: int) -> None:
        """Put a question in front."""
        if not self.questions:
            return
        self.at = max(0, min(number, len(self.questions) - 1))
        item = self.questions[self.at]
        asking, path = self._asking, self.path
        holder = QWidget()
        holder.setProperty("bare", "true")
        layout = TwoColumns(holder)
        layout.setContentsMargins(2, 2, 14, 2)
        self._placed = Placed(asking, core_only=False, parent=holder)
        self._placed.fill(layout, (item,))
        self._area.setWidget(holder)
        self._drop_begun()
        box = self._placed.boxes.get(path)
        if box is not None:
            box.strip()
            if isinstance(box.input, QPlainTextEdit | QLineEdit):
                box.input.setFont(_large())
            if isinstance(box.input, LongInput):
                box.input.LEAST = LINES
                box.input.grow()
        section = next(
            (each for each in self._session.form.sections if item in every(each.items)),
            self._session.form.sections[0],
        )
        self._section.setText(
            " · ".join(filter(None, (asking.words("", section.label, section.name), *self._headings(item))))
        )
        self._words.setText(asking.words(path, item.label, path))
        hint = asking.words(path, item.hint)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint) and isinstance(item, Field))  # above its cards a repeat says it itself
        following = self.questions[self.at + 1] if self.at + 1 < len(self.questions) else None
        then = asking.words(_path(following), following.label) if following is not None else self.tr("the end")
        self._then.setText(self.tr("Then: {question}").format(question=then))
        self._segments.show_place(self.at, len(self.questions))
        self._count.setText(self.tr("{number} of {count}").format(number=self.at + 1, count=len(self.questions)))
        self._back.setEnabled(self.at > 0)
        self._on.setText(self.tr("Next") if following is not None else self.tr("Finish"))
        self._unknown.setVisible(isinstance(item, Field))
        self._title.setText(str(self._session.values.get("title") or self.tr("New practice")))
        self._count_letters()
        QTimer.singleShot(0, holder, self.focus_answer)

    def _headings(self, item: Field | Group) -> list[str]:
        """Of the groups a question stands in, the outermost first: "Name" alone does not say whose."""
        groups = self._session.form.groups.values()
        around = [group for group in groups if not group.repeat and item in every(group.items)]
        return [self._asking.words(group.template, group.label) for group in around]

    def focus_answer(self) -> None:
        """The caret into the answer."""
        box = self._placed.boxes.get(self.path) if self._placed is not None else None
        repeat = self._placed.repeats.get(self.path) if self._placed is not None else None
        if box is not None:
            box.focus()
            if isinstance(box.input, QPlainTextEdit):
                box.input.moveCursor(box.input.textCursor().MoveOperation.End)
        elif repeat is not None:
            row = next(iter(repeat.cards.values()), None)
            if row is None:
                repeat.add_row()
                self._begun = next(iter(repeat.cards), "")
            else:
                row.focus_first()

    def _drop_begun(self) -> None:
        """A row nobody wrote in goes again: of a question only passed by, an empty card was left with gaps to fill."""
        row, self._begun = self._begun, ""
        values = self._session.values
        if row in values and all(is_empty(values[path]) for path in values if path.startswith(row + ".")):
            self._session.remove_row(row)

    def step(self, by: int) -> None:
        """To the next question or the one before; after the last, back to the editor."""
        self._session.follow()
        path = self.path
        self._find()
        here = next((n for n, item in enumerate(self.questions) if _path(item) == path), self.at)
        if here + by >= len(self.questions):
            self.close_up()
        else:
            self.show_question(here + by)

    def toggle_unknown(self) -> None:
        """Ctrl U."""
        box = self._placed.boxes.get(self.path) if self._placed is not None else None
        if box is not None:
            box.toggle_unknown()

    def insert(self, note: Note | None) -> None:
        """Put a note into the open question: behind what stands there."""
        item = self.questions[self.at] if self.questions else None
        if note is None or not note.text or not isinstance(item, Field) or item.kind is not Kind.TEXT:
            if note is not None:
                self.toasted.emit(self.tr("This question takes no free text."), None)
            return
        self._session.change({self.path: behind(self._session.values.get(self.path), note.text, item)})
        self.notes.placed(note, self.path)
        self.focus_answer()

    def cross(self) -> None:
        """Ctrl T: from the answer to the notes, and back; where there is little room they come and go as a drawer."""
        if self.notes.isAncestorOf(self.focusWidget()) and self.notes.isVisible():
            self._show_drawer(False)
            self.focus_answer()
        else:
            self._show_drawer(True)
            self.notes.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    # -- the clock -----------------------------------------------------------------------------------------------------

    def pause(self) -> None:
        """F9: the clock stands, or goes on."""
        self.clock.stop() if self.clock.running else self.clock.start()
        self._pause.setText(self.tr("Pause") if self.clock.running else self.tr("Go on"))
        self._pause.set_icon("pause" if self.clock.running else "play")

    def _tick(self) -> None:
        self.timer.setText(stamp(self.clock.seconds))
        self.notes.tick()

    # -- following -----------------------------------------------------------------------------------------------------

    def _say(self, state: str) -> None:
        failed, typing = state == "failed", state == "typing"
        words = self.tr("Saved {time}").format(time=i18n.clock())
        self._truth.setText(self.tr("Not saved") if failed else self.tr("Typing…") if typing else words)
        ink = "bad" if failed else "text2" if typing else "ok"
        self._truth.set_ink(ink)
        self._mark.show()
        self._mark.show_icon("warning-circle" if failed else "note-pencil" if typing else "check", ink)
        self._count_letters()

    def _follow(self) -> None:
        if self.isVisible() and self._placed is not None:
            for box in self._placed.boxes.values():
                box.follow()

    def _shown(self, paths: set[str]) -> None:
        if self.isVisible() and self._placed is not None:
            for path in paths & self._placed.boxes.keys():
                self._placed.boxes[path].refresh()

    def _rows_changed(self, repeat: str) -> None:
        if self.isVisible() and self._placed is not None and repeat in self._placed.repeats:
            self._placed.repeats[repeat].show_rows()

    def _count_letters(self) -> None:
        item = self.questions[self.at] if self.questions else None
        limit = item.limit if isinstance(item, Field) else 0
        value = self._session.values.get(self.path)
        used = len(value) if isinstance(value, str) else 0
        over = used - limit
        words = self.tr("{used} / {limit}").format(used=used, limit=limit) if limit else ""
        self._counter.setText(
            self.tr("{over} over, {count}").format(over=over, count=words) if limit and over > 0 else words
        )
        self._counter.set_ink("bad" if limit and over > 0 else "text2")

    def _label(self, path: str) -> str:
        field = self._session.form.field(path)
        return self._asking.words(path, field.label, path) if field is not None else path

    # -- Qt's own ------------------------------------------------------------------------------------------------------

    def event(self, event: QEvent) -> bool:
        """The interview's keys are its own, whatever the window does with them elsewhere."""
        if event.type() in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress) and isinstance(event, QKeyEvent):
            does = self._deeds.get(
                QKeySequence(event.keyCombination()).toString(QKeySequence.SequenceFormat.PortableText)
            )
            if does is not None:
                event.accept()
                if event.type() == QEvent.Type.KeyPress:
                    does()
                return True
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The column keeps its width, the notes go into a drawer where there is little room."""
        super().resizeEvent(event)
        wide = self.width() >= 1600
        room = self.width() - (0 if self._drawer else self.notes.width())
        column = min(theme.scaled(WIDE_COLUMN if wide else COLUMN), room - 64)
        self._column.setFixedWidth(max(320, column))
        self._left.setFixedWidth(max(32, min(96, room - column - 32)))
        self._show_drawer(not self._drawer)

    @property
    def _drawer(self) -> bool:
        return self.width() < theme.scaled(DRAWER_BELOW)

    def _show_drawer(self, open_: bool) -> None:
        if self._drawer:
            self._row.removeWidget(self.notes)
            self.notes.setParent(self)
            self.notes.setGeometry(self.width() - self.notes.width(), 56, self.notes.width(), self.height() - 56)
            self.notes.setVisible(open_)
            self.notes.raise_()
        else:
            if self._row.indexOf(self.notes) < 0:
                self._row.addWidget(self.notes)
            self.notes.show()


def _path(item: Field | Group) -> str:
    return item.path if isinstance(item, Group) else item.template


def _large() -> QFont:
    font = theme.font("title")
    font.setWeight(QFont.Weight.Normal)
    return font
