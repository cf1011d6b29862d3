"""Places in a template's tree that become slots: marked while the tree is worked on, cut out of its text at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TypeAlias

from lxml import etree

from seeddesk.exchange.docx import tree
from seeddesk.exchange.docx.slots import OwnWords, Pieces, Repeat, Slot

_MARK = re.compile(r"<\?sd (\d+)\?>")


@dataclass(frozen=True, slots=True)
class Begin:
    """What follows, up to `End`, stands once per row."""

    template: str
    outer: str
    card: bool
    counted: bool = False


@dataclass(frozen=True, slots=True)
class End:
    """The end of what a `Begin` repeats."""


@dataclass(frozen=True, slots=True)
class BeginOwn:
    """What follows, up to `EndOwn`, is a paragraph of the template whose words differ from practice to practice."""


@dataclass(frozen=True, slots=True)
class EndOwn:
    """The end of such a paragraph."""


@dataclass(frozen=True, slots=True)
class Words:
    """Markup that is the same for every practice but for the row's id: it becomes part of the texts. Left out of a table's spare rows."""

    text: str


_Place: TypeAlias = Slot | Begin | End | BeginOwn | EndOwn | Words


class Places:
    """The marked places of one part. A mark is a processing instruction with the place's number."""

    def __init__(self) -> None:
        self._slots: list[_Place] = []

    def mark(self, slot: _Place) -> etree._Element:
        """A mark to put into the tree."""
        self._slots.append(slot)
        return etree.ProcessingInstruction("sd", str(len(self._slots) - 1))

    def replace(self, element: etree._Element, slot: Slot) -> None:
        """Put a mark in the place of an element."""
        tree.put_before(element, self.mark(slot))
        tree.remove(element)

    def shown_in(self, element: etree._Element) -> list[_Place]:
        """What the marks inside an element stand for."""
        return [self._slots[int(mark.text or 0)] for mark in element.iter(etree.ProcessingInstruction)]

    def depth_after(self, mark: etree._Element) -> int:
        """1 at a `Begin`, -1 at an `End`, else 0."""
        slot = self._slots[int(mark.text or 0)]
        return isinstance(slot, Begin) - isinstance(slot, End)

    def pieces(self, text: str) -> Pieces:
        """The part's text cut at its marks."""
        stack: list[tuple[Begin | BeginOwn | None, list[str | Slot], list[str]]] = [(None, [], [])]
        for position, part in enumerate(_MARK.split(text)):
            _, pieces, spare = stack[-1]
            if position % 2 == 0:
                pieces.append(part)
                spare.append(part)
                continue
            slot = self._slots[int(part)]
            if isinstance(slot, Words):
                pieces.append(slot.text)
            elif isinstance(slot, Begin | BeginOwn):
                stack.append((slot, [], []))
            elif isinstance(slot, End):
                begin, inside, empty = stack.pop()
                assert isinstance(begin, Begin)
                spare_row = None if begin.card else "".join(empty).encode()
                stack[-1][1].append(Repeat(begin.template, begin.outer, Pieces(inside), spare_row, begin.counted))
            elif isinstance(slot, EndOwn):
                _, inside, empty = stack.pop()
                stack[-1][1].append(OwnWords(Pieces(inside)))
                stack[-1][2].extend(empty)
            else:
                pieces.append(slot)
        return Pieces(stack[0][1])
