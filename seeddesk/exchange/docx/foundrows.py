"""Rows as they are found: which of them are which, and where each cell goes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from seeddesk.domain.dossier import Found, FoundRow
from seeddesk.domain.values import Value
from seeddesk.exchange.docx.carriers import is_spare


@dataclass(slots=True, eq=False)
class FoundCells:
    """One row while it is read.

    marked, tagged: row ids that its bookmarks and tags say · cells: template -> found · outer: the row it lies in ·
    pictured: a picture was put in it · row: its id once `settle` has decided it · copied: it repeats a row that has the id ·
    holds: a row inside it is kept.
    """

    outer: FoundCells | None = None
    marked: list[str] = field(default_factory=list)
    tagged: list[str] = field(default_factory=list)
    cells: dict[str, Found] = field(default_factory=dict)
    pictured: bool = False
    row: str | None = None
    copied: bool = False
    holds: bool = False

    @property
    def empty(self) -> bool:
        """Whether nothing is written in it."""
        return not self.pictured and all(found.value is None for found in self.cells.values())

    @property
    def kept(self) -> bool:
        """Whether it is handed out: a row with an id, and one without in which something is written."""
        return self.row is not None or self.holds or not (self.empty or self.copied)


def repeat_of(template: str) -> str:
    """The innermost repeat a template lies in, with its brackets; ``""`` outside repeats."""
    end = template.rfind("[]")
    return template[: end + 2] if end >= 0 else ""


def settle(rows: Iterable[FoundCells]) -> None:
    """Give each row its id, once. A copied row keeps its tags but not its bookmarks, so bookmarks are heard first.

    A copy in which nothing was changed says nothing new; one that was changed is a new row.
    """
    rows = list(rows)
    taken: set[str] = set()
    for row in rows:
        row.row = next((name for name in row.marked if not is_spare(name) and name not in taken), None)
        if row.row:
            taken.add(row.row)
    for row in rows:
        if row.row is None and not any(is_spare(name) for name in row.marked):
            votes = Counter(name for name in row.tagged if not is_spare(name) and name not in taken)
            row.row = votes.most_common(1)[0][0] if votes else None
            if row.row:
                taken.add(row.row)
    originals = {row.row: _values(row) for row in rows if row.row}
    for row in rows:
        if row.row is None:
            row.copied = any(originals.get(name) == _values(row) for name in (*row.marked, *row.tagged))


def _values(row: FoundCells) -> dict[str, Value]:
    return {name: found.value for name, found in row.cells.items()}


def hold(row: FoundCells) -> None:
    """Something is written in a row: the rows around it are kept."""
    while row.kept and row.outer is not None:
        row = row.outer
        row.holds = True


def as_found(rows: Iterable[FoundCells]) -> tuple[FoundRow, ...]:
    """The rows to hand out: every row with an id, and those without one in which something is written."""
    return tuple(FoundRow(row.row, dict(row.cells), row.holds or row.pictured) for row in kept(rows))


def kept(rows: Iterable[FoundCells]) -> list[FoundCells]:
    """The rows that `as_found` hands out, in its order."""
    return [row for row in rows if row.kept]
