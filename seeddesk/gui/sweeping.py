"""Garbage is collected on the window's thread only.

Python collects cycles on whichever thread happens to allocate. A part of the window that lies in a cycle would then be destroyed on a working thread,
which Qt does not survive. What lived through one look is walked through again only while nobody is at the window: after an import that takes as
long as several frames.
"""

from __future__ import annotations

import gc
import time

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QGuiApplication, QWindow

from seeddesk.gui.turns import WhenRoom

EVERY = 100  # ms between two looks at whether there is anything to collect
QUIET = 5.0  # seconds without a key or the mouse: from then on nobody is at the window
YOUNGEST = 0  # Python's generation of what came since the last look
DOING = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseMove,
    QEvent.Type.Wheel,
    QEvent.Type.TouchUpdate,
)


class Sweeper(QObject):
    """Takes over from Python's own collector until it is stopped; by the same thresholds, a little later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._window: QWindow | None = None  # where keys go
        self._done = time.monotonic()  # when somebody did something, as far as it is known
        # What working threads left behind takes as long as a page to paint: not both in one turn.
        self._turn = WhenRoom(self, self.sweep, EVERY)
        gc.disable()
        self._turn.start()

    def sweep(self) -> None:
        """Collect the oldest generation that is due and may be."""
        self._follow()
        due = [
            number for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]  # fmt: skip
        if not self.alone:
            due = due[:1] if YOUNGEST in due else []
        if due:
            gc.collect(due[-1])

    @property
    def alone(self) -> bool:
        """Whether nobody is at the window."""
        return self._window is None or time.monotonic() - self._done >= QUIET

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody does something. Asked of the window as the system knows it, where each key comes once, and not of every widget."""
        if event.type() in DOING:
            self._done = time.monotonic()
        return False

    def _follow(self) -> None:
        """Listen to the window that is in front now."""
        window = QGuiApplication.focusWindow()
        if window is not self._window:
            self._window = window
            if window is not None:
                window.installEventFilter(self)
                self._done = time.monotonic()

    def stop(self) -> None:
        """Give it back: the window is gone."""
        self._turn.stop()
        gc.enable()
