"""What a service verb changed, and how long work tells where it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Changes:
    """What a service did to the catalogue; views compare it with what they show and re-query.

    practices: ids whose record, status or conflicts changed · forms, settings: whether those changed.
    """

    practices: frozenset[str] = frozenset()
    forms: bool = False
    settings: bool = False

    def __or__(self, other: Changes) -> Changes:
        return Changes(self.practices | other.practices, self.forms or other.forms, self.settings or other.settings)


@dataclass(slots=True)
class Progress:
    """Passed into long work: it calls `step`, which raises Cancelled once `cancel` was called.

    report(done, total, what): total is 0 while it is unknown; called on the working thread.
    """

    report: Callable[[int, int, str], None] = lambda done, total, what: None
    _cancelled: bool = field(default=False, init=False)

    def cancel(self) -> None:
        """Ask the work to stop at its next step."""
        self._cancelled = True

    def step(self, done: int, total: int, what: str = "") -> None:
        """Report progress. Raises Cancelled when the person asked to stop."""
        self.check()
        self.report(done, total, what)

    def check(self) -> None:
        """Raises Cancelled when the person asked to stop."""
        from seeddesk.domain.errors import Cancelled

        if self._cancelled:
            raise Cancelled
