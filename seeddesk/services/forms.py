"""Forms: take in a questionnaire or a new version of one, choose which is in use, and change the form of a practice."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import FormError, NotAllowed, NotFound
from seeddesk.domain.form import Form, Texts
from seeddesk.domain.query import Query
from seeddesk.domain.versions import FORM
from seeddesk.services import form_tools
from seeddesk.services.shelf import Shelf

if TYPE_CHECKING:
    from seeddesk.domain.remarks import FormRemark
    from seeddesk.services.workspace import Workspace


@dataclass(frozen=True, slots=True)
class KnownForm:
    """A version of a form that the catalogue knows. in_use: practices of this form are shown by it · main: new practices get this form ·
    practices: how many are shown by it (0 for a version not in use)."""

    id: str
    version: str
    title: Texts
    in_use: bool
    main: bool
    practices: int


def add(
    ws: Workspace, path: Path, use: bool = True, progress: Progress | None = None
) -> tuple[Form, tuple[FormRemark, ...], Changes]:
    """Take in a form (.xlsx, .xml, .zip, a folder of sheets), wholly or not at all, and show its practices by it from now on unless `use` is false.

    The very same version again changes nothing but what `use` asks. Raises FormError: what is wrong with the form, or ``form-version-taken``
    for another form under a version that is here already.
    """
    form, remarks = form_tools.check(path, ws)
    if form is None:
        form = form_tools.load(path)  # raises the first of what is wrong
    known = ws.find_form(form.id, form.version)
    if known is not None and form_tools.diff(known, form):
        raise FormError("form-version-taken", form=form.id, version=form.version)
    shelf = ws.shelf.with_form(form, use)
    return form, remarks, _take_up(ws, shelf, form, progress)


def known(ws: Workspace) -> tuple[KnownForm, ...]:
    """Every version of every form, the main form first, then by id; of one form the version in use first, then the latest."""
    with ws.catalogue.read() as view:
        counted = {value.code: value.count for value in view.facets(Query(), [FORM]).get(FORM, ())}
    shelf = ws.shelf
    strangers = sum(count for code, count in counted.items() if code not in shelf.use)
    found = []
    for form_id in sorted(shelf.use, key=lambda name: (name != shelf.main, name)):
        for version in shelf.versions(form_id):
            form = ws.find_form(form_id, version)
            assert form is not None  # the shelf names what is stored
            in_use, main = shelf.use[form_id] == version, form_id == shelf.main
            practices = counted.get(form_id, 0) + (strangers if main else 0) if in_use else 0
            found.append(KnownForm(form_id, version, form.title, in_use, main, practices))
    return tuple(found)


def use(ws: Workspace, form_id: str, version: str = "", progress: Progress | None = None) -> Changes:
    """Show the practices of a form by one of its versions from now on; "": the latest that came. Raises NotFound ``form-not-here``."""
    versions = [one for known_id, one in ws.shelf.known if known_id == form_id]
    if not versions or (version and version not in versions):
        raise NotFound("form-not-here", form=f"{form_id} {version}".strip(), forms=_names(ws.shelf))
    form = ws.find_form(form_id, version or versions[-1])
    assert form is not None
    return _take_up(ws, ws.shelf.with_form(form, True), None, progress)


def main(ws: Workspace, form_id: str) -> Changes:
    """Give new practices this form from now on. Raises NotFound ``form-not-here``."""
    _require(ws, form_id)
    return _take_up(ws, replace(ws.shelf, main=form_id), None, None)


def switch(ws: Workspace, practice: str, form_id: str) -> Changes:
    """Show one practice by another form from now on. Every answer stays; what the other form does not ask is shown as from another form.

    Raises NotFound ``form-not-here``, ``practice-unknown``, NotAllowed ``form-same``.
    """
    from seeddesk.services import recording

    _require(ws, form_id)
    draft = recording.open_draft(ws, practice)
    if draft.form == form_id:
        raise NotAllowed("form-same", form=form_id)
    return recording.save(ws, draft, {FORM: form_id})[1]


def _take_up(ws: Workspace, shelf: Shelf, form: Form | None, progress: Progress | None) -> Changes:
    """Keep a shelf, with the form that is new on it, and list anew the practices that are shown otherwise now: all in one transaction."""
    progress = progress or Progress()
    before, changed = ws.shelf, False
    practices: list[str] = []
    try:
        with ws.catalogue.write() as tx:
            if form is not None:
                changed = tx.store_form(form)
            if before != shelf:
                shelf.write(tx)
                ws.take_up(shelf, form)
                practices = tx.shown_by(_shown_otherwise(before, shelf, tx.form_ids()))
                tx.derive(practices, lambda done, total: progress.step(done, total))
    except BaseException:
        ws.take_up(before)
        raise
    return Changes(frozenset(practices), forms=changed or before != shelf)


def _shown_otherwise(before: Shelf, after: Shelf, present: Iterable[str]) -> set[str]:
    """The form ids, of those present, whose practices another form or version shows now; ids no form has go by the main form."""

    def shown(shelf: Shelf, form_id: str) -> tuple[str, str]:
        name = form_id if form_id in shelf.use else shelf.main
        return name, shelf.use[name]

    return {form_id for form_id in present if shown(before, form_id) != shown(after, form_id)}


def _require(ws: Workspace, form_id: str) -> None:
    if form_id not in ws.shelf.use:
        raise NotFound("form-not-here", form=form_id, forms=_names(ws.shelf))


def _names(shelf: Shelf) -> str:
    names: Sequence[str] = [f"{form_id} {version}".strip() for form_id, version in shelf.known]
    return ", ".join(names)
