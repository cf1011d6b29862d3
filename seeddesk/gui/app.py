"""The window's beginning and end: first paint at once, then the catalogue on a worker, then the pages.

Before the first paint only Qt and small modules of our own are imported. Everything heavy (SQLAlchemy, lxml, the form) is imported by the
worker that opens the catalogue.
"""

from __future__ import annotations

import gc
import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from seeddesk.gui.unread import leave_sources_unread
from seeddesk.gui.whole_errors import keep_errors_whole

leave_sources_unread()  # before anything else is imported
keep_errors_whole()
from seeddesk.gui.main_window import MainWindow  # noqa: E402 - its imports are to be read the new way already
from seeddesk.services import paths, settings  # noqa: E402 - its imports are to be read the new way already

if TYPE_CHECKING:
    from collections.abc import Callable

    from seeddesk.domain.errors import UserError
    from seeddesk.gui.desk import Desk
    from seeddesk.gui.gate import Gate
    from seeddesk.gui.sweeping import Sweeper
    from seeddesk.gui.tasks import Runner
    from seeddesk.services.opening import Opening

GROUNDS = {
    "light": "#FFFFFF",
    "dark": "#1D2223",
    "contrast": "#000000",
}  # theme's `base`, known before the theme is loaded
AFTER_THE_LIST = 20  # ms between the first lines and all that is loaded after them, so that they are painted
BACKUP_CHECK = 5 * 60 * 1000  # ms between two looks at whether a backup is due


class Program(QObject):
    """Holds the one window, and builds it anew when language, palette or text size change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        gc.disable()  # while all is loaded little is garbage, and from the first paint on the sweeper looks after it
        self.app = app
        self.settings = settings.load()
        self.runner: Runner | None = None
        self.sweeper: Sweeper | None = None
        self.gate: Gate | None = None
        self.desk: Desk | None = None
        self.backups: QTimer | None = None
        self.window = MainWindow(GROUNDS.get(self.settings.theme, ""))
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._after_first_paint))

    def start(self) -> None:
        """Show the window; the rest follows the first paint."""
        self.window.show()

    def close(self) -> None:
        """Everything typed becomes durable, then the catalogue closes."""
        if self.desk is not None and self.desk.workspace is None:
            self.desk.open_with(None)  # what waits for it is not done any more
        if self.runner is not None:
            self.runner.close()
        if self.gate is not None:
            self.gate.close()
        if self.desk is not None and self.desk.workspace is not None:
            self.desk.workspace.close()
        if self.sweeper is not None:
            self.sweeper.stop()
        gc.enable()

    def _after_first_paint(self) -> None:
        if os.environ.get("SEEDDESK_EXIT_AFTER_FIRST_PAINT"):
            import json

            print(json.dumps({"event": "first-paint", "modules": sorted(sys.modules)}), flush=True)
            self.app.exit(0)
            return
        from seeddesk.gui.desk import Desk
        from seeddesk.gui.errors import Watch
        from seeddesk.gui.gate import Gate
        from seeddesk.gui.sweeping import Sweeper
        from seeddesk.gui.tasks import Runner

        self.sweeper = Sweeper(self)
        watch = Watch(self)
        watch.caught.connect(self._bug)
        watch.install()
        self.runner = Runner(self)
        self.desk = Desk(self.settings, self.runner, self)
        self.gate = Gate(self.desk, self)
        self.gate.opened.connect(self._opened)
        self._begin: Callable[[], None] = self._open  # what follows when there is no catalogue yet
        self.app.setStyle("Fusion")
        self._dress()
        self._furnish()
        self.app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        if not self.desk.settings.author:
            self._ask_first()
        elif self._glimpse():
            QTimer.singleShot(AFTER_THE_LIST, self, self._begin)
        else:
            self._begin()

    def _glimpse(self) -> bool:
        """Show the first lines of the catalogue before it is open, where that can be done at once."""
        from seeddesk.gui.models.practices import FIRST
        from seeddesk.services.glimpse import glimpse

        self.desk.glimpse = found = glimpse(FIRST)
        if found is not None:
            self.window.show_early(found.rows)
        return found is not None

    def _dress(self) -> None:
        from seeddesk.gui import i18n, theme

        i18n.install(self.desk.lang, paths.resources() / "translations")
        theme.apply(self.app, self.desk.settings.theme or "system", self.desk.text_factor)

    def _furnish(self) -> None:
        self.window.furnish(self.desk)
        self.gate.window = self.window
        self.window.made.connect(self._page_made)
        self.window.refused.connect(self.gate.say)
        self.window.restyle.connect(lambda: QTimer.singleShot(0, self, lambda: self.window.settle(self._restyle)))

    # -- first start ---------------------------------------------------------------------------------------------------

    def _ask_first(self, author: str = "", centre: str = "", protect: bool = False) -> None:
        from seeddesk.gui.gate import usual_place
        from seeddesk.gui.pages.first_run import FirstRun

        page = FirstRun(author, centre, protect, not usual_place().exists())
        page.answered.connect(self._answered)
        page.language_chosen.connect(self._speak)
        self.window.show_first_run(page)

    def _speak(self, lang: str) -> None:
        """Another language at once, with what was typed kept."""
        from seeddesk.gui import i18n

        old = self.window.first_run
        i18n.install(lang, paths.resources() / "translations")
        self._ask_first(old.author.text(), old.centre.text(), old.protect.isChecked())

    def _answered(self, author: str, centre: str, lang: str, protect: bool) -> None:
        def kept(result: tuple[settings.Settings, object]) -> None:
            self.desk.settings = result[0]
            self._begin = self._give_code if protect else self._open
            self._restyle()

        self.runner.write(
            self,
            lambda progress: settings.change(author=author, centre=centre, lang=lang),
            kept,
            failed=lambda error: self.window.first_run.banner.say("bad", "", _words(error)),
        )

    def _give_code(self) -> None:
        """A new catalogue that is encrypted begins with its recovery code."""
        from seeddesk.gui.gate import Wish, usual_place
        from seeddesk.gui.pages.recovery_code import RecoveryCodePage

        page = RecoveryCodePage(self.runner, "new", str(usual_place()))
        page.confirmed.connect(lambda code, centre: self.gate.open(Wish(create=True, code=code, centre=centre)))
        page.left.connect(self._change_answers)
        self.window.show_alone(page)

    def _change_answers(self) -> None:
        self._begin = self._open
        known = self.desk.settings
        self._ask_first(known.author, known.centre)

    # -- the catalogue -------------------------------------------------------------------------------------------------

    def _open(self) -> None:
        self.gate.open()

    def _opened(self, found: Opening) -> None:
        from seeddesk.gui.pages.notice_strip import AFTER_CRASH

        self._begin = self._open
        self.desk.open_with(found.workspace)
        self.desk.notices = {one.code: one for one in found.notices}
        self._open_pages()
        if self.gate.back is not None:
            self.window.show_page(*self.gate.back)
        if self.gate.after is not None and self.window.current is not None:
            self.window.current.banner.say(*self.gate.after)
        self.gate.back = self.gate.after = None
        if AFTER_CRASH in self.desk.notices:
            self.window.notices.check_after_crash()
        self.desk.opened.emit()
        if self.backups is None:
            self.backups = QTimer(self, interval=BACKUP_CHECK)
            self.backups.timeout.connect(self._back_up_if_due)
            self.backups.start()
        self._ask_second_place()

    def _open_pages(self) -> None:
        self.window.open_pages()
        self.window.notices.asked.connect(self._go_on)
        self.window.notices.damaged.connect(lambda reason: self.gate.give_up("content-damaged", reason=reason))

    def _page_made(self, name: str) -> None:
        if name == "catalogue":
            self.window.pages[name].sampling.aside.connect(self.gate.do)
        elif name == "settings":
            self.window.pages[name].aside.connect(self.gate.do)
            self.window.pages[name].moved.connect(self._move)

    def _move(self, location: str) -> None:
        """Go on in another catalogue."""
        from seeddesk.gui.gate import Wish

        self.gate.reopen(Wish(location, keep=True))

    def _go_on(self, way: str) -> None:
        """The way on of a notice."""
        from seeddesk.gui.gate import Wish

        if way == "write":
            self.window.settle(lambda: self.gate.reopen(Wish(self.gate.wish.location)))
        elif way == "elsewhere":
            self.window.pages["settings"].move_catalogue()
        else:
            self.window.show_page("settings", way)

    def _ask_second_place(self) -> None:
        from seeddesk.services import keeping

        def known(standing: keeping.Standing) -> None:
            if standing.asked and self.window.pages:
                self.window.notices.ask_second_place()

        if not self.desk.read_only:
            self.desk.read(self, keeping.standing, known)

    def _back_up_if_due(self) -> None:
        """The regular backup, between one write and the next; a disk that refuses is said in the page's banner."""
        from seeddesk.services import maintenance

        if self.desk.workspace is not None and not self.desk.read_only:
            self.desk.write(
                self, maintenance.backup_if_due, lambda made: made and self._ask_second_place(), key="backup"
            )
            self._tidy()

    def _tidy(self) -> None:
        """What waits for the search index is brought in a little at a time, behind any save that waits meanwhile."""
        from seeddesk.services import maintenance

        if self.desk.workspace is not None and not self.desk.read_only:
            self.desk.write(self, maintenance.tidy, lambda more: more and self._tidy(), key="tidy")

    def _restyle(self) -> None:
        """Build the window anew, where it stood, on the page that was in front."""
        old = self.window
        where = old.where()
        self._dress()
        if self.desk.workspace is not None:
            self.desk.adopt_settings()
        self.window = MainWindow()
        self._furnish()
        self.window.setGeometry(old.geometry())
        self.window.setWindowState(old.windowState())
        self.window.show()
        if self.desk.workspace is not None:
            self._open_pages()
            if "practice" in old.pages:  # it is open still, whatever page is in front
                self.window.kept["practice"] = old.pages["practice"].here()
            self.window.show_page(*where)
        else:
            self.gate.page = None
            self._begin()
        self.app.setQuitOnLastWindowClosed(False)
        old.close()
        old.deleteLater()
        self.app.setQuitOnLastWindowClosed(True)

    def _scheme_changed(self) -> None:
        if not self.desk.settings.theme and self.desk.glimpse is None:
            self.window.settle(self._restyle)

    def _bug(self, error: BaseException) -> None:
        self.window.report_bug(error)


def _words(error: UserError) -> str:
    from seeddesk.gui import errors

    return errors.words(error)


def main(argv: list[str] | None = None) -> int:
    """Open the window; returns the exit code."""
    app = QApplication.instance() or QApplication(argv or sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("SeedDesk")
    app.setDesktopFileName("seeddesk")
    program = Program(app)
    program.start()
    code = app.exec()
    program.close()
    return code


def preview_form(path: str | os.PathLike[str], lang: str = "") -> int:
    """Show the editor on a form file with nothing kept, and what the form's check says; returns when the window is closed, with the exit code."""
    from pathlib import Path

    app = QApplication.instance() or QApplication(sys.argv[:1])
    assert isinstance(app, QApplication)
    app.setApplicationName("SeedDesk")
    from seeddesk.gui import i18n, theme
    from seeddesk.gui.bug_report import BugReport
    from seeddesk.gui.errors import Watch
    from seeddesk.gui.preview import Preview
    from seeddesk.gui.sweeping import Sweeper

    known = settings.load()
    spoken = lang or known.lang or i18n.system_language()
    app.setStyle("Fusion")
    i18n.install(spoken, paths.resources() / "translations")
    theme.apply(app, known.theme or "system", min(2.0, max(1.0, (known.text_size or 10) / 10)))
    window = Preview(Path(path), known, spoken)
    watch = Watch(app)
    watch.caught.connect(lambda error: BugReport(error, window).open())
    watch.install()
    sweeper = Sweeper(app)
    window.show()
    code = app.exec()
    sweeper.stop()
    return code
