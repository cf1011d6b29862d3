"""Hostile and broken documents, made when a test runs: name -> (bytes, what must become of them).

What must become of a document is a refusal's code, or a tuple of codes of remarks about a document that was read.
"""

from __future__ import annotations

import base64
import io
import random
import re
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tests.support.documents import DOCUMENT, TYPES, body, pack, paragraph, parts, relations

Outcome: TypeAlias = str | tuple[str, ...]

# A field the practice form and the tests' forms have, so that what may be read is read.
TITLE = '<w:p><w:sdt><w:sdtPr><w:tag w:val="sd:title"/></w:sdtPr><w:sdtContent><w:r><w:t>x</w:t></w:r></w:sdtContent></w:sdt></w:p>'


def documents() -> Iterator[tuple[str, bytes, Outcome]]:
    """Every document with its name and what must become of it. Large ones are made one at a time."""
    yield from _not_documents()
    yield from _packages()
    yield from _bombs()
    yield from _xml()
    yield from _unusual()


def _with(files: Mapping[str, bytes], content: str = TITLE) -> bytes:
    return pack({**parts(content), **files})


def _without(*names: str) -> bytes:
    return pack({name: data for name, data in parts(TITLE).items() if name not in names})


def _typed(kind: str, **files: bytes) -> bytes:
    found = parts(TITLE)
    found[TYPES] = re.sub(rb"application/vnd\.openxml[^\"]*main\+xml", kind.encode(), found[TYPES])
    return pack({**found, **files})


def _not_documents() -> Iterator[tuple[str, bytes, Outcome]]:
    ole = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)
    good = pack(parts(TITLE))
    yield "empty", b"", "empty-file"
    yield "text", b"hello", "not-word"
    yield "pdf", b"%PDF-1.7\n%...", "pdf"
    yield "rtf", b"{\\rtf1 hello}", "rich-text"
    yield "old word", ole, "old-word"
    yield "password", ole + "EncryptedPackage".encode("utf-16-le"), "password"
    yield "picture", b"\x89PNG\r\n\x1a\n" + bytes(50), "not-word"
    yield "only zeros", bytes(5000), "not-word"
    yield "too large", b"PK" + bytes(31 << 20), "file-too-large"
    yield "truncated", good[: len(good) // 2], "broken-file"
    yield "signature only", b"PK\x03\x04", "broken-file"
    yield "empty zip", pack({}), "not-word"
    yield "some zip", pack({"notes.txt": b"hello"}), "not-word"
    yield "odt", pack({"mimetype": b"application/vnd.oasis.opendocument.text"}), "open-document"


def _packages() -> Iterator[tuple[str, bytes, Outcome]]:
    good = pack(parts(TITLE))
    word = "application/vnd.openxmlformats-officedocument.wordprocessingml"
    yield "xlsx", _typed("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"), "other-office"
    yield "dotx", _typed(f"{word}.template.main+xml"), "word-template"
    yield "docm", _typed("application/vnd.ms-word.document.macroEnabled.main+xml"), "macros"
    yield "hidden macros", _with({"word/vbaProject.bin": b"VBA"}), "macros"
    yield (
        "strict",
        _with(
            {
                "_rels/.rels": parts()["_rels/.rels"].replace(
                    b"http://schemas.openxmlformats.org/officeDocument/2006",
                    b"http://purl.oclc.org/ooxml/officeDocument",
                )
            }
        ),
        "strict-document",
    )
    yield "no document", _without(DOCUMENT), "part-missing"
    yield "no types", _without(TYPES), "part-missing"
    yield "no relations", _without("_rels/.rels"), "part-missing"
    yield "parent folder", _with({"../evil.txt": b"x"}), "part-name"
    yield "absolute name", _with({"/etc/evil": b"x"}), "part-name"
    yield "drive name", _with({"C:evil": b"x"}), "part-name"
    yield "backslashes", _with({"word\\..\\evil.txt": b"x"}), "part-name"
    yield "nul in name", good.replace(b"word/document.xml", b"word/docume\0t.xml"), "part-name"
    yield "twice", _twice(DOCUMENT), "part-twice"
    yield "twice but for case", _with({"WORD/Document.xml": b"<x/>"}), "part-twice"
    yield "encrypted entry", _patched(good, 8, struct.pack("<H", 1)), "password"
    yield "odd compression", _method(zipfile.ZIP_LZMA), "compression"
    yield "claims 2 GB", _patched(good, 24, struct.pack("<I", 0x7FFFFFFF)), "unpacks-too-large"
    yield "claims 10 bytes", _patched(good, 24, struct.pack("<I", 10), DOCUMENT), "broken-file"
    yield "wrong sum", _patched(good, 16, b"\1\2\3\4", DOCUMENT), "broken-file"
    yield "many entries", _with({f"word/media/{number}.bin": b"x" for number in range(600)}), "too-many-parts"


def _bombs() -> Iterator[tuple[str, bytes, Outcome]]:
    yield "zeros in a picture", _with({"word/media/a.bin": bytes(40 << 20)}), "squeezed"
    yield "one long text", _with({DOCUMENT: body(paragraph("A" * (15 << 20)))}), "squeezed"
    noise = random.Random(1).randbytes(9 << 20).hex().encode()
    yield "long xml", _with({DOCUMENT: body("<!--") + noise}), "unpacks-too-large"
    yield (
        "large in all",
        _with({f"word/media/{number}.bin": bytes(1 << 20) for number in range(130)}),
        "unpacks-too-large",
    )
    yield "a million paragraphs", _with({DOCUMENT: body("<w:p/>" * 1_000_000)}), "squeezed"
    # Comments make it compress badly enough to pass the ratio; the elements are still too many.
    noise = "".join(f"<w:p/><!--{number * 7919 % 1000003}-->" for number in range(450_000))
    yield "many elements", _with({DOCUMENT: body(noise)}), "too-many-elements"
    yield "deep", _with({DOCUMENT: body("<w:p>" * 5000 + "</w:p>" * 5000)}), "too-deep"
    yield "rather deep", _with({DOCUMENT: body("<w:sdtContent>" * 220 + "</w:sdtContent>" * 220)}), "too-deep"
    cell = '<w:tc><w:tcPr><w:gridSpan w:val="50000000"/></w:tcPr><w:p/></w:tc>'
    yield "wide", _with({DOCUMENT: body(f"<w:tbl><w:tr>{cell}</w:tr></w:tbl>")}), "too-wide"
    before = '<w:tbl><w:tr><w:trPr><w:gridBefore w:val="99999"/></w:trPr></w:tr></w:tbl>'
    yield "wide before", _with({DOCUMENT: body(before)}), "too-wide"
    yield "picture of 3.6 gigapixels", _with({"word/media/a.png": _png(60_000, 60_000)}), "picture-too-large"
    jpeg = b"\xff\xd8\xff\xe0\x00\x04ab\xff\xc0\x00\x0b\x08\xff\xff\xff\xff\x01"
    yield "jpeg of 4 gigapixels", _with({"word/media/a.jpg": jpeg + bytes(20)}), "picture-too-large"


def _xml() -> Iterator[tuple[str, bytes, Outcome]]:
    bomb = '<!DOCTYPE d [<!ENTITY a "lol">' + "".join(
        f'<!ENTITY {chr(98 + number)} "{f"&{chr(97 + number)};" * 10}">' for number in range(8)
    )
    yield "billion laughs", _with({DOCUMENT: body(paragraph("&i;"), bomb + "]>")}), "entities"
    secret = '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
    yield "outside entity", _with({DOCUMENT: body(paragraph("&x;"), secret)}), "entities"
    quadratic = f'<!DOCTYPE d [<!ENTITY a "{"A" * 10_000}">]>'
    yield "quadratic entity", _with({DOCUMENT: body(paragraph("&a;" * 2000), quadratic)}), "entities"
    yield "entities in the types", _with({TYPES: b'<!DOCTYPE d><Types xmlns="x"/>'}), "entities"
    yield "entities in properties", _with({**_properties("<!DOCTYPE d [<!ENTITY x 'y'>]><Properties/>")}), "entities"
    hidden = body(paragraph("&x;"), secret).decode().replace("UTF-8", "UTF-16").encode("utf-16")
    yield "entities in UTF-16", _with({DOCUMENT: hidden}), "entities"
    yield "false encoding", _with({DOCUMENT: body(TITLE).replace(b"UTF-8", b"UTF-7")}), "broken-xml"
    yield "latin bytes", _with({DOCUMENT: body(paragraph("caff")).replace(b"caff", b"caff\xe8")}), "broken-xml"
    yield "nul", _with({DOCUMENT: body(paragraph("a&#0;b"))}), "broken-xml"
    yield "raw nul", _with({DOCUMENT: body(paragraph("ab")).replace(b"ab", b"a\0b")}), "broken-xml"
    yield "control character", _with({DOCUMENT: body(paragraph("a&#11;b"))}), "broken-xml"
    yield "cut off", _with({DOCUMENT: body(TITLE)[:-30]}), "broken-xml"
    yield "empty part", _with({DOCUMENT: b""}), "broken-xml"
    yield "not xml", _with({DOCUMENT: b"hello"}), "broken-xml"
    yield (
        "text lost by repair",
        _with({DOCUMENT: body(paragraph("a") + "<w:p><w:t>lost & gone</w:t></w:p>")}),
        "broken-xml",
    )
    yield "another root", _with({DOCUMENT: b"<html/>"}), "no-fields"


def _unusual() -> Iterator[tuple[str, bytes, Outcome]]:
    yield "nothing of ours", pack(parts()), "no-fields"
    yield "UTF-16", _with({DOCUMENT: body(TITLE).decode().replace("UTF-8", "UTF-16").encode("utf-16")}), ()
    outside = relations(
        ("rId9", "image", "http://127.0.0.1:9/x.png", "External"),
        ("rId8", "attachedTemplate", "file:///etc/passwd", "External"),
        ("rId7", "hyperlink", "https://example.org", "External"),
    )
    yield "outside targets", _with({"word/_rels/document.xml.rels": outside}), ("external-target", "external-target")
    loop = relations(("rId9", "header", "document.xml"), ("rId8", "footer", "missing.xml"))
    yield "relations in a loop", _with({"word/_rels/document.xml.rels": loop}), ()
    yield "embedded object", _with({"word/embeddings/a.bin": b"x"}), ("embedded",)
    yield "picture of another kind", _with({"word/media/a.emf": b"emf"}), ("picture-kind",)
    yield "broken picture", _with({"word/media/a.jpg": b"\xff\xd8\xff\xc0"}), ("picture-kind",)
    turned = TITLE.replace(">x<", ">\u202egnp.exe\u2066 \ufeff\u200b<")
    yield "turned text", _with({DOCUMENT: body(turned)}), ("invisible-characters",)
    nested = "<w:tbl><w:tr><w:tc>" * 40 + TITLE + "</w:tc></w:tr></w:tbl>" * 40
    yield "nested tables", _with({DOCUMENT: body(nested)}), ()
    broken = TITLE.replace("</w:sdtContent></w:sdt>", "</w:sdt></w:sdtContent>")
    yield "badly nested", _with({DOCUMENT: body(broken)}), ("repaired",)
    yield "other file inside", _with({DOCUMENT: body(TITLE + "<w:altChunk/>")}), ("foreign-part",)
    yield (
        "broken base",
        _with({**_properties(_pieces("SeedDesk.Id", "x", "SeedDesk.N", "1", "SeedDesk.P000", "!"))}),
        ("base-unreadable",),
    )
    bomb = base64.b64encode(zlib.compress(bytes(100 << 20), 9)).decode()
    yield (
        "bomb as base",
        _with({**_properties(_pieces("SeedDesk.Id", "x", "SeedDesk.N", "1", "SeedDesk.P000", bomb))}),
        ("base-unreadable",),
    )


def _properties(xml: str) -> dict[str, bytes]:
    kind = "custom-properties"
    return {
        "_rels/.rels": relations(("rId1", "officeDocument", DOCUMENT), ("rId2", kind, "docProps/custom.xml")),
        "docProps/custom.xml": xml.encode(),
    }


def _pieces(*words: str) -> str:
    found = "".join(
        f'<property name="{name}"><v>{value}</v></property>'
        for name, value in zip(words[::2], words[1::2], strict=True)
    )
    return f"<Properties>{found}</Properties>"


def _png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I4sIIBBBBB", 13, b"IHDR", width, height, 1, 0, 0, 0, 0) + bytes(20)


def _twice(name: str) -> bytes:
    """zipfile warns of a second entry of the same name, so it is written under another and renamed in the bytes."""
    other = name[:-1] + "X"
    return pack({**parts(TITLE), other: b"<second/>"}).replace(other.encode(), name.encode())


def _method(method: int) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", method) as archive:
        for name, data in parts(TITLE).items():
            archive.writestr(name, data)
    return out.getvalue()


def _patched(data: bytes, offset: int, value: bytes, name: str = TYPES) -> bytes:
    """A field of an entry's line in the central directory overwritten."""
    found = bytearray(data)
    position = -1
    while (position := found.find(b"PK\x01\x02", position + 1)) >= 0:
        length = struct.unpack_from("<H", found, position + 28)[0]
        if found[position + 46 : position + 46 + length] == name.encode():
            found[position + offset : position + offset + len(value)] = value
    return bytes(found)
