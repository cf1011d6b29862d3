"""A message with the dossier in it: the system's program where there is one, the message and the folder side by side where it cannot."""

import os
import stat
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtGui import QDesktopServices

from seeddesk.gui.pages import mailing

from .conftest import LONG

pytestmark = pytest.mark.gui


@pytest.fixture
def opened(monkeypatch):
    """What the system was asked to open."""
    asked: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: asked.append(url.toString()) or True)
    return asked


@pytest.fixture
def mail_program(tmp_path, monkeypatch):
    """Puts a program called as the system's into the path; it writes down what it was asked, and ends as told."""
    folder = tmp_path / "bin"
    folder.mkdir()
    asked = tmp_path / "asked"

    def put(code: int) -> Path:
        program = folder / mailing.XDG
        program.write_text(f'#!/bin/sh\nprintf "%s\\n" "$@" > "{asked}.new"\nmv "{asked}.new" "{asked}"\nexit {code}\n')
        program.chmod(program.stat().st_mode | stat.S_IXUSR)
        monkeypatch.setenv("PATH", f"{folder}{os.pathsep}/usr/bin{os.pathsep}/bin")
        return asked

    return put


@pytest.fixture
def file(tmp_path):
    """A dossier with a name as people give them."""
    made = tmp_path / "Orti di comunità & pace.docx"
    made.write_bytes(b"docx")
    return made


def test_the_file_goes_along_where_the_system_can(qtbot, qapp, opened, mail_program, file):
    owner, by_hand = QObject(), []
    asked = mail_program(0)
    mailing.compose(owner, file, "Orti: che ne pensi?", lambda: by_hand.append(1))
    qtbot.waitUntil(asked.exists, timeout=LONG)
    qtbot.wait(100)
    assert asked.read_text().splitlines() == ["--utf8", "--subject", "Orti: che ne pensi?", "--attach", str(file)]
    assert not opened
    assert not by_hand


def test_a_program_that_cannot_leaves_message_and_folder_side_by_side_and_says_so(
    qtbot, qapp, opened, mail_program, file
):
    owner, by_hand = QObject(), []
    mail_program(3)
    mailing.compose(owner, file, "Orti", lambda: by_hand.append(1))
    qtbot.waitUntil(lambda: bool(by_hand), timeout=LONG)
    assert by_hand == [1]
    assert opened[0].startswith("mailto:")
    assert "subject=Orti" in opened[0]
    assert opened[1] == file.parent.as_uri()


def test_without_such_a_program_it_is_the_same(qtbot, qapp, opened, monkeypatch, tmp_path, file):
    by_hand: list[int] = []
    monkeypatch.setenv("PATH", str(tmp_path))
    mailing.compose(QObject(), file, "Orti & pace", lambda: by_hand.append(1))
    assert by_hand == [1]
    assert len(opened) == 2
    assert "subject=Orti %26 pace" in opened[0] or "subject=Orti%20%26%20pace" in opened[0]
