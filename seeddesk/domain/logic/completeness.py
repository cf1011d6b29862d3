"""How much of what submission needs is there, without judging anything else: what a list shows of each of a hundred thousand practices.

Most required questions are required whatever else is answered: these are counted off. For the rest a small form is made of them and of
everything their rules read, it is evaluated as any form is, and what came out is remembered by what it was given.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from seeddesk.domain.form import Field, Form, Group, Section
from seeddesk.domain.logic.compiler import Rule
from seeddesk.domain.logic.rules import Rules
from seeddesk.domain.logic.run import Run
from seeddesk.domain.paths import repeat_of, row_id, row_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN, Value, is_empty

_REMEMBERED = 20000
_ASKED_WHETHER = re.compile(r"string-length\(([^()]*)\)\s*(?:>|=|!=)\s*0(?![.\d])")
_CHANCE = re.compile(r"\b(?:random|uuid)\s*\(")
_ANYTHING = re.compile(r"\*|//|::|\bnode\s*\(")


class Completeness:
    """Counts what submission needs, for records of one form. May be used from several threads."""

    def __init__(self, rules: Rules) -> None:
        self._fields: list[
            tuple[str, bool]
        ] = []  # always required, outside repeats: template, whether "not known yet" is no answer
        self._cells: dict[
            str, list[tuple[str, bool]]
        ] = {}  # a repeat's template -> the same for its cells, as they follow the row's path
        self._repeats: list[str] = []  # paths of repeats outside others that must have a row
        rest: set[str] = set()
        for xpath, judgement in rules.judged.items():
            required, field = judgement.required, judgement.field
            if required is None or (required.run is None and not required.constant):
                continue
            if not required.always or field.calculate or _depends(xpath, rules):
                rest.add(xpath)
            elif "[]" in field.template:
                around = field.template.rpartition("[]")[0] + "[]"
                self._cells.setdefault(around, []).append((field.template[len(around) :], field.known))
            else:
                self._fields.append((field.template, field.known))
        for xpath in rules.wanted:
            group = rules.groups[xpath]
            if group.core and (_depends(xpath, rules) or "[]" in group.path):
                rest.add(xpath)
            elif group.core:
                self._repeats.append(group.path)
        self._rest = _Conditional(rules, rest) if rest else None

    def of(self, record: Record, today: date) -> int:
        """`Evaluation.completeness` of a record."""
        values = record.values
        rows = _rows(record)
        wanted, lacking = len(self._fields) + len(self._repeats), 0
        for template, known in self._fields:
            lacking += _missing(values.get(template), known)
        for template, cells in self._cells.items():
            for row in rows.get(template, ()):
                wanted += len(cells)
                for cell, known in cells:
                    lacking += _missing(values.get(row + cell), known)
        for repeat in self._repeats:
            lacking += not rows.get(repeat + "[]")
        if self._rest is not None:
            more, less = self._rest.count(record, rows, today)
            wanted, lacking = wanted + more, lacking + less
        return 100 * (wanted - lacking) // wanted if wanted else 100


class _Conditional:
    """What is required only when something else is answered, or only where it is relevant."""

    def __init__(self, rules: Rules, wanted: set[str]) -> None:
        kept, expressions = _reading(rules, wanted)
        self._rules = Rules(_reduced(rules.form, kept, wanted))
        fields = self._rules.form.fields
        whether = _only_whether(rules, kept, expressions)
        self._plain = [(name, field.xpath in whether) for name, field in fields.items() if "[]" not in name]
        self._cells: dict[str, list[tuple[str, bool]]] = {
            group.template: [
                (name[len(group.template) :], field.xpath in whether)
                for name, field in fields.items()
                if name.startswith(group.template + ".") and "[]" not in name[len(group.template) :]
            ]
            for group in self._rules.form.repeats
        }
        self._by_chance = any(_CHANCE.search(expression) for expression, _ in expressions)
        self._known: dict[object, tuple[int, int]] = {}

    def count(self, record: Record, rows: Mapping[str, list[str]], today: date) -> tuple[int, int]:
        """How many answers are wanted, and how many of these are not there."""
        given, key = self._given(record, rows)
        key = (today, key)
        found = None if self._by_chance else self._known.get(key)
        if found is None:
            run = Run(self._rules, Record(given), today)
            run.settle()
            run.judge()
            found = run.wanted, run.lacking
            if len(self._known) >= _REMEMBERED:
                self._known.clear()
            self._known[key] = found
        return found

    def _given(self, record: Record, rows: Mapping[str, list[str]]) -> tuple[dict[str, Value], object]:
        """The values the rules read, and what makes a difference among them: rows by their places, texts that are only looked for as such."""
        values = record.values
        given: dict[str, Value] = {}
        key: list[object] = []
        for name, whether in self._plain:
            value = values.get(name)
            if value is not None:
                given[name] = value
            key.append(_difference(value) if whether else value)
        for template, cells in self._cells.items():
            found = rows.get(template, ())
            if not found:
                continue
            places = {row: place for place, row in enumerate(rows.get(template.rpartition("[].")[0] + "[]", ()))}
            ordered = sorted(found, key=lambda row: (repeat_of(row), str(values[row]), row_id(row)))
            for row in ordered:
                given[row] = values[row]
                key.append((template, places.get(row_of(repeat_of(row)) or "", -1)))
                for cell, whether in cells:
                    value = values.get(row + cell)
                    if value is not None:
                        given[row + cell] = value
                    key.append(_difference(value) if whether else value)
        return given, tuple(key)


def _missing(value: Value, known: bool) -> bool:
    return is_empty(value) or (known and value is NOT_KNOWN)


def _difference(value: Value) -> Value:
    if not value or value is NOT_KNOWN:
        return value
    return " " if is_empty(value) else "x"


def _rows(record: Record) -> dict[str, list[str]]:
    """The rows that are there, by template."""
    found: dict[str, list[str]] = {}
    for path, value in record.values.items():
        if path[-1:] == "]" and isinstance(value, str):
            if path.count("[") == 1:
                found.setdefault(repeat_of(path) + "[]", []).append(path)
            elif record.alive(path):
                found.setdefault(template_of(path), []).append(path)
    return found


def _above(xpath: str, rules: Rules) -> Iterator[str]:
    """Itself and everything around."""
    while xpath in rules.items:
        yield xpath
        xpath = xpath.rpartition("/")[0]


def _depends(xpath: str, rules: Rules) -> bool:
    return any(each in rules.relevant or each in rules.count for each in _above(xpath, rules))


def _reading(rules: Rules, wanted: set[str]) -> tuple[set[str], list[tuple[str, Rule]]]:
    """Every question, group and repeat that decides about `wanted`, these included; and the expressions that say so."""
    kept: set[str] = set()
    expressions: list[tuple[str, Rule]] = []
    sections = {section.xpath: section.relevant for section in rules.form.sections}
    waiting = list(wanted)
    while waiting:
        xpath = waiting.pop()
        if xpath in kept or xpath not in rules.items:
            continue
        kept.add(xpath)
        waiting += _above(xpath, rules)
        item = rules.items[xpath]
        said = {"relevant": sections.get(xpath, "") if item is None else item.relevant}
        if isinstance(item, Field):
            said |= {"calculate": item.calculate, "required": item.required if xpath in wanted else ""}
        elif item is not None:
            said["count"] = item.count
        for name, expression in said.items():
            rule = getattr(rules, name).get(xpath) if expression else None
            if rule is not None and rule.run is not None:
                waiting += rule.references | rule.present
                expressions.append((expression, rule))
    return kept, expressions


def _only_whether(rules: Rules, kept: set[str], expressions: list[tuple[str, Rule]]) -> set[str]:
    """The questions that everything only asks whether they are answered."""
    found = {xpath for xpath in kept if xpath in rules.fields and xpath not in rules.calculate}
    for expression, rule in expressions:
        asked = " ".join(_ASKED_WHETHER.findall(expression))
        left = _ASKED_WHETHER.sub("", expression)
        for xpath in found & (rule.references | rule.present):
            name = re.compile(rf"(?<![\w.-]){re.escape(xpath.rpartition('/')[2])}(?![\w.-])")
            if not name.search(asked) or name.search(left) or _ANYTHING.search(left):
                found.discard(xpath)
    return found


def _reduced(form: Form, kept: set[str], wanted: set[str]) -> Form:
    def items(found: tuple[Field | Group, ...]) -> tuple[Field | Group, ...]:
        made: list[Field | Group] = []
        for item in found:
            if item.xpath not in kept:
                continue
            core = item.core and item.xpath in wanted
            if isinstance(item, Group):
                made.append(replace(item, label={}, hint={}, guidance={}, items=items(item.items), core=core))
            else:
                required = item.required if item.xpath in wanted else ""
                made.append(
                    replace(
                        item,
                        label={},
                        hint={},
                        guidance={},
                        required=required,
                        core=core,
                        constraint="",
                        constraint_message={},
                        required_message={},
                        choice_filter="",
                        rows=None,
                        limit=0,
                        seed="",
                    )
                )
        return tuple(made)

    sections: list[Section] = []
    for section in form.sections:
        inner = items(section.items)
        if inner or section.xpath in kept:
            sections.append(replace(section, items=inner, label={}, hint={}))
    return replace(form, sections=tuple(sections), actions=(), files={})
