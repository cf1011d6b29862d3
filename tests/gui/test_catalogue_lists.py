"""Saved searches, the order of the list and its columns."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from seeddesk.gui.models.practice_delegate import columns
from seeddesk.gui.widgets.button import Button
from seeddesk.services import recording, settings

from .cataloguing import search, three, titles
from .conftest import LONG, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program):
    """Three practices, two countries."""
    return three(qtbot, program)


def keep(qtbot, program, page, text: str, name: str) -> None:
    """Search, and save it under a name."""
    search(qtbot, program, page, text)
    page.searches.toggle(page.box.text(), page.model.query.sort)
    qtbot.waitUntil(page.searches.isVisible, timeout=LONG)
    qtbot.keyClicks(page.searches.name, name)
    qtbot.keyClick(page.searches.name, Qt.Key.Key_Return)
    settle(qtbot, program)
    page.searches.leave()


def press(page, name: str) -> None:
    """A button of the open list, by what it says."""
    found = [one for one in page.searches.findChildren(Button) if one.accessibleName() == name and one.isVisible()]
    found[-1].click()


def open_list(qtbot, page) -> None:
    page.searches.toggle("", "")
    qtbot.waitUntil(page.searches.isVisible, timeout=LONG)


def test_a_search_is_saved_and_picked_again_with_its_order(qtbot, program, catalogue):
    catalogue.order.sort_by("-title")
    keep(qtbot, program, catalogue, "paese:IT", "Italiane")
    catalogue.order.sort_by("title")
    search(qtbot, program, catalogue, "")
    open_list(qtbot, catalogue)
    press(catalogue, "Italiane")
    settle(qtbot, program)
    assert catalogue.box.text() == "paese:IT"
    assert [catalogue.model.index(row).data() for row in range(2)] == ["Orti di comunità", "La corriera che ascolta"]


def test_searches_are_renamed_moved_and_deleted_with_a_way_back(qtbot, program, catalogue):
    said = []
    catalogue.toasted.connect(lambda words, back: said.append((words, back)))
    keep(qtbot, program, catalogue, "paese:IT", "Italiane")
    keep(qtbot, program, catalogue, "paese:SI", "Slovene")
    open_list(qtbot, catalogue)
    press(catalogue, "Sposta «Slovene» in su")
    settle(qtbot, program)
    assert [one.name for one in catalogue.searches.searches] == ["Slovene", "Italiane"]
    press(catalogue, "Rinomina «Slovene»")
    qtbot.keyClicks(QApplication.focusWidget(), "Altrove")
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Return)
    settle(qtbot, program)
    assert [one.name for one in catalogue.searches.searches] == ["Altrove", "Italiane"]
    press(catalogue, "Elimina «Altrove»")
    settle(qtbot, program)
    assert [one.name for one in catalogue.searches.searches] == ["Italiane"]
    said[-1][1]()
    settle(qtbot, program)
    assert [one.name for one in catalogue.searches.searches] == ["Altrove", "Italiane"]


def test_every_column_sorts_both_ways(qtbot, program, catalogue):
    for name in catalogue.columns.words:
        for sort in (name, f"-{name}"):
            catalogue.columns.sorted.emit(sort)
            settle(qtbot, program)
            assert catalogue.model.rowCount() == 3
            assert catalogue._sort.text()


def test_columns_are_chosen_and_remembered(qtbot, program, window, catalogue):
    window.resize(1920, 1080)
    qtbot.waitUntil(catalogue.columns.isVisible, timeout=LONG)
    lead = [action for action in catalogue.order.menu().actions() if action.text() == "Ente capofila"][-1]
    assert not lead.isChecked()
    lead.trigger()
    settle(qtbot, program)
    assert "lead_org" in catalogue.model.columns
    assert settings.load().columns.split() == list(catalogue.model.columns)


def test_the_list_goes_on_as_it_is_scrolled(qtbot, program, catalogue):
    for number in range(90):
        program.desk.write(catalogue, lambda ws, number=number: recording.start(ws, {"title": f"Pratica {number}"}))
    qtbot.waitUntil(lambda: not program.runner.busy, timeout=4 * LONG)
    settle(qtbot, program)
    catalogue.order.sort_by("title")
    settle(qtbot, program)
    qtbot.keyClick(catalogue.list, Qt.Key.Key_End)
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 93, timeout=LONG)
    assert len(titles(catalogue)) == 93
    assert catalogue._found.text() == "93 pratiche"


def test_practices_dragged_out_of_the_list_are_dossiers(qtbot, program, catalogue, monkeypatch):
    dropped = []

    class Drag:
        def __init__(self, source) -> None:
            self.source = source

        def setMimeData(self, data) -> None:  # noqa: N802 - Qt's own name
            dropped.append([Path(url.toLocalFile()) for url in data.urls()])

        def exec(self, action) -> None:
            assert all(path.read_bytes()[:2] == b"PK" for path in dropped[-1])

    monkeypatch.setattr("seeddesk.gui.pages.dragging.QDrag", Drag)
    held = [Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton]
    monkeypatch.setattr("seeddesk.gui.pages.dragging.QGuiApplication.mouseButtons", lambda: held[0])
    catalogue.list.selectAll()
    catalogue.list.startDrag(Qt.DropAction.CopyAction)
    settle(qtbot, program)
    assert [len(paths) for paths in dropped] == [3]
    held.pop(0)  # let go before the dossiers were written: nothing is dropped anywhere
    catalogue.list.startDrag(Qt.DropAction.CopyAction)
    settle(qtbot, program)
    assert len(dropped) == 1


def test_a_column_of_numbers_begins_with_the_largest_and_turns_around(qtbot, program, window, catalogue):
    for row, year in enumerate(("2019", "2023", "2021")):
        practice = catalogue.model.index(row).data(Qt.ItemDataRole.UserRole).id
        program.desk.write(
            catalogue,
            lambda ws, practice=practice, year=year: recording.save(
                ws, recording.open_draft(ws, practice), {"start": year}
            ),
        )
    settle(qtbot, program)
    window.resize(1920, 1080)
    qtbot.waitUntil(catalogue.columns.isVisible, timeout=LONG)
    place = next(
        left + 4
        for name, left, _ in columns(catalogue.list.viewport().width(), catalogue.model.columns)
        if name == "year"
    )
    for expected in (["2023", "2021", "2019"], ["2019", "2021", "2023"], ["2023", "2021", "2019"]):
        qtbot.mouseClick(catalogue.columns, Qt.MouseButton.LeftButton, pos=QPoint(place, 10))
        settle(qtbot, program)
        assert [catalogue.model.index(row).data(Qt.ItemDataRole.UserRole).year for row in range(3)] == expected
    turn = next(action for action in catalogue.order.menu().actions() if action.text() == "Ordine inverso")
    assert not turn.isChecked()
    turn.trigger()
    settle(qtbot, program)
    assert catalogue.model.query.sort == "-year"
    assert catalogue._sort.text() == "Anno, ordine inverso"


def test_years_beside_the_list_go_from_the_newest_whenever_they_came(qtbot, program, catalogue):
    years = catalogue.facets._groups["@year"]
    years.show_values([("2023", "2023", 1), ("2021", "2021", 2)])
    years.add([("2020", "2020", 0), ("2022", "2022", 0), ("2024", "2024", 0)])
    years.show_values([("2023", "2023", 1)])
    assert list(years._rows) == ["2024", "2023", "2022", "2021", "2020"]
    shown = [years._values.itemAt(number).widget() for number in range(years._values.count())]
    assert shown == list(years._rows.values())
