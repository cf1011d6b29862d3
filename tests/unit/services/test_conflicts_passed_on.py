"""A practice that leaves while a field waits for a decision, and goes on from catalogue to catalogue: the version that was not shown stays one."""

from __future__ import annotations

import pytest

from seeddesk.services import cataloguing
from tests.support.catalogues import edit, record, values
from tests.support.returned import read_here, send, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


@pytest.fixture
def practice(workspace):
    return record(workspace)


@pytest.fixture
def of_olga(workspace, new_workspace, practice, tmp_path):
    """Olga's dossier, with a title that meets another one in the workspace."""
    olga = new_workspace("Olga")
    take(olga, send(workspace, practice, tmp_path / "first"))
    edit(olga, practice, title="Di Olga")
    edit(workspace, practice, title="Di Ada")
    return send(olga, practice, tmp_path / "olga")


def titles(ws):
    return [{version.value for version in conflict.versions} for conflict in cataloguing.conflicts(ws)]


def test_it_is_no_older_version_of_the_one_that_was_shown(workspace, new_workspace, practice, of_olga, tmp_path):
    assert statuses(take(workspace, of_olga)) == ["conflict"]
    pia = new_workspace("Pia")
    take(pia, send(workspace, practice, tmp_path / "second"))
    assert statuses(take(pia, of_olga)) == ["conflict"]
    assert titles(pia) == [{"Di Olga", "Di Ada"}]
    assert statuses(take(pia, of_olga)) == ["unchanged"]


@pytest.mark.parametrize("written", ["Di Ada", "Di Pia"])
def test_a_third_catalogue_that_never_saw_it_does_not_replace_it_in_a_fourth(
    workspace, new_workspace, practice, of_olga, tmp_path, written
):
    take(workspace, of_olga)
    pia, quinn = new_workspace("Pia"), new_workspace("Quinn")
    take(pia, send(workspace, practice, tmp_path / "second"))
    edit(pia, practice, title=written)
    take(quinn, of_olga)
    assert statuses(take(quinn, send(pia, practice, tmp_path / "pia"))) == ["conflict"]
    assert titles(quinn) == [{"Di Olga", written}]


def test_it_is_remembered_also_where_the_version_that_was_shown_was_there_before(
    workspace, new_workspace, practice, of_olga, tmp_path
):
    pia, quinn = new_workspace("Pia"), new_workspace("Quinn")
    take(pia, send(workspace, practice, tmp_path / "second"))
    take(workspace, of_olga)
    edit(workspace, practice, need="Solitudine.")
    take(pia, send(workspace, practice, tmp_path / "third"))
    take(quinn, of_olga)
    assert statuses(take(quinn, send(pia, practice, tmp_path / "pia"))) == ["conflict"]
    assert titles(quinn) == [{"Di Olga", "Di Ada"}]


def test_once_it_was_decided_where_both_are_the_decision_counts_everywhere(
    workspace, new_workspace, practice, of_olga, tmp_path
):
    take(workspace, of_olga)
    pia, quinn = new_workspace("Pia"), new_workspace("Quinn")
    take(pia, send(workspace, practice, tmp_path / "second"))
    (conflict,) = cataloguing.conflicts(workspace)
    cataloguing.resolve(workspace, practice, conflict.path, value="Di tutte")
    assert statuses(take(pia, send(workspace, practice, tmp_path / "decided"))) == ["updated"]
    take(quinn, of_olga)
    assert statuses(take(quinn, send(pia, practice, tmp_path / "pia"))) == ["updated"]
    assert values(quinn, practice)["title"] == "Di tutte"
    assert titles(quinn) == []
