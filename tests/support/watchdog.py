"""Notices what holds the window up: every turn of the event loop is timed by the processor time of its thread, and what was under way is kept."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections import Counter
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QAbstractEventDispatcher, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

LIMIT = 0.050  # seconds of the window's thread in one turn of the event loop
LOOK = 0.005  # seconds of processor time, of all threads, between two looks at where the program is
TICK = 0.005  # seconds: the loop wakes at least as often, so that a sleep cannot be taken for a stall
HERTZ = os.sysconf("SC_CLK_TCK") if hasattr(os, "sysconf") else 1  # of the ticks in /proc/stat
PAGE = 0.030  # seconds of it that `plain_page` takes where the limit is meant as it stands


class Watchdog(QObject):
    """Measures every turn of the event loop, from waking up to falling asleep or turning again. turns: seconds of processor time · held: seconds
    by the clock, but for those in which the thread could have run and the machine, or its host, ran something else: so another thread that
    holds the interpreter, a lock and a disk count, and a busy machine does not · stalls: turns in which either is at least LIMIT, (processor time, held,
    where the program was, as far as it could be seen).

    A thread is charged for what other guests of the same host take from its processor as if it had run: of every turn that share is left out
    which was taken from all this machine worked meanwhile. How long a thread waited and what was taken only Linux says; elsewhere it is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.turns: list[float] = []
        self.held: list[float] = []
        self.stalls: list[tuple[float, float, list[str]]] = []
        own = Path(f"/proc/self/task/{threading.get_native_id()}/schedstat")
        self._files = [os.open(path, os.O_RDONLY) for path in (own, Path("/proc/stat")) if own.exists()]
        self._since = self._now()
        self._seen: list[str] = []
        loop = QAbstractEventDispatcher.instance()
        loop.awake.connect(self._ends)
        loop.aboutToBlock.connect(self._ends)
        self._tick = QTimer(self, interval=round(1000 * TICK), timerType=Qt.TimerType.PreciseTimer)
        self._tick.start()
        signal.signal(signal.SIGPROF, self._look)
        signal.setitimer(signal.ITIMER_PROF, LOOK, LOOK)

    def _now(self) -> tuple[float, float, int, int]:
        """Processor time of this thread; the clock less the time it stood in the machine's queue; ticks the machine worked, and that were taken."""
        while True:
            waited, clock = self._queued(), time.perf_counter()
            if self._queued() == waited:  # else it was put into the queue between the two
                return time.thread_time(), clock - waited, *self._ticks()

    def _queued(self) -> float:
        return int(os.pread(self._files[0], 100, 0).split()[1]) / 1e9 if self._files else 0.0

    def _ticks(self) -> tuple[int, int]:
        if not self._files:
            return 0, 0
        user, nice, system, _, _, hard, soft, taken = map(int, os.pread(self._files[1], 200, 0).split()[1:9])
        return user + nice + system + hard + soft, taken

    def _ends(self) -> None:
        """Between two signals lies a turn, or a sleep with the timers that end it; that sleep is no longer than a tick."""
        now = self._now()
        charged, passed, worked, taken = (after - before for before, after in zip(self._since, now, strict=True))
        spent = charged * (1 - taken / (worked + taken)) if taken else charged
        held = passed - max(
            charged - spent, taken / HERTZ
        )  # whoever kept this thread waiting may be the one it was taken from
        self.turns.append(spent)
        self.held.append(held)
        if max(spent, held - TICK) >= LIMIT:
            looks = Counter(self._seen)
            self.stalls.append((spent, held, [f"{looks[place]} x {place}" for place in looks]))
        self._since, self._seen = self._now(), []

    def _look(self, _number: int, frame: FrameType | None) -> None:
        """On the window's own thread, between two steps of Python: no frame is kept, for a painter that outlives its painting is no painter."""
        places: list[str] = []
        while frame is not None:
            code = frame.f_code
            if "/seeddesk/" in code.co_filename:
                places.insert(0, f"{code.co_filename.rpartition('/seeddesk/')[2]}:{frame.f_lineno} {code.co_name}")
            frame = frame.f_back
        if places:
            self._seen.append(" > ".join(places[-5:]))

    def stop(self) -> None:
        """Measure no more."""
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.signal(signal.SIGPROF, signal.SIG_IGN)
        loop = QAbstractEventDispatcher.instance()
        loop.awake.disconnect(self._ends)
        loop.aboutToBlock.disconnect(self._ends)
        self._tick.stop()
        while self._files:
            os.close(self._files.pop())


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
