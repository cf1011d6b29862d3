"""Working on forms as files: check one, compare two, write one out for other programs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound
from seeddesk.domain.form import Form
from seeddesk.domain.form_diff import FormChange, differences
from seeddesk.domain.paths import template_of
from seeddesk.domain.query import Query
from seeddesk.domain.versions import FORM
from seeddesk.services import paths

if TYPE_CHECKING:
    from seeddesk.domain.remarks import FormRemark
    from seeddesk.services.workspace import Workspace


def check(path: Path, ws: Workspace | None = None) -> tuple[Form | None, tuple[FormRemark, ...]]:
    """The form in a file when nothing is wrong with it, and everything there is to say about it; ws: where it may be the next version of a form.

    Read apart, under limits of time and memory. Raises FormError ``form-stopped`` where it takes too much.
    """
    from seeddesk.exchange.xform import child

    def other(form_id: str) -> Form | None:
        return named(ws, form_id) if ws is not None and form_id in ws.shelf.use else None

    return child.check_apart(path, paths.resources() / "vocabularies", ws.form if ws is not None else None, other)


def load(path: Path) -> Form:
    """The form in a file, read apart, under limits of time and memory. Raises FormError."""
    from seeddesk.exchange.xform import child

    return child.load_apart(path, paths.resources() / "vocabularies")


def named(ws: Workspace, form_id: str, version: str = "") -> Form:
    """A form of the catalogue, its version in use unless another is named; the main form for "". Raises NotFound ``form-not-here``."""
    if not form_id:
        return ws.form
    form = ws.find_form(form_id, version or ws.shelf.use.get(form_id, ""))
    if form is None:
        known = ", ".join(f"{one} {other}".strip() for one, other in ws.shelf.known)
        raise NotFound("form-not-here", form=f"{form_id} {version}".strip(), forms=known)
    return form


def media(ws: Workspace, form: Form) -> Mapping[str, bytes]:
    """The files a form of the catalogue shows, by name. Raises StorageError ``attachment-damaged``."""
    with ws.catalogue.read() as view:
        names = view.form_files(form.id, form.version)
    return {name: file_bytes(ws, form, name) for name in names}


def file_bytes(ws: Workspace, form: Form, name: str) -> bytes:
    """The bytes of one of a form's media. Raises NotFound ``form-file-absent``, StorageError ``attachment-damaged``."""
    if name in form.files:
        return form.files[name]
    with ws.catalogue.read() as view:
        try:
            files: Mapping[str, str] = view.form_files(form.id, form.version)
        except NotFound:
            files = {}
        if name not in files:
            raise NotFound("form-file-absent", name=name, form=form.id)
        return view.attachment(files[name])


def diff(old: Form, new: Form) -> tuple[FormChange, ...]:
    """What the new form changes."""
    return differences(old, new)


def concerned(ws: Workspace, form_id: str, changes: Sequence[FormChange]) -> Sequence[int]:
    """For each change, how many answers that the catalogue's practices of this form hold it leaves behind."""
    found = [0] * len(changes)
    places: dict[str, list[int]] = {}
    for place, one in enumerate(changes):
        for template in one.answers:
            places.setdefault(template, []).append(place)
    if places:
        with ws.catalogue.read() as view:
            for _, record in view.records(view.ids(Query(where={FORM: (form_id,)}))):
                for path, _ in record.answers():
                    for place in places.get(template_of(path), ()):
                        found[place] += 1
    return found


def export(form: Form, kind: str, out: Path, files: Mapping[str, bytes] | None = None) -> tuple[Path, ...]:
    """Write a form for other programs; returns what was written. kind: ``xlsx`` (an XLSForm workbook) or ``xform``.

    files: the form's media, where it does not hold them itself. They and the lists that stand in files of their own go into a folder beside,
    ``<name>-media``, where other programs look for them. Raises StorageError.
    """
    from seeddesk.exchange.xform import list_files, write_workbook
    from seeddesk.storage.files import write_atomic

    beside = dict(files if files is not None else form.files)
    if kind == "xlsx":
        beside |= list_files(form)
        data = write_workbook(form)
    else:
        data = b'<?xml version="1.0" encoding="UTF-8"?>\n' + form.xform.encode()
    write_atomic(out, data)
    written = [out]
    for name, content in beside.items():
        target = out.with_name(f"{out.stem}-media") / Path(name).name
        write_atomic(target, content)
        written.append(target)
    return tuple(written)
