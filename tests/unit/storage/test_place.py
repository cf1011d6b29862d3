"""What kind of folder a catalogue lies in."""

import os
import sys
from pathlib import PureWindowsPath

import pytest

from seeddesk.storage import place


@pytest.mark.parametrize(
    ("folder", "service"),
    [
        ("OneDrive", "OneDrive"),
        ("OneDrive - Comune di Torino", "OneDrive"),
        ("Dropbox (Personal)", "Dropbox"),
        ("Dropboxes", ""),
        ("My Drive", "Google Drive"),
        ("Il mio Drive", "Google Drive"),
        ("NextCloud2", "Nextcloud"),
        ("CloudStorage", "iCloud"),
        ("Documents", ""),
        ("old OneDrive", ""),
    ],
)
def test_a_folder_that_a_service_copies_is_known_by_its_name(tmp_path, folder, service):
    assert place.synced_by(tmp_path / folder / "inner" / "c.seeddesk") == service


@pytest.mark.parametrize(
    ("mark", "service"),
    [(".dropbox", "Dropbox"), (".stfolder", "Syncthing"), (".nextcloudsync.log", "Nextcloud"), (".other", "")],
)
def test_and_by_what_the_service_leaves_in_it(tmp_path, mark, service):
    (tmp_path / "shared" / "deep").mkdir(parents=True)
    (tmp_path / "shared" / mark).touch()
    assert place.synced_by(tmp_path / "shared" / "deep" / "c.seeddesk") == service
    assert place.synced_by(tmp_path / "c.seeddesk") == ""


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        ("/mnt/nas/c", "nfs4"),
        ("/mnt/nas/local/c", ""),
        ("/mnt/nasty/c", ""),
        ("/home/c", ""),
        ("/mnt/two words/c", "cifs"),
        ("/mnt/back\\slash/c", "fuse.sshfs"),
        ("/over/c", "9p"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of other systems")
def test_the_innermost_mounted_place_counts_and_of_two_in_one_place_the_last(monkeypatch, path, kind):
    mounts = (
        "/dev/sda1 / ext4 rw 0 0\nnas:/x /mnt/nas nfs4 rw 0 0\n/dev/sdb1 /mnt/nas/local ext4 rw 0 0\nshort\n"
        "//s/t /mnt/two\\040words cifs rw 0 0\nh:/ /mnt/back\\134slash fuse.sshfs rw 0 0\n"
        "/dev/sdc1 /over ext4 rw 0 0\nhost /over 9p rw 0 0\n"
    )
    monkeypatch.setattr(place, "_mounts", lambda: place._mounts_listed(mounts))
    assert place.file_system(place.Path(path)) == kind


def test_a_share_of_windows_is_known_by_its_name():
    assert place._windows(PureWindowsPath(r"\\server\share\c.seeddesk")) == "UNC"
    assert os.name == "nt" or place._windows(PureWindowsPath(r"C:\c.seeddesk")) == ""


def test_mounts_are_listed_and_a_system_that_does_not_tell_has_none(monkeypatch):
    assert all(len(one) == 2 for one in place._mounts())

    def refuse(*given, **more):
        raise OSError

    monkeypatch.setattr(place.Path, "exists", lambda self: False)
    monkeypatch.setattr(place.subprocess, "run", refuse)
    assert place._mounts() == []


def test_a_place_is_named_by_machine_and_whole_path(tmp_path, monkeypatch):
    monkeypatch.setattr(place.platform, "node", lambda: "machine")
    monkeypatch.chdir(tmp_path)
    assert place.home("c.seeddesk") == f"machine {(tmp_path / 'c.seeddesk').resolve()}"


def test_writing_needs_the_folder_and_the_file_where_it_is_there(tmp_path, monkeypatch):
    file = tmp_path / "c"
    refused = set()
    monkeypatch.setattr(place.os, "access", lambda path, mode: mode == os.W_OK and str(path) not in refused)
    assert place.writable(file)
    file.touch()
    assert place.writable(file)
    refused.add(str(file))
    assert not place.writable(file)
    file.unlink()
    assert place.writable(file)
    refused.add(str(tmp_path))
    assert not place.writable(file)


@pytest.mark.parametrize(
    ("said", "found"),
    [
        ("/dev/disk3s1 on / (apfs, local)\n//ada@server/a (b) on /Volumes/a share (smbfs, nodev)", "smbfs"),
        ("/dev/disk3s1 on / (apfs, local)", ""),
        ("", ""),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="paths of other systems")
def test_where_a_program_lists_what_is_mounted_it_is_believed(monkeypatch, said, found):
    run = place.subprocess.run
    monkeypatch.setattr(place.Path, "exists", lambda self: False)
    monkeypatch.setattr(
        place.subprocess,
        "run",
        lambda _, **how: run([sys.executable, "-c", f"print({said!r}); raise SystemExit(1)"], **how),
    )
    assert place.file_system(place.Path("/Volumes/a share/c.seeddesk")) == found
