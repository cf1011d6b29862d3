"""A dossier shows every answer in its place, says whose it is, and carries the whole record."""

from __future__ import annotations

import base64
import io
import re
import zipfile
import zlib
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.dossier import Base, Picture
from seeddesk.domain.paths import row_path
from seeddesk.domain.values import NOT_KNOWN, clean_text
from seeddesk.exchange.docx.carriers import CODE_LINE, NAMESPACE, Carriers, code_line, is_spare
from seeddesk.exchange.docx.writer import DossierWriter
from tests.support.dossiers import (
    CODE,
    PRACTICE,
    W,
    cells,
    dossier,
    full_values,
    marks,
    part,
    photo,
    practice_form,
    row_id_of,
    small_form,
    text_of,
    with_photo,
)

FORM = small_form()
WRITER = DossierWriter(FORM, "it")
CARRIERS = Carriers(FORM)
ROW = row_id_of(0)
weird = st.text(st.characters(codec="utf-8")).map(clean_text)


def write(values: dict, **more: object) -> bytes:
    return WRITER.write(dossier(FORM, {"title": "T", **values}, **more))


def body_text(data: bytes) -> str:
    return text_of(part(data).find(f"{W}body"))


def properties(data: bytes) -> dict[str, str]:
    return {item.get("name"): "".join(item.itertext()) for item in part(data, "docProps/custom.xml")}


def test_the_same_practice_gives_the_same_bytes():
    written = {
        sha256(writer.write(with_photo(FORM, "photos"))).hexdigest()
        for writer in (WRITER, WRITER, DossierWriter(FORM, "it"))
    }
    assert len(written) == 1


def test_every_answer_stands_in_a_cell_of_its_own_under_its_name():
    found = cells(WRITER.write(dossier(FORM, full_values(FORM))))
    assert found["sd:title"] == "La corriera che ascolta"
    assert found["sd:mood"] == "Calm"
    assert found["sd:year"] == "2021"
    assert found["sd:since"] == "marzo 2021"
    assert found["sd:words"] == "uno; due"
    assert found["sd:lead.name"] == "Testo di lead.name"
    assert found[CARRIERS.tag("steps[].cost", ROW)] == "1.234,5"


@pytest.mark.parametrize("form", [FORM, practice_form()], ids=["small", "practice"])
def test_every_field_is_named_twice_and_every_row_once(form):
    carriers, values = Carriers(form), full_values(form)
    data = DossierWriter(form, "en").write(dossier(form, values))
    names = set(marks(data))
    tags = {tag.get(f"{W}val") for tag in part(data).iter(f"{W}tag")}
    for template, field in form.fields.items():
        if field.answered and "[]" not in template:
            assert carriers.mark(template) in names, template
            assert field.long or field.kind.value == "file" or carriers.tag(template) in tags, template
    for group in form.repeats:
        if group.template.count("[]") == 1:
            assert carriers.mark(group.path) in names
            assert {carriers.mark(group.template, row_id_of(number)) for number in (0, 1)} <= names


@given(weird, st.sampled_from(["title", "lead.name"]))
def test_short_text_of_any_kind_comes_through_unchanged(text, path):
    assert cells(write({path: text}))["sd:" + path] == text


@given(weird)
@settings(max_examples=60)
def test_long_text_becomes_the_paragraphs_under_its_heading(text):
    body = part(write({"story": text})).find(f"{W}body")
    blocks = list(body)
    start = next(
        index
        for index, block in enumerate(blocks)
        if any(mark.get(f"{W}name") == "sd_story" for mark in block.iter(f"{W}bookmarkStart"))
    )
    lines = []
    for block in blocks[start + 1 :]:
        style = block.find(f"{W}pPr/{W}pStyle")
        if style is None or style.get(f"{W}val") != "SDTesto":
            break
        lines.append(text_of(block))
    assert "\n".join(lines) == text


def test_a_text_of_five_thousand_characters_without_a_space_is_written_whole():
    assert cells(write({"lead.name": "W" * 5000}))["sd:lead.name"] == "W" * 5000


def test_numbers_of_bookmarks_and_pictures_are_their_own():
    data = WRITER.write(with_photo(FORM, "photos"))
    root = part(data)
    starts = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkStart")]
    ends = [mark.get(f"{W}id") for mark in root.iter(f"{W}bookmarkEnd")]
    assert len(set(starts)) == len(starts)
    assert sorted(starts) == sorted(ends)
    names = [name.lower() for name in marks(data)]
    assert len(set(names)) == len(names)
    pictures = [element.get("id") for element in root.iter() if str(element.tag).endswith("}docPr")]
    assert len(pictures) == 1


def test_identity_is_written_four_times():
    data = WRITER.write(dossier(FORM, full_values(FORM)))
    found = properties(data)
    assert (found["SeedDesk.Id"], found["SeedDesk.Code"], found["SeedDesk.Rev"]) == (PRACTICE, CODE, "14")
    payload = part(data, "customXml/item1.xml")
    assert payload.tag == f"{{{NAMESPACE}}}payload"
    assert payload.get("id") == PRACTICE
    core = {element.tag.rpartition("}")[2]: element.text for element in part(data, "docProps/core.xml")}
    assert core["identifier"] == f"{PRACTICE} {CODE}"
    assert CODE_LINE.search(body_text(data)) is not None
    assert CODE in text_of(part(data, "word/footer1.xml"))


def test_the_record_it_left_with_is_written_twice():
    made = dossier(FORM, {**full_values(FORM), "unknown_field": "kept", "@notes[x]": "1"})
    data = WRITER.write(made)
    payload = part(data, "customXml/item1.xml")
    assert payload[0].text == made.base.text
    assert payload.get("sha256") == made.base.sha256
    found = properties(data)
    pieces = [found[f"SeedDesk.P{number:03d}"] for number in range(int(found["SeedDesk.N"]))]
    assert max(map(len, pieces)) <= 250
    text = zlib.decompress(base64.b64decode("".join(pieces))).decode()
    assert Base.from_text(text) == made.base


def test_system_values_hidden_and_unknown_fields_are_not_shown():
    data = write({"@notes[x].text": "PRIVATE", "secret": "HIDDEN", "other_form": "ELSEWHERE"})
    text = body_text(data)
    assert not [word for word in ("PRIVATE", "HIDDEN", "ELSEWHERE") if word in text]


def test_no_binding_no_protection_no_repeating_section():
    data = WRITER.write(with_photo(FORM, "photos"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        everything = b"".join(package.read(name) for name in package.namelist() if name.endswith(".xml"))
    for word in (
        b"dataBinding",
        b"documentProtection",
        b"repeatingSection",
        b"docVar",
        b"showingPlcHdr",
        b"gridSpan",
        b"vMerge",
    ):
        assert word not in everything


def test_few_choices_drop_down_under_their_labels_and_many_are_text():
    root = part(WRITER.write(dossier(FORM, full_values(FORM))))
    controls = {control.find(f"{W}sdtPr/{W}tag").get(f"{W}val"): control for control in root.iter(f"{W}sdt")}
    entries = list(controls["sd:mood"].iter(f"{W}listItem"))
    assert [entry.get(f"{W}displayText") for entry in entries] == ["Calm", "Glad", "non ancora noto"]
    assert all(entry.get(f"{W}displayText") == entry.get(f"{W}value") for entry in entries)
    assert not list(controls["sd:many"].iter(f"{W}listItem"))


def test_several_choices_show_all_with_boxes_and_keep_what_is_no_choice():
    assert cells(write({}))["sd:tags"] == "☐\u00a0Calm   ☐\u00a0Glad"
    assert cells(write({"tags": ("glad", "else")}))["sd:tags"] == "☐\u00a0Calm   ☒\u00a0Glad   ☒\u00a0else"


def test_not_known_is_an_answer_in_a_style_of_its_own():
    data = write({"title": NOT_KNOWN, "story": NOT_KNOWN, "mood": NOT_KNOWN, "tags": NOT_KNOWN})
    found = cells(data)
    assert {found[f"sd:{name}"] for name in ("title", "mood", "tags")} == {"non ancora noto"}
    styles = [style.get(f"{W}val") for style in part(data).iter(f"{W}rStyle")]
    assert styles.count("SDNonNoto") == 4


def test_an_undecided_field_says_so_beside_its_label_and_nowhere_in_its_value():
    data = write({"lead.name": "A"}, open_conflicts=frozenset({"lead.name", "story", row_path("steps", ROW) + ".what"}))
    text = body_text(data)
    assert "Name\npiù versioni, da decidere" in text
    assert "Story\tfino a 600 caratteri · più versioni, da decidere" in text
    assert "Passi\taggiungi righe in fondo · più versioni, da decidere" in text
    assert text.count("più versioni") == 3
    assert cells(data)["sd:lead.name"] == "A"


def test_the_last_row_of_a_table_is_truly_empty():
    data = WRITER.write(dossier(FORM, full_values(FORM)))
    tables = [table for table in part(data).iter(f"{W}tbl") if "What" in text_of(table)]
    last = tables[0].findall(f"{W}tr")[-1]
    assert not text_of(last).strip()
    assert not list(last.iter(f"{W}sdt", f"{W}bookmarkStart"))


def test_rows_stand_in_their_order():
    values = {row_path("steps", row_id_of(n)): key for n, key in enumerate("cab")}
    values |= {row_path("steps", row_id_of(n)) + ".what": f"step {key}" for n, key in enumerate("cab")}
    text = body_text(write(values))
    assert text.index("step a") < text.index("step b") < text.index("step c")


def test_removed_rows_are_not_shown():
    row = row_path("steps", ROW)
    assert "gone" not in body_text(write({row: None, row + ".what": "gone"}))


def test_rows_inside_rows_stand_under_their_own_heading():
    outer = [row_path("partners", row_id_of(number)) for number in (0, 1)]
    inner = row_path(outer[1] + ".contacts", row_id_of(7))
    data = write(
        {outer[0]: "a", outer[1]: "b", outer[1] + ".name": "Second", inner: "a", inner + ".mail": "x@example.org"}
    )
    names = marks(data)
    assert CARRIERS.mark("partners[].contacts", row_id_of(1)) in names
    assert CARRIERS.mark("partners[].contacts[]", row_id_of(7)) in names
    found = cells(data)
    assert found[CARRIERS.tag("partners[].contacts[].mail", row_id_of(7))] == "x@example.org"
    assert found[CARRIERS.tag("partners[].name", row_id_of(1))] == "Second"


def test_a_photo_is_stored_with_words_for_those_who_do_not_see_it():
    made = with_photo(FORM, "photos")
    data = WRITER.write(made)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entry = package.getinfo("word/media/seeddesk1.jpg")
        assert entry.compress_type == zipfile.ZIP_STORED
        assert package.read(entry) == made.pictures[0].data
    root = part(data)
    shown = next(element for element in root.iter() if str(element.tag).endswith("}docPr"))
    assert shown.get("name") == CARRIERS.tag("photos[].file", ROW)
    assert shown.get("descr") == "Testo di photos[].alt"
    assert shown.get("title") is None
    extent = next(element for element in root.iter() if str(element.tag).endswith("}extent"))
    assert int(extent.get("cx")) <= 3780000
    assert int(extent.get("cy")) <= 2520000
    assert int(extent.get("cx")) / int(extent.get("cy")) == pytest.approx(1.5, abs=0.01)
    assert "Figura 1. Testo di photos[].caption." in body_text(data)


def test_figures_are_numbered_as_they_stand_and_photos_of_removed_rows_are_left_out():
    first, second, gone = (row_path("photos", row_id_of(number)) for number in (0, 1, 5))
    values = {**full_values(FORM), first: "z", first + ".caption": "after", second + ".caption": "before"}
    pictures = tuple(Picture(row + ".file", photo(), 300, 200) for row in (first, gone, second))
    data = WRITER.write(dossier(FORM, values, pictures=pictures))
    text = body_text(data)
    assert text.index("Figura 1. before.") < text.index("Figura 2. after.")
    assert len([name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "media" in name]) == 2


def test_a_png_keeps_its_kind():
    picture = Picture(row_path("photos", ROW) + ".file", photo("PNG"), 300, 200)
    data = WRITER.write(dossier(FORM, full_values(FORM), pictures=(picture,)))
    assert "word/media/seeddesk1.png" in zipfile.ZipFile(io.BytesIO(data)).namelist()


def test_without_a_photo_there_is_no_empty_caption():
    assert "Figura" not in body_text(WRITER.write(dossier(FORM, full_values(FORM))))


def test_what_is_internal_stands_in_no_caption():
    form, row = practice_form(), row_path("attachments", ROW)
    values = {row: "k", f"{row}.file": "sha256:" + "0" * 64, f"{row}.title": "Le cassette", f"{row}.author": "Ada"}
    values |= {f"{row}.people": "yes", f"{row}.consent_scope": "public", f"{row}.consent_until": "2031-06-30"}
    made = dossier(form, values, pictures=(Picture(f"{row}.file", photo(), 300, 200),))
    text = body_text(DossierWriter(form, "it").write(made))
    assert "Figura 1. Le cassette. Ada." in text
    assert "Ada. Sì" not in text
    assert text.count("30 giugno 2031") == 1


def test_it_can_be_read_by_ear():
    data = DossierWriter(FORM, "en").write(dossier(FORM, full_values(FORM)))
    root, styles = part(data), part(data, "word/styles.xml")
    assert next(styles.iter(f"{W}lang")).get(f"{W}val") == "en-GB"
    core = {element.tag.rpartition("}")[2]: element.text for element in part(data, "docProps/core.xml")}
    assert (core["language"], core["title"]) == ("en-GB", "La corriera che ascolta")
    levels = {
        style.get(f"{W}styleId") for style in styles.iter(f"{W}style") if style.find(f".//{W}outlineLvl") is not None
    }
    assert {"Heading1", "Heading2"} <= levels
    headings = [text_of(p) for p in root.iter(f"{W}p") if p.find(f'{W}pPr/{W}pStyle[@{W}val="Heading1"]') is not None]
    assert headings == ["1 Everything"]
    for table in root.iter(f"{W}tbl"):
        look = table.find(f"{W}tblPr/{W}tblLook")
        header = table.find(f"{W}tr/{W}trPr/{W}tblHeader")
        assert (header is not None) == (look.get(f"{W}firstRow") == "1")
        assert look.get(f"{W}firstRow") == "1" or look.get(f"{W}firstColumn") == "1"


def test_a_title_block_says_what_and_whose_it_is():
    text = body_text(WRITER.write(dossier(FORM, full_values(FORM))))
    for words in (
        "Dossier di pratica\tCentro di prova",
        "In validazione",
        CODE,
        "14",
        "22 novembre 2026",
        "Rilevatrice",
    ):
        assert words in text
    footer = text_of(part(WRITER.write(dossier(FORM, full_values(FORM))), "word/footer1.xml"))
    assert footer.startswith(f"{CODE} · La corriera che ascolta · revisione 14\tpagina")


def test_the_place_stands_under_the_title():
    form = practice_form()
    row = row_path("locations", ROW)
    values = {"title": "T", "country": "IT", row: "a", row + ".comune": "001272"}
    text = body_text(DossierWriter(form, "it").write(dossier(form, values)))
    assert "T\nTorino (TO), Italia\n" in text


def test_a_practice_without_a_title_has_a_name_on_the_page_and_none_in_its_field():
    data = WRITER.write(dossier(FORM, {}))
    assert "Pratica senza titolo" in body_text(data)
    assert cells(data)["sd:title"] == ""


def test_characters_xml_cannot_carry_do_no_harm():
    assert cells(write({"title": "a\x00b\x0bc\ufffed", "words": ("x\x01",)}))["sd:title"] == "ab\ncd"


def test_long_rows_may_break_over_pages_and_short_ones_do_not():
    def kept_together(value: str) -> bool:
        root = part(write({"lead.name": value}))
        tag = next(tag for tag in root.iter(f"{W}tag") if tag.get(f"{W}val") == "sd:lead.name")
        return next(tag.iterancestors(f"{W}tr")).find(f"{W}trPr/{W}cantSplit") is not None

    assert kept_together("short")
    assert not kept_together("long " * 100)


def test_cards_are_numbered_and_the_spare_one_says_what_it_is_for():
    text = body_text(WRITER.write(dossier(FORM, full_values(FORM))))
    assert "Foto · 1\n" in text
    assert "Foto · 2\n" in text
    assert "Foto · nuova riga\n" in text
    assert "Foto · 3" not in text


def test_spare_cards_have_names_that_are_no_rows():
    data = WRITER.write(dossier(FORM, full_values(FORM)))
    rows = {place.row for name in marks(data) if (place := CARRIERS.of_mark(name)) and place.row}
    assert any(is_spare(row) for row in rows)


def test_the_code_line_names_the_base():
    made = dossier(FORM, full_values(FORM))
    assert code_line(CODE, 14, made.base.sha256) in body_text(WRITER.write(made))


# Blanks


def test_a_blank_has_no_answers_and_its_serial_four_times():
    data = WRITER.blank("SDM-0123456789ABC")
    found = cells(data)
    assert {tag: text for tag, text in found.items() if text and "☐" not in text} == {}
    assert properties(data)["SeedDesk.Blank"] == "SDM-0123456789ABC"
    assert "SeedDesk.Id" not in properties(data)
    assert part(data, "customXml/item1.xml").get("blank") == "SDM-0123456789ABC"
    assert "SDM-0123456789ABC" in body_text(data)
    assert "SDM-0123456789ABC" in text_of(part(data, "word/footer1.xml"))
    core = {element.tag.rpartition("}")[2]: element.text for element in part(data, "docProps/core.xml")}
    assert core["identifier"] == "SDM-0123456789ABC"


def test_a_blank_helps_in_its_labels_and_has_room_for_rows():
    text = body_text(WRITER.blank("SDM-0123456789ABC"))
    assert "Story\tfino a 600 caratteri\nRacconta" in text
    assert "Title\u00a0*\nfino a 120 caratteri" in text
    assert "☐\u00a0Calm   ☐\u00a0Glad" in text
    tables = [table for table in part(WRITER.blank("SDM-0123456789ABC")).iter(f"{W}tbl") if "What" in text_of(table)]
    assert len(tables[0].findall(f"{W}tr")) == 4


def test_every_page_part_is_declared_and_every_relation_leads_somewhere():
    data = WRITER.write(with_photo(FORM, "photos"))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        names = set(package.namelist())
        relations = package.read("word/_rels/document.xml.rels").decode()
    for target in re.findall(r'Target="([^"]+)"', relations):
        assert ("word/" + target).replace("word/../", "") in names, target
