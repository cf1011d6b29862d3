"""Small Word documents for tests, made from the body's XML; and ways to take a document apart and change it as editors do."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Callable, Mapping

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = (
    f'xmlns:w="{W}" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:w14="http://schemas.microsoft.com/office/word/2010/wordml" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)
DOCUMENT = "word/document.xml"
TYPES = "[Content_Types].xml"
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def body(content: str, before: str = "") -> bytes:
    """word/document.xml with a body."""
    return (
        f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>{before}<w:document {NAMESPACES}><w:body>{content}'
        "</w:body></w:document>"
    ).encode()


def parts(content: str = "<w:p><w:r><w:t>hello</w:t></w:r></w:p>") -> dict[str, bytes]:
    """The parts of the smallest document."""
    return {
        TYPES: (
            '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
            '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            '<Default Extension="xml" ContentType="application/xml"/><Default Extension="png" ContentType="image/png"/>'
            f'<Override PartName="/word/document.xml" ContentType="{_MAIN}"/></Types>'
        ).encode(),
        "_rels/.rels": relations(("rId1", "officeDocument", "word/document.xml")),
        DOCUMENT: body(content),
    }


def relations(*items: tuple[str, str, str] | tuple[str, str, str, str]) -> bytes:
    """A .rels part: (id, kind, target[, "External"])."""
    found = "".join(
        f'<Relationship Id="{item[0]}" Type="{_OFFICE}/{item[1]}" Target="{item[2]}"'
        + (f' TargetMode="{item[3]}"' if len(item) > 3 else "")
        + "/>"
        for item in items
    )
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{found}</Relationships>'.encode()


def pack(files: Mapping[str, bytes]) -> bytes:
    """The zip file."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in files.items():
            archive.writestr(name, data)
    return out.getvalue()


def unpack(data: bytes) -> dict[str, bytes]:
    """Part name -> bytes."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def document(content: str, **files: bytes) -> bytes:
    """A document with a body."""
    return pack({**parts(content), **files})


def changed(data: bytes, edit: Callable[[str], str], part: str = DOCUMENT) -> bytes:
    """The document with one part's text changed."""
    files = unpack(data)
    files[part] = edit(files[part].decode()).encode()
    return pack(files)


def without_controls(data: bytes) -> bytes:
    """As LibreOffice 7.4 leaves it: controls stay, their tags are gone."""
    return changed(data, lambda xml: re.sub(r"<w:(?:tag|alias) w:val=\"[^\"]*\"/>", "", xml))


def without_bookmarks(data: bytes) -> bytes:
    """As pandoc or Google Docs leave it."""
    return changed(data, lambda xml: re.sub(r"<w:bookmark(?:Start|End)[^>]*/>", "", xml))


def without_parts(data: bytes, *endings: str) -> bytes:
    """Without the parts whose names start so, and without what leads to them."""
    files = {name: text for name, text in unpack(data).items() if not name.startswith(endings)}
    for name in files:
        if name.endswith(".rels"):
            for ending in endings:
                pattern = rf'<Relationship [^>]*Target="[^"]*{re.escape(ending.rpartition("word/")[2])}[^"]*"[^>]*/>'
                files[name] = re.sub(pattern, "", files[name].decode()).encode()
    types = files[TYPES].decode()
    for ending in endings:
        types = re.sub(rf'<Override PartName="/{re.escape(ending)}[^>]*/>', "", types)
    files[TYPES] = types.encode()
    return pack(files)


# Pieces of a body


def run(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


def paragraph(content: str, style: str = "", mark: str = "") -> str:
    if content and not content.startswith("<"):
        content = run(content)
    if mark:
        content = f'<w:bookmarkStart w:id="1" w:name="{mark}"/>{content}<w:bookmarkEnd w:id="1"/>'
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    return f"<w:p>{look}{content}</w:p>"


def control(tag: str, content: str) -> str:
    if not content.startswith("<"):
        content = run(content)
    return f'<w:sdt><w:sdtPr><w:tag w:val="{tag}"/></w:sdtPr><w:sdtContent>{content}</w:sdtContent></w:sdt>'


def table(*rows: list[str], header: bool = False) -> str:
    """Rows of cells; a cell is the XML of its paragraphs, or text."""
    found = ""
    for number, row in enumerate(rows):
        head = "<w:trPr><w:tblHeader/></w:trPr>" if header and not number else ""
        cells = "".join(f"<w:tc>{cell if cell.startswith('<') else paragraph(cell)}</w:tc>" for cell in row)
        found += f"<w:tr>{head}{cells}</w:tr>"
    return f"<w:tbl>{found}</w:tbl>"


AUTHOR = 'w:id="1" w:author="Ada" w:date="2026-01-01T00:00:00Z"'


def inserted(text: str) -> str:
    return f"<w:ins {AUTHOR}>{run(text)}</w:ins>"


def deleted(text: str) -> str:
    return f'<w:del {AUTHOR}><w:r><w:delText xml:space="preserve">{text}</w:delText></w:r></w:del>'
