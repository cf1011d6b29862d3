"""What people do to a dossier: every edit is found, and every character is accounted for."""

import re
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.values import NOT_KNOWN
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
)
from tests.support.records import read_values
from tests.support.sample import ONE, STRIPPED, THREE, TWO, accounted, pictured, png, read, written

# Edits


@pytest.mark.parametrize("stripped", STRIPPED)
def test_an_edit_is_found_whichever_carriers_are_left_and_nothing_else_changes(stripped):
    def edit(xml: str) -> str:
        xml = xml.replace(
            "La corriera che ascolta</w:t></w:r></w:sdtContent></w:sdt>",
            "La corriera</w:t></w:r></w:sdtContent></w:sdt>" + inserted(" che parla"),
        )
        xml = xml.replace(
            "Secondo, l'ultimo.</w:t></w:r></w:p>", f"Secondo.</w:t></w:r></w:p>{paragraph(inserted('Terzo.'))}"
        )
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
    assert [text.split("\t")[0] for text in found.fidelity.left_over] == ["Importo totale €", "Che cosa e cambiato"]


def test_labels_in_the_forms_other_language_are_recognised():
    data = changed(
        STRIPPED["both"](written()),
        lambda xml: xml.replace("Importo totale", "Total amount").replace("Il problema", "The problem"),
    )
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
        return xml.replace(
            "<w:sectPr>", table([paragraph("Titolo"), paragraph(control("sd:title", "Un altro titolo"))]) + "<w:sectPr>"
        )

    found = read(changed(written(), edit))
    assert found.fields["title"].value == "La corriera che ascolta"
    assert "Un altro titolo" in found.fidelity.left_over
    assert ("field-twice", {"field": "title"}) in found.fidelity.warnings


def test_a_tag_counts_more_than_a_bookmark():
    moved = table(
        [paragraph("Titolo", mark="sd_title"), paragraph("vicino al segnalibro")],
        ["Fase", paragraph(control("sd:title", "nel controllo"))],
    )
    found = read(document(moved))
    assert (found.fields["title"].value, found.fields["title"].found_by) == ("nel controllo", "tag")
    assert "vicino al segnalibro" in found.fidelity.left_over


# Nothing is lost in silence


def test_what_is_typed_into_a_heading_is_left_over():
    found = read(
        changed(written(), lambda xml: xml.replace(">Il problema<", ">Il problema, scritto nel posto sbagliato<"))
    )
    assert found.fields["need"].value == "Primo capoverso.\n\nSecondo, l'ultimo."
    assert [text.split("\t")[0] for text in found.fidelity.left_over] == ["Il problema, scritto nel posto sbagliato"]


def test_what_belongs_to_no_field_is_left_over_to_the_character():
    extra = paragraph("Scritto in fondo") + table([paragraph("Una cella"), paragraph("mia")])

    def edit(xml: str) -> str:
        xml = xml.replace("<w:sectPr>", extra + "<w:sectPr>")
        return xml.replace(
            "Nome</w:t></w:r>", "Nome</w:t></w:r><w:r><w:t>: scritto nell'etichetta sbagliata</w:t></w:r>", 1
        )

    found = read(changed(written(), edit))
    wanted = ("Nome: scritto nell'etichetta sbagliata", "Scritto in fondo", "Una cella", "mia")
    assert found.fidelity.left_over == wanted
    assert found.fidelity.characters_present - found.fidelity.characters_read == sum(map(len, wanted))


def test_footnotes_and_typed_footers_are_left_over():
    files = unpack(written())
    files["word/footnotes.xml"] = re.sub(
        rb"<w:ftr(.*?)>.*</w:ftr>",
        lambda found: (
            b"<w:footnotes"
            + found[1]
            + b"><w:footnote>"
            + paragraph("Una nota").encode()
            + b"</w:footnote></w:footnotes>"
        ),
        files["word/footer1.xml"],
        flags=re.DOTALL,
    )
    files["word/footer1.xml"] = files["word/footer1.xml"].replace(
        b"</w:ftr>", paragraph("Bozza riservata").encode() + b"</w:ftr>"
    )
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
    line = paragraph(
        run("Avvio: ") + control("sd:start", "2021") + run(" a cura di ") + control("sd:lead_org.name", "Ada")
    )
    found = read(document(line + paragraph(control("sd:title", "T"))))
    assert {name: item.value for name, item in found.fields.items()} == {
        "start": "2021",
        "lead_org.name": "Ada",
        "title": "T",
    }
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


# Comments, pictures


def with_comments(data: bytes, *comments: tuple[str, str]) -> bytes:
    """A comment with a reply at the first place each text occurs behind the title block."""
    files = unpack(data)
    xml, notes = files["word/document.xml"].decode(), ""
    for number, (text, words) in enumerate(comments):
        head, tail = xml.rsplit(">" + text, 1)
        reference = "".join(
            f'</w:t></w:r><w:r><w:commentReference w:id="{number}{part}"/></w:r><w:r><w:t>' for part in "01"
        )
        xml = head + ">" + text + reference + tail
        for part, said in enumerate((words, "Risposta")):
            notes += f'<w:comment w:id="{number}{part}" w:author="Bea" w:date="2026-01-0{part + 1}T00:00:00Z">{paragraph(said)}</w:comment>'
    files["word/document.xml"] = xml.encode()
    files["word/comments.xml"] = re.sub(
        r"<w:ftr(.*?)>.*</w:ftr>",
        rf"<w:comments\1>{notes}</w:comments>",
        files["word/footer1.xml"].decode(),
        flags=re.DOTALL,
    ).encode()
    files["word/_rels/document.xml.rels"] = files["word/_rels/document.xml.rels"].replace(
        b"</Relationships>", relations(("rIdComments", "comments", "comments.xml")).partition(b">")[2]
    )
    return pack(files)


@pytest.mark.parametrize("stripped", ["nothing", "controls"])
def test_comments_and_replies_hang_on_their_field(stripped):
    data = with_comments(
        STRIPPED[stripped](written()),
        *(
            ("3.180,5", "Quanto?"),
            ("Secondo", "Chi?"),
            ("Studio medico", "Dove?"),
            ("Data di avvio", "Quando?"),
            ("La fermata", "Quale?"),
        ),
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
    assert {(note.author, note.time) for note in found.notes} == {
        ("Bea", "2026-01-01T00:00:00Z"),
        ("Bea", "2026-01-02T00:00:00Z"),
    }
    assert accounted(found)


def test_a_comment_on_a_row_without_an_id_hangs_on_its_list():
    found = read(with_comments(STRIPPED["both"](written()), ("Studio medico", "Dove?")))
    assert {note.path for note in found.notes} == {"partners"}


def test_a_picture_nobody_touched_is_not_handed_out():
    found = read(pictured())
    assert found.pictures == {}
    assert accounted(found)


def test_a_picture_put_in_the_place_of_another_is_handed_out():
    files = unpack(pictured())
    name = next(name for name in files if "/media/" in name)
    files[name] = png(red=200)
    assert read(pack(files)).pictures == {("attachments[].file", THREE): png(red=200)}


def test_a_picture_is_known_by_what_it_left_with_where_names_are_dropped():
    data = changed(pictured(), lambda xml: re.sub(r'name="sd:[^"]*"', 'name="Immagine 1"', xml))
    assert read(data).pictures == {}


def test_a_picture_taken_out_stays_in_the_practice_and_is_told():
    assert read(pictured()).fidelity.warnings == ()
    found = read(changed(pictured(), lambda xml: re.sub(r"<w:drawing>.*?</w:drawing>", "", xml, flags=re.DOTALL)))
    assert found.pictures == {}
    assert found.fidelity.warnings == (("picture-gone", {"count": 1}),)


def test_a_picture_that_went_with_its_card_is_not_told_beside_it():
    def without_card(xml: str) -> str:
        start = xml.rindex("<w:p>", 0, xml.index("Allegati · 1"))
        return xml[:start] + xml[xml.index("</w:tbl>", start) + len("</w:tbl>") :]

    found = read(changed(pictured(), without_card))
    assert found.rows.get("attachments", ()) == ()
    assert "picture-gone" not in [code for code, _ in found.fidelity.warnings]


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
    assert found.pictures == {("", "attachments#1"): png(red=9)}
    assert [row.row for row in found.rows["attachments"]] == [THREE, None]
    stray = read(added(pictured(), lambda xml: xml.replace("<w:body>", f"<w:body><w:p>{drawing}</w:p>")))
    assert stray.pictures == {}
    assert ("picture-unplaced", {"count": 1}) in stray.fidelity.warnings
