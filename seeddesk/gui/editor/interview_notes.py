"""The notes of an interview: each with the moment its first key was struck, kept within a second, dragged or sent into the open question."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QMimeData, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QDrag, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from seeddesk.domain.form import Field
from seeddesk.domain.values import Value
from seeddesk.gui import theme
from seeddesk.gui.editor.notes_kept import Keeping
from seeddesk.gui.widgets.bars import Keys, Mark
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.gui.desk import Desk
    from seeddesk.services.interview import Interview, Note

KEEP_AFTER = 600  # ms after a note's first unsaved key, as for fields


def stamp(second: int) -> str:
    """``00:12:47``."""
    return f"{second // 3600:02d}:{second // 60 % 60:02d}:{second % 60:02d}"


class NotesPane(QWidget):
    """`sent`: a note a person wants in the open question · `dropped`: one was dragged somewhere, and where · `removed`: one was taken away, with what
    brings it back. seconds: asks the interview's clock · writes: notes are written here, too.
    """

    sent = Signal(object)
    dropped = Signal(object, object)
    removed = Signal(object)

    def __init__(
        self, desk: Desk, seconds: Callable[[], int], label: Callable[[str], str], writes: bool = True
    ) -> None:
        super().__init__()
        self._desk, self._seconds, self._label = desk, seconds, label
        self.practice = ""
        self.notes: list[Note] = []
        self._lines: list[NoteLine] = []
        self._draft: dict[str, Any] = {}  # of the note being written: second, at, and its id once it is kept
        theme.ground(self, "window", "left")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 24, 16)
        column.setSpacing(12)
        head = QHBoxLayout()
        head.addWidget(Text(self.tr("Notes"), "heading"), 1)
        head.addWidget(Keys([("Ctrl+T", self.tr("to the notes and back") if writes else self.tr("to the form"))]))
        column.addLayout(head)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        inner = QWidget()
        inner.setProperty("bare", "true")
        self._column = QVBoxLayout(inner)
        self._column.setContentsMargins(0, 0, 8, 0)
        self._column.setSpacing(12)
        nothing = self.tr("Write a note: SeedDesk puts the time.") if writes else self.tr("No notes were taken yet.")
        self._empty = Text(nothing, ink="text2", wrap=True)
        self._column.addWidget(self._empty)
        self._column.addStretch(1)
        self._area.setWidget(inner)
        column.addWidget(self._area, 1)
        self._moment = Text("", "small", "accent")
        self.line = QLineEdit()
        self.line.setMinimumHeight(theme.scaled(40))
        self.line.setPlaceholderText(self.tr("Write a note, then Enter"))
        self.line.setAccessibleName(self.tr("New note"))
        self.line.textChanged.connect(self._typed)  # not textEdited: a screen reader or dictation sets the text
        self.line.returnPressed.connect(self.finish)
        foot = QWidget()
        writing = QHBoxLayout(foot)
        writing.setContentsMargins(0, 0, 0, 0)
        writing.addWidget(self._moment)
        writing.addWidget(self.line, 1)
        column.addWidget(foot)
        foot.setVisible(writes)
        into = ("Ctrl+I", self.tr("puts the note into the open question"))
        marks = ("F6", self.tr("“to ask”")), ("F7", self.tr("only the time"))
        beside = ("Return", self.tr("puts the note into the field you were in"))
        for keys in ([into], [*marks]) if writes else ([beside],):
            column.addWidget(Keys(keys))
        self._timer = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._timer.timeout.connect(self._keep)
        self.keeping = Keeping(desk, self)

    def turn_to(self, practice: str) -> None:
        """The practice that what is written from now on is about; what was begun for another stays with that one."""
        if practice != self.practice:
            self.finish()
            self._drop_draft()
            self.practice, self.notes = practice, []
            self._show()

    def open_up(self, practice: str, found: Interview) -> None:
        """Show the notes of a practice. One that is being written stays in the line: they take a moment to be read."""
        self.turn_to(practice)
        self.notes = [one for one in found.notes if one.id != self._draft.get("id")]
        self._show()

    def tick(self) -> None:
        """The clock went on: a note not begun yet has the time of now."""
        self._moment.setText(stamp(self._draft.get("second", self._seconds())))

    # -- writing -------------------------------------------------------------------------------------------------------

    def _typed(self, text: str) -> None:
        if not self._draft and not text:
            return
        if not self._draft:
            self._draft = {"second": self._seconds(), "at": _now(), "ask": False}
        self._draft["text"] = text
        if not self._timer.isActive():
            self._timer.start()

    def _keep(self, then: Callable[[Note], None] | None = None) -> None:
        """Keep what the note says now. The first time it is made; the writer's thread knows its id from then on."""
        from seeddesk.services import interview

        self._timer.stop()
        draft, practice, text = self._draft, self.practice, str(self._draft.get("text", ""))

        def write(ws: Any) -> Note:
            if "id" in draft:
                return interview.edit(ws, practice, draft["id"], text)
            made = interview.add(ws, practice, text, draft["second"], draft["at"], draft["ask"])
            draft["id"] = made.id
            return made

        self._write(write, then, text)

    def _write(self, work: Callable[[Any], Note], then: Callable[[Note], None] | None, words: str = "") -> None:
        practice = self.practice

        def kept(note: Note) -> None:
            if then is not None and practice == self.practice:
                then(note)

        self.keeping.write(work, kept, words)

    @property
    def settled(self) -> bool:
        """Whether every note is durable."""
        return self.keeping.settled and not self._timer.isActive()

    def flush(self, then: Callable[[], object]) -> None:
        """Keep what is not kept yet; `then` once it is durable."""
        if self._timer.isActive():
            self._keep()
        self.keeping.flush(then)

    def finish(self) -> None:
        """Enter: the note is one of the list, the line is free for the next."""
        if not self.line.text().strip():
            return
        self._keep(self._put)
        self._drop_draft()
        self.tick()

    def _drop_draft(self) -> None:
        self._timer.stop()
        self._draft = {}
        self.line.clear()

    def mark_time(self) -> None:
        """F7: a note without words."""
        self._draft_free(lambda: self._add("", False))

    def flag(self) -> None:
        """F6: the chosen note, else the one being written, is still to be asked."""
        note = self.chosen
        if self.line.hasFocus() and self.line.text().strip():
            text, second, at = self.line.text(), self._draft["second"], self._draft["at"]
            old = self._draft
            self._drop_draft()
            self._add(text, True, second, at, old)
        elif note is not None:
            self._change(note, ask=not note.ask)

    def _draft_free(self, then: Callable[[], None]) -> None:
        self.finish()
        then()

    def _add(
        self, text: str, ask: bool, second: int | None = None, at: str = "", old: dict[str, Any] | None = None
    ) -> None:
        from seeddesk.services import interview

        practice, begun = self.practice, self._seconds() if second is None else second

        def write(ws: Any) -> Note:
            if old and "id" in old:  # known once it was kept for the first time
                interview.edit(ws, practice, old["id"], text)
                return interview.flag(ws, practice, old["id"], ask)
            return interview.add(ws, practice, text, begun, at, ask)

        self._write(write, self._put, text)

    def _put(self, note: Note) -> None:
        self.notes = sorted(
            [*(one for one in self.notes if one.id != note.id), note], key=lambda one: (one.second, one.at, one.id)
        )
        self._show()

    # -- the list ------------------------------------------------------------------------------------------------------

    def focus_line(self) -> bool:
        """Go to the first note that is in no field, else to the last; False where there is none."""
        lines = [line for line in self._lines if line.note.text and not line.note.field] or self._lines[-1:]
        if lines:
            lines[0].setFocus(Qt.FocusReason.TabFocusReason)
        return bool(lines)

    @property
    def chosen(self) -> Note | None:
        """The note with the focus; else the latest that is in no field."""
        focused = next((line.note for line in self._lines if line.hasFocus()), None)
        waiting = [note for note in self.notes if note.text and not note.field]
        return focused or (waiting[-1] if waiting else None)

    def placed(self, note: Note, path: str) -> None:
        """A note stands in a field now."""
        self._change(note, path=path)

    def _change(self, note: Note, ask: bool | None = None, path: str | None = None) -> None:
        from seeddesk.services import interview

        practice = self.practice

        def write(ws: Any) -> Note:
            if ask is not None:
                return interview.flag(ws, practice, note.id, ask)
            return interview.placed(ws, practice, note.id, path or "")

        self._write(write, self._put)

    def remove(self, note: Note) -> None:
        """Take a note away; it can be taken back."""
        from seeddesk.services import interview

        practice = self.practice

        def gone(_: object) -> None:
            self.notes = [one for one in self.notes if one.id != note.id]
            self._show()
            self.removed.emit(
                lambda: self._desk.write(
                    self, lambda ws: interview.put_back(ws, practice, note), lambda _: self._put(note)
                )
            )

        self._desk.write(self, lambda ws: interview.remove(ws, practice, note.id), gone)

    def _show(self) -> None:
        focused = next((line.note.id for line in self._lines if line.hasFocus()), "")
        for line in self._lines:
            self._column.removeWidget(line)
            line.deleteLater()
        self._lines = []
        for place, note in enumerate(self.notes):
            line = NoteLine(note, self._label(note.field) if note.field else "")
            line.went.connect(self._go)
            line.sent.connect(self.sent)
            line.dropped.connect(self.dropped)
            line.removed.connect(self.remove)
            self._column.insertWidget(place, line)
            self._lines.append(line)
            if note.id == focused:
                line.show()  # what is not shown yet does not take the focus, and the line before is about to go
                line.setFocus()
        self._empty.setVisible(not self.notes)
        self.tick()
        QTimer.singleShot(
            0, self, lambda: self._area.verticalScrollBar().setValue(self._area.verticalScrollBar().maximum())
        )

    def _go(self, by: int) -> None:
        at = next((n for n, line in enumerate(self._lines) if line.hasFocus()), len(self._lines)) + by
        if 0 <= at < len(self._lines):
            self._lines[at].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(self._lines[at])
        elif at >= len(self._lines):
            self.line.setFocus(Qt.FocusReason.TabFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up from the line goes to the notes."""
        if event.key() == Qt.Key.Key_Up:
            self._go(-1)
        else:
            super().keyPressEvent(event)

    @property
    def words(self) -> Sequence[str]:
        """What the notes say."""
        return [note.text for note in self.notes]


class NoteLine(QWidget):
    """One note. Enter sends it into the open question, Delete takes it away, the arrows go on; it can be dragged by its dots or anywhere."""

    went = Signal(int)
    sent = Signal(object)
    dropped = Signal(object, object)
    removed = Signal(object)

    def __init__(self, note: Note, field: str) -> None:
        super().__init__()
        self.note = note
        self._pressed: QPoint | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.OpenHandCursor)
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 4, 4, 4)
        row.setSpacing(10)
        row.addWidget(Text(stamp(note.second), "small", "accent"), 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout()
        column.setSpacing(2)
        column.addWidget(Text(note.text or self.tr("(only the time)"), ink="text" if note.text else "text3", wrap=True))
        said = []
        for icon, ink, words in (
            ("check", "ok", self.tr("Put into the field «{field}»").format(field=field) if field else ""),
            ("flag", "warn", self.tr("To ask") if note.ask else ""),
        ):
            if words:
                line = QHBoxLayout()
                line.setSpacing(4)
                line.addWidget(Mark(icon, 14, ink), 0, Qt.AlignmentFlag.AlignTop)
                line.addWidget(Text(words, "hint", ink, wrap=True), 1)
                column.addLayout(line)
                said.append(words)
        row.addLayout(column, 1)
        row.addWidget(Mark("dots-six-vertical"), 0, Qt.AlignmentFlag.AlignTop)
        self.setAccessibleName(", ".join((stamp(note.second), note.text, *said)))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """By keyboard alone."""
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.went.emit(-1 if event.key() == Qt.Key.Key_Up else 1)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers():
            self.sent.emit(self.note)
        elif event.key() == Qt.Key.Key_Delete:
            self.removed.emit(self.note)
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Maybe the beginning of a drag."""
        self._pressed = event.position().toPoint()
        self.setFocus(Qt.FocusReason.MouseFocusReason)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the words."""
        far = (
            self._pressed is not None
            and (event.position().toPoint() - self._pressed).manhattanLength() > QApplication.startDragDistance()
        )
        if far and self.note.text:
            self._pressed = None
            data = QMimeData()
            data.setText(self.note.text)
            drag = QDrag(self)
            drag.setMimeData(data)
            if drag.exec(Qt.DropAction.CopyAction) is Qt.DropAction.CopyAction:
                self.dropped.emit(self.note, drag.target())

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where one is."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """No longer."""
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The focus."""
        if self.hasFocus():
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(self.rect().adjusted(1, 1, -1, -1), 4, 4)


def behind(old: Value, words: str, field: Field) -> str:
    """An answer with the words of a note behind what it says already."""
    text = f"{old.rstrip()}\n{words}" if isinstance(old, str) and old.strip() else words
    return text if field.long else text.replace("\n", " ")


def _now() -> str:
    return datetime.fromtimestamp(time.time(), UTC).isoformat(timespec="seconds")
