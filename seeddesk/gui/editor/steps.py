"""What was done in an open practice, step by step, to be taken back and done again."""

from __future__ import annotations

import time
from collections.abc import Mapping
from dataclasses import dataclass, replace

from seeddesk.domain.values import Value

JOIN = 1.5  # seconds within which typing in one field is one step of undo


@dataclass
class _Step:
    """changes: path -> (before, after) · typed: the paths a person typed in, to join the next keys to · part_of: what it is a part of, to join the
    next part to."""

    changes: dict[str, tuple[Value, Value]]
    at: float
    typed: frozenset[str]
    part_of: object = None


class Steps:
    """`can_undo`, `can_redo`: whether there is a step to take back, to do again."""

    def __init__(self) -> None:
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    def add(self, changes: dict[str, tuple[Value, Value]], typed: bool, part_of: object = None) -> None:
        """One more step; keys typed one after the other in one field are one, and so are the parts of one deed while nothing comes between."""
        now = time.monotonic()
        last = self._done[-1] if self._done else None
        if part_of is not None and last is not None and last.part_of is part_of:
            last.changes |= {path: (last.changes.get(path, pair)[0], pair[1]) for path, pair in changes.items()}
        elif typed and last is not None and now - last.at < JOIN and changes.keys() == last.typed:
            last.changes |= {path: (last.changes[path][0], after) for path, (_, after) in changes.items()}
            last.at = now
        else:
            self._done.append(_Step(changes, now, frozenset(changes) if typed else frozenset(), part_of))
        self._undone.clear()

    def join(self, values: Mapping[str, Value], moved: Mapping[str, Value]) -> None:
        """What followed from the last step is part of it. values: as they were before."""
        if self._done:
            changes = self._done[-1].changes
            for path, value in moved.items():
                changes[path] = (changes.get(path, (values.get(path), None))[0], value)

    def back(self) -> dict[str, Value]:
        """What taking back the last step sets; nothing where there is none."""
        if not self._done:
            return {}
        step = self._done.pop()
        self._undone.append(step)
        return {path: before for path, (before, _) in step.changes.items()}

    def again(self) -> dict[str, Value]:
        """What doing it again sets; nothing where nothing was taken back."""
        if not self._undone:
            return {}
        step = self._undone.pop()
        self._done.append(replace(step, at=0.0))
        return {path: after for path, (_, after) in step.changes.items()}

    def clear(self) -> None:
        """Nothing to take back any more."""
        self._done.clear()
        self._undone.clear()

    @property
    def can_undo(self) -> bool:
        """Whether there is a step to take back."""
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        """Whether there is a step to do again."""
        return bool(self._undone)
