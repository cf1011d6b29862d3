"""Reading practices one by one, for as long as somebody waits for it."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass

SOON = 0.008  # seconds of work after which those in haste are shown what there is


@dataclass(frozen=True, slots=True)
class GoOn:
    """Called between one reading and the next: ends the work, by raising, when nobody wants it any more. hasty: what is found `SOON` is enough."""

    asked: Callable[[], object] = lambda: None
    hasty: bool = False

    def __call__(self) -> None:
        """Raises what `asked` raises."""
        self.asked()

    def late(self, begun: float) -> bool:
        """Whether those in haste have waited long enough since `begun`, a moment of `time.thread_time`: what other programs do does not count."""
        return self.hasty and time.thread_time() - begun > SOON


ALWAYS = GoOn()  # somebody waits for all of it
