"""The words a form's parts go by in a dossier: one line each, the same in every dossier of the form, so that they can be found again."""

from __future__ import annotations

from collections.abc import Iterable

from seeddesk.domain.answers import format_answer
from seeddesk.domain.form import Field, Form, Group, Section, Texts, pick, plain_words
from seeddesk.domain.messages import LANGUAGES, sentence
from seeddesk.domain.paths import leaf


def said(text: str, form: Form, lang: str) -> str:
    """A form's own text in one line; quoted answers by the name of their question, for a dossier's words do not follow its answers."""
    return " ".join(plain_words(text, form, lang).split())


def label_of(item: Field | Group | Section, form: Form, lang: str) -> str:
    """What a part is called in a language; a question or repeat without a label by its name, a group or section without one by nothing."""
    label = said(pick(item.label, lang), form, lang)
    if label or isinstance(item, Section) or (isinstance(item, Group) and not item.repeat):
        return label
    return leaf(item.template.removesuffix("[]"))


def labels_of(item: Field | Group | Section, form: Form) -> set[str]:
    """What a part may be called in a dossier, in any language."""
    return {label for lang in languages(form) if (label := label_of(item, form, lang))}


def texts_of(texts: Texts, form: Form) -> set[str]:
    """A hint or message as it may stand in a dossier, in any language."""
    return {text for lang in texts if (text := said(texts[lang], form, lang))}


def languages(form: Form) -> Iterable[str]:
    """Every language a dossier of the form can be in."""
    return dict.fromkeys((*form.languages, *LANGUAGES))


def range_of(field: Field, form: Form, lang: str) -> str:
    """The numbers a question asks for one of, "" for any."""
    if field.range is None:
        return ""
    lowest, highest = (format_answer(field, text, lang, form) for text in (field.range.start, field.range.end))
    return sentence("dossier-range", lang, lowest=lowest, highest=highest)
