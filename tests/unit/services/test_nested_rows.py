"""Rows inside rows, counted rows, and every kind of answer, through tables and dossiers and back."""

from __future__ import annotations

import csv
import io
import re
from pathlib import Path

import openpyxl
import pytest

from seeddesk.domain.paths import counted_row_id, is_row, template_of
from seeddesk.services import forms, recording, table_export
from tests.support.catalogues import new_workspace, values, workspace
from tests.support.documents import DOCUMENT, pack, unpack
from tests.support.dossiers import photo
from tests.support.forms import write_sheets
from tests.support.returned import changes, read_here, send, statuses, take

__all__ = ["new_workspace", "read_here", "workspace"]  # fixtures
pytestmark = pytest.mark.usefixtures("read_here")

SURVEY = """
type | name | label | repeat_count | appearance
begin group | main | Main | |
text | title | Title | |
integer | people | People | |
rank fruit | best | Best | |
acknowledge | agreed | Agreed | |
geopoint | spot | Spot | |
image | portrait | Portrait | |
end group | | | |
begin repeat | houses | Houses | |
text | street | Street | |
image | front | Front | |
begin repeat | rooms | Rooms | |
text | use | Use | |
begin repeat | things | Things | |
text | thing | Thing | |
end repeat | | | |
end repeat | | | |
end repeat | | | |
begin repeat | guests | Guests | ${people} |
text | guest | Guest | |
end repeat | | | |
"""
SETTINGS = """
form_id | version | name | form_title | namespaces
homes | 1 | data | Houses survey | seeddesk="urn:seeddesk:form:1"
"""
A, B, C, D, E = (letter * 32 for letter in "abcde")
FULL = {
    "title": "Via Roma",
    "people": "2",
    "best": ("pear", "apple"),
    "agreed": "OK",
    "spot": "45.07 7.68 0 0",
    f"houses[{A}]": "a",
    f"houses[{A}].street": "Uno",
    f"houses[{B}]": "b",
    f"houses[{B}].street": "Due",
    f"houses[{A}].rooms[{C}]": "a",
    f"houses[{A}].rooms[{C}].use": "Cucina",
    f"houses[{A}].rooms[{C}].things[{D}]": "a",
    f"houses[{A}].rooms[{C}].things[{D}].thing": "Tavolo",
    f"houses[{A}].rooms[{C}].things[{E}]": "b",
    f"houses[{A}].rooms[{C}].things[{E}].thing": "Sedia",
    f"houses[{B}].rooms[{D}]": "a",
    f"houses[{B}].rooms[{D}].use": "Camera",
}


@pytest.fixture
def houses(workspace, tmp_path):
    """A catalogue with the form, and a practice that answers all of it."""
    forms.add(workspace, write_sheets(tmp_path / "houses", SURVEY, settings=SETTINGS))
    practice = recording.start(workspace, FULL, form="homes")[0]
    return workspace, practice


def shown(ws, practice) -> dict[str, object]:
    """The answers by template and the words of the rows they lie in, whatever the rows are called."""
    now = values(ws, practice)
    return {
        path: value
        for path, value in now.items()
        if not is_row(path) and template_of(path) in ws.form_of(practice).fields
    }


def things(ws, practice) -> list[tuple[str, ...]]:
    now = values(ws, practice)
    found = []
    for path, value in now.items():
        if template_of(path) == "houses[].rooms[].things[].thing" and value:
            house, room, _ = re.findall(r"\[(\w+)\]", path)
            found.append((now.get(f"houses[{house}].street"), now.get(f"houses[{house}].rooms[{room}].use"), value))
    return sorted(found, key=str)


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_table_nobody_edited_changes_nothing(houses, tmp_path, kind):
    ws, practice = houses
    report = take(ws, table_export.export_table(ws, [practice], kind, tmp_path / f"t.{kind}"))
    assert [changes(file) for file in report.files] == [{}]
    assert [remark.code for remark in report.remarks] == []


def test_cells_of_rows_in_rows_come_back_from_a_flat_table(houses, tmp_path):
    ws, practice = houses
    path = table_export.export_table(ws, [practice], "csv", tmp_path / "t.csv")
    rows = list(csv.DictReader(io.StringIO(path.read_text("utf-8-sig"))))
    assert rows[0]["houses[0].rooms[0].things[1].thing"] == "Sedia"
    rows[0]["houses[0].rooms[0].things[1].thing"] = "Panca"
    rows[0]["houses[1].rooms[0].things[0].thing"] = "Letto"
    rows[0]["houses[2].rooms[0].use"] = "Bagno"
    rows[0]["best"] = "apple; pear"
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    assert statuses(take(ws, path)) == ["updated"]
    assert things(ws, practice) == [("Due", "Camera", "Letto"), ("Uno", "Cucina", "Panca"), ("Uno", "Cucina", "Tavolo")]
    now = values(ws, practice)
    assert [path for path, value in now.items() if value == "Bagno" and path.startswith("houses[")] != []
    assert now["best"] == ("apple", "pear")
    assert statuses(take(ws, path)) == ["unchanged"]


def test_rows_in_rows_come_back_from_their_own_sheet(houses, tmp_path):
    ws, practice = houses
    path = table_export.export_table(ws, [practice], "xlsx", tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = next(sheet for sheet in book.worksheets if sheet["E1"].value == "houses[].rooms[].things[].thing")
    assert [cell.value for cell in sheet[2]][3:] == [C, "Tavolo"]
    sheet["E3"] = "Panca"
    sheet.append([practice, None, None, D, "Letto"])
    sheet.append([practice, None, None, "nowhere", "Lampada"])
    sheet.delete_rows(2)
    book.save(path)
    report = take(ws, path)
    assert statuses(report) == ["updated"]
    assert things(ws, practice) == [("Due", "Camera", "Letto"), ("Uno", "Cucina", "Panca")]
    assert [(remark.code, remark.arguments["count"]) for remark in report.remarks] == [("table-parent", 1)]
    assert statuses(take(ws, path)) == ["unchanged"]


def written(source: Path, name: str, *pairs: tuple[str, str]) -> Path:
    """A copy of a dossier with text put into the empty cells that follow some labels, each found behind the one before."""
    files = unpack(source.read_bytes())
    xml, at = files[DOCUMENT].decode(), 0
    for label, text in pairs:
        at = xml.index(f">{label}<", at)
        if not text:
            at += 1
            continue
        at = xml.index("<w:t></w:t>", at)
        xml = xml[:at] + f"<w:t>{text}</w:t>" + xml[at + len("<w:t></w:t>") :]
    files[DOCUMENT] = xml.encode()
    target = source.with_name(name)
    target.write_bytes(pack(files))
    return target


def test_a_dossier_nobody_edited_changes_nothing(houses, tmp_path):
    ws, practice = houses
    report = take(ws, send(ws, practice, tmp_path))
    assert (statuses(report), changes(report.files[0])) == (["unchanged"], {})
    assert report.files[0].fidelity.left_over == ()


def test_rows_written_inside_a_new_row_of_a_dossier_land_inside_it(houses, tmp_path):
    ws, practice = houses
    back = written(
        send(ws, practice, tmp_path),
        "b.docx",
        ("Houses · nuova riga", ""),
        ("Rooms · nuova riga", ""),
        ("Use", "Cantina"),
    )
    report = take(ws, back)
    assert statuses(report) == ["updated"]
    assert report.files[0].fidelity.left_over == ()
    now = values(ws, practice)
    (made,) = [path for path, value in now.items() if value == "Cantina"]
    house = made[: made.index("]") + 1]
    assert house not in (f"houses[{A}]", f"houses[{B}]")
    assert isinstance(now[house], str)
    assert statuses(take(ws, back)) == ["unchanged"]


def test_a_counted_repeat_has_its_rows_and_none_to_spare(houses, tmp_path):
    ws, practice = houses
    first = counted_row_id("guests", 1)
    draft = recording.open_draft(ws, practice)
    recording.save(ws, draft, {f"guests[{first}]": "a", f"guests[{first}].guest": "Ada"})
    source = send(ws, practice, tmp_path)
    xml = unpack(source.read_bytes())[DOCUMENT].decode()
    table = xml[xml.index(">Guest<") : xml.index("</w:tbl>", xml.index(">Guest<"))]
    assert (
        table.count("<w:tr>")
        == 1 + sum(path.startswith("guests[") and is_row(path) for path in values(ws, practice)) - 1
    )
    assert statuses(take(ws, source)) == ["unchanged"]


def test_rows_of_a_counted_repeat_are_never_taken_out_by_a_dossier(houses, tmp_path):
    ws, practice = houses
    first = counted_row_id("guests", 1)
    draft = recording.open_draft(ws, practice)
    recording.save(ws, draft, {f"guests[{first}]": "a", f"guests[{first}].guest": "Ada"})
    source = send(ws, practice, tmp_path)
    files = unpack(source.read_bytes())
    xml = files[DOCUMENT].decode()
    start = xml.rindex("<w:tr>", 0, xml.index(">Ada<"))
    end = xml.index("</w:tr>", start) + len("</w:tr>")
    files[DOCUMENT] = (xml[:start] + xml[end:]).encode()
    source.write_bytes(pack(files))
    take(ws, source)
    assert values(ws, practice)[f"guests[{first}].guest"] == "Ada"


def test_pictures_anywhere_leave_and_come_back(houses, tmp_path):
    ws, practice = houses
    file = tmp_path / "p.jpg"
    file.write_bytes(photo())
    kept = recording.keep_file(ws, file)
    value = kept if isinstance(kept, str) else kept[0]
    recording.save(ws, recording.open_draft(ws, practice), {"portrait": value, f"houses[{B}].front": value})
    source = send(ws, practice, tmp_path)
    names = [name for name in unpack(source.read_bytes()) if name.startswith("word/media/")]
    assert len(names) == 2
    assert statuses(take(ws, source)) == ["unchanged"]
    files = unpack(source.read_bytes())
    files[names[1]] = _other_photo()
    source.write_bytes(pack(files))
    report = take(ws, source)
    assert changes(report.files[0]) == {f"houses[{B}].front": "changed"}
    assert values(ws, practice)["portrait"] == value


def _other_photo() -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.radial_gradient("L").resize((200, 300)).convert("RGB").save(out, "JPEG")
    return out.getvalue()


def test_an_answer_to_a_question_that_is_gone_stands_in_the_dossier_under_its_label(houses, tmp_path):
    ws, practice = houses
    survey = SURVEY.replace("acknowledge | agreed | Agreed | |\n", "").replace(
        "text | use | Use | |\n", "text | other | Other | |\n"
    )
    forms.add(ws, write_sheets(tmp_path / "later", survey, settings=SETTINGS.replace("| 1 |", "| 2 |")))
    source = send(ws, practice, tmp_path)
    xml = unpack(source.read_bytes())[DOCUMENT].decode()
    assert "Da un modulo precedente" in xml
    assert ">Agreed<" in xml
    assert ">Use (1.1)<" in xml
    report = take(ws, source)
    assert (statuses(report), report.files[0].fidelity.left_over) == (["unchanged"], ())
    files = unpack(source.read_bytes())
    files[DOCUMENT] = xml.replace(">Cucina<", ">Cucinino<").encode()
    source.write_bytes(pack(files))
    assert statuses(take(ws, source)) == ["updated"]
    assert values(ws, practice)[f"houses[{A}].rooms[{C}].use"] == "Cucinino"
