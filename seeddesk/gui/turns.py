"""Work that leaves alone those turns of the event loop that are full already: what was painted, shown and made in one turn, a key waits for."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QAbstractEventDispatcher, QObject, QTimer

FULL = 0.008  # seconds of the window's thread in one turn, after which other work waits for the next
PATIENCE = 3  # turns it waits at most: where every turn is full it goes on all the same


class WhenRoom(QObject):
    """Does something once in every turn that has room for it, from `start` until `stop`."""

    def __init__(self, parent: QObject, does: Callable[[], object], between: int = 0) -> None:
        """between: ms to leave the window alone each time."""
        super().__init__(parent)
        self._does = does
        self._timer = QTimer(self, interval=between)
        self._timer.timeout.connect(self._asked)
        self._began = 0.0  # of the turn, in processor time of this thread
        self._waited = 0

    @property
    def active(self) -> bool:
        """Whether it is started."""
        return self._timer.isActive()

    def start(self) -> None:
        """From the next turn on."""
        if not self.active:
            self._began = float("-inf")  # what came before in this one is not known
            QAbstractEventDispatcher.instance().awake.connect(self._turned)
            self._timer.start()

    def stop(self) -> None:
        """No more."""
        if self.active:
            QAbstractEventDispatcher.instance().awake.disconnect(self._turned)
            self._timer.stop()

    def _turned(self) -> None:
        self._began = time.thread_time()

    def _asked(self) -> None:
        full = time.thread_time() - self._began >= FULL
        if full and self._waited < PATIENCE:
            self._waited += 1
        else:
            self._waited = 0
            self._does()
