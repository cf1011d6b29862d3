"""Which practice of the catalogue is chosen and read, whether it stands in the list or not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QObject

from seeddesk.gui.models.practices import ROW

if TYPE_CHECKING:
    from seeddesk.gui.pages.catalogue import CataloguePage


class Chosen(QObject):
    """The practice that is read beside the list. One that was come to from elsewhere, by a relation or an organisation, may not be among the rows: then none
    of them is chosen, so that keys and commands mean what is read."""

    def __init__(self, page: CataloguePage) -> None:
        super().__init__(page)
        self._page = page
        self.practice = ""  # the one read last
        self._apart = ""  # the one read that does not stand in the list
        self._asked = ""  # what was asked when it was come to
        self._opens = False  # Enter was pressed before what is typed was answered
        page.list.selectionModel().currentChanged.connect(self._follow)
        page.list.opened.connect(self.open)
        page.box.returnPressed.connect(self.open_found)
        page.box.textEdited.connect(lambda _: self._wait(False))

    @property
    def current(self) -> str:
        """What Enter, the keys and the commands mean; "" for nothing."""
        row = self._page.list.currentIndex().data(ROW)
        return row.id if row is not None else self._apart

    @property
    def title(self) -> str:
        """What it is called; "" for a practice without a title."""
        row = self._page.list.currentIndex().data(ROW)
        return row.title if row is not None else self._page.reading.title

    def select(self, practice: str, or_first: bool = False) -> None:
        """Choose a practice. or_first: where it is not in the list, the first that is."""
        page = self._page
        number = page.model.row_of(practice)
        if number < 0 and or_first:
            number = 0
        selection, flag = page.list.selectionModel(), QItemSelectionModel.SelectionFlag
        if number < 0:
            self.practice = self._apart = practice
            self._asked = page.model.text
            selection.clear()
            page.reading.show_practice(practice)
            return
        index = page.model.index(number)
        selection.setCurrentIndex(index, flag.NoUpdate if page.many.shown else flag.ClearAndSelect)
        page.list.scrollTo(index)

    def answered(self) -> None:
        """Rows came: one of them is chosen, but for what is read apart from them, until something else is asked."""
        page = self._page
        if self._apart and self._asked != page.model.text:
            self._apart = ""
        if not page.list.currentIndex().isValid() and not self._apart and page.model.rowCount():
            self.select(self.practice, or_first=True)
        if self._opens and page.model.certain:
            self._wait(False)
            self.open()

    def open(self) -> None:
        """Open it."""
        if self.current and self._page.isVisible():
            self._page.go.emit("practice", self.current)

    def open_found(self) -> None:
        """Open what was found: once what stands in the box is answered, not what the list still shows of before."""
        if self._page.model.certain:
            self.open()
        else:
            self._wait(True)

    def _wait(self, on: bool) -> None:
        self._opens = on

    def _follow(self, index: QModelIndex) -> None:
        row = index.data(ROW)
        if row is not None:
            self.practice, self._apart = row.id, ""
            self._page.reading.show_practice(row.id)
