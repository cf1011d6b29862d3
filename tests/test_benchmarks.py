"""The measuring itself: turn by turn, medians, and a budget that is held against the right number."""

from tests.benchmarks.__main__ import line
from tests.benchmarks.bench import Row, compare, read


def test_ours_and_the_peer_take_turns_and_one_slow_round_does_not_count():
    order, readings = [], iter([2.0, 2.0, 900.0, 2.0, 2.0])

    def ours() -> float:
        order.append("ours")
        return next(readings)

    def peer() -> float:
        order.append("peer")
        return 4.0

    row = read("x", ours, peer, peer_name="y", budget=0.6, unit="ms", rounds=5)
    assert row.result == 0.5
    assert row.within
    assert order[:4] == ["peer", "ours", "ours", "peer"]


def test_what_does_more_work_has_the_larger_ratio():
    row = compare("x", lambda: sum(range(200_000)), lambda: sum(range(1_000)), peer_name="y", budget=1, rounds=5)
    assert row.result > 5
    assert not row.within
    assert line(row).endswith("over")


def test_a_difference_is_held_against_its_budget_in_its_unit():
    row = Row("memory", ours=70, peer=40, peer_name="bare", budget=40, unit="MB", difference=True)
    assert row.result == 30
    assert row.within
    assert "x" not in line(row)
