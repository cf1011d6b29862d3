"""How commands say things: fields, values, times and routes in words people know; and the way out, sentences or JSON."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, Any

from seeddesk.cli.arguments import Request
from seeddesk.domain.answers import format_answer
from seeddesk.domain.clock import moment
from seeddesk.domain.filed import filed
from seeddesk.domain.form import Field, Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import is_row, row_id, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import NotKnown, Value, is_empty, to_json
from seeddesk.domain.workflow import status_label

if TYPE_CHECKING:
    from seeddesk.cli.session import Voice
    from seeddesk.domain.logic import Problem

LONGEST = 160  # characters of a value in one line


def say(request: Request, data: Mapping[str, Any], text: str) -> None:
    """Print the answer: one JSON document, or the text."""
    if request.as_json:
        json.dump(data, sys.stdout, ensure_ascii=False, indent=2)
        print()
    elif text:
        print(text)


def one_line(text: str, longest: int = LONGEST) -> str:
    """A text in one line, without what could move a terminal's cursor, cut where it is too long."""
    plain = " ".join("".join(" " if unicodedata.category(char) in ("Cc", "Cf") else char for char in text).split())
    return plain if len(plain) <= longest else plain[: longest - 1] + "…"


def lines_of(text: str) -> list[str]:
    """A text's lines, each safe for a terminal."""
    return [one_line(line, 100_000) for line in text.split("\n")]


def quoted(text: str, lang: str) -> str:
    """A value in a sentence, in the language's quotation marks."""
    if not text.strip():
        return "—"
    return f"«{one_line(text)}»" if lang == "it" else f"“{one_line(text)}”"


def value_json(value: Value) -> Any:
    """A value as JSON."""
    return to_json(value)


def value_said(voice: Voice, path: str, value: Value) -> str:
    """A value in a sentence: quoted, and what became of a row in brackets."""
    if is_row(path):
        return sentence("cli-row-gone" if value is None else "cli-row-listed", voice.lang)
    return quoted(value_text(voice, path, value), voice.lang)


def value_text(voice: Voice, path: str, value: Value) -> str:
    """A value as people read it."""
    if is_row(path):
        return sentence("cli-row-kept" if isinstance(value, str) else "cli-row-removed", voice.lang)
    field = voice.asked(path)
    if isinstance(field, Field) and field.kind is not Kind.FILE:
        return format_answer(field, value, voice.lang, voice.form)
    if isinstance(value, NotKnown):
        return sentence("cli-not-known", voice.lang)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def named(voice: Voice, record: Record, path: str, past: Record | None = None) -> str:
    """A field in a sentence: its label and the name commands take; a row also by what stands in it.

    past: what rows that are gone held, so that they are told apart by it and not by their ids.
    """
    item = voice.asked(path)
    label = voice.said(item.label) if item else ""
    name = record.numbered(path)
    for row in rows_of(path):
        held = next((text for _, text in row_cells(voice, past or record, row) if filed(text) is None), "")
        name = name.replace(f"[{row_id(row)}]", f"[{quoted(held, voice.lang) if held else '…'}]")
        if row == path and held:
            label = f"{label} {quoted(held, voice.lang)}".strip()
            name = name if row not in record.values or record.alive(row) else ""  # its number is another row's now
    return f"{label} ({name})" if label and name else label or name


def changed(voice: Voice, record: Record, before: Record, paths: Iterable[str]) -> list[str]:
    """What a command changed, each in a word; a row that went is named by what it held, its cells are not."""
    shown = []
    for path in paths:
        gone = [row for row in rows_of(path) if not record.alive(row)]
        if not gone and not is_hidden(voice, path):
            shown.append(named(voice, record, path))
        elif gone and gone[0] == path:
            shown.append(f"{named(voice, record, path, before)} {sentence('cli-row-gone', voice.lang)}")
    return shown


def row_cells(voice: Voice, record: Record, row: str) -> Iterator[tuple[str, str]]:
    """What stands in a row, as label and text, in the form's order: the first is what people know it by."""
    start = template_of(row) + "."
    for template, field in voice.form.fields.items():
        inside = template.removeprefix(start)
        value = record.get(f"{row}.{inside}")
        if inside != template and field.answered and not is_empty(value):
            yield voice.said(field.label, inside), value_text(voice, f"{row}.{inside}", value)


def is_hidden(voice: Voice, path: str) -> bool:
    """Whether a path is worked out or carried, and no answer of a person's."""
    field = voice.form.field(template_of(path))
    return path.startswith("@") or (field is not None and (field.kind is Kind.HIDDEN or bool(field.calculate)))


def status(lang: str, code: str) -> str:
    """The name of a status."""
    return status_label(code, lang)


def when(time: str) -> str:
    """A revision's time on this machine's clock."""
    try:
        return f"{moment(time).astimezone():%Y-%m-%d %H:%M}"
    except ValueError:
        return time


def route(origin: str, lang: str) -> str:
    """By which route a value came, in words."""
    kind, _, name = origin.partition(" ")
    code = f"cli-origin-{kind}"
    return (
        sentence(code, lang, name=name)
        if kind in ("typed", "dossier", "table", "base", "resolved", "calculated", "many", "back")
        else origin
    )


def problems(voice: Voice, found: Iterable[Problem]) -> list[dict[str, str]]:
    """What the form has to say about answers."""
    return [{"path": problem.path, "code": problem.code, "message": problem.message(voice.lang)} for problem in found]
