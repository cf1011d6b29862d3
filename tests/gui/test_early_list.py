"""The list before the catalogue is open: shown at once, typed into, and given up where the catalogue does not open."""

import threading

import pytest
from PySide6.QtCore import Qt

from seeddesk.gui import gate
from seeddesk.gui.app import Program
from seeddesk.gui.bug_report import BugReport
from seeddesk.gui.pages.catalogue import CataloguePage
from seeddesk.gui.pages.opening import OpeningPage
from seeddesk.services import recording, settings
from seeddesk.services.workspace import Workspace

from .conftest import LONG, end, settle


@pytest.fixture
def held(monkeypatch):
    """Opening waits until it is let go."""
    gone, enter = threading.Event(), gate.enter

    def wait(*arguments):
        gone.wait(LONG / 1000)
        return enter(*arguments)

    monkeypatch.setattr(gate, "enter", wait)
    yield gone
    gone.set()


@pytest.fixture
def early(begun):
    """The program with three practices, its list shown and its catalogue not open."""
    yield from begun("Orti di comunità", "Biblioteca di quartiere", "Orto in carcere")


@pytest.fixture
def early_empty(begun):
    """The program where nothing was recorded yet, and its catalogue not open."""
    yield from begun()


@pytest.fixture
def begun(qapp, qtbot, form_cache, held, monkeypatch):
    """The program with practices of these titles."""
    monkeypatch.setenv("XDG_CACHE_HOME", form_cache)
    return lambda *titles: _begin(qapp, qtbot, held, titles)


def _begin(qapp, qtbot, held, titles):
    with Workspace.create(None, "Ada") as workspace:
        for title in titles:
            recording.start(workspace, {"title": title, "country": "IT"})
    settings.change(author="Ada", lang="it", theme="light")
    program = Program(qapp)
    program.start()
    qtbot.waitUntil(lambda: bool(program.window.findChildren(CataloguePage)), timeout=LONG)
    yield program
    held.set()
    end(qapp, program)


def _page(program):
    return program.window.findChild(CataloguePage)


def _opened(qtbot, program, held):
    held.set()
    qtbot.waitUntil(lambda: bool(program.window.pages), timeout=LONG)
    settle(qtbot, program)


def test_the_list_is_there_before_the_catalogue_is_open(early, qtbot, held):
    page = _page(early)
    assert early.desk.workspace is None
    assert page.isVisible()
    assert page.model.rowCount() == 3
    _opened(qtbot, early, held)
    assert early.window.pages["catalogue"] is page
    assert early.window.current is page
    assert page.model.rowCount() == page.model.total == 3
    assert page.reading.isVisible()


def test_what_is_typed_meanwhile_is_answered_once_it_is_open(early, qtbot, held):
    page = _page(early)
    qtbot.keyClicks(page.box, "orto")
    assert page.model.rowCount() == 3
    _opened(qtbot, early, held)
    assert page.box.text() == "orto"
    assert {page.model.index(row).data() for row in range(page.model.rowCount())} == {"Orto in carcere"}


def test_a_page_asked_for_meanwhile_comes_to_the_front(early, qtbot, held):
    qtbot.mouseClick(_page(early).new, Qt.MouseButton.LeftButton)
    assert not early.window.pages
    _opened(qtbot, early, held)
    assert early.window.current is early.window.pages["practice"]


def test_the_help_asked_for_meanwhile_stays_and_leads_back(early, qtbot, held):
    early.window.show_help()
    _opened(qtbot, early, held)
    assert early.window.place() == "help"
    early.window._leave_help()
    assert early.window.current is early.window.pages["catalogue"]


def test_a_catalogue_that_does_not_open_says_why_in_place_of_the_list(early, qtbot, held, monkeypatch):
    page = _page(early)
    qtbot.keyClicks(page.box, "orto")
    with Workspace.open(None, "Bea") as other:
        other.catalogue.claim()
        monkeypatch.setattr("seeddesk.storage.lock.Lock.take", _refuse)
        held.set()
        qtbot.waitUntil(lambda: bool(early.window.findChildren(OpeningPage)), timeout=LONG)
    settle(qtbot, early)
    assert early.window.stack.currentWidget() is early.gate.page
    assert _page(early) is None
    assert not early.window.pages
    assert not early.window.findChildren(BugReport)


def _refuse(*_):
    from seeddesk.domain.errors import StorageError

    raise StorageError("catalogue-in-use", host="altrove", since="2026-01-01T00:00:00Z", path="c", user="", pid=1)


def test_closing_before_it_is_open_ends_at_once(early, qtbot, held):
    qtbot.keyClicks(_page(early).box, "orto")
    held.set()
    early.window.close()
    early.close()
    assert not early.runner.busy or early.desk.workspace is None


def test_the_keys_of_the_window_are_those_of_the_registry(early, qtbot, held):
    from seeddesk.gui.keys import ALWAYS, WITH_PAGES

    _opened(qtbot, early, held)
    registered = {action.keys: action.id for action in early.window.actions_known.all() if action.bound}
    assert {**registered, "Ctrl+=": "larger"} == {**ALWAYS, **WITH_PAGES}


def test_no_page_is_made_any_more_once_the_window_is_closed(qtbot, start):
    program = start()
    pages, program.window.pages._unloaded = program.window.pages, iter(())  # all modules are there
    made = set(pages)
    assert "merge" not in made
    program.window.close()
    pages.make_soon(program.window)
    qtbot.wait(200)
    assert set(pages) == made


def test_what_is_made_after_the_list_breaks_nothing_when_the_catalogue_is_closed_meanwhile(qtbot, program):
    page, open_one = CataloguePage(program.desk), program.desk.workspace
    page.show()
    program.desk.open_with(None)
    qtbot.waitUntil(lambda: {"reading", "facets"} <= vars(page).keys(), timeout=LONG)
    program.desk.open_with(open_one)
    page.deleteLater()


def test_an_empty_catalogue_says_how_to_begin_before_it_is_open(early_empty, qtbot, held):
    page = _page(early_empty)
    assert early_empty.desk.workspace is None
    assert page.empty.first.isVisible()
    assert not page.list.isVisible()
    qtbot.waitUntil(page.empty.first.hasFocus, timeout=LONG)
    _opened(qtbot, early_empty, held)
    assert early_empty.window.pages["catalogue"] is page
    assert page.empty.first.hasFocus()


def test_a_practice_begun_before_the_empty_catalogue_is_open(early_empty, qtbot, held):
    qtbot.mouseClick(_page(early_empty).empty.first, Qt.MouseButton.LeftButton)
    _opened(qtbot, early_empty, held)
    assert early_empty.window.current is early_empty.window.pages["practice"]


def test_the_sample_asked_for_meanwhile_is_opened_after_it(early_empty, qtbot, held):
    _page(early_empty).empty.sampled.emit()
    assert early_empty.desk.workspace is None
    _opened(qtbot, early_empty, held)
    qtbot.waitUntil(lambda: _page(early_empty) is not None and _page(early_empty).sampling.inside, timeout=LONG)
    settle(qtbot, early_empty)
