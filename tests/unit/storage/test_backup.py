"""Backups count only when they open and hold everything; restoring throws nothing away."""

import contextlib
import random
import re
import shutil
import sqlite3
import sys
import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.services import maintenance
from seeddesk.services.workspace import Workspace
from seeddesk.storage import backup as copies
from seeddesk.storage import check as checks
from seeddesk.storage import parts
from seeddesk.storage.catalogue import Catalogue
from seeddesk.storage.schema import VERSION, attachment, attachment_part
from tests.support.catalogues import GARDENS, edit, record, values
from tests.support.durability.migrating import newer_schema


def test_a_backup_is_a_catalogue_with_the_same_revisions(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "usb" / "copy.seeddesk")
    with Workspace.open(copy, read_only=True) as opened:
        assert maintenance.check(opened)[0].digest == maintenance.check(workspace)[0].digest
        assert values(opened, practice)["title"] == GARDENS["title"]


def test_a_file_that_is_there_is_never_overwritten_by_a_backup(workspace, tmp_path):
    (tmp_path / "letter.seeddesk").write_text("mine")
    with pytest.raises(StorageError):
        maintenance.backup(workspace, tmp_path / "letter.seeddesk")
    assert (tmp_path / "letter.seeddesk").read_text() == "mine"


def test_a_backup_that_lacks_something_does_not_count(workspace, tmp_path, monkeypatch):
    record(workspace)
    empty = Catalogue.create(str(tmp_path / "empty.seeddesk"))
    empty.close()
    monkeypatch.setattr(
        Catalogue, "copy_into", lambda self, target, _: shutil.copy(tmp_path / "empty.seeddesk", target)
    )
    with pytest.raises(StorageError) as refusal:
        maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    assert refusal.value.code == "backup-bad"
    assert not [path for path in tmp_path.iterdir() if "copy" in path.name]


def test_a_copy_is_made_compact_where_much_of_the_file_is_free(workspace, tmp_path):
    location = Path(workspace.catalogue.location)
    if not location.is_file():
        pytest.skip("a server has no file")
    practice = record(workspace)
    held = copies.verify(maintenance.backup(workspace, tmp_path / "whole.seeddesk"))
    with workspace.catalogue.write() as tx:
        sha256 = tx.put_attachment(random.Random(1).randbytes(3_000_000))
    with workspace.catalogue.write() as tx:
        for table in (attachment_part, attachment):
            tx.connection.execute(table.delete().where(table.c.sha256 == sha256))
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    assert copy.stat().st_size < (tmp_path / "whole.seeddesk").stat().st_size + 500_000
    assert copies.verify(copy) == held
    with Workspace.open(copy, read_only=True) as opened:
        assert values(opened, practice)["title"] == GARDENS["title"]


@pytest.mark.parametrize("copier", ["works", "is refused", "ends"])
def test_a_backup_holds_what_was_saved_while_it_was_copied_by_another_process_or_without_one(
    workspace, tmp_path, monkeypatch, copier
):
    monkeypatch.setattr(checks, "LARGE", 0)
    location = Path(workspace.catalogue.location)
    if not location.is_file():
        pytest.skip("a server has no file to be copied")
    practice = record(workspace, overview="parola " * 20_000)
    if copier != "works":
        monkeypatch.setattr(parts, "copier", refusing if copier == "is refused" else ending)
    whole = maintenance.backup(workspace, tmp_path / "first.seeddesk")
    saved, ended = threading.Event(), threading.Event()

    def save_on():
        number = 0
        while not ended.is_set():
            edit(workspace, practice, title=f"Orti {number}", overview=f"parola {number} " * 5_000)
            saved.set()
            workspace.catalogue._logged = 100
            workspace.catalogue.checkpoint()
            number += 1

    with ThreadPoolExecutor(1) as beside:
        saving = beside.submit(save_on)
        try:
            for number in range(2 if copier == "works" else 1):
                saved.clear()
                assert saved.wait(90)
                copy = maintenance.backup(workspace, tmp_path / f"copy{number}.seeddesk")
                assert held(copy) > held(whole)
                whole = copy
        finally:
            ended.set()
        saving.result()
    assert {path.name for path in tmp_path.iterdir() if "part" in path.name} == set()


def held(copy):
    with Workspace.open(copy, read_only=True) as opened, opened.catalogue.read() as view:
        return set(checks.dots(view))


def refusing(location):
    """A process that meets a full disk."""
    return lambda target: bool(Path(target).write_bytes(Path(location).read_bytes()[:5000]) == 0)


def ending(_location):
    """A process that ends before it has copied."""
    return sys.exit


def _out_of_order(data, trial):
    """The file with a word of the search index where it does not belong, which SQLite's quick check passes over."""
    for found in re.finditer(b"orti", data):
        spoilt = data[: found.start()] + b"zrti" + data[found.end() :]
        trial.write_bytes(spoilt)
        with contextlib.closing(sqlite3.connect(trial)) as file:
            said = [*file.execute("PRAGMA integrity_check")], [*file.execute("PRAGMA quick_check")]
        if "PRIMARY KEY order" in said[0][0][0] and said[1] == [("ok",)]:
            return spoilt
    raise AssertionError("no such word")


@pytest.mark.parametrize("spoilt", ["index", "order", "page", "free"])
def test_a_backup_with_any_damage_does_not_count_whoever_looks_at_it(workspace, tmp_path, monkeypatch, spoilt):
    monkeypatch.setattr(checks, "LARGE", 0)
    location = Path(workspace.catalogue.location)
    if not location.is_file():
        pytest.skip("a server keeps its pages itself")
    for number in range(3):
        record(workspace, title=f"Orti {'abc'[number]}", overview="parola " * 2000)
    with workspace.catalogue.write() as tx:
        while tx.tidy():
            pass
        tx.put_attachment(random.Random(1).randbytes(10_000))
        tx.connection.execute(attachment_part.delete())
        tx.connection.execute(attachment.delete())
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    assert copies.verify(copy)
    data = bytearray(copy.read_bytes())
    with contextlib.closing(sqlite3.connect(copy)) as file:
        ((root,),) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'practice_title'")
    if spoilt == "index":
        at = data.index(b"orti b", (root - 1) * 4096)
        data[at : at + 6] = b"orti y"
    elif spoilt == "order":
        data = _out_of_order(data, tmp_path / "trial")
    elif spoilt == "page":
        data[(root - 1) * 4096 : root * 4096] = bytes(4096)
    else:
        data[36:40] = (0).to_bytes(4, "big")  # as if no page were free
    copy.write_bytes(data)
    with pytest.raises(StorageError) as refusal:
        copies.verify(copy)
    assert refusal.value.code in ("backup-bad", "catalogue-damaged")


def test_a_damaged_backup_is_refused_and_the_catalogue_stays(workspace, tmp_path):
    practice = record(workspace, overview="parola " * 100_000)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    workspace.close()
    data = bytearray(copy.read_bytes())
    data[8192:60000] = bytes(60000 - 8192)
    copy.write_bytes(data)
    with pytest.raises(StorageError):
        maintenance.restore(copy, workspace.catalogue.location)
    with Workspace.open(workspace.catalogue.location) as again:
        assert values(again, practice)["title"] == GARDENS["title"]


def test_restoring_brings_the_backup_back_and_keeps_what_was_there(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    edit(workspace, practice, title="Dopo la copia")
    location = workspace.catalogue.location
    workspace.close()
    done = maintenance.restore(copy, location)
    assert done.location == location
    with Workspace.open(location) as again:
        assert values(again, practice)["title"] == GARDENS["title"]
    (kept,) = Path(location).parent.glob("*.replaced-*[0-9]")
    assert done.kept == kept
    with Workspace.open(kept, read_only=True) as old:
        assert values(old, practice)["title"] == "Dopo la copia"


def test_a_stale_write_ahead_log_does_not_reach_the_restored_catalogue(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    location = Path(workspace.catalogue.location)
    edit(workspace, practice, title="Nel diario")
    for ending in ("", "-wal", "-shm"):  # what a crash leaves: a log that was never taken in
        shutil.copy(f"{location}{ending}", f"{tmp_path / 'crashed.seeddesk'}{ending}")
    crashed = tmp_path / "crashed.seeddesk"
    maintenance.restore(copy, crashed)
    with Workspace.open(crashed) as again:
        assert values(again, practice)["title"] == GARDENS["title"]
        assert maintenance.check(again)[0].findings == ()
    (kept,) = tmp_path.glob("crashed.seeddesk.replaced-*[0-9]")
    with Workspace.open(kept) as old:
        assert values(old, practice)["title"] == "Nel diario"


def test_backups_are_copied_to_a_second_place_verified_and_asked_for_weekly(workspace, tmp_path):
    record(workspace)
    assert not maintenance.second_place(workspace).due  # nothing to copy yet
    first = maintenance.backup(workspace)
    assert maintenance.second_place(workspace).due
    stick = tmp_path / "stick"
    maintenance.choose_second_place(stick)
    assert maintenance.copy_to_second_place(workspace) is None  # not plugged in
    stick.mkdir()
    copied = maintenance.copy_to_second_place(workspace)
    assert copies.verify(copied) == copies.verify(first)
    assert not maintenance.second_place(workspace).due
    assert maintenance.copy_to_second_place(workspace) is None
    old = datetime.now().replace(microsecond=0) - timedelta(days=8)
    copied.rename(copied.with_name(copies.name(old)))
    assert maintenance.second_place(workspace).due


def test_a_bad_copy_on_the_stick_does_not_count(workspace, tmp_path, monkeypatch):
    record(workspace)
    maintenance.backup(workspace)
    (stick := tmp_path / "stick").mkdir()
    maintenance.choose_second_place(stick)

    def half(source, target):
        Path(target).write_bytes(Path(source).read_bytes()[:20_000])

    monkeypatch.setattr(copies.shutil, "copyfile", half)
    with pytest.raises(StorageError):
        maintenance.copy_to_second_place(workspace)
    assert not list(stick.glob("*/*seeddesk*"))


def test_a_schema_is_changed_only_after_a_verified_backup(workspace, monkeypatch):
    record(workspace)
    location = workspace.catalogue.location
    digest = maintenance.check(workspace)[0].digest
    workspace.close()
    with newer_schema(), Workspace.open(location, "Ada") as ws:
        (kept,) = maintenance.backups(ws).values()
    assert kept.name.endswith("-migration.seeddesk")
    with Workspace.open(kept, "Ada", read_only=True) as before:
        assert maintenance.check(before)[0].digest == digest


def test_where_no_backup_can_be_made_the_schema_stays(workspace, monkeypatch):
    record(workspace)
    location = workspace.catalogue.location
    workspace.close()

    def full(catalogue, target):
        raise StorageError("disk-full", path=str(target), reason="full")

    monkeypatch.setattr(copies, "write", full)
    with newer_schema(), pytest.raises(StorageError):
        Workspace.open(location, "Ada")
    with Workspace.open(location, "Ada") as ws, ws.catalogue.read() as view:
        assert view.connection.exec_driver_sql("PRAGMA user_version").scalar() == VERSION


def test_a_catalogue_put_aside_after_a_crash_comes_back_with_its_log(workspace, tmp_path):
    practice = record(workspace)
    location = Path(workspace.catalogue.location)
    edit(workspace, practice, title="Nel diario")
    aside = tmp_path / "c.seeddesk.replaced-20260101-000000"
    for ending in ("", "-wal"):
        shutil.copy(f"{location}{ending}", f"{aside}{ending}")
    maintenance.restore(aside, tmp_path / "place.seeddesk")
    with Workspace.open(tmp_path / "place.seeddesk") as again:
        assert values(again, practice)["title"] == "Nel diario"
    assert not list(tmp_path.glob("*.part*"))


def test_a_restored_catalogue_writes_as_another_device_and_meets_its_own_past(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    edit(workspace, practice, need="Dopo la copia")
    with workspace.catalogue.read() as view:
        sent = list(view.all_revisions())
    location = workspace.catalogue.location
    workspace.close()
    maintenance.restore(copy, location)
    with Workspace.open(location, "Ada") as again:
        edit(again, practice, results="Dopo il ripristino")
        with again.catalogue.write() as tx:
            assert tx.append(sent).quarantined == ()
        shown = values(again, practice)
        assert (shown["need"], shown["results"]) == ("Dopo la copia", "Dopo il ripristino")


def test_a_backup_in_use_or_absent_is_told(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    edit(workspace, practice, title="Dopo")
    with pytest.raises(StorageError) as refusal:
        maintenance.restore(copy, workspace.catalogue.location)
    assert refusal.value.code == "catalogue-in-use"
    with Workspace.open(workspace.catalogue.location, read_only=True) as other:
        assert values(other, practice)["title"] == "Dopo"  # nothing took its place
    with pytest.raises(NotFound) as refusal:
        maintenance.restore(tmp_path / "absent.seeddesk", tmp_path / "place.seeddesk")
    assert refusal.value.code == "backup-absent"


@pytest.mark.parametrize("content", [b"", b"no database at all", b"SQLite format 3\0" + bytes(4080)])
def test_what_is_no_backup_is_refused_by_its_own_name_and_leaves_nothing_behind(tmp_path, content):
    junk = tmp_path / "junk.seeddesk"
    junk.write_bytes(content)
    with pytest.raises(StorageError) as refusal:
        maintenance.restore(junk, tmp_path / "place.seeddesk")
    assert refusal.value.code in ("backup-not-one", "backup-bad")
    assert refusal.value.arguments["path"] == str(junk)
    assert list(tmp_path.iterdir()) == [junk]


def test_restoring_where_nothing_was_keeps_nothing(workspace, tmp_path):
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    assert maintenance.restore(copy, tmp_path / "place.seeddesk").kept is None


def test_a_backup_before_an_import_is_made_only_when_something_changed(workspace):
    assert maintenance.before(workspace, "import") is None  # nothing to lose
    practice = record(workspace)
    first = maintenance.before(workspace, "import")
    assert first.name.endswith("-import.seeddesk")
    assert maintenance.before(workspace, "import") is None
    edit(workspace, practice, title="Altro")
    assert maintenance.before(workspace, "import") != first
    assert len(maintenance.backups(workspace)) == 2


def test_the_regular_backup_keeps_its_rhythm(workspace):
    practice = record(workspace)
    latest = maintenance.backup_if_due(workspace)
    edit(workspace, practice, title="Altro")
    assert maintenance.backup_if_due(workspace) is None
    old = latest.with_name(copies.name(datetime.now() - timedelta(minutes=31)))
    latest.rename(old)
    assert maintenance.backup_if_due(workspace) is not None
    assert maintenance.backup_if_due(workspace) is None


@given(st.lists(st.integers(0, 600 * 24 * 60), max_size=300))
def test_enough_old_backups_stay_and_never_too_many(minutes):
    now = datetime(2026, 11, 22, 12)
    times = {now - timedelta(minutes=one) for one in minutes}
    staying = copies.kept(times, now)
    assert staying <= times
    assert {one for one in times if now - one < timedelta(days=1)} <= staying
    older = {one for one in staying if now - one >= timedelta(days=1)}
    assert len(older) <= 12 + 10 + 9
    if times:
        assert max(times) in staying
    days = sorted({one.date() for one in times}, reverse=True)[:12]
    assert set(days) <= {one.date() for one in staying}
    assert copies.kept(staying, now) == staying


def test_thinning_out_removes_only_backups_that_need_not_stay(tmp_path):
    now = datetime(2026, 11, 22, 12)
    for day in range(400):
        (tmp_path / copies.name(now - timedelta(days=day))).touch()
    (tmp_path / "my own.seeddesk").touch()
    copies.thin_out(tmp_path, now)
    left = copies.made(tmp_path)
    assert 12 + 8 + 7 <= len(left) <= 12 + 10 + 9
    assert (tmp_path / "my own.seeddesk").exists()


def test_a_backup_that_somebody_else_removed_meanwhile_keeps_no_other_from_being_removed(tmp_path, monkeypatch):
    now = datetime(2026, 11, 22, 12)
    for day in range(400):
        for ending in ("", ".keys"):
            (tmp_path / f"{copies.name(now - timedelta(days=day))}{ending}").touch()
    found = copies.made(tmp_path)
    staying = copies.kept(found, now)
    for time in list(found)[::7]:
        found[time].unlink()
    monkeypatch.setattr(copies, "made", lambda folder: found)  # as it was when it was listed
    copies.thin_out(tmp_path, now)
    left = {path.name for path in tmp_path.iterdir()}
    assert not left & {f"{found[one].name}{ending}" for one in found.keys() - staying for ending in ("", ".keys")}
    assert left >= {f"{found[one].name}.keys" for one in staying}


def test_the_digest_tells_two_sets_of_revisions_apart(workspace):
    practice = record(workspace)
    with workspace.catalogue.read() as view:
        before = checks.digest(view)
    edit(workspace, practice, title="Altro")
    with workspace.catalogue.read() as view:
        assert checks.digest(view) != before
