"""The editor never holds the window up: no turn of the event loop takes 50 ms of processor time, whatever section is opened.

How fast a processor is, and how busy, is measured beside it: the limit is that of a machine which shows a plain page of fields in `PAGE` seconds.
"""

import gc
import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QTimer

from ..support.watchdog import LIMIT, PAGE, Watchdog, plain_page
from .conftest import LONG, opened, record

pytestmark = pytest.mark.gui
TRIES = 3


@pytest.fixture
def watchdog(qapp) -> Iterator[Watchdog]:
    gc.collect()
    gc.freeze()  # as the program does once its pages stand; a test run holds far more
    dog = Watchdog()
    yield dog
    dog.stop()
    gc.unfreeze()


@pytest.fixture
def page(qtbot, program):
    """The editor on a recorded practice."""
    practice = record(qtbot, program)
    return opened(qtbot, program, practice)


def whole(page, number: int) -> bool:
    view = page.editor.views.get(number)
    return view is not None and view.whole


def test_the_watchdog_notices_what_takes_long(qtbot, watchdog):
    def works() -> None:
        until = time.thread_time() + 3 * LIMIT  # what the machine takes from it is left out
        while time.thread_time() < until:
            pass

    QTimer.singleShot(0, watchdog, works)
    qtbot.waitUntil(lambda: max(watchdog.turns, default=0) >= LIMIT, timeout=LONG)


def worst_turn(qtbot, page, watchdog, number: int) -> float:
    """The longest turn, in seconds of processor time, while a section is opened that was not there yet."""
    page.editor.show_section(0)
    page.editor.show_mode(False)  # made anew, all others forgotten
    qtbot.waitUntil(lambda: whole(page, 0), timeout=LONG)
    qtbot.wait(50)
    assert number not in page.editor.views
    watchdog.turns.clear()
    QTimer.singleShot(0, page, lambda: page.editor.show_section(number, focus=True))
    qtbot.waitUntil(lambda: whole(page, number), timeout=LONG)
    qtbot.wait(50)
    return max(watchdog.turns)


def test_no_section_of_the_practice_form_holds_the_window_up(qtbot, page, watchdog):
    """What runs beside a turn only ever adds to it: a section that was once opened fast enough is."""
    slowest = {}
    for number in range(1, len(page.session.form.sections)):
        found = []
        while not found or (found[-1][0] >= LIMIT * max(1, found[-1][1] / PAGE) and len(found) < TRIES):
            unit = plain_page()  # beside each: how busy the processor is changes
            found.append((worst_turn(qtbot, page, watchdog, number), unit))
        slowest[page.session.form.sections[number].name] = [
            (round(1000 * worst), round(1000 * unit)) for worst, unit in found
        ]
        worst, unit = found[-1]
        assert worst < LIMIT * max(1, unit / PAGE), slowest
