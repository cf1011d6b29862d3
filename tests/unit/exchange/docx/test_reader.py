"""Dossiers that come back: every value is found, by whatever carrier is left, and every character is accounted for."""

import dataclasses
import re
import struct
import zlib
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeddesk.domain.dossier import Base, Picture, Return
from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.documents import (
    AUTHOR,
    changed,
    control,
    deleted,
    document,
    inserted,
    pack,
    paragraph,
    relations,
    run,
    table,
    unpack,
    without_bookmarks,
    without_controls,
)
from tests.support.records import CODE, PRACTICE, base_of, dossier_of, expected, numbered, read_values, records

ONE, TWO, THREE = (digit * 32 for digit in "123")


def field(template: str, italian: str, english: str, kind: Kind = Kind.TEXT, **more) -> Field:
    return Field(template, kind, {"it": italian, "en": english}, "/data/" + template, "first", **more)


FORM = Form(
    "sample",
    "7",
    {"it": "Prova", "en": "Sample"},
    ("it", "en"),
    (
        Section(
            "first",
            {"it": "Identità", "en": "Identity"},
            (
                field("title", "Titolo", "Title", core=True),
                field("areas", "Ambiti", "Areas", Kind.CHOICES, choices="areas"),
                field("stage", "Fase", "Stage", Kind.CHOICE, choices="areas"),
                field("amount", "Importo totale", "Total amount", Kind.DECIMAL),
                field("start", "Data di avvio", "Starting date", Kind.DATE),
                field("tags", "Parole chiave", "Keywords", Kind.CHOICES),
                field("need", "Il problema", "The problem", long=True, limit=600),
                field("results", "Che cosa è cambiato", "What has changed", long=True),
                field("status", "Stato", "Status", Kind.HIDDEN),
            ),
        ),
        Section(
            "second",
            {"it": "Persone", "en": "People"},
            (
                Group(
                    "lead_org",
                    {"it": "Ente capofila", "en": "Lead organisation"},
                    (field("lead_org.name", "Nome", "Name"), field("lead_org.type", "Natura giuridica", "Legal form")),
                    "/data/lead_org",
                ),
                Group(
                    "partners[]",
                    {"it": "Partner", "en": "Partners"},
                    (
                        field("partners[].name", "Nome", "Name"),
                        field("partners[].role", "Ruolo", "Role", Kind.CHOICE, choices="roles"),
                        field("partners[].share", "Quota", "Share", Kind.INTEGER),
                    ),
                    "/data/partners",
                    repeat=True,
                ),
                Group(
                    "attachments[]",
                    {"it": "Allegati", "en": "Attachments"},
                    (
                        field("attachments[].file", "File", "File", Kind.FILE),
                        field("attachments[].caption", "Didascalia", "Caption", long=True),
                        field("attachments[].credit", "Autore", "Credit"),
                    ),
                    "/data/attachments",
                    repeat=True,
                ),
            ),
        ),
    ),
    {
        "areas": tuple(
            Choice(code, {"it": italian, "en": english})
            for code, italian, english in (("care", "Cura", "Care"), ("home", "Abitare", "Housing"), ("food", "Cibo e comunità", "Food"))
        ),
        "roles": (Choice("funder", {"it": "Finanziatore", "en": "Funder"}), Choice("doer", {"it": "Operatore", "en": "Doer"})),
    },
)
FULL = Record(
    {
        "title": "La corriera che ascolta",
        "areas": ("care", "food"),
        "stage": "home",
        "amount": "3180.5",
        "start": "2021-03",
        "tags": ("bus", "ascolto"),
        "need": "Primo capoverso.\n\nSecondo, l'ultimo.",
        "results": NOT_KNOWN,
        "lead_org.name": "Consorzio Sette Borgate",
        f"partners[{ONE}]": "a",
        f"partners[{ONE}].name": "Fondazione Prati",
        f"partners[{ONE}].role": "funder",
        f"partners[{TWO}]": "b",
        f"partners[{TWO}].name": "Studio medico",
        f"partners[{TWO}].share": "1200",
        f"attachments[{THREE}]": "a",
        f"attachments[{THREE}].file": "sha256:" + "0" * 64,
        f"attachments[{THREE}].caption": "La fermata\ndi Ponte",
    }
)
WRITERS = {lang: DossierWriter(FORM, lang) for lang in ("it", "en")}
STRIPPED: dict[str, Callable[[bytes], bytes]] = {
    "nothing": lambda data: data,
    "controls": without_controls,
    "bookmarks": without_bookmarks,
    "both": lambda data: without_bookmarks(without_controls(data)),
}


def png(red: int = 0) -> bytes:
    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    rows = zlib.compress(b"\0" + bytes([red, 0, 0] * 2))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", struct.pack(">IIBBBBB", 2, 1, 8, 2, 0, 0, 0)) + chunk(b"IDAT", rows) + chunk(b"IEND", b"")


def written(record: Record = FULL, lang: str = "it", **more) -> bytes:
    return WRITERS[lang].write(dossier_of(FORM, record, **more))


def read(data: bytes, form: Form | None = FORM, base: Base | None = None) -> Return:
    return read_return(data, lambda identity, version: form, FORM, lambda *known: base)


def accounted(found: Return) -> bool:
    return found.fidelity.characters_present == found.fidelity.characters_read and found.fidelity.left_over == ()


# Nothing changed


@pytest.mark.parametrize("lang", ["it", "en"])
@pytest.mark.parametrize("stripped", STRIPPED)
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture])
@given(record=records(FORM))
def test_whatever_was_written_is_read_whichever_carriers_are_left(lang, stripped, record):
    found = read(STRIPPED[stripped](written(record, lang)))
    wanted = expected(FORM, record, lang)
    assert read_values(found) == (numbered(wanted, FORM) if stripped == "both" else wanted)
    assert accounted(found)
    assert found.fidelity.absent == ()
    assert found.practice == PRACTICE
    assert found.lang == lang


@pytest.mark.parametrize(
    ("stripped", "found_by", "cell"),
    [("nothing", "tag", "tag"), ("controls", "bookmark", "bookmark"), ("bookmarks", "tag", "tag"), ("both", "label", "header")],
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
    return changed(data, lambda xml: re.sub(r'<property .*?</property>', "", xml), "docProps/custom.xml")


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
    files = {name: part for name, part in unpack(data).items() if not name.startswith(("customXml/", "docProps/custom", "word/footer"))}
    for name in ("_rels/.rels", "word/_rels/document.xml.rels"):
        files[name] = re.sub(rb'<Relationship [^>]*(?:customXml|custom-properties|footer)[^>]*/>', b"", files[name])
    xml = re.sub(r"</?w:sdt>|</?w:sdtContent>|<w:sdtPr>.*?</w:sdtPr>", "", files["word/document.xml"].decode())
    xml = re.sub(r'w:name="sd_[^"]*"', 'w:name="id.k3j4h5"', xml)
    xml = re.sub(r"<w:r>.*?</w:r>", lambda found: control("goog_rdk_1", found[0]), xml)
    files["word/document.xml"] = re.sub(r"<w:tr>.*?</w:tr>", lambda found: control("goog_rdk_2", found[0]), xml).encode()
    return without_core(pack(files))


def test_a_dossier_that_went_through_google_docs_is_read_by_its_words():
    found = read(through_google(written()))
    assert read_values(found) == numbered(expected(FORM, FULL, "it"), FORM)
    assert (found.code, found.identified_by, found.base) == (CODE, "code", None)
    assert accounted(found)


# Edits


@pytest.mark.parametrize("stripped", STRIPPED)
def test_an_edit_is_found_whichever_carriers_are_left_and_nothing_else_changes(stripped):
    def edit(xml: str) -> str:
        xml = xml.replace("La corriera che ascolta</w:t></w:r></w:sdtContent></w:sdt>", "La corriera</w:t></w:r></w:sdtContent></w:sdt>" + inserted(" che parla"))
        xml = xml.replace("Secondo, l'ultimo.</w:t></w:r></w:p>", f"Secondo.</w:t></w:r></w:p>{paragraph(inserted('Terzo.'))}")
        return xml.replace("☐\u00a0Abitare", "[x] Abitare").replace("☒\u00a0Cura", "☐ Cura").replace("3.180,5", "3.200")

    found = read(STRIPPED[stripped](changed(written(), edit)))
    values, before = read_values(found), read_values(read(STRIPPED[stripped](written())))
    assert {path: value for path, value in values.items() if value != before[path]} == {
        "title": "La corriera che parla",
        "need": "Primo capoverso. Secondo. Terzo.",
        "areas": ("Abitare", "Cibo e comunità"),
        "amount": "3.200",
    }
    assert values.keys() == before.keys()
    assert found.fields["title"].authors == found.fields["need"].authors == ("Ada",)
    assert found.fields["stage"].authors == ()


def row_with(xml: str, text: str) -> str:
    return next(row for row in re.findall(r"<w:tr>.*?</w:tr>", xml) if text in row)


def test_rows_may_be_added_removed_moved_and_copied():
    def edit(xml: str) -> str:
        first, second = row_with(xml, "Fondazione Prati"), row_with(xml, "Studio medico")
        copy = re.sub(r"<w:bookmark[^>]*>", "", first).replace("Fondazione Prati", "Copia")  # a copy keeps its tags
        return xml.replace(first, "").replace(second, second + copy + first)

    found = read(changed(written(), edit))
    rows = [(row.row, row.cells["partners[].name"].value) for row in found.rows["partners"]]
    assert rows == [(TWO, "Studio medico"), (None, "Copia"), (ONE, "Fondazione Prati")]
    gone = read(changed(written(), lambda xml: xml.replace(row_with(xml, "Fondazione Prati"), "")))
    assert [row.row for row in gone.rows["partners"]] == [TWO]
    assert "partners[].name" not in gone.fidelity.absent


def test_the_empty_row_at_the_end_is_a_place_for_a_new_one():
    def edit(xml: str) -> str:
        last = re.findall(r"<w:tr>(?:(?!</w:tr>).)*</w:tr></w:tbl>", xml)
        spare = next(row for row in last if row.count("<w:tc>") == 3)
        return xml.replace(spare, spare.replace("</w:pPr></w:p>", "</w:pPr><w:r><w:t>Nuovo</w:t></w:r></w:p>", 1))

    found = read(changed(written(), edit))
    assert [row.row for row in found.rows["partners"]] == [ONE, TWO, None]
    assert found.rows["partners"][2].cells["partners[].name"].value == "Nuovo"


def test_a_tracked_deletion_of_a_row_removes_it():
    def edit(xml: str) -> str:
        row = row_with(xml, "Studio medico")
        return xml.replace(row, row.replace("<w:trPr>", f"<w:trPr><w:del {AUTHOR}/>", 1))

    found = read(changed(written(), edit))
    assert [row.row for row in found.rows["partners"]] == [ONE]
    assert accounted(found)


def test_a_card_without_carriers_keeps_to_itself():
    data = STRIPPED["both"](written())
    found = read(data)
    (card,) = found.rows["attachments"]
    assert {name: cell.value for name, cell in card.cells.items()} == {
        "attachments[].caption": "La fermata\ndi Ponte",
        "attachments[].credit": None,
    }
    assert found.fields["lead_org.name"].value == "Consorzio Sette Borgate"


def test_labels_a_person_touched_are_still_recognised():
    def edit(xml: str) -> str:
        return xml.replace("Importo totale", "Importo totale €").replace("Che cosa è cambiato", "Che cosa e cambiato")

    found = read(changed(STRIPPED["both"](written()), edit))
    assert found.fields["amount"].found_by == found.fields["results"].found_by == "similar label"
    assert found.fields["amount"].value == "3.180,5"
    assert found.fields["results"].value is NOT_KNOWN
    assert accounted(found)


def test_labels_in_the_forms_other_language_are_recognised():
    data = changed(STRIPPED["both"](written()), lambda xml: xml.replace("Importo totale", "Total amount").replace("Il problema", "The problem"))
    found = read(data)
    assert (found.fields["amount"].value, found.fields["amount"].found_by) == ("3.180,5", "label")
    assert found.fields["need"].value == "Primo capoverso.\n\nSecondo, l'ultimo."


def test_a_field_whose_place_is_gone_is_absent_not_emptied():
    found = read(changed(written(), lambda xml: xml.replace(row_with(xml, "Importo totale"), "")))
    assert "amount" not in found.fields
    assert found.fidelity.absent == ("amount",)
    emptied = read(changed(written(), lambda xml: xml.replace("3.180,5", "")))
    assert emptied.fields["amount"].value is None


def test_a_second_place_with_another_text_is_left_over_and_said():
    def edit(xml: str) -> str:
        return xml.replace("<w:sectPr>", table([paragraph("Titolo"), paragraph(control("sd:title", "Un altro titolo"))]) + "<w:sectPr>")

    found = read(changed(written(), edit))
    assert found.fields["title"].value == "La corriera che ascolta"
    assert "Un altro titolo" in found.fidelity.left_over
    assert ("field-twice", {"field": "title"}) in found.fidelity.warnings


def test_a_tag_counts_more_than_a_bookmark():
    moved = table([paragraph("Titolo", mark="sd_title"), paragraph("vicino al segnalibro")], ["Fase", paragraph(control("sd:title", "nel controllo"))])
    found = read(document(moved))
    assert (found.fields["title"].value, found.fields["title"].found_by) == ("nel controllo", "tag")
    assert "vicino al segnalibro" in found.fidelity.left_over


# Nothing is lost in silence


def test_what_is_typed_into_a_heading_is_left_over():
    found = read(changed(written(), lambda xml: xml.replace(">Il problema<", ">Il problema, scritto nel posto sbagliato<")))
    assert found.fields["need"].value == "Primo capoverso.\n\nSecondo, l'ultimo."
    assert [text.split("\t")[0] for text in found.fidelity.left_over] == ["Il problema, scritto nel posto sbagliato"]


def test_what_belongs_to_no_field_is_left_over_to_the_character():
    extra = paragraph("Scritto in fondo") + table([paragraph("Una cella"), paragraph("mia")])

    def edit(xml: str) -> str:
        xml = xml.replace("<w:sectPr>", extra + "<w:sectPr>")
        return xml.replace("Nome</w:t></w:r>", "Nome</w:t></w:r><w:r><w:t>: scritto nell'etichetta sbagliata</w:t></w:r>", 1)

    found = read(changed(written(), edit))
    wanted = ("Nome: scritto nell'etichetta sbagliata", "Scritto in fondo", "Una cella", "mia")
    assert found.fidelity.left_over == wanted
    assert found.fidelity.characters_present - found.fidelity.characters_read == sum(map(len, wanted))


def test_footnotes_and_typed_footers_are_left_over():
    files = unpack(written())
    files["word/footnotes.xml"] = re.sub(
        rb"<w:ftr(.*?)>.*</w:ftr>",
        lambda found: b"<w:footnotes" + found[1] + b"><w:footnote>" + paragraph("Una nota").encode() + b"</w:footnote></w:footnotes>",
        files["word/footer1.xml"],
        flags=re.DOTALL,
    )
    files["word/footer1.xml"] = files["word/footer1.xml"].replace(b"</w:ftr>", paragraph("Bozza riservata").encode() + b"</w:ftr>")
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relations(("rIdNotes", "footnotes", "footnotes.xml")).partition(b">")[2]
    )
    found = read(pack(files))
    assert found.fidelity.left_over == ("Bozza riservata", "Una nota")


def test_a_changed_copy_of_the_title_is_left_over():
    def edit(xml: str) -> str:
        return xml.replace("La corriera che ascolta", "Cambiato solo in alto", 1)

    found = read(changed(written(), edit))
    assert found.fields["title"].value == "La corriera che ascolta"
    assert found.fidelity.left_over == ("Cambiato solo in alto",)


def test_an_edit_of_the_title_leaves_no_old_title_over():
    found = read(changed(written(), lambda xml: "La corriera di valle".join(xml.rsplit("La corriera che ascolta", 1))))
    assert found.fields["title"].value == "La corriera di valle"
    assert accounted(found)


def test_text_beside_a_control_in_running_text_is_left_over():
    line = paragraph(run("Avvio: ") + control("sd:start", "2021") + run(" a cura di ") + control("sd:lead_org.name", "Ada"))
    found = read(document(line + paragraph(control("sd:title", "T"))))
    assert {name: item.value for name, item in found.fields.items()} == {"start": "2021", "lead_org.name": "Ada", "title": "T"}
    assert found.fidelity.left_over == ("Avvio:", "a cura di")


@settings(max_examples=60, deadline=None)
@given(
    st.lists(
        st.sampled_from(
            (
                paragraph("qualcosa"),
                paragraph("Il problema", "Heading2"),
                paragraph(control("sd:title", "x")),
                paragraph(inserted("nuovo") + deleted("vecchio")),
                table(["Importo totale", "12"], ["Altro", "mio"]),
                table(["Nome", "Ruolo", "Quota"], ["a", "b", "c"], ["", "", ""], header=True),
                paragraph("Autore", mark="sd_lead_org__name"),
                table([paragraph("Titolo", mark="sd_title"), paragraph("y") + table(["z"])]),
                f"<w:sdt><w:sdtContent>{paragraph('dentro')}</w:sdtContent></w:sdt>",
            )
        ),
        max_size=8,
    )
)
def test_in_any_document_read_and_left_over_make_up_what_is_present(pieces):
    found = read(document("".join((*pieces, paragraph(control("sd:start", "2021"))))))
    left = sum(len(text.replace("\n", "").replace("\t", "")) for text in found.fidelity.left_over)
    assert found.fidelity.characters_present == found.fidelity.characters_read + left


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


# Comments, pictures


def with_comments(data: bytes, *comments: tuple[str, str]) -> bytes:
    """A comment with a reply at the first place each text occurs behind the title block."""
    files = unpack(data)
    xml, notes = files["word/document.xml"].decode(), ""
    for number, (text, words) in enumerate(comments):
        head, tail = xml.rsplit(">" + text, 1)
        reference = "".join(f'</w:t></w:r><w:r><w:commentReference w:id="{number}{part}"/></w:r><w:r><w:t>' for part in "01")
        xml = head + ">" + text + reference + tail
        for part, said in enumerate((words, "Risposta")):
            notes += f'<w:comment w:id="{number}{part}" w:author="Bea" w:date="2026-01-0{part + 1}T00:00:00Z">{paragraph(said)}</w:comment>'
    files["word/document.xml"] = xml.encode()
    files["word/comments.xml"] = re.sub(r"<w:ftr(.*?)>.*</w:ftr>", rf"<w:comments\1>{notes}</w:comments>", files["word/footer1.xml"].decode(), flags=re.DOTALL).encode()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relations(("rIdComments", "comments", "comments.xml")).partition(b">")[2]
    )
    return pack(files)


@pytest.mark.parametrize("stripped", ["nothing", "controls"])
def test_comments_and_replies_hang_on_their_field(stripped):
    data = with_comments(
        STRIPPED[stripped](written()),
        *(("3.180,5", "Quanto?"), ("Secondo", "Chi?"), ("Studio medico", "Dove?"), ("Data di avvio", "Quando?"), ("La fermata", "Quale?")),
    )
    found = read(data)
    places = [(note.path, note.text) for note in found.notes if note.text != "Risposta"]
    assert places == [
        ("amount", "Quanto?"),
        ("need", "Chi?"),
        (f"partners[{TWO}].name", "Dove?"),
        ("start", "Quando?"),
        (f"attachments[{THREE}].caption", "Quale?"),
    ]
    assert [note.path for note in found.notes if note.text == "Risposta"] == [path for path, _ in places]
    assert {(note.author, note.time) for note in found.notes} == {("Bea", "2026-01-01T00:00:00Z"), ("Bea", "2026-01-02T00:00:00Z")}
    assert accounted(found)


def test_a_comment_on_a_row_without_an_id_hangs_on_its_list():
    found = read(with_comments(STRIPPED["both"](written()), ("Studio medico", "Dove?")))
    assert {note.path for note in found.notes} == {"partners"}


def pictured() -> bytes:
    return written(pictures=(Picture(f"attachments[{THREE}]", png(), 2, 1),))


def test_a_picture_nobody_touched_is_not_handed_out():
    found = read(pictured())
    assert found.pictures == {}
    assert accounted(found)


def test_a_picture_put_in_the_place_of_another_is_handed_out():
    files = unpack(pictured())
    name = next(name for name in files if "/media/" in name)
    files[name] = png(red=200)
    assert read(pack(files)).pictures == {THREE: png(red=200)}


def test_a_picture_is_known_by_what_it_left_with_where_names_are_dropped():
    data = changed(pictured(), lambda xml: re.sub(r'name="sd:[^"]*"', 'name="Immagine 1"', xml))
    assert read(data).pictures == {}


def test_a_picture_in_a_new_card_belongs_to_it_and_one_elsewhere_is_pointed_out():
    drawing = '<w:r><w:drawing><a:blip xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" r:embed="rIdNew"/></w:drawing></w:r>'

    def added(data: bytes, where: Callable[[str], str]) -> bytes:
        files = unpack(changed(data, where))
        files["word/media/new.png"] = png(red=9)
        files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
            b"</Relationships>", relations(("rIdNew", "image", "media/new.png")).partition(b">")[2]
        )
        return pack(files)

    def in_spare_card(xml: str) -> str:
        start = xml.index("</w:tc>", xml.rindex(">Didascalia<")) + len("</w:tc>")
        end = xml.index("</w:tc>", start)
        return xml[:end] + f"<w:p>{drawing}</w:p>" + xml[end:]

    found = read(added(pictured(), in_spare_card))
    assert found.pictures == {"attachments#1": png(red=9)}
    assert [row.row for row in found.rows["attachments"]] == [THREE, None]
    stray = read(added(pictured(), lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{drawing}</w:p>")))
    assert stray.pictures == {}
    assert ("picture-unplaced", {"count": 1}) in stray.fidelity.warnings


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
        read(changed(written(), lambda xml: re.sub(r"<w:body>.*</w:body>", f"<w:body>{paragraph('vuoto')}</w:body>", xml, flags=re.DOTALL)))
