"""What stands where in a form's record: the tree expressions find their way in before there is any record."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

from seeddesk.domain.logic.syntax import NAME, Path, Step

# of the record itself, in every form's instance, though no question
_META: Final = frozenset(
    (
        "meta",
        "instanceID",
        "instanceName",
        "timeStart",
        "timeEnd",
        "userID",
        "deviceID",
        "deprecatedID",
        "email",
        "phoneNumber",
        "audit",
        "entity",
    )
)


class Outline:
    """The xpaths of one form. xform: its XML, whose instance may hold nodes that are no questions: they may be named, and say nothing."""

    def __init__(self, known: Iterable[str], repeats: frozenset[str], xform: str) -> None:
        self.order = list(known)
        self.known = frozenset(self.order)
        self.repeats = repeats
        self.inside: dict[str, list[str]] = {}
        for xpath in self.order:
            self.inside.setdefault(xpath.rpartition("/")[0], []).append(xpath)
        self._xform = xform
        self._spare: frozenset[str] | None = None

    def below(self, xpath: str) -> list[str]:
        """Everything inside an xpath, however deep."""
        found: list[str] = []
        waiting = [xpath]
        while waiting:
            children = self.inside.get(waiting.pop(), [])
            found += children
            waiting += children
        return found

    def above(self, xpath: str) -> list[str]:
        """What an xpath stands in, the nearest first, ``""`` (the document) last."""
        found = []
        while xpath:
            xpath = xpath.rpartition("/")[0]
            found.append(xpath)
        return found

    def step(self, places: set[str], step: Step) -> set[str]:
        """Where a step may lead from any of these places; texts are called as what they stand in, with ``/#`` behind.
        Order among siblings is that of rows too, so it excludes nothing."""
        axis, name = step.axis, step.name
        found: set[str] = set()
        for place in places:
            found.update(self._axis(place, axis))
            if name in ("node()", "text()"):
                found.update(f"{each}/#" for each in self._holders(place, axis) if each)
        if name == "node()":
            return found
        if "(" in name:
            return {each for each in found if each.endswith("/#")} if name == "text()" else set()
        return {each for each in found if each and not each.endswith("/#") and name in ("*", each.rpartition("/")[2])}

    def _holders(self, place: str, axis: str) -> Iterable[str]:
        """What may hold the texts an axis leads to."""
        if axis == "child":
            return (place,)
        if axis in ("descendant", "descendant-or-self"):
            return (place, *self.below(place))
        if axis.endswith("sibling"):
            return self.above(place)[:1]
        return self.order if axis in ("following", "preceding") else ()

    def _axis(self, place: str, axis: str) -> Iterable[str]:
        above = self.above(place)
        if axis == "child":
            return self.inside.get(place, ())
        if axis == "self":
            return (place,)
        if axis == "parent":
            return above[:1]
        if axis in ("descendant", "descendant-or-self"):
            return (*self.below(place), *((place,) if axis.endswith("self") else ()))
        if axis in ("ancestor", "ancestor-or-self"):
            return (*above, *((place,) if axis.endswith("self") else ()))
        if axis.endswith("sibling"):
            return self.inside.get(above[0], ()) if above else ()
        if axis in ("following", "preceding"):
            return self.order
        return ()

    def may_be_named(self, name: str) -> bool:
        """Whether a name that leads to no question is one of the form's record all the same."""
        if name in _META:
            return True
        if self._spare is None:
            instance = re.search(r"<(?:\w+:)?instance\b.*?</(?:\w+:)?instance>", self._xform, re.DOTALL)
            self._spare = (
                frozenset(re.findall(r"<(?:[\w.-]+:)?([^\W\d][\w.\-·]*)", instance[0])) if instance else frozenset()
            )
        return name in self._spare

    def bound(self, path: Path, xpath: str) -> tuple[int, tuple[Step, ...]] | None:
        """An absolute path that leads through a repeat its question lies in means the row the question lies in: how many levels up that is, and
        the steps from there. None for any other path."""
        if path.start != "/" or path.all_rows:
            return None
        at, found = "", None
        for index, step in enumerate(path.steps[:-1], 1):
            if step.predicates or step.lead == "//" or step.axis != "child" or not NAME.fullmatch(step.name):
                break
            at = f"{at}/{step.name}"
            if at != xpath and not xpath.startswith(f"{at}/"):
                break
            if at in self.repeats:
                found = (xpath.count("/") - at.count("/"), path.steps[index:])
        return found
