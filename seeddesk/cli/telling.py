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
from seeddesk.domain.form import Field, Group, Kind, pick
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import is_row, repeat_of, row_id, rows_of, template_of
from seeddesk.domain.practice import Conflict, HistoryEntry, PracticeRow
from seeddesk.domain.record import Record
from seeddesk.domain.values import NotKnown, Value, is_empty, to_json
from seeddesk.domain.workflow import status_label

if TYPE_CHECKING:
    from seeddesk.domain.logic import Problem
    from seeddesk.services.cataloguing import Shown
    from seeddesk.services.workspace import Workspace

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


def value_said(ws: Workspace, path: str, value: Value) -> str:
    """A value in a sentence: quoted, and what becomes of a row in brackets."""
    said = value_text(ws, path, value)
    return said if is_row(path) else quoted(said, ws.lang)


def value_text(ws: Workspace, path: str, value: Value) -> str:
    """A value as people read it."""
    if is_row(path):
        return sentence("cli-row-kept" if isinstance(value, str) else "cli-row-removed", ws.lang)
    field = ws.form.field(template_of(path))
    if field is not None and field.kind is not Kind.FILE:
        return format_answer(field, value, ws.lang, ws.form)
    if isinstance(value, NotKnown):
        return sentence("cli-not-known", ws.lang)
    return "; ".join(value) if isinstance(value, tuple) else value or ""


def numbered(record: Record, path: str) -> str:
    """A path with rows by number, as commands take it: ``partners[0].name``. A row that is gone keeps its id."""
    name = path
    for row in reversed(rows_of(path)):
        rows = record.rows(repeat_of(row))
        if row in rows:
            name = f"{repeat_of(row)}[{rows.index(row)}]" + name[len(row) :]
    return name


def named(ws: Workspace, record: Record, path: str, past: Record | None = None) -> str:
    """A field in a sentence: its label and the name commands take; a row also by what stands in it.

    past: what rows that are gone held, so that they are told apart by it and not by their ids.
    """
    template = template_of(path)
    item = ws.form.field(template) or ws.form.groups.get(template)
    label = pick(item.label, ws.lang) if item else ""
    name = numbered(record, path)
    for row in rows_of(path):
        held = next((text for _, text in row_cells(ws, past or record, row)), "")
        name = name.replace(f"[{row_id(row)}]", f"[{quoted(held, ws.lang) if held else '…'}]")
        if row == path and held:
            label = f"{label} {quoted(held, ws.lang)}".strip()
            name = name if row not in record.values or record.alive(row) else ""  # its number is another row's now
    return f"{label} ({name})" if label and name else label or name


def changed(ws: Workspace, record: Record, before: Record, paths: Iterable[str]) -> list[str]:
    """What a command changed, each in a word; a row that went is named by what it held, its cells are not."""
    shown = []
    for path in paths:
        gone = [row for row in rows_of(path) if not record.alive(row)]
        if not gone and not is_hidden(ws, path):
            shown.append(named(ws, record, path))
        elif gone and gone[0] == path:
            shown.append(f"{named(ws, record, path, before)} {sentence('cli-row-gone', ws.lang)}")
    return shown


def row_cells(ws: Workspace, record: Record, row: str) -> Iterator[tuple[str, str]]:
    """What stands in a row, as label and text, in the form's order: the first is what people know it by."""
    start = template_of(row) + "."
    for template, field in ws.form.fields.items():
        inside = template.removeprefix(start)
        value = record.get(f"{row}.{inside}")
        if inside != template and field.answered and not is_empty(value):
            yield pick(field.label, ws.lang, inside), value_text(ws, f"{row}.{inside}", value)


def is_hidden(ws: Workspace, path: str) -> bool:
    """Whether a path is worked out or carried, and no answer of a person's."""
    field = ws.form.field(template_of(path))
    return path.startswith("@") or (field is not None and (field.kind is Kind.HIDDEN or bool(field.calculate)))


def status(ws: Workspace, code: str) -> str:
    """The name of a status."""
    return status_label(code, ws.lang)


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


def problems(ws: Workspace, found: Iterable[Problem]) -> list[dict[str, str]]:
    """What the form has to say about answers."""
    return [{"path": problem.path, "code": problem.code, "message": problem.message(ws.lang)} for problem in found]


# The list --------------------------------------------------------------------------------------------------------------------------------


def row_json(row: PracticeRow) -> dict[str, Any]:
    """One practice of a list."""
    return {name: getattr(row, name) for name in PracticeRow.__dataclass_fields__}


def rows_text(ws: Workspace, rows: Sequence[PracticeRow], total: int) -> str:
    """A list for people."""
    if not total:
        return sentence("cli-list-none", ws.lang)
    lines = []
    for row in rows:
        waiting = sentence("cli-list-conflicts", ws.lang, count=row.conflicts) if row.conflicts else ""
        title = one_line(row.title, 70) or sentence("dossier-untitled", ws.lang)
        details = " · ".join(
            filter(
                None,
                (
                    status(ws, row.status),
                    row.country,
                    one_line(row.place, 30),
                    row.year,
                    f"{row.completeness}%",
                    waiting,
                ),
            )
        )
        lines.append(f"{row.code or row.id}  {title}  [{details}]")
    lines.append(sentence("cli-list-count", ws.lang, shown=len(rows), total=total))
    return "\n".join(lines)


# One practice ----------------------------------------------------------------------------------------------------------------------------


def shown_json(ws: Workspace, shown: Shown, history: Sequence[HistoryEntry] | None) -> dict[str, Any]:
    """A practice for scripts."""
    from seeddesk.services.exporting import notes_of, record_json

    data: dict[str, Any] = {
        **row_json(shown.row),
        "deleted": shown.state.hidden,
        "values": record_json(shown.record),
        "missing": list(shown.evaluation.missing),
        "problems": problems(ws, shown.evaluation.problems),
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


def shown_text(ws: Workspace, shown: Shown, history: Sequence[HistoryEntry] | None) -> str:
    """A practice for people: its answers by section, what waits, what is missing."""
    from seeddesk.services.exporting import notes_of

    record, row = shown.record, shown.row
    waiting = {path for one in shown.conflicts for path in (one.path, *one.together)}
    lines = [f"{row.code}  {one_line(row.title) or sentence('dossier-untitled', ws.lang)}"]
    if shown.state.hidden:
        lines.append(sentence("cli-show-deleted", ws.lang))
    lines.append(
        sentence(
            "cli-show-state",
            ws.lang,
            status=status(ws, row.status),
            complete=row.completeness,
            id=row.id,
            time=when(row.updated),
        )
    )
    for section in ws.form.sections:
        inside = _items(ws, record, section.items, (), waiting, 1)
        if inside:
            lines += ["", pick(section.label, ws.lang, section.name), *inside]
    foreign = [
        path for path, _ in record.answers() if not path.startswith("@") and ws.form.field(template_of(path)) is None
    ]
    if foreign:
        lines += ["", sentence("cli-show-foreign", ws.lang)]
        lines += [
            f"  {numbered(record, path)}: {one_line(value_text(ws, path, record.values[path]), 1000)}"
            for path in foreign
        ]
    notes = notes_of(record)
    if notes:
        lines += ["", sentence("cli-show-notes", ws.lang)]
        lines += [
            f"  {note['author']}, {when(note['time'])}, {named(ws, record, note['field']) if note['field'] else '—'}: {one_line(note['text'], 1000)}"
            for note in notes
        ]
    if shown.evaluation.problems:
        lines += ["", sentence("cli-show-problems", ws.lang)]
        lines += [
            f"  {named(ws, record, problem.path)}: {problem.message(ws.lang)}" for problem in shown.evaluation.problems
        ]
    if shown.conflicts:
        lines += ["", sentence("cli-show-conflicts", ws.lang, count=len(shown.conflicts), practice=row.code or row.id)]
    if shown.evaluation.missing:
        some = "; ".join(named(ws, record, path) for path in shown.evaluation.missing[:8])
        lines += ["", sentence("cli-show-missing", ws.lang, count=len(shown.evaluation.missing), fields=some)]
    if history is not None:
        lines += ["", sentence("cli-show-history", ws.lang), *history_lines(ws, record, history)]
    return "\n".join(lines)


def history_lines(ws: Workspace, record: Record, history: Sequence[HistoryEntry]) -> list[str]:
    """Every value a field was given, newest first."""
    past = Record({entry.path: entry.value for entry in reversed(history) if not is_empty(entry.value)})
    return [
        f"  {when(entry.time)}  {one_line(entry.author, 40)}  {named(ws, record, entry.path, past)}: {_said_then(ws, entry)}"
        f"  [{route(entry.origin, ws.lang)}; {sentence(f'cli-state-{entry.state}', ws.lang)}]"
        for entry in history
        if not is_hidden(ws, entry.path)
    ]


def _said_then(ws: Workspace, entry: HistoryEntry) -> str:
    if is_row(entry.path):
        return sentence("cli-row-gone" if entry.value is None else "cli-row-listed", ws.lang)
    return quoted(value_text(ws, entry.path, entry.value), ws.lang)


def _items(
    ws: Workspace, record: Record, items: Iterable[Field | Group], rows: tuple[str, ...], waiting: set[str], depth: int
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
                inside = _items(ws, record, item.items, rows, waiting, depth + 1)
                lines += [f"{pad}{pick(item.label, ws.lang, item.template)}", *inside] if inside else []
                continue
            for number, row in enumerate(record.rows(path[:-2])):
                mark = f"  {sentence('cli-waits', ws.lang)}" if row in waiting else ""
                lines.append(f"{pad}{pick(item.label, ws.lang, item.template)} [{number}]{mark}")
                lines += _items(ws, record, item.items, (*rows, row), waiting, depth + 1)
            continue
        value = record.values.get(path)
        if not item.answered or is_empty(value):
            continue
        shown = lines_of(value_text(ws, path, value))
        mark = f"  {sentence('cli-waits', ws.lang)}" if path in waiting else ""
        label = pick(item.label, ws.lang, item.template)
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


def conflicts_text(ws: Workspace, found: Sequence[Conflict], records: Mapping[str, Record]) -> str:
    """Conflicts for people, each with the command that decides it."""
    if not found:
        return sentence("cli-conflicts-none", ws.lang)
    lines: list[str] = []
    for conflict in found:
        record = records[conflict.practice]
        name = numbered(record, conflict.path) if conflict.path else "practice"
        what = named(ws, record, conflict.path) if conflict.path else sentence("cli-conflict-practice", ws.lang)
        lines.append(f"{conflict.code or conflict.practice}  {one_line(conflict.title)}")
        lines.append(f"  {what}")
        if conflict.has_base:
            lines.append(
                f"    {sentence('cli-conflict-base', ws.lang, value=quoted(value_text(ws, conflict.path, conflict.base), ws.lang))}"
            )
        for number, version in enumerate(conflict.versions, 1):
            value = (
                quoted(value_text(ws, conflict.path, version.value), ws.lang)
                if conflict.kind == "field"
                else _kept(ws, record, conflict, version.value)
            )
            for path, other in version.together.items():
                if all(is_empty(one.together.get(path)) for one in conflict.versions):
                    continue
                value += f" · {named(ws, record, path)}: {quoted(value_text(ws, path, other), ws.lang)}"
            lines.append(
                f"    {number}  {value}  — {one_line(version.author, 40)}, {when(version.time)}, {route(version.origin, ws.lang)}"
            )
        if conflict.proposal is not None:
            lines.append(
                f"    M  {quoted(value_text(ws, conflict.path, conflict.proposal), ws.lang)}  — {sentence('cli-conflict-merged', ws.lang)}"
            )
        lines.append(
            f"    → seeddesk resolve {conflict.code or conflict.practice} {name} --take {'M' if conflict.proposal is not None else '1'}"
        )
    lines.append(sentence("cli-conflicts-count", ws.lang, count=len(found)))
    return "\n".join(lines)


def _kept(ws: Workspace, record: Record, conflict: Conflict, value: Value) -> str:
    """To remove, or to keep and what: the cells of a row, the fields of a practice that somebody edited."""
    if value is None:
        return sentence("cli-row-removed", ws.lang)
    what = [f"{label}: {quoted(text, ws.lang)}" for label, text in row_cells(ws, record, conflict.path)]
    if isinstance(value, tuple):
        what = [named(ws, record, path) for path in value if not is_hidden(ws, path)]
    return " ".join([sentence("cli-row-kept", ws.lang), " · ".join(what)]).strip()
