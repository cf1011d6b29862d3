"""What belongs together is one stop of Tab: nobody tabs through seventy tick boxes, and none of them is out of reach."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QButtonGroup

from seeddesk.gui.widgets import together
from seeddesk.gui.widgets.segment import Segment

from .conftest import LONG, box, press, record, settle, value
from .test_access import pages

pytestmark = pytest.mark.gui
FORM = """
type | name | label | appearance
text | before | Before |
select_multiple fruit | ticks | Ticks |
select_multiple fruit | more | More |
select_one agree | one | One | likert
text | after | After |
"""


def at():
    """The words of what has the focus."""
    return QApplication.focusWidget().text()


def test_tab_stops_at_a_list_of_ticks_once_before_and_after_one_is_ticked(qtbot, ask):
    editor = ask(FORM)
    for ticked in (None, ("fig",)):
        if ticked:
            parts = box(editor, "ticks").input._parts
            qtbot.mouseClick(parts["fig"], Qt.MouseButton.LeftButton)
        box(editor, "before").focus()
        seen = []
        for _ in range(4):
            press(qtbot, Qt.Key.Key_Tab)
            seen.append(at())
        assert seen == ["Fig" if ticked else "Apple", "Apple", "Not at all", ""]
        assert QApplication.focusWidget() is box(editor, "after").input


def test_arrows_reach_every_tick_and_space_ticks_it(qtbot, ask):
    editor = ask(FORM)
    box(editor, "ticks").focus()
    met = {at()}
    for key in (Qt.Key.Key_Right, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Home, Qt.Key.Key_End):
        press(qtbot, key)
        met.add(at())
    assert met == {"Apple", "Pear", "Fig", "Plum"}
    press(qtbot, Qt.Key.Key_Right)  # nothing stands there
    assert at() == "Plum"
    press(qtbot, Qt.Key.Key_Space)
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Space)
    assert value(editor, "ticks") == ("plum", "pear")


def test_letters_lead_to_the_tick_that_is_meant(qtbot, ask, monkeypatch):
    # A busy machine may take longer from one letter to the next than a person who stops.
    monkeypatch.setattr(together, "PAUSE", LONG)
    editor = ask(FORM)
    box(editor, "ticks").focus()
    qtbot.keyClicks(QApplication.focusWidget(), "p")
    assert at() == "Pear"
    qtbot.keyClicks(QApplication.focusWidget(), "lu")
    assert at() == "Plum"
    assert value(editor, "ticks") is None


def test_the_first_one_chosen_stays_the_first(qtbot, ask):
    editor = ask(FORM)
    parts = box(editor, "ticks").input._parts
    for name in ("fig", "apple", "plum", "apple"):
        qtbot.mouseClick(parts[name], Qt.MouseButton.LeftButton)
    assert value(editor, "ticks") == ("fig", "plum")


def test_tab_comes_to_the_chosen_one_of_several(qtbot):
    segment = Segment([("a", "A"), ("b", "B"), ("c", "C")], "Letters")
    qtbot.addWidget(segment)
    for code in ("b", "c", "a", "b"):
        segment.set_value(code)
        stops = [name for name, part in segment._parts.items() if part.focusPolicy() & Qt.FocusPolicy.TabFocus]
        assert stops == [code]


def test_on_every_page_tab_comes_to_what_is_chosen_where_one_of_several_is(qtbot, program):
    wrong = []
    for name, page in pages(qtbot, program):
        for group in page.findChildren(QButtonGroup):
            chosen = group.checkedButton() if group.exclusive() else None
            if chosen is not None and chosen.isVisible() and not chosen.focusPolicy() & Qt.FocusPolicy.TabFocus:
                wrong.append((name, chosen.text()))
    assert wrong == []


def test_arrows_go_along_the_rail_without_leaving_the_page(qtbot, program):
    window = program.window
    window.show_page("merge")
    settle(qtbot, program)
    tile = window.rail.tiles["merge"]
    assert tile.focusPolicy() & Qt.FocusPolicy.TabFocus
    tile.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Up)
    assert at() == window.rail.tiles["practice"].text()
    press(qtbot, Qt.Key.Key_Up)
    assert window.place() == "merge"
    press(qtbot, Qt.Key.Key_Space)
    assert window.place() == "catalogue"
    assert window.rail.tiles["catalogue"].isChecked()
    assert not window.rail.tiles["merge"].isChecked()


def test_tab_goes_through_the_catalogue_as_one_reads(qtbot, program):
    record(qtbot, program, policy_area=("health",), start="2021")
    window = program.window
    window.show_page("catalogue")
    settle(qtbot, program)
    page = window.pages["catalogue"]
    qtbot.waitUntil(lambda: bool(page.facets.asked) and page.facets._tabbed > 3, timeout=LONG)
    page.box.setFocus()
    met = []
    for _ in range(60):
        met.append(QApplication.focusWidget())
        press(qtbot, Qt.Key.Key_Tab)
        if QApplication.focusWidget() is page.box:
            break
    facets = [widget for widget in met if page.facets.isAncestorOf(widget)]
    heights = [widget.mapTo(page, widget.rect().topLeft()).y() for widget in facets]
    assert len(facets) > 3
    assert heights == sorted(heights)
    assert met.index(page.new) < met.index(facets[0]) < met.index(page.list) < met.index(page.reading._copier)
