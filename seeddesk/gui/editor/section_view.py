"""One section of the form on its page: heading, fields, groups, repeats; notes in the gutter beside it."""

from __future__ import annotations

from collections.abc import Iterator, Set

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Section
from seeddesk.domain.paths import rows_of
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.editor.field_box import MoreHelp, Question
from seeddesk.gui.editor.media import MediaBox
from seeddesk.gui.editor.notes import Notes
from seeddesk.gui.editor.placing import Placed
from seeddesk.gui.widgets.text import Text

MARGIN, FORM, WIDE_FORM, GAP, GUTTER = 32, 632, 720, 24, 232


class SectionView(QScrollArea):
    """`focused`: the path of the field the caret went to."""

    focused = Signal(str)

    def __init__(self, section: Section, asking: Asking, core_only: bool) -> None:
        super().__init__()
        self.section = section
        self._asking, self._session = asking, asking.session
        self._noting = QTimer(self, singleShot=True, interval=0)
        self._noting.timeout.connect(self._place_notes)
        self.placed = Placed(asking, core_only, self)
        self.placed.focused.connect(self.focused)
        self.placed.left.connect(self._judge)
        self.placed.grown.connect(self._noting.start)
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
        self._title = Text("", "title", wrap=True)
        inner.addWidget(self._title)
        hint = asking.words("", section.hint)
        if hint:
            inner.addWidget(Text(hint, ink="text2", wrap=True))
        if section.media:
            inner.addWidget(MediaBox(section.media, self._title.text(), asking))
        if section.guidance:
            inner.addWidget(MoreHelp(asking.words("", section.guidance), self._title.text()))
        body = QWidget()
        self.placed.fill(TwoColumns(body), section.items, table="table-list" in section.appearance.split())
        inner.addWidget(body)
        column.addWidget(self._form)
        column.addStretch(1)
        self.setWidget(self._page)
        self._notes = Notes(self._page)
        self._form.installEventFilter(self)
        self._say_title()

    def _say_title(self) -> None:
        title = self._asking.words("", self.section.label, self.section.name)
        self._title.setText(title)
        self._title.setVisible(bool(title))

    def box(self, path: str) -> Question | None:
        """The box of a field, opening the cards it lies in."""
        for row in rows_of(path):
            repeat = self.placed.repeats.get(row[: row.rfind("[")])
            if repeat is not None and path not in self.placed.boxes:
                repeat.open_row(row)
        return self.placed.boxes.get(path)

    def boxes(self) -> Iterator[Question]:
        """Every field made so far."""
        yield from self.placed.boxes.values()

    def focus(self, path: str = "") -> bool:
        """The caret into a field (the first when none is named), scrolled into sight. False when it is not here."""
        box = self.box(path) if path else next((box for box in self.boxes() if not box.isHidden()), None)
        repeat = self.placed.repeats.get(path)
        if box is None and repeat is not None:
            self.ensureWidgetVisible(repeat, 0, 80)
            repeat.add.setFocus(Qt.FocusReason.TabFocusReason)
            return True
        if box is None:
            return False
        box.focus()
        QTimer.singleShot(0, box, lambda: self.ensureWidgetVisible(box, 0, 80))
        return True

    def add_row(self, near: str) -> None:
        """Ctrl Enter: a row more in the innermost repeat of the focused field, else in the section's first."""
        rows = rows_of(near)
        repeat = self.placed.repeats.get(rows[-1][: rows[-1].rfind("[")]) if rows else None
        if repeat is None:
            repeat = next(iter(self.placed.repeats.values()), None)
        if repeat is not None:
            repeat.add_row()

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
            self.placed.repeats[repeat].show_rows()

    def judge(self, paths: Set[str] | None = None) -> None:
        """After the logic ran: show and hide, without moving the field that has the focus; say words, choices and problems anew.

        paths: what may have changed; None: everything.
        """
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        placed = self.placed
        focused = QApplication.focusWidget()
        mine = focused if focused is not None and self._page.isAncestorOf(focused) else None
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
        if paths is None or "" in paths or self.section.name in paths:
            self._say_title()
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
        if moved and mine is not None:
            self._page.layout().activate()
            QApplication.sendPostedEvents(self._page, QEvent.Type.LayoutRequest)
            after = mine.mapTo(self.viewport(), QPoint(0, 0)).y()
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + after - before)
        for repeat in placed.repeats.values():
            repeat.refresh_summaries(None if paths is None else set(paths))
        self._judge()

    def _judge(self) -> None:
        """Problems of fields the person has left; the one being typed in is left in peace."""
        evaluation = self._session.evaluation
        if evaluation is None:
            return
        problems: dict[str, str] = {}
        for problem in evaluation.problems:
            problems.setdefault(
                problem.path, problem.message(self._asking.lang if problem.texts else self._asking.desk.lang)
            )
        for path in evaluation.missing:
            box = self.placed.boxes.get(path)
            if box is not None and box.touched and box.field.required_message:
                problems.setdefault(path, self._asking.words(path, box.field.required_message))
        inside = not self._has_gutter
        focused = QApplication.focusWidget()
        for path, box in self.placed.boxes.items():
            typing = focused is not None and box.isAncestorOf(focused)
            box.show_problem("" if typing and not box.problem.text() else problems.get(path, ""), inside)
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
        for box in self.boxes():
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
