"""A practice in a person's words: what its fields and rows are called, and what its answers read as."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.answers import NOT_KNOWN_TEXTS, format_answer
from seeddesk.domain.basics import place
from seeddesk.domain.form import Field, Form, Group, Kind, pick, plain_words
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import row_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import NotKnown, Value, is_empty
from seeddesk.domain.versions import FORM
from seeddesk.services import earlier

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace

_OWN = {
    FORM: "desk-field-form",
    "@status": "desk-field-status",
    "@code": "desk-field-code",
    "@notes": "desk-field-notes",
}
_LONGEST_NAME = 60  # characters of what a row is called


class Wording:
    """One form in one language. lang: "" for the workspace's."""

    def __init__(self, ws: Workspace, form: Form, lang: str = "") -> None:
        self.form = form
        self.lang = lang or ws.lang
        self._ws = ws
        self._questions: dict[str, Field | Group | None] = {}
        self._status = place(workflow.FIELD, form)

    def question(self, path: str) -> Field | Group | None:
        """The question or repeat at a path, of an earlier or another form where this one has none."""
        template = template_of(path)
        if template not in self._questions:
            self._questions[template] = earlier.question(self._ws, self.form, template)
        return self._questions[template]

    def label(self, path: str) -> str:
        """What a field is called, the repeat it lies in before it: ``Partners · Name``. The path itself for what no form here knows."""
        template = template_of(path)
        own = _OWN.get(template.partition("[")[0])
        if own:
            return sentence(own, self.lang)
        item = self.question(template)
        if item is None:
            return path
        words = plain_words(pick(item.label, self.lang, item.template), self.form, self.lang)
        outer = row_of(path)
        return f"{self.label(outer)} · {words}" if outer else words

    def text(self, path: str, value: Value) -> str:
        """An answer as people read it, "" for none."""
        if is_empty(value):
            return ""
        if isinstance(value, NotKnown):
            return NOT_KNOWN_TEXTS.get(self.lang, NOT_KNOWN_TEXTS["en"])
        if path == self._status and isinstance(value, str):
            return workflow.status_label(value, self.lang)
        item = self.question(path)
        if isinstance(item, Field):
            return format_answer(item, value, self.lang, self.form)
        return "; ".join(value) if isinstance(value, tuple) else str(value)

    def worked_out(self, path: str) -> bool:
        """Whether nobody answers this: it is calculated or carried by the program."""
        item = self.question(path)
        return isinstance(item, Field) and (bool(item.calculate) or item.kind in (Kind.HIDDEN, Kind.LOG))

    def row_name(self, record: Record, row: str) -> str:
        """What people know a row by: its first answer, "" when it has none."""
        return next((" ".join(text.split())[:_LONGEST_NAME] for _, text in self.cells(record, row)), "")

    def cells(self, record: Record, row: str) -> Iterator[tuple[str, str]]:
        """(path, text) of what stands in a row, in the form's order."""
        group = self.question(row)
        for item in group.items if isinstance(group, Group) else ():
            path = row + item.template[len(template_of(row)) :]
            if isinstance(item, Field) and item.answered and (text := self.text(path, record.get(path))):
                yield path, text
