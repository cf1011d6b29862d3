"""One writer per catalogue: a lock the operating system frees by itself when its holder ends, however it ends."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
from pathlib import Path
from typing import BinaryIO

from seeddesk.domain.errors import StorageError

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

# Locked far behind the content, so that on Windows, where a locked range cannot be read, others can still read who holds it.
_FAR = 1 << 30


class Lock:
    """Held by one process at a time; says who holds it. `take` and `release` may be called again and again."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: BinaryIO | None = None

    def take(self) -> None:
        """Hold the lock until `release`. Raises StorageError ``catalogue-in-use`` naming process and machine of its holder."""
        if self._file is not None:
            return
        try:
            file = os.fdopen(os.open(self.path, os.O_RDWR | os.O_CREAT, 0o644), "rb+", buffering=0)
        except OSError as error:
            raise StorageError("catalogue-read-only", path=str(self.path.parent)) from error
        try:
            _lock(file)
        except OSError as error:
            holder = _holder(file)
            file.close()
            raise StorageError("catalogue-in-use", **holder) from error
        self._file = file
        with contextlib.suppress(OSError):  # the lock is held all the same: this only tells others by whom
            file.truncate(0)
            file.write(json.dumps({"pid": os.getpid(), "host": socket.gethostname()}).encode())

    def release(self) -> None:
        """Let others write. The file stays: removing it would let two processes lock two different files of one name."""
        if self._file is not None:
            self._file.close()
            self._file = None


def _holder(file: BinaryIO) -> dict[str, object]:
    try:
        data = json.loads(file.read(1000))
        return {"pid": data["pid"], "host": data["host"]}
    except (ValueError, KeyError, TypeError):  # its holder has just taken it and not signed yet
        return {"pid": "?", "host": "?"}


def _lock(file: BinaryIO) -> None:
    if sys.platform == "win32":
        file.seek(_FAR)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        file.seek(0)
    else:
        fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
