"""What an expression reads, by the form alone: the questions, groups and repeats no change of which may pass it by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeddesk.domain.logic.expressions import refusal
from seeddesk.domain.logic.functions import OF_ALL_ROWS, OF_EXISTENCE
from seeddesk.domain.logic.syntax import NAME, Call, Node, Operation, Path, Step

if TYPE_CHECKING:
    from seeddesk.domain.logic.compiler import Compiler


class Reader:
    """Walks one expression over the outline of its form. references, present: as in `Rule`. Raises FormError for a question that is not there."""

    def __init__(self, compiler: Compiler, xpath: str, column: str) -> None:
        self.compiler = compiler
        self.outline = compiler.outline
        self.xpath = xpath
        self.column = column
        self.references: set[str] = set()
        self.present: set[str] = set()

    def read(self, node: Node, base: set[str] | None, said: bool = True, all_rows: bool = False) -> set[str] | None:
        """Note what a tree reads; where it leads, None for into a list or to no nodes at all.

        base: where relative paths start, None inside a list · said: whether what the nodes say matters, or only that they are there.
        """
        if isinstance(node, Operation):
            told = said if node.operator == "|" else node.operator not in ("and", "or")
            left = None if node.left is None else self.read(node.left, base, told, all_rows)
            right = self.read(node.right, base, told, all_rows)
            return (left or set()) | (right or set()) if node.operator == "|" else None
        if isinstance(node, Call):
            return self.call(node, base, said, all_rows)
        if isinstance(node, Path):
            found = self.path(node, base, all_rows)
            self.note(found, said)
            return found
        return None

    def call(self, node: Call, base: set[str] | None, said: bool, all_rows: bool) -> set[str] | None:
        """The same for a call."""
        whole = self.compiler.expanded(node, self.xpath, self.column)
        if not isinstance(whole, Call):
            return self.read(whole, base, said)
        if whole.name == "current":
            self.note({self.xpath}, said)
            return {self.xpath}
        if (
            not whole.arguments
            and whole.name in ("number", "string", "string-length", "normalize-space")
            and base is not None
        ):
            self.note(base, True)
        rows, there = whole.name in OF_ALL_ROWS, whole.name in OF_EXISTENCE
        found: set[str] = set()
        for index, argument in enumerate(whole.arguments):
            of_rows = rows or (whole.name in ("if", "randomize") and all_rows)
            told = not there and (whole.name != "if" or index > 0)
            found |= self.read(argument, base, told, of_rows) or set()
        return None if whole.name == "instance" else found

    def path(self, node: Path, base: set[str] | None, all_rows: bool) -> set[str] | None:
        """The same for a path; what its predicates read is noted on the way."""
        start, steps = node.start, node.steps
        at = base
        if start == "/":
            bound = None if all_rows else self.outline.bound(node, self.xpath)
            if bound is None:
                at = {""}
            else:
                up, steps = bound
                at = {self.xpath.rsplit("/", up)[0]}
        elif isinstance(start, Call) and start.name == "current":
            at = {self.xpath}
        elif start is not None and not isinstance(start, str):
            at = self.read(start, base, not steps, all_rows)
        for test in node.filters:
            self.read(test, at)
        for step in steps:
            at = self.step(at, step)
        return at

    def step(self, at: set[str] | None, step: Step) -> set[str] | None:
        """Where a step leads."""
        if at is None:
            for test in step.predicates:
                self.read(test, None)
            return None
        if step.lead == "//":
            at = self.outline.step(at, Step("/", "descendant-or-self::node()"))
        if step.axis not in (
            "child",
            "descendant",
            "attribute",
        ):  # from rows and texts up or aside: which there are decides where to
            around = {
                each for each in at if f"{self.xpath}/".startswith(f"{each}/")
            }  # the rows it lies in itself are there
            self.references |= (at - around) & self.outline.repeats
            self.references |= {each.removesuffix("/#") for each in at if each.endswith("/#")}
        found = self.outline.step(at, step)
        if (
            not found
            and at
            and step.axis in ("child", "descendant", "descendant-or-self")
            and NAME.fullmatch(step.name)
        ):
            self.missing(at, step)
        down = step.axis not in ("self", "parent", "ancestor", "ancestor-or-self")
        self.present |= {each.removesuffix("/#") for each in found - {""}}
        if down:  # which rows there are matters as soon as a path leads into them
            self.references |= found & self.outline.repeats
        for test in step.predicates:
            self.read(test, found)
        return found

    def missing(self, at: set[str], step: Step) -> None:
        """Refuse a name that is not there, unless the form's instance has it for purposes of its own."""
        if not self.outline.may_be_named(step.name):
            place = min(at, key=len)
            raise refusal("form-unknown-question", self.xpath, self.column, name=f"{place}/{step.name}")

    def note(self, found: set[str] | None, said: bool) -> None:
        """Take note of nodes that are reached: what they say is what everything inside them says."""
        for xpath in (found or set()) - {""}:
            if xpath.endswith("/#"):
                self.references.add(xpath.removesuffix("/#"))
            elif said:
                self.references.add(xpath)
                self.references.update(self.outline.below(xpath))
            else:
                self.present.add(xpath)
                self.references |= {xpath} & self.outline.repeats
