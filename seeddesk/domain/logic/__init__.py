"""Form logic: what is relevant, calculated, wrong and missing in a record, as the form's own expressions say."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from types import MappingProxyType

from seeddesk.domain.form import Choice, Form
from seeddesk.domain.logic.completeness import Completeness
from seeddesk.domain.logic.evaluation import Evaluation, Problem, SectionState
from seeddesk.domain.logic.live import Live, Outcome
from seeddesk.domain.logic.rules import Rules
from seeddesk.domain.logic.run import Run
from seeddesk.domain.logic.words import labels
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value

__all__ = ["Evaluation", "Live", "Logic", "Outcome", "Problem", "SectionState"]

NOTHING: Mapping[str, str] = MappingProxyType({})


class Logic:
    """The rules of one form, compiled once; one object serves any number of records and threads.

    Raises FormError when an expression calls a function or names a question that is not there, or when calculations go round in a circle.
    """

    def __init__(self, form: Form, properties: Mapping[str, str] = NOTHING, rules: Rules | None = None) -> None:
        """properties: ``username``, ``deviceid``, ``email`` … of whoever is at work, for the questions that ask the device ·
        rules: those of this form, when they are compiled already."""
        self.form = form
        self.properties = properties
        self.rules = rules or Rules(form)

    def live(self, record: Record, now: datetime | None = None, new: bool = False, judged: bool = True) -> Live:
        """A record opened for editing. now: the moment everything happens at; None for the clock · new: nobody has saved it yet ·
        judged: whether what nobody touches is judged too, which takes half the time."""
        return Live(self, record, now, new, judged)

    def evaluate(self, record: Record, today: date) -> Evaluation:
        """Judge a record. today: for expressions that ask for it; a datetime says the hour, too."""
        run = Run(self.rules, record, today)
        run.settle()
        run.judge()
        return run.evaluation()

    def calculate(self, record: Record, today: date) -> Mapping[str, Value]:
        """Only `Evaluation.calculated`, in half the time."""
        run = Run(self.rules, record, today)
        run.settle()
        return run.calculated

    def completeness(self, record: Record, today: date) -> int:
        """Only `Evaluation.completeness`, in a hundredth of the time."""
        return _completeness(self.rules).of(record, today)

    def choices(self, record: Record, path: str, today: date | None = None) -> tuple[Choice, ...]:
        """The choices a field offers now: its list, filtered as the form says. `path` names a cell of an existing row, or a field."""
        field = self.form.field(template_of(path))
        if field is None or not (field.choice_filter or field.rows):
            return () if field is None else self.form.lists.get(field.choices, ())
        run = Run(self.rules, record, today or date.today())
        run.settle()
        place = run.instance.place(path)
        with run.instance.shown(place):
            return () if place is None else run.offered(field, place)

    def label(self, path: str, value: Value, lang: str) -> str:
        """A value as a person reads it: the labels of codes, joined by commas; other answers as they are. "Not known yet" is empty."""
        field = self.form.field(template_of(path))
        if field is None:
            return ", ".join(value) if isinstance(value, tuple) else value if isinstance(value, str) else ""
        return labels(self.form, field, value, lang)


@lru_cache(maxsize=4)  # of the same rules for everybody at work with them, like the rules themselves
def _completeness(rules: Rules) -> Completeness:
    return Completeness(rules)
