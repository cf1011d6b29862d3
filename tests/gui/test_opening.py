"""A catalogue in whatever state, seen from the window: a page that says what is wrong, and ways on that work when they are pressed."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from seeddesk.gui import gate
from seeddesk.gui.app import Program
from seeddesk.gui.gate import Wish, usual_place
from seeddesk.gui.pages.opening import OpeningPage
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.text import Text
from seeddesk.services import cataloguing, maintenance, opening, recording, settings
from seeddesk.services.opening import Way
from seeddesk.services.workspace import Workspace

from .conftest import GARDENS, LONG, end, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def begin(qtbot, qapp, form_cache, monkeypatch):
    """Starts the program on whatever catalogue lies there; does not wait for it to open."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    started = []

    def run(**values) -> Program:
        settings.change(**{"author": "Ada", "lang": "it", "theme": "light", **values})
        program = Program(qapp)
        started.append(program)
        program.start()
        return program

    yield run
    end(qapp, *started)


@pytest.fixture
def place(form_cache, monkeypatch) -> str:
    """Where a catalogue with one practice lies; nobody has it open."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    with Workspace.create(author="Ada", lang="it") as ws:
        recording.start(ws, GARDENS)
        maintenance.backup(ws)
        return ws.catalogue.location


def problem(qtbot, program):
    """The page that stands there when it does not open."""
    qtbot.waitUntil(lambda: program.gate is not None and program.gate.page is not None, timeout=LONG)
    page = program.gate.page
    qtbot.waitUntil(lambda: bool(page.buttons) or page.code is not None, timeout=LONG)
    return page


def opened(qtbot, program) -> None:
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)


def said(widget) -> str:
    return " ".join(text.text() for text in widget.findChildren(Text))


def spoil(location: str) -> None:
    file = Path(location)
    data = bytearray(file.read_bytes())
    data[0:4096] = bytes(4096)
    file.write_bytes(data)


def practices(program) -> int:
    return cataloguing.list_practices(program.desk.workspace).total


def test_a_damaged_catalogue_says_what_is_safe_and_the_last_good_backup_comes_back_in_one_press(qtbot, begin, place):
    spoil(place)
    program = begin()
    page = problem(qtbot, program)
    assert next(iter(page.buttons)) is Way.RESTORE
    assert "oggi" in said(page)  # of when the backup is
    assert "resta com'è" in said(page)
    page.buttons[Way.RESTORE].click()
    opened(qtbot, program)
    assert practices(program) == 1
    assert ".replaced-" in program.window.current.banner.words
    assert list(Path(place).parent.glob("*.replaced-*"))


def test_lists_that_are_made_anew_say_how_far_they_are_and_open_by_themselves(qtbot, begin, place, monkeypatch):
    with Workspace.open(place) as ws, ws.catalogue.write() as tx:
        tx.set_note("derived", "by the rules of before")
    monkeypatch.setattr(gate, "MANY", 1)
    shown = []
    monkeypatch.setattr(OpeningPage, "tell", lambda page, *far: shown.append((said(page), *far)))
    program = begin()
    opened(qtbot, program)
    words, *far = shown[0]
    assert "Preparo il catalogo" in words
    assert far == [0, 1]
    assert program.window.current is program.window.pages["catalogue"]
    assert practices(program) == 1


def test_a_catalogue_that_is_open_elsewhere_says_who_has_it_and_can_be_read(qtbot, begin, place):
    other = opening.open_catalogue(place, "Bo").workspace
    program = begin()
    page = problem(qtbot, program)
    words = said(page)
    assert other.catalogue.location in words
    import getpass
    import socket

    assert getpass.getuser() in words
    assert socket.gethostname() in words
    page.buttons[Way.READ_ONLY].click()
    opened(qtbot, program)
    assert practices(program) == 1
    assert "sola lettura" in program.window.windowTitle()
    other.close()
    banner = program.window.notices.banners["opened-read-only"]
    banner._act.click()  # it is free now: write
    qtbot.waitUntil(lambda: program.desk.workspace is not None and not program.desk.read_only, timeout=LONG)
    opened(qtbot, program)
    record(qtbot, program)
    assert practices(program) == 2


def test_trying_again_works_once_the_other_has_closed(qtbot, begin, place):
    other = opening.open_catalogue(place, "Bo").workspace
    program = begin()
    page = problem(qtbot, program)
    page.buttons[Way.RETRY].click()
    settle(qtbot, program)
    assert not program.window.pages
    other.close()
    page.buttons[Way.RETRY].click()
    opened(qtbot, program)


def test_reading_only_everything_that_writes_is_disabled_with_the_reason(qtbot, begin, place):
    other = opening.open_catalogue(place, "Bo").workspace
    program = begin()
    problem(qtbot, program).buttons[Way.READ_ONLY].click()
    opened(qtbot, program)
    window = program.window
    catalogue = window.pages["catalogue"]
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    buttons = {button.accessibleName() or button.text(): button for button in catalogue.reading.findChildren(Button)}
    delete, edit = buttons["Elimina questa pratica"], catalogue.reading._buttons[0]
    qtbot.waitUntil(delete.isVisible, timeout=LONG)
    for button in (catalogue.new, delete, edit):
        assert not button.isEnabled()
        assert "sola lettura" in button.toolTip()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow, timeout=LONG)
    for key in (Qt.Key.Key_N, Qt.Key.Key_2, Qt.Key.Key_3, Qt.Key.Key_I):
        qtbot.keyClick(window, key, Qt.KeyboardModifier.ControlModifier)
        assert window.current is catalogue
        assert "sola lettura" in catalogue.banner.words
    for name in ("practice", "merge"):
        assert not window.rail.tiles[name].isEnabled()
    window.show_page("settings", "safety")
    settle(qtbot, program)
    assert not window.pages["settings"].safety.protection.protect.isEnabled()
    assert practices(program) == 1
    other.close()


def test_after_a_killed_program_the_whole_catalogue_is_checked_beside_the_work_and_told(qtbot, begin, place):
    program = (
        "import sys, os, signal; from seeddesk.storage.catalogue import Catalogue\n"
        "Catalogue.open(sys.argv[1]).claim(); os.kill(os.getpid(), signal.SIGKILL)"
    )
    assert subprocess.run([sys.executable, "-c", program, place], check=False).returncode == -signal.SIGKILL
    found = begin()
    opened(qtbot, found)
    banner = found.window.notices.banners["opened-after-crash"]
    qtbot.waitUntil(lambda: "Controllato per intero: è sano" in banner.words, timeout=LONG)
    banner._close.click()
    assert not banner.isVisible()
    assert "opened-after-crash" not in found.desk.notices


def test_damage_the_check_finds_leads_to_the_ways_on(qtbot, begin, place):
    import sqlite3

    with sqlite3.connect(place) as file:
        file.execute("UPDATE revision SET sha256 = zeroblob(32)")
    file.close()
    Path(place + ".lock").write_text('{"pid": 1, "host": "portatile", "since": "2026-01-01 10:00"}')
    program = begin()
    opened(qtbot, program)
    banner = program.window.notices.banners["opened-after-crash"]
    qtbot.waitUntil(lambda: "danni" in banner.words, timeout=LONG)
    banner._act.click()
    page = problem(qtbot, program)
    assert next(iter(page.buttons)) is Way.RESTORE
    page.buttons[Way.RESTORE].click()
    opened(qtbot, program)
    assert practices(program) == 1


def test_a_catalogue_on_a_stick_that_is_not_there_is_never_replaced_by_an_empty_one(qtbot, begin, place, tmp_path):
    gone = tmp_path / "chiavetta" / "catalogue.seeddesk"
    program = begin(catalogue=str(gone))
    page = problem(qtbot, program)
    assert str(gone) in said(page)
    assert not gone.exists()
    gone.parent.mkdir()
    os.rename(place, gone)
    page.buttons[Way.RETRY].click()
    opened(qtbot, program)
    assert practices(program) == 1


def test_another_catalogue_is_chosen_and_remembered(qtbot, begin, place, tmp_path, monkeypatch):
    program = begin(catalogue=str(tmp_path / "none.seeddesk"))
    page = problem(qtbot, program)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (place, ""))
    page.buttons[Way.ELSEWHERE].click()
    opened(qtbot, program)
    assert practices(program) == 1
    assert settings.load().catalogue == place


def test_a_new_catalogue_begins_where_the_person_says(qtbot, begin, tmp_path, monkeypatch):
    program = begin(catalogue=str(tmp_path / "none.seeddesk"))
    page = problem(qtbot, program)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "nuovo"), ""))
    page.buttons[Way.CREATE].click()
    opened(qtbot, program)
    assert settings.load().catalogue == str(tmp_path / "nuovo.seeddesk")


def test_what_still_reads_is_saved_and_what_is_lost_is_said(qtbot, begin, place):
    file = Path(place)
    import sqlite3

    with sqlite3.connect(place) as database:
        (page_number,) = database.execute("SELECT rootpage FROM sqlite_master WHERE name = 'quarantine'").fetchone()
    database.close()
    data = bytearray(file.read_bytes())
    start = (page_number - 1) * 4096
    data[start : start + 4096] = bytes(4096)
    file.write_bytes(data)
    Path(place + ".lock").write_text('{"pid": 1, "host": "portatile"}')
    program = begin()
    page = problem(qtbot, program)
    page.buttons[Way.SALVAGE].click()
    opened(qtbot, program)
    assert practices(program) == 1
    assert "perse 0" in program.window.current.banner.words


def test_a_cloud_folder_is_said_and_the_catalogue_goes_on_elsewhere(qtbot, begin, place, tmp_path, monkeypatch):
    cloud = tmp_path / "Dropbox" / "catalogue.seeddesk"
    cloud.parent.mkdir()
    os.rename(place, cloud)
    program = begin(catalogue=str(cloud))
    opened(qtbot, program)
    banner = program.window.notices.banners["opened-synced"]
    assert "Dropbox" in banner.words
    local = tmp_path / "qui" / "catalogue.seeddesk"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(local), ""))
    banner._act.click()
    qtbot.waitUntil(lambda: settings.load().catalogue == str(local), timeout=LONG)
    opened(qtbot, program)
    assert program.desk.workspace.catalogue.location == str(local)
    assert practices(program) == 1
    assert cloud.exists()


def test_closing_while_it_opens_leaves_it_closed_in_good_order(qtbot, begin, place, monkeypatch):
    import threading

    from seeddesk.gui import gate

    go, enter = threading.Event(), gate.enter

    def slow(*arguments):
        go.wait(LONG / 1000)
        return enter(*arguments)

    monkeypatch.setattr(gate, "enter", slow)
    program = begin()
    qtbot.waitUntil(lambda: program.gate is not None and program.runner.busy, timeout=LONG)
    program.window.close()
    go.set()
    program.close()
    found = opening.open_catalogue(place, "Bo")
    assert [one.code for one in found.notices] == []
    found.workspace.close()


def test_the_usual_place_is_where_the_catalogue_is_made(place):
    assert str(usual_place()) == place


def test_from_a_file_that_is_no_catalogue_one_way_leads_back_to_the_catalogue_of_before(qtbot, begin, place, tmp_path):
    wrong = tmp_path / "lettera.docx"
    wrong.write_bytes(b"PK" + bytes(9000))
    program = begin(catalogue=place)
    opened(qtbot, program)
    program.gate.reopen(Wish(str(wrong), keep=True))
    page = problem(qtbot, program)
    qtbot.waitUntil(lambda: bool(page.buttons), timeout=LONG)
    assert next(iter(page.buttons)) is Way.BACK
    page.buttons[Way.BACK].click()
    opened(qtbot, program)
    assert program.desk.workspace.catalogue.location == place
    assert settings.load().catalogue == place
    assert wrong.read_bytes().startswith(b"PK")
