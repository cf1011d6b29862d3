"""FIELD=VALUE: which path of a record a name means, and which value a text is."""

from __future__ import annotations

import difflib
import re
from collections.abc import Mapping, Sequence
from pathlib import Path

from seeddesk.cli.session import Voice
from seeddesk.domain import basics, workflow
from seeddesk.domain.answers import parse_answer
from seeddesk.domain.errors import Refused, UsageError
from seeddesk.domain.form import Field, Kind, pick
from seeddesk.domain.logic.checks import fits as is_of_kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import (
    counted_row_id,
    counted_row_key,
    is_row,
    new_row_id,
    order_between,
    repeat_of,
    row_path,
    rows_of,
    template_of,
)
from seeddesk.domain.query import fold_text
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, clean_text, is_empty
from seeddesk.services.comparing import fits

_STEP = re.compile(r"(@\w+|[^\W\d][\w~-]*)(?:\[(\d{1,9}|[0-9a-f]{32}|)\])?\Z")
STATUS = "status"
_NO = ("no", "n", "false", "falso", "0")  # takes a tick away
SHOWN_CHOICES = 24  # of a longer list, only the nearest are named


def changes_of(voice: Voice, words: Sequence[str], values: Mapping[str, Value]) -> tuple[dict[str, Value], str]:
    """What the words FIELD=VALUE change in a record, and the status asked for ("" for none).

    Rows are counted as they stood before the command: a removal in it moves no other row, and what it adds counts on from the last.
    Raises UsageError for a name or a row that is not there, a field named twice, a cell of a row that goes; Refused ``value-unfit`` for a
    text that does not fit its field.
    """
    record = Record(dict(values))
    changes: dict[str, Value] = {}
    names: dict[str, str] = {}
    added: dict[str, Value] = {}
    status = ""
    of_practice = STATUS not in voice.form.fields or basics.place(STATUS, voice.form) == STATUS
    for word in words:
        name, equals, text = (part.strip() if at == 0 else part for at, part in enumerate(word.partition("=")))
        if not equals or not name:
            raise UsageError("cli-field-value", what=word)
        is_status = of_practice and name == STATUS
        path = STATUS if is_status else path_of(voice, record, name, added)
        if path in names:
            raise UsageError("field-given-twice", name=name)
        names[path] = name
        if is_status:
            status = _status(voice, text)
        elif not is_row(path):
            changes[path] = value_of(voice, path, text)
        elif text.strip():
            raise UsageError("field-is-group", name=name, fields=inside(voice, template_of(path)))
        else:
            changes[path] = None
    for path, name in names.items():
        gone = next((row for row in rows_of(path) if row in names and row != path), None)
        if gone:
            raise UsageError("field-row-removed", name=name, row=names[gone])
    return {**added, **changes}, status


def invisible(texts: Sequence[str]) -> int:
    """How many characters of what was typed cannot be stored, and so are left out."""
    return sum(not clean_text(char) for text in texts for char in text)


def require_title(voice: Voice, values: Mapping[str, Value]) -> None:
    """Raises Refused ``title-needed``: without one nobody finds a practice again."""
    if "title" in voice.form.fields and is_empty(values.get("title")):
        raise Refused("title-needed")


def path_of(voice: Voice, record: Record, name: str, new_rows: dict[str, Value] | None = None) -> str:
    """The path a name means: ``partners[0].name`` counts rows as they stand. new_rows: where a row just behind the last one is
    added; None: it is not there. Raises UsageError."""
    steps = [_STEP.match(step) for step in name.split(".")]
    if not all(steps):
        raise UsageError("field-no-such", name=name)
    indexes = [step[2] for step in steps if step and step[2] is not None]
    if name in record.values:
        return name  # an answer from another form, or a path as --json prints it
    template = voice.form.resolve(re.sub(r"\[\w*\]", "", name))
    wanted = template.count("[]")
    if wanted != len(indexes) or "" in indexes:
        example = template.replace("[]", "[0]")
        raise UsageError("field-row-needed" if wanted else "field-no-rows", name=name, example=example)
    if template in voice.form.groups and not voice.form.groups[template].repeat:
        raise UsageError("field-is-group", name=name, fields=inside(voice, template))
    pieces = template.split("[]")
    path = pieces[0]
    for number, (index, piece) in enumerate(zip(indexes, pieces[1:], strict=True), 1):
        is_itself = number == len(indexes) and not piece  # a row is added by its cells, and never only to be removed
        path = _row(voice, record, path, index, name, None if is_itself else new_rows) + piece
    if is_row(path) and new_rows and path in new_rows:
        raise UsageError(
            "field-row-absent", name=name, count=len(record.rows(repeat_of(path))) - 1, repeat=repeat_of(path)
        )
    return path


def value_of(voice: Voice, path: str, text: str) -> Value:
    """The value a text is for a field. Raises UsageError for a field nobody answers, Refused for a text that does not fit."""
    field = voice.form.field(template_of(path))
    if field is None:
        return text or None
    if not field.answered or field.read_only or field.calculate:
        raise UsageError("field-not-answered", name=field.template)
    if field.kind is Kind.FILE and text.strip():
        from seeddesk.services.recording import keep_file

        return keep_file(voice.ws, Path(text.strip()))
    if field.kind is Kind.ACKNOWLEDGE and fold_text(text.strip()) in _NO:
        return None
    value = parse_answer(field, text, voice.lang, voice.form)
    # Of the field's kind, or refused. What breaks a rule of the form (a limit, a constraint) is kept and warned of: a draft may be wrong.
    if not fits(field, value, voice.form) or (isinstance(value, str) and not is_of_kind(field, value)):
        raise Refused("value-unfit", text=text.strip(), name=field.template, allowed=_allowed(voice, field, text))
    return value


def code_of(voice: Voice, field: Field, text: str) -> str:
    """The code or text to look for in a field. Raises Refused ``value-unfit`` when a choice is not in its list."""
    value = parse_answer(field, text, voice.lang, voice.form)
    if field.choices and not fits(field, value, voice.form):
        raise Refused("value-unfit", text=text.strip(), name=field.template, allowed=_allowed(voice, field, text))
    return value[0] if isinstance(value, tuple) else value if isinstance(value, str) else text


def _row(voice: Voice, record: Record, repeat: str, index: str, name: str, new_rows: dict[str, Value] | None) -> str:
    rows = record.rows(repeat)
    if len(index) == 32:
        path = row_path(repeat, index)
        if path not in record.values:
            raise UsageError("field-row-absent", name=name, count=len(rows), repeat=repeat)
        return path
    number = int(index)
    if number < len(rows):
        return rows[number]
    if number > len(rows) or new_rows is None:
        raise UsageError("field-row-absent", name=name, count=len(rows), repeat=repeat)
    last = rows[-1] if rows else ""
    group = voice.form.groups.get(template_of(repeat) + "[]")
    if group is not None and group.count:  # the row that the count makes, with this answer in it
        path, key = row_path(repeat, counted_row_id(repeat, number + 1)), counted_row_key(number + 1)
    else:
        path, key = row_path(repeat, new_row_id()), order_between(record.text(last) if last else None, None)
    new_rows[path] = record.values[path] = key
    return path


def _status(voice: Voice, text: str) -> str:
    field = voice.form.field(STATUS)
    if not text.strip():
        raise UsageError("status-empty", choices=", ".join(workflow.STATUSES))
    return code_of(voice, field, text) if field else text.strip()


def inside(voice: Voice, template: str) -> str:
    """The names of the fields a group holds."""
    prefix = template + "."
    return ", ".join(
        name.replace("[]", "[0]")
        for name, field in voice.form.fields.items()
        if name.startswith(prefix) and field.answered
    )


def _allowed(voice: Voice, field: Field, text: str) -> str:
    """What a field takes, in words: all choices of a short list, the nearest of a long one."""
    if not field.choices:
        return sentence(f"value-{field.kind.value}", voice.lang)
    labels = {
        f"{choice.name} ({pick(choice.label, voice.lang, choice.name)})": choice
        for choice in voice.form.lists.get(field.choices, ())
    }
    if len(labels) <= SHOWN_CHOICES:
        return ", ".join(labels)
    plain = {fold_text(pick(choice.label, voice.lang)): shown for shown, choice in labels.items()}
    near = [plain[name] for name in difflib.get_close_matches(fold_text(text), plain, 5, 0.4)] or list(labels)[:5]
    return ", ".join([*near, f"… ({len(labels)})"])
