"""How people are told of errors: a sentence and a next step for theirs; what nobody caught goes to the window, which shows a `BugReport`."""

from __future__ import annotations

import sys
from types import TracebackType

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.errors import UserError
from seeddesk.domain.messages import sentence
from seeddesk.gui import i18n


def words(error: UserError) -> str:
    """The sentence of an error in the person's language."""
    return sentence(error.code, i18n.language(), **error.arguments)


class Watch(QObject):
    """Catches what no code caught, on any thread, and hands it to the window."""

    caught = Signal(object)

    def install(self) -> None:
        """Listen from now on."""
        sys.excepthook = self._hook

    def _hook(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        sys.__excepthook__(kind, error, trace)
        if isinstance(error, Exception):
            self.caught.emit(error)
