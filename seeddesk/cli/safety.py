"""The commands that keep a catalogue safe: verify it, back it up, bring a backup back, save what still reads."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import asdict
from pathlib import Path

from seeddesk.cli import protecting, telling
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, NEEDS_PERSON, progress, workspace
from seeddesk.domain.errors import StorageError, UsageError
from seeddesk.domain.messages import sentence


def _check(request: Request) -> int:
    from seeddesk.services import maintenance, opening

    with workspace(request, read_only=not request.values.rebuild) as ws:
        report, _ = maintenance.check(ws, request.values.rebuild, progress(request), request.values.deep)
        about = [one for one in opening.notices(ws) if one.code in ("opened-synced", "opened-network")]
        found = [
            {"code": one.code, "message": sentence(one.code, ws.lang, **one.arguments), "repairable": one.repairable}
            for one in report.findings
        ]
    data = {
        "ok": not found,
        "practices": report.practices,
        "revisions": report.revisions,
        "digest": report.digest,
        "rebuilt": report.rebuilt,
        "findings": found,
    }
    lines = [sentence("cli-check-rebuilt", request.lang, count=report.rebuilt)] if request.values.rebuild else []
    lines += [f"! {item['message']}" for item in found]
    lines += [sentence(one.code, request.lang, **one.arguments) for one in about]
    code = "cli-check-bad" if found else "cli-check-good"
    lines.append(
        sentence(
            code,
            request.lang,
            practices=report.practices,
            revisions=report.revisions,
            count=len(found),
            digest=report.digest,
        )
    )
    telling.say(request, data, "\n".join(lines))
    return NEEDS_PERSON if found else DONE


def _backup(request: Request) -> int:
    from seeddesk.services import maintenance, paths

    second = request.values.second
    with workspace(request) as ws:
        path = maintenance.backup(ws, Path(request.values.out) if request.values.out else None)
        lines = [sentence("cli-backup", request.lang, path=path)]
        copied, missed = None, ""
        try:
            if second:
                paths.make_folder(Path(second))
                maintenance.choose_second_place(Path(second))
                if request.values.out:
                    maintenance.backup(ws)  # copies are made of the backups, not of a file of one's own
            copied = maintenance.copy_to_second_place(ws)
        except StorageError as error:  # the backup is made all the same
            missed = sentence(error.code, request.lang, **error.arguments)
        place, there = maintenance.second_place(ws).folder, maintenance.second_place(ws).there
        if place is not None and not there and not missed:
            missed = sentence("cli-backup-second-absent", request.lang, path=place)
    lines += [sentence("cli-backup-second", request.lang, path=copied)] if copied else []
    lines += [f"! {missed}"] if missed else []
    more = {**({"second": str(copied)} if copied else {}), **({"missed": missed} if missed else {})}
    telling.say(request, {"file": str(path), **more}, "\n".join(lines))
    return NEEDS_PERSON if missed else DONE


def _salvage(request: Request) -> int:
    from seeddesk.services import maintenance

    protecting.open_backup(request)
    done = maintenance.salvage(request.catalogue)
    found = done.found
    data = {
        "catalogue": done.catalogue,
        "kept": str(done.kept),
        "backup": str(done.backup) if done.backup else None,
        "revisions": found.revisions,
        "from_backup": found.from_backup,
        "lost": [{**asdict(one), "dot": str(one.dot)} for one in found.lost],
        "locked": str(done.locked) if done.locked else None,
        "sure": found.sure,
    }
    said = {"revisions": found.revisions, "added": found.from_backup, "lost": len(found.lost)}
    lines = [sentence("cli-salvage", request.lang, path=done.catalogue, kept=done.kept, **said)]
    lines += [f"! {_lost(request, str(one.dot), one.title, one.code, one.updated)}" for one in found.lost]
    lines += [] if found.sure else [f"! {sentence('salvage-unsure', request.lang)}"]
    lines += [f"! {sentence('salvage-locked', request.lang, path=done.locked)}"] if done.locked else []
    telling.say(request, data, "\n".join(lines))
    return NEEDS_PERSON if found.lost or not found.sure or done.locked else DONE


def _lost(request: Request, dot: str, title: str, code: str, updated: str) -> str:
    """Which save is lost, by what a person knows of its practice."""
    if not title and not code:
        return sentence("cli-salvage-lost", request.lang, dot=dot)
    who = f"{telling.one_line(title, 60)} {code}".strip()
    return sentence("cli-salvage-lost-of", request.lang, who=who, time=telling.when(updated), dot=dot)


def _restore(request: Request) -> int:
    from seeddesk.services import maintenance

    if request.values.file and request.values.last:
        raise UsageError("cli-both", name="FILE", what="--last", command="restore")
    if not request.values.file and not request.values.last:
        raise UsageError("cli-missing-either", command="restore", what="FILE", last="--last")
    if request.values.last:
        file, done = maintenance.restore_last(request.catalogue)
    else:
        file = Path(request.values.file)
        done = maintenance.restore(file, request.catalogue)
    kept = str(done.kept) if done.kept else None
    telling.say(
        request,
        {"catalogue": done.location, "from": str(file), "kept": kept},
        sentence(
            "cli-restore" if kept else "cli-restore-fresh",
            request.lang,
            path=done.location,
            file=file,
            **({"kept": kept} if kept else {}),
        ),
    )
    return DONE


COMMANDS: Mapping[str, Callable[[Request], int]] = {
    "check": _check,
    "backup": _backup,
    "restore": _restore,
    "salvage": _salvage,
}
