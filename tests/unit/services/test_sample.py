"""The sample catalogue: apart from the own one, there at once, whole again after anything."""

import pytest

from seeddesk.services import cataloguing, recording, sample
from seeddesk.services.workspace import Workspace


@pytest.mark.parametrize(("lang", "told"), [("it", "it"), ("en", "en"), ("sl", "en")])
def test_a_sample_is_made_once_in_a_file_of_its_own(workspace, lang, told):
    sample.make("Ada", lang)
    sample.make("Ada", lang)
    assert sample.location(lang).name == f"sample.{told}.seeddesk"
    assert not sample.is_sample(workspace)
    assert cataloguing.list_practices(workspace).total == 0
    with Workspace.open(str(sample.location(lang)), "Ada", lang) as ws:
        assert sample.is_sample(ws)
        assert cataloguing.list_practices(ws).total == 3


def test_what_somebody_did_in_the_sample_stays_until_nothing_is_left(workspace):
    sample.make("Ada", "it")
    where = str(sample.location("it"))
    with Workspace.open(where, "Ada", "it") as ws:
        first, *others = [row.id for row in cataloguing.list_practices(ws).rows]
        recording.delete(ws, first)
    sample.make("Ada", "it")
    with Workspace.open(where, "Ada", "it") as ws:
        assert {row.id for row in cataloguing.list_practices(ws).rows} == set(others)
