"""What can be done in the catalogue and on the pages reached from it: see `actions`."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject

from seeddesk.gui.action import Action

if TYPE_CHECKING:
    from seeddesk.gui.actions import Actions
    from seeddesk.gui.main_window import MainWindow


class CatalogueActions(QObject):
    """known: says why something cannot be done."""

    def __init__(self, known: Actions, window: MainWindow) -> None:
        super().__init__(known)
        self._known, self._window = known, window

    def all(self) -> Iterator[Action]:
        """Of the catalogue, the bin, the organisations and the changes to several practices."""
        yield from self._catalogue()
        yield from self._bin()
        yield from self._organisations()
        yield from self._changes()

    def _catalogue(self) -> Iterator[Action]:
        page, away = self._window.pages["catalogue"], self._known.away("catalogue")

        def make(
            name: str, words: str, does: Callable[[], object] | None, keys: str = "", icon: str = "", reason: str = ""
        ) -> Action:
            return Action(f"catalogue-{name}", "catalogue", "page", words, does, keys, icon, away or reason)

        def clear() -> None:
            page.box.clear()
            page.search()

        yield make("clear", self.tr("Clear the search and the filters"), clear, icon="x")
        nothing = "" if page.can_take_back else self.tr("nothing to undo")
        yield make("undo", self.tr("Undo what was done last"), page.take_back, "Ctrl+Z", "arrow-u-up-left", nothing)
        for sort, words in (
            ("updated", self.tr("Sort: recently changed")),
            ("title", self.tr("Sort: title")),
            ("place", self.tr("Sort: place")),
            ("year", self.tr("Sort: year, newest first")),
            ("status", self.tr("Sort: status")),
            ("completeness", self.tr("Sort: most complete")),
            ("conflicts", self.tr("Sort: conflicts")),
        ):
            yield make(f"sort-{sort}", words, lambda sort=sort: page.columns.sorted.emit(sort), icon="arrows-down-up")
        yield make("down", self.tr("From the search box into the list"), None, "Down")
        yield make("enter", self.tr("Open the chosen practice"), None, "Return")
        yield make("space", self.tr("Choose one practice more, or one less"), None, "Space")
        yield make("listed", self.tr("Choose all that are listed"), None, "Ctrl+A")
        yield make("slash", self.tr("From the list back to the search box"), None, "/")
        yield from self._many(make, page)

    def _many(self, make: Callable[..., Action], page: Any) -> Iterator[Action]:
        """What is done to all practices that are chosen, or to all that were found."""
        chosen = len(page.bulk.ids) if page.many.shown else 0
        one = "" if chosen else self.tr("choose more than one first")
        none = "" if page.model.total > 1 else self.tr("there are not several")
        shut = one or self._known.shut()
        yield make("choose-all", self.tr("Choose all that were found"), page.many.choose_all, "", "checks", none)
        for kind, words, icon in (
            ("field", self.tr("The chosen ones: change a field…"), "pencil-simple"),
            ("tags", self.tr("The chosen ones: keywords…"), "tag"),
            ("status", self.tr("The chosen ones: change the status…"), "flag"),
            ("delete", self.tr("The chosen ones: delete…"), "trash"),
        ):
            yield make(f"many-{kind}", words, lambda kind=kind: page.bulk.begin(kind), "", icon, shut)
        for kind, words, icon in (
            ("dossiers", self.tr("The chosen ones: their dossiers"), "file-text"),
            ("xlsx", self.tr("The chosen ones: as a table for Excel"), "table"),
            ("csv", self.tr("The chosen ones: as a text table (.csv)"), "table"),
        ):
            yield make(
                f"many-{kind}", words, lambda kind=kind: page.bulk.exported.emit(page.bulk.ids, kind), "", icon, one
            )
        if page.sampling.inside:
            yield make("own", self.tr("Back to my own catalogue"), page.sampling.come_back, "", "arrow-left")
        else:
            yield make("sample", self.tr("Look around a sample catalogue"), page.sampling.look_around, "", "compass")
        yield make("columns", self.tr("Order and columns"), page.order.open_menu, "", "sliders-horizontal")
        yield make("saved", self.tr("Saved searches"), page.show_saved, "", "bookmark-simple")

    def _bin(self) -> Iterator[Action]:
        """Made when it is first asked for: before that there is nothing to do there."""
        page, away = self._window.pages.get("bin"), self._known.away("bin")

        nothing = "" if page is not None and page.model.rowCount() else self.tr("it is empty")
        for name, words, does, keys, reason in (
            ("restore", self.tr("Restore the chosen practices"), page and page.restore.click, "Return", nothing),
            ("all", self.tr("Restore all of them"), page and page.all.click, "", nothing),
            ("undo", self.tr("Undo what was restored last"), page and page.take_back, "Ctrl+Z", ""),
        ):
            yield Action(
                f"bin-{name}", "bin", "page", words, does, keys, "arrow-u-up-left", away or reason or self._known.shut()
            )
        yield Action("bin-choose", "bin", "page", self.tr("Choose all that are listed"), None, "Ctrl+A", "checks", away)
        yield from self._list_page("bin", away)

    def _organisations(self) -> Iterator[Action]:
        away = self._known.away("organisations")
        yield Action(
            "organisations-read",
            "organisations",
            "page",
            self.tr("Its practices and partners"),
            lambda: self._window.pages["organisations"].reader.setFocus(),
            "Return",
            "buildings",
            away,
        )
        yield from self._list_page("organisations", away)
        for code, words in (("name", self.tr("Sort: name")), ("practices", self.tr("Sort: most practices"))):
            yield Action(
                f"organisations-{code}",
                "organisations",
                "page",
                words,
                partial(self._sort, code),
                "",
                "arrows-down-up",
                away,
            )

    def _changes(self) -> Iterator[Action]:
        """Made when it is first asked for, like the bin; the button that takes one back says how many practices, and joins by itself."""
        page, away = self._window.pages.get("changes"), self._known.away("changes")
        nothing = "" if page is not None and page.can_take_back else self.tr("nothing to undo")
        for name, words, does, keys, icon, reason in (
            ("look", self.tr("What taking it back would do"), page and page.to_plan, "Return", "eye", ""),
            (
                "undo",
                self.tr("Undo what was taken back last"),
                page and page.take_back,
                "Ctrl+Z",
                "arrow-u-up-left",
                nothing,
            ),
        ):
            yield Action(f"changes-{name}", "changes", "page", words, does, keys, icon, away or reason)
        yield from self._list_page("changes", away)

    def _list_page(self, place: str, away: str) -> Iterator[Action]:
        """What the pages reached from the catalogue have in common."""
        pages = self._window.pages
        for name, words, does, keys, icon in (
            ("clear", self.tr("Clear the search"), lambda: pages[place].box.clear(), "", "x"),
            ("back", self.tr("Back to the catalogue"), lambda: pages[place].back(), "Esc", "arrow-left"),
        ):
            yield Action(f"{place}-{name}", place, "page", words, does, keys, icon, away)

    def _sort(self, code: str) -> None:
        """The organisations, which are in front."""
        self._window.pages["organisations"].order.chosen.emit(code)
