"""The pages reached from the catalogue: the recycle bin and the organisations."""

import pytest
from PySide6.QtCore import Qt

from seeddesk.services import recording, settings

from .cataloguing import three, titles
from .conftest import LONG, edit, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program):
    """Three practices, two countries."""
    return three(qtbot, program)


def deleted(qtbot, program, page, count: int):
    """The bin, with so many of the practices in it."""
    for row in range(count):
        practice = page.model.index(row).data(Qt.ItemDataRole.UserRole).id
        program.desk.write(page, lambda ws, practice=practice: recording.delete(ws, practice))
    settle(qtbot, program)
    page.beside.bin.click()
    settle(qtbot, program)
    return program.window.pages["bin"]


def lines(page) -> list[str]:
    """What the list says, as assistive technology reads it."""
    role = Qt.ItemDataRole.AccessibleTextRole
    return [page.model.index(row).data(role) for row in range(page.model.rowCount())]


def test_the_bin_says_what_was_deleted_by_whom_when_and_by_which_route(qtbot, program, catalogue):
    first = catalogue.model.index(0).data()
    page = deleted(qtbot, program, catalogue, 1)
    assert program.window.current is page
    assert program.window.rail.tiles["catalogue"].isChecked()
    assert len(lines(page)) == 1
    assert lines(page)[0].startswith(f"{first}, oggi, ")
    assert lines(page)[0].endswith("da Ada · scritto qui")
    qtbot.waitUntil(lambda: page.reader._title.text() == first, timeout=LONG)
    assert page.restore.isEnabled()
    assert [button.isVisible() for button in page.reader._buttons[:2]] == [False, False]
    assert catalogue.beside.bin.accessibleName() == "Cestino, 1 pratica"


def test_many_come_back_at_once_and_go_again_with_one_key(qtbot, program, catalogue):
    page = deleted(qtbot, program, catalogue, 3)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.restore.text() == "Ripristina 3 pratiche"
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert lines(page) == []
    assert page._stack.currentIndex() == 1  # the bin is empty, and says so
    page.take_back()
    settle(qtbot, program)
    assert len(lines(page)) == 3
    page.all.click()
    settle(qtbot, program)
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert program.window.current is catalogue
    assert len(titles(catalogue)) == 3


def test_the_bin_is_searched_as_the_catalogue_is(qtbot, program, catalogue):
    page = deleted(qtbot, program, catalogue, 3)
    page.box.setText("paese:SI")
    settle(qtbot, program)
    assert [line.partition(",")[0] for line in lines(page)] == ["Skupnostni vrtovi"]
    assert page.all.isHidden()
    page.box.setText("nessuna così")
    settle(qtbot, program)
    assert page._lists.currentIndex() == 1
    qtbot.wait(100)
    assert page.reader._title.isHidden()
    page.box.clear()
    settle(qtbot, program)
    assert len(lines(page)) == 3


def test_what_somebody_changed_since_it_was_restored_stays_in_the_catalogue(qtbot, program, catalogue):
    said = []
    page = deleted(qtbot, program, catalogue, 2)
    page.toasted.connect(lambda words, back: said.append(words))
    one = page.current
    page.all.click()
    settle(qtbot, program)
    edit(qtbot, program, one, need="Altro")
    page.take_back()
    settle(qtbot, program)
    assert said[-1] == "1 pratica di nuovo nel cestino · 1 resta: qualcuno l'ha cambiata nel frattempo"
    assert len(lines(page)) == 1


def test_all_organisations_are_listed_with_their_roles_and_lead_to_their_practices(qtbot, program, catalogue):
    edit(qtbot, program, catalogue.model.index(0).data(Qt.ItemDataRole.UserRole).id, lead_org__name="Zadruga Vrt")
    catalogue.beside.organisations.click()
    settle(qtbot, program)
    page = program.window.pages["organisations"]
    assert lines(page) == [
        "Associazione L'Orto, 2 pratiche, Ente capofila",
        "Zadruga Vrt, 1 pratica, Ente capofila",
    ]
    qtbot.keyClicks(page.box, "zad")
    settle(qtbot, program)
    assert len(lines(page)) == 1
    assert page.reader.text.toPlainText().strip().startswith("Zadruga Vrt")
    page.box.clear()
    settle(qtbot, program)
    page.order._parts["name"].click()
    settle(qtbot, program)
    assert lines(page)[0].startswith("Associazione")
    page.choose(page.model.key(1))
    settle(qtbot, program)
    qtbot.keyClick(page.list, Qt.Key.Key_Return)
    assert page.reader.text.hasFocus()
    qtbot.keyClick(page.reader.text, Qt.Key.Key_Tab)
    qtbot.keyClick(page.reader.text, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert program.window.current is catalogue


def test_pages_of_a_catalogue_without_practices_say_what_comes_there(qtbot, program, window):
    for name in ("bin", "organisations"):
        window.show_page(name)
        settle(qtbot, program)
        assert window.pages[name]._stack.currentIndex() == 1
        qtbot.waitUntil(window.pages[name].leave_empty.isVisible, timeout=LONG)
        window.pages[name].leave_empty.click()
        assert window.current is window.pages["catalogue"]


def test_a_sample_catalogue_is_looked_around_in_apart_from_the_own_one(qtbot, program, window):
    assert window.pages["catalogue"]._stack.currentIndex() == 1
    window.pages["catalogue"].empty.sampled.emit()
    qtbot.waitUntil(lambda: bool(window.pages) and window.pages["catalogue"].sampling.inside, timeout=LONG)
    settle(qtbot, program)
    page = window.pages["catalogue"]
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=LONG)
    assert page.sampling.banner.isVisible()
    page.sampling.banner.acted.emit()
    qtbot.waitUntil(lambda: bool(window.pages) and not window.pages["catalogue"].sampling.inside, timeout=LONG)
    settle(qtbot, program)
    qtbot.waitUntil(lambda: window.pages["catalogue"]._total == 0, timeout=LONG)
    assert settings.load().catalogue == ""
