"""Long work in the window: how far it is, how long it may take, and stopping it."""

from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt

from seeddesk.gui.pages import under_way
from seeddesk.gui.pages.under_way import UnderWay
from seeddesk.gui.widgets.notices import Banner
from seeddesk.services import bulk, cataloguing

from .cataloguing import three
from .conftest import LONG, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def work(qtbot, program):
    """Nothing under way yet."""
    banner = Banner()
    qtbot.addWidget(banner)
    return UnderWay(banner), banner


def after(way, seconds: float):
    """A clock that stands so long after the work began."""
    return SimpleNamespace(monotonic=lambda start=way._started: start + seconds)


def test_short_work_says_nothing(work):
    way, banner = work
    way.begin("Changing.", lambda: None)
    way.told(1, 3)
    assert banner.isHidden()
    way.ended()
    assert way.bar.isHidden()


def test_longer_work_says_its_number_and_the_time_left_and_is_silent_once_it_ended(work, monkeypatch):
    way, banner = work
    stopped = []
    way.begin("Modifica in corso.", lambda: stopped.append(True))
    monkeypatch.setattr(under_way, "time", after(way, 10))
    way.told(25_000, 100_000)
    assert banner.words == "Modifica in corso. 25.000 di 100.000, circa 30 secondi"
    assert (way.bar.value(), way.bar.maximum(), way.bar.isHidden()) == (25_000, 100_000, False)
    banner.acted.emit()
    assert stopped == [True]
    monkeypatch.setattr(under_way, "time", after(way, 600))
    way.told(50_000, 100_000)
    assert banner.words.endswith("circa 10 minuti")
    way.ended()
    assert way.bar.isHidden()
    assert banner.isHidden()


def test_a_change_of_many_that_is_stopped_changes_nothing_and_can_be_asked_for_again(qtbot, program, monkeypatch):
    page = three(qtbot, program)
    monkeypatch.setattr(under_way, "PATIENCE", 0.0)
    monkeypatch.setattr(bulk, "_TOGETHER", 1)
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    pane = page.bulk
    pane.show_kind("delete")
    qtbot.waitUntil(lambda: pane.plan is not None, timeout=LONG)
    real = bulk.apply

    def slow(ws, plan, progress):
        progress.cancel()  # pressed while the first is written
        return real(ws, plan, progress)

    monkeypatch.setattr(bulk, "apply", slow)
    pane.go.click()
    settle(qtbot, program)
    assert cataloguing.list_practices(program.desk.workspace).total == 3
    assert page.work.bar.isHidden()
    monkeypatch.setattr(bulk, "apply", real)
    qtbot.waitUntil(lambda: pane.plan is not None and pane.go.isEnabled(), timeout=LONG)
    pane.go.click()
    settle(qtbot, program)
    qtbot.waitUntil(lambda: page._total == 0, timeout=LONG)


@pytest.mark.parametrize(("kind", "name"), [("xlsx", "a.xlsx"), ("csv", "a")])
def test_chosen_practices_are_saved_as_a_table(qtbot, program, tmp_path, monkeypatch, kind, name):
    page = three(qtbot, program)
    monkeypatch.setattr(
        "seeddesk.gui.pages.exporting.QFileDialog.getSaveFileName", lambda *_: (str(tmp_path / name), "")
    )
    page.list.selectAll()
    settle(qtbot, program)
    page.bulk.exported.emit(page.bulk.ids, kind)
    qtbot.waitUntil((tmp_path / f"a.{kind}").exists, timeout=LONG)
    settle(qtbot, program)
    assert page.banner.words.startswith(f"Pratiche nella tabella a.{kind}: 3.")
