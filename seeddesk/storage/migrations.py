"""Schema changes: named, in order, each in one transaction. A catalogue says by number how far it has come."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from sqlalchemy import Connection, Engine, event, select

from seeddesk.domain.errors import StorageError
from seeddesk.domain.order import kept_key
from seeddesk.storage import rows, seals, search
from seeddesk.storage.schema import APPLICATION_ID, VERSION, meta, metadata, practice

_KEYS = ("place_key", "lead_org_key")
_TOGETHER = 2000  # practices


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
    connection.exec_driver_sql("CREATE INDEX practice_by_code ON practice (hidden, code, number)")
    search.clear(connection)
    connection.execute(meta.delete().where(meta.c.key == "derived"))


def sorted_by_words(connection: Connection) -> None:
    """0.2 to 0.3: keys that places and lead organisations are sorted by. They are filled in here and the seals with them, which takes seconds where
    lists made anew take minutes. What is not as it was sealed gets no seal, so that a check finds it still."""
    kind = "TEXT" if connection.dialect.name == "sqlite" else 'TEXT COLLATE "C"'
    for key in _KEYS:
        connection.exec_driver_sql(f"ALTER TABLE practice ADD COLUMN {key} {kind} NOT NULL DEFAULT ''")
        connection.exec_driver_sql(f"DROP INDEX IF EXISTS practice_{key.removesuffix('_key')}")
    numbers = connection.execute(select(practice.c.number).order_by(practice.c.number)).scalars().all()
    for at in range(0, len(numbers), _TOGETHER):
        part = numbers[at : at + _TOGETHER]
        filled = [_with_keys(one) for one in seals.as_sealed(connection, _SECOND_LINE, (part[0], part[-1]))]
        rows.replace(connection, practice, ("number", *_KEYS, "seal"), filled)
    for index in sorted(practice.indexes, key=lambda index: str(index.name)):
        index.create(connection, checkfirst=True)


_SECOND_LINE = tuple(name for name in seals.LINE if name not in _KEYS)
_WITH_KEYS = seals.LINE.index(_KEYS[0])  # where both stand


def _with_keys(one: seals.Sealed) -> tuple[int, str, str, str]:
    """Number, keys and seal of a practice of the second schema."""
    keys = [kept_key(_said(one.parts, name.removesuffix("_key"))) for name in _KEYS]
    parts = [*one.parts[:_WITH_KEYS], *(key.encode() for key in keys), *one.parts[_WITH_KEYS:]]
    whole = one.seal == seals.of_parts(one.parts, one.conflicts)
    return (one.number, keys[0], keys[1], (whole and seals.of_parts(parts, one.conflicts)) or "")


def _said(parts: Sequence[bytes | None], column: str) -> str:
    return (parts[_SECOND_LINE.index(column)] or b"").decode(errors="replace")


MIGRATIONS: tuple[Callable[[Connection], None], ...] = (present_schema, sealed_practices, sorted_by_words)
assert len(MIGRATIONS) == VERSION


def migrate(connection: Connection, found: int) -> None:
    """Bring a catalogue from version `found`, 0 for none yet, to `VERSION` inside the caller's transaction."""
    changes = MIGRATIONS[found:] if found else MIGRATIONS[:1]
    for number, change in enumerate(changes, found + 1):
        change(connection)
        _set_version(connection, number if found else VERSION)


def look_into(engine: Engine, found: int) -> None:
    """Let a catalogue of an earlier schema be read as it lies, from the next connection on: a view that has what this version reads stands before
    its table of practices."""
    form = "coalesce((SELECT code FROM facet WHERE facet.practice = number AND field = '@form'), '') AS form"
    keys = [f"seeddesk_key({key.removesuffix('_key')}) AS {key}" for key in _KEYS]
    columns = ", ".join(("*", *keys, *([form] if found == 1 else [])))

    @event.listens_for(engine, "connect")
    def stand_before(connection: Any, _record: object) -> None:
        connection.execute("PRAGMA query_only=0")
        connection.create_function("seeddesk_key", 1, lambda said: kept_key(rows.text(said)), deterministic=True)
        connection.execute(f"CREATE TEMP VIEW practice AS SELECT {columns} FROM main.practice")
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


def refuse_older(connection: Connection, least: int = VERSION) -> None:
    """Raises StorageError ``catalogue-older`` where `look_into` lets a schema before `least` be read."""
    if connection.dialect.name == "sqlite":
        found = int(connection.exec_driver_sql("PRAGMA user_version").scalar_one())
        if 0 < found < least:
            path = connection.exec_driver_sql("PRAGMA database_list").first()
            raise StorageError("catalogue-older", path=path[2] if path else "")


def _set_version(connection: Connection, number: int) -> None:
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql(f"PRAGMA application_id={APPLICATION_ID}")
        connection.exec_driver_sql(f"PRAGMA user_version={number}")
    else:
        connection.execute(meta.delete().where(meta.c.key == "schema"))
        connection.execute(meta.insert().values(key="schema", value=str(number)))
