"""What one expression says: the look-ups among them told from other conditions, and what is refused."""

from __future__ import annotations

from seeddesk.domain.errors import FormError
from seeddesk.domain.logic import syntax
from seeddesk.domain.logic.syntax import NAME, Call, Literal, Node, Operation, Path

_TEXTUAL = frozenset(("coalesce", "concat", "join", "string", "substr", "substring", "selected-at", "current"))


def refusal(code: str, xpath: str, column: str, **arguments: object) -> FormError:
    """A FormError about an expression; whoever has the sheet puts its row in."""
    return FormError(code, **{"sheet": "survey", "row": "?", "column": column, "field": xpath, **arguments})


def column_test(tree: Node) -> tuple[str, Node] | None:
    """``column = value`` or ``value = column``, when no item decides the value."""
    if not isinstance(tree, Operation) or tree.operator != "=" or tree.left is None:
        return None
    for one, other in ((tree.left, tree.right), (tree.right, tree.left)):
        if isinstance(one, Path) and one.start is None and len(one.steps) == 1 and not one.steps[0].predicates:
            column = one.steps[0].test
            if _textual(other) and NAME.fullmatch(column) and _free(other):
                return column, other
    return None


def _textual(tree: Node) -> bool:
    """Whether a tree's value is compared as text."""
    if isinstance(tree, Call) and tree.name == "if" and len(tree.arguments) == 3:
        return _textual(tree.arguments[1]) and _textual(tree.arguments[2])
    return isinstance(tree, Literal | Path) or (isinstance(tree, Call) and tree.name in _TEXTUAL)


def _free(tree: Node) -> bool:
    """Whether everything in a tree starts at the question or the record, never at an item."""
    for node in syntax.nodes(tree):
        if isinstance(node, Path):
            starts = node.start == "/" or (isinstance(node.start, Call) and is_current(node.start))
            if not starts or node.filters or any(step.predicates for step in node.steps):
                return False
        elif (
            isinstance(node, Call)
            and not node.arguments
            and node.name not in ("today", "now", "current", "true", "false")
        ):
            return False
    return True


def is_current(node: object) -> bool:
    """Whether it is ``current()``: the question that asks."""
    return isinstance(node, Call) and node.name == "current" and not node.arguments
