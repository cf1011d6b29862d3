"""The window keeps the catalogue safe by itself, says how, and brings a backup back."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog

from seeddesk.services import cataloguing, maintenance, settings

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


def look(qtbot, program) -> int:
    """As when five minutes have gone by; how many backups there are."""
    program.backups.timeout.emit()
    settle(qtbot, program)
    return len(maintenance.backups(program.desk.workspace))


def safety(qtbot, program):
    """The settings' page about safety, once it knows how things stand."""
    program.window.show_page("settings", "safety")
    settle(qtbot, program)
    page = program.window.pages["settings"].safety
    page.ask()
    settle(qtbot, program)
    return page


def test_a_backup_is_made_when_it_is_due_and_not_before(qtbot, program):
    assert program.backups.isActive()
    assert look(qtbot, program) == 0  # nothing to keep yet
    record(qtbot, program)
    assert look(qtbot, program) == 1
    record(qtbot, program, title="Un'altra")
    assert look(qtbot, program) == 1  # the last one is not half an hour old


def test_the_page_says_when_the_last_one_was_made_and_makes_one_now(qtbot, program):
    record(qtbot, program)
    page = safety(qtbot, program)
    assert "Ancora nessuna" in page.said.text()
    page.now.click()
    qtbot.waitUntil(lambda: len(maintenance.backups(program.desk.workspace)) == 1, timeout=LONG)
    settle(qtbot, program)
    assert "oggi" in page.said.text()
    assert "1 in tutto" in page.said.text()
    assert page.now.isEnabled()


def test_a_backup_is_chosen_by_what_it_holds_and_comes_back_with_nothing_thrown_away(qtbot, program):
    record(qtbot, program)
    maintenance.backup(program.desk.workspace, reason="import")
    record(qtbot, program, title="Un'altra")
    location = program.desk.workspace.catalogue.location
    page = safety(qtbot, program)
    page.list.click()
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=LONG)
    row = page.rows[0]
    qtbot.waitUntil(row.isVisible, timeout=LONG)
    assert not row.sure.isVisible()
    row.back.click()
    assert row.sure.isVisible()  # asked once more, in its place
    row.sure.click()
    qtbot.waitUntil(lambda: program.desk.workspace is None, timeout=LONG)
    qtbot.waitUntil(lambda: program.desk.workspace is not None and bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)
    assert cataloguing.list_practices(program.desk.workspace).total == 1
    assert ".replaced-" in program.window.current.banner.words
    assert any(Path(location).parent.glob("*.replaced-*"))
    record(qtbot, program, title="E si continua")  # the keys and pages of the window work as before
    program.window.show_page("catalogue")
    settle(qtbot, program)
    assert program.window.pages["catalogue"].model.rowCount() == 2


def test_a_backup_that_does_not_open_says_so_and_cannot_be_brought_back(qtbot, program):
    record(qtbot, program)
    maintenance.backup(program.desk.workspace).write_bytes(b"rotto")
    page = safety(qtbot, program)
    page.list.click()
    qtbot.waitUntil(lambda: len(page.rows) == 1, timeout=LONG)
    assert not page.rows[0].back.isEnabled()


def test_a_second_place_is_asked_for_once_there_is_a_backup_and_not_again_for_a_week(qtbot, start):
    program = start()
    assert "second-place" not in program.window.notices.banners
    record(qtbot, program)
    assert look(qtbot, program) == 1
    settle(qtbot, program)
    banner = program.window.notices.banners["second-place"]
    assert banner.isVisible()
    banner.more[0].click()  # not now
    settle(qtbot, program)
    assert not banner.isVisible()
    assert settings.load().second_place_asked
    program.window.close()
    program.close()
    again = start()
    settle(qtbot, again)
    assert "second-place" not in again.window.notices.banners


def test_a_second_place_is_chosen_gets_the_newest_backup_and_is_given_up(qtbot, program, monkeypatch, tmp_path):
    record(qtbot, program)
    maintenance.backup(program.desk.workspace)
    program._ask_second_place()
    settle(qtbot, program)
    program.window.notices.banners["second-place"]._act.click()
    page = safety(qtbot, program)
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    page.choose.click()
    qtbot.waitUntil(lambda: any(stick.rglob("*.seeddesk")), timeout=LONG)
    settle(qtbot, program)
    assert "oggi" in page.second.text()
    stick.rename(tmp_path / "tolta")
    page.ask()
    settle(qtbot, program)
    assert "ora non c'è" in page.second.text()
    page.drop.click()
    settle(qtbot, program)
    assert settings.load().second_place == ""
