"""What every page needs: the open workspace, the runner, and the person's settings. Made once, handed to all."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import Cancelled
from seeddesk.gui import i18n
from seeddesk.gui.tasks import Job, Runner

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.gui.widgets.button import Button
    from seeddesk.services.glimpse import Glimpse
    from seeddesk.services.opening import Notice
    from seeddesk.services.settings import Settings
    from seeddesk.services.workspace import Workspace


class Desk(QObject):
    """The workspace behind the window. Verbs are called with the workspace first: ``desk.read(self, lambda ws: ...)``. `told`: words that pass, and
    what takes back what they tell, or None; without words that cannot be taken back any more."""

    changed = Signal(object)  # Changes
    told = Signal(str, object)
    opened = Signal()

    def __init__(self, settings: Settings, runner: Runner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.settings = settings
        self.runner = runner
        self.workspace: Workspace | None = None
        self.glimpse: Glimpse | None = None  # what is shown while it is opened; what is asked meanwhile waits for it
        self._settled = threading.Event()  # open, or not to be opened
        self.notices: dict[str, Notice] = {}  # what was said on opening and not closed yet, by code
        runner.changed.connect(self.changed)

    def open_with(self, workspace: Workspace | None) -> None:
        """The workspace is open; None: it does not open, and what waits for it is not done."""
        self.workspace = workspace
        self._settled.set()
        self.glimpse = None

    @property
    def lang(self) -> str:
        """The language of the window."""
        return self.settings.lang or i18n.system_language()

    @property
    def text_factor(self) -> float:
        """The person's text size: 1.0 to 2.0 (settings keep points; 10 is 1.0)."""
        return min(2.0, max(1.0, (self.settings.text_size or 10) / 10))

    @property
    def read_only(self) -> bool:
        """Whether the open catalogue can only be read."""
        return self.workspace is not None and self.workspace.catalogue.read_only

    def guard(self, *buttons: Button) -> None:
        """Forbid what these buttons do, with the reason, where the catalogue can only be read."""
        if self.read_only:
            for button in buttons:
                button.forbid(self.tr("This catalogue is open for reading only."))

    @property
    def form(self) -> Form:
        """The form practices are recorded with. Only once the workspace is open, or there is a glimpse of it."""
        if self.workspace is None and self.glimpse is not None:
            return self.glimpse.form
        return self._open().form

    def form_of(self, practice: str) -> Form:
        """The form one practice is shown by; the main form for a practice that is not here yet."""
        return self._open().form_of(practice) if practice else self.form

    def read(self, owner: QObject, verb: Callable[[Workspace], Any], then: Callable[[Any], None], **more: Any) -> Job:
        """Run a verb that reads; `then` gets its result, here."""
        return self.runner.read(owner, lambda progress: verb(self._open()), then, **more)

    def write(
        self, owner: QObject, verb: Callable[[Workspace], Any], then: Callable[[Any], None] | None = None, **more: Any
    ) -> Job:
        """Run a verb that writes; its Changes are announced to everybody."""
        return self.runner.write(owner, lambda progress: verb(self._open()), then, **more)

    def long(self, owner: QObject, verb: Callable[..., Any], then: Callable[[Any], None], **more: Any) -> Job:
        """Run long work that writes nothing into the catalogue; the verb also gets a Progress."""
        return self.runner.long(owner, lambda progress: verb(self._open(), progress), then, **more)

    def write_long(self, owner: QObject, verb: Callable[..., Any], then: Callable[[Any], None], **more: Any) -> Job:
        """Run long work that writes; the verb also gets a Progress."""
        return self.runner.write(owner, lambda progress: verb(self._open(), progress), then, **more)

    def adopt_settings(self) -> None:
        """The open workspace goes by the settings as they are now."""
        if self.workspace is not None:
            self.workspace.settings = self.settings
            self.workspace.author = self.settings.author or self.workspace.author
            self.workspace.lang = self.lang

    def announce(self, changes: Changes) -> None:
        """Tell every view of a change no verb returned (settings)."""
        self.changed.emit(changes)

    def _open(self) -> Workspace:
        if self.workspace is None and threading.current_thread() is not threading.main_thread():
            if self.glimpse is not None:
                self._settled.wait()
            if self.workspace is None:  # it did not open, or is closed again: the page that asked is gone
                raise Cancelled
        assert self.workspace is not None
        return self.workspace
