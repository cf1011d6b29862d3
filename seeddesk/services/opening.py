"""Opening a catalogue whatever state it is in: a workspace with what a person should know, or the reason there is none and the ways on."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound, StorageError, UserError
from seeddesk.services import maintenance
from seeddesk.services.settings import load
from seeddesk.services.workspace import Workspace, where

if TYPE_CHECKING:
    from collections.abc import Mapping


class Way(Enum):
    """What a person can do next. Each is one call: `open_catalogue` again (also read-only), `Workspace.create`, `maintenance.restore_last`,
    `maintenance.salvage`, or another place."""

    RETRY = "retry"
    READ_ONLY = "read-only"
    CREATE = "create"
    RESTORE = "restore"
    SALVAGE = "salvage"
    ELSEWHERE = "elsewhere"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know of a catalogue that is open: a message code with its arguments."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Opening:
    """workspace: open, or None · problem: why there is none · ways: what can be done, the likeliest first · notices: see `Notice`."""

    workspace: Workspace | None
    problem: UserError | None = None
    ways: tuple[Way, ...] = ()
    notices: tuple[Notice, ...] = ()


_WAYS: Mapping[str, tuple[Way, ...]] = {
    "catalogue-absent": (Way.CREATE, Way.ELSEWHERE, Way.RESTORE),
    "catalogue-in-use": (Way.RETRY, Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-busy": (Way.RETRY, Way.READ_ONLY),
    "catalogue-newer": (Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-read-only": (Way.READ_ONLY, Way.ELSEWHERE),
    "catalogue-damaged": (Way.RESTORE, Way.SALVAGE, Way.READ_ONLY),
    "content-damaged": (Way.RESTORE, Way.SALVAGE, Way.READ_ONLY),
    "catalogue-not-one": (Way.RESTORE, Way.ELSEWHERE),
    "catalogue-not-opened": (Way.RETRY, Way.RESTORE, Way.ELSEWHERE),
    "catalogue-io": (Way.RETRY, Way.RESTORE, Way.SALVAGE),
    "catalogue-setting": (Way.READ_ONLY, Way.ELSEWHERE),
    "disk-full": (Way.RETRY, Way.READ_ONLY),
    "file-not-written": (Way.RETRY, Way.READ_ONLY),
    "server-unreachable": (Way.RETRY, Way.ELSEWHERE),
}


def open_catalogue(
    location: str | Path | None = None, author: str = "", lang: str = "", read_only: bool = False
) -> Opening:
    """Open a catalogue to work in it; unless `read_only`, nobody else can write from here on. Raises nothing a catalogue can be to blame for."""
    workspace = None
    try:
        workspace = Workspace.open(location, author, lang, read_only)
        workspace.catalogue.claim()
    except (StorageError, NotFound) as error:
        if workspace is not None:
            workspace.close()
        return Opening(None, error, _open_ways(error.code, location, read_only))
    return Opening(workspace, notices=notices(workspace))


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


def _open_ways(code: str, location: str | Path | None, read_only: bool) -> tuple[Way, ...]:
    """The ways on; a backup is offered only where there is a good one."""
    ways = [way for way in _WAYS.get(code, (Way.RETRY, Way.ELSEWHERE)) if not (read_only and way is Way.READ_ONLY)]
    if Way.RESTORE in ways and maintenance.last_good_backup(where(location, load())) is None:
        ways.remove(Way.RESTORE)
    return tuple(ways)
