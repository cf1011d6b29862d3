"""The organisations of the catalogue: who leads and who takes part, and for each its practices and who it works with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtWidgets import QTextBrowser, QVBoxLayout, QWidget

from seeddesk.domain.changes import Changes
from seeddesk.gui import i18n
from seeddesk.gui.desk import Desk
from seeddesk.gui.models.lines import Line
from seeddesk.gui.pages import beside_text
from seeddesk.gui.pages.list_page import ListPage
from seeddesk.gui.pages.prose import rewriting, target
from seeddesk.gui.widgets.segment import Segment

if TYPE_CHECKING:
    from seeddesk.services.organisations import Organisation, OrganisationPage


class OrganisationPane(QWidget):
    """One organisation. `followed`: a link was pressed: ``practice`` or ``organisation``, and which."""

    followed = Signal(str, str)

    def __init__(self) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 20, 8, 0)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.anchorClicked.connect(self._follow)
        self.text.setAccessibleName(self.tr("The organisation"))
        self.text.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.text.document().setDocumentMargin(0)
        column.addWidget(self.text)
        self.setFocusProxy(self.text)

    def show_page(self, page: OrganisationPage) -> None:
        """Write it."""
        with rewriting(self.text.document()) as cursor:
            beside_text.write_organisation(cursor, page)
        self.text.verticalScrollBar().setValue(0)

    def _follow(self, url: QUrl) -> None:
        self.followed.emit(*target(url))


class OrganisationsPage(ListPage):
    """All organisations, those in most practices first or by name, each read beside the list."""

    def __init__(self, desk: Desk) -> None:
        reader = OrganisationPane()
        reader.followed.connect(self._follow)
        empty = (
            "buildings",
            self.tr("No organisation yet"),
            self.tr("Who leads a practice and who takes part in it is gathered here by itself, from what is recorded."),
        )
        super().__init__(desk, self.tr("Organisations"), self.tr("Search the organisations"), reader, empty)
        self._wanted = ""
        self.order = Segment(
            [("practices", self.tr("Most practices")), ("name", self.tr("Name"))], self.tr("Sorted by"), height=28
        )
        self.order.set_value("practices")
        self.order.chosen.connect(self._turn)
        self.head.row.addWidget(self.order)
        self.list.opened.connect(lambda: self.reader.setFocus(Qt.FocusReason.TabFocusReason))
        self.status.show_keys([("Return", self.tr("its practices")), ("F6", self.tr("next pane"))])

    def enter(self, what: object = None) -> None:
        """Come to the front, maybe with an organisation to show, by its key."""
        if isinstance(what, str) and what:
            self._wanted = what
            self.box.clear()
            self._go_on()
        super().enter(what)

    def here(self) -> object:
        """The organisation that is read."""
        return self.current or None

    def refresh(self, changes: Changes) -> None:
        """Gather them again, and read the one in front again."""
        if self._asked:
            self._wanted = self._wanted or self.current
            self.ask()

    def ask(self) -> None:
        """Read the organisations that fit what is typed."""
        from seeddesk.services import organisations

        text, by_name = self.box.text(), self.order.value == "name"
        self.desk.long(
            self,
            lambda ws, progress: (organisations.every(ws, text, by_name), organisations.count(ws)),
            lambda found: self._show(*found),
            key=f"organisations {id(self)}",
        )

    def chosen(self, key: str) -> None:
        """Read one organisation."""
        from seeddesk.services import organisations

        self.desk.long(
            self,
            lambda ws, progress: organisations.page(ws, key),
            self.reader.show_page,
            key=f"organisation {id(self)}",
            failed=lambda _: None,  # gone since the list was read, which is read again in a moment
        )

    def clear_reader(self) -> None:
        """Nothing is chosen."""
        self.reader.text.clear()

    def _show(self, found: Sequence[Organisation], total: int) -> None:
        said = self.tr("{found} of {total}").format(found=i18n.number(len(found)), total=i18n.number(total))
        self.box.show_count(said if self.box.text() else "")
        self.found.setText(self.tr("%n organisation(s)", "", len(found)))
        self.show_things(found, False, total)
        self._go_on()
        self.status.tell("buildings", self.tr("%n organisation(s)", "", total))

    def _go_on(self) -> None:
        if self._wanted and self.choose(self._wanted):
            self._wanted = ""

    def _turn(self, code: str) -> None:
        self.order.set_value(code)
        self.ask()

    def key(self, thing: Organisation) -> str:
        """The key of an organisation."""
        return thing.key

    def line(self, thing: Organisation) -> Line:
        """Name and number of practices; its roles, and its number in the register."""
        said, names = beside_text.BesideText(), beside_text.roles()
        if thing.leads and thing.partner_in:
            roles = f"{said.leads(thing.leads)} · {said.partner(thing.partner_in)}"
        else:  # the number of its practices says of how many
            roles = names["lead" if thing.leads else "partner"]
        return Line(thing.name, self.tr("%n practice(s)", "", thing.practices), roles, thing.register_id)

    def _follow(self, kind: str, name: str) -> None:
        if kind == "practice":
            self.go.emit("catalogue", name)
        else:
            self.enter(name)
