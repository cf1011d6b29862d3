"""The command palette of a window: what it lists, what it remembers, and the practices it finds."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING
from urllib.parse import quote

from PySide6.QtCore import QObject

from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.query import Query
from seeddesk.gui.action import Action
from seeddesk.gui.offered import ONCE, offered
from seeddesk.gui.widgets.palette import Palette

if TYPE_CHECKING:
    from seeddesk.gui.main_window import MainWindow
    from seeddesk.services.saved_searches import SavedSearch
    from seeddesk.services.settings import Settings

USED = 5  # actions it remembers
FOUND = 6  # practices it finds


class Commanding(QObject):
    """Opens the palette over the page in front."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window, self._desk = window, window.desk
        self._saved: Sequence[SavedSearch] = ()  # searches, as they were when it was opened last
        self._saved_in: object = None  # the catalogue they belong to
        self.palette = Palette(window.centralWidget())
        self.palette.ran.connect(self._remember)
        self.palette.asked.connect(self._find)
        self.palette.keys_wanted.connect(lambda: window.show_help("keys"))

    def open_up(self) -> None:
        """Everything that can be done here, those used last first."""
        if not self.palette.isVisible():
            known, page = self._window.actions_known, self._window.current
            if self._saved_in is not self._desk.workspace:
                self._saved, self._saved_in = (), self._desk.workspace
            found = [*known.all(), *(offered(page) if page is not None else ()), *map(self._searching, self._saved)]
            self.palette.open_up(found, self._desk.settings.used_actions.split(), known.subject()[1])
            self._read_saved()

    def _read_saved(self) -> None:
        """The saved searches of now, which may have changed since it was opened last."""
        from seeddesk.services import saved_searches

        def came(found: Sequence[SavedSearch]) -> None:
            self._saved, before = found, self._saved
            new, gone = (
                [one for one in some if one not in others] for some, others in ((found, before), (before, found))
            )
            self.palette.add([*map(self._searching, new)], {self._searching(one).id for one in gone})

        if self._saved_in is not None and self._window.pages:
            self._desk.read(self, saved_searches.every, came, key="palette searches")

    def _searching(self, search: SavedSearch) -> Action:
        def show() -> None:
            page = self._window.pages["catalogue"]
            self._window.show_page("catalogue")
            if self._window.current is page:
                page.searches.picked.emit(search.text, search.sort)

        words = self.tr("Saved search: {name}").format(name=search.name)
        return Action(f"saved-{quote(search.name, safe='')}", "window", "go", words, show, "", "bookmark-simple")

    def _remember(self, name: str) -> None:
        """The last actions used come first the next time; that they are not kept where the disk refuses harms nobody."""
        from seeddesk.services import settings

        if name.startswith(ONCE):
            return
        used = [name, *(each for each in self._desk.settings.used_actions.split() if each != name)][:USED]

        def kept(result: tuple[Settings, object]) -> None:
            self._desk.settings = result[0]

        self._desk.runner.write(
            self, lambda progress: settings.change(used_actions=" ".join(used)), kept, failed=lambda _: None
        )

    def _find(self, typed: str) -> None:
        from seeddesk.services import cataloguing

        self._desk.read(
            self,
            lambda ws: cataloguing.first_rows(ws, Query(text=typed), FOUND),
            lambda rows: self.palette.show_found(typed, [self._opening(row) for row in rows]),
            key="palette",
        )

    def _opening(self, row: PracticeRow) -> Action:
        page = "catalogue" if self._desk.read_only else "practice"
        words = " · ".join(filter(None, (row.title or self.tr("Untitled practice"), row.place, str(row.year or ""))))

        def show() -> None:
            self._window.show_page(page, row.id)

        return Action(f"practice-{row.id}", "window", "practices", words, show, "", "note-pencil")
