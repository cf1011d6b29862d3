"""Lists of practices out of the projection: filtered, sorted and paged by the database, keyset by keyset."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    Select,
    and_,
    bindparam,
    column,
    false,
    func,
    literal_column,
    or_,
    select,
    table,
    text,
)
from sqlalchemy.sql.elements import ColumnElement

from seeddesk.domain.errors import UsageError
from seeddesk.domain.paths import template_of
from seeddesk.domain.practice import FacetValue, Page, PracticeRow
from seeddesk.domain.query import SORTS, Query, fold_text, terms
from seeddesk.domain.versions import FORM
from seeddesk.storage import search
from seeddesk.storage.codec import unpack
from seeddesk.storage.schema import facet, practice

_index = table("search", column("rowid"))
_COLUMNS = tuple(field.name for field in fields(PracticeRow) if field.name != "form")
RANKED = 2000  # up to so many practices found, each is ranked
BEST = 200  # of more than that, so many are
_NUMBERED = (
    f"SELECT number, {', '.join(_COLUMNS)}, coalesce((SELECT code FROM facet WHERE facet.practice = practice.number AND field = ?), '')"
    " FROM practice WHERE number IN (SELECT value FROM json_each(?))"
)
_LARGEST_FIRST = ("updated", "year", "completeness", "conflicts")


def rows() -> Select[Any]:
    """The columns of a list's line."""
    return select(practice.c.number, *(practice.c[name] for name in _COLUMNS))


def lines(connection: Connection, asked: Select[Any]) -> list[PracticeRow]:
    """The lines of a list; asked: `rows`, narrowed and ordered."""
    return _lines(connection, connection.execute(asked).all())


def _lines(connection: Connection, found: Sequence[Row[Any]]) -> list[PracticeRow]:
    forms: dict[int, str] = {}
    if found:
        numbers = [row[0] for row in found]
        having = select(facet.c.practice, facet.c.code).where(facet.c.field == FORM, facet.c.practice.in_(numbers))
        forms = {row.practice: row.code for row in connection.execute(having)}
    lines: list[PracticeRow] = []
    for row in found:
        columns: tuple[Any, ...] = (*row[1 : 1 + len(_COLUMNS)], forms.get(row[0], ""))
        lines.append(PracticeRow(*columns))
    return lines


def page(connection: Connection, query: Query, limit: int, after: str | None) -> Page:
    """See `View.page`."""
    if connection.dialect.name == "sqlite" and _by_relevance(query) and query == Query(query.text):
        return _typed(connection, query.text, limit, int(after or 0))
    filtered = _filter(connection, rows(), query)
    count = _filter(connection, select(func.count()).select_from(practice), query)
    total = int(connection.execute(count).scalar_one())
    if _by_relevance(query):
        start = int(after or 0)
        ordered = filtered.order_by(search.best_first(connection, query.text), practice.c.number.desc())
        found = connection.execute(ordered.limit(limit).offset(start)).all()
        cursor = str(start + len(found)) if start + len(found) < total else None
        return Page(tuple(_lines(connection, found)), total, cursor)
    key, descending = _sort(query)
    asked = filtered.add_columns(key.label("key"))
    if after is not None:
        value, number = json.loads(after)
        beyond = key < value if descending else key > value
        further = practice.c.number < number if descending else practice.c.number > number
        asked = asked.where(or_(beyond, and_(key == value, further)))
    order = (key.desc(), practice.c.number.desc()) if descending else (key, practice.c.number)
    found = connection.execute(asked.order_by(*order).limit(limit + 1)).all()
    more = len(found) > limit
    found = found[:limit]
    cursor = json.dumps([found[-1].key, found[-1].number]) if more and found else None
    return Page(tuple(_lines(connection, found)), total, cursor)


def _typed(connection: Connection, asked: str, limit: int, start: int) -> Page:
    """Part of a list found by words alone, as one types: in the driver's own statements, since putting them together would take longer than
    what they do. Of many practices, whose list nobody reads to its end, the best come first and then the rest, the last recorded first."""
    total = search.count(connection, asked)
    if total <= RANKED:
        numbers = search.ranked(connection, asked, limit, start)
    else:
        best = search.foremost(connection, asked, BEST)
        numbers = best[start : start + limit]
        if len(numbers) < limit:
            numbers += search.latest(connection, asked, best, limit - len(numbers), max(start - len(best), 0))
    found = connection.exec_driver_sql(_NUMBERED, (FORM, json.dumps(numbers))).all()
    by_number = {row[0]: PracticeRow(*row[1:]) for row in found}
    cursor = str(start + len(numbers)) if start + len(numbers) < total and numbers else None
    return Page(tuple(by_number[number] for number in numbers if number in by_number), total, cursor)


def ids(connection: Connection, query: Query) -> list[str]:
    """See `View.ids`."""
    asked = _filter(connection, select(practice.c.id), query)
    if _by_relevance(query):
        asked = asked.order_by(search.best_first(connection, query.text), practice.c.number.desc())
    else:
        key, descending = _sort(query)
        asked = asked.order_by(*((key.desc(), practice.c.number.desc()) if descending else (key, practice.c.number)))
    return [str(name) for name in connection.execute(asked).scalars()]


def facets(connection: Connection, query: Query, fields: Sequence[str]) -> Mapping[str, list[FacetValue]]:
    """See `View.facets`."""
    found: dict[str, list[FacetValue]] = {}
    own = [name for name in query.where if not fields or name in fields]
    for name in own:
        others = {other: codes for other, codes in query.where.items() if other != name}
        _count(connection, replace(query, where=others), facet.c.field == name, found)
    rest = [facet.c.field.not_in(own)] if own else []
    if fields:
        rest.append(facet.c.field.in_([name for name in fields if name not in own]))
    _count(connection, query, and_(*rest) if rest else None, found)
    return found


def _count(
    connection: Connection, query: Query, which: ColumnElement[bool] | None, found: dict[str, list[FacetValue]]
) -> None:
    numbers = _filter(connection, select(practice.c.number), query)
    asked = (
        select(facet.c.field, facet.c.code, func.count())
        .where(facet.c.practice.in_(numbers))
        .group_by(facet.c.field, facet.c.code)
        .order_by(func.count().desc(), facet.c.code)
    )
    if which is not None:
        asked = asked.where(which)
    for name, code, count in connection.execute(asked):
        found.setdefault(name, []).append(FacetValue(code, {}, count))


def _by_relevance(query: Query) -> bool:
    return not query.sort and bool(terms(query.text))


def _sort(query: Query) -> tuple[ColumnElement[Any], bool]:
    name = query.sort.removeprefix("-") or "updated"
    if name not in SORTS:
        raise UsageError("sort-unknown", name=name, choices=", ".join(SORTS))
    descending = (name in _LARGEST_FIRST) != query.sort.startswith("-")
    return practice.c["title_key" if name == "title" else name], descending


def _filter(connection: Connection, asked: Select[Any], query: Query) -> Select[Any]:
    """`asked` narrowed to a query. Fields without facet (texts, numbers) are compared record by record."""
    asked = asked.where(practice.c.hidden.is_(query.deleted))
    condition = search.matching(connection, query.text)
    if condition is not None:
        # The plus keeps SQLite from asking the index anew for each practice; it asks once and looks the practices up.
        asked = asked.join(_index, practice.c.number == literal_column("+search.rowid")).where(condition)
    if query.status:
        asked = asked.where(practice.c.status.in_(query.status))
    if query.has_conflict is not None:
        asked = asked.where(practice.c.conflicts > 0 if query.has_conflict else practice.c.conflicts == 0)
    plain: dict[str, tuple[str, ...]] = {}
    for name, codes in query.where.items():
        if _has_facet(connection, name):
            having = select(facet.c.practice).where(facet.c.field == name, facet.c.code.in_(codes))
            asked = asked.where(practice.c.number.in_(having))
        else:
            plain[name] = codes
    return asked.where(_among(connection, _scan(connection, asked, plain))) if plain else asked


def _has_facet(connection: Connection, name: str) -> bool:
    return connection.execute(select(facet.c.field).where(facet.c.field == name).limit(1)).first() is not None


def _scan(connection: Connection, asked: Select[Any], where: Mapping[str, tuple[str, ...]]) -> list[int]:
    wanted = {name: {fold_text(code) for code in codes} for name, codes in where.items()}
    found = []
    for number, body in connection.execute(asked.with_only_columns(practice.c.number, practice.c.record)):
        missing = set(wanted)
        for path, value in unpack(body).items():
            name = template_of(path)
            texts = value if isinstance(value, list) else [value]
            if name in missing and any(isinstance(item, str) and fold_text(item) in wanted[name] for item in texts):
                missing.discard(name)
        if not missing:
            found.append(number)
    return found


def _among(connection: Connection, numbers: list[int]) -> ColumnElement[bool]:
    """A condition for any number of practices: as one JSON parameter, since both databases limit the parameters of a statement."""
    if not numbers:
        return false()
    each = (
        "SELECT value FROM json_each(:numbers)"
        if connection.dialect.name == "sqlite"
        else "SELECT CAST(value AS integer) FROM json_array_elements_text(CAST(:numbers AS json))"
    )
    chosen = text(each).bindparams(bindparam("numbers", json.dumps(numbers))).columns(column("value"))
    return practice.c.number.in_(select(chosen.subquery().c.value))
