"""Practices that name one another, and the organisations they share."""

import pytest

from seeddesk.domain.errors import NotFound
from seeddesk.services import organisations, recording, relations
from tests.support.catalogues import add_row, edit, record, values


def _name(workspace, practice, written, kind):
    """As somebody types it into the form."""
    draft = recording.open_draft(workspace, practice)
    row, changes = recording.new_row(draft.values, "related")
    recording.save(workspace, draft, {**changes, f"{row}.practice": written, f"{row}.relation": kind})


def test_a_relation_is_seen_from_both_sides(workspace):
    garden, copy = record(workspace, title="Orto di Via Po"), record(workspace, title="Orto di Cuneo")
    relations.link(workspace, copy, garden, "replicates")
    (out,) = relations.of(workspace, copy).outgoing
    (back,) = relations.of(workspace, garden).incoming
    assert (out.practice, out.title, out.label["en"]) == (garden, "Orto di Via Po", "Replicates")
    assert (back.practice, back.title, back.label["en"]) == (copy, "Orto di Cuneo", "Replicated by")
    assert out.written == values(workspace, garden)["code"]
    assert relations.of(workspace, garden).outgoing == relations.of(workspace, copy).incoming == ()
    relations.unlink(workspace, copy, out.row)
    assert relations.of(workspace, garden).incoming == ()


@pytest.mark.parametrize("how", ["code", "lower", "title", "id", "address", "in words"])
def test_a_practice_is_named_in_any_of_the_ways_people_name_it(workspace, how):
    garden = record(workspace, title="Orto di Via Pò")
    code = values(workspace, garden)["code"]
    written = {
        "code": code,
        "lower": code.lower(),
        "title": "ORTO DI VIA PO",
        "id": garden,
        "address": f"https://example.org/p/{code}",
        "in words": f"{code} Orto",
    }[how]
    copy = record(workspace, title="Copia")
    _name(workspace, copy, written, "part_of")
    assert relations.of(workspace, copy).outgoing[0].practice == garden
    assert [link.practice for link in relations.of(workspace, garden).incoming] == [copy]


def test_what_is_not_in_the_catalogue_stays_as_it_was_written(workspace):
    copy = record(workspace)
    _name(workspace, copy, "Un'altra pratica, in Grecia", "inspired_by")
    (out,) = relations.of(workspace, copy).outgoing
    assert (out.practice, out.title) == ("", "Un'altra pratica, in Grecia")


def test_linking_goes_through_an_open_editor_and_only_once(workspace):
    garden = record(workspace, title="Orto")
    draft = recording.new_draft()
    changes = relations.link_changes(workspace, draft.values, garden, "part_of")
    draft, _ = recording.save(workspace, draft, {"title": "Nuova", **changes})
    assert relations.of(workspace, garden).incoming[0].title == "Nuova"
    assert relations.link_changes(workspace, draft.values, garden) == {}


def test_every_relation_of_the_form_has_a_name(workspace):
    assert {"part_of", "replicates", "inspired_by"} <= {code for code, _ in relations.kinds(workspace)}


@pytest.fixture
def net(workspace):
    """Aurora leads two practices (once with its number, once spelt otherwise) and is a partner in a third, led by the comune."""
    first = record(workspace, title="A", lead_org__name="Cooperativa Aurora", lead_org__register_id="01234567897")
    second = record(workspace, title="B", lead_org__name="COOPERATIVA «Aurora»")
    third = record(workspace, title="C", lead_org__name="Comune di Cuneo")
    add_row(workspace, third, "partners", name="cooperativa aurora")
    add_row(workspace, first, "partners", name="Comune di Cuneo")
    return first, second, third


def test_names_that_fold_to_the_same_are_one_organisation(workspace, net):
    aurora, comune = organisations.every(workspace)
    assert (aurora.leads, aurora.partner_in, aurora.practices) == (2, 1, 3)
    assert aurora.register_id == "01234567897"
    assert set(aurora.also) | {aurora.name} == {"Cooperativa Aurora", "COOPERATIVA «Aurora»", "cooperativa aurora"}
    assert (comune.name, comune.leads, comune.partner_in) == ("Comune di Cuneo", 1, 1)
    assert organisations.every(workspace, "cun") == (comune,)
    assert organisations.every(workspace, "0123 4567897") == (aurora,)


def test_an_organisation_has_a_page(workspace, net):
    key = organisations.named("cooperativa AURORA")
    page = organisations.page(workspace, key)
    assert {row.title: roles for row, roles in page.practices} == {"A": ("lead",), "B": ("lead",), "C": ("partner",)}
    assert [(one.name, one.practices) for one in page.partners] == [("Comune di Cuneo", 2)]
    assert organisations.page(workspace, page.partners[0].key).organisation.leads == 1


def test_one_name_with_two_numbers_is_two_organisations(workspace, net):
    record(workspace, lead_org__name="Cooperativa Aurora", lead_org__register_id="99999999990")
    assert sorted(one.register_id for one in organisations.every(workspace, "aurora")) == [
        "",
        "01234567897",
        "99999999990",
    ]


def test_what_was_deleted_or_renamed_is_gone_from_the_organisations(workspace, net):
    recording.delete(workspace, net[2])
    edit(workspace, net[0], lead_org__name="Altra cooperativa")
    edit(workspace, net[0], lead_org__register_id=None)
    (aurora,) = organisations.every(workspace, "cooperativa aurora")
    assert (aurora.leads, aurora.partner_in) == (1, 0)
    with pytest.raises(NotFound, match="No practice names"):
        organisations.page(workspace, "id:01234567897")
