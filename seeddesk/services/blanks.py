"""Blanks that were filled in: which practice they are, and what their author had said before.

A blank leaves with nothing, so that what its author sent first is what they start from when they send it again. Each that was taken in
leaves a mark (``@blank[<id of what it says>]``, its serial as value): it makes the same words known, and the practice found by the serial.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from seeddesk.domain.dossier import Found, Return
from seeddesk.domain.form import Form
from seeddesk.domain.heads import same
from seeddesk.domain.merge import fold
from seeddesk.domain.paths import row_path
from seeddesk.domain.query import fold_text
from seeddesk.domain.values import canonical_json, is_empty
from seeddesk.services.comparing import Before, derived_id, named, squeezed, understood
from seeddesk.services.ledger import Ledger
from seeddesk.services.recording import beginnings
from seeddesk.services.translating import before_as_asked

MARK = "@blank"
_NAMES = ("title", "lead_org.name")  # by these a blank is known the first time
_ALIKE = 0.5  # share of the earlier answers that a blank with another title must repeat to be the same practice


@dataclass(frozen=True, slots=True)
class Blank:
    """A blank that was filled in. practice: its id, "" when nobody wrote anything · before: what its author started from · mark: the path
    that says it was taken in · again: whether these very words were · doubles: practices the same author made of it that it may be."""

    practice: str
    before: Before
    mark: str = ""
    again: bool = False
    doubles: tuple[str, ...] = ()


def recognise(ledger: Ledger, found: Return, form: Form) -> Blank:
    """form: the one it was read by. The practice a filled-in blank is of: the one of its serial, title and organisation; else the only one its author made of it, when the
    rest is alike."""
    if not any(not is_empty(place.value) for place in found.fields.values()) and not any(found.rows.values()):
        return Blank("", Before("", {}, {}))
    author = named(found.author)
    answers = [found.fields[name].value if name in found.fields else "" for name in _NAMES]
    practice = derived_id("blank", found.blank, *(" ".join(fold_text(str(answer)).split()) for answer in answers))
    doubles: tuple[str, ...] = ()
    if author and not ledger.revisions(practice):
        own = {other: _said(ledger, other, author) for other in ledger.of_blank(found.blank or "")}
        own = {other: before for other, before in own.items() if before.values}
        if len(own) == 1 and _alike(
            before_as_asked(next(iter(own.values())), form, ledger.form(next(iter(own)))), found, form
        ):
            practice = next(iter(own))
        else:
            doubles = tuple(own)
    here = ledger.revisions(practice)
    mark = row_path(MARK, derived_id("said", _content(found)).replace("-", ""))
    before = _said(ledger, practice, author) if author else Before(practice, {}, {})
    begun = beginnings(form, practice, None, found.lang or ledger.workspace.lang).keys()
    left = {path for path in begun if path in found.fields and is_empty(found.fields[path].value)}
    # What a new practice begins with nobody wrote: that it is not in the blank takes nothing away.
    before = replace(before, values={path: value for path, value in before.values.items() if path not in left})
    return Blank(practice, before, mark, any(mark in revision.set for revision in here), doubles)


def _said(ledger: Ledger, practice: str, author: str) -> Before:
    """What an author's earlier blanks said: nothing that anybody else wrote, for they never saw it."""
    revisions = ledger.revisions(practice)
    theirs = [one for one in revisions if one.author == author and any(path.startswith(f"{MARK}[") for path in one.set)]
    state = fold(theirs, ledger.form(practice))
    return Before(practice, state.record.values, state.seen)


def _alike(before: Before, found: Return, form: Form) -> bool:
    said = {
        path: value
        for path, value in before.values.items()
        if path in found.fields and path not in _NAMES and not is_empty(value)
    }
    kept = [
        path
        for path, value in said.items()
        if same(understood(form.field(path), found.fields[path].value, value, found.lang, form)) == same(value)
    ]
    return bool(said) and len(kept) / len(said) >= _ALIKE


def _content(found: Return) -> str:
    def said(cells: Mapping[str, Found]) -> dict[str, object]:
        texts = {
            name: squeezed(cell.value) if isinstance(cell.value, str) else cell.value for name, cell in cells.items()
        }
        return {name: str(text) for name, text in texts.items() if not is_empty(text)}

    rows = {repeat: [said(row.cells) for row in rows] for repeat, rows in found.rows.items()}
    return canonical_json({"fields": said(found.fields), "rows": rows})
