"""Whole folders are imported: what lies in them is taken or named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from seeddesk.services import merging
from tests.support.catalogues import record
from tests.support.returned import read_here, send, take

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
