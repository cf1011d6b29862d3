"""Recording, as a person does it: start, open, save, change the status, delete, erase, attach."""

import re
from pathlib import Path

import pytest

from seeddesk.domain.errors import NotAllowed, NotFound, StorageError, UsageError
from seeddesk.domain.query import Query
from seeddesk.domain.record import Record
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.services import cataloguing, recording
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import GARDENS, add_row, attach, edit, exchange, record, values
from tests.support.returned import edited, send, statuses, take


def count(workspace, practice):
    with workspace.catalogue.read() as view:
        return len(view.revisions(practice))


def test_a_new_practice_has_a_code_a_status_and_who_recorded_it(workspace):
    shown = values(workspace, record(workspace))
    assert re.fullmatch(r"SI-IT-\d{4}-[0-9A-HJKMNP-TV-Z]{7}", shown["code"])
    assert (shown["status"], shown["collected_by"], shown["record_language"]) == ("draft", "Ada", "it")


def test_a_practice_of_an_unknown_country_gets_a_code_all_the_same(workspace):
    practice, _ = recording.start(workspace, {"title": "Senza paese"})
    assert values(workspace, practice)["code"].startswith("SI-XX-")


def test_a_code_without_a_country_names_it_once_it_is_known_and_stays_then(workspace):
    practice, _ = recording.start(workspace, {"title": "Senza paese"})
    without = values(workspace, practice)["code"]
    edit(workspace, practice, overview="Prima il testo.")
    assert values(workspace, practice)["code"] == without
    edit(workspace, practice, country="SI")
    known = values(workspace, practice)["code"]
    assert known == without.replace("SI-XX-", "SI-SI-")
    edit(workspace, practice, country="IT")
    edit(workspace, practice, country=None)
    edit(workspace, practice, country="EL")
    assert values(workspace, practice)["code"] == known


def test_a_code_that_somebody_gave_is_left_alone(workspace):
    practice, _ = recording.start(workspace, {"title": "Senza paese"})
    edit(workspace, practice, code="SI-XX-2026-AAAAAAA")
    edit(workspace, practice, country="IT")
    assert values(workspace, practice)["code"] == "SI-XX-2026-AAAAAAA"


def test_the_code_never_changes(workspace):
    practice = record(workspace)
    before = values(workspace, practice)["code"]
    edit(workspace, practice, country="EL")
    assert values(workspace, practice)["code"] == before


def test_saving_reports_which_practice_changed(workspace):
    practice, changes = recording.start(workspace, GARDENS)
    assert changes.practices == {practice}


def test_saving_what_is_there_already_writes_nothing(workspace):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    same, changes = recording.save(workspace, draft, {"title": GARDENS["title"], "results": "  "})
    assert same == draft
    assert not changes.practices
    assert count(workspace, practice) == 1


def test_only_what_changed_is_written(workspace):
    practice = record(workspace)
    edit(workspace, practice, title="Altro", need=GARDENS["need"])
    with workspace.catalogue.read() as view:
        assert set(view.revisions(practice)[-1].set) == {"title"}


def test_a_draft_saved_twice_follows_on_its_own_first_save(workspace):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    for text in ("Uno", "Due", "Tre"):
        draft, _ = recording.save(workspace, draft, {"title": text})
    assert values(workspace, practice)["title"] == "Tre"
    assert not cataloguing.conflicts(workspace)


def test_a_value_that_came_in_while_the_practice_was_open_is_not_overwritten(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    draft = recording.open_draft(ada, practice)
    edit(bo, practice, title="Di Bo")
    exchange(ada, bo)
    recording.save(ada, draft, {"title": "Di Ada"})
    (conflict,) = cataloguing.conflicts(ada, practice)
    assert {version.value for version in conflict.versions} == {"Di Ada", "Di Bo"}


def test_emptying_a_field_is_an_answer_and_keeps_the_history(workspace):
    practice = record(workspace)
    edit(workspace, practice, need="   ")
    assert values(workspace, practice)["need"] is None
    assert any(entry.value == GARDENS["need"] for entry in cataloguing.history(workspace, practice))


def test_not_known_yet_is_kept(workspace):
    practice = record(workspace)
    edit(workspace, practice, website=NOT_KNOWN)
    assert values(workspace, practice)["website"] is NOT_KNOWN


def test_text_is_cleaned_of_what_no_document_can_carry(workspace):
    practice = record(workspace, title="Cafe\u0301\x00 \ud800")
    assert values(workspace, practice)["title"] == "Café "


def test_fields_that_belong_together_are_written_together(workspace):
    practice = record(workspace)
    edit(workspace, practice, end="2024")
    with workspace.catalogue.read() as view:
        assert {"start", "end", "ongoing"} <= set(view.revisions(practice)[-1].set)


def test_a_cell_of_a_row_that_is_not_there_brings_its_row(workspace):
    practice = record(workspace)
    row = f"partners[{'a' * 32}]"
    edit(workspace, practice, **{f"{row}.name": "Comune"})
    assert Record(values(workspace, practice)).rows("partners") == [row]


def test_rows_stand_in_the_order_they_were_put(workspace):
    practice = record(workspace)
    first, last = add_row(workspace, practice, "partners", name="A"), add_row(workspace, practice, "partners", name="C")
    draft = recording.open_draft(workspace, practice)
    middle, change = recording.new_row(draft.values, "partners", after=first)
    recording.save(workspace, draft, {**change, f"{middle}.name": "B"})
    assert Record(values(workspace, practice)).rows("partners") == [first, middle, last]


def test_a_removed_row_takes_its_cells_along(workspace):
    practice = record(workspace)
    row = add_row(workspace, practice, "partners", name="Comune", contribution="Il terreno")
    draft, _ = recording.save(workspace, recording.open_draft(workspace, practice), {row: None})
    assert not any(path.startswith(row + ".") for path in draft.values)
    assert not any(path.startswith(row + ".") for path in values(workspace, practice))


def test_a_row_removed_here_and_edited_there_stays_for_a_person(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    row = add_row(ada, practice, "partners", name="Comune")
    exchange(ada, bo)
    edit(ada, practice, **{row: None})
    edit(bo, practice, **{f"{row}.contribution": "Il terreno"})
    exchange(ada, bo)
    (conflict,) = cataloguing.conflicts(ada, practice)
    assert (conflict.kind, conflict.path) == ("row", row)
    cataloguing.resolve(ada, practice, row, take="A")
    exchange(ada, bo)
    for one in (ada, bo):
        assert not cataloguing.conflicts(one)
        assert not Record(values(one, practice)).rows("partners")


def test_what_the_form_calculates_is_saved_with_what_it_follows_from(workspace):
    practice = record(workspace)
    row = add_row(workspace, practice, "locations", comune="001272")
    assert values(workspace, practice)[f"{row}.nuts3"] == "ITC11"


def test_a_practice_goes_through_the_workflow_only_as_allowed(workspace):
    practice = record(workspace)
    with pytest.raises(NotAllowed):
        recording.change_status(workspace, practice, "published")
    recording.change_status(workspace, practice, "archived")
    recording.change_status(workspace, practice, "draft")
    assert values(workspace, practice)["status"] == "draft"
    with pytest.raises(UsageError, match="draft"):
        recording.change_status(workspace, practice, "perfect")


def test_an_incomplete_practice_is_not_submitted_and_the_first_gaps_are_named(workspace):
    practice = record(workspace)
    with pytest.raises(NotAllowed) as refusal:
        recording.change_status(workspace, practice, "submitted")
    assert refusal.value.code == "not-complete"
    assert refusal.value.arguments["count"] > 3


def test_the_status_is_not_typed_into_a_practice(workspace):
    practice = record(workspace)
    with pytest.raises(NotAllowed, match="by itself"):
        edit(workspace, practice, status="published")


def test_a_deleted_practice_leaves_the_list_and_comes_back(workspace):
    practice = record(workspace)
    recording.delete(workspace, practice)
    assert cataloguing.list_practices(workspace).total == 0
    assert cataloguing.list_practices(workspace, Query(deleted=True)).total == 1
    recording.restore(workspace, practice)
    assert cataloguing.list_practices(workspace).total == 1
    with pytest.raises(NotAllowed):
        recording.restore(workspace, practice)


def test_deleting_again_what_is_deleted_writes_nothing(workspace):
    practice = record(workspace)
    assert recording.delete(workspace, practice).practices == {practice}
    assert not recording.delete(workspace, practice).practices
    with workspace.catalogue.read() as view:
        assert len(view.revisions(practice)) == 2


def test_a_deletion_never_hides_an_edit_it_had_not_seen(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    recording.delete(ada, practice)
    edit(bo, practice, need="Più urgente di prima.")
    exchange(ada, bo)
    for one in (ada, bo):
        assert cataloguing.list_practices(one).total == 1
    (conflict,) = cataloguing.conflicts(bo)
    assert (conflict.kind, conflict.path) == ("practice", "")
    cataloguing.resolve(bo, practice, "", take="B")
    assert not cataloguing.conflicts(bo)
    assert cataloguing.list_practices(bo).total == 1


def test_an_erased_value_is_in_no_file_any_more(workspace):
    practice = record(workspace, contact__email="segreto.wqcanarino@example.org")
    edit(workspace, practice, contact__email="secondo.wqcanarino@example.org")
    assert cataloguing.list_practices(workspace, Query(text="wqcanarino")).total == 1
    recording.redact(workspace, practice, ["contact.email"], "ask of the person")
    assert "contact.email" not in values(workspace, practice)
    assert cataloguing.list_practices(workspace, Query(text="wqcanarino")).total == 0
    states = [entry.state for entry in cataloguing.history(workspace, practice) if entry.path == "contact.email"]
    assert states == ["erased", "erased"]
    folder = Path(workspace.catalogue.location).parent
    for file in folder.iterdir():
        assert b"qcanarino" not in file.read_bytes(), file.name


def test_an_erasure_reaches_a_catalogue_only_when_a_device_it_trusts_signed_it(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada, contact__email="a@example.org")
    exchange(ada, bo)
    recording.redact(ada, practice, ["contact.email"], "asked")
    exchange(ada, bo)
    assert values(bo, practice)["contact.email"] == "a@example.org"
    with bo.catalogue.read() as view, ada.catalogue.read() as other:
        assert len(view.revisions(practice)) == len(other.revisions(practice)) - 1


def test_there_must_be_something_to_erase(workspace):
    with pytest.raises(NotAllowed):
        recording.redact(workspace, record(workspace), ["contact.email"], "asked")


def test_a_file_is_attached_and_read_back(workspace, tmp_path):
    practice = record(workspace)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(b"\xff\xd8\xff" + bytes(600_000))
    row = attach(workspace, practice, photo, title="L'orto", alt="Un orto")
    shown = values(workspace, practice)
    assert shown[f"{row}.title"] == "L'orto"
    assert recording.file_bytes(workspace, shown[f"{row}.file"]) == photo.read_bytes()
    with pytest.raises(NotFound):
        recording.file_bytes(workspace, "sha256:" + "0" * 64)
    with pytest.raises(StorageError):
        recording.keep_file(workspace, tmp_path / "absent.jpg")


def test_nobody_writes_without_a_name(new_workspace):
    workspace: Workspace = new_workspace()
    workspace.author = ""
    with pytest.raises(UsageError):
        record(workspace)
    assert cataloguing.list_practices(workspace).total == 0


def test_a_dossier_that_left_before_an_erasure_does_not_bring_the_words_back(workspace, tmp_path):
    practice = record(workspace, contact__email="segreto.wqcanarino@example.org")
    left = send(workspace, practice, tmp_path)
    recording.redact(workspace, practice, ["contact.email"], "ask of the person")
    returned = edited(workspace, left, "back.docx", cells={"title": "Orti di tutti"})
    assert statuses(take(workspace, returned)) == ["updated"]
    shown = values(workspace, practice)
    assert (shown["title"], shown.get("contact.email")) == ("Orti di tutti", None)
    for file in Path(workspace.catalogue.location).parent.glob("*.seeddesk*"):
        assert b"qcanarino" not in file.read_bytes(), file.name
