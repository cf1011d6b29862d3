"""A catalogue that is read as an earlier version left it: listed and shown, and what it cannot do said where it is asked."""

import gzip
from pathlib import Path

import pytest
from sqlalchemy.exc import OperationalError

from seeddesk.domain.errors import StorageError
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing
from seeddesk.services.workspace import Workspace
from seeddesk.storage import engine

SAMPLE = Path(__file__).parents[2] / "data" / "catalogues" / "1.seeddesk.gz"


@pytest.fixture
def place(tmp_path):
    place = tmp_path / "old.seeddesk"
    place.write_bytes(gzip.decompress(SAMPLE.read_bytes()))
    return place


@pytest.fixture
def old(place):
    with Workspace.open(place, "Ada", read_only=True) as workspace:
        yield workspace


def test_it_is_listed_and_shown(old):
    rows = cataloguing.list_practices(old).rows
    assert rows
    assert cataloguing.show(old, rows[0].id).row == rows[0]


@pytest.mark.parametrize("query", [Query(text="orto"), Query(status=("draft",)), Query(sort="status")])
def test_it_says_that_it_is_older_where_it_is_searched_filtered_or_sorted(old, place, query):
    with pytest.raises(StorageError) as refused:
        cataloguing.first_rows(old, query)
    assert refused.value.code == "catalogue-older"
    assert refused.value.arguments["path"] == str(place)


def test_a_table_that_is_not_there_otherwise_is_an_error_of_ours(old):
    with pytest.raises(OperationalError), engine.plain_errors("c"), old.catalogue.read() as view:
        view.connection.exec_driver_sql("SELECT * FROM nothing")
