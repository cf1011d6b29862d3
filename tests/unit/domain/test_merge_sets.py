"""Sets, element by element: what several people put in, took out and put back."""

from dataclasses import replace

import pytest

from tests.unit.domain.samples import FIELDS, FORM, LISTS, dot, revision, state_of

MAIN_FIRST = replace(
    FORM,
    sections=tuple(
        replace(
            section,
            items=tuple(replace(each, main_first=True) if each.template == "target" else each for each in FIELDS),
        )
        for section in FORM.sections
    ),
    lists=LISTS,
)


def test_sets_merge_element_by_element():
    state = state_of(
        revision("a1", {"target": ("x", "y", "z")}),
        revision("b1", {"target": ("x", "z", "b")}, {"target": "a1"}),
        revision("c1", {"target": ("c", "x", "y")}, {"target": "a1"}),
    )
    assert state.record.get("target") == ("x", "b", "c")
    assert not state.conflicts
    assert state.seen["target"] == (dot("b1"), dot("c1"))


def test_sets_without_a_common_start_are_united_and_an_emptied_one_takes_out_what_it_held():
    assert state_of(revision("b1", {"target": ("x",)}), revision("c1", {"target": ("y",)})).record.get("target") == (
        "x",
        "y",
    )
    emptied = state_of(
        revision("a1", {"target": ("x",)}),
        revision("b1", {"target": None}, {"target": "a1"}),
        revision("c1", {"target": ("x", "y")}, {"target": "a1"}),
    )
    assert emptied.record.get("target") == ("y",)


def test_what_somebody_takes_out_of_a_set_and_puts_back_stays_though_another_took_it_out_meanwhile():
    """Whoever took it out had not seen that it was put back; an element nobody put back goes, also beside one that was."""
    state = state_of(
        revision("a1", {"target": ("x", "y", "z")}),
        revision("b1", {"target": ("z",)}, {"target": "a1"}),
        revision("c1", {"target": ("y", "z")}, {"target": "a1"}),
        revision("c2", {"target": ("x", "y", "z")}, {"target": "c1"}),
    )
    assert state.record.get("target") == ("x", "z")


def test_an_element_that_two_took_out_and_one_only_saw_again_in_a_merged_set_is_not_put_back():
    state = state_of(
        revision("a1", {"target": ("x", "y")}),
        revision("b1", {"target": ("x", "y", "b")}, {"target": "a1"}),
        revision("c1", {"target": ("x", "y", "c")}, {"target": "a1"}),
        revision("d1", {"target": ("x", "y", "b", "c", "d")}, {"target": "b1 c1"}),
        revision("e1", {"target": ("y", "b", "c")}, {"target": "b1 c1"}),
    )
    assert state.record.get("target") == ("y", "b", "c", "d")


def test_a_set_and_a_text_that_is_none_are_a_conflict():
    assert state_of(revision("b1", {"target": ("x",)}), revision("c1", {"target": "tutti"})).conflicts


@pytest.mark.parametrize(
    ("before", "one", "other", "merged"),
    [
        (("x", "y"), ("y", "x"), ("x", "y", "z"), ("y", "x", "z")),
        (("x", "y"), ("y",), ("x", "y", "z"), ("y", "z")),
        (("x", "y"), ("y", "x"), ("y", "z"), ("y", "z")),
        (("x",), None, ("x", "y"), ("y",)),
        (None, ("x",), ("x", "y"), ("x", "y")),
    ],
)
def test_the_main_one_of_a_set_is_the_one_that_somebody_made_it(before, one, other, merged):
    start = [revision("a1", {"target": before})] if before else []
    seen = {"target": "a1"} if before else {}
    for first, second in ((one, other), (other, one)):
        state = state_of(
            *start, revision("b1", {"target": first}, seen), revision("c1", {"target": second}, seen), form=MAIN_FIRST
        )
        assert state.record.get("target") == merged
        assert not state.conflicts


@pytest.mark.parametrize(
    ("before", "one", "other"),
    [
        (("x", "y", "z"), ("y", "x", "z"), ("z", "x", "y")),
        (None, ("x",), ("y",)),
        (("x", "y"), ("y", "x"), ("x",)),
    ],
)
def test_two_main_ones_and_one_that_was_taken_out_meanwhile_are_a_conflict(before, one, other):
    start = [revision("a1", {"target": before})] if before else []
    seen = {"target": "a1"} if before else {}
    state = state_of(
        *start, revision("b1", {"target": one}, seen), revision("c1", {"target": other}, seen), form=MAIN_FIRST
    )
    assert [conflict.path for conflict in state.conflicts] == ["target"]
