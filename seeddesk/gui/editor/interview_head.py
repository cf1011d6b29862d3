"""What stands above an interview: how far one is, and how long it has lasted."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from seeddesk.gui import theme

if TYPE_CHECKING:
    from seeddesk.gui.desk import Desk

KEEP_TIME = 10  # seconds between two savings of the clock


class Clock(QObject):
    """Seconds of an interview, paused ones left out; kept beside the practice, so that it goes on from there. `ticked`: another second."""

    ticked = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._practice = ""
        self._stood, self._since, self._kept = 0.0, 0.0, 0
        self.running = False
        self._timer = QTimer(self, interval=1000)
        self._timer.timeout.connect(self._tick)

    @property
    def seconds(self) -> int:
        """What it shows."""
        return int(self._stood + (time.monotonic() - self._since if self.running else 0.0))

    def open_up(self, practice: str, seconds: int) -> None:
        """The clock of a practice, as it stood."""
        self._practice, self._stood, self._kept, self.running = practice, float(seconds), seconds, False

    def start(self) -> None:
        """Go on."""
        self._since, self.running = time.monotonic(), True
        self._timer.start()
        self.ticked.emit()

    def stop(self) -> None:
        """Stand still, and keep what it shows."""
        if self.running:
            self._stood, self.running = float(self.seconds), False
            self._timer.stop()
            self._keep()

    def _tick(self) -> None:
        self.ticked.emit()
        if self.seconds - self._kept >= KEEP_TIME:
            self._keep()

    def _keep(self) -> None:
        from seeddesk.services import interview

        practice, seconds = self._practice, self.seconds
        self._kept = seconds
        self._desk.write(self, lambda ws: interview.keep_time(ws, practice, seconds))


class Segments(QWidget):
    """How far one is: a stroke for each question."""

    def __init__(self) -> None:
        super().__init__()
        self._at, self._count = 0, 1
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_place(self, at: int, count: int) -> None:
        """The question in front, from 0, of how many."""
        self._at, self._count = at, max(1, count)
        self.setAccessibleName(f"{at + 1} / {count}")
        self.updateGeometry()
        self.update()

    def _step(self) -> int:
        return max(7, min(32, 444 // self._count))

    def sizeHint(self) -> QSize:
        """28 px a stroke, less where there are many."""
        return QSize(self._count * self._step(), 12)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Done, here, to come."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        step = self._step()
        for number in range(self._count):
            painter.setBrush(theme.colour("accent" if number <= self._at else "track"))
            high = 8 if number == self._at else 4
            painter.drawRoundedRect(QRectF(number * step, (12 - high) / 2, step - (4 if step > 9 else 2), high), 2, 2)
