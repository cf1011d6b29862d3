"""Everything that is wrong with a form's expressions, nothing hiding anything else."""

from __future__ import annotations

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.logic.rules import Rules


def problems(form: Form) -> tuple[FormError, ...]:
    """An error for every expression that is refused, in the form's order, then one for every circle of what is left."""
    errors: list[FormError] = []
    Rules(form, errors)
    return tuple(errors)


def loops(form: Form) -> tuple[tuple[str, ...], ...]:
    """The questions that by the form's actions change themselves again in the end, as templates: each with those its change sets.

    Such a form works (whatever goes round is cut after one turn), but rarely as its author meant.
    """
    names = {field.xpath: field.template for field in form.fields.values()}
    after: dict[str, set[str]] = {}
    for action in form.actions:
        if action.event == "changed":
            after.setdefault(action.source, set()).add(action.target)
    found = []
    for start in after:
        reached: set[str] = set()
        waiting = [start]
        while waiting:
            further = after.get(waiting.pop(), set()) - reached
            reached |= further
            waiting += further
        if start in reached:
            found.append((start, *sorted(after[start])))
    return tuple(tuple(names.get(xpath, xpath) for xpath in each) for each in found)
