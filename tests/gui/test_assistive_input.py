"""What a screen reader, a voice or a switch does counts: it sets a text whole without a key, and toggles without a click."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.segment import Segment

from .conftest import box, value

pytestmark = pytest.mark.gui
FORM = """
type | name | label | appearance
text | a | Title |
text | b | Need | multiline
integer | c | Volunteers |
date | d | Since | month-year
"""


@pytest.mark.parametrize(
    ("path", "set_to", "answer"),
    [("a", "Orti", "Orti"), ("b", "Soli", "Soli"), ("c", "14", "14"), ("d", "03/2021", "2021-03")],
)
def test_a_text_that_is_set_from_outside_is_an_answer(ask, path, set_to, answer):
    editor = ask(FORM)
    QAccessible.queryAccessibleInterface(box(editor, path).input).setText(QAccessible.Text.Value, set_to)
    assert value(editor, path) == answer


def test_an_answer_that_is_only_shown_is_no_edit(ask):
    editor = ask(FORM)
    told = []
    box(editor, "a").input.edited.connect(told.append)
    box(editor, "a").input.show_value("Orti")
    assert told == []


def test_a_button_that_is_toggled_from_outside_was_clicked(qtbot, window):
    tile = window.rail.tiles["settings"]
    tile.toggle()  # what its accessible action does
    assert window.current is window.pages["settings"]


def test_one_of_several_that_is_chosen_from_outside_tells_once(qtbot):
    segment = Segment([("a", "A"), ("b", "B"), ("c", "C")], "Letters")
    qtbot.addWidget(segment)
    told = []
    segment.chosen.connect(told.append)
    segment.set_value("a")
    parts = segment.findChildren(Button)
    parts[1].toggle()
    assert (told, segment.value) == (["b"], "b")
    qtbot.mouseClick(parts[2], Qt.MouseButton.LeftButton)
    assert (told, segment.value) == (["b", "c"], "c")
