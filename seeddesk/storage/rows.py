"""Rows by the thousand: the driver's own statements and rows, without what SQLAlchemy spends on each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import chain
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, TypeAlias
from zlib import crc32

if TYPE_CHECKING:
    from sqlalchemy import Connection, Table


class Bare:
    """A driver's own connection to a SQLite file, for what only reads and does so in processes that need not load SQLAlchemy."""

    dialect = SimpleNamespace(name="sqlite")

    def __init__(self, connection: Any) -> None:
        self.connection = connection


Reader: TypeAlias = "Connection | Bare"


def each(connection: Reader, asked: str, parameters: tuple[Any, ...] = ()) -> Iterator[Any]:
    """What a query gives, row by row, without holding all of it. asked: with ? for parameters."""
    if not isinstance(connection, Bare) and connection.dialect.name != "sqlite":
        streamed = {"stream_results": True}
        yield from connection.exec_driver_sql(asked.replace("?", "%s"), parameters, execution_options=streamed)
        return
    cursor = connection.connection.cursor()
    try:
        cursor.execute(asked, parameters)
        yield from cursor  # type: ignore[misc]  # SQLAlchemy's idea of a cursor has no rows to walk through
    finally:
        cursor.close()


def checksum(connection: Reader, row: str, source: str, parameters: tuple[Any, ...] = ()) -> int | None:
    """What the CRC-32 of rows add up to, each as one run of bytes; None where one of them is none. row: SQL for those bytes · source: what
    stands behind FROM."""
    if connection.dialect.name != "sqlite":
        try:
            return sum(map(crc32, chain.from_iterable(each(connection, f"SELECT {row} FROM {source}", parameters))))
        except TypeError:
            return None
    none = False

    def of(value: bytes | None) -> int:
        nonlocal none
        if value is None:
            none = True
            return 0
        return crc32(value)

    # The library adds up: rows that become Python's take twice as long.
    connection.connection.create_function("seeddesk_crc", 1, of)
    ((total,),) = each(connection, f"SELECT sum(seeddesk_crc({row})) FROM {source}", parameters)
    return None if none else total or 0


def text(value: object) -> str:
    """A column of texts. One turned bit makes bytes of a text and leaves what it says, which goes on counting; a check names the row."""
    return value.decode(errors="replace") if isinstance(value, bytes) else str(value)


def as_bytes(connection: Reader, text: str, column: str) -> str:
    """SQL for the UTF-8 of a text with the bytes of a column behind it."""
    return (
        f"CAST({text} || {column} AS BLOB)"
        if connection.dialect.name == "sqlite"
        else f"convert_to({text}, 'UTF8') || {column}"
    )


def raw(connection: Reader, column: str) -> str:
    """SQL for the UTF-8 of what a column says, whatever lies there: nothing has to be read as text."""
    return (
        f"CAST({column} AS BLOB)"
        if connection.dialect.name == "sqlite"
        else f"convert_to(CAST({column} AS text), 'UTF8')"
    )


def if_texts(connection: Reader, columns: Sequence[str], made: str, blob: str = "") -> str:
    """SQL for what is made of columns, and for nothing where one of them is no text: to SQLite bytes that say the same are as good. blob: a
    column that must not be one."""
    if connection.dialect.name != "sqlite":
        return made
    kinds = [f"typeof({name}) = 'text'" for name in columns] + [f"typeof({blob}) = 'blob'"] * bool(blob)
    return f"iif({' AND '.join(kinds)}, {made}, NULL)"


def insert(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Insert rows. columns: what each row's values are, in order."""
    if rows:
        connection.exec_driver_sql(_statement(table.name, tuple(columns), connection.dialect.name), list(rows))


def replace(connection: Connection, table: Table, columns: Sequence[str], rows: Sequence[tuple[Any, ...]]) -> None:
    """Write rows that are there anew. columns: like `insert`; the first is the key."""
    if rows:
        names = ", ".join(f"{name} = ?" for name in columns[1:])
        asked = f"UPDATE {table.name} SET {names} WHERE {columns[0]} = ?"
        asked = asked if connection.dialect.name == "sqlite" else asked.replace("?", "%s")
        connection.exec_driver_sql(asked, [(*row[1:], row[0]) for row in rows])


@lru_cache(maxsize=64)
def _statement(table: str, columns: tuple[str, ...], dialect: str) -> str:
    mark = "?" if dialect == "sqlite" else "%s"
    return f"INSERT INTO {table} ({', '.join(columns)}) VALUES ({', '.join([mark] * len(columns))})"
