"""Keeping a catalogue safe: check it, make the derived tables anew, back it up, bring a backup back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import StorageError
from seeddesk.domain.query import Query
from seeddesk.services import paths
from seeddesk.services.settings import load
from seeddesk.services.workspace import where

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.check import Finding
    from seeddesk.storage.view import View

RHYTHM = timedelta(minutes=30)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and found. digest: equal in two catalogues exactly when they hold the same revisions · rebuilt: practices
    whose derived tables were made anew, 0 for none."""

    practices: int
    revisions: int
    digest: str
    findings: tuple[Finding, ...]
    rebuilt: int = 0


def check(ws: Workspace, rebuild: bool = False, progress: Progress | None = None) -> tuple[CheckReport, Changes]:
    """Verify a catalogue; with `rebuild`, first make everything derived anew from the revisions alone.

    The search index is looked into only when nobody else is writing.
    """
    from seeddesk.storage import check as checks

    rebuilt = 0
    if rebuild:
        with ws.catalogue.write() as tx:
            rebuilt = tx.rebuild((progress or Progress()).step)
    with ws.catalogue.read() as view:
        findings = tuple(_findings(ws, view, progress or Progress()))
        changed = frozenset(view.ids(Query())) if rebuild else frozenset()
        report = CheckReport(view.count(), len(checks.dots(view)), checks.digest(view), findings, rebuilt)
    if not findings:
        report = replace(report, findings=_index(ws))
    return report, Changes(changed)


def backup(ws: Workspace, out: Path | None = None, reason: str = "") -> Path:
    """Back the catalogue up: to a file of one's own choice, or among the backups, of which old ones are thinned out then.

    reason: one word for the file's name (``import``). Raises StorageError ``backup-exists``, ``backup-bad``, ``disk-full`` and others.
    """
    from seeddesk.storage import backup as copies

    if out is not None:
        return copies.write(ws.catalogue, out)
    folder, now = backup_folder(ws), datetime.now().replace(microsecond=0)
    while now in copies.made(folder):  # two within one second
        now += timedelta(seconds=1)
    path = copies.write(ws.catalogue, folder / copies.name(now, reason))
    copies.thin_out(folder, now)
    return path


def backup_if_due(ws: Workspace) -> Path | None:
    """The regular backup: when the last one is half an hour old and something changed since. Returns it, or None."""
    latest = max(backups(ws), default=None)
    if latest is not None and datetime.now() - latest < RHYTHM:
        return None
    return before(ws, "")


def before(ws: Workspace, reason: str) -> Path | None:
    """A backup before something that changes much (``import``); None when the last one holds everything already."""
    from seeddesk.storage import backup as copies
    from seeddesk.storage.check import dots

    with ws.catalogue.read() as view:
        now = dots(view)
    latest = next(reversed(backups(ws).values()), None)
    if not now or (latest is not None and now == copies.verify(latest)):
        return None
    return backup(ws, reason=reason)


def backups(ws: Workspace) -> dict[datetime, Path]:
    """The catalogue's backups by when they were made, oldest first."""
    from seeddesk.storage import backup as copies

    return copies.made(backup_folder(ws))


def backup_folder(ws: Workspace) -> Path:
    """Where the backups of this catalogue lie."""
    with ws.catalogue.read() as view:
        return paths.backups() / view.note("catalogue")[:8]


@dataclass(frozen=True, slots=True)
class Restored:
    """What bringing a backup back did. kept: where the catalogue that was there is now, None for none."""

    location: str
    kept: Path | None


def restore(file: Path, location: str | Path | None = None) -> Restored:
    """Put a backup in a catalogue's place (`workspace.where` says which); no workspace of this process may be open on it.

    What was there is kept beside it. Works when the catalogue no longer opens. Raises NotFound ``backup-absent``, StorageError
    ``backup-not-one``, ``backup-bad``, ``catalogue-in-use``, NotAllowed ``restore-server``.
    """
    from seeddesk.storage import backup as copies

    place = where(location, load())
    return Restored(place, copies.restore(place, file))


def _findings(ws: Workspace, view: View, progress: Progress) -> Iterator[Finding]:
    """The pages first: where they are damaged, nothing read from them says anything."""
    from seeddesk.storage import check as checks

    damaged = list(checks.pages(view.connection))
    yield from damaged
    if not damaged:
        yield from checks.contents(view, ws.catalogue.project, progress.step)


def _index(ws: Workspace) -> tuple[Finding, ...]:
    from seeddesk.storage import check as checks

    if ws.catalogue.read_only:
        return ()
    try:
        with ws.catalogue.write() as tx:
            return tuple(checks.index(tx))
    except StorageError as error:
        if error.code == "catalogue-in-use":
            return ()
        raise
