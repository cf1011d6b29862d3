"""Dossiers that come back are merged field by field against what they left with."""

from __future__ import annotations

import shutil

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, NotFound
from seeddesk.domain.paths import row_id
from seeddesk.exchange.docx.carriers import Carriers
from seeddesk.services import cataloguing, merging, recording
from tests.support import documents
from tests.support.catalogues import add_row, edit, record, values
from tests.support.dossiers import cells
from tests.support.returned import changes, edited, read_here, send, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def revisions(ws, practice):
    with ws.catalogue.read() as view:
        return view.revisions(practice)


def test_a_dossier_nobody_edited_changes_nothing(workspace, tmp_path):
    practice = record(workspace)
    add_row(workspace, practice, "partners", name="Scuola")
    before = revisions(workspace, practice)
    report = take(workspace, send(workspace, practice, tmp_path))
    assert statuses(report) == ["unchanged"]
    assert changes(report.files[0]) == {}
    assert report.files[0].fidelity.characters_read == report.files[0].fidelity.characters_present
    assert revisions(workspace, practice) == before


def test_an_edited_field_becomes_a_revision_by_the_document_s_author(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Orti nuovi"})
    report = take(workspace, back)
    assert statuses(report) == ["updated"]
    assert changes(report.files[0]) == {"title": "changed"}
    made = revisions(workspace, practice)[-1]
    assert (made.author, made.origin, dict(made.set)) == ("Bruno", "dossier b.docx", {"title": "Orti nuovi"})
    assert values(workspace, practice)["title"] == "Orti nuovi"


def test_the_same_dossier_again_changes_nothing_even_under_another_name(workspace, tmp_path):
    practice = record(workspace)
    back = edited(
        workspace,
        send(workspace, practice, tmp_path),
        "b.docx",
        {"title": "Orti nuovi", "budget_total": "1.234,50"},
        {"need": "Altro bisogno."},
    )
    take(workspace, back)
    before = revisions(workspace, practice)
    other = shutil.copy(back, tmp_path / "copia.docx")
    assert statuses(take(workspace, back, other)) == ["unchanged", "unchanged"]
    assert revisions(workspace, practice) == before


def test_the_same_dossier_stays_known_after_its_value_was_replaced(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Orti nuovi"})
    take(workspace, back)
    edit(workspace, practice, title="Orti nuovissimi")
    assert statuses(take(workspace, back)) == ["unchanged"]
    assert values(workspace, practice)["title"] == "Orti nuovissimi"


def test_two_people_s_different_fields_both_land(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"title": "Orti nuovi"}, author="Bruno")
    two = edited(workspace, sent, "two.docx", {"volunteers": "31"}, author="Carla")
    assert statuses(take(workspace, one, two)) == ["updated", "updated"]
    shown = values(workspace, practice)
    assert (shown["title"], shown["volunteers"]) == ("Orti nuovi", "31")


def test_the_same_field_becomes_one_conflict_with_both_values_and_authors(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"title": "Uno"}, author="Bruno")
    two = edited(workspace, sent, "two.docx", {"title": "Due"}, author="Carla")
    report = take(workspace, one, two)
    assert statuses(report) == ["updated", "conflict"]
    assert changes(report.files[1]) == {"title": "conflict"}
    (conflict,) = cataloguing.conflicts(workspace, practice)
    assert [(version.value, version.author) for version in conflict.versions] == [("Uno", "Bruno"), ("Due", "Carla")]
    assert conflict.base == "Orti di comunità"
    before = len(revisions(workspace, practice))
    cataloguing.resolve(workspace, practice, "title", take="2")
    assert len(revisions(workspace, practice)) == before + 1
    assert cataloguing.conflicts(workspace, practice) == ()
    assert values(workspace, practice)["title"] == "Due"
    assert statuses(take(workspace, one, two)) == ["unchanged", "unchanged"]


def test_an_edit_made_here_meanwhile_is_not_overwritten(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Da fuori"})
    edit(workspace, practice, title="Da qui")
    assert statuses(take(workspace, back)) == ["conflict"]
    (conflict,) = cataloguing.conflicts(workspace, practice)
    assert {version.value for version in conflict.versions} == {"Da fuori", "Da qui"}


def test_sentences_changed_apart_are_merged_to_confirm(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    one = edited(
        workspace,
        sent,
        "one.docx",
        narratives={"overview": "Il quartiere era grigio. Ora ha un orto. Lo curano gli abitanti."},
    )
    two = edited(
        workspace,
        sent,
        "two.docx",
        narratives={"overview": "Il quartiere non aveva verde. Ora ha un orto. Lo curano in trenta."},
        author="Carla",
    )
    take(workspace, one, two)
    (conflict,) = cataloguing.conflicts(workspace, practice)
    assert conflict.proposal == "Il quartiere era grigio. Ora ha un orto. Lo curano in trenta."


def test_a_tracked_change_counts_and_keeps_its_author(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    back = edited(workspace, sent, "b.docx", {"title": "Nuovo"}, tracked={"need": "In più."}, author="Carla")
    take(workspace, documents_author(back, "Chi ha salvato"))
    made = {path: revision.author for revision in revisions(workspace, practice)[1:] for path in revision.set}
    assert made == {"title": "Chi ha salvato", "need": "Carla"}
    assert values(workspace, practice)["need"] == "Isolamento degli anziani. In più."


def documents_author(path, author):
    data = documents.changed(path.read_bytes(), lambda xml: xml.replace(">Carla<", f">{author}<"), "docProps/core.xml")
    path.write_bytes(data)
    return path


def test_emptying_a_cell_empties_the_field(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"lead_org.name": ""})
    take(workspace, back)
    assert values(workspace, practice)["lead_org.name"] is None


def test_a_field_that_is_not_in_the_document_is_absent_and_never_emptied(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    data = documents.changed(sent.read_bytes(), lambda xml: cut_row(xml, "sd:lead_org.name"))
    sent.write_bytes(data)
    report = take(workspace, sent)
    assert statuses(report) == ["unchanged"]
    assert report.files[0].fields["lead_org.name"] == ("", "absent")
    assert values(workspace, practice)["lead_org.name"] == "Associazione L'Orto"


def cut_row(xml, tag):
    place = xml.index(f'w:val="{tag}"')
    start, end = xml.rindex("<w:tr>", 0, place), xml.index("</w:tr>", place) + len("</w:tr>")
    return xml[:start] + xml[end:]


def test_text_that_fits_no_choice_is_kept_as_it_was_written_and_flagged(workspace, tmp_path):
    practice = record(workspace)
    back = edited(
        workspace, send(workspace, practice, tmp_path), "b.docx", {"country": "Atlantide", "volunteers": "una trentina"}
    )
    assert statuses(take(workspace, back)) == ["updated"]
    shown = cataloguing.show(workspace, practice)
    assert (shown.record.text("country"), shown.record.text("volunteers")) == ("Atlantide", "una trentina")
    assert {problem.path for problem in shown.evaluation.problems} >= {"country", "volunteers"}


def test_rows_are_edited_added_and_removed(workspace, tmp_path):
    practice = record(workspace)
    school = add_row(workspace, practice, "partners", name="Scuola", role="co_funder")
    club = add_row(workspace, practice, "partners", name="Circolo")
    sent = send(workspace, practice, tmp_path)
    back = edited(
        workspace,
        sent,
        "b.docx",
        {f"{school}.name": "Scuola Rodari", f"{club}.name": ""},
        new_rows={f"{school}.name": "Parrocchia"},
    )
    report = take(workspace, back)
    shown = cataloguing.show(workspace, practice).record
    assert [shown.text(f"{row}.name") for row in shown.rows("partners")] == ["Scuola Rodari", "Parrocchia"]
    assert shown.text(f"{school}.role") == "co_funder"
    assert changes(report.files[0])[club] == "removed"
    assert statuses(take(workspace, back)) == ["unchanged"]


def test_a_row_removed_there_and_edited_here_stays_for_a_person(workspace, tmp_path):
    practice = record(workspace)
    school = add_row(workspace, practice, "partners", name="Scuola")
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {f"{school}.name": ""})
    edit(workspace, practice, **{f"{school}.name": "Scuola Rodari"})
    assert statuses(take(workspace, back)) == ["conflict"]
    shown = cataloguing.show(workspace, practice)
    assert shown.record.text(f"{school}.name") == "Scuola Rodari"
    assert [conflict.kind for conflict in shown.conflicts] == ["row"]


def cut_table(xml, tag, instead=""):
    place = xml.index(f'w:val="{tag}"')
    start, end = xml.rindex("<w:tbl>", 0, place), xml.index("</w:tbl>", place) + len("</w:tbl>")
    return xml[:start] + instead + xml[end:]


@pytest.mark.parametrize("instead", ["", "<w:p><w:r><w:t>Scuola, Circolo; Parrocchia</w:t></w:r></w:p>"])
def test_a_table_that_is_gone_was_not_found_and_its_rows_stay(workspace, tmp_path, instead):
    practice = record(workspace)
    school = add_row(workspace, practice, "partners", name="Scuola")
    add_row(workspace, practice, "partners", name="Circolo")
    sent = send(workspace, practice, tmp_path)
    tag = Carriers(workspace.form).tag("partners[].name", row_id(school))
    sent.write_bytes(documents.changed(sent.read_bytes(), lambda xml: cut_table(xml, tag, instead)))
    report = take(workspace, sent)
    assert statuses(report) == ["unchanged"]
    assert report.files[0].fields["partners[].name"] == ("", "absent")
    assert len(cataloguing.show(workspace, practice).record.rows("partners")) == 2


def test_a_table_whose_rows_are_all_gone_says_that_they_were_taken_out(workspace, tmp_path):
    practice = record(workspace)
    rows = [add_row(workspace, practice, "partners", name=name) for name in ("Scuola", "Circolo")]
    sent = send(workspace, practice, tmp_path)
    for row in rows:
        tag = Carriers(workspace.form).tag("partners[].name", row_id(row))
        sent.write_bytes(documents.changed(sent.read_bytes(), lambda xml, tag=tag: cut_row(xml, tag)))
    assert statuses(take(workspace, sent)) == ["updated"]
    assert cataloguing.show(workspace, practice).record.rows("partners") == []


def test_two_people_write_in_the_same_empty_row_and_both_rows_are_there(workspace, tmp_path):
    practice = record(workspace)
    school = add_row(workspace, practice, "partners", name="Scuola")
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", new_rows={f"{school}.name": "Parrocchia"})
    two = edited(workspace, sent, "two.docx", new_rows={f"{school}.name": "Biblioteca"}, author="Carla")
    take(workspace, one, two)
    shown = cataloguing.show(workspace, practice)
    assert {shown.record.text(f"{row}.name") for row in shown.record.rows("partners")} == {
        "Scuola",
        "Parrocchia",
        "Biblioteca",
    }
    assert shown.conflicts == ()


def test_amount_and_currency_are_saved_and_decided_together(workspace, tmp_path):
    practice = record(workspace, budget_total="100", currency="EUR", budget_period="2021")
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"budget_total": "200"})
    two = edited(workspace, sent, "two.docx", {"budget_total": "300"}, author="Carla")
    take(workspace, one, two)
    (conflict,) = cataloguing.conflicts(workspace, practice)
    assert set(conflict.together) == {"currency", "budget_period"}
    assert {"budget_total", "currency", "budget_period"} <= set(revisions(workspace, practice)[-1].set)


def test_calculated_fields_follow_and_are_never_a_conflict(workspace, tmp_path):
    practice = record(workspace, budget_total="1000", currency="EUR", reached_count="10")
    assert values(workspace, practice)["unit_cost"] == "100"
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"budget_total": "2000"})
    two = edited(workspace, sent, "two.docx", {"reached_count": "40"}, author="Carla")
    assert statuses(take(workspace, one, two)) == ["updated", "updated"]
    assert values(workspace, practice)["unit_cost"] == "50"
    assert cataloguing.conflicts(workspace, practice) == ()
    assert statuses(take(workspace, two, one)) == ["unchanged", "unchanged"]


def test_a_rehearsal_says_what_would_happen_and_writes_nothing(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"title": "Uno"})
    two = edited(workspace, sent, "two.docx", {"title": "Due"}, author="Carla")
    before = revisions(workspace, practice)
    assert statuses(take(workspace, one, two, dry_run=True)) == ["updated", "conflict"]
    assert revisions(workspace, practice) == before
    assert statuses(take(workspace, one, two)) == ["updated", "conflict"]


def test_a_document_that_lost_its_base_finds_it_in_the_catalogue(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Da fuori"})
    back.write_bytes(documents.without_parts(back.read_bytes(), "customXml", "docProps/custom.xml"))
    edit(workspace, practice, need="Cambiato qui.")
    report = take(workspace, back)
    assert statuses(report) == ["updated"]
    assert changes(report.files[0]) == {"title": "changed"}
    assert values(workspace, practice)["need"] == "Cambiato qui."


def test_one_bad_file_among_good_ones_is_refused_and_the_others_are_taken(workspace, tmp_path):
    practice = record(workspace)
    folder = tmp_path / "ritorni"
    edited(workspace, send(workspace, practice, folder), "a.docx", {"title": "Nuovo"})
    (folder / "broken.docx").write_bytes(b"PK\x03\x04 half a file")
    (folder / "foto.png").write_bytes(b"x")
    (folder / "~$a.docx").write_bytes(b"lock")
    (folder / ".hidden.docx").write_bytes(b"x")
    report = take(workspace, folder)
    assert {file.path.rpartition("/")[2]: file.status for file in report.files if "SI-" not in file.path} == {
        "a.docx": "updated",
        "broken.docx": "refused",
        "foto.png": "refused",
    }
    assert report.needs_person


@pytest.mark.parametrize("name", ["", "Unknown Author", "autore sconosciuto"])
def test_who_imports_a_dossier_that_names_nobody_did_not_write_it(workspace, tmp_path, name):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    one = edited(workspace, sent, "one.docx", {"title": "Uno"}, author=name)
    two = edited(workspace, sent, "two.docx", {"website": "http://due.it"}, author=name)
    take(workspace, one)
    merging.import_files(workspace, [two], backup=False, author="Bruno")
    made = {path: revision.author for revision in revisions(workspace, practice)[1:] for path in revision.set}
    assert made == {"title": "non indicato", "website": "Bruno"}


def test_a_path_that_is_not_there_is_named(workspace, tmp_path):
    with pytest.raises(NotFound, match="not there"):
        take(workspace, tmp_path / "none.docx")


def test_stopping_leaves_the_catalogue_as_it_was(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Nuovo"})
    before = revisions(workspace, practice)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        merging.import_files(workspace, [back], progress=progress, backup=False)
    assert revisions(workspace, practice) == before


def test_an_import_backs_up_first(workspace, tmp_path):
    from seeddesk.services import maintenance

    practice = record(workspace)
    merging.import_files(workspace, [send(workspace, practice, tmp_path)])
    assert len(maintenance.backups(workspace)) == 1


def test_a_deleted_practice_that_was_edited_elsewhere_comes_up_for_a_decision(workspace, tmp_path):
    practice = record(workspace)
    back = edited(workspace, send(workspace, practice, tmp_path), "b.docx", {"title": "Nuovo"})
    recording.delete(workspace, practice)
    assert statuses(take(workspace, back)) == ["conflict"]
    assert [conflict.kind for conflict in cataloguing.conflicts(workspace, practice)] == ["practice"]


def test_a_value_that_was_replaced_can_be_brought_back_by_a_later_dossier(workspace, tmp_path):
    practice = record(workspace)
    take(workspace, edited(workspace, send(workspace, practice, tmp_path), "one.docx", {"title": "Uno"}))
    edit(workspace, practice, title="Due")
    later = edited(workspace, send(workspace, practice, tmp_path / "later"), "two.docx", {"title": "Uno"})
    assert statuses(take(workspace, later)) == ["updated"]
    assert values(workspace, practice)["title"] == "Uno"


def test_progress_counts_every_file_up_to_their_number(workspace, tmp_path, monkeypatch):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    files = [edited(workspace, sent, f"{number}.docx", {"volunteers": str(number)}) for number in range(5)]
    monkeypatch.setattr(merging, "TOGETHER", 2)
    told = []
    progress = Progress(lambda done, total, what: told.append((done, total, what)))
    report, _ = merging.import_files(workspace, files, progress=progress, backup=False)
    assert told == [(number, 5, f"{number}.docx") for number in range(5)]
    assert [file.path.rpartition("/")[2] for file in report.files] == [f"{number}.docx" for number in range(5)]


def test_a_dossier_that_kept_only_its_printed_code_is_a_practice_with_that_code(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    sent.write_bytes(documents.without_parts(sent.read_bytes(), "customXml", "docProps"))
    centre = new_workspace("Centro")
    report = take(centre, sent)
    assert statuses(report) == ["new"]
    assert values(centre, report.files[0].practice)["code"] == values(workspace, practice)["code"]
    assert statuses(take(centre, sent)) == ["unchanged"]


def test_a_dossier_that_kept_only_its_printed_code_is_known_after_the_practice_got_its_country(workspace, tmp_path):
    practice = record(workspace, country="")
    sent = send(workspace, practice, tmp_path)
    back = edited(workspace, sent, "b.docx", {"title": "Cambiato da Bruno"})
    back.write_bytes(documents.without_parts(back.read_bytes(), "customXml", "docProps"))
    edit(workspace, practice, country="SI", need="Cambiato qui.")
    assert "SI-XX-" in sent.name
    report = take(workspace, back)
    assert [(file.status, file.practice) for file in report.files] == [("updated", practice)]
    assert (values(workspace, practice)["title"], values(workspace, practice)["need"]) == (
        "Cambiato da Bruno",
        "Cambiato qui.",
    )


def test_which_of_several_is_the_main_one_stands_in_the_dossier_and_comes_back(workspace, tmp_path):
    practice = record(workspace, esf_objective=("ESO4.8", "ESO4.1"))
    sent = send(workspace, practice, tmp_path)
    shown = cells(sent.read_bytes())["sd:esf_objective"]
    ticked = shown.split("☒")[1:]
    assert [" (principale)" in label.split("☐")[0] for label in ticked] == [False, True]
    report = take(workspace, sent)
    assert changes(report.files[0]) == {}
    assert report.files[0].fidelity.characters_read == report.files[0].fidelity.characters_present
    other = shown.replace(" (principale)", "")
    first = ticked[0].split("☐")[0].rstrip()
    moved = other.replace(first, f"{first} (principale)")
    take(workspace, edited(workspace, sent, "b.docx", {"esf_objective": moved}))
    assert values(workspace, practice)["esf_objective"] == ("ESO4.1", "ESO4.8")
    one = record(workspace, title="Altro", esf_objective=("ESO4.8",))
    assert "principale" not in cells(send(workspace, one, tmp_path).read_bytes())["sd:esf_objective"]
