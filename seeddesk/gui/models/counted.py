"""A list whose rows Qt counts by itself.

Whenever rows come, Qt's list view measures all there are, and for each asks the model how many there are, four times. A model that answers in
Python takes 7 µs a row for that, 0.7 s for 100,000; one that keeps the count where Qt finds it 0.2 µs.
"""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QStringListModel, Qt


class CountedModel(QStringListModel):
    """Subclasses keep what stands in the rows, and say it in `data`; here is only how many there are."""

    def show_rows(self, count: int) -> None:
        """Other rows: so many."""
        self.setStringList([""] * count)

    def add_rows(self, count: int) -> None:
        """More rows at the end."""
        self.insertRows(self.rowCount(), count)

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        """They can be chosen, and not be written in."""
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemNeverHasChildren
