"""What a form's rules say when they are held against its questions and lists: codes that are not there, patterns that never end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import regex

from seeddesk.domain.form import Field, Form, Group, Section
from seeddesk.domain.logic import syntax
from seeddesk.domain.remarks import ERROR, WARNING, FormRemark
from seeddesk.exchange.xform.check_texts import bare_names, nodes
from seeddesk.exchange.xform.check_words import nearest

_COLUMNS = ("relevant", "constraint", "calculation", "required", "choice_filter", "repeat_count")
_LIMIT = 0.05  # seconds for one answer, as when a form is filled in
_LONG = 2000  # characters of such an answer
_ATOM = r"(?:\\.|\[[^\]]*\]|[^()\[\]\\])"
# A repetition of nothing but repetitions and things that may be missing: (a+)+, (\w+\s?)*
_NESTED = regex.compile(rf"\((?:\?:)?(?:{_ATOM}[?*+])*{_ATOM}[*+](?:{_ATOM}[?*+])*\)(?:[*+]|\{{\d+,\}})")


def rules(form: Form) -> Iterator[FormRemark]:
    """Doubts about the expressions of a form that loads. `question` is the xpath."""
    fields = {field.xpath: field for field in form.fields.values()}
    items: tuple[Section | Group | Field, ...] = (*form.sections, *form.groups.values(), *form.fields.values())
    for item in items:
        for column, text in _expressions(item):
            try:
                tree = syntax.parse(text)
            except syntax.BadExpression:
                continue  # said by whoever compiles it
            if column == "choice_filter" and isinstance(item, Field):
                yield from _filter(form, item, tree)
            for node in nodes(tree):
                yield from _codes(form, fields, item.xpath, column, node)
                yield from _pattern(item.xpath, column, node)


def lists(form: Form) -> Iterator[FormRemark]:
    """Lists from files in which nothing is a choice: they have other columns."""
    seen: set[str] = set()
    for field in form.fields.values():
        choices = form.lists.get(field.choices, ())
        if field.choices not in seen and choices and not any(choice.name for choice in choices):
            seen.add(field.choices)
            yield FormRemark(ERROR, "form-check-list-columns", "", 0, "type", field.xpath, {"list": field.choices})


def _expressions(item: Section | Group | Field) -> Iterator[tuple[str, str]]:
    if isinstance(item, Field):
        given = (item.relevant, item.constraint, item.calculate, item.required, item.choice_filter, "")
    else:
        given = (item.relevant, "", "", "", "", item.count if isinstance(item, Group) else "")
    return ((column, text) for column, text in zip(_COLUMNS, given, strict=True) if text)


def _filter(form: Form, field: Field, tree: Any) -> Iterator[FormRemark]:
    """Columns a filter names that its list has not got, so that nothing would ever be offered."""
    choices = form.lists.get(field.choices, ())
    named = [*bare_names(tree)]
    columns = {"name", "label"}.union(*(choice.extra for choice in choices)) if named else set()
    for name in named:
        if choices and name not in columns:
            near = nearest(name, columns)
            arguments = {"name": name, "list": field.choices, "near": near}
            code = "form-check-filter-column-near" if near else "form-check-filter-column"
            yield FormRemark(WARNING, code, "", 0, "choice_filter", field.xpath, arguments)


def _codes(form: Form, fields: Mapping[str, Field], xpath: str, column: str, node: Any) -> Iterator[FormRemark]:
    """A question answered from a list, compared with a code the list has not got."""
    if isinstance(node, syntax.Operation) and node.operator in ("=", "!="):
        pair = (node.left, node.right)
        code = "form-check-code-never" if node.operator == "=" else "form-check-code-always"
    elif isinstance(node, syntax.Call) and node.name == "selected" and len(node.arguments) == 2:
        pair, code = (node.arguments[0], node.arguments[1]), "form-check-code-never"
    else:
        return
    for place, literal in (pair, pair[::-1]):
        if not isinstance(place, syntax.Path) or not isinstance(literal, syntax.Literal | syntax.Number):
            continue
        field = fields.get(resolve(place, xpath))
        value = literal.text.strip("'\"")
        if field is None or not field.choices or not value or form.choice(field.choices, value):
            continue
        near = nearest(value, [choice.name for choice in form.lists.get(field.choices, ())[:2000]], 0.6)
        arguments = {"value": value, "list": field.choices, "name": field.template, "near": near}
        yield FormRemark(WARNING, f"{code}-near" if near else code, "", 0, column, xpath, arguments)


def resolve(path: syntax.Path, xpath: str) -> str:
    """The xpath of the question a plain path leads to from the one at `xpath`; ``""`` for any other path."""
    steps = [step.test for step in path.steps]
    if path.start == "/":
        place: list[str] = []
    elif path.start is None or (isinstance(path.start, syntax.Call) and path.start.name == "current"):
        place = xpath.strip("/").split("/")
    else:
        return ""
    for step in steps:
        if step == "..":
            if not place:
                return ""
            place.pop()
        elif step != ".":
            place.append(step)
    return "/" + "/".join(place)


def _pattern(xpath: str, column: str, node: Any) -> Iterator[FormRemark]:
    """Regular expressions that are none, and those some answers would keep busy for ever."""
    if not isinstance(node, syntax.Call) or node.name != "regex" or len(node.arguments) != 2:
        return
    literal = node.arguments[1]
    if isinstance(literal, syntax.Literal):
        pattern = literal.text[1:-1]
        try:
            regex.compile(pattern)
        except regex.error as error:
            arguments = {"pattern": pattern[:80], "place": (error.pos or 0) + 1}
            yield FormRemark(ERROR, "form-check-pattern", "", 0, column, xpath, arguments)
        else:
            if column == "constraint" and not (pattern.startswith("^") and pattern.endswith("$")):
                yield FormRemark(WARNING, "form-check-loose-pattern", "", 0, column, xpath, {"pattern": pattern[:80]})
            if is_slow(pattern):
                yield FormRemark(WARNING, "form-check-slow-pattern", "", 0, column, xpath, {"pattern": pattern[:80]})


def is_slow(pattern: str) -> bool:
    """Whether a pattern is one that some answers keep busy for ever: by its shape, or because a long answer that almost fits takes too long.

    The shape counts because the same form runs in other programs, whose engines have neither the shortcuts of this one nor its time limit. Raises regex.error for what is no pattern.
    """
    if _NESTED.search(pattern):
        return True
    compiled = regex.compile(pattern)
    letters = dict.fromkeys(["a", "0", " ", *(letter for letter in pattern if letter.isalnum())])
    for answer in [letter * _LONG + "!" for letter in letters][:12]:
        try:
            compiled.fullmatch(answer, timeout=_LIMIT)
        except TimeoutError:
            return True
    return False
