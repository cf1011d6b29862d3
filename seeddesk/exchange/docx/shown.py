"""A form's values as a dossier shows them."""

from __future__ import annotations

from seeddesk.domain.answers import format_answer, main_text
from seeddesk.domain.form import ACKNOWLEDGED, Field, Form, Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.exchange.docx.carriers import BOXES, DROP_DOWN, boxes
from seeddesk.exchange.docx.markup import attribute, run
from seeddesk.exchange.docx.slots import PLAIN_CONTROL, Shown

_SCALES = frozenset(("likert", "list-nolabel"))  # appearances of choices that are read beside one another


def shown(
    field: Field, lang: str, form: Form, properties: str = "", *, with_boxes: bool = True, blank: bool = False
) -> Shown:
    """How a field's values are shown in a language. properties: of its runs; with_boxes: a short list of choices is shown whole."""
    not_known = format_answer(field, NOT_KNOWN, lang, form)
    if field.kind is Kind.FILE:
        words = sentence("dossier-attached", lang)
        return Shown(field, lambda value: words, not_known, properties)
    if with_boxes and has_boxes(field, form, blank=blank):
        codes = (
            [ACKNOWLEDGED] if field.kind is Kind.ACKNOWLEDGE else [choice.name for choice in form.lists[field.choices]]
        )
        labels = {code: label_of(field, code, lang, form) for code in codes}

        def boxed(value: Value) -> str:
            # What is not in the list is a crossed box of its own: it was answered, so it is shown.
            chosen = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
            said = labels | {code: code for code in chosen if code not in labels}
            if field.main_first and len(chosen) > 1:
                said[chosen[0]] = main_text(said[chosen[0]], lang)
            return boxes((label, code in chosen) for code, label in said.items())

        return Shown(field, boxed, not_known, properties, run(boxed(()), properties).encode())
    if field.kind is Kind.TEXT:
        # Nothing to format, and most of a record: straight through.
        return Shown(
            field,
            lambda value: value if isinstance(value, str) else format_answer(field, value, lang, form),
            not_known,
            properties,
        )
    return Shown(field, lambda value: format_answer(field, value, lang, form), not_known, properties)


def has_boxes(field: Field, form: Form, *, blank: bool = False) -> bool:
    """Whether the field's choices are few enough to be shown all, with boxes. In a blank, and in grids and scales, also those of which one is
    chosen: a drop-down says nothing on paper."""
    if field.kind is Kind.ACKNOWLEDGE:
        return True
    one = field.kind is Kind.CHOICE and (blank or not _SCALES.isdisjoint(field.appearance.split()))
    most = BOXES if field.kind is Kind.CHOICES else BOXES // 2 if one else 0
    return not field.choice_filter and 0 < len(form.lists.get(field.choices, ())) <= most


def label_of(field: Field, code: str, lang: str, form: Form) -> str:
    """A choice as it is written in a dossier."""
    return format_answer(field, (code,) if field.kind is Kind.CHOICES else code, lang, form).strip()


def control_kind(field: Field, lang: str, form: Form) -> bytes:
    """What kind of control holds the value: a drop-down for one of a few choices, else text of several lines."""
    choices = form.lists.get(field.choices, ())
    if field.kind is Kind.CHOICE and 1 < len(choices) <= DROP_DOWN and not field.choice_filter:
        labels = [label_of(field, choice.name, lang, form) for choice in choices] + [
            format_answer(field, NOT_KNOWN, lang, form)
        ]
        if len({label.casefold() for label in labels}) == len(labels):  # Word refuses two entries alike
            # The entry's value is its label: LibreOffice shows the value where they differ.
            entries = "".join(
                f'<w:listItem w:displayText="{attribute(label)}" w:value="{attribute(label)}"/>' for label in labels
            )
            return f"<w:dropDownList>{entries}</w:dropDownList>".encode()
    return PLAIN_CONTROL
