"""Everything there is to say about a form, in one go."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.remarks import WARNING, FormRemark, remark_of
from seeddesk.exchange.xform import guard
from seeddesk.exchange.xform.sheets import load_form


def check_form(
    path: Path, vocabularies: Path | None = None, known: Form | None = None
) -> tuple[Form | None, tuple[FormRemark, ...]]:
    """The form, when nothing is wrong with it, and every remark about it: errors first, then by sheet and row.

    path, vocabularies: as in `load_form` · known: the version of this form the catalogue has, to find questions gone without a trace.
    Never raises for what a file holds: what cannot be looked at at all is one remark.
    """
    try:
        guard.check(path)
        form = load_form(path, vocabularies)
    except FormError as error:
        return None, (remark_of(error),)
    return form, tuple(sorted(_former(form, known), key=FormRemark.sort_key))


def _former(form: Form, known: Form | None) -> Iterator[FormRemark]:
    """Questions the catalogue's version has and this one has not, and a version that did not change its number."""
    if known is None or known.id != form.id:
        return
    if known.version == form.version and known.xform != form.xform:
        yield FormRemark(WARNING, "check-same-version", "settings", 2, "version", arguments={"version": form.version})
    for template, gone in known.fields.items():
        if gone.answered and template not in form.fields:
            near = difflib.get_close_matches(template, form.fields.keys() - known.fields.keys(), 1, 0.5)
            code = "check-gone-near" if near else "check-gone"
            yield FormRemark(WARNING, code, "survey", 0, "", template, {"near": "".join(near), "old": known.version})
