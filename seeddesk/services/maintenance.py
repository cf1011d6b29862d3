"""Keeping a catalogue safe: check it, make the derived tables anew, back it up, bring a backup back."""

from __future__ import annotations

import contextlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import NotAllowed, NotFound, StorageError
from seeddesk.domain.query import Query
from seeddesk.services import backup_folders
from seeddesk.services.settings import change, load
from seeddesk.services.workspace import Workspace, where

if TYPE_CHECKING:
    from seeddesk.domain.revision import Dot
    from seeddesk.storage.parts import Finding
    from seeddesk.storage.salvage import Lost, Salvaged
    from seeddesk.storage.view import View

RHYTHM = timedelta(minutes=30)
SECOND_RHYTHM = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class CheckReport:
    """What a check looked at and found. digest: equal in two catalogues exactly when they hold the same revisions · rebuilt: practices
    whose derived tables were made anew, 0 for none."""

    practices: int
    revisions: int
    digest: str
    findings: tuple[Finding, ...]
    rebuilt: int = 0


def check(
    ws: Workspace, rebuild: bool = False, progress: Progress | None = None, deep: bool = False
) -> tuple[CheckReport, Changes]:
    """Verify a catalogue: every byte as it was written; `deep`: everything worked out anew as well (see `storage.check`). With `rebuild`, first
    make everything derived anew from the revisions alone.
    """
    from seeddesk.storage import check as checks

    rebuilt = 0
    if rebuild:
        with ws.catalogue.write() as tx:
            rebuilt = tx.rebuild((progress or Progress()).step)
    with ws.catalogue.read() as view:
        findings, told = checks.everything(ws.catalogue, view, (progress or Progress()).step, deep)
        changed = frozenset(view.ids(Query())) if rebuild else frozenset()
        report = CheckReport(view.count(), told.revisions, told.digest, tuple(findings), rebuilt)
    return report, Changes(changed)


def backup(ws: Workspace, out: Path | None = None, reason: str = "") -> Path:
    """Back the catalogue up: to a file of one's own choice, or among the backups, of which old ones are thinned out then.

    reason: one word for the file's name (``import``). Raises StorageError ``backup-exists``, ``backup-bad``, ``disk-full`` and others.
    """
    from seeddesk.storage import backup as copies

    return backup_folders.back_up(ws.catalogue, reason) if out is None else copies.write(ws.catalogue, out)


def tidy(ws: Workspace) -> bool:
    """Bring a few of the practices that were saved last into the search index: for moments in which nobody saves, a tenth of a second at most. They
    are found before that too, by reading them. Returns whether more wait."""
    with ws.catalogue.read() as view:
        waiting = view.waiting()
    if waiting:
        with ws.catalogue.write() as tx:
            waiting = tx.tidy()
    if not waiting:
        ws.catalogue.checkpoint()
    return waiting


def backup_if_due(ws: Workspace) -> Path | None:
    """The regular backup: when the last one is half an hour old and something changed since; also to the second place, when it is there.

    Returns it, or None.
    """
    latest = next(reversed(backups(ws)), None)
    if latest is not None and timedelta() <= datetime.now() - latest < RHYTHM:
        return None
    made = before(ws, "")
    copy_to_second_place(ws)
    return made


def before(ws: Workspace, reason: str) -> Path | None:
    """A backup before something that changes much (``import``); None when the last one holds everything already."""
    from seeddesk.storage.check import dots

    with ws.catalogue.read() as view:
        now = dots(view)
    latest = next(reversed(backups(ws).values()), None)
    if not now or (latest is not None and _is_copy(latest, now)):
        return None
    return backup(ws, reason=reason)


def backups(ws: Workspace) -> dict[datetime, Path]:
    """The catalogue's backups by when they were made, oldest first."""
    from seeddesk.storage import backup as copies

    return copies.made(backup_folder(ws))


def of_an_earlier_schema(location: str | Path | None = None) -> bool:
    """Whether a catalogue has yet to be brought to this SeedDesk's schema, which whoever only looks cannot do; False for one that does not open."""
    from seeddesk.storage.catalogue import Catalogue
    from seeddesk.storage.migrations import version
    from seeddesk.storage.schema import VERSION

    place = where(location, load())
    try:
        with contextlib.closing(Catalogue.open(place, read_only=True)) as catalogue, catalogue.read() as view:
            return version(view.connection, place) < VERSION
    except (StorageError, NotFound) as error:
        return error.code == "catalogue-older"


def backup_folder(ws: Workspace) -> Path:
    """Where the backups of this catalogue lie."""
    return backup_folders.of(ws.catalogue)


@dataclass(frozen=True, slots=True)
class SecondPlace:
    """The folder backups are copied to besides, on a stick or at the centre. folder: None when none was chosen · there: it can be reached now ·
    latest: when the newest backup in it was made, None for none or when it is not there · due: a person is to be asked for it."""

    folder: Path | None
    there: bool
    latest: datetime | None
    due: bool


def second_place(ws: Workspace) -> SecondPlace:
    """How things stand with the second place: due when none was chosen, or when nothing has reached it for a week."""
    from seeddesk.storage import backup as copies

    chosen = load().second_place
    if not chosen:
        return SecondPlace(None, False, None, bool(backups(ws)))
    folder = Path(chosen)
    there = folder.is_dir()
    ours = backup_folders.away(backup_folder(ws), folder)
    latest = next(reversed(copies.made(ours)), None) if there and ours else None
    return SecondPlace(folder, there, latest, latest is None or abs(datetime.now() - latest) >= SECOND_RHYTHM)


def choose_second_place(folder: Path | None) -> Changes:
    """Copy backups to a folder besides from now on; None: no longer."""
    return change(second_place=str(folder.absolute()) if folder else "")[1]


def copy_to_second_place(ws: Workspace) -> Path | None:
    """Copy the newest backup to the second place, verified there, unless it is there already; None when there is nothing to do or no place.

    Raises StorageError like `backup`: the backup itself is not touched by that.
    """
    from seeddesk.storage import backup as copies

    place, newest = second_place(ws), next(reversed(backups(ws).items()), None)
    if place.folder is None or not place.there or newest is None or newest[0] == place.latest:
        return None
    folder = backup_folders.claim_away(backup_folder(ws), place.folder, ws.catalogue.location)
    made = copies.copy_verified(newest[1], folder)
    copies.thin_out(folder, datetime.now())
    return made


def last_good_backup(location: str | Path | None = None) -> Path | None:
    """The newest backup of a catalogue that opens and is whole, also of one that no longer opens itself; None when there is none."""
    return _look(location)[0]


def locked_backup(location: str | Path | None = None) -> Path | None:
    """The newest backup that only a recovery code opens, where no newer one is good; None when there is none."""
    return _look(location)[1]


def _look(location: str | Path | None) -> tuple[Path | None, Path | None]:
    """The newest good backup, and the newest one before it that is locked."""
    from seeddesk.storage import backup as copies

    locked = None
    for folder in backup_folders.named(where(location, load())):
        for path in reversed(copies.made(folder).values()):
            try:
                copies.verify(path)
            except (StorageError, NotFound) as error:
                locked = locked or (path if error.code == "catalogue-locked" else None)
                continue
            return path, locked
    return None, locked


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


def restore_last(location: str | Path | None = None) -> tuple[Path, Restored]:
    """Bring the last good backup back, in one step. Returns which it was. Raises NotFound ``backup-none``, StorageError ``backup-locked`` when there is
    one that only a recovery code opens (``path``), and what `restore` raises."""
    found, locked = _look(location)
    if found is None and locked is not None:
        raise StorageError("backup-locked", path=str(locked), catalogue=where(location, load()))
    if found is None:
        raise NotFound("backup-none", path=where(location, load()))
    return found, restore(found, location)


@dataclass(frozen=True, slots=True)
class SalvageReport:
    """What a salvage did. catalogue: what was saved, in the old one's place · kept: the damaged files · backup: the one revisions were
    added from, None for none · locked: a backup that was passed over because only a recovery code opens it, None for none."""

    catalogue: str
    kept: Path | None
    backup: Path | None
    found: Salvaged
    locked: Path | None = None


def salvage(location: str | Path | None = None) -> SalvageReport:
    """Put a new catalogue in the place of a damaged one: every revision that still reads and verifies, and those that only the last good
    backup has. The damaged files are kept beside it. No workspace of this process may be open on it.

    Raises NotFound ``catalogue-absent``, StorageError ``salvage-nothing``, ``catalogue-in-use``, NotAllowed ``restore-server``.
    """
    from seeddesk.storage import backup as copies
    from seeddesk.storage import engine, vault
    from seeddesk.storage import salvage as salvaging
    from seeddesk.storage.lock import Lock

    place = where(location, load())
    if engine.is_server(place):
        raise NotAllowed("restore-server")
    source = Path(place)
    if not source.is_file():
        raise NotFound("catalogue-absent", path=place)
    lock = Lock(Path(place + ".lock"))
    lock.take()
    lock.release()
    good, locked = _look(place)
    target = copies.free_name(source.parent, f"{source.stem}.salvaged")
    try:
        found = salvaging.salvage(source, good, target)
        with Workspace.open(target) as ws, ws.catalogue.read() as view:  # opening makes the lists anew
            found = replace(found, lost=tuple(_named(view, one) for one in found.lost))
        return SalvageReport(place, copies.restore(place, target), good, found, locked)
    finally:
        copies.remove(target)
        vault.beside(target).unlink(missing_ok=True)


def _named(view: View, lost: Lost) -> Lost:
    """What is lost with what was saved of the same practice, where the damaged file no longer lists it."""
    if lost.title or not lost.practice:
        return lost
    try:
        row = view.row(lost.practice)
    except NotFound:
        return lost
    return replace(lost, code=row.code, title=row.title, updated=row.updated)


def _is_copy(backup: Path, dots: Mapping[Dot, str]) -> bool:
    """Whether a backup is whole and holds exactly these revisions."""
    from seeddesk.storage import backup as copies

    try:
        return copies.verify(backup) == dots
    except (StorageError, NotFound):  # a backup that went bad is no reason not to make the next
        return False
