"""Whole folders, and many files: what lies in them is taken or named, also when it is stopped."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.services import merging
from tests.support.catalogues import record
from tests.support.returned import edited, read_here, send, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def test_a_link_that_leads_nowhere_is_refused_and_the_rest_is_taken(workspace, tmp_path):
    practice = record(workspace)
    folder = tmp_path / "ritorni"
    send(workspace, practice, folder)
    (folder / "a.docx").symlink_to(tmp_path / "gone.docx")
    report = take(workspace, folder)
    assert [(file.status, file.reason) for file in report.files] == [("refused", "file-absent"), ("unchanged", "")]


def test_folders_that_are_linked_are_looked_into_once(workspace, tmp_path):
    sent = send(workspace, record(workspace), tmp_path / "altrove")
    folder = tmp_path / "ritorni"
    folder.mkdir()
    (folder / "collegata").symlink_to(sent.parent)
    (sent.parent / "indietro").symlink_to(folder)
    report = take(workspace, folder)
    assert [(Path(file.path).name, file.status) for file in report.files] == [(sent.name, "unchanged")]


def test_a_folder_that_cannot_be_read_is_named_and_the_rest_is_taken(workspace, tmp_path, monkeypatch):
    folder = tmp_path / "ritorni"
    send(workspace, record(workspace), folder)
    (folder / "chiusa").mkdir()
    inside = Path.iterdir

    def refuse(self):
        if self.name == "chiusa":
            raise PermissionError(13, "Permission denied")
        return inside(self)

    monkeypatch.setattr(Path, "iterdir", refuse)
    report = take(workspace, folder)
    assert [(file.status, file.reason) for file in report.files] == [
        ("refused", "folder-unreadable"),
        ("unchanged", ""),
    ]
    assert Path(report.files[0].path).name == "chiusa"


def test_of_several_files_one_that_is_gone_is_refused_and_the_rest_is_taken(workspace, tmp_path):
    sent = send(workspace, record(workspace), tmp_path)
    report, _ = merging.import_files(workspace, [tmp_path / "gone.docx", sent], backup=False)
    assert [(file.status, file.reason) for file in report.files] == [("refused", "file-absent"), ("unchanged", "")]


def test_what_lies_beside_an_open_document_is_passed_over_among_files_too(workspace, tmp_path):
    sent = send(workspace, record(workspace), tmp_path)
    beside = [tmp_path / name for name in (f"~${sent.name}", f".~lock.{sent.name}#")]
    for path in beside:
        path.write_bytes(b"Ada")
    report, _ = merging.import_files(workspace, [*beside, sent], backup=False)
    assert [Path(file.path).name for file in report.files] == [sent.name]


def test_a_link_to_itself_is_refused_and_the_rest_is_taken(workspace, tmp_path):
    folder = tmp_path / "ritorni"
    send(workspace, record(workspace), folder)
    (folder / "a.docx").symlink_to(folder / "a.docx")
    report = take(workspace, folder)
    assert [(file.status, file.reason) for file in report.files] == [("refused", "file-absent"), ("unchanged", "")]


def test_a_file_whose_folder_lets_nobody_in_is_refused_and_the_rest_is_taken(workspace, tmp_path, monkeypatch):
    sent = send(workspace, record(workspace), tmp_path)
    barred, stat = tmp_path / "chiusa" / "a.docx", os.stat

    def refuse(path, *arguments, **more):
        if str(path) == str(barred):
            raise PermissionError(13, "Permission denied")
        return stat(path, *arguments, **more)

    monkeypatch.setattr(os, "stat", refuse)
    report, _ = merging.import_files(workspace, [barred, sent], backup=False)
    assert [file.status for file in report.files] == ["refused", "unchanged"]


def test_stopping_later_tells_of_what_is_taken_in_and_goes_on_from_there(workspace, tmp_path, monkeypatch):
    monkeypatch.setattr(merging, "TOGETHER", 1)
    practices = [record(workspace, title=f"Pratica {number}") for number in range(3)]
    files = [
        edited(
            workspace, send(workspace, practice, tmp_path / practice), f"{number}.docx", {"title": f"Nuovo {number}"}
        )
        for number, practice in enumerate(practices)
    ]
    progress = Progress()
    progress.report = lambda done, total, what: progress.cancel() if done == 1 else None
    report, changes = merging.import_files(workspace, files, progress=progress, backup=False)
    assert report.stopped
    done = len(report.files)  # it stops at the next step
    assert [(file.path, file.status) for file in report.files] == [(str(file), "updated") for file in files[:done]]
    assert changes.practices == set(practices[:done])
    assert 0 < done < 3
    report, _ = merging.import_files(workspace, files, backup=False)
    assert not report.stopped
    assert [file.status for file in report.files] == ["unchanged"] * done + ["updated"] * (3 - done)
