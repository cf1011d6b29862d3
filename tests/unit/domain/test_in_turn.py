"""The order of revisions whose clocks were wrong."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.in_turn import in_turn
from seeddesk.domain.revision import Dot, Revision


def saved(device: str, counter: int, time: str, *seen: Dot) -> Revision:
    return Revision(Dot(device, counter), "p", device, time, "f", "1", {"title": "x"}, {"title": seen} if seen else {})


def order(*revisions: Revision) -> list[str]:
    return [str(one.dot) for one in in_turn(revisions)]


def test_without_anything_else_it_is_the_time():
    assert order(saved("b", 1, "2026"), saved("a", 1, "2025")) == ["a:1", "b:1"]


def test_a_clock_put_back_turns_nothing_round_on_one_device_nor_for_whoever_saw_it():
    assert order(saved("a", 2, "2026"), saved("a", 1, "2027"), saved("b", 1, "2025", Dot("a", 2))) == [
        "a:1",
        "a:2",
        "b:1",
    ]


def test_nothing_is_lost_where_revisions_claim_to_have_seen_one_another():
    assert sorted(order(saved("a", 1, "1", Dot("b", 1)), saved("b", 1, "2", Dot("a", 1)), saved("c", 1, "3"))) == [
        "a:1",
        "b:1",
        "c:1",
    ]


@given(st.lists(st.tuples(st.sampled_from("abc"), st.integers(0, 5)), max_size=12), st.randoms())
def test_no_revision_stands_before_what_it_has_seen(made, random):
    revisions: list[Revision] = []
    for device, time in made:
        seen = [one.dot for one in revisions if random.random() < 0.3]
        counter = 1 + sum(one.dot.device == device for one in revisions)
        revisions.append(saved(device, counter, str(time), *seen))
    found = in_turn(random.sample(revisions, len(revisions)))
    assert sorted(one.dot for one in found) == sorted(one.dot for one in revisions)
    for number, one in enumerate(found):
        before = {other.dot for other in found[:number]}
        assert {dot for dots in one.seen.values() for dot in dots} <= before
        assert one.dot.counter == 1 or Dot(one.dot.device, one.dot.counter - 1) in before
    if [time for _, time in made] == sorted(time for _, time in made):
        assert [one.time for one in found] == [one.time for one in revisions]
