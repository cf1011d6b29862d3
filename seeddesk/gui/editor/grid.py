"""Questions that share their choices, as a table: the choices head the columns, every question is a row."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QVBoxLayout, QWidget

from seeddesk.domain.form import Choice, Field, Group, Kind
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.field_box import Question
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.check import paint_mark
from seeddesk.gui.widgets.pressable import Pressable
from seeddesk.gui.widgets.text import Text, rule

MOST = 8  # columns a table can have on a page; beyond, questions stand under one another
HEADS = ("label",)
ROWS = ("list-nolabel", "list")


def parts(items: Sequence[Field | Group], table: bool = False) -> Iterator[Field | Group | tuple[Field, ...]]:
    """The items of a group, those that make a table together as one. table: the group says that all its choices do (``table-list``)."""
    run: list[Field] = []

    def end() -> Iterator[Field | Group | tuple[Field, ...]]:
        found, run[:] = tuple(run), []
        heads = [field for field in found if set(field.appearance.split()) & set(HEADS)]
        yield from (found,) if len(found) - len(heads) > 1 or (heads and len(found) > 1) else found

    for item in items:
        joins = isinstance(item, Field) and item.kind in (Kind.CHOICE, Kind.CHOICES) and bool(item.choices)
        shown = set(item.appearance.split())
        joins = joins and (table or bool(shown & {*HEADS, *ROWS}))
        joins = joins and not item.main_first  # nothing in a table says which is the main one
        if run and not (joins and isinstance(item, Field) and item.choices == run[0].choices):
            yield from end()
        if joins and isinstance(item, Field):
            run.append(item)
        elif not (isinstance(item, Field) and item.kind in (Kind.HIDDEN, Kind.LOG) and run):
            yield item
    yield from end()


class GridBox(QWidget):
    """The table. rows: the questions in it, each a `GridRow` as the section knows it."""

    def __init__(self, choices: Sequence[Choice], path: str, asking: Asking, head: str = "") -> None:
        super().__init__()
        self._choices = choices
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        line = QWidget()
        grid = columns_of(QGridLayout(line), len(choices))
        grid.addWidget(Text(head, "label", wrap=True), 0, 0, Qt.AlignmentFlag.AlignBottom)
        for number, choice in enumerate(choices, 1):
            words = Text(asking.words(path, choice.label, choice.name), "small", "text2", wrap=True)
            words.setAlignment(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignBottom)
            grid.addWidget(words, 0, number)
        column.addWidget(line)
        column.addWidget(rule())
        self._column = column
        self.rows: list[GridRow] = []

    def add(self, row: GridRow) -> None:
        """One question more."""
        row.grid = self
        self.rows.append(row)
        self._column.addWidget(row)

    def beside(self, row: GridRow, by: int) -> GridRow | None:
        """The next row that is shown, up or down."""
        shown = [each for each in self.rows if not each.isHidden()]
        at = shown.index(row) + by if row in shown else -1
        return shown[at] if 0 <= at < len(shown) else None


def columns_of(grid: QGridLayout, count: int) -> QGridLayout:
    """Two fifths for the question, the rest in even columns."""
    grid.setContentsMargins(0, 6, 0, 6)
    grid.setHorizontalSpacing(0)
    grid.setColumnStretch(0, 4)
    grid.setColumnMinimumWidth(0, theme.scaled(160))
    for number in range(1, count + 1):
        grid.setColumnStretch(number, max(1, round(6 / max(1, count))))
        grid.setColumnMinimumWidth(number, theme.scaled(48))
    return grid


class GridRow(Question):
    """One question of a table."""

    def __init__(self, field: Field, path: str, asking: Asking, choices: Sequence[Choice]) -> None:
        super().__init__(field, path, asking)
        self.grid: GridBox | None = None
        label = self._say(field.label, field.template)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.label = Text(f"{label} *" if asking.needed(field) else label, wrap=True)
        self.input = MarksInput(
            field, [(each.name, asking.words(path, each.label, each.name)) for each in choices], self.label
        )
        self._name_input(label)
        column.addWidget(self.input)
        column.addWidget(self.problem)
        column.addWidget(rule())
        self._watch_input()
        self.input.went.connect(self._go)

    def follow(self) -> None:
        """The question's words quote other answers."""
        label = self._say(self.field.label, self.field.template)
        self.label.setText(f"{label} *" if self._asking.needed(self.field) else label)

    def _after(self, value: Value) -> None:
        self.label.set_ink("text3" if value is NOT_KNOWN else "text")
        self.label.setToolTip(self._asking.unknown if value is NOT_KNOWN else "")

    def _go(self, by: int, column: int) -> None:
        other = self.grid.beside(self, by) if self.grid is not None else None
        if other is not None:
            other.input.focus_column(column)


class MarksInput(QWidget):
    """The label and one mark for each choice. `went`: the person goes up or down (by, column)."""

    edited = Signal(object)
    left = Signal()
    went = Signal(int, int)

    def __init__(self, field: Field, choices: Sequence[tuple[str, str]], label: Text) -> None:
        super().__init__()
        self._many = field.kind is Kind.CHOICES
        self._value: Value = None
        grid = columns_of(QGridLayout(self), len(choices))
        grid.addWidget(label, 0, 0)
        self._marks: dict[str, _Mark] = {}
        self._words = dict(choices)
        for number, (code, _) in enumerate(choices, 1):
            mark = _Mark(not self._many)
            mark.setEnabled(not field.read_only)
            mark.clicked.connect(lambda _=False, code=code: self._pressed(code))
            mark.moved.connect(lambda right, down, number=number: self._move(number - 1, right, down))
            self._marks[code] = mark
            grid.addWidget(mark, 0, number)
        self._tab_stop()

    def show_value(self, value: Value) -> None:
        """Mark without saying so."""
        self._value = value
        codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        for code, mark in self._marks.items():
            mark.setChecked(code in codes)
        self._tab_stop()

    def _tab_stop(self) -> None:
        """Tab goes from question to question, arrows from choice to choice."""
        marks = list(self._marks.values())
        stop = next((mark for mark in marks if mark.isChecked()), marks[0] if marks else None)
        for mark in marks:
            mark.setFocusPolicy(Qt.FocusPolicy.StrongFocus if mark is stop else Qt.FocusPolicy.ClickFocus)

    def _pressed(self, code: str) -> None:
        if self._many:
            value: Value = tuple(each for each, mark in self._marks.items() if mark.isChecked()) or None
        else:
            value = None if code == self._value else code
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def _move(self, at: int, right: int, down: int) -> None:
        if down:
            self.went.emit(down, at)
        else:
            self.focus_column(at + right)

    def focus_column(self, at: int) -> None:
        """To the mark of a column."""
        marks = list(self._marks.values())
        if 0 <= at < len(marks):
            marks[at].setFocus(Qt.FocusReason.TabFocusReason)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the mark chosen, else the first."""
        for mark in self._marks.values():
            if mark.focusPolicy() == Qt.FocusPolicy.StrongFocus:
                mark.setFocus(reason)

    def name(self, label: str) -> None:
        """Every mark is named by question and choice."""
        for code, mark in self._marks.items():
            mark.setAccessibleName(f"{label}: {self._words[code]}")
            mark.setToolTip(plain(self._words[code]))


class _Mark(Pressable):
    """One circle or box of a row. `moved`: an arrow key (right, down)."""

    moved = Signal(int, int)

    def __init__(self, round_: bool) -> None:
        super().__init__()
        self._round = round_
        self.setCheckable(True)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """A target as large as a row."""
        return QSize(48, theme.scaled(28))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go to the neighbours, Space and Enter choose."""
        way = {
            Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0), Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1)
        }.get(Qt.Key(event.key()))  # fmt: skip
        if way is not None and not event.modifiers():
            self.moved.emit(*way)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.click()
        elif event.modifiers():
            event.ignore()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The mark in the middle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle = QRectF(self.rect()).center()
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawRoundedRect(QRectF(middle.x() - 13, middle.y() - 13, 26, 26), 4, 4)
        paint_mark(painter, QRectF(middle.x() - 8, middle.y() - 8, 16, 16), self.isChecked(), self._round)
