"""A centre draws its own dossier in Word: what it may do, and what it is told when something would not come back."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx.carriers import CODE_LINE, Carriers
from seeddesk.exchange.docx.writer import DossierWriter, check_template
from tests.support.dossiers import (
    CODE,
    ROOT,
    W,
    cells,
    dossier,
    full_values,
    marks,
    part,
    practice_form,
    row_id_of,
    small_form,
    text_of,
    with_photo,
)

FORM = small_form()


def control(tag: str, shown: str = "…") -> object:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="sd:{tag}"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent><w:r><w:rPr>'
        f'<w:rStyle w:val="PlaceholderText"/><w:b/></w:rPr><w:t>{shown}</w:t></w:r></w:sdtContent></w:sdt>'
    )


def own_template(change: Callable[[docx.document.Document], None] = lambda document: None) -> bytes:
    """A template as a designer makes one: another order, other words, only some of the fields."""
    document = docx.Document()
    document.add_paragraph("Il nostro centro")
    title = document.add_paragraph(style="Title")
    title._p.append(control("@title"))
    table = document.add_table(2, 2)
    for row, (label, tag) in zip(table.rows, (("Come si chiama", "title"), ("Umore", "mood")), strict=True):
        row.cells[0].text = label
        row.cells[1].paragraphs[0]._p.append(control(tag))
    document.add_heading("Il racconto", 2)
    document.add_paragraph()._p.append(control("story"))
    document.add_heading("I passi", 2)
    table = document.add_table(2, 2)
    for cell, text in zip(table.rows[0].cells, ("Costo", "Che cosa"), strict=True):
        cell.text = text
    for cell, tag in zip(table.rows[1].cells, ("steps[].cost", "steps[].what"), strict=True):
        cell.paragraphs[0]._p.append(control(tag))
    document.add_heading("I partner", 2)
    table = document.add_table(1, 1)
    table.rows[0].cells[0].paragraphs[0]._p.append(control("partners[].name"))
    change(document)
    document.settings.element.find(f"{W}zoom").set(f"{W}percent", "100")  # python-docx's own template lacks it
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def codes(data: bytes) -> set[tuple[str, str]]:
    return {(problem.code, problem.arguments["tag"]) for problem in check_template(data, FORM)}


def test_a_good_template_has_no_problems():
    assert codes(own_template()) == set()


def test_an_own_template_is_filled_and_given_all_carriers():
    data = DossierWriter(FORM, "it", own_template()).write(dossier(FORM, full_values(FORM)))
    carriers = Carriers(FORM)
    found = cells(data)
    assert found["sd:title"] == "La corriera che ascolta"
    assert found["sd:mood"] == "Calm"
    assert found[carriers.tag("steps[].cost", row_id_of(1))] == "1.234,5"
    names = marks(data)
    assert {"sd_title", "sd_mood", "sd_story", "sd_steps", "sd_0own_code"} <= set(names)
    assert carriers.mark("steps[]", row_id_of(0)) in names
    assert part(data, "customXml/item1.xml").get("id")
    text = text_of(part(data))
    assert "Il nostro centro" in text
    assert CODE_LINE.search(text)
    footers = [name for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if name.startswith("word/footer")]
    assert any(CODE in text_of(part(data, name)) for name in footers)


def test_the_designers_formatting_stays_and_the_placeholders_goes():
    data = DossierWriter(FORM, "it", own_template()).write(dossier(FORM, full_values(FORM)))
    tag = next(tag for tag in part(data).iter(f"{W}tag") if tag.get(f"{W}val") == "sd:title")
    run = next(tag.iterancestors(f"{W}sdt")).find(f"{W}sdtContent/{W}r")
    assert run.find(f"{W}rPr/{W}b") is not None
    assert run.find(f"{W}rPr/{W}rStyle") is None
    assert not list(part(data).iter(f"{W}showingPlcHdr"))


def test_long_texts_take_as_many_paragraphs_as_they_need():
    data = DossierWriter(FORM, "it", own_template()).write(dossier(FORM, {"title": "T", "story": "one\ntwo\n\nthree"}))
    assert "Il racconto\none\ntwo\n\nthree\nI passi" in text_of(part(data))


def test_a_control_round_a_whole_paragraph_is_understood():
    def change(document):
        body = document.element.body
        inline = next(tag for tag in body.iter(f"{W}tag") if tag.get(f"{W}val") == "sd:story").getparent().getparent()
        paragraph = inline.getparent()
        block = parse_xml(f'<w:sdt {nsdecls("w")}><w:sdtPr><w:tag w:val="sd:story"/></w:sdtPr><w:sdtContent/></w:sdt>')
        paragraph.addprevious(block)
        content = block.find(f"{W}sdtContent")
        content.append(paragraph)
        paragraph.replace(inline, parse_xml(f"<w:r {nsdecls('w')}><w:t>…</w:t></w:r>"))

    data = own_template(change)
    assert codes(data) == set()
    assert "Il racconto\nhere\nI passi" in text_of(
        part(DossierWriter(FORM, "it", data).write(dossier(FORM, {"title": "T", "story": "here"})))
    )


def append_cell(document: docx.document.Document, *tags: str, text: str = "") -> None:
    row = document.tables[0].add_row()
    row.cells[0].text = "Label"
    paragraph = row.cells[1].paragraphs[0]
    paragraph.add_run(text)
    for tag in tags:
        paragraph._p.append(control(tag))


@pytest.mark.parametrize(
    ("change", "problem"),
    [
        (lambda document: append_cell(document, "titel"), ("template-unknown-field-near", "titel")),
        (lambda document: append_cell(document, "secret"), ("template-unknown-field-near", "secret")),
        (lambda document: append_cell(document, "@nonsense"), ("template-unknown-field", "@nonsense")),
        (lambda document: append_cell(document, "title"), ("template-twice", "title")),
        (lambda document: append_cell(document, "year", text="about "), ("template-not-alone", "year")),
        (lambda document: append_cell(document, "year", "since"), ("template-not-alone", "year")),
        (
            lambda document: document.add_paragraph("Year: ")._p.append(control("year")),
            ("template-not-in-cell", "year"),
        ),
        (
            lambda document: document.add_paragraph()._p.append(control("steps[].how")),
            ("template-not-in-row", "steps[].how"),
        ),
    ],
)
def test_what_could_not_be_read_back_is_named(change, problem):
    found = codes(own_template(change))
    assert problem in found


def test_a_long_text_needs_a_heading_above_it():
    def change(document):
        heading = next(paragraph for paragraph in document.paragraphs if paragraph.text == "Il racconto")
        heading.style = "Normal"

    assert ("template-no-heading", "story") in codes(own_template(change))


def test_a_core_field_that_is_left_out_is_reported_but_does_not_stop_the_writer():
    def change(document):
        table = document.tables[-1]
        table._tbl.getparent().remove(table._tbl)

    data = own_template(change)
    assert codes(data) == {("template-lacks-field", "partners[].name")}
    assert DossierWriter(FORM, "it", data).write(dossier(FORM, full_values(FORM)))


def test_a_template_with_problems_is_refused_by_the_writer_with_a_sentence():
    data = own_template(lambda document: append_cell(document, "titel"))
    with pytest.raises(Refused) as refused:
        DossierWriter(FORM, "it", data)
    assert "titel" in str(refused.value)
    (problem,) = check_template(data, FORM)
    assert "title" in problem.message("it")
    assert problem.message("it") != problem.message("en")


@pytest.mark.parametrize("data", [b"", b"not a document", b"PK\x03\x04"])
def test_what_is_no_word_document_is_a_problem_too(data):
    (problem,) = check_template(data, FORM)
    assert problem.message("it")


def test_protection_and_bindings_of_the_designer_are_left_out():
    def change(document):
        document.settings.element.append(
            parse_xml(f'<w:documentProtection {nsdecls("w")} w:edit="forms" w:enforcement="1"/>')
        )

    data = DossierWriter(FORM, "it", own_template(change)).write(dossier(FORM, full_values(FORM)))
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert b"documentProtection" not in package.read("word/settings.xml")
        assert len([name for name in package.namelist() if name.startswith("customXml/item1")]) == 1


def test_seeddesks_own_template_is_one_of_these(tmp_path):
    form = practice_form()
    data = (ROOT / "resources" / "templates" / "dossier-it.docx").read_bytes()
    assert check_template(data, form) == []
    made = with_photo(form, "attachments")
    ours, theirs = (DossierWriter(form, "it", template).write(made) for template in (None, data))
    names = ("word/document.xml", "word/footer1.xml", "docProps/custom.xml", "customXml/item1.xml")
    for name in names:
        with zipfile.ZipFile(io.BytesIO(ours)) as one, zipfile.ZipFile(io.BytesIO(theirs)) as other:
            assert one.read(name) == other.read(name), name


def test_a_blank_of_an_own_template_is_empty():
    data = DossierWriter(FORM, "it", own_template()).blank("SDM-0123456789ABC")
    assert {text for text in cells(data).values() if "☐" not in text} == {""}
    assert "SDM-0123456789ABC" in "".join(
        text_of(part(data, name)) for name in zipfile.ZipFile(io.BytesIO(data)).namelist() if "footer" in name
    )
