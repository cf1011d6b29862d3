"""Tables are read exactly as they stand, or refused with a reason."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.errors import Refused, UserError
from seeddesk.domain.messages import sentence
from seeddesk.domain.values import NOT_KNOWN, clean_text
from seeddesk.exchange.table import MOST_CHARACTERS, Number, cell_text, mark, read_table, unmark, write_csv, write_xlsx

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=30).map(clean_text)


def write(folder: Path, data: bytes | str, name: str = "t.csv") -> Path:
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    return path


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as found:
        read_table(path)
    for lang in ("it", "en"):
        sentence(found.value.code, lang, **found.value.arguments)
    return found.value.code


def workbook(folder: Path, rows: list[list[object]], name: str = "t.xlsx") -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    book.save(folder / name)
    return folder / name


def test_words_that_look_like_nothing_or_like_numbers_stay_as_they_are(tmp_path):
    table = read_table(write(tmp_path, "a,b,c,d,e\n007,None,NaN,Null,1e5\n"))
    assert table.rows == ((2, ("007", "None", "NaN", "Null", "1e5")),)


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_the_delimiter_is_found(tmp_path, delimiter):
    text = "\n".join(delimiter.join(row) for row in (["Titolo", "Nota"], ["Uno", "a"], ["Due", "b"]))
    table = read_table(write(tmp_path, text))
    assert (table.columns, table.delimiter) == (("Titolo", "Nota"), delimiter)


def test_a_comma_inside_a_semicolon_table_parts_nothing(tmp_path):
    table = read_table(write(tmp_path, "Titolo;Luogo\nUno;Torino, Italia\nDue;Roma, Italia\n"))
    assert table.rows[0] == (2, ("Uno", "Torino, Italia"))


def test_the_word_excel_uses_for_the_delimiter_is_taken(tmp_path):
    table = read_table(write(tmp_path, "sep=;\na,b;c\n1;2\n"))
    assert table.columns == ("a,b", "c")
    assert table.rows == ((3, ("1", "2")),)


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        ("è,b\n1,2\n".encode(), "UTF-8"),
        ("è,b\n1,2\n".encode("utf-8-sig"), "UTF-8"),
        ("è,b\n1,2\n".encode("utf-16"), "UTF-16"),
        ("è,b\n1,2\n".encode("utf-16-le"), "UTF-16"),
        ("Città,“b” – €\nperché,2\n".encode("cp1252"), "Windows-1252"),
    ],
)
def test_encodings_are_recognised_and_named(tmp_path, data, encoding):
    table = read_table(write(tmp_path, data))
    assert table.encoding == encoding
    assert table.columns[0] in ("è", "Città")


@pytest.mark.parametrize(
    "data",
    [
        "τίτλος,β\nένα,δύο\n".encode("cp1253"),  # Greek
        "naslov,opis\nKuća,đak šuma\n".encode("cp1250"),  # Croatian
        "naslov,opis\nHiša,žena in otrok\n".encode("cp1250"),  # Slovenian
        "titlu,descriere\nȚară,bunăstare şi ţară\n".replace("Ț", "Ţ").encode("cp1250"),  # Romanian
        b"a,b\n\x81\x8d,2\n",
        b"\xff\xfea\x00,\x00\xd8",
    ],
)
def test_text_that_would_come_out_garbled_is_refused(tmp_path, data):
    assert refusal(write(tmp_path, data)) == "table-encoding"


def test_null_characters_are_refused(tmp_path):
    assert refusal(write(tmp_path, b"a,b\n1\x00,2\n" + b"x" * 300)) == "table-zeros"


@pytest.mark.parametrize(
    "text", ['a,b\n"never closed,2\n3,4\n', 'a,b\n"x"y,2\n', "a,b\n" + "x" * (MOST_CHARACTERS + 1) + ",2\n"]
)
def test_quotation_marks_that_do_not_fit_are_named_with_their_line(tmp_path, text):
    assert refusal(write(tmp_path, text)) == "table-quotes"


def test_too_many_columns_are_refused(tmp_path):
    assert refusal(write(tmp_path, "a," * 20_000 + "\n1,2\n")) == "table-columns"


@pytest.mark.parametrize("data", [b"", b"\n\n", b" , \n"])
def test_a_table_with_nothing_in_it_is_refused(tmp_path, data):
    assert refusal(write(tmp_path, data)) == "table-empty"


@pytest.mark.parametrize("name", ["t.xls", "t.xlsm", "t.xlsb", "t.ods"])
def test_other_kinds_of_workbook_are_named(tmp_path, name):
    assert refusal(write(tmp_path, b"x", name)) == "table-kind"


def test_a_workbook_called_csv_is_recognised(tmp_path):
    path = workbook(tmp_path, [["a"], ["1"]])
    assert refusal(path.rename(tmp_path / "t.csv")) == "table-not-csv"


@pytest.mark.parametrize("data", [b"PK\x03\x04 no zip", b"nothing", b""])
def test_a_broken_workbook_is_refused(tmp_path, data):
    assert refusal(write(tmp_path, data, "t.xlsx")) == "table-broken"


def test_a_workbook_cut_anywhere_ends_in_a_refusal_or_a_table(tmp_path):
    whole = workbook(tmp_path, [["Titolo", "n"], *[[f"t{number}", number] for number in range(50)]]).read_bytes()
    for cut in range(0, len(whole), 97):
        path = write(tmp_path, whole[:cut], "cut.xlsx")
        assert refusal(path).startswith("table-")


def test_an_encrypted_workbook_says_password(tmp_path):
    assert refusal(write(tmp_path, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"x" * 600, "t.xlsx")) == "table-password"


def test_a_workbook_that_would_fill_the_memory_is_refused(tmp_path):
    path = tmp_path / "bomb.xlsx"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as package:
        package.writestr("xl/worksheets/sheet1.xml", b" " * 50_000_000)
    assert refusal(path) == "table-large"


def test_a_workbook_with_entities_is_refused(tmp_path):
    path = workbook(tmp_path, [["a"], ["1"]])
    bad = tmp_path / "bad.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(bad, "w") as package:
        for part in source.namelist():
            data = source.read(part)
            package.writestr(
                part, b'<!DOCTYPE x [<!ENTITY a "b">]>' + data if part.startswith("xl/worksheets") else data
            )
    assert refusal(bad) == "table-broken"


def test_cells_of_a_workbook_read_as_a_person_would_type_them(tmp_path):
    from datetime import date, datetime

    path = workbook(
        tmp_path,
        [["a", "b", "c", "d", "e", "f"], [12.0, 1234.5, 1e-7, date(2021, 3, 15), datetime(2021, 3, 15, 9, 30), True]],
    )
    ((number, cells),) = read_table(path).rows
    assert number == 2
    assert cells == ("12", "1234.5", "0.0000001", "2021-03-15", "2021-03-15T09:30:00", "TRUE")
    assert [isinstance(cell, Number) for cell in cells] == [True, True, True, False, False, False]


def test_a_formula_without_a_kept_result_stays_text_and_is_never_worked_out(tmp_path):
    path = workbook(tmp_path, [["a", "b"], ["=1+1", "=cmd|'/c calc'!A1"]])
    assert read_table(path).rows == ((2, ("=1+1", "=cmd|'/c calc'!A1")),)


def test_the_file_s_own_lie_about_its_size_is_not_believed(tmp_path):
    path = workbook(tmp_path, [["a"], ["1"]])
    lying = tmp_path / "lying.xlsx"
    with zipfile.ZipFile(path) as source, zipfile.ZipFile(lying, "w", zipfile.ZIP_DEFLATED) as package:
        for part in source.namelist():
            package.writestr(part, source.read(part).replace(b'ref="A1:A2"', b'ref="A1:XFD1048576"'))
    assert read_table(lying).rows == ((2, ("1",)),)


@given(TEXTS)
def test_marking_what_a_spreadsheet_would_run_is_undone_on_reading(text):
    marked = mark(text)
    assert not marked.startswith(("=", "+", "-", "@", "\t", "\r"))
    assert unmark(marked) == text


@given(st.lists(st.lists(TEXTS.filter(lambda text: text.strip()), min_size=2, max_size=2), min_size=1, max_size=4))
def test_what_is_written_as_csv_reads_back_exactly(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("csv")
    out = io.BytesIO()
    write_csv(["uno", "due"], rows, out)
    assert [list(cells) for _, cells in read_table(write(folder, out.getvalue())).rows] == rows


@given(st.lists(st.lists(TEXTS.filter(lambda text: text.strip()), min_size=2, max_size=2), min_size=1, max_size=3))
def test_what_is_written_as_a_workbook_reads_back_exactly(tmp_path_factory, rows):
    folder = tmp_path_factory.mktemp("xlsx")
    out = io.BytesIO()
    write_xlsx([("prova", ["uno", "due"], rows)], out)
    assert [list(cells) for _, cells in read_table(write(folder, out.getvalue(), "t.xlsx")).rows] == rows


@pytest.mark.parametrize("text", ["_x0041_", "_x0041_x0042_", "__x0041_", "a_x000D_b"])
def test_text_that_looks_like_an_escape_survives_a_workbook(tmp_path, text):
    out = io.BytesIO()
    write_xlsx([("prova", ["uno"], [[text]])], out)
    assert read_table(write(tmp_path, out.getvalue(), "t.xlsx")).rows == ((2, (text,)),)


def test_no_cell_of_a_written_workbook_is_a_formula(tmp_path):
    out = io.BytesIO()
    write_xlsx([("prova", ["=1"], [["=1+1"], ["@x"]])], out)
    cells = [cell for row in openpyxl.load_workbook(io.BytesIO(out.getvalue()))["prova"] for cell in row]
    assert {cell.data_type for cell in cells} == {"s"}


def test_a_text_excel_cannot_hold_is_refused_with_another_way_out():
    with pytest.raises(UserError, match="CSV or JSON"):
        write_xlsx([("prova", ["uno"], [["x" * 32_768]])], io.BytesIO())


def test_sets_are_shown_so_that_their_elements_stay_apart():
    assert cell_text(("a", "b")) == "a; b"
    assert cell_text(("a; b", "c")) == "a; b\nc"
    assert cell_text(NOT_KNOWN) == "not known yet"
    assert cell_text(None) == ""
