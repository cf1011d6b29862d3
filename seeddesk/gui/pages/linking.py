"""Relations from the reading pane: one practice names another, found by a few letters, or no longer does; each step can be taken back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from seeddesk.domain.form import pick
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.query import Query
from seeddesk.domain.values import Value
from seeddesk.gui import names, theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.overlay import Overlay
from seeddesk.gui.models.lines import Line, LineDelegate, LinesModel
from seeddesk.gui.pages.practice_list import PracticeList
from seeddesk.gui.widgets.search_box import SearchBox
from seeddesk.gui.widgets.tabs import Tabs
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.domain.changes import Changes
    from seeddesk.services.workspace import Workspace

FOUND = 40  # practices offered
WIDE, HIGH = 520, 480  # pixels at factor 1


class Linking(Overlay):
    """`told`: words for what was done, and what takes it back."""

    told = Signal(str, object)

    def __init__(self, desk: Desk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._practice = ""
        self.kinds: Tabs | None = None
        self.title.setText(self.tr("Link another practice"))
        self.subject = Text("", ink="text2", wrap=True)
        self.subject.setContentsMargins(15, 0, 15, 0)
        self.column.addWidget(self.subject)
        self.box = SearchBox(self.tr("Its title, place or code"))
        self.box.textChanged.connect(lambda _: self._ask())
        self.box.entered.connect(lambda: self.list.setFocus(Qt.FocusReason.TabFocusReason))
        self.box.returnPressed.connect(self._link)
        line = QHBoxLayout()
        line.setContentsMargins(15, 0, 15, 0)
        line.addWidget(self.box)
        self.column.addLayout(line)
        self.model = LinesModel(lambda row: row.id, self._line, lambda: None, self)
        self.list = PracticeList()
        self.list.setAccessibleName(self.tr("Practices found"))
        self.list.setModel(self.model)
        self.list.setItemDelegate(LineDelegate(self.list))
        self.list.setSelectionMode(PracticeList.SelectionMode.SingleSelection)
        self.list.opened.connect(self._link)
        self.list.clicked.connect(lambda _: self._link())
        self.column.addWidget(self.list, 1)

    def open_for(self, practice: str, title: str) -> None:
        """Ask which practice this one is part of, replicates or takes ideas from."""
        from seeddesk.services import relations

        assert self._desk.workspace is not None
        self._practice = practice
        self.subject.setText(title)
        if self.kinds is None:
            known = [
                (code, pick(texts, self._desk.lang, code)) for code, texts in relations.kinds(self._desk.workspace)
            ]
            self.kinds = Tabs(known, self.tr("Relation"))
            self.kinds.setContentsMargins(15, 0, 15, 0)
            self.kinds.set_value(known[0][0])
            self.kinds.chosen.connect(self.kinds.set_value)
            self.column.insertWidget(self.column.indexOf(self.subject) + 1, self.kinds)
        self.box.clear()
        self._ask()
        self.open_up()
        self.box.setFocus(Qt.FocusReason.PopupFocusReason)

    def place_in(self, area: QRect) -> QRect:
        """At the right, over the reading pane."""
        wide, high = min(theme.scaled(WIDE), area.width() - 32), min(theme.scaled(HIGH), area.height() - 96)
        return QRect(area.right() - wide - 24, 64, wide, high)

    def take_out(self, practice: str, row: str) -> None:
        """The practice no longer names another."""
        from seeddesk.services import relations

        def done(result: tuple[Mapping[str, Value], Changes]) -> None:
            self.told.emit(self.tr("Relation removed"), lambda: self._put_back(practice, result[0]))

        self._desk.write(self, lambda ws: relations.unlink(ws, practice, row), done)

    def _put_back(self, practice: str, cells: Mapping[str, Value]) -> None:
        from seeddesk.services import relations

        self._desk.write(self, lambda ws: relations.put_back(ws, practice, cells))

    def _ask(self) -> None:
        from seeddesk.services import cataloguing

        text, own = self.box.text(), self._practice

        def show(rows: Sequence[PracticeRow]) -> None:
            self.model.show([row for row in rows if row.id != own], False)
            if self.model.rowCount():
                self.list.setCurrentIndex(self.model.index(0))

        self._desk.read(
            self, lambda ws: cataloguing.first_rows(ws, Query(text), FOUND), show, key=f"linking {id(self)}"
        )

    def _line(self, row: PracticeRow) -> Line:
        status = names.status(self._desk.form, row.status, self._desk.lang)
        below = " · ".join(filter(None, (status, row.place, row.year)))
        return Line(row.title or self.tr("Untitled practice"), "", below, row.code, row.status)

    def _link(self) -> None:
        from seeddesk.services import relations

        other, practice = self.model.key(self.list.currentIndex().row()), self._practice
        if not other or self.kinds is None:
            return
        kind, title = self.kinds.value, self.model.data(self.list.currentIndex())
        self.leave()

        def work(ws: Workspace) -> tuple[str, Changes]:
            changes = relations.link(ws, practice, other, kind)
            rows = [one.row for one in relations.of(ws, practice).outgoing if one.practice == other]
            return rows[-1] if rows and changes.practices else "", changes

        def done(result: tuple[str, Any]) -> None:
            if result[0]:
                words = self.tr("Linked with “{title}”").format(title=title)
                self.told.emit(words, lambda: self._unlink(practice, result[0]))
            else:
                self.told.emit(self.tr("It was linked with “{title}” already").format(title=title), None)

        self._desk.write(self, work, done)

    def _unlink(self, practice: str, row: str) -> None:
        from seeddesk.services import relations

        self._desk.write(self, lambda ws: relations.unlink(ws, practice, row))
