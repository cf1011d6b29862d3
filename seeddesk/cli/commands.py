"""What each command does: a service verb, then what to say about it."""

from __future__ import annotations

import sys
from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk import __version__
from seeddesk.cli import (
    arguments,
    changing,
    conflicts,
    entering,
    fields,
    forms,
    practices,
    protecting,
    reporting,
    safety,
    telling,
)
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, NEEDS_PERSON, REFUSED, Voice, progress, workspace
from seeddesk.domain.errors import NotFound, StorageError, UsageError
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.messages import sentence
from seeddesk.domain.query import Query

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace

PAGE = 500


def run(request: Request) -> int:
    """Do what was asked. Raises UserError and its kinds."""
    if request.help:
        print(arguments.help_text(request.command, request.lang))
        return DONE
    if request.command == "version":
        telling.say(request, {"version": __version__}, f"SeedDesk {__version__}")
        return DONE
    try:
        return _COMMANDS[request.command](request)
    except StorageError as error:  # before anything is done: every command opens its catalogue first
        if error.code not in ("catalogue-locked", "backup-locked") or not protecting.unlocked(request, error):
            raise
    return _COMMANDS[request.command](request)


def _init(request: Request) -> int:
    if request.values.encrypted or request.values.centre:
        return protecting.init(request)
    from seeddesk.services.workspace import Workspace

    with Workspace.create(request.catalogue, request.author or "", request.lang) as ws:
        location = ws.catalogue.location
    telling.say(request, {"catalogue": location}, sentence("cli-init", request.lang, path=location))
    return DONE


def _query(ws: Workspace, words: str, where: list[str] | None = None) -> Query:
    wanted: dict[str, tuple[str, ...]] = {}
    statuses: tuple[str, ...] = ()
    for condition in where or ():
        name, equals, text = condition.partition("=")
        if not equals:
            raise UsageError("cli-field-value", what=condition)
        voice, template = _found_in(ws, name.strip())
        field = voice.form.field(template)
        if field is None:
            raise UsageError("field-is-group", name=name, fields=fields.inside(voice, template))
        code = fields.code_of(voice, field, text)
        if template == fields.STATUS:
            statuses += (code,)
        else:
            wanted[template] = (*wanted.get(template, ()), code)
    from seeddesk.services import cataloguing

    asked = cataloguing.ask(ws, words).query
    return replace(asked, where={**asked.where, **wanted}, status=statuses)


def _found_in(ws: Workspace, name: str) -> tuple[Voice, str]:
    """The form that has a field of this name, and its template: the main form, else the first that has; of one form's whole name and the end of
    another's the whole. Raises UsageError."""
    forms = [ws.form, *map(ws.form_named, ws.shelf.use)]
    if whole := next((form for form in forms if name in form.fields), None):
        return Voice(ws, whole), name
    try:
        return Voice(ws, ws.form), ws.form.resolve(name)
    except UsageError:
        for form in forms:
            with suppress(UsageError):
                return Voice(ws, form), form.resolve(name)
        raise


def _list(request: Request) -> int:
    from seeddesk.services import cataloguing

    rows: list[PracticeRow] = []
    with workspace(request, read_only=True) as ws:
        query = _query(ws, " ".join(request.values.query), request.values.where)
        limit, after, total = request.values.limit, None, 0
        while limit is None or len(rows) < limit or not total:
            page = cataloguing.list_practices(
                ws, query, min(PAGE, (limit or PAGE) - len(rows)) if limit else PAGE, after
            )
            rows += page.rows
            total, after = page.total, page.after
            if after is None or limit == 0:
                break
        rows = rows if limit is None else rows[:limit]
        data = {"total": total, "practices": [practices.row_json(row) for row in rows]}
        text = practices.rows_text(ws.lang, rows, total, ws.form.id)
    telling.say(request, data, text)
    return DONE


def _show(request: Request) -> int:
    from seeddesk.services import cataloguing

    with workspace(request, read_only=True) as ws:
        shown = cataloguing.show(ws, request.values.id)
        history = cataloguing.history(ws, shown.practice) if request.values.history else None
        voice = Voice.of(ws, shown.state)
        telling.say(request, practices.shown_json(voice, shown, history), practices.shown_text(voice, shown, history))
    return DONE


def _import(request: Request) -> int:
    from seeddesk.services import merging

    with workspace(request) as ws:
        paths = [Path(path) for path in request.values.paths]
        report, _ = merging.import_files(
            ws,
            paths,
            request.values.map,
            request.values.dry_run,
            progress(request),
            author=request.author or "",
            password=_password(request),
        )
        telling.say(
            request, reporting.report_json(ws, report), reporting.report_text(ws, report, request.values.dry_run)
        )
    if report.files and report.count("refused") == len(report.files):
        only = next((one for one in report.files if one.reason not in ("file-kind", "file-absent")), report.files[0])
        why = sentence(only.reason, request.lang, **only.reason_arguments)
        print(
            why
            if len(report.files) == 1
            else sentence("cli-import-none", request.lang, count=len(report.files), why=why),
            file=sys.stderr,
        )
        return REFUSED
    return NEEDS_PERSON if report.needs_person else DONE


def _password(request: Request) -> str:
    return protecting.secret(request, protecting.PASSWORD, "cli-ask-password") if request.values.password else ""


def _export(request: Request) -> int:
    from seeddesk.services import cataloguing, exporting, table_export

    out, kind = Path(request.values.out), request.values.to
    if request.values.password and kind != "docx":
        raise UsageError("cli-both", name="--password", what=f"--to {kind}", command="export")
    password = _password(request)
    with workspace(request, read_only=True) as ws:
        if request.values.ids and request.values.query is not None:
            raise UsageError("cli-ids-or-query")
        if request.values.ids:
            ids = list(dict.fromkeys(cataloguing.find(ws, name) for name in request.values.ids))
        else:
            ids = list(cataloguing.ids(ws, cataloguing.ask(ws, request.values.query or "").query))
        if not ids:
            raise NotFound("cli-export-none", query=request.values.query or "")
        if kind == "docx":
            files = exporting.export_dossiers(ws, ids, out, request.lang, progress(request), password)
        else:
            files = (table_export.export_table(ws, ids, kind, out, progress(request)),)
    data = {"practices": len(ids), "files": [str(file) for file in files]}
    place = str(files[0]) if len(files) == 1 else str(out)
    telling.say(
        request,
        data,
        sentence("cli-export" if len(ids) > 1 else "cli-export-one", request.lang, count=len(ids), path=place),
    )
    return DONE


def _blank(request: Request) -> int:
    from seeddesk.services import exporting, form_tools

    out = Path(request.values.out)
    with workspace(request, read_only=True) as ws:
        form = form_tools.named(ws, request.values.form)
        serial = exporting.blank(ws, out, request.lang, form.id)
    telling.say(request, {"file": str(out), "serial": serial}, sentence("cli-blank", request.lang, path=out))
    return DONE


def _template(request: Request) -> int:
    from seeddesk.services import form_tools, templates

    lang, wanted = request.lang, request.values.form
    if request.values.drop:
        templates.drop(lang, *([wanted] if wanted else []))
        telling.say(request, {"template": None, "problems": []}, sentence("cli-template-drop", lang))
        return DONE
    if request.values.start:
        form = None
        if wanted:
            with workspace(request, read_only=True) as ws:
                form = form_tools.named(ws, wanted)
        out = templates.start(Path(request.values.start), lang, form)
        telling.say(request, {"file": str(out)}, sentence("cli-template-start", lang, path=out))
        return DONE
    with workspace(request, read_only=True) as ws:
        form = form_tools.named(ws, wanted)
        problems, changes = templates.use(ws, Path(request.values.use), lang, form.id)
    data = {
        "template": request.values.use if changes.settings else None,
        "problems": [{"code": one.code, "message": one.message(lang)} for one in problems],
    }
    lines = [f"! {one.message(lang)}" for one in problems]
    lines += [sentence("cli-template-use", lang, path=request.values.use)] if changes.settings else []
    telling.say(request, data, "\n".join(lines))
    if not changes.settings:
        print(sentence("cli-template-refused", lang, path=request.values.use), file=sys.stderr)
        return REFUSED
    return NEEDS_PERSON if problems else DONE


def _conflicts(request: Request) -> int:
    from seeddesk.services import cataloguing

    with workspace(request, read_only=True) as ws:
        found = cataloguing.conflicts(ws, request.values.id)
        records = {
            practice: cataloguing.show(ws, practice).record for practice in dict.fromkeys(one.practice for one in found)
        }
        data = {"conflicts": [conflicts.conflict_json(one, records[one.practice]) for one in found]}
        voices = {practice: Voice.of(ws, practice) for practice in records}
        text = conflicts.conflicts_text(ws.lang, found, records, voices)
    telling.say(request, data, text)
    return NEEDS_PERSON if found else DONE


def _resolve(request: Request) -> int:
    from seeddesk.services import cataloguing

    with workspace(request) as ws:
        shown = cataloguing.show(ws, request.values.id)
        voice, name = Voice.of(ws, shown.state), request.values.field
        path = "" if name == "practice" else fields.path_of(voice, shown.record, name)
        take, value = request.values.take or "", None
        if request.values.value is not None:
            value = fields.value_of(voice, path, request.values.value) if path else None
        elif take.strip().upper() == "M":
            proposal = next((one.proposal for one in shown.conflicts if path == one.path), None)
            if proposal is None:
                raise UsageError("cli-no-proposal", name=name)
            take, value = "", proposal
        cataloguing.resolve(ws, shown.practice, path, take, value)
        after = cataloguing.show(ws, shown.practice)
        decided = after.record.values.get(path)
        data = {
            "practice": shown.practice,
            "code": shown.row.code,
            "field": path,
            "value": telling.value_json(decided),
            "conflicts": len(after.conflicts),
            "left_out": fields.invisible([request.values.value or ""]),
        }
        lines = entering.left_out(request, [request.values.value or ""])
        count = len(after.conflicts)
        if path:
            said = telling.value_said(voice, path, decided)
            lines.append(sentence("cli-resolve", ws.lang, name=name, value=said, count=count))
        else:
            kept = "cli-resolve-deleted" if after.state.hidden else "cli-resolve-stays"
            lines.append(sentence(kept, ws.lang, practice=shown.row.code or shown.practice, count=count))
    telling.say(request, data, "\n".join(lines))
    return DONE


def _demo(request: Request) -> int:
    from seeddesk.services import demo

    def tell(text: str) -> None:
        if not request.as_json:
            print(text, flush=True)

    result = demo.run(Path(request.values.out) if request.values.out else None, request.lang, tell)
    if request.as_json:
        telling.say(request, result, "")
    return DONE


_COMMANDS: Mapping[str, Callable[[Request], int]] = {
    "init": _init,
    "new": entering.new,
    "set": entering.change,
    "delete": entering.delete,
    "undelete": entering.delete,
    "list": _list,
    "show": _show,
    "import": _import,
    "export": _export,
    "blank": _blank,
    "template": _template,
    "conflicts": _conflicts,
    "resolve": _resolve,
    "demo": _demo,
    **changing.COMMANDS,
    **safety.COMMANDS,
    **protecting.COMMANDS,
    **forms.COMMANDS,
}
