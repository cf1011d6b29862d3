"""Rows of a repeat as cards: add, copy, move, remove; one open at a time unless the person opens more. Cards hold cards where repeats nest."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.paths import path_in
from seeddesk.domain.values import is_empty
from seeddesk.gui import names, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.dropped_files import DroppedFiles, takes_files
from seeddesk.gui.editor.handle import Handle
from seeddesk.gui.editor.media import MediaBox
from seeddesk.gui.editor.photo_tools import Thumbnail
from seeddesk.gui.turns import WhenRoom
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Elided, Label, Text

if TYPE_CHECKING:
    from PySide6.QtCore import QEvent
    from PySide6.QtGui import QEnterEvent, QFocusEvent

    from seeddesk.gui.editor.placing import Placed

AT_ONCE = 8  # cards made in one turn; the others follow where there is room
NAME = 40  # characters of a row's name that its removal is told with


class RepeatBox(QWidget):
    """All rows of one repeat at a path. Where the form counts the rows there is nothing to add, move or remove."""

    OFFERS = True  # its buttons, to the command palette

    def __init__(self, group: Group, path: str, placed: Placed) -> None:
        super().__init__()
        self.group, self.path, self._placed = group, path, placed
        self._session = placed.asking.session
        self._cards: dict[str, Card] = {}
        self._rest = WhenRoom(self, self._make_next)
        placed.asking.taken_out.came_back.connect(self._came_back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(8)
        said = QVBoxLayout()  # what is said of it belongs to its label
        said.setSpacing(2)
        column.addLayout(said)
        head = QHBoxLayout()
        head.setSpacing(8)
        self._label = Label()
        head.addWidget(self._label)
        self._count = Text("", "body", "text3")
        head.addWidget(self._count)
        self._least = Text(self.tr("at least 1"), "hint", "text3")
        head.addWidget(self._least)
        self._count.hide()
        head.addStretch(1)
        self.add = Button(self.tr("Add"), Look.LINK, "plus", name="", height=28)
        self.add.clicked.connect(self.add_row)
        if group.count:
            self.add.setParent(self)
            self.add.hide()
        else:
            head.addWidget(self.add)
        said.addLayout(head)
        hint = placed.asking.words(path, group.hint)
        if hint:
            said.addWidget(Text(hint, "hint", "text3", wrap=True))
        if group.media:
            column.addWidget(MediaBox(group.media, self._label.text(), placed.asking))
        file = takes_files(group)
        if file is not None:
            said.addWidget(Text(self.tr("Drop or paste files here: a row for each."), "hint", "text3", wrap=True))
            refused = Text("", "hint", "bad", wrap=True)
            refused.hide()
            column.addWidget(refused)
            self.files = DroppedFiles(self, file, refused)
        self._rows = QVBoxLayout()
        self._rows.setSpacing(8)
        column.addLayout(self._rows)
        self.say()
        self.show_rows()

    def say(self) -> None:
        """The label may quote answers."""
        label = self._placed.asking.words(self.path, self.group.label, self.group.path)
        self._label.setText(label)
        self.add.setAccessibleName(self.tr("Add: {name}").format(name=label))

    @property
    def asking(self) -> Asking:
        """The practice it is asked for."""
        return self._placed.asking

    @property
    def cards(self) -> dict[str, Card]:
        """The cards by row."""
        return self._cards

    def show_rows(self, told: bool = False) -> None:
        """Make the cards agree with the session's rows, in their order; of many, the first at once. told: their answers are shown by whoever changed them."""
        rows = self._session.record.rows(self.path)
        focused = QApplication.focusWidget()
        before, left = list(self._cards), -1  # where the focus was, if it goes with its card
        for number, row in enumerate(before):
            if row not in rows:
                card = self._cards.pop(row)
                if focused is not None and (card is focused or card.isAncestorOf(focused)):
                    left = number
                card.deleteLater()
                self._placed.forget(row)
        known = [] if told and not self.group.count else list(self._cards.values())
        self._make([row for row in rows if row not in self._cards][:AT_ONCE], rows)
        for card in known:
            card.show_summary()
        if left >= 0:
            kept = [self._cards[row] for row in rows if row in self._cards]
            (kept[min(left, len(kept) - 1)] if kept else self.add).setFocus(Qt.FocusReason.TabFocusReason)

    def _make(self, missing: Sequence[str], rows: Sequence[str]) -> None:
        """Cards for rows that have none, and every card in its place. rows: all of them."""
        for row in missing:
            card = self._cards[row] = Card(self.group, row, self._placed)
            card.grown.connect(self._placed.grown)
        cards = [self._cards[row] for row in rows if row in self._cards]
        there = [self._rows.itemAt(at).widget() for at in range(self._rows.count())]
        if there != cards[: len(there)]:
            while self._rows.count():
                self._rows.takeAt(0)
            there = []
        for card in cards[len(there) :]:
            self._rows.addWidget(card)
        self._rest.stop() if len(cards) == len(rows) else self._rest.start()
        self.judge()
        self._placed.grown.emit()

    def _make_next(self) -> None:
        rows = self._session.record.rows(self.path)
        self._make([row for row in rows if row not in self._cards][: AT_ONCE // 4], rows)

    def judge(self) -> None:
        """Rows beyond the count of a counted repeat are not shown."""
        evaluation = self._session.evaluation
        shown = len(self._session.record.rows(self.path)) - len(self._cards)  # still to be made
        for row, card in self._cards.items():
            wanted = evaluation is None or row not in evaluation.hidden
            shown += wanted
            if card.isHidden() == wanted:
                card.setVisible(wanted)
        self._count.setText(str(shown))
        self._count.setVisible(shown > 0)
        self._least.setVisible(self.group.core and not shown)

    def add_row(self) -> None:
        """A new row, open, with the caret in its first field."""
        if self.group.count:
            return
        row = self._session.add_row(self.path)
        for other, card in self._cards.items():
            card.set_open(other == row)
        if row in self._cards:
            self._cards[row].focus_first()

    def open_row(self, row: str) -> None:
        """Open the card of a row, which is made now where it was not."""
        rows = self._session.record.rows(self.path)
        if row in rows and row not in self._cards:
            self._make([row], rows)
        if row in self._cards:
            self._cards[row].set_open(True)

    def remove_row(self, row: str) -> None:
        """Take a row out, and offer it back."""
        if row not in self._cards:
            return
        values = self._session.values
        before = {row: values[row], **{path: values[path] for path in values if path.startswith(row + ".")}}
        named, words = self._cards[row].called, self.tr("Row taken out of “{repeat}”")
        if named:
            words = self.tr("Taken out of “{repeat}”: {name}")
        self._session.remove_row(row)
        short = named if len(named) <= NAME else f"{named[:NAME].rstrip()}…"
        said = words.format(repeat=self._label.text(), name=short)
        self._placed.asking.taken_out.say(said, row, before)

    def _came_back(self, row: str) -> None:
        if row in self._cards and self.isVisible():
            self._cards[row].setFocus(Qt.FocusReason.TabFocusReason)

    def refresh_summaries(self, paths: set[str] | None = None) -> None:
        """The names on the cards follow their fields. paths: only rows these lie in."""
        for row, card in self._cards.items():
            if paths is None or any(path.startswith(row) for path in paths):
                card.show_summary()


class Card(QWidget):
    """One row."""

    grown = Signal()

    def __init__(self, group: Group, row: str, placed: Placed) -> None:
        super().__init__()
        self._group, self.row, self._placed = group, row, placed
        session = self._session = placed.asking.session
        self._filled = False
        self._open = False
        self.called = ""  # by its first answer
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        self._head = QWidget()
        self._head.setMinimumHeight(theme.scaled(40))
        head = QHBoxLayout(self._head)
        head.setContentsMargins(4 if not group.count else 16, 0, 8, 0)
        head.setSpacing(4)
        if not group.count:
            self.handle = Handle(self)
            self.handle.moved.connect(lambda by: session.move_row(self.row, by))
            head.addWidget(self.handle)
        self._title = Elided("", "label")
        self._title.setSizePolicy(self._title.sizePolicy().Policy.Maximum, self._title.sizePolicy().Policy.Fixed)
        self._summary = Elided("", "body", "text2")
        file = takes_files(group)
        self._thumbnail = Thumbnail(placed.asking.desk) if file is not None else None
        self._file = path_in(file.template, row) if file is not None else ""
        if self._thumbnail is not None:
            head.addWidget(self._thumbnail)
        head.addWidget(self._title)
        head.addWidget(self._summary, 1)
        self._tools: list[Button] = []
        self._does: dict[Button, str] = {}  # what a button of the head does
        for icon, name, does in (
            ()
            if group.count
            else (
                ("copy", self.tr("Duplicate"), self._duplicate),
                ("trash", self.tr("Remove"), self._remove),
            )
        ):
            tool = Button("", Look.FLAT, icon, name=name)
            tool.clicked.connect(does)
            tool.hide()
            head.addWidget(tool)
            self._tools.append(tool)
            self._does[tool] = name
        self._caret = Button("", Look.FLAT, "caret-down", name=self.tr("Open or close"))
        self._caret.clicked.connect(lambda: self.set_open(not self._open))
        head.addWidget(self._caret)
        self._does[self._caret] = self.tr("Open or close")
        column.addWidget(self._head)
        self._body = QWidget()
        self._fields = TwoColumns(self._body)
        self._fields.setContentsMargins(0, 0, 0, 0)
        holder = QVBoxLayout()
        holder.setContentsMargins(16, 4, 16, 16)
        holder.addWidget(self._body)
        self._holder = QWidget()
        self._holder.setLayout(holder)
        column.addWidget(self._holder)
        self._holder.hide()
        self.show_summary()

    def set_open(self, open_: bool) -> None:
        """Open or close; what stands in it is made when it is first opened."""
        if open_ and not self._filled:
            self._filled = True
            self._placed.fill(self._fields, self._group.items, self.row, "table-list" in self._group.appearance.split())
        self._open = open_
        self._holder.setVisible(open_)
        self._caret.set_icon("caret-up" if open_ else "caret-down")
        self._show_tools()
        self.show_summary()
        self.grown.emit()

    def _duplicate(self) -> None:
        """A copy after this one, open, with the caret in it."""
        row = self._session.copy_row(self.row)
        copy = self._box.cards.get(row)
        if copy is not None:
            self.set_open(False)
            copy.focus_first()

    def _remove(self) -> None:
        self._box.remove_row(self.row)

    @property
    def _box(self) -> RepeatBox:
        """All the rows this is one of."""
        return self._placed.repeats[self.row[: self.row.rfind("[")]]

    def focus_first(self) -> None:
        """The caret into the first field."""
        self.set_open(True)
        inside = (box for path, box in self._placed.boxes.items() if path.startswith(self.row) and not box.isHidden())
        box = next(inside, None)
        if box is not None:
            box.focus()

    def show_summary(self) -> None:
        """The first answers in the head."""
        asking = self._placed.asking
        if self._thumbnail is not None:
            self._thumbnail.show_value(self._session.values.get(self._file))
        said: list[str] = []
        asked = list(_asked(self._group, self.row))
        if self._file:  # a file is known by its title, whatever its kind
            named = next((each for each in asked if each[1].kind is Kind.TEXT), None)
            asked.sort(key=lambda each: each is not named)
        for path, _ in asked:
            value = self._session.values.get(path)
            if not is_empty(value):
                said.append(names.value(asking.form, path, value, asking.lang))
            if len(said) == 3:
                break
        self.called = said[0] if said else ""
        self._title.setText(self.called or self._untitled())
        self._summary.setText("".join(f"· {word} " for word in said[1:]) if not self._open or len(said) > 1 else "")
        name = ", ".join(said) or self._untitled()
        self.setAccessibleName(name)
        for button, does in self._does.items():
            button.setAccessibleName(f"{does}: {name}")
        if not self._group.count:
            self.handle.setAccessibleName(self.tr("Move {name}").format(name=name))

    def _untitled(self) -> str:
        if not self._group.count:
            return self.tr("New row")
        rows = self._session.record.rows(self.row[: self.row.rfind("[")])
        return str(rows.index(self.row) + 1) if self.row in rows else ""

    def _show_tools(self) -> None:
        for tool in self._tools:
            tool.setVisible(self._open or self.underMouse() or self.hasFocus())

    def enterEvent(self, event: QEnterEvent) -> None:
        """Show the tools."""
        self._show_tools()

    def leaveEvent(self, event: QEvent) -> None:
        """Hide them again."""
        self._show_tools()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """A card can be reached by Tab."""
        super().focusInEvent(event)
        self._show_tools()
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """And left."""
        super().focusOutEvent(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressing the head opens and closes."""
        if event.position().y() <= self._head.height():
            self.set_open(not self._open)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Delete removes, Alt Shift arrows move."""
        moves = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if event.key() in moves and event.modifiers() & both == both and not self._group.count:
            self._session.move_row(self.row, moves[event.key()])
        elif not self.hasFocus():
            super().keyPressEvent(event)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self.set_open(not self._open)
        elif event.key() == Qt.Key.Key_Delete and not self._group.count:
            self._remove()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The frame."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        focus = self.hasFocus()
        ink = "accent" if focus else "ctl" if self._open else "line"
        painter.setPen(QPen(theme.colour(ink), 2 if focus else 1))
        painter.setBrush(theme.colour("base"))
        edge = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)


def _asked(group: Group, row: str) -> Iterator[tuple[str, Field]]:
    """The questions of a row that its head may name it by, groups in it included, repeats and files not."""
    for item in group.items:
        if isinstance(item, Group):
            if not item.repeat:
                yield from _asked(item, row)
        elif item.answered and item.kind not in (Kind.FILE, Kind.ACKNOWLEDGE) and "masked" not in item.appearance:
            yield path_in(item.template, row), item
