"""The layout every form gets without a designer: a template document with tagged controls, which `template` then compiles.

So there is one mechanism only: what the centre draws in Word and what is drawn here go the same way, and the file drawn here is what
a centre starts from.
"""

from __future__ import annotations

from seeddesk.domain.form import Field, Form, Group, pick
from seeddesk.domain.messages import sentence
from seeddesk.exchange.docx import markup, styles
from seeddesk.exchange.docx.carriers import OWN_HELP, OWN_KIND, REQUIRED_MARK, Carriers
from seeddesk.exchange.docx.layout import (
    LABEL_WIDTH,
    VALUE_WIDTH,
    WIDTH,
    Block,
    Cards,
    Heading,
    Labels,
    Narrative,
    Note,
    Rows,
    blocks,
    flat,
    is_number,
    shows_pictures,
)
from seeddesk.exchange.docx.markup import cell, control, paragraph, row, run, styled, table
from seeddesk.exchange.docx.words import label_of, range_of, said

BLOCK_WIDTHS = (1600, 2450, 1300, 2061, 2000)
BLOCK = (
    ("status", "status"),
    ("code", "code"),
    ("revision", "revision"),
    ("exported", "exported"),
    ("collected-by", "collected_by"),
)
_SUMMARY = 250  # characters of a table's description
MARGINS = '<w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1021" w:right="1247" w:bottom="1247" w:left="1248" w:header="567" w:footer="567" w:gutter="0"/>'


class Sheet:
    """Draws the template of a form in a language. blank: for a person without SeedDesk, with every hint."""

    def __init__(self, form: Form, lang: str, *, blank: bool = False) -> None:
        self._form, self._lang, self._blank = form, lang, blank
        self._carriers = Carriers(form)
        self._bookmarks = 0

    def document(self) -> str:
        """word/document.xml."""
        found = blocks(self._form)
        body = [self._head()]
        for position, block in enumerate(found):
            if position and isinstance(block, Labels) and not isinstance(found[position - 1], Heading | Note):
                body.append(paragraph("", styles.SPACE))
            body.append(self._block(block))
        if isinstance(found[-1] if found else None, Labels | Rows | Cards):
            body.append(paragraph("", styles.SPACE))  # Word wants a paragraph after the last table
        return (
            f"{styles.DECLARATION}<w:document {styles.NAMESPACES}><w:body>{''.join(body)}<w:sectPr>"
            f'<w:footerReference w:type="default" r:id="rIdFooter"/>{MARGINS}</w:sectPr></w:body></w:document>'
        )

    def footer(self) -> str:
        """word/footer1.xml: code, title and revision left, page of pages right."""
        parts = (control("sd:@code", "SI-XX-0000-0000000"), control("sd:@title", self._say("untitled")))
        line = run(" · ").join((*parts, control("sd:@footer_revision", self._say("footer-revision", revision="1"))))
        pages = run(f"\t{self._say('page')} ") + _field("PAGE") + run(f" {self._say('page-of')} ") + _field("NUMPAGES")
        return f"{styles.DECLARATION}<w:ftr {styles.NAMESPACES}>{paragraph(line + pages, styles.FOOTER)}</w:ftr>"

    def _head(self) -> str:
        kind = self._bookmarked(OWN_KIND, run(self._say("kind-blank" if self._blank else "kind")))
        head = paragraph(kind + run("\t") + control("sd:@centre", "Centro"), styles.HEADER)
        head += paragraph(control("sd:@title", self._say("untitled")), styles.TITLE)
        subject = said(pick(self._form.title, self._lang), self._form, self._lang)
        if not self._blank:
            head += paragraph(control("sd:@place", subject), styles.SUBTITLE)
        elif "title" in self._form.fields:  # else the form's own title stands above
            head += paragraph(run(subject), styles.SUBTITLE)
        names = "".join(
            cell(width, paragraph(run(self._say(word)), styles.LABEL), grey=True)
            for width, (word, _) in zip(BLOCK_WIDTHS, BLOCK, strict=True)
        )
        values = "".join(
            cell(width, paragraph(control("sd:@" + name, self._say(word)), "SDCella"))
            for width, (word, name) in zip(BLOCK_WIDTHS, BLOCK, strict=True)
        )
        rows = row(names, header=True) + row(values)
        head += table(BLOCK_WIDTHS, rows, first_row=True, first_column=False, summary=self._say("kind"))
        start = "help-blank" if {"title", "country"} <= self._form.fields.keys() else "help-blank-any"
        words = run(self._say(start if self._blank else "help"))
        return (
            head
            + paragraph(self._bookmarked(OWN_HELP, words), styles.HELP)
            + paragraph(control("sd:@code_line", self._say("code")), styles.HELP)
        )

    def _block(self, block: Block) -> str:
        match block:
            case Heading():
                return self._heading(block)
            case Labels():
                return self._labels(block.fields)
            case Narrative():
                hints = [self._limit(block.field)]
                heading = self._titled(self._label(block.field), hints, self._help(block.field), block.level)
                return heading + paragraph(control("sd:" + block.field.template, self._label(block.field)), styles.TEXT)
            case Rows():
                return self._rows(block)
            case Cards():
                return self._cards(block)
            case Note():
                return paragraph(run(label_of(block.field, self._form, self._lang)), styles.HELP)

    def _heading(self, block: Heading) -> str:
        words = self._say("other-questions") if block.item is None else label_of(block.item, self._form, self._lang)
        label = run(self._numbered(words, block.number))
        if (
            isinstance(block.item, Group) and "[]" not in block.item.template
        ):  # in a card the same name would come once per row
            label = self._bookmarked(self._carriers.mark(block.item.template), label)
        hint = self._help(block.item) if isinstance(block.item, Group) else ""
        return paragraph(label + (styled("\n" + hint, styles.HINT) if hint else ""), f"Heading{min(block.level, 4)}")

    def _titled(self, label: str, hints: list[str], advice: str, level: int) -> str:
        hint = " · ".join(filter(None, hints))
        content = run(label) + (styled("\t" + hint, styles.HINT) if hint else "")
        return paragraph(content + (styled("\n" + advice, styles.HINT) if advice else ""), f"Heading{min(level, 4)}")

    def _labels(self, fields: tuple[Field, ...]) -> str:
        rows = ""
        for field in fields:
            hints = [self._help(field), self._limit(field)] if self._blank else []
            hint = "\n".join(filter(None, hints))
            label = run(self._label(field)) + (styled("\n" + hint, styles.HINT) if hint else "")
            value = control("sd:" + field.template, self._label(field))
            rows += row(
                cell(LABEL_WIDTH, paragraph(label, styles.LABEL), grey=True)
                + cell(VALUE_WIDTH, paragraph(value, "SDCella"))
            )
        summary = ", ".join(label_of(field, self._form, self._lang) for field in fields[:3])[:_SUMMARY]
        return table((LABEL_WIDTH, VALUE_WIDTH), rows, first_row=False, first_column=True, summary=summary)

    def _rows(self, block: Rows) -> str:
        names = values = ""
        for field, width in zip(block.columns, block.widths, strict=True):
            style = styles.NUMBER if is_number(field) else "SDCella"
            name = styled(self._label(field), styles.STRONG)
            names += cell(width, paragraph(name, style if is_number(field) else styles.LABEL), grey=True)
            values += cell(width, paragraph(control("sd:" + field.template, self._label(field)), style))
        summary = label_of(block.group, self._form, self._lang)[:_SUMMARY]
        rows = row(names, header=True) + row(values)
        return self._repeat_heading(block) + table(
            block.widths, rows, first_row=True, first_column=False, summary=summary
        )

    def _cards(self, block: Cards) -> str:
        template = block.group.template
        level = min(block.level + 1, 4)
        name = label_of(block.group, self._form, self._lang)
        inside = paragraph(control(f"sd:{template}.@heading", name), f"Heading{level}")
        if shows_pictures(block.group):
            first = flat(block.group)[0]
            inside += paragraph(control("sd:" + first.template, self._label(first)), "SDFigura")
            inside += paragraph(control(f"sd:{template}.@caption", self._say("figure", number=1)), styles.CAPTION)
        previous: Block | None = None
        for item in block.blocks:
            if isinstance(item, Labels) and isinstance(previous, Rows | Cards):
                inside += paragraph("", styles.SPACE)
            inside += self._block(item)
            previous = item
        return self._repeat_heading(block) + markup.block_control("sd:" + template, inside)

    def _repeat_heading(self, block: Rows | Cards) -> str:
        name = self._numbered(label_of(block.group, self._form, self._lang), block.number)
        # How many rows a counted repeat has, another answer says.
        hints = [] if block.group.count else [self._say("add-rows")]
        return self._titled(name, hints, self._help(block.group), block.level)

    def _label(self, field: Field) -> str:
        return label_of(field, self._form, self._lang) + (REQUIRED_MARK if field.core else "")

    def _limit(self, field: Field) -> str:
        if words := range_of(field, self._form, self._lang):
            return words
        return self._say("up-to", limit=field.limit) if field.limit else ""

    def _help(self, item: Field | Group) -> str:
        return said(pick(item.hint, self._lang), self._form, self._lang) if self._blank else ""

    @staticmethod
    def _numbered(words: str, number: int) -> str:
        return f"{number} {words}" if number else words

    def _bookmarked(self, name: str, content: str) -> str:
        self._bookmarks += 1
        number = self._bookmarks
        return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'

    def _say(self, word: str, **arguments: object) -> str:
        return sentence("dossier-" + word, self._lang, **arguments)


def _field(instruction: str) -> str:
    return (
        f'<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText xml:space="preserve"> {instruction} </w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
    )


assert sum(BLOCK_WIDTHS) == WIDTH
