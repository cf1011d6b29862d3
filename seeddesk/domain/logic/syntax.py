"""XPath 1.0 as a tree: what an expression calls and refers to is known before it is ever evaluated."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TypeAlias

DEEPEST = 210  # nested brackets, calls and predicates; Python and libxml2 both stand more, but not 1,000
LONGEST = 100_000  # characters; a cell of a sheet holds 32,767

AXES = frozenset(
    (
        "ancestor",
        "ancestor-or-self",
        "attribute",
        "child",
        "descendant",
        "descendant-or-self",
        "following",
        "following-sibling",
    )
) | {"namespace", "parent", "preceding", "preceding-sibling", "self"}
NODE_TYPES = frozenset(("text", "node", "comment", "processing-instruction"))

_PART = r"[^\W\d][\w.\-·]*"
NAME = re.compile(_PART)  # of an element, without a prefix
_TOKEN = re.compile(
    r"[ \t\r\n]*(?:(?P<number>[0-9]+(?:\.[0-9]*)?|\.[0-9]+)|(?P<string>\"[^\"]*\"|'[^']*')"
    rf"|(?P<name>{_PART}(?::(?!:)(?:{_PART}|\*))?)"
    r"|(?P<sign>::|//|\.\.|<=|>=|!=|[()\[\].@,/|+\-=<>*$]))"
)
_WORD = re.compile(r"(and|or|div|mod)(?=[0-9]|$)")  # an operator even where a number follows at once, as others read it
_LEVELS = (("or",), ("and",), ("=", "!="), ("<", "<=", ">", ">="), ("+", "-"), ("*", "div", "mod"))
_LEVEL = {operator: level for level, operators in enumerate(_LEVELS) for operator in operators}


class BadExpression(ValueError):
    """The expression is not XPath 1.0. The text says near what; position: from which character, the first is 0."""

    def __init__(self, near: str, position: int = 0) -> None:
        super().__init__(near)
        self.position = position


class TooDeep(BadExpression):
    """The expression nests deeper than any a person would write, or is as long as a book."""


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
    """One step of a path: ``name``, ``..``, ``.``, ``*``, ``@name``, ``axis::test``, with what leads to it (``/``, ``//`` or ``""``) and its predicates."""

    lead: str
    test: str
    predicates: tuple[Node, ...] = ()

    @property
    def axis(self) -> str:
        """Its axis, written out or not."""
        if self.test in (".", ".."):
            return "self" if self.test == "." else "parent"
        return "attribute" if self.test[0] == "@" else self.test.partition("::")[0] if "::" in self.test else "child"

    @property
    def name(self) -> str:
        """What it tests for on that axis: a name without prefix, ``*``, or a node type with its brackets."""
        if self.test in (".", ".."):
            return "node()"
        test = self.test.rpartition("::")[2].removeprefix("@")
        return test if "(" in test else test.rpartition(":")[2]


@dataclass(frozen=True, slots=True)
class Path:
    """A location path. start: None for one from the context node, ``"/"`` for an absolute one, or the expression it starts from;
    filters: predicates on that expression · all_rows: whether names of repeats mean every row, even from within one."""

    start: Node | str | None
    steps: tuple[Step, ...]
    filters: tuple[Node, ...] = ()
    all_rows: bool = False


Node: TypeAlias = Number | Literal | Call | Operation | Path


def parse(expression: str) -> Node:
    """The tree of an expression, however long a chain of operators it is. Raises BadExpression."""
    if len(expression) > LONGEST:
        raise TooDeep(f"{len(expression)} > {LONGEST}")
    return _Parser(expression).whole()


def nodes(tree: Node) -> Iterator[Node]:
    """Every node of a tree, itself first."""
    waiting: list[Node] = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if isinstance(node, Call):
            waiting += reversed(node.arguments)
        elif isinstance(node, Operation):
            waiting += (node.right,) if node.left is None else (node.right, node.left)
        elif isinstance(node, Path):
            for step in reversed(node.steps):
                waiting += reversed(step.predicates)
            waiting += reversed(node.filters)
            if node.start is not None and not isinstance(node.start, str):
                waiting.append(node.start)


class _Parser:
    """Recursive descent with few frames a level, so that Python's own limit is far."""

    def __init__(self, expression: str) -> None:
        self.tokens: list[tuple[str, str, int]] = []
        position, end = 0, len(expression.rstrip())
        while position < end:
            match = _TOKEN.match(expression, position)
            if match is None:
                rest = expression[position : position + 20]
                raise BadExpression(rest.strip(), position + len(rest) - len(rest.lstrip()))
            kind = str(match.lastgroup)
            text = match[kind]
            if kind == "name" and (operator := _WORD.match(text)) and self.operand_before():
                kind, text = "sign", operator[0]
            elif text == "*" and not self.operand_before():
                kind = "name"
            self.tokens.append((kind, text, match.start(kind)))
            position = match.start(str(match.lastgroup)) + len(text)
        self.tokens.append(("end", "…", end))
        self.at = 0
        self.depth = 0

    def operand_before(self) -> bool:
        """Whether the last token ends an operand, so that ``*``, ``div``, ``and`` … now are operators (XPath 1.0, 3.7)."""
        if not self.tokens:
            return False
        kind, text, _ = self.tokens[-1]
        return kind != "sign" or text in (")", "]", ".", "..")

    def whole(self) -> Node:
        tree = self.expression()
        if self.tokens[self.at][0] != "end":
            raise self.bad()
        return tree

    def bad(self) -> BadExpression:
        _, text, position = self.tokens[self.at]
        return BadExpression(text, position)

    def peek(self) -> str:
        """The sign at this place, ``""`` when it is none."""
        kind, text, _ = self.tokens[self.at]
        return text if kind == "sign" else ""

    def take(self, sign: str) -> None:
        if self.peek() != sign:
            raise self.bad()
        self.at += 1

    def expression(self, floor: int = 0, inside: bool = False) -> Node:
        """Operators that bind at least as tightly as the level `floor`, over their operands. inside: brackets, which only nest so deep."""
        if inside:
            self.depth += 1
            if self.depth > DEEPEST:
                raise TooDeep(f"> {DEEPEST} (", self.tokens[self.at][2])
        minus = 0
        while self.peek() == "-":
            minus += 1
            self.at += 1
        left = self.operand()
        if self.peek() == "|":
            united = [left]
            while self.peek() == "|":
                self.at += 1
                united.append(self.operand())
            left = self.chained("|", united)
        for _ in range(min(minus, 2 - minus % 2)):  # an even number of signs is two, an odd one
            left = Operation("-", None, left)
        grown = 0
        while (operator := self.peek()) in _LEVEL and _LEVEL[operator] >= floor:
            operands = [left]
            while self.peek() == operator:
                self.at += 1
                operands.append(self.expression(_LEVEL[operator] + 1))
            grown += 1
            if grown > DEEPEST:
                raise TooDeep(f"> {DEEPEST} {operator}", self.tokens[self.at][2])
            left = self.chained(operator, operands)
        if inside:
            self.depth -= 1
        return left

    def chained(self, operator: str, operands: list[Node]) -> Node:
        """Operands with one operator between. Where the order of working them out does not matter, they become a low tree."""
        if operator in ("or", "and", "|") or (operator in ("+", "*") and len(operands) > 100):
            while len(operands) > 1:
                pairs = [Operation(operator, *operands[at : at + 2]) for at in range(0, len(operands) - 1, 2)]
                operands = [*pairs, *operands[2 * len(pairs) :]]
            return operands[0]
        if len(operands) > DEEPEST:
            raise TooDeep(f"> {DEEPEST} {operator}", self.tokens[self.at][2])
        left = operands[0]
        for right in operands[1:]:
            left = Operation(operator, left, right)
        return left

    def operand(self) -> Node:
        """A number, a string, a call, an expression in brackets, or a path, also one that starts at a call or at brackets."""
        kind, text, _ = self.tokens[self.at]
        if kind in ("number", "string"):
            self.at += 1
            return Number(text) if kind == "number" else Literal(text)
        if text == "$":
            raise BadExpression(f"${self.tokens[self.at + 1][1]}", self.tokens[self.at][2])
        start: Node | str | None = None
        opened: Node | None = None
        filters: tuple[Node, ...] = ()
        steps: list[Step] = []
        if text == "(" and kind == "sign":
            self.at += 1
            opened = self.expression(inside=True)
            self.take(")")
        elif kind == "name" and self.tokens[self.at + 1][1] == "(" and text not in NODE_TYPES:
            self.at += 2
            arguments: list[Node] = []
            while self.peek() != ")":
                if arguments:
                    self.take(",")
                arguments.append(self.expression(inside=True))
            self.at += 1
            opened = Call(text, tuple(arguments))
        if opened is not None:
            start = opened
            asked: list[Node] = []
            while self.peek() == "[":
                self.at += 1
                asked.append(self.expression(inside=True))
                self.take("]")
            filters = tuple(asked)
            if self.peek() not in ("/", "//"):
                return Path(opened, (), filters) if filters else opened
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
        kind, text, _ = self.tokens[at]
        return kind == "name" or text in (".", "..", "@")

    def step(self, lead: str) -> Step:
        if not self.step_follows(self.at):
            raise self.bad()
        kind, test, position = self.tokens[self.at]
        self.at += 1
        if kind == "sign" and test in (".", ".."):
            return Step(lead, test)
        if test == "@" or self.peek() == "::":
            if test != "@":
                if test not in AXES:
                    raise BadExpression(f"{test}::", position)
                test += "::"
                self.at += 1
            kind, name, _ = self.tokens[self.at]
            if kind != "name":
                raise self.bad()
            test += name
            self.at += 1
        if self.peek() == "(":
            name = test.rpartition("::")[2].removeprefix("@")
            self.at += 1
            kind, text, _ = self.tokens[self.at]
            if name == "processing-instruction" and kind == "string":
                self.at += 1
                test += f"({text})"
            else:
                test += "()"
            if name not in NODE_TYPES:
                raise BadExpression(f"{name}(", position)
            self.take(")")
        found: list[Node] = []
        while self.peek() == "[":
            self.at += 1
            found.append(self.expression(inside=True))
            self.take("]")
        return Step(lead, test, tuple(found))
