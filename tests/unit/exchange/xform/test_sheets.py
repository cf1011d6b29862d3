"""Loading forms: from a folder, a workbook or an XForm, whole or not at all."""

import csv
from pathlib import Path

import openpyxl
import pytest

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Kind
from seeddesk.exchange.xform import load_form, read_xform
from tests.support.forms import form_of, write_sheets

ONE = """
type | name | label
begin group | a | A
text | title | Title
end group
"""


def refused(folder: Path, survey: str, **more: str) -> FormError:
    with pytest.raises(FormError) as caught:
        load_form(write_sheets(folder, survey, **more))
    assert str(caught.value)  # every code has its sentence, and the sentence its arguments
    return caught.value


def test_a_stored_xform_reads_back_as_the_same_form(root):
    form = load_form(root / "forms" / "practice")
    assert read_xform(form.xform) == form


def test_a_workbook_says_the_same_as_the_folder_of_sheets(root, tmp_path):
    workbook = openpyxl.Workbook()
    for name in ("survey", "choices", "settings"):
        sheet = workbook.create_sheet(name)
        with (root / "forms" / "practice" / f"{name}.csv").open(encoding="utf-8", newline="") as lines:
            for row in csv.reader(lines):
                sheet.append([cell or None for cell in row])
    workbook.remove(workbook.worksheets[0])
    workbook.save(tmp_path / "practice.xlsx")
    workbook.close()
    found = load_form(tmp_path / "practice.xlsx", root / "resources" / "vocabularies")
    assert found == load_form(root / "forms" / "practice")


def test_an_xform_file_loads_whatever_encoding_it_declares(tmp_path):
    form = form_of(tmp_path / "sheets", ONE.replace("Title", "Età"))
    text = '<?xml version="1.0" encoding="ISO-8859-1"?>' + form.xform
    (tmp_path / "form.xml").write_bytes(text.encode("latin-1"))
    assert load_form(tmp_path / "form.xml").fields["title"].label == {"und": "Età"}


def test_the_hints_of_groups_and_repeats_come_along(tmp_path):
    survey = """
    type | name | label::Italiano (it) | label::English (en) | hint::Italiano (it) | hint::English (en)
    begin group | a | A | A | Sezione | Section
    begin repeat | rows | Righe | Rows | Una per volta | One at a time
    text | what | Cosa | What | | Few words
    end repeat
    end group
    """
    form = form_of(tmp_path, survey)
    assert set(form.languages) == {"it", "en"}
    assert form.sections[0].hint == {"it": "Sezione", "en": "Section"}
    assert form.groups["rows[]"].hint == {"it": "Una per volta", "en": "One at a time"}
    assert form.fields["rows[].what"].hint["en"] == "Few words"


def test_a_name_that_comes_in_two_sections_keeps_its_section(tmp_path):
    survey = """
    type | name | label
    begin group | a | A
    text | note | Note
    text | title | Title
    end group
    begin group | b | B
    text | note | Note
    end group
    """
    assert list(form_of(tmp_path, survey).fields) == ["a.note", "title", "b.note"]


def test_questions_outside_every_group_stand_in_a_section_without_a_name(tmp_path):
    form = form_of(tmp_path, "type | name | label\ntext | title | Title")
    assert [section.name for section in form.sections] == [""]
    assert form.fields["title"].xpath == "/data/title"


def test_every_type_of_answer_becomes_its_kind(tmp_path):
    survey = """
    type | name | label | calculation | readonly | bind::seeddesk:kind
    text | a | A
    integer | b | B
    decimal | c | C
    date | d | D
    time | e | E
    dateTime | f | F
    select_one fruit | g | G
    select_multiple fruit | h | H
    rank fruit | i | I
    geopoint | j | J
    image | k | K
    note | l | L
    calculate | m | | 1 + 1
    text | n | N | | | set
    text | o | O | | | partial-date
    text | p | P | | true() | hidden
    decimal | q | Q | 2 | true()
    barcode | r | R
    """
    kinds = {name: field.kind for name, field in form_of(tmp_path, survey).fields.items()}
    assert kinds == {
        "a": Kind.TEXT,
        "b": Kind.INTEGER,
        "c": Kind.DECIMAL,
        "d": Kind.DATE,
        "e": Kind.TIME,
        "f": Kind.DATETIME,
        "g": Kind.CHOICE,
        "h": Kind.CHOICES,
        "i": Kind.RANK,
        "j": Kind.GEO,
        "k": Kind.FILE,
        "l": Kind.NOTE,
        "m": Kind.HIDDEN,
        "n": Kind.CHOICES,
        "o": Kind.DATE,
        "p": Kind.HIDDEN,
        "q": Kind.DECIMAL,
        "r": Kind.TEXT,
    }


def test_lists_from_a_file_beside_the_sheets_come_before_those_of_the_programme(tmp_path):
    folder = write_sheets(tmp_path / "form", "type | name | label\nselect_one_from_file places.csv | place | Place")
    (tmp_path / "lists").mkdir()
    (tmp_path / "lists" / "places.csv").write_text("name,label\nx,Far\n", encoding="utf-8")
    assert load_form(folder, tmp_path / "lists").lists["places"][0].label == {"und": "Far"}
    (folder / "places.csv").write_text("name,label,region\ny,Near,N\nz,Nearer,\n", encoding="utf-8")
    near, nearer = load_form(folder, tmp_path / "lists").lists["places"]
    assert (near.label, near.extra, nearer.extra) == ({"und": "Near"}, {"region": "N"}, {"region": ""})


class TestRefusals:
    def test_an_unknown_function_is_refused_by_name_row_and_column(self, tmp_path):
        survey = "type | name | label | relevant\ntext | a | A\ntext | b | B | guess(${a}) = 1"
        error = refused(tmp_path, survey)
        assert error.code == "form-unknown-function"
        assert error.arguments["name"] == "guess"
        assert (error.arguments["sheet"], error.arguments["row"], error.arguments["column"]) == (
            "survey",
            3,
            "relevant",
        )

    @pytest.mark.parametrize("column", ["relevant", "constraint", "required", "calculation", "choice_filter"])
    def test_whichever_column_it_stands_in(self, tmp_path, column):
        survey = f"type | name | label | {column}\ntext | a | A\nselect_one fruit | b | B | digest(${{a}}, 'x') = 1"
        assert refused(tmp_path, survey).arguments["column"] == column

    def test_a_question_that_is_not_there(self, tmp_path):
        error = refused(tmp_path, "type | name | label | relevant\ntext | a | A | /data/typo = 1")
        assert (error.code, error.arguments["name"]) == ("form-unknown-question", "/data/typo")

    def test_calculations_in_a_circle_name_the_circle(self, tmp_path):
        survey = """
        type | name | label | calculation
        calculate | a | | ${c} + 1
        calculate | b | | ${a} + 1
        calculate | c | | ${b} + 1
        """
        error = refused(tmp_path, survey)
        assert error.code == "form-circle"
        assert error.arguments["circle"] in ("a → c → b → a", "b → a → c → b", "c → b → a → c")

    def test_a_group_that_hides_itself_is_a_circle(self, tmp_path):
        survey = """
        type | name | label | relevant
        begin group | g | G | ${a} = 1
        text | a | A
        end group
        """
        assert refused(tmp_path, survey).code == "form-circle"

    @pytest.mark.parametrize(
        "expression",
        ["count(1)", "regex(., '(')", "if(1, 2)", "1 +", "(1", "'a'/b", "sum('x')", "f:if(1,2,3)"],
    )
    def test_expressions_that_could_only_fail_later(self, tmp_path, expression):
        survey = f"type | name | label | constraint\ntext | a | A | {expression}"
        error = refused(tmp_path, survey)
        assert error.code == "form-invalid" or error.arguments["row"] == 2

    def test_an_expression_a_thousand_brackets_deep(self, tmp_path):
        expression = "(" * 1000 + "1" + ")" * 1000
        refused(tmp_path, f"type | name | label | relevant\ntext | a | A | {expression}")

    def test_an_unknown_type(self, tmp_path):
        assert refused(tmp_path, "type | name | label\nhologram | a | A").code == "form-invalid"
        survey = "type | name | label | bind::seeddesk:kind\ntext | a | A | hologram"
        assert refused(tmp_path, survey).code == "form-unknown-type"

    def test_a_list_file_that_is_nowhere(self, tmp_path):
        error = refused(tmp_path, "type | name | label\nselect_one_from_file none.csv | a | A")
        assert error.code == "form-list-missing"

    def test_sheets_that_are_broken(self, tmp_path):
        folder = write_sheets(tmp_path, ONE)
        (folder / "survey.csv").write_bytes("type,name,label\ntext,a,Età".encode("latin-1"))
        assert refused_code(folder) == "form-encoding"
        (folder / "survey.csv").write_text("type,name,label\ntext,a,Come, stai\n", encoding="utf-8")
        assert refused_code(folder) == "form-cells"
        (folder / "survey.csv").unlink()
        assert refused_code(folder) == "form-sheet-missing"

    @pytest.mark.parametrize("data", [b"", b"no", b"<a/>", b"<!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\x00" * 99])
    def test_files_that_are_no_forms(self, tmp_path, data):
        for name in ("form.xml", "form.xlsx"):
            (tmp_path / name).write_bytes(data)
            assert refused_code(tmp_path / name).startswith("form-")


def refused_code(path: Path) -> str:
    with pytest.raises(FormError) as caught:
        load_form(path)
    assert str(caught.value)
    return caught.value.code
