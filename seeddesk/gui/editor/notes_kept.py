"""Notes of an interview on their way to the disk: one after the other, and none is given up because the disk refused it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal

from seeddesk.domain.errors import StorageError, UserError

if TYPE_CHECKING:
    from seeddesk.gui.desk import Desk
    from seeddesk.services.interview import Note

RETRY_AFTER = 3000  # ms after a disk refused


@dataclass(frozen=True)
class _Write:
    """One thing to write. then: what follows once it is durable · words: what would be lost with it."""

    work: Callable[[Any], Note]
    then: Callable[[Note], None]
    words: str


class Keeping(QObject):
    """`refused`: a disk did not take one; it is tried again by itself, and what is behind it waits for it · `taken`: then it did. failing: refused
    the last time."""

    refused = Signal(object)
    taken = Signal()

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._unkept: deque[_Write] = deque()
        self._under_way = self.failing = False
        self._waiting: list[Callable[[], object]] = []
        self._retry = QTimer(self, singleShot=True, interval=RETRY_AFTER)
        self._retry.timeout.connect(self._send)

    def write(self, work: Callable[[Any], Note], then: Callable[[Note], None], words: str) -> None:
        """Write after what was asked for before."""
        self._unkept.append(_Write(work, then, words))
        self._send()

    @property
    def settled(self) -> bool:
        """Whether all of it is durable."""
        return not self._unkept

    @property
    def words(self) -> Sequence[str]:
        """What no disk has yet."""
        return list(dict.fromkeys(one.words for one in self._unkept if one.words))

    def flush(self, then: Callable[[], object]) -> None:
        """Call `then` once all of it is durable. When the disk refuses, `refused` says so and `then` is not called."""
        self._waiting.append(then)
        self._go_on()

    def _go_on(self) -> None:
        self._send()
        if not self._unkept:
            waiting, self._waiting = self._waiting, []
            for then in waiting:
                then()

    def _send(self) -> None:
        self._retry.stop()
        if self._under_way or not self._unkept:
            return
        one, self._under_way = self._unkept[0], True

        def ended() -> None:
            self._under_way = False

        def done(note: Note) -> None:
            self._unkept.popleft()
            refused, self.failing = self.failing, False
            if refused:
                self.taken.emit()
            one.then(note)
            self._go_on()

        def failed(error: UserError) -> None:
            if not isinstance(error, StorageError):  # a note that is gone: nothing to try again
                self._unkept.popleft()
                self._desk.runner.user_error.emit(error)
                self._go_on()
                return
            told, self.failing = self.failing and not self._waiting, True
            self._waiting.clear()
            self._retry.start()
            if not told:  # trying again by itself says nothing new
                self.refused.emit(error)

        self._desk.write(self, one.work, done, failed=failed, ended=ended)
