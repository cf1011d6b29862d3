"""An opened document as the reader sees it: paragraphs, tables, and the names that mark places in them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from seeddesk.exchange.docx.carriers import Place


@dataclass(slots=True)
class Control:
    """A content control with a tag, in the paragraph where it starts: characters `start` to `end` of its text.

    place: what its tag points to in the form that is read; None for a control of another program.
    """

    tag: str
    start: int
    end: int
    place: Place | None = None


@dataclass(slots=True)
class Image:
    """A picture in the text: its docPr name, and the relationship that leads to its bytes."""

    name: str
    relation: str


@dataclass(slots=True, eq=False)
class Paragraph:
    """Final text of one paragraph, and what marks it.

    count: characters that came from text nodes (tabs and breaks are not) · level: of a heading, 0 for other text ·
    marks: bookmarks that start in it, places: those of them that are ours · comments: ids · authors: of tracked changes ·
    claim: what the reader took it for (``value``, ``label``, ``own``, ``copy``), ``""`` while nobody has claimed it.
    """

    text: str = ""
    count: int = 0
    level: int = 0
    marks: list[str] = field(default_factory=list)
    places: list[Place] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    claim: str = ""


@dataclass(slots=True, eq=False)
class Cell:
    """One cell: every paragraph in it, those of tables inside it included, and those tables."""

    paragraphs: list[Paragraph]
    tables: list[Table]


@dataclass(slots=True, eq=False)
class Row:
    """One table row; header: it is repeated at the top of each page."""

    cells: list[Cell] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True, eq=False)
class Table:
    """A table in the text: its rows, and every paragraph in it."""

    rows: list[Row] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)


Block: TypeAlias = Paragraph | Table


def paragraphs_of(blocks: Iterable[Block]) -> list[Paragraph]:
    """Every paragraph in some blocks, tables included, in reading order."""
    found: list[Paragraph] = []
    for block in blocks:
        if isinstance(block, Paragraph):
            found.append(block)
        else:
            found += block.paragraphs
    return found


def text_of(paragraphs: Iterable[Paragraph]) -> str:
    """Paragraphs as one text: a line each, without the blanks at their ends and the empty lines round them."""
    return "\n".join([paragraph.text.rstrip() for paragraph in paragraphs]).strip("\n ")


@dataclass(slots=True)
class FinalText:
    """What a part says. present: characters of its text nodes, minus deleted ones · placeholders: characters that Word, not a
    person, put into emptied controls · foreign: whether text of another file is pulled in and could not be read."""

    blocks: list[Block]
    paragraphs: list[Paragraph]
    present: int
    placeholders: int
    foreign: bool
