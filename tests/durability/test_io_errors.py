"""A call that fails (open, write, truncate, sync, rename, unlink; once or from then on) loses nothing, and nothing is said to be saved that is not."""

import os
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.support.durability.operations import KEPT, broken
from tests.support.durability.rounds import spread

SEED = 20261122
pytestmark = pytest.mark.timeout(
    900
)  # a busy machine is slow, and a server interrupted in a round would answer the next test wrongly


@pytest.mark.parametrize(("operation", "number"), spread(60, KEPT))
def test_a_call_that_fails_loses_nothing(rounds, operation, number):
    tally = rounds.errors(operation, number, SEED)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])


@pytest.mark.slow
@pytest.mark.timeout(3600)
@pytest.mark.parametrize(("operation", "number"), spread(4000, KEPT))
def test_four_thousand_calls_that_fail_lose_nothing(rounds, operation, number):
    tally = rounds.errors(operation, number, SEED + 1)
    print(tally)
    assert not tally.broken, "\n".join([str(tally), *tally.broken[:5]])


@contextmanager
def _small_disk(folder, size):
    """A disk in memory of a few megabytes; needs root."""
    folder.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    if (
        not sys.platform.startswith("linux")
        or os.geteuid() != 0
        or subprocess.run(command, capture_output=True).returncode
    ):
        folder.rmdir()
        pytest.skip("a small disk can only be made by root, where mounting is allowed")
    try:
        yield folder
    finally:
        subprocess.run(["umount", str(folder)], check=True)
        folder.rmdir()


@pytest.mark.parametrize("operation", ["save", "autosave", "import", "attach", "export"])
def test_a_full_disk_loses_nothing_and_saving_goes_on_when_there_is_room(rounds, operation):
    with _small_disk(rounds.folder / "disk", "4m") as disk:
        folder = rounds.fresh(operation, disk / "catalogue")
        ballast = disk / "ballast"
        ballast.write_bytes(bytes(1_500_000))
        said = rounds.run(operation, folder, 200, relief=str(ballast))
        refused = [at for at, line in enumerate(said) if "refused" in line]
        assert refused, "the disk never filled"
        assert {said[at]["refused"] for at in refused} <= {"disk-full", "file-not-written"}
        assert any("refused" not in line for line in said[refused[0] + 1 : -1]), "saving did not go on"
        assert not list(broken(operation, folder, said))
