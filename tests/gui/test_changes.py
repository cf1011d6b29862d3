"""The changes to several practices: listed, looked into, taken back as a whole, also after the window was closed."""

import pytest
from PySide6.QtCore import Qt

from seeddesk.services import bulk, taking_back

from .cataloguing import three, titles
from .conftest import LONG, edit, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program, window):
    page = three(qtbot, program)
    window.resize(1400, 900)
    return page


def change(qtbot, program, edit_):
    """An edit to all, as another window would have made it."""
    made = []

    def work(ws):
        ids = [row.id for row in cataloguing_rows(ws)]
        applied, changes = bulk.apply(ws, bulk.plan(ws, ids, edit_))
        made.append(applied.change)
        return changes

    program.desk.write(program.window, work)
    qtbot.waitUntil(lambda: bool(made), timeout=LONG)
    settle(qtbot, program)
    return made[0]


def cataloguing_rows(ws):
    from seeddesk.services import cataloguing

    return cataloguing.list_practices(ws).rows


def planned(qtbot, page):
    qtbot.waitUntil(lambda: page.reader.plan is not None, timeout=LONG)


def opened(qtbot, program, catalogue):
    catalogue.beside.changes.click()
    settle(qtbot, program)
    return program.window.pages["changes"]


def test_without_any_the_page_says_so_and_leads_back(qtbot, program, catalogue):
    page = opened(qtbot, program, catalogue)
    assert page._stack.currentIndex() == 1
    page.leave_empty.click()
    assert program.window.current is catalogue


def test_a_change_is_listed_looked_into_and_taken_back_with_one_undo(qtbot, program, catalogue):
    before = titles(catalogue)
    change(qtbot, program, bulk.Set("title", "Uguale"))
    page = opened(qtbot, program, catalogue)
    line = page.line(page._found[page.current])
    assert (line.title, line.below) == ("Titolo: Uguale", "3 pratiche · da Ada")
    planned(qtbot, page)
    assert page.reader.shown.said.text() == "3 pratiche tornerebbero com'erano"
    assert "Uguale → " in page.reader.shown.preview.toPlainText()
    assert page.reader.go.text() == "Annulla in 3 pratiche"
    page.reader.go.click()
    settle(qtbot, program)
    assert page.model.rowCount() == 2
    assert {row.title for row in cataloguing_rows(program.desk.workspace)} == set(before)
    shown = [page.line(one) for one in page._found.values()]
    assert shown[0].title == "Annullata: Titolo"
    assert shown[1].beside.startswith("annullata oggi")
    page.take_back()
    settle(qtbot, program)
    assert {row.title for row in cataloguing_rows(program.desk.workspace)} == {"Uguale"}
    assert page.line(next(iter(page._found.values()))).title == "Rifatta: Titolo"


def test_what_was_changed_since_is_named_first_and_the_plan_follows_what_others_do(qtbot, program, catalogue):
    change(qtbot, program, bulk.Set("title", "Uguale"))
    page = opened(qtbot, program, catalogue)
    planned(qtbot, page)
    practice = cataloguing_rows(program.desk.workspace)[0].id
    edit(qtbot, program, practice, title="Dopo")
    planned(qtbot, page)
    qtbot.waitUntil(
        lambda: page.reader.shown.said.text() == "2 pratiche tornerebbero com'erano · 1 resta com'è", timeout=LONG
    )
    assert page.reader.shown.preview.toPlainText().startswith("Dopo\n")
    page.reader.go.click()
    settle(qtbot, program)
    planned(qtbot, page)
    assert page.reader.go.text() == "Niente da annullare"
    assert not page.reader.go.isEnabled()


def test_from_a_practices_history_the_whole_change_is_reached(qtbot, program, catalogue):
    name = change(qtbot, program, bulk.Set("title", "Uguale"))
    change(qtbot, program, bulk.Set("need", "Altro"))
    catalogue.reading.show_tab("history")
    settle(qtbot, program)
    text = catalogue.reading._text.toPlainText()
    assert "insieme ad altre 2 pratiche" in text
    assert text.count("Annulla tutta la modifica…") == 2
    catalogue.reading.whole.emit(name)
    settle(qtbot, program)
    page = program.window.pages["changes"]
    assert program.window.current is page
    assert page.current == name
    planned(qtbot, page)
    assert page.reader.title.text() == "Titolo: Uguale"


def test_by_keyboard_a_change_is_found_and_taken_back(qtbot, program, catalogue):
    change(qtbot, program, bulk.Set("title", "Uguale"))
    change(qtbot, program, bulk.Set("need", "Altro"))
    page = opened(qtbot, program, catalogue)
    assert page.box.hasFocus()
    qtbot.keyClicks(page.box, "titolo")
    settle(qtbot, program)
    assert page.model.rowCount() == 1
    assert page.reader.title.text() == "Titolo: Uguale"
    planned(qtbot, page)
    qtbot.keyClick(page.box, Qt.Key.Key_Return)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reader.go.hasFocus()
    qtbot.keyClick(page.reader.go, Qt.Key.Key_Space)
    settle(qtbot, program)
    with program.desk.workspace.catalogue.read() as view:
        assert len(view.every_many()) == 3
    page.box.setText("zzz")
    settle(qtbot, program)
    assert page._lists.currentIndex() == 1
    assert not page.reader.go.isEnabled()


def test_a_change_that_is_looked_into_while_it_is_taken_back_elsewhere_says_what_is_left(qtbot, program, catalogue):
    name = change(qtbot, program, bulk.Set("title", "Uguale"))
    page = opened(qtbot, program, catalogue)
    planned(qtbot, page)
    program.desk.write(program.window, lambda ws: bulk.apply(ws, taking_back.plan(ws, name))[1])
    settle(qtbot, program)
    page.choose(name)
    planned(qtbot, page)
    assert page.reader.shown.said.text() == "3 sono già com'erano"
