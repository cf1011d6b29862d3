"""Recording: start a practice, open it, save what changed, change its status, delete it, take that back, erase; keep its files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain import workflow
from seeddesk.domain.basics import basic, place
from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import NotAllowed, StorageError, UsageError
from seeddesk.domain.filed import filed
from seeddesk.domain.form import pick, plain_words
from seeddesk.domain.heads import same
from seeddesk.domain.paths import is_row, new_row_id, order_between, row_path, rows_of, template_of
from seeddesk.domain.practice import Draft, code_with_country, human_code, new_practice_id
from seeddesk.domain.record import Record
from seeddesk.domain.redaction import signed, targets
from seeddesk.domain.revision import DELETION, Revision, Seen
from seeddesk.domain.state import group_of
from seeddesk.domain.values import Value, clean_text, is_empty
from seeddesk.domain.versions import FORM, current
from seeddesk.services import saving
from seeddesk.services.signing import signer

if TYPE_CHECKING:
    from seeddesk.domain.conflicts import Decision
    from seeddesk.domain.form import Form
    from seeddesk.domain.logic import Live
    from seeddesk.domain.state import PracticeState
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.transaction import Transaction

MOST_BYTES = 1_000_000_000  # of one file: every backup carries it, and opening it takes as much memory
_SHOWN_MISSING = 5  # how many missing fields a refusal names


def new_draft(form: str = "") -> Draft:
    """A practice nobody has recorded yet. Nothing is written until it is saved. form: the id of its form, "" for the main one."""
    return Draft(new_practice_id(), {}, {}, new=True, form=form)


def start(ws: Workspace, values: Mapping[str, Value], origin: str = "typed", form: str = "") -> tuple[str, Changes]:
    """Record a new practice, of the main form or another. values: by path, rows with their order keys. Returns its id."""
    draft, changes = save(ws, new_draft(form), values, origin)
    return draft.practice, changes


def open_draft(ws: Workspace, practice: str) -> Draft:
    """Open a practice: the values shown, and what its author has thereby seen. Raises NotFound."""
    with ws.catalogue.read() as view:
        state = view.state(view.find(practice))
    return Draft(state.practice, dict(state.record.values), dict(state.seen), form=state.form)


def save(
    ws: Workspace, draft: Draft, changes: Mapping[str, Value], origin: str = "typed", followed: bool = False
) -> tuple[Draft, Changes]:
    """Save what changed in a draft as one revision, durable when this returns; nothing when nothing changed.

    followed: `changes` hold everything that follows from them, as a `Live` that was edited says; else that is worked out here.

    The revision has seen what the draft has, not what came in since: values of others that the author did not see stay. The draft
    handed back has its own values as seen and is the one to save next. A new draft is saved even without changes.
    Raises NotAllowed ``status-elsewhere`` for the status of a practice that exists (see `change_status`).
    """
    form = ws.form_of(draft)
    status = place(workflow.FIELD, form)
    if status in changes and not draft.new and same(changes[status]) != same(draft.values.get(status)):
        raise NotAllowed("status-elsewhere")
    return _save(ws, draft, {**changes, **_code_with_country(draft, changes, form)}, origin, followed)


def _code_with_country(draft: Draft, changes: Mapping[str, Value], form: Form) -> dict[str, Value]:
    """Who writes the title first gets a code without a country: it says the country from when that is known. Not where the code is another already."""
    country, path = changes.get("country"), place("code", form)
    if draft.new or not isinstance(country, str) or path in changes:
        return {}
    code = code_with_country(draft.practice, draft.values.get(path), country)
    return {path: code} if code else {}


@dataclass(frozen=True)
class Consequences:
    """What a save must write. set: path -> value · cleared: the cells that removed rows take along."""

    set: Mapping[str, Value]
    cleared: tuple[str, ...]


def consequences(
    form: Form, values: Mapping[str, Value], changes: Mapping[str, Value], opened: Callable[[Record], Live] | None
) -> Consequences:
    """What follows from changes to displayed values: only what differs, whole atomic groups, rows for their cells, and what the form's logic
    sets (calculations, defaults of new rows, counted rows, actions).

    opened: opens a record for editing, as the window does, so that all routes write alike; None when the changes hold what follows already.
    """
    record = Record(dict(values))
    wanted = {path: _clean(value) for path, value in changes.items()}
    wanted = {path: value for path, value in wanted.items() if same(value) != same(values.get(path))}
    if not wanted:
        return Consequences({}, ())
    for path, value in list(wanted.items()):
        if value is not None:
            for row in rows_of(path):
                if not isinstance({**values, **wanted}.get(row), str):
                    wanted[row] = _last_key(record.with_values(wanted), row[: row.rfind("[")])
        for member in group_of(path, form):
            wanted.setdefault(member, values.get(member))
    removed = tuple(path + "." for path, value in wanted.items() if is_row(path) and value is None)
    wanted = {path: value for path, value in wanted.items() if not (removed and path.startswith(removed))}
    if opened is not None:
        live = opened(record)
        followed = {**live.beginnings, **wanted, **live.change(wanted).set}
        for path, value in followed.items():
            if path in wanted or same(value) != same(values.get(path)):
                wanted[path] = _clean(value)
    wanted = {path: value for path, value in wanted.items() if not (removed and path.startswith(removed))}
    cleared = tuple(path for path in values if removed and path.startswith(removed))
    return Consequences(wanted, cleared)


def new_row(values: Mapping[str, Value], repeat: str, after: str | None = None) -> tuple[str, dict[str, Value]]:
    """A row to add to a draft's values: its path, and the change that adds it.

    repeat: ``partners`` · after: the row it comes behind; None: the last one.
    """
    record = Record(dict(values))
    row = row_path(repeat, new_row_id())
    rows = record.rows(repeat)
    if after is None or after not in rows or after == rows[-1]:
        return row, {row: _last_key(record, repeat)}
    following = rows[rows.index(after) + 1]
    low, high = record.text(after), record.text(following)
    if low < high:
        return row, {row: order_between(low, high)}
    return row, {row: low}  # two people added rows with one key: ids break the tie, for all alike


def change_status(ws: Workspace, practice: str, status: str) -> Changes:
    """Move a practice along the workflow. Raises NotAllowed when it may not go there, or (to submit) when it is not complete or not valid."""
    draft = open_draft(ws, practice)
    record, form = Record(dict(draft.values)), ws.form_of(draft)
    old = basic(record, workflow.FIELD, form) or workflow.DRAFT
    if status not in workflow.STATUSES:
        raise UsageError("status-none", name=status, choices=", ".join(workflow.STATUSES))
    workflow.require(old, status)
    if status == workflow.SUBMITTED != old:
        require_complete(ws, record, form)
    return _save(ws, draft, {place(workflow.FIELD, form): status}, "typed")[1]


def delete(ws: Workspace, practice: str) -> Changes:
    """Delete a practice as it is now; an edit nobody here has seen will bring it back for a person to decide. Can be taken back. Of one that is
    deleted already nothing is written."""

    def make(tx: Transaction) -> Revision | None:
        state = tx.state(tx.find(practice))
        if state.hidden:
            return None
        return _append(
            tx, new_revision(ws, tx, ws.form_of(state), state.practice, {}, {}, "typed", deletion=state.heads)
        )

    return _changed(saving.write(ws, make))


def redact(ws: Workspace, practice: str, paths: Iterable[str], reason: str) -> Changes:
    """Erase values of these fields (of a row: all of it) from the whole history of a practice, for good. reason: shown instead.

    The erasure is signed by this device and travels like any revision; backups made before keep the values until they are thinned out.
    Raises NotAllowed ``nothing-to-redact``.
    """
    wanted = tuple(paths)

    def make(tx: Transaction) -> Revision:
        found = tx.find(practice)
        revisions = tx.revisions(found)
        form = ws.form_of_revisions(revisions)
        where = targets(revisions, wanted, lambda path: current(path, form))
        if not where:
            raise NotAllowed("nothing-to-redact", fields=", ".join(wanted))
        key, sign = signer(tx)
        return _append(tx, signed(new_revision(ws, tx, form, found, {}, {}, "typed"), reason, where, key, sign))

    return _changed(saving.write(ws, make))


def restore(ws: Workspace, practice: str) -> Changes:
    """Take the deletion of a practice back. Raises NotAllowed ``not-deleted``."""

    def make(tx: Transaction) -> Revision:
        state = tx.state(tx.find(practice))
        if not state.deletions:
            raise NotAllowed("not-deleted", name=practice)
        taken_back = tuple(one.dot for one in state.deletions)
        return _append(tx, new_revision(ws, tx, ws.form_of(state), state.practice, {}, {DELETION: taken_back}, "typed"))

    return _changed(saving.write(ws, make))


def keep_file(ws: Workspace, path: Path) -> str:
    """Keep a file's bytes; returns the value of a field that names them, ``sha256:<hex>``. Raises StorageError ``file-not-read``, ``attachment-too-large``."""
    with suppress(OSError):  # said where it is read
        if (size := path.stat().st_size) > MOST_BYTES:
            raise StorageError(
                "attachment-too-large", path=str(path), size=size // 1_000_000, most=MOST_BYTES // 1_000_000
            )
    with ws.catalogue.write() as tx:
        return f"sha256:{tx.put_attachment(path)}"


def file_bytes(ws: Workspace, value: Value) -> bytes:
    """The bytes a field names, verified. Raises NotFound ``attachment-absent`` when they are not here (yet), StorageError ``attachment-damaged``."""
    with ws.catalogue.read() as view:
        kept = filed(value)
        return view.attachment(kept.sha256 if kept is not None else "")


def write_revision(
    ws: Workspace,
    tx: Transaction,
    draft: Draft,
    changes: Mapping[str, Value],
    origin: str,
    followed: bool = False,
) -> Revision | None:
    """Append, inside the caller's transaction, the revision that saving a draft makes; None when it changes nothing."""
    revision = make_revision(ws, tx, draft, changes, origin, followed)
    return None if revision is None else _append(tx, revision)


def make_revision(
    ws: Workspace,
    tx: Transaction,
    draft: Draft,
    changes: Mapping[str, Value],
    origin: str,
    followed: bool = False,
) -> Revision | None:
    """The revision that saving a draft makes, for the caller to append, many at once if need be; None when it changes nothing."""
    chosen = changes.get(FORM)
    form = ws.form_named(chosen if isinstance(chosen, str) else draft.form)
    if draft.new:
        known = {"collected_by": ws.author, "collected_on": date.today().isoformat()}
        begun = beginnings(form, draft.practice, changes.get("country"), ws.lang, known)
        changes = {**begun, **changes}
    opened = None if followed and not draft.new else partial(ws.logic_of(form).live, new=draft.new, judged=False)
    found = consequences(form, draft.values, changes, opened)
    if not found.set:
        return None
    seen = {path: draft.seen[path] for path in (*found.set, *found.cleared) if draft.seen.get(path)}
    return new_revision(ws, tx, form, draft.practice, found.set, seen, origin)


def write_decision(ws: Workspace, tx: Transaction, state: PracticeState, decision: Decision) -> Revision:
    """Append, inside the caller's transaction, what decides a conflict, with the calculated fields that follow from it."""
    chosen = decision.set.get(FORM)
    form = ws.form_named(chosen) if isinstance(chosen, str) else ws.form_of(state)
    calculated = {path: _clean(value) for path, value in following(ws, state, form, decision.set).items()}
    values = {**{path: _clean(value) for path, value in decision.set.items()}, **calculated}
    seen = {**decision.seen, **{path: state.all_seen(path) for path in calculated}}
    return _append(tx, new_revision(ws, tx, form, state.practice, values, seen, "resolved", deletion=decision.deletion))


def following(ws: Workspace, state: PracticeState, form: Form, changes: Mapping[str, Value]) -> dict[str, Value]:
    """What the form's logic sets beyond changes to a practice as it is now, also where two people's answers met in a calculated one."""
    logic = ws.logic_of(form)
    met = any(len(state.all_seen(path)) > 1 and _calculated(path, form) for path in state.fields)
    if (
        not changes and not met
    ):  # the usual case of an import; opening the record as the window does takes ten times as long
        values = logic.calculate(state.record, date.today())
        if all(same(value) == same(state.record.get(path)) for path, value in values.items()):
            return {}
    live = logic.live(state.record)
    found = dict(live.change(changes).set)
    for path, value in live.evaluation.calculated.items():
        if len(state.all_seen(path)) > 1:
            found.setdefault(path, value)
    return {path: value for path, value in found.items() if path not in changes}


def _calculated(path: str, form: Form) -> bool:
    field = form.fields.get(template_of(path))
    return field is not None and bool(field.calculate)


def _save(
    ws: Workspace, draft: Draft, changes: Mapping[str, Value], origin: str, followed: bool = False
) -> tuple[Draft, Changes]:
    before = draft

    def make(tx: Transaction) -> Revision | None:
        nonlocal before
        before = draft
        for one in saving.own(
            ws, tx, draft.practice
        ):  # what this author saved, and was told had failed, is no conflict with them
            before = _after(before, one)
        return write_revision(ws, tx, before, changes, origin, followed=followed)

    revision = saving.write(ws, make)
    if revision is None:
        return before, Changes() if before is draft else _changed_one(draft.practice)
    return _after(before, revision), _changed(revision)


def save_elsewhere(ws: Workspace, draft: Draft, changes: Mapping[str, Value], folder: Path) -> Path:
    """Keep a draft with its changes in a small catalogue of its own in another folder, for when this catalogue's disk refuses.

    It has seen what the draft has: imported later, it replaces what its author had before them and conflicts with nothing else. What belongs
    to a protected catalogue is encrypted with its keys, which lie beside it. Raises StorageError as making a catalogue does.
    """
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage import vault
    from seeddesk.storage.backup import free_name

    form = ws.form_of(draft)
    path = free_name(folder, f"seeddesk-{draft.practice[:8]}")
    if ws.catalogue.keys:
        vault.give(path, ws.catalogue.keys)
    with Workspace.create(path, ws.author, ws.lang) as other:
        if (form.id, form.version) not in other.forms:
            with other.catalogue.write() as tx:
                tx.store_form(form)
                other.take_up(other.shelf.with_form(form, use=True), form)
                other.shelf.write(tx)
        with other.catalogue.write() as tx:
            whole = {**draft.values, **changes}
            write_revision(other, tx, replace(draft, values={}), whole, "typed", followed=True)
    return path


def _after(draft: Draft, revision: Revision) -> Draft:
    """A draft once a revision of its own author is saved: its values, and that they were seen."""
    values = {**draft.values, **revision.set}
    seen = {**draft.seen, **{path: (revision.dot,) for path in revision.set}}
    for path in revision.seen:
        if path not in revision.set:  # taken along by a removed row
            values.pop(path, None)
            seen.pop(path, None)
    form = values.get(FORM) or (revision.form if draft.new else draft.form)
    return replace(draft, values=values, seen=seen, new=False, form=str(form))


def _changed(revision: Revision | None) -> Changes:
    return Changes() if revision is None else _changed_one(revision.practice)


def _changed_one(practice: str) -> Changes:
    return Changes(frozenset({practice}))


def _append(tx: Transaction, revision: Revision) -> Revision:
    tx.append([revision])
    return revision


def new_revision(
    ws: Workspace,
    tx: Transaction,
    form: Form,
    practice: str,
    values: Mapping[str, Value],
    seen: Seen,
    origin: str,
    deletion: Seen | None = None,
) -> Revision:
    """A revision of this moment by the person at work, for the caller to append. Raises UsageError ``author-missing``."""
    if not ws.author:
        raise UsageError("author-missing")
    return Revision(
        dot=tx.next_dot(),
        practice=practice,
        author=ws.author,
        time=tx.clock(),
        form=form.id,
        form_version=form.version,
        set=values,
        seen=seen,
        origin=origin,
        deletion=deletion,
    )


def beginnings(
    form: Form, practice: str, country: Value, lang: str, more: Mapping[str, Value] | None = None
) -> dict[str, Value]:
    """What a new practice of a form has from its first save on. more: answers to give where the form asks for them."""
    known: dict[str, Value] = {
        field.template: field.default
        for field in form.fields.values()
        if field.default is not None and "[]" not in field.template
    }
    known |= {path: value for path, value in {"record_language": lang, **(more or {})}.items() if path in form.fields}
    code = human_code(practice, country if isinstance(country, str) else "", date.today().year)
    known |= {place("code", form): code, place(workflow.FIELD, form): workflow.DRAFT}
    return {path: value for path, value in known.items() if not is_empty(value)}


def require_complete(ws: Workspace, record: Record, form: Form) -> None:
    """Raises NotAllowed ``not-complete`` or ``not-valid`` when a practice cannot be submitted as it is."""
    found = ws.logic_of(form).evaluate(record, date.today())
    if found.missing:
        labels = [_label(ws, form, path) for path in found.missing[:_SHOWN_MISSING]]
        raise NotAllowed("not-complete", count=len(found.missing), fields=", ".join(labels))
    if found.problems:
        raise NotAllowed("not-valid", problem=found.problems[0].message(ws.lang))


def _label(ws: Workspace, form: Form, path: str) -> str:
    template = template_of(path)
    item = form.fields.get(template) or form.groups.get(template) or form.groups.get(template + "[]")
    return plain_words(pick(item.label, ws.lang, path), form, ws.lang) if item else path


def _clean(value: Value) -> Value:
    """A value as it may be stored; one spelling for "emptied"."""
    if isinstance(value, str):
        value = clean_text(value)
    elif isinstance(value, tuple):
        value = tuple(text for item in value if (text := clean_text(item)).strip())
    return None if is_empty(value) else value


def _last_key(record: Record, repeat: str) -> str:
    rows = record.rows(repeat)
    return order_between(record.text(rows[-1]) if rows else None, None)
