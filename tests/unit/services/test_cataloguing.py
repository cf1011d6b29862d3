"""Showing practices and deciding conflicts, as a person does it."""

import pytest

from seeddesk.domain.errors import NotAllowed, NotFound, UsageError
from seeddesk.services import cataloguing, recording
from tests.support.catalogues import GARDENS, add_row, edit, exchange, record, values


@pytest.fixture
def disputed(new_workspace):
    """Ada and Bo changed the same field of one practice, and told each other. Returns Ada's workspace, Bo's, the practice."""
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    edit(ada, practice, title="Di Ada")
    edit(bo, practice, title="Di Bo")
    exchange(ada, bo)
    return ada, bo, practice


def test_a_practice_is_shown_with_its_line_its_values_and_what_is_missing(workspace):
    practice = record(workspace)
    shown = cataloguing.show(workspace, values(workspace, practice)["code"])
    assert shown.practice == practice
    assert shown.record.text("title") == shown.row.title == GARDENS["title"]
    assert 0 < shown.row.completeness == shown.evaluation.completeness < 100
    assert shown.evaluation.missing
    assert shown.conflicts == ()


def test_what_is_not_there_is_not_shown(workspace):
    for verb in (cataloguing.show, cataloguing.history, cataloguing.conflicts, recording.open_draft):
        with pytest.raises(NotFound):
            verb(workspace, "SI-IT-2026-0000000")


def test_the_history_tells_who_wrote_what_newest_first(disputed):
    ada, _, practice = disputed
    entries = [entry for entry in cataloguing.history(ada, practice) if entry.path == "title"]
    assert [(entry.author, entry.value, entry.state) for entry in entries[::-1]] == [
        ("Ada", GARDENS["title"], "replaced"),
        ("Ada", "Di Ada", "conflict"),
        ("Bo", "Di Bo", "conflict"),
    ]


def test_a_conflict_shows_both_values_with_their_authors_and_the_base(disputed):
    ada, _, practice = disputed
    (conflict,) = cataloguing.conflicts(ada)
    assert (conflict.practice, conflict.path, conflict.base) == (practice, "title", GARDENS["title"])
    assert [(version.letter, version.author, version.value) for version in conflict.versions] == [
        ("A", "Ada", "Di Ada"),
        ("B", "Bo", "Di Bo"),
    ]


@pytest.mark.parametrize(("take", "title"), [("A", "Di Ada"), ("b", "Di Bo"), ("1", "Di Ada"), ("2", "Di Bo")])
def test_taking_a_version_decides_it_everywhere(disputed, take, title):
    ada, bo, practice = disputed
    changes = cataloguing.resolve(bo, practice, "title", take=take)
    exchange(ada, bo)
    for one in (ada, bo):
        assert values(one, practice)["title"] == title
        assert not cataloguing.conflicts(one)
    assert changes.practices == {practice}
    assert cataloguing.history(ada, practice)[0].origin == "resolved"


def test_a_value_of_one_s_own_decides_it_too(disputed):
    ada, bo, practice = disputed
    cataloguing.resolve(ada, practice, "title", value="Di tutti")
    exchange(ada, bo)
    assert values(bo, practice)["title"] == "Di tutti"
    assert not cataloguing.conflicts(bo)


def test_two_people_deciding_differently_make_a_conflict_and_alike_none(disputed):
    ada, bo, practice = disputed
    cataloguing.resolve(ada, practice, "title", take="A")
    cataloguing.resolve(bo, practice, "title", take="B")
    exchange(ada, bo)
    assert len(cataloguing.conflicts(ada)) == 1
    cataloguing.resolve(ada, practice, "title", take="A")
    cataloguing.resolve(bo, practice, "title", value="Di Ada")
    exchange(ada, bo)
    assert not cataloguing.conflicts(ada)


def test_a_third_version_that_comes_in_after_a_decision_is_not_lost(disputed, new_workspace):
    ada, bo, practice = disputed
    cy = new_workspace("Cy")
    exchange(ada, bo, cy)
    draft = recording.open_draft(cy, practice)
    cataloguing.resolve(ada, practice, "title", take="A")
    recording.save(cy, draft, {"title": "Di Cy"})
    exchange(ada, bo, cy)
    (conflict,) = cataloguing.conflicts(bo)
    assert "Di Cy" in {version.value for version in conflict.versions}


def test_there_must_be_a_conflict_and_a_version_of_that_name(disputed):
    ada, _, practice = disputed
    with pytest.raises(NotFound):
        cataloguing.resolve(ada, practice, "need", take="A")
    with pytest.raises(UsageError, match="1 \\(A\\), 2 \\(B\\)"):
        cataloguing.resolve(ada, practice, "title", take="C")


def test_texts_that_merge_wait_for_a_confirmation(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    edit(ada, practice, overview="Il quartiere non aveva piazze. Ora ha un orto. Lo curano gli abitanti.")
    edit(bo, practice, overview="Il quartiere non aveva verde. Ora ha un orto. Lo curano trenta persone.")
    exchange(ada, bo)
    (conflict,) = cataloguing.conflicts(ada)
    assert conflict.proposal == "Il quartiere non aveva piazze. Ora ha un orto. Lo curano trenta persone."
    assert values(ada, practice)["overview"] == conflict.proposal
    cataloguing.resolve(ada, practice, "overview", value=conflict.proposal)
    exchange(ada, bo)
    assert not cataloguing.conflicts(bo)


def test_fields_that_belong_together_are_decided_together(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada, budget_total="1000", currency="EUR")
    exchange(ada, bo)
    edit(ada, practice, budget_total="2000")
    edit(bo, practice, currency="RON", budget_total="9000")
    exchange(ada, bo)
    (conflict,) = cataloguing.conflicts(ada, practice)
    assert {conflict.path, *conflict.together} >= {"budget_total", "currency"}
    bos = next(version for version in conflict.versions if version.author == "Bo")
    assert {bos.value, *bos.together.values()} >= {"9000", "RON"}
    with pytest.raises(NotAllowed, match="Take a version first"):
        cataloguing.resolve(ada, practice, "budget_total", value="5000")
    cataloguing.resolve(ada, practice, "currency", take=bos.letter)
    shown = values(ada, practice)
    assert (shown["budget_total"], shown["currency"]) == ("9000", "RON")
    assert not cataloguing.conflicts(ada)


def test_deciding_a_field_decides_what_is_calculated_from_it(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    row = add_row(ada, practice, "locations", comune="001272")
    exchange(ada, bo)
    edit(ada, practice, **{f"{row}.comune": "015146"})
    edit(bo, practice, **{f"{row}.comune": "058091"})
    exchange(ada, bo)
    conflict = next(one for one in cataloguing.conflicts(ada) if one.path == f"{row}.comune")
    rome = next(version.letter for version in conflict.versions if version.value == "058091")
    cataloguing.resolve(ada, practice, f"{row}.comune", take=rome)
    exchange(ada, bo)
    for one in (ada, bo):
        assert values(one, practice)[f"{row}.nuts3"] == "ITI43"
        assert not cataloguing.conflicts(one)


def test_keeping_or_removing_is_not_a_text(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    practice = record(ada)
    exchange(ada, bo)
    recording.delete(ada, practice)
    edit(bo, practice, need="Nuovo")
    exchange(ada, bo)
    with pytest.raises(UsageError):
        cataloguing.resolve(ada, practice, "", value="un testo")
    cataloguing.resolve(ada, practice, "", take="A")
    exchange(ada, bo)
    assert cataloguing.list_practices(bo).total == 0
