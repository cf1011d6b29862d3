"""A part's text as it stands when every tracked change is accepted, with the names that mark places in it.

Insertions are in, deletions and moved-away text out; deleted rows and cells vanish; a deleted paragraph mark joins two paragraphs. Controls,
hyperlinks, fields and wrappers of other programs (Google Docs puts its own controls everywhere) are walked through, never skipped:
text in an element nobody foresaw is still text. Text boxes become blocks of their own.

This walk is most of the time a return takes: children are looked at once, and lxml's `find` (ten times a loop over a few children) is avoided.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import Final

from lxml import etree

from seeddesk.exchange.docx.opened import Block, Cell, Control, FinalText, Image, Paragraph, Row, Table, paragraphs_of

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_W14 = "{http://schemas.microsoft.com/office/word/2010/wordml}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_VML = "{urn:schemas-microsoft-com:vml}"

_HEADING = re.compile(r"(?:heading|titolo|title|titre|berschrift|naslov)\s*(\d?)", re.IGNORECASE)
# What Word writes into a control that was emptied. Ours are born without placeholder words, so these are never an answer.
_PLACEHOLDER = re.compile(
    r"\s*(?:(?:Click|Tap)\b.*\benter|Fare clic\b.*\bimmettere|Choose an item|Scegliere un elemento|"
    r"Click to enter a date|Cliquez|Klicken Sie|Haga clic|Pulse o haga clic)",
    re.IGNORECASE | re.DOTALL,
)

_OTHER: Final = 0
_TEXT: Final = 1
_RUN: Final = 2
_PROPERTIES: Final = 3
_SKIP: Final = 4
_CONTROL: Final = 5
_MARK: Final = 6
_PARAGRAPH: Final = 7
_TABLE: Final = 8
_ROW: Final = 9
_CELL: Final = 10
_DELETED: Final = 11
_CHANGED: Final = 12
_COMMENT: Final = 13
_BREAK: Final = 14
_SYMBOL: Final = 15
_PICTURE: Final = 16
_PICTURE_NAME: Final = 17
_BOX: Final = 18
_ALTERNATIVE: Final = 19
_FOREIGN: Final = 20

_TEXTS = (W + "t", _M + "t")
# Properties, markers and words that are no text of the document (what was deleted, what a field is made of).
_SILENT = (
    *("rPr", "tblPr", "tblGrid", "tblPrEx", "sdtPr", "sdtEndPr", "sectPr", "rubyPr"),
    *(
        "delText",
        "instrText",
        "delInstrText",
        "fldChar",
        "bookmarkEnd",
        "commentRangeEnd",
        "proofErr",
        "lastRenderedPageBreak",
    ),
)
_KINDS: dict[object, int] = {
    **dict.fromkeys(_TEXTS, _TEXT),
    W + "r": _RUN,
    **{W + name: _PROPERTIES for name in ("pPr", "trPr", "tcPr")},
    **{W + name: _SKIP for name in _SILENT},
    W + "sdt": _CONTROL,
    W + "bookmarkStart": _MARK,
    W + "p": _PARAGRAPH,
    W + "tbl": _TABLE,
    W + "tr": _ROW,
    W + "tc": _CELL,
    **{W + name: _DELETED for name in ("del", "moveFrom")},
    **{W + name: _CHANGED for name in ("ins", "moveTo")},
    **{W + name: _COMMENT for name in ("commentReference", "commentRangeStart")},
    **{W + name: _BREAK for name in ("br", "cr")},
    **{W + name: _SYMBOL for name in ("sym", "tab", "ptab", "noBreakHyphen", "softHyphen")},
    _A + "blip": _PICTURE,
    _VML + "imagedata": _PICTURE,
    _WP + "docPr": _PICTURE_NAME,
    W + "txbxContent": _BOX,
    _MC + "AlternateContent": _ALTERNATIVE,
    W + "altChunk": _FOREIGN,
}
_SYMBOLS = {"tab": "\t", "ptab": "\t", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
_GONE = (W + "del", W + "moveFrom")
_CHANGES = (*_GONE, W + "ins", W + "moveTo")
_SDT_PROPERTIES, _SDT_CONTENT = W + "sdtPr", W + "sdtContent"
_VAL, _ID, _NAME, _AUTHOR = W + "val", W + "id", W + "name", W + "author"


def final_text(root: etree._Element) -> FinalText:
    """Read the tree of a part (a document's body, a footnote list, a header)."""
    walker = _Walker()
    blocks: list[Block] = []
    walker.blocks(root, blocks)
    present = sum([len(node.text or "") for node in root.iter(*_TEXTS)]) - walker.dropped
    return FinalText(blocks, paragraphs_of(blocks), present, walker.placeholders, walker.foreign)


class _Walker:
    """One pass over the tree. `_current` is the paragraph being filled."""

    def __init__(self) -> None:
        self.dropped = 0
        self.placeholders = 0
        self.foreign = False
        self._current = Paragraph()
        self._properties: etree._Element | None = None
        self._pieces: list[str] = []
        self._length = 0
        self._marks: list[str] = []  # bookmarks and controls that start between blocks belong to the next paragraph
        self._tags: list[str] = []
        self._boxes: list[Block] = []
        self._picture_name = ""

    def blocks(self, element: Iterable[etree._Element], out: list[Block]) -> None:
        """Append the blocks below an element. Runs outside any paragraph (broken files) get a paragraph of their own."""
        joined: Paragraph | None = None
        for child in element:
            kind = _KINDS.get(child.tag, _OTHER)
            if kind == _PARAGRAPH:
                joined = self._paragraph(child, out, joined)
                continue
            if kind == _TABLE:
                out.append(self._table(child))
            elif kind == _CONTROL:
                tag, _, _, content = _opened(child)
                self._tags += [tag] if tag else []
                self.blocks(content, out)
            elif kind == _DELETED:
                self._drop(child)
            elif kind == _MARK:
                self._marks.append(child.get(_NAME, ""))
            elif kind == _ALTERNATIVE:
                self.blocks(self._choice(child), out)
            elif kind == _FOREIGN:
                self.foreign = True
            elif kind in (_RUN, _TEXT):
                self._paragraph_from([child], out)
            elif kind not in (_SKIP, _COMMENT, _PROPERTIES):
                self.blocks(child, out)
            else:
                continue
            joined = None

    def _paragraph(self, element: etree._Element, out: list[Block], before: Paragraph | None) -> Paragraph | None:
        """Read one paragraph into `out`. before: the one its text belongs to, whose mark was deleted; returns the like for the next."""
        paragraph = self._paragraph_from(element, out)
        gone = False
        if self._properties is not None:
            paragraph.level, changes = _looks(self._properties)
            for change in changes:
                gone = gone or change.tag in _GONE
                _note_author(paragraph, change)
        if before is not None and not any(name.lower().startswith("sd_") for name in paragraph.marks):
            _join(before, paragraph)
            out.remove(paragraph)
            paragraph = before
        return paragraph if gone else None

    def _paragraph_from(self, element: Iterable[etree._Element], out: list[Block]) -> Paragraph:
        outer = self._current, self._pieces, self._length, self._boxes
        paragraph = self._current = Paragraph(marks=self._marks)
        self._pieces, self._length, self._boxes, self._marks = [], 0, [], []
        tags, self._tags = self._tags, []
        self._properties = None
        self._inline(element)
        paragraph.text = "".join(self._pieces)
        if tags:
            paragraph.controls[:0] = [Control(tag, 0, len(paragraph.text)) for tag in tags]
        out.append(paragraph)
        if self._boxes:
            out.extend(self._boxes)
            self._properties = None
        self._current, self._pieces, self._length, self._boxes = outer
        return paragraph

    def _inline(self, element: Iterable[etree._Element]) -> None:
        """Read what stands in a paragraph: runs, controls, links, changes, and anything wrapped round them."""
        for child in element:
            kind = _KINDS.get(child.tag, _OTHER)
            if kind == _TEXT:
                text = child.text or ""
                self._current.count += len(text)
                self._put(text)
            elif kind in (_RUN, _OTHER):
                self._inline(child)
            elif kind == _SKIP:
                continue
            elif kind == _PROPERTIES:
                self._properties = child
            elif kind == _CONTROL:
                self._inline_control(child)
            elif kind == _MARK:
                self._current.marks.append(child.get(_NAME, ""))
            elif kind == _DELETED:
                self._drop(child)
            elif kind == _CHANGED:
                _note_author(self._current, child)
                self._inline(child)
            elif kind == _COMMENT:
                if (number := child.get(_ID, "")) not in self._current.comments:
                    self._current.comments.append(number)
            elif kind == _BREAK:
                if child.get(W + "type", "textWrapping") == "textWrapping":
                    self._put("\n")
            elif kind == _SYMBOL:
                self._put(_symbol(child))
            elif kind == _PICTURE_NAME:
                self._picture_name = child.get("name", "")
            elif kind == _PICTURE:
                relation = child.get(_R + "embed") or child.get(_R + "id") or ""
                self._current.images.append(Image(self._picture_name, relation))
            elif kind == _ALTERNATIVE:
                self._inline(self._choice(child))
            elif kind == _BOX:
                self.blocks(child, self._boxes)
            else:  # a paragraph or table where none may be
                self.blocks([child], self._boxes)

    def _inline_control(self, element: etree._Element) -> None:
        tag, checked, placeholder, content = _opened(element)
        start, pieces, count = self._length, len(self._pieces), self._current.count
        self._inline(content)
        if placeholder and _PLACEHOLDER.match("".join(self._pieces[pieces:])):
            self.placeholders += self._current.count - count
            self._current.count = count
            self._replace(start, pieces, "")
        elif checked is not None:  # the state counts, the glyph may be stale
            self._replace(start, pieces, "☒" if checked else "☐")
        if tag:
            self._current.controls.append(Control(tag, start, self._length))

    def _table(self, element: etree._Element) -> Table:
        table = Table()
        self._rows(element, table)
        for row in table.rows:
            for cell in row.cells:
                table.paragraphs += cell.paragraphs
        return table

    def _rows(self, element: Iterable[etree._Element], table: Table) -> None:
        for child in element:
            kind = _KINDS.get(child.tag, _OTHER)
            if kind == _ROW:
                row = Row()
                if not self._cells(child, row):
                    self._drop(child)
                elif row.cells:
                    table.rows.append(row)
            elif kind == _DELETED:
                self._drop(child)
            elif kind == _MARK:
                self._marks.append(child.get(_NAME, ""))
            elif kind == _CONTROL:
                self._rows(_opened(child)[3], table)
            elif kind not in (_SKIP, _PROPERTIES):
                self._rows(child, table)

    def _cells(self, element: Iterable[etree._Element], row: Row) -> bool:
        """Read a row's cells. False for a deleted row, which says so in its properties before its cells."""
        for child in element:
            kind = _KINDS.get(child.tag, _OTHER)
            if kind == _CELL:
                if (cell := self._cell(child)) is not None:
                    row.cells.append(cell)
            elif kind == _PROPERTIES:
                for item in child:
                    if item.tag == W + "tblHeader":
                        row.header = True
                    elif item.tag == W + "del":
                        return False
            elif kind == _CONTROL:
                tag, _, _, content = _opened(child)
                self._tags += [tag] if tag else []
                self._cells(content, row)
            elif kind == _DELETED:
                self._drop(child)
            elif kind == _MARK:
                self._marks.append(child.get(_NAME, ""))
            elif kind != _SKIP:
                self._cells(child, row)
        return True

    def _cell(self, element: etree._Element) -> Cell | None:
        first = next(iter(element), None)
        if first is not None and first.tag == W + "tcPr":
            for item in first:
                if item.tag == W + "cellDel":
                    self._drop(element)
                    return None
        blocks: list[Block] = []
        self.blocks(element, blocks)
        return Cell(paragraphs_of(blocks), [block for block in blocks if isinstance(block, Table)])

    def _choice(self, element: etree._Element) -> etree._Element:
        """One of several ways to draw the same thing: the first; the others repeat its text."""
        first, *others = (*element, element)
        for other in others[:-1]:
            self._drop(other)
        return first

    def _put(self, text: str) -> None:
        self._pieces.append(text)
        self._length += len(text)

    def _replace(self, start: int, pieces: int, text: str) -> None:
        del self._pieces[pieces:]
        self._length = start
        self._put(text)

    def _drop(self, element: etree._Element) -> None:
        """Leave a deleted or repeated subtree out, but keep count of it, and of who deleted it."""
        self.dropped += sum(len(node.text or "") for node in element.iter(*_TEXTS))
        _note_author(self._current, element)


def _opened(control: etree._Element) -> tuple[str, bool | None, bool, Iterable[etree._Element]]:
    """Tag, state of a checkbox (None: it is none), whether it claims to show a placeholder, and what is in it."""
    tag, checked, placeholder = "", None, False
    content: Iterable[etree._Element] = ()
    for child in control:
        if child.tag == _SDT_CONTENT:
            content = child
        elif child.tag == _SDT_PROPERTIES:
            for item in child:
                if item.tag == W + "tag":
                    tag = item.get(_VAL, "")
                elif item.tag == W + "showingPlcHdr":
                    placeholder = True
                elif item.tag == _W14 + "checkbox":
                    state = item.find(_W14 + "checked")
                    checked = state is not None and state.get(_W14 + "val", "1") in ("1", "true", "on")
    return tag, checked, placeholder, content


def _symbol(element: etree._Element) -> str:
    name = element.tag[len(W) :]
    if name != "sym":
        return _SYMBOLS[name]
    try:
        code = int(element.get(W + "char", ""), 16)
    except ValueError:
        return "\ufffd"
    # Symbol fonts live at F000 upwards; their crossed and empty boxes are the only ones that carry an answer.
    return {0xF0FE: "☒", 0xF0FD: "☒", 0xF0A8: "☐", 0xF06F: "☐", 0xF071: "☐"}.get(
        code, chr(code) if code < 0xD800 else "\ufffd"
    )


def _looks(properties: etree._Element) -> tuple[int, list[etree._Element]]:
    """Level as a heading (0: it is none), and the tracked changes of the paragraph's mark."""
    level = 0
    changes: list[etree._Element] = []
    for item in properties:
        if item.tag == W + "pStyle":
            level = level or _level_of_style(item.get(_VAL, ""))
        elif item.tag == W + "outlineLvl":
            value = item.get(_VAL, "9")
            level = int(value) + 1 if value in "012345678" else level
        elif item.tag == W + "rPr":
            changes = [change for change in item if change.tag in _CHANGES]
    return level, changes


@lru_cache(maxsize=1024)
def _level_of_style(style: str) -> int:
    found = _HEADING.search(style)
    if not found:
        return 0
    # "Titolo" and "Title" without a number are the document's own title, no heading of anything.
    return int(found[1] or 0) if found[0].lower().startswith("tit") else int(found[1] or 1)


def _note_author(paragraph: Paragraph, change: etree._Element) -> None:
    author = change.get(_AUTHOR, "")
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
        first.controls.append(Control(control.tag, control.start + shift, control.end + shift))
    first.marks += second.marks
    first.images += second.images
    first.comments += second.comments
    first.authors += [author for author in second.authors if author not in first.authors]
