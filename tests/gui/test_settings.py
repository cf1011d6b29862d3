"""Settings: the centre's own dossier, used, refused in plain words, and dropped."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog

from seeddesk.services import templates

from .conftest import LONG, opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def row(qtbot, program, monkeypatch):
    """The Italian dossier's row in the settings."""
    monkeypatch.setattr("seeddesk.gui.pages.template_settings.QDesktopServices.openUrl", lambda url: True)
    program.window.show_page("settings")
    settle(qtbot, program)
    return program.window.pages["settings"].templates["it"]


def choosing(monkeypatch, dialog: str, path) -> None:
    monkeypatch.setattr(QFileDialog, dialog, lambda *_: (str(path), ""))


def test_a_dossier_of_ones_own_begins_from_ours_is_used_and_dropped(qtbot, program, row, monkeypatch, tmp_path):
    file = tmp_path / "nostro.docx"
    choosing(monkeypatch, "getSaveFileName", tmp_path / "nostro")
    row.start.click()
    qtbot.waitUntil(file.exists, timeout=LONG)
    settle(qtbot, program)
    assert str(file) in row.said.text()
    choosing(monkeypatch, "getOpenFileName", file)
    row.use.click()
    qtbot.waitUntil(lambda: row.drop.isVisible(), timeout=LONG)
    assert templates.own_template("it") == file.read_bytes()
    assert templates.own_template("en") is None
    row.drop.click()
    qtbot.waitUntil(lambda: not row.drop.isVisible(), timeout=LONG)
    assert templates.own_template("it") is None


def test_a_document_that_cannot_be_read_back_is_refused_in_plain_words(qtbot, program, row, monkeypatch, tmp_path):
    from docx import Document

    file = tmp_path / "lettera.docx"
    Document().save(str(file))
    choosing(monkeypatch, "getOpenFileName", file)
    row.use.click()
    qtbot.waitUntil(row.said.isVisible, timeout=LONG)
    settle(qtbot, program)
    assert len(row.said.text().splitlines()) >= 2
    assert "template-" not in row.said.text()
    assert not row.drop.isVisible()
    assert templates.own_template("it") is None
    assert row.use.isEnabled()


def test_a_file_that_is_gone_is_said(qtbot, program, row, monkeypatch, tmp_path):
    choosing(monkeypatch, "getOpenFileName", tmp_path / "sparito.docx")
    row.use.click()
    qtbot.waitUntil(row.said.isVisible, timeout=LONG)
    assert "sparito.docx" in row.said.text()


def test_the_practice_that_was_open_is_open_still_after_the_window_was_made_anew(qtbot, program):
    practice = record(qtbot, program)
    opened(qtbot, program, practice)
    program.window.show_page("settings")
    old = program.window
    qtbot.keyClick(old, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: program.window is not old and bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)
    program.window.show_page("practice")
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: page.session.practice == practice and bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    assert program.window.kept == {}


def test_a_page_that_would_fit_does_not_scroll(qtbot, program):
    window = program.window
    window.resize(1280, 700)
    window.show_page("settings", "safety")
    settle(qtbot, program)
    settings = window.pages["settings"]
    qtbot.waitUntil(lambda: settings.safety.said.text() != "", timeout=LONG)
    assert settings._stack.currentWidget().verticalScrollBar().maximum() == 0
    assert QApplication.focusWidget() is settings._tabs["safety"]
