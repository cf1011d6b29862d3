"""What storage keeps of a practice besides its revisions: enough to list, filter and find it. Made by the services, who know the form."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import TypeAlias

from seeddesk.domain.form import Form
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.revision import Revision
from seeddesk.domain.state import PracticeState
from seeddesk.domain.values import Value, to_json
from seeddesk.storage.codec import pack
from seeddesk.storage.search import SearchText


@dataclass(frozen=True, slots=True)
class Projection:
    """One practice as its revisions say it is now.

    row: the line of the list · values: what is displayed, by path · hidden: deleted · facets: (template, code) for every choice made ·
    search: what it is found by · conflicts: path -> kind of every open conflict.
    """

    row: PracticeRow
    values: Mapping[str, Value]
    hidden: bool
    facets: frozenset[tuple[str, str]]
    search: SearchText
    conflicts: Mapping[str, str]

    @property
    def record(self) -> bytes:
        """The displayed values as they lie in the table."""
        return pack({path: to_json(value) for path, value in self.values.items()})


FormOf: TypeAlias = Callable[
    [Collection[Revision]], Form | None
]  # the form a practice with these revisions is shown by
Project: TypeAlias = Callable[[PracticeState], Projection]
Genuine: TypeAlias = Callable[
    [Revision, frozenset[str]], bool
]  # whether a redaction was signed by one of these public keys
