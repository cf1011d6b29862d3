"""What a person set: who they are, in which language, where their catalogue lies."""

from __future__ import annotations

import json
import os
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import UsageError
from seeddesk.services import paths


@dataclass(frozen=True, slots=True)
class Settings:
    """author, centre: names as they appear in dossiers · lang: ``it``, ``en`` or "" for the system's · catalogue: location or "" ·
    theme: ``light``, ``dark`` or "" for the system's · text_size: points, 0 for the system's ·
    second_place: the folder backups are copied to besides, or "" · second_place_asked: the day a person put that question off, or "" ·
    used_actions: ids of the commands used last, with spaces between, the latest first ·
    columns: names of the list's columns, with spaces between, or "" for the usual ones ·
    editor: ``scroll`` (all sections in one scroll) and ``quick`` (only what submission needs), with a space between, or ""."""

    author: str = ""
    centre: str = ""
    lang: str = ""
    catalogue: str = ""
    theme: str = ""
    second_place: str = ""
    second_place_asked: str = ""
    used_actions: str = ""
    columns: str = ""
    editor: str = ""
    text_size: int = 0


_TEXTS = (
    "author",
    "centre",
    "lang",
    "catalogue",
    "theme",
    "second_place",
    "second_place_asked",
    "used_actions",
    "columns",
    "editor",
)


def load() -> Settings:
    """The settings; those of a first start when there are none. A file that cannot be read is kept aside as ``settings.json.unreadable``."""
    path = paths.settings_file()
    try:
        data = dict(json.loads(path.read_text("utf-8")))
        texts = {name: str(data[name]) for name in _TEXTS if name in data}
        return Settings(**texts, text_size=int(data.get("text_size", 0)))
    except FileNotFoundError:
        return Settings()
    except (ValueError, TypeError):
        path.replace(path.with_name(path.name + ".unreadable"))
        return Settings()


def change(**values: str | int) -> tuple[Settings, Changes]:
    """Set some of the settings and keep them. Raises StorageError ``file-not-written``, TypeError for a name that is none."""
    from seeddesk.storage.files import write_atomic

    changed = replace(load(), **values)  # type: ignore[arg-type]  # names and kinds are the caller's to know
    text = json.dumps(asdict(changed), ensure_ascii=False, indent=2)
    write_atomic(paths.settings_file(), text.encode())
    return changed, Changes(settings=True)


def where(location: str | Path | None, settings: Settings) -> str:
    """The catalogue meant: the one named, else SEEDDESK_CATALOGUE, else the settings', else the person's own.

    A folder means the ``catalogue.seeddesk`` in it.
    """
    named = str(location or os.environ.get("SEEDDESK_CATALOGUE", "") or settings.catalogue or paths.default_catalogue())
    if "://" in named:
        if not named.startswith(("postgresql://", "postgresql+psycopg://", "postgres://")):
            raise UsageError("location-unknown", location=named)
        from seeddesk.storage import engine  # for a server's address alone: it loads SQLAlchemy

        if not engine.is_address(named):
            raise UsageError("location-unknown", location=named)
        return named
    path = Path(named).expanduser()
    return str((path / "catalogue.seeddesk" if path.is_dir() else path).absolute())
