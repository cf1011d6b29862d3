"""The list of practices itself: keys, scrolling."""

from __future__ import annotations

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QListView

AHEAD = 60  # rows: so near the end of what is here, more is fetched


class PracticeList(QListView):
    """The list itself. `opened`: Enter or double click · `typed`: letters, which go on in the search box · `dragged`: what is chosen is dragged, where
    that is enabled."""

    opened = Signal()
    typed = Signal(str)
    dragged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Practices"))
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.doubleClicked.connect(lambda _: self.opened.emit())
        self.verticalScrollBar().valueChanged.connect(self._fetch_ahead)
        self._pointed = QPersistentModelIndex()
        self.entered.connect(self._point)
        self.viewportEntered.connect(lambda: self._point(QModelIndex()))

    def _point(self, index: QModelIndex) -> None:
        self._pointed = QPersistentModelIndex(index)

    def is_chosen(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether a row is among those chosen."""
        return self.selectionModel().isSelected(index)

    def is_under_pointer(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the pointer rests on a row."""
        return self._pointed == index and self.viewport().underMouse()

    def has_keys(self, index: QModelIndex | QPersistentModelIndex) -> bool:
        """Whether the next key is for a row."""
        return self.hasFocus() and self.currentIndex() == index

    def startDrag(self, supported: Qt.DropAction) -> None:
        """What is dragged has to be written first."""
        self.dragged.emit()

    def _fetch_ahead(self) -> None:
        """Rows are here before they are scrolled to."""
        model, bottom = self.model(), self.viewport().rect().bottomLeft()
        last = self.indexAt(bottom).row()
        if model is not None and (last < 0 or last > model.rowCount() - AHEAD) and model.canFetchMore(self.rootIndex()):
            model.fetchMore(self.rootIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Space chooses one more, or one less; a slash or a letter goes back to the box."""
        if event.key() == Qt.Key.Key_Space:
            self.selectionModel().select(self.currentIndex(), QItemSelectionModel.SelectionFlag.Toggle)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
        elif (
            event.text().strip()
            and event.text().isprintable()
            and not event.modifiers() & Qt.KeyboardModifier.ControlModifier
        ):
            self.typed.emit(event.text())
        else:
            super().keyPressEvent(event)
