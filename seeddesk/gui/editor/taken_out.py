"""What was taken out of a practice by one press can be had back by another: the window says so, until something else is undone."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.values import Value
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.session import Session


class TakenOut(QObject):
    """`came_back`: the path of what was put back. Typing on takes nothing of the offer away; undoing does, and so does another practice."""

    came_back = Signal(str)

    def __init__(self, session: Session, desk: Desk) -> None:
        super().__init__(session)
        self._session, self._desk = session, desk
        self._back: Callable[[], None] | None = None
        self._last = False  # whether it is still the last step of undo
        session.undo_changed.connect(self._moved_on)
        session.opened.connect(self._withdraw)

    def say(self, words: str, path: str, before: Mapping[str, Value]) -> None:
        """Say what was just taken out. path: of the row or the answer · before: all that it held, by path."""
        self._withdraw()

        def back() -> None:
            self._back = None
            if self._last:
                self._session.undo()
            self._session.change(before)
            self.came_back.emit(path)

        self._back, self._last = back, True
        self._desk.told.emit(words, back)

    def _moved_on(self) -> None:
        self._last = False
        if self._session.can_redo:
            self._withdraw()

    def _withdraw(self) -> None:
        if self._back is not None:
            back, self._back = self._back, None
            self._desk.told.emit("", back)
