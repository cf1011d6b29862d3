"""The places of a compiled template, and how each is filled for one practice.

A template is compiled into texts and slots once; a dossier is then a join over them. Everything that can be known beforehand (tags,
drop-down entries, paragraph properties) is text already.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from seeddesk.domain.dossier import Picture
from seeddesk.domain.form import Field
from seeddesk.domain.paths import is_row, repeat_of, row_id
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.exchange.docx import styles
from seeddesk.exchange.docx.carriers import MARK, spare_row
from seeddesk.exchange.docx.markup import attribute, character, run, styled

PLAIN_CONTROL = '<w:text w:multiLine="1"/>'
_SPLITTABLE = 260  # characters: about four lines of a value cell
_EMU = 360000  # a centimetre
_WIDTH, _HEIGHT = 10.5 * _EMU, 7.0 * _EMU


@dataclass(slots=True)
class Context:
    """One practice being written.

    values: path -> value · rows: repeat path -> row paths in order · system: what the title block and footer say · open: paths with several
    versions · spares: how many empty rows a repeat gets · row: the row being written (``""`` outside), row_id its id or a spare's.
    """

    values: Mapping[str, Value]
    rows: Mapping[str, Sequence[str]]
    system: Mapping[str, str]
    open: frozenset[str]
    spares: int
    next_id: int
    pictures: Mapping[str, tuple[int, Picture]] = field(default_factory=dict)
    row: str = ""
    row_id: str = ""
    spare: bool = False
    number: int = 0
    spare_count: int = 0
    marks: list[int] = field(default_factory=list)

    def new_id(self) -> int:
        """A number no bookmark or picture of this document has yet."""
        self.next_id += 1
        return self.next_id


def rows_by_repeat(values: Mapping[str, Value]) -> dict[str, list[str]]:
    """Every repeat's rows in order, in one pass over the record."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for path, key in values.items():
        if is_row(path) and isinstance(key, str):
            found.setdefault(repeat_of(path), []).append((key, row_id(path), path))
    return {repeat: [path for _, _, path in sorted(rows)] for repeat, rows in found.items()}


class Slot(Protocol):
    """A place that is filled."""

    def render(self, context: Context) -> str:
        """Its XML for this practice."""
        ...


@dataclass(frozen=True, slots=True)
class Pieces:
    """Texts and slots in turn."""

    parts: tuple[str | Slot, ...]

    def render(self, context: Context) -> str:
        """All of them, filled."""
        return "".join([part if isinstance(part, str) else part.render(context) for part in self.parts])


@dataclass(frozen=True, slots=True)
class Shown:
    """A field's value as a person reads it. text: plain words, run: the same as a run. empty: the run of no answer."""

    field: Field
    text: Callable[[Value], str]
    not_known: str
    properties: str
    empty: str = ""

    def run(self, value: Value) -> str:
        """The value as one run."""
        if value is NOT_KNOWN:
            return styled(self.not_known, styles.NOT_KNOWN)
        if value is None or value == ():
            return self.empty
        return run(self.text(value), self.properties)

    def plain(self, value: Value) -> str:
        """The value as text, for copies and captions."""
        return self.not_known if value is NOT_KNOWN else "" if value is None or value == () else self.text(value)


def _path(template: str, repeat: str, context: Context) -> str:
    return context.row + template[len(repeat) :] if repeat else template


@dataclass(frozen=True, slots=True)
class CellValue:
    """The control in a value cell. opening: the control up to its content, in two halves with the row's id between them."""

    shown: Shown
    repeat: str
    opening: tuple[str, str]
    bare_spares: bool

    def render(self, context: Context) -> str:
        """The control with the value; nothing at all in the spare row of a table."""
        if context.spare:
            if self.bare_spares:
                return ""
            value: Value = None
        else:
            value = context.values.get(_path(self.shown.field.template, self.repeat, context))
        content = self.shown.run(value) or '<w:r><w:t xml:space="preserve"></w:t></w:r>'
        before, after = self.opening
        if value is NOT_KNOWN:
            # A plain text control loses the style of its text in LibreOffice; without this mark it is a rich one.
            before, after = before.replace(PLAIN_CONTROL, ""), after.replace(PLAIN_CONTROL, "")
        if self.repeat:
            return f"{before}{context.row_id}{after}{content}</w:sdtContent></w:sdt>"
        return f"{before}{content}</w:sdtContent></w:sdt>"


@dataclass(frozen=True, slots=True)
class PlainValue:
    """A value without a control: a copy somewhere, or words about a file. In a spare row nothing."""

    shown: Shown
    repeat: str

    def render(self, context: Context) -> str:
        """The value as a run."""
        value = None if context.spare else context.values.get(_path(self.shown.field.template, self.repeat, context))
        return "" if value is None else self.shown.run(value)


@dataclass(frozen=True, slots=True)
class Paragraphs:
    """A long text: a paragraph for each line. properties: the paragraph's."""

    shown: Shown
    properties: str

    def render(self, context: Context) -> str:
        """At least one paragraph, so that there is a place to write."""
        value = context.values.get(self.shown.field.template)
        if not isinstance(value, str) or "\n" not in value:
            return f"<w:p>{self.properties}{self.shown.run(value)}</w:p>"
        lines = self.shown.text(value).split("\n")
        between = f"</w:p><w:p>{self.properties}"
        runs = between.join([run(line, self.shown.properties) if line else "" for line in lines])
        return f"<w:p>{self.properties}{runs}</w:p>"


@dataclass(frozen=True, slots=True)
class System:
    """A word of the title block, footer or card heading."""

    name: str
    properties: str

    def render(self, context: Context) -> str:
        """Its run, or nothing when there is nothing to say."""
        text = context.system.get(self.name, "")
        return run(text, self.properties) if text else ""


@dataclass(frozen=True, slots=True)
class SystemParagraph:
    """A paragraph that holds only one such word, and is left out when there is none. mark: the bookmark round it."""

    name: str
    paragraph: str
    properties: str
    mark: str

    def render(self, context: Context) -> str:
        """The paragraph."""
        text = context.system.get(self.name, "")
        if not text:
            return ""
        number = context.new_id()
        start, end = f'<w:bookmarkStart w:id="{number}" w:name="{self.mark}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        return f"<w:p>{self.paragraph}{start}{run(text, self.properties)}{end}</w:p>"


@dataclass(frozen=True, slots=True)
class CardHeading:
    """What stands above a card: the repeat's name and the row's number. texts: with a number to come, and for a spare."""

    name: str
    spare_name: str
    properties: str

    def render(self, context: Context) -> str:
        """The heading's run."""
        return run(self.spare_name if context.spare else self.name.format(context.number), self.properties)


@dataclass(frozen=True, slots=True)
class MarkStart:
    """The beginning of a bookmark that names a row or one of its places. bare_spares: a spare row gets none."""

    code: str
    bare_spares: bool

    def render(self, context: Context) -> str:
        """The bookmark's start."""
        if context.spare and self.bare_spares:
            return ""
        number = context.new_id()
        context.marks.append(number)
        return f'<w:bookmarkStart w:id="{number}" w:name="{MARK}{self.code}_{context.row_id}"/>'


@dataclass(frozen=True, slots=True)
class MarkEnd:
    """The end of the innermost bookmark begun."""

    bare_spares: bool

    def render(self, context: Context) -> str:
        """The bookmark's end."""
        return "" if context.spare and self.bare_spares else f'<w:bookmarkEnd w:id="{context.marks.pop()}"/>'


@dataclass(frozen=True, slots=True)
class SeveralVersions:
    """The hint at a label whose value is not decided yet; for a repeat, when any of its cells is not."""

    template: str
    repeat: str
    note: str
    whole_repeat: bool = False

    def render(self, context: Context) -> str:
        """The hint, or nothing."""
        if not context.open or context.spare:
            return ""
        path = _path(self.template, self.repeat, context)
        found = path in context.open or (self.whole_repeat and any(other.startswith(path + "[") for other in context.open))
        return self.note if found else ""


@dataclass(frozen=True, slots=True)
class KeepTogether:
    """Whether a table row may break over two pages: only when its values are long."""

    templates: tuple[str, ...]
    repeat: str

    def render(self, context: Context) -> str:
        """The row property, or nothing."""
        values = context.values
        length = 0
        for template in self.templates:
            value = values.get(_path(template, self.repeat, context))
            if isinstance(value, str):
                length = max(length, len(value) + 70 * value.count("\n"))
            elif isinstance(value, tuple):
                length = max(length, 70 * len(value))
        return "<w:cantSplit/>" if length < _SPLITTABLE else ""


@dataclass(frozen=True, slots=True)
class Repeat:
    """What is written once per row: a table row, or a card. template: of the row (``partners[]``)."""

    template: str
    outer: str
    pieces: Pieces
    card: bool

    def render(self, context: Context) -> str:
        """Every row, then the spare ones."""
        repeat = _path(self.template[:-2], self.outer, context)
        rows: Iterable[str] = () if context.spare else context.rows.get(repeat, ())
        kept = context.row, context.row_id, context.spare, context.number
        written = []
        context.number = 0
        for row in rows:
            context.row, context.row_id = row, row_id(row)
            context.number += 1
            written.append(self.pieces.render(context))
        # A card takes half a page, so even a blank has only two.
        for _ in range(min(context.spares, 2) if self.card else context.spares):
            context.spare_count += 1
            context.row_id, context.spare = spare_row(context.spare_count), True
            context.row = f"{repeat}[{context.row_id}]"
            written.append(self.pieces.render(context))
        context.row, context.row_id, context.spare, context.number = kept
        return "".join(written)


@dataclass(frozen=True, slots=True)
class Figure:
    """A row's photo in a paragraph of its own, nothing when it has none. tag: what its name begins with; alt: the fields that describe it."""

    tag: str
    properties: str
    alt: tuple[Shown, ...]
    default_alt: str
    repeat: str

    def render(self, context: Context) -> str:
        """The paragraph with the picture."""
        if context.spare or context.row not in context.pictures:
            return ""
        index, picture = context.pictures[context.row]
        scale = min(_WIDTH / picture.width, _HEIGHT / picture.height)
        size = f'cx="{round(picture.width * scale)}" cy="{round(picture.height * scale)}"'
        texts = (shown.plain(context.values.get(_path(shown.field.template, self.repeat, context))) for shown in self.alt)
        alt = next((text for text in texts if text), self.default_alt)
        before, after = self.tag.split("{row}")
        name = attribute(before + context.row_id + after)
        number = context.new_id()
        return (
            f'<w:p>{self.properties}<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {size}/>'
            f'<wp:docPr id="{number}" name="{name}" descr="{attribute(alt)}"/><wp:cNvGraphicFramePr><a:graphicFrameLocks noChangeAspect="1"/></wp:cNvGraphicFramePr>'
            f'<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic><pic:nvPicPr><pic:cNvPr id="{number}" name="{name}" descr="{attribute(alt)}"/>'
            f'<pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="rIdPicture{index}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr>'
            f'<a:xfrm><a:off x="0" y="0"/><a:ext {size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>'
        )


@dataclass(frozen=True, slots=True)
class Caption:
    """Under a photo: its number, and the row's words about it in the form's order; nothing without a photo."""

    figure: str
    properties: str
    words: tuple[Shown, ...]
    repeat: str
    mark: str

    def render(self, context: Context) -> str:
        """The paragraph."""
        if context.spare or context.row not in context.pictures:
            return ""
        index, _ = context.pictures[context.row]
        texts = (shown.plain(context.values.get(_path(shown.field.template, self.repeat, context))) for shown in self.words)
        words = ". ".join(text.strip().rstrip(".") for text in texts if text.strip())
        number = context.new_id()
        start = f'<w:bookmarkStart w:id="{number}" w:name="{self.mark.format(index)}"/>'
        content = run(self.figure.format(index), character(styles.STRONG)) + (run(f" {words}.") if words else "")
        return f'<w:p>{self.properties}{start}{content}<w:bookmarkEnd w:id="{number}"/></w:p>'
