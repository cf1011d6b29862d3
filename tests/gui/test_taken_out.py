"""A row or a file that was taken out is offered back where one is, by mouse, key and ear, until something else is undone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtWidgets import QApplication

from seeddesk.gui import theme
from seeddesk.gui.widgets import notices

from .conftest import LONG, made_whole, opened, press, record, settle
from .test_theme import contrast

pytestmark = pytest.mark.gui
FIRST, SECOND = (f"partners[{letter * 32}]" for letter in "ab")


@pytest.fixture
def page(qtbot, program, window):
    """A practice with two partners, the section with them in front."""
    practice = record(
        qtbot,
        program,
        **{FIRST: "a0", f"{FIRST}.name": "Ambulanti", SECOND: "a1", f"{SECOND}.name": "Biblioteca"},
    )
    page = opened(qtbot, program, practice)
    page.editor.show_section(page.editor.section_of("partners[].name"))
    made_whole(page.editor)
    settle(qtbot, program)
    return page


@pytest.fixture
def toast(window):
    return window.toast


def partners(page):
    return page.editor.view.placed.repeats["partners"]


def names(page) -> list[object]:
    session = page.session
    return [session.values.get(f"{row}.name") for row in session.record.rows("partners")]


def remove_by_key(qtbot, page, row=FIRST) -> None:
    partners(page).cards[row].setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Delete)


def test_a_card_removed_with_its_button_is_offered_back(qtbot, page, toast):
    card = partners(page).cards[FIRST]
    card.set_open(True)
    qtbot.mouseClick(card._tools[1], Qt.MouseButton.LeftButton)
    assert names(page) == ["Biblioteca"]
    assert toast.isVisible()
    assert toast.offer == "Da «Partner» è stata tolta: Ambulanti"
    qtbot.mouseClick(toast._undo, Qt.MouseButton.LeftButton)
    assert names(page) == ["Ambulanti", "Biblioteca"]
    assert not toast.isVisible()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_by_keyboard_it_is_the_next_thing_tab_comes_to_and_the_card_has_the_focus_again(qtbot, page, toast):
    remove_by_key(qtbot, page)
    assert partners(page).cards[SECOND].hasFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert toast._undo.hasFocus()
    assert not toast._timer.isActive()  # it stays while one is on it
    press(qtbot, Qt.Key.Key_Return)
    assert names(page) == ["Ambulanti", "Biblioteca"]
    assert partners(page).cards[FIRST].hasFocus()


def test_the_key_of_undo_takes_it_back_from_there_too_and_escape_gives_the_focus_back(qtbot, page, toast):
    remove_by_key(qtbot, page)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Escape)
    assert not toast.isVisible()
    assert partners(page).cards[SECOND].hasFocus()
    remove_by_key(qtbot, page, SECOND)
    press(qtbot, Qt.Key.Key_Tab)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["Biblioteca"]


def test_it_is_read_out_and_its_button_says_what_it_takes_back(qtbot, page, toast, monkeypatch):
    said = []
    monkeypatch.setattr(notices, "announce", said.append)
    remove_by_key(qtbot, page)
    assert said == [toast]
    assert QAccessible.queryAccessibleInterface(toast).text(QAccessible.Text.Name) == toast.offer
    button = QAccessible.queryAccessibleInterface(toast._undo)
    assert button.text(QAccessible.Text.Description) == toast.offer


def test_ctrl_z_takes_the_removal_back_and_the_offer_goes(qtbot, page, toast):
    remove_by_key(qtbot, page)
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["Ambulanti", "Biblioteca"]
    assert not toast.isVisible()


def test_typing_on_leaves_the_offer_and_what_was_typed(qtbot, page, toast):
    remove_by_key(qtbot, page)
    box = page.editor.view.box("lead_org.name")
    box.focus()
    qtbot.keyClicks(box.input, " e amici")
    assert toast.offer
    toast.take_back()
    assert names(page) == ["Ambulanti", "Biblioteca"]
    assert page.session.values["lead_org.name"].startswith(" e amici")
    page.session.undo()
    assert names(page) == ["Biblioteca"]  # a step of its own
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_the_offer_goes_when_something_else_is_undone_or_another_practice_is_opened(qtbot, program, page, toast):
    remove_by_key(qtbot, page)
    box = page.editor.view.box("lead_org.name")
    box.focus()
    qtbot.keyClicks(box.input, "!")
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(page) == ["Biblioteca"]
    assert not toast.isVisible()
    remove_by_key(qtbot, page, SECOND)
    assert toast.isVisible()
    program.window.show_page("practice", "new")
    qtbot.waitUntil(lambda: not page.session.recorded, timeout=LONG)
    assert not toast.isVisible()


def test_what_another_page_says_meanwhile_is_not_taken_off_the_window(qtbot, page, toast):
    remove_by_key(qtbot, page)
    toast.say("Copiata")
    page.session.undo()
    assert toast.isVisible()


def test_a_row_that_says_nothing_yet_goes_by_the_name_of_its_question(qtbot, page, toast):
    partners(page).add_row()
    row = page.session.record.rows("partners")[-1]
    remove_by_key(qtbot, page, row)
    assert toast.offer == "Da «Partner» è stata tolta una riga"


def test_a_file_taken_out_is_offered_back(qtbot, page, toast, tmp_path):
    picture = QImage(32, 24, QImage.Format.Format_RGB32)
    assert picture.save(str(tmp_path / "orto.png"))
    page.editor.show_section(page.editor.section_of("attachments[].file"))
    made_whole(page.editor)
    box = page.editor.view.placed.repeats["attachments"]
    box.add_row()
    path = page.session.record.rows("attachments")[0] + ".file"
    file = page.editor.view.box(path).input
    file.keep(str(tmp_path / "orto.png"))
    qtbot.waitUntil(lambda: bool(page.session.values.get(path)), timeout=LONG)
    kept = page.session.values[path]
    file.drop.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Space)
    assert not page.session.values.get(path)
    assert file.isAncestorOf(QApplication.focusWidget())
    assert toast.offer == "Il file è stato tolto"
    toast.take_back()
    assert page.session.values[path] == kept
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_the_focus_on_it_can_be_seen_in_every_palette(page, toast):
    for scheme, palette in theme.PALETTES.items():
        ink, ground = getattr(palette, toast._undo.RING), palette.text
        assert contrast(ink, ground) >= 3, scheme
