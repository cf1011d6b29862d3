"""The window's pages: each is made when it is first asked for, and those that most people use soon after the first."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
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
}
SOON = ("practice", "merge", "settings")


class Pages(dict[str, "Page"]):
    """The pages that are made, by name; asking for another makes it. Empty while no catalogue is open."""

    def __init__(self, put_in: Callable[[str, Page], None]) -> None:
        """put_in: gives a page that was made its place in the window."""
        super().__init__()
        self._put_in = put_in
        self._desk: Desk | None = None

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

    def make_next(self) -> bool:
        """Make one of those that are wanted soon; whether there is another."""
        waiting = [name for name in SOON if name not in self] if self else []
        if waiting:
            self[waiting[0]]
        return len(waiting) > 1


def load(name: str) -> type[Page]:
    """The class of a page."""
    found: type[Page] = getattr(import_module(f"seeddesk.gui.pages.{name}"), KINDS[name])
    return found


def load_soon(workspace: Workspace) -> None:
    """Import what the pages that are wanted soon are made of, and what choosing several practices needs, and compile the form's logic: on a
    thread where nobody waits for it."""
    assert workspace.logic
    for name in SOON:
        load(name)
    for name in ("gui.pages.bulk", "services.recording"):
        import_module(f"seeddesk.{name}")
