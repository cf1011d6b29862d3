"""Which of several answers is the main one: seen, heard, changed by mouse and keys, kept, taken back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeddesk.gui.editor.chips_input import Chip
from seeddesk.gui.widgets.button import Button
from seeddesk.services import recording

from .conftest import LONG, box, made_whole, opened, press, record, settle, value

pytestmark = pytest.mark.gui
FIRST, SECOND, THIRD = "ESO4.8", "ESO4.1", "ESO4.11"
HELD = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
FORM = """
type | name | label | appearance | bind::seeddesk:first
begin_group | all | All | |
select_multiple fruit | listed | Listed | | main
select_multiple fruit | typed | Typed | minimal | main
select_multiple fruit | plain | Plain | |
end_group | | | |
"""


def said(question) -> list[str]:
    """The names of the ticked boxes, as they are read out."""
    return [part.accessibleName() for part in question.input._parts.values() if part.isChecked()]


def offers(question) -> list[str]:
    return [button.accessibleName() for button in question.findChildren(Button) if button.isVisible()]


@pytest.fixture
def asked(qtbot, program, window):
    """The question for the ESF+ objectives, the focus in it, and what tells its value."""
    practice = record(qtbot, program)
    window.resize(1280, 800)
    page = opened(qtbot, program, practice, "esf_objective")
    made_whole(page.editor)
    question = page.editor.view.box("esf_objective")
    question.focus()
    return page, question


def test_the_first_that_is_ticked_is_said_to_be_the_main_one_wherever_it_stands_in_the_list(qtbot, asked):
    _, question = asked
    parts = question.input._parts
    qtbot.mouseClick(parts[FIRST], Qt.MouseButton.LeftButton)
    assert (said(question), offers(question)) == ([parts[FIRST].text()], [])
    qtbot.mouseClick(parts[SECOND], Qt.MouseButton.LeftButton)
    assert said(question) == [parts[SECOND].text(), f"{parts[FIRST].text()}, principale"]
    assert offers(question) == [f"Rendi principale: {parts[SECOND].text()}"]
    qtbot.mouseClick(parts[FIRST], Qt.MouseButton.LeftButton)  # taken out
    assert (said(question), offers(question)) == ([parts[SECOND].text()], [])


def test_another_is_made_the_main_one_by_mouse_and_keys_and_that_is_saved_and_taken_back(qtbot, program, asked):
    page, question = asked
    parts, session = question.input._parts, page.session
    for code in (FIRST, SECOND):
        qtbot.mouseClick(parts[code], Qt.MouseButton.LeftButton)
    session.follow()
    button = next(each for each in parts[SECOND].findChildren(Button) if each.isVisible())
    qtbot.waitUntil(lambda: button.visibleRegion().contains(button.rect().center()), timeout=LONG)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert session.values["esf_objective"] == (SECOND, FIRST)
    assert QApplication.focusWidget() is parts[SECOND]
    assert said(question)[0].endswith(", principale")
    press(qtbot, Qt.Key.Key_Down, HELD)
    assert session.values["esf_objective"] == (FIRST, SECOND)
    press(qtbot, Qt.Key.Key_Up, HELD)
    assert session.values["esf_objective"] == (SECOND, FIRST)
    press(qtbot, Qt.Key.Key_Up, HELD)  # it is the first already
    assert session.values["esf_objective"] == (SECOND, FIRST)
    parts[THIRD].setFocus()
    press(qtbot, Qt.Key.Key_Up, HELD)  # not ticked: nothing
    assert session.values["esf_objective"] == (SECOND, FIRST)
    session.flush()
    settle(qtbot, program)
    program.desk.read(
        program.window,
        lambda ws: recording.open_draft(ws, session.practice).values["esf_objective"],
        (kept := []).append,
    )
    qtbot.waitUntil(lambda: bool(kept), timeout=LONG)
    assert kept == [(SECOND, FIRST)]
    session.undo()
    session.redo()
    assert session.values["esf_objective"] == (SECOND, FIRST)
    while session.can_undo:
        session.undo()
    assert not session.values.get("esf_objective")
    assert offers(question) == []


def test_tab_comes_to_the_button_behind_its_row(qtbot, asked):
    _, question = asked
    parts = question.input._parts
    for code in (FIRST, SECOND):
        qtbot.mouseClick(parts[code], Qt.MouseButton.LeftButton)
    parts[SECOND].setFocus()
    press(qtbot, Qt.Key.Key_Tab)
    assert QApplication.focusWidget().accessibleName() == f"Rendi principale: {parts[SECOND].text()}"
    press(qtbot, Qt.Key.Key_Space)
    assert said(question)[0].endswith(", principale")


def test_chips_say_it_too_and_a_list_without_a_main_one_says_nothing(qtbot, ask):
    editor = ask(FORM)
    for name in ("typed", "listed", "plain"):
        editor.session.change({name: ("fig", "apple")})
    chips = box(editor, "typed")
    assert [chip.text() for chip in chips.findChildren(Chip) if chip.isVisible()] == ["Fig (main)", "Apple"]
    make = next(button for button in chips.findChildren(Button) if button.isVisible())
    assert make.accessibleName() == "Make main: Apple"
    qtbot.mouseClick(make, Qt.MouseButton.LeftButton)
    assert value(editor, "typed") == ("apple", "fig")
    assert said(box(editor, "listed")) == ["Apple", "Fig, main"]
    assert said(box(editor, "plain")) == ["Apple", "Fig"]
    assert offers(box(editor, "plain")) == []
