"""A catalogue's file that is taken away, or replaced, under a program that has it open: nothing is called saved that no name leads to."""

import os
import shutil
from pathlib import Path

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.services import recording
from seeddesk.services.workspace import Workspace

pytestmark = pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away")


@pytest.fixture
def ws(tmp_path):
    with Workspace.create(tmp_path / "one.seeddesk", "Ada", "it") as ws:
        recording.start(ws, {"title": "Prima", "country": "IT"})
        yield ws


def refused(ws) -> None:
    with pytest.raises(StorageError) as error:
        recording.start(ws, {"title": "Dopo", "country": "IT"})
    assert error.value.code == "catalogue-gone"


def test_nothing_is_saved_into_a_file_that_was_taken_away_until_it_is_back(ws, tmp_path):
    place = Path(ws.catalogue.location)
    place.rename(tmp_path / "elsewhere")
    refused(ws)
    refused(ws)
    assert not place.exists()  # and no empty one is made
    (tmp_path / "elsewhere").rename(place)
    recording.start(ws, {"title": "Dopo", "country": "IT"})


def test_nothing_is_saved_into_a_file_that_another_took_the_place_of(ws, tmp_path):
    place = Path(ws.catalogue.location)
    shutil.copy(place, tmp_path / "older")
    (tmp_path / "older").replace(place)
    before = place.read_bytes()
    refused(ws)
    assert place.read_bytes() == before


def test_a_file_that_goes_while_it_is_written_is_not_called_saved(ws):
    def write() -> None:
        with ws.catalogue.write() as tx:
            tx.set_note("one", "two")
            Path(ws.catalogue.location).unlink()

    with pytest.raises(StorageError) as error:
        write()
    assert error.value.code == "catalogue-gone"
    assert not Path(ws.catalogue.location).exists()


def test_what_was_typed_can_be_kept_elsewhere_once_the_file_is_gone(ws, tmp_path):
    Path(ws.catalogue.location).unlink()
    refused(ws)
    stick = tmp_path / "stick"
    stick.mkdir()
    path = recording.save_elsewhere(ws, recording.new_draft(), {"title": "Dopo", "country": "IT"}, stick)
    with Workspace.open(path, "Ada", "it") as kept, kept.catalogue.read() as view:
        assert len(list(view.all_revisions())) == 1
