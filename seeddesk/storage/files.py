"""Writing files so that a power cut leaves either the old one or the new one, whole."""

from __future__ import annotations

import contextlib
import os
import secrets
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from seeddesk.domain.errors import StorageError

RESTORING = ".restoring"  # behind a file's name: what is whole and about to take its place


def write_atomic(path: Path, data: bytes) -> None:
    """Put `data` at `path`: temporary name, fsync, rename, fsync of the folder. Raises StorageError ``file-not-written``."""
    with replacing(path) as file:
        file.write(data)


@contextlib.contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A binary file to write to; it takes the place of `path` when the block ends well and vanishes when it does not.

    Raises StorageError ``file-not-written`` for anything the disk refuses.
    """
    temporary = path.with_name(f".{path.name}.{secrets.token_hex(4)}.part")
    with refusals(path):
        make_folder(path.parent)
        try:
            with temporary.open("xb") as file:
                yield file
                file.flush()
                os.fsync(file.fileno())
            temporary.replace(path)
            sync_folder(path.parent)
        finally:
            temporary.unlink(missing_ok=True)


@contextlib.contextmanager
def refusals(path: str | Path) -> Iterator[None]:
    """Turns what the disk refuses in the block into StorageError ``file-not-written``, said of `path`."""
    try:
        yield
    except OSError as error:
        raise StorageError("file-not-written", path=str(path), reason=error.strerror or str(error)) from error


def make_folder(folder: Path) -> None:
    """Make a folder, and those above it, unless it is there; durably, or a power cut could take the folder with what was synced in it. Raises OSError."""
    if folder.is_dir():
        return
    make_folder(folder.parent)
    folder.mkdir(exist_ok=True)
    sync_folder(folder.parent)


def sync_folder(folder: Path) -> None:
    """Make renames in a folder durable. Windows offers no such call and journals them itself."""
    if sys.platform == "win32":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def sync_file(path: Path) -> None:
    """Make a file that somebody else wrote (SQLite's VACUUM INTO) durable."""
    with path.open("rb+") as file:
        os.fsync(file.fileno())
