"""Folding revisions into a practice: the rules one by one."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.form import Section
from seeddesk.domain.heads import Status
from seeddesk.domain.merge import at, fold
from seeddesk.domain.revision import DELETION, Redaction
from seeddesk.domain.values import NOT_KNOWN
from tests.unit.domain.samples import FORM, OTHER_ROW, ROW, dot, revision, state_of

TEXT = "Prima frase. Seconda frase. Terza frase. Quarta frase."


def test_a_later_save_that_saw_the_earlier_replaces_it_whatever_the_clocks_say():
    state = state_of(
        revision("a1", {"title": "one"}, time="2099"), revision("b1", {"title": "two"}, {"title": "a1"}, time="1970")
    )
    assert state.record.values == {"title": "two"}
    assert not state.conflicts
    assert state.seen == {"title": (dot("b1"),)}
    assert state.edits == {}


def test_two_saves_of_different_fields_both_stand():
    state = state_of(
        revision("a1", {"title": "t", "place": "p"}),
        revision("b1", {"title": "B"}, {"title": "a1"}),
        revision("c1", {"place": "C"}, {"place": "a1"}),
    )
    assert state.record.values == {"title": "B", "place": "C"}
    assert not state.conflicts


def test_two_different_saves_of_one_field_are_a_conflict_with_their_base():
    state = state_of(
        revision("a1", {"title": "t"}),
        revision("b1", {"title": "B"}, {"title": "a1"}, time="2026-02"),
        revision("c1", {"title": "C"}, {"title": "a1"}, time="2026-03"),
    )
    title = state.fields["title"]
    assert title.status is Status.CONFLICT
    assert [head.value for head in title.heads] == ["B", "C"]
    assert (title.has_base, title.base) == (True, "t")
    assert title.value == "B"  # displayed: the first in time
    assert state.seen["title"] == (dot("b1"),)  # opening it shows B, and so has seen B alone
    assert state.all_seen("title") == (dot("b1"), dot("c1"))


def test_a_save_over_a_displayed_conflict_leaves_the_version_nobody_saw():
    both = [revision("b1", {"title": "B"}), revision("c1", {"title": "C"})]
    state = state_of(*both, revision("a1", {"title": "A"}, {"title": "b1"}))
    assert {head.value for head in state.fields["title"].heads} == {"A", "C"}


def test_a_save_that_saw_every_version_ends_the_conflict():
    state = state_of(
        revision("b1", {"title": "B"}),
        revision("c1", {"title": "C"}),
        revision("a1", {"title": "C"}, {"title": "b1 c1"}),
    )
    assert state.record.text("title") == "C"
    assert not state.conflicts


def test_the_same_value_written_twice_is_no_conflict_and_empty_is_empty():
    state = state_of(revision("b1", {"title": "same", "place": None}), revision("c1", {"title": "same", "place": " "}))
    assert not state.conflicts
    assert state.seen["title"] == (dot("b1"), dot("c1"))


def test_without_a_common_start_there_is_no_base():
    title = state_of(revision("b1", {"title": "B"}), revision("c1", {"title": "C"})).fields["title"]
    assert (title.has_base, title.base) == (False, None)


def test_the_base_is_the_nearest_value_both_had_seen():
    state = state_of(
        revision("a1", {"title": "old"}),
        revision("a2", {"title": "newer"}, {"title": "a1"}),
        revision("b1", {"title": "B"}, {"title": "a2"}),
        revision("c1", {"title": "C0"}, {"title": "a2"}),
        revision("c2", {"title": "C"}, {"title": "c1"}),
    )
    assert state.fields["title"].base == "newer"


def test_long_texts_merge_by_sentence_and_wait_to_be_confirmed():
    state = state_of(
        revision("a1", {"need": TEXT}),
        revision("b1", {"need": TEXT.replace("Prima", "La prima")}, {"need": "a1"}),
        revision("c1", {"need": TEXT.replace("Quarta", "La quarta")}, {"need": "a1"}),
    )
    need = state.fields["need"]
    assert need.status is Status.MERGED
    assert need.value == "La prima frase. Seconda frase. Terza frase. La quarta frase."
    assert need in state.conflicts
    assert state.seen["need"] == (dot("b1"), dot("c1"))


def test_texts_of_the_same_sentence_are_a_conflict():
    state = state_of(
        revision("a1", {"need": TEXT}),
        revision("b1", {"need": TEXT.replace("Prima", "La prima")}, {"need": "a1"}),
        revision("c1", {"need": TEXT.replace("Prima", "Una prima")}, {"need": "a1"}),
    )
    assert state.fields["need"].status is Status.CONFLICT


@pytest.mark.parametrize(
    ("start", "merges"),
    [(TEXT, False), (TEXT.replace(". ", ".\n"), True), (TEXT * 5, True), (f"{TEXT * 3:x<194}", True)],
)
def test_text_of_an_unknown_field_is_long_by_its_length_or_its_lines(start, merges):
    state = state_of(
        revision("a1", {"elsewhere": start}),
        revision("b1", {"elsewhere": "Prima. " + start}, {"elsewhere": "a1"}),
        revision("c1", {"elsewhere": start + " Dopo."}, {"elsewhere": "a1"}),
        form=None,
    )
    assert (state.fields["elsewhere"].status is Status.MERGED) == merges


def test_who_edited_a_merged_text_started_from_the_merged_text():
    one, four = TEXT.replace("Prima", "La prima"), TEXT.replace("Quarta", "La quarta")
    merged = one.replace("Quarta", "La quarta")
    state = state_of(
        revision("a1", {"need": TEXT}),
        revision("b1", {"need": one}, {"need": "a1"}),
        revision("c1", {"need": four}, {"need": "a1"}),
        revision("b2", {"need": merged + " Quinta."}, {"need": "b1 c1"}),
        revision("c2", {"need": "Zero. " + merged}, {"need": "b1 c1"}),
    )
    need = state.fields["need"]
    assert need.base == merged
    assert need.value == "Zero. " + merged + " Quinta."


@pytest.mark.parametrize(("start", "edit"), [(TEXT, None), (NOT_KNOWN, "Altro."), (TEXT, ("una", "lista"))])
def test_a_long_text_is_merged_only_with_texts(start, edit):
    state = state_of(
        revision("a1", {"need": start}),
        revision("b1", {"need": "Zero. " + TEXT}, {"need": "a1"}),
        revision("c1", {"need": edit}, {"need": "a1"}),
    )
    assert state.fields["need"].status is Status.CONFLICT


def test_calculated_fields_are_never_a_conflict():
    cost = replace(FORM.fields["budget"], calculate="1 + 1", atomic="", template="cost")
    form = replace(FORM, sections=(Section("s", {}, (cost,)),))
    assert not state_of(revision("b1", {"cost": "2"}), revision("c1", {"cost": "3"}), form=form).conflicts


def test_an_atomic_group_is_shown_as_one_person_left_it():
    group = {"budget": "a1", "currency": "a1"}
    state = state_of(
        revision("a1", {"budget": "100", "currency": "EUR"}),
        revision("b1", {"budget": "100", "currency": "RON"}, group, time="2026-02"),
        revision("c1", {"budget": "150", "currency": "EUR"}, group, time="2026-03"),
    )
    assert (state.record.text("budget"), state.record.text("currency")) == ("100", "RON")
    assert state.seen == {"budget": (dot("b1"),), "currency": (dot("b1"),)}


def test_a_save_over_a_group_in_conflict_leaves_the_other_version_whole():
    group = {"budget": "a1", "currency": "a1"}
    revisions = [
        revision("a1", {"budget": "100", "currency": "EUR"}),
        revision("b1", {"budget": "200", "currency": "RON"}, group, time="2026-02"),
        revision("c1", {"budget": "150", "currency": "RON"}, group, time="2026-03"),
    ]
    # Both wrote RON; who saw b1's amount has still not seen c1's group.
    assert state_of(*revisions).seen == {"budget": (dot("b1"),), "currency": (dot("b1"),)}
    over = revision("d1", {"budget": "300", "currency": "EUR"}, {"budget": "b1", "currency": "b1"}, time="2026-04")
    state = state_of(*revisions, over)
    assert (state.record.text("budget"), state.record.text("currency")) == ("150", "RON")


def test_the_group_of_one_row_is_apart_from_the_same_group_of_another():
    cells = {ROW + ".amount": "1", ROW + ".currency": "EUR", OTHER_ROW + ".amount": "2", OTHER_ROW + ".currency": "EUR"}
    state = state_of(
        revision("a1", {ROW: "b", OTHER_ROW: "m", **cells}),
        revision(
            "b1", {ROW + ".amount": "5", ROW + ".currency": "EUR"}, {ROW + ".amount": "a1", ROW + ".currency": "a1"}
        ),
        revision(
            "c1", {ROW + ".amount": "6", ROW + ".currency": "RON"}, {ROW + ".amount": "a1", ROW + ".currency": "a1"}
        ),
    )
    assert {field.path for field in state.conflicts} == {ROW + ".amount", ROW + ".currency"}
    assert state.seen[OTHER_ROW + ".currency"] == (dot("a1"),)


PARTNER = {ROW: "m", ROW + ".name": "Ada", ROW + ".amount": "5", ROW + ".currency": "EUR"}
ALL_CELLS = {path: "a1" for path in PARTNER}


def test_a_removed_row_takes_its_cells_along():
    state = state_of(revision("a1", PARTNER), revision("b1", {ROW: None}, ALL_CELLS))
    assert state.record.rows("partners") == []
    assert list(state.record.answers()) == []
    assert not state.conflicts


def test_a_row_removed_here_and_edited_there_stays_whole_for_a_person():
    state = state_of(
        revision("a1", PARTNER),
        revision("b1", {ROW: None}, ALL_CELLS),
        revision("c1", {ROW + ".name": "Ada B."}, {ROW + ".name": "a1"}),
    )
    assert [field.path for field in state.conflicts] == [ROW]
    assert dict(state.record.answers()) == {ROW + ".name": "Ada B.", ROW + ".amount": "5", ROW + ".currency": "EUR"}
    assert ROW not in state.seen  # nobody saw the removal


def test_a_row_moved_here_and_removed_there_stays_too():
    state = state_of(
        revision("a1", PARTNER), revision("b1", {ROW: None}, ALL_CELLS), revision("c1", {ROW: "x"}, {ROW: "a1"})
    )
    assert state.fields[ROW].status is Status.CONFLICT
    assert state.record.text(ROW) == "x"
    moved_twice = state_of(
        revision("a1", PARTNER),
        revision("b1", {ROW: None}, ALL_CELLS),
        revision("c1", {ROW: "x"}, {ROW: "a1"}),
        revision("d1", {ROW: "k"}, {ROW: "a1"}),
    )
    assert moved_twice.record.text(ROW) == "k"
    assert moved_twice.seen[ROW] == (dot("c1"), dot("d1"))


def test_taking_a_removal_back_brings_the_cells_back():
    state = state_of(
        revision("a1", PARTNER), revision("b1", {ROW: None}, ALL_CELLS), revision("b2", {ROW: "m"}, {ROW: "b1"})
    )
    assert state.record.text(ROW + ".name") == "Ada"
    assert not state.conflicts


def test_rows_added_by_two_people_both_stand_and_different_order_is_no_conflict():
    state = state_of(
        revision("a1", {ROW: "m", OTHER_ROW: "x"}),
        revision("b1", {ROW: "z"}, {ROW: "a1"}),
        revision("c1", {ROW: "y"}, {ROW: "a1"}),
    )
    assert state.record.rows("partners") == [OTHER_ROW, ROW]
    assert state.record.text(ROW) == "y"
    assert not state.conflicts


CONTACT = ROW + ".contacts[" + "c" * 32 + "]"


def test_an_edit_deep_in_a_removed_row_keeps_the_rows_around_it():
    state = state_of(
        revision("a1", {**PARTNER, CONTACT: "m", CONTACT + ".name": "Bo"}),
        revision("b1", {ROW: None}, {**ALL_CELLS, CONTACT: "a1", CONTACT + ".name": "a1"}),
        revision("c1", {CONTACT + ".name": "Bob"}, {CONTACT + ".name": "a1"}),
    )
    assert [field.path for field in state.conflicts] == [ROW]
    assert state.record.text(CONTACT + ".name") == "Bob"
    assert state.record.alive(CONTACT + ".name")


def test_a_removed_inner_row_stays_removed_when_the_outer_one_is_in_conflict():
    state = state_of(
        revision("a1", {**PARTNER, CONTACT: "m", CONTACT + ".name": "Bo"}),
        revision("b1", {ROW: None}, {**ALL_CELLS, CONTACT: "a1", CONTACT + ".name": "a1"}),
        revision("c1", {CONTACT: None}, {CONTACT: "a1", CONTACT + ".name": "a1"}),
        revision("d1", {ROW + ".name": "Ada B."}, {ROW + ".name": "a1"}),
    )
    assert state.record.alive(ROW + ".name")
    assert state.record.rows(ROW + ".contacts") == []


def test_an_edit_that_the_removal_of_its_own_row_had_seen_keeps_no_row_around_it():
    state = state_of(
        revision("a1", {**PARTNER, CONTACT: "m", CONTACT + ".name": "Bo"}),
        revision("b1", {ROW: None}, {**ALL_CELLS, CONTACT: "a1", CONTACT + ".name": "a1"}),
        revision("c1", {CONTACT + ".name": "Bob"}, {CONTACT + ".name": "a1"}),
        revision("c2", {CONTACT: None}, {CONTACT: "a1", CONTACT + ".name": "c1"}),
    )
    assert not state.conflicts
    assert state.record.rows("partners") == []


def test_cells_whose_row_has_not_arrived_yet_are_shown():
    state = state_of(revision("b1", {CONTACT + ".name": "Bob"}, {CONTACT + ".name": "a1"}))
    assert list(state.record.answers()) == [(CONTACT + ".name", "Bob")]


def deletion(name, seen, **more):
    return revision(name, {}, deletion={path: tuple(map(dot, names.split())) for path, names in seen.items()}, **more)


def test_a_deletion_that_saw_everything_hides_the_practice():
    state = state_of(revision("a1", {"title": "t"}), deletion("b1", {"title": "a1"}))
    assert state.hidden
    assert not state.deletion_conflict
    assert state.edits == {}


def test_a_deletion_never_hides_an_edit_it_had_not_seen():
    state = state_of(
        revision("a1", {"title": "t"}), deletion("b1", {"title": "a1"}), revision("c1", {"title": "C"}, {"title": "a1"})
    )
    assert not state.hidden
    assert state.deletion_conflict


def test_two_deletions_that_each_saw_half_hide_nothing():
    state = state_of(
        revision("a1", {"title": "t"}),
        revision("c1", {"place": "p"}),
        deletion("b1", {"title": "a1"}),
        deletion("d1", {"place": "c1"}),
    )
    assert state.deletion_conflict


def test_a_deletion_can_be_taken_back():
    state = state_of(
        revision("a1", {"title": "t"}), deletion("b1", {"title": "a1"}), revision("c1", {}, {DELETION: "b1"})
    )
    assert not state.hidden
    assert not state.deletions


def test_an_erased_value_is_gone_from_heads_and_bases_and_its_dot_still_replaces():
    erasing = revision("d1", {}, redaction=Redaction({dot("a1"): ("title",), dot("b1"): ("title",)}, "asked for"))
    state = state_of(
        revision("z1", {"title": "oldest"}),
        revision("a1", {"title": "t", "place": "p"}, {"title": "z1"}),
        revision("b1", {"title": "B"}, {"title": "a1"}),
        revision("c1", {"title": "C"}, {"title": "a1"}),
        erasing,
    )
    assert state.record.values == {"title": "C", "place": "p"}
    assert not state.conflicts


def test_copies_blanked_in_different_places_come_out_blanked_in_both():
    whole = revision("a1", {"title": "t", "place": "p", "need": "n"})
    state = state_of(whole, whole.redacted(("title",)), whole.redacted(("place",)))
    assert state.record.values == {"need": "n"}


def test_at_a_vector_stand_only_the_revisions_it_covers():
    revisions = [
        revision("a1", {"title": "1"}),
        revision("a2", {"title": "2"}, {"title": "a1"}),
        revision("b1", {"place": "p"}),
    ]
    assert [one.dot for one in at(revisions, {"a": 1})] == [dot("a1")]
    assert fold(at(revisions, {"a": 1}), FORM).record.values == {"title": "1"}
    assert fold(at(revisions, fold(revisions, FORM).vector), FORM) == fold(revisions, FORM)


def test_a_practice_knows_who_made_it_and_when():
    state = state_of(revision("b1", {"title": "1"}, time="2"), revision("a1", {"place": "2"}, time="1"))
    assert (state.created, state.updated, state.authors, state.revisions) == ("1", "2", ("A", "B"), 2)
    assert state.vector == {"a": 1, "b": 1}
    assert (state.practice, state.form, state.form_version) == ("p", "sample", "1")


def test_no_revisions_make_an_empty_practice():
    assert fold([], FORM).fields == {}


ITEMS = st.lists(st.sampled_from("abcdef"), unique=True).map(tuple)


@given(ITEMS, ITEMS, ITEMS)
def test_a_merged_set_holds_what_anybody_added_and_nothing_anybody_took_out(start, one, other):
    state = fold(
        [
            revision("a1", {"target": start}),
            revision("b1", {"target": one}, {"target": "a1"}),
            revision("c1", {"target": other}, {"target": "a1"}),
        ],
        FORM,
    )
    merged = set(state.record.get("target") or ())
    assert merged == (set(start) & set(one) & set(other)) | (set(one) - set(start)) | (set(other) - set(start))


def test_a_row_given_back_stays_while_others_that_were_removed_go():
    rows = [f"partners[{letter * 32}]" for letter in "abc"]
    state = state_of(
        revision("a1", {path: value for row in rows for path, value in ((row, "m"), (row + ".name", "Ada"))}),
        revision("b1", dict.fromkeys(rows), {path: "a1" for row in rows for path in (row, row + ".name")}),
        revision("c1", {rows[1]: "m"}, {rows[1]: "b1"}),
    )
    assert state.record.rows("partners") == [rows[1]]
    assert [path for path, _ in state.record.answers()] == [rows[1] + ".name"]
    assert sorted(state.fields) == sorted([*rows, rows[1] + ".name"])
    assert not state.conflicts


def test_a_row_edited_elsewhere_stays_while_others_removed_with_it_go():
    rows = [f"partners[{letter * 32}]" for letter in "abc"]
    state = state_of(
        revision("a1", {path: value for row in rows for path, value in ((row, "m"), (row + ".name", "Ada"))}),
        revision("b1", dict.fromkeys(rows), {path: "a1" for row in rows for path in (row, row + ".name")}),
        revision("c1", {rows[0] + ".name": "Bo"}, {rows[0] + ".name": "a1"}),
    )
    assert [field.path for field in state.conflicts] == [rows[0]]
    assert sorted(state.fields) == sorted([*rows, rows[0] + ".name"])
