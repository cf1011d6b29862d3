"""Catalogues as former versions of SeedDesk wrote them: one of each, kept for ever, opened by this one."""

from __future__ import annotations

import contextlib
import gzip
import sqlite3
from pathlib import Path

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, maintenance, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage.schema import VERSION
from seeddesk.storage.transaction import Transaction

SAMPLES = Path(__file__).parent.parent.parent / "data" / "catalogues"


@pytest.fixture(params=sorted(SAMPLES.glob("*.seeddesk.gz")), ids=lambda path: path.name.partition(".")[0])
def old(request, tmp_path):
    """An old catalogue, unpacked."""
    path = tmp_path / "old.seeddesk"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def test_there_is_one_of_every_schema():
    assert {path.name for path in SAMPLES.iterdir()} == {f"{number}.seeddesk.gz" for number in range(1, VERSION + 1)}


def test_an_old_catalogue_opens_with_everything_in_it_and_is_listed_by_the_rules_of_now(old):
    with Workspace.open(old, "Bruno", "it") as ws:
        (row,) = cataloguing.list_practices(ws).rows
        assert (row.title, row.country, row.conflicts) == ("Orti di quartiere", "IT", 1)
        assert row.form == ws.form_of(row.id).id == "seeddesk-practice"
        (conflict,) = cataloguing.conflicts(ws)
        assert {version.value for version in conflict.versions} == {"Orti di quartiere", "Orti urbani"}
        recording.save(ws, recording.open_draft(ws, row.id), {"need": "Isolamento"})
        report, _ = maintenance.check(ws)
        assert report.findings == ()
        assert report.practices == 1


def test_an_old_catalogue_can_be_looked_into_without_being_written(old):
    with Workspace.open(old, "Bruno", "it", read_only=True) as ws:
        (row,) = cataloguing.list_practices(ws).rows
        assert row.title == "Orti di quartiere"
        assert cataloguing.show(ws, row.id).state.form == "seeddesk-practice"
        with contextlib.closing(sqlite3.connect(old)) as file:
            (schema,) = file.execute("PRAGMA user_version").fetchone()
        with pytest.raises(StorageError, match="not searched") if schema == 1 else contextlib.nullcontext():
            assert cataloguing.list_practices(ws, Query(text="orti")).rows == (row,)


def test_lists_that_a_crash_kept_from_being_made_anew_are_made_when_it_is_opened_next(old, monkeypatch):
    with (
        contextlib.closing(sqlite3.connect(old)) as file,
        file,
    ):  # so that there is something to make anew in the newest too
        file.execute("DELETE FROM meta WHERE key = 'derived'")
    with monkeypatch.context() as crash:
        crash.setattr(Transaction, "rebuild", _cut_off)
        with pytest.raises(KeyboardInterrupt):
            Workspace.open(old, "Bruno", "it")
    with Workspace.open(old, "Bruno", "it") as ws:
        assert maintenance.check(ws)[0].findings == ()


def _cut_off(*_):
    raise KeyboardInterrupt
