"""The database drivers alone, without SQLAlchemy, which takes longer to load than a small catalogue to be read."""

from __future__ import annotations

import contextlib
import importlib
import sqlite3
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from seeddesk.domain.errors import StorageError
from seeddesk.storage import place

# Read back after they are set: a setting that did not take (an old library, an odd file system) must not pass for one that did.
EVERY: dict[str, int | str] = {
    "foreign_keys": 1,
    "busy_timeout": 5000,
    "trusted_schema": 0,
    "cell_size_check": 1,
    "temp_store": 2,
    "cache_size": -16000,
}
READING: dict[str, int | str] = {
    **EVERY,
    "query_only": 1,
    "cache_size": -4000,
}  # there are four of them, and the system keeps the file's pages anyway

CIPHER = "sqlcipher3.dbapi2"
LOGS = ("-wal", "-journal")  # what SQLite keeps beside a database and what it is not whole without
BESIDE = ("-shm", *LOGS)  # what must move with it


def connect(path: Path, key: str = "", mode: str = "rw", cipher: bool = False) -> Any:
    """One bare connection to a SQLite file. key: hex, "" for one that is not encrypted · mode: ``ro``, ``rw``, ``rwc`` ·
    cipher: with the driver that can encrypt, whatever the file is."""
    # isolation_level=None: the driver begins nothing by itself, our listener says BEGIN IMMEDIATE.
    connection = module(key or cipher).connect(
        f"{path.absolute().as_uri()}?mode={mode}", uri=True, isolation_level=None, check_same_thread=False, timeout=5.0
    )
    if key:
        connection.execute(
            "PRAGMA cipher_log_level=NONE"
        )  # it would write about wrong keys to stderr; we say it ourselves
        connection.execute(f"PRAGMA key=\"x'{key}'\"")  # a pragma takes no parameter
    return connection


def reader(path: Path, key: str = "") -> Any:
    """A connection that can only read, which `prepare` has yet to set."""
    return connect(path, key, "ro&immutable=1" if _frozen(path) else "ro")


def prepare(connection: Any, settings: Mapping[str, int | str], path: Path) -> None:
    """Set a connection as it must be. Raises StorageError ``catalogue-setting`` when a setting does not take."""
    for name, value in settings.items():
        connection.execute(f"PRAGMA {name}={value}")
        found = connection.execute(f"PRAGMA {name}").fetchone()[0]
        if found != value:
            raise StorageError("catalogue-setting", path=str(path), setting=name, wanted=value, found=found)


def module(cipher: str | bool) -> Any:
    """The standard library's driver, or the one that can encrypt: a plain catalogue never loads the other."""
    return importlib.import_module(CIPHER) if cipher else sqlite3


def opens(path: Path, key: str) -> bool:
    """Whether a database is encrypted with this key."""
    # With a change to be rolled back first, what only reads would be refused whatever the key: the file is then looked at as it lies.
    with contextlib.closing(connect(path, key, "ro&immutable=1" if half_changed(path) else "ro")) as connection:
        try:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except errors() as error:
            return "not a database" not in str(error)  # anything else is said when it is opened in earnest
    return True


def errors() -> tuple[type[Exception], ...]:
    """What drivers raise: the standard library's, and the encrypting one once it is loaded."""
    cipher = sys.modules.get(CIPHER)
    return (sqlite3.Error,) if cipher is None else (sqlite3.Error, cipher.Error)


def half_changed(path: Path) -> bool:
    """Whether a power cut left a change half written that has yet to be rolled back."""
    journal = Path(f"{path}-journal")
    return journal.exists() and journal.stat().st_size > 0


def _frozen(path: Path) -> bool:
    """Whether nothing can change a file: in a folder that cannot be written to SQLite could not even make the shared memory to read it with."""
    log = Path(f"{path}-wal")
    return not place.writable(path) and not (log.exists() and log.stat().st_size)
