"""Opening a catalogue whatever state it is in: a workspace with what a person should know, or the reason there is none and the ways on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound, StorageError, UserError
from seeddesk.services import maintenance
from seeddesk.services.memory import give_back
from seeddesk.services.settings import load
from seeddesk.services.workspace import Workspace, where

if TYPE_CHECKING:
    from collections.abc import Mapping

    from seeddesk.domain.changes import Progress


class Way(Enum):
    """What a person can do next. Each is one call: `open_catalogue` again (also read-only), `Workspace.create`, `maintenance.restore_last`,
    `maintenance.salvage`, `protecting.unlock` (where the keys are lost with the file of keys from beside a backup), another place, or the catalogue of before (the window's)."""

    RETRY = "retry"
    READ_ONLY = "read-only"
    CREATE = "create"
    RESTORE = "restore"
    SALVAGE = "salvage"
    UNLOCK = "unlock"
    ELSEWHERE = "elsewhere"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of a catalogue that is open: a message code with its arguments."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opening:
    """workspace: open, or None · problem: why there is none · ways: what can be done, the likeliest first · notices: see `Notice` ·
    backup: when the backup was made that `Way.RESTORE` brings back · location: of the catalogue that was meant."""

    workspace: Workspace | None
    problem: UserError | None = None
    ways: tuple[Way, ...] = ()
    notices: tuple[Notice, ...] = ()
    backup: datetime | None = None
    location: str = ""


_WAYS: Mapping[str, tuple[Way, ...]] = {
    "catalogue-absent": (Way.CREATE, Way.ELSEWHERE, Way.RESTORE),
    "catalogue-in-use": (Way.RETRY, Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-busy": (Way.RETRY, Way.READ_ONLY),
    "catalogue-newer": (Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-read-only": (Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-damaged": (Way.RESTORE, Way.SALVAGE, Way.READ_ONLY),
    "content-damaged": (Way.RESTORE, Way.SALVAGE, Way.READ_ONLY),
    "form-unknown": (Way.RESTORE, Way.SALVAGE, Way.ELSEWHERE),
    "catalogue-not-one": (Way.RESTORE, Way.ELSEWHERE, Way.SALVAGE),
    "catalogue-not-opened": (Way.RETRY, Way.RESTORE, Way.ELSEWHERE),
    "catalogue-io": (Way.RETRY, Way.RESTORE, Way.SALVAGE),
    "catalogue-setting": (Way.READ_ONLY, Way.ELSEWHERE),
    "disk-full": (Way.RETRY, Way.READ_ONLY),
    "file-not-written": (Way.RETRY, Way.READ_ONLY),
    "server-unreachable": (Way.RETRY, Way.ELSEWHERE),
    "catalogue-locked": (Way.UNLOCK, Way.ELSEWHERE),
    "recovery-code-form": (Way.UNLOCK, Way.ELSEWHERE),
    "recovery-code-typo": (Way.UNLOCK, Way.ELSEWHERE),
    "recovery-code-wrong": (Way.UNLOCK, Way.ELSEWHERE),
    "centre-key-form": (Way.UNLOCK, Way.ELSEWHERE),
    "centre-key-wrong": (Way.UNLOCK, Way.ELSEWHERE),
    "keys-absent": (Way.UNLOCK, Way.RESTORE, Way.ELSEWHERE),
    "keys-damaged": (Way.UNLOCK, Way.RESTORE, Way.ELSEWHERE),
    "catalogue-key-wrong": (Way.RESTORE, Way.UNLOCK, Way.ELSEWHERE),
    "catalogue-plain": (Way.RESTORE, Way.ELSEWHERE),
}


def open_catalogue(
    location: str | Path | None = None,
    author: str = "",
    lang: str = "",
    read_only: bool = False,
    progress: Progress | None = None,
) -> Opening:
    """Open a catalogue to work in it; unless `read_only`, nobody else can write from here on. progress: see `Workspace.open`. Raises nothing a
    catalogue can be to blame for."""
    workspace = None
    try:
        workspace = Workspace.open(location, author, lang, read_only, progress)
        workspace.catalogue.claim()
    except (StorageError, NotFound) as error:
        if workspace is not None:
            workspace.close()
        return refused(error, location, read_only)
    give_back()  # of what reading the form took
    return Opening(workspace, notices=notices(workspace), location=workspace.catalogue.location)


def refused(problem: UserError, location: str | Path | None = None, read_only: bool = False) -> Opening:
    """That a catalogue could not be opened, made or brought back, with the ways on; a backup is offered only where there is a good one."""
    place = where(location, load())
    ways = [
        way for way in _WAYS.get(problem.code, (Way.RETRY, Way.ELSEWHERE)) if not (read_only and way is Way.READ_ONLY)
    ]
    made = None
    if Way.RESTORE in ways:
        good = maintenance.last_good_backup(place)
        made = None if good is None else made_at(good)
        if made is None:
            ways.remove(Way.RESTORE)
    return Opening(None, problem, tuple(ways), backup=made, location=place)


def made_at(backup: Path) -> datetime | None:
    """When a backup was made, as its name says; None for a file of another name."""
    from seeddesk.storage import backup as copies

    return next((made for made, path in copies.made(backup.parent).items() if path == backup), None)


def notices(ws: Workspace) -> tuple[Notice, ...]:
    """What a person should know of the catalogue: an end that was none, a folder that is not safe, that nothing can be written."""
    from seeddesk.storage import engine, place

    catalogue, found = ws.catalogue, []
    if catalogue.abandoned is not None:
        holder = catalogue.abandoned
        found.append(Notice("opened-after-crash", {"host": holder.host, "since": holder.since}))
    if not engine.is_server(catalogue.location):
        path = Path(catalogue.location)
        service, system = place.synced_by(path), place.file_system(path)
        if service:
            found.append(Notice("opened-synced", {"path": str(path.parent), "service": service}))
        elif system:
            found.append(Notice("opened-network", {"path": str(path.parent), "system": system}))
    if catalogue.read_only:
        found.append(Notice("opened-read-only", {"path": engine.shown(catalogue.location)}))
    return tuple(found)
