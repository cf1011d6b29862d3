"""What the practice page says of a practice that was deleted while it is open: by whom, when, and what becomes of what is written here."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeddesk.gui import i18n, names
from seeddesk.gui.widgets.notices import Banner

if TYPE_CHECKING:
    from seeddesk.gui.pages.practice import PracticePage
    from seeddesk.services.bin import Deletion
    from seeddesk.services.workspace import Workspace


class DeletedStrip(Banner):
    """A banner of its own: the page's passes with the next save, and this stays true. It asks anew whenever the page does, and goes when the
    practice comes back."""

    def __init__(self, page: PracticePage) -> None:
        super().__init__(closable=False)
        self._page, self._desk, self._session = page, page.desk, page.session
        self._said: tuple[str, Deletion | None] = ("", None)
        self._session.opened.connect(self._opened)

    def _opened(self) -> None:
        if self._session.practice != self._said[0]:
            self._show(None)
        self.ask()

    def ask(self) -> None:
        """Whether the practice is deleted now."""
        if not self._session.recorded:
            return
        practice = self._session.practice

        def look(ws: Workspace) -> Deletion | None:
            from seeddesk.services import bin as recycled  # loading it takes as long as a key may wait

            return recycled.deletion(ws, practice)

        def found(deletion: Deletion | None) -> None:
            if practice == self._session.practice:
                self._show(deletion)

        self._desk.read(self, look, found, failed=lambda _: None, key=f"deleted {id(self)}")

    def _show(self, found: Deletion | None) -> None:
        self._session.deleted = found is not None
        said, self._said = self._said, (self._session.practice, found)
        if found is None:
            self.hide()
            return
        if self._said == said:  # every save asks
            return
        when = i18n.moment(found.time)
        if found.origin != "typed":
            when += f", {names.origin(found.origin)}"
        words = (
            self.tr("Deleted by {name} and written on since: {when}.")
            if found.edited
            else self.tr("Deleted by {name}: {when}.")
        )
        able = not self._desk.read_only
        self.say(
            "conf" if found.edited else "warn",
            words.format(name=found.by, when=when),
            self.tr("Nothing is lost: whether it stays is asked under Conflicts.")
            if found.edited
            else self.tr(
                "It is in the recycle bin. What is written here all the same is kept, and brings up the question whether it stays."
            ),
            self.tr("Bring it back") if able else "",
            self._restore if able else None,
            (
                (self.tr("Decide"), self._decide)
                if found.edited
                else (self.tr("Close"), lambda: self._page.go.emit("catalogue", None)),
            ),
        )

    def _decide(self) -> None:
        self._page.go.emit("merge", ("conflicts", self._session.practice))

    def _restore(self) -> None:
        """Once what was typed is saved: it stays with the practice that comes back."""
        from seeddesk.services import recording

        practice = self._session.practice
        self._session.flush(
            lambda: self._desk.write(
                self, lambda ws: recording.restore(ws, practice), failed=self._page.show_error, ended=self.ask
            )
        )
