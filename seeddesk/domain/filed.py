"""A file as an answer: the sha256 of its bytes, and how a dossier shows it. The bytes themselves are never touched.

The answer is text, ``sha256:<hex>``, with ``?turn=90&longest=800`` behind it where a photo is turned or shown smaller. Kept in one value they are
undone, merged and decided together, and a photo that somebody replaces takes nothing over from the one before.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from seeddesk.domain.values import Value

_LONGEST = r"longest=([1-9][0-9]{1,3})"
FILED = re.compile(rf"sha256:([0-9a-f]{{64}})(?:\?turn=(90|180|270)(?:&{_LONGEST})?|\?{_LONGEST})?")


@dataclass(frozen=True, slots=True)
class Filed:
    """sha256: in hex · turn: degrees clockwise, 0, 90, 180 or 270 · longest: pixels of the longer side in a dossier, 0 for as many as it takes."""

    sha256: str
    turn: int = 0
    longest: int = 0

    @property
    def value(self) -> str:
        """The answer that says this, in its one spelling."""
        shown = [f"turn={self.turn % 360}"] if self.turn % 360 else []
        shown += [f"longest={self.longest}"] if self.longest else []
        return f"sha256:{self.sha256}" + (f"?{'&'.join(shown)}" if shown else "")


def filed(value: Value) -> Filed | None:
    """What an answer says of a file; None when it names none."""
    found = FILED.fullmatch(value) if isinstance(value, str) else None
    if found is None:
        return None
    return Filed(found[1], int(found[2] or 0), int(found[3] or found[4] or 0))
