"""Which folder of backups is a catalogue's own: by the catalogue's id; where several files have that (copies of one), by where each lies."""

from __future__ import annotations

import contextlib
import platform
import re
import uuid
from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.services import paths

if TYPE_CHECKING:
    from seeddesk.storage.catalogue import Catalogue

_WHOSE = "catalogue.txt"  # in a folder of backups: where the catalogue lies that they are of, and where it lay before, one place a line
_AWAY = "second-place.txt"  # … what the folder of their copies is called in a second place
_NAME = re.compile(r"[0-9a-z-]+")


def of(catalogue: Catalogue) -> Path:
    """Where the backups of a catalogue lie, or will. One that was moved keeps its folder; a copy whose original is still there has one of its own, so
    that neither restores, thins out or encrypts what is the other's."""
    with catalogue.read() as view:
        whole = view.note("catalogue")
    first = paths.backups() / whole[:8]
    folders = [first, *sorted(paths.backups().glob(f"{whole[:8]}-*"))]
    own = [folder for folder in folders if any(_same(place, catalogue.location) for place in _places(folder))]
    if own:
        return own[0]
    free = (folder for folder in folders if not any(_is_there(place, whole) for place in _places(folder)))
    return next(free, paths.backups() / f"{whole[:8]}-{len(folders) + 1}")


def back_up(catalogue: Catalogue, reason: str) -> Path:
    """Back a catalogue up among its backups, of which old ones are thinned out then. reason: as in `maintenance.backup`."""
    from seeddesk.storage import backup as copies

    folder, now = of(catalogue), datetime.now().replace(microsecond=0)
    while now in copies.made(folder):  # two within one second
        now += timedelta(seconds=1)
    path = copies.write(catalogue, folder / copies.name(now, reason))
    claim(folder, catalogue.location)
    copies.thin_out(folder, now)
    return path


def named(location: str) -> list[Path]:
    """Where the backups of a catalogue lie, by what they say of it: it may be damaged too much to say so itself."""
    notes = sorted(paths.backups().glob(f"*/{_WHOSE}"))
    return [note.parent for note in notes if location in _places(note.parent)]


def claim(folder: Path, location: str) -> None:
    """Note in a folder of backups that they are of the catalogue at a place."""
    from seeddesk.storage.files import write_atomic

    places = _places(folder)
    if location not in places:
        write_atomic(folder / _WHOSE, "\n".join([location, *places]).encode())


def away(folder: Path, second: Path) -> Path | None:
    """Where the backups of a folder are copied to in a second place; None before the first was."""
    with contextlib.suppress(OSError, UnicodeError):  # none yet, or damaged: then another folder is begun
        name = (folder / _AWAY).read_text("utf-8").strip()
        return second / name if _NAME.fullmatch(name) else None
    return None


def claim_away(folder: Path, second: Path, location: str) -> Path:
    """The same, from now on. No other computer gives the name: one that has a copy of the catalogue and the same stick would else thin out, restore or
    encrypt what is not its own. A note in it says to people whose it is. Raises StorageError."""
    from seeddesk.storage.files import write_atomic

    found = away(folder, second)
    if found is None:
        found = second / f"seeddesk-{folder.name}-{uuid.uuid4().hex[:8]}"
        write_atomic(folder / _AWAY, found.name.encode())
    claim(found, f"{platform.node()} {location}")
    return found


def _places(folder: Path) -> list[str]:
    with contextlib.suppress(OSError, UnicodeError):  # none yet, or damaged: it is written again with the next backup
        return (folder / _WHOSE).read_text("utf-8").splitlines()
    return []


def _same(place: str, location: str) -> bool:
    """Whether two names are of one file."""
    if place == location:
        return True
    try:
        return Path(place).samefile(location)
    except OSError:
        return False


def _is_there(place: str, whole: str) -> bool:
    """Whether the catalogue of an id still lies at a place; one that does not open is taken for it."""
    from seeddesk.storage.catalogue import Catalogue

    try:
        with contextlib.closing(Catalogue.open(place, read_only=True)) as other, other.read() as view:
            return view.note("catalogue") == whole
    except NotFound:
        return False
    except StorageError:
        return True
