"""Fields found in documents that were put together by hand: narratives, controls in running text, rows by tags or by their header."""

from seeddesk.exchange.docx.carriers import Carriers
from tests.support.documents import control, document, paragraph, run, table
from tests.support.sample import FORM, ONE, TWO, read

NAMES = Carriers(FORM)
TITLE = paragraph(control("sd:title", "La corriera"))


def values(*blocks: str) -> dict[str, object]:
    found = read(document(TITLE + "".join(blocks)))
    return {name: place.value for name, place in found.fields.items() if name != "title"}


def left(*blocks: str) -> tuple[str, ...]:
    return read(document(TITLE + "".join(blocks))).fidelity.left_over


NEED = paragraph("Il problema", "Heading2", mark="sd_need")


def test_a_narrative_runs_from_its_heading_to_the_next_place():
    found = values(
        NEED,
        paragraph("uno"),
        paragraph(""),
        paragraph("due"),
        paragraph(control("sd:stage", "Cura")),
        paragraph("tre"),
    )
    assert found == {"need": "uno\n\ndue", "stage": "Cura\ntre"}


def test_a_control_of_the_narrative_that_is_open_continues_it():
    found = read(document(TITLE + NEED + paragraph("uno") + paragraph(control("sd:need", "due")) + paragraph("tre")))
    assert (found.fields["need"].value, found.fields["need"].found_by) == ("uno\ndue\ntre", "tag")


def test_a_table_somebody_put_in_a_narrative_is_part_of_it():
    assert values(NEED, paragraph("uno"), table(["a", "b"], ["c", "d"]), paragraph("due")) == {
        "need": "uno\na\nb\nc\nd\ndue"
    }


def test_a_narrative_ends_where_a_table_of_ours_stands():
    rows = table([paragraph(control("sd:stage", "Cura"))])
    assert values(NEED, paragraph("uno"), rows) == {"need": "uno", "stage": "Cura"}
    assert left(NEED, paragraph("uno"), rows, paragraph("due")) == ("due",)


def test_words_before_and_behind_an_own_control_of_a_short_field_are_left_over_and_of_a_long_one_its_value():
    short = paragraph(run("circa ") + control("sd:amount", "30") + run(" euro"))
    assert values(short) == {"amount": "30"}
    assert left(short) == ("circa", "euro")
    assert values(paragraph(control("sd:amount", "30") + run("  "))) == {"amount": "30"}
    long = paragraph(run("Prima ") + control("sd:need", "il bisogno") + run(" dopo"))
    assert values(long) == {"need": "Prima il bisogno dopo"}


def test_several_controls_in_one_line_are_a_value_each():
    line = paragraph(run("Da ") + control("sd:start", "2021") + run(" con ") + control("sd:amount", "30") + run("."))
    assert values(line) == {"start": "2021", "amount": "30"}
    assert left(line) == ("Da", "con", ".")
    assert values(paragraph(control("sd:start", "2021") + control("sd:amount", "30"))) == {
        "start": "2021",
        "amount": "30",
    }


def cell(name: str, row: str, text: str) -> str:
    return paragraph(control(NAMES.tag(name, row), text))


def rows_of(*blocks: str) -> list[tuple[str | None, dict[str, object]]]:
    found = read(document(TITLE + "".join(blocks)))
    return [(row.row, {name: one.value for name, one in row.cells.items()}) for row in found.rows.get("partners", ())]


HEADER = ["Nome", "Ruolo", "Quota"]
FILLED = {"partners[].name": "Ada", "partners[].role": "Operatore", "partners[].share": "3"}


def test_a_table_of_rows_is_known_by_the_tags_of_its_cells():
    filled = [cell("partners[].name", ONE, "Ada"), cell("partners[].role", ONE, "Operatore"), "3"]
    assert rows_of(table(HEADER, filled, header=True)) == [(ONE, FILLED)]
    other = [cell("partners[].name", TWO, "Bo"), cell("partners[].role", TWO, ""), ""]
    assert [row for row, _ in rows_of(table(HEADER, filled, other, ["", "", ""], header=True))] == [ONE, TWO]


def test_a_table_of_rows_is_known_by_its_header_where_no_tag_is_left():
    assert rows_of(table(HEADER, ["Ada", "Operatore", "3"], header=True)) == [(None, FILLED)]
    assert rows_of(table(["Nome", "Ruolo", "altro"], ["Ada", "Operatore", "3"], header=True))[0][0] is None
    moved = rows_of(table(["Quota", "Nome", "Ruolo"], ["3", "Ada", "Operatore"], header=True))
    assert moved == [(None, FILLED)]
    assert rows_of(table(["Nome", "altro"], ["Ada", "Operatore"], header=True)) == []


def test_one_tagged_cell_of_several_is_no_table_of_rows():
    found = read(document(TITLE + table(["Nome", cell("partners[].name", ONE, "Ada")])))
    assert [(row.row, {name: one.value for name, one in row.cells.items()}) for row in found.rows["partners"]] == [
        (ONE, {"partners[].name": "Ada"})
    ]
