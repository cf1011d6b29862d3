"""The page of the editor: its sections, its keys, its problems, its list of comuni."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QAbstractButton, QApplication
from shiboken6 import isValid

from seeddesk.domain.values import NOT_KNOWN

from .conftest import LONG, made_whole, opened, press, record, settle

pytestmark = pytest.mark.gui
NONE = Qt.KeyboardModifier.NoModifier
FIRST, SECOND, THIRD = ("partners[" + digit * 32 + "]" for digit in "123")


@pytest.fixture
def page(qtbot, program, window):
    """The editor on a practice with three partners and a place in the province of Cuneo."""
    place = "locations[" + "4" * 32 + "]"
    practice = record(
        qtbot,
        program,
        **{
            "start": "2023-03",
            "end": "2022",
            place: "a",
            place + ".comune": "004203",
            FIRST: "a",
            FIRST + ".name": "Uno",
            SECOND: "b",
            SECOND + ".name": "Due",
            THIRD: "c",
            THIRD + ".name": "Tre",
        },
    )
    window.resize(1280, 800)
    return opened(qtbot, program, practice)


def go(qtbot, page, path: str):
    """The caret into a field; its box."""
    page.editor.go_to(path)
    made_whole(page.editor)
    box = page.editor.view.box(path)
    qtbot.waitUntil(lambda: box.isAncestorOf(QApplication.focusWidget()), timeout=LONG)
    qtbot.wait(20)
    return box


def test_a_problem_stands_in_the_gutter_beside_its_field(qtbot, page):
    end = go(qtbot, page, "end")
    go(qtbot, page, "start")
    view = page.editor.view
    qtbot.waitUntil(lambda: view._notes.isVisible(), timeout=LONG)
    note = view._notes.boxes[0]
    assert note.bold.text() == "La fine viene prima dell'inizio"
    assert "Correggi uno dei due" in note.plain.text()
    assert abs(note.mapTo(view._page, QPoint(0, 0)).y() - end.mapTo(view._page, QPoint(0, 0)).y()) < 8
    assert end.problem.isHidden()


def test_a_narrow_window_says_it_under_the_field(qtbot, page):
    page.window().resize(1024, 700)
    end = go(qtbot, page, "end")
    go(qtbot, page, "start")
    qtbot.waitUntil(lambda: end.problem.isVisible(), timeout=LONG)
    assert not page.editor.view._notes.isVisible()


def test_the_sections_can_all_be_scrolled_and_the_list_follows(qtbot, page):
    press(qtbot, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    editor = page.editor
    assert len(set(map(id, editor.views.values()))) == 1
    go(qtbot, page, "need")
    assert editor.where == editor.section_of("need")
    bar = editor.view.verticalScrollBar()
    qtbot.waitUntil(lambda: not editor.view._rest.active, timeout=LONG)
    bar.setValue(0)
    assert editor.where == 0
    bar.setValue(bar.maximum())
    assert editor.where == len(page.session.form.sections) - 1
    press(qtbot, Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier)
    assert len(editor.views) == 1


def test_sections_made_later_do_not_move_the_field_one_is_in(qtbot, page):
    editor = page.editor
    go(qtbot, page, "need")
    editor.show_scroll(True)
    qtbot.waitUntil(
        lambda: (
            "need" in editor.view.placed.boxes
            and editor.view.placed.boxes["need"].isAncestorOf(QApplication.focusWidget())
        ),
        timeout=LONG,
    )
    qtbot.waitUntil(lambda: not editor.view._rest.active, timeout=LONG)
    box = editor.view.placed.boxes["need"]
    y = box.mapTo(editor.view.viewport(), QPoint(0, 0)).y()
    assert 0 <= y < editor.view.viewport().height()


def test_a_row_may_go_while_other_sections_are_still_made(qtbot, page):
    editor = page.editor
    editor.show_scroll(True)
    field = editor.view.box(f"{SECOND}.name")
    field.focus()
    editor.view._pin()
    page.session.remove_row(SECOND)
    qtbot.waitUntil(lambda: editor.view.whole and not isValid(field), timeout=LONG)
    assert page.session.record.rows("partners") == [FIRST, THIRD]


def test_the_list_of_problems_goes_to_each_and_back(qtbot, page):
    go(qtbot, page, "title")
    press(qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    found = page.editor.problems
    assert found.isVisible()
    wanted = {*page.session.evaluation.missing, *(each.path for each in page.session.evaluation.problems)}
    assert found.list.count() == len(wanted)
    press(qtbot, Qt.Key.Key_Escape)
    assert found.isHidden()
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    press(qtbot, Qt.Key.Key_F8, Qt.KeyboardModifier.ControlModifier)
    row = next(n for n in range(found.list.count()) if "La fine viene prima" in found.list.item(n).text())
    found.list.setCurrentRow(row)
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.editor.focused == "end", timeout=LONG)
    assert found.isHidden()


def test_sections_and_modes_are_a_key_away(qtbot, page):
    page.editor.show_section(0, focus=True)
    qtbot.wait(60)
    press(qtbot, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    assert page.editor.where == 1
    qtbot.wait(60)
    press(qtbot, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    assert page.editor.where == 0
    press(qtbot, Qt.Key.Key_F4)
    assert page.editor.core_only
    qtbot.wait(60)
    press(qtbot, Qt.Key.Key_F4)
    assert not page.editor.core_only


def test_cards_are_moved_and_added_by_keys_and_that_can_be_undone(qtbot, page):
    both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    go(qtbot, page, f"{SECOND}.name")
    press(qtbot, Qt.Key.Key_Up, both)
    assert page.session.record.rows("partners") == [SECOND, FIRST, THIRD]
    assert page.editor.view.placed.boxes[f"{SECOND}.name"].isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_Down, both)
    press(qtbot, Qt.Key.Key_Down, both)
    assert page.session.record.rows("partners") == [FIRST, THIRD, SECOND]
    go(qtbot, page, f"{FIRST}.name")
    press(qtbot, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    rows = page.session.record.rows("partners")
    assert len(rows) == 4
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.session.record.rows("partners") == [FIRST, THIRD, SECOND]


def test_a_card_is_dragged_by_its_dots(qtbot, page):
    go(qtbot, page, "lead_org.name")
    cards = page.editor.view.placed.repeats["partners"].cards
    handle = cards[FIRST].handle
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    down = cards[THIRD].mapTo(page.editor.view, QPoint(8, 30)) - handle.mapTo(page.editor.view, QPoint(0, 0))
    qtbot.mouseMove(handle, down)
    assert handle._line.isVisible()
    qtbot.mouseRelease(handle, Qt.MouseButton.LeftButton, pos=down)
    assert page.session.record.rows("partners") == [SECOND, THIRD, FIRST]


def test_a_card_that_goes_while_it_is_dragged_leaves_nothing_behind(qtbot, page):
    go(qtbot, page, "lead_org.name")
    repeat = page.editor.view.placed.repeats["partners"]
    handle = repeat.cards[FIRST].handle
    qtbot.mousePress(handle, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    qtbot.mouseMove(handle, QPoint(8, 90))
    line = handle._line
    assert line.isVisible()
    page.session.remove_row(FIRST)
    qtbot.waitUntil(lambda: not isValid(line), timeout=LONG)
    assert list(repeat.cards) == [SECOND, THIRD]


def test_a_card_that_is_gone_takes_keys_without_harm_until_it_is_no_more(qtbot, page):
    go(qtbot, page, "lead_org.name")
    card = page.editor.view.placed.repeats["partners"].cards[FIRST]
    card.setFocus()
    qtbot.keyClick(card, Qt.Key.Key_Delete)
    held = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
    for key, modifier in ((Qt.Key.Key_Down, held), (Qt.Key.Key_Up, held), (Qt.Key.Key_Delete, NONE)):
        card.keyPressEvent(QKeyEvent(QEvent.Type.KeyPress, key, modifier))
    card._remove()
    assert page.session.record.rows("partners") == [SECOND, THIRD]


def typed_comune(qtbot, page, text: str):
    """A second place with the beginning of a comune typed in; its box."""
    go(qtbot, page, "country")
    page.editor.view.placed.repeats["locations"].add_row()
    row = page.session.record.rows("locations")[1]
    page.session.follow()
    box = go(qtbot, page, f"{row}.comune")
    qtbot.keyClicks(box.input, text)
    return box


def test_comuni_come_from_the_practices_province_first_then_its_region_then_all(qtbot, page):
    box = typed_comune(qtbot, page, "sal")
    model = box.input._model
    found = [model.choice(row).extra for row in range(model.rowCount())]
    assert model.rowCount() > 40
    ranks = [0 if each["province"] == "CN" else 1 if each["region"] == "Piemonte" else 2 for each in found]
    starts = [model.index(row).data().casefold().startswith("sal") for row in range(model.rowCount())]
    first = [rank for rank, start in zip(ranks, starts, strict=True) if start]
    assert starts == sorted(starts, reverse=True)
    assert first == sorted(first)
    assert {0, 1, 2} <= set(first)


def test_one_letter_opens_no_list_and_not_known_yet_closes_it(qtbot, page):
    box = typed_comune(qtbot, page, "s")
    assert not box.input.popup.isVisible()
    qtbot.keyClicks(box.input, "a")
    assert box.input.popup.isVisible()
    qtbot.keyClick(box.input.popup, Qt.Key.Key_U, Qt.KeyboardModifier.ControlModifier)
    assert page.session.values[box.path] is NOT_KNOWN
    assert not box.input.popup.isVisible()


def test_the_list_of_comuni_opens_above_where_there_is_no_room_below(qtbot, page):
    box = typed_comune(qtbot, page, "")
    screen = box.screen().availableGeometry()
    place = box.input.mapToGlobal(QPoint(0, 0))
    page.window().move(page.window().pos() + QPoint(0, screen.bottom() - 60 - place.y()))
    qtbot.keyClicks(box.input, "sa")
    popup = box.input.popup
    assert popup.isVisible()
    assert popup.geometry().bottom() < box.input.mapToGlobal(QPoint(0, 0)).y()


def test_the_wheel_over_a_list_scrolls_the_page_and_changes_nothing(qtbot, page):
    box = go(qtbot, page, "country")
    before = page.session.values["country"]
    centre = QPointF(box.input.rect().center())
    event = QWheelEvent(
        centre,
        QPointF(box.input.mapToGlobal(centre.toPoint())),
        QPoint(),
        QPoint(0, -240),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(box.input, event)
    assert page.session.values["country"] == before
    assert not event.isAccepted()  # so that the page behind gets it


def test_a_card_removed_leaves_the_focus_on_its_neighbour_and_can_be_undone(qtbot, page):
    go(qtbot, page, "lead_org.name")
    made_whole(page.editor)
    repeat = page.editor.view.placed.repeats["partners"]
    repeat.add_row()
    many = len(repeat.cards)
    first, second = list(repeat.cards.values())[:2]
    first.setFocus()
    press(qtbot, Qt.Key.Key_Delete)
    assert QApplication.focusWidget() is second
    press(qtbot, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert len(repeat.cards) == many
    second.setFocus()
    for _ in range(many):
        press(qtbot, Qt.Key.Key_Delete)
    assert repeat.cards == {}
    assert QApplication.focusWidget() is repeat.add


def test_a_copy_of_a_card_is_open_with_the_caret_in_it(qtbot, page):
    go(qtbot, page, "lead_org.name")
    made_whole(page.editor)
    repeat = page.editor.view.placed.repeats["partners"]
    repeat.add_row()
    *_, card = before = list(repeat.cards.values())
    page.session.change({f"{card.row}.name": "Arci"})
    card._tools[0].click()
    (copy,) = [each for each in repeat.cards.values() if each not in before]
    assert copy.isAncestorOf(QApplication.focusWidget())
    assert QApplication.focusWidget().text() == "Arci"


def test_who_writes_the_title_first_still_gets_a_code_of_the_country(qtbot, program):
    program.window.show_page("practice", "new")
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: page.editor.view is not None and page.editor.view.box("title") is not None, timeout=LONG)
    qtbot.keyClicks(page.editor.view.box("title").input, "Orti")
    qtbot.waitUntil(lambda: page.session.recorded and page.session.clean, timeout=LONG)
    assert str(page.session.values["code"]).startswith("SI-XX-")
    page.session.change({"country": "IT"})
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    qtbot.waitUntil(lambda: str(page.session.values["code"]).startswith("SI-IT-"), timeout=LONG)
    settle(qtbot, program)
    assert page.session.clean


def test_tab_behind_the_last_question_comes_to_the_next_section(qtbot, page):
    editor = page.editor
    onward = made_whole(editor).onward
    qtbot.waitUntil(onward.isVisible, timeout=LONG)
    assert editor.label_of_section(1) in onward.text()
    last = [box for box in editor.view.boxes() if not box.isHidden()][-1]
    last.focus()
    for _ in range(12):
        if onward.hasFocus():
            break
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    assert onward.hasFocus()
    qtbot.keyClick(onward, Qt.Key.Key_Space)
    assert editor.where == 1
    editor.show_section(len(editor.session.form.sections) - 1)
    assert made_whole(editor).onward.isHidden()


def test_ticks_that_break_a_rule_say_so_beside_themselves_once_they_are_left(qtbot, page):
    objectives = go(qtbot, page, "esf_objective")
    for tick in [each for each in objectives.input.findChildren(QAbstractButton) if each.isCheckable()][:3]:
        tick.setFocus()
        qtbot.keyClick(tick, Qt.Key.Key_Space)
    page.session.follow()
    assert objectives.problem.text() == ""
    for _ in range(20):
        qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        if not objectives.isAncestorOf(QApplication.focusWidget()):
            break
    assert "due" in objectives.problem.text()
