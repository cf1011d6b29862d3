"""What a person sees of the backups, and words that were kept elsewhere coming back."""

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, StorageError
from seeddesk.services import cataloguing, keeping, maintenance, protecting, recording, saving, settings
from seeddesk.services.workspace import Workspace
from tests.support.catalogues import edit, exchange, record, values
from tests.support.keyrings import keyring_of_system, quick_codes

__all__ = ["keyring_of_system", "quick_codes"]  # fixtures


def test_backups_are_listed_newest_first_with_what_each_holds_and_why(workspace):
    record(workspace)
    maintenance.backup(workspace, reason="import")
    record(workspace)
    last = maintenance.backup(workspace)
    first = keeping.listed(workspace)
    assert [(one.practices, one.reason) for one in first] == [(2, ""), (1, "import")]
    last.write_bytes(b"broken")
    assert [one.practices for one in keeping.listed(workspace)] == [None, 1]


def test_listing_can_be_stopped(workspace):
    record(workspace)
    maintenance.backup(workspace)
    progress = Progress()
    progress.cancel()
    with pytest.raises(Cancelled):
        keeping.listed(workspace, progress)


def test_a_second_place_is_asked_for_once_there_is_something_to_copy_and_not_for_a_week_after_not_now(workspace):
    assert not keeping.standing(workspace).asked
    record(workspace)
    maintenance.backup(workspace)
    assert keeping.standing(workspace).asked
    keeping.second_place_later()
    assert not keeping.standing(workspace).asked
    settings.change(second_place_asked="2020-01-01")
    assert keeping.standing(workspace).asked
    settings.change(second_place_asked="not a day")
    assert keeping.standing(workspace).asked


def test_what_was_kept_elsewhere_comes_back_once_and_beside_what_others_wrote_meanwhile(workspace, tmp_path):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    path = recording.save_elsewhere(workspace, draft, {"need": "Tenuto"}, tmp_path)
    edit(workspace, practice, website="https://altro.example")
    assert keeping.take_back(workspace, path)[0] == 1
    assert values(workspace, practice)["need"] == "Tenuto"
    assert values(workspace, practice)["website"] == "https://altro.example"
    assert keeping.take_back(workspace, path)[0] == 0
    assert not cataloguing.conflicts(workspace)


def test_what_was_kept_elsewhere_comes_back_also_of_a_practice_that_was_deleted(workspace, new_workspace, tmp_path):
    practice = record(workspace)
    other = new_workspace("Bo")
    exchange(workspace, other)
    recording.delete(other, practice)
    path = maintenance.backup(other, tmp_path / "altrove.seeddesk")
    assert keeping.take_back(workspace, path)[0] == 1
    assert cataloguing.list_practices(workspace).total == 0


def test_before_anything_is_taken_back_there_is_a_backup(workspace, new_workspace, tmp_path):
    record(workspace)
    record(other := new_workspace("Bo"))
    keeping.take_back(workspace, maintenance.backup(other, tmp_path / "altrove.seeddesk"))
    assert [(backup.reason, backup.practices) for backup in keeping.listed(workspace)] == [("import", 1)]


def test_what_is_no_catalogue_is_not_taken_back(workspace, tmp_path):
    file = tmp_path / "altro.seeddesk"
    file.write_bytes(b"x" * 9000)
    with pytest.raises(StorageError):
        keeping.take_back(workspace, file)


def test_after_an_error_a_protected_catalogue_is_opened_again_with_its_key(keyring_of_system, tmp_path):
    ws, _ = protecting.create(lambda code: None, tmp_path / "chiuso.seeddesk", "Ada", "it")
    with ws:
        practice = record(ws)
        with ws.catalogue.read() as view:
            (revision,) = view.revisions(practice)
        assert ws.catalogue.confirm(revision.dot, revision.sha256)
        edit(ws, practice, need="Si scrive ancora")
    assert not (tmp_path / "chiuso.seeddesk").read_bytes().startswith(b"SQLite format 3")


def test_a_code_that_was_noted_before_is_the_one_that_opens_and_nothing_else_is_shown(keyring_of_system, tmp_path):
    shown = []
    code, place = protecting.new_code(), tmp_path / "chiuso.seeddesk"
    ws, _ = protecting.create(shown.append, place, "Ada", "it", code=code)
    ws.close()
    assert shown == []
    standing = protecting.standing(place)
    assert (standing.state, standing.in_keyring, standing.keyring) == ("protected", True, True)
    assert protecting.unlock(code, place)
    second = protecting.new_code()
    protecting.rekey(shown.append, place, code=second)
    assert shown == []
    with pytest.raises(StorageError):
        protecting.unlock(code, place)
    assert protecting.unlock(second, place)


def test_an_import_reported_as_failed_that_happened_is_no_failure(workspace, monkeypatch):
    practice = record(workspace)
    with workspace.catalogue.read() as view:
        made = view.revisions(practice)
    error = StorageError("catalogue-io", path="c", reason="fsync")
    assert saving.happened(workspace, made, error)
    assert not saving.happened(workspace, (), error)
    assert not saving.happened(workspace, made, StorageError("catalogue-in-use", pid=1, host="", since="", user=""))


def test_a_second_opening_says_which_person_has_it(workspace):
    with pytest.raises(StorageError) as refusal, Workspace.open(workspace.catalogue.location) as other:
        other.catalogue.claim()
    assert refusal.value.code == "catalogue-in-use"
    assert refusal.value.arguments["user"] not in ("", "?")
