"""What binds practices to one another, as their facets say it: all of it at once, for whoever draws the whole net."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sqlalchemy import Connection, select

from seeddesk.storage.schema import facet, practice


def every(connection: Connection, fields: Sequence[str]) -> Iterator[tuple[str, str, str]]:
    """(field, code, practice id) of every practice that is not deleted."""
    asked = (
        select(facet.c.field, facet.c.code, practice.c.id)
        .join(practice, practice.c.number == facet.c.practice)
        .where(facet.c.field.in_(fields), practice.c.hidden.is_(False))
    )
    for row in connection.execute(asked):
        yield row.field, row.code, row.id
