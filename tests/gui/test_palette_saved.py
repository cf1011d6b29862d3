"""Saved searches in the palette: each by its name, as they are now, opening the catalogue with it."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeddesk.services import saved_searches

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def write(qtbot, program):
    """Does something to the saved searches and waits."""

    def run(does, *what):
        program.desk.write(program.window, lambda ws: does(ws, *what))
        settle(qtbot, program)

    return run


def opened(qtbot, program):
    qtbot.keyClick(QApplication.focusWidget() or program.window, Qt.Key.Key_K, CTRL)
    settle(qtbot, program)
    return program.window._commanding.palette


def listed(palette) -> list[str]:
    return [line.words for line in palette._model.lines if line.action is not None]


def searches(palette) -> list[str]:
    return [words for words in listed(palette) if words.startswith("Ricerca salvata: ")]


def test_a_saved_search_is_run_from_any_page_and_comes_first_the_next_time(qtbot, program, window, write):
    record(qtbot, program, title="Orti")
    record(qtbot, program, title="Vrtovi", country="SI")
    write(saved_searches.save, "Zone lontane", "paese:SI", "title")
    write(saved_searches.save, "Italiane", "paese:IT", "title")
    window.show_page("settings")
    palette = opened(qtbot, program)
    assert searches(palette) == ["Ricerca salvata: Zone lontane", "Ricerca salvata: Italiane"]
    assert listed(palette)[-2:] == searches(palette)
    qtbot.keyClicks(palette.line, "lontane")
    assert listed(palette) == ["Ricerca salvata: Zone lontane"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    page = window.pages["catalogue"]
    qtbot.waitUntil(lambda: window.current is page and page.box.text() == "paese:SI", timeout=LONG)
    settle(qtbot, program)
    assert page.model.total == 1
    assert (page.model.query.sort, page.list.hasFocus()) == ("title", True)
    assert listed(opened(qtbot, program))[0] == "Ricerca salvata: Zone lontane"


def test_searches_that_came_changed_or_went_are_listed_as_they_are_and_move_no_choice(qtbot, program, window, write):
    write(saved_searches.save, "Una", "paese:SI")
    write(saved_searches.save, "Altra", "paese:IT")
    palette = opened(qtbot, program)
    qtbot.keyClick(palette.line, Qt.Key.Key_Escape)
    write(saved_searches.delete, "Altra")
    write(saved_searches.save, "Una", "paese:HR")
    write(saved_searches.save, "Terza", "anno:2020")
    qtbot.keyClick(QApplication.focusWidget() or window, Qt.Key.Key_K, CTRL)
    for _ in range(3):
        qtbot.keyClick(palette.line, Qt.Key.Key_Down)
    before = palette.list.currentIndex().data()
    qtbot.waitUntil(lambda: "Ricerca salvata: Terza" in listed(palette), timeout=LONG)
    assert palette.list.currentIndex().data() == before
    assert searches(palette) == ["Ricerca salvata: Una", "Ricerca salvata: Terza"]
    qtbot.keyClicks(palette.line, "ricerca salvata: una")
    assert listed(palette) == ["Ricerca salvata: Una"]
    qtbot.keyClick(palette.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: window.pages["catalogue"].box.text() == "paese:HR", timeout=LONG)
