"""The window's pages: each is made when it is first asked for, and those that most people use soon after the first.

Modules that use Qt are imported on the window's thread, a few milliseconds at a time: Qt's Python classes come to be when they are first named,
and two threads that name some at once crash the program.
"""

from __future__ import annotations

import gc
import pkgutil
from collections.abc import Callable, Iterator
from importlib import import_module
from typing import TYPE_CHECKING

from seeddesk.gui.turns import WhenRoom

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from seeddesk.gui.desk import Desk
    from seeddesk.gui.pages.page import Page
    from seeddesk.services.workspace import Workspace

KINDS = {
    "catalogue": "CataloguePage",
    "practice": "PracticePage",
    "merge": "MergePage",
    "settings": "SettingsPage",
    "bin": "BinPage",
    "organisations": "OrganisationsPage",
    "changes": "ChangesPage",
}
SOON = ("practice", "merge")
BETWEEN = 10  # ms between two steps towards them: what was typed meanwhile comes first
# What those pages import besides Qt.
HEADLESS = (
    "domain.dossier",
    "domain.remarks",
    "domain.sheet",
    "services.recording",
    "services.similar",
    "services.spelling",
)


class Pages(dict[str, "Page"]):
    """The pages that are made, by name; asking for another makes it. Empty while no catalogue is open."""

    _frozen = False

    def __init__(self, put_in: Callable[[str, Page], None]) -> None:
        """put_in: gives a page that was made its place in the window."""
        super().__init__()
        self._put_in = put_in
        self._desk: Desk | None = None
        self._unloaded = _modules()

    def begin(self, desk: Desk, catalogue: Page | None = None) -> None:
        """A catalogue is open. catalogue: its page, where that is made already."""
        self._desk = desk
        self["catalogue"] = page = catalogue or load("catalogue")(desk)
        self._put_in("catalogue", page)

    def __missing__(self, name: str) -> Page:
        if not self or self._desk is None:
            raise KeyError(name)
        self[name] = page = load(name)(self._desk)
        self._put_in(name, page)
        return page

    def make_soon(self, window: QWidget) -> None:
        """Make those that are wanted soon, unless the window is closed before: a step at a time, so that no key waits for more than one."""

        def step() -> None:
            if not window.isHidden() and self._make_next():
                return
            steps.stop()
            if not Pages._frozen and not window.isHidden():  # not asked of the collector, which would count all that is
                Pages._frozen = True
                gc.freeze()  # form, logic and pages stay: walking through them again and again would hold a key up for 50 ms

        steps = WhenRoom(window, step, BETWEEN)
        steps.start()

    def _make_next(self) -> bool:
        """A module is loaded, or a page made; whether there is another step."""
        module = next(self._unloaded, "")
        if module:
            import_module(module)
            return True
        waiting = [name for name in SOON if name not in self] if self else []
        if waiting:
            self[waiting[0]]
        return len(waiting) > 1


def load(name: str) -> type[Page]:
    """The class of a page."""
    found: type[Page] = getattr(import_module(f"seeddesk.gui.pages.{name}"), KINDS[name])
    return found


def _modules() -> Iterator[str]:
    """The modules that pages are made of; each imports what it needs of those after it."""
    for package in ("seeddesk.gui.editor", "seeddesk.gui.pages"):
        for module in pkgutil.iter_modules(import_module(package).__path__):
            yield f"{package}.{module.name}"


def load_soon(workspace: Workspace) -> None:
    """Import what the pages that are wanted soon are made of and is not Qt's, and compile the form's logic: on a thread where nobody waits for it."""
    assert workspace.logic
    for name in HEADLESS:
        import_module(f"seeddesk.{name}")
