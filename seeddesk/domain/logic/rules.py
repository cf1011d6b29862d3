"""A form's expressions, compiled, and who reads what."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple, TypeVar

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import QUOTE, UNQUOTE, Action, Field, Form, Group, Texts
from seeddesk.domain.logic.compiler import Compiler, Rule
from seeddesk.domain.logic.graph import SETTLING, Aspect, Graph, Reading
from seeddesk.domain.logic.instance import xpaths
from seeddesk.domain.logic.lists import Lists
from seeddesk.domain.logic.scopes import Moment, conditions, destination, moment_of, reach, scope
from seeddesk.domain.values import is_empty

QUOTED = re.compile(f"{QUOTE}([^{UNQUOTE}]*){UNQUOTE}")
_POSITION = re.compile(r"\b(position|last)\s*\(")
OFFER = Aspect.JUDGE | Aspect.SHOW  # what choices depend on
Made = TypeVar("Made")


class Judgement(NamedTuple):
    """What a question's answer is held against. rank: its place in the form's order · section: its name."""

    field: Field
    required: Rule | None
    constraint: Rule | None
    rank: int
    section: str


class RowRules(NamedTuple):
    """Choices made of rows, compiled: the rows, and what each is stored and shown as."""

    nodes: Rule
    value: Rule
    label: Rule


class Rules:
    """Every dict is keyed by the xpath of a question, group or section.

    filters: the column a choice must have, and the rule that says its value · item_tests: what else must hold of an item, or, without a column, the items a filter leaves ·
    starting: questions with a default or preload, by the repeat they lie in (``""``: none) · ends: those that say when the form was left ·
    quoted: the one question such an expression names, if that is all it does · actions_at: (event, source) -> actions ·
    daily: calculations that the day alone can change · words: (xpath, expression quoted in a text there) -> its rule · moments: calculations that depend on when they are made ·
    actions: with their rules, in the form's order · judged: questions held against something · wanted: repeats, each with
    its place in the order and its section · graph: who reads what, and the order in which everything settles ·
    needed: see `Instance`.
    `errors`, when given, takes every FormError; otherwise the first is raised: an expression that calls a function or names a question that
    is not there, or calculations that go round in a circle.
    """

    def __init__(self, form: Form, errors: list[FormError] | None = None) -> None:
        self.form = form
        self.lists = Lists(form)
        self.items = xpaths(form)
        self.top = next(iter(self.items))
        self.fields: dict[str, Field] = {field.xpath: field for field in form.fields.values()}
        self.groups: dict[str, Group] = {group.xpath: group for group in form.groups.values()}
        self.relevant: dict[str, Rule] = {}
        self.calculate: dict[str, Rule] = {}
        self.count: dict[str, Rule] = {}
        self.required: dict[str, Rule] = {}
        self.constraint: dict[str, Rule] = {}
        self.filters: dict[str, tuple[str, Rule]] = {}
        self.item_tests: dict[str, Rule] = {}
        self.row_choices: dict[str, RowRules] = {}
        self.seeds: dict[str, Rule] = {}
        self.words: dict[tuple[str, str], Rule] = {}
        self.quoted: dict[tuple[str, str], str] = {}
        self.actions: list[tuple[Action, Rule]] = []
        self.actions_at: dict[tuple[str, str], list[tuple[Action, Rule]]] = {}
        self.moments: dict[str, Moment] = {}
        self.needed: set[str] = set()
        self._readings: list[Reading] = []
        self._presences: list[Reading] = []
        self._errors = errors
        self._compiler = Compiler(form, frozenset(self.items), self.lists)
        self._compile()
        for xpath in tuple(self.needed):
            while (xpath := xpath.rpartition("/")[0]) in self.items:
                self.needed.add(xpath)
        self.graph = Graph(
            self.items,
            frozenset(xpath for xpath, group in self.groups.items() if group.repeat),
            self._readings,
            self._presences,
            {*self.relevant, *self.count},
            self.calculate,
            {xpath: item.template for xpath, item in self.items.items() if item},
            errors,
        )
        self.daily = self._daily()
        self.judged: dict[str, Judgement] = {}
        self.wanted: dict[str, tuple[int, str]] = {}
        for section in form.sections:
            self._judgements(section.items, section.name)
        self.ends: list[Field] = []
        self.starting: dict[str, list[Field]] = {}
        for field in self.fields.values():
            if field.calculate:
                continue
            if field.preload.split() == ["timestamp", "end"]:
                self.ends += [field] if "[]" not in field.template else []
            elif field.preload or not is_empty(field.default):
                self.starting.setdefault(self.graph.repeat_of[field.xpath], []).append(field)

    def _attempt(self, make: Callable[[], Made]) -> Made | None:
        """What `make` makes; None when that is refused and errors are collected."""
        try:
            return make()
        except FormError as error:
            if self._errors is None:
                raise
            self._errors.append(error)
            return None

    def _rule(self, aspect: int, expression: str, xpath: str, column: str) -> Rule:
        """A compiled expression, its readings noted."""
        rule = self._compiler.compile(expression, xpath, column)
        self._note(aspect, rule, expression, xpath)
        return rule

    def _note(self, aspect: int, rule: Rule, expression: str, xpath: str, items: bool = False) -> None:
        if rule.run is None:
            return
        reached = reach(expression, xpath, items)
        self.needed.add(xpath)
        self.needed |= rule.references | rule.present
        for read in rule.references:
            itself = read == xpath and aspect is Aspect.CALCULATE and reached.get(read, read) == read
            if not itself:  # a calculation may start from its own value, as `once` does
                self._readings.append(Reading(aspect, xpath, read, scope(reached, read)))
        for read in rule.present - rule.references:
            if not f"{xpath}/".startswith(f"{read}/"):  # what stands around is there whenever the expression is asked
                self._presences.append(Reading(aspect, xpath, read, scope(reached, read)))

    def _put(self, aspect: int, rules: dict[str, Rule], expression: str, xpath: str, column: str) -> None:
        rule = self._attempt(lambda: self._rule(aspect, expression, xpath, column)) if expression else None
        if rule is not None:
            rules[xpath] = rule

    def _compile(self) -> None:
        for section in self.form.sections:
            self._put(Aspect.RELEVANT, self.relevant, section.relevant, section.xpath, "relevant")
            self._quotes(section.xpath or self.top, section.label, section.hint)
        for group in self.groups.values():
            self._put(Aspect.RELEVANT, self.relevant, group.relevant, group.xpath, "relevant")
            self._put(Aspect.COUNT, self.count, group.count, group.xpath, "repeat_count")
            self._quotes(group.xpath, group.label, group.hint, group.guidance)
        for field in self.fields.values():
            self._field(field)
        for action in self.form.actions:
            self._attempt(lambda action=action: self._action(action))  # type: ignore[misc]  # mypy takes a default for Any

    def _action(self, action: Action) -> None:
        rule = self._compiler.compile(action.expression or "''", action.target, "calculation")
        self.needed |= {action.target, *rule.references, *rule.present}
        self.actions.append((action, rule))
        self.actions_at.setdefault((action.event, action.source), []).append((action, rule))

    def _field(self, field: Field) -> None:
        xpath = field.xpath
        self._put(Aspect.RELEVANT, self.relevant, field.relevant, xpath, "relevant")
        self._put(Aspect.CALCULATE, self.calculate, field.calculate, xpath, "calculation")
        self._put(Aspect.JUDGE, self.required, field.required or ("true()" if field.core else ""), xpath, "required")
        self._put(Aspect.JUDGE, self.constraint, field.constraint, xpath, "constraint")
        self._put(Aspect.SHOW, self.seeds, field.seed, xpath, "parameters")
        if xpath in self.calculate:
            moment = moment_of(field.calculate, xpath in self.calculate[xpath].references)
            if moment is not None:
                self.moments[xpath] = moment
        if field.rows is not None:
            self._attempt(lambda: self._rows(field))
        elif field.choice_filter:
            self._attempt(lambda: self._filter(field))
        self._quotes(xpath, field.constraint_message, aspect=OFFER)  # part of a problem, so judging says it anew
        texts = (field.label, field.hint, field.guidance, field.required_message)
        self._quotes(xpath, *texts, *self.form.quoting(field.choices))

    def _filter(self, field: Field) -> None:
        """An equality is asked of an index, and what else must hold of those it finds; any other filter of the whole list at once."""
        xpath, parts = field.xpath, conditions(field.choice_filter)
        for part in () if _POSITION.search(field.choice_filter) else parts:
            equality = self._compiler.equality(part, xpath)
            if equality:
                self.filters[xpath] = equality
                self._note(OFFER, equality[1], part, xpath, items=True)
                parts.remove(part)
                break
        if parts:
            test = " and ".join(parts)
            items = test if xpath in self.filters else f"root/item[{test}]"
            rule = self._compiler.compile(items, xpath, "choice_filter", items=True)
            self.item_tests[xpath] = rule
            self._note(OFFER, rule, items, xpath, items=True)

    def _rows(self, field: Field) -> None:
        assert field.rows is not None  # `_field` saw it
        nodes = self._rule(OFFER, field.rows.nodes, field.xpath, "type")
        repeat = destination(field.rows.nodes, field.xpath) or self.top
        value, label = (
            self._compiler.compile(column, repeat, "type") for column in (field.rows.value, field.rows.label)
        )
        self.needed |= value.present | label.present
        for rule in (value, label):
            self._readings += [Reading(OFFER, field.xpath, read, "") for read in rule.references]
            self._presences += [Reading(OFFER, field.xpath, read, "") for read in rule.present]
            self.needed |= rule.references
        self.row_choices[field.xpath] = RowRules(nodes, value, label)

    def _quotes(self, xpath: str, *texts: Texts, aspect: int = Aspect.SHOW) -> None:
        for text in {text for each in texts for text in each.values() if QUOTE in text}:
            for expression in QUOTED.findall(text):
                rule = self._attempt(
                    lambda expression=expression: self._rule(aspect, expression, xpath, "label")  # type: ignore[misc]  # mypy takes a default for Any
                )
                if rule is not None:
                    self.words[xpath, expression] = rule
                    reached = reach(expression, xpath)
                    if len(reached) == 1 and "(" not in expression:
                        self.quoted[xpath, expression] = next(iter(reached))

    def _daily(self) -> set[str]:
        found = {xpath for xpath, moment in self.moments.items() if moment is Moment.FRESH}
        waiting = list(found)
        while waiting:
            for edge in self.graph.readers.get(waiting.pop(), ()):
                if edge.aspect & SETTLING and edge.reader not in found:
                    found.add(edge.reader)
                    waiting.append(edge.reader)
        return found

    def _judgements(self, items: tuple[Field | Group, ...], section: str) -> None:
        for item in items:
            index = len(self.judged) + len(self.wanted)
            if isinstance(item, Group):
                if item.core or item.repeat:
                    self.wanted[item.xpath] = (index, section)
                self._judgements(item.items, section)
            elif item.answered:
                xpath = item.xpath
                self.judged[xpath] = Judgement(
                    item, self.required.get(xpath), self.constraint.get(xpath), index, section
                )
