"""The editor never holds the window up: no turn of the event loop takes 50 ms of processor time, whatever section is opened.

How fast a processor is, and how busy, is measured beside it: the limit is that of a machine which shows a plain page of fields in `PAGE` seconds.
"""

import time
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui

LIMIT = 0.050  # seconds of this thread's processor time in one turn of the event loop
PAGE = 0.030  # seconds of it that `plain_page` takes where the limit is meant as it stands


class Watchdog(QObject):
    """Measures every turn of the event loop, from waking up to falling asleep or turning again. turns: seconds of processor time."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[float] = []
        self._since = time.thread_time()
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self._begins)
        loop.aboutToBlock.connect(self._ends)

    def _begins(self) -> None:
        self._ends()
        self._since = time.thread_time()

    def _ends(self) -> None:
        now = time.thread_time()
        self.turns.append(now - self._since)
        self._since = now

    def stop(self) -> None:
        loop = QAbstractEventDispatcher.instance()
        loop.awake.disconnect(self._begins)
        loop.aboutToBlock.disconnect(self._ends)


@pytest.fixture
def watchdog(qapp) -> Iterator[Watchdog]:
    dog = Watchdog()
    yield dog
    dog.stop()


@pytest.fixture
def page(qtbot, program, window):
    """The editor on a recorded practice."""
    practice = record(qtbot, program)
    window.show_page("practice", practice)
    page = window.pages["practice"]
    qtbot.waitUntil(lambda: page.session.practice == practice and bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    return page


def plain_page(qtbot) -> float:
    """Seconds of processor time to make and show a page of plain fields, the best of three."""
    best = 9.0
    for _ in range(3):
        since = time.thread_time()
        page = QWidget()
        column = QVBoxLayout(page)
        for _ in range(60):
            column.addWidget(QLineEdit())
        page.show()
        QApplication.processEvents()
        best = min(best, time.thread_time() - since)
        page.deleteLater()
    return best


def whole(page, number: int) -> bool:
    view = page.editor.views.get(number)
    return view is not None and view.whole


def test_the_watchdog_notices_what_takes_long(qtbot, watchdog):
    def works() -> None:
        until = time.thread_time() + LIMIT
        while time.thread_time() < until:
            pass

    QTimer.singleShot(0, watchdog, works)
    qtbot.wait(150)
    assert max(watchdog.turns) >= LIMIT


def test_no_section_of_the_practice_form_holds_the_window_up(qtbot, page, watchdog):
    unit = plain_page(qtbot)
    slowest = {}
    for number in range(1, len(page.session.form.sections)):
        watchdog.turns.clear()
        QTimer.singleShot(0, page, lambda number=number: page.editor.show_section(number, focus=True))
        qtbot.waitUntil(lambda number=number: whole(page, number), timeout=LONG)
        qtbot.wait(50)
        slowest[page.session.form.sections[number].name] = round(1000 * max(watchdog.turns))
    print(f"plain page {1000 * unit:.0f} ms", slowest)
    assert max(slowest.values()) < 1000 * LIMIT * max(1, unit / PAGE), (unit, slowest)
