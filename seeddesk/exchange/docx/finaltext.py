"""A document's text as it stands when every tracked change is accepted, with the names that mark places in it.

Insertions are in, deletions and moved-away text out; deleted rows and cells vanish; a deleted paragraph mark joins two paragraphs. Controls,
hyperlinks, fields and wrappers of other programs (Google Docs puts its own controls everywhere) are walked through, never skipped:
text in an element nobody foresaw is still text. Text boxes become blocks of their own.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import Enum, auto
from typing import TypeAlias

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"

TEXT, MATH_TEXT = W + "t", _M + "t"
_HEADING = re.compile(r"(?:heading|titolo|title|titre|berschrift|naslov)\s*(\d?)", re.IGNORECASE)
# What Word writes into a control that was emptied. Ours are born without placeholder words, so these are never an answer.
_PLACEHOLDER = re.compile(
    r"\s*(?:(?:Click|Tap)\b.*\benter|Fare clic\b.*\bimmettere|Choose an item|Scegliere un elemento|"
    r"Click to enter a date|Cliquez|Klicken Sie|Haga clic|Pulse o haga clic)",
    re.IGNORECASE | re.DOTALL,
)


class _Kind(Enum):
    TEXT = auto()
    RUN = auto()
    PARAGRAPH = auto()
    TABLE = auto()
    ROW = auto()
    CELL = auto()
    CONTROL = auto()
    DELETED = auto()
    CHANGED = auto()
    MARK = auto()
    COMMENT = auto()
    BREAK = auto()
    SYMBOL = auto()
    PICTURE = auto()
    PICTURE_NAME = auto()
    BOX = auto()
    ALTERNATIVE = auto()
    FOREIGN = auto()
    SKIP = auto()


# Properties, markers and words that are no text of the document (what was deleted, what a field is made of).
_SILENT = (
    *("rPr", "pPr", "tblPr", "tblGrid", "tblPrEx", "trPr", "tcPr", "sdtPr", "sdtEndPr", "sectPr", "rubyPr"),
    *("delText", "instrText", "delInstrText", "fldChar", "bookmarkEnd", "commentRangeEnd", "proofErr", "lastRenderedPageBreak"),
)
_KINDS = {
    TEXT: _Kind.TEXT,
    MATH_TEXT: _Kind.TEXT,
    W + "r": _Kind.RUN,
    W + "p": _Kind.PARAGRAPH,
    W + "tbl": _Kind.TABLE,
    W + "tr": _Kind.ROW,
    W + "tc": _Kind.CELL,
    W + "sdt": _Kind.CONTROL,
    W + "del": _Kind.DELETED,
    W + "moveFrom": _Kind.DELETED,
    W + "ins": _Kind.CHANGED,
    W + "moveTo": _Kind.CHANGED,
    W + "bookmarkStart": _Kind.MARK,
    W + "commentReference": _Kind.COMMENT,
    W + "commentRangeStart": _Kind.COMMENT,
    W + "br": _Kind.BREAK,
    W + "cr": _Kind.BREAK,
    W + "sym": _Kind.SYMBOL,
    W + "tab": _Kind.SYMBOL,
    W + "ptab": _Kind.SYMBOL,
    W + "noBreakHyphen": _Kind.SYMBOL,
    W + "softHyphen": _Kind.SYMBOL,
    _A + "blip": _Kind.PICTURE,
    _VML + "imagedata": _Kind.PICTURE,
    _WP + "docPr": _Kind.PICTURE_NAME,
    W + "txbxContent": _Kind.BOX,
    _MC + "AlternateContent": _Kind.ALTERNATIVE,
    W + "altChunk": _Kind.FOREIGN,
    **{
        W + name: _Kind.SKIP
        for name in _SILENT
    },
}
_SYMBOLS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}


@dataclass(slots=True)
class Control:
    """A content control with a tag, in the paragraph where it starts: characters `start` to `end` of its text; checked: of a checkbox."""

    tag: str
    start: int
    end: int
    checked: bool | None = None


@dataclass(slots=True)
class Image:
    """A picture in the text: its docPr name, and the relationship that leads to its bytes."""

    name: str
    relation: str


@dataclass(slots=True, eq=False)
class Paragraph:
    """Final text of one paragraph, and what marks it.

    count: characters that came from text nodes (tabs and breaks are not) · level: of a heading, 0 for other text ·
    marks: bookmarks that start in it · comments: ids · authors: of tracked changes · claim: what the reader took it for (``value``,
    ``label``, ``own``), ``""`` while nobody has claimed it.
    """

    text: str = ""
    count: int = 0
    level: int = 0
    marks: list[str] = field(default_factory=list)
    controls: list[Control] = field(default_factory=list)
    images: list[Image] = field(default_factory=list)
    comments: list[str] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    claim: str = ""


@dataclass(slots=True, eq=False)
class Cell:
    """One cell: its blocks."""

    blocks: list[Block] = field(default_factory=list)

    def paragraphs(self) -> Iterator[Paragraph]:
        """Every paragraph in it, those of nested tables included."""
        return paragraphs_of(self.blocks)


@dataclass(slots=True, eq=False)
class Row:
    """One table row; header: it is repeated at the top of each page."""

    cells: list[Cell] = field(default_factory=list)
    header: bool = False


@dataclass(slots=True, eq=False)
class Table:
    """A table in the text."""

    rows: list[Row] = field(default_factory=list)


Block: TypeAlias = Paragraph | Table


def paragraphs_of(blocks: list[Block]) -> Iterator[Paragraph]:
    """Every paragraph in some blocks, tables included, in reading order."""
    for block in blocks:
        if isinstance(block, Paragraph):
            yield block
        else:
            for row in block.rows:
                for cell in row.cells:
                    yield from paragraphs_of(cell.blocks)


@dataclass(slots=True)
class FinalText:
    """What a part says. present: characters of its text nodes, minus deleted ones · placeholders: characters that Word, not a
    person, put into emptied controls · foreign: whether text of another file is pulled in and could not be read."""

    blocks: list[Block]
    present: int
    placeholders: int
    foreign: bool


def final_text(root: etree._Element) -> FinalText:
    """Read the tree of a part (a document's body, a footnote list, a header)."""
    walker = _Walker()
    blocks: list[Block] = []
    walker.blocks(root, blocks)
    present = sum(len(node.text or "") for node in root.iter(TEXT, MATH_TEXT)) - walker.dropped
    return FinalText(blocks, present, walker.placeholders, walker.foreign)


class _Walker:
    """One pass over the tree. `current` is the paragraph being filled."""

    def __init__(self) -> None:
        self.dropped = 0
        self.placeholders = 0
        self.foreign = False
        self._current = Paragraph()
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[str] = []  # bookmarks and controls that start between blocks belong to the next paragraph
        self._tags: list[str] = []
        self._boxes: list[Block] = []
        self._picture_name = ""

    def blocks(self, element: etree._Element, out: list[Block]) -> None:
        """Append the blocks below an element. Runs outside any paragraph (broken files) get a paragraph of their own."""
        joined = False
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind is _Kind.PARAGRAPH:
                joined = self._paragraph(child, out, joined)
                continue
            if kind is _Kind.TABLE:
                out.append(self._table(child))
            elif kind is _Kind.CONTROL:
                self._tags.extend(_tag_of(child)[:1])
                self.blocks(child, out)
            elif kind is _Kind.DELETED:
                self._drop(child)
            elif kind is _Kind.MARK:
                self._marks.append(child.get(W + "name", ""))
            elif kind is _Kind.ALTERNATIVE:
                self.blocks(self._choice(child), out)
            elif kind is _Kind.FOREIGN:
                self.foreign = True
            elif kind is _Kind.RUN or kind is _Kind.TEXT:
                self._paragraph_from([child], out)
            elif kind is not _Kind.SKIP and kind is not _Kind.COMMENT:
                self.blocks(child, out)
            else:
                continue
            joined = False

    def _paragraph(self, element: etree._Element, out: list[Block], joined: bool) -> bool:
        """Read one paragraph into `out`; True when its mark was deleted, so that the next one belongs to it."""
        before = out[-1] if joined and out else None
        paragraph = self._paragraph_from(element, out)
        properties = element.find(W + "pPr")
        gone = False
        if properties is not None:
            paragraph.level = _level(properties)
            for mark in properties.iterfind(W + "rPr/*"):
                if mark.tag in (W + "del", W + "moveFrom"):
                    gone = True
                if mark.tag in (W + "del", W + "ins", W + "moveFrom", W + "moveTo"):
                    _note_author(paragraph, mark)
        if isinstance(before, Paragraph) and not any(name.lower().startswith("sd_") for name in paragraph.marks):
            _join(before, paragraph)
            out.remove(paragraph)
        return gone

    def _paragraph_from(self, element: etree._Element | list[etree._Element], out: list[Block]) -> Paragraph:
        outer = self._current, self._pieces, self._length, self._boxes
        paragraph = self._current = Paragraph(marks=self._marks)
        self._pieces, self._length, self._boxes, self._marks = [], 0, [], []
        tags, self._tags = self._tags, []
        self._inline(element)
        paragraph.text = "".join(self._pieces)
        paragraph.controls[:0] = [Control(tag, 0, len(paragraph.text)) for tag in tags]
        boxes = self._boxes
        self._current, self._pieces, self._length, self._boxes = outer
        out.append(paragraph)
        out.extend(boxes)
        return paragraph

    def _inline(self, element: etree._Element | list[etree._Element]) -> None:
        """Read what stands in a paragraph: runs, controls, links, changes, and anything wrapped round them."""
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind is _Kind.TEXT:
                text = child.text or ""
                self._current.count += len(text)
                self._put(text)
            elif kind is _Kind.SKIP:
                continue
            elif kind is _Kind.CONTROL:
                self._inline_control(child)
            elif kind is _Kind.DELETED:
                self._drop(child)
            elif kind is _Kind.CHANGED:
                _note_author(self._current, child)
                self._inline(child)
            elif kind is _Kind.MARK:
                self._current.marks.append(child.get(W + "name", ""))
            elif kind is _Kind.COMMENT:
                if (number := child.get(W + "id", "")) not in self._current.comments:
                    self._current.comments.append(number)
            elif kind is _Kind.BREAK:
                if child.get(W + "type", "textWrapping") == "textWrapping":
                    self._put("\n")
            elif kind is _Kind.SYMBOL:
                self._put(_symbol(child))
            elif kind is _Kind.PICTURE_NAME:
                self._picture_name = child.get("name", "")
                self._inline(child)
            elif kind is _Kind.PICTURE:
                relation = child.get(_R + "embed") or child.get(_R + "id") or ""
                self._current.images.append(Image(self._picture_name, relation))
            elif kind is _Kind.BOX:
                self.blocks(child, self._boxes)
            elif kind is _Kind.ALTERNATIVE:
                self._inline(self._choice(child))
            elif kind is _Kind.PARAGRAPH or kind is _Kind.TABLE:
                self.blocks([child], self._boxes)  # type: ignore[arg-type]  # any iterable of elements will do
            else:
                self._inline(child)

    def _inline_control(self, element: etree._Element) -> None:
        tag, checked, placeholder = _tag_of(element)
        start, pieces, count = self._length, len(self._pieces), self._current.count
        content = element.find(W + "sdtContent")
        if content is not None:
            self._inline(content)
        if placeholder and _PLACEHOLDER.match("".join(self._pieces[pieces:])):
            self.placeholders += self._current.count - count
            self._current.count = count
            del self._pieces[pieces:]
            self._length = start
        if tag:
            self._current.controls.append(Control(tag, start, self._length, checked))

    def _table(self, element: etree._Element) -> Table:
        table = Table()
        self._rows(element, table)
        return table

    def _rows(self, element: etree._Element, table: Table) -> None:
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind is _Kind.ROW:
                properties = child.find(W + "trPr")
                if properties is not None and properties.find(W + "del") is not None:
                    self._drop(child)
                    continue
                row = Row(header=properties is not None and properties.find(W + "tblHeader") is not None)
                self._cells(child, row)
                table.rows.append(row)
            elif kind is _Kind.DELETED:
                self._drop(child)
            elif kind is _Kind.MARK:
                self._marks.append(child.get(W + "name", ""))
            elif kind is not _Kind.SKIP:
                self._rows(child, table)

    def _cells(self, element: etree._Element, row: Row) -> None:
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind is _Kind.CELL:
                if child.find(W + "tcPr/" + W + "cellDel") is not None:
                    self._drop(child)
                    continue
                cell = Cell()
                self.blocks(child, cell.blocks)
                row.cells.append(cell)
            elif kind is _Kind.CONTROL:
                self._tags.extend(_tag_of(child)[:1])
                self._cells(child, row)
            elif kind is _Kind.DELETED:
                self._drop(child)
            elif kind is _Kind.MARK:
                self._marks.append(child.get(W + "name", ""))
            elif kind is not _Kind.SKIP:
                self._cells(child, row)

    def _choice(self, element: etree._Element) -> etree._Element:
        """One of several ways to draw the same thing: the first; the others repeat its text."""
        for other in list(element)[1:]:
            self._drop(other)
        return element[0] if len(element) else element

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _drop(self, element: etree._Element) -> None:
        """Leave a deleted or repeated subtree out, but keep count of it, and of who deleted it."""
        self.dropped += sum(len(node.text or "") for node in element.iter(TEXT, MATH_TEXT))
        _note_author(self._current, element)


def _tag_of(control: etree._Element) -> tuple[str, bool | None, bool]:
    """Tag, state of a checkbox (None: it is none), and whether it claims to show a placeholder."""
    properties = control.find(W + "sdtPr")
    if properties is None:
        return "", None, False
    tag = properties.find(W + "tag")
    box = properties.find(W14 + "checkbox")
    checked = None
    if box is not None:
        state = box.find(W14 + "checked")
        checked = state is not None and state.get(W14 + "val", "1") in ("1", "true", "on")
    name = tag.get(W + "val", "") if tag is not None else ""
    return name, checked, properties.find(W + "showingPlcHdr") is not None


def _symbol(element: etree._Element) -> str:
    name = element.tag[len(W) :]
    if name != "sym":
        return _SYMBOLS[name]
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts live at F000 upwards; their crossed and empty boxes are the only ones that carry an answer.
    return {0xF0FE: "☒", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐"}.get(code, chr(code) if code < 0xD800 else "\ufffd")


def _level(properties: etree._Element) -> int:
    outline = properties.find(W + "outlineLvl")
    if outline is not None and outline.get(W + "val", "9") in "012345678":
        return int(outline.get(W + "val", "0")) + 1
    style = properties.find(W + "pStyle")
    found = _HEADING.search(style.get(W + "val", "")) if style is not None else None
    return int(found[1] or 1) if found else 0


def _note_author(paragraph: Paragraph, change: etree._Element) -> None:
    author = change.get(W + "author", "")
    if author and author not in paragraph.authors:
        paragraph.authors.append(author)


def _join(first: Paragraph, second: Paragraph) -> None:
    """The paragraph mark between the two was deleted. An empty first one leaves the second's look."""
    shift = len(first.text)
    if not first.text:
        first.level = second.level
    first.text += second.text
    first.count += second.count
    for control in second.controls:
        first.controls.append(Control(control.tag, control.start + shift, control.end + shift, control.checked))
    first.marks += second.marks
    first.images += second.images
    first.comments += second.comments
    first.authors += [author for author in second.authors if author not in first.authors]
