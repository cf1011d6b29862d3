"""An import that several processes list is killed, or they are: all of it or nothing is there, and no process goes on for nobody."""

import contextlib
import os
import random
import shlex
import shutil
import signal
import subprocess
import sys
import threading
import time
from itertools import islice
from pathlib import Path

import pytest

from tests.support import blocks
from tests.support.durability.operations import look
from tests.support.durability.plan import BOTH
from tests.support.durability.rounds import CHANGING
from tests.support.durability.scene import PRACTICES, at_home, workspace

pytestmark = pytest.mark.timeout(900)
OPERATION = "take in"
PATIENCE = 120  # seconds in which a process is through with its block, however busy the machine


def _beside(folder):
    """The processes beside an operation in a folder, and with them whatever else it started; not what this process started itself."""
    found, ours = [], f"PPid:\t{os.getpid()}\n"
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if (
                str(folder).encode() in (process / "environ").read_bytes()
                and ours not in (process / "status").read_text()
            ):
                found.append((int(process.name), (process / "cmdline").read_bytes()))
        except OSError:  # it has just ended, or is somebody else's
            continue
    return [number for number, command in found if b"spawn_main" in command], [number for number, _ in found]


def _left_working(folder):
    end = time.monotonic() + PATIENCE
    while (left := _beside(folder)[1]) and time.monotonic() < end:
        time.sleep(0.05)
    return [f"still at work: {left}"] if left else []


def _judged(folder, said):
    """What does not hold: all that came is there, or nothing."""
    found = _left_working(folder) + look(OPERATION, folder, said).broken
    with at_home(folder), workspace(folder) as ws, ws.catalogue.read() as view:
        came = sum(1 for _ in view.all_revisions()) - PRACTICES - 1  # `look` saves once
    taken = any("taken" in line for line in said)
    if came not in ((blocks.MADE,) if taken else (0, blocks.MADE)):
        found.append(f"{came} of {blocks.MADE} revisions are there")
    shutil.rmtree(folder)
    return found


@pytest.fixture(scope="module")
def whole_run(rounds):
    """Seconds an import takes here, and the calls it makes that change the disk."""
    folder = rounds.fresh(OPERATION)
    started = time.monotonic()
    said = rounds.run(OPERATION, folder, 1, fault=[CHANGING, -1, 0, False])
    spent = time.monotonic() - started
    assert _left_working(folder) == []
    shutil.rmtree(folder)
    return spent, said[-1]["count"]


@pytest.mark.parametrize("plan", BOTH)
def test_an_import_that_is_killed_is_there_whole_or_not_at_all_and_nobody_works_on(rounds, whole_run, figures, plan):
    dice, wrong, killed = random.Random(plan.seed), [], 0
    seconds, calls = whole_run
    for number in range(plan.beside):
        how = (
            {"kill_after": dice.uniform(0, seconds)}
            if number % 3
            else {"fault": [CHANGING, dice.randrange(calls), dice.choice((0, -1)), False]}
        )
        folder = rounds.fresh(OPERATION)
        said = rounds.run(OPERATION, folder, 1, **how)
        killed += not said or "count" not in said[-1]
        wrong += [f"{how}: {each}" for each in _judged(folder, said)]
    figures.tried("kills of an import that several processes list", n=plan.beside, broken=len(wrong), seed=plan.seed)
    assert not wrong
    assert killed


@pytest.mark.parametrize("plan", BOTH)
def test_an_import_goes_on_without_the_processes_that_were_killed_beside_it(rounds, whole_run, figures, plan):
    dice, wrong, killed = random.Random(plan.seed), [], []
    seconds, _ = whole_run
    for number in range(2 * plan.beside):
        if number >= plan.beside and killed:
            break
        # A machine that was busier when it was measured may be through by then: where none was met, they are met as soon as they are there.
        wait = dice.uniform(0, seconds / 3) if number < plan.beside else 0
        folder, both = rounds.fresh(OPERATION), number % 3 == 0
        hunter = threading.Thread(target=_hunt, args=(folder, both, wait, killed))
        hunter.start()
        said = rounds.run(OPERATION, folder, 1)
        hunter.join()
        found = _judged(folder, said)
        if not any("taken" in line for line in said):
            found.append(f"the import did not end: {said}")
        wrong += [f"after {wait:.2f} s, both: {both}: {each}" for each in found]
    figures.tried("kills of processes that list an import", n=plan.beside, broken=len(wrong), seed=plan.seed)
    assert not wrong
    assert killed


def _hunt(folder, both, wait, killed):
    """Kill one of the processes beside an import, or all, some time after they came up."""
    end = time.monotonic() + PATIENCE
    while len(_beside(folder)[0]) < 2 and time.monotonic() < end:
        time.sleep(0.01)
    time.sleep(wait)
    for number in _beside(folder)[0][: None if both else 1]:
        with contextlib.suppress(ProcessLookupError):  # it was through
            os.kill(number, signal.SIGKILL)
            killed.append(number)


def test_half_of_an_import_and_a_process_that_is_left_are_caught(rounds, monkeypatch):
    folder = rounds.fresh("save")
    with at_home(folder), workspace(folder) as ws, ws.catalogue.write() as tx:
        tx.append(list(islice(blocks.revisions(ws.form), 50)))
    # Started by one that is gone, as the processes beside an import that was killed.
    command = f"XDG_DATA_HOME={shlex.quote(str(folder / 'home'))} sleep 600 >&- 2>&- & echo $!"
    left = subprocess.run(["sh", "-c", command], stdout=subprocess.PIPE, text=True, check=True).stdout.strip()
    end = time.monotonic() + PATIENCE
    while not _beside(folder)[1] and time.monotonic() < end:  # the system shows what it was started with a little later
        time.sleep(0.01)
    monkeypatch.setattr(sys.modules[__name__], "PATIENCE", 0)
    try:
        found = _judged(folder, [{"taken": blocks.MADE}])
    finally:
        os.kill(int(left), signal.SIGKILL)
    assert found == [f"still at work: [{left}]", f"50 of {blocks.MADE} revisions are there"]
