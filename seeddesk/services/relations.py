"""The relations of a practice, both ways: what it is part of, replicates or was inspired by, and which practices say so of it.

They stand in the form's repeat ``related``, as people write them: by code, title, id or address. What is linked here is written by its code.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic, title
from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import NotAllowed, NotFound
from seeddesk.domain.form import Form, Texts
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.messages import LANGUAGES, sentence
from seeddesk.domain.order import order_key
from seeddesk.domain.query import Query, fold_text
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.services import recording
from seeddesk.services.projecting import RELATED, references

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.view import View

REPEAT, TARGET, KIND = "related", "related[].practice", "related[].relation"
_BACK = ("part_of", "replicates", "inspired_by", "follows")  # relations that have a name from the other side
_NEAR = 5  # practices looked at for a title


@dataclass(frozen=True, slots=True)
class Link:
    """One relation. practice, code, title: of the other practice; id and code "" when it is not in this catalogue · kind: the relation's code ·
    label: what it is called from this side · row: the row it stands in, of the practice that says it · written: how that one names the other."""

    practice: str
    code: str
    title: str
    kind: str
    label: Texts
    row: str
    written: str


@dataclass(frozen=True, slots=True)
class Relations:
    """outgoing: what the practice says of itself · incoming: what others say of it."""

    outgoing: tuple[Link, ...]
    incoming: tuple[Link, ...]


def of(ws: Workspace, name: str) -> Relations:
    """The relations of a practice. Raises NotFound."""
    with ws.catalogue.read() as view:
        practice = view.find(name)
        record = dict(view.records([practice]))[practice]
        form = ws.form_named(view.form_id(practice))
        outgoing = []
        for row in record.rows(REPEAT):
            written = record.text(f"{row}.practice")
            other = _meant(view, written, practice)
            kind = record.text(f"{row}.relation")
            label = _label(form, kind)
            shown = (other.id, other.code, other.title) if other else ("", "", written)
            outgoing.append(Link(*shown, kind, label, row, written))
        names = {practice, basic(record, "code", form), title(record, form)}
        folded = {found for one in names for found in references(one)}
        saying = dict.fromkeys(one for word in folded for one in view.with_facet(RELATED, word) if one != practice)
        incoming = []
        for other_id, theirs in view.records(saying):
            other = view.row(other_id)
            for row in theirs.rows(REPEAT):
                written = theirs.text(f"{row}.practice")
                if references(written) & folded:
                    kind = theirs.text(f"{row}.relation")
                    incoming.append(
                        Link(other.id, other.code, other.title, kind, _label_back(form, kind), row, written)
                    )
    return Relations(tuple(outgoing), tuple(sorted(incoming, key=lambda one: (one.kind, order_key(one.title)))))


def kinds(ws: Workspace) -> tuple[tuple[str, Texts], ...]:
    """The relations there are, with their names. Empty where the form asks for none."""
    field = ws.form.field(KIND)
    return tuple((choice.name, choice.label) for choice in ws.form.lists.get(field.choices, ())) if field else ()


def link_changes(ws: Workspace, values: Mapping[str, Value], other: str, kind: str = "part_of") -> dict[str, Value]:
    """What to put into an open editor so that its practice names another: a row more. {} when it names it already.

    values: what the editor shows · other: id or code. Raises NotFound, NotAllowed ``desk-no-relations`` for a form that has none.
    """
    if ws.form.field(TARGET) is None:
        raise NotAllowed("desk-no-relations")
    with ws.catalogue.read() as view:
        row = view.row(view.find(other))
    written = row.code or row.id
    record = Record(dict(values))
    for known in record.rows(REPEAT):
        if fold_text(record.text(f"{known}.practice")) in (fold_text(row.code), row.id, fold_text(row.title)):
            return {}
    path, changes = recording.new_row(values, REPEAT)
    return {**changes, f"{path}.practice": written, f"{path}.relation": kind}


def link(ws: Workspace, practice: str, other: str, kind: str = "part_of") -> Changes:
    """Let a practice name another, by a save of its own. Raises as `link_changes`."""
    draft = recording.open_draft(ws, practice)
    return recording.save(ws, draft, link_changes(ws, draft.values, other, kind))[1]


def unlink(ws: Workspace, practice: str, row: str) -> tuple[Mapping[str, Value], Changes]:
    """Take a relation out of the practice that says it; with what `put_back` needs. Raises NotFound ``practice-unknown``."""
    draft = recording.open_draft(ws, practice)
    cells = {path: value for path, value in draft.values.items() if path == row or path.startswith(f"{row}.")}
    return cells, recording.save(ws, draft, {row: None})[1]


def put_back(ws: Workspace, practice: str, cells: Mapping[str, Value]) -> Changes:
    """Say a relation again that was taken out."""
    return recording.save(ws, recording.open_draft(ws, practice), cells)[1]


def _meant(view: View, written: str, practice: str) -> PracticeRow | None:
    """The practice that a code, an id, a title or an address with a code in it names; None when it is not here, or several could be meant."""
    text = " ".join(written.split())
    if not text:
        return None
    for name in dict.fromkeys((text, text.rpartition("/")[2], text.partition(" ")[0])):
        try:
            return view.row(view.find(name))
        except NotFound:
            continue
    near = view.page(Query(f'"{text}"'), _NEAR).rows
    same = [row for row in near if fold_text(row.title) == fold_text(text) and row.id != practice]
    return same[0] if len(same) == 1 else None


def _label(form: Form, kind: str) -> Texts:
    field = form.field(KIND)
    choice = form.choice(field.choices, kind) if field else None
    return choice.label if choice else {}


def _label_back(form: Form, kind: str) -> Texts:
    if kind in _BACK:
        return {lang: sentence(f"relation-back-{kind}", lang) for lang in LANGUAGES}
    return _label(form, kind)
