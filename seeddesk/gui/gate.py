"""How the window comes to a catalogue: opening it whatever state it is in, and work that must be done while nobody has it open.

Everything a catalogue can be to blame for ends on the Opening page, with ways on; never in a box over the window.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, UserError
from seeddesk.gui import errors
from seeddesk.gui.desk import Desk

if TYPE_CHECKING:
    from seeddesk.gui.main_window import MainWindow
    from seeddesk.gui.pages.opening import OpeningPage
    from seeddesk.gui.tasks import Job
    from seeddesk.services.opening import Opening, Way
    from seeddesk.services.workspace import Workspace

MANY = 2000  # practices: fewer are listed anew in a few seconds


@dataclass(frozen=True)
class Wish:
    """Which catalogue to open, and how. location: "" for the person's own · create: make a new one · code, centre: encrypted, with this
    recovery code, which was noted, and for this centre · keep: it is the person's catalogue from now on."""

    location: str = ""
    read_only: bool = False
    create: bool = False
    code: str = ""
    centre: str = ""
    keep: bool = False


@dataclass(frozen=True)
class Aside:
    """Work that needs the catalogue closed. verb: does it, for a location · told: what to say of its result, (bold, plain) ·
    back: the page to come back to · wish: what to open then, None for the same."""

    title: str
    plain: str
    verb: Callable[[str, Progress], Any]
    told: Callable[[Any], tuple[str, str]]
    back: tuple[str, object] = ("settings", "safety")
    can_stop: bool = False
    wish: Wish | None = None


class Gate(QObject):
    """`opened`: an Opening with a workspace."""

    opened = Signal(object)

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.window: MainWindow | None = None
        self.page: OpeningPage | None = None
        self.wish = Wish()
        self.after: tuple[str, str, str] | None = None  # kind, bold, plain: said once the pages are there
        self.back: tuple[str, object] | None = None
        self._job: Job | None = None
        self._former = Wish()  # what was open before another one was wished for
        self._preparing = False  # whether it is shown that the lists are made anew
        self._fresh: Workspace | None = None  # opened on the worker, perhaps never to come home

    def open(self, wish: Wish | None = None, first: Callable[[str], Any] | None = None) -> None:
        """Open a catalogue on the writer's thread; the page says why it does not, and offers the ways on. first: a verb that makes it open,
        given its location; its result is kept for `_say_done`."""
        self.wish = wish or self.wish
        if self.page is not None:
            self.page.wait()
        author, lang, settled = self._desk.settings.author, self._desk.lang, self.wish
        location = self.wish.location or self._failed_at()

        self._preparing = False

        def work(progress: Progress) -> tuple[Any, Opening]:
            done = first(location) if first is not None else None
            return done, self._keep_hold(enter(settled, author, lang, progress))

        self._desk.runner.write(
            self, work, lambda found: self._answer(*found), failed=self._refused, told=self._tell_preparing
        )

    def show(self, opening: Opening) -> None:
        """Show why there is no catalogue; where another one than the person's was meant, with the way back to that."""
        from seeddesk.services.opening import Way

        if self.wish.keep:
            opening = replace(opening, ways=(Way.BACK, *opening.ways))
        self._desk.open_with(None)
        self._shown().show_problem(opening)

    def do(self, aside: Aside) -> None:
        """Close the catalogue once everything typed is durable, do the work, open it again."""
        assert self.window is not None
        self.window.settle(lambda: self._aside(aside))

    def close(self) -> None:
        """Close, once all work is done, a catalogue that was opened for a window that is gone."""
        if self._fresh is not None and self._desk.workspace is None:
            self._fresh.close()

    def _keep_hold(self, opening: Opening) -> Opening:
        self._fresh = opening.workspace
        return opening

    def reopen(self, wish: Wish) -> None:
        """Close the catalogue and open one as wished: the same for writing, or another."""
        self.do(
            Aside(
                self.tr("Opening the catalogue"),
                "",
                lambda *_: None,
                lambda _: ("", ""),
                ("catalogue", None),
                wish=wish,
            )
        )

    def say(self, error: UserError) -> None:
        """An error nobody else took, while there are no pages."""
        if self.page is not None:
            self.page.refuse(error)

    def give_up(self, code: str, **arguments: object) -> None:
        """The open catalogue turned out to be damaged: close it and offer the ways on."""

        def refuse(*_: object) -> None:
            raise UserError(code, **arguments)

        self.do(Aside("", "", refuse, lambda _: ("", ""), ("catalogue", None)))

    # -- opening -------------------------------------------------------------------------------------------------------

    def _tell_preparing(self, done: int, total: int, _what: str) -> None:
        """The lists are made anew: for a great many practices that takes minutes."""
        if total < MANY:
            return
        page = self._shown()
        if not self._preparing:
            self._preparing = True
            page.show_work(
                self.tr("Preparing the catalogue"),
                self.tr(
                    "SeedDesk or the form is newer than last time: lists and search are made anew. Nothing you recorded changes."
                ),
            )
        page.tell(done, total)

    def _answer(self, done: Any, opening: Opening) -> None:
        if opening.workspace is None:
            self.show(opening)
            return
        if done is not None:
            self._say_done(done)
        self._enter(opening)

    def _enter(self, opening: Opening) -> None:
        self.page = None
        if self.wish.keep:
            self._keep(self.wish.location)
        self.wish = replace(self.wish, create=False, code="", centre="", keep=False)
        self.opened.emit(opening)

    def _refused(self, error: UserError) -> None:
        """The verb before opening did not work: the ways on stay as they are."""
        if self.page is not None:
            self.page.refuse(error)
        else:
            self._check_ways(error)

    def _check_ways(self, error: UserError) -> None:
        from seeddesk.services import opening

        self._desk.open_with(None)
        location = self.wish.location
        self._desk.runner.read(self, lambda progress: opening.refused(error, location or None), self.show)

    def _keep(self, location: str) -> None:
        """The catalogue that was chosen is the person's from now on."""
        from seeddesk.services import settings

        def kept(result: tuple[Any, object]) -> None:
            self._desk.settings = result[0]

        self._desk.runner.write(self, lambda progress: settings.change(catalogue=location), kept)

    def _failed_at(self) -> str:
        opening = self.page.opening if self.page is not None else None
        return opening.location if opening is not None else ""

    def _shown(self) -> OpeningPage:
        from seeddesk.gui.pages.opening import OpeningPage

        assert self.window is not None
        if self.page is None:
            self.page = page = OpeningPage()
            page.chosen.connect(self._choose)
            page.elsewhere.connect(lambda path: self.open(Wish(path, keep=True)))
            page.created.connect(lambda path: self.open(Wish(path, create=True, keep=True)))
            page.typed.connect(self._unlock)
            page.centre.connect(self._recover)
            page.stopped.connect(self._stop)
            self.window.show_alone(page)
        return self.page

    def _choose(self, way: Way) -> None:
        from seeddesk.services import maintenance
        from seeddesk.services.opening import Way

        if way is Way.BACK:
            self.open(self._former)
            return
        wish = replace(self.wish, read_only=way is Way.READ_ONLY)
        first = {Way.RESTORE: maintenance.restore_last, Way.SALVAGE: maintenance.salvage}.get(way)
        self.open(wish, first)

    def _unlock(self, code: str, keys: str) -> None:
        from seeddesk.services import protecting

        self.open(None, lambda location: protecting.unlock(code, location, Path(keys) if keys else None))

    def _recover(self, file: str) -> None:
        from seeddesk.services import protecting

        self.open(None, lambda location: protecting.recover(Path(file), location))

    def _say_done(self, done: Any) -> None:
        """What bringing a backup back or a salvage did."""
        from seeddesk.domain.messages import sentence
        from seeddesk.gui.pages.opening import moment_of
        from seeddesk.services.maintenance import SalvageReport
        from seeddesk.services.opening import made_at

        lang = self._desk.lang
        if isinstance(done, SalvageReport):
            found, kept = done.found, _name(done.kept)
            said = sentence(
                "opened-salvaged",
                lang,
                count=found.revisions,
                backup=found.from_backup,
                lost=len(found.lost),
                kept=kept,
            )
            practices = dict.fromkeys(f"{one.title} {one.code}".strip() or str(one.dot) for one in found.lost)
            said += " " + sentence("opened-salvaged-lost", lang, practices=", ".join(practices)) if practices else ""
            said += "" if found.sure else " " + sentence("salvage-unsure", lang)
            said += " " + sentence("salvage-locked", lang, path=done.locked) if done.locked else ""
            self.after = ("warn" if found.lost or not found.sure or done.locked else "ok", "", said)
        elif isinstance(done, tuple):
            used, restored = done
            said = sentence("opened-restored", lang, made=moment_of(made_at(used)), kept=_name(restored.kept))
            self.after = ("ok", "", said)

    # -- work while it is closed ---------------------------------------------------------------------------------------

    def _aside(self, aside: Aside) -> None:
        assert self.window is not None
        assert self._desk.workspace is not None
        self.window.close_pages()
        self.page = None
        self._shown().show_work(aside.title, aside.plain, aside.can_stop)
        if self._desk.runner.busy:
            self._desk.runner.idle.connect(lambda: self._run(aside), self._once())
        else:
            self._run(aside)

    def _once(self) -> Any:
        from PySide6.QtCore import Qt

        return Qt.ConnectionType(Qt.ConnectionType.AutoConnection.value | Qt.ConnectionType.SingleShotConnection.value)

    def _run(self, aside: Aside) -> None:
        workspace, self._desk.workspace = self._desk.workspace, None
        assert workspace is not None
        assert self.page is not None
        location, author, lang = workspace.catalogue.location, self._desk.settings.author, self._desk.lang
        if aside.wish is not None:
            self._former, self.wish = Wish(location, workspace.catalogue.read_only), aside.wish
            wish = aside.wish
        else:
            wish = Wish(location, workspace.catalogue.read_only)

        def work(progress: Progress) -> tuple[Any, UserError | None, Opening]:
            from seeddesk.services import opening

            workspace.close()
            done, wrong = None, None
            try:
                done = aside.verb(location, progress)
            except Cancelled:
                pass  # everything is as it was
            except UserError as error:
                wrong = error
                if error.code == "content-damaged":
                    return None, wrong, opening.refused(error, location)
            # Whoever stopped the work wants the catalogue back: opening it is not to be stopped.
            return done, wrong, self._keep_hold(enter(wish, author, lang, Progress(progress.report)))

        page = self.page
        self._job = self._desk.runner.write(
            self, work, lambda found: self._done(aside, *found), told=lambda done, total, what: page.tell(done, total)
        )

    def _done(self, aside: Aside, done: Any, wrong: UserError | None, opening: Opening) -> None:
        self._job = None
        if opening.workspace is None:
            self.show(opening)
            return
        self.back = aside.back
        if wrong is not None:
            self.after = ("bad", "", errors.words(wrong))
        elif done is not None:
            self.after = ("ok", *aside.told(done))
        self._enter(opening)

    def _stop(self) -> None:
        if self._job is not None:
            self._job.cancel()


def enter(wish: Wish, author: str, lang: str, progress: Progress | None = None) -> Opening:
    """Open the catalogue that is wished for; a first one is made where there never was any. Runs on a worker: it imports what is heavy."""
    from seeddesk.services import cataloguing, opening, protecting  # noqa: F401 - so that no page imports them on the window's thread

    location = wish.location or None
    try:
        if wish.create and wish.code:
            made, _ = protecting.create(lambda code: None, location, author, lang, wish.centre, wish.code)
            found = opening.Opening(made, notices=opening.notices(made), location=made.catalogue.location)
        elif wish.create:
            found = _made(location, author, lang)
        else:
            found = opening.open_catalogue(location, author, lang, wish.read_only, progress)
            if found.problem is not None and found.problem.code == "catalogue-absent" and _never_was(wish, found):
                found = _made(location, author, lang)
    except UserError as error:
        return opening.refused(error, location)
    return found


def _made(location: str | None, author: str, lang: str) -> Opening:
    from seeddesk.services import opening
    from seeddesk.services.workspace import Workspace

    made = Workspace.create(location, author, lang)
    return opening.Opening(made, notices=opening.notices(made), location=made.catalogue.location)


def _never_was(wish: Wish, found: Opening) -> bool:
    """Whether nobody ever had a catalogue here: it is the usual place, and no backup of one lies anywhere."""
    from seeddesk.services import settings
    from seeddesk.services.opening import Way

    return not wish.location and not settings.load().catalogue and Way.RESTORE not in found.ways


def usual_place() -> Path:
    """Where the person's catalogue lies, or will."""
    from seeddesk.services import paths, settings

    return Path(os.environ.get("SEEDDESK_CATALOGUE") or settings.load().catalogue or paths.default_catalogue())


def _name(path: Path | None) -> str:
    return path.name if path is not None else "?"
