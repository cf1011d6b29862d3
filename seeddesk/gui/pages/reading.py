"""The reading pane: a practice read without opening it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any, NamedTuple

from PySide6.QtCore import Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QBrush, QGuiApplication, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QHBoxLayout, QMenu, QTextBrowser, QTextEdit, QWidget

from seeddesk.domain.form import Field, Form, Group, pick
from seeddesk.domain.query import Clause
from seeddesk.domain.record import Record
from seeddesk.domain.values import is_empty
from seeddesk.gui import names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.leftovers import Leftover, label_of, leftovers, words_of
from seeddesk.gui.pages import beside_text
from seeddesk.gui.pages.attached_list import AttachedList
from seeddesk.gui.pages.found_words import find_words
from seeddesk.gui.pages.marked_text import MarkedText
from seeddesk.gui.pages.prose import block, rewriting, table, target
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.marks import StatusMark
from seeddesk.gui.widgets.notices import Banner
from seeddesk.gui.widgets.tabs import Tabs
from seeddesk.gui.widgets.tall import keep_readable, tall
from seeddesk.gui.widgets.text import Text

DELAY = 40  # ms before a practice is read: arrow keys fly over the others
HEADED = ("title", "short_description", "status", "code")


class ReadingPane(QWidget):
    """`opened`, `exported`, `closed` (exported with a password), `decided`: what the person asked for, with the practice's id ·
    `followed`: a link to another practice · `linking`: the practice, and its title, is to name another · `unlinked`: the practice, and the row, no longer · `whole`: a change to several practices is wanted, by its name · `copied`: words for what is on the clipboard now."""

    opened = Signal(str)
    exported = Signal(str)
    closed = Signal(str)
    decided = Signal(str)
    deleted = Signal(str, str)
    restored = Signal(str)
    followed = Signal(str)
    linking = Signal(str, str)
    unlinked = Signal(str, str)
    whole = Signal(str)
    copied = Signal(str)

    def __init__(self, desk: Desk, restores: bool = True, parent: QWidget | None = None) -> None:
        """restores: it offers to restore a deleted practice."""
        super().__init__(parent)
        self._desk, self._restores = desk, restores
        self._practice = ""
        self._wanted = ""
        self._marked: Sequence[Clause] = ()
        self._organisation = ""  # the organisation that is read instead
        self._read_last = ("", "")  # tab and organisation in the pane
        column, _ = tall(self)
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
        self._title = MarkedText(role="title", wrap=True)
        self._short = MarkedText(ink="text2", wrap=True)
        self._banner = Banner(closable=False)
        column.addLayout(_inset(self._title))
        column.addLayout(_inset(self._short))
        column.addSpacing(4)
        column.addLayout(self._actions())
        column.addSpacing(4)
        column.addLayout(_inset(self._banner))
        self._tabs = Tabs(
            [
                ("text", self.tr("Text")),
                ("history", self.tr("History")),
                ("attached", self.tr("Attachments")),
                ("relations", self.tr("Relations")),
                ("organisations", self.tr("Organisations")),
            ],
            self.tr("What to read"),
        )
        self._tabs.set_value("text")
        self._tabs.chosen.connect(lambda _: self._show_tab())
        column.addWidget(self._tabs)
        self._back = Button(self.tr("Back to the practice"), Look.LINK, "arrow-left", height=28)
        self._back.clicked.connect(self._leave_organisation)
        column.addWidget(self._back, 0, Qt.AlignmentFlag.AlignLeft)
        self._back.hide()
        self._text = QTextBrowser()
        self._text.setOpenLinks(False)
        self._text.anchorClicked.connect(self._follow)
        self._text.setAccessibleName(self.tr("The practice"))
        self._text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._text.document().setDocumentMargin(0)
        self._text.document().setDefaultFont(theme.font("body"))
        keep_readable(self._text)
        self._text.setViewportMargins(0, 0, 8, 0)  # words end where the title does
        column.addWidget(self._text, 1)
        self._link = Button(self.tr("Link another practice…"), Look.LINK, "plus", height=28)
        self._link.clicked.connect(lambda: self.linking.emit(self._practice, self._title.text()))
        desk.guard(self._link)
        column.insertWidget(column.indexOf(self._text), self._link, 0, Qt.AlignmentFlag.AlignLeft)
        self._link.hide()
        self.attached = AttachedList(desk)
        self.attached.said.connect(self.copied)
        keep_readable(self.attached)
        column.addWidget(self.attached, 1)
        self._timer = QTimer(self, singleShot=True, interval=DELAY)
        self._timer.timeout.connect(self._read)
        self._head = [self._status, self._code, self._title, self._tabs]  # stand there whatever is read
        self.clear()

    def _actions(self) -> Flow:
        row = Flow()
        open_ = Button(self.tr("Open"), Look.PLAIN, "note-pencil")  # its key stands in the status bar
        open_.clicked.connect(lambda: self.opened.emit(self._practice))
        dossier = Button(self.tr("Dossier"), Look.PLAIN, "file-text", "Ctrl+E")
        dossier.clicked.connect(lambda: self.exported.emit(self._practice))
        closed = Button("", Look.FLAT, "lock", name=self.tr("Dossier with a password"))
        closed.clicked.connect(lambda: self.closed.emit(self._practice))
        self._copier = Button("", Look.FLAT, "copy", name=self.tr("Copy this practice"))
        self._copier.clicked.connect(self._copy)
        bin_ = Button("", Look.FLAT, "trash", name=self.tr("Delete this practice"))
        bin_.clicked.connect(lambda: self.deleted.emit(self._practice, self._title.text()))
        self._restore = Button(self.tr("Restore"), Look.PLAIN, "arrow-u-up-left")
        self._restore.clicked.connect(lambda: self.restored.emit(self._practice))
        self._buttons = [open_, dossier, closed, self._copier, bin_, self._restore]
        self._desk.guard(open_, bin_, self._restore)
        for button in self._buttons:
            row.addWidget(button)
        return row

    def clear(self) -> None:
        """Nothing is chosen."""
        self._practice = self._wanted = ""
        self._timer.stop()
        for part in (*self._head, *self._buttons, self._short, self._text, self.attached):
            part.hide()
        self._banner.hide()
        self._back.hide()
        self._link.hide()

    def show_practice(self, practice: str) -> None:
        """Read a practice."""
        if practice != self._wanted:
            self._organisation = ""
        self._wanted = practice
        self._timer.start()

    @property
    def title(self) -> str:
        """What the practice that is read is called."""
        return self._title.text()

    def mark(self, asked: Sequence[Clause]) -> None:
        """Mark what was searched for, in what is read now and next."""
        if list(asked) != list(self._marked):
            self._marked = asked
            self._title.mark(asked)
            self._short.mark(asked)
            QTimer.singleShot(0, self, self._mark)  # after the list that was found

    def again(self) -> None:
        """The catalogue changed: read it again."""
        if self._wanted:
            self._read()

    def take_focus(self) -> None:
        """To what is read."""
        self._text.setFocus(Qt.FocusReason.OtherFocusReason)

    def turn(self) -> None:
        """The practice's history, or its text again."""
        self.show_tab("text" if self._tabs.value == "history" else "history")

    def show_tab(self, tab: str) -> None:
        """Read ``text``, ``history``, ``relations`` or ``organisations``."""
        self._tabs.set_value(tab)
        self._show_tab()

    def _read(self) -> None:
        from seeddesk.services import cataloguing

        wanted = self._wanted
        if not wanted:
            return
        tab = "organisation" if self._organisation else self._tabs.value
        beside = self._beside(
            tab, self._organisation
        )  # read together: the head and what is under it are of one practice
        lang = self._desk.lang

        def read(ws):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            shown = cataloguing.show(ws, wanted)
            form = ws.form_named(shown.row.form)
            said = beside(ws, shown)
            if said is None:
                said = _told(shown.record, form, leftovers(ws, form, shown.record.values), lang)
            return shown, form, said

        def show(found: tuple[Any, ...]) -> None:
            self._show(*found, tab)

        if tab == "organisation":  # gathering them takes a while: other reading does not wait for it
            self._desk.long(self, lambda ws, progress: read(ws), show, key=f"reading {id(self)}")
        else:
            self._desk.read(self, read, show, key=f"reading {id(self)}")

    def _show(self, shown, form: Form, said: Any, tab: str) -> None:  # noqa: ANN001 - cataloguing's own type, named in its module
        if not self._wanted:
            return  # nothing is chosen any more
        lang = self._desk.lang
        record: Record = shown.record
        changed = shown.practice != self._practice
        self._practice = shown.practice
        for part in self._head:
            part.show()
        self._text.setVisible(tab != "attached")
        self.attached.setVisible(tab == "attached")
        for button in self._buttons:  # of a deleted practice there is one way on
            fits = (button is self._restore) == shown.state.hidden or button is self._copier
            button.setVisible(fits and (self._restores or button is not self._restore))
        status = shown.row.status
        self._status.show_status(status, names.status(form, status, lang))
        self._code.setText(shown.row.code)
        self._title.setText(shown.row.title or self.tr("Untitled practice"))
        self._short.setText(record.text("short_description"))
        self._short.setVisible(bool(self._short.text()) and theme.roomy())
        self._show_conflicts(shown)
        self._back.setVisible(tab == "organisation")
        self._link.setVisible(tab == "relations" and not shown.state.hidden and "related[].practice" in form.fields)
        if isinstance(said, _Told):
            self._write(said, shown)
        else:
            self._write_beside(tab, said)
        if changed or (tab, self._organisation) != self._read_last:
            self._text.verticalScrollBar().setValue(0)
        self._read_last = (tab, self._organisation)

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

    def _write(self, told: _Told, shown) -> None:  # noqa: ANN001 - a type of the services, which are not imported here
        """The facts as a two-column table, then the narratives under their headings; all as plain text into a document."""
        percent = shown.evaluation.completeness
        missing = len(shown.evaluation.missing)
        said = (
            self.tr("{percent} %, %n field(s) missing", "", missing).format(percent=percent)
            if missing
            else f"{percent} %"
        )
        other = self.tr("{path} (from another form)")
        facts = [(self.tr("Completeness"), said), *told.facts]
        facts += ((other.format(path=label), value) for label, value in told.others)
        with rewriting(self._text.document()) as cursor:
            if not theme.roomy():  # the head would leave no room for anything else
                block(cursor, shown.record.text("short_description"), "body", above=0)
            table(cursor, facts)
            for label, value in told.stories:
                block(cursor, label, "heading", above=16)
                block(cursor, value, "body", above=4)
        self._mark()

    def _beside(self, tab: str, organisation: str) -> Callable[..., Any]:
        """Reads what stands there instead of the text; of a workspace and the practice shown."""

        def read(ws, shown):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            from seeddesk.services import attached, history, organisations, relations

            if organisation:
                return organisations.page(ws, organisation)
            match tab:
                case "history":
                    return beside_text.told(history.sittings(history.of_practice(ws, shown.practice)))
                case "attached":
                    return attached.beside(ws, shown)
                case "relations":
                    return relations.of(ws, shown.practice)
                case "organisations":
                    return beside_text.organisations_of(shown.record)
            return None

        return read

    def _write_beside(self, tab: str, found: Any) -> None:
        if tab == "attached":
            self.attached.show_files(found)
            return
        with rewriting(self._text.document()) as cursor:
            if tab == "organisation":
                beside_text.write_organisation(cursor, found)
            elif tab == "history":
                beside_text.write_history(cursor, found)
            elif tab == "relations":
                beside_text.write_relations(cursor, found, self._desk.lang, self._link.isEnabled())
            else:
                beside_text.write_organisations(cursor, found)
        self._mark()

    def _follow(self, url: QUrl) -> None:
        """A link: another practice, an organisation's page, a change to several practices."""
        kind, name = target(url)
        if kind == "organisation":
            self._organisation = name
            self._read()
        elif kind == "relation":
            self.unlinked.emit(self._practice, name)
        elif kind == "change":
            self.whole.emit(name)
        else:
            self.followed.emit(name)

    def _leave_organisation(self) -> None:
        self._show_tab()

    def _show_tab(self) -> None:
        self._organisation = ""
        self._read()

    def _copy(self) -> None:
        """A menu: the whole text, or a citation."""
        menu = QMenu(self)
        menu.addAction(self.tr("Copy as text")).triggered.connect(lambda _=False: self.copy("text"))
        menu.addAction(self.tr("Copy a citation")).triggered.connect(lambda _=False: self.copy("citation"))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self._copier.mapToGlobal(self._copier.rect().bottomLeft()))

    def copy(self, what: str) -> None:
        """Put the practice on the clipboard, as ``text`` or as a ``citation``."""
        from seeddesk.services import citing

        practice, made = self._practice, citing.as_text if what == "text" else citing.citation

        def put(words: str) -> None:
            QGuiApplication.clipboard().setText(words)
            self.copied.emit(self.tr("Text copied") if what == "text" else self.tr("Citation copied"))

        self._desk.read(self, lambda ws: made(ws, practice), put)

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


def _inset(widget: QWidget) -> QHBoxLayout:
    """It ends where the text does, beside the scroll bar."""
    row = QHBoxLayout()
    row.setContentsMargins(0, 0, 8, 0)
    row.addWidget(widget)
    return row


class _Told(NamedTuple):
    """What a practice says, as (label, words): short answers, narratives, and what is from another form."""

    facts: list[tuple[str, str]]
    stories: list[tuple[str, str]]
    others: list[tuple[str, str]]


def _told(record: Record, form: Form, others: tuple[Leftover, ...], lang: str) -> _Told:
    """Not for the window's thread: it says every answer in words."""
    told = _Told([], [], [(label_of(other, lang), words_of(other, lang)) for other in others])
    for section in form.sections:
        for label, words, long in _answers(section.items, record, form, lang):
            (told.stories if long else told.facts).append((label, words))
    return told


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
