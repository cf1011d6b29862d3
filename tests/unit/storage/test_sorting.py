"""Lists in any order: by words, by numbers, from an index wherever there is one, and the same however they are come by."""

from __future__ import annotations

from contextlib import contextmanager

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from seeddesk.domain.form import pick
from seeddesk.domain.order import order_key
from seeddesk.domain.query import SORTS, Query, order_of
from seeddesk.domain.workflow import STATUSES
from seeddesk.services import cataloguing, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import finding, listing, tags
from seeddesk.storage.going_on import ALWAYS
from tests.support.catalogues import add_row, edit, exchange, record
from tests.support.forms import form_of

PLACES = ("", "asti", "Žiri", "Èze", "Zara", "Quarto 10", "Quarto 2", "asti")
NAMES = ("Čebela", "", "Cvet", "Ente 10", "ente 9", "Dom")
COUNTRIES = ("IT", "EL", "DE", "DK", "AT", "")
SORTED = [*SORTS, *(f"-{name}" for name in SORTS)]


@pytest.fixture(scope="module")
def mixed(new_location):
    """Two dozen practices, many the same in what they are sorted by; some deleted, some archived, one with a conflict."""
    with (
        Workspace.create(new_location("mixed"), "Ada", "it") as ws,
        Workspace.create(new_location("other"), "Bo", "it") as other,
    ):
        ids = []
        for at in range(24):
            name = NAMES[at % 6]
            years = {"start": f"20{at % 4}9"} if at % 5 else {}
            land = COUNTRIES[at % 5 + at % 2]
            ids.append(record(ws, title=f"{name} orti", lead_org__name=NAMES[at % 5], country=land, **years))
            if PLACES[at % 8]:
                add_row(ws, ids[-1], "locations", place=PLACES[at % 8])
        for at in (3, 8, 20):
            recording.delete(ws, ids[at])
        for at in (0, 5, 6, 9):
            edit(ws, ids[at], stage=str(at % 4 + 1))
        exchange(ws, other)
        edit(ws, ids[4], need="Di qua")
        edit(other, ids[4], need="Di là")
        exchange(ws, other)
        for at in (1, 2, 11):
            recording.change_status(ws, ids[at], "archived")
        yield ws


def expected(ws: Workspace, query: Query) -> list[str]:
    """The ids in their order, worked out from the lines themselves."""
    name, descending = order_of(query.sort)
    rows = cataloguing.list_practices(ws, Query(where=query.where, deleted=query.deleted), 999).rows
    with ws.catalogue.read() as view:
        numbers = {row.id: row.number for row in view.connection.exec_driver_sql("SELECT id, number FROM practice")}

    def key(row):
        said = str(getattr(row, name))
        if name == "country":
            said = pick(ws.form.choice("country", said).label, "it") if said else ""
        elif name == "status":
            said = STATUSES[said]["it"]
        return said if name in ("updated", "code") else order_key(said), numbers[row.id]

    return [row.id for row in sorted(rows, key=key, reverse=descending)]


@contextmanager
def few(count: int, walked: int, popped: int):
    """Fewer count as many, and are read a few at a time."""
    before = listing._FEW, listing._WALKED, finding._POPPED
    listing._FEW, listing._WALKED, finding._POPPED = count, walked, popped
    try:
        yield
    finally:
        listing._FEW, listing._WALKED, finding._POPPED = before


@given(
    sort=st.sampled_from(SORTED),
    where=st.sampled_from([{}, {"country": ("IT", "DK")}, {"title": ("orti",)}, {"country": ("XK",)}]),
    deleted=st.booleans(),
    start=st.integers(0, 26),
    limit=st.integers(1, 26),
    sizes=st.tuples(st.sampled_from([-1, 2, 3000]), st.sampled_from([1, 5, 5000]), st.sampled_from([0, 2, 300])),
)
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example(sort="place", where={}, deleted=False, start=0, limit=26, sizes=(3000, 5000, 300))
@example(sort="-lead_org", where={"title": ("orti",)}, deleted=False, start=15, limit=4, sizes=(-1, 5, 0))
@example(sort="country", where={}, deleted=True, start=1, limit=2, sizes=(-1, 5, 0))
def test_any_part_is_that_part_of_what_is_sorted_by_words_and_numbers(mixed, sort, where, deleted, start, limit, sizes):
    query = Query(where=where, deleted=deleted, sort=sort)
    whole = expected(mixed, query)
    with few(*sizes):
        rows = cataloguing.first_rows(mixed, query, limit, start)
        assert [row.id for row in rows] == whole[start : start + limit]
        assert list(cataloguing.ids(mixed, query)) == whole
        page = cataloguing.list_practices(mixed, query, limit, str(start))
        assert ([row.id for row in page.rows], page.total) == (whole[start : start + limit], len(whole))


@given(st.lists(st.tuples(st.text(max_size=9), st.text(max_size=9)), min_size=3, max_size=3))
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@example([("a" * 199 + "b" * 9, "Ž"), ("a" * 199 + "ba", "z 010"), ("É", "z 9")])
def test_whatever_is_written_is_in_its_order_at_once(mixed, given_):
    rows = cataloguing.list_practices(mixed, Query(), 3).rows
    for row, (place, name) in zip(rows, given_, strict=True):
        edit(mixed, row.id, lead_org__name=_writable(name), title=_writable(place))
    for sort in ("title", "lead_org"):
        shown = [getattr(row, sort) for row in cataloguing.list_practices(mixed, Query(sort=sort), 99).rows]
        keys = [order_key(one)[:200] for one in shown]
        assert keys == sorted(keys)


def _writable(text: str) -> str:
    return text.replace("\0", "").encode("utf-8", "ignore").decode()


def test_countries_are_in_the_order_of_their_names_in_the_language_at_work(new_workspace):
    for lang, names in (
        ("it", ["Danimarca", "Germania", "Grecia", "Isole Åland"]),
        ("en", ["Åland Islands", "Denmark", "Germany", "Greece"]),
    ):
        ws = new_workspace(lang=lang)
        for code in ("EL", "DK", "AX", "DE"):
            record(ws, country=code)
        rows = cataloguing.first_rows(ws, Query(sort="country"), 9)
        assert [pick(ws.form.choice("country", row.country).label, lang) for row in rows] == names


def test_statuses_are_in_the_order_of_their_words_though_no_question_asks_for_them(workspace, tmp_path):
    for status in ("to_complete", "in_validation", "draft"):
        record(workspace, status=status)
    workspace.form = form_of(tmp_path, "type | name | label\ntext | title | Title")
    rows = cataloguing.first_rows(workspace, Query(sort="status"), 9)
    assert [row.status for row in rows] == ["draft", "to_complete", "in_validation"]  # bozza, da …, in …


@pytest.mark.parametrize("where", [{}, {"title": ("orti",)}], ids=["everything", "many"])
@pytest.mark.parametrize("sort", [f"{way}{name}" for name in SORTS if name not in tags.SORTED for way in ("", "-")])
def test_what_is_kept_in_order_is_walked_along_its_index_and_not_sorted(mixed, sort, where):
    asked: list[str] = []
    with mixed.catalogue.read() as view, few(-1, 5000, 300):
        database = view.connection.connection.dbapi_connection
        database.set_trace_callback(asked.append)
        listing.first(view.connection, Query(where=where, sort=sort), 5, 0, ALWAYS, str)
        database.set_trace_callback(None)
        (ordered,) = (one for one in asked if "FROM practice" in " ".join(one.split()) and "ORDER BY" in one)
        (plan,) = database.execute(f"EXPLAIN QUERY PLAN {ordered}").fetchall()
    index = {"code": "by_code"}.get(sort.strip("-"), sort.strip("-"))
    assert plan[3] == f"SEARCH practice USING COVERING INDEX practice_{index} (hidden=?)"
