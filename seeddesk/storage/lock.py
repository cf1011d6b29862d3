"""One writer per catalogue: a lock the operating system frees by itself when its holder ends, however it ends.

The lock file names its holder while it is held and is emptied when the holder lets go in good order: one that is free and still names somebody
tells that a program was killed, or the power went, while it could write.
"""

from __future__ import annotations

import contextlib
import getpass
import json
import os
import socket
import sys
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import BinaryIO

from seeddesk.domain.errors import StorageError
from seeddesk.storage.files import sync_folder

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Locked far behind the content, so that on Windows, where a locked range cannot be read, others can still read who holds it.
_FAR = 1 << 30


@dataclass(frozen=True, slots=True)
class Holder:
    """Who holds a lock, or held it last: process, machine, since when (local time, ISO, to the minute) and which person; "?" for what is not
    known."""

    pid: object
    host: str
    since: str
    user: str = "?"


class Lock:
    """Held by one process at a time; says who holds it. `take` and `release` may be called again and again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Hold the lock until `release`. Raises StorageError ``catalogue-in-use`` naming its holder, ``catalogue-read-only``."""
        if self._file is not None:
            return
        was_there = self.path.exists()
        try:
            file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644), "rb+", buffering=0)
        except OSError as error:
            raise StorageError("catalogue-read-only", path=str(self.path.parent)) from error
        try:
            _lock(file)
        except OSError as error:
            holder = _read(file)
            file.close()
            raise StorageError("catalogue-in-use", **asdict(holder or Holder("?", "?", "?"))) from error
        self._file = file
        with contextlib.suppress(
            OSError
        ):  # the lock is held all the same: this only tells others by whom, and that we did not let go
            holder = Holder(os.getpid(), socket.gethostname(), datetime.now().isoformat(" ", "minutes"), _user())
            file.truncate(0)
            file.write(json.dumps(asdict(holder)).encode())
            os.fsync(file.fileno())
            if not was_there:
                sync_folder(self.path.parent)

    def release(self) -> None:
        """Let others write. The file stays: removing it would let two processes lock two different files of one name."""
        if self._file is not None:
            with contextlib.suppress(OSError):  # then the next to open has a check too many
                self._file.truncate(0)
            self._file.close()
            self._file = None

    def abandoned(self) -> Holder | None:
        """Who held the lock last without letting go; None when somebody holds it, or the last one let go in good order."""
        try:
            with self.path.open("rb+", buffering=0) as file:
                holder = _read(file)
                if holder is not None:
                    _lock(file)
                return holder
        except OSError:  # not there, not ours to write, or held
            return None


def _read(file: BinaryIO) -> Holder | None:
    """What a lock file says; None for an empty one, and "?" for what it does not say."""
    text = file.read(1000)
    if not text.strip(b"\0"):
        return None
    try:
        data = json.loads(text)
        said = (str(data.get(name, "?")) for name in ("host", "since", "user"))
        return Holder(data.get("pid", "?"), *said)
    except (ValueError, AttributeError):  # its holder was cut off while signing
        return Holder("?", "?", "?")


def _user() -> str:
    """The name this person is logged in by."""
    try:
        return getpass.getuser()
    except (OSError, KeyError, ImportError):  # no such user, or (Windows before 3.13) no variable that names one
        return "?"


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
