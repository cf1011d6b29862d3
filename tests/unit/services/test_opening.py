"""A catalogue in whatever state opens, or is told why not, with ways on that work."""

import contextlib
import os
import random
import signal
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk.domain.errors import NotFound, StorageError, UserError
from seeddesk.domain.messages import sentence
from seeddesk.services import cataloguing, maintenance, opening, recording
from seeddesk.services.opening import Way
from seeddesk.services.workspace import Workspace
from seeddesk.storage import place
from tests.support.catalogues import edit, record, values


def _open(location, **how):
    found = opening.open_catalogue(location, "Bo", "it", **how)
    if found.workspace is not None:
        found.workspace.close()
    return found


def _damage(location, start=8192, end=40960):
    data = bytearray(Path(location).read_bytes())
    end = min(end, len(data))
    data[start:end] = bytes(end - start)
    Path(location).write_bytes(data)


def test_a_catalogue_somebody_else_writes_says_who_and_opens_for_reading(workspace):
    record(workspace)
    found = _open(workspace.catalogue.location)
    assert found.problem.code == "catalogue-in-use"
    assert found.problem.arguments["pid"] == os.getpid()
    assert found.problem.arguments["since"][:2] == "20"
    assert found.ways[0] is Way.RETRY
    reading = opening.open_catalogue(workspace.catalogue.location, "Bo", "it", read_only=True)
    assert cataloguing.list_practices(reading.workspace).total == 1
    assert [one.code for one in reading.notices] == ["opened-read-only"]
    reading.workspace.close()


def test_after_a_program_that_was_killed_every_page_is_checked_once_and_told(workspace):
    record(workspace)
    location = workspace.catalogue.location
    workspace.close()
    assert _open(location).notices == ()
    program = (
        "import sys, os, signal; from seeddesk.storage.catalogue import Catalogue\n"
        "Catalogue.open(sys.argv[1]).claim(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", program, location], check=False).returncode == -signal.SIGKILL
    assert [one.code for one in _open(location).notices] == ["opened-after-crash"]
    assert _open(location).notices == ()


def test_damage_behind_a_program_that_was_killed_is_found_on_opening(workspace):
    record(workspace, overview="parola " * 100_000)
    location = workspace.catalogue.location
    workspace.close()
    Path(location + ".lock").write_text('{"pid": 1, "host": "portatile"}')
    with sqlite3.connect(location) as file:
        (page,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'quarantine'").fetchone()
    file.close()
    _damage(location, (page - 1) * 4096, page * 4096)
    found = _open(location)
    assert found.problem.code == "catalogue-damaged"
    assert Way.SALVAGE in found.ways
    assert Way.RESTORE not in found.ways  # there is no backup
    assert "seeddesk salvage" in sentence(found.problem.code, "it", **found.problem.arguments)


def test_the_last_good_backup_comes_back_in_one_step_also_where_the_catalogue_says_nothing_any_more(workspace):
    practice = record(workspace)
    maintenance.backup(workspace)
    edit(workspace, practice, title="Più nuova ma guasta")
    bad = maintenance.backup(workspace)
    location = workspace.catalogue.location
    workspace.close()
    _damage(bad, 0, 4096)
    _damage(location, 0, 4096)
    found = _open(location)
    assert found.problem.code == "catalogue-not-one"
    assert found.ways[0] is Way.RESTORE
    used, done = maintenance.restore_last(location)
    assert used != bad
    assert done.kept.is_file()
    with Workspace.open(location, "Bo") as again:
        assert values(again, practice)["title"] == "Orti di comunità"
        assert maintenance.check(again)[0].findings == ()


def test_without_a_good_backup_there_is_none_to_bring_back(workspace):
    with pytest.raises(NotFound) as refusal:
        maintenance.restore_last(workspace.catalogue.location)
    assert refusal.value.code == "backup-none"


def test_a_salvage_saves_what_reads_and_fills_the_gaps_from_the_last_backup(workspace):
    for number in range(60):
        record(workspace, title=f"Pratica {number}", overview=f"parola {number} " * 300)
    maintenance.backup(workspace)
    later = record(workspace, title="Dopo la copia")
    whole = maintenance.check(workspace)[0]
    location = workspace.catalogue.location
    workspace.close()
    with sqlite3.connect(location) as file:
        leaves = (
            [
                number
                for number, name in file.execute("SELECT pageno, name FROM dbstat WHERE pagetype = 'leaf'")
                if name == "revision"
            ][3:9]
            if _has_dbstat(file)
            else []
        )
    file.close()
    if not leaves:
        pytest.skip("this SQLite does not say which page is whose")
    for page in leaves:
        _damage(location, (page - 1) * 4096, page * 4096)
    done = maintenance.salvage(location)
    assert done.kept.is_file()
    assert done.found.lost == ()
    assert done.found.from_backup > 0
    assert done.found.revisions == whole.revisions
    with Workspace.open(location, "Bo") as again:
        report = maintenance.check(again)[0]
        assert (report.digest, report.findings) == (whole.digest, ())
        assert values(again, later)["title"] == "Dopo la copia"
        record(again)


@pytest.mark.parametrize("after_crash", [False, True], ids=["closed", "with a log"])
@pytest.mark.parametrize(("start", "end"), [(0, 100), (16, 32), (24, 88), (0, 4096)], ids=str)
def test_a_salvage_needs_neither_header_nor_schema_nor_backup(workspace, tmp_path, start, end, after_crash):
    for number in range(30):
        record(workspace, title=f"Pratica {number}", overview=f"parola {number} " * 900)
    whole, target = maintenance.check(workspace)[0], tmp_path / "broken.seeddesk"
    if not after_crash:
        workspace.close()
    for suffix in ("", "-wal"):
        if (here := Path(workspace.catalogue.location + suffix)).exists():
            Path(f"{target}{suffix}").write_bytes(here.read_bytes())
    _damage(target, start, end)
    done = maintenance.salvage(target)
    assert (done.found.revisions, done.found.from_backup, done.found.lost) == (whole.revisions, 0, ())
    assert done.found.sure == (
        after_crash or start == 24
    )  # the log has the page whole; emptied numbers in a header are none SQLite misses
    with Workspace.open(target, "Bo") as again:
        assert maintenance.check(again)[0].digest == whole.digest


def test_a_salvage_finds_the_rows_of_pages_nothing_leads_to_any_more(workspace):
    for number in range(60):
        record(workspace, title=f"Pratica {number}", overview=f"parola {number} " * 300)
    whole, location = maintenance.check(workspace)[0], workspace.catalogue.location
    workspace.close()
    with contextlib.closing(sqlite3.connect(location)) as file:
        (root,) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'revision'").fetchone()
    _damage(location, (root - 1) * 4096, root * 4096)
    done = maintenance.salvage(location)
    assert (done.found.revisions, done.found.lost, done.found.sure) == (whole.revisions, (), True)


def test_a_salvage_without_the_keys_does_not_say_that_nothing_reads(workspace):
    location = Path(workspace.catalogue.location)
    workspace.close()
    location.write_bytes(random.Random(2).randbytes(location.stat().st_size))  # as encrypted pages look
    with pytest.raises(StorageError) as refusal:
        maintenance.salvage(location)
    assert refusal.value.code == "keys-absent"


def _has_dbstat(file):
    try:
        file.execute("SELECT 1 FROM dbstat LIMIT 1")
    except sqlite3.OperationalError:
        return False
    return True


def test_a_salvage_never_tracebacks_and_what_it_saves_is_sound(workspace, tmp_path):
    for number in range(20):
        record(workspace, title=f"Pratica {number}", overview="parola " * 300)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    total = maintenance.check(workspace)[0].revisions
    workspace.close()
    dice, saved = random.Random(20261122), 0
    for number in range(8):
        target = tmp_path / f"d{number}.seeddesk"
        target.write_bytes(copy.read_bytes())
        start = dice.randrange(4096, target.stat().st_size - 4096)
        _damage(target, start, start + 4096)
        try:
            done = maintenance.salvage(target)
        except UserError:
            continue
        saved += 1
        with Workspace.open(target, "Bo") as again:
            report = maintenance.check(again)[0]
        assert [one.code for one in report.findings if one.code != "check-attachment"] == []
        assert report.revisions == done.found.revisions <= total
    assert saved >= 6


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive - Comune di Torino", "OneDrive"),
        ("Dropbox", "Dropbox"),
        ("Google Drive", "Google Drive"),
        ("Nextcloud", "Nextcloud"),
        ("iCloudDrive", "iCloud"),
        ("Dropboxes", ""),
        ("Documenti", ""),
    ],
)
def test_a_folder_a_service_copies_is_known_and_warned_of(tmp_path, folder, service):
    location = tmp_path / folder / "c.seeddesk"
    with Workspace.create(location, "Ada", "it") as ws:
        record(ws)
        with ws.catalogue.write() as tx:
            mode = tx.connection.exec_driver_sql("PRAGMA journal_mode").scalar()
            level = tx.connection.exec_driver_sql("PRAGMA synchronous").scalar()
    assert (mode, level) == (("delete", 3) if service else ("wal", 2))
    assert [one.arguments["service"] for one in _open(location).notices] == ([service] if service else [])


def test_a_catalogue_moved_into_a_copied_folder_and_back_keeps_its_saves(workspace, tmp_path):
    practice = record(workspace)
    location = Path(workspace.catalogue.location)
    workspace.close()
    for folder, mode in (("Dropbox", "delete"), ("Documenti", "wal")):
        (tmp_path / folder).mkdir()
        location = location.rename(tmp_path / folder / location.name)
        with Workspace.open(location, "Ada") as ws:
            edit(ws, practice, title=folder)
            with ws.catalogue.read() as view:
                assert view.connection.exec_driver_sql("PRAGMA journal_mode").scalar() == mode
            assert values(ws, practice)["title"] == folder


def test_a_folder_on_the_network_is_known_by_what_is_mounted(monkeypatch, tmp_path):
    inner = tmp_path / "share" / "with space"
    inner.mkdir(parents=True)
    escaped = str(tmp_path / "share").replace(" ", "\\040")
    monkeypatch.setattr(
        place, "_mounts", lambda: place._mounts_listed(f"/dev/sda1 / ext4 rw 0 0\nnas:/x {escaped} nfs4 rw 0 0\n")
    )
    assert place.file_system(inner / "c.seeddesk") == "nfs4"
    assert place.file_system(tmp_path / "c.seeddesk") == ""
    assert _open_new(inner / "c.seeddesk") == ["opened-network"]


def _open_new(location):
    Workspace.create(location, "Ada", "it").close()
    return [one.code for one in _open(location).notices]


def test_what_a_mac_says_is_mounted_is_read():
    said = "/dev/disk1s1 on / (apfs, local)\n//ada@nas/x on /Volumes/My share (smbfs, nodev)\n"
    assert place._mounts_said(said) == [("/", "apfs"), ("/Volumes/My share", "smbfs")]


def test_a_newer_catalogue_and_an_absent_one_each_have_their_way_on(workspace, tmp_path):
    location = workspace.catalogue.location
    workspace.close()
    with sqlite3.connect(location) as file:
        file.execute("PRAGMA user_version=99")
    file.close()
    assert _open(location).ways == (Way.READ_ONLY, Way.ELSEWHERE)
    assert _open(location, read_only=True).workspace is not None
    assert _open(tmp_path / "none.seeddesk").ways == (Way.CREATE, Way.ELSEWHERE)


def test_every_notice_has_a_sentence_in_both_languages():
    arguments = {"host": "h", "since": "s", "path": "p", "service": "x", "system": "y"}
    for code in ("opened-after-crash", "opened-synced", "opened-network", "opened-read-only"):
        assert "{" not in sentence(code, "it", **arguments) + sentence(code, "en", **arguments)


def test_a_folder_that_cannot_be_written_is_read(workspace, tmp_path):
    record(workspace)
    location = workspace.catalogue.location
    workspace.close()
    folder = tmp_path / "mounted"
    folder.mkdir()
    if not sys.platform.startswith("linux") or os.geteuid() != 0:
        pytest.skip("only root can mount a folder for reading only")
    mounted = subprocess.run(
        ["mount", "--bind", str(Path(location).parent), str(folder)], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("mounting is not allowed here")
    try:
        subprocess.run(["mount", "-o", "remount,ro,bind", str(folder)], check=True, capture_output=True)
        there = folder / Path(location).name
        found = _open(there)
        assert (found.problem.code, found.ways) == ("catalogue-read-only", (Way.READ_ONLY, Way.ELSEWHERE))
        with Workspace.open(there, "Bo", read_only=True) as reading:
            assert cataloguing.list_practices(reading).total == 1
    finally:
        subprocess.run(["umount", str(folder)], check=True)


def test_a_draft_is_kept_elsewhere_and_has_seen_what_its_author_saw(workspace, tmp_path):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    path = recording.save_elsewhere(workspace, draft, {"need": "Scritto mentre il disco era pieno"}, tmp_path / "stick")
    with Workspace.open(path, "Bo") as other:
        assert values(other, practice)["need"] == "Scritto mentre il disco era pieno"
        with other.catalogue.read() as view:
            (revision,) = view.revisions(practice)
    with workspace.catalogue.write() as tx:
        tx.append([revision])
    assert values(workspace, practice)["need"] == "Scritto mentre il disco era pieno"
    assert not cataloguing.conflicts(workspace)


def test_a_save_that_failed_and_happened_is_success_and_a_retry_is_no_conflict(workspace, monkeypatch):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    write = type(workspace.catalogue).write
    from contextlib import contextmanager

    @contextmanager
    def lying(self):
        with write(self) as tx:
            yield tx
        raise StorageError("catalogue-io", path="c", reason="fsync")

    monkeypatch.setattr(type(workspace.catalogue), "write", lying)
    saved, changes = recording.save(workspace, draft, {"need": "Uno"})
    assert changes.practices == {practice}
    monkeypatch.setattr(type(workspace.catalogue), "confirm", lambda self, dot, sha256: False)
    with pytest.raises(StorageError):
        recording.save(workspace, saved, {"need": "Due"})
    monkeypatch.undo()
    with workspace.catalogue.read() as view:
        before = len(view.revisions(practice))
    again, _ = recording.save(workspace, saved, {"need": "Due"})
    last, _ = recording.save(workspace, again, {"need": "Tre"})
    with workspace.catalogue.read() as view:
        assert len(view.revisions(practice)) == before + 1
    assert (values(workspace, practice)["need"], last.values["need"]) == ("Tre", "Tre")
    assert not cataloguing.conflicts(workspace)


def test_a_save_that_failed_is_told_and_saving_again_works(workspace, monkeypatch):
    practice = record(workspace)
    draft = recording.open_draft(workspace, practice)
    write = type(workspace.catalogue).write
    from contextlib import contextmanager

    @contextmanager
    def failing(self):
        with write(self) as tx:
            yield tx
            raise StorageError("disk-full", path="c", reason="full")

    monkeypatch.setattr(type(workspace.catalogue), "write", failing)
    with pytest.raises(StorageError):
        recording.save(workspace, draft, {"need": "Uno"})
    monkeypatch.undo()
    recording.save(workspace, draft, {"need": "Uno"})
    assert values(workspace, practice)["need"] == "Uno"
    assert not cataloguing.conflicts(workspace)


@pytest.mark.parametrize("listed", [True, False], ids=["by the damaged list", "by what else was saved of it"])
def test_what_a_salvage_could_not_save_is_named_by_its_practice(workspace, listed):
    practices = [
        record(workspace, title=f"Pratica {number}", overview=f"parola {number} " * 300) for number in range(30)
    ]
    for number, practice in enumerate(practices):
        edit(workspace, practice, overview=f"altra {number} " * 300)
    location = workspace.catalogue.location
    workspace.close()
    with contextlib.closing(sqlite3.connect(location)) as file:
        if not _has_dbstat(file):
            pytest.skip("this SQLite does not say which page is whose")
        asked = "SELECT pageno, name, pagetype FROM dbstat WHERE name IN ('revision', 'practice')"
        pages = [(number, name) for number, name, kind in file.execute(asked) if kind == "leaf"]
    gone = [number for number, name in pages if name == "revision"][-4:]
    gone += [] if listed else [number for number, name in pages if name == "practice"]
    for page in gone:
        _damage(location, (page - 1) * 4096, page * 4096)
    lost = maintenance.salvage(location).found.lost
    assert lost
    with Workspace.open(location, "Bo") as again:
        for one in lost:
            row = cataloguing.show(again, one.practice).row
            assert one.practice in practices
            assert (one.title, one.code) == (row.title, row.code)
            assert one.updated[:2] == "20"


@pytest.mark.parametrize("read_only", [False, True])
def test_a_catalogue_whose_form_was_damaged_away_takes_the_shipped_one_again_or_offers_the_backup(workspace, read_only):
    practice = record(workspace)
    maintenance.backup(workspace)
    with workspace.catalogue.write() as tx:
        tx.connection.exec_driver_sql("UPDATE form SET version = 'x' || version")
    location = workspace.catalogue.location
    workspace.close()
    with opening.open_catalogue(location, "Bo", "it", read_only).workspace as again:
        assert cataloguing.show(again, practice).row.title == "Orti di comunità"
    with contextlib.closing(sqlite3.connect(location)) as file:
        file.execute("DELETE FROM form")
        file.execute("UPDATE meta SET value = replace(value, 'seeddesk-practice', 'another')")
        file.commit()
    found = opening.open_catalogue(location, "Bo", "it", read_only)
    assert (found.problem.code, found.ways[0]) == ("form-unknown", Way.RESTORE)
