"""The frame: rail, pages, global keys, files dropped anywhere. Pages are built once the catalogue is open.

Little is imported at the top, on purpose: this module is loaded before the first paint.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QMainWindow

from seeddesk.gui.page_set import Pages, load_soon

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QPaintEvent
    from PySide6.QtWidgets import QWidget

    from seeddesk.domain.errors import UserError
    from seeddesk.domain.listing import PracticeRow
    from seeddesk.gui.commanding import Commanding
    from seeddesk.gui.desk import Desk
    from seeddesk.gui.pages.catalogue import CataloguePage
    from seeddesk.gui.pages.first_run import FirstRun
    from seeddesk.gui.pages.help import HelpPage
    from seeddesk.gui.pages.page import Page

READING = ("catalogue", "bin", "organisations", "changes", "settings")  # the pages of a catalogue that can only be read


class MainWindow(QMainWindow):
    """The window. It paints its ground at once (`painted`); `furnish` puts the frame in, `open_pages` the pages.

    `restyle` asks whoever made it to build it anew: the language, the palette or the text size changed.
    """

    restyle = Signal()
    painted = Signal()
    made = Signal(str)  # a page, by name
    refused = Signal(object)  # UserError, while there are no pages to say it on

    def __init__(self, ground: str = "") -> None:
        super().__init__()
        self._ground = ground
        self._painted = False
        self.desk: Desk | None = None
        self.pages = Pages(self._put_in)
        self._early: CataloguePage | None = None
        self._wanted: tuple[str, object] | None = None  # the page asked for before there are pages
        self._alone: list[QWidget] = []
        self._help: HelpPage | None = None
        self._commanding: Commanding | None = None
        self.kept: dict[str, object] = {}  # what pages showed in the window before this one, until they are come to
        self._behind: tuple[QWidget, QWidget | None] | None = (
            None  # the page help was asked on, and where its focus was
        )
        self.setWindowTitle("SeedDesk")
        self.setMinimumSize(
            840, 440
        )  # a screen of 1366x768 at 150 %, or of 1920x1080 at 200 %, less title and task bar
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

        from seeddesk.gui.actions import Actions
        from seeddesk.gui.in_sight import InSight
        from seeddesk.gui.widgets.notices import Toast
        from seeddesk.gui.widgets.rail import Rail
        from seeddesk.gui.widgets.waiting import Waiting

        self.desk = desk
        self.actions_known = Actions(self)
        self.setAcceptDrops(True)
        self.rail = Rail(
            [
                ("catalogue", "books", self.tr("Catalogue"), "Ctrl 1", False),
                ("practice", "note-pencil", self.tr("Practice"), "Ctrl 2", False),
                ("merge", "git-merge", self.tr("Merge"), "Ctrl 3", False),
                ("help", "question", self.tr("Help"), "F1", True),
                ("settings", "gear-six", self.tr("Settings"), "Ctrl 4", True),
            ]
        )
        self.rail.chosen.connect(lambda name: self.show_help() if name == "help" else self.show_page(name))
        self.stack = QStackedWidget()
        self._waiting = Waiting()
        self.stack.addWidget(self._waiting)
        centre = QWidget()
        row = QHBoxLayout(centre)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        row.addWidget(self.stack, 1)
        self.setCentralWidget(centre)
        self.toast = Toast(centre)
        InSight(self.stack)
        for name, tile in self.rail.tiles.items():
            tile.setEnabled(name == "help")
        self._keys()
        desk.runner.user_error.connect(self._user_error)
        desk.runner.bug.connect(self.report_bug)
        desk.changed.connect(self._count_decisions)
        desk.told.connect(self.toast.say)

    def show_early(self, rows: Sequence[PracticeRow]) -> None:
        """The catalogue's page with its first lines, while the catalogue opens: what is typed in it is answered as soon as it can be."""
        from seeddesk.gui.pages.catalogue import CataloguePage

        self._early = page = CataloguePage(self.desk)
        page.show_glimpse(rows)
        page.go.connect(self._want)
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.show_current("catalogue")
        page.enter()

    def _want(self, name: str, what: object) -> None:
        if not self.pages:
            self._wanted = (name, what)

    def _drop_early(self) -> None:
        early, self._early, self._wanted = self._early, None, None
        if early is not None:
            self.stack.removeWidget(early)
            early.deleteLater()

    def open_pages(self) -> None:
        """Build the pages: the workspace is open."""
        self.rail.show()
        for page in self._alone:
            self.stack.removeWidget(page)
            page.deleteLater()
        self._alone.clear()
        self.setWindowTitle(self.tr("SeedDesk (reading only)") if self.desk.read_only else "SeedDesk")
        from seeddesk.gui.pages.notice_strip import NoticeStrip

        early, wanted, shut = self._early, self._wanted, self.desk.read_only
        if early is not None and (shut or early.shown_by is not self.desk.form):
            self._drop_early()
            early = wanted = None
        if early is None:
            self._behind = None
        self._early = self._wanted = None
        self.pages.begin(self.desk, early)
        for name, tile in self.rail.tiles.items():
            tile.setEnabled(name == "help" or name in READING or not shut)
            if shut and not tile.isEnabled():
                tile.setToolTip(self.tr("This catalogue is open for reading only."))
        self.notices = NoticeStrip(self.desk)
        self.pages["catalogue"].layout().insertWidget(2, self.notices)
        self._keys()
        if early is None or wanted is not None:
            self.show_page(*(wanted or ("catalogue",)))
        self._count_decisions()
        self.desk.long(self, lambda ws, progress: load_soon(ws), lambda _: self.pages.make_soon(self))

    def _put_in(self, name: str, page: Page) -> None:
        page.go.connect(self.show_page)
        page.toasted.connect(self.toast.say)
        if name == "settings":
            page.restyle.connect(self.restyle)
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.made.emit(name)

    def show_page(self, name: str, what: object = None) -> None:
        """Bring a page to the front; `what` it should show there."""
        if not self.pages:
            return
        self._behind = None
        kept = self.kept.pop(name, None)
        what = kept if what is None else what
        page, current = self.pages[name], self.current
        if self.desk.read_only and name not in READING:
            if current is not None:
                self.rail.show_current(self._tile_of(current))
                current.banner.say("warn", "", self.tr("This catalogue is open for reading only."))
            return
        if current is not None and current is not page and not current.leave():
            self.rail.show_current(self._tile_of(current))
            return
        with page.at_once():
            self.stack.setCurrentWidget(page)
            self.rail.show_current(self._tile_of(page))
            page.enter(what)

    @property
    def current(self) -> Page | None:
        """The page in front; None while the catalogue opens."""
        widget = self.stack.currentWidget()
        return widget if widget in self.pages.values() else None

    @property
    def _asked_on(self) -> Page | None:
        """The page in front, or the one behind the help."""
        behind = self._behind[0] if self._behind is not None else None
        return self.current or (behind if behind in self.pages.values() else None)

    def bring_in(self, paths: list[str]) -> None:
        """Rehearse the merge of files."""
        self.show_page("merge", paths)

    def where(self) -> tuple[str, object]:
        """The page in front and what it shows, to come back to."""
        page = self._asked_on
        return ("catalogue", None) if page is None else (self._name_of(page), page.here())

    def show_first_run(self, page: FirstRun) -> None:
        """The three questions fill the window; the rail waits."""
        self.first_run = page
        self._behind = None
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
        self._behind = None
        self._drop_early()
        self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)
        self.rail.show_current("")
        self._alone.append(page)

    def close_pages(self) -> None:
        """Take the pages out, for work that needs the catalogue closed; `open_pages` brings them back."""
        for page in self.pages.values():
            self.stack.removeWidget(page)
            page.deleteLater()
        self.pages.clear()
        self._behind = None
        self._keys()
        for name, tile in self.rail.tiles.items():
            tile.setEnabled(name == "help")
        if self._commanding is not None:
            self._commanding.palette.leave()
        self.toast.say("")

    def report_bug(self, error: BaseException) -> None:
        """Show the report of an error of ours."""
        from seeddesk.gui.bug_report import BugReport

        BugReport(error, self).open()

    def _name_of(self, page: Page) -> str:
        return next(name for name, candidate in self.pages.items() if candidate is page)

    def _tile_of(self, page: Page) -> str:
        """The tile of the rail that says where one is: pages about the catalogue's practices are the catalogue's."""
        name = self._name_of(page)
        return name if name in self.rail.tiles else "catalogue"

    def _keys(self) -> None:
        """Listen for the keys that are the window's own; once the pages are there these are more."""
        from seeddesk.gui.keys import listen

        listen(self, self._do, bool(self.pages))

    def _do(self, name: str) -> None:
        """An action by its id: its key was pressed. One that does not apply says why."""
        action = next((action for action in self.actions_known.all() if action.id == name), None)
        if action is None or action.does is None:
            return
        if not action.reason or action.group == "go":  # a page that cannot be shown says so itself
            action.does()
        elif self.current is not None and self.desk.read_only:
            self.current.banner.say("warn", "", self.tr("This catalogue is open for reading only."))

    def text_size(self, by: int) -> None:
        """A step larger or smaller; 0: back to 100 %."""
        self.pages["settings"].set_text_size(10 if by == 0 else round(self.desk.text_factor * 10) + by)

    def search(self) -> None:
        """To the search box of what is in front; where there is none, to the catalogue's."""
        if self._help is not None and self._help.isVisible():
            self._help.search()
        elif self.place() in ("catalogue", "editor", "bin", "organisations", "changes"):
            self.current.search()
        else:
            self.show_page("catalogue")

    def next_pane(self) -> None:
        """F6."""
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

    # -- commands and help ---------------------------------------------------------------------------------------------

    def place(self) -> str:
        """Where the person is: a name of `actions.PLACES`, ``opening`` without pages, ``help`` while that is in front."""
        current = self.current
        if current is None:
            return "help" if self._help is not None and self._help.isVisible() else "opening"
        name = self._name_of(current)
        if name == "practice":
            return "interview" if current.interview.isVisible() else "editor"
        if name == "merge":
            return "conflicts" if current.conflicts.isVisible() else "merge"
        return name

    def show_commands(self) -> None:
        """Ctrl K."""
        from seeddesk.gui.commanding import Commanding

        if self._commanding is None:
            self._commanding = Commanding(self)
        self._commanding.open_up()

    def show_help(self, topic: str = "") -> None:
        """F1: the page of the help for where the person is, or one that is named. Esc brings them back."""
        from PySide6.QtWidgets import QApplication

        from seeddesk.gui import i18n
        from seeddesk.gui.pages.help import HelpPage, topic_of

        if self._help is None or self._help.lang != i18n.language():
            self._help = HelpPage(i18n.language())
            self._help.left.connect(self._leave_help)
            self.stack.addWidget(self._help)
        if not self._help.isVisible():
            front, place = self.stack.currentWidget(), self.place()
            if front is not self._waiting:
                self._behind = (front, QApplication.focusWidget())
            topic = topic or topic_of(place, str(self.current.here() or "") if place == "settings" else "")
        self._help.open_at(topic or self._help.topic, self.actions_known.all())
        self.stack.setCurrentWidget(self._help)
        self.rail.show_current("help")

    def _leave_help(self) -> None:
        """Back to the page help was asked on, the focus where it was."""
        from shiboken6 import isValid

        behind, focus = self._behind or (self._waiting, None)
        self._behind = None
        self.stack.setCurrentWidget(behind)
        if self.current is not None:
            self.rail.show_current(self._tile_of(self.current))
        else:
            self.rail.show_current("")
        if focus is not None and isValid(focus) and behind.isAncestorOf(focus):  # what was typed into may be gone
            focus.setFocus(Qt.FocusReason.OtherFocusReason)

    def _user_error(self, error: UserError) -> None:
        if self._asked_on is not None:
            self._asked_on.show_error(error)
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
        from pathlib import Path

        from seeddesk.gui.dropping import brought_in

        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls()]
        if (
            self.pages
            and event.source() is None  # not what is dragged out of it
            and not self.desk.read_only
            and any(brought_in(path) or path.is_dir() for path in paths)
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
