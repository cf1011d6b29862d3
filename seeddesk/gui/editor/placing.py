"""Questions, groups, repeats and notes put on a page as the form has them, and found again by their path.

A section and every card of a repeat are filled the same way, so that repeats nest as deep as the form goes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.paths import path_in
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.cards import RepeatBox
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.field_box import FieldBox, MoreHelp, Question
from seeddesk.gui.editor.grid import MOST, GridBox, GridRow, parts
from seeddesk.gui.editor.media import MediaBox
from seeddesk.gui.widgets.text import Text

MANY = 8  # choices
UNASKED = (Kind.HIDDEN, Kind.LOG)


class Placed(QObject):
    """What stands on one page. boxes: questions · repeats: by path · words: notes and headings by path, each with what says its words anew.

    `focused`: the path of a question the caret went to · `left`: a question was left · `grown`: cards came or went.
    """

    focused = Signal(str)
    left = Signal()
    grown = Signal()

    def __init__(self, asking: Asking, core_only: bool, parent: QObject) -> None:
        super().__init__(parent)
        self.asking, self._core_only = asking, core_only
        self.boxes: dict[str, Question] = {}
        self.repeats: dict[str, RepeatBox] = {}
        self.words: dict[str, tuple[QWidget, Callable[[], None]]] = {}
        self.grids: list[GridBox] = []
        # Once for the page: a filter on each of its inputs would be asked about all that happens to any, most of it while they are laid out.
        QApplication.instance().focusChanged.connect(self._focus_moved)

    def _focus_moved(self, before: QWidget | None, now: QWidget | None) -> None:
        """Tell the page which question has the focus, and one that it was left: ticks and chips cannot say so of themselves."""
        left, box = self._question(before), self._question(now)
        if left is not None and now is not None and left is not box:
            left.was_left()
        if box is not None:
            self.asking.session.time_spent.look(box.field.template)
            self.focused.emit(box.path)

    def _question(self, widget: QWidget | None) -> Question | None:
        """The question on this page that a widget belongs to."""
        while widget is not None and not isinstance(widget, Question):
            widget = widget.parentWidget()
        return widget if isinstance(widget, Question) and self.boxes.get(widget.path) is widget else None

    def fill(self, layout: TwoColumns, items: tuple[Field | Group, ...], row: str = "", table: bool = False) -> None:
        """Put items into a layout. row: the row of a repeat they belong to, ``""`` outside · table: their group shows choices as a table."""
        for _ in self.steps(layout, items, row, table):
            pass

    def steps(
        self, layout: TwoColumns, items: tuple[Field | Group, ...], row: str = "", table: bool = False
    ) -> Iterator[None]:
        """The same, one thing at a time: a whole section takes longer than a window may stand still."""
        for part in parts(items, table):
            if isinstance(part, tuple):
                yield from self._grid(layout, part, row)
            elif isinstance(part, Field):
                yield from self._field(layout, part, row)
            elif part.repeat:
                self._repeat(layout, part, row)
            elif part.shown:
                if not self._core_only:
                    self._heading(layout, part, row)
                yield from self.steps(layout, part.items, row, "table-list" in part.appearance.split())
            yield

    def forget(self, row: str) -> None:
        """A row's card is gone, and everything in it."""
        for known in (self.boxes, self.repeats, self.words):
            for path in [path for path in known if path.startswith(row)]:
                del known[path]
        self.grids = [grid for grid in self.grids if not any(line.path.startswith(row) for line in grid.rows)]

    def _left_out(self, item: Field | Group) -> bool:
        return self._core_only and not (self.asking.needed(item) if isinstance(item, Field) else item.core)

    def _field(self, layout: TwoColumns, field: Field, row: str) -> Iterator[None]:
        if field.kind in UNASKED:
            return
        path = path_in(field.template, row)
        if field.kind is Kind.NOTE:
            if not self._core_only:
                self._note(layout, field, path)
        elif not self._left_out(field) or row:
            box = FieldBox(field, path, self.asking)
            if len(self.asking.form.lists.get(field.choices, ())) > MANY:
                yield  # making a long list of choices and showing it are each a turn of the window
            self._know(box)
            self._place(layout, path, box, box.half)

    def _know(self, box: Question) -> None:
        box.left.connect(self.left)
        self.boxes[box.path] = box
        box.refresh()

    def _place(self, layout: TwoColumns, path: str, widget: QWidget, half: bool = False) -> None:
        """Shown or hidden at once: until Qt shows what is new in a layout by itself, everything passes for hidden."""
        layout.place(widget, half)
        self._show(path, widget)

    def _show(self, path: str, widget: QWidget) -> None:
        evaluation = self.asking.session.evaluation
        widget.setVisible(evaluation is None or path not in evaluation.hidden)

    def _grid(self, layout: TwoColumns, fields: tuple[Field, ...], row: str) -> Iterator[None]:
        choices = self.asking.form.lists.get(fields[0].choices, ())
        asked = [field for field in fields if "label" not in field.appearance.split() and not self._left_out(field)]
        if len(choices) > MOST:
            for field in asked:
                yield from self._field(layout, field, row)
            return
        heads = [field for field in fields if "label" in field.appearance.split()]
        path = path_in(fields[0].template, row)
        head = self.asking.words(path, heads[0].label) if heads else ""
        grid = GridBox(choices, path, self.asking, head)
        for field in asked:
            box = GridRow(field, path_in(field.template, row), self.asking, choices)
            grid.add(box)
            self._know(box)
            self._show(box.path, box)
        self.grids.append(grid)
        layout.place(grid, False)
        grid.setVisible(any(not row.isHidden() for row in grid.rows))

    def _note(self, layout: TwoColumns, field: Field, path: str) -> None:
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        words = Text("", ink="text2", wrap=True)
        column.addWidget(words)

        def say() -> None:
            text = self.asking.words(path, field.label)
            words.setText(text)
            words.setVisible(bool(text))

        say()
        hint = self.asking.words(path, field.hint)
        if hint:
            column.addWidget(Text(hint, "hint", "text3", wrap=True))
        if field.media:
            column.addWidget(MediaBox(field.media, words.text(), self.asking))
        if field.guidance:
            column.addWidget(MoreHelp(self.asking.words(path, field.guidance), words.text()))
        self.words[path] = (holder, say)
        self._place(layout, path, holder)

    def _heading(self, layout: TwoColumns, group: Group, row: str) -> None:
        path = path_in(group.template, row)
        holder = QWidget()
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 8, 0, 0)
        column.setSpacing(4)
        words = Text("", "heading", wrap=True)
        column.addWidget(words)

        def say() -> None:
            words.setText(self.asking.words(path, group.label))

        say()
        hint = self.asking.words(path, group.hint)
        if hint:
            column.addWidget(Text(hint, "hint", "text3", wrap=True))
        if group.media:
            column.addWidget(MediaBox(group.media, words.text(), self.asking))
        if words.text() or hint or group.media:
            self.words[path] = (holder, say)
            self._place(layout, path, holder)
        else:
            holder.deleteLater()

    def _repeat(self, layout: TwoColumns, group: Group, row: str) -> None:
        if not group.shown or (self._left_out(group) and not row):
            return
        box = RepeatBox(group, path_in(group.path, row), self)
        self.repeats[box.path] = box
        self._place(layout, box.path, box)
