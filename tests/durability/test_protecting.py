"""Protecting, unprotecting and changing keys, killed at the calls that change the disk: old or new, whole, with no plain text left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

recorder = pytest.importorskip("tests.support.durability.recorder")
ROOT = Path(__file__).resolve().parents[2]
SEED = 20261122


def _rounds(folder, operation, number):
    """number: calls to be killed at, 0 for each one."""
    if recorder.built() is None:
        pytest.skip("calls are only recorded on Linux, with a compiler")
    command = [sys.executable, "-m", "tests.support.protecting_rounds", str(folder), operation, str(number), str(SEED)]
    environment = {**os.environ, "LD_PRELOAD": str(recorder.built())}
    run = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    tally = json.loads(run.stdout)
    print(f"{operation}: {len(tally['broken'])} of {tally['rounds']} broken, {tally['calls']} calls, seed {SEED}")
    assert tally["broken"] == []
    assert tally["rounds"] >= min(number, tally["calls"])


@pytest.mark.timeout(300)
@pytest.mark.parametrize("operation", ["protect", "unprotect", "rekey"])
def test_a_kill_while_the_key_changes_loses_nothing_and_leaves_nothing_plain(tmp_path, operation):
    _rounds(tmp_path, operation, 20)


@pytest.mark.slow
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("operation", ["protect", "unprotect", "rekey"])
def test_a_kill_at_any_call_while_the_key_changes_loses_nothing(tmp_path, operation):
    _rounds(tmp_path, operation, 0)
