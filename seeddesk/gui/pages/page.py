"""What all pages share: top bar, banner, body, status bar, and how they are told of changes."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UserError
from seeddesk.gui import errors, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.pages.under_way import UnderWay
from seeddesk.gui.widgets.arranged import laid_out_once
from seeddesk.gui.widgets.bars import Bar, StatusBar
from seeddesk.gui.widgets.notices import Banner


class Page(QWidget):
    """One page of the window. `go` asks the window for another page: its name and what it should show there · `toasted`: words that pass, and what takes
    back what they tell, or None."""

    go = Signal(str, object)
    toasted = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.ground(self, "base")
        self.desk = desk
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.top = Bar(56)
        self.banner = Banner()
        self.work = UnderWay(self.banner)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.status = StatusBar()
        column.addWidget(self.top)
        column.addWidget(self.banner)
        column.addWidget(self.work.bar)
        column.addLayout(self.body, 1)
        column.addWidget(self.status)
        desk.changed.connect(self._changed)
        self._stale = False
        self._undo: Callable[[], None] | None = None

    def at_once(self) -> AbstractContextManager[None]:
        """Change several bars, and be laid out once."""
        return laid_out_once(self, self.top, self.banner, self.status)

    def enter(self, what: object = None) -> None:
        """The page comes to the front, to show `what`."""

    def here(self) -> object:
        """What `enter` needs to show again what is shown now."""
        return None

    def refresh(self, changes: Changes) -> None:
        """The catalogue changed: query again what is shown."""

    def search(self) -> None:
        """Ctrl F on this page."""

    def export(self) -> None:
        """Ctrl E on this page."""

    def export_closed(self) -> None:
        """Ctrl Shift E on this page: with a password."""

    def panes(self) -> list[QWidget]:
        """The panes F6 goes through, in order."""
        return []

    def leave(self) -> bool:
        """Another page comes to the front, or the window closes. False: stay (there is something to see first)."""
        return True

    def settled(self) -> bool:
        """Whether everything typed on this page is durable."""
        return True

    def settle(self, then: Callable[[], object]) -> None:
        """Make it durable, then go on. When that fails the page says so, and `then` is not called."""
        then()

    def failing(self) -> bool:
        """Whether the last attempt to make it durable failed."""
        return False

    def undo_with_key(self) -> None:
        """Ctrl Z takes back what the page told last."""
        undo = QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self)
        undo.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        undo.activated.connect(self.take_back)

    def tell(self, words: str, back: Callable[[], None] | None) -> None:
        """Say what was done, with a way back that Ctrl Z takes too."""

        def taken() -> None:
            self._undo = None
            assert back is not None
            back()

        self._undo = taken if back is not None else None
        self.toasted.emit(words, self._undo)

    @property
    def can_take_back(self) -> bool:
        """Whether there is something to undo."""
        return self._undo is not None

    def take_back(self) -> None:
        """Undo what was told last."""
        if self._undo is not None:
            self._undo()
            self.toasted.emit("", None)

    def show_error(self, error: UserError) -> None:
        """Say a person's error in the page's banner."""
        self.banner.say("bad", "", errors.words(error))

    def _changed(self, changes: Changes) -> None:
        if self.isVisible():
            self.refresh(changes)
        else:
            self._stale = True

    def showEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """Catch up with what changed while another page was in front."""
        super().showEvent(event)
        if self._stale:
            self._stale = False
            self.refresh(Changes())
