"""Texts of a form with the answers they quote."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeddesk.domain.form import QUOTE, Choice, Field, Form, pick
from seeddesk.domain.logic.functions import text_of
from seeddesk.domain.logic.instance import Place, Rows, answer_of
from seeddesk.domain.logic.rules import QUOTED
from seeddesk.domain.markup import unmarked
from seeddesk.domain.values import Value

if TYPE_CHECKING:
    from seeddesk.domain.logic.run import Run


def labels(form: Form, field: Field, value: Value, lang: str) -> str:
    """A value as a person reads it: the labels of codes, joined by commas; other answers as they are. "Not known yet" is empty."""
    codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
    if not field.choices:
        return ", ".join(codes)
    found = ((code, form.choice(field.choices, code)) for code in codes)
    return ", ".join(pick(choice.label, lang, code) if choice else code for code, choice in found)


def filled(run: Run, place: Place | Rows, text: str, lang: str) -> str:
    """A text as it reads at a place."""
    text = unmarked(text)
    return text if QUOTE not in text else QUOTED.sub(lambda quote: _quoted(run, place, quote[1], lang), text)


def _quoted(run: Run, place: Place | Rows, expression: str, lang: str) -> str:
    rules = run.rules
    rule = rules.words.get((place.xpath, expression))
    if rule is None:
        return ""
    value = run.beside(rule, place) if isinstance(place, Rows) else run.value(rule, place)
    text = text_of(value)
    field = rules.fields.get(rules.quoted.get((place.xpath, expression), ""))
    if field is None or not text:
        return text
    if field.rows is None:
        return labels(rules.form, field, answer_of(field, text), lang)
    names = {choice.name: pick(choice.label, lang) for choice in _offered(run, field, value)}
    return ", ".join(names.get(code, code) for code in text.split())


def _offered(run: Run, field: Field, found: object) -> tuple[Choice, ...]:
    """What the question offers whose answer an expression found."""
    if isinstance(found, list):
        for place in run.places(field.xpath):
            if place.element is found[0]:
                return run.offered(field, place)
    return ()
