"""Protecting, unprotecting and changing keys, killed at the calls that change the disk: old or new, whole, with no plain text left behind."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.support.durability.plan import BOTH, EVERY

recorder = pytest.importorskip("tests.support.durability.recorder")
ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.timeout(900)
@pytest.mark.parametrize("plan", BOTH)
@pytest.mark.parametrize("operation", ["protect", "unprotect", "rekey"])
def test_a_kill_while_the_key_changes_loses_nothing_and_leaves_nothing_plain(tmp_path, figures, operation, plan):
    if recorder.built() is None:
        pytest.skip("calls are only recorded on Linux, with a compiler")
    number = 0 if plan.keys == EVERY else plan.keys  # 0: at each call
    command = [
        sys.executable,
        "-m",
        "tests.support.protecting_rounds",
        str(tmp_path),
        operation,
        str(number),
        str(plan.seed),
    ]
    environment = {**os.environ, "LD_PRELOAD": str(recorder.built())}
    run = subprocess.run(command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, text=True, check=True)
    tally = json.loads(run.stdout)
    figures.tried("kills while a key changes", n=tally["rounds"], broken=len(tally["broken"]), seed=plan.seed)
    assert tally["broken"] == []
    assert tally["rounds"] >= min(number, tally["calls"])
