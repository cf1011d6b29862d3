"""Sections of the form on a page: one, or all under one another. Heading, fields, groups, repeats; notes in the gutter beside them."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Set

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget
from shiboken6 import isValid

from seeddesk.domain.form import Section
from seeddesk.domain.paths import rows_of, template_of
from seeddesk.gui import theme
from seeddesk.gui.editor import tab_order
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.field_box import MoreHelp, Question
from seeddesk.gui.editor.media import MediaBox
from seeddesk.gui.editor.notes import Note, Notes, problem
from seeddesk.gui.editor.placing import Placed
from seeddesk.gui.editor.sections_list import is_hidden
from seeddesk.gui.turns import WhenRoom
from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

MARGIN, FORM, WIDE_FORM, GAP = 32, 632, 720, 24
SLICE = 0.004  # seconds of making questions in one go: showing and laying them out takes as long again
BETWEEN = 40  # pixels between two sections in one scroll


class SectionView(QScrollArea):
    """`focused`: the path of the field the caret went to · `reached`: the number of the section at the top, as the person scrolls.

    sections: by their number in the form. Their questions are made a few at a time, so that the window never stands still, or when they are needed.
    """

    focused = Signal(str)
    reached = Signal(int)

    def __init__(self, sections: Mapping[int, Section], asking: Asking, core_only: bool) -> None:
        super().__init__()
        self._asking, self._session = asking, asking.session
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._place_notes)
        self.placed = Placed(asking, core_only, self)
        self.placed.focused.connect(self.focused)
        self.placed.left.connect(self._judge)
        self.placed.grown.connect(self._noting.start)
        self._ordering = QTimer(self, singleShot=True, interval=0)
        self._ordering.timeout.connect(lambda: tab_order.follow(self._page))
        self.placed.grown.connect(self._ordering.start)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setProperty("bare", "true")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(MARGIN, 20, 0, 64)
        column.setSpacing(0)
        self._form = QWidget()
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(BETWEEN)
        self._blocks: dict[int, _Block] = {}
        for number, section in sections.items():
            block = self._blocks[number] = _Block(section, self.placed, keys=not self._blocks)
            inner.addWidget(block)
        self._several = len(self._blocks) > 1
        self._held: int | None = None  # the section to keep at the top while others are made
        self._pinned: tuple[QWidget, int] | None = (
            None  # what to keep in its place meanwhile: a widget and its height on the screen
        )
        self._scrolling = False
        column.addWidget(self._form)
        self.onward = Button("", Look.PLAIN, "arrow-down", "Alt+Down", height=40)
        self.onward.hide()
        column.addSpacing(GAP)
        column.addWidget(self.onward)
        column.addStretch(1)
        self.setWidget(self._page)
        self._notes = Notes(self._page)
        self._form.installEventFilter(self)
        self._rest = WhenRoom(self, self._fill_next)
        self._wanted: tuple[str, int] | None = None  # where the caret goes once it is made: path, number of a section
        self.placed.focused.connect(self._caret_came)
        if self._several:
            self.verticalScrollBar().valueChanged.connect(self._scrolled)
            self.verticalScrollBar().rangeChanged.connect(self._hold_still)
        self._rest.start()

    @property
    def whole(self) -> bool:
        """Whether everything on the page is made."""
        return all(block.filled for block in self._blocks.values())

    def _fill_next(self) -> None:
        """As many questions as a moment allows; what is in sight stays where it is."""
        order = sorted(self._blocks, key=lambda number: number != self._held)  # the one to be read first
        waiting = next((self._blocks[number] for number in order if not self._blocks[number].filled), None)
        if waiting is None:
            self._rest.stop()
            self._held = self._pinned = None
            self.show_onward()
            return
        if self._several and self._held is None and self._pinned is None:
            self._pin()
        until = time.perf_counter() + SLICE
        while waiting.advance() and time.perf_counter() < until:
            pass
        self._judge()
        if self._several:
            self._lay_out()
            self._hold_still()
        if self._wanted is not None and (waiting.filled or self._is_made(*self._wanted)):
            (path, number), self._wanted = self._wanted, None
            if not self._focus_now(path, number):
                self._focus_now("", number)

    def show_onward(self) -> None:
        """The way on, where there is one, below all questions."""
        self.onward.setVisible(bool(self.onward.text()) and not self._rest.active)

    def _pin(self) -> None:
        self._lay_out()
        mine = self._anchor()
        self._pinned = (mine, mine.mapTo(self.viewport(), QPoint(0, 0)).y()) if mine is not None else None

    def _caret_came(self) -> None:
        self._wanted = None  # the person is somewhere already

    def _hold_still(self) -> None:
        """The page grew while sections are being made."""
        if self._held is not None:
            self._to_top(self._held)
        elif self._pinned is not None and isValid(self._pinned[0]):  # a row may go meanwhile, the field in it too
            mine, before = self._pinned
            self._scroll(self.verticalScrollBar().value() + mine.mapTo(self.viewport(), QPoint(0, 0)).y() - before)

    def _scroll(self, value: int) -> None:
        """Scroll without taking it for the person's doing."""
        self._scrolling = True
        self.verticalScrollBar().setValue(value)
        self._scrolling = False

    def show_section(self, number: int) -> None:
        """Scroll a section to the top."""
        if self._several and number in self._blocks:
            self._held = number if self._rest.active else None
            self._to_top(number)

    def _to_top(self, number: int) -> None:
        self._lay_out()
        top = self._blocks[number].mapTo(self._page, QPoint(0, 0)).y() - 20
        self._scroll(top if number != next(iter(self._blocks)) else 0)

    def _scrolled(self) -> None:
        if self._scrolling:
            return
        self._held = self._pinned = None
        top = self.verticalScrollBar().value() + self.viewport().height() // 3
        bar = self.verticalScrollBar()
        if bar.value() == bar.maximum():
            top = self._page.height()
        above = [n for n, block in self._blocks.items() if not block.isHidden() and block.y() + self._form.y() <= top]
        if above:
            self.reached.emit(above[-1])

    def _anchor(self) -> QWidget | None:
        """What must not move on the screen: the focused field, else the section at the top."""
        focused = QApplication.focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            return focused
        if not self._several:
            return None
        top = self.verticalScrollBar().value()
        return next((block for block in self._blocks.values() if block.y() + block.height() > top), None)

    def _lay_out(self) -> None:
        for _ in range(2):  # a child that grew asks its parent, which asks its own
            QApplication.sendPostedEvents(None, QEvent.Type.LayoutRequest)
            self._page.layout().activate()

    def _settle(self, mine: QWidget | None, before: int) -> None:
        if mine is None:
            return
        self._lay_out()
        after = mine.mapTo(self.viewport(), QPoint(0, 0)).y()
        self._scroll(self.verticalScrollBar().value() + after - before)

    def holds(self, number: int) -> bool:
        """Whether a section is on this page."""
        return number in self._blocks

    def box(self, path: str) -> Question | None:
        """The box of a field, opening the cards it lies in."""
        self._fill_for(path)
        for row in rows_of(path):
            repeat = self.placed.repeats.get(row[: row.rfind("[")])
            if repeat is not None and path not in self.placed.boxes:
                repeat.open_row(row)
        return self.placed.boxes.get(path)

    def _fill_for(self, path: str) -> None:
        """What a path needs is made now, if it is on this page."""
        field = self._asking.form.field(template_of(path))
        for block in self._blocks.values():
            if not block.filled and (field is None or field.section == block.section.name):
                while not self._is_made(path) and block.advance():
                    pass
                self._judge()

    def _is_made(self, path: str, number: int = -1) -> bool:
        """Whether the caret could go to a path; with none, whether it could go into a section."""
        if path:
            repeats = (row[: row.rfind("[")] for row in rows_of(path))
            return path in self.placed.boxes or next(repeats, path) in self.placed.repeats
        return self._first(number) is not None

    def _first(self, number: int) -> Question | None:
        name = self._blocks[number].section.name if self._several and number in self._blocks else None
        return next((box for box in self.boxes() if not box.isHidden() and name in (None, box.field.section)), None)

    def boxes(self) -> Iterator[Question]:
        """Every field made so far."""
        yield from self.placed.boxes.values()

    def focus(self, path: str = "", number: int = -1) -> bool:
        """The caret into a field (the first of a section when none is named), scrolled into sight, once it is made. False when it is not here."""
        if not self._is_made(path, number) and not self.whole:
            self._wanted = (path, number)
            return True
        return self._focus_now(path, number)

    def _focus_now(self, path: str, number: int) -> bool:
        box = self.box(path) if path else self._first(number)
        repeat = self.placed.repeats.get(path)
        if box is None and repeat is not None:
            self.ensureWidgetVisible(repeat, 0, 80)
            repeat.add.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if box is None:
            return False
        if path:
            self._held = None
        box.focus()
        QTimer.singleShot(0, box, lambda: self._show_box(box))
        return True

    def _show_box(self, box: Question) -> None:
        self._scrolling = True
        self.ensureWidgetVisible(box, 0, 80)
        self._scrolling = False
        if self._pinned is not None:
            self._pinned = (box, box.mapTo(self.viewport(), QPoint(0, 0)).y())

    def add_row(self, near: str) -> None:
        """Ctrl Enter: a row more in the innermost repeat of the focused field, else in the section's first."""
        rows = rows_of(near)
        repeat = self.placed.repeats.get(rows[-1][: rows[-1].rfind("[")]) if rows else None
        if repeat is None:
            repeat = next(iter(self.placed.repeats.values()), None)
        if repeat is not None:
            repeat.add_row()

    def begin_anew(self) -> None:
        """Another practice of the same form stands here now."""
        focused = QApplication.focusWidget()
        if focused is not None and self._page.isAncestorOf(focused):
            focused.clearFocus()
        self._wanted = None
        for repeat in [repeat for path, repeat in self.placed.repeats.items() if "[" not in path]:
            repeat.show_rows()
        for box in list(self.placed.boxes.values()):
            box.begin_anew()
        self.judge()
        self.verticalScrollBar().setValue(0)

    def show_values(self, paths: set[str]) -> None:
        """Values changed otherwise than by typing here."""
        for path in paths & self.placed.boxes.keys():
            self.placed.boxes[path].refresh()
        for repeat in list(self.placed.repeats.values()):
            if any(path.startswith(repeat.path + "[") for path in paths):
                repeat.refresh_summaries(paths)

    def show_rows(self, repeat: str) -> None:
        """Rows came, went or moved."""
        if repeat in self.placed.repeats:
            self.placed.repeats[repeat].show_rows(told=True)

    def judge(self, paths: Set[str] | None = None) -> None:
        """After the logic ran: show and hide, without moving the field that has the focus; say words, choices and problems anew.

        paths: what may have changed; None: everything.
        """
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        placed = self.placed
        mine = self._anchor()
        before = mine.mapTo(self.viewport(), QPoint(0, 0)).y() if mine is not None else 0
        moved = False
        mentioned = [path for path in placed.boxes if paths is None or path in paths]
        for path in mentioned:
            placed.boxes[path].follow()
        for path in list(placed.repeats) if paths is None else [path for path in placed.repeats if path in paths]:
            placed.repeats[path].say()
        for path, (_, say) in placed.words.items():
            if paths is None or path in paths:
                say()
        for block in self._blocks.values():
            if paths is None or "" in paths or block.section.name in paths:
                block.say_title()
            wanted = not (self._several and is_hidden(block.section, evaluation))
            if block.isHidden() == wanted:
                block.setVisible(wanted)
                moved = True
        shown: list[tuple[str, QWidget]] = [(path, placed.boxes[path]) for path in mentioned]
        shown += placed.repeats.items()
        shown += [(path, widget) for path, (widget, _) in placed.words.items()]
        for path, widget in shown:
            wanted = path not in evaluation.hidden
            if widget.isHidden() == wanted:
                widget.setVisible(wanted)
                moved = True
        for grid in placed.grids:
            some = any(not row.isHidden() for row in grid.rows)
            if grid.isHidden() == some:
                grid.setVisible(some)
                moved = True
        for repeat in placed.repeats.values():
            repeat.judge()
        if moved:
            self._settle(mine, before)
        for repeat in placed.repeats.values():
            repeat.refresh_summaries(None if paths is None else set(paths))
        self._judge()

    def _judge(self) -> None:
        """Problems of fields the person has left; the one being typed in is left in peace."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        problems: dict[str, str] = {}
        for found in evaluation.problems:
            lang = self._asking.lang if found.texts else self._asking.desk.lang
            problems.setdefault(found.path, found.message(lang))
        for path in evaluation.missing:
            box = self.placed.boxes.get(path)
            if box is not None and box.touched and box.field.required_message:
                problems.setdefault(path, self._asking.words(path, box.field.required_message))
        inside = not self._has_gutter
        focused = QApplication.focusWidget()
        for path, box in self.placed.boxes.items():
            typing = focused is not None and box.isAncestorOf(focused)
            box.show_problem("" if typing and not box.problem.text() else problems.get(path, ""), inside)
        if not self._noting.isActive():  # else every piece that is made would put it off
            self._noting.start()

    @property
    def _has_gutter(self) -> bool:
        return self.viewport().width() >= MARGIN + theme.scaled(FORM) + GAP + theme.scaled(Notes.LEAST) + 8

    def say_notes(self) -> None:
        """What is said beside the fields is another now."""
        self._noting.start()

    def _place_notes(self) -> None:
        self._page.layout().activate()  # after a resize the fields are still where they were
        beside = self._has_gutter
        notes: list[tuple[int, Note]] = []
        for box in list(self.boxes()):
            mine = self._asking.notes_of(box.path) if box.isVisibleTo(self._page) else ()
            box.show_notes(() if beside else mine)
            if beside and box.isVisibleTo(self._page):
                found = (*((problem(box.problem.text()),) if box.problem.text() else ()), *mine)
                y = box.mapTo(self._page, QPoint(0, 0)).y()
                notes += ((y, note) for note in found)
        left = self._form.x() + self._form.width() + GAP
        width = max(0, min(theme.scaled(Notes.MOST), self.viewport().width() - left - 8))
        self._notes.show_notes(sorted(notes, key=lambda each: each[0]), left, width)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form keeps its width; the gutter goes first."""
        super().resizeEvent(event)
        room = self.viewport().width() - MARGIN
        wanted = theme.scaled(WIDE_FORM if self.window().width() >= 1600 else FORM)
        beside = GAP + theme.scaled(Notes.LEAST) + 8 if self._has_gutter else MARGIN - 12
        self._form.setFixedWidth(max(320, min(wanted, room - beside)))
        self._judge()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form grew: notes follow their fields."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._noting.start()
        return False


class _Block(QWidget):
    """One section: its heading at once, its questions with `fill`."""

    def __init__(self, section: Section, placed: Placed, keys: bool) -> None:
        super().__init__()
        self.section, self._placed = section, placed
        self.filled = False
        self._steps: Iterator[None] | None = None
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(16)
        head = QHBoxLayout()
        head.setSpacing(16)
        self._title = Text("", "title", wrap=True)
        head.addWidget(self._title, 1)
        if keys and theme.roomy():
            hint = Keys([("Alt", ""), ("Up", ""), ("Down", self.tr("change section"))])
            head.addWidget(hint, 0, Qt.AlignmentFlag.AlignVCenter)
        self._column.addLayout(head)
        self.say_title()

    def say_title(self) -> None:
        """The section's name may quote answers."""
        title = self._placed.asking.words("", self.section.label, self.section.name)
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def advance(self) -> bool:
        """Put one more thing in. False when that was all."""
        if self._steps is None:
            self._steps = self._make()
        if not self.filled:
            self.filled = next(self._steps, self) is self
        return not self.filled

    def _make(self) -> Iterator[None]:
        section, asking, column = self.section, self._placed.asking, self._column
        hint = asking.words("", section.hint)
        if hint:
            column.addWidget(Text(hint, ink="text2", wrap=True))
        if section.media:
            column.addWidget(MediaBox(section.media, self._title.text(), asking))
        if section.guidance:
            column.addWidget(MoreHelp(asking.words("", section.guidance), self._title.text()))
        body = QWidget()
        column.addWidget(body)
        yield from self._placed.steps(TwoColumns(body), section.items, table="table-list" in section.appearance.split())
