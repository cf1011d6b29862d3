"""Work that can wait leaves full turns of the event loop alone, and goes on all the same."""

from __future__ import annotations

import time

import pytest
from PySide6.QtCore import QObject, QTimer

from seeddesk.gui.turns import FULL, PATIENCE, WhenRoom

from .conftest import LONG

pytestmark = pytest.mark.gui


def busy() -> None:
    """Fills a turn."""
    until = time.thread_time() + 2 * FULL
    while time.thread_time() < until:
        pass


@pytest.fixture
def turns(qtbot):
    """Runs turns of the event loop, some of them filled before the work is asked; what happened, in order."""

    def run(full: int, count: int) -> list[str]:
        """full: so many of them, the first ones."""
        happened: list[str] = []
        owner = QObject()

        def other() -> None:
            happened.append("full" if happened.count("full") < full else "room")
            if happened[-1] == "full":
                busy()

        before = QTimer(owner, interval=0)  # started first, so that it comes first in each turn
        before.timeout.connect(other)
        before.start()
        work = WhenRoom(owner, lambda: happened.append("work"))
        work.start()
        qtbot.waitUntil(lambda: len(happened) - happened.count("work") >= count, timeout=LONG)
        work.stop()
        before.stop()
        return happened

    return run


def test_a_turn_that_is_full_already_is_left_alone(turns):
    happened = turns(full=PATIENCE - 1, count=PATIENCE + 5)
    assert "work" not in happened[: happened.index("room")]
    assert "work" in happened


def test_where_every_turn_is_full_it_goes_on_all_the_same(turns):
    happened = turns(full=10 * (PATIENCE + 1), count=10 * (PATIENCE + 1))
    assert 8 <= happened.count("work") <= 11
