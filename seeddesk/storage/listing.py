"""Lists of practices out of the projection: filtered, sorted and paged by the database and the index."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, fields
from datetime import date
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, Select, bindparam, column, func, select, text
from sqlalchemy.sql.elements import ColumnElement

from seeddesk.domain.errors import UsageError
from seeddesk.domain.listing import FacetValue, Page, PracticeRow
from seeddesk.domain.order import order_key
from seeddesk.domain.paths import template_of
from seeddesk.domain.query import SORTS, Query, order_of, terms, words
from seeddesk.storage import tags
from seeddesk.storage.codec import unpack_record
from seeddesk.storage.finding import Found, Index, Read, chosen, numbers
from seeddesk.storage.going_on import ALWAYS, GoOn
from seeddesk.storage.postings import sql
from seeddesk.storage.rows import text as text_of
from seeddesk.storage.schema import RECORD, practice

Named: TypeAlias = Callable[[str], str]  # the words that a code of what is sorted by goes by
_COLUMNS = tuple(field.name for field in fields(PracticeRow))
_FEW = 3000  # up to so many are sorted; of more, an index of the order is walked through
_WALKED = 5000  # numbers read at once on that walk


def rows() -> Select[Any]:
    """The columns of a list's line."""
    return select(practice.c.number, *(practice.c[name] for name in _COLUMNS))


def lines(connection: Connection, asked: Select[Any]) -> list[PracticeRow]:
    """The lines of a list; asked: `rows`, narrowed and ordered."""
    return [line for _, line in _lines(connection.execute(asked).all())]


def _lines(found: Sequence[Row[Any]]) -> list[tuple[int, PracticeRow]]:
    return [(row[0], PracticeRow(*tuple(row)[1:])) for row in found]


def page(connection: Connection, query: Query, limit: int, after: str | None, named: Named) -> Page:
    """See `View.page`."""
    start = int(after or 0)
    listing = _Listing(connection, query, named=named)
    ordered, total = listing.numbers(limit, start), listing.total
    reached = start + len(ordered)
    return Page(tuple(_shown(connection, ordered)), total, str(reached) if ordered and reached < total else None)


def first(
    connection: Connection, query: Query, limit: int, start: int, go_on: GoOn, named: Named
) -> tuple[list[PracticeRow], bool]:
    """See `View.first`."""
    listing = _Listing(connection, query, go_on, named)
    ordered = listing.numbers(limit, start)
    return _shown(connection, ordered), listing.found is None or listing.found.whole


def count(connection: Connection, query: Query, go_on: GoOn) -> int:
    """See `View.found`."""
    return _Listing(connection, query, go_on).total


def ids(connection: Connection, query: Query, named: Named) -> list[str]:
    """See `View.ids`."""
    listing = _Listing(connection, query, named=named)
    ordered = listing.numbers(listing.total, 0)
    found = names(connection, ordered)
    return [found[number] for number in ordered]


def names(connection: Connection, some: Sequence[int]) -> dict[int, str]:
    """The ids of practices by number, in no order."""
    found: dict[int, str] = {}
    for at in range(0, len(some), _WALKED):
        asked = select(practice.c.number, practice.c.id).where(_among(connection, some[at : at + _WALKED]))
        found.update({row.number: row.id for row in connection.execute(asked)})
    return found


def facets(connection: Connection, query: Query, fields: Sequence[str], go_on: GoOn) -> Mapping[str, list[FacetValue]]:
    """See `View.facets`."""
    listing = _Listing(connection, query, go_on)
    index = listing.index or Index(connection)
    found = listing.found or Found(index, query, _today(), _texts(connection), go_on)
    asked_twice = {*query.where, *(("status",) if query.status else ())}
    if query.has_conflict is not None:
        asked_twice.add(tags.CONFLICT)
    counted: dict[str, list[FacetValue]] = {}
    everything = found.bits
    for name in fields:
        go_on()
        codes = index.tag_sets([name]).get(name, {}) if name != tags.DUE else {tags.YES: index.up_to(name, _today())}
        among = found.without(name) if name in asked_twice else everything
        values = [FacetValue(code, {}, count) for code, bits in codes.items() if (count := (bits & among).bit_count())]
        if values:
            counted[name] = sorted(
                (value for value in values if value.code), key=lambda value: (-value.count, value.code)
            )
    return counted


@dataclass
class _Listing:
    """A query answered as far as it has to be: one for everything goes without the index, by the database's own order."""

    connection: Connection
    query: Query
    go_on: GoOn = ALWAYS
    named: Named = str

    def __post_init__(self) -> None:
        asked = self.query
        self.by_relevance = not asked.sort and bool(terms(asked.text))
        self.key, self.descending = _sort(asked)
        narrowed = asked != Query(sort=asked.sort, deleted=asked.deleted)
        self.index = Index(self.connection) if narrowed or self.key in tags.SORTED else None
        self.found = (
            Found(self.index, asked, _today(), _texts(self.connection), self.go_on) if self.index is not None else None
        )

    @property
    def total(self) -> int:
        """How many there are."""
        if self.found is not None:
            return self.found.total
        asked = select(func.count()).select_from(practice).where(practice.c.hidden.is_(self.query.deleted))
        return int(self.connection.execute(asked).scalar_one())

    def numbers(self, limit: int, start: int) -> list[int]:
        """Part of them, in the order asked for."""
        if self.found is not None and self.by_relevance:
            return self.found.page(limit, start)
        if self.found is None or self.found.total <= _FEW:
            return self._sorted(limit, start)
        walk = self._by_codes if self.key in tags.SORTED else self._walked
        rest = self.found.total - start - limit
        if rest >= start:
            return walk(self.descending, limit, start)
        return walk(not self.descending, max(limit + min(rest, 0), 0), max(rest, 0))[::-1]  # from the nearer end

    def _sorted(self, limit: int, start: int) -> list[int]:
        """By the database: a few that are found, or everything, which it has an index for."""
        key = practice.c[self._column]
        among: ColumnElement[bool] = practice.c.hidden.is_(self.query.deleted)
        if self.found is not None:
            among = _among(self.connection, numbers(self.found.bits))
        if self.key in tags.SORTED:
            codes = self.connection.execute(select(key, practice.c.number).where(among)).all()
            ordered = sorted(codes, key=lambda one: (self._rank(text_of(one[0])), one[1]), reverse=self.descending)
            return [number for _, number in ordered[start : start + limit]]
        order = (key.desc(), practice.c.number.desc()) if self.descending else (key, practice.c.number)
        asked = select(practice.c.number).where(among).order_by(*order).limit(limit).offset(start)
        return list(self.connection.execute(asked).scalars())

    def _by_codes(self, descending: bool, limit: int, start: int) -> list[int]:
        """Out of the tags, code after code."""
        assert self.found is not None
        field = tags.SORTED[self.key]
        codes = sorted(self.found.index.codes(field), key=self._rank, reverse=descending)
        return chosen(self.found, field, codes, descending, limit, start)

    def _rank(self, code: str) -> tuple[str, str]:
        """What a code is sorted by: the words it goes by, numbers by size."""
        return order_key(self.named(code)), code

    @property
    def _column(self) -> str:
        return f"{self.key}_key" if self.key in _IN_WORDS else self.key

    def _walked(self, descending: bool, limit: int, start: int) -> list[int]:
        """Out of every practice in its order, those that are found: in the driver's own rows, since it can be all of them."""
        assert self.found is not None
        held = format(self.found.bits, "b").encode()[::-1]
        way = " DESC" if descending else ""
        order = f"{self._column}{way}, number{way}"
        asked = sql(self.connection, f"SELECT number FROM practice WHERE hidden = ? ORDER BY {order}")
        kept: list[int] = []
        cursor = self.connection.connection.cursor()
        try:
            cursor.execute(asked, (self.query.deleted,))
            while len(kept) < start + limit and (part := cursor.fetchmany(_WALKED)):
                kept += [number for (number,) in part if number < len(held) and held[number] == _HELD]
        finally:
            cursor.close()
        return kept[start : start + limit]


_HELD = ord("1")
_IN_WORDS = ("title", "place", "lead_org")  # columns with a key for their order


def _shown(connection: Connection, ordered: Sequence[int]) -> list[PracticeRow]:
    by_number = dict(_lines(connection.execute(rows().where(_among(connection, ordered))).all())) if ordered else {}
    return [by_number[number] for number in ordered if number in by_number]


def _sort(query: Query) -> tuple[str, bool]:
    name, descending = order_of(query.sort)
    if name not in SORTS:
        raise UsageError("sort-unknown", name=name, choices=", ".join(SORTS))
    return name, descending


def _texts(connection: Connection) -> Callable[[str, str], Read]:
    """What `Found` asks of fields the index does not tell apart: they are read, record by record."""

    def reading(template: str, said: str) -> Read:
        wanted = f" {' '.join(words(said))}"
        if wanted[-1:].isdigit():
            wanted += " "  # 20 is not 2024

        def read(some: Sequence[int]) -> Iterable[int]:
            asked = select(practice.c.number, *RECORD).where(_among(connection, some))
            holding = set()
            for number, record, told in connection.execute(asked):
                for path, value in unpack_record(record, told).items():
                    if template_of(path) == template and any(
                        wanted in f" {' '.join(words(one))} "
                        for one in (value if isinstance(value, list) else [value])
                        if isinstance(one, str)
                    ):
                        holding.add(number)
                        break
            return [number for number in some if number in holding]

        return read

    return reading


def _today() -> str:
    return date.today().isoformat()


def _among(connection: Connection, some: Sequence[int]) -> ColumnElement[bool]:
    """A condition for any number of practices: as one JSON parameter, since both databases limit the parameters of a statement."""
    each = (
        "SELECT value FROM json_each(:numbers)"
        if connection.dialect.name == "sqlite"
        else "SELECT CAST(value AS integer) FROM json_array_elements_text(CAST(:numbers AS json))"
    )
    named = text(each).bindparams(bindparam("numbers", json.dumps(list(some)))).columns(column("value"))
    return practice.c.number.in_(select(named.subquery().c.value))
