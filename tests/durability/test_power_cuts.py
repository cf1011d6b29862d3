"""After a power cut at any moment, everything said to be saved is there and everything opens: 2 models, 200 cuts each a run."""

import pytest

from tests.support.durability.disk import MODELS
from tests.support.durability.operations import KEPT
from tests.support.durability.rounds import spread

SEED = 20261122
pytestmark = pytest.mark.timeout(
    900
)  # a busy machine is slow, and a server interrupted in a round would answer the next test wrongly
TIMES = 6  # an operation is recorded so often in a row


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("operation", "number"), spread(200, KEPT))
def test_a_power_cut_loses_nothing_that_was_saved(rounds, operation, number, model):
    tally = rounds.cuts(operation, TIMES, model, number, SEED)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])
    assert tally.acknowledged


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize(("operation", "number"), spread(20_000, KEPT))
def test_twenty_thousand_power_cuts_lose_nothing(rounds, operation, number, model):
    tally = rounds.cuts(operation, 4 * TIMES, model, number, SEED + 1)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("operation", ["careless save", "hasty save"])
def test_a_save_that_is_not_synced_is_caught(rounds, operation, model):
    broken = rounds.cuts(operation, TIMES, model, 40, SEED).broken
    assert any("lost" in each or "does not open" in each for each in broken)


@pytest.mark.parametrize("model", MODELS)
def test_a_file_that_is_written_in_place_is_caught(rounds, model):
    assert any("torn" in each for each in rounds.cuts("careless file", TIMES, model, 60, SEED).broken)
