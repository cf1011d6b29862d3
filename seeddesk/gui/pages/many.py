"""Which practices of the list are chosen together, and the pane for them beside the list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut

from seeddesk.gui.models.practices import ROW
from seeddesk.gui.pages.exporting import export_many
from seeddesk.gui.widgets.button import Look

if TYPE_CHECKING:
    from seeddesk.gui.pages.bulk import BulkPane
    from seeddesk.gui.pages.catalogue import CataloguePage


class Many(QObject):
    """Shows the pane while more than one practice is chosen. The choice outlives what others save, not another question."""

    def __init__(self, page: CataloguePage) -> None:
        super().__init__(page)
        self._page = page
        self._pane: BulkPane | None = None  # until it is needed
        self._asked: object = None
        page.list.selectionModel().selectionChanged.connect(self._chosen)
        page.model.answered.connect(self._again)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), page.list)
        back.setContext(Qt.ShortcutContext.WidgetShortcut)
        back.activated.connect(self.leave)

    def use(self, pane: BulkPane) -> None:
        """The pane has been made."""
        self._pane = pane
        pane.left.connect(self.leave)
        pane.all_wanted.connect(self.choose_all)
        pane.exported.connect(lambda ids, kind: export_many(self._page, ids, kind))
        pane.done.connect(self._page.tell)

    @property
    def shown(self) -> bool:
        """Whether the pane is there."""
        return self._pane is not None and self._page.right.currentWidget() is self._pane

    def leave(self) -> None:
        """Back to reading the one practice."""
        if not self.shown:
            return
        page = self._page
        page.right.setCurrentWidget(page.reading)
        page.new.set_look(Look.PRIMARY)
        page.list.selectionModel().select(page.list.currentIndex(), QItemSelectionModel.SelectionFlag.ClearAndSelect)
        page.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _chosen(self) -> None:
        rows = sorted(index.row() for index in self._page.list.selectionModel().selectedIndexes())
        if len(rows) > 1:
            self._show([self._page.model.index(row).data(ROW).id for row in rows])
        elif rows and self.shown:
            self._page.right.setCurrentWidget(self._page.reading)
            self._page.new.set_look(Look.PRIMARY)

    def _show(self, ids: Sequence[str]) -> None:
        model, page = self._page.model, self._page
        self._asked = model.text
        page.bulk.show_ids(ids, model.total)
        page.right.setCurrentWidget(page.bulk)
        page.new.set_look(Look.PLAIN)  # the pane has the one loud button now

    def _again(self) -> None:
        """Rows came anew: the same are chosen again, unless something else was asked."""
        model = self._page.model
        if not self.shown:
            return
        if self._asked != model.text:
            self.leave()
            return
        ids, chosen = set(self._page.bulk.ids), QItemSelection()
        for row in range(model.rowCount()):
            if model.index(row).data(ROW).id in ids:
                chosen.select(model.index(row), model.index(row))
        selection = self._page.list.selectionModel()
        selection.blockSignals(True)
        selection.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        selection.blockSignals(False)
        self._page.list.viewport().update()

    def choose_all(self) -> None:
        """Everything that was found, however long the list is."""
        from seeddesk.services import cataloguing

        query = self._page.model.query
        self._page.desk.read(self, lambda ws: cataloguing.ids(ws, query), self._take_all, key="all chosen")

    def _take_all(self, ids: Sequence[str]) -> None:
        self._show(ids)
        self._again()
