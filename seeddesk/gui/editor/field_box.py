"""One question on the page: label, counter, media, input, hint, more help, and its problem in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QToolButton, QVBoxLayout, QWidget

from seeddesk.domain.form import QUOTE, Field, Texts
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.gui import icons, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.controls import is_half, make_input
from seeddesk.gui.editor.inputs import LineInput, LongInput, style_again
from seeddesk.gui.editor.media import MediaBox
from seeddesk.gui.editor.notes import Note, NoteBox
from seeddesk.gui.editor.options_input import OptionsInput
from seeddesk.gui.widgets.arranged import height_at
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Label, Text


class Question(QWidget):
    """What a question on the page is to its section, however it is drawn: `left`, its input, its problem. Subclasses draw it.

    half: it may stand beside another · touched: the person has been in it.
    """

    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self.field, self.path, self._asking = field, path, asking
        self.half = False
        self.touched = False
        self.input: Any = None
        self.problem = Text("", "hint", "bad", wrap=True)
        self.problem.hide()
        self._notes: list[NoteBox] = []
        self._warning: QAction | None = None

    def _say(self, texts: Texts, default: str = "") -> str:
        return self._asking.words(self.path, texts, default)

    def _watch_input(self) -> None:
        """Follow what the input says, once it is made."""
        self.input.edited.connect(self._edited)
        self.input.left.connect(self.was_left)

    def _name_input(self, label: str) -> None:
        said = f"{label}, {self.tr('required')}" if self._asking.needed(self.field) else label
        hint = self._say(self.field.hint)
        if hasattr(self.input, "name"):
            self.input.name(said)
        for widget in (self.input, getattr(self.input, "line", None)):
            if widget is not None:
                widget.setAccessibleName(said)
                widget.setAccessibleDescription(hint)

    def refresh(self) -> None:
        """Show the session's value."""
        value = self._asking.session.values.get(self.path)
        self.input.show_value(value)
        self._after(value)

    def begin_anew(self) -> None:
        """Another practice: its value, and nothing left of the one before."""
        self.touched = False
        if hasattr(self.input, "begin_anew"):
            self.input.begin_anew()
        self.refresh()
        if self.caret:
            self.put_caret(0)
        if isinstance(self.input, LongInput):
            self.input.setExtraSelections([])  # spelling marks

    def follow(self) -> None:
        """Something this question quotes or draws on changed: its words and its choices are asked for again."""
        if hasattr(self.input, "refresh_choices"):
            self.input.refresh_choices()

    def _edited(self, value: Value) -> None:
        self._asking.session.time_spent.alive()
        self._asking.session.set(self.path, value)
        self._after(value)

    def _after(self, value: Value) -> None:
        """The value is another now."""

    def toggle_unknown(self) -> None:
        """Ctrl U: "not known yet", or back to empty."""
        session = self._asking.session
        session.change({self.path: None if session.values.get(self.path) is NOT_KNOWN else NOT_KNOWN})

    def show_problem(self, words: str, inside: bool) -> None:
        """The problem of this question; `inside`: said under it, else the page says it in the gutter."""
        if words == self.problem.text() and self.problem.isHidden() != (bool(words) and inside):
            return
        self.problem.setText(words)
        self.problem.setVisible(bool(words) and inside)
        target = getattr(self.input, "line", self.input)
        style_again(target, "problem", bool(words))
        if isinstance(target, LineInput):
            if words and self._warning is None:
                mark = icons.icon("warning", "bad")
                self._warning = target.addAction(mark, target.ActionPosition.TrailingPosition)
                for button in target.findChildren(QToolButton):
                    button.setAccessibleName(button.accessibleName() or self.tr("Problem"))
            if self._warning is not None:
                self._warning.setVisible(bool(words))
        target.setAccessibleDescription(words or self._say(self.field.hint))

    def show_notes(self, notes: Sequence[Note]) -> None:
        """Notes under the question, where the page has no gutter for them."""
        while len(self._notes) < len(notes):
            self._notes.append(NoteBox())
            self.layout().insertWidget(self.layout().indexOf(self.problem) + len(self._notes), self._notes[-1])
        for box, note in zip(self._notes, notes, strict=False):
            box.show_note(note)
        for number, box in enumerate(self._notes):
            if box.isHidden() != (number >= len(notes)):
                box.setVisible(number < len(notes))

    def was_left(self) -> None:
        """The person went on: what is wrong with the answer may be said."""
        self.touched = True
        self.left.emit()

    def focus(self) -> None:
        """Put the caret into it."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def caret(self) -> int:
        """Characters before the caret; 0 where nothing is typed."""
        typed = getattr(self.input, "line", self.input)
        if isinstance(typed, LongInput):
            return typed.textCursor().position()
        return typed.cursorPosition() if isinstance(typed, QLineEdit) else 0

    def put_caret(self, position: int) -> None:
        """Put it behind so many characters, or at the end of fewer."""
        typed = getattr(self.input, "line", self.input)
        if isinstance(typed, LongInput):
            cursor = typed.textCursor()
            cursor.setPosition(min(position, len(typed.toPlainText())))
            typed.setTextCursor(cursor)
        elif isinstance(typed, QLineEdit):
            typed.setCursorPosition(position)


class FieldBox(Question):
    """A question drawn as most are: its label above its input."""

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__(field, path, asking)
        self.half = is_half(field, asking)
        label = self._say(field.label, field.template)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self._top = self._head(label)
        column.addLayout(self._top)
        if field.media:
            column.addWidget(MediaBox(field.media, label, asking))
        self.input = make_input(field, path, asking)
        self._name_input(label)
        column.addWidget(self.input)
        hint = self._say(field.hint)
        self._hint: Text | None = None
        if hint:
            self._hint = Text(hint, "hint", "text3", wrap=True)
            # Above a list in sight: "two at most" is read before the first tick, and not below the last of thirteen.
            listed = isinstance(self.input, OptionsInput)
            column.insertWidget(column.indexOf(self.input) + (0 if listed else 1), self._hint)
        if field.guidance:
            column.addWidget(MoreHelp(self._say(field.guidance), label))
        self._unknown: Text | None = None
        column.addWidget(self.problem)
        column.addStretch(1)
        self._column = column
        self._quotes = any(QUOTE in text for texts in (field.label, field.hint) for text in texts.values())
        self._watch_input()
        if hasattr(self.input, "done"):
            self.input.done.connect(lambda: self.focusNextChild())

    def _head(self, label: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        self.label = Label(label)
        head.addWidget(self.label)
        self._required: Text | None = None
        if self._asking.needed(self.field):
            self._required = Text(self.tr("required"), "hint", "text3")
            self._required.setContentsMargins(0, 0, 0, theme.scaled(1))  # on the label's line
            head.addWidget(self._required, 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(1)
        self._counter = Text("", "hint", "text3")
        self._counter.setVisible(False)
        if self.field.limit:
            head.addWidget(self._counter)
        else:
            self._counter.setParent(self)
        return head

    def lead(self, width: int) -> int:
        """How high the words above the input are at a width."""
        return height_at(self._column.itemAt(0), width)

    def strip(self) -> None:
        """Only the input and what is wrong with it: whoever asks shows the words, larger."""
        for widget in (self.label, self._required, self._counter, self._hint):
            if widget is not None:
                widget.setMaximumHeight(0)
                widget.setMaximumWidth(0)

    def follow(self) -> None:
        """Label and hint quote other answers; so may the choices."""
        super().follow()
        if self._quotes:
            label = self._say(self.field.label, self.field.template)
            self.label.setText(label)
            self._name_input(label)
            if self._hint is not None:
                self._hint.setText(self._say(self.field.hint))

    def _after(self, value: Value) -> None:
        typed = getattr(self.input, "line", self.input)
        if value is NOT_KNOWN and not isinstance(typed, (LineInput, LongInput)) and not hasattr(typed, "popup"):
            if self._unknown is None:
                self._unknown = Text(self._asking.unknown, "hint", "text3")
                self._unknown.setContentsMargins(0, 0, 0, theme.scaled(1))
                place = 1 + (self._required is not None)  # beside the label: below a long list nobody sees it
                self._top.insertWidget(place, self._unknown, 0, Qt.AlignmentFlag.AlignBottom)
            self._unknown.show()
        elif self._unknown is not None:
            self._unknown.hide()
        if self.field.limit:
            used = len(value) if isinstance(value, str) else 0
            over = used - self.field.limit
            self._counter.setVisible(used > 0)
            words = self.tr("{used} / {limit}").format(used=used, limit=self.field.limit)
            self._counter.setText(self.tr("{over} over, {count}").format(over=over, count=words) if over > 0 else words)
            self._counter.set_ink("bad" if over > 0 else "warn" if used >= 0.9 * self.field.limit else "text3")


class MoreHelp(QWidget):
    """Guidance a person asks for."""

    def __init__(self, words: str, label: str) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.button = Button(self.tr("More help"), Look.LINK, "caret-down", height=24)
        self.button.setFont(theme.font("hint"))
        self.button.setCheckable(False)
        self.button.setAccessibleName(f"{label}: {self.button.text()}")
        self.words = Text(words, "body", "text2", wrap=True)
        self.words.hide()
        self.button.clicked.connect(self._toggle)
        column.addWidget(self.button, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self.words)

    def _toggle(self) -> None:
        self.words.setVisible(self.words.isHidden())
        self.button.set_icon("caret-down" if self.words.isHidden() else "caret-up")
