"""What is typed into SeedDesk's own words, or into a template's, is noticed; the words themselves are never taken for an answer."""

import re

import pytest

from seeddesk.domain.errors import Refused
from seeddesk.domain.messages import sentence
from seeddesk.exchange.docx.guard import check
from seeddesk.exchange.docx.writer import DossierWriter, drawn
from tests.support.documents import changed, pack, paragraph, unpack
from tests.support.records import dossier_of, read_values
from tests.support.sample import FORM, FULL, ONE, STRIPPED, TWO, accounted, read, written

TYPED = "ZZ scritto qui"
HELP = sentence("dossier-help", "it")
PLACES = {
    "the kind of document": "Dossier di pratica",
    "the centre's name": "Centro",
    "a label of the title block": "Raccolta da",
    "the status": "Bozza",
    "the help": HELP,
    "a section's heading": "1 Identità",
    "a narrative's heading": "Il problema",
    "a narrative's hint": "fino a 600 caratteri",
    "a group's heading": "Ente capofila",
    "a list's heading": "Partner",
    "a list's hint": "aggiungi righe in fondo",
    "a column's heading": "Ruolo",
    "a card's heading": "Allegati · 1",
    "a new card's heading": "Allegati · nuova riga",
    "a label": "Importo totale",
    "a label in a card": "Didascalia",
    "a file's sentence": "File conservato in SeedDesk",
}


def dossier() -> bytes:
    return written()


def rewritten(words: str, new: str, data: bytes) -> bytes:
    """The first text that is these words, replaced; the whole text is looked for, so that no longer one is hit."""

    def edit(xml: str) -> str:
        found = re.search(rf"(<w:t(?: [^>]*)?>){re.escape(words)}(?=(?:\u00a0\\*)?</w:t>)", xml)
        assert found, words
        return xml[: found.end(1)] + new + xml[found.end() :]

    return changed(data, edit)


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("where", ["{words} {typed}", "{typed} {words}", "{typed}"])
def test_what_is_typed_into_our_own_words_is_left_over(place, where):
    words = PLACES[place]
    found = read(rewritten(words, where.format(words=words, typed=TYPED), dossier()))
    assert sum(TYPED in text for text in found.fidelity.left_over) == 1
    assert read_values(found) == read_values(read(dossier()))
    assert found.fidelity.characters_read < found.fidelity.characters_present


@pytest.mark.parametrize("stripped", ["bookmarks", "both"])
@pytest.mark.parametrize("place", [place for place in PLACES if place != "the centre's name"])
def test_what_is_typed_behind_our_own_words_is_noticed_without_their_marks_too(place, stripped):
    found = read(STRIPPED[stripped](rewritten(PLACES[place], f"{PLACES[place]} {TYPED}", dossier())))
    values = [str(value) for value in read_values(found).values()]
    assert any(TYPED in text for text in (*found.fidelity.left_over, *values))


@pytest.mark.parametrize("stripped", STRIPPED)
def test_our_own_words_are_all_accounted_for(stripped):
    assert accounted(read(STRIPPED[stripped](dossier())))


def test_a_row_added_to_the_title_block_is_left_over():
    def edit(xml: str) -> str:
        block = re.search(r"<w:tbl>.*?</w:tbl>", xml)
        assert block
        last = re.findall(r"<w:tr>.*?</w:tr>", block[0])[-1]
        new = re.sub(r"<w:bookmark[^>]*>", "", last).replace("Bozza", TYPED)
        return xml.replace(last, last + new, 1)

    assert TYPED in read(changed(dossier(), edit)).fidelity.left_over


def test_what_is_typed_behind_the_code_line_is_left_over():
    found = read(changed(dossier(), lambda xml: re.sub(r"(· r3 · [0-9a-f]{8})", rf"\1 {TYPED}", xml, count=1)))
    assert [TYPED in text for text in found.fidelity.left_over] == [True]


@pytest.mark.parametrize("words", ["Figura 1. La mappa", "File conservato in SeedDesk", "Da compilare"])
def test_an_answer_that_reads_like_our_words_is_an_answer(words):
    data = changed(
        dossier(),
        lambda xml: xml.replace(
            "Primo capoverso.</w:t></w:r></w:p>", f"Primo capoverso.</w:t></w:r></w:p>{paragraph(words)}"
        ),
    )
    assert read(data).fields["need"].value == f"Primo capoverso.\n{words}\n\nSecondo, l'ultimo."


def test_a_label_that_says_that_there_are_several_versions_is_ours():
    data = written(open_conflicts=frozenset({"title", "need", f"partners[{ONE}].name"}))
    assert "più versioni" in unpack(data)["word/document.xml"].decode()
    assert accounted(read(data))


def template() -> bytes:
    """A centre's own template: other labels, headings and words of its own."""

    def edit(xml: str) -> str:
        for ours, theirs in (
            ("Importo totale", "Quanto è costato"),
            ("Il problema", "Da dove si parte"),
            ("Ruolo", "Che fa"),
            (HELP, "Aiuto del centro"),
        ):
            xml = xml.replace(f">{ours}<", f">{theirs}<")
        return xml.replace("<w:sectPr>", paragraph("Informativa: i dati restano al centro") + "<w:sectPr>")

    return changed(pack(drawn(FORM, "it", as_template=True)), edit)


def test_the_words_of_a_centres_own_template_are_known_and_what_is_typed_into_them_is_left_over():
    data = DossierWriter(FORM, "it", template()).write(dossier_of(FORM, FULL))
    assert accounted(read(data))
    for words in (
        "Quanto è costato",
        "Da dove si parte",
        "Che fa",
        "Aiuto del centro",
        "Informativa: i dati restano al centro",
    ):
        found = read(rewritten(words, f"{words} {TYPED}", data))
        assert [TYPED in text for text in found.fidelity.left_over] == [True], words
        assert read_values(found) == read_values(read(data))


# Copies


def copied(xml: str, words: str, new: str = "", keep: str = "") -> str:
    row = next(row for row in re.findall(r"<w:tr>.*?</w:tr>", xml) if words in row)
    copy = re.sub(r"<w:bookmark[^>]*>", keep, row)
    return xml.replace(row, row + (copy.replace(words, new) if new else copy))


def test_an_identical_copy_of_a_row_adds_none_and_is_said():
    found = read(changed(dossier(), lambda xml: copied(xml, "Fondazione Prati")))
    assert [row.row for row in found.rows["partners"]] == [ONE, TWO]
    assert ("row-copied", {"field": "partners"}) in found.fidelity.warnings
    assert accounted(found)


def test_a_copy_of_a_row_in_which_something_was_changed_is_a_new_row():
    found = read(changed(dossier(), lambda xml: copied(xml, "Fondazione Prati", "Un altro")))
    assert [row.row for row in found.rows["partners"]] == [ONE, None, TWO]
    assert found.fidelity.warnings == ()


def twice(xml: str) -> str:
    table = next(table for table in re.findall(r"<w:tbl>.*?</w:tbl>", xml) if "Fondazione Prati" in table)
    return xml.replace(table, table + paragraph("") + table)


def test_a_table_that_stands_there_twice_adds_no_rows():
    found = read(changed(dossier(), twice))
    assert [row.row for row in found.rows["partners"]] == [ONE, TWO]
    assert ("row-copied", {"field": "partners"}) in found.fidelity.warnings


def test_a_table_without_names_of_ours_that_stands_there_twice_is_said():
    found = read(STRIPPED["both"](changed(dossier(), twice)))
    assert len(found.rows["partners"]) == 4
    assert ("table-copied", {"field": "partners"}) in found.fidelity.warnings


# Other formats


def test_a_damaged_open_document_is_called_by_its_name():
    head = b"PK\x03\x04" + b"\0" * 26 + b"mimetypeapplication/vnd.oasis.opendocument.text" + b"PK\x03\x04"
    with pytest.raises(Refused) as refused:
        check(head)
    assert (refused.value.code, refused.value.arguments) == ("open-document", {"kind": "text"})
