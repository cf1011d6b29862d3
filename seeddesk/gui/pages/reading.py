"""The reading pane: a practice read without opening it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QBrush, QTextBlockFormat, QTextCharFormat, QTextCursor, QTextLength, QTextTableFormat
from PySide6.QtWidgets import QHBoxLayout, QTextEdit, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Form, Group, pick
from seeddesk.domain.query import Clause
from seeddesk.domain.record import Record
from seeddesk.domain.values import is_empty
from seeddesk.gui import i18n, names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.leftovers import Leftover, label_of, leftovers, words_of
from seeddesk.gui.pages.found_words import find_words
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.marks import StatusMark
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.text import Text

DELAY = 40  # ms before a practice is read: arrow keys fly over the others
HEADED = ("title", "short_description", "status", "code")


class ReadingPane(QWidget):
    """`opened`, `exported`, `closed` (exported with a password), `decided`: what the person asked for, with the practice's id."""

    opened = Signal(str)
    exported = Signal(str)
    closed = Signal(str)
    decided = Signal(str)
    deleted = Signal(str, str)
    restored = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._practice = ""
        self._wanted = ""
        self._marked: Sequence[Clause] = ()
        self._history = False
        self._form: Form = desk.form
        self._others: tuple[Leftover, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 8, 0)
        column.setSpacing(8)
        line = QHBoxLayout()
        self._status = StatusMark()
        self._code = Text(role="hint", ink="text2")
        self._code.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line.addWidget(self._status)
        line.addSpacing(8)
        line.addWidget(self._code)
        line.addStretch(1)
        column.addLayout(line)
        self._title = Text(role="title", wrap=True)
        column.addWidget(self._title)
        self._short = Text(ink="text2", wrap=True)
        column.addWidget(self._short)
        column.addSpacing(4)
        column.addLayout(self._actions())
        column.addSpacing(4)
        self._banner = Banner(closable=False)
        column.addWidget(self._banner)
        self._text = QTextEdit()
        self._text.setReadOnly(True)
        self._text.setAccessibleName(self.tr("The practice"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(0)
        column.addWidget(self._text, 1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._read)
        self._parts = [self._status, self._code, self._title, self._short, self._text, *self._buttons]
        self.clear()

    def _actions(self) -> Flow:
        row = Flow()
        open_ = Button(self.tr("Open"), Look.PLAIN, "note-pencil")  # its key stands in the status bar
        open_.clicked.connect(lambda: self.opened.emit(self._practice))
        dossier = Button(self.tr("Dossier"), Look.PLAIN, "file-text", "Ctrl+E")
        dossier.clicked.connect(lambda: self.exported.emit(self._practice))
        closed = Button("", Look.FLAT, "lock", name=self.tr("Dossier with a password"))
        closed.clicked.connect(lambda: self.closed.emit(self._practice))
        self._story = Button(self.tr("History"), Look.FLAT, "clock-counter-clockwise")
        self._story.setCheckable(True)
        self._story.toggled.connect(self._toggle_history)
        bin_ = Button("", Look.FLAT, "trash", name=self.tr("Delete this practice"))
        bin_.clicked.connect(lambda: self.deleted.emit(self._practice, self._title.text()))
        self._bin = bin_
        self._restore = Button(self.tr("Take the deletion back"), Look.PLAIN, "arrow-u-up-left")
        self._restore.clicked.connect(lambda: self.restored.emit(self._practice))
        self._buttons = [open_, dossier, closed, self._story, bin_, self._restore]
        self._desk.guard(open_, bin_, self._restore)
        for button in self._buttons:
            row.addWidget(button)
        return row

    def clear(self) -> None:
        """Nothing is chosen."""
        self._practice = self._wanted = ""
        for part in self._parts:
            part.hide()
        self._banner.hide()

    def show_practice(self, practice: str) -> None:
        """Read a practice."""
        self._wanted = practice
        self._timer.start()

    def mark(self, asked: Sequence[Clause]) -> None:
        """Mark what was searched for, in what is read now and next."""
        if list(asked) != list(self._marked):
            self._marked = asked
            self._mark()

    def again(self) -> None:
        """The catalogue changed: read it again."""
        if self._wanted:
            self._read()

    def turn(self) -> None:
        """The practice's history, or its text again."""
        self._story.toggle()

    def _toggle_history(self) -> None:
        self._history = self._story.isChecked()
        self._read()

    def _read(self) -> None:
        from seeddesk.services import cataloguing

        wanted = self._wanted
        if not wanted:
            return

        def read(ws):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            shown = cataloguing.show(ws, wanted)
            form = ws.form_named(shown.row.form)
            return shown, form, leftovers(ws, form, shown.record.values)

        self._desk.read(self, read, lambda found: self._show(*found), key=f"reading {id(self)}")

    def _show(self, shown, form: Form, others: tuple[Leftover, ...]) -> None:  # noqa: ANN001 - cataloguing's own type, named in its module
        lang = self._desk.lang
        self._form, self._others = form, others
        record: Record = shown.record
        changed = shown.practice != self._practice
        self._practice = shown.practice
        for part in self._parts:
            part.show()
        self._bin.setVisible(not shown.state.hidden)
        self._restore.setVisible(shown.state.hidden)
        status = shown.row.status
        self._status.show_status(status, names.status(form, status, lang))
        self._code.setText(shown.row.code)
        self._title.setText(shown.row.title or self.tr("Untitled practice"))
        self._short.setText(record.text("short_description"))
        self._short.setVisible(bool(record.text("short_description")))
        self._show_conflicts(shown)
        if self._history:
            self._write_history()
        else:
            self._write(record, form, lang, shown)
        if changed:
            self._text.verticalScrollBar().setValue(0)

    def _show_conflicts(self, shown) -> None:  # noqa: ANN001 - a type of the services, which are not imported here
        count = len(shown.conflicts)
        self._banner.setVisible(bool(count))
        if count:
            fields = [pick(conflict.label, self._desk.lang, conflict.path) for conflict in shown.conflicts]
            said = ", ".join(fields[:2]) + ("…" if len(fields) > 2 else "")
            self._banner.say(
                "conf",
                self.tr("%n conflict(s)", "", count),
                self.tr("in {fields}").format(fields=said),
                self.tr("Decide"),
                lambda: self.decided.emit(self._practice),
            )

    def _write(self, record: Record, form: Form, lang: str, shown) -> None:  # noqa: ANN001 - a type of the services, which are not imported here
        """The facts as a two-column table, then the narratives under their headings; all as plain text into a document."""
        facts, stories = [], []
        percent = shown.evaluation.completeness
        missing = len(shown.evaluation.missing)
        said = (
            self.tr("{percent} %, %n field(s) missing", "", missing).format(percent=percent)
            if missing
            else f"{percent} %"
        )
        facts.append((self.tr("Completeness"), said))
        for section in form.sections:
            for label, value, long in _answers(section.items, record, form, lang):
                (stories if long else facts).append((label, value))
        for other in self._others:
            label = label_of(other, lang)
            facts.append((self.tr("{path} (from another form)").format(path=label), words_of(other, lang)))
        document = self._text.document()
        document.clear()
        document.setDefaultFont(theme.font("body"))
        cursor = QTextCursor(document)
        _table(cursor, facts)
        for label, value in stories:
            _block(cursor, label, "heading", above=16)
            _block(cursor, value, "body", above=4)
        self._mark()

    def _write_history(self) -> None:
        from seeddesk.services import cataloguing

        practice = self._practice
        self._desk.read(
            self, lambda ws: cataloguing.history(ws, practice), self._show_history, key=f"history {id(self)}"
        )

    def _show_history(self, entries) -> None:  # noqa: ANN001 - a type of the services, which are not imported here
        form, lang = self._form, self._desk.lang
        document = self._text.document()
        document.clear()
        cursor = QTextCursor(document)
        states = {
            "current": self.tr("current"), "conflict": self.tr("in conflict"), "replaced": self.tr("replaced"), "erased": self.tr("erased"),
        }  # fmt: skip
        for entry in entries[:400]:
            if entry.path.startswith("@") or entry.path.endswith("]"):
                continue
            head = f"{names.field(form, entry.path, lang)} · {states.get(entry.state, entry.state)}"
            _block(cursor, head, "label", above=12)
            _block(
                cursor,
                f"{i18n.moment(entry.time)} · {entry.author} · {names.origin(entry.origin)}",
                "hint",
                ink="text3",
            )
            said = self.tr("(emptied)") if is_empty(entry.value) else names.value(form, entry.path, entry.value, lang)
            _block(cursor, said, "body", ink="text" if entry.state in ("current", "conflict") else "text2")

    def _mark(self) -> None:
        """Tint the words searched for: painted ranges, the text stays as it is."""
        marks = []
        shade = QTextCharFormat()
        shade.setBackground(QBrush(theme.colour("hit")))
        for start, length in find_words(self._text.toPlainText(), self._marked):
            selection = QTextEdit.ExtraSelection()
            selection.cursor = QTextCursor(self._text.document())
            selection.cursor.setPosition(start)
            selection.cursor.setPosition(start + length, QTextCursor.MoveMode.KeepAnchor)
            selection.format = shade
            marks.append(selection)
        self._text.setExtraSelections(marks)


def _answers(items: tuple[Field | Group, ...], record: Record, form: Form, lang: str) -> list[tuple[str, str, bool]]:
    """What was answered, in the form's order: label, words, whether it is a narrative. A row of a repeat is one line."""
    found = []
    for item in items:
        if isinstance(item, Field):
            value = record.get(item.template)
            if item.answered and item.template not in HEADED and not is_empty(value):
                found.append((names.label(form, item, lang), names.value(form, item.template, value, lang), item.long))
        elif item.repeat:
            lines = []
            for row in record.rows(item.path):
                cells = [
                    record.get(row + field.template[len(item.template) :])
                    for field in item.items
                    if isinstance(field, Field) and field.answered
                ]
                said = [
                    names.value(form, field.template, cell, lang)
                    for field, cell in zip(
                        (f for f in item.items if isinstance(f, Field) and f.answered), cells, strict=True
                    )
                    if not is_empty(cell) and not str(cell).startswith("sha256:")
                ]
                if said:
                    lines.append(" · ".join(said))
            if lines:
                found.append((names.label(form, item, lang), "\n".join(lines), False))
        else:
            found += _answers(item.items, record, form, lang)
    return found


def _format(role: str, ink: str) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setFont(theme.font(role))
    made.setForeground(QBrush(theme.colour(ink)))
    return made


def _block(cursor: QTextCursor, text: str, role: str, above: int = 0, ink: str = "text") -> None:
    shape = QTextBlockFormat()
    shape.setTopMargin(theme.scaled(above))
    shape.setLineHeight(theme.line_height(role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertBlock(shape, _format(role, ink))
    cursor.insertText(text, _format(role, ink))


def _table(cursor: QTextCursor, facts: list[tuple[str, str]]) -> None:
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, 32), QTextLength(QTextLength.Type.PercentageLength, 68)]
    )
    table = cursor.insertTable(len(facts), 2, shape)
    for number, (label, value) in enumerate(facts):
        table.cellAt(number, 0).firstCursorPosition().insertText(label, _format("body", "text3"))
        table.cellAt(number, 1).firstCursorPosition().insertText(value, _format("body", "text"))
