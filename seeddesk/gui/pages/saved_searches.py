"""Saved searches: a list under a button, where the search of now is given a name and others are picked, renamed, moved, deleted."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from seeddesk.gui import theme
from seeddesk.gui.desk import Desk
from seeddesk.gui.editor.overlay import Overlay
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

if TYPE_CHECKING:
    from seeddesk.services.saved_searches import SavedSearch

WIDE, HIGH = 440, 420  # pixels at factor 1


class SavedSearches(Overlay):
    """`picked`: a search was chosen: its text, its order · `dropped`: one was deleted: its name, how to bring it back."""

    picked = Signal(str, str)
    dropped = Signal(str, object)

    def __init__(self, desk: Desk, button: QWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._button = desk, button
        self._text = self._sort = self._renaming = ""
        self.searches: Sequence[SavedSearch] = ()
        self.title.setText(self.tr("Saved searches"))
        line = QHBoxLayout()
        line.setContentsMargins(15, 0, 15, 0)
        self.name = QLineEdit()
        self.name.setAccessibleName(self.tr("Name for this search"))
        self.name.setPlaceholderText(self.tr("Name for this search"))
        self.name.returnPressed.connect(self._save)
        self.keep = Button(self.tr("Save"), Look.PLAIN, "bookmark-simple", height=36)
        self.keep.clicked.connect(self._save)
        desk.guard(self.keep)
        line.addWidget(self.name, 1)
        line.addWidget(self.keep)
        self._new = QWidget()
        self._new.setLayout(line)
        self.column.addWidget(self._new)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.column.addWidget(self._area, 1)

    def toggle(self, text: str, sort: str) -> None:
        """Open for the search of now, or go."""
        if self.isVisible():
            self.leave()
            return
        self._text, self._sort, self._renaming = text.strip(), sort, ""
        self._new.setVisible(bool(self._text))
        self.name.clear()
        self._read(focus=True)

    def place_in(self, area: QRect) -> QRect:
        """Under its button."""
        corner = self._button.mapTo(self.parentWidget(), self._button.rect().bottomLeft())
        wide = min(theme.scaled(WIDE), area.width() - 32)
        left = min(corner.x(), area.width() - wide - 16)
        high = min(theme.scaled(HIGH), area.height() - corner.y() - 24, self.height_for(self._area, wide))
        return QRect(left, corner.y() + 4, wide, high)

    def _read(self, focus: bool = False) -> None:
        from seeddesk.services import saved_searches

        self._desk.read(self, saved_searches.every, lambda found: self._show(found, focus), key=f"searches {id(self)}")

    def _show(self, searches: Sequence[SavedSearch], focus: bool) -> None:
        self.searches = searches
        inner = QWidget()
        inner.setProperty("bare", "true")
        column = QVBoxLayout(inner)
        column.setContentsMargins(15, 0, 8, 8)
        column.setSpacing(4)
        if not searches:
            words = self.tr("None yet. Search for something, then give it a name here.")
            column.addWidget(Text(words, ink="text2", wrap=True))
        firsts: list[QWidget] = []
        for number, search in enumerate(searches):
            line, first = self._line(search, number)
            column.addLayout(line)
            firsts.append(first)
        column.addStretch(1)
        self._area.setWidget(inner)
        self.open_up()  # as high as what there is now
        if focus or self._renaming:
            target = next((each for each in firsts if isinstance(each, QLineEdit)), None)
            target = target or (self.name if self._text and focus else firsts[0] if firsts else self)
            target.setFocus(Qt.FocusReason.TabFocusReason)

    def _line(self, search: SavedSearch, number: int) -> tuple[QHBoxLayout, QWidget]:
        row = QHBoxLayout()
        row.setSpacing(0)
        if search.name == self._renaming:
            edit = QLineEdit(search.name)
            edit.setAccessibleName(self.tr("New name for “{name}”").format(name=search.name))
            edit.selectAll()
            edit.returnPressed.connect(lambda: self._rename(search.name, edit.text()))
            row.addWidget(edit, 1)
            return row, edit
        both = QVBoxLayout()
        both.setSpacing(0)
        pick = Button(search.name, Look.LINK, height=26)
        pick.clicked.connect(lambda: self._pick(search))
        both.addWidget(pick, 0, Qt.AlignmentFlag.AlignLeft)
        said = Text(search.text, "hint", "text3", wrap=True)
        said.setContentsMargins(8, 0, 0, 4)
        both.addWidget(said)
        row.addLayout(both, 1)
        actions: tuple[tuple[str, str, Callable[[], None]], ...] = (
            ("caret-up", self.tr("Move “{name}” up"), lambda: self._move(search.name, number - 1)),
            ("pencil-simple", self.tr("Rename “{name}”"), lambda: self._begin_renaming(search.name)),
            ("trash", self.tr("Delete “{name}”"), lambda: self._delete(search, number)),
        )
        for icon, words, does in actions:
            button = Button("", Look.FLAT, icon, name=words.format(name=search.name))
            button.clicked.connect(does)
            if icon == "caret-up":
                button.setEnabled(number > 0)
            self._desk.guard(button)
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
        return row, pick

    def _pick(self, search: SavedSearch) -> None:
        self.leave()
        self.picked.emit(search.text, search.sort)

    def _save(self) -> None:
        from seeddesk.services import saved_searches

        name, text, sort = self.name.text(), self._text, self._sort
        self.name.clear()
        self._desk.write(self, lambda ws: saved_searches.save(ws, name, text, sort), lambda _: self._read())

    def _begin_renaming(self, name: str) -> None:
        self._renaming = name
        self._show(self.searches, focus=False)

    def _rename(self, name: str, new: str) -> None:
        from seeddesk.services import saved_searches

        self._renaming = ""
        self._desk.write(self, lambda ws: saved_searches.rename(ws, name, new), lambda _: self._read(focus=True))

    def _move(self, name: str, to: int) -> None:
        from seeddesk.services import saved_searches

        self._desk.write(self, lambda ws: saved_searches.move(ws, name, to), lambda _: self._read(focus=True))

    def _delete(self, search: SavedSearch, number: int) -> None:
        from seeddesk.services import saved_searches

        def gone(_: object) -> None:
            self._read(focus=True)
            self.dropped.emit(search.name, lambda: self._bring_back(search, number))

        self._desk.write(self, lambda ws: saved_searches.delete(ws, search.name), gone)

    def _bring_back(self, search: SavedSearch, number: int) -> None:
        from seeddesk.services import saved_searches

        def back(ws):  # noqa: ANN001, ANN202 - types of the services, which are not imported here
            saved_searches.save(ws, search.name, search.text, search.sort)
            return saved_searches.move(ws, search.name, number)

        self._desk.write(self, back, lambda _: self._read() if self.isVisible() else None)
