"""The frame: rail, pages, global keys, files dropped anywhere. Pages are built once the catalogue is open.

Little is imported at the top, on purpose: this module is loaded before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QKeySequence, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from seeddesk.domain.errors import UserError
    from seeddesk.gui.desk import Desk
    from seeddesk.gui.pages.first_run import FirstRun
    from seeddesk.gui.pages.page import Page

BROUGHT_IN = (".docx", ".csv", ".xlsx", ".seeddesk")
READING = ("catalogue", "settings")  # the pages of a catalogue that can only be read


class MainWindow(QMainWindow):
    """The window. It paints its ground at once (`painted`); `furnish` puts the frame in, `open_pages` the pages.

    `restyle` asks whoever made it to build it anew: the language, the palette or the text size changed.
    """

    restyle = Signal()
    painted = Signal()
    refused = Signal(object)  # UserError, while there are no pages to say it on

    def __init__(self, ground: str = "") -> None:
        super().__init__()
        self._ground = ground
        self._painted = False
        self.desk: Desk | None = None
        self.pages: dict[str, Page] = {}
        self._alone: list[QWidget] = []
        self.setWindowTitle("SeedDesk")
        self.setMinimumSize(1024, 700)
        self.resize(1280, 800)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The ground, before there is anything else."""
        if self.desk is None and self._ground:
            QPainter(self).fillRect(self.rect(), QColor(self._ground))
        else:
            super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def furnish(self, desk: Desk) -> None:
        """Put the frame in: rail, room for pages, toast."""
        from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QWidget

        from seeddesk.gui.widgets.notices import Toast
        from seeddesk.gui.widgets.rail import Rail

        self.desk = desk
        self.setAcceptDrops(True)
        self.rail = Rail(
            [
                ("catalogue", "books", self.tr("Catalogue"), "Ctrl 1", False),
                ("practice", "note-pencil", self.tr("Practice"), "Ctrl 2", False),
                ("merge", "git-merge", self.tr("Merge"), "Ctrl 3", False),
                ("settings", "gear-six", self.tr("Settings"), "Ctrl 4", True),
            ]
        )
        self.rail.chosen.connect(self.show_page)
        self.rail.show_current("catalogue")
        self.stack = QStackedWidget()
        self._waiting = QWidget()
        self.stack.addWidget(self._waiting)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.toast = Toast(centre)
        for tile in self.rail.tiles.values():
            tile.setEnabled(False)
        desk.runner.user_error.connect(self._user_error)
        desk.runner.bug.connect(self.report_bug)
        desk.changed.connect(self._count_decisions)

    def open_pages(self) -> None:
        """Build the pages: the workspace is open."""
        self.rail.show()
        for page in self._alone:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._alone.clear()
        self.setWindowTitle(self.tr("SeedDesk (reading only)") if self.desk.read_only else "SeedDesk")
        from seeddesk.gui.pages.catalogue import CataloguePage
        from seeddesk.gui.pages.merge import MergePage
        from seeddesk.gui.pages.notice_strip import NoticeStrip
        from seeddesk.gui.pages.practice import PracticePage
        from seeddesk.gui.pages.settings import SettingsPage

        for name, kind in (
            ("catalogue", CataloguePage),
            ("practice", PracticePage),
            ("merge", MergePage),
            ("settings", SettingsPage),
        ):
            page = kind(self.desk)
            page.go.connect(self.show_page)
            self.pages[name] = page
            self.stack.addWidget(page)
            self.rail.tiles[name].setEnabled(name in READING or not self.desk.read_only)
            if name not in READING and self.desk.read_only:
                self.rail.tiles[name].setToolTip(self.tr("This catalogue is open for reading only."))
        self.notices = NoticeStrip(self.desk)
        self.pages["catalogue"].layout().insertWidget(2, self.notices)
        self.pages["merge"].toasted.connect(self.toast.say)
        self.pages["practice"].toasted.connect(self.toast.say)
        self.pages["catalogue"].toasted.connect(self.toast.say)
        self.pages["settings"].restyle.connect(self.restyle)
        self._keys()
        self.show_page("catalogue")
        self._count_decisions()

    def show_page(self, name: str, what: object = None) -> None:
        """Bring a page to the front; `what` it should show there."""
        if not self.pages:
            return
        page = self.pages[name]
        current = self.current
        if self.desk.read_only and name not in READING:
            if current is not None:
                self.rail.show_current(self._name_of(current))
                current.banner.say("warn", "", self.tr("This catalogue is open for reading only."))
            return
        if current is not None and current is not page and not current.leave():
            self.rail.show_current(self._name_of(current))
            return
        self.stack.setCurrentWidget(page)
        self.rail.show_current(name)
        page.enter(what)

    @property
    def current(self) -> Page | None:
        """The page in front; None while the catalogue opens."""
        widget = self.stack.currentWidget()
        return widget if widget in self.pages.values() else None

    def bring_in(self, paths: list[str]) -> None:
        """Rehearse the merge of files."""
        self.show_page("merge", paths)

    def where(self) -> tuple[str, object]:
        """The page in front and what it shows, to come back to."""
        current = self.current
        if current is None:
            return "catalogue", None
        name = self._name_of(current)
        return name, current.here()

    def show_first_run(self, page: FirstRun) -> None:
        """The three questions fill the window; the rail waits."""
        self.first_run = page
        self.rail.hide()
        old = self.stack.currentWidget()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        if old is not self._waiting:
            self.stack.removeWidget(old)
            old.deleteLater()
        page.author.setFocus()

    def show_alone(self, page: QWidget) -> None:
        """A page of its own, in the empty frame: why the catalogue does not open, a recovery code."""
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self._alone.append(page)

    def close_pages(self) -> None:
        """Take the pages out, for work that needs the catalogue closed; `open_pages` brings them back."""
        from PySide6.QtGui import QShortcut

        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        for shortcut in self.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
            shortcut.deleteLater()
        for tile in self.rail.tiles.values():
            tile.setEnabled(False)
        self.toast.hide()

    def report_bug(self, error: BaseException) -> None:
        """Show the report of an error of ours."""
        from seeddesk.gui.errors import BugReport

        BugReport(error, self).open()

    def _name_of(self, page: Page) -> str:
        return next(name for name, candidate in self.pages.items() if candidate is page)

    def _keys(self) -> None:
        from PySide6.QtGui import QKeySequence, QShortcut

        pages = ("catalogue", "practice", "merge", "settings")
        keys: list[tuple[str | QKeySequence.StandardKey, Callable[[], object]]] = [
            *((f"Ctrl+{number}", lambda name=name: self.show_page(name)) for number, name in enumerate(pages, 1)),
            ("Ctrl+N", lambda: self.show_page("practice", "new")),
            ("Ctrl+F", lambda: self.current and self.current.search()),
            ("Ctrl+E", lambda: self.current and self.current.export()),
            ("Ctrl+Shift+E", lambda: self.current and self.current.export_closed()),
            ("Ctrl+I", lambda: self.show_page("merge", "choose")),
            ("F6", self._next_pane),
            ("Ctrl++", lambda: self._text_size(1)),
            ("Ctrl+=", lambda: self._text_size(1)),
            ("Ctrl+-", lambda: self._text_size(-1)),
            ("Ctrl+0", lambda: self._text_size(0)),
        ]
        for key, does in keys:
            QShortcut(QKeySequence(key), self).activated.connect(does)

    def _text_size(self, by: int) -> None:
        self.pages["settings"].set_text_size(10 if by == 0 else round(self.desk.text_factor * 10) + by)

    def _next_pane(self) -> None:
        from PySide6.QtWidgets import QApplication

        if self.current is None:
            return
        panes = [pane for pane in self.current.panes() if pane.isVisible() and pane.isEnabled()]
        if panes:
            focused = QApplication.focusWidget()
            at = next(
                (n for n, pane in enumerate(panes) if focused and (pane is focused or pane.isAncestorOf(focused))), -1
            )
            panes[(at + 1) % len(panes)].setFocus()

    def _user_error(self, error: UserError) -> None:
        if self.current is not None:
            self.current.show_error(error)
        else:
            self.refused.emit(error)

    def _count_decisions(self, changes: object = None) -> None:
        if self.desk is None or self.desk.workspace is None:
            return
        from seeddesk.services import cataloguing

        self.desk.read(
            self,
            cataloguing.conflicts,
            lambda found: self.rail.tiles["merge"].set_count(len(found)),
            key="decisions",
        )

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files and folders may be dropped anywhere."""
        if (
            self.pages
            and not self.desk.read_only
            and any(_brought_in(url.toLocalFile()) for url in event.mimeData().urls())
        ):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Rehearse what was dropped."""
        from PySide6.QtCore import QTimer

        paths = [url.toLocalFile() for url in event.mimeData().urls() if url.isLocalFile()]
        event.acceptProposedAction()
        QTimer.singleShot(0, self, lambda: self.bring_in(paths))

    def settle(self, then: Callable[[], object]) -> None:
        """Have every page make durable what was typed, then go on."""
        page = next((page for page in self.pages.values() if not page.settled()), None)
        if page is None:
            then()
        else:
            page.settle(lambda: self.settle(then))

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close once what was typed is durable; when the disk refuses, only if the person gives it up."""
        if self.current is not None:
            self.current.leave()
        unsettled = [page for page in self.pages.values() if not page.settled()]
        if not unsettled or (any(page.failing() for page in unsettled) and self._gives_up()):
            super().closeEvent(event)
            return
        event.ignore()
        self.settle(self.close)

    def _gives_up(self) -> bool:
        from PySide6.QtWidgets import QMessageBox

        asked = QMessageBox(
            QMessageBox.Icon.Warning,
            "SeedDesk",
            self.tr("The last words you typed could not be saved. Close all the same, without them?"),
            parent=self,
        )
        asked.addButton(self.tr("Close without them"), QMessageBox.ButtonRole.DestructiveRole)
        stay = asked.addButton(self.tr("Stay"), QMessageBox.ButtonRole.RejectRole)
        asked.setDefaultButton(stay)
        asked.setEscapeButton(stay)
        asked.exec()
        return asked.clickedButton() is not stay


def _brought_in(path: str) -> bool:
    from pathlib import Path

    return Path(path).suffix.lower() in BROUGHT_IN or Path(path).is_dir()
