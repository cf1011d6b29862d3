"""A centre's own template: taken when it is good, refused with every reason, and left again."""

from __future__ import annotations

import io
import zipfile

import docx
import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.exchange.docx.reader import read_return
from seeddesk.services.exporting import blank, export_dossiers
from seeddesk.services.templates import drop, own_template, to_start_from, use
from tests.support.catalogues import record


def page(path) -> str:
    with zipfile.ZipFile(path) as package:
        return package.read("word/document.xml").decode()


def redrawn(lang: str, change) -> bytes:
    document = docx.Document(to_start_from(lang))
    change(document)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def test_a_good_template_is_used_for_every_dossier_and_blank_until_it_is_dropped(workspace, tmp_path):
    practice = record(workspace, title="La corriera", country="IT")
    path = tmp_path / "nostro.docx"
    path.write_bytes(redrawn("it", lambda document: document.paragraphs[0].insert_paragraph_before("Carta intestata")))
    problems, changes = use(workspace, path, "it")
    assert (problems, changes.settings) == ([], True)
    (dossier,) = export_dossiers(workspace, [practice], tmp_path / "out", "it")
    assert "Carta intestata" in page(dossier)
    assert "La corriera" in page(dossier)
    blank(workspace, tmp_path / "vuoto.docx", "it")
    assert "Carta intestata" in page(tmp_path / "vuoto.docx")
    (english,) = export_dossiers(workspace, [practice], tmp_path / "en", "en")
    assert "Carta intestata" not in page(english)
    drop("it")
    assert own_template("it") is None
    (again,) = export_dossiers(workspace, [practice], tmp_path / "again", "it")
    assert "Carta intestata" not in page(again)


def test_a_template_that_could_not_be_read_back_is_not_taken(workspace, tmp_path):
    def spoil(document):
        tag = next(element for element in document.element.iter() if element.get(docx.oxml.ns.qn("w:val")) == "sd:need")
        tag.set(docx.oxml.ns.qn("w:val"), "sd:needs")

    path = tmp_path / "nostro.docx"
    path.write_bytes(redrawn("it", spoil))
    problems, changes = use(workspace, path, "it")
    assert {problem.code for problem in problems} == {"template-unknown-field-near", "template-lacks-field"}
    assert not changes.settings
    assert own_template("it") is None


def test_a_template_that_is_not_there_is_named(workspace, tmp_path):
    with pytest.raises(NotFound, match=r"nostro\.docx"):
        use(workspace, tmp_path / "nostro.docx", "it")


def test_any_other_word_document_is_refused_in_a_sentence_not_in_a_list_of_all_fields(workspace, tmp_path):
    path = tmp_path / "lettera.docx"
    document = docx.Document()
    document.add_paragraph("Gentile direttrice,")
    document.save(path)
    problems, changes = use(workspace, path, "it")
    assert [problem.code for problem in problems] == ["template-no-fields"]
    assert not changes.settings


def test_a_centres_own_header_and_footer_come_back_as_its_own_and_what_is_typed_into_them_is_left_over(
    workspace, tmp_path
):
    def head(document):
        document.sections[0].header.paragraphs[0].text = "Carta intestata"
        document.sections[0].footer.add_paragraph("Via Roma 1, Torino")

    practice = record(workspace, title="La corriera", country="IT")
    path = tmp_path / "nostro.docx"
    path.write_bytes(redrawn("it", head))
    use(workspace, path, "it")
    (dossier,) = export_dossiers(workspace, [practice], tmp_path / "out", "it")
    form = workspace.form

    def left_over(data: bytes) -> tuple[str, ...]:
        return read_return(data, lambda name, version: form, form, lambda *known: None).fidelity.left_over

    assert left_over(dossier.read_bytes()) == ()
    document = docx.Document(str(dossier))
    document.sections[0].footer.paragraphs[-1].add_run(", terzo piano")
    document.save(str(dossier))
    assert left_over(dossier.read_bytes()) == ("Via Roma 1, Torino, terzo piano",)
