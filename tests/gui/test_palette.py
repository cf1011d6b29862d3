"""Ctrl K: everything that can be done, found by a few letters, over the page and gone again."""

import json
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication

from seeddesk.gui.icons import _OWN, _phosphor
from seeddesk.gui.widgets.palette import match

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def palette(qtbot, window):
    """The palette, opened by its key."""

    def open_it():
        qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
        assert window._commanding.palette.isVisible()
        return window._commanding.palette

    return open_it


def listed(palette):
    return [line for line in palette._model.lines if line.action is not None]


def chosen(palette):
    index = palette.list.currentIndex()
    return palette._model.lines[index.row()].action.id if index.isValid() else ""


def test_letters_are_found_at_the_beginning_of_words_before_anywhere_else():
    assert match("Esporta il dossier", "dos") == ((11, 3),)
    assert match("Esporta il dossier", "porta") == ((2, 5),)
    assert match("Stato: Società", "socie") == ((7, 5),)
    assert match("Esporta il dossier", "dos esp") == ((0, 3), (11, 3))
    assert match("Esporta il dossier", "zebra") is None


def test_it_opens_over_the_page_with_the_caret_in_its_line(palette, window):
    opened = palette()
    assert opened.parentWidget() is window.centralWidget()
    assert not opened.isWindow()
    assert opened.line.hasFocus()


def test_escape_gives_the_focus_back(qtbot, palette, window):
    window.show_page("settings")
    window.pages["settings"].author.setFocus()
    opened = palette()
    qtbot.keyClick(opened.line, Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert window.pages["settings"].author.hasFocus()


def test_enter_does_what_is_chosen(qtbot, program, palette, window):
    opened = palette()
    qtbot.keyClicks(opened.line, "impostazioni: mod")
    assert chosen(opened) == "go-forms"
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place() == "settings", timeout=LONG)
    assert window.pages["settings"].here() == "forms"


def test_what_cannot_be_done_is_listed_with_the_reason_and_does_nothing(qtbot, palette):
    opened = palette()
    qtbot.keyClicks(opened.line, "intervista")
    line = next(line for line in listed(opened) if line.action.id == "editor-interview")
    assert line.action.reason == "solo nella scheda"
    opened._choose(opened._model.lines.index(line))
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    assert opened.isVisible()


def test_typing_on_leaves_rows_out_and_never_reorders_them(qtbot, palette):
    opened = palette()
    qtbot.keyClicks(opened.line, "e")
    before = [line.action.id for line in listed(opened)]
    for letter in "sp":
        qtbot.keyClicks(opened.line, letter)
        after = [line.action.id for line in listed(opened) if line.action.group != "practices"]
        assert after == [each for each in before if each in after]
        before = after


def test_the_last_five_used_come_first_the_next_time(qtbot, program, palette, window):
    for typed in ("impostazioni: mod", "conflitti"):
        opened = palette()
        qtbot.keyClicks(opened.line, typed)
        first = chosen(opened)
        qtbot.keyClick(opened.line, Qt.Key.Key_Return)
        settle(qtbot, program)
    opened = palette()
    assert listed(opened)[0].action.id == first
    assert [line.action.id for line in listed(opened)][1] == "go-forms"


@pytest.mark.parametrize(
    ("typed", "action"),
    [
        ("importa", "bring-in"),
        ("unisci", "bring-in"),
        ("stampa", "export"),
        ("backup", "settings-backup"),
        ("tema scuro", "settings-dark"),
        ("carattere", "larger"),
        ("guida", "help"),
        ("scorciatoie", "help-keys"),
        ("duplicati", "go-conflicts"),
        ("ripristina", "settings-restore"),
    ],
)
def test_an_action_is_found_by_what_other_programs_call_it(qtbot, palette, typed, action):
    opened = palette()
    qtbot.keyClicks(opened.line, typed)
    assert action in [line.action.id for line in listed(opened)]


def test_practices_are_found_too_below_everything_else(qtbot, program, palette, window):
    record(qtbot, program)
    opened = palette()
    qtbot.keyClicks(opened.line, "orti")
    qtbot.waitUntil(lambda: any(line.action.group == "practices" for line in listed(opened)), timeout=LONG)
    assert listed(opened)[-1].action.words.startswith("Orti di comunità")
    opened._choose(len(opened._model.lines) - 1)
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.place() == "editor", timeout=LONG)


def test_no_key_of_the_page_behind_works_while_it_is_open(qtbot, palette, window):
    opened = palette()
    qtbot.keyClick(opened.line, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert opened.isVisible()
    assert window.place() == "catalogue"


def test_every_key_of_the_window_stands_in_the_registry(qtbot, program, window):
    record(qtbot, program)
    window.show_page("practice", "new")
    settle(qtbot, program)
    listens = {
        QKeySequence(key).toString(QKeySequence.SequenceFormat.PortableText)
        for shortcut in window.findChildren(QShortcut)
        for key in [shortcut.key()]
    }
    known = {
        QKeySequence(action.keys).toString(QKeySequence.SequenceFormat.PortableText)
        for action in window.actions_known.all()
    }
    assert listens - known - {"Ctrl+=", "Ctrl+V", "Ctrl+Y"} == set()  # second keys, and pasting


def test_every_action_has_words_an_icon_that_exists_and_an_id_of_its_own(qtbot, window):
    actions = window.actions_known.all()
    _, icons = _phosphor()
    assert len({action.id for action in actions}) == len(actions)
    assert all(action.words for action in actions)
    assert [action.id for action in actions if action.icon and action.icon not in {*icons, *_OWN}] == []


def test_a_catalogue_open_for_reading_only_says_why_nothing_is_recorded(qtbot, window, monkeypatch):
    monkeypatch.setattr(type(window.desk), "read_only", property(lambda desk: True))
    new = next(action for action in window.actions_known.all() if action.id == "new")
    assert "sola lettura" in new.reason


def test_opening_it_waits_for_nothing(qtbot, window, palette):
    palette().leave()
    began = time.process_time()
    opened = palette()
    opened.repaint()
    assert opened.isVisible()
    print(json.dumps({"palette_ms": round((time.process_time() - began) * 1000, 1)}))


def test_sorting_by_completeness_brings_the_most_complete_first(qtbot, program, palette, window):
    from seeddesk.gui.models.practices import ROW

    record(qtbot, program, title="Quasi vuota", need="")
    record(qtbot, program, title="Più piena", objectives="Stare insieme.", activities="Si semina.")
    opened = palette()
    qtbot.keyClicks(opened.line, "ordina: complete")
    assert chosen(opened) == "catalogue-sort-completeness"
    qtbot.keyClick(opened.line, Qt.Key.Key_Return)
    model = window.pages["catalogue"].model
    qtbot.waitUntil(lambda: model.rowCount() == 2 and model.index(0).data(ROW) is not None, timeout=LONG)
    settle(qtbot, program)
    rows = [model.index(row).data(ROW).completeness for row in range(2)]
    assert rows == sorted(rows, reverse=True)


def test_what_the_pages_offer_as_buttons_is_offered_here_too(qtbot, program, window):
    """By their words: who looks for a button of the settings finds it by typing what stands on it."""
    record(qtbot, program)
    settle(qtbot, program)
    said = " | ".join(action.words for action in window.actions_known.all()).casefold()
    offered = {
        "settings": (
            "apri un altro",
            "usa il modello del tuo centro",
            "parti dal modello di seeddesk",
            "english",
            "alto contrasto",
        ),
        "forms": ("aggiungi un modulo",),
        "safety": ("copia di sicurezza", "proteggi questo catalogo", "seconda cartella"),
        "catalogue": ("ricerche salvate", "organizzazioni", "cestino", "copiala come testo", "citazione"),
        "reading": ("allegati", "relazioni", "collegala", "eliminala"),
    }
    assert [word for words in offered.values() for word in words if word not in said] == []


def test_another_language_is_chosen_here(qtbot, program):
    actions = {action.id: action for action in program.window.actions_known.all()}
    assert actions["settings-speak-it"].reason
    actions["settings-speak-en"].does()
    qtbot.waitUntil(lambda: program.desk.settings.lang == "en", timeout=LONG)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    assert program.window.rail.tiles["catalogue"].text() == "Catalogue"


def test_what_has_to_be_made_first_is_led_to_and_pressed_the_next_time(qtbot, program, window, monkeypatch):
    settle(qtbot, program)
    protect = next(action for action in window.actions_known.all() if action.id == "settings-protect")
    protect.does()
    assert window.place() == "settings"
    safety = window.pages["settings"].safety
    qtbot.waitUntil(lambda: safety.protection.protect.isVisible(), timeout=LONG)
    pressed = []
    safety.protection.protect.clicked.disconnect()
    safety.protection.protect.clicked.connect(lambda *_: pressed.append(1))
    protect.does()
    assert len(pressed) == 1
