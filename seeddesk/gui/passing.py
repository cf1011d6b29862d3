"""Folders for what is not kept: copies of attachments for other programs, pictures on their way in, previews. They go when this program ends."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from PySide6.QtCore import QLockFile

_PREFIX, _HELD = "seeddesk-passing-", "held"


def new_folder() -> Path:
    """An empty folder that lasts as long as this program."""
    if not _ours()[0].is_dir():  # who tidies up temporary files took it, days after it was made
        _ours.cache_clear()
    return Path(tempfile.mkdtemp(dir=_ours()[0]))


@cache
def _ours() -> tuple[Path, QLockFile]:
    """The folder all of them are in, and what tells other programs that it is in use. What a program left that was killed goes with the next."""
    for left in Path(tempfile.gettempdir()).glob(f"{_PREFIX}*"):
        lock = _lock(left)
        if lock.tryLock(0):
            _remove(left, lock)
    folder = Path(tempfile.mkdtemp(prefix=_PREFIX))
    lock = _lock(folder)
    lock.tryLock(0)
    atexit.register(_remove, folder, lock)
    return folder, lock


def _lock(folder: Path) -> QLockFile:
    lock = QLockFile(str(folder / _HELD))
    lock.setStaleLockTime(0)  # however long it is held
    return lock


def _remove(folder: Path, lock: QLockFile) -> None:
    lock.unlock()
    # Where another program still has a file open, the next one of ours removes it.
    shutil.rmtree(folder, ignore_errors=True)
