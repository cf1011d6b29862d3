"""Schema changes: named, in order, each in one transaction. A catalogue says by number how far it has come."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from sqlalchemy import Connection, Engine, event

from seeddesk.domain.errors import StorageError
from seeddesk.storage import search
from seeddesk.storage.schema import APPLICATION_ID, VERSION, meta, metadata, practice


def present_schema(connection: Connection) -> None:
    """The tables of a new catalogue."""
    metadata.create_all(connection)
    search.create(connection)


def sealed_practices(connection: Connection) -> None:
    """0.1 to 0.2: seals beside what is derived, other indexes, tags in the place of facets. All is filled by making the lists anew, as opening
    does when it finds no note of the rules they were made by."""
    for column in ("form", "told", "seal"):
        connection.exec_driver_sql(f"ALTER TABLE practice ADD COLUMN {column} TEXT NOT NULL DEFAULT ''")
    connection.exec_driver_sql("DROP TABLE facet")
    connection.exec_driver_sql("DROP INDEX practice_code")
    for index in practice.indexes:
        index.create(connection, checkfirst=True)
    search.clear(connection)
    connection.execute(meta.delete().where(meta.c.key == "derived"))


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (present_schema, sealed_practices)
assert len(MIGRATIONS) == VERSION


def migrate(connection: Connection, found: int) -> None:
    """Bring a catalogue from version `found`, 0 for none yet, to `VERSION` inside the caller's transaction."""
    changes = MIGRATIONS[found:] if found else MIGRATIONS[:1]
    for number, change in enumerate(changes, found + 1):
        change(connection)
        _set_version(connection, number if found else VERSION)


def look_into(engine: Engine) -> None:
    """Let a catalogue of the first schema be read as it lies, from the next connection on: a view that has what this version reads stands before
    its table of practices."""

    @event.listens_for(engine, "connect")
    def stand_before(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA query_only=0")
        connection.execute(
            "CREATE TEMP VIEW practice AS SELECT *, coalesce((SELECT code FROM facet"
            " WHERE facet.practice = number AND field = '@form'), '') AS form FROM main.practice"
        )
        connection.execute("PRAGMA query_only=1")


def version(connection: Connection, location: str) -> int:
    """The schema version of what is there: 0 for an empty place. Raises StorageError ``catalogue-not-one`` for somebody else's database."""
    if connection.dialect.name == "sqlite":
        application = connection.exec_driver_sql("PRAGMA application_id").scalar_one()
        number = connection.exec_driver_sql("PRAGMA user_version").scalar_one()
        if (
            application == 0
            and number == 0
            and not connection.exec_driver_sql("SELECT count(*) FROM sqlite_master").scalar_one()
        ):
            return 0
        if application != APPLICATION_ID:
            raise StorageError("catalogue-not-one", path=location, reason="application_id")
        return int(number)
    if not connection.dialect.has_table(connection, "meta"):
        return 0
    row = connection.execute(meta.select().where(meta.c.key == "schema")).first()
    return int(row.value) if row else 0


def refuse_newer(found: int, path: str) -> None:
    """Raises StorageError ``catalogue-newer`` when a newer SeedDesk made this catalogue."""
    if found > VERSION:
        raise StorageError("catalogue-newer", path=path, found=found, known=VERSION)


def refuse_older(connection: Connection) -> None:
    """Raises StorageError ``catalogue-older`` where `look_into` lets an earlier schema be read."""
    if connection.dialect.name == "sqlite":
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if 0 < found < VERSION:
            path = connection.exec_driver_sql("PRAGMA database_list").first()
            raise StorageError("catalogue-older", path=path[2] if path else "")


def _set_version(connection: Connection, number: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={number}")
    else:
        connection.execute(meta.delete().where(meta.c.key == "schema"))
        connection.execute(meta.insert().values(key="schema", value=str(number)))
