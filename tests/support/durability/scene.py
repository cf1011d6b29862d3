"""Where operations take place: a folder with a catalogue, whose home (backups, settings) lies inside it; and what an operation is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from seeddesk.services.workspace import Workspace

Said = dict[str, Any]
Say = Callable[[Said], None]
Step = Callable[[int], None]

CATALOGUE = "c.seeddesk"
PRACTICES = 3  # in every prepared folder
WORDS = "Il quartiere non aveva verde. Ora ha un orto. Lo curano gli abitanti. "


def _nothing_wrong(folder: Path, said: Sequence[Said]) -> Iterator[str]:  # most operations are judged by what they said
    return iter(())


def _as_it_is(folder: Path, said: Sequence[Said]) -> AbstractContextManager[None]:
    return nullcontext()


@dataclass(frozen=True)
class Operation:
    """begin: opens what it needs in a folder and returns its step, called with 0, 1, 2 …; it says only names that do not depend on the folder.

    prepare: what it needs besides a catalogue · judge: what does not hold before anything was opened, besides what holds of all operations ·
    around: what a catalogue must be opened in, for judging, given what was said.
    """

    begin: Callable[[Path, Say], Step]
    prepare: Callable[[Path], None] = lambda folder: None
    judge: Callable[[Path, Sequence[Said]], Iterator[str]] = _nothing_wrong
    around: Callable[[Path, Sequence[Said]], AbstractContextManager[None]] = _as_it_is


def workspace(folder: Path, create: bool = False) -> Workspace:
    """The folder's catalogue."""
    make = Workspace.create if create else Workspace.open
    return make(folder / CATALOGUE, "Ada", "it")


def use_home(folder: Path) -> None:
    """Backups and settings lie inside the folder from now on."""
    for name in ("DATA", "CONFIG"):
        os.environ[f"XDG_{name}_HOME"] = str(folder / "home")


@contextmanager
def at_home(folder: Path) -> Iterator[None]:
    """As `use_home`, for a block."""
    before = {name: os.environ.get(name) for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME")}
    use_home(folder)
    try:
        yield
    finally:
        for name, value in before.items():
            os.environ.pop(name, None) if value is None else os.environ.__setitem__(name, value)
