"""Who reads what in a form: the order in which everything settles, and what an edit touches."""

from __future__ import annotations

import heapq
from collections.abc import Container, Iterable, Mapping
from typing import Final, NamedTuple

from seeddesk.domain.errors import FormError
from seeddesk.domain.logic.expressions import refusal


class Aspect:
    """What of a question, group or repeat depends on something; joined by ``|``. Plain numbers: an edit compares thousands."""

    RELEVANT: Final = 1
    CALCULATE: Final = 2
    COUNT: Final = 4
    JUDGE: Final = 8  # required, constraint, choices offered
    SHOW: Final = 16  # words and choices
    ANEW: Final = 32  # a calculation, although nothing it reads was edited


SETTLING = Aspect.RELEVANT | Aspect.CALCULATE | Aspect.COUNT


class Reading(NamedTuple):
    """One expression at `reader` reads `read`. scope: the xpath it never looks above, ``""`` for the whole record."""

    aspect: int
    reader: str
    read: str
    scope: str


class Edge(NamedTuple):
    """What a change touches: an aspect of every place of `reader` in the row of repeat `scope` (``""``: the record) that holds the change."""

    aspect: int
    reader: str
    scope: str


class Graph:
    """The dependencies of one form, by xpath.

    order: what can be hidden, calculated or counted, each after all it reads · repeat_of: the repeat an xpath lies in or is, ``""`` for none ·
    chain: a repeat and those around it, outermost first · inside: what stands right under a group or repeat ·
    readers: what a changed value touches · watchers: what is touched when a place comes or goes, whatever it says · row_readers: what is touched when rows of a repeat come, go or move.
    Raises FormError ``form-circle``, or adds it to `errors`, when expressions depend on one another in a circle.
    """

    def __init__(
        self,
        items: Iterable[str],
        repeats: frozenset[str],
        readings: Iterable[Reading],
        presences: Iterable[Reading],
        hideable: Container[str],
        calculated: Container[str],
        names: Mapping[str, str],
        errors: list[FormError] | None = None,
    ) -> None:
        """items: every xpath, in the form's order · presences: who asks only whether something is there · hideable: those with a relevance or a count · names: of questions, for people."""
        self._names = names
        self.repeat_of: dict[str, str] = {}
        self.chain: dict[str, tuple[str, ...]] = {"": ()}
        self.inside: dict[str, list[str]] = {}
        for xpath in items:
            above = xpath.rpartition("/")[0]
            around = self.repeat_of.get(above, "")
            if xpath in repeats:
                self.chain[xpath] = (*self.chain[around], xpath)
            self.repeat_of[xpath] = xpath if xpath in repeats else around
            self.inside.setdefault(above, []).append(xpath)
        hidden: set[str] = set()
        for xpath in self.repeat_of:  # what stands above comes first
            if xpath in hideable or xpath.rpartition("/")[0] in hidden:
                hidden.add(xpath)
        every = tuple(dict.fromkeys(readings))
        there = tuple(dict.fromkeys(reading for reading in presences if reading.read in hidden))
        order = self._in_order((*every, *there), errors)
        self.order = tuple(xpath for xpath in order if xpath in hidden or xpath in calculated)
        self.rank = {xpath: index for index, xpath in enumerate(self.order)}
        self.readers: dict[str, tuple[Edge, ...]] = {}
        self.row_readers: dict[str, tuple[Edge, ...]] = {}
        self.watchers: dict[str, tuple[Edge, ...]] = {}
        self._link(every)
        for aspect, reader, read, scope in there:
            edge = Edge(aspect, reader, self.repeat_of.get(scope, ""))
            self.watchers[read] = (*self.watchers.get(read, ()), edge)

    def _in_order(self, readings: tuple[Reading, ...], errors: list[FormError] | None) -> list[str]:
        """Every xpath after what it settles by, and otherwise in the form's order."""
        xpaths = list(self.repeat_of)
        place = {xpath: index for index, xpath in enumerate(xpaths)}
        needs: dict[str, set[str]] = {xpath: set() for xpath in xpaths}
        for xpath in xpaths:
            above = xpath.rpartition("/")[0]
            if above in needs:
                needs[xpath].add(above)
        for reading in readings:
            if reading.aspect & SETTLING and reading.read in needs:
                needs[reading.reader].add(reading.read)
        waiting: dict[str, int] = {xpath: len(found) for xpath, found in needs.items()}
        after: dict[str, list[str]] = {xpath: [] for xpath in xpaths}
        for xpath, found in needs.items():
            for other in found:
                after[other].append(xpath)
        ready = [place[xpath] for xpath in xpaths if not waiting[xpath]]
        heapq.heapify(ready)
        order: list[str] = []
        while len(order) < len(xpaths):
            if not ready:
                left = {xpath for xpath in xpaths if waiting[xpath] > 0}
                circle = _circle(left, needs)
                self._refuse(circle, errors)
                for xpath in circle:  # the rest is looked at as if these had settled
                    waiting[xpath] = 0
                    heapq.heappush(ready, place[xpath])
                continue
            xpath = xpaths[heapq.heappop(ready)]
            order.append(xpath)
            for other in after[xpath]:
                if waiting[other] > 0:
                    waiting[other] -= 1
                    if not waiting[other]:
                        heapq.heappush(ready, place[other])
        return order

    def _refuse(self, circle: list[str], errors: list[FormError] | None) -> None:
        words = " → ".join(self._names.get(xpath, xpath) for xpath in (*circle, circle[0]))
        error = refusal("form-circle", circle[0], "calculation", circle=words)
        if errors is None:
            raise error
        errors.append(error)

    def _link(self, readings: tuple[Reading, ...]) -> None:
        """Fill `readers` and `row_readers`."""
        values: dict[str, dict[Edge, None]] = {}
        rows: dict[str, dict[Edge, None]] = {}
        for aspect, reader, read, scope in readings:
            around = self.repeat_of.get(scope, "")
            values.setdefault(read, {})[Edge(aspect, reader, around)] = None
            for repeat in self.chain[self.repeat_of.get(read, "")]:
                if read == repeat:  # the rows themselves: their number and order concern all who stand beside them
                    outside = self.chain[repeat][-2] if len(self.chain[repeat]) > 1 else ""
                    rows.setdefault(repeat, {})[
                        Edge(aspect, reader, outside if repeat in self.chain[around] else around)
                    ] = None
                elif repeat not in self.chain[around]:  # looks into the rows from outside
                    rows.setdefault(repeat, {})[Edge(aspect, reader, around)] = None
        self.readers = {xpath: tuple(edges) for xpath, edges in values.items()}
        self.row_readers = {xpath: tuple(edges) for xpath, edges in rows.items()}

    def inner(self, repeat: str, target: str) -> tuple[str, ...]:
        """The repeats to go down through from a row of `repeat` to the places of `target`."""
        return self.chain[self.repeat_of[target]][len(self.chain[repeat]) :]


def _circle(left: set[str], needs: Mapping[str, set[str]]) -> list[str]:
    """One circle among xpaths that all need another of them."""
    at = min(left)
    seen: dict[str, int] = {}
    while at not in seen:
        seen[at] = len(seen)
        at = min(needs[at] & left)
    return list(seen)[seen[at] :]
