"""Names of things in the person's language: fields, sections, choices; taken from the form."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from seeddesk.domain import workflow
from seeddesk.domain.form import Field, Form, Group, pick, plain_words
from seeddesk.domain.paths import template_of
from seeddesk.domain.values import NOT_KNOWN, Value


def choice(form: Form, template: str, code: str, lang: str) -> str:
    """The label of a choice of a field; the code itself when the form does not know it."""
    field = form.field(template)
    found = form.choice(field.choices, code) if field is not None and field.choices else None
    return pick(found.label, lang, code) if found is not None else code


def status(form: Form, code: str, lang: str) -> str:
    """The word of a workflow status: the form's, else ours."""
    word = choice(form, "status", code, lang)
    if word != code:
        return word
    return workflow.STATUSES.get(code, {}).get(lang, code)


def label(form: Form, item: Field | Group, lang: str) -> str:
    """What a question, group or repeat is called where there is no record to fill its quotes from."""
    return plain_words(pick(item.label, lang, item.template), form, lang)


def field(form: Form, path: str, lang: str) -> str:
    """The label of a field or a repeat at a path; the path itself when it is from another form."""
    template = template_of(form.current(path))
    known = form.field(template) or form.groups.get(template)
    if known is None:
        return path
    words = label(form, known, lang)
    head = template.partition("[]")[0] + "[]"
    group = form.groups.get(head)
    if "[]." in template and isinstance(group, Group):
        return f"{label(form, group, lang)} · {words}"
    return words


def value(form: Form, path: str, answer: Value, lang: str) -> str:
    """An answer as people write it."""
    from seeddesk.domain.answers import format_answer  # loaded with the workspace, after the first paint

    if answer is NOT_KNOWN:
        return QCoreApplication.translate("Answer", "not known yet")
    known = form.field(template_of(path))
    if known is None:
        return "; ".join(answer) if isinstance(answer, tuple) else str(answer or "")
    return format_answer(known, answer, lang, form)


def origin(text: str) -> str:
    """By which route a value came, in words."""
    kind, _, name = text.partition(" ")
    if kind == "typed":
        return QCoreApplication.translate("Origin", "typed here")
    if kind == "dossier":
        return QCoreApplication.translate("Origin", "dossier {name}").format(name=name)
    if kind == "table":
        return QCoreApplication.translate("Origin", "table {name}").format(name=name)
    if kind == "resolved":
        return QCoreApplication.translate("Origin", "decided in a conflict")
    if kind == "base":
        return QCoreApplication.translate("Origin", "came with {name} from another catalogue").format(name=name)
    if kind == "calculated":
        return QCoreApplication.translate("Origin", "worked out from other answers")
    if kind == "many":
        return QCoreApplication.translate("Origin", "together with other practices")
    if kind == "back":
        return QCoreApplication.translate("Origin", "a change to several practices taken back")
    return text
