"""What is garbage is destroyed on the window's thread, whichever thread left it behind."""

import gc
import threading
import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from seeddesk.gui.sweeping import Sweeper

from .conftest import LONG

pytestmark = pytest.mark.gui


@pytest.fixture
def sweeper(qapp):
    made = Sweeper()
    yield made
    made.stop()
    assert gc.isenabled()


class Round:
    """Refers to itself; says on which thread it goes."""

    def __init__(self, gone: list[int]) -> None:
        self.itself, self.gone = self, gone

    def __del__(self) -> None:
        self.gone.append(threading.get_ident())


def test_cycles_left_behind_by_a_working_thread_go_on_the_thread_of_the_window(qtbot, sweeper):
    gone: list[int] = []
    work = threading.Thread(target=lambda: [Round(gone) for _ in range(3000)])
    work.start()
    work.join()
    assert gone == []
    qtbot.waitUntil(lambda: len(gone) == 3000, timeout=LONG)
    assert set(gone) == {threading.get_ident()}


def test_nothing_is_collected_that_is_not_due(sweeper):
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    sweeper.sweep()
    assert [generation["collections"] for generation in gc.get_stats()] == before


def test_what_is_old_is_looked_through_only_while_nobody_is_at_the_window(qtbot, program, monkeypatch):
    sweeper, most = program.sweeper, gc.get_threshold()
    clock = [time.monotonic()]
    monkeypatch.setattr("seeddesk.gui.sweeping.time.monotonic", lambda: clock[0])

    def looked_through() -> list[int]:
        """How often each generation, youngest first, once all are due and one more look was taken."""
        gc.set_threshold(1, 0, 0)
        try:
            gc.collect(1)  # the oldest is due from here on
            gc.collect(0)  # and the one between
            _kept = [[] for _ in range(1000)]  # and so is the youngest
            before = [generation["collections"] for generation in gc.get_stats()]
            sweeper.sweep()
        finally:
            gc.set_threshold(*most)
        return [after["collections"] - count for after, count in zip(gc.get_stats(), before, strict=True)]

    sweeper.sweep()
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_A)
    assert looked_through() == [1, 0, 0]
    clock[0] += 6
    assert looked_through() == [0, 0, 1]
    QTest.keyClick(program.window.windowHandle(), Qt.Key.Key_B)
    assert looked_through() == [1, 0, 0]


def test_the_program_sweeps_until_it_is_closed(program):
    assert not gc.isenabled()
    program.close()
    assert gc.isenabled()
