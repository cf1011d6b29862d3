"""Connections: SQLite set so that an acknowledged save survives a power cut, or PostgreSQL; and their errors in plain words."""

from __future__ import annotations

import contextlib
import sys
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Dialect, Engine, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool
from sqlalchemy.util import LRUCache

from seeddesk.domain.errors import StorageError
from seeddesk.storage import driver, place, vault

# The log is brought into the file between saves (`Catalogue.checkpoint`): a save would wait for it. Where nobody does, at 16 MB.
_WRITING: dict[str, int | str] = {
    "journal_mode": "wal",
    "synchronous": 2,
    "secure_delete": 1,
    "wal_autocheckpoint": 4000,
}
_SHARED: dict[str, int | str] = {
    "journal_mode": "delete",
    "synchronous": 3,
}  # EXTRA: FULL loses the last save in 18 % of power cuts here
_WRITER_LOCK = 0x53656544  # PostgreSQL's advisory lock: one writer at a time there too


def is_server(location: str) -> bool:
    """Whether a location names a PostgreSQL database and not a file."""
    return location.startswith(("postgresql:", "postgresql+", "postgres:"))


def is_address(location: str) -> bool:
    """Whether a server's location is written as one."""
    try:
        make_url(location)
    except (ArgumentError, ValueError):
        return False
    return True


def shown(location: str) -> str:
    """A location as it may be shown: without its password."""
    return make_url(location).render_as_string(hide_password=True) if is_server(location) else location


def write_engine(location: str, key: str = "") -> Engine:
    """Connections that may write. A SQLite file that is absent is created. key: of an encrypted one, in hex."""
    if is_server(location):
        engine = create_engine(_server_url(location), pool_size=1, pool_pre_ping=True)
        event.listen(engine, "begin", _begin_server_write)
        return engine
    return _sqlite(Path(location), reading=False, key=key)


def read_engine(location: str, key: str = "") -> Engine:
    """Connections that can only read; a transaction on one sees a single state from beginning to end."""
    if is_server(location):
        return create_engine(
            _server_url(location), pool_size=4, pool_pre_ping=True, isolation_level="REPEATABLE READ"
        ).execution_options(postgresql_readonly=True)
    return _sqlite(Path(location), reading=True, key=key)


def errors() -> tuple[type[Exception], ...]:
    """What databases raise: SQLAlchemy, and the drivers alone."""
    return (DBAPIError, *driver.errors())


def journal_fits(connection: Connection, location: str) -> bool:
    """Whether a SQLite file is set to the journal its place asks for: a write-ahead log, so that readers and the writer do not wait for each
    other, or none between saves, where the log's shared memory is not shared or files are copied one by one."""
    wanted = _writing(Path(location))["journal_mode"]
    return bool(connection.exec_driver_sql("PRAGMA journal_mode").scalar() == wanted)


def roll_back(location: str, key: str = "") -> None:
    """Undo what a power cut left half written beside a write-ahead log that was not there yet: a connection that only reads may not."""
    if driver.half_changed(Path(location)):
        with plain_errors(location), contextlib.closing(driver.connect(Path(location), key)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_master").fetchone()


@contextlib.contextmanager
def plain_errors(location: str) -> Iterator[None]:
    """Turns what the database reports into a StorageError a person can act on; a programming error stays one."""
    try:
        yield
    except errors() as error:
        code = _code(error)
        if code is None:
            raise
        if code == "catalogue-not-one":
            code = vault.why_no_database(location)
        raise StorageError(code, path=shown(location), reason=_reason(error)) from error


def _sqlite(path: Path, reading: bool, key: str) -> Engine:
    dialect = _dialect(bool(key))
    pool = QueuePool(
        lambda: driver.reader(path, key) if reading else driver.connect(path, key, "rwc"),
        pool_size=4 if reading else 1,
        dialect=dialect,
    )
    engine = Engine(pool, dialect, make_url("sqlite://"), execution_options={"compiled_cache": _statements})
    settings = driver.READING if reading else {**driver.EVERY, **_writing(path)}
    if sys.platform == "darwin" and not reading:
        settings |= {"fullfsync": 1, "checkpoint_fullfsync": 1}

    def prepare(connection: Any, _record: object) -> None:
        driver.prepare(connection, settings, path)

    event.listen(engine, "connect", prepare)
    event.listen(engine, "begin", _begin_reading if reading else _begin_writing)
    return engine


@cache
def _dialect(cipher: bool) -> Dialect:
    """One for all connections of a driver: what was compiled for one of them, or for another catalogue, serves all."""
    engine = create_engine("sqlite://", module=driver.module(cipher))
    with engine.connect():  # it asks the library what it can do
        pass
    engine.dispose()
    return engine.dialect


_statements: LRUCache[Any, Any] = LRUCache(500)


def _writing(path: Path) -> dict[str, int | str]:
    """What a connection that writes is set to, by where its file lies."""
    return {**_WRITING, **_SHARED} if place.file_system(path) or place.synced_by(path) else _WRITING


def _begin_writing(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN IMMEDIATE")


def _begin_reading(connection: Connection) -> None:
    connection.exec_driver_sql("BEGIN")


def _begin_server_write(connection: Connection) -> None:
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_WRITER_LOCK})")


def _server_url(location: str) -> URL:
    return make_url(location).set(drivername="postgresql+psycopg")


def _reason(error: Exception) -> str:
    cause = error.orig if isinstance(error, DBAPIError) else error
    return str(cause).strip().partition("\n")[0].partition(" with text ")[0]  # what follows there is somebody's words


_SAID = (  # a piece of what the driver says -> the sentence we say
    ("database or disk is full", "disk-full"),
    ("database is locked", "catalogue-busy"),
    ("readonly database", "catalogue-read-only"),
    ("not a database", "catalogue-not-one"),
    ("malformed", "catalogue-damaged"),
    ("could not decode", "catalogue-damaged"),
    ("unsupported file format", "catalogue-damaged"),
    ("unable to open", "catalogue-not-opened"),
    ("disk i/o error", "catalogue-io"),
)


def _code(error: Exception) -> str | None:
    said = _reason(error).lower()
    for piece, code in _SAID:
        if piece in said:
            return code
    if isinstance(error, OperationalError) and not isinstance(error.orig, errors()):
        return "server-unreachable"
    return None
