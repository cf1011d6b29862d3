"""A call that fails (open, write, truncate, sync, rename, unlink; once or from then on) loses nothing, and nothing is said to be saved that is not."""

import errno
import os
import random
import shutil
import subprocess
import sys
from contextlib import contextmanager

import pytest

from tests.support.durability import protected
from tests.support.durability.operations import KEPT, look
from tests.support.durability.plan import BOTH, EVERY, SHARE, spread
from tests.support.durability.rounds import FEW

pytestmark = pytest.mark.timeout(900)  # a server interrupted in a round would answer the next test wrongly


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", KEPT)
def test_a_call_that_fails_loses_nothing(rounds, verdict, operation, plan):
    tally = rounds.errors(operation, spread(plan.errors, KEPT)[operation], plan.seed)
    verdict("failing calls in ten operations", tally, plan.seed)


@pytest.mark.parametrize("plan", BOTH)
def test_a_call_that_fails_loses_nothing_in_a_folder_that_a_service_copies(rounds, verdict, plan):
    tally = rounds.errors("save", plan.protected, plan.seed, synced=True)
    verdict("failing calls in a folder that a service copies", tally, plan.seed)


def test_a_journal_that_cannot_be_removed_refuses_one_save_and_no_more(rounds, verdict):
    tally = rounds.errors("save", EVERY, SHARE.seed, synced=True, kinds="U")
    verdict("failing calls in a folder that a service copies", tally, SHARE.seed)


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", protected.OPERATIONS)
def test_a_call_that_fails_loses_nothing_of_a_protected_catalogue(rounds, verdict, operation, plan):
    tally = rounds.errors(operation, spread(plan.protected, [*protected.OPERATIONS])[operation], plan.seed)
    verdict("failing calls in a protected catalogue", tally, plan.seed)


def test_saying_saved_whatever_the_disk_says_is_caught(rounds):
    assert any("lost" in each for each in rounds.errors("boastful save", 40, SHARE.seed).broken)


@contextmanager
def _small_disk(folder, size):
    """A disk in memory; None where that is not allowed to whoever runs the tests."""
    command = ["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(folder)]
    allowed = sys.platform.startswith("linux") and os.geteuid() == 0
    folder.mkdir()
    if not allowed or subprocess.run(command, capture_output=True).returncode:
        folder.rmdir()
        yield None
        return
    try:
        yield folder
    finally:
        # Lazily: whoever looks through all files of a machine at this moment holds nobody up.
        subprocess.run(["umount", "--lazy", str(folder)], check=True)
        folder.rmdir()


SIZE = 4 << 20
ENOUGH = 200  # steps, in which every operation but the last three fills the disk by itself
FREE = {
    "restore": 600_000,
    "migrate": 200_000,
    "rebuild": 40_000,
    "merge": 200_000,
}  # bytes left to those; else some of a megabyte


@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", KEPT)
def test_a_full_disk_loses_nothing_and_work_goes_on_when_there_is_room(rounds, figures, operation, plan):
    dice, wrong = random.Random(f"{plan.seed} {operation}"), []
    number = spread(plan.full, KEPT)[operation]
    for _ in range(number):
        with _small_disk(rounds.folder / "disk", SIZE) as disk:
            calls = 0 if disk else rounds.calls(operation, "W", FEW)
            folder = rounds.fresh(operation, disk and disk / "catalogue")
            said = _fill(rounds, operation, folder, disk, dice, calls)
            refused = [at for at, line in enumerate(said) if "refused" in line]
            assert refused, "the disk never filled"
            # Where it is only as if, memory that processes share is refused its room too: SQLite takes that for an error of the disk.
            possible = {"disk-full", "file-not-written", *(() if disk else ("catalogue-io",))}
            assert {said[at]["refused"] for at in refused} <= possible
            if disk:  # judging needs a little room, too: what only reads makes shared memory beside a file
                subprocess.run(["mount", "-o", f"remount,size={4 * SIZE}", str(disk)], check=True)
            going_on = any("refused" not in line for line in said[refused[0] + 1 : -1])
            wrong += look(operation, folder, said).broken + ([] if going_on else ["work did not go on"])
            shutil.rmtree(folder)
    figures.tried("disks that fill up and are freed, in ten operations", n=number, broken=len(wrong), seed=plan.seed)
    assert not wrong


def _fill(rounds, operation, folder, disk, dice, calls):
    """One round on a disk that has little room, and more once it was full; where no disk can be made, one in which every write is refused as if,
    from one of those `calls` on."""
    if disk is None:
        return rounds.run(operation, folder, 8, fault=["W", dice.randrange(calls), errno.ENOSPC, True], relief="")
    used = sum(path.stat().st_blocks * 512 for path in folder.rglob("*") if path.is_file())
    room = FREE.get(operation) or dice.randrange(100_000, 1_200_000)
    ballast = disk / "ballast"
    ballast.write_bytes(bytes(SIZE - used - room))
    return rounds.run(operation, folder, ENOUGH, relief=str(ballast))
