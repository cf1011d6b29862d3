"""Form logic: what is relevant, calculated, wrong and missing in a record, as the form's own expressions say."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from seeddesk.domain.form import Choice, Field, Form, Group, pick
from seeddesk.domain.logic.checks import check_value
from seeddesk.domain.logic.compiler import Compiler, Lists, Rule, refusal
from seeddesk.domain.logic.evaluation import Evaluation, Problem, SectionState
from seeddesk.domain.logic.functions import text_of, truth_of
from seeddesk.domain.logic.instance import Instance, Place, answer_of, xpaths
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN, Value, is_empty

__all__ = ["Evaluation", "Logic", "Problem", "SectionState"]


class Logic:
    """The rules of one form, compiled once; one object serves any number of records and threads.

    Raises FormError when an expression calls a function or names a question that is not there, or when calculations go round in a circle.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.lists = Lists(form)
        self.items = xpaths(form)
        self._by_xpath: dict[str, Field] = {field.xpath: field for field in form.fields.values()}
        compiler = Compiler(form, frozenset(self.items), self.lists)
        self._relevant: dict[str, Rule] = {}
        self._calculate: dict[str, Rule] = {}
        self._required: dict[str, Rule] = {}
        self._constraint: dict[str, Rule] = {}
        self._filter: dict[str, tuple[str, Rule]] = {}  # column -> the value it must have
        self._item_test: dict[str, Rule] = {}
        self._compile(compiler)
        self._order = self._in_order()
        self._judged = tuple((section.name, tuple(_walk(section.items))) for section in form.sections)

    def _compile(self, compiler: Compiler) -> None:
        top = next(iter(self.items))
        for section in self.form.sections:
            if section.relevant:
                xpath = f"{top}/{section.name}"
                self._relevant[xpath] = compiler.compile(section.relevant, xpath, "relevant")
        for group in self.form.groups.values():
            if group.relevant:
                self._relevant[group.xpath] = compiler.compile(group.relevant, group.xpath, "relevant")
        for field in self.form.fields.values():
            for expression, column, rules in (
                (field.relevant, "relevant", self._relevant),
                (field.calculate, "calculation", self._calculate),
                (field.required or ("true()" if field.core else ""), "required", self._required),
                (field.constraint, "constraint", self._constraint),
            ):
                if expression:
                    rules[field.xpath] = compiler.compile(expression, field.xpath, column)
            if field.choice_filter:
                equality = compiler.equality(field.choice_filter, field.xpath)
                if equality:
                    self._filter[field.xpath] = equality
                else:
                    rule = compiler.compile(field.choice_filter, field.xpath, "choice_filter", items=True)
                    self._item_test[field.xpath] = rule

    def _in_order(self) -> tuple[str, ...]:
        """The xpaths so that each comes after what its relevance and calculation read. Raises FormError for a circle."""
        order: dict[str, None] = {}
        open_: list[str] = []

        def visit(xpath: str) -> None:
            if xpath in order:
                return
            if xpath in open_:
                circle = " → ".join(self._name(each) for each in (*open_[open_.index(xpath) :], xpath))
                raise refusal("form-circle", xpath, "calculation", circle=circle)
            open_.append(xpath)
            above = xpath.rpartition("/")[0]
            for rules in (self._relevant, self._calculate):
                if xpath in rules:
                    for reference in sorted(rules[xpath].references):
                        visit(reference)
            if above in self.items:
                visit(above)
            open_.pop()
            order[xpath] = None

        for xpath in self.items:
            visit(xpath)
        return tuple(order)

    def _name(self, xpath: str) -> str:
        item = self.items.get(xpath)
        return item.template if item else xpath

    # -- evaluation ------------------------------------------------------------------------------------------------

    def evaluate(self, record: Record, today: date) -> Evaluation:
        """Judge a record. today: for expressions that ask for it."""
        run = _Run(self, record, today)
        run.settle()
        run.judge()
        return run.evaluation()

    def choices(self, record: Record, path: str, today: date | None = None) -> tuple[Choice, ...]:
        """The choices a field offers now: its list, filtered as the form says. `path` names a cell of an existing row, or a field."""
        field = self.form.field(template_of(path))
        if field is None or not field.choices:
            return ()
        everything = self.form.lists[field.choices]
        if not field.choice_filter:
            return everything
        run = _Run(self, record, today or date.today())
        run.settle()
        place = next((place for place in run.instance.places.get(field.xpath, ()) if place.path == path), None)
        return () if place is None else run.offered(field, place)

    def label(self, path: str, value: Value, lang: str) -> str:
        """A value as a person reads it: the labels of codes, joined by commas; other answers as they are. "Not known yet" is empty."""
        field = self.form.field(template_of(path))
        codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        if field is None or not field.choices:
            return ", ".join(codes)
        found = ((code, self.form.choice(field.choices, code)) for code in codes)
        return ", ".join(pick(choice.label, lang, code) if choice else code for code, choice in found)


class _Run:
    """One evaluation of one record."""

    def __init__(self, logic: Logic, record: Record, today: date) -> None:
        self.logic = logic
        self.record = record
        self.instance = Instance(logic.form, record)
        self.today = today.isoformat()
        self.now = f"{self.today}T00:00:00"
        self.calculated: dict[str, Value] = {}
        self.problems: list[Problem] = []
        self.missing: list[str] = []
        self.wanted = 0
        self.counts = {section.name: [0, 0, 0] for section in logic.form.sections}

    def settle(self) -> None:
        """Find out what is relevant and calculate, each after what it depends on; what is not relevant is empty to all others."""
        for xpath in self.logic._order:
            relevant = self.logic._relevant.get(xpath)
            calculate = self.logic._calculate.get(xpath)
            field = self.logic._by_xpath.get(xpath)
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
        for section, items in self.logic._judged:
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
        required = self.logic._required.get(field.xpath)
        if required is not None and truth_of(self.value(required, place)):
            self.wanted += 1
            if not answered or (field.draft and value is NOT_KNOWN):
                self.missing.append(place.path)
        if not answered or value is NOT_KNOWN:
            return answered
        found = list(check_value(self.logic.form, field, place.path, value))
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
                yield Problem(
                    place.path, "problem-choice", {"value": self.logic.label(place.path, tuple(map(str, wrong)), "")}
                )
        constraint = self.logic._constraint.get(field.xpath)
        if constraint is not None and not truth_of(self.value(constraint, place)):
            yield Problem(place.path, "problem-constraint", {}, field.constraint_message)

    def offered(self, field: Field, place: Place) -> tuple[Choice, ...]:
        """The choices a filtered list offers at a place."""
        logic = self.logic
        if field.xpath in logic._filter:
            column, rule = logic._filter[field.xpath]
            value = self.value(rule, place)
            items = logic.lists.lookup(field.choices, column, value)
        else:
            test = logic._item_test[field.xpath]
            items = [
                item
                for item in logic.lists.tree(field.choices)[0]
                if truth_of(test.value(item, self.today, self.now, place.element))
            ]
        found = (logic.form.choice(field.choices, item.findtext("name") or "") for item in items)
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


def _walk(items: tuple[Field | Group, ...]) -> Iterator[Field | Group]:
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from _walk(item.items)
