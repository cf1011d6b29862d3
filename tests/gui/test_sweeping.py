"""What is garbage is destroyed on the window's thread, whichever thread left it behind."""

import gc
import threading

import pytest

from seeddesk.gui.sweeping import Sweeper

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
    qtbot.waitUntil(lambda: len(gone) == 3000, timeout=5000)
    assert set(gone) == {threading.get_ident()}


def test_nothing_is_collected_that_is_not_due(sweeper):
    gc.collect()
    before = [generation["collections"] for generation in gc.get_stats()]
    sweeper.sweep()
    assert [generation["collections"] for generation in gc.get_stats()] == before


def test_the_program_sweeps_until_it_is_closed(program):
    assert not gc.isenabled()
    program.close()
    assert gc.isenabled()
