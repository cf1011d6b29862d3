"""Rows by the thousand: the driver's own statements, without what SQLAlchemy spends on each row."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from sqlalchemy import Connection, Table


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
