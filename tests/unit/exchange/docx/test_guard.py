"""Hostile, broken and foreign documents end in a named refusal or a remark, quickly, and never in a traceback."""

import resource
import sys
import time

import pytest

from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Field, Form, Kind, Section
from seeddesk.domain.messages.reading import SENTENCES
from seeddesk.exchange.docx import guard, images
from seeddesk.exchange.docx.reader import read_return
from tests.support import hostile
from tests.support.documents import DOCUMENT, body, document, pack, paragraph, parts, relations

TITLE = Field("title", Kind.TEXT, {"it": "Titolo"}, "/data/title", "only")
FORM = Form("f", "1", {"it": "F"}, ("it",), (Section("only", {"it": "Parte"}, (TITLE,)),), {})


def outcome(data: bytes) -> str | tuple[str, ...]:
    """A refusal's code, or the codes of the remarks."""
    try:
        found = read_return(data, lambda form, version: None, FORM, lambda *base: None)
    except Refused as refusal:
        return refusal.code if "{" not in str(refusal) else f"{refusal.code}, with a sentence that is not filled in"
    return tuple(code for code, _ in found.fidelity.warnings)


def test_every_hostile_document_ends_as_it_should_and_soon():
    count = 0
    for name, data, wanted in hostile.documents():
        start = time.process_time()
        assert outcome(data) == wanted, name
        # Ten times what the slowest needs here; it is a bomb that went off that would take longer.
        assert time.process_time() - start < 10, name
        count += 1
    assert count >= 40


def test_refusing_a_bomb_takes_no_memory():
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    data = pack({**parts(), "word/media/a.bin": bytes(60 << 20)})
    made = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    assert outcome(data) == "squeezed"
    grown = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - max(before, made)
    assert grown * (1 if sys.platform == "darwin" else 1024) < 8 << 20


def test_every_refusal_has_a_next_step_in_both_languages():
    refusals = list(SENTENCES)[: list(SENTENCES).index("repaired")]
    assert len(refusals) > 25
    for code in refusals:
        for text in SENTENCES[code].values():
            assert text.count(". ") + text.count(": ") >= 1, code
            assert text.endswith("."), code


def test_a_document_within_the_limits_is_opened():
    package = guard.check(document(paragraph("hello") * 5000))
    assert package.document == DOCUMENT
    assert package.warnings == []
    assert len(package.xml(DOCUMENT)[0]) == 5000


def test_the_main_part_may_have_another_name():
    files = parts()
    files["a/b.xml"] = files.pop(DOCUMENT)
    files["_rels/.rels"] = relations(("rId1", "officeDocument", "/a/b.xml"))
    files["[Content_Types].xml"] = files["[Content_Types].xml"].replace(b"/word/document.xml", b"/a/b.xml")
    assert guard.check(pack(files)).document == "a/b.xml"


def test_badly_nested_markup_is_repaired_when_no_text_is_lost():
    broken = body("<w:p><w:ins><w:r><w:t>a &amp; b</w:t></w:ins></w:r></w:p><w:p><w:r><w:t>c</w:t></w:r></w:p>")
    package = guard.check(pack({**parts(), DOCUMENT: broken}))
    root = package.xml(DOCUMENT)
    assert package.repaired
    assert [node.text for node in root.iter(f"{{{root.nsmap['w']}}}t")] == ["a & b", "c"]


@pytest.mark.parametrize(
    ("data", "size"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0\0\0\0\x10" + bytes(9), (256, 16)),
        (b"GIF89a\x03\x00\x04\x00" + bytes(9), (3, 4)),
        (b"\xff\xd8\xff\xfe\0\x04hi\xff\xc2\0\x0b\x08\0\x07\0\x09\x01" + bytes(9), (9, 7)),
        (b"RIFF\0\0\0\0WEBPVP8X" + bytes(8) + b"\x63\0\0\x09\0\0", (100, 10)),
        (b"\xff\xd8\xff\xc0", None),
        (b"\xff\xd8\xff\xfe\0\x01", None),
        (b"BM", None),
        (b"", None),
    ],
)
def test_pictures_are_measured_by_their_headers(data, size):
    assert images.size(data) == size


def test_every_open_document_of_the_corpus_is_read_or_refused_by_name(shared_data):
    count = 0
    for folder in ("corpus", "legacy-word"):
        for path in sorted((shared_data / folder).rglob("*.do[ct][xm]")):
            start = time.process_time()
            found = outcome(path.read_bytes())
            assert found == "no-fields" or isinstance(found, str), path
            assert time.process_time() - start < 10, path
            count += 1
    assert count > 400
