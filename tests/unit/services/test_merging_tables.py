"""Rows of a table become practices, or come back as changes to them; nothing is catalogued that says nothing."""

from __future__ import annotations

import csv
from pathlib import Path

import openpyxl
import pytest

from seeddesk.domain.errors import UsageError
from seeddesk.domain.messages import sentence
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.services import cataloguing, table_export
from tests.support.catalogues import add_row, edit, record, values
from tests.support.returned import changes, statuses, take

MAP = (
    "Title=title,Description=overview,Link=website,Organisation=lead_org.name,Type of Organisation=lead_org.type,"
    "Country=country,Language=record_language"
)


def table(folder: Path, *rows: list[str], name: str = "t.csv") -> Path:
    path = folder / name
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows(rows)
    return path


def rewrite(path: Path, change) -> Path:
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.DictReader(file))
    for row in rows:
        change(row)
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return path


def remarks(report) -> dict[str, dict]:
    for remark in report.remarks:
        for lang in ("it", "en"):
            sentence(remark.code, lang, **remark.arguments)
    return {remark.code: dict(remark.arguments) for remark in report.remarks}


def test_columns_called_like_fields_or_labels_need_no_map(workspace, tmp_path):
    path = table(
        tmp_path,
        ["Titolo", "country", "Lead org.name", "lead_org.name", "Descrizione"],
        ["Orti", "Italia", "x", "Coop", "Testo."],
    )
    report = take(workspace, path)
    assert statuses(report) == ["new"]
    shown = values(workspace, report.files[0].practice)
    assert (shown["title"], shown["country"], shown["lead_org.name"], shown["overview"]) == (
        "Orti",
        "IT",
        "Coop",
        "Testo.",
    )
    assert remarks(report)["table-unmapped"]["columns"] == "Lead org.name"


def test_a_map_names_columns_in_any_case_and_tells_which_were_left(workspace, tmp_path):
    path = table(tmp_path, ["NOME", "Paese", "Settore"], ["Orti", "Italia", "verde"])
    report = take(workspace, path, mapping="nome=title, paese = country")
    assert values(workspace, report.files[0].practice)["country"] == "IT"
    assert remarks(report)["table-unmapped"]["columns"] == "Settore"


def test_a_column_whose_name_holds_a_comma_can_be_mapped(workspace, tmp_path):
    path = table(tmp_path, ["Nome, sigla", "Paese"], ["Orti", "Italia"])
    assert statuses(take(workspace, path, mapping="Nome, sigla=title,Paese=country")) == ["new"]


@pytest.mark.parametrize(
    ("mapping", "code"),
    [
        ("Titolo", "map-wrong"),
        ("Titolo=title,Altro=need", "map-column"),
        ("Titolo=titel", "field-unknown"),
        ("Titolo=lead_org", "field-is-group"),
        ("Titolo=code", "field-not-answered"),
        ("Titolo=title,Paese=title", "map-twice"),
        ("Doppia=title", "map-column-twice"),
    ],
)
def test_a_map_that_does_not_fit_is_wrong_usage(workspace, tmp_path, mapping, code):
    path = table(tmp_path, ["Titolo", "Paese", "Doppia", "doppia"], ["Orti", "Italia", "", ""])
    with pytest.raises(UsageError) as found:
        take(workspace, path, mapping=mapping)
    assert found.value.code == code
    assert "{" not in str(found.value)
    assert cataloguing.list_practices(workspace).total == 0


def test_a_table_without_a_title_is_refused_and_told_its_columns(workspace, tmp_path):
    report = take(workspace, table(tmp_path, ["Nome", "Paese"], ["Orti", "Italia"]))
    assert [(file.status, file.reason) for file in report.files] == [("refused", "table-no-title")]
    assert "Nome" in str(report.files[0].reason_arguments)


@pytest.mark.parametrize("nothing", ["N/A", "n/a", "#N/D", "-", "n.d.", "null", "None", "NaN", ""])
def test_cells_that_say_there_is_no_answer_are_no_answer(workspace, tmp_path, nothing):
    report = take(workspace, table(tmp_path, ["title", "country", "need"], ["Orti", "IT", nothing]))
    assert values(workspace, report.files[0].practice).get("need") is None
    assert ("table-nothing" in remarks(report)) == bool(nothing)


def test_a_word_for_nothing_inside_a_text_stays(workspace, tmp_path):
    report = take(workspace, table(tmp_path, ["title", "country", "need"], ["Orti", "IT", "Null island - N/A"]))
    assert values(workspace, report.files[0].practice)["need"] == "Null island - N/A"


def test_a_row_with_nothing_but_a_title_and_a_link_is_refused_with_its_number(workspace, tmp_path):
    path = table(
        tmp_path,
        ["title", "website", "need"],
        ["Orti", "https://example.org/a", "N/A"],
        ["", "", "x"],
        ["Altro", "", "Un bisogno"],
    )
    report = take(workspace, path)
    assert [(file.row, file.status, file.reason) for file in report.files] == [
        (2, "refused", "row-thin"),
        (3, "refused", "row-no-title"),
        (4, "new", ""),
    ]
    assert cataloguing.list_practices(workspace).total == 1


def test_a_table_of_headings_alone_is_refused_and_never_passed_over(workspace, tmp_path):
    report = take(workspace, table(tmp_path, ["Title", "Country"], ["", " "]))
    assert [(file.status, file.reason) for file in report.files] == [("refused", "table-empty")]


def test_a_row_longer_than_the_header_is_refused(workspace, tmp_path):
    report = take(workspace, table(tmp_path, ["title", "country"], ["Orti", "IT", "di troppo"]))
    assert [file.reason for file in report.files] == ["row-too-long"]


def test_values_that_fit_nothing_are_kept_as_written_and_flagged(workspace, tmp_path):
    report = take(
        workspace,
        table(tmp_path, ["title", "country", "start", "volunteers"], ["Orti", "EU", "tempo fa", "1,5 milioni"]),
    )
    practice = report.files[0].practice
    shown = cataloguing.show(workspace, practice)
    assert [shown.record.text(path) for path in ("country", "start", "volunteers")] == ["EU", "tempo fa", "1,5 milioni"]
    assert {problem.path for problem in shown.evaluation.problems} >= {"country", "start", "volunteers"}
    assert remarks(report)["table-unfit"]


def test_several_columns_fill_one_set(workspace, tmp_path):
    path = table(tmp_path, ["title", "Area 1", "Area 2"], ["Orti", "Salute", "istruzione; Ambiente"])
    report = take(workspace, path, mapping="title=title,Area 1=policy_area,Area 2=policy_area")
    assert set(values(workspace, report.files[0].practice)["policy_area"]) == {"health", "education", "environment"}


def test_rows_by_number_and_rows_by_list_become_partners(workspace, tmp_path):
    path = table(tmp_path, ["title", "A", "B", "Luoghi"], ["Orti", "Scuola", "Italia", "Torino; Cuneo"])
    report = take(
        workspace, path, mapping="title=title,A=partners[0].name,B=partners[0].country,Luoghi=locations.place"
    )
    shown = cataloguing.show(workspace, report.files[0].practice).record
    (partner,) = shown.rows("partners")
    assert (shown.text(f"{partner}.name"), shown.text(f"{partner}.country")) == ("Scuola", "IT")
    assert [shown.text(f"{row}.place") for row in shown.rows("locations")] == ["Torino", "Cuneo"]


def test_the_same_table_again_changes_nothing_and_equal_rows_stay_apart(workspace, tmp_path):
    path = table(tmp_path, ["title", "need"], ["Orti", "Uno"], ["Orti", "Uno"], ["Orti", "Due"])
    assert statuses(take(workspace, path)) == ["new", "new", "new"]
    assert statuses(take(workspace, path)) == ["unchanged", "unchanged", "unchanged"]
    assert cataloguing.list_practices(workspace).total == 3


def test_the_same_rows_as_a_workbook_are_known(workspace, tmp_path):
    take(workspace, table(tmp_path, ["title", "need", "volunteers"], ["Orti", "Uno", "12"]))
    book = openpyxl.Workbook()
    for row in (["title", "need", "volunteers"], ["Orti", "Uno", 12]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    assert statuses(take(workspace, tmp_path / "t.xlsx")) == ["unchanged"]


def test_a_fuller_map_adds_to_the_practices_of_the_first_import(workspace, tmp_path):
    path = table(tmp_path, ["Nome", "Bisogno", "Paese"], ["Orti", "Uno", "Italia"])
    practice = take(workspace, path, mapping="Nome=title,Bisogno=need").files[0].practice
    assert statuses(take(workspace, path, mapping="Nome=title,Bisogno=need,Paese=country")) == ["updated"]
    assert values(workspace, practice)["country"] == "IT"


def test_a_person_s_later_edit_is_not_undone_by_the_table(workspace, tmp_path):
    path = table(tmp_path, ["title", "need"], ["Orti", "Uno"])
    practice = take(workspace, path).files[0].practice
    edit(workspace, practice, need="Meglio")
    assert statuses(take(workspace, path)) == ["unchanged"]
    assert values(workspace, practice)["need"] == "Meglio"


def test_an_empty_cell_takes_nothing_away_that_a_person_added(workspace, tmp_path):
    path = table(tmp_path, ["title", "need", "objectives"], ["Orti", "Uno", ""])
    practice = take(workspace, path).files[0].practice
    edit(workspace, practice, objectives="Aggiunti dopo")
    assert statuses(take(workspace, path)) == ["unchanged"]
    assert values(workspace, practice)["objectives"] == "Aggiunti dopo"


def test_numbers_of_a_workbook_keep_their_decimal_point_in_an_italian_catalogue(workspace, tmp_path):
    book = openpyxl.Workbook()
    for row in (["title", "budget_total", "staff_fte"], ["Orti", 1.234, "1.234,5"]):
        book.active.append(row)
    book.save(tmp_path / "t.xlsx")
    shown = values(workspace, take(workspace, tmp_path / "t.xlsx").files[0].practice)
    assert (shown["budget_total"], shown["staff_fte"]) == ("1.234", "1234.5")


# Tables of our own that come back ---------------------------------------------------------------------------------------------------------


@pytest.fixture
def full(workspace):
    practice = record(
        workspace,
        policy_area=("health", "education"),
        budget_total="1234.567",
        currency="EUR",
        volunteers=NOT_KNOWN,
        lessons="=2+2",
        previous_names="-",
        results="N/A",
    )
    add_row(workspace, practice, "partners", name="Scuola, con virgola", role="co_funder")
    add_row(workspace, practice, "partners", name="+39 Club")
    return practice


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_table_nobody_edited_changes_nothing(workspace, full, tmp_path, kind):
    path = table_export.export_table(workspace, [full], kind, tmp_path / f"t.{kind}")
    before = values(workspace, full)
    assert statuses(take(workspace, path)) == ["unchanged"]
    assert values(workspace, full) == before


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_an_exported_table_carries_everything_to_an_empty_catalogue(workspace, full, new_workspace, tmp_path, kind):
    other = new_workspace("Centro")
    report = take(other, table_export.export_table(workspace, [full], kind, tmp_path / f"t.{kind}"))
    assert [file.practice for file in report.files] == [full]
    got, had = cataloguing.show(other, full).record, cataloguing.show(workspace, full).record
    for path in ("title", "policy_area", "budget_total", "volunteers", "lessons", "short_description"):
        assert got.values[path] == had.values[path]
    assert [got.text(f"{row}.name") for row in got.rows("partners")] == ["Scuola, con virgola", "+39 Club"]


def test_an_edited_table_comes_back_as_changes_to_what_it_left_with(workspace, full, tmp_path):
    path = table_export.export_table(workspace, [full], "csv", tmp_path / "t.csv")
    edit(workspace, full, title="Cambiato qui", need="Cambiato qui.")
    rewrite(
        path,
        lambda row: row.update(
            {"title": "Cambiato nella tabella", "volunteers": "31", "partners[1].name": "Club", "objectives": ""}
        ),
    )
    report = take(workspace, path)
    assert statuses(report) == ["conflict"]
    shown = cataloguing.show(workspace, full)
    assert [conflict.path for conflict in shown.conflicts] == ["title"]
    assert (shown.record.text("volunteers"), shown.record.text("need")) == ("31", "Cambiato qui.")
    assert [shown.record.text(f"{row}.name") for row in shown.record.rows("partners")] == [
        "Scuola, con virgola",
        "Club",
    ]
    assert set(changes(report.files[0]).values()) == {"changed", "conflict"}
    assert statuses(take(workspace, path)) == ["unchanged"]


def test_codes_a_spreadsheet_took_for_quantities_stay_as_they_were_and_it_is_said(workspace, tmp_path):
    practice = record(workspace, lead_org__register_id="00123456789", contact__phone="390112345678")
    path = table_export.export_table(workspace, [practice], "csv", tmp_path / "t.csv")
    rewrite(
        path,
        lambda row: row.update(
            {"lead_org.register_id": "123456789", "contact.phone": "3,90112E+11", "title": "Cambiato"}
        ),
    )
    report = take(workspace, path)
    assert changes(report.files[0]) == {"title": "changed"}
    shown = values(workspace, practice)
    assert (shown["lead_org.register_id"], shown["contact.phone"]) == ("00123456789", "390112345678")
    said = {remark.code: remark.arguments for remark in report.remarks}
    assert said["table-digits"] == {"count": 2, "examples": "00123456789; 390112345678"}


@pytest.mark.parametrize(
    ("code", "text"),
    [("00123", "124"), ("00123", "0123"), ("390112345678", "3.91E+11"), ("390112345678", "3.9E+10"), ("0x7", "7")],
)
def test_another_number_is_a_change(workspace, tmp_path, code, text):
    practice = record(workspace, lead_org__register_id=code)
    path = table_export.export_table(workspace, [practice], "csv", tmp_path / "t.csv")
    rewrite(path, lambda row: row.update({"lead_org.register_id": text}))
    take(workspace, path)
    assert values(workspace, practice)["lead_org.register_id"] == text


def test_rows_taken_out_of_a_workbook_s_sheet_are_removed_and_new_ones_added(workspace, full, tmp_path):
    path = table_export.export_table(workspace, [full], "xlsx", tmp_path / "t.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book["partners"]
    header = [cell.value for cell in sheet[1]]
    sheet.delete_rows(2)
    sheet.append([{"uid": full, "partners[].name": "Biblioteca"}.get(name) for name in header])
    book.save(path)
    take(workspace, path)
    shown = cataloguing.show(workspace, full).record
    assert [shown.text(f"{row}.name") for row in shown.rows("partners")] == ["+39 Club", "Biblioteca"]
    assert statuses(take(workspace, path)) == ["unchanged"]


def test_a_table_of_another_catalogue_s_state_is_compared_with_today_and_overwrites_nothing(workspace, full, tmp_path):
    path = table_export.export_table(workspace, [full], "csv", tmp_path / "t.csv")
    rewrite(path, lambda row: row.update({"base_vector": "elsewhere:9", "title": "Da altrove"}))
    assert statuses(take(workspace, path)) == ["conflict"]


def test_787_real_practices_come_in_and_the_all_na_table_does_not(workspace, shared_data):
    folder = shared_data / "practices" / "ecesp"
    report = take(workspace, folder / "good_practices.csv", mapping=MAP)
    assert (report.count("new"), len(report.files)) == (787, 787)
    with workspace.catalogue.read() as view:
        from seeddesk.domain.query import Query

        everything = [value for _, found in view.records(view.ids(Query())) for value in found.values.values()]
    assert not {"N/A", ("N/A",)} & set(everything)
    again = take(workspace, folder / "good_practices.csv", mapping=MAP)
    assert again.count("unchanged") == 787
    thin = take(workspace, folder / "good_practices_HEAD_all-NA.csv", mapping=MAP)
    assert (thin.count("refused"), len(thin.files)) == (630, 630)
    assert cataloguing.list_practices(workspace).total == 787


def test_a_file_the_disk_does_not_give_is_refused_and_the_others_are_taken(workspace, tmp_path, monkeypatch):
    good = table(tmp_path, ["title", "need"], ["Orti", "Uno"])
    bad = table(tmp_path, ["title", "need"], ["Altri", "Due"], name="aperto.csv")
    read = Path.read_bytes

    def refuse(self: Path) -> bytes:
        if self.name == "aperto.csv":
            raise PermissionError(13, "Permission denied")
        return read(self)

    monkeypatch.setattr(Path, "read_bytes", refuse)
    assert {Path(file.path).name: file.reason for file in take(workspace, good, bad).files} == {
        "t.csv": "",
        "aperto.csv": "file-unreadable",
    }
