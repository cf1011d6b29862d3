"""What commands say: sentences and tables for people, JSON for scripts."""

from __future__ import annotations

import json
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from seeddesk.cli.arguments import Request
from seeddesk.domain.answers import format_answer
from seeddesk.domain.clock import moment
from seeddesk.domain.filed import filed
from seeddesk.domain.form import Field, Group, Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import is_row, repeat_of, row_id, rows_of, template_of
from seeddesk.domain.practice import Conflict, HistoryEntry, PracticeRow
from seeddesk.domain.record import Record
from seeddesk.domain.values import NotKnown, Value, is_empty, to_json
from seeddesk.domain.workflow import status_label

if TYPE_CHECKING:
    from seeddesk.cli.session import Voice
    from seeddesk.domain.logic import Problem
    from seeddesk.services.cataloguing import Shown

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
    """A value in a sentence: quoted, and what becomes of a row in brackets."""
    said = value_text(voice, path, value)
    return said if is_row(path) else quoted(said, voice.lang)


def value_text(voice: Voice, path: str, value: Value) -> str:
    """A value as people read it."""
    if is_row(path):
        return sentence("cli-row-kept" if isinstance(value, str) else "cli-row-removed", voice.lang)
    field = voice.form.field(template_of(path))
    if field is not None and field.kind is not Kind.FILE:
        return format_answer(field, value, voice.lang, voice.form)
    if isinstance(value, NotKnown):
        return sentence("cli-not-known", voice.lang)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def numbered(record: Record, path: str) -> str:
    """A path with rows by number, as commands take it: ``partners[0].name``. A row that is gone keeps its id."""
    name = path
    for row in reversed(rows_of(path)):
        rows = record.rows(repeat_of(row))
        if row in rows:
            name = f"{repeat_of(row)}[{rows.index(row)}]" + name[len(row) :]
    return name


def named(voice: Voice, record: Record, path: str, past: Record | None = None) -> str:
    """A field in a sentence: its label and the name commands take; a row also by what stands in it.

    past: what rows that are gone held, so that they are told apart by it and not by their ids.
    """
    template = template_of(path)
    item = voice.form.field(template) or voice.form.groups.get(template)
    label = voice.said(item.label) if item else ""
    name = numbered(record, path)
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
        if kind in ("typed", "dossier", "table", "base", "resolved", "calculated")
        else origin
    )


def problems(voice: Voice, found: Iterable[Problem]) -> list[dict[str, str]]:
    """What the form has to say about answers."""
    return [{"path": problem.path, "code": problem.code, "message": problem.message(voice.lang)} for problem in found]


# The list --------------------------------------------------------------------------------------------------------------------------------


def row_json(row: PracticeRow) -> dict[str, Any]:
    """One practice of a list."""
    return {name: getattr(row, name) for name in PracticeRow.__dataclass_fields__}


def rows_text(lang: str, rows: Sequence[PracticeRow], total: int, main: str) -> str:
    """A list for people. main: the form that need not be named."""
    if not total:
        return sentence("cli-list-none", lang)
    lines = []
    for row in rows:
        waiting = sentence("cli-list-conflicts", lang, count=row.conflicts) if row.conflicts else ""
        title = one_line(row.title, 70) or sentence("dossier-untitled", lang)
        details = " · ".join(
            filter(
                None,
                (
                    status(lang, row.status),
                    row.country,
                    one_line(row.place, 30),
                    row.year,
                    f"{row.completeness}%",
                    row.form if row.form != main else "",
                    waiting,
                ),
            )
        )
        lines.append(f"{row.code or row.id}  {title}  [{details}]")
    lines.append(sentence("cli-list-count", lang, shown=len(rows), total=total))
    return "\n".join(lines)


# One practice ----------------------------------------------------------------------------------------------------------------------------


def shown_json(voice: Voice, shown: Shown, history: Sequence[HistoryEntry] | None) -> dict[str, Any]:
    """A practice for scripts."""
    from seeddesk.services.exporting import notes_of, record_json

    data: dict[str, Any] = {
        **row_json(shown.row),
        "deleted": shown.state.hidden,
        "values": record_json(shown.record),
        "missing": list(shown.evaluation.missing),
        "problems": problems(voice, shown.evaluation.problems),
        "conflicts": [conflict_json(one, shown.record) for one in shown.conflicts],
        "notes": notes_of(shown.record),
    }
    if history is not None:
        data["history"] = [
            {
                "field": numbered(shown.record, entry.path),
                "path": entry.path,
                "value": to_json(entry.value),
                "author": entry.author,
                "time": entry.time,
                "origin": entry.origin,
                "dot": str(entry.dot),
                "state": entry.state,
            }
            for entry in history
        ]
    return data


def shown_text(voice: Voice, shown: Shown, history: Sequence[HistoryEntry] | None) -> str:
    """A practice for people: its answers by section, what waits, what is missing."""
    from seeddesk.services.exporting import notes_of

    record, row = shown.record, shown.row
    waiting = {path for one in shown.conflicts for path in (one.path, *one.together)}
    lines = [f"{row.code}  {one_line(row.title) or sentence('dossier-untitled', voice.lang)}"]
    if shown.state.hidden:
        lines.append(sentence("cli-show-deleted", voice.lang))
    lines.append(
        sentence(
            "cli-show-state",
            voice.lang,
            status=status(voice.lang, row.status),
            complete=row.completeness,
            id=row.id,
            time=when(row.updated),
        )
    )
    if voice.form.id != voice.ws.form.id:
        lines.append(
            sentence("cli-show-form", voice.lang, form=voice.said(voice.form.title, voice.form.id), id=voice.form.id)
        )
    for section in voice.form.sections:
        inside = _items(voice, record, section.items, (), waiting, 1)
        if inside:
            lines += ["", voice.said(section.label, section.name), *inside]
    if calculated := _calculated(voice, record):
        lines += ["", sentence("cli-show-calculated", voice.lang), *calculated]
    if foreign := _foreign(voice, record):
        lines += ["", sentence("cli-show-foreign", voice.lang), *foreign]
    notes = notes_of(record)
    if notes:
        lines += ["", sentence("cli-show-notes", voice.lang)]
        lines += [
            f"  {note['author']}, {when(note['time'])}, {named(voice, record, note['field']) if note['field'] else '—'}: {one_line(note['text'], 1000)}"
            for note in notes
        ]
    if shown.evaluation.problems:
        lines += ["", sentence("cli-show-problems", voice.lang)]
        lines += [
            f"  {named(voice, record, problem.path)}: {problem.message(voice.lang)}"
            for problem in shown.evaluation.problems
        ]
    if shown.conflicts:
        lines += [
            "",
            sentence("cli-show-conflicts", voice.lang, count=len(shown.conflicts), practice=row.code or row.id),
        ]
    if shown.evaluation.missing:
        some = "; ".join(named(voice, record, path) for path in shown.evaluation.missing[:8])
        lines += ["", sentence("cli-show-missing", voice.lang, count=len(shown.evaluation.missing), fields=some)]
    if history is not None:
        lines += ["", sentence("cli-show-history", voice.lang), *history_lines(voice, record, history)]
    return "\n".join(lines)


def _calculated(voice: Voice, record: Record) -> list[str]:
    """What the form works out and asks nobody: by label where it has one, else by name."""
    lines = []
    for path, value in record.answers():
        field = voice.form.field(template_of(path))
        if field is not None and not field.answered and field.calculate:
            label = voice.said(field.label, numbered(record, path))
            lines.append(f"  {label}: {one_line(value_text(voice, path, value), 1000)}")
    return lines


def _foreign(voice: Voice, record: Record) -> list[str]:
    """Answers to what this form does not ask, by what the form that asked it called it."""
    from seeddesk.services import earlier

    paths = [
        path for path, _ in record.answers() if not path.startswith("@") and voice.form.field(template_of(path)) is None
    ]
    asked = earlier.unasked(voice.ws, voice.form, map(template_of, paths))
    lines = []
    for path in paths:
        name, item = numbered(record, path), asked.get(template_of(path))
        label = f"{voice.said(item.label, name)} ({name})" if item is not None and item.label else name
        lines.append(f"  {label}: {one_line(value_text(voice, path, record.values[path]), 1000)}")
    return lines


def history_lines(voice: Voice, record: Record, history: Sequence[HistoryEntry]) -> list[str]:
    """Every value a field was given, newest first."""
    past = Record({entry.path: entry.value for entry in reversed(history) if not is_empty(entry.value)})
    return [
        f"  {when(entry.time)}  {one_line(entry.author, 40)}  {named(voice, record, entry.path, past)}: {_said_then(voice, entry)}"
        f"  [{route(entry.origin, voice.lang)}; {sentence(f'cli-state-{entry.state}', voice.lang)}]"
        for entry in history
        if not is_hidden(voice, entry.path)
    ]


def _said_then(voice: Voice, entry: HistoryEntry) -> str:
    if is_row(entry.path):
        return sentence("cli-row-gone" if entry.value is None else "cli-row-listed", voice.lang)
    return quoted(value_text(voice, entry.path, entry.value), voice.lang)


def _items(
    voice: Voice, record: Record, items: Iterable[Field | Group], rows: tuple[str, ...], waiting: set[str], depth: int
) -> list[str]:
    """The answered fields of a section, a group or a row, indented."""
    lines: list[str] = []
    pad = "  " * depth
    for item in items:
        path = item.template
        for row in rows:
            path = path.replace("[]", row[row.rfind("[") :], 1)
        if isinstance(item, Group):
            if not item.repeat:
                inside = _items(voice, record, item.items, rows, waiting, depth + 1)
                lines += [f"{pad}{voice.said(item.label, item.template)}", *inside] if inside else []
                continue
            for number, row in enumerate(record.rows(path[:-2])):
                mark = f"  {sentence('cli-waits', voice.lang)}" if row in waiting else ""
                lines.append(f"{pad}{voice.said(item.label, item.template)} [{number}]{mark}")
                lines += _items(voice, record, item.items, (*rows, row), waiting, depth + 1)
            continue
        value = record.values.get(path)
        if not item.answered or is_empty(value):
            continue
        shown = lines_of(value_text(voice, path, value))
        mark = f"  {sentence('cli-waits', voice.lang)}" if path in waiting else ""
        label = voice.said(item.label, item.template)
        lines.append(f"{pad}{label}: {shown[0]}{mark}")
        lines += [f"{pad}  {line}" for line in shown[1:] if line]
    return lines


# Conflicts -------------------------------------------------------------------------------------------------------------------------------


def conflict_json(conflict: Conflict, record: Record) -> dict[str, Any]:
    """A conflict for scripts: every head, and what there was before. content: the cells of a row to keep or to remove."""
    return {
        "practice": conflict.practice,
        "code": conflict.code,
        "title": conflict.title,
        "field": numbered(record, conflict.path) if conflict.path else "practice",
        "path": conflict.path,
        "kind": conflict.kind,
        "together": [numbered(record, path) for path in conflict.together],
        "base": to_json(conflict.base) if conflict.has_base else None,
        "proposal": to_json(conflict.proposal),
        "content": {
            path[len(conflict.path) + 1 :]: to_json(value)
            for path, value in record.answers()
            if conflict.kind == "row" and path.startswith(conflict.path + ".")
        },
        "versions": [
            {
                "n": number,
                "letter": version.letter,
                "value": to_json(version.value),
                "together": {numbered(record, path): to_json(value) for path, value in version.together.items()},
                "author": version.author,
                "time": version.time,
                "origin": version.origin,
                "dots": [str(dot) for dot in version.dots],
            }
            for number, version in enumerate(conflict.versions, 1)
        ],
    }


def conflicts_text(
    lang: str, found: Sequence[Conflict], records: Mapping[str, Record], voices: Mapping[str, Voice]
) -> str:
    """Conflicts for people, each with the command that decides it."""
    if not found:
        return sentence("cli-conflicts-none", lang)
    lines: list[str] = []
    for conflict in found:
        record, voice = records[conflict.practice], voices[conflict.practice]
        name = numbered(record, conflict.path) if conflict.path else "practice"
        what = named(voice, record, conflict.path) if conflict.path else sentence("cli-conflict-practice", lang)
        lines.append(f"{conflict.code or conflict.practice}  {one_line(conflict.title)}")
        lines.append(f"  {what}")
        if conflict.has_base:
            lines.append(
                f"    {sentence('cli-conflict-base', lang, value=quoted(value_text(voice, conflict.path, conflict.base), lang))}"
            )
        for number, version in enumerate(conflict.versions, 1):
            value = (
                quoted(value_text(voice, conflict.path, version.value), lang)
                if conflict.kind == "field"
                else _kept(voice, record, conflict, version.value)
            )
            for path, other in version.together.items():
                if all(is_empty(one.together.get(path)) for one in conflict.versions):
                    continue
                value += f" · {named(voice, record, path)}: {quoted(value_text(voice, path, other), lang)}"
            lines.append(
                f"    {number}  {value}  — {one_line(version.author, 40)}, {when(version.time)}, {route(version.origin, lang)}"
            )
        if conflict.proposal is not None:
            lines.append(
                f"    M  {quoted(value_text(voice, conflict.path, conflict.proposal), lang)}  — {sentence('cli-conflict-merged', lang)}"
            )
        lines.append(
            f"    → seeddesk resolve {conflict.code or conflict.practice} {name} --take {'M' if conflict.proposal is not None else '1'}"
        )
    lines.append(sentence("cli-conflicts-count", lang, count=len(found)))
    return "\n".join(lines)


def _kept(voice: Voice, record: Record, conflict: Conflict, value: Value) -> str:
    """To remove, or to keep and what: the cells of a row, the fields of a practice that somebody edited."""
    if value is None:
        return sentence("cli-row-removed", voice.lang)
    what = [f"{label}: {quoted(text, voice.lang)}" for label, text in row_cells(voice, record, conflict.path)]
    if isinstance(value, tuple):
        what = [named(voice, record, path) for path in value if not is_hidden(voice, path)]
    return " ".join([sentence("cli-row-kept", voice.lang), " · ".join(what)]).strip()
