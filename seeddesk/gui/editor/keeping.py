"""Files on their way into a practice, one after the other: what is typed meanwhile is saved between two of them."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.errors import UserError
from seeddesk.domain.paths import rows_of
from seeddesk.domain.values import Value
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor import row_changes
from seeddesk.gui.editor.session import Session

if TYPE_CHECKING:
    from seeddesk.services.photos import Kept

# Reasons that are one file's; for any other the next would be refused as well.
OF_THE_FILE = ("file-not-read", "file-changed", "attachment-too-large")
TOGETHER = 4  # rows that join the form at once: it is laid out anew each time


@dataclass(eq=False)
class Brought:
    """Files that were dropped or pasted at once, one step of undo. repeat: the rows they become · name: the cell of the file, ``.file`` · told: what a file
    says of itself, by cell · tell: says how it ended beside the rows; false where that is for the page · passing: they are ours, and go once they are
    kept.

    kept: how many are rows now · known: names of those that were rows already · refused: (name, why) · left: those that were not tried any more.
    """

    repeat: str
    name: str
    told: Callable[[Kept], Mapping[str, Value]]
    tell: Callable[[Brought], bool]
    passing: bool = False
    kept: int = 0
    left: int = 0
    known: list[str] = field(default_factory=list)
    refused: list[tuple[str, UserError]] = field(default_factory=list)


class Keeping(QObject):
    """`began`, `ended`: files are taken in, no more are · `moved`: so many of how many are done · `told`: a `Brought` of which there is something to say."""

    began = Signal()
    moved = Signal(int, int)
    ended = Signal()
    told = Signal(object)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session)
        self._session, self._desk = session, desk
        self._waiting: deque[tuple[Path, Brought]] = deque()
        self._open: list[Brought] = []
        self._rows: list[Mapping[str, Value]] = []  # of files that are kept, still to join the form
        self._done = 0

    def keep(self, paths: Sequence[Path], brought: Brought) -> None:
        """A row for each file, in their order."""
        if not paths:
            return
        self._waiting += [(path, brought) for path in paths]
        self._open.append(brought)
        if len(self._open) == 1:
            self._done = 0
            self.began.emit()
            self._go_on()

    def stop(self) -> None:
        """No more after the one that is being kept; the rows that are there stay."""
        for _, brought in self._waiting:
            brought.left += 1
        self._waiting.clear()

    def _go_on(self) -> None:
        """The next file, once those are told of that were the last of theirs."""
        for brought in [one for one in self._open if not any(other is one for _, other in self._waiting)]:
            self._open.remove(brought)
            self._put_in(brought)
            if not brought.tell(brought):
                self.told.emit(brought)
        if self._waiting:
            self._next()
        else:
            self.ended.emit()

    def _next(self) -> None:
        from seeddesk.services import photos

        path, brought = self._waiting.popleft()

        def kept(found: Kept) -> None:
            if brought.kept and self._session.can_redo:  # they were just taken back
                self.stop()
                brought.left += 1
            else:
                self._add(path, brought, found)
            if brought.passing:
                path.unlink(missing_ok=True)
            moved()

        def refused(error: UserError) -> None:
            brought.refused.append((path.name, error))
            if error.code not in OF_THE_FILE:
                self.stop()
            moved()

        def moved() -> None:
            self._done += 1
            self.moved.emit(self._done, self._done + len(self._waiting))
            self._go_on()

        self._session.bring(self._desk.write, lambda ws: photos.keep(ws, path), kept, refused)

    def _add(self, path: Path, brought: Brought, found: Kept) -> None:
        record = self._session.record
        if not all(record.alive(row) for row in rows_of(brought.repeat)):
            brought.left += 1  # the row it was meant for is gone
        elif found.value in (
            *(record.get(row + brought.name) for row in record.rows(brought.repeat)),
            *(cells[brought.name] for cells in self._rows),
        ):
            brought.known.append(path.name)
        else:
            self._rows.append({brought.name: found.value, **brought.told(found)})
            brought.kept += 1
            if len(self._rows) == TOGETHER:
                self._put_in(brought)

    def _put_in(self, brought: Brought) -> None:
        changes: dict[str, Value] = {}
        for cells in self._rows:
            changes |= row_changes.added(self._session.record.with_values(changes), brought.repeat, cells, None)[1]
        self._rows = []
        self._session.change(changes, part_of=brought)
