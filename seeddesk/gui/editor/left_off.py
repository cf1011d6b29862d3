"""The caret comes back: where a person was writing is kept with each autosave, and is where the next run begins."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from seeddesk.gui.pages.practice import PracticePage
    from seeddesk.services.leftoff import Place


class LeftOff(QObject):
    """Looks once, as the page is made; then writes."""

    def __init__(self, page: PracticePage) -> None:
        super().__init__(page)
        self._page, self._desk = page, page.desk
        self._kept: Place | None = None
        page.session.state.connect(self._said)
        if self._desk.workspace is not None:
            from seeddesk.services import leftoff

            self._desk.read(self, leftoff.last, self._go_back, failed=lambda _: None)

    def _go_back(self, place: Place | None) -> None:
        if place is None or self._page.session.practice:
            return
        self._kept = place
        self._page.editor.caret = place.position
        self._page.go.emit("practice", (place.practice, place.path))

    def _said(self, state: str) -> None:
        """What was typed is durable: so is, a moment later, where it was typed."""
        session, editor = self._page.session, self._page.editor
        if state != "saved" or not editor.focused or not session.recorded or self._desk.read_only:
            return
        from seeddesk.services import leftoff
        from seeddesk.services.leftoff import Place

        place = Place(session.practice, editor.focused, editor.caret_at)
        if place != self._kept and self._page.isVisible():
            self._kept = place
            self._desk.write(self, lambda ws: leftoff.keep(ws, place), failed=lambda _: None)

    def forget(self) -> None:
        """The person turned to another page."""
        if self._kept is not None and not self._desk.read_only:
            from seeddesk.services import leftoff

            self._kept = None
            self._desk.write(self, leftoff.forget, failed=lambda _: None)
