"""A record being edited: what follows from each edit, and what it touches."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from seeddesk.domain.form import QUOTE, UNQUOTE, Choice, Texts, pick
from seeddesk.domain.logic.evaluation import Evaluation
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, is_empty

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic

_QUOTED = re.compile(f"{QUOTE}([^{UNQUOTE}]*){UNQUOTE}")


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an edit brought about. set: beyond the edit itself, path -> value: calculated, set by actions, defaults of new rows, counted rows ·
    judged: paths whose hidden, problem or missing state, choices or shown words may have changed."""

    set: Mapping[str, Value]
    judged: frozenset[str]


class Live:
    """One record under one form, kept judged while it changes. Not for several threads at once.

    record: its values, with everything that followed · evaluation: of that record · beginnings: what opening it set.
    """

    def __init__(self, logic: Logic, record: Record, now: datetime, new: bool) -> None:
        self.logic = logic
        self.record = Record(dict(record.values))
        self.now = now
        self.beginnings: Mapping[str, Value] = {}
        if new:
            self.beginnings = {
                field.template: field.default
                for field in logic.form.fields.values()
                if not is_empty(field.default) and "[]" not in field.template and field.template not in record.values
            }
            self.record.values.update(self.beginnings)
        self.evaluation: Evaluation = logic.evaluate(self.record, now)

    def change(self, changes: Mapping[str, Value]) -> Outcome:
        """Apply an edit and everything that follows from it."""
        self.record.values.update(changes)
        self.evaluation = self.logic.evaluate(self.record, self.now)
        found = {
            path: value for path, value in self.evaluation.calculated.items() if self.record.values.get(path) != value
        }
        self.record.values.update(found)
        return Outcome(found, frozenset((*self.record.values, *self.logic.form.fields, *self.logic.form.groups)))

    def choices(self, path: str) -> tuple[Choice, ...]:
        """The choices a question offers now."""
        return self.logic.choices(self.record, path, self.now)

    def words(self, path: str, texts: Texts, lang: str) -> str:
        """A text of the form as it reads now, seen from the question, group or row at `path`: the answers it quotes filled in."""
        return _QUOTED.sub("…", pick(texts, lang))
