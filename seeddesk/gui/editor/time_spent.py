"""How long a person spent on each question, for forms that ask to know (a LOG field). Counted here, sent with the practice, shown to nobody else."""

from __future__ import annotations

import time
from collections import Counter
from datetime import datetime

IDLE = 60.0  # seconds without a sign of life after which nothing is counted


class TimeSpent:
    """Seconds of focus by template, from opening a practice to leaving it."""

    def __init__(self) -> None:
        self._began = datetime.now().astimezone()
        self._seconds: Counter[str] = Counter()
        self._template = ""
        self._since = 0.0

    def look(self, template: str) -> None:
        """The person is at a question now (``""``: at none): the time since the last sign of life belongs to the one before."""
        now = time.monotonic()
        if self._template:
            self._seconds[self._template] += min(now - self._since, IDLE)
        self._template, self._since = template, now

    def alive(self) -> None:
        """The person does something at the question they are at."""
        self.look(self._template)

    def entry(self) -> str:
        """``2026-11-22T10:00 title=35 lead_org.name=12``, ``""`` when less than a second was spent; counting begins anew."""
        self.look("")
        parts = [f"{template}={round(seconds)}" for template, seconds in self._seconds.items() if round(seconds)]
        said = f"{self._began:%Y-%m-%dT%H:%M} {' '.join(parts)}" if parts else ""
        self._began, self._seconds = datetime.now().astimezone(), Counter()
        return said
