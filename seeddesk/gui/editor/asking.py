"""What the widgets of one open practice need to know: its form, the language its questions are shown in, answers as people write them."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QCoreApplication, QObject, Signal, SignalInstance

from seeddesk.domain.form import QUOTE, Choice, Field, Form, Kind, Texts, pick
from seeddesk.domain.markup import unmarked
from seeddesk.domain.values import Value, clean_text, is_empty

if TYPE_CHECKING:
    from seeddesk.gui.desk import Desk
    from seeddesk.gui.editor.keeping import Keeping
    from seeddesk.gui.editor.notes import Note
    from seeddesk.gui.editor.session import Session
    from seeddesk.gui.editor.taken_out import TakenOut

LABELLED = (Kind.CHOICE, Kind.CHOICES, Kind.RANK)  # answers shown by labels of the form, so in the form's language


class Input(Protocol):
    """What every input can do: show an answer without saying so, and say `edited(value)` and `left` when a person did something."""

    edited: Signal | SignalInstance
    left: Signal | SignalInstance

    def show_value(self, value: Value) -> None:
        """Show an answer."""


class Asking:
    """One practice as its questions are asked."""

    def __init__(self, session: Session, desk: Desk) -> None:
        self.session, self.desk = session, desk
        self.notes: dict[tuple[str, str], Note] = {}  # (who says it, path) -> note

    def notes_of(self, path: str) -> tuple[Note, ...]:
        """What is said beside a field besides its problem."""
        return tuple(note for (_, where), note in self.notes.items() if where == path)

    @cached_property
    def taken_out(self) -> TakenOut:
        """Says what was taken out, with a way back."""
        from seeddesk.gui.editor.taken_out import TakenOut

        return TakenOut(self.session, self.desk)

    @cached_property
    def keeping(self) -> Keeping:
        """Takes in files that were dropped or pasted."""
        from seeddesk.gui.editor.keeping import Keeping

        return Keeping(self.session, self.desk)

    @property
    def form(self) -> Form:
        """The practice's own form."""
        return self.session.form

    @property
    def lang(self) -> str:
        """The language the questions are shown in: the window's where the form has it."""
        return self.session.lang

    @property
    def unknown(self) -> str:
        """The answer "not known yet" in words."""
        return QCoreApplication.translate("FieldBox", "not known yet")

    def words(self, path: str, texts: Texts, default: str = "") -> str:
        """A text of the form as it reads now at a path: answers it quotes filled in."""
        text = pick(texts, self.lang, default)
        live = self.session.live
        if QUOTE not in text or live is None:
            return unmarked(text)
        return re.sub(
            r" {2,}", " ", live.words(path, texts, self.lang)
        ).strip()  # an answer not given yet leaves no hole

    def needed(self, field: Field) -> bool:
        """Whether submission needs an answer, as far as the form says so once and for all."""
        return field.core or field.required.replace(" ", "") == "true()"

    def choices(self, path: str) -> tuple[Choice, ...]:
        """What a question offers now."""
        live = self.session.live
        return () if live is None else live.choices(path)

    def parse(self, field: Field, text: str) -> Value:
        """What a person typed, as a value; the text itself where it cannot be read."""
        from seeddesk.domain.answers import parse_answer

        if field.kind in (Kind.TEXT, Kind.GEO):
            return clean_text(text) if text.strip() else None
        value = parse_answer(field, text, self._lang_of(field), self.form)
        if field.kind is Kind.DATE and isinstance(value, str) and value[:4].isdecimal():
            shown = field.appearance.split()
            return value[:4] if "year" in shown else value[:7] if "month-year" in shown else value
        return value

    def format(self, field: Field, value: Value) -> str:
        """A value as it stands in its input."""
        from seeddesk.domain.answers import format_answer

        if isinstance(value, str) and field.kind is Kind.TEXT:
            return value
        return "" if is_empty(value) else format_answer(field, value, self._lang_of(field), self.form)

    def file(self, owner: QObject, name: str, then: Callable[[bytes], None]) -> None:
        """A file that came with the form; `then` is not called where it is not here."""
        data = self.form.files.get(name)
        if data is not None:
            then(data)
            return
        from seeddesk.services import form_tools

        form = self.form
        self.desk.read(owner, lambda ws: form_tools.file_bytes(ws, form, name), then, failed=lambda _: None)

    def _lang_of(self, field: Field) -> str:
        return self.lang if field.kind in LABELLED else self.desk.lang
