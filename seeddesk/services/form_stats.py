"""How a form does in practice, question by question: asked, answered, left out, too long, changed by whoever validates, and how long it took.

So that next year's form can be better than this year's. Nothing here names a person or a practice.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from statistics import median
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.basics import place
from seeddesk.domain.changes import Progress
from seeddesk.domain.form import Form, Kind, Texts
from seeddesk.domain.heads import same
from seeddesk.domain.merge import distinct
from seeddesk.domain.paths import is_row, template_of
from seeddesk.domain.query import Query
from seeddesk.domain.values import NOT_KNOWN, is_empty
from seeddesk.domain.versions import FORM, Reading
from seeddesk.services.form_tools import named

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic
    from seeddesk.domain.record import Record
    from seeddesk.domain.revision import Revision
    from seeddesk.domain.values import Value
    from seeddesk.services.workspace import Workspace

TOGETHER = 100  # practices read at a time
VALIDATING = ("in_validation", "to_complete")  # what is changed in these was not good enough as it was sent
_TIMED = re.compile(r"(\S+)=(\d{1,7})")  # an entry of a log: "2026-11-22T10:00 title=35 partners[].name=12"


@dataclass(frozen=True, slots=True)
class QuestionStats:
    """One question over all practices looked at; in a repeat, every row counts.

    n: times it was asked, which is answered + not_known + skipped · over_limit: answers longer than the limit · problems: answers that break
    another rule of the form · changed_in_validation: answers that were replaced or emptied after submission, before the practice was validated ·
    seconds: spent on it in all, where a log recorded that · timed: practices that recorded it · median_seconds: of these, for one practice.
    """

    template: str
    label: Texts
    section: str
    n: int
    answered: int
    skipped: int
    not_known: int
    over_limit: int
    problems: int
    changed_in_validation: int
    seconds: int
    timed: int
    median_seconds: float

    @property
    def trouble(self) -> float:
        """How much the question asks for a look, 0 and up: the share of times it was left out, not known, too long, wrong or changed."""
        bad = self.skipped + self.not_known + self.over_limit + self.problems + self.changed_in_validation
        return bad / self.n if self.n else 0.0


@dataclass(frozen=True, slots=True)
class FormStats:
    """A form over the practices a query finds. questions: in the form's order."""

    form: str
    version: str
    title: Texts
    practices: int
    questions: tuple[QuestionStats, ...]

    @property
    def worst_first(self) -> tuple[QuestionStats, ...]:
        """Those that ask for a look most; among equals the form's order."""
        return tuple(sorted(self.questions, key=lambda one: -one.trouble))


def stats(ws: Workspace, form_id: str = "", query: Query | None = None, progress: Progress | None = None) -> FormStats:
    """The figures of a form (the catalogue's main form when "") over the practices of a query that are recorded with it.

    Raises NotFound ``form-not-here`` for a form the catalogue does not know, Cancelled.
    """
    form = named(ws, form_id)
    progress = progress or Progress()
    tally = _Tally(form, ws.logic_of(form))
    asked = query or Query()
    with ws.catalogue.read() as view:
        ids = view.ids(replace(asked, where={**asked.where, FORM: (form.id,)}))
        for start in range(0, len(ids), TOGETHER):
            some = ids[start : start + TOGETHER]
            revisions = view.revisions_of(some)
            for done, (practice, record) in enumerate(view.records(some), start):
                progress.step(done, len(ids), record.text("title"))
                tally.add(record, revisions.get(practice, []))
    return FormStats(form.id, form.version, form.title, len(ids), tuple(tally.questions()))


class _Tally:
    """Counts by template, added to practice by practice."""

    def __init__(self, form: Form, logic: Logic) -> None:
        self.form, self.logic = form, logic
        self.asked = [one for one in form.fields.values() if one.answered and not one.calculate and not one.read_only]
        self.places = []  # template, the repeat it stands in, what comes behind a row of it
        for one in self.asked:
            head, brackets, cell = one.template.rpartition("[]")
            self.places.append((one.template, head + brackets, cell))
        self.logs = [one.template for one in form.fields.values() if one.kind is Kind.LOG]
        self.counts: dict[str, Counter[str]] = {one.template: Counter() for one in self.asked}
        self.times: dict[str, list[int]] = {}
        self.today = date.today()

    def add(self, record: Record, revisions: Iterable[Revision]) -> None:
        """One practice."""
        found = self.logic.evaluate(record, self.today)
        rows = _rows(record)
        for template, repeat, cell in self.places:
            count = self.counts[template]
            for path in [f"{row}{cell}" for row in rows.get(repeat, ())] if repeat else (template,):
                if path in found.hidden:
                    continue
                value = record.get(path)
                count["not_known" if value is NOT_KNOWN else "skipped" if is_empty(value) else "answered"] += 1
        for problem in found.problems:
            kind = "over_limit" if problem.code == "problem-limit" else "problems"
            self.counts.get(template_of(problem.path), Counter())[kind] += 1
        for path in _replaced(self.form, revisions):
            self.counts.get(template_of(path), Counter())["changed"] += 1
        spent: Counter[str] = Counter()
        for log in self.logs:
            entries = record.get(log)
            for entry in entries if isinstance(entries, tuple) else ():
                for template, seconds in _TIMED.findall(entry):
                    spent[self.form.former.get(template, template)] += int(seconds)
        for template, total in spent.items():
            self.times.setdefault(template, []).append(total)

    def questions(self) -> Iterator[QuestionStats]:
        """What was counted."""
        for field in self.asked:
            count, times = self.counts[field.template], self.times.get(field.template, [])
            yield QuestionStats(
                template=field.template,
                label=field.label,
                section=field.section,
                n=count["answered"] + count["skipped"] + count["not_known"],
                answered=count["answered"],
                skipped=count["skipped"],
                not_known=count["not_known"],
                over_limit=count["over_limit"],
                problems=count["problems"],
                changed_in_validation=count["changed"],
                seconds=sum(times),
                timed=len(times),
                median_seconds=float(median(times)) if times else 0.0,
            )


def _rows(record: Record) -> Mapping[str, Sequence[str]]:
    """``partners[]`` -> the rows there are."""
    found: dict[str, list[str]] = {}
    for path in record.values:
        if is_row(path) and record.alive(path):
            found.setdefault(template_of(path), []).append(path)
    return found


def _replaced(form: Form, revisions: Iterable[Revision]) -> Iterator[str]:
    """The paths whose answer was replaced or emptied while the practice was being validated, once for each time, in order of time."""
    values: dict[str, Value] = {}
    standing = place(workflow.FIELD, form)
    status: Value = workflow.DRAFT
    log = Reading(distinct(revisions), form).log
    for revision in sorted(log.values(), key=lambda one: (one.time, one.dot)):
        for path, value in revision.set.items():
            before = values.get(path)
            if status in VALIDATING and not path.endswith("]") and not is_empty(before) and same(before) != same(value):
                yield path
            values[path] = value
        status = values.get(standing, status)
