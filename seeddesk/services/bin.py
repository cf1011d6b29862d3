"""The recycle bin: the practices that were deleted, by whom and when, and taking deletions back, one or many.

Nothing leaves a catalogue by being deleted: a deletion is a revision like any other, which hides the practice from lists and searches for everybody
who had its edits, and can always be taken back. What must be gone for good is erased (`recording.redact`).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.query import Query
from seeddesk.services import bulk, cataloguing

if TYPE_CHECKING:
    from seeddesk.services.bulk import Applied
    from seeddesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class Binned:
    """A deleted practice. by, time, origin: of its latest deletion, who, when and by which route."""

    row: PracticeRow
    by: str
    time: str
    origin: str


@dataclass(frozen=True, slots=True)
class BinPage:
    """Part of the bin: its lines, how many there are in all, and the cursor for the next part (None at the end)."""

    lines: tuple[Binned, ...]
    total: int
    after: str | None


def deleted(ws: Workspace, text: str = "", limit: int = 200, after: str | None = None) -> BinPage:
    """The deleted practices, the latest deleted first. text: only those it finds, as in the list · after: the cursor of the part before."""
    with ws.catalogue.read() as view:
        page = view.page(_query(ws, text), limit, after)
        states = {state.practice: state for state in view.states([row.id for row in page.rows])}
    lines = []
    for row in page.rows:
        last = max(states[row.id].deletions, key=lambda one: (one.time, one.dot))
        lines.append(Binned(row, last.author, last.time, last.origin))
    return BinPage(tuple(lines), page.total, page.after)


@dataclass(frozen=True, slots=True)
class Deletion:
    """The latest deletion of a practice that nobody took back: who, when, by which route. edited: somebody wrote on who had not seen it, so that
    the practice stays until that is decided."""

    by: str
    time: str
    origin: str
    edited: bool


def deletion(ws: Workspace, practice: str) -> Deletion | None:
    """How a practice was deleted; None for one that is not. Raises NotFound."""
    with ws.catalogue.read() as view:
        state = view.state(practice)
    if not state.deletions:
        return None
    last = max(state.deletions, key=lambda one: (one.time, one.dot))
    return Deletion(last.author, last.time, last.origin, not state.hidden)


def every(ws: Workspace, text: str = "") -> Sequence[str]:
    """The ids of all deleted practices, or of those a text finds."""
    return cataloguing.ids(ws, _query(ws, text))


def restore(ws: Workspace, practices: Sequence[str], progress: Progress | None = None) -> tuple[Applied, Changes]:
    """Take practices out of the bin, all at once, with what `bulk.undo` needs to put them back; those that are not in it stay as they are.
    Raises StorageError; Cancelled with nothing changed."""
    return bulk.apply(ws, bulk.plan(ws, practices, bulk.Restore()), progress)


def _query(ws: Workspace, text: str) -> Query:
    asked = cataloguing.ask(ws, text, "updated")  # a deletion is the last thing that happened to it
    return replace(asked.query, deleted=True)
