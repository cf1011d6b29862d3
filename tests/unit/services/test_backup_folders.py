"""Each catalogue has backups of its own, also a copy and its original; and what a lost code keeps locked is said to be there."""

import shutil
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.domain.messages import sentence
from seeddesk.services import backup_folders, maintenance, protecting
from seeddesk.services.workspace import Workspace
from seeddesk.storage import backup as copies
from seeddesk.storage import vault
from tests.support.catalogues import record
from tests.support.keyrings import keyring_of_system, no_keyring, quick_codes

__all__ = ["keyring_of_system", "no_keyring", "quick_codes"]  # fixtures


def _backed_up(location):
    with Workspace.open(location, "Ada") as ws:
        return maintenance.backup(ws)


@pytest.fixture
def original(workspace):
    """A closed catalogue with one backup."""
    record(workspace)
    maintenance.backup(workspace)
    workspace.close()
    return Path(workspace.catalogue.location)


@pytest.fixture
def copy(original, tmp_path):
    return Path(shutil.copy(original, tmp_path / "copy.seeddesk"))


def test_protecting_a_copy_leaves_the_backups_of_its_original_alone(original, copy, no_keyring):
    (before,) = backup_folders.named(str(original))[0].glob("*.seeddesk")
    assert protecting.protect(lambda code: None, copy).copies == 0
    assert vault.is_plain(before)
    vault.forget()
    assert maintenance.restore_last(original)[0] == before
    with Workspace.open(original, "Ada") as ws:
        assert maintenance.check(ws)[0].findings == ()


@pytest.mark.parametrize("copy_first", [True, False])
def test_a_copy_and_its_original_each_find_their_own_backup(original, copy, copy_first):
    made = {place: _backed_up(place) for place in ((copy, original) if copy_first else (original, copy))}
    assert made[copy].parent != made[original].parent
    for place, backup in made.items():
        assert maintenance.last_good_backup(place) == backup


def test_a_catalogue_that_was_moved_keeps_its_backups(original, tmp_path):
    folder = maintenance.last_good_backup(original).parent
    moved = original.rename(tmp_path / "moved.seeddesk")
    assert _backed_up(moved).parent == folder
    assert maintenance.last_good_backup(moved).parent == folder


def test_a_new_catalogue_in_the_place_of_one_that_was_moved_takes_no_backups_from_it(original, tmp_path):
    folder = maintenance.last_good_backup(original).parent
    moved = original.rename(tmp_path / "moved.seeddesk")
    with Workspace.create(original, "Bo") as other:
        record(other)
        assert maintenance.backup(other).parent != folder
    assert _backed_up(moved).parent == folder


def test_another_name_of_the_same_file_has_the_same_backups(original, tmp_path):
    (link := tmp_path / "link.seeddesk").symlink_to(original)
    assert _backed_up(link).parent == maintenance.last_good_backup(original).parent


def test_an_original_that_does_not_open_keeps_its_backups_from_a_copy(original, copy):
    folder = maintenance.last_good_backup(original).parent
    original.write_bytes(b"\0" * 9000)
    assert _backed_up(copy).parent != folder


@pytest.fixture
def computers(original, tmp_path, monkeypatch):
    """Sits down at a computer, and opens its copy of one catalogue; all copy their backups to the same stick."""
    (stick := tmp_path / "stick").mkdir()

    def at(name):
        for kind in ("DATA", "CONFIG"):
            monkeypatch.setenv(f"XDG_{kind}_HOME", str(tmp_path / name / kind))
        location = tmp_path / name / "c.seeddesk"
        if not location.exists():
            location.parent.mkdir()
            shutil.copy(original, location)
            maintenance.choose_second_place(stick)
        return Workspace.open(location, name)

    return at


def _copied(ws, age):
    """A copy on the stick of a backup made some time ago."""
    maintenance.backup(ws)
    copy = maintenance.copy_to_second_place(ws)
    old = copies.name(datetime.now() - age)
    for path in (copy, maintenance.last_good_backup(ws.catalogue.location)):
        path.rename(path.with_name(old))
    return copy.with_name(old)


def test_two_computers_with_copies_of_a_catalogue_and_one_stick_keep_their_copies_apart(computers, no_keyring):
    long_ago = timedelta(days=20)
    with computers("one") as ws:
        first = _copied(ws, long_ago)
    with computers("other") as ws:
        assert maintenance.second_place(ws).latest is None  # what lies there is the other computer's
        second = _copied(ws, long_ago - timedelta(seconds=5))
        maintenance.backup(ws)
        assert maintenance.copy_to_second_place(ws).parent == second.parent != first.parent
        location = ws.catalogue.location
    protecting.protect(lambda code: None, location)
    assert vault.is_plain(first)
    assert not vault.is_plain(second)
    vault.forget()
    with computers("one") as ws:
        maintenance.backup(ws)
        assert maintenance.copy_to_second_place(ws).parent == first.parent
        (whose,) = first.parent.glob("*.txt")
        assert whose.read_text("utf-8").endswith(ws.catalogue.location)
    assert first.exists()
    assert second.exists()


@pytest.mark.parametrize("said", ["", "../elsewhere", "\udcff"], ids=["nothing", "a way out", "no text"])
def test_a_damaged_note_of_where_copies_lie_begins_another_folder_in_the_second_place(computers, said, tmp_path):
    with computers("one") as ws:
        first = _copied(ws, timedelta(days=20))
        (note,) = maintenance.backup_folder(ws).glob("second*.txt")
        note.write_bytes(said.encode("utf-8", "surrogateescape"))
        maintenance.backup(ws)
        copy = maintenance.copy_to_second_place(ws)
    assert copy.parent != first.parent
    assert copy.parent.parent == tmp_path / "stick"
    assert first.exists()


@pytest.fixture
def locked(original, no_keyring):
    """A plain catalogue whose only backup opens by a code alone, and that code."""
    codes = []
    protecting.protect(codes.append, original)
    protecting.unprotect(original)
    vault.forget()
    return original, codes[0]


def test_a_backup_that_only_a_code_opens_is_named_and_comes_back_with_the_code(locked):
    location, code = locked
    with pytest.raises(StorageError) as refusal:
        maintenance.restore_last(location)
    path = refusal.value.arguments["path"]
    assert (refusal.value.code, Path(path).is_file()) == ("backup-locked", True)
    assert path in sentence(refusal.value.code, "it", **refusal.value.arguments)
    protecting.unlock(code, path)
    assert maintenance.restore_last(location)[0] == Path(path)


def test_a_salvage_says_which_locked_backup_it_could_not_read(locked):
    location, code = locked
    done = maintenance.salvage(location)
    assert done.backup is None
    protecting.unlock(code, done.locked)
    assert maintenance.salvage(location).backup == done.locked
