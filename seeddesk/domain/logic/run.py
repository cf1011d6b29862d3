"""One evaluation of one record."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seeddesk.domain.form import Choice, Field, Group
from seeddesk.domain.logic.checks import check_value
from seeddesk.domain.logic.compiler import Rule
from seeddesk.domain.logic.evaluation import Evaluation, Problem, SectionState
from seeddesk.domain.logic.functions import text_of, truth_of
from seeddesk.domain.logic.instance import Instance, Place, answer_of
from seeddesk.domain.logic.rules import Rules
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN, Value, is_empty


class Run:
    """`settle` first, then `judge`; `evaluation` gathers what they found."""

    def __init__(self, rules: Rules, record: Record, today: date) -> None:
        self.rules = rules
        self.record = record
        self.instance = Instance(rules.form, record)
        self.today = today.isoformat()
        self.now = f"{self.today}T00:00:00"
        self.calculated: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.missing: list[str] = []
        self.wanted = 0
        self.counts = {section.name: [0, 0, 0] for section in rules.form.sections}

    def settle(self) -> None:
        """Find out what is relevant and calculate, each after what it depends on; what is not relevant is empty to all others."""
        for xpath in self.rules.order:
            relevant = self.rules.relevant.get(xpath)
            calculate = self.rules.calculate.get(xpath)
            field = self.rules.fields.get(xpath)
            for place in self.instance.places.get(xpath, ()):
                place.hidden = (place.parent is not None and place.parent.hidden) or (
                    relevant is not None and not truth_of(self.value(relevant, place))
                )
                if field is None:
                    continue
                if calculate is not None:
                    text = "" if place.hidden else text_of(self.value(calculate, place))
                    place.element.text = text or None
                    self.calculated[place.path] = answer_of(field, text)
                elif place.hidden:
                    place.element.text = None

    def value(self, rule: Rule, place: Place) -> object:
        """A rule at a place."""
        return rule.value(place.element, self.today, self.now)

    def judge(self) -> None:
        """Collect problems and gaps in the form's order."""
        for section, items in self.rules.judged:
            count = self.counts[section]
            for item in items:
                problems, missing = len(self.problems), len(self.missing)
                if isinstance(item, Group):
                    self.judge_repeat(item)
                elif item.answered:
                    count[2] += sum(self.judge_field(item, place) for place in self.instance.places.get(item.xpath, ()))
                count[0] += len(self.missing) - missing
                count[1] += len(self.problems) - problems

    def judge_repeat(self, group: Group) -> None:
        """A repeat submission needs must have a row, wherever it stands."""
        if not group.core:
            return
        above = group.xpath.rpartition("/")[0]
        for parent in self.instance.places.get(above, ()):
            if parent.hidden:
                continue
            rows = [place for place in self.instance.places.get(group.xpath, ()) if place.parent is parent]
            self.wanted += 1
            if not rows:
                name = group.path[group.path.rfind(".") + 1 :]
                self.missing.append(f"{parent.path}.{name}" if parent.path else group.path)

    def judge_field(self, field: Field, place: Place) -> bool:
        """Problems of one answer; whether it is answered."""
        if place.hidden:
            return False
        value = self.calculated.get(place.path) if field.calculate else self.record.get(place.path)
        answered = not is_empty(value)
        required = self.rules.required.get(field.xpath)
        if required is not None and truth_of(self.value(required, place)):
            self.wanted += 1
            if not answered or (field.draft and value is NOT_KNOWN):
                self.missing.append(place.path)
        if not answered or value is NOT_KNOWN:
            return answered
        found = list(check_value(self.rules.form, field, place.path, value))
        if not any(problem.code != "problem-limit" for problem in found):
            found.extend(self.judge_rules(field, place, value))
        self.problems.extend(found)
        return True

    def judge_rules(self, field: Field, place: Place, value: Value) -> Iterator[Problem]:
        """The form's own rules on an answer of the right type: its choice filter and its constraint."""
        if field.choice_filter:
            offered = {choice.name for choice in self.offered(field, place)}
            wrong = [code for code in (value if isinstance(value, tuple) else (value,)) if code not in offered]
            if wrong:
                yield Problem(place.path, "problem-choice", {"value": ", ".join(map(str, wrong))})
        constraint = self.rules.constraint.get(field.xpath)
        if constraint is not None and not truth_of(self.value(constraint, place)):
            yield Problem(place.path, "problem-constraint", {}, field.constraint_message)

    def offered(self, field: Field, place: Place) -> tuple[Choice, ...]:
        """The choices a filtered list offers at a place."""
        rules = self.rules
        if field.xpath in rules.filters:
            column, rule = rules.filters[field.xpath]
            value = self.value(rule, place)
            items = rules.lists.lookup(field.choices, column, value)
        else:
            test = rules.item_tests[field.xpath]
            items = [
                item
                for item in rules.lists.tree(field.choices)[0]
                if truth_of(test.value(item, self.today, self.now, place.element))
            ]
        found = (rules.form.choice(field.choices, item.findtext("name") or "") for item in items)
        return tuple(choice for choice in found if choice is not None)

    def evaluation(self) -> Evaluation:
        """The outcome."""
        hidden = frozenset(
            place.path for places in self.instance.places.values() for place in places if place.hidden and place.path
        )
        done = self.wanted - len(self.missing)
        return Evaluation(
            hidden=hidden,
            calculated=self.calculated,
            problems=tuple(self.problems),
            missing=tuple(self.missing),
            completeness=100 * done // self.wanted if self.wanted else 100,
            sections={name: SectionState(*count) for name, count in self.counts.items()},
        )
