"""One question on the page: label, counter, input, hint, and its problem in words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.domain.form import Choice, Field, Kind, pick
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text, is_empty
from seeddesk.gui import theme
from seeddesk.gui.editor.choices_input import TICKS, ChipsInput, ChoicesInput
from seeddesk.gui.editor.file_input import FileInput
from seeddesk.gui.editor.inputs import LineInput, LongInput, style_again
from seeddesk.gui.editor.picker import Picker
from seeddesk.gui.editor.session import Session
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Text

HALF = 290  # pixels of a short field at factor 1, a card's margins taken off
WIDE_FROM = 120  # characters from which a single line goes across the page


class FieldBox(QWidget):
    """A field at a path of the session. `half`: it may stand beside another."""

    left = Signal()
    focused = Signal(str)

    def __init__(self, field: Field, path: str, session: Session, desk: object) -> None:
        super().__init__()
        self.field, self.path = field, path
        self._session, self._desk = session, desk
        self._lang = desk.lang
        self.half = field.kind not in (Kind.CHOICES, Kind.FILE) and not field.long and field.limit < WIDE_FROM
        self.touched = False
        self._wants = False
        label = pick(field.label, self._lang, field.template)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(self._head(label))
        self.input = self._make_input()
        self._name_input(label)
        column.addWidget(self.input)
        hint = pick(field.hint, self._lang)
        self._hint = Text(hint, "hint", "text3", wrap=True)
        column.addWidget(self._hint)
        self._hint.setVisible(bool(hint))
        self._unknown = Text(self.tr("not known yet"), "hint", "text3")
        self._unknown.setVisible(False)
        column.addWidget(self._unknown)
        self.problem = Text("", "hint", "bad", wrap=True)
        self.problem.setVisible(False)
        column.addWidget(self.problem)
        column.addStretch(1)
        self.input.edited.connect(self._edited)
        self.input.left.connect(self._was_left)
        for widget in (self.input, *self.input.findChildren(QWidget)):
            widget.installEventFilter(self)

    def _head(self, label: str) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(0, 0, 0, 0)
        head.setSpacing(8)
        self.label = Text(label, "label")
        room = theme.scaled(HALF if self.half else 2 * HALF) - (
            theme.scaled(100) if self.field.core or self.field.limit else 0
        )
        wraps = self.label.sizeHint().width() > room
        self.label.setWordWrap(wraps)
        head.addWidget(self.label, 1 if wraps else 0)
        if self.field.core:
            head.addWidget(Text(self.tr("required"), "hint", "text3"), 0, Qt.AlignmentFlag.AlignBottom)
        head.addStretch(0 if wraps else 1)
        self._counter = Text("", "hint", "text3")
        self._counter.setVisible(False)
        head.addWidget(self._counter)
        return head

    def _make_input(self) -> QWidget:
        field, unknown = self.field, self.tr("not known yet")
        if field.kind is Kind.FILE:
            return FileInput(field, self._desk)
        if field.kind is Kind.CHOICES:
            entries = self._choices()
            if field.choices and not field.choice_filter and len(entries) <= TICKS:
                return ChoicesInput(field, entries, self._lang)
            return ChipsInput(
                field, self._choices if field.choices else None, self._lang, self._parse, self._format, unknown
            )
        if field.kind is Kind.CHOICE:
            entries = self._desk.form.lists.get(field.choices, ())
            if 2 <= len(entries) <= 3 and all(len(pick(each.label, self._lang)) <= 14 for each in entries):
                return SegmentInput(field, entries, self._lang)
            return Picker(field, self._choices, self._lang, self._parse, self._format, unknown)
        if field.long:
            return LongInput(unknown)
        return LineInput(field, self._parse, self._format, unknown)

    def _name_input(self, label: str) -> None:
        said = f"{label}, {self.tr('required')}" if self.field.core else label
        hint = pick(self.field.hint, self._lang)
        for widget in (self.input, getattr(self.input, "line", None), getattr(self.input, "choose", None)):
            if widget is not None:
                widget.setAccessibleName(
                    said if widget is not getattr(self.input, "choose", None) else f"{label}: {widget.text()}"
                )
                widget.setAccessibleDescription(hint)
        if isinstance(self.input, ChoicesInput):
            self.input.name(label)

    def _choices(self) -> Sequence[Choice]:
        return self._session.logic.choices(self._session.record, self.path)

    def _parse(self, field: Field, text: str) -> Value:
        from seeddesk.domain.answers import parse_answer

        if field.kind is Kind.TEXT:
            return clean_text(text) if text.strip() else None
        return parse_answer(field, text, self._lang, self._desk.form)

    def _format(self, field: Field, value: Value) -> str:
        from seeddesk.domain.answers import format_answer

        if isinstance(value, str) and field.kind is Kind.TEXT:
            return value
        return "" if is_empty(value) else format_answer(field, value, self._lang, self._desk.form)

    def refresh(self) -> None:
        """Show the session's value."""
        value = self._session.values.get(self.path)
        self.input.show_value(value)
        self._after(value)

    def _edited(self, value: Value) -> None:
        self._session.set(self.path, value)
        self._after(value)

    def _after(self, value: Value) -> None:
        plain = isinstance(self.input, (ChoicesInput, SegmentInput, FileInput))
        self._unknown.setVisible(value is NOT_KNOWN and plain)
        if self.field.limit:
            used = len(value) if isinstance(value, str) else 0
            over = used - self.field.limit
            self._counter.setVisible(used > 0)
            words = self.tr("{used} / {limit}").format(used=used, limit=self.field.limit)
            self._counter.setText(self.tr("{over} over, {count}").format(over=over, count=words) if over > 0 else words)
            self._counter.set_ink("bad" if over > 0 else "warn" if used >= 0.9 * self.field.limit else "text3")

    def toggle_unknown(self) -> None:
        """Ctrl U: "not known yet", or back to empty."""
        value = None if self._session.values.get(self.path) is NOT_KNOWN else NOT_KNOWN
        self._session.change({self.path: value})

    def show_problem(self, words: str, inside: bool) -> None:
        """The problem of this field; `inside`: said under the field, else the page says it in the gutter."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words) and inside)
        target = getattr(self.input, "line", self.input)
        style_again(target, "problem", bool(words))
        target.setAccessibleDescription(words or pick(self.field.hint, self._lang))

    def _was_left(self) -> None:
        if not self.touched:
            self.touched = True
        self.left.emit()

    def focus(self) -> None:
        """Put the caret into it."""
        self.input.setFocus(Qt.FocusReason.OtherFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the page which field has the focus."""
        if event.type() == QEvent.Type.FocusIn:
            self.focused.emit(self.path)
        return False


class SegmentInput(QWidget):
    """Two or three short answers side by side; pressing the chosen one again empties."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, choices: Sequence[Choice], lang: str) -> None:
        super().__init__()
        self._value: Value = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = pick(field.label, lang, field.template)
        self._segment = Segment([(each.name, pick(each.label, lang, each.name)) for each in choices], label, 36)
        self._segment.chosen.connect(self._chosen)
        row.addWidget(self._segment)
        row.addStretch(1)

    def show_value(self, value: Value) -> None:
        """Show without saying so."""
        self._value = value
        self._segment.set_value(value if isinstance(value, str) else "")

    def _chosen(self, code: str) -> None:
        value = None if code == self._value else code
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chosen one, else the first."""
        self._segment.focus_part(reason)
