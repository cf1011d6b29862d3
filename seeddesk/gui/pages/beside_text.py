"""What stands in the reading pane instead of a practice's text: its history, its relations, its organisations, and one organisation."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextCursor, QTextDocument

from seeddesk.domain.form import pick
from seeddesk.gui import i18n, names
from seeddesk.gui.pages.prose import block, link

if TYPE_CHECKING:
    from seeddesk.domain.record import Record
    from seeddesk.services.history import Changed, Saved
    from seeddesk.services.organisations import OrganisationPage
    from seeddesk.services.relations import Link, Relations
    from seeddesk.services.workspace import Workspace

MOST = 200  # saves, practices or partners written out


class BesideText(QObject):
    """The sentences with a number in them: their plurals are gathered from `tr` alone."""

    def earlier(self, count: int) -> str:
        """Saves that are not written out."""
        return self.tr("and %n earlier", "", count)

    def leads(self, count: int) -> str:
        """In how many practices an organisation leads."""
        return self.tr("leads %n practice(s)", "", count)

    def partner(self, count: int) -> str:
        """In how many it is a partner."""
        return self.tr("partner in %n practice(s)", "", count)

    def together(self, count: int) -> str:
        """In how many two work together."""
        return self.tr("in %n practice(s)", "", count)


def _kinds() -> dict[str, str]:
    return {
        "created": QCoreApplication.translate("BesideText", "Recorded"),
        "edited": QCoreApplication.translate("BesideText", "Edited"),
        "status": QCoreApplication.translate("BesideText", "Status changed"),
        "deleted": QCoreApplication.translate("BesideText", "Deleted"),
        "restored": QCoreApplication.translate("BesideText", "Restored"),
        "decided": QCoreApplication.translate("BesideText", "Conflict decided"),
        "erased": QCoreApplication.translate("BesideText", "Personal data erased"),
        "calculated": QCoreApplication.translate("BesideText", "Worked out again"),
    }


def write_history(document: QTextDocument, saves: Sequence[Saved]) -> None:
    """Every save, newest first: who, when, by which route, and what it replaced."""
    document.clear()
    cursor, kinds = QTextCursor(document), _kinds()
    for save in saves[:MOST]:
        block(cursor, f"{kinds.get(save.kind, save.kind)} · {save.author}", "label", above=14)
        block(cursor, f"{i18n.moment(save.time)} · {names.origin(save.origin)}", "hint", ink="text3")
        for change in save.changes:
            if not change.calculated:
                block(cursor, _changed(change), "body", above=2, ink="text" if change.state != "replaced" else "text2")
    if len(saves) > MOST:
        block(cursor, BesideText().earlier(len(saves) - MOST), "hint", above=14, ink="text3")


def _changed(change: Changed) -> str:
    label = " · ".join(filter(None, (change.row, change.label)))
    if change.change == "added":
        said = QCoreApplication.translate("BesideText", "added")
    elif change.change == "removed":
        said = QCoreApplication.translate("BesideText", "removed")
    elif change.change == "moved":
        said = QCoreApplication.translate("BesideText", "moved")
    elif change.change == "erased" or change.state == "erased":
        said = QCoreApplication.translate("BesideText", "erased")
    else:
        emptied = QCoreApplication.translate("BesideText", "(emptied)")
        after = change.after_text or emptied
        return f"{label}: {change.before_text} → {after}" if change.before_text else f"{label}: {after}"
    return f"{label}: {said}"


def write_relations(document: QTextDocument, relations: Relations, lang: str) -> None:
    """What the practice says of others, then what others say of it; those in the catalogue are links."""
    document.clear()
    cursor = QTextCursor(document)
    for number, one in enumerate((*relations.outgoing, *relations.incoming)):
        _relation(cursor, one, lang, above=14 if number else 0)
    if not relations.outgoing and not relations.incoming:
        words = QCoreApplication.translate(
            "BesideText", "No relations yet. They are recorded in the practice, under the related practices."
        )
        block(cursor, words, "body", ink="text2")


def _relation(cursor: QTextCursor, one: Link, lang: str, above: int) -> None:
    block(cursor, pick(one.label, lang, one.kind), "hint", above=above, ink="text3")
    if one.practice:
        block(cursor, "", "body")
        link(cursor, one.title or one.code or one.written, "practice", one.practice)
    else:
        absent = QCoreApplication.translate("BesideText", "{name} (not in this catalogue)")
        block(cursor, absent.format(name=one.written), "body", ink="text2")


def organisations_of(ws: Workspace, record: Record) -> list[tuple[str, str, str]]:
    """(role, name, key) of the organisations a practice names."""
    from seeddesk.services import organisations

    found = []
    if lead := record.text("lead_org.name"):
        found.append(("lead", lead, organisations.key_of(ws, lead, record.text("lead_org.register_id"))))
    for row in record.rows("partners"):
        if name := record.text(f"{row}.name"):
            found.append(("partner", name, organisations.key_of(ws, name)))
    return found


def roles() -> dict[str, str]:
    """The roles of an organisation, in words."""
    return {
        "lead": QCoreApplication.translate("BesideText", "Lead organisation"),
        "partner": QCoreApplication.translate("BesideText", "Partner"),
    }


def write_organisations(document: QTextDocument, found: Sequence[tuple[str, str, str]]) -> None:
    """The organisations of a practice, each a link to its page."""
    document.clear()
    cursor, said = QTextCursor(document), roles()
    for number, (role, name, key) in enumerate(found):
        block(cursor, said[role], "hint", above=14 if number else 0, ink="text3")
        block(cursor, "", "body")
        link(cursor, name, "organisation", key)
    if not found:
        block(cursor, QCoreApplication.translate("BesideText", "No organisation is named yet."), "body", ink="text2")


def write_organisation(document: QTextDocument, page: OrganisationPage) -> None:
    """One organisation: its other names, its practices with its roles there, its partners."""
    document.clear()
    cursor, said, one = QTextCursor(document), roles(), page.organisation
    block(cursor, one.name, "title")
    counts = [
        BesideText().leads(one.leads) if one.leads else "",
        BesideText().partner(one.partner_in) if one.partner_in else "",
        one.register_id,
    ]
    block(cursor, " · ".join(filter(None, counts)), "body", ink="text2")
    if one.also:
        also = QCoreApplication.translate("BesideText", "Also written: {names}").format(names=", ".join(one.also))
        block(cursor, also, "hint", ink="text3")
    block(cursor, QCoreApplication.translate("BesideText", "Practices"), "heading", above=16)
    for row, held in page.practices[:MOST]:
        block(cursor, "", "body", above=4)
        link(cursor, row.title or row.code, "practice", row.id)
        block(
            cursor, " · ".join(filter(None, (*(said[role] for role in held), row.place, row.year))), "hint", ink="text2"
        )
    if page.partners:
        block(cursor, QCoreApplication.translate("BesideText", "Works with"), "heading", above=16)
    for other in page.partners[:MOST]:
        block(cursor, "", "body", above=4)
        link(cursor, other.name, "organisation", other.key)
        block(cursor, BesideText().together(other.practices), "hint", ink="text2")
