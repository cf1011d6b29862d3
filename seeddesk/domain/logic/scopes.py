"""How far an expression looks: what its words alone say about when and where its value may change."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from enum import Enum

from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.syntax import Call, Node, Operation, Path

_NAME = re.compile(r"[^\W\d][\w.-]*")
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
    names = {node.name for node in _nodes(syntax.parse(expression)) if isinstance(node, Call)}
    if "once" in names:
        return Moment.ONCE
    if itself or names & _KEPT:
        return Moment.KEPT
    return Moment.FRESH if "today" in names else None


def reach(expression: str, xpath: str, items: bool = False) -> Mapping[str, str]:
    """The xpaths an expression leads to by names and ``..`` alone, each with the highest xpath passed on the way, ``""`` for the record itself;
    none at all when some path of it leads elsewhere. xpath: where it is evaluated · items: it is asked of each item of a list there."""
    found: dict[str, str] = {}
    base = None if items else xpath
    return found if _walk(syntax.parse(expression), base, xpath, xpath, found) else {}


def scope(reached: Mapping[str, str], xpath: str) -> str:
    """How high an expression looks to read an xpath: as for the nearest above it that it leads to; ``""`` when that is not known."""
    while xpath and xpath not in reached:
        xpath = xpath.rpartition("/")[0]
    return reached.get(xpath, "")


def _walk(node: Node, base: str | None, highest: str, own: str, found: dict[str, str]) -> bool:
    """base: where relative paths start, None inside a list · highest: the highest xpath passed to get there."""
    if not isinstance(node, Path):
        children: tuple[Node | None, ...] = ()
        if isinstance(node, Call):
            children = node.arguments
        elif isinstance(node, Operation):
            children = (node.left, node.right)
        return all(_walk(child, base, highest, own, found) for child in children if child is not None)
    at: str | None = base
    if isinstance(node.start, Call) and node.start.name == "current":
        at = highest = own
    elif isinstance(node.start, Call) and node.start.name == "instance":
        at = None
    elif node.start == "/":
        at = highest = ""
    elif node.start is not None:
        return False
    tests = list(node.filters)
    if not all(_walk(test, at, highest, own, found) for test in tests):
        return False
    for step in node.steps:
        if at is not None:
            if step.test == "..":
                at = at.rpartition("/")[0]
                highest = min(highest, at, key=len)
            elif step.test != ".":
                if step.lead == "//" or not _NAME.fullmatch(step.test):
                    return False
                at = f"{at}/{step.test}"
        if not all(_walk(test, at, highest, own, found) for test in step.predicates):
            return False
    if at is not None:
        found[at] = min(found.get(at, highest), highest, key=len)
    return True


def _nodes(node: object) -> Iterator[object]:
    """Every node of a tree."""
    if isinstance(node, tuple):
        for each in node:
            yield from _nodes(each)
    elif dataclasses.is_dataclass(node) and not isinstance(node, type):
        yield node
        for part in dataclasses.fields(node):
            yield from _nodes(getattr(node, part.name))
