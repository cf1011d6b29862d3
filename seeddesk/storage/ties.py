"""What binds practices to one another, as their facets say it: all of it at once, for whoever draws the whole net."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from seeddesk.storage.finding import Index
from seeddesk.storage.schema import practice


def every(connection: Connection, fields: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(field, code, practice id) of every practice that is not deleted."""
    shown = select(practice.c.number, practice.c.id).where(practice.c.hidden.is_(False))
    names = {row.number: row.id for row in connection.execute(shown)}
    for field, code, number in Index(connection).pairs(fields):
        if number in names:
            yield field, code, names[number]
