"""Spelling marks as one types, and the way to what was meant. With a dictionary of a few words, so that it is the same on every computer."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCharFormat
from PySide6.QtWidgets import QApplication, QMenu

from seeddesk.gui.pages.spelling_settings import SpellingSettings
from seeddesk.services import spelling

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui
WORDS = ("scende", "in", "piazza", "chi", "non", "il", "mercato", "campo", "era", "vuoto")


@pytest.fixture
def page(qtbot, program, window):
    """The need, empty, with the caret in it."""
    folder = spelling.dictionaries()
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "it_IT.aff").write_text("SET UTF-8\nTRY aeiopz\n", "utf-8")
    (folder / "it_IT.dic").write_text("\n".join((str(len(WORDS)), *WORDS)) + "\n", "utf-8")
    practice = record(qtbot, program, need=None, record_language="it")
    window.resize(1280, 800)
    window.show_page("practice", (practice, "need"))
    page = window.pages["practice"]
    qtbot.waitUntil(lambda: page.editor.focused == "need" and page.editor.view is not None, timeout=LONG)
    settle(qtbot, program)
    return page


def marked(page) -> list[str]:
    """The words with a wave under them."""
    return [one.cursor.selectedText() for one in page.editor.view.box("need").input.extraSelections()]


def write(qtbot, page, words: str) -> None:
    qtbot.keyClicks(page.editor.view.box("need").input, words)


def test_a_word_that_is_none_gets_a_wave_once_it_is_finished(qtbot, program, page):
    write(qtbot, page, "chi non scende in piaza")
    qtbot.wait(400)
    settle(qtbot, program)
    assert marked(page) == []
    write(qtbot, page, " il")
    qtbot.waitUntil(lambda: marked(page) == ["piaza"], timeout=LONG)
    marks = page.editor.view.box("need").input.extraSelections()
    assert marks[0].format.underlineStyle() is QTextCharFormat.UnderlineStyle.SpellCheckUnderline
    assert page.session.values["need"] == "chi non scende in piaza il"


def test_the_gutter_says_what_may_be_meant(qtbot, page):
    write(qtbot, page, "chi scende in piaza il mercato")
    qtbot.waitUntil(lambda: ("spelling", "need") in page.editor.asking.notes, timeout=LONG)
    assert "«piaza», forse «piazza»" in page.editor.asking.notes["spelling", "need"].plain


def test_the_menu_replaces_the_word_as_something_typed(qtbot, page):
    write(qtbot, page, "in piaza il mercato")
    qtbot.waitUntil(lambda: marked(page) == ["piaza"], timeout=LONG)
    qtbot.keyClick(QApplication.focusWidget(), ".", Qt.KeyboardModifier.ControlModifier)
    box = page.editor.view.box("need").input
    qtbot.waitUntil(lambda: box.findChild(QMenu, "spelling") is not None, timeout=LONG)
    menu = box.findChild(QMenu, "spelling")
    menu.actions()[0].trigger()
    menu.close()
    assert page.session.values["need"] == "in piazza il mercato"
    qtbot.waitUntil(lambda: marked(page) == [], timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_the_right_button_offers_the_same_above_what_fields_always_offer(qtbot, page):
    write(qtbot, page, "in piaza il mercato")
    qtbot.waitUntil(lambda: marked(page) == ["piaza"], timeout=LONG)
    box = page.editor.view.box("need").input
    cursor = box.textCursor()
    cursor.setPosition(5)
    box.customContextMenuRequested.emit(box.cursorRect(cursor).center())
    qtbot.waitUntil(lambda: box.findChild(QMenu, "spelling") is not None, timeout=LONG)
    menu = box.findChild(QMenu, "spelling")
    said = [action.text() for action in menu.actions()]
    assert said[0] == "piazza"
    assert len(said) > 6
    menu.actions()[0].trigger()
    menu.close()
    assert page.session.values["need"] == "in piazza il mercato"


def test_no_dictionary_is_read_for_an_empty_field(qtbot, program, page):
    qtbot.wait(400)
    settle(qtbot, program)
    assert page.editor.spelling._spellers == {}


def test_a_word_can_be_learnt(qtbot, program, page):
    write(qtbot, page, "il piaza il")
    qtbot.waitUntil(lambda: marked(page) == ["piaza"], timeout=LONG)
    page.editor.spelling._learn("piaza")
    qtbot.waitUntil(lambda: marked(page) == [], timeout=LONG)
    assert "piaza" in spelling.own_words()
    settle(qtbot, program)


def test_without_a_dictionary_the_key_says_where_one_comes_from(qtbot, program, page, monkeypatch):
    monkeypatch.setattr(spelling, "_found", lambda lang: iter(()))
    page.editor.spelling._spellers.clear()
    write(qtbot, page, "chi scende")
    qtbot.waitUntil(lambda: page.editor.spelling._spellers.get("it", "") is None, timeout=LONG)
    qtbot.keyClick(QApplication.focusWidget(), ".", Qt.KeyboardModifier.ControlModifier)
    assert "it_IT.dic" in page.editor.asking.notes["spelling", "need"].plain


def test_in_a_language_that_is_not_checked_the_key_says_which_are(qtbot, program, window):
    practice = record(qtbot, program, need="Ο κήπος", record_language="el")
    window.show_page("practice", (practice, "need"))
    editor = window.pages["practice"].editor
    qtbot.waitUntil(lambda: editor.focused == "need" and editor.view is not None, timeout=LONG)
    settle(qtbot, program)
    qtbot.keyClick(QApplication.focusWidget(), ".", Qt.KeyboardModifier.ControlModifier)
    assert "inglese" in editor.asking.notes["spelling", "need"].plain


def test_the_settings_say_which_dictionary_is_used_or_where_one_comes_from(qtbot, program, monkeypatch):
    monkeypatch.setattr(spelling, "available", lambda: {"it": None, "en": Path("en_GB.dic")})
    program.window.show_page("settings")
    shown = SpellingSettings(program.desk)
    settle(qtbot, program)
    assert "it_IT.dic" in shown.lines["it"].text()
    assert shown.lines["en"].text() == "en_GB.dic"
    shown.deleteLater()


def test_of_the_words_that_come_with_it_the_settings_name_no_file(qtbot, program):
    program.window.show_page("settings")
    shown = SpellingSettings(program.desk)
    settle(qtbot, program)
    assert {line.text() for line in shown.lines.values()} == {"Il dizionario è compreso in SeedDesk."}
    shown.deleteLater()


def test_a_text_in_another_language_gets_the_nearest_marks_and_no_more(qtbot, page):
    box = page.editor.view.box("need")
    box.input.setPlainText("wrongly " * 2000)
    box.put_caret(8 * 1000)
    qtbot.waitUntil(lambda: bool(marked(page)), timeout=LONG)
    places = [one.cursor.selectionStart() for one in box.input.extraSelections()]
    assert len(places) == 500
    assert places == sorted(places)
    assert min(abs(place - 8000) for place in places) <= 8
    assert 8 * 740 < places[0] < places[-1] < 8 * 1260
