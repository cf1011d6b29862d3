"""Duplicates noticed while recording: a note beside what gave it away, with what can be done about it. It asks nothing and stops nobody."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from seeddesk.domain.paths import template_of
from seeddesk.domain.values import Value
from seeddesk.gui.editor.notes import Note

if TYPE_CHECKING:
    from seeddesk.gui.editor.editor import Editor
    from seeddesk.services.similar import Similar

PAUSE = 500  # ms without a key until the catalogue is asked
WHO, LED = "similar", "led"  # two voices: a practice like this one, others of its organisation
NAMED = 3  # practices that are named in one sentence


class Lookalikes(QObject):
    """`wanted`: the id of a practice the person wants to see. dismissed: practices they said are others, until the window closes."""

    wanted = Signal(str)

    def __init__(self, editor: Editor) -> None:
        super().__init__(editor)
        self._editor, self._session, self._desk = editor, editor.session, editor.desk
        self.dismissed: set[tuple[str, str]] = set()
        self._asked: Mapping[str, Value] = {}
        self._at = self._gave = "title"  # the field it is said beside, and the one that was answered last
        self._begun: Mapping[str, Value] = {}  # who led it, and where, when it was opened
        self._said_at = ""  # where others of its organisation are named
        self._timer = QTimer(self, singleShot=True, interval=PAUSE)
        self._timer.timeout.connect(self.ask)
        self._session.opened.connect(self._opened)
        self._session.state.connect(lambda state: self._timer.start() if state == "typing" else None)

    def _opened(self) -> None:
        self._asked = {}
        self._at = self._gave = "title"
        self._begun, self._said_at = self._led_by() if self._session.recorded else {}, ""
        self._timer.start()

    def ask(self) -> None:
        """Ask the catalogue, unless nothing that counts changed."""
        if self._desk.workspace is None or "title" not in self._session.form.fields:
            return
        from seeddesk.services import similar

        session = self._session
        values = {path: value for path, value in session.values.items() if template_of(path) in similar.READS}
        if values == self._asked:
            return
        if self._asked:  # who writes the organisation is in another section than the title: it is said there
            self._gave = next((path for path in values if values[path] != self._asked.get(path)), self._gave)
        self._asked = values
        # One that is only read says nothing of its organisation.
        practice, whole, led = session.practice, dict(session.values), self._led_by() != self._begun
        self._desk.read(
            self,
            lambda ws: (
                practice,
                similar.find(ws, whole, practice),
                similar.beside(ws, whole, practice) if led else (),
            ),
            self._show,
            failed=lambda error: (
                None
            ),  # a hint that does not come is none; what is wrong with the disk is said by whoever saves
            key="similar",
        )

    def _led_by(self) -> Mapping[str, Value]:
        from seeddesk.services import similar

        values = self._session.values
        return {path: value for path, value in values.items() if template_of(path) in similar.LED_BY and value}

    def _show(self, result: tuple[str, Sequence[Similar], Sequence[Similar]]) -> None:
        from seeddesk.services import similar

        practice, found, led = result
        if practice != self._session.practice:
            return
        linked = {
            str(value) for path, value in self._session.values.items() if template_of(path) == "related[].practice"
        }

        def unsettled(some: Sequence[Similar]) -> list[Similar]:
            return [one for one in some if (practice, one.practice) not in self.dismissed and one.code not in linked]

        other = next(iter(unsettled(found)), None)
        self._show_led(unsettled(led))
        if other is None:
            self._editor.say(WHO, self._at, None)
            return
        lang = self._desk.lang
        where = f"«{other.title}», {other.place}" if other.place else f"«{other.title}»"
        reasons = ", ".join(similar.reason_words(reason, lang) for reason in other.reasons)
        level = similar.level_words(other.level, lang)
        note = Note(
            "intersect",
            "accent",
            self.tr("A similar practice is already in the catalogue: {which}.").format(which=where),
            f"{level[:1].upper()}{level[1:]}: {reasons}.",
            (
                (self.tr("Link it"), lambda: self._link(other)),
                (self.tr("Open it"), lambda: self.wanted.emit(other.practice)),
                (self.tr("Continue"), lambda: self._dismiss(other)),
            ),
        )
        if self._gave != self._at:
            self._editor.say(WHO, self._at, None)
        self._at = self._gave
        self._editor.say(WHO, self._at, note)

    def _show_led(self, led: Sequence[Similar]) -> None:
        """Others of the same organisation, beside what says which one it is: quietly, there may be many and none of them this one."""
        if self._said_at:
            self._editor.say(LED, self._said_at, None)
            self._said_at = ""
        if not led:
            return
        numbered = "register" in led[0].reasons
        names = ", ".join(f"«{one.title}»" for one in led[:NAMED])
        which = self.tr("{names} and others").format(names=names) if len(led) > NAMED else names
        words = self.tr("In this place the organisation already leads: {which}.")
        if numbered:
            words = self.tr("The organisation with this number already leads: {which}.")
        opening = [
            (self.tr("Open “{title}”").format(title=one.title), lambda _=False, one=one: self.wanted.emit(one.practice))
            for one in led[:NAMED]
        ]
        note = Note(
            "buildings",
            "text2",
            words.format(which=which),
            self.tr("If this is none of them, go on."),
            (*opening, (self.tr("Continue"), lambda: self._dismiss(*led))),
        )
        self._said_at = "lead_org.register_id" if numbered else "lead_org.name"
        self._editor.say(LED, self._said_at, note)

    def _dismiss(self, *others: Similar) -> None:
        self.dismissed |= {(self._session.practice, other.practice) for other in others}
        self._asked = {}
        for who, path in ((WHO, self._at), (LED, self._said_at)):
            if path:
                self._editor.say(who, path, None)
        self._editor.go_to(self._editor.focused)
        self.ask()

    def _link(self, other: Similar) -> None:
        from seeddesk.services import relations

        session, values = self._session, dict(self._session.values)

        def put(changes: Mapping[str, Value]) -> None:
            session.change(changes)
            self._dismiss(other)

        refused = self._desk.runner.user_error.emit
        session.bring(self._desk.read, lambda ws: relations.link_changes(ws, values, other.practice), put, refused)
