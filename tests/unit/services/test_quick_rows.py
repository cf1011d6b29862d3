"""What a window shows at each keystroke: certain where the index can tell, else what was found in time; and nothing that nobody waits for."""

import pytest

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled
from seeddesk.domain.query import Query
from seeddesk.services import cataloguing, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import finding, going_on

TOGETHER = Query(text='"alfa beta"')


@pytest.fixture
def sixty(tmp_path, monkeypatch):
    """Sixty practices that hold two words; in every tenth they stand together."""
    monkeypatch.setattr(finding, "_FIRST", 5)
    with Workspace.create(tmp_path / "c.seeddesk", "Ada") as workspace:
        for number in range(60):
            words = "alfa beta" if number % 10 == 0 else "beta alfa"
            recording.start(workspace, {"title": f"Orto {number}", "country": "IT", "overview": f"Qui {words} stanno."})
        yield workspace


def test_where_the_index_can_tell_the_first_lines_are_certain(sixty, monkeypatch):
    monkeypatch.setattr(going_on, "SOON", -1)
    rows, certain = cataloguing.quick_rows(sixty, Query(text="alfa orto"), 20)
    assert certain
    assert list(rows) == list(cataloguing.first_rows(sixty, Query(text="alfa orto"), 20))


def test_with_time_enough_a_phrase_is_certain_too(sixty, monkeypatch):
    monkeypatch.setattr(going_on, "SOON", 60)
    rows, certain = cataloguing.quick_rows(sixty, TOGETHER, 20)
    assert certain
    assert len(rows) == 6


def test_in_haste_a_phrase_shows_what_was_found_and_says_that_it_may_not_be_all(sixty, monkeypatch):
    monkeypatch.setattr(going_on, "SOON", -1)
    rows, certain = cataloguing.quick_rows(sixty, TOGETHER, 20)
    every = cataloguing.first_rows(sixty, TOGETHER, 20)
    assert not certain
    assert len(rows) < len(every) == 6
    assert {row.id for row in rows} <= {row.id for row in every}


def test_what_nobody_waits_for_any_more_is_not_read(sixty):
    gone = Progress()
    gone.cancel()
    for asked in (
        lambda: cataloguing.quick_rows(sixty, TOGETHER, 20, gone),
        lambda: cataloguing.first_rows(sixty, TOGETHER, 20, 0, gone),
        lambda: cataloguing.count(sixty, TOGETHER, gone),
        lambda: cataloguing.facets(sixty, Query(), ["country"], gone),
    ):
        with pytest.raises(Cancelled):
            asked()
    assert cataloguing.count(sixty, TOGETHER) == 6
