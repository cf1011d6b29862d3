"""Reading what was written under former names: one field, whatever it was called, and nothing lost where two values meet in one name."""

from __future__ import annotations

import pytest

from seeddesk.domain.dossier import Base
from seeddesk.domain.form import Form, Group, Kind, Section
from seeddesk.domain.merge import Status, distinct, fold, history
from seeddesk.domain.redaction import targets
from seeddesk.domain.versions import FORM, Reading, base_as_named, current, form_id, retyped, settled
from tests.unit.domain.samples import LISTS, dot, field, revision

ROW = "soci[" + "a" * 32 + "]"
NOW = "members[" + "a" * 32 + "]"


def form(*items: object) -> Form:
    return Form("sample", "2", {}, ("it",), (Section("only", {}, items),), LISTS)


RENAMED = form(
    field("name", was=("nome", "name_en")),
    field("target", Kind.CHOICES, choices="target"),
    field("answer", Kind.CHOICE, choices="yes_no"),
    Group("members[]", {}, (field("members[].role", was=("soci[].ruolo",)),), "/data/members", True, was=("soci",)),
)


def values(*revisions, by=RENAMED):
    return dict(fold(revisions, by).record.values)


@pytest.mark.parametrize(
    ("path", "now"),
    [
        ("nome", "name"),
        ("name_en", "name"),
        ("name", "name"),
        ("other", "other"),
        (ROW, NOW),
        (f"{ROW}.ruolo", f"{NOW}.role"),
        (f"{ROW}.tolto", f"{NOW}.tolto"),
        ("soci[].ruolo", "members[].role"),
        ("@notes", "@notes"),
    ],
)
def test_a_path_is_read_under_its_name_of_now(path, now):
    assert current(path, RENAMED) == now
    assert current(path, None) == path


def test_an_old_value_is_replaced_by_a_new_one_that_has_seen_it():
    old = revision("a1", {"nome": "Ada"})
    assert values(old) == {"name": "Ada"}
    assert values(old, revision("b1", {"name": "Ada C."}, {"name": "a1"})) == {"name": "Ada C."}
    assert values(old, revision("b1", {"name_en": "Ada C."}, {"nome": "a1"})) == {"name": "Ada C."}


def test_values_of_both_names_that_did_not_see_each_other_are_in_conflict_with_the_base_they_share():
    state = fold(
        [
            revision("a1", {"nome": "Ada"}),
            revision("b1", {"nome": "Ada B."}, {"nome": "a1"}),
            revision("c1", {"name": "Ada C."}, {"name": "a1"}),
        ],
        RENAMED,
    )
    (conflict,) = state.conflicts
    assert conflict.status is Status.CONFLICT
    assert (conflict.path, conflict.base) == ("name", "Ada")


def test_two_values_of_one_revision_that_go_by_one_name_both_stay():
    both = revision("a1", {"nome": "vecchio", "name": "nuovo"})
    assert values(both) == {"name": "nuovo", "nome": "vecchio"}
    # Whoever saw the one saw not the other.
    assert values(both, revision("b1", {"nome": "altro"}, {"nome": "a1"})).keys() == {"name"}
    seen_old = fold([both, revision("b1", {"nome": "altro"}, {"nome": "a1"})], RENAMED)
    assert {head.value for head in seen_old.fields["name"].heads} == {"nuovo", "altro"}
    assert settled(["nome", "name"], RENAMED) == {"nome": "nome", "name": "name"}
    assert settled(["nome", "name_en"], RENAMED) == {"name_en": "name", "nome": "nome"}


def test_rows_and_their_removal_go_by_the_new_name():
    added = revision("a1", {ROW: "m", f"{ROW}.ruolo": "guida"})
    assert values(added) == {NOW: "m", f"{NOW}.role": "guida"}
    assert values(added, revision("b1", {NOW: None}, {NOW: "a1", f"{NOW}.role": "a1"})) == {NOW: None}


def test_history_deletion_and_erasure_follow_the_names():
    old = revision("a1", {"nome": "Ada"})
    deleting = revision("b1", {}, deletion={"nome": (dot("a1"),)})
    assert fold([old, deleting], RENAMED).hidden
    log = Reading(distinct([old]), RENAMED).log
    (entry,) = history(log.values(), fold([old], RENAMED))
    assert (entry.path, entry.state) == ("name", "current")
    assert targets([old], ["name"], lambda path: current(path, RENAMED)) == {dot("a1"): ("nome",)}
    blanked = old.redacted(("nome",))
    assert Reading({blanked.dot: blanked}, RENAMED).log[blanked.dot].blanked == {"name"}


def test_a_choice_becomes_a_set_of_one_and_back_but_nothing_is_guessed():
    assert values(revision("a1", {"target": "EECO02"})) == {"target": ("EECO02",)}
    assert values(revision("a1", {"answer": ("yes",)})) == {"answer": "yes"}
    assert values(revision("a1", {"answer": ("yes", "no")})) == {"answer": ("yes", "no")}
    assert values(revision("a1", {"target": "a text"})) == {"target": "a text"}
    assert retyped(("x",), field("keys", Kind.CHOICES), RENAMED) == ("x",)


def test_without_former_names_revisions_are_read_as_they_are():
    plain = form(field("name"))
    log = distinct([revision("a1", {"nome": "Ada", "name": "B"}, {"nome": "z9"})])
    assert Reading(log, plain).log is log


def test_the_form_of_a_practice_is_the_one_chosen_else_the_one_it_was_begun_with():
    first = revision("a1", {"name": "x"})
    assert form_id([]) == ""
    assert form_id([first]) == first.form
    chosen = revision("a2", {FORM: "other"})
    assert form_id([first, chosen]) == "other"
    back = revision("a3", {FORM: "sample"}, {FORM: "a2"})
    assert form_id([back, first, chosen]) == "sample"
    apart = revision("b1", {FORM: "third"})
    assert form_id([first, chosen, apart]) == form_id([apart, chosen, first])


def test_a_base_is_read_under_the_names_of_now():
    base = Base(
        "p",
        "",
        "sample",
        "1",
        1,
        {"nome": "Ada", ROW: "m"},
        {"nome": (dot("a1"),), ROW: (dot("a1"),)},
        {},
        {"nome": "A"},
    )
    log = distinct([revision("a1", {"nome": "Ada", ROW: "m"})])
    read = base_as_named(base, Reading(log, RENAMED), RENAMED)
    assert dict(read.values) == {"name": "Ada", NOW: "m"}
    assert read.seen == {"name": (dot("a1"),), NOW: (dot("a1"),)}
    assert read.authors == {"name": "A"}
    # A catalogue of an older version held a newer answer beside its own: both stay apart, each with what was seen of it.
    two = Base("p", "", "sample", "1", 1, {"nome": "Ada", "name": "B"}, {"nome": (dot("a1"),), "name": (dot("b1"),)})
    log = distinct([revision("a1", {"nome": "Ada"}), revision("b1", {"name": "B"})])
    read = base_as_named(two, Reading(log, RENAMED), RENAMED)
    assert dict(read.values) == {"nome": "Ada", "name": "B"}
    assert read.seen == {"nome": (dot("a1"),), "name": (dot("b1"),)}


def test_without_a_form_every_path_keeps_its_name():
    assert settled(["nome", ROW], None) == {"nome": "nome", ROW: ROW}
