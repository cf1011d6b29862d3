"""What the pages beside the catalogue share: a list of lines that is searched as one types, and what is read of the chosen one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt
from PySide6.QtGui import QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.lines import Line, LineDelegate, LinesModel
from seeddesk.gui.pages.page import Page
from seeddesk.gui.pages.practice_list import PracticeList
from seeddesk.gui.widgets.bars import Bar
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.nothing import Nothing
from seeddesk.gui.widgets.search_box import SearchBox
from seeddesk.gui.widgets.text import Text

READABLE = 760  # pixels at factor 1 beyond which lines are too long to read


class ListPage(Page):
    """A page reached from the catalogue, which Esc leads back to. A subclass reads things (`ask`, `fetch`), shows them (`show_things`) as lines (`key`,
    `line`) and the chosen one beside them (`chosen`). sought: the name of the search box · reader: what stands beside the list · empty: icon, title and words for when there is nothing."""

    ask: Callable[[], None]  # reads the things that fit what stands in the search box
    key: Callable[[Any], str]  # what names a thing
    line: Callable[[Any], Line]  # how it is listed
    chosen: Callable[[str], None]  # reads a thing beside the list
    clear_reader: Callable[[], None]  # nothing is chosen

    def __init__(self, desk: Desk, title: str, sought: str, reader: QWidget, empty: tuple[str, str, str]) -> None:
        super().__init__(desk)
        back = Button("", Look.FLAT, "arrow-left", "Esc", name=self.tr("Back to the catalogue"))
        back.clicked.connect(self.back)
        self.box = SearchBox(sought)
        self.box.textChanged.connect(lambda _: self.ask())
        self.box.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.box.returnPressed.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        for part in (back, Text(title, "title")):
            self.top.row.addWidget(part)
        self.top.row.addSpacing(16)
        self.top.row.addWidget(self.box, 1)
        self.top.row.addStretch(0)
        self.model = LinesModel(self.key, self.line, self.fetch, self)
        self.list = PracticeList()
        self.list.setAccessibleName(title)
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.selectionModel().currentChanged.connect(self._current_changed)
        self.list.typed.connect(self._type_on)
        self.reader = reader
        self._panes = self._make_panes()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._panes)
        self._stack.addWidget(self._make_empty(*empty))
        self.body.addWidget(self._stack, 1)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.back)
        self._asked = False

    def _make_panes(self) -> QWidget:
        panes = QWidget()
        row = QHBoxLayout(panes)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self._left = QWidget()
        theme.ground(self._left, edge="right")
        column = QVBoxLayout(self._left)
        column.setContentsMargins(0, 0, 1, 0)
        column.setSpacing(0)
        self.head = Bar(40, edge="bottom")
        self.found = Text(role="hint", ink="text2")
        self.head.row.addWidget(self.found)
        self.head.row.addStretch(1)
        column.addWidget(self.head)
        self._lists = QStackedWidget()
        self._lists.addWidget(self.list)
        nothing = QWidget()
        inner = QVBoxLayout(nothing)
        inner.setContentsMargins(32, 40, 32, 0)
        inner.setSpacing(12)
        inner.addWidget(Text(self.tr("Nothing matches"), "heading", wrap=True))
        clear = Button(self.tr("Clear the search"), Look.PLAIN, "x")
        clear.clicked.connect(self.box.clear)
        inner.addWidget(clear)
        inner.addStretch(1)
        self._lists.addWidget(nothing)
        column.addWidget(self._lists, 1)
        row.addWidget(self._left)
        self.reader.setMaximumWidth(theme.scaled(READABLE))
        row.addWidget(self.reader, 1)
        rest = QWidget()  # what a wide window has left: the reader ends where its scroll bar is
        theme.ground(rest, "window", "left")
        row.addWidget(rest)
        return panes

    def _make_empty(self, icon: str, title: str, words: str) -> QWidget:
        self.leave_empty = Button(self.tr("Back to the catalogue"), Look.PLAIN, "arrow-left", "Esc", height=40)
        self.leave_empty.clicked.connect(self.back)
        return Nothing(icon, title, words, self.leave_empty)

    # -- for subclasses ------------------------------------------------------------------------------------------------

    def fetch(self) -> None:
        """Read those that follow: where all are read at once, there are none."""

    def show_things(self, things: Sequence[Any], more: bool, total: int) -> None:
        """Things were read. total: how many there are, whatever is sought."""
        kept, shown = self.current, self._shown()
        inside = self.isAncestorOf(QApplication.focusWidget() or self)
        self.model.show(things, more)
        self._stack.setCurrentIndex(0 if total or self.box.text() else 1)
        self._lists.setCurrentIndex(0 if things else 1)
        self.status.use_keys(bool(things))
        if not things:
            self.clear_reader()
        if inside and shown != self._shown() and not self.box.hasFocus():  # what had the focus is hidden now
            target = self.leave_empty if self._stack.currentIndex() else self.list if things else self.box
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.choose(kept, or_first=True)

    def _shown(self) -> tuple[int, int]:
        return self._stack.currentIndex(), self._lists.currentIndex()

    def choose(self, key: str, or_first: bool = False) -> bool:
        """Choose a line; whether it is here. or_first: the first one where it is not."""
        row = self.model.row_of(key) if key else -1
        if row >= 0 or (or_first and self.model.rowCount()):
            index = self.model.index(max(row, 0))
            self.list.selectionModel().setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
            self.list.scrollTo(index)
        return row >= 0

    # -- as every page -------------------------------------------------------------------------------------------------

    @property
    def current(self) -> str:
        """What names the thing that is read."""
        return self.model.key(self.list.currentIndex().row())

    @property
    def keys(self) -> list[str]:
        """What names those that are chosen, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedIndexes())
        return [self.model.key(row) for row in rows]

    def back(self) -> None:
        """To the catalogue."""
        self.go.emit("catalogue", None)

    def enter(self, what: object = None) -> None:
        """Come to the front, maybe with a line to show."""
        if not self._asked:
            self._asked = True
            self.ask()
        (self.leave_empty if self._stack.currentIndex() else self.box).setFocus(Qt.FocusReason.OtherFocusReason)

    def search(self) -> None:
        """To the search box."""
        self.box.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.box.selectAll()

    def panes(self) -> list[QWidget]:
        """Box, list, what is read."""
        return [self.box, self.list, self.reader]

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The list takes two fifths, within bounds; never more than what is read."""
        super().resizeEvent(event)
        wide = event.size().width()
        self._left.setFixedWidth(min(wide // 2, max(theme.scaled(360), min(theme.scaled(640), wide * 2 // 5))))

    def _current_changed(self, index: QModelIndex) -> None:
        if key := self.model.key(index.row()):
            self.chosen(key)

    def _type_on(self, text: str) -> None:
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        if text != "/":
            self.box.setText(self.box.text() + text)
