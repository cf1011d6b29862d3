"""Each refusal for its own reason, exactly at its limit; and what is let in with a warning."""

import struct

import pytest

from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx import guard
from tests.support.documents import DOCUMENT, TYPES, body, pack, parts, relations


def reason(data: bytes) -> str:
    with pytest.raises(Refused) as refused:
        guard.check(data).xml(DOCUMENT)
    return refused.value.code


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 100


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "empty-file"),
        (OLE, "old-word"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "password"),
        (b"%PDF-1.7", "pdf"),
        (b"\n" * 1020 + b"%PDF-1.7", "pdf"),
        (b"\n" * 1021 + b"%PDF-1.7", "not-word"),
        (b" {\\rtf1 x}", "rich-text"),
        (b"hello %PDF {\\rtf", "not-word"),
        (b"PK\x03\x04 and no more", "broken-file"),
    ],
)
def test_files_of_other_kinds_are_called_by_their_names(data, code):
    assert reason(data) == code


def with_type(kind: str) -> dict[str, bytes]:
    files = parts()
    office = b"wordprocessingml.document.main"
    assert office in files[TYPES]
    return {**files, TYPES: files[TYPES].replace(b"vnd.openxmlformats-officedocument." + office, kind.encode())}


@pytest.mark.parametrize(
    ("files", "code"),
    [
        (with_type("vnd.ms-word.document.macroEnabled.main"), "macros"),
        (with_type("vnd.openxmlformats-officedocument.wordprocessingml.template.main"), "word-template"),
        (with_type("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main"), "other-office"),
        ({**parts(), "word/VbaProject.bin": b"x"}, "macros"),
        ({name: data for name, data in parts().items() if name != TYPES}, "part-missing"),
        ({"a.xml": b"<a/>"}, "not-word"),
        ({name: data for name, data in parts().items() if name != DOCUMENT}, "part-missing"),
        ({name: data for name, data in parts().items() if name != "_rels/.rels"}, "part-missing"),
        ({**parts(), "_rels/.rels": relations(("rId1", "other", DOCUMENT))}, "part-missing"),
        ({"mimetype": b"application/vnd.oasis.opendocument.text", **parts()}, "open-document"),
        ({**parts(), "/absolute.xml": b""}, "part-name"),
        ({**parts(), "word/../../up.xml": b""}, "part-name"),
        ({**parts(), "c:x.xml": b""}, "part-name"),
        ({**parts(), "WORD/document.xml": b""}, "part-twice"),
    ],
)
def test_packages_of_other_kinds_are_refused_by_what_is_wrong_with_them(files, code):
    assert reason(pack(files)) == code


def test_other_office_files_are_named():
    with pytest.raises(Refused) as refused:
        guard.check(pack(with_type("vnd.openxmlformats-officedocument.spreadsheetml.sheet.main")))
    assert refused.value.arguments["kind"] == "spreadsheetml"


def test_a_file_too_large_says_by_how_much():
    with pytest.raises(Refused) as refused:
        guard.check(b"PK" + b"\0" * (guard.FILE_LIMIT - 1))
    assert refused.value.code == "file-too-large"
    assert refused.value.arguments == {"megabytes": 31, "limit": 30}
    assert reason(b"PK" + b"\0" * (guard.FILE_LIMIT - 2)) == "broken-file"


def test_a_part_that_is_not_there_is_refused_when_it_is_asked_for():
    package = guard.check(pack(parts()))
    assert package.has("WORD/Document.xml")
    assert package.read("WORD/Document.xml") == package.read(DOCUMENT)
    assert not package.has("word/none.xml")
    with pytest.raises(Refused) as refused:
        package.read("word/none.xml")
    assert (refused.value.code, refused.value.arguments) == ("part-missing", {"part": "word/none.xml"})


def document(content: str) -> bytes:
    return pack({**parts(), DOCUMENT: body(content)})


def test_a_row_may_be_a_thousand_columns_wide():
    assert guard.check(document('<w:gridSpan w:val="1000"/>')).xml(DOCUMENT) is not None
    assert reason(document('<w:gridSpan w:val="1001"/>')) == "too-wide"
    assert reason(document("<w:gridAfter w:val='99999999999'/>")) == "too-wide"


def test_as_many_elements_as_the_limit_says_are_let_in(monkeypatch):
    package = guard.check(document("<w:p/>" * 20))
    markup = package.read(DOCUMENT)
    monkeypatch.setattr(guard, "ELEMENTS", markup.count(b"<") - markup.count(b"</"))
    assert package.xml(DOCUMENT) is not None
    monkeypatch.setattr(guard, "ELEMENTS", guard.ELEMENTS - 1)
    with pytest.raises(Refused) as refused:
        package.xml(DOCUMENT)
    assert refused.value.code == "too-many-elements"


def test_elements_may_lie_two_hundred_deep():
    deep = guard.DEPTH - 2  # the document and its body lie around them
    assert guard.check(document("<w:p>" * deep + "</w:p>" * deep)).xml(DOCUMENT) is not None
    assert reason(document("<w:p>" * (deep + 1) + "</w:p>" * (deep + 1))) == "too-deep"


def png(width: int, height: int) -> bytes:
    return b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", width, height)


def test_pictures_are_let_in_up_to_sixty_million_points():
    assert not guard.check(pack({**parts(), "word/media/a.png": png(60_000, 1000)})).warnings
    with pytest.raises(Refused) as refused:
        guard.check(pack({**parts(), "word/media/a.png": png(70_000, 1001)}))
    assert refused.value.code == "picture-too-large"
    assert refused.value.arguments == {"megapixels": 70, "limit": 60, "part": "word/media/a.png"}


def test_what_lies_outside_or_is_embedded_is_told_and_links_of_the_text_are_not():
    outside = relations(
        ("rId1", "hyperlink", "https://example.org/link", "External"),
        ("rId2", "image", "file:///etc/passwd", "External"),
        ("rId3", "image", "media/a.png"),
    )
    files = {
        **parts(),
        "word/_rels/document.xml.rels": outside,
        "word/media/a.png": b"no picture",
        "word/embeddings/sheet.xlsx": b"x",
        "word/activeX/a.bin": b"x",
        "word/fonts/a.odttf": b"x",
    }
    package = guard.check(pack(files))
    assert package.warnings == [
        ("external-target", {"target": "file:///etc/passwd"}),
        ("picture-kind", {"part": "word/media/a.png"}),
        ("embedded", {"part": "word/embeddings/sheet.xlsx"}),
        ("embedded", {"part": "word/activeX/a.bin"}),
        ("embedded", {"part": "word/fonts/a.odttf"}),
    ]
    found = package.relations(DOCUMENT)
    assert found["rId3"] == guard.Relation("image", "word/media/a.png", False)
    assert found["rId2"].external
    assert package.relations("word/none.xml") == {}


@pytest.mark.parametrize(
    ("xml", "code"),
    [
        (body("<w:p/>").decode().replace("UTF-8", "UTF-16").encode("utf-16"), ""),
        (body("<w:p/>").replace(b"UTF-8", b"us-ascii"), ""),
        (b"\xef\xbb\xbf" + body("<w:p/>"), ""),
        (body("<w:p/>").replace(b"UTF-8", b"UTF-7"), "broken-xml"),
        (b"\xef\xbb\xbf" + body("<w:p/>").replace(b"UTF-8", b"UTF-7"), "broken-xml"),
        (body("<w:p/>") + b"\0", "broken-xml"),
        (b"\xff\xfe\x00", "broken-xml"),
        (body("<w:p/>", '<!DOCTYPE a [<!ENTITY b "c">]>'), "entities"),
        (
            body("<w:p/>", '<!DOCTYPE a [<!ENTITY b "c">]>').decode().replace("UTF-8", "UTF-16").encode("utf-16"),
            "entities",
        ),
    ],
)
def test_encodings_that_could_hide_something_are_refused(xml, code):
    data = pack({**parts(), DOCUMENT: xml})
    if code:
        assert reason(data) == code
    else:
        assert len(guard.check(data).xml(DOCUMENT)[0]) == 1
