"""A save is said to have failed only when it did not happen, and to have happened only when it is durable.

A disk can report an error for a save that took place all the same. So after any error everything is closed, opened again, read and compared;
and should such a save only show later, the next save of the same practice knows it for its own.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from seeddesk.domain.errors import StorageError

if TYPE_CHECKING:
    from seeddesk.domain.revision import Revision
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.transaction import Transaction
    from seeddesk.storage.view import View

_REFUSED_BEFORE = frozenset({"catalogue-in-use", "catalogue-read-only"})  # nothing was tried


def write(ws: Workspace, make: Callable[[Transaction], Revision | None]) -> Revision | None:
    """Let `make` append one revision in a transaction of its own; durable when this returns. None when it appended nothing.

    Raises StorageError only when the revision is not there, or when the disk does not even tell.
    """
    made: Revision | None = None
    try:
        with ws.catalogue.write() as tx:
            made = make(tx)
    except StorageError as error:
        if made is None or not happened(ws, (made,), error):
            raise
    if made is not None:
        ws.unsure.pop(made.practice, None)
    return made


def happened(ws: Workspace, made: Sequence[Revision], error: StorageError) -> bool:
    """Whether a transaction that the disk reported as failed took place all the same; durable then. made: what it appended."""
    return bool(made) and error.code not in _REFUSED_BEFORE and _there(ws, made[-1])


def own(ws: Workspace, view: View, practice: str) -> list[Revision]:
    """Revisions of a practice that were said to have failed and are there after all."""
    tried = ws.unsure.get(practice, [])
    known = view.known([one.dot for one in tried]) if tried else {}
    return [one for one in tried if known.get(one.dot) == one.sha256]


def _there(ws: Workspace, made: Revision) -> bool:
    try:
        there = ws.catalogue.confirm(made.dot, made.sha256)
    except StorageError:
        there = False
    if not there:
        ws.unsure.setdefault(made.practice, []).append(made)
    return there
