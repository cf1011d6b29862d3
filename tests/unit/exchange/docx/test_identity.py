"""Which practice a document says it is of, whichever of its four names and two copies of its base are left."""

import base64
import hashlib
import zlib
from dataclasses import replace
from xml.sax.saxutils import quoteattr

import pytest

from seeddesk.domain.dossier import Base
from seeddesk.domain.revision import Dot
from seeddesk.exchange.docx import carriers, guard
from seeddesk.exchange.docx.identity import Identity, read_identity
from seeddesk.exchange.docx.opened import Paragraph
from tests.support.documents import pack, parts, relations

ID, CODE, OTHER = "6ba7b810-9dad-41d1-80b4-00c04fd430c8", "SI-IT-2026-7F3K2QX", "SI-GR-2025-0000000"
SERIAL = "SDM-0123456789ABC"
BASE = Base(ID, CODE, "sample", "7", 14, {"title": "Perché no"}, {"title": (Dot("a", 1),)})
PROPERTIES = {
    carriers.PROPERTY_ID: f" {ID} ",
    carriers.PROPERTY_CODE: CODE,
    carriers.PROPERTY_FORM: "sample",
    carriers.PROPERTY_VERSION: "7",
    carriers.PROPERTY_REVISION: "14",
    carriers.PROPERTY_SHA256: BASE.sha256.upper(),
    carriers.PROPERTY_LANG: "en",
    carriers.PROPERTY_PICTURE + "row": " AB12 ",
}
PAYLOAD = {"id": ID, "code": CODE, "form": "sample", "version": "7", "rev": "14", "sha256": BASE.sha256, "lang": "en"}
CORE = {
    "identifier": f"{ID} {CODE}",
    "lastModifiedBy": " Ada ",
    "creator": "SeedDesk",
    "modified": "2026-11-22",
    "language": "it-IT",
}


def pieces(text: str, length: int = 50) -> dict[str, str]:
    packed = base64.b64encode(zlib.compress(text.encode())).decode()
    cut = [packed[start : start + length] for start in range(0, len(packed), length)]
    return {carriers.PROPERTY_PIECES: str(len(cut))} | {
        carriers.PROPERTY_PIECE.format(number): f" {piece} " for number, piece in enumerate(cut)
    }


def payload(attributes: dict[str, str], text: str, name: str = "payload") -> bytes:
    said = " ".join(f"{key}={quoteattr(value)}" for key, value in attributes.items())
    escaped = text.replace("&", "&amp;").replace("<", "&lt;")
    return f'<s:{name} xmlns:s="{carriers.NAMESPACE}" {said}><s:json>{escaped}</s:json></s:{name}>'.encode()


def identity(properties=None, core=None, custom=None, body="", around="") -> Identity:
    files = dict(parts())
    found = [("rId1", "officeDocument", "word/document.xml")]
    if properties is not None:
        items = "".join(f'<property name="{name}"><v>{value}</v></property>' for name, value in properties.items())
        files["docProps/mine.xml"] = f"<Properties>{items}</Properties>".encode()
        found.append(("rId2", "custom-properties", "docProps/mine.xml"))
    if core is not None:
        items = "".join(f"<c:{name}>{value}</c:{name}>" for name, value in core.items())
        files["docProps/core.xml"] = f'<core xmlns:c="urn:c">{items}<c:other>x</c:other></core>'.encode()
        found.append(("rId3", "core-properties", "docProps/core.xml"))
    files["_rels/.rels"] = relations(*found)
    package = guard.check(pack(files | (custom or {})))
    return read_identity(package, [Paragraph(body)], [Paragraph(around)])


def nobody(*known: object) -> None:
    return None


def test_a_document_without_a_name_is_nobodys():
    found = identity(body="No name here")
    assert found == Identity()
    assert not found.known
    assert found.base(lambda *known: BASE) is None


def test_properties_say_everything():
    found = identity(PROPERTIES | pieces(BASE.text))
    assert found.known
    assert (found.practice, found.code, found.blank, found.found_by) == (ID, CODE, "", "properties")
    assert (found.form, found.version, found.lang, found.revision) == ("sample", "7", "en", 14)
    assert (found.sha256, found.codes, found.pictures) == (BASE.sha256, [CODE], {"row": "ab12"})
    assert (found.base_text, found.base_broken) == (BASE.text, False)
    assert found.base(nobody) == BASE


def test_a_payload_is_found_by_its_namespace_wherever_it_stands():
    strangers = {
        "customXml/item1.xml": b"<b xmlns='urn:other'/>",
        "customXml/itemProps1.xml": payload(PAYLOAD | {"id": "wrong"}, ""),
        "customXml/item2.xml": payload(PAYLOAD | {"id": "wrong"}, "", name="other"),
        "word/item3.xml": payload(PAYLOAD | {"id": "wrong"}, ""),
        "CustomXML/Item9.xml": payload(PAYLOAD, f" {BASE.text}\n"),
    }
    found = identity(custom=strangers)
    assert (found.practice, found.code, found.blank, found.found_by) == (ID, CODE, "", "payload")
    assert (found.form, found.version, found.lang, found.revision) == ("sample", "7", "en", 14)
    assert (found.sha256, found.codes) == (BASE.sha256, [CODE])
    assert found.base(nobody) == BASE


def test_a_blank_is_known_by_its_serial_in_any_place():
    assert identity({carriers.PROPERTY_BLANK: SERIAL}).blank == SERIAL
    in_payload = identity(custom={"customXml/item1.xml": payload({"blank": SERIAL, "form": "sample"}, "")})
    assert (in_payload.blank, in_payload.found_by, in_payload.form) == (SERIAL, "payload", "sample")
    in_core = identity(core={"identifier": SERIAL})
    assert (in_core.blank, in_core.code, in_core.practice, in_core.found_by) == (SERIAL, "", "", "core")
    assert identity(around=f"Serial {SERIAL}").blank == SERIAL
    assert identity({carriers.PROPERTY_BLANK: SERIAL, carriers.PROPERTY_ID: ID}).blank == ""
    assert identity({carriers.PROPERTY_BLANK: SERIAL}).base(lambda *known: BASE) is None


def test_core_properties_say_who_saved_it_and_what_it_is():
    found = identity(core=CORE)
    assert (found.practice, found.code, found.found_by) == (ID, CODE, "core")
    assert (found.author, found.creator, found.modified, found.lang) == ("Ada", "SeedDesk", "2026-11-22", "it")
    assert identity(core={"identifier": CODE}).practice == ""
    assert identity(PROPERTIES, core={"language": "EL"}).lang == "en"


@pytest.mark.parametrize("place", ["body", "around"])
def test_a_printed_line_says_code_revision_and_the_beginning_of_the_digest(place):
    found = identity(**{place: f"Scheda {carriers.code_line(CODE, 14, BASE.sha256)}"})
    assert (found.practice, found.code, found.found_by, found.revision) == ("", CODE, "code", 14)
    assert found.sha256 == BASE.sha256[:8]
    asked = []
    assert found.base(lambda *known: asked.append(known) or BASE) == BASE
    assert asked == [("", CODE, 14, BASE.sha256[:8])]
    assert found.base(lambda *known: replace(BASE, code="another")) is None


def test_the_stronger_name_counts_and_another_printed_line_is_noted():
    found = identity(
        PROPERTIES, body=carriers.code_line(OTHER, 3, "ab" * 32), around=carriers.code_line(CODE, 99, "cd" * 32)
    )
    assert (found.code, found.codes, found.revision, found.sha256) == (CODE, [CODE, OTHER], 14, BASE.sha256)
    assert identity(PROPERTIES, body=f"As {OTHER} does").codes == [CODE]
    assert identity(body=f"As {OTHER} does").codes == [OTHER]
    stale = {
        "customXml/item1.xml": payload(
            PAYLOAD | {"id": "other", "code": OTHER, "rev": "3", "form": "f", "version": "1"}, ""
        )
    }
    both = identity(PROPERTIES, custom=stale)
    assert (both.practice, both.codes, both.revision) == (ID, [CODE, OTHER], 14)
    assert (both.form, both.version) == ("sample", "7")


@pytest.mark.parametrize(
    "broken",
    [
        {carriers.PROPERTY_PIECES: "2"},
        {carriers.PROPERTY_PIECES: "1", carriers.PROPERTY_PIECE.format(0): "à"},
        {carriers.PROPERTY_PIECES: "1", carriers.PROPERTY_PIECE.format(0): base64.b64encode(b"no zlib").decode()},
        pieces("another text"),
    ],
)
def test_a_base_that_is_not_the_one_it_left_with_is_broken_and_not_used(broken):
    found = identity(PROPERTIES | broken)
    assert (found.base_text, found.base(nobody)) == ("", None)
    assert found.base_broken == (broken != {carriers.PROPERTY_PIECES: "2"})


@pytest.mark.parametrize("count", ["0", "-1", "1001", "x", "²", "9999999999"])
def test_a_number_of_pieces_that_cannot_be_is_no_base(count):
    found = identity(PROPERTIES | pieces(BASE.text) | {carriers.PROPERTY_PIECES: count})
    assert (found.base_text, found.base_broken) == ("", False)


def test_of_two_copies_of_the_base_the_whole_one_counts():
    broken = {"customXml/item1.xml": payload(PAYLOAD, BASE.text + " ")}
    assert identity(PROPERTIES | pieces(BASE.text), custom=broken).base(nobody) == BASE
    changed = {"customXml/item1.xml": payload(PAYLOAD, "changed")}
    rescued = identity(PROPERTIES | pieces(BASE.text), custom=changed)
    assert (rescued.base_text, rescued.base_broken) == (BASE.text, False)
    assert identity(PROPERTIES, custom=changed).base_broken


def test_the_catalogues_own_copy_comes_first_when_it_is_the_same():
    found = identity(PROPERTIES | pieces(BASE.text))
    own = Base.from_text(BASE.text)
    assert found.base(lambda *known: own) is own
    assert found.base(lambda *known: replace(BASE, revision=15)) == BASE


def test_a_carried_base_that_says_nonsense_is_broken():
    text = '{"practice": 1}'
    digest = {carriers.PROPERTY_SHA256: hashlib.sha256(text.encode()).hexdigest()}
    found = identity(PROPERTIES | digest | pieces(text))
    assert found.base_text == text
    assert found.base(nobody) is None
    assert found.base_broken
