"""Catalogues of every released schema, brought to one that is a step ahead of this SeedDesk: old or new, whole, with a backup that holds everything.

The step ahead is made here, since the last released schema has none after it; the machinery that takes it is the product's own.
"""

from __future__ import annotations

import gzip
import shutil
import sqlite3
import tempfile
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, closing, contextmanager
from pathlib import Path

from sqlalchemy import Connection

from seeddesk.domain.errors import UserError
from seeddesk.storage import backup as backups
from seeddesk.storage import catalogue, driver, migrations
from tests.support.durability.scene import CATALOGUE, Operation, Said, Say, Step, workspace

SAMPLES = Path(__file__).resolve().parents[2] / "data" / "catalogues"
RELEASED = tuple(sorted(path.name.partition(".")[0] for path in SAMPLES.glob("*.seeddesk.gz")))
_BESIDE = ("", *driver.BESIDE)


def operation(schema: str = "") -> Operation:
    """Opening a catalogue of a released schema, "" for the one that was prepared, by a SeedDesk whose schema is a step ahead."""

    def prepare(folder: Path) -> None:
        if schema:
            (folder / CATALOGUE).write_bytes(gzip.decompress((SAMPLES / f"{schema}.seeddesk.gz").read_bytes()))

    return Operation(_migrating, prepare, _half, _ahead)


def later_schema(connection: Connection) -> None:
    """A migration as they are: a new table, filled from what is there, row by row."""
    connection.exec_driver_sql("CREATE TABLE later (practice TEXT PRIMARY KEY, copy BLOB)")
    rows = connection.exec_driver_sql("SELECT practice, max(body) FROM revision GROUP BY practice").all()
    for name, body in rows:
        connection.exec_driver_sql("INSERT INTO later VALUES (?, ?)", (name, body))


@contextmanager
def newer_schema() -> Iterator[None]:
    """A SeedDesk whose schema is one step on."""
    before = migrations.MIGRATIONS, migrations.VERSION
    migrations.MIGRATIONS, migrations.VERSION = (*migrations.MIGRATIONS, later_schema), migrations.VERSION + 1
    catalogue.VERSION = migrations.VERSION
    try:
        yield
    finally:
        migrations.MIGRATIONS, migrations.VERSION = before
        catalogue.VERSION = before[1]


def _ahead(folder: Path, said: Sequence[Said]) -> AbstractContextManager[None]:  # the same whatever was said
    return newer_schema()


def _migrating(folder: Path, say: Say) -> Step:
    def step(_: int) -> None:
        with newer_schema(), workspace(folder) as ws, ws.catalogue.read() as view:
            copied, there = view.connection.exec_driver_sql(
                "SELECT (SELECT count(*) FROM later), (SELECT count(DISTINCT practice) FROM revision)"
            ).one()
            assert copied == there > 0
        say({"migrated": True})

    return step


def _half(folder: Path, said: Sequence[Said]) -> Iterator[str]:
    """Looked at with SQLite alone, in a copy, before any SeedDesk opens it. The schema ahead is in force."""
    ahead = migrations.VERSION
    with tempfile.TemporaryDirectory(dir=folder.parent) as aside:
        for ending in _BESIDE:
            if Path(f"{folder / CATALOGUE}{ending}").exists():
                shutil.copy(f"{folder / CATALOGUE}{ending}", aside)
        with closing(sqlite3.connect(Path(aside) / CATALOGUE)) as db:
            version = db.execute("PRAGMA user_version").fetchone()[0]
            tables = {name for (name,) in db.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
            revisions = {
                f"{device}:{counter}" for device, counter in db.execute("SELECT device, counter FROM revision")
            }
            (whole,) = db.execute("PRAGMA integrity_check").fetchone()
            if whole != "ok":
                yield f"damaged: {whole}"
            if version < ahead and any("migrated" in line for line in said):
                yield "said to be migrated, and is not"
            if ("later" in tables) != (version == ahead):
                yield f"half a schema: version {version}, {sorted(tables)}"
            elif "later" in tables and db.execute("SELECT count(*) FROM later").fetchone() != (_practices(db),):
                yield "half of the rows were migrated"
    copies = list((folder / "home").rglob("backups/*/*.seeddesk"))
    if version == ahead and not copies:
        yield "migrated without a backup"
    for copy in copies:
        try:
            held = {str(dot) for dot in backups.verify(copy)}
        except UserError as error:
            yield f"the backup before does not open: {error.code}"
        else:
            if not held or held != revisions:
                yield "the backup before does not hold everything"


def _practices(db: sqlite3.Connection) -> int:
    return int(db.execute("SELECT count(DISTINCT practice) FROM revision").fetchone()[0])
