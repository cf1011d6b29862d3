"""What will hurt in Word, where a form becomes a document on paper's width and labels are how a place is found again."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from seeddesk.domain.form import QUOTE, Field, Form, Group, pick
from seeddesk.domain.remarks import WARNING, FormRemark
from seeddesk.exchange.docx.carriers import DROP_DOWN, MARK, MARK_LIMIT

COLUMNS = 12  # of a repeat, from which on it is no table any more
LABEL = 100  # characters of a label that stands in one line of a heading, or a few of a label's cell
_TYPED = ("autocomplete", "minimal", "search")  # appearances of lists meant to be searched, not read


def word(form: Form) -> Iterator[FormRemark]:
    """Doubts about a form's dossiers. `question` is the xpath."""
    lang = form.languages[0]
    by_label: dict[tuple[str, str], list[Field]] = defaultdict(list)
    lists: set[str] = set()
    for field in form.fields.values():
        if not field.answered:
            continue
        label = pick(field.label, lang)
        scope = field.template.rpartition("]")[0]
        by_label[scope, " ".join(label.casefold().split()).rstrip(" :?*")].append(field)
        length = len(MARK + field.template.replace(".", "__"))
        if "[]" not in field.template and length > MARK_LIMIT:
            arguments: dict[str, object] = {
                "name": field.template,
                "length": length - len(MARK),
                "most": MARK_LIMIT - len(MARK),
            }
            yield FormRemark(WARNING, "form-check-word-name", "", 0, "name", field.xpath, arguments)
        if len(label) > LABEL:
            yield FormRemark(WARNING, "form-check-word-label", "", 0, "label", field.xpath, {"length": len(label)})
        if any(QUOTE in text for text in field.label.values()):
            yield FormRemark(WARNING, "form-check-word-quotes", "", 0, "label", field.xpath)
        if field.choices not in lists:
            yield from _choices(form, field, lang)
        count = len(form.lists.get(field.choices, ()))
        if count > DROP_DOWN and field.choices not in lists and not any(each in field.appearance for each in _TYPED):
            yield FormRemark(
                WARNING, "form-check-word-list", "", 0, "type", field.xpath, {"list": field.choices, "entries": count}
            )
        lists.add(field.choices)
    for (_, label), fields in by_label.items():
        for field in fields[1:]:
            if label:
                arguments = {"label": pick(field.label, lang), "first": fields[0].template}
                yield FormRemark(WARNING, "form-check-word-same-label", "", 0, "label", field.xpath, arguments)
    for group in form.repeats:
        columns = sum(1 for _ in _answered(group))
        if columns >= COLUMNS:
            yield FormRemark(
                WARNING, "form-check-word-columns", "", 0, "type", group.xpath, {"name": group.path, "columns": columns}
            )


def _choices(form: Form, field: Field, lang: str) -> Iterator[FormRemark]:
    """Choices of a list short enough to be read that have the same label."""
    choices = form.lists.get(field.choices, ())
    seen: dict[str, str] = {}
    for choice in choices if len(choices) <= DROP_DOWN else ():
        label = pick(choice.label, lang)
        first = seen.setdefault(" ".join(label.casefold().split()), choice.name)
        if label and first != choice.name:
            arguments = {"label": label, "list": field.choices, "first": first, "value": choice.name}
            yield FormRemark(WARNING, "form-check-word-same-choice", "", 0, "type", field.xpath, arguments)


def _answered(group: Group) -> Iterator[Field]:
    """The columns of a repeat: its questions, those of groups in it too, not those of repeats in it."""
    for item in group.items:
        if isinstance(item, Field):
            if item.answered:
                yield item
        elif not item.repeat:
            yield from _answered(item)
