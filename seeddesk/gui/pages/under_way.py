"""How far long work is: a number, the time that may be left and a way to stop it, in a banner over a bar."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QProgressBar

from seeddesk.gui import i18n
from seeddesk.gui.widgets.notices import Banner

PATIENCE = 0.4  # seconds: what is done sooner is not worth a banner


class UnderWay(QObject):
    """One piece of work at a time; `told` and `ended` are for the runner. bar: to be put under the banner."""

    def __init__(self, banner: Banner) -> None:
        super().__init__(banner)
        self._banner = banner
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Progress"))
        self.bar.hide()
        self._started = 0.0
        self._words = self._first = ""
        self._stop: Callable[[], None] | None = None

    @property
    def seconds(self) -> float:
        """Since it began."""
        return time.monotonic() - self._started

    def begin(self, words: str, stop: Callable[[], None], first: str = "") -> None:
        """Work begins. words: what is done, a sentence · stop: has it stop · first: said at once, until there are numbers; "": short work says nothing."""
        self._words, self._stop, self._first = words, stop, first
        self._started = time.monotonic()
        if first:
            self.told(0, 0)

    def told(self, done: int, total: int, what: str = "") -> None:
        """So much of it is done."""
        fresh = self.bar.isHidden()
        if fresh and not self._first and self.seconds < PATIENCE:
            return
        self.bar.setUpdatesEnabled(False)  # else Qt paints it, and all that waits to be painted, before it goes on
        self.bar.show()
        self.bar.setRange(0, total)
        self.bar.setValue(done)
        self.bar.setUpdatesEnabled(True)
        said = self._first
        if total and done:
            said = self.tr("{done} of {total}, {time} left").format(
                done=i18n.number(done),
                total=i18n.number(total),
                time=self._remaining(self.seconds / done * (total - done)),
            )
        self._banner.say("info", self._words, said, self.tr("Stop"), self._stop, aloud=fresh)

    def ended(self) -> None:
        """It is over, one way or another."""
        if not self.bar.isHidden():
            self.bar.hide()
            self._banner.hide()

    def _remaining(self, seconds: float) -> str:
        """Remaining time as a person would say it."""
        count = max(1, round(seconds if seconds < 60 else seconds / 60))
        return self.tr("about %n second(s)", "", count) if seconds < 60 else self.tr("about %n minute(s)", "", count)
