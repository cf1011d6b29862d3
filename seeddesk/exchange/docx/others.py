"""Answers that a practice has and its form does not ask for (any more): in a dossier they stand at the end, and come back from there."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from seeddesk.domain.answers import format_answer, parse_answer
from seeddesk.domain.dossier import Found
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import template_of
from seeddesk.domain.values import Value
from seeddesk.exchange.docx import styles
from seeddesk.exchange.docx.carriers import MARK, OWN_WORDS, TAG, other_name, words_print
from seeddesk.exchange.docx.layout import LABEL_WIDTH, VALUE_WIDTH
from seeddesk.exchange.docx.markup import attribute, cell, paragraph, row, run, table
from seeddesk.exchange.docx.slots import PLAIN_CONTROL, Context

_TEXT = Field("other", Kind.TEXT, {}, "", "")
_SET = Field("other", Kind.CHOICES, {}, "", "")  # without a list of choices: whatever stands in it


@dataclass(frozen=True, slots=True)
class Others:
    """The last part of a dossier: nothing when there are no such answers."""

    form: Form
    lang: str

    def render(self, context: Context) -> bytes:
        """A heading, and a table of labels and values as they stand."""
        if not context.others:
            return b""
        rows = ""
        for path, label in context.others.items():
            name, words = other_name(path), " ".join(label.split())
            marked = _bookmark(context, MARK + name, _printed(context, words))
            shown = format_answer(_kind(context.values.get(path)), context.values.get(path), self.lang, self.form)
            control = (
                f'<w:sdt><w:sdtPr><w:alias w:val="{attribute(words[:64])}"/><w:tag w:val="{TAG}{name}"/>{PLAIN_CONTROL.decode()}</w:sdtPr>'
                f"<w:sdtContent>{run(shown)}</w:sdtContent></w:sdt>"
            )
            rows += row(
                cell(LABEL_WIDTH, paragraph(marked, styles.LABEL), grey=True)
                + cell(VALUE_WIDTH, paragraph(control, "SDCella"))
            )
        heading = sentence("dossier-other-form", self.lang)
        found = paragraph(_printed(context, heading), "Heading1")
        found += table((LABEL_WIDTH, VALUE_WIDTH), rows, first_row=False, first_column=True, summary=heading)
        return (found + paragraph("", styles.SPACE)).encode()


def _bookmark(context: Context, name: str, content: str) -> str:
    number = context.new_id()
    return f'<w:bookmarkStart w:id="{number}" w:name="{name}"/>{content}<w:bookmarkEnd w:id="{number}"/>'


def _printed(context: Context, words: str) -> str:
    return _bookmark(context, OWN_WORDS.format(context.next_id + 1, words_print(words)), run(words))


def _kind(value: Value) -> Field:
    return _SET if isinstance(value, tuple) else _TEXT


def as_left(found: Found, before: Value, lang: str, form: Form) -> Found:
    """A value read there, of the shape it had: the elements of a set, else text."""
    if not isinstance(before, tuple) or not isinstance(found.value, str):
        return found
    return Found(parse_answer(_SET, found.value, lang, form), found.found_by, found.authors)


def names_of(values: Mapping[str, Value], form: Form | None) -> dict[str, str]:
    """The names that those answers of a record go by -> their paths; form: None for those of all answers."""
    return {
        other_name(path): path
        for path in values
        if path[-1] != "]" and path[0] != "@" and (form is None or template_of(path) not in form.fields)
    }
