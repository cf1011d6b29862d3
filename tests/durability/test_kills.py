"""A process that is killed loses nothing it said was saved, and leaves nothing by half: 200 kills a run, 10,000 with --all."""

import pytest

from tests.support.durability.operations import KEPT
from tests.support.durability.rounds import spread

SEED = 20261122
pytestmark = pytest.mark.timeout(
    900
)  # a busy machine is slow, and a server interrupted in a round would answer the next test wrongly


@pytest.mark.parametrize(("operation", "number"), spread(200, KEPT))
def test_a_kill_loses_nothing_that_was_saved(rounds, operation, number):
    tally = rounds.kills(operation, number, SEED)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])
    assert tally.acknowledged


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("operation", "number"), spread(10_000, KEPT))
def test_ten_thousand_kills_lose_nothing(rounds, operation, number):
    tally = rounds.kills(operation, number, SEED + 1)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])
