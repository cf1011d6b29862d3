"""Whatever several people do, in whatever order it travels: the same everywhere, and nothing anybody wrote is lost."""

import random
from collections import Counter
from unittest.mock import patch

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeddesk.domain import heads, merge
from seeddesk.domain.heads import FieldState, Status
from seeddesk.domain.paths import is_row
from tests.unit.domain.histories import Broken, History

STEPS = 25


def run(seed, **more):
    """One history; what breaks is named with its seed."""
    try:
        return History(random.Random(seed), **more).run(STEPS)
    except Broken as broken:
        raise Broken(f"seed {seed}, {STEPS} steps: {broken}") from broken


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.randoms(use_true_random=False), st.integers(3, 20))
def test_nothing_is_lost_and_all_converge_in_histories_hypothesis_makes(choice, steps):
    History(choice).run(steps)


def test_nothing_is_lost_and_all_converge_in_thousands_of_histories(figures):
    met = Counter()
    seeds = (*range(2500), 52151)  # the last one: put back here, taken out there
    for seed in seeds:
        state = run(seed)
        met["hidden"] += state.hidden
        met["deleted here, edited there"] += state.deletion_conflict
        for field in state.fields.values():
            met["row" if is_row(field.path) else "field", field.status] += len(field.heads) > 1 or is_row(field.path)
        met["rows in rows"] += any(path.count("[") == 2 for path in state.fields)
    figures.tried("merge histories", n=len(seeds), seed="0 to 2499 and 52151")
    # The histories reach every situation the rules speak of; without this a checker that sees nothing would pass.
    situations = ["hidden", "deleted here, edited there", "rows in rows", ("row", Status.CONFLICT)]
    situations += [("field", status) for status in Status]
    assert min(met[situation] for situation in situations) > 50, met


@pytest.mark.slow
@pytest.mark.timeout(3600)
def test_nothing_is_lost_and_all_converge_in_many_thousands_of_histories(figures):
    for seed in range(10_000, 110_000):
        run(seed)
    figures.tried("merge histories", n=100_000, seed="10000 to 109999")


def caught(**more):
    """How many histories the checker finds broken, up to 5; it is shown 3,000 at most."""
    found = 0
    for seed in range(3000):
        try:
            run(seed, **more)
        except Broken:
            found += 1
            if found == 5:
                break
    return found


def last_writer_wins(path, these, field, log, depth):
    last = max(these, key=lambda one: (one.time, one.dot))
    return FieldState(path, (last,), Status.VALUE, last.value, shown=(last.dot,))


def clock_decides(setting, gone):
    return [max(setting, key=lambda one: (one.time, one.dot))]


def merges_by_joining(base, versions):
    return versions[0]


def shows_what_it_does_not_show(state):
    return state.heads


def hides_by_any_deletion(log, states, taken_back, edits):
    state = PRACTICE(log, states, taken_back, edits)
    return merge.PracticeState(**{**vars(state), "hidden": bool(state.deletions), "deletion_conflict": False})


def removes_rows_at_any_price(live, removals):
    for row in removals:
        if any(one.set[row] is None for one in live.get(row, ())):
            for path in [path for path in live if path.startswith(row + ".")]:
                del live[path]
    return {}


def shows_groups_apart(states, form):
    for path, state in states.items():
        if state.status is Status.CONFLICT and path.endswith("currency"):
            states[path] = state._replace(value=state.heads[-1].value)


PRACTICE = merge._practice

MUTANTS = {
    "last writer wins": (merge, "combine", last_writer_wins),
    "the clock decides": (merge, "_heads", clock_decides),
    "opening counts as having seen what was not displayed": (
        merge.PracticeState,
        "seen",
        property(shows_what_it_does_not_show),
    ),
    "a deletion hides everything": (merge, "_practice", hides_by_any_deletion),
    "a removed row takes unseen edits along": (merge, "_settle_rows", removes_rows_at_any_price),
    "the displayed amount is one person's, the currency another's": (
        merge,
        "_show_groups_together",
        shows_groups_apart,
    ),
    "sets do not merge": (heads, "_merge_sets", lambda base, versions, put_back: versions[0]),
    "one version stands for all": (heads, "merge_sentences", merges_by_joining),
}


@pytest.mark.parametrize("mutant", list(MUTANTS))
def test_the_checker_catches_a_merge_where(mutant):
    where, name, replacement = MUTANTS[mutant]
    with patch.object(where, name, replacement):
        assert caught() == 5


def test_the_checker_catches_seen_taken_at_save():
    assert caught(seen_at_save=True) == 5
