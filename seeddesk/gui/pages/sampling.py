"""Looking around in a sample catalogue, and coming back."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from seeddesk.domain.changes import Progress
from seeddesk.gui.desk import Desk
from seeddesk.gui.gate import Aside, Wish
from seeddesk.gui.widgets.notices import Banner

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from seeddesk.services.workspace import Workspace


class Sampling(QObject):
    """`aside`: the sample catalogue is wanted instead of the one that is open, or no longer. inside: it is the one that is open · banner: says so."""

    aside = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self.inside = self._wanted = False
        self.banner = Banner(closable=False)
        desk.opened.connect(self._look)  # the page may be there before the catalogue is
        self._look()

    def _look(self) -> None:
        self.inside = self._desk.workspace is not None and _is_sample(self._desk.workspace)
        if self.inside:
            self.banner.say(
                "info",
                self.tr("A sample catalogue."),
                self.tr("Its practices are invented, and none of it comes among yours: try anything."),
                self.tr("Back to my own"),
                self.come_back,
                aloud=False,
            )
        if self._wanted:
            QTimer.singleShot(0, self, self.look_around)  # once everybody knows that it is open

    def look_around(self) -> None:
        """Open the sample catalogue; the own one waits. Asked for while that is being opened, it comes after it."""
        self._wanted = self._desk.workspace is None
        if self._wanted:
            return
        from seeddesk.services import sample

        author, lang = self._desk.settings.author, self._desk.lang

        def make(_location: str, _progress: Progress) -> None:
            sample.make(author, lang)

        self._open_instead(self.tr("Opening the sample catalogue"), make, str(sample.location(lang)))

    def come_back(self) -> None:
        """Open the own catalogue again."""
        self._open_instead(self.tr("Opening your catalogue"), lambda *_: None, "")

    def _open_instead(self, title: str, verb: Callable[[str, Progress], None], location: str) -> None:
        self.aside.emit(Aside(title, "", verb, lambda _: ("", ""), ("catalogue", None), wish=Wish(location)))


def _is_sample(workspace: Workspace) -> bool:
    from seeddesk.services import sample

    return sample.is_sample(workspace)
