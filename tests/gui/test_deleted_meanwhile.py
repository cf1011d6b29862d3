"""A practice that is open in the editor and deleted elsewhere: it says so, loses no word, and comes back."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from seeddesk.services import bin as recycled
from seeddesk.services import cataloguing, leftoff, recording

from .conftest import LONG, opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program):
    """A practice open in the editor."""
    return opened(qtbot, program, record(qtbot, program))


def delete(qtbot, program, practice: str, name: str = "Berta") -> None:
    """Somebody deletes it behind the page, as an import or another page of the window does."""

    def work(ws):
        author, ws.author = ws.author, name
        try:
            return recording.delete(ws, practice)
        finally:
            ws.author = author

    program.desk.write(program.window, work)
    settle(qtbot, program)


def strip(page):
    return page._deleted


def state(program, practice: str):
    with program.desk.workspace.catalogue.read() as view:
        return view.state(practice)


def press(qtbot, strip, words: str) -> None:
    button = next(each for each in (strip._act, *strip.more) if each.text() == words)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)


def test_it_is_said_by_whom_and_comes_back_by_one_press(qtbot, program, page):
    assert not strip(page).isVisible()
    delete(qtbot, program, page.session.practice)
    assert strip(page).isVisible()
    assert strip(page).words.startswith("Eliminata da Berta: oggi, ")
    press(qtbot, strip(page), "Ripristinala")
    settle(qtbot, program)
    assert not strip(page).isVisible()
    assert not state(program, page.session.practice).deletions


def test_what_was_typed_and_not_yet_saved_is_kept_and_asks_for_a_decision(qtbot, program, page):
    practice = page.session.practice
    page.session.set("need", "Ancora da salvare")
    delete(qtbot, program, practice)
    page.session.flush()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    assert state(program, practice).deletion_conflict
    assert strip(page).isVisible()
    assert "si è scritto ancora" in strip(page).words
    press(qtbot, strip(page), "Ripristinala")
    settle(qtbot, program)
    assert not strip(page).isVisible()
    assert cataloguing.show(program.desk.workspace, practice).record.get("need") == "Ancora da salvare"
    assert page.session.values["need"] == "Ancora da salvare"


def test_the_word_stays_though_a_save_says_saved_and_leads_to_the_decision(qtbot, program, window, page):
    delete(qtbot, program, page.session.practice)
    page.session.set("need", "Scritto lo stesso")
    page.session.flush()
    settle(qtbot, program)
    assert "Salvato" in page.status.truth
    press(qtbot, strip(page), "Decidi")
    settle(qtbot, program)
    assert window.place() == "conflicts"


def test_it_goes_when_the_practice_is_restored_elsewhere_or_another_one_is_opened(qtbot, program, page):
    one, other = page.session.practice, record(qtbot, program, title="Un'altra")
    delete(qtbot, program, one)
    program.desk.write(page, lambda ws: recycled.restore(ws, [one]))
    settle(qtbot, program)
    assert not strip(page).isVisible()
    delete(qtbot, program, one)
    assert strip(page).isVisible()
    opened(qtbot, program, other)
    assert not strip(page).isVisible()
    opened(qtbot, program, one)
    assert strip(page).isVisible()


def test_it_is_said_when_the_page_comes_back_to_the_front(qtbot, program, window, page):
    window.show_page("catalogue")
    delete(qtbot, program, page.session.practice)
    window.show_page("practice")
    settle(qtbot, program)
    assert strip(page).isVisible()
    press(qtbot, strip(page), "Chiudi")
    settle(qtbot, program)
    assert window.place() == "catalogue"


def test_looking_at_a_deleted_practice_and_leaving_it_writes_nothing(qtbot, program, window, page):
    practice = page.session.practice
    delete(qtbot, program, practice)
    count = state(program, practice).revisions
    window.show_page("catalogue")
    opened(qtbot, program, practice)
    window.show_page("catalogue")
    settle(qtbot, program)
    assert state(program, practice).revisions == count
    assert state(program, practice).hidden


def test_who_left_off_in_a_practice_that_was_deleted_since_is_told_so(qtbot, start):
    program = start()
    practice = record(qtbot, program)
    program.desk.write(program.window, lambda ws: leftoff.keep(ws, leftoff.Place(practice, "need", 0)))
    delete(qtbot, program, practice)
    program.window.close()
    program.close()
    again = start()
    qtbot.waitUntil(lambda: again.window.place() == "editor", timeout=LONG)
    settle(qtbot, again)
    assert strip(again.window.pages["practice"]).isVisible()
