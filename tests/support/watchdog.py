"""Notices what holds the window up: every turn of the event loop is timed by the processor time of its thread, and what was under way is kept."""

from __future__ import annotations

import signal
import time
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QObject
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

LIMIT = 0.050  # seconds of the window's thread in one turn of the event loop
LOOK = 0.005  # seconds of processor time, of all threads, between two looks at where the program is
PAGE = 0.030  # seconds of it that `plain_page` takes where the limit is meant as it stands


class Watchdog(QObject):
    """Measures every turn of the event loop, from waking up to falling asleep or turning again. turns: seconds of processor time ·
    stalls: those of at least LIMIT, each with where the program was while it took place, as far as it could be seen."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[float] = []
        self.stalls: list[tuple[float, list[str]]] = []
        self._since = time.thread_time()
        self._seen: list[str] = []
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self._begins)
        loop.aboutToBlock.connect(self._ends)
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, LOOK, LOOK)

    def _begins(self) -> None:
        self._ends()
        self._since = time.thread_time()

    def _ends(self) -> None:
        now = time.thread_time()
        spent = now - self._since
        self.turns.append(spent)
        if spent >= LIMIT:
            self.stalls.append((spent, list(dict.fromkeys(self._seen))))
        self._seen = []
        self._since = now

    def _look(self, _number: int, frame: FrameType | None) -> None:
        """On the window's own thread, between two steps of Python: no frame is kept, for a painter that outlives its painting is no painter."""
        places: list[str] = []
        while frame is not None:
            code = frame.f_code
            if "/seeddesk/" in code.co_filename:
                places.insert(0, f"{code.co_filename.rpartition('/seeddesk/')[2]}:{frame.f_lineno} {code.co_name}")
            frame = frame.f_back
        if places:
            self._seen.append(" > ".join(places[-4:]))

    def stop(self) -> None:
        """Measure no more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
        loop = QAbstractEventDispatcher.instance()
        loop.awake.disconnect(self._begins)
        loop.aboutToBlock.disconnect(self._ends)


def plain_page() -> float:
    """Seconds of processor time to make and show a page of plain fields, the best of three: how fast, and how busy, this processor is."""
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
