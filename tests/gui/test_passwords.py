"""Dossiers with a password: sent from the window, and taken back with the password asked for in the page."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from seeddesk.exchange.docx import protected
from seeddesk.gui.pages import exporting
from seeddesk.gui.pages.exporting import PasswordPanel
from seeddesk.services import cataloguing

from .conftest import LONG, record, settle
from .documents import edit_dossier

pytestmark = pytest.mark.gui
WORD = "orto di marzo"


@pytest.fixture
def folder(tmp_path, monkeypatch) -> Path:
    """Where dossiers go."""
    found = tmp_path / "dossier"
    monkeypatch.setattr(exporting, "dossier_folder", lambda: found)
    return found


@pytest.fixture
def page(qtbot, program):
    """The catalogue with one practice, read."""
    record(qtbot, program)
    found = program.window.pages["catalogue"]
    qtbot.waitUntil(lambda: found.model.rowCount() == 1, timeout=LONG)
    settle(qtbot, program)
    return found


def export(qtbot, program, page, folder, word: str = WORD) -> Path:
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = page.findChild(PasswordPanel)
    qtbot.keyClicks(panel.first.line, word)
    qtbot.keyClicks(panel.again.line, word)
    panel.chosen.click()
    qtbot.waitUntil(lambda: folder.exists() and any(folder.glob("*.docx")), timeout=LONG)
    settle(qtbot, program)
    return next(folder.glob("*.docx"))


def rehearse(qtbot, program, *files: Path):
    program.window.bring_in([str(file) for file in files])
    return read(qtbot, program)


def read(qtbot, program):
    returns = program.window.pages["merge"].returns
    qtbot.waitUntil(lambda: returns._job is None and returns.report is not None, timeout=LONG)
    settle(qtbot, program)
    return returns


def test_a_dossier_is_exported_with_a_password_typed_twice(qtbot, program, page, folder):
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = page.findChild(PasswordPanel)
    assert panel.isVisible()
    qtbot.keyClicks(panel.first.line, "corta")
    panel.chosen.click()
    assert "8" in panel.said.text()
    panel.first.line.clear()
    qtbot.keyClicks(panel.first.line, WORD)
    qtbot.keyClicks(panel.again.line, WORD + "!")
    panel.chosen.click()
    assert "uguali" in panel.said.text()
    assert panel.first.line.echoMode() == panel.first.line.EchoMode.Password
    panel.first.eye.click()
    assert panel.again.line.echoMode() == panel.again.line.EchoMode.Normal
    panel.again.line.setText(WORD)
    qtbot.keyClick(panel.again.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: folder.exists() and any(folder.glob("*.docx")), timeout=LONG)
    data = next(folder.glob("*.docx")).read_bytes()
    assert protected.is_protected(data)
    assert protected.unprotect(data, WORD)[:2] == b"PK"
    qtbot.waitUntil(lambda: "password" in page.banner.words, timeout=LONG)


def test_escape_closes_the_panel_and_writes_nothing(qtbot, program, page, folder):
    qtbot.keyClick(page, Qt.Key.Key_E, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    panel = page.findChild(PasswordPanel)
    qtbot.keyClick(panel.first.line, Qt.Key.Key_Escape)
    assert page.findChild(PasswordPanel) is None
    assert not folder.exists()


def test_the_page_asks_for_the_password_of_what_comes_back_until_it_is_right(qtbot, program, page, folder):
    file = export(qtbot, program, page, folder)
    returns = rehearse(qtbot, program, file)
    assert returns.locked.isVisible()
    assert returns.report.files[0].reason == "password"
    qtbot.keyClicks(returns.locked.all.line, "altra password")
    qtbot.keyClick(returns.locked.all.line, Qt.Key.Key_Return)
    read(qtbot, program)
    assert returns.report.files[0].reason == "dossier-password-wrong"
    assert "non ne apre 1" in returns.locked.said.text()
    returns.locked.all.line.setText(WORD)
    returns.locked.go.click()
    read(qtbot, program)
    assert returns.report.files[0].status == "unchanged"
    assert not returns.locked.isVisible()


def test_each_dossier_can_have_a_password_of_its_own_and_is_merged_with_it(qtbot, program, page, folder, tmp_path):
    first = export(qtbot, program, page, folder)
    plain = tmp_path / "plain.docx"
    plain.write_bytes(protected.unprotect(first.read_bytes(), WORD))
    edited = edit_dossier(plain, tmp_path / "edited.docx", ("410 persone", "420 persone"))
    one, two = tmp_path / "uno.docx", tmp_path / "due.docx"
    one.write_bytes(protected.protect(edited.read_bytes(), "prima parola"))
    two.write_bytes(protected.protect(plain.read_bytes(), "seconda parola"))
    returns = rehearse(qtbot, program, one, two)
    assert len(returns.locked.each) == 2
    returns.locked.apart.click()
    returns.locked.each[str(one)].line.setText("prima parola")
    returns.locked.go.click()
    read(qtbot, program)
    assert sorted(str(one.reason) for one in returns.report.files) == ["", "password"]
    assert list(returns.locked.each) == [str(two)]
    returns.locked.all.line.setText("seconda parola")
    returns.locked.go.click()
    read(qtbot, program)
    assert not returns.locked.isVisible()
    returns.apply.click()
    qtbot.waitUntil(lambda: not returns.model.ticking, timeout=LONG)
    settle(qtbot, program)
    ws = program.desk.workspace
    practice = cataloguing.list_practices(ws).rows[0].id
    assert "420 persone" in cataloguing.show(ws, practice).record.text("need")


def test_a_dossier_changed_after_it_was_locked_says_so(qtbot, program, page, folder, tmp_path):
    data = bytearray(export(qtbot, program, page, folder).read_bytes())
    at = len(data) // 2
    data[at] ^= 0xFF
    broken = tmp_path / "cambiato.docx"
    broken.write_bytes(bytes(data))
    returns = rehearse(qtbot, program, broken)
    returns.locked.all.line.setText(WORD)
    returns.locked.go.click()
    read(qtbot, program)
    assert "cambiato dopo che fu chiuso" in returns.changes(returns.report.files[0])
