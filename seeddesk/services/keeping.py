"""What a person sees of the backups: which there are, what each holds, and whether to ask for a second place."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.services import maintenance
from seeddesk.services.settings import change, load
from seeddesk.services.workspace import Workspace

NOT_NOW = timedelta(days=7)  # how long a person is not asked again for the second place


@dataclass(frozen=True, slots=True)
class Backup:
    """A backup. made: when · reason: one word (``import``), "" for the regular ones · practices: how many it holds, None when it does not open."""

    path: Path
    made: datetime
    reason: str
    practices: int | None


@dataclass(frozen=True, slots=True)
class Standing:
    """How the backups stand. latest: the newest one, None for none · count: how many there are · folder: where they lie · second: see
    `maintenance.SecondPlace` · asked: whether to ask for the second place now: it is due and nobody said "not now" this week."""

    latest: datetime | None
    count: int
    folder: Path
    second: maintenance.SecondPlace
    asked: bool


def standing(ws: Workspace) -> Standing:
    """How the backups of a catalogue stand."""
    found, second = maintenance.backups(ws), maintenance.second_place(ws)
    asked = second.due and not _put_off()
    return Standing(next(reversed(found), None), len(found), maintenance.backup_folder(ws), second, asked)


def listed(ws: Workspace, progress: Progress | None = None) -> tuple[Backup, ...]:
    """Every backup of a catalogue with what it holds, the newest first. Raises Cancelled."""
    progress, found = progress or Progress(), maintenance.backups(ws)
    shown = []
    for number, (made, path) in enumerate(reversed(found.items())):
        progress.step(number, len(found), path.name)
        shown.append(Backup(path, made, _reason(path), _practices(path)))
    return tuple(shown)


def second_place_later() -> Changes:
    """Do not ask for the second place for a week."""
    return change(second_place_asked=date.today().isoformat())[1]


def take_back(ws: Workspace, path: Path) -> tuple[int, Changes]:
    """Take in what `recording.save_elsewhere` kept while this catalogue's disk refused, after a backup; how many practices it changed. Twice
    changes nothing.

    Raises NotFound ``catalogue-absent``, StorageError as opening a catalogue does, ``backup-bad`` for one with damaged pages.
    """
    from seeddesk.storage import parts

    with Workspace.open(path, ws.author, ws.lang, read_only=True) as other, other.catalogue.read() as view:
        wrong = next(parts.pages(view.connection), None)
        if wrong is not None:
            raise StorageError("backup-bad", path=str(path), reason=str(wrong.arguments))
        found = list(view.all_revisions())
    maintenance.before(ws, "import")
    with ws.catalogue.write() as tx:
        practices = tx.append(found).practices
    return len(practices), Changes(practices)


def _put_off() -> bool:
    try:
        asked = date.fromisoformat(load().second_place_asked)
    except ValueError:
        return False
    return timedelta() <= date.today() - asked < NOT_NOW


def _reason(path: Path) -> str:
    return path.stem.partition("-")[2].partition("-")[2]


def _practices(path: Path) -> int | None:
    from seeddesk.storage.catalogue import Catalogue

    try:
        catalogue = Catalogue.open(str(path), read_only=True)
    except (StorageError, NotFound):
        return None
    try:
        with catalogue.read() as view:
            return view.count()
    except StorageError:
        return None
    finally:
        catalogue.close()
