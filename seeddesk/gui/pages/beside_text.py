"""What stands in the reading pane instead of a practice's text: its history, its relations, its organisations, and one organisation."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QTextCursor

from seeddesk.domain.form import pick
from seeddesk.domain.paths import row_of
from seeddesk.gui import i18n, names
from seeddesk.gui.pages.prose import block, letters, link
from seeddesk.gui.widgets.diff_text import marks, run_letters

if TYPE_CHECKING:
    from seeddesk.domain.record import Record
    from seeddesk.services.history import Changed, Saved
    from seeddesk.services.organisations import OrganisationPage
    from seeddesk.services.relations import Link, Relations

MOST = 200  # saves, practices or partners written out
LONG = 120  # characters of an answer before and after: from there on the words that differ are marked


class BesideText(QObject):
    """The sentences with a number in them: their plurals are gathered from `tr` alone."""

    def earlier(self, count: int) -> str:
        """Saves that are not written out."""
        return self.tr("and %n earlier", "", count)

    def others(self, count: int, back: bool) -> str:
        """How many practices were changed in the same step. back: it took another such step back."""
        if back:
            return self.tr("taken back together with %n other(s)", "", count)
        return self.tr("together with %n other(s)", "", count)

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


@dataclass(frozen=True)
class Told:
    """A save with its changes in words. lines: (words, runs): a long text that was changed has runs, as `diff_text.marks` gives them."""

    save: Saved
    lines: tuple[tuple[str, Sequence[tuple[str, str]]], ...]


def told(saves: Sequence[Saved]) -> tuple[Sequence[Told], int]:
    """What is written of a practice's saves, and how many earlier ones are not. Takes a while for long texts: not for the window's thread."""
    return [Told(save, tuple(_lines(save))) for save in saves[:MOST]], max(0, len(saves) - MOST)


def _lines(save: Saved) -> Iterator[tuple[str, Sequence[tuple[str, str]]]]:
    added = {change.path for change in save.changes if change.change == "added"}
    for change in save.changes:
        if change.calculated or row_of(change.path) in added:
            continue  # what a new row holds is told with it
        if change.path in added:
            cells = [
                f"{one.label.rpartition(' · ')[2]}: {one.after_text}"
                for one in save.changes
                if row_of(one.path) == change.path and one.after_text
            ]
            words = QCoreApplication.translate("BesideText", "added")
            yield f"{change.label}: {words}" + (f" ({' · '.join(cells)})" if cells else ""), ()
        elif change.change == "set" and len(change.before_text) + len(change.after_text) > LONG and change.before_text:
            yield _named(change), marks(change.before_text, change.after_text)
        else:
            yield _changed(change), ()


def write_history(cursor: QTextCursor, found: tuple[Sequence[Told], int]) -> None:
    """Every save, newest first: who, when, by which route, and what it replaced."""
    kinds = _kinds()
    for number, one in enumerate(found[0]):
        save = one.save
        block(cursor, f"{kinds.get(save.kind, save.kind)} · {save.author}", "label", above=14 if number else 0)
        route = names.origin(save.origin)
        if save.together > 1:
            route = BesideText().others(save.together - 1, save.origin.startswith("back "))
        block(cursor, f"{i18n.moment(save.time)} · {route}", "hint", ink="text3")
        if save.together > 1:
            block(cursor, "", "hint")
            whole = QCoreApplication.translate("BesideText", "Take the whole change back…")
            link(cursor, whole, "change", save.change, "hint")
        for words, runs in one.lines:
            block(cursor, f"{words}: " if runs else words, "body", above=2)
            for kind, piece in runs:
                cursor.insertText(piece, run_letters(kind, "body"))
    if found[1]:
        block(cursor, BesideText().earlier(found[1]), "hint", above=14, ink="text3")


def _named(change: Changed) -> str:
    """What was changed: of a cell, which row it lies in."""
    group, _, label = change.label.rpartition(" · ")
    return f"{group} ({change.row}) · {label}" if group and change.row else change.label


def _changed(change: Changed) -> str:
    label = _named(change)
    if change.change == "removed":
        said = QCoreApplication.translate("BesideText", "removed")
        label = f"{label} ({change.before_text})" if change.before_text else label
    elif change.change == "moved":
        said = QCoreApplication.translate("BesideText", "moved")
    elif change.change == "erased" or change.state == "erased":
        said = QCoreApplication.translate("BesideText", "erased")
    else:
        emptied = QCoreApplication.translate("BesideText", "(emptied)")
        after = change.after_text or emptied
        return f"{label}: {change.before_text} → {after}" if change.before_text else f"{label}: {after}"
    return f"{label}: {said}"


def write_relations(cursor: QTextCursor, relations: Relations, lang: str, removes: bool) -> None:
    """What the practice says of others, then what others say of it; those in the catalogue are links. removes: its own can be taken out."""
    for number, one in enumerate((*relations.outgoing, *relations.incoming)):
        _relation(cursor, one, lang, above=14 if number else 0)
        if removes and number < len(relations.outgoing):
            cursor.insertText("   ", letters("hint", "text2"))
            link(cursor, QCoreApplication.translate("BesideText", "Remove"), "relation", one.row, "hint")
    if not relations.outgoing and not relations.incoming:
        words = QCoreApplication.translate(
            "BesideText", "No relations yet: of what it is part, what it replicates, where its ideas come from."
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


def organisations_of(record: Record) -> list[tuple[str, str, str]]:
    """(role, name, key) of the organisations a practice names."""
    from seeddesk.services import organisations

    found = []
    if lead := record.text("lead_org.name"):
        found.append(("lead", lead, organisations.named(lead, record.text("lead_org.register_id"))))
    for row in record.rows("partners"):
        if name := record.text(f"{row}.name"):
            found.append(("partner", name, organisations.named(name)))
    return found


def roles() -> dict[str, str]:
    """The roles of an organisation, in words."""
    return {
        "lead": QCoreApplication.translate("BesideText", "Lead organisation"),
        "partner": QCoreApplication.translate("BesideText", "Partner"),
    }


def write_organisations(cursor: QTextCursor, found: Sequence[tuple[str, str, str]]) -> None:
    """The organisations of a practice, each a link to its page."""
    said = roles()
    for number, (role, name, key) in enumerate(found):
        block(cursor, said[role], "hint", above=14 if number else 0, ink="text3")
        block(cursor, "", "body")
        link(cursor, name, "organisation", key)
    if not found:
        block(cursor, QCoreApplication.translate("BesideText", "No organisation is named yet."), "body", ink="text2")


def write_organisation(cursor: QTextCursor, page: OrganisationPage) -> None:
    """One organisation: its other names, its practices with its roles there, its partners."""
    said, one = roles(), page.organisation
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
