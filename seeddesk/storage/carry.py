"""Carrying a database over to another key (or to none, or from none): into a new file, compared row by row, then put in the old one's place.

At every moment either the old or the new one is there, whole. The old one is overwritten before it is removed; what a disk keeps of it
all the same (solid-state disks write elsewhere, file systems keep journals and snapshots) no program can reach.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import secrets
from pathlib import Path
from typing import Any

from seeddesk.domain.errors import StorageError
from seeddesk.storage.driver import BESIDE, connect
from seeddesk.storage.engine import plain_errors
from seeddesk.storage.files import RESTORING, refusals, sync_file, sync_folder

OUTGOING = ".outgoing"  # what a carried database was, until it is overwritten
_BLOCK = 1 << 20


def carry(path: Path, old: str, new: str) -> None:
    """Replace a database by itself under another key. old, new: hex, "" for none. Nobody may have it open; for a catalogue, hold its lock.

    Raises StorageError ``catalogue-busy``, ``disk-full``, ``carry-differs`` and the like; then the old one is where it was.
    """
    ready, part = Path(f"{path}{RESTORING}"), Path(f"{path}{RESTORING}.part")
    with refusals(path):
        try:
            _carry(path, ready, part, old, new)
        finally:
            for ending in ("", *BESIDE):
                overwrite(Path(f"{part}{ending}"))


def _carry(path: Path, ready: Path, part: Path, old: str, new: str) -> None:
    tidy(path)
    with plain_errors(str(path)):
        export(path, old, part, new)
        if _content(path, old) != _content(part, new):
            raise StorageError("carry-differs", path=str(path))
    sync_file(part)
    part.replace(ready)
    sync_folder(path.parent)
    for ending in ("", *BESIDE):
        with contextlib.suppress(FileNotFoundError):
            Path(f"{path}{ending}").replace(f"{path}{OUTGOING}{ending}")
    ready.replace(path)
    sync_folder(path.parent)
    tidy(path)


def tidy(path: Path) -> None:
    """Finish what a carrying that was cut off left: the new database in its place, the old one overwritten and removed.

    Raises StorageError ``file-not-written``.
    """
    ready = Path(f"{path}{RESTORING}")
    with refusals(path):
        if ready.exists() and not path.exists():
            ready.replace(path)
            sync_folder(path.parent)
        for other in (RESTORING, f"{RESTORING}.part", OUTGOING):
            for ending in ("", *BESIDE):
                overwrite(Path(f"{path}{other}{ending}"))


def export(path: Path, old: str, part: Path, new: str) -> None:
    """Write a database into a new file under another key; the old one's write-ahead log is folded into it first."""
    with contextlib.closing(connect(path, old, cipher=True)) as connection:
        if connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0] != "delete":
            raise StorageError("catalogue-busy", path=str(path))
        connection.execute("PRAGMA temp_store=2")
        connection.execute("ATTACH DATABASE ? AS target KEY ?", (str(part), f"x'{new}'" if new else ""))
        connection.execute("PRAGMA target.synchronous=FULL")
        connection.execute("SELECT sqlcipher_export('target')")
        for setting in ("application_id", "user_version"):
            (number,) = connection.execute(f"PRAGMA main.{setting}").fetchone()
            connection.execute(f"PRAGMA target.{setting}={int(number)}")
        connection.execute("DETACH DATABASE target")


def overwrite(path: Path) -> None:
    """Overwrite a file with noise, then remove it; nothing when it is not there."""
    if not path.is_file():
        return
    with path.open("rb+", buffering=0) as file:
        left = path.stat().st_size
        while left > 0:
            left -= file.write(secrets.token_bytes(min(left, _BLOCK)))
        os.fsync(file.fileno())
    path.unlink()


def _content(path: Path, key: str) -> str:
    """A digest of everything in a database: what its tables are, and every row of them; its pages are checked."""
    total = hashlib.sha256()
    with contextlib.closing(connect(path, key)) as connection:
        wrong = connection.execute("PRAGMA integrity_check(1)").fetchone()[0]
        if wrong != "ok":
            raise StorageError("catalogue-damaged", path=str(path), reason=wrong)
        tables = connection.execute("SELECT name, sql FROM sqlite_master ORDER BY name").fetchall()
        total.update(repr(tables).encode())
        for name, made in tables:
            if made and made.startswith("CREATE TABLE"):
                _digest_rows(connection, name, "WITHOUT ROWID" not in made.upper(), total)
    return total.hexdigest()


def _digest_rows(connection: Any, table: str, numbered: bool, total: Any) -> None:
    columns = len(connection.execute(f'SELECT * FROM "{table}" LIMIT 0').description)
    first, order = ("rowid, *", "rowid") if numbered else ("*", ", ".join(map(str, range(1, columns + 1))))
    for row in connection.execute(f'SELECT {first} FROM "{table}" ORDER BY {order}'):
        total.update(repr(row).encode())
