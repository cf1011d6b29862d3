"""A template document compiled for a form and a language: a centre's own, designed in Word, or the one `sheet` draws.

Content controls say what goes where: ``sd:<template>`` in a table cell of its own (label in the cell before it) or alone in a paragraph
under a heading; a table row with ``sd:partners[].name`` controls is repeated; a control tagged ``sd:partners[]`` round whole paragraphs and
tables is repeated as a card; ``sd:@status`` and the like stand for the title block. All carriers are added here.
"""

from __future__ import annotations

import difflib
from dataclasses import dataclass

from lxml import etree

from seeddesk.domain.dossier import TemplateProblem
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.messages import sentence
from seeddesk.exchange.docx import styles, tree
from seeddesk.exchange.docx.carriers import (
    COPY_PLACE,
    COPY_TITLE,
    MARK,
    OWN_BLOCK,
    OWN_CODE,
    OWN_FIGURE,
    OWN_SECTION,
    OWN_TEXT,
    OWN_WORDS,
    TAG,
    Carriers,
    words_print,
)
from seeddesk.exchange.docx.layout import flat, is_asked, is_figure, is_picture
from seeddesk.exchange.docx.markup import attribute, styled
from seeddesk.exchange.docx.others import Others
from seeddesk.exchange.docx.places import Begin, BeginOwn, End, EndOwn, Places, Words
from seeddesk.exchange.docx.shown import control_kind, shown
from seeddesk.exchange.docx.slots import (
    NUMBER,
    PLAIN_CONTROL,
    PRINT,
    ROW,
    Caption,
    CardHeading,
    CellValue,
    Figure,
    KeepTogether,
    Paragraphs,
    Pieces,
    PlainValue,
    SeveralVersions,
    Shown,
    System,
    SystemParagraph,
)
from seeddesk.exchange.docx.tree import W
from seeddesk.exchange.docx.words import label_of

SYSTEM = (
    "centre",
    "title",
    "place",
    "status",
    "code",
    "revision",
    "exported",
    "collected_by",
    "code_line",
    "footer_revision",
)
_SYSTEM_MARKS = {"title": COPY_TITLE, "place": COPY_PLACE, "code_line": OWN_CODE}
_SAMPLE_ROW = "0" * 32


@dataclass(frozen=True, slots=True)
class Compiled:
    """A part ready to be filled: its pieces, the highest number its bookmarks use, what is wrong with it."""

    pieces: Pieces
    last_id: int
    problems: tuple[TemplateProblem, ...]


def compile_part(
    root: etree._Element, form: Form, lang: str, headings: frozenset[str], *, is_body: bool, blank: bool = False
) -> Compiled:
    """A document (or header, or footer: then `is_body` is false, and values stand there as copies only) as pieces.

    headings: ids of the paragraph styles that are headings · blank: for a blank, filled in by hand. The tree is changed on the way.
    """
    return _Compiler(form, lang, headings, blank).compile(root, is_body)


class _Compiler:
    def __init__(self, form: Form, lang: str, headings: frozenset[str], blank: bool) -> None:
        self._form, self._lang, self._headings, self._blank = form, lang, headings, blank
        self._carriers = Carriers(form)
        self._places = Places()
        self._problems: list[TemplateProblem] = []
        self._placed: set[str] = set()
        self._copies: set[str] = set()
        self._last_id = 0
        self._row_marks = 0

    def compile(self, root: etree._Element, is_body: bool) -> Compiled:
        root = tree.with_namespaces(root)
        for number, start in enumerate(root.iter(f"{W}bookmarkStart"), 1):
            old = start.get(f"{W}id")
            for end in root.iter(f"{W}bookmarkEnd"):
                if end.get(f"{W}id") == old:
                    end.set(f"{W}id", f"-{number}")
            start.set(f"{W}id", f"-{number}")
            self._last_id = number
        for mark in root.iter(f"{W}bookmarkStart", f"{W}bookmarkEnd"):
            mark.set(f"{W}id", mark.get(f"{W}id", "").lstrip("-"))
        if is_body:
            body = root.find(f"{W}body")
            assert body is not None  # the guard has seen it
            self._container(body, "")
            self._check(body)
            self._print_words(body)
            last = body.find(f"{W}sectPr")
            slot = self._places.mark(Others(self._form, self._lang))
            body.append(slot) if last is None else tree.put_before(last, slot)
        else:
            for paragraph in list(root.iter(f"{W}p")):
                self._inline(paragraph, "")
            self._print_words(root)
        text = styles.DECLARATION + etree.tostring(root, encoding="unicode")
        return Compiled(self._places.pieces(text), self._last_id, tuple(self._problems))

    # Walking

    def _container(self, parent: etree._Element, repeat: str) -> None:
        for child in list(parent):
            if child.tag == f"{W}p":
                self._paragraph(child, repeat)
            elif child.tag == f"{W}tbl":
                self._table(child, repeat)
            elif child.tag == f"{W}sdt":
                tag, content = tree.tag(child), child.find(f"{W}sdtContent")
                if content is None:
                    continue
                if tag.startswith(TAG) and tag.endswith("[]"):
                    self._card(child, content, tag[len(TAG) :], repeat)
                elif tag.startswith(TAG):
                    self._paragraph(tree.as_paragraph(child, content), repeat)
                else:
                    self._container(content, repeat)

    def _card(self, control: etree._Element, content: etree._Element, template: str, repeat: str) -> None:
        group = self._form.groups.get(template)
        if group is None or not group.repeat or template[: len(repeat)] != repeat:
            self._problem("unknown-field", template)
            return
        heading = self._heading_before(control)
        self._mark_label(heading, template[:-2], repeat, whole_repeat=True)
        self._container(content, template)
        tree.put_before(control, self._places.mark(Begin(template, repeat, card=True, counted=bool(group.count))))
        for child in list(content):
            control.addprevious(child)
        tree.put_before(control, self._places.mark(End()))
        tree.remove(control)

    def _table(self, table: etree._Element, repeat: str) -> None:
        names: set[str] = set()
        for tr in table.iterchildren(f"{W}tr"):
            tags = [tree.tag(control)[len(TAG) :] for control in tree.controls(tr)]
            names.update(tags)
            inner = {tag[: tag.rindex("[]") + 2] for tag in tags if "[]" in tag} - {repeat}
            if len(inner) == 1 and (template := inner.pop()) in self._form.groups and template.startswith(repeat):
                self._row(table, tr, template, repeat)
            else:
                self._label_row(table, tr, repeat)
        if names and all(name.startswith("@") for name in names):
            first = next(table.iter(f"{W}p"), None)
            if first is not None:
                self._static_mark(first, OWN_BLOCK)

    def _row(self, table: etree._Element, tr: etree._Element, template: str, repeat: str) -> None:
        self._mark_label(self._heading_before(table), template[:-2], repeat, whole_repeat=True)
        templates = []
        for cell in tr.iterchildren(f"{W}tc"):
            for control in tree.controls(cell):
                templates.append(tree.tag(control)[len(TAG) :])
                self._cell(cell, control, template, in_table=True)
        first = next(tr.iter(f"{W}p"), None)
        if first is not None:
            self._row_mark(first, template)
        self._keep_together(tr, tuple(templates), template)
        tree.put_before(
            tr, self._places.mark(Begin(template, repeat, card=False, counted=bool(self._form.groups[template].count)))
        )
        tr.addnext(self._places.mark(End()))

    def _label_row(self, table: etree._Element, tr: etree._Element, repeat: str) -> None:
        templates = []
        label: etree._Element | None = self._heading_before(table)
        for cell in tr.iterchildren(f"{W}tc"):
            controls = tree.controls(cell)
            named = [control for control in controls if not tree.tag(control).startswith(TAG + "@")]
            for paragraph in cell.iterchildren(f"{W}p"):
                self._system_controls(paragraph, repeat)
            for control in named:
                template = tree.tag(control)[len(TAG) :]
                if self._cell(cell, control, repeat, in_table=False):
                    templates.append(template)
                    if label is None:
                        self._problem("no-heading", template)
                    self._mark_label(label, template, repeat)
            if not controls:
                label = next(cell.iterchildren(f"{W}p"), None)
        self._keep_together(tr, tuple(templates), repeat)

    def _cell(self, cell: etree._Element, control: etree._Element, repeat: str, *, in_table: bool) -> bool:
        """Put the value's slot where the control stands; whether it is the field's carrier."""
        template = tree.tag(control)[len(TAG) :]
        field = self._known(template, repeat)
        if field is None:
            tree.remove(control)
            return False
        if template in self._placed:
            self._problem("twice", template)
        if tree.text(cell) != tree.text(control):
            self._problem("not-alone", template)
        self._placed.add(template)
        properties = tree.run_properties(control)
        view = shown(field, self._lang, self._form, properties, with_boxes=not in_table, blank=self._blank)
        if field.kind is Kind.FILE:
            if is_picture(field) and not (repeat and is_figure(field, self._form.groups[repeat])):
                control.addnext(self._places.mark(self._figure(field, repeat, None)))
            self._places.replace(control, PlainValue(view, repeat))
        else:
            tag = self._carriers.tag(template, _SAMPLE_ROW if repeat else None).replace(_SAMPLE_ROW, ROW)
            label = attribute(label_of(field, self._form, self._lang)[:64])
            opening = f'<w:sdt><w:sdtPr><w:alias w:val="{label}"/><w:tag w:val="{attribute(tag)}"/>'
            kind = PLAIN_CONTROL if view.empty else control_kind(field, self._lang, self._form)
            tree.put_before(control, self._places.mark(Words(opening)))
            self._places.replace(control, CellValue(view, repeat, kind))
        return True

    def _paragraph(self, paragraph: etree._Element, repeat: str) -> None:
        controls = tree.controls(paragraph)
        if not controls:
            return
        name = tree.tag(controls[0])[len(TAG) :]
        alone = len(controls) == 1 and tree.text(paragraph) == tree.text(controls[0])
        properties, run_properties = tree.xml(paragraph.find(f"{W}pPr")), tree.run_properties(controls[0])
        if alone and name.startswith("@"):
            if name[1:] in _SYSTEM_MARKS:
                self._places.replace(
                    paragraph, SystemParagraph(name[1:], properties, run_properties, _SYSTEM_MARKS[name[1:]])
                )
                return
        elif alone and repeat and name == f"{repeat}.@caption":
            self._places.replace(paragraph, self._caption(flat(self._form.groups[repeat])[0], repeat, properties))
            return
        elif alone and repeat and (field := self._form.fields.get(name)) and field.kind is Kind.FILE:
            self._places.replace(paragraph, self._figure(field, repeat, properties))
            return
        elif alone and not repeat and (field := self._form.fields.get(name)) and field.long:
            heading = self._heading_before(paragraph)
            if heading is None:
                self._problem("no-heading", name)
            if name in self._placed:
                self._problem("twice", name)
            self._placed.add(name)
            self._mark_label(heading, name, "")
            view = shown(field, self._lang, self._form, run_properties)
            self._places.replace(paragraph, Paragraphs(view, properties))
            return
        self._inline(paragraph, repeat)
        if repeat and any(tree.tag(control) == f"{TAG}{repeat}.@heading" for control in controls):
            self._row_mark(paragraph, repeat)

    def _inline(self, paragraph: etree._Element, repeat: str) -> None:
        """Controls in the middle of a paragraph: the title block's words, and copies of values."""
        self._system_controls(paragraph, repeat)
        for control in tree.controls(paragraph):
            template = tree.tag(control)[len(TAG) :]
            field = self._known(template, repeat)
            if field is None:
                tree.remove(control)
                continue
            self._copies.add(template)
            view = shown(field, self._lang, self._form, tree.run_properties(control), with_boxes=False)
            self._places.replace(control, PlainValue(view, repeat))

    def _system_controls(self, paragraph: etree._Element, repeat: str) -> None:
        for control in tree.controls(paragraph):
            name = tree.tag(control)[len(TAG) :]
            properties = tree.run_properties(control)
            if name == f"{repeat}.@heading":
                label = label_of(self._form.groups[repeat], self._form, self._lang)
                name_of_row = sentence("dossier-row", self._lang, name=_braced(label), number="{}")
                spare = sentence("dossier-new-row", self._lang, name=label)
                self._places.replace(control, CardHeading(name_of_row, spare, properties))
            elif name.startswith("@"):
                if name[1:] not in SYSTEM:
                    self._problem("unknown-field", name)
                if name[1:] == "status" and not properties:
                    properties = f'<w:rPr><w:rStyle w:val="{styles.STRONG}"/></w:rPr>'
                self._places.replace(control, System(name[1:], properties))

    # Slots

    def _figure(self, field: Field, repeat: str, properties: str | None) -> Figure:
        words = self._row_words(repeat) if properties is not None else []
        alt = [view for view in words if view.field.template.rpartition(".")[2].startswith("alt")]
        tag = self._carriers.tag(field.template, _SAMPLE_ROW if repeat else None).replace(_SAMPLE_ROW, ROW)
        default = (
            label_of(field, self._form, self._lang) if properties is None else sentence("dossier-picture", self._lang)
        )
        return Figure(tag, field.template, properties, tuple(alt + words), default, repeat)

    def _caption(self, field: Field, repeat: str, properties: str) -> Caption:
        words = [
            view for view in self._row_words(repeat) if not view.field.template.rpartition(".")[2].startswith("alt")
        ]
        figure = sentence("dossier-figure", self._lang, number="{}")
        return Caption(field.template, figure, properties, tuple(words), repeat, OWN_FIGURE)

    def _row_words(self, repeat: str) -> list[Shown]:
        # The kind of file is said by the picture itself; what is internal stands in the table alone.
        fields = [
            field
            for field in flat(self._form.groups[repeat])
            if field.kind in (Kind.TEXT, Kind.CHOICE, Kind.DATE) and field.scope != "internal"
        ]
        return [shown(field, self._lang, self._form) for field in fields if field.template.rpartition(".")[2] != "type"]

    def _keep_together(self, tr: etree._Element, templates: tuple[str, ...], repeat: str) -> None:
        found = tr.find(f"{W}trPr/{W}cantSplit")
        kinds = (Kind.TEXT, Kind.CHOICES, Kind.RANK, Kind.GEO)
        long = tuple(name for name in templates if name in self._form.fields and self._form.fields[name].kind in kinds)
        if found is not None and long:
            self._places.replace(found, KeepTogether(long, repeat))

    def _known(self, template: str, repeat: str) -> Field | None:
        field = self._form.fields.get(template)
        if field is None or not field.answered:
            asked = [name for name, one in self._form.fields.items() if one.answered]
            near = difflib.get_close_matches(template, asked, 3, 0.5)
            self._problem("unknown-field-near" if near else "unknown-field", template, near=", ".join(near))
            return None
        inner = template[: template.rindex("[]") + 2] if "[]" in template else ""
        if inner and inner != repeat:
            self._problem("not-in-row", template, repeat=inner)
            return None
        return field

    # Labels

    def _heading_before(self, block: etree._Element) -> etree._Element | None:
        previous = block.getprevious()
        return previous if previous is not None and self._is_heading(previous) else None

    def _is_heading(self, block: etree._Element) -> bool:
        style = block.find(f"{W}pPr/{W}pStyle")
        return style is not None and style.get(f"{W}val") in self._headings

    def _mark_label(
        self, label: etree._Element | None, template: str, repeat: str, *, whole_repeat: bool = False
    ) -> None:
        if label is None:
            return
        if repeat:
            self._row_mark(label, template)
        else:
            self._static_mark(label, self._carriers.mark(template))
        note = sentence("dossier-several-versions", self._lang)
        gap = "\n" if label.find(f"{W}r/{W}tab") is None else " · "  # beside the hint, else under the label
        slot = SeveralVersions(template, repeat, styled(gap + note, styles.HINT), whole_repeat)
        label.append(self._places.mark(slot))

    def _row_mark(self, paragraph: etree._Element, template: str) -> None:
        """A bookmark whose name holds the row's id; the numbers of such bookmarks begin with the row's own."""
        self._slot_mark(paragraph, self._row_number(), f"{MARK}{self._carriers.code(template)}_{ROW}")

    def _row_number(self) -> str:
        self._row_marks += 1
        return f"{NUMBER}{self._row_marks % 10000:04d}"

    def _slot_mark(self, paragraph: etree._Element, number: str, name: str) -> None:
        start, end = f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>', f'<w:bookmarkEnd w:id="{number}"/>'
        self._around(paragraph, self._places.mark(Words(start)), self._places.mark(Words(end)))

    def _static_mark(self, paragraph: etree._Element, name: str) -> None:
        self._last_id += 1
        number = {f"{W}id": str(self._last_id)}
        start = etree.Element(f"{W}bookmarkStart", {**number, f"{W}name": name})
        self._around(paragraph, start, etree.Element(f"{W}bookmarkEnd", number))

    @staticmethod
    def _around(paragraph: etree._Element, start: etree._Element, end: etree._Element) -> None:
        """Put a bookmark round a label's words: up to the run that begins with a tab or break, where the hint is."""
        properties = paragraph.find(f"{W}pPr")
        paragraph.insert(0 if properties is None else 1, start)
        for run in paragraph.iterchildren(f"{W}r"):
            if any(run.find(W + name) is not None for name in ("tab", "br")):
                tree.put_before(run, end)
                return
        paragraph.append(end)

    def _check(self, body: etree._Element) -> None:
        # Words of the template that are no label would otherwise look like text somebody typed. Those of a card stand once per row.
        number = depth = 0
        for block in body.iterchildren():
            if isinstance(block, etree._ProcessingInstruction):
                depth += self._places.depth_after(block)
            elif not depth and block.tag == f"{W}p" and tree.text(block) and block.find(f"{W}bookmarkStart") is None:
                number += 1
                own = OWN_SECTION if self._is_heading(block) else OWN_TEXT
                self._static_mark(block, own.format(number))
        for template in sorted(self._copies - self._placed):
            self._problem("not-in-cell", template)
        for template, field in self._form.fields.items():
            if field.core and is_asked(field) and template not in self._placed | self._copies:
                self._problem("lacks-field", template)

    def _print_words(self, root: etree._Element) -> None:
        """Mark every paragraph that is the template's, values' places left out, with a print of its words."""
        depth = 0
        for node in list(root.iter(etree.ProcessingInstruction, f"{W}p")):
            if isinstance(node, etree._ProcessingInstruction):
                depth += self._places.depth_after(node)
                continue
            slots = self._places.shown_in(node)
            varies = any(isinstance(slot, System | PlainValue | CardHeading) for slot in slots)
            if any(isinstance(slot, CellValue) for slot in slots) or not (varies or tree.text(node)):
                continue
            if depth:
                number = self._row_number()
            else:
                self._last_id += 1
                number = str(self._last_id)
            name = OWN_WORDS.format(number, PRINT if varies else words_print(tree.said(node)))
            self._slot_mark(node, number, name)
            if varies:
                node.addprevious(self._places.mark(BeginOwn()))
                node.addnext(self._places.mark(EndOwn()))

    def _problem(self, code: str, tag: str, **arguments: str) -> None:
        self._problems.append(TemplateProblem(f"template-{code}", {"tag": tag, **arguments}))


def _braced(text: str) -> str:
    return text.replace("{", "{{").replace("}", "}}")
