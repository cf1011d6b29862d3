"""Pieces of WordprocessingML, as text."""

from __future__ import annotations

from seeddesk.exchange.docx import styles

_ESCAPES = str.maketrans({"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;"})


def escape(text: str) -> str:
    """Text for an attribute or between tags."""
    if "&" in text:
        text = text.replace("&", "&amp;")
    if "<" in text:
        text = text.replace("<", "&lt;")
    if ">" in text:
        text = text.replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """Text for an attribute: line ends and tabs would come back as spaces, so they are spelled out."""
    return text.translate(_ESCAPES).replace("\n", "&#10;").replace("\t", "&#9;")


def run(text: str, properties: str = "") -> str:
    """A run of text; line ends become breaks, tabs tabs. properties: the whole <w:rPr>, or nothing."""
    text = escape(text)
    if "\n" in text or "\t" in text:
        text = text.replace("\n", '</w:t><w:br/><w:t xml:space="preserve">').replace(
            "\t", '</w:t><w:tab/><w:t xml:space="preserve">'
        )
    elif text == text.strip():
        return f"<w:r>{properties}<w:t>{text}</w:t></w:r>"  # a page has a thousand runs: only what needs it says that spaces count
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


def styled(text: str, style: str) -> str:
    """A run in a character style."""
    return run(text, character(style))


def character(style: str) -> str:
    """Run properties that name a character style."""
    return f'<w:rPr><w:rStyle w:val="{style}"/></w:rPr>'


def paragraph(content: str, style: str) -> str:
    """A paragraph in a style."""
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{content}</w:p>'


def control(tag: str, shown: str) -> str:
    """A content control of a template: its tag says what goes there, its text shows it to the designer."""
    return (
        f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(shown[:64])}"/><w:tag w:val="{attribute(tag)}"/></w:sdtPr>'
        f"<w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>"
    )


def block_control(tag: str, content: str) -> str:
    """A content control round whole paragraphs and tables."""
    return f'<w:sdt><w:sdtPr><w:tag w:val="{attribute(tag)}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def cell(width: int, content: str, *, grey: bool = False) -> str:
    """A table cell of a width in twentieths of a point."""
    fill = f'<w:shd w:val="clear" w:color="auto" w:fill="{styles.GREY_FILL}"/>' if grey else ""
    return f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{fill}</w:tcPr>{content}</w:tc>'


def row(cells: str, *, header: bool = False) -> str:
    """A table row that stays on one page; the writer lets long ones break. One line of text makes it 0.7 cm high."""
    head = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{head}</w:trPr>{cells}</w:tr>"


def table(widths: tuple[int, ...], rows: str, *, first_row: bool, first_column: bool, summary: str) -> str:
    """A table of fixed widths: left to themselves, programs choose different ones. summary: its description, for screen readers."""
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    look = f'w:val="{0x20 * first_row + 0x80 * first_column + 0x600:04X}" w:firstRow="{int(first_row)}" w:lastRow="0" w:firstColumn="{int(first_column)}" w:lastColumn="0" w:noHBand="1" w:noVBand="1"'
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="{styles.TABLE}"/><w:tblW w:w="{sum(widths)}" w:type="dxa"/><w:tblLayout w:type="fixed"/>'
        f'<w:tblLook {look}/><w:tblCaption w:val="{attribute(summary)}"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'
    )
