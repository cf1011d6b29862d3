"""One evaluation of one record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from seeddesk.domain.form import Choice, Field, Group
from seeddesk.domain.logic.checks import check_value
from seeddesk.domain.logic.compiler import Rule
from seeddesk.domain.logic.evaluation import Evaluation, Problem, SectionState
from seeddesk.domain.logic.functions import text_of, truth_of
from seeddesk.domain.logic.instance import Instance, Place, answer_of
from seeddesk.domain.logic.rules import Judgement, Rules
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN, Value, is_empty


class Run:
    """`settle` first, then `judge`; `evaluation` gathers what they found."""

    def __init__(self, rules: Rules, record: Record, today: date) -> None:
        self.rules = rules
        self.record = record
        self.instance = Instance(rules.form, record, rules.top, rules.needed)
        self.today = today.isoformat()[:10]
        self.now = today.isoformat() if isinstance(today, datetime) else f"{self.today}T00:00:00"
        self.calculated: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.missing: list[str] = []
        self.wanted = 0
        self.hidden: list[str] = []
        self.sections: dict[str, SectionState] = {}

    def settle(self) -> None:
        """Find out what is relevant and calculate, each after what it depends on; what is not relevant is empty to all others."""
        rules = self.rules
        for xpath in rules.order:
            relevant, calculate, field = rules.relevant.get(xpath), rules.calculate.get(xpath), rules.fields.get(xpath)
            for place in self.instance.places.get(xpath, ()):
                place.hidden = (place.parent is not None and place.parent.hidden) or (
                    relevant is not None and not truth_of(self.value(relevant, place))
                )
                if place.hidden:
                    self.hidden.append(place.path)
                if field is None:
                    continue
                text = ""
                if calculate is not None:
                    text = "" if place.hidden else text_of(self.value(calculate, place))
                    self.calculated[place.path] = answer_of(field, text)
                if place.element is not None and (calculate is not None or place.hidden):
                    place.element.text = text or None

    def value(self, rule: Rule, place: Place) -> object:
        """A rule at a place."""
        return rule.value(place.element, self.today, self.now)

    def judge(self) -> None:
        """Collect problems and gaps in the form's order."""
        places = self.instance.places
        for section, items in self.rules.judged:
            problems, missing, answered = len(self.problems), len(self.missing), 0
            for item in items:
                if isinstance(item, Group):
                    self.judge_repeat(item)
                else:
                    for place in places.get(item.field.xpath, ()):
                        answered += not place.hidden and self.judge_field(item, place)
            self.sections[section] = SectionState(len(self.missing) - missing, len(self.problems) - problems, answered)

    def judge_repeat(self, group: Group) -> None:
        """A repeat submission needs must have a row, wherever it stands."""
        above = group.xpath.rpartition("/")[0]
        for parent in self.instance.places.get(above, ()):
            if parent.hidden:
                continue
            rows = [place for place in self.instance.places.get(group.xpath, ()) if place.parent is parent]
            self.wanted += 1
            if not rows:
                name = group.path[group.path.rfind(".") + 1 :]
                self.missing.append(f"{parent.path}.{name}" if parent.path else group.path)

    def judge_field(self, item: Judgement, place: Place) -> bool:
        """Problems of one answer; whether it is answered."""
        field = item.field
        value = self.calculated.get(place.path) if field.calculate else self.record.values.get(place.path)
        answered = not is_empty(value)
        required = item.required
        if required is not None and (required.always or truth_of(self.value(required, place))):
            self.wanted += 1
            if not answered or (field.draft and value is NOT_KNOWN):
                self.missing.append(place.path)
        if answered and value is not NOT_KNOWN:
            found = list(check_value(self.rules.form, field, place.path, value))
            if all(problem.code == "problem-limit" for problem in found):
                found.extend(self.judge_rules(item, place, value))
            self.problems.extend(found)
        return answered

    def judge_rules(self, item: Judgement, place: Place, value: Value) -> Iterator[Problem]:
        """The form's own rules on an answer of the right type: its choice filter and its constraint."""
        if item.field.choice_filter:
            offered = {choice.name for choice in self.offered(item.field, place)}
            wrong = [code for code in (value if isinstance(value, tuple) else (str(value),)) if code not in offered]
            if wrong:
                yield Problem(place.path, "problem-choice", {"value": ", ".join(wrong)})
        if item.constraint is not None and not truth_of(self.value(item.constraint, place)):
            yield Problem(place.path, "problem-constraint", {}, item.field.constraint_message)

    def offered(self, field: Field, place: Place) -> tuple[Choice, ...]:
        """The choices a filtered list offers at a place."""
        rules = self.rules
        if field.xpath in rules.filters:
            column, rule = rules.filters[field.xpath]
            return rules.lists.where(field.choices, column, self.value(rule, place))
        test = rules.item_tests[field.xpath]
        return tuple(
            choice
            for choice, item in zip(rules.form.lists[field.choices], rules.lists.tree(field.choices)[0], strict=True)
            if truth_of(test.value(item, self.today, self.now, place.element))
        )

    def evaluation(self) -> Evaluation:
        """The outcome."""
        done = self.wanted - len(self.missing)
        return Evaluation(
            hidden=frozenset(filter(None, self.hidden)),
            calculated=self.calculated,
            problems=tuple(self.problems),
            missing=tuple(self.missing),
            completeness=100 * done // self.wanted if self.wanted else 100,
            sections=self.sections,
        )
