"""What every practice has, whatever its form asks: a title, a code, a status. Where a form has no such question they lie under ``@code`` and ``@status``."""

from __future__ import annotations

from seeddesk.domain.form import Form, Kind
from seeddesk.domain.record import Record


def place(name: str, form: Form | None) -> str:
    """The path of a basic answer (``code``, ``status``): where the form keeps it (a hidden question that nothing calculates), else a
    reserved one. A question of that name that people or the form itself answer is theirs, and says nothing about the practice."""
    field = None if form is None else form.fields.get(name)
    kept = form is None or (field is not None and field.kind is Kind.HIDDEN and not field.calculate)
    return name if kept else f"@{name}"


def basic(record: Record, name: str, form: Form | None) -> str:
    """A basic answer, "" for none; what another form's question held counts until this form's is answered."""
    own = place(name, form)
    if own == name:
        return record.text(own) or record.text(f"@{name}")
    taken = form is not None and name in form.fields
    return record.text(own) or ("" if taken else record.text(name))


def title(record: Record, form: Form | None) -> str:
    """What a practice is called: its title, else the name its form makes of its answers, else its first answer in words."""
    if form is None or "title" in form.fields:
        return record.text("title")
    names = [template for template, field in form.fields.items() if field.xpath.endswith("/instanceName")]
    names += [name for name, field in form.fields.items() if field.kind is Kind.TEXT and "[]" not in name]
    return next((text for name in names if (text := " ".join(record.text(name).split()))), record.text("title"))[:200]
