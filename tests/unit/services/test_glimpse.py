"""A glimpse of a catalogue: what the list shows first, or nothing at all."""

import sqlite3

import pytest

from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, paths, recording
from seeddesk.services.glimpse import glimpse
from seeddesk.services.workspace import Workspace
from seeddesk.storage import glance, schema


@pytest.fixture
def place(tmp_path, monkeypatch):
    monkeypatch.setattr(paths, "cache", lambda: tmp_path / "cache")
    return tmp_path / "c.seeddesk"


@pytest.fixture
def filled(place):
    with Workspace.create(place, "Ada") as workspace:
        for number in range(7):
            recording.start(workspace, {"title": f"Orto {number}", "country": "IT"})
        gone, _ = recording.start(workspace, {"title": "Via"})
        recording.delete(workspace, gone)
    return place


def test_it_shows_what_the_open_catalogue_lists_first(filled):
    found = glimpse(5, str(filled))
    with Workspace.open(filled, "Ada") as workspace:
        assert found.rows == tuple(cataloguing.first_rows(workspace, Query(), 5))
        assert found.form is workspace.form


def test_it_knows_the_schema_of_this_version():
    assert (glance.APPLICATION_ID, glance.VERSION) == (schema.APPLICATION_ID, schema.VERSION)


def test_nothing_is_glimpsed_of_no_catalogue(place):
    assert glimpse(5, str(place)) is None


def test_it_shows_that_nothing_was_recorded_yet(place):
    Workspace.create(place, "Ada").close()
    assert glimpse(5, str(place)).rows == ()


def test_nothing_is_glimpsed_where_all_is_deleted(place):
    with Workspace.create(place, "Ada") as workspace:
        recording.delete(workspace, recording.start(workspace, {"title": "Via"})[0])
    assert glimpse(5, str(place)) is None


def test_nothing_is_glimpsed_of_another_schema(filled):
    with sqlite3.connect(filled) as connection:
        connection.execute("PRAGMA user_version=1")
    assert glimpse(5, str(filled)) is None


@pytest.mark.parametrize("content", [b"", b"nothing of a database" * 100, b"SQLite format 3\0" + bytes(5000)])
def test_nothing_is_glimpsed_of_what_is_no_catalogue(place, content):
    place.write_bytes(content)
    assert glimpse(5, str(place)) is None


def test_nothing_is_glimpsed_of_a_damaged_form(filled):
    with sqlite3.connect(filled) as connection:
        connection.execute("UPDATE form SET xform = x'789c00'")
    assert glimpse(5, str(filled)) is None


def test_nothing_is_glimpsed_of_a_server():
    assert glimpse(5, "postgresql://nowhere/c") is None
    assert glimpse(5, "ftp://nowhere/c") is None


def test_a_change_that_has_to_be_rolled_back_first_is_left_to_opening(filled):
    filled.with_name(f"{filled.name}-journal").write_bytes(b"half a change")
    assert glimpse(5, str(filled)) is None
