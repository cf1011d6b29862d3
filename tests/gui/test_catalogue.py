"""The catalogue's search: one box that speaks a language, ticks that write in it, words marked, and a way on when nothing fits."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor

from seeddesk.gui import theme
from seeddesk.services import cataloguing

from .cataloguing import search, three, titles
from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program):
    """Three practices, two countries."""
    return three(qtbot, program)


def group(page, template: str):
    """One facet."""
    return page.facets._groups[template]


def tinted(page, token: str) -> bool:
    """Whether a colour of the theme is painted behind letters of the box."""
    wanted = QColor(theme.colour(token)).rgb()
    picture = page.box.grab().toImage()
    return any(picture.pixel(x, y) == wanted for x in range(30, 400) for y in range(8, picture.height() - 8, 2))


def test_a_field_and_its_value_narrow_the_list_and_tick_the_facet(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "paese:slovenia")
    assert titles(catalogue) == {"Skupnostni vrtovi"}
    assert group(catalogue, "country").checked == ("SI",)
    assert catalogue._found.text() == "1 pratica"


def test_a_tick_writes_its_token_and_taking_it_away_leaves_the_words(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "vrtovi")
    rows = group(catalogue, "country")._rows
    rows["SI"].click()
    assert catalogue.box.text() == "vrtovi paese:si".replace("si", "SI")
    rows["SI"].click()
    assert catalogue.box.text() == "vrtovi"


def test_two_ticks_of_one_facet_find_both_and_clear_takes_both_away(qtbot, program, catalogue):
    rows = group(catalogue, "country")._rows
    rows["SI"].click()
    rows["IT"].click()
    settle(qtbot, program)
    assert len(titles(catalogue)) == 3
    assert set(group(catalogue, "country").checked) == {"IT", "SI"}
    group(catalogue, "country")._off.click()
    assert catalogue.box.text() == ""


def test_a_facet_keeps_counting_what_else_could_be_ticked(qtbot, program, catalogue):
    group(catalogue, "country")._rows["SI"].click()
    settle(qtbot, program)
    qtbot.wait(200)
    settle(qtbot, program)
    assert group(catalogue, "country")._rows["IT"].accessibleName() == "Italia, 2"
    assert group(catalogue, "status")._rows["draft"].accessibleName().endswith(", 1")


def test_minus_leaves_out_and_phrases_stand_together(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "-paese:it")
    assert titles(catalogue) == {"Skupnostni vrtovi"}
    search(qtbot, program, catalogue, '"corriera che"')
    assert titles(catalogue) == {"La corriera che ascolta"}
    search(qtbot, program, catalogue, '"che corriera"')
    assert titles(catalogue) == set()


def test_tokens_are_tinted_and_words_are_not(qtbot, program, catalogue):
    catalogue.list.setFocus()
    search(qtbot, program, catalogue, "vrtovi")
    assert not tinted(catalogue, "sel")
    search(qtbot, program, catalogue, "vrtovi paese:SI")
    assert tinted(catalogue, "sel")
    assert catalogue.box.text() == "vrtovi paese:SI"


def test_tinting_types_nothing_and_undo_gives_back_what_was_typed(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "paese:IT 🌱 -paese:SI")
    qtbot.keyClick(catalogue.box, Qt.Key.Key_Home)
    qtbot.keyClicks(catalogue.box, "orti ")
    settle(qtbot, program)
    assert catalogue.box.text() == "orti paese:IT 🌱 -paese:SI"
    assert catalogue.box.cursorPosition() == 5


def test_an_unknown_field_is_said_and_the_one_meant_is_offered(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "paes:SI")
    assert catalogue.hint.isVisible()
    assert "«paes»" in catalogue.hint.words.text()
    catalogue.hint.meant.click()
    settle(qtbot, program)
    assert catalogue.box.text() == "paese:SI"
    assert titles(catalogue) == {"Skupnostni vrtovi"}
    assert not catalogue.hint.isVisible()


def test_a_value_nobody_knows_is_said_as_such(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "paese:atlantide")
    assert "«atlantide»" in catalogue.hint.words.text()
    assert not catalogue.hint.meant.isVisible()


def test_the_value_meant_by_a_slip_is_offered(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "orti paese:slovenja")
    assert catalogue.hint.meant.text() == "Forse paese:slovenia"
    catalogue.hint.meant.click()
    settle(qtbot, program)
    assert catalogue.box.text() == "orti paese:slovenia"
    assert not catalogue.hint.isVisible()


@pytest.mark.parametrize(
    ("typed", "instead"), [("orti AND comuni", "orti comuni"), ("orti NOT comuni", "orti -comuni"), ("orti OR vrt", "")]
)
def test_words_that_other_search_boxes_know_are_said_to_be_words(qtbot, program, catalogue, typed, instead):
    search(qtbot, program, catalogue, typed)
    assert f"«{typed.split()[1]}»" in catalogue.hint.words.text()
    assert catalogue.hint.meant.isVisible() == bool(instead)
    if instead:
        catalogue.hint.meant.click()
        settle(qtbot, program)
        assert catalogue.box.text() == instead
    assert catalogue.hint.isVisible() != bool(instead)


def test_of_a_page_that_was_pasted_not_every_word_is_tried_without(qtbot, program, catalogue, monkeypatch):
    asked: list[str] = []
    ask = cataloguing.ask
    monkeypatch.setattr(cataloguing, "ask", lambda ws, text, sort="": asked.append(text) or ask(ws, text, sort))
    catalogue.box.setText(" ".join(f"parola{number}" for number in range(300)))
    qtbot.waitUntil(lambda: "300" in catalogue.none.words.text(), timeout=LONG)
    settle(qtbot, program)
    count = len(asked)
    assert catalogue.none.isVisible()
    assert count < 20


@pytest.mark.parametrize("over", ["help", "searches"])
def test_what_opened_over_the_list_gives_the_focus_back(qtbot, program, catalogue, over):
    catalogue.box.setFocus()
    catalogue._show_help() if over == "help" else catalogue.show_saved()
    pane = getattr(catalogue, over)
    qtbot.waitUntil(lambda: pane.isAncestorOf(program.app.focusWidget()), timeout=LONG)
    qtbot.keyClick(program.app.focusWidget(), Qt.Key.Key_Escape)
    assert program.app.focusWidget() is catalogue.box


def test_when_nothing_fits_the_piece_that_costs_most_is_offered_to_be_left_out(qtbot, program, catalogue):
    record(qtbot, program, title="Orti di quartiere")
    search(qtbot, program, catalogue, "orti stato:draft paese:SI")
    qtbot.waitUntil(catalogue.none.without.isVisible, timeout=LONG)
    assert "tutte e 3" in catalogue.none.words.text()
    assert "paese:SI" in catalogue.none.without.text()
    catalogue.none.without.click()
    settle(qtbot, program)
    assert catalogue.box.text() == "orti stato:draft"
    assert titles(catalogue) == {"Orti di comunità", "Orti di quartiere"}


def test_words_are_marked_in_the_reading_pane_as_they_are_typed(qtbot, program, catalogue):
    search(qtbot, program, catalogue, "anzian")
    qtbot.waitUntil(lambda: bool(catalogue.reading._text.extraSelections()), timeout=LONG)
    assert {mark.cursor.selectedText() for mark in catalogue.reading._text.extraSelections()} == {"anziani"}
    search(qtbot, program, catalogue, "guidano")
    assert [mark.cursor.selectedText() for mark in catalogue.reading._text.extraSelections()] == ["guidano"]


def test_the_help_shows_examples_and_puts_one_in_the_box(qtbot, program, catalogue):
    catalogue._show_help()
    assert catalogue.help.isVisible()
    examples = [button.text() for button in catalogue.help._examples]
    assert "paese:IT" in examples
    qtbot.keyClick(catalogue.help._examples[examples.index("paese:IT")], Qt.Key.Key_Space)
    settle(qtbot, program)
    assert not catalogue.help.isVisible()
    assert len(titles(catalogue)) == 2
    catalogue._show_help()
    qtbot.keyClick(catalogue.help._examples[0], Qt.Key.Key_Escape)
    assert not catalogue.help.isVisible()
    assert catalogue.box.text() == "paese:IT"


def test_only_the_last_of_several_keystrokes_is_answered(qtbot, program, catalogue):
    answers = []
    catalogue.model.answered.connect(lambda: answers.append(catalogue.model.asked.query.text))
    qtbot.keyClicks(catalogue.box, "corriera")
    settle(qtbot, program)
    assert answers[-1] == "corriera"
    assert len(answers) < len("corriera")


def test_enter_opens_what_is_typed_however_soon_it_comes(qtbot, program, catalogue):
    """It opened what the list still showed of before."""
    qtbot.keyClicks(catalogue.box, "corriera")
    qtbot.keyClick(catalogue.box, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.actions_known.subject()[1] == "La corriera che ascolta"


def test_one_comes_back_to_the_line_one_went_from(qtbot, program, catalogue):
    """The caret was in the box: the next arrow key began at the top again."""
    qtbot.keyClick(catalogue.box, Qt.Key.Key_Down)
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Down)
    row = catalogue.list.currentIndex().row()
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.place() == "editor"
    program.window.pages["practice"]._back.click()
    settle(qtbot, program)
    assert catalogue.list.hasFocus()
    assert catalogue.list.currentIndex().row() == row
    program.window.show_page("settings")
    program.window.rail.tiles["catalogue"].click()
    settle(qtbot, program)
    catalogue.box.setFocus()
    program.window.show_page("settings")
    program.window.show_page("catalogue")
    assert catalogue.box.hasFocus()


def test_enter_opens_nothing_where_nothing_is_found_or_typing_goes_on(qtbot, program, catalogue):
    qtbot.keyClicks(catalogue.box, "astronave")
    qtbot.keyClick(catalogue.box, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.place() == "catalogue"
    catalogue.box.selectAll()
    qtbot.keyClicks(catalogue.box, "cor")
    qtbot.keyClick(catalogue.box, Qt.Key.Key_Return)
    qtbot.keyClicks(catalogue.box, "riera")
    settle(qtbot, program)
    assert program.window.place() == "catalogue"
    assert titles(catalogue) == {"La corriera che ascolta"}


def test_the_best_match_comes_first_until_another_order_is_chosen(qtbot, program, catalogue):
    assert catalogue._sort.text() == "Aggiornate di recente"
    search(qtbot, program, catalogue, "orti")
    assert catalogue._sort.text() == "Più pertinenti"
    catalogue.order.sort_by("title")
    settle(qtbot, program)
    assert catalogue._sort.text() == "Titolo"
