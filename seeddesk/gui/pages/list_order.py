"""By what the list is sorted, and which columns its table has: the menu over it, and what is remembered."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QAbstractScrollArea, QMenu, QWidget

from seeddesk.domain.query import SORTS
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.practices import PracticesModel
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.table_head import TableHead


class OrderMenu(QMenu):
    """`sorted`: another order, as `Query.sort` · `chosen`: other columns. columns: those of now; none for a list without any."""

    sorted = Signal(str)
    chosen = Signal(tuple)

    def __init__(self, head: TableHead, sort: str, best: bool, columns: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        by = _by(sort, best)
        for order, words in orders(head, best):
            self._add(words, order == by, lambda _=False, order=order: self.sorted.emit(order))
        self.addSeparator()
        turned = self._add(self.tr("Reverse order"), sort.startswith("-"), lambda: self.sorted.emit(_turned(sort)))
        turned.setEnabled(bool(by) or not best)
        if columns:
            self.addSeparator()
            title = self.addAction(self.tr("Columns"))
            title.setEnabled(False)
            for name, words in head.words.items():
                self._add(words, name in columns, lambda _=False, name=name: self._turn(name)).setEnabled(
                    name != "title"
                )

    def _add(self, words: str, on: bool, does: object) -> QAction:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)
        action.triggered.connect(does)
        return action

    def _turn(self, name: str) -> None:
        known = set(self._columns) ^ {name}
        self.chosen.emit(tuple(each for each in ALL if each in known))


# The columns in the order they stand in.
ALL = (
    "title",
    "code",
    "place",
    "country",
    "lead_org",
    "stage",
    "year",
    "status",
    "completeness",
    "conflicts",
    "updated",
)


def orders(head: TableHead, best: bool) -> list[tuple[str, str]]:
    """(sort, its words) of every order. best: words are searched for, so that the best match can come first."""
    words = head.words
    found = [("", QCoreApplication.translate("OrderMenu", "Best match first"))] if best else []
    found.append(("updated", QCoreApplication.translate("OrderMenu", "Recently changed")))
    return [*found, *((name, words[name]) for name in SORTS[1:])]


def _by(sort: str, best: bool) -> str:
    """Which of `orders` a sort is, whichever way round."""
    return sort.removeprefix("-") or ("" if best else "updated")


def _turned(sort: str) -> str:
    return sort.removeprefix("-") if sort.startswith("-") else f"-{sort or 'updated'}"


class Ordering(QObject):
    """Sorts a list by what its head, its button or the menu of both say."""

    def __init__(
        self, desk: Desk, model: PracticesModel, list_: QAbstractScrollArea, head: TableHead, button: Button
    ) -> None:
        super().__init__(list_)
        self._desk, self._model, self._list, self._head, self._button = desk, model, list_, head, button
        head.sorted.connect(self.sort_by)
        head.menu_wanted.connect(self.open_menu)
        button.clicked.connect(self.open_menu)

    def menu(self) -> OrderMenu:
        """The menu; with columns where the list is a table."""
        columns = self._model.columns if self._head.isVisible() else ()
        best = bool(self._model.asked.marked)
        menu = OrderMenu(self._head, self._model.query.sort, best, columns, self._list)
        menu.sorted.connect(self.sort_by)
        menu.chosen.connect(self.show_columns)
        return menu

    def open_menu(self) -> None:
        """Show it under whichever head is there."""
        under = self._head.more if self._head.isVisible() else self._button
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(under.mapToGlobal(under.rect().bottomLeft()))

    def sort_by(self, sort: str) -> None:
        """Another order."""
        self._model.ask(sort=sort)
        self.show()

    def show_columns(self, columns: tuple[str, ...]) -> None:
        """Show these columns, now and the next time."""
        from seeddesk.services import settings

        self._model.columns = columns
        self._head.update()
        self._list.viewport().update()

        def kept(result: tuple[settings.Settings, object]) -> None:
            self._desk.settings = result[0]

        self._desk.runner.write(self, lambda progress: settings.change(columns=" ".join(columns)), kept)

    def show(self) -> None:
        """Say the order of now."""
        sort = self._model.query.sort
        best = bool(self._model.asked.marked)
        said = dict(orders(self._head, best))[_by(sort, best)]
        if sort.startswith("-"):
            said = self.tr("{sort}, reversed").format(sort=said)
        self._button.setText(said)
        self._button.setAccessibleName(self.tr("Sorted by: {sort}").format(sort=said))
        self._head.show_sort(sort)
