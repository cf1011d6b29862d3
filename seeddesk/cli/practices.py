"""What commands tell of practices, to people and to scripts: a list of them, and one with its answers and its history."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from seeddesk.cli.conflicts import conflict_json
from seeddesk.cli.telling import (
    is_hidden,
    lines_of,
    named,
    one_line,
    problems,
    route,
    status,
    value_said,
    value_text,
    when,
)
from seeddesk.domain.form import Field, Group
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import template_of
from seeddesk.domain.practice import HistoryEntry
from seeddesk.domain.record import Record
from seeddesk.domain.values import is_empty, to_json

if TYPE_CHECKING:
    from seeddesk.cli.session import Voice
    from seeddesk.services.cataloguing import Shown


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
    from seeddesk.services.table_export import notes_of, record_json

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
                "field": shown.record.numbered(entry.path),
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
    from seeddesk.services.table_export import notes_of

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
            label = voice.said(field.label, record.numbered(path))
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
        name, item = record.numbered(path), asked.get(template_of(path))
        label = f"{voice.said(item.label, name)} ({name})" if item is not None and item.label else name
        lines.append(f"  {label}: {one_line(value_text(voice, path, record.values[path]), 1000)}")
    return lines


def history_lines(voice: Voice, record: Record, history: Sequence[HistoryEntry]) -> list[str]:
    """Every value a field was given, newest first."""
    past = Record({entry.path: entry.value for entry in reversed(history) if not is_empty(entry.value)})
    return [
        f"  {when(entry.time)}  {one_line(entry.author, 40)}  {named(voice, record, entry.path, past)}: {value_said(voice, entry.path, entry.value)}"
        f"  [{route(entry.origin, voice.lang)}; {sentence(f'cli-state-{entry.state}', voice.lang)}]"
        for entry in history
        if not is_hidden(voice, entry.path)
    ]


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
