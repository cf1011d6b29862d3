"""A form's expressions, compiled, and the order in which they settle."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from seeddesk.domain.form import Field, Form, Group
from seeddesk.domain.logic.compiler import Compiler, Rule, refusal
from seeddesk.domain.logic.instance import xpaths
from seeddesk.domain.logic.lists import Lists


class Judgement(NamedTuple):
    """What a question's answer is held against."""

    field: Field
    required: Rule | None
    constraint: Rule | None


class Rules:
    """Every dict is keyed by the xpath of a question, group or section.

    filters: the column a choice must have, and the rule that says its value · item_tests: filters of any other shape, asked of each choice ·
    order: the xpaths that can be hidden or calculated, each after what its relevance and calculation read · needed: see `Instance` ·
    judged: section name -> its questions, and its repeats that need a row.
    Raises FormError when an expression calls a function or names a question that is not there, or when calculations go round in a circle.
    """

    def __init__(self, form: Form) -> None:
        self.form = form
        self.lists = Lists(form)
        self.items = xpaths(form)
        self.top = next(iter(self.items))
        self.fields: dict[str, Field] = {field.xpath: field for field in form.fields.values()}
        self.relevant: dict[str, Rule] = {}
        self.calculate: dict[str, Rule] = {}
        self.required: dict[str, Rule] = {}
        self.constraint: dict[str, Rule] = {}
        self.filters: dict[str, tuple[str, Rule]] = {}
        self.item_tests: dict[str, Rule] = {}
        self._compile(Compiler(form, frozenset(self.items), self.lists))
        self.order = self._in_order()
        self.needed = self._needed()
        self.judged = tuple((section.name, tuple(self._judgements(section.items))) for section in form.sections)

    def _compile(self, compiler: Compiler) -> None:
        for section in self.form.sections:
            if section.relevant:
                self.relevant[section.xpath] = compiler.compile(section.relevant, section.xpath, "relevant")
        for group in self.form.groups.values():
            if group.relevant:
                self.relevant[group.xpath] = compiler.compile(group.relevant, group.xpath, "relevant")
        for field in self.form.fields.values():
            for expression, column, rules in (
                (field.relevant, "relevant", self.relevant),
                (field.calculate, "calculation", self.calculate),
                (field.required or ("true()" if field.core else ""), "required", self.required),
                (field.constraint, "constraint", self.constraint),
            ):
                if expression:
                    rules[field.xpath] = compiler.compile(expression, field.xpath, column)
            if field.choice_filter:
                equality = compiler.equality(field.choice_filter, field.xpath)
                if equality:
                    self.filters[field.xpath] = equality
                else:
                    rule = compiler.compile(field.choice_filter, field.xpath, "choice_filter", items=True)
                    self.item_tests[field.xpath] = rule

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
            for rules in (self.relevant, self.calculate):
                if xpath in rules:
                    for reference in sorted(rules[xpath].references):
                        visit(reference)
            if above in self.items:
                visit(above)
            open_.pop()
            order[xpath] = None

        for xpath in self.items:
            visit(xpath)
        hideable: set[str] = set()
        for xpath in order:  # what stands above comes first
            if xpath in self.relevant or xpath.rpartition("/")[0] in hideable:
                hideable.add(xpath)
        return tuple(xpath for xpath in order if xpath in hideable or xpath in self.calculate)

    def _needed(self) -> frozenset[str]:
        """The xpaths expressions look at or are evaluated at, and all above them."""
        found: set[str] = set()
        by_name = (self.relevant, self.calculate, self.required, self.constraint, self.item_tests)
        equalities = {xpath: rule for xpath, (_, rule) in self.filters.items()}
        for rules in (*by_name, equalities):
            for xpath, rule in rules.items():
                found.update(rule.references)
                if rule.run is not None:
                    found.add(xpath)
        for xpath in tuple(found):
            while (xpath := xpath.rpartition("/")[0]) in self.items:
                found.add(xpath)
        return frozenset(found)

    def _judgements(self, items: tuple[Field | Group, ...]) -> Iterator[Judgement | Group]:
        for item in items:
            if isinstance(item, Group):
                if item.core:
                    yield item
                yield from self._judgements(item.items)
            elif item.answered:
                yield Judgement(item, self.required.get(item.xpath), self.constraint.get(item.xpath))

    def _name(self, xpath: str) -> str:
        item = self.items.get(xpath)
        return item.template if item else xpath
