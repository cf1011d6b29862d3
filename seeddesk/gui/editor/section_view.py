"""One section of the form on its page: heading, fields, groups, repeats; notes in the gutter beside it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Group, Kind, Section, pick
from seeddesk.domain.paths import rows_of
from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.cards import RepeatBox
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.field_box import FieldBox
from seeddesk.gui.editor.notes import Notes
from seeddesk.gui.editor.session import Session
from seeddesk.gui.widgets.text import Text

MARGIN, FORM, WIDE_FORM, GAP, GUTTER = 32, 632, 720, 24, 232


class SectionView(QScrollArea):
    """`focused`: the path of the field the caret went to."""

    focused = Signal(str)

    def __init__(self, section: Section, number: int, session: Session, desk: Desk, core_only: bool) -> None:
        super().__init__()
        self.section = section
        self._session, self._desk = session, desk
        self._core_only = core_only
        self._boxes: dict[str, FieldBox] = {}
        self._repeats: dict[str, RepeatBox] = {}
        self._groups: dict[str, QWidget] = {}
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._page = QWidget()
        self._page.setProperty("bare", "true")
        column = QVBoxLayout(self._page)
        column.setContentsMargins(MARGIN, 20, MARGIN, 64)
        column.setSpacing(0)
        self._form = QWidget()
        inner = QVBoxLayout(self._form)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(16)
        inner.addWidget(Text(pick(section.label, desk.lang, section.name), "title"))
        hint = pick(section.hint, desk.lang)
        if hint:
            inner.addWidget(Text(hint, ink="text2", wrap=True))
        self._body = QWidget()
        self._fields = TwoColumns(self._body)
        self._fill(section.items)
        inner.addWidget(self._body)
        column.addWidget(self._form)
        column.addStretch(1)
        self.setWidget(self._page)
        self._notes = Notes(self._page)
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._place_notes)
        self._form.installEventFilter(self)
        self._problems: dict[str, str] = {}

    def _fill(self, items: tuple[Field | Group, ...]) -> None:
        for item in items:
            if isinstance(item, Field):
                if item.kind is Kind.HIDDEN or (self._core_only and not item.core):
                    continue
                if item.kind is Kind.NOTE:
                    note = Text(pick(item.label, self._desk.lang, item.template), ink="text2", wrap=True)
                    self._groups[item.template] = note
                    self._fields.place(note, False)
                    continue
                box = self._make(item, item.template)
                self._fields.place(box, box.half)
            elif item.repeat:
                if self._core_only and not item.core:
                    continue
                repeat = RepeatBox(item, self._session, self._desk, self._make)
                repeat.grown.connect(self._noting_later)
                self._repeats[item.path] = repeat
                self._fields.place(repeat, False)
            else:
                if not self._core_only:
                    heading = Text(pick(item.label, self._desk.lang, item.template), "heading")
                    heading.setContentsMargins(0, 8, 0, 0)
                    self._groups[item.template] = heading
                    self._fields.place(heading, False)
                self._fill(item.items)

    def _noting_later(self) -> None:
        if hasattr(self, "_noting"):
            self._noting.start()

    def _make(self, field: Field, path: str) -> FieldBox:
        box = FieldBox(field, path, self._session, self._desk)
        box.focused.connect(self.focused)
        box.left.connect(self._judge)
        self._boxes[path] = box
        box.destroyed.connect(lambda _=None, path=path: self._boxes.pop(path, None))
        box.refresh()
        if self._session.evaluation is not None and path in self._session.evaluation.hidden:
            box.hide()
        return box

    def box(self, path: str) -> FieldBox | None:
        """The box of a field, opening its card when it lies in one."""
        for row in rows_of(path):
            repeat = self._repeats.get(row[: row.rfind("[")])
            if repeat is not None:
                repeat.open_row(row)
        return self._boxes.get(path)

    def boxes(self) -> Iterator[FieldBox]:
        """Every field made so far."""
        yield from self._boxes.values()

    def focus(self, path: str = "") -> bool:
        """The caret into a field (the first when none is named), scrolled into sight. False when it is not here."""
        if path in self._repeats:
            repeat = self._repeats[path]
            self.ensureWidgetVisible(repeat, 0, 80)
            repeat.add.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        box = self.box(path) if path else next((box for box in self._boxes.values() if not box.isHidden()), None)
        if box is None:
            return False
        box.focus()
        QTimer.singleShot(0, box, lambda: self.ensureWidgetVisible(box, 0, 80))
        return True

    def add_row(self, near: str) -> None:
        """Ctrl Enter: a row more in the repeat of the focused field, else in the section's first."""
        rows = rows_of(near)
        repeat = self._repeats.get(rows[0][: rows[0].rfind("[")]) if rows else next(iter(self._repeats.values()), None)
        if repeat is not None:
            repeat.add_row()

    def show_values(self, paths: set[str]) -> None:
        """Values changed otherwise than by typing here."""
        for path in paths & self._boxes.keys():
            self._boxes[path].refresh()
        for repeat in self._repeats.values():
            if any(path.startswith(repeat.path + "[") for path in paths):
                repeat.refresh_summaries()

    def show_rows(self, repeat: str) -> None:
        """Rows came, went or moved."""
        if repeat in self._repeats:
            self._repeats[repeat].show_rows()

    def judge(self) -> None:
        """After the logic ran: show and hide, without moving the field that has the focus; say problems."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        focused = QApplication.focusWidget()
        mine = focused if focused is not None and self._page.isAncestorOf(focused) else None
        before = mine.mapTo(self.viewport(), QPoint(0, 0)).y() if mine is not None else 0
        moved = False
        for path, box in self._boxes.items():
            wanted = path not in evaluation.hidden
            if box.isHidden() == wanted:
                box.setVisible(wanted)
                moved = True
        for path, widget in (*self._repeats.items(), *self._groups.items()):
            wanted = path not in evaluation.hidden
            if widget.isHidden() == wanted:
                widget.setVisible(wanted)
                moved = True
        if moved and mine is not None:
            self._page.layout().activate()
            QApplication.sendPostedEvents(self._page, QEvent.Type.LayoutRequest)
            after = mine.mapTo(self.viewport(), QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + after - before)
        for repeat in self._repeats.values():
            repeat.refresh_summaries()
        self._judge()

    def _judge(self) -> None:
        """Problems of fields the person has left; the one being typed in is left in peace."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        self._problems = {}
        for problem in evaluation.problems:
            self._problems.setdefault(problem.path, problem.message(self._desk.lang))
        inside = not self._has_gutter
        for path, box in self._boxes.items():
            typing = box.isAncestorOf(QApplication.focusWidget()) if QApplication.focusWidget() is not None else False
            box.show_problem("" if typing and not box.problem.text() else self._problems.get(path, ""), inside)
        self._noting.start()

    @property
    def _has_gutter(self) -> bool:
        return self.viewport().width() >= 2 * MARGIN + FORM + GAP + GUTTER - 8

    def _place_notes(self) -> None:
        if not self._has_gutter:
            self._notes.show_notes([], 0)
            return
        left = self._form.x() + self._form.width() + GAP
        notes = []
        for box in self._boxes.values():
            if box.problem.text() and box.isVisibleTo(self._page):
                notes.append((box.mapTo(self._page, QPoint(0, 0)).y(), box.problem.text()))
        self._notes.show_notes(sorted(notes), left)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The form keeps its width; the gutter goes first."""
        super().resizeEvent(event)
        room = self.viewport().width() - 2 * MARGIN
        wanted = WIDE_FORM if self.window().width() >= 1600 else FORM
        self._form.setFixedWidth(max(320, min(theme.scaled(wanted), room - (GAP + GUTTER if self._has_gutter else 0))))
        self._judge()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The form grew: notes follow their fields."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self._noting.start()
        return False
