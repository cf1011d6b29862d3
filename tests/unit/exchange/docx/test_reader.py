"""Dossiers that come back: identity, base, forms, blanks; every value by whatever carrier is left."""

import dataclasses
import re

import pytest
from hypothesis import HealthCheck, given, settings

from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Form, Group
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.documents import (
    changed,
    control,
    document,
    pack,
    paragraph,
    table,
    unpack,
)
from tests.support.records import CODE, PRACTICE, base_of, dossier_of, expected, numbered, read_values, records
from tests.support.sample import FORM, FULL, ONE, STRIPPED, TWO, WRITERS, accounted, read, written

# Nothing changed


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("stripped", STRIPPED)
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture]
)
@given(record=records(FORM))
def test_whatever_was_written_is_read_whichever_carriers_are_left(lang, stripped, record):
    found = read(STRIPPED[stripped](written(record, lang)))
    wanted = expected(FORM, record, lang)
    assert read_values(found) == (numbered(wanted, FORM) if stripped == "both" else wanted)
    assert accounted(found)
    assert found.fidelity.absent == ()
    assert found.practice == PRACTICE
    assert found.lang == lang


OWN = ["Dossier di pratica", "Untitled", "From an earlier form", "File conservato in SeedDesk", *FORM.title.values()]


@pytest.mark.parametrize("words", [*OWN, *map(str.upper, OWN)])
@pytest.mark.parametrize("stripped", STRIPPED)
def test_words_that_we_print_elsewhere_are_an_answer_where_people_write(stripped, words):
    found = read(STRIPPED[stripped](written(Record({"title": "0", "need": words, "results": f"abc\n{words}"}), "en")))
    assert read_values(found)["need"] == words
    assert read_values(found)["results"] == f"abc {words}"


@pytest.mark.parametrize("words", ["STAGE", "What has changed", "abc\nStage\nWhat has changed", "Identity"])
@pytest.mark.parametrize("stripped", STRIPPED)
def test_an_answer_that_is_the_word_of_some_label_stays_an_answer(stripped, words):
    record = Record({"title": words.split("\n")[-1], "need": words})
    found = read(STRIPPED[stripped](written(record, "en")))
    assert read_values(found) == {"title": record.text("title"), "need": " ".join(words.split())}
    assert accounted(found)


@pytest.mark.parametrize(
    ("stripped", "found_by", "cell"),
    [
        ("nothing", "tag", "tag"),
        ("controls", "bookmark", "bookmark"),
        ("bookmarks", "tag", "tag"),
        ("both", "label", "header"),
    ],
)
def test_the_report_says_which_carrier_found_a_value(stripped, found_by, cell):
    found = read(STRIPPED[stripped](written()))
    assert found.fields["title"].found_by == found_by
    assert found.fields["need"].found_by == ("label" if stripped in ("both", "bookmarks") else "bookmark")
    assert found.rows["partners"][0].cells["partners[].name"].found_by == cell
    assert [row.row for row in found.rows["partners"]] == ([None, None] if stripped == "both" else [ONE, TWO])


def test_values_come_as_the_person_sees_them():
    found = read(written())
    assert found.fields["areas"].value == ("Cura", "Cibo e comunità")
    assert found.fields["start"].value == "marzo 2021"
    assert found.fields["need"].value == "Primo capoverso.\n\nSecondo, l'ultimo."
    assert found.fields["results"].value is NOT_KNOWN
    assert found.fields["lead_org.type"].value is None
    assert "status" not in found.fields
    assert "attachments[].file" not in found.rows["attachments"][0].cells


# Identity and base


def test_identity_and_base_travel_in_the_document():
    found = read(written())
    assert (found.practice, found.code, found.identified_by) == (PRACTICE, CODE, "properties")
    assert found.base == base_of(FORM, FULL)
    assert (found.form, found.form_version) == ("sample", "7")


def without_properties(data: bytes) -> bytes:
    return changed(data, lambda xml: re.sub(r"<property .*?</property>", "", xml), "docProps/custom.xml")


def without_payload(data: bytes) -> bytes:
    return changed(data, lambda xml: xml.replace("urn:seeddesk:payload:1", "urn:other"), "customXml/item1.xml")


def without_core(data: bytes) -> bytes:
    return changed(data, lambda xml: re.sub(r"<dc:identifier>.*?</dc:identifier>", "", xml), "docProps/core.xml")


@pytest.mark.parametrize(
    ("strip", "identified_by", "practice", "has_base"),
    [
        ((without_properties,), "payload", PRACTICE, True),
        ((without_payload,), "properties", PRACTICE, True),
        ((without_properties, without_payload), "core", PRACTICE, False),
        ((without_properties, without_payload, without_core), "code", None, False),
    ],
)
def test_identity_falls_back_from_carrier_to_carrier(strip, identified_by, practice, has_base):
    data = written()
    for one in strip:
        data = one(data)
    found = read(data)
    assert (found.identified_by, found.practice, found.code) == (identified_by, practice, CODE)
    assert (found.base is not None) == has_base


def test_the_printed_line_is_enough_to_ask_the_catalogue_for_the_base():
    asked = []
    base = base_of(FORM, FULL)

    def find_base(*known):
        asked.append(known)
        return base

    data = without_core(without_payload(without_properties(written())))
    found = read_return(data, lambda form, version: FORM, FORM, find_base)
    assert asked == [("", CODE, 3, base.sha256[:8])]
    assert found.base is base
    assert found.practice == PRACTICE


def test_a_base_that_is_not_what_it_left_with_is_not_believed():
    data = changed(written(), lambda xml: xml.replace("Sette Borgate", "Otto Borgate"), "customXml/item1.xml")
    found = read(data)
    assert found.base == base_of(FORM, FULL)  # the pieces in the properties still hold it
    found = read(without_properties(data))
    assert found.base is None
    assert ("base-unreadable", {}) in found.fidelity.warnings
    other = dataclasses.replace(base_of(FORM, FULL), revision=9)
    assert read(written(), base=other).base == base_of(FORM, FULL)


def test_the_code_line_of_another_practice_is_pointed_out():
    line = paragraph("SI-IT-2026-0000000 · r3 · 0123abcd")
    found = read(changed(written(), lambda xml: xml.replace("<w:sectPr>", line + "<w:sectPr>")))
    assert found.practice == PRACTICE
    assert ("identity-differs", {"codes": f"{CODE}, SI-IT-2026-0000000"}) in found.fidelity.warnings


def test_a_practice_that_is_cited_in_a_text_is_no_other_identity():
    found = read(changed(written(), lambda xml: xml.replace("Primo capoverso", "Come SI-IT-2025-0000000")))
    assert found.fidelity.warnings == ()


def through_google(data: bytes) -> bytes:
    """As Google Docs gives a document back: no parts of ours, bookmarks renamed, runs and rows in controls of its own."""
    files = {
        name: part
        for name, part in unpack(data).items()
        if not name.startswith(("customXml/", "docProps/custom", "word/footer"))
    }
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        files[name] = re.sub(rb"<Relationship [^>]*(?:customXml|custom-properties|footer)[^>]*/>", b"", files[name])
    xml = re.sub(r"</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>", "", files["word/document.xml"].decode())
    xml = re.sub(r'w:name="sd_[^"]*"', 'w:name="id.k3j4h5"', xml)
    xml = re.sub(r"<w:r>.*?</w:r>", lambda found: control("goog_rdk_1", found[0]), xml)
    files["word/document.xml"] = re.sub(
        r"<w:tr>.*?</w:tr>", lambda found: control("goog_rdk_2", found[0]), xml
    ).encode()
    return without_core(pack(files))


def test_a_dossier_that_went_through_google_docs_is_read_by_its_words():
    found = read(through_google(written()))
    assert read_values(found) == numbered(expected(FORM, FULL, "it"), FORM)
    assert (found.code, found.identified_by, found.base) == (CODE, "code", None)
    assert accounted(found)


# Other forms


def other_form(*left_out: str, **renamed: str) -> Form:
    def kept(items):
        for item in items:
            if item.template not in left_out:
                yield dataclasses.replace(item, items=tuple(kept(item.items))) if isinstance(item, Group) else item

    sections = tuple(dataclasses.replace(section, items=tuple(kept(section.items))) for section in FORM.sections)
    return Form(FORM.id, "8", FORM.title, FORM.languages, sections, FORM.lists)


def test_a_dossier_is_read_with_the_form_it_was_made_with():
    asked = []

    def find_form(form, version):
        asked.append((form, version))
        return FORM

    found = read_return(written(), find_form, other_form("amount", "partners[]"), lambda *known: None)
    assert asked == [("sample", "7")]
    assert found.fields["amount"].value == "3.180,5"
    assert len(found.rows["partners"]) == 2


def test_fields_of_a_form_nobody_knows_are_kept_under_their_own_names():
    found = read_return(written(), lambda form, version: None, other_form("amount"), lambda *known: None)
    assert found.fields["amount"].value == "3.180,5"
    assert ("dossier-form-unknown", {"form": "sample", "version": "7"}) in found.fidelity.warnings
    assert accounted(found)


def test_a_field_the_dossier_did_not_have_yet_is_absent():
    old = DossierWriter(other_form("amount"), "it").write(dossier_of(other_form("amount"), FULL))
    assert read(old).fidelity.absent == ("amount",)


# Blanks and strangers


@pytest.mark.parametrize("stripped", STRIPPED)
@pytest.mark.parametrize("lang", ["it", "en"])
def test_a_blank_comes_back_with_what_was_written_in_it(lang, stripped):
    def fill(xml: str) -> str:
        label = "Titolo" if lang == "it" else "Title"
        start = xml.index("</w:tc>", xml.index(f">{label}\u00a0*<"))
        end = xml.index("</w:tc>", start + 1)
        cell = xml[start:end]
        return xml[:start] + re.sub(r"<w:t[^>]*></w:t>", "<w:t>Nuova pratica</w:t>", cell, count=1) + xml[end:]

    empty = read(STRIPPED[stripped](WRITERS[lang].blank("SDM-0123456789ABC")))
    assert (empty.blank, empty.practice, empty.base) == ("SDM-0123456789ABC", None, None)
    assert read_values(empty) == {}
    assert accounted(empty)
    found = read(STRIPPED[stripped](changed(WRITERS[lang].blank("SDM-0123456789ABC"), fill)))
    assert read_values(found) == {"title": "Nuova pratica"}
    assert accounted(found)


def test_a_blank_is_known_by_its_printed_serial_alone():
    data = without_core(without_payload(without_properties(WRITERS["it"].blank("SDM-0123456789ABC"))))
    found = read(data)
    assert (found.blank, found.identified_by) == ("SDM-0123456789ABC", "code")


@pytest.mark.parametrize(
    "content",
    [
        paragraph("Un verbale qualunque"),
        paragraph("Titolo") + paragraph("Nome") + paragraph("niente altro"),
        table(["Titolo", "Un altro modulo"], ["Fase", "2"]),
    ],
)
def test_a_document_that_only_shares_words_with_the_form_is_refused(content):
    with pytest.raises(Refused, match="0 fields"):
        read(document(content))


def test_a_document_of_ours_without_any_field_left_is_refused():
    with pytest.raises(Refused, match="0 fields"):
        read(
            changed(
                written(),
                lambda xml: re.sub(
                    r"<w:body>.*</w:body>", f"<w:body>{paragraph('vuoto')}</w:body>", xml, flags=re.DOTALL
                ),
            )
        )
