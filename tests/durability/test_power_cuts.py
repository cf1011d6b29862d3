"""After a power cut at any moment, everything said to be saved is there and everything opens, in two models of what a disk keeps."""

import pytest

from tests.support.durability import protected
from tests.support.durability.disk import MODELS
from tests.support.durability.operations import KEPT
from tests.support.durability.plan import BOTH, SHARE, spread

pytestmark = pytest.mark.timeout(900)  # a server interrupted in a round would answer the next test wrongly
TIMES = 6  # an operation is recorded so often in a row
SEED = SHARE.seed
SYNCED = ("save", "import", "restore")  # there without a write-ahead log


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("operation", KEPT)
def test_a_power_cut_loses_nothing_that_was_saved(rounds, verdict, operation, model, plan):
    tally = rounds.cuts(operation, TIMES, model, spread(plan.cuts, KEPT)[operation], plan.seed)
    assert tally.acknowledged
    verdict(f"power cuts in ten operations, model {model}", tally, plan.seed)


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("operation", SYNCED)
def test_a_power_cut_loses_nothing_in_a_folder_that_a_service_copies(rounds, verdict, operation, model, plan):
    tally = rounds.cuts(operation, TIMES, model, spread(plan.protected, SYNCED)[operation], plan.seed, synced=True)
    assert tally.acknowledged
    verdict(f"power cuts in a folder that a service copies, model {model}", tally, plan.seed)


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("operation", protected.OPERATIONS)
def test_a_power_cut_loses_nothing_of_a_protected_catalogue(rounds, verdict, operation, model, plan):
    number = spread(plan.protected, [*protected.OPERATIONS])[operation]
    tally = rounds.cuts(operation, TIMES, model, number, plan.seed)
    assert tally.acknowledged
    verdict(f"power cuts in a protected catalogue, model {model}", tally, plan.seed)


@pytest.mark.parametrize("model", MODELS)
@pytest.mark.parametrize("operation", ["careless save", "hasty save"])
def test_a_save_that_is_not_synced_is_caught(rounds, operation, model):
    broken = rounds.cuts(operation, TIMES, model, 40, SEED).broken
    assert any("lost" in each or "does not open" in each for each in broken)


@pytest.mark.parametrize("model", MODELS)
def test_a_file_that_is_written_in_place_is_caught(rounds, model):
    assert any("torn" in each for each in rounds.cuts("careless file", TIMES, model, 60, SEED).broken)
