"""Expressions of a form, checked and made ready for lxml: every function known, every question there, or refused by name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from lxml import etree

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.functions import NATIVE, NUMERIC, OF_NODES, OPENROSA, Function, pattern
from seeddesk.domain.logic.lists import Lists
from seeddesk.domain.logic.syntax import BadExpression, Call, Literal, Node, Number, Operation, Path, Step

NAMESPACE = "urn:seeddesk:logic"
_ARITHMETIC = frozenset(("<", "<=", ">", ">=", "+", "-", "*", "div", "mod"))
_NAME = r"[^\W\d][\w.-]*"
_TEXTUAL = frozenset(("if", "coalesce", "concat", "join", "string", "substr", "substring", "selected-at", "current"))
_LISTED = ("instance", "lookup", "pulldata", "choice-name")


@dataclass(frozen=True, slots=True)
class Rule:
    """A compiled expression. run: None for ``true()`` and ``false()``, whose value is `constant` · references: xpaths of the questions and groups it reads."""

    run: etree.XPath | None
    constant: bool
    variables: frozenset[str]
    references: frozenset[str]

    @property
    def always(self) -> bool:
        """Whether it is ``true()``."""
        return self.run is None and self.constant

    def value(self, node: etree._Element | None, today: str, now: str, current: etree._Element | None = None) -> Any:
        """Evaluate at a node of a record's instance: a list of elements, text, float or bool.

        today: ISO date, now: ISO date and time · current: the question, when the node is an item of a list.
        """
        if self.run is None or node is None:
            return self.constant
        if not self.variables:
            return self.run(node)
        asker = node if current is None else current
        given: dict[str, Any] = {"current": asker, "today": today, "now": now}
        if "top" in self.variables:
            given["top"] = asker.getroottree().getroot()
        return self.run(node, **{name: given[name] for name in self.variables})


class Compiler:
    """Compiles one form's expressions. `known` are the xpaths an expression may name."""

    def __init__(self, form: Form, known: frozenset[str], lists: Lists) -> None:
        self.form = form
        self.known = known
        self.lists = lists

    def compile(self, expression: str, xpath: str, column: str, items: bool = False) -> Rule:
        """An expression of the question or group at `xpath`. column: where it stands in the survey sheet ·
        items: it is a predicate on the items of a choice list. Raises FormError."""
        if expression.strip() in ("true()", "false()", ""):
            return Rule(None, expression.strip() != "false()", frozenset(), frozenset())
        return _Rendering(self, xpath, column, items).rule(self.tree(expression, xpath, column))

    def tree(self, expression: str, xpath: str, column: str) -> Node:
        """The parsed expression. Raises FormError."""
        try:
            return syntax.parse(expression)
        except BadExpression as error:
            raise refusal("form-bad-expression", xpath, column, near=str(error)) from None

    def equality(self, filter_: str, xpath: str) -> tuple[str, Rule] | None:
        """A choice filter of the shape ``column = what no item decides``, so that an index answers it; None for any other."""
        tree = self.tree(filter_, xpath, "choice_filter")
        found = _column_test(tree)
        if found is None:
            return None
        return found[0], _Rendering(self, xpath, "choice_filter", True).rule(found[1])


class _Rendering:
    """Turns one tree into lxml's XPath, noting what it reads on the way."""

    def __init__(self, compiler: Compiler, xpath: str, column: str, items: bool) -> None:
        self.compiler = compiler
        self.xpath = xpath
        self.column = column
        self.items = items
        self.references: set[str] = set()
        self.variables: set[str] = set()
        self.functions: set[str] = set()

    def rule(self, tree: Node) -> Rule:
        text = self.render(tree, None if self.items else self.xpath)
        extensions = {(NAMESPACE, name): self.function(name) for name in self.functions}
        run = etree.XPath(text, namespaces={"f": NAMESPACE}, extensions=extensions, smart_strings=False)
        return Rule(run, True, frozenset(self.variables), frozenset(self.references))

    def function(self, name: str) -> Function:
        return self.compiler.lists.functions[name] if name in _LISTED else OPENROSA[name][0]

    def refuse(self, code: str, **arguments: object) -> FormError:
        return refusal(code, self.xpath, self.column, **arguments)

    def render(self, node: Node, base: str | None) -> str:
        """base: the xpath relative paths start from; None inside a choice list, where they are columns."""
        if isinstance(node, Number) and "." in node.text:
            return self.exact(f"'{node.text}'")
        if isinstance(node, Number | Literal):
            return node.text
        if isinstance(node, Operation):
            numbers = node.operator in ("=", "!=") and (_is_number(node.left) or _is_number(node.right))
            wrap = self.numeric if numbers or node.operator in _ARITHMETIC else self.render
            if node.operator == "|" and not _is_place(node):
                raise self.refuse("form-bad-expression", near="|")
            left = "" if node.left is None else wrap(node.left, base) + " "
            return f"({left}{node.operator} {wrap(node.right, base)})"
        if isinstance(node, Call):
            return self.call(node, base)
        return self.path(node, base)

    def numeric(self, node: Node, base: str | None) -> str:
        """An operand of arithmetic: a date counts as its days."""
        text = self.render(node, base)
        return text if isinstance(node, Operation) or _is_number(node) else self.exact(text)

    def exact(self, text: str) -> str:
        """A conversion to a number by Python: libxml2's own is off by a last digit now and then (2.345)."""
        self.functions.add("number")
        return f"f:number({text})"

    def call(self, node: Call, base: str | None) -> str:
        name, count = node.name, len(node.arguments)
        if name in OF_NODES and count and not _is_place(node.arguments[0]):
            raise self.refuse("form-bad-expression", near=f"{name}(")
        if name in ("today", "now", "current") and not count:
            self.variables.add(name)
            return f"${name}"
        if name in ("instance", "pulldata"):
            self.listed(node)
        elif name == "jr:choice-name":
            return self.choice_name(node, base)
        elif name == "position" and count == 0:
            return "position()"
        elif name in OPENROSA:
            self.counted(name, count, *OPENROSA[name][1:])
            if name == "regex":
                self.check_pattern(node.arguments[1])
        elif name in NATIVE:
            self.counted(name, count, *NATIVE[name])
            return f"{name}({', '.join(self.render(argument, base) for argument in node.arguments)})"
        else:
            raise self.refuse("form-unknown-function", name=name)
        self.functions.add(name)
        return f"f:{name}({', '.join(self.render(argument, base) for argument in node.arguments)})"

    def counted(self, name: str, count: int, fewest: int, most: int | None) -> None:
        if count < fewest or (most is not None and count > most):
            raise self.refuse("form-argument-count", name=name, count=count)

    def check_pattern(self, expression: Node) -> None:
        if not isinstance(expression, Literal):
            raise self.refuse("form-bad-expression", near="regex(")
        try:
            pattern(expression.text[1:-1])
        except re.error as error:
            raise self.refuse("form-bad-expression", near=f"{expression.text}: {error}") from None

    def listed(self, node: Call) -> str:
        """Check a call that names a list; answers the list's name."""
        expected = {"instance": 1, "pulldata": 4}[node.name]
        self.counted(node.name, len(node.arguments), expected, expected)
        first = node.arguments[0]
        name = first.text[1:-1].removesuffix(".csv") if isinstance(first, Literal) else ""
        if name not in self.compiler.form.lists:
            raise self.refuse("form-unknown-list", field=self.xpath, list=name or node.name)
        return name

    def choice_name(self, node: Call, base: str | None) -> str:
        self.counted("jr:choice-name", len(node.arguments), 2, 2)
        value, question = node.arguments
        tree = (
            self.compiler.tree(question.text[1:-1].strip(), self.xpath, self.column)
            if isinstance(question, Literal)
            else None
        )
        xpath = self.resolve(tree, base) if isinstance(tree, Path) else None
        field = next((field for field in self.compiler.form.fields.values() if field.xpath == xpath), None)
        if field is None or not field.choices:
            raise self.refuse("form-unknown-question", name=getattr(question, "text", "jr:choice-name"))
        self.functions.add("choice-name")
        return f"f:choice-name({self.render(value, base)}, '{field.choices}')"

    def path(self, node: Path, base: str | None) -> str:
        start, steps = node.start, node.steps
        prefix = ""
        inside: str | None = base
        if isinstance(start, Call) and start.name == "instance":
            prefix, steps = self.instance_path(start, steps, base)
            inside = None
        elif isinstance(start, Call) and start.name == "current":
            prefix, inside = self.call(start, base), self.xpath
        elif start == "/":
            inside = ""
        elif start is not None and not isinstance(start, str):
            if not _is_place(start):
                raise self.refuse("form-bad-expression", near="/" if steps else "[")
            prefix = f"({self.render(start, base)})"
            inside = self.resolve(start, base) if isinstance(start, Path) else None
        prefix += "".join(f"[{self.render(test, inside)}]" for test in node.filters)
        if start == "/" and not steps:
            raise self.refuse("form-unknown-question", name="/")
        if start == "/" and base is None:  # among a list's items "/" would be the list: start from the record
            inside = self.step(steps[0], inside)
            self.variables.add("top")
            prefix, steps = "$top", steps[1:]
        text = prefix
        for index, step in enumerate(steps):
            inside = self.step(step, inside)
            lead = step.lead or ("/" if prefix or index or start == "/" else "")
            text += lead + step.test + "".join(f"[{self.render(test, inside)}]" for test in step.predicates)
        if inside is not None:
            self.references.add(inside)
        return text

    def step(self, step: Step, inside: str | None) -> str | None:
        """Where a step leads. Raises FormError for a question that is not there, or a step that cannot be followed ahead of time."""
        if inside is None:
            return None
        if step.test == ".":
            return inside
        if step.test == ".." and inside.count("/") > 1:
            return inside.rpartition("/")[0]
        found = f"{inside}/{step.test}"
        if step.lead == "//" or not re.fullmatch(_NAME, step.test):
            raise self.refuse("form-unsupported-path", name=step.lead + step.test)
        if found not in self.compiler.known:
            raise self.refuse("form-unknown-question", name=found)
        return found

    def resolve(self, path: Path, base: str | None) -> str | None:
        """The xpath a path without predicates leads to."""
        inside = "" if path.start == "/" else self.xpath if isinstance(path.start, Call) else base
        for step in path.steps:
            inside = self.step(step, inside)
        return inside

    def instance_path(self, start: Call, steps: tuple[Step, ...], base: str | None) -> tuple[str, tuple[Step, ...]]:
        """``instance('x')/root/item[column = value]/…``: an indexed look-up where no item decides the value."""
        name = self.listed(start)
        if len(steps) >= 2 and steps[0].test == "root" and steps[1].test == "item" and steps[1].predicates:
            found = _column_test(steps[1].predicates[0])
            alone = all(re.fullmatch(_NAME, step.test) for step in steps[2:])  # no way back into the list
            if found is not None and alone and not steps[0].predicates:
                self.functions.add("lookup")
                text = f"f:lookup('{name}', '{found[0]}', {self.render(found[1], None)})"
                rest = "".join(f"[{self.render(test, None)}]" for test in steps[1].predicates[1:])
                return text + rest, steps[2:]
        return self.call(start, base), steps


def refusal(code: str, xpath: str, column: str, **arguments: object) -> FormError:
    """A FormError about an expression; whoever has the sheet puts its row in."""
    return FormError(code, **{"sheet": "survey", "row": "?", "column": column, "field": xpath, **arguments})


def _is_number(node: Node | None) -> bool:
    """Whether a tree can only be a number."""
    if isinstance(node, Operation):
        return node.operator in ("+", "-", "*", "div", "mod")
    return isinstance(node, Number) or (isinstance(node, Call) and node.name in NUMERIC)


def _is_place(node: Node) -> bool:
    """Whether a tree leads to places in the record or in a list: what may be counted and walked on from."""
    if isinstance(node, Operation):
        return node.operator == "|" and node.left is not None and _is_place(node.left) and _is_place(node.right)
    return isinstance(node, Path) or (isinstance(node, Call) and node.name in ("instance", "current"))


def _column_test(tree: Node) -> tuple[str, Node] | None:
    """``column = value`` or ``value = column``, when no item decides the value."""
    if not isinstance(tree, Operation) or tree.operator != "=" or tree.left is None:
        return None
    for one, other in ((tree.left, tree.right), (tree.right, tree.left)):
        if isinstance(one, Path) and one.start is None and len(one.steps) == 1 and not one.steps[0].predicates:
            column = one.steps[0].test
            textual = isinstance(other, Literal | Path) or (isinstance(other, Call) and other.name in _TEXTUAL)
            if textual and re.fullmatch(_NAME, column) and all(map(_free, _paths(other))):
                return column, other
    return None


def _paths(node: Node) -> Iterator[Node]:
    """Every path and call that could depend on the context node."""
    if isinstance(node, Operation):
        yield from _paths(node.right)
        if node.left is not None:
            yield from _paths(node.left)
    elif isinstance(node, Call):
        if not node.arguments and node.name not in ("today", "now", "current", "true", "false"):
            yield node
        for argument in node.arguments:
            yield from _paths(argument)
    elif isinstance(node, Path):
        yield node


def _free(node: Node) -> bool:
    """Whether a path starts at the question or the record, never at an item."""
    if not isinstance(node, Path) or node.filters or any(step.predicates for step in node.steps):
        return False
    return node.start == "/" or (isinstance(node.start, Call) and node.start.name == "current")
