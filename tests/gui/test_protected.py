"""A protected catalogue in the window: opened by the keyring in silence, else by its recovery code; protected, rekeyed and made plain again."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from seeddesk.gui.app import Program
from seeddesk.gui.pages.recovery_code import RecoveryCodePage
from seeddesk.services import cataloguing, maintenance, protecting, settings
from seeddesk.storage import recovery, vault

from ..support.keyrings import keyring_of_system, no_keyring, quick_codes
from .conftest import LONG, end, record, settle

__all__ = ["keyring_of_system", "no_keyring", "quick_codes"]  # fixtures
pytestmark = pytest.mark.gui


@pytest.fixture
def code():
    """The recovery code of the person's catalogue, which is protected; this process has forgotten it."""
    codes = []
    workspace, _ = protecting.create(codes.append, author="Ada", lang="it")
    workspace.close()
    vault.forget()
    return codes[0]


@pytest.fixture
def locked(qtbot, qapp, form_cache, monkeypatch, no_keyring, code):
    """The program, in front of a catalogue whose key is not in a keyring."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    settings.change(author="Ada", lang="it", theme="light")
    program = Program(qapp)
    program.start()
    qtbot.waitUntil(lambda: program.gate is not None and program.gate.page is not None, timeout=LONG)
    qtbot.waitUntil(lambda: program.gate.page.code is not None, timeout=LONG)
    yield program
    end(qapp, program)


def note(qtbot, program, wrong: bool = False) -> str:
    """What a person does on the page with the recovery code: note it, and read two groups back. Returns the code."""
    # the window itself may be another one meanwhile: it is built anew when the first questions are answered
    qtbot.waitUntil(lambda: isinstance(program.window.stack.currentWidget(), RecoveryCodePage), timeout=LONG)
    page = program.window.stack.currentWidget()
    letters = "-".join(text.text() for text in page.shown)
    page.noted.click()
    if wrong:
        qtbot.keyClicks(page.typed[0], "ZZZZ")
        page.go.click()
        assert "diverso" in page.banner.words
        assert program.window.stack.currentWidget() is page
        page.typed[0].clear()
    for line, number in zip(page.typed, page._asked, strict=True):
        qtbot.keyClicks(line, letters.split("-")[number].lower())
    page.go.click()
    return letters


def safety(qtbot, program):
    """The settings' page about safety, once it knows how things stand."""
    program.window.show_page("settings", "safety")
    settle(qtbot, program)
    return program.window.pages["settings"].safety


def reopened(qtbot, program) -> None:
    qtbot.waitUntil(lambda: program.desk.workspace is not None and bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)


def test_the_keyring_opens_it_in_silence(keyring_of_system, code, start):
    assert start().window.pages
    assert protecting.state() == "protected"


def test_without_a_keyring_the_page_asks_for_the_code_until_it_is_right(qtbot, locked, code):
    page = locked.gate.page
    for typed, said in (("ABCD", "32"), (recovery.new(), "non apre")):
        page.code.clear()
        qtbot.keyClicks(page.code, typed)
        qtbot.keyClick(page.code, Qt.Key.Key_Return)
        qtbot.waitUntil(lambda said=said: said in page.banner.words and page._area.isEnabled(), timeout=LONG)
        assert page.code.text() == typed  # to be mended, not typed anew
    page.code.clear()
    qtbot.keyClicks(page.code, code.lower().replace("-", " "))
    page.unlock.click()
    qtbot.waitUntil(lambda: bool(locked.window.pages), timeout=LONG)


def test_the_centre_s_secret_key_opens_it_too(qtbot, qapp, locked, code, monkeypatch, tmp_path):
    secret = tmp_path / "centro.txt"
    protecting.new_centre_key(secret)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(secret), ""))
    page = locked.gate.page
    page._choose_centre()
    qtbot.waitUntil(lambda: "centro" in page.banner.words, timeout=LONG)  # it was not sealed for this one
    assert page.code.isEnabled()


def test_a_first_catalogue_is_protected_when_the_person_asks_for_it(qtbot, start, keyring_of_system):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    page = program.window.first_run
    qtbot.keyClicks(page.author, "Ada")
    page.language_chosen.emit("it")
    page = program.window.first_run
    qtbot.keyClick(page.protect, Qt.Key.Key_Space)
    page.open.click()
    letters = note(qtbot, program, wrong=True)
    reopened(qtbot, program)
    assert protecting.state() == "protected"
    location = program.desk.workspace.catalogue.location
    assert not Path(location).read_bytes().startswith(b"SQLite format 3")
    vault.forget()
    assert vault.open_by_code(location, letters)


def test_not_now_leads_back_to_the_questions_and_makes_nothing(qtbot, start, keyring_of_system):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    page = program.window.first_run
    qtbot.keyClicks(page.author, "Ada")
    page.protect.click()
    page.open.click()
    qtbot.waitUntil(lambda: isinstance(program.window.stack.currentWidget(), RecoveryCodePage), timeout=LONG)
    program.window.stack.currentWidget().leave.click()
    page = program.window.first_run
    assert page.author.text() == "Ada"
    assert not page.protect.isChecked()
    assert not paths_default().exists()
    page.open.click()
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    assert protecting.state() == "plain"


def paths_default() -> Path:
    from seeddesk.services import paths

    return paths.default_catalogue()


def test_a_catalogue_is_protected_later_with_its_backups_and_made_plain_again(qtbot, program, keyring_of_system):
    record(qtbot, program)
    maintenance.backup(program.desk.workspace)
    page = safety(qtbot, program)
    assert page.protection.protect.isVisible()
    page.protection.protect.click()
    letters = note(qtbot, program)
    qtbot.waitUntil(lambda: protecting.state() == "protected", timeout=LONG)
    reopened(qtbot, program)
    assert "protetto" in program.window.current.banner.words
    assert cataloguing.list_practices(program.desk.workspace).total == 1
    backup = next(iter(maintenance.backups(program.desk.workspace).values()))
    assert not backup.read_bytes().startswith(b"SQLite format 3")
    page = safety(qtbot, program)
    assert page.protection.rekey.isVisible()
    assert not page.protection.protect.isVisible()
    assert "portachiavi" in page.protection._more.text()
    page.protection.rekey.click()
    second = note(qtbot, program)
    qtbot.waitUntil(lambda: program.desk.workspace is None, timeout=LONG)
    reopened(qtbot, program)
    location = program.desk.workspace.catalogue.location
    assert second != letters
    assert vault.open_by_code(location, second)
    page = safety(qtbot, program)
    page.protection.unprotect.click()
    assert page.protection.sure.isVisible()  # asked once more, in its place
    page.protection.sure.click()
    qtbot.waitUntil(lambda: protecting.state() == "plain", timeout=LONG)
    reopened(qtbot, program)
    assert cataloguing.list_practices(program.desk.workspace).total == 1
    record(qtbot, program, title="Un'altra")


def test_the_code_is_copied_and_kept_as_a_file_only_its_owner_may_read(
    qtbot, program, keyring_of_system, monkeypatch, tmp_path
):
    safety(qtbot, program).protection.protect.click()
    page = program.window.stack.currentWidget()
    page.copy.click()
    assert QGuiApplication.clipboard().text() == page.letters
    out = tmp_path / "codice.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    page.save.click()
    qtbot.waitUntil(lambda: "Salvato" in page.banner.words, timeout=LONG)
    assert page.letters in out.read_text()
    assert out.stat().st_mode & 0o077 == 0
    page.centre.setText("sdc1.sbagliata")
    page.noted.click()
    assert "sdc1" in page.banner.words
    page.leave.click()
    assert program.window.current is program.window.pages["settings"]
    assert protecting.state() == "plain"
