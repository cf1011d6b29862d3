"""One evaluation of one record."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date, datetime

from lxml import etree

from seeddesk.domain.form import Choice, Field
from seeddesk.domain.logic.checks import check_value
from seeddesk.domain.logic.compiler import Rule
from seeddesk.domain.logic.evaluation import Evaluation, Problem, SectionState
from seeddesk.domain.logic.functions import TooSlow, number_of, text_of, truth_of
from seeddesk.domain.logic.instance import Instance, Place, Row, Rows, Verdict, answer_of, instance_text
from seeddesk.domain.logic.rules import Judgement, Rules
from seeddesk.domain.logic.scopes import Moment
from seeddesk.domain.logic.words import filled
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN, Value, is_empty

MOST_ROWS, MOST_IN_ALL = 1000, 5000  # that counts make in a repeat, and in a record; whoever needs more adds them
NO_VERDICT = Verdict()


class Run:
    """`settle` first, then `judge`; `evaluation` gathers what they found, from totals kept up to date."""

    def __init__(self, rules: Rules, record: Record, moment: date) -> None:
        self.rules = rules
        self.record = record
        self.instance = Instance(rules.form, record, rules.top, rules.needed)
        self.at(moment)
        self.unmade: dict[Rows, int] = {}
        self.hidden: set[str] = set()
        self.calculated: dict[str, Value] = {}
        self.wanted = 0
        self.lacking = 0
        self.sections = {section.name: [0, 0, 0] for section in rules.form.sections}  # missing, problems, answered
        self.faulty: dict[str, set[Place | Rows]] = {}
        self.missing: dict[str, set[Place | Rows]] = {}

    def at(self, moment: date) -> None:
        """Say what day, and what time, expressions are told it is."""
        self.today = moment.isoformat()[:10]
        seconds = moment.isoformat(timespec="seconds") if isinstance(moment, datetime) else ""
        self.now = seconds or f"{self.today}T00:00:00"

    def places(self, xpath: str) -> list[Place]:
        """Every place of a question, group or row, in the record's order."""
        graph = self.rules.graph
        return [row.places[xpath] for row in self.instance.root.under(graph.chain[graph.repeat_of[xpath]])]

    def repeats(self, xpath: str) -> list[Rows]:
        """A repeat in every row that holds it."""
        around = self.rules.graph.chain[xpath][:-1]
        return [row.repeats[xpath] for row in self.instance.root.under(around)]

    def settle(self) -> None:
        """Find out what is relevant and calculate, each after what it depends on; what is not relevant is empty to all others."""
        rules = self.rules
        for xpath in rules.graph.order:
            if xpath in rules.count:
                for repeat in self.repeats(xpath):
                    self.settle_count(repeat)
            calculated = xpath in rules.calculate
            for place in self.places(xpath):
                self.settle_relevance(place)
                if calculated:
                    self.settle_calculation(place)

    def value(self, rule: Rule, place: Place) -> object:
        """A rule at a place; nothing when it takes too long."""
        if not place.hidden:
            return self.ask(rule, place.element)
        with self.instance.shown(place):
            return self.ask(rule, place.element)

    def ask(self, rule: Rule, element: etree._Element | None, current: etree._Element | None = None) -> object:
        """The same at an element of a tree. current: the question, when that is an item of a list."""
        try:
            return rule.value(element, self.today, self.now, current)
        except TooSlow:
            return ""

    def settle_count(self, repeat: Rows) -> list[Row]:
        """Count a repeat's rows off; those whose state that changes."""
        rule = self.rules.count[repeat.xpath]
        number = 0.0 if repeat.parent.hidden else number_of(text_of(self.beside(rule, repeat)))
        repeat.count = 0 if number != number or number < 0 else int(min(number, 10**9))
        self.make_rows(repeat)
        changed = [row for index, row in enumerate(repeat.rows) if row.beyond != (index >= repeat.count)]
        for row in changed:
            row.beyond = not row.beyond
        return changed

    def beside(self, rule: Rule, repeat: Rows) -> object:
        """A rule of a repeat, evaluated where its rows stand, be there any or none."""
        if rule.run is None or repeat.anchor is None:
            return self.ask(rule, repeat.anchor)
        element = repeat.anchor.makeelement(repeat.xpath[repeat.xpath.rfind("/") + 1 :])
        repeat.anchor.addprevious(element)
        with self.instance.shown(repeat.parent):
            value = self.ask(rule, element)
        parent = element.getparent()
        assert parent is not None  # just put there
        parent.remove(element)
        return value

    def make_rows(self, repeat: Rows) -> None:
        """Add the rows a count asks for. Looking at a record adds none, and only says how many of them editing it would."""
        assert repeat.count is not None  # just counted
        room = MOST_IN_ALL - len(self.instance.rows) - sum(self.unmade.values())
        self.unmade[repeat] = max(0, min(min(repeat.count, MOST_ROWS) - len(repeat.rows), room))

    def settle_relevance(self, place: Place) -> bool:
        """Hide or show a place; whether that changed."""
        row = place.row if place.xpath == place.row.repeat else None
        parent = place.parent
        hidden = (parent is not None and parent.hidden) or (row is not None and row.beyond)
        rule = None if hidden else self.rules.relevant.get(place.xpath)
        if rule is not None:
            self.instance.show(place, True)  # its expression starts from there
            hidden = not truth_of(self.ask(rule, place.element))
        self.instance.show(place, not hidden)
        if hidden == place.hidden:
            return False
        place.hidden = hidden
        if place.path:
            (self.hidden.add if hidden else self.hidden.discard)(place.path)
        field = self.rules.fields.get(place.xpath)
        if field is not None and place.element is not None and place.xpath not in self.rules.calculate:
            value = None if hidden else self.record.values.get(place.path)
            place.element.text = instance_text(field, value)
        return True

    def settle_calculation(self, place: Place, edited: bool = False) -> bool:
        """Calculate a place; whether that changed what others read. edited: something it reads was."""
        rules, path = self.rules, place.path
        field, moment = rules.fields[place.xpath], rules.moments.get(place.xpath)
        stored = self.record.values.get(path)
        seen = None if place.element is None else place.element.text
        if moment is Moment.ONCE or (moment is Moment.KEPT and not edited):
            kept = place.hidden or not is_empty(stored)
        else:
            kept = moment is Moment.KEPT and place.hidden
        if kept:
            value = stored
            text = None if place.hidden else instance_text(field, stored)
        else:
            if moment is not None and place.element is not None:
                place.element.text = instance_text(field, stored)  # it may read itself
            text = "" if place.hidden else text_of(self.value(rules.calculate[place.xpath], place))
            value = answer_of(field, text)
        new = path not in self.calculated
        before = self.calculated.get(path)
        self.calculated[path] = value
        if place.element is None:
            return new or before != value
        shown = None if place.hidden else text or None
        place.element.text = shown
        return new or before != value or seen != shown

    # -- judging ---------------------------------------------------------------------------------------------------

    def judge(self) -> None:
        """Collect problems and gaps."""
        for xpath in self.rules.wanted:
            for repeat in self.repeats(xpath):
                self.judge_repeat(repeat)
        for xpath in self.rules.judged:
            for place in self.places(xpath):
                self.judge_place(place)

    def judge_repeat(self, repeat: Rows) -> None:
        """A repeat submission needs must have a row, wherever it is relevant; and no count makes too many."""
        verdict = NO_VERDICT
        repeat.hidden = repeat.parent.hidden or self.unwanted(repeat)
        (self.hidden.add if repeat.hidden else self.hidden.discard)(repeat.path)
        if not repeat.hidden:
            core = self.rules.groups[repeat.xpath].core
            found, count = len(repeat.rows) + self.unmade.get(repeat, 0), repeat.count or 0
            in_all = len(self.instance.rows) + sum(self.unmade.values())
            many = count > found and (count > MOST_ROWS or in_all >= MOST_IN_ALL)
            problem = Problem(repeat.path, "problem-many-rows", {"count": count, "most": found})
            problems = (problem,) if many else ()
            verdict = Verdict(core, core and not repeat.rows, False, problems)
        self.put(repeat, verdict, self.rules.wanted[repeat.xpath][1])

    def unwanted(self, repeat: Rows) -> bool:
        """Whether no row of a repeat is relevant: none that is there, or else none that would be."""
        rule = self.rules.relevant.get(repeat.xpath)
        there = [row for row in repeat.rows if not row.beyond]
        if rule is None or there:
            return rule is not None and all(row.place.hidden for row in there)
        return not truth_of(self.beside(rule, repeat))

    def judge_place(self, place: Place) -> None:
        """Whether a question's answer is there, wanted, and right."""
        judgement = self.rules.judged[place.xpath]
        self.put(place, NO_VERDICT if place.hidden else self.verdict(judgement, place), judgement.section)

    def verdict(self, judgement: Judgement, place: Place) -> Verdict:
        """What is to be said about an answer."""
        field = judgement.field
        value = self.calculated.get(place.path) if field.calculate else self.record.values.get(place.path)
        answered = not is_empty(value)
        required = judgement.required
        wanted = required is not None and (required.always or truth_of(self.value(required, place)))
        missing = wanted and (not answered or (field.known and value is NOT_KNOWN))
        found: list[Problem] = []
        if answered and value is not NOT_KNOWN:
            found = list(check_value(self.rules.form, field, place.path, value))
            if all(problem.code == "problem-limit" for problem in found):
                found.extend(self.judge_rules(judgement, place, value))
        if not (answered or wanted):
            return NO_VERDICT
        return Verdict(wanted, missing, answered, tuple(found))

    def judge_rules(self, judgement: Judgement, place: Place, value: Value) -> Iterator[Problem]:
        """The form's own rules on an answer of the right type: the choices it offers and its constraint."""
        field = judgement.field
        if field.choice_filter or field.rows is not None:
            offered = {choice.name for choice in self.offered(field, place)}
            wrong = [code for code in (value if isinstance(value, tuple) else (str(value),)) if code not in offered]
            if wrong:
                yield Problem(place.path, "problem-choice", {"value": ", ".join(wrong)})
        try:
            constraint = judgement.constraint
            kept = constraint is None or truth_of(constraint.value(place.element, self.today, self.now))
        except TooSlow:
            yield Problem(place.path, "problem-rule-slow")
            return
        if not kept:
            texts = {lang: filled(self, place, text, lang) for lang, text in field.constraint_message.items()}
            yield Problem(place.path, "problem-constraint", {}, texts)

    def put(self, place: Place | Rows, verdict: Verdict, section: str) -> None:
        """Keep a verdict, and the totals with it."""
        old = place.verdict or NO_VERDICT
        place.verdict = verdict
        if old is verdict:
            return
        self.wanted += verdict.wanted - old.wanted
        self.lacking += verdict.missing - old.missing
        totals = self.sections[section]
        totals[0] += verdict.missing - old.missing
        totals[1] += len(verdict.problems) - len(old.problems)
        totals[2] += verdict.answered - old.answered
        for index, now, before in (
            (self.faulty, bool(verdict.problems), bool(old.problems)),
            (self.missing, verdict.missing, old.missing),
        ):
            if now and not before:
                index.setdefault(place.xpath, set()).add(place)
            elif before and not now:
                index[place.xpath].discard(place)

    def offered(self, field: Field, place: Place) -> tuple[Choice, ...]:
        """The choices a question offers at a place, in the order of its list or rows."""
        rules, xpath = self.rules, field.xpath
        test = rules.item_tests.get(xpath)
        if xpath in rules.filters:
            column, rule = rules.filters[xpath]
            found = rules.lists.where(field.choices, column, self.value(rule, place))
            if test is not None:
                items = map(rules.lists.built, found)
                tests = (self.ask(test, item, place.element) for item in items)
                found = tuple(choice for choice, holds in zip(found, tests, strict=True) if truth_of(holds))
            return found
        if test is not None:
            left = self.ask(test, rules.lists.tree(field.choices), place.element)
            return tuple(map(rules.lists.choice, left)) if isinstance(left, list) else ()
        if xpath in rules.row_choices:
            return tuple(self.row_choices(xpath, place))
        return rules.form.lists.get(field.choices, ())

    def row_choices(self, xpath: str, place: Place) -> Iterator[Choice]:
        """Choices made of rows: those that say what they are stored as."""
        rules = self.rules.row_choices[xpath]
        rows = self.value(rules.nodes, place)
        for row in rows if isinstance(rows, list) else ():
            name = text_of(self.ask(rules.value, row))
            if name:
                label = text_of(self.ask(rules.label, row)) or name
                yield Choice(name, dict.fromkeys(self.rules.form.languages, label))

    # -- the outcome -----------------------------------------------------------------------------------------------

    def evaluation(self) -> Evaluation:
        """The outcome, problems and gaps in the form's order."""
        done = self.wanted - self.lacking
        return Evaluation(
            hidden=frozenset(self.hidden),
            calculated=dict(self.calculated),
            problems=tuple(problem for place in self.in_order(self.faulty) for problem in _judged(place).problems),
            missing=tuple(place.path for place in self.in_order(self.missing)),
            completeness=100 * done // self.wanted if self.wanted else 100,
            sections={name: SectionState(*totals) for name, totals in self.sections.items()},
        )

    def in_order(self, index: Mapping[str, set[Place | Rows]]) -> Iterator[Place | Rows]:
        """The places of an index, by the form's order and then the rows'."""
        rules = self.rules
        for xpath in sorted(
            (xpath for xpath, found in index.items() if found),
            key=lambda xpath: rules.judged[xpath].rank if xpath in rules.judged else rules.wanted[xpath][0],
        ):
            found = index[xpath]
            if len(found) == 1:
                yield from found
            elif xpath in rules.judged:
                yield from (place for place in self.places(xpath) if place in found)
            else:
                yield from (repeat for repeat in self.repeats(xpath) if repeat in found)


def _judged(place: Place | Rows) -> Verdict:
    return place.verdict or NO_VERDICT
