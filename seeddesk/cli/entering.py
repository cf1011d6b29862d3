"""The commands that write answers: new, set, delete, undelete."""

from __future__ import annotations

from typing import TYPE_CHECKING

from seeddesk.cli import fields, telling
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, Voice, workspace
from seeddesk.domain.errors import NotAllowed
from seeddesk.domain.messages import sentence
from seeddesk.domain.record import Record

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace


def new(request: Request) -> int:
    """Record a practice."""
    from seeddesk.services import cataloguing, form_tools, recording

    with workspace(request) as ws:
        form = form_tools.named(ws, request.values.form)
        voice = Voice(ws, form)
        changes, status = fields.changes_of(voice, request.values.fields, {})
        fields.require_title(voice, changes)
        practice, _ = recording.start(ws, changes, form=form.id)
        if status and status != "draft":
            _step(request, ws, practice, status, True)
        shown = cataloguing.show(ws, practice)
        warnings = telling.problems(voice, shown.evaluation.problems)
        data = {
            "practice": practice,
            "code": shown.row.code,
            "form": form.id,
            "status": shown.row.status,
            "problems": warnings,
            "left_out": fields.invisible(request.values.fields),
        }
        lines = [
            *left_out(request, request.values.fields),
            *(f"! {item['path']}: {item['message']}" for item in warnings),
            sentence("cli-new", ws.lang, practice=shown.row.code or practice, id=practice),
        ]
    telling.say(request, data, "\n".join(lines))
    return DONE


def change(request: Request) -> int:
    """Change answers and the status of a practice."""
    from seeddesk.services import cataloguing, recording

    with workspace(request) as ws:
        practice = cataloguing.find(ws, request.values.id)
        voice = Voice.of(ws, practice)
        draft = recording.open_draft(ws, practice)
        changes, status = fields.changes_of(voice, request.values.fields, draft.values)
        if "title" in changes:
            fields.require_title(voice, changes)
        saved, _ = recording.save(ws, draft, changes) if changes else (draft, None)
        if status:
            _step(request, ws, practice, status, bool(changes))
        changed = sorted(
            path for path in {*saved.values, *draft.values} if saved.values.get(path) != draft.values.get(path)
        )
        shown = cataloguing.show(ws, practice)
        warnings = telling.problems(
            voice, [problem for problem in shown.evaluation.problems if problem.path in changes]
        )
        data = {
            "practice": practice,
            "code": shown.row.code,
            "status": shown.row.status,
            "changed": changed,
            "problems": warnings,
            "left_out": fields.invisible(request.values.fields),
        }
        named = ", ".join(telling.changed(voice, shown.record, Record(dict(draft.values)), changed))
        name = shown.row.code or practice
        said = (
            sentence("cli-set", ws.lang, practice=name, fields=named)
            if named
            else sentence("cli-set-nothing", ws.lang, practice=name)
        )
        if status:
            said = sentence("cli-set-status", ws.lang, practice=name, status=telling.status(ws.lang, shown.row.status))
        lines = [
            *left_out(request, request.values.fields),
            *(f"! {item['path']}: {item['message']}" for item in warnings),
            said,
        ]
    telling.say(request, data, "\n".join(lines))
    return DONE


def delete(request: Request) -> int:
    """Delete a practice, or bring it back."""
    from seeddesk.services import cataloguing, recording

    with workspace(request) as ws:
        practice = cataloguing.find(ws, request.values.id)
        act = recording.delete if request.command == "delete" else recording.restore
        act(ws, request.values.id)
        row = cataloguing.show(ws, practice).row
        said = sentence(
            f"cli-{request.command}", ws.lang, practice=row.code or practice, title=telling.one_line(row.title)
        )
    telling.say(request, {"practice": practice, "code": row.code, "deleted": request.command == "delete"}, said)
    return DONE


def left_out(request: Request, texts: list[str]) -> list[str]:
    """That characters of what was typed were not stored, if so."""
    count = fields.invisible(texts)
    return [f"! {sentence('cli-left-out', request.lang, count=count)}"] if count else []


def _step(request: Request, ws: Workspace, practice: str, status: str, answers: bool) -> None:
    """Change the status. answers: some were saved with it: when the step is refused they stay saved, and the person must know which practice that is."""
    from seeddesk.services import cataloguing, recording

    try:
        recording.change_status(ws, practice, status)
    except NotAllowed:
        if answers and not request.as_json:
            print(sentence("cli-kept", ws.lang, practice=cataloguing.show(ws, practice).row.code, id=practice))
        raise
