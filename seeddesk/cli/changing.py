"""Changes to several practices by command: which there were, and taking one back."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from seeddesk.cli import telling
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, progress, workspace
from seeddesk.domain.messages import sentence

if TYPE_CHECKING:
    from seeddesk.services.bulk import Line
    from seeddesk.services.taking_back import ManyChange

_SHORT = 8  # characters of a change's name that are shown; as many as tell it apart are understood


def changes(request: Request) -> int:
    """List them, the latest first."""
    from seeddesk.services import taking_back

    with workspace(request, read_only=True) as ws:
        found = taking_back.changes(ws)
        lines = [_line(ws.lang, one) for one in found] or [sentence("cli-changes-none", ws.lang)]
    telling.say(request, {"changes": [_json(one) for one in found]}, "\n".join(lines))
    return DONE


def take_back(request: Request) -> int:
    """Take one back, or say what that would do."""
    from seeddesk.services import bulk, taking_back

    dry_run = request.values.dry_run
    with workspace(request, read_only=dry_run) as ws:
        name = taking_back.find(ws, request.values.change)
        plan = taking_back.plan(ws, name, progress(request))
        stay = [line for line in plan.lines if line.state == "refused" or line.warning]
        done = [line.practice for line in plan.lines if line.state == "change"]
        made = ""
        if done and not dry_run:
            applied = bulk.apply(ws, plan, progress(request))[0]
            stay, done, made = [*stay, *applied.left], list(applied.done), applied.change
        already = plan.count("same")
        code = "cli-take-back-would" if dry_run else "cli-take-back-done"
        lines = [sentence(code, ws.lang, count=len(done))]
        lines += [f"  {line.code or line.practice}  {_why(line, ws.lang)}" for line in stay]
        if already:
            lines.append(sentence("cli-take-back-already", ws.lang, count=already))
        if made:
            lines.append(sentence("cli-take-back-again", ws.lang, name=made[:_SHORT]))
        data = {
            "change": name,
            "dry_run": dry_run,
            "set_back": done,
            "stay": [{"practice": line.practice, "code": line.code, "reason": _why(line, ws.lang)} for line in stay],
            "already": already,
            "by": made,
        }
    telling.say(request, data, "\n".join(lines))
    return DONE


def _why(line: Line, lang: str) -> str:
    return line.warning if line.reason is None else sentence(line.reason.code, lang, **line.reason.arguments)


def _json(one: ManyChange) -> dict[str, Any]:
    return {
        "name": one.name,
        "label": one.label,
        "value": one.value,
        "turned": one.back,
        "author": one.author,
        "time": one.time,
        "practices": one.count,
        "taken_back_by": one.undone.name if one.undone is not None else "",
    }


def _line(lang: str, one: ManyChange) -> str:
    what = f"{one.label}: {one.value}" if one.value else one.label
    if one.back:
        what = sentence("cli-change-again" if one.back % 2 == 0 else "cli-change-back", lang, what=what)
    about = [sentence("cli-change-count", lang, count=one.count), telling.one_line(one.author, 40)]
    if one.undone is not None:
        about.append(sentence("cli-change-undone", lang, time=telling.when(one.undone.time)))
    return f"{one.name[:_SHORT]}  {telling.when(one.time)}  {telling.one_line(what, 80)}  [{'; '.join(about)}]"


COMMANDS = {"changes": changes, "take-back": take_back}
