"""Garbage is collected on the window's thread only.

Python collects cycles on whichever thread happens to allocate. A part of the window that lies in a cycle would then be destroyed on a working thread,
which Qt does not survive.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY = 200  # ms between two looks at whether there is anything to collect


class Sweeper(QObject):
    """Takes over from Python's own collector until it is stopped; by the same thresholds, a little later."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, interval=EVERY)
        self._timer.timeout.connect(self.sweep)
        gc.disable()
        self._timer.start()

    def sweep(self) -> None:
        """Collect the oldest generation that is due."""
        due = [
            number for number, (count, most) in enumerate(zip(gc.get_count(), gc.get_threshold(), strict=True))
            if count > most
        ]  # fmt: skip
        if due:
            gc.collect(due[-1])

    def stop(self) -> None:
        """Give it back: the window is gone."""
        self._timer.stop()
        gc.enable()
