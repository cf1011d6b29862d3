"""XPath 1.0 as a tree: what an expression calls and refers to is known before it is ever evaluated."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

DEEPEST = 60  # nested brackets and calls; beyond this an expression is refused, long before Python's own limit

_TOKEN = re.compile(
    r"\s*(?:(?P<number>\d+(?:\.\d*)?|\.\d+)|(?P<string>\"[^\"]*\"|'[^']*')"
    r"|(?P<name>[^\W\d][\w.-]*(?::(?!:)[^\W\d][\w.-]*)?)"
    r"|(?P<sign>::|//|\.\.|<=|>=|!=|[()\[\].@,/|+\-=<>*$]))"
)
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_OPERATORS = frozenset(operator for level in _LEVELS for operator in level) | {"|", "/", "//"}


class BadExpression(ValueError):
    """The expression is not XPath 1.0, or nests too deep. The text says where."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    text: str


@dataclass(frozen=True, slots=True)
class Literal:
    """A string, with its quotes."""

    text: str


@dataclass(frozen=True, slots=True)
class Call:
    """A function call."""

    name: str
    arguments: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """left operator right; for a minus sign in front, left is None."""

    operator: str
    left: Node | None
    right: Node


@dataclass(frozen=True, slots=True)
class Step:
    """One step of a path: ``name``, ``..``, ``.``, ``*``, with what leads to it (``/``, ``//`` or ``""``) and its predicates."""

    lead: str
    test: str
    predicates: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """A location path. start: None for one from the context node, ``"/"`` for an absolute one, or the expression it starts from;
    filters: predicates on that expression."""

    start: Node | str | None
    steps: tuple[Step, ...]
    filters: tuple[Node, ...] = ()


Node: TypeAlias = Number | Literal | Call | Operation | Path


def parse(expression: str) -> Node:
    """The tree of an expression. Raises BadExpression."""
    return _Parser(expression).whole()


class _Parser:
    def __init__(self, expression: str) -> None:
        self.tokens: list[tuple[str, str]] = []
        position, end = 0, len(expression.rstrip())
        while position < end:
            match = _TOKEN.match(expression, position)
            if match is None:
                raise BadExpression(expression[position : position + 20].strip())
            kind = str(match.lastgroup)
            text = match[kind]
            if kind == "name" and text in ("and", "or", "div", "mod") and self.operand_before():
                kind = "sign"
            elif text == "*" and not self.operand_before():
                kind = "name"
            self.tokens.append((kind, text))
            position = match.end()
        self.at = 0
        self.depth = 0

    def operand_before(self) -> bool:
        """Whether the last token ends an operand, so that ``*``, ``div``, ``and`` … now are operators (XPath 1.0, 3.7)."""
        if not self.tokens:
            return False
        kind, text = self.tokens[-1]
        return kind != "sign" or text in (")", "]", ".", "..")

    def whole(self) -> Node:
        tree = self.binary(0)
        if self.at < len(self.tokens):
            raise BadExpression(self.tokens[self.at][1])
        return tree

    def peek(self) -> str:
        """The sign at this place, ``""`` when it is none."""
        if self.at < len(self.tokens) and self.tokens[self.at][0] == "sign":
            return self.tokens[self.at][1]
        return ""

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise BadExpression(self.tokens[self.at][1] if self.at < len(self.tokens) else f"… {sign}")
        self.at += 1

    def binary(self, level: int) -> Node:
        if level == len(_LEVELS):
            return self.unary()
        left = self.binary(level + 1)
        while self.peek() in _LEVELS[level]:
            operator = self.peek()
            self.at += 1
            left = Operation(operator, left, self.binary(level + 1))
        return left

    def unary(self) -> Node:
        if self.peek() == "-":
            self.at += 1
            return Operation("-", None, self.nested(self.unary))
        left = self.path()
        while self.peek() == "|":
            self.at += 1
            left = Operation("|", left, self.path())
        return left

    def nested(self, rule: object) -> Node:
        """Apply a rule one level deeper. Raises BadExpression below the deepest."""
        self.depth += 1
        if self.depth > DEEPEST:
            raise BadExpression(f"> {DEEPEST} × (")
        assert callable(rule)
        tree: Node = rule()
        self.depth -= 1
        return tree

    def expression(self) -> Node:
        return self.nested(lambda: self.binary(0))

    def path(self) -> Node:
        if self.at >= len(self.tokens):
            raise BadExpression("…")
        kind, text = self.tokens[self.at]
        start: Node | str | None = None
        filters: tuple[Node, ...] = ()
        steps: list[Step] = []
        if kind == "number" or kind == "string":
            self.at += 1
            return Number(text) if kind == "number" else Literal(text)
        if text == "(" or (kind == "name" and self.at + 1 < len(self.tokens) and self.tokens[self.at + 1][1] == "("):
            start = self.call() if kind == "name" else self.bracket()
            filters = self.predicates()
            if self.peek() not in ("/", "//"):
                return Path(start, (), filters) if filters else start
        elif self.peek() in ("/", "//"):
            start = "/"
            if self.peek() == "/" and not self.step_follows(self.at + 1):
                self.at += 1
                return Path("/", ())
        else:
            steps.append(self.step(""))
        while self.peek() in ("/", "//"):
            lead = self.peek()
            self.at += 1
            steps.append(self.step(lead))
        return Path(start, tuple(steps), filters)

    def step_follows(self, at: int) -> bool:
        return at < len(self.tokens) and (self.tokens[at][0] == "name" or self.tokens[at][1] in (".", "..", "@"))

    def bracket(self) -> Node:
        self.take("(")
        tree = self.expression()
        self.take(")")
        return tree

    def call(self) -> Node:
        name = self.tokens[self.at][1]
        self.at += 1
        self.take("(")
        arguments: list[Node] = []
        while self.peek() != ")":
            if arguments:
                self.take(",")
            arguments.append(self.expression())
        self.take(")")
        return Call(name, tuple(arguments))

    def step(self, lead: str) -> Step:
        if not self.step_follows(self.at):
            raise BadExpression(self.tokens[self.at][1] if self.at < len(self.tokens) else "…")
        test = self.tokens[self.at][1]
        self.at += 1
        if test == "@" or self.peek() == "::":
            test += self.peek() if test != "@" else ""
            self.at += test.endswith("::")
            if self.at >= len(self.tokens) or self.tokens[self.at][0] != "name":
                raise BadExpression(test)
            test += self.tokens[self.at][1]
            self.at += 1
        return Step(lead, test, self.predicates() if test not in (".", "..") else ())

    def predicates(self) -> tuple[Node, ...]:
        found: list[Node] = []
        while self.peek() == "[":
            self.at += 1
            found.append(self.expression())
            self.take("]")
        return tuple(found)
