"""What an import says: for each file or row what became of it, then what to know."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seeddesk.cli.session import Voice
from seeddesk.cli.telling import is_hidden, one_line, quoted
from seeddesk.domain.form import Kind
from seeddesk.domain.messages import sentence
from seeddesk.domain.paths import row_of, template_of
from seeddesk.domain.report import FileReport, ImportReport

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace

MOST = 5  # names or texts in one line


def report_json(ws: Workspace, report: ImportReport) -> dict[str, Any]:
    """What an import did, for scripts."""
    counts = {
        "new": "new",
        "updated": "updated",
        "unchanged": "unchanged",
        "conflicts": "conflict",
        "refused": "refused",
    }
    return {
        "read": len(report.files),
        **{name: report.count(code) for name, code in counts.items()},
        "files": [_file_json(ws, file) for file in report.files],
        "remarks": [
            {"path": one.path, "code": one.code, "message": sentence(one.code, ws.lang, **one.arguments)}
            for one in report.remarks
        ],
    }


def _file_json(ws: Workspace, file: FileReport) -> dict[str, Any]:
    fidelity = file.fidelity
    data: dict[str, Any] = {
        "path": file.path,
        "status": file.status,
        "reason": sentence(file.reason, ws.lang, **file.reason_arguments) if file.reason else "",
        "reason_code": file.reason,
        "practice": file.practice or None,
        "code": file.code,
        "title": file.title,
        "notes": file.notes,
        "report": {
            "characters_present": fidelity.characters_present if fidelity else None,
            "characters_read": fidelity.characters_read if fidelity else None,
            "fields": {
                path: {"found_by": found_by, "change": change} for path, (found_by, change) in file.fields.items()
            },
            "left_over": list(fidelity.left_over) if fidelity else [],
            "warnings": [sentence(code, ws.lang, **arguments) for code, arguments in fidelity.warnings]
            if fidelity
            else [],
        },
    }
    if file.row is not None:
        data["row"] = file.row
    return data


def report_text(ws: Workspace, report: ImportReport, rehearsal: bool) -> str:
    """What an import did, for people: a line for each file or row, then what to know."""
    lines = []
    for file in report.files:
        place = file.path if file.row is None else sentence("cli-import-row", ws.lang, path=file.path, row=file.row)
        who = " ".join(filter(None, (file.code, one_line(file.title, 60))))
        what = sentence(f"cli-import-{file.status}", ws.lang)
        lines.append(f"{what}  {place}" + (f"  {who}" if who else ""))
        if file.reason:
            lines.append(f"    {sentence(file.reason, ws.lang, **file.reason_arguments)}")
        if file.fidelity is not None:
            lines += [
                f"    {line}"
                for line in _dossier_lines(Voice(ws, ws.form_of(file.practice) if file.practice else ws.form), file)
            ]
    lines += [f"{one.path}: {sentence(one.code, ws.lang, **one.arguments)}" for one in report.remarks]
    counts = {status: report.count(status) for status in ("new", "updated", "unchanged", "conflict", "refused")}
    lines.append(
        sentence(
            "cli-import-sum-rehearsal" if rehearsal else "cli-import-sum", ws.lang, read=len(report.files), **counts
        )
    )
    if counts["conflict"] and not rehearsal:
        lines.append(sentence("cli-import-decide", ws.lang))
    return "\n".join(lines)


def _dossier_lines(voice: Voice, file: FileReport) -> list[str]:
    assert file.fidelity is not None
    lines = []
    for change in ("changed", "added", "removed", "conflict"):
        paths = [path for path, (_, what) in file.fields.items() if what == change and not is_hidden(voice, path)]
        if paths:
            names = sorted({_plain_name(voice, path) for path in paths})
            lines.append(sentence(f"cli-change-{change}", voice.lang, fields=", ".join(names)))
    if file.notes:
        lines.append(sentence("cli-change-notes", voice.lang, count=file.notes))
    if absent := _absent(voice, file):
        lines.append(_counted(voice, "cli-absent", len(absent), fields=_shortened(absent, ", ")))
    if left := [quoted(text, voice.lang) for text in file.fidelity.left_over]:
        lines.append(_counted(voice, "cli-left-over", len(left), texts=_shortened(left, "; ")))
    lines += [sentence(code, voice.lang, **arguments) for code, arguments in file.fidelity.warnings]
    return lines


def _absent(voice: Voice, file: FileReport) -> list[str]:
    """The names of what was not found in a document, in the form's order; a list that is missing with all its columns is one."""
    absent = {template_of(path) for path, (_, what) in file.fields.items() if what == "absent"}
    for group in voice.form.repeats:
        columns = {name for name in voice.form.fields if name.startswith(group.template + ".")}
        if {name for name in columns if _words_of(voice, name)} <= absent:
            absent = absent - columns | {group.template}
    order = [*voice.form.fields, *voice.form.groups]
    places = {name: order.index(name) if name in order else len(order) for name in absent}
    names = (_plain_name(voice, name) for name in sorted(absent, key=lambda name: (places[name], name)))
    return list(dict.fromkeys(names))


def _words_of(voice: Voice, template: str) -> bool:
    """Whether a field is answered in words, which a document without its place lacks."""
    field = voice.form.fields[template]
    return field.answered and field.kind is not Kind.FILE


def _counted(voice: Voice, code: str, count: int, **arguments: str) -> str:
    return sentence(code if count != 1 else f"{code}-one", voice.lang, count=count, **arguments)


def _shortened(items: list[str], gap: str) -> str:
    return gap.join(items[:MOST]) + (f"{gap}…" if len(items) > MOST else "")


def _plain_name(voice: Voice, path: str) -> str:
    """A field in a report: its label, inside a repeat after the repeat's."""
    template, row = template_of(path), row_of(path)
    item, outer = voice.asked(path), voice.asked(row) if row else None
    label = voice.said(item.label, template) if item else template
    return f"{voice.said(outer.label, outer.template)}: {label}" if outer and item is not outer else label
