"""The window's beginning and end: first paint at once, then the catalogue on a worker, then the pages.

Before the first paint only Qt and small modules of our own are imported. Everything heavy (SQLAlchemy, lxml, the form) is imported by the
worker that opens the catalogue.
"""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication

from seeddesk.gui.main_window import MainWindow
from seeddesk.services import paths, settings

if TYPE_CHECKING:
    from seeddesk.domain.errors import UserError
    from seeddesk.gui.desk import Desk
    from seeddesk.gui.tasks import Runner
    from seeddesk.services.workspace import Workspace

GROUNDS = {
    "light": "#FFFFFF",
    "dark": "#1D2223",
    "contrast": "#000000",
}  # theme's `base`, known before the theme is loaded
BACKUP_CHECK = 5 * 60 * 1000  # ms between two looks at whether a backup is due


class Program(QObject):
    """Holds the one window, and builds it anew when language, palette or text size change."""

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self.app = app
        self.settings = settings.load()
        self.runner: Runner | None = None
        self.desk: Desk | None = None
        self.window = MainWindow(GROUNDS.get(self.settings.theme, ""))
        self.window.painted.connect(lambda: QTimer.singleShot(0, self, self._after_first_paint))

    def start(self) -> None:
        """Show the window; the rest follows the first paint."""
        self.window.show()

    def close(self) -> None:
        """Everything typed becomes durable, then the catalogue closes."""
        if self.runner is not None:
            self.runner.close()
        if self.desk is not None and self.desk.workspace is not None:
            self.desk.workspace.close()

    def _after_first_paint(self) -> None:
        if os.environ.get("SEEDDESK_EXIT_AFTER_FIRST_PAINT"):
            import json

            print(json.dumps({"event": "first-paint", "modules": sorted(sys.modules)}), flush=True)
            self.app.exit(0)
            return
        from seeddesk.gui.desk import Desk
        from seeddesk.gui.errors import Watch
        from seeddesk.gui.tasks import Runner

        watch = Watch(self)
        watch.caught.connect(self._bug)
        watch.install()
        self.runner = Runner(self)
        self.desk = Desk(self.settings, self.runner, self)
        self.app.setStyle("Fusion")
        self._dress()
        self._furnish()
        self.app.styleHints().colorSchemeChanged.connect(self._scheme_changed)
        if self.desk.settings.author:
            self.open_catalogue()
        else:
            self._ask_first()

    def _dress(self) -> None:
        from seeddesk.gui import i18n, theme

        i18n.install(self.desk.lang, paths.resources() / "translations")
        theme.apply(self.app, self.desk.settings.theme or "system", self.desk.text_factor)

    def _furnish(self) -> None:
        self.window.furnish(self.desk)
        self.window.restyle.connect(lambda: QTimer.singleShot(0, self, lambda: self.window.settle(self._restyle)))

    # -- first start ---------------------------------------------------------------------------------------------------

    def _ask_first(self) -> None:
        from seeddesk.gui.pages.first_run import FirstRun

        page = FirstRun()
        page.answered.connect(self._answered)
        page.language_chosen.connect(self._speak)
        self.window.show_first_run(page)

    def _speak(self, lang: str) -> None:
        """Another language at once, with what was typed kept."""
        from seeddesk.gui import i18n
        from seeddesk.gui.pages.first_run import FirstRun

        old = self.window.first_run
        i18n.install(lang, paths.resources() / "translations")
        page = FirstRun(old.author.text(), old.centre.text())
        page.answered.connect(self._answered)
        page.language_chosen.connect(self._speak)
        self.window.show_first_run(page)

    def _answered(self, author: str, centre: str, lang: str) -> None:
        def kept(result: tuple[settings.Settings, object]) -> None:
            self.desk.settings = result[0]
            self._restyle()

        self.runner.write(
            self,
            lambda progress: settings.change(author=author, centre=centre, lang=lang),
            kept,
            failed=lambda error: self.window.first_run.banner.say("bad", "", _words(error)),
        )

    # -- the catalogue -------------------------------------------------------------------------------------------------

    def open_catalogue(self) -> None:
        """Open it, or make it, on the writer's thread; the pages follow."""
        author, lang = self.desk.settings.author, self.desk.lang
        self.runner.write(
            self,
            lambda progress: open_or_create(author, lang),
            self._opened,
            failed=self._not_opened,
        )

    def _not_opened(self, error: UserError) -> None:
        """Say why; for a protected catalogue that the keyring does not open, ask for the recovery code."""
        self.window.show_waiting(error)
        if error.code in ("catalogue-locked", "recovery-code-form", "recovery-code-typo", "recovery-code-wrong"):
            self._ask_code(error)

    def _ask_code(self, error: UserError) -> None:
        from PySide6.QtWidgets import QInputDialog, QLineEdit

        from seeddesk.domain.messages import sentence
        from seeddesk.services import protecting

        dialog = QInputDialog(self.window)
        dialog.setObjectName("recovery-code")
        dialog.setWindowTitle("SeedDesk")
        dialog.setLabelText(f"{_words(error)}\n\n{sentence('cli-ask-code', self.desk.lang)}")
        dialog.setTextEchoMode(
            QLineEdit.EchoMode.Normal
        )  # it is long, and shown once on paper: seeing it is what makes it right
        dialog.textValueSelected.connect(
            lambda code: self.runner.write(
                self,
                lambda progress: protecting.unlock(code),
                lambda done: self.open_catalogue(),
                failed=self._not_opened,
            )
        )
        dialog.open()

    def _opened(self, workspace: Workspace) -> None:
        self.desk.workspace = workspace
        self.window.open_pages()
        self.desk.opened.emit()
        self.backups = QTimer(self, interval=BACKUP_CHECK)
        self.backups.timeout.connect(self._back_up_if_due)
        self.backups.start()

    def _back_up_if_due(self) -> None:
        """The regular backup, between one write and the next; a disk that refuses is said in the page's banner."""
        from seeddesk.services import maintenance

        self.desk.write(self, maintenance.backup_if_due, key="backup")

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
            self.window.open_pages()
            self.window.show_page(*where)
        else:
            self.open_catalogue()
        self.app.setQuitOnLastWindowClosed(False)
        old.close()
        old.deleteLater()
        self.app.setQuitOnLastWindowClosed(True)

    def _scheme_changed(self) -> None:
        if not self.desk.settings.theme:
            self.window.settle(self._restyle)

    def _bug(self, error: BaseException) -> None:
        self.window.report_bug(error)


def open_or_create(author: str, lang: str) -> Workspace:
    """The person's catalogue; a new one when there is none. Runs on a worker: it imports what is heavy."""
    from seeddesk.domain.errors import NotFound
    from seeddesk.services import cataloguing, recording  # noqa: F401 - so that no page imports them on the window's thread
    from seeddesk.services.workspace import Workspace

    try:
        workspace = Workspace.open(author=author, lang=lang)
    except NotFound as error:
        if error.code != "catalogue-absent":
            raise
        workspace = Workspace.create(author=author, lang=lang)
    assert workspace.logic  # compiled here, once, not under the first key
    return workspace


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
    from seeddesk.gui.errors import BugReport, Watch
    from seeddesk.gui.preview import Preview

    known = settings.load()
    spoken = lang or known.lang or i18n.system_language()
    app.setStyle("Fusion")
    i18n.install(spoken, paths.resources() / "translations")
    theme.apply(app, known.theme or "system", min(2.0, max(1.0, (known.text_size or 10) / 10)))
    window = Preview(Path(path), known, spoken)
    watch = Watch(app)
    watch.caught.connect(lambda error: BugReport(error, window).open())
    watch.install()
    window.show()
    return app.exec()
