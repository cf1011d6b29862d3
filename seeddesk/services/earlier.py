"""Answers to questions that a practice's form does not ask (any more): what the question was called, from the newest known form that asked it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING

from seeddesk.domain.form import Field, Form, Group, Texts
from seeddesk.domain.paths import template_of
from seeddesk.domain.versions import current

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace


def question(ws: Workspace, form: Form, path: str) -> Field | Group | None:
    """The question or repeat at a path or template: the form's own, else the one of its newest other version that had it, else of another form."""
    template = template_of(path)
    own = form.fields.get(template) or form.groups.get(template)
    return own or unasked(ws, form, [template]).get(template)


def unasked(ws: Workspace, form: Form, templates: Iterable[str]) -> Mapping[str, Field | Group]:
    """Those of the templates that the form does not know but another known form or version does: with the question as that one put it."""
    wanted = {template for template in templates if template not in form.fields and template not in form.groups}
    found: dict[str, Field | Group] = {}
    others = _others(ws, form)
    while wanted - found.keys() and (other := next(others, None)):
        items: dict[str, Field | Group] = {**other.groups, **other.fields}
        for template, item in items.items():
            name = current(template, form) if other.id == form.id else template
            if name in wanted:
                found.setdefault(name, item)
    return found


def choice_label(ws: Workspace, forms: Iterable[Form], template: str, code: str) -> Texts:
    """What a choice is called by the first of these forms that has it, else by an earlier version; {} when none has."""
    tried: list[Form] = []
    for form in forms:
        tried.append(form)
        if label := _label(form, template, code):
            return label
    for form in tried:
        for other in _others(ws, form):
            for name in [template, *(old for old, new in form.former.items() if new == template)]:
                if label := _label(other, name, code):
                    return label
    return {}


def _label(form: Form, template: str, code: str) -> Texts:
    field = form.fields.get(template)
    choice = form.choice(field.choices, code) if field is not None and field.choices else None
    return choice.label if choice else {}


def _others(ws: Workspace, form: Form) -> Iterator[Form]:
    """The other versions of a form, the latest first; then the versions in use of other forms, then the rest."""
    shelf = ws.shelf
    names = [(form.id, version) for version in shelf.versions(form.id)]
    names += [(form_id, version) for form_id, version in shelf.use.items() if form_id != form.id]
    names += reversed(shelf.known)
    for name in dict.fromkeys(names):
        if name != (form.id, form.version) and (found := ws.find_form(*name)) is not None:
            yield found
