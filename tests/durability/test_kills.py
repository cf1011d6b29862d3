"""A process that is killed, at any time and at any call, loses nothing it said was saved, and leaves nothing by half."""

import pytest

from tests.support.durability import protected
from tests.support.durability.operations import KEPT
from tests.support.durability.plan import BOTH, SHARE, spread

pytestmark = pytest.mark.timeout(900)  # a server interrupted in a round would answer the next test wrongly


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", KEPT)
def test_a_kill_loses_nothing_that_was_saved(rounds, verdict, operation, plan):
    tally = rounds.kills(operation, spread(plan.kills, KEPT)[operation], plan.seed)
    assert tally.acknowledged
    assert tally.killed > tally.rounds * 0.8
    verdict("kills in ten operations", tally, plan.seed)


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", protected.OPERATIONS)
def test_a_kill_loses_nothing_of_a_protected_catalogue_and_leaves_nothing_to_read(rounds, verdict, operation, plan):
    tally = rounds.kills(operation, spread(plan.protected, [*protected.OPERATIONS])[operation], plan.seed)
    assert tally.acknowledged
    verdict("kills in a protected catalogue", tally, plan.seed)


def test_saying_saved_before_it_is_saved_is_caught(rounds):
    assert any("lost" in each for each in rounds.kills("boastful save", 40, SHARE.seed).broken)
