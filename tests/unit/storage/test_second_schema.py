"""A catalogue of the second schema, which kept no keys for places and lead organisations: brought to this one with its lists as they are."""

from __future__ import annotations

import pytest
from sqlalchemy import Connection, inspect

from seeddesk.domain.errors import StorageError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance, protecting, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import engine, migrations, seals
from seeddesk.storage.transaction import Transaction
from tests.support.catalogues import add_row, edit, exchange, record

KEYS = ("place_key", "lead_org_key")
PLACES = ("Žiri", "asti", "", "Quarto 10", "Quarto 2", "Èze", "Zara")


def to_second(connection: Connection) -> None:
    """Bring a catalogue back to the second schema."""
    line = [name for name in seals.LINE if name not in KEYS]
    every = [(one.number, one.seal, one) for one in seals.as_sealed(connection, line, (0, 1 << 40))]
    for number, seal, one in every:
        sealed = seals.of_parts(one.parts, one.conflicts) if seal else ""
        connection.exec_driver_sql(f"UPDATE practice SET seal = '{sealed}' WHERE number = {number}")
    for key in KEYS:
        name = key.removesuffix("_key")
        connection.exec_driver_sql(f"DROP INDEX practice_{name}")
        connection.exec_driver_sql(f"ALTER TABLE practice DROP COLUMN {key}")
        connection.exec_driver_sql(f"CREATE INDEX practice_{name} ON practice (hidden, {name}, number)")
    migrations._set_version(connection, 2)


def listed(workspace: Workspace) -> list[dict[str, object]]:
    with workspace.catalogue.read() as view:
        rows = view.connection.exec_driver_sql("SELECT * FROM practice ORDER BY number").mappings()
        return [dict(row) for row in rows]


def indexes(workspace: Workspace) -> dict[str, list[str]]:
    with workspace.catalogue.read() as view:
        return {one["name"]: one["column_names"] for one in inspect(view.connection).get_indexes("practice")}


def sorted_by(workspace: Workspace, sort: str) -> list[str]:
    return [row.id for row in cataloguing.first_rows(workspace, Query(sort=sort), 99)]


def fill(workspace: Workspace, other: Workspace) -> None:
    """Practices with places, one of them deleted, one with a conflict, one of several revisions."""
    ids = [record(workspace, title=f"Pratica {place}", lead_org__name=f"Ente {place}") for place in PLACES]
    for name, place in zip(ids, PLACES, strict=True):
        if place:
            add_row(workspace, name, "locations", place=place)
    recording.delete(workspace, ids[1])
    exchange(workspace, other)
    edit(workspace, ids[0], need="Di qua")
    edit(other, ids[0], need="Di là")
    exchange(workspace, other)


@pytest.fixture
def place(new_location, new_workspace, request) -> str:
    """A catalogue of this schema, closed."""
    with Workspace.create(new_location("second" + request.node.name[:40]), "Ada", "it") as workspace:
        fill(workspace, new_workspace("Bo"))
    return workspace.catalogue.location


@pytest.fixture
def never_anew(monkeypatch):
    """Lists are not made anew."""

    def anew(*_: object) -> None:
        raise AssertionError("lists were made anew")

    monkeypatch.setattr(Transaction, "rebuild", anew)


def brought_back(place: str) -> None:
    with Workspace.open(place, "Ada", "it") as ws, ws.catalogue.write() as tx:
        to_second(tx.connection)


def test_it_becomes_what_lists_made_now_are_and_none_is_made_anew(place, never_anew):
    with Workspace.open(place, "Ada", "it") as ws:
        before = listed(ws), indexes(ws), sorted_by(ws, "place"), sorted_by(ws, "-lead_org")
    brought_back(place)
    with Workspace.open(place, "Ada", "it") as ws:
        assert (listed(ws), indexes(ws), sorted_by(ws, "place"), sorted_by(ws, "-lead_org")) == before
        assert [row.place for row in cataloguing.first_rows(ws, Query(sort="place"), 9)] == [
            "", "Èze", "Quarto 2", "Quarto 10", "Zara", "Žiri",
        ]  # fmt: skip
        assert maintenance.check(ws)[0].findings == ()
        (kept,) = maintenance.backups(ws).values()
    assert kept.name.endswith("-migration.seeddesk")


def test_a_line_that_was_damaged_before_is_found_after(place, never_anew):
    brought_back(place)
    database = engine.write_engine(place)
    with database.begin() as connection:
        connection.exec_driver_sql("UPDATE practice SET lead_org = 'wrong' WHERE number = 2")
        second = connection.exec_driver_sql("SELECT id FROM practice WHERE number = 2").scalar_one()
    database.dispose()
    with Workspace.open(place, "Ada", "it") as ws:
        (found,) = maintenance.check(ws)[0].findings
    assert (found.code, found.arguments) == ("check-derived", {"practice": second})


def test_cut_off_on_the_way_it_is_what_it_was_and_comes_through_next_time(place, never_anew, monkeypatch):
    with Workspace.open(place, "Ada", "it") as ws:
        before = listed(ws)
    brought_back(place)

    def cut_off(*_: object) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as crash:
        crash.setattr(migrations, "_set_version", cut_off)
        with pytest.raises(KeyboardInterrupt):
            Workspace.open(place, "Ada", "it")
    database = engine.write_engine(place)
    with database.begin() as connection:
        assert migrations.version(connection, place) == 2
    database.dispose()
    with Workspace.open(place, "Ada", "it") as ws:
        assert listed(ws) == before
        assert maintenance.check(ws)[0].findings == ()


def test_who_only_looks_has_its_lists_in_order_and_can_search_it(workspace, new_workspace):
    fill(workspace, new_workspace("Bo"))
    location = workspace.catalogue.location
    found = {sort: sorted_by(workspace, sort) for sort in ("place", "-lead_org", "title", "country", "-updated")}
    with workspace.catalogue.write() as tx:
        to_second(tx.connection)
    workspace.close()
    with Workspace.open(location, "Ada", "it", read_only=True) as ws:
        assert {sort: sorted_by(ws, sort) for sort in found} == found
        assert len(cataloguing.first_rows(ws, Query(text="quarto", sort="place"), 9)) == 2
        with pytest.raises(StorageError) as refused:
            maintenance.check(ws)
    assert refused.value.code == "catalogue-older"


def test_on_a_server_who_only_looks_is_told_to_open_it_once_where_it_can_be_written(server):
    with Workspace.create(server, "Ada", "it") as ws, ws.catalogue.write() as tx:
        to_second(tx.connection)
    with pytest.raises(StorageError) as refused:
        Workspace.open(server, "Ada", "it", read_only=True)
    assert refused.value.code == "catalogue-older"
    assert maintenance.of_an_earlier_schema(server)


def test_a_protected_one_comes_through_too(workspace, new_workspace, never_anew):
    fill(workspace, new_workspace("Bo"))
    location, before = workspace.catalogue.location, listed(workspace)
    workspace.close()
    protecting.protect(lambda code: None, location)
    brought_back(location)
    with Workspace.open(location, "Ada", "it", read_only=True) as ws:
        assert [row.place for row in cataloguing.first_rows(ws, Query(sort="-place"), 2)] == ["Žiri", "Zara"]
    with Workspace.open(location, "Ada", "it") as ws:
        assert listed(ws) == before
        assert maintenance.check(ws)[0].findings == ()
