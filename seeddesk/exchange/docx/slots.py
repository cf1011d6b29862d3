"""The places of a compiled template, and how each is filled for one practice.

A template is compiled into texts and slots once; a dossier is then a join over them. Everything that can be known beforehand (tags,
drop-down entries, paragraph properties) is text already.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol
from xml.sax.saxutils import unescape

from seeddesk.domain.dossier import Picture
from seeddesk.domain.form import Field, Kind
from seeddesk.domain.paths import repeat_of, row_id
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.exchange.docx import styles
from seeddesk.exchange.docx.carriers import OWN_WORDS, spare_row, words_print
from seeddesk.exchange.docx.markup import attribute, character, run, styled

PLAIN_CONTROL = b'<w:text w:multiLine="1"/>'
_CLOSING = b"</w:sdtContent></w:sdt>"
_BREAK = b"<w:br/>"
_REMEMBERED = 512
# What stands in the texts of a row for its id, and for the beginning of its bookmarks' numbers; in a paragraph's, for the print of its words.
# No cleaned text holds any of them.
ROW, NUMBER, PRINT = "\x02", "\x01", "\x03"
_FIRST_ROW = 1000  # numbers of bookmarks: the row's, and four digits for the place in the template
_TEXTS = re.compile(rb"<w:t(?: [^>]*)?>([^<]*)</w:t>")
_SPLITTABLE = 260  # characters: about four lines of a value cell
_EMU = 360000  # a centimetre
_WIDTH, _HEIGHT = 10.5 * _EMU, 7.0 * _EMU
_CELL_WIDTH, _CELL_HEIGHT = 7.0 * _EMU, 4.5 * _EMU  # in a cell a picture is an answer among others


@dataclass(slots=True)
class Context:
    """One practice being written.

    values: path -> value · rows: repeat path -> row paths in order · system: what the title block and footer say · open: paths with several
    versions · spares: how many empty rows a repeat gets, counted_spares: one whose rows another answer counts · pictures: path of a file ->
    number of the figure, and the picture · others: as in `Dossier` · row: the row being written (``""`` outside), row_id its id or a spare's.
    """

    values: Mapping[str, Value]
    rows: Mapping[str, Sequence[str]]
    system: Mapping[str, str]
    open: frozenset[str]
    spares: int
    next_id: int
    counted_spares: int = 0
    pictures: Mapping[str, tuple[int, Picture]] = dataclasses.field(default_factory=dict)
    others: Mapping[str, str] = dataclasses.field(default_factory=dict)
    row: str = ""
    row_id: str = ""
    spare: bool = False
    number: int = 0
    spare_count: int = 0
    row_count: int = 0

    def new_id(self) -> int:
        """A number no bookmark or picture of this document has yet."""
        self.next_id += 1
        return self.next_id


def rows_by_repeat(values: Mapping[str, Value]) -> dict[str, list[str]]:
    """Every repeat's rows in order, in one pass over the record."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for path, key in values.items():
        if path[-1] == "]" and isinstance(key, str):
            found.setdefault(repeat_of(path), []).append((key, row_id(path), path))
    return {repeat: [path for _, _, path in sorted(rows)] for repeat, rows in found.items()}


class Slot(Protocol):
    """A place that is filled."""

    def render(self, context: Context) -> bytes:
        """Its XML for this practice, in UTF-8."""
        ...


class Pieces:
    """Texts and slots in turn; as bytes, because one letter outside Latin 1 would make the whole page twice as large in memory."""

    def __init__(self, parts: Iterable[str | Slot]) -> None:
        kept = tuple(parts)
        self._parts = _joined(kept)
        # Most practices have nothing undecided: for them the hints' slots are not even visited.
        self._decided = _joined(part for part in kept if not isinstance(part, SeveralVersions))

    def render(self, context: Context) -> bytes:
        """All of them, filled."""
        written: list[bytes] = []
        for text, slot in self._parts if context.open else self._decided:
            written += (text, slot.render(context)) if slot else (text,)
        return b"".join(written)


def _joined(parts: Iterable[str | Slot]) -> tuple[tuple[bytes, Slot | None], ...]:
    """Each slot with the text before it; the text after the last one with none."""
    found: list[tuple[bytes, Slot | None]] = []
    text = ""
    for part in parts:
        if isinstance(part, str):
            text += part
        else:
            found.append((text.encode(), part))
            text = ""
    return (*found, (text.encode(), None))


@dataclass(frozen=True, slots=True)
class Shown:
    """A field's value as a person reads it. text: plain words, run: the same as a run. empty: the run of no answer."""

    field: Field
    text: Callable[[Value], str]
    not_known: str
    properties: str
    empty: bytes = b""
    _runs: dict[Value, bytes] = dataclasses.field(default_factory=dict)

    def run(self, value: Value) -> bytes:
        """The value as one run."""
        if value is None or value == ():
            return self.empty
        if self.field.kind is Kind.TEXT and isinstance(value, str):
            return run(value, self.properties).encode()
        # Choices, dates and numbers repeat from practice to practice, and cost more to format than to remember.
        found = self._runs.get(value)
        if found is None:
            text = (
                styled(self.not_known, styles.NOT_KNOWN)
                if value is NOT_KNOWN
                else run(self.text(value), self.properties)
            )
            found = text.encode()
            if len(self._runs) < _REMEMBERED:
                self._runs[value] = found
        return found

    def plain(self, value: Value) -> str:
        """The value as text, for copies and captions."""
        return self.not_known if value is NOT_KNOWN else "" if value is None or value == () else self.text(value)


class _Placed:
    """A slot that shows a field's value: where it finds it. repeat: the innermost row template it stands in, "" outside rows."""

    def __init__(self, shown: Shown, repeat: str) -> None:
        self._shown = shown
        self._inside = bool(repeat)
        self._tail = shown.field.template[len(repeat) :]

    def _value(self, context: Context) -> Value:
        return context.values.get(context.row + self._tail if self._inside else self._tail)


class CellValue(_Placed):
    """The end of the control in a value cell: its kind, and the value as its content."""

    def __init__(self, shown: Shown, repeat: str, kind: bytes) -> None:
        super().__init__(shown, repeat)
        self._opening = kind + b"</w:sdtPr><w:sdtContent>"
        # A plain text control loses the style of its text in LibreOffice; without its mark it is a rich one.
        self._not_known = self._opening.removeprefix(PLAIN_CONTROL) + shown.run(NOT_KNOWN) + _CLOSING
        self._empty = self._opening + (shown.empty or b"<w:r><w:t></w:t></w:r>") + _CLOSING

    def render(self, context: Context) -> bytes:
        """The rest of the control."""
        value = None if context.spare else self._value(context)
        if value is None or value == ():
            return self._empty
        if value is NOT_KNOWN:
            return self._not_known
        content = self._shown.run(value)
        if _BREAK in content:
            # LibreOffice 7.4 moves line breaks out of a control and joins the lines: only the first stands in it, the others behind it.
            first, _, others = content.partition(_BREAK)
            start = content[: content.index(b"<w:t")]
            return self._opening + first + b"</w:r>" + _CLOSING + start + _BREAK + others
        return self._opening + content + _CLOSING


class PlainValue(_Placed):
    """A value without a control: a copy somewhere, or words about a file. In a spare row nothing."""

    def render(self, context: Context) -> bytes:
        """The value as a run."""
        value = None if context.spare else self._value(context)
        return b"" if value is None else self._shown.run(value)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A long text: a paragraph for each line. properties: the paragraph's."""

    shown: Shown
    properties: str

    def render(self, context: Context) -> bytes:
        """At least one paragraph, so that there is a place to write."""
        value = context.values.get(self.shown.field.template)
        if not isinstance(value, str) or "\n" not in value:
            return b"<w:p>%b%b</w:p>" % (self.properties.encode(), self.shown.run(value))
        lines = self.shown.text(value).split("\n")
        between = f"</w:p><w:p>{self.properties}"
        runs = between.join([run(line, self.shown.properties) if line else "" for line in lines])
        return f"<w:p>{self.properties}{runs}</w:p>".encode()


def _path(template: str, repeat: str, context: Context) -> str:
    return context.row + template[len(repeat) :] if repeat else template


@dataclass(frozen=True, slots=True)
class System:
    """A word of the title block, footer or card heading."""

    name: str
    properties: str

    def render(self, context: Context) -> bytes:
        """Its run, or nothing when there is nothing to say."""
        text = context.system.get(self.name, "")
        return run(text, self.properties).encode() if text else b""


@dataclass(frozen=True, slots=True)
class SystemParagraph:
    """A paragraph that holds only one such word, and is left out when there is none. mark: the bookmark round it."""

    name: str
    paragraph: str
    properties: str
    mark: str

    def render(self, context: Context) -> bytes:
        """The paragraph."""
        text = context.system.get(self.name, "")
        if not text:
            return b""
        content = _marked(context, self.mark, _printed(context, text, run(text, self.properties)))
        return f"<w:p>{self.paragraph}{content}</w:p>".encode()


@dataclass(frozen=True, slots=True)
class OwnWords:
    """A paragraph whose words are known only when it is filled: their print is put into its bookmark then."""

    pieces: Pieces

    def render(self, context: Context) -> bytes:
        """The paragraph."""
        content = self.pieces.render(context)
        text = unescape(b"".join(_TEXTS.findall(content)).decode())
        return content.replace(PRINT.encode(), words_print(text).encode())


def _marked(context: Context, name: str, content: str) -> str:
    number = context.new_id()
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _printed(context: Context, text: str, content: str) -> str:
    return _marked(context, OWN_WORDS.format(context.next_id + 1, words_print(text)), content)


@dataclass(frozen=True, slots=True)
class CardHeading:
    """What stands above a card: the repeat's name and the row's number. texts: with a number to come, and for a spare."""

    name: str
    spare_name: str
    properties: str

    def render(self, context: Context) -> bytes:
        """The heading's run."""
        return run(self.spare_name if context.spare else self.name.format(context.number), self.properties).encode()


@dataclass(frozen=True, slots=True)
class SeveralVersions:
    """The hint at a label whose value is not decided yet; for a repeat, when any of its cells is not."""

    template: str
    repeat: str
    note: str
    whole_repeat: bool = False

    def render(self, context: Context) -> bytes:
        """The hint, or nothing."""
        if not context.open or context.spare:
            return b""
        path = _path(self.template, self.repeat, context)
        found = path in context.open or (
            self.whole_repeat and any(other.startswith(path + "[") for other in context.open)
        )
        return self.note.encode() if found else b""


class KeepTogether:
    """Whether a table row may break over two pages: only when its values are long."""

    def __init__(self, templates: tuple[str, ...], repeat: str) -> None:
        self._inside = bool(repeat)
        self._tails = tuple(template[len(repeat) :] for template in templates)

    def render(self, context: Context) -> bytes:
        """The row property, or nothing."""
        start = context.row if self._inside else ""
        for tail in self._tails:
            value = context.values.get(start + tail)
            if isinstance(value, str):
                if len(value) + 70 * value.count("\n") > _SPLITTABLE:
                    return b""
            elif isinstance(value, tuple) and 70 * len(value) > _SPLITTABLE:
                return b""
        return b"<w:cantSplit/>"


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is written once per row: a table row, or a card. template: of the row (``partners[]``) · spare: the empty row of a table,
    None for cards, whose spare ones have names too."""

    template: str
    outer: str
    pieces: Pieces
    spare: bytes | None
    counted: bool = False

    def render(self, context: Context) -> bytes:
        """Every row, then the spare ones."""
        spares = context.counted_spares if self.counted else context.spares
        repeat = _path(self.template[:-2], self.outer, context)
        rows: Iterable[str] = () if context.spare else context.rows.get(repeat, ())
        kept = context.row, context.row_id, context.spare, context.number
        written = []
        for context.number, row in enumerate(rows, 1):
            written.append(self._row(context, row, row_id(row)))
        if self.spare is not None:
            written.append(self.spare * spares)
        else:
            # A card takes half a page, so even a blank has only two, and inside an empty one there is one.
            spares = min(spares, 1 if context.spare else 2)
            context.spare = True
            for _ in range(spares):
                context.spare_count += 1
                new = spare_row(context.spare_count)
                written.append(self._row(context, f"{repeat}[{new}]", new))
        context.row, context.row_id, context.spare, context.number = kept
        return b"".join(written)

    def _row(self, context: Context, row: str, identifier: str) -> bytes:
        context.row, context.row_id = row, identifier
        context.row_count += 1
        text = self.pieces.render(context).replace(ROW.encode(), identifier.encode())
        return text.replace(NUMBER.encode(), b"%d" % (_FIRST_ROW + context.row_count))


@dataclass(frozen=True, slots=True)
class Figure:
    """A file's picture, nothing when it is none. tag: the picture's name, with the row's id to come · properties: of the paragraph it has to itself;
    None in a cell, where it stands behind the words · alt: the fields that describe it."""

    tag: str
    template: str
    properties: str | None
    alt: tuple[Shown, ...]
    default_alt: str
    repeat: str

    def render(self, context: Context) -> bytes:
        """The paragraph with the picture, or in a cell its run."""
        found = None if context.spare else context.pictures.get(_path(self.template, self.repeat, context))
        if found is None:
            return b""
        index, picture = found
        width, height = (_CELL_WIDTH, _CELL_HEIGHT) if self.properties is None else (_WIDTH, _HEIGHT)
        scale = min(width / picture.width, height / picture.height)
        size = f'cx="{round(picture.width * scale)}" cy="{round(picture.height * scale)}"'
        texts = (
            shown.plain(context.values.get(_path(shown.field.template, self.repeat, context))) for shown in self.alt
        )
        alt = next((text for text in texts if text), self.default_alt)
        name = attribute(self.tag.replace(ROW, context.row_id))
        number = context.new_id()
        drawn = (
            f'<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{attribute(alt)}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{index}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>'
        )
        if self.properties is None:
            return f"<w:r><w:br/>{drawn}</w:r>".encode()
        return f"<w:p>{self.properties}<w:r>{drawn}</w:r></w:p>".encode()


@dataclass(frozen=True, slots=True)
class Caption:
    """Under a photo: its number, and the row's words about it in the form's order; nothing without a photo. template: of the photo."""

    template: str
    figure: str
    properties: str
    words: tuple[Shown, ...]
    repeat: str
    mark: str

    def render(self, context: Context) -> bytes:
        """The paragraph."""
        found = None if context.spare else context.pictures.get(_path(self.template, self.repeat, context))
        if found is None:
            return b""
        index, _ = found
        texts = (
            shown.plain(context.values.get(_path(shown.field.template, self.repeat, context))) for shown in self.words
        )
        words = ". ".join(text.strip().rstrip(".") for text in texts if text.strip())
        figure, rest = self.figure.format(index), f" {words}." if words else ""
        content = run(figure, character(styles.STRONG)) + (run(rest) if rest else "")
        content = _marked(context, self.mark.format(index), _printed(context, figure + rest, content))
        return f"<w:p>{self.properties}{content}</w:p>".encode()
