"""How far an expression looks: what its words alone say about when and where its value may change."""

from __future__ import annotations

import re
from collections.abc import Mapping
from enum import Enum

from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.syntax import NAME, Call, Node, Operation, Path

_Visit = tuple[
    Node, str | None, str
]  # a tree · where its relative paths start, None inside a list · the highest xpath passed to get there
_TOKEN = re.compile(r"\"[^\"]*\"|'[^']*'|[\w.\-/:@]+|\S")
_KEPT = frozenset(("now", "random", "uuid"))


class Moment(Enum):
    """When a calculation that depends on its moment is made."""

    FRESH = "fresh"  # it says what day it is: made again whenever it is looked at
    KEPT = "kept"  # it says the time, or something random, or reads itself: made when it has no value, and when what it reads is edited
    ONCE = "once"  # made when it has no value, and never again


def moment_of(expression: str, itself: bool) -> Moment | None:
    """How a calculation depends on its moment, None for not at all. itself: it reads its own value."""
    if "(" not in expression and not itself:
        return None
    names = {node.name for node in syntax.nodes(syntax.parse(expression)) if isinstance(node, Call)}
    if "once" in names:
        return Moment.ONCE
    if itself or names & _KEPT:
        return Moment.KEPT
    return Moment.FRESH if "today" in names else None


def reach(expression: str, xpath: str, items: bool = False) -> Mapping[str, str]:
    """The xpaths an expression leads to by names and ``..`` alone, each with the highest xpath passed on the way, ``""`` for the record itself;
    none at all when some path of it leads elsewhere. xpath: where it is evaluated · items: it is asked of each item of a list there."""
    found: dict[str, str] = {}
    waiting: list[_Visit] = [(syntax.parse(expression), None if items else xpath, xpath)]
    while waiting:
        node, base, highest = waiting.pop()
        if isinstance(node, Call):
            waiting += [(argument, base, highest) for argument in node.arguments]
        elif isinstance(node, Operation):
            waiting += [(side, base, highest) for side in (node.left, node.right) if side is not None]
        elif isinstance(node, Path):
            further = _steps(node, base, highest, xpath, found)
            if further is None:
                return {}
            waiting += further
    return found


def _steps(node: Path, at: str | None, highest: str, own: str, found: dict[str, str]) -> list[_Visit] | None:
    """Follow a path; the predicates on its way, or None when it leads where nothing can be said."""
    if isinstance(node.start, Call) and node.start.name == "current":
        at = highest = own
    elif isinstance(node.start, Call) and node.start.name == "instance":
        at = None
    elif node.start == "/":
        at = highest = ""
    elif node.start is not None:
        return None
    further: list[_Visit] = [(test, at, highest) for test in node.filters]
    for step in node.steps:
        if at is not None:
            if step.test == "..":
                at = at.rpartition("/")[0]
                highest = min(highest, at, key=len)
            elif step.test != ".":
                if step.lead == "//" or not NAME.fullmatch(step.test):
                    return None
                at = f"{at}/{step.test}"
        further += [(test, at, highest) for test in step.predicates]
    if at is not None:
        found[at] = min(found.get(at, highest), highest, key=len)
    return further


def destination(expression: str, xpath: str) -> str:
    """The xpath a path leads to by names and ``..``, predicates aside, or the first path inside a call; ``""`` where that is not known."""
    node = syntax.parse(expression)
    while isinstance(node, Call) and node.arguments:
        node = node.arguments[0]
    found: dict[str, str] = {}
    if isinstance(node, Path):
        _steps(node, xpath, xpath, xpath, found)
    return next(iter(found), "")


def scope(reached: Mapping[str, str], xpath: str) -> str:
    """How high an expression looks to read an xpath: as for the nearest above it that it leads to; ``""`` when that is not known."""
    while xpath and xpath not in reached:
        xpath = xpath.rpartition("/")[0]
    return reached.get(xpath, "")


def conditions(expression: str) -> list[str]:
    """The parts of an expression that all must hold; itself alone when its ``and`` is not its outermost operator."""
    depth, parts, start = 0, [], 0
    for token in _TOKEN.finditer(expression):
        text = token[0]
        depth += (text in "([") - (text in ")]")
        if not depth and text == "or":
            return [expression]
        if not depth and text == "and" and expression[start : token.start()].strip():
            parts.append(expression[start : token.start()].strip())
            start = token.end()
    return [*parts, expression[start:].strip()]
