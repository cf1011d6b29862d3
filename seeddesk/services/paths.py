"""Where things lie on this machine: the only module that knows folders by name."""

from __future__ import annotations

import sys
from pathlib import Path

import appdirs

_NAME = "SeedDesk"
_PACKAGE = Path(__file__).resolve().parent.parent


def data() -> Path:
    """The folder of the person's catalogue."""
    return Path(appdirs.user_data_dir(_NAME, appauthor=False))


def default_catalogue() -> Path:
    """The catalogue that is used when none is named."""
    return data() / "catalogue.seeddesk"


def backups() -> Path:
    """The folder of backups; each catalogue has its own folder in it."""
    return data() / "backups"


def templates() -> Path:
    """The folder of the centre's own templates."""
    return data() / "templates"


def settings_file() -> Path:
    """The file of settings."""
    return Path(appdirs.user_config_dir(_NAME, appauthor=False)) / "settings.json"


def cache() -> Path:
    """The folder of what can be made again."""
    return Path(appdirs.user_cache_dir(_NAME, appauthor=False))


def logs() -> Path:
    """The folder of reports about bugs."""
    return Path(appdirs.user_log_dir(_NAME, appauthor=False))


def resources() -> Path:
    """Templates, vocabularies, translations, samples."""
    return _shipped("resources")


def forms() -> Path:
    """The form definitions."""
    return _shipped("forms")


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, durably, unless it is there. Raises StorageError ``file-not-written``."""
    from seeddesk.storage import files

    with files.refusals(folder):
        files.make_folder(folder)


def _shipped(name: str) -> Path:
    """A folder that comes with the program: frozen, in a wheel, or in a checkout beside the package."""
    frozen = getattr(sys, "_MEIPASS", None)
    places = [Path(frozen) / name] if frozen else []
    places += [_PACKAGE / "_data" / name, _PACKAGE.parent / name]
    return next((place for place in places if place.is_dir()), places[-1])
