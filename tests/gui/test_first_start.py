"""The first start: three questions, then an empty catalogue that says how to begin."""

from itertools import combinations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtWidgets import QFileDialog, QLabel

from seeddesk.gui import i18n
from seeddesk.gui.widgets.button import Button
from seeddesk.services import settings

from .conftest import LONG, settle

pytestmark = pytest.mark.gui


def test_three_answers_open_an_empty_catalogue(qtbot, start):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    page = program.window.first_run
    qtbot.keyClicks(page.author, "Ada Rossi")
    qtbot.keyClick(page.author, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    assert settings.load().author == "Ada Rossi"
    catalogue = program.window.pages["catalogue"]
    qtbot.waitUntil(lambda: catalogue.empty.isVisible(), timeout=LONG)


def test_an_empty_catalogue_saves_a_blank_for_somebody_without_seeddesk(qtbot, start, tmp_path, monkeypatch):
    program = start()
    out = tmp_path / "blank.docx"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    program.window.pages["catalogue"].empty.save_blank()
    settle(qtbot, program)
    assert out.read_bytes().startswith(b"PK")


def test_without_a_name_it_says_what_is_missing_and_stays(qtbot, start):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    page = program.window.first_run
    page.open.click()
    assert page.banner.isVisible()
    assert not program.window.pages


def test_another_language_is_spoken_at_once_and_keeps_what_was_typed(qtbot, start):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    page = program.window.first_run
    qtbot.keyClicks(page.author, "Ada")
    page.language_chosen.emit("it")
    assert i18n.language() == "it"
    assert program.window.first_run.open.text() == "Apri il catalogo"
    assert program.window.first_run.author.text() == "Ada"


@pytest.mark.parametrize("key", [Qt.Key.Key_Space, Qt.Key.Key_Left])
def test_a_language_chosen_by_key_leaves_the_caret_in_the_name(qtbot, start, key):
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    parts = {part.text(): part for part in program.window.first_run.language.findChildren(Button)}
    chosen = parts["Italiano" if key == Qt.Key.Key_Space else "English"]  # an arrow chooses the one beside it
    chosen.setFocus()
    qtbot.keyClick(chosen, key)
    qtbot.waitUntil(lambda: program.window.first_run.language.value == "it", timeout=LONG)
    qtbot.wait(50)
    assert program.window.isActiveWindow()
    assert program.window.first_run.author.hasFocus()


def test_large_text_on_a_small_screen_covers_nothing(qtbot, start):
    settings.change(text_size=20)
    program = start(author="")
    qtbot.waitUntil(lambda: hasattr(program.window, "first_run"), timeout=LONG)
    program.window.resize(1280, 700)
    settle(qtbot, program)
    page = program.window.first_run
    lines = sorted(
        (one for one in page.findChildren(QLabel) if one.isVisible() and one.text()), key=lambda one: one.y()
    )
    boxes = [QRect(one.mapTo(page, one.rect().topLeft()), one.size()) for one in lines]
    assert all(page.rect().left() <= box.left() and box.right() <= page.rect().right() for box in boxes)
    assert not any(one.intersects(other) for one, other in combinations(boxes, 2))
    assert all(one.height() >= one.heightForWidth(one.width()) for one in lines if one.wordWrap())
    for _ in range(12):
        if program.app.focusWidget() is page.open:
            break
        qtbot.keyClick(program.app.focusWidget(), Qt.Key.Key_Tab)
    assert page.open.hasFocus()
    assert page.open.visibleRegion().boundingRect() == page.open.rect()  # the keyboard brings it into sight
