"""What tests say was tried is added up and printed at the end of a run, whichever worker ran them."""

import os
import subprocess
import sys

import pytest

TESTS = """
from tests.support.figures import figures, pytest_terminal_summary
import pytest

@pytest.mark.parametrize("number", range(4))
def test_something(figures, number):
    figures.tried("falls", n=500, broken=0, seed=7, seconds=1.0)
    figures.measured("getting up", [0.1 * (number + 1)])

def test_something_else(figures):
    figures.tried("dives", n=10, broken=2, different=9)
    assert False
"""


@pytest.mark.parametrize("workers", ["0", "2"])
def test_what_was_tried_is_printed_once_for_all_tests_and_workers(tmp_path, root, workers):
    if workers != "0":
        pytest.importorskip("xdist")
    (tmp_path / "test_it.py").write_text(TESTS)
    (tmp_path / "conftest.py").write_text("from tests.support.figures import figures, pytest_terminal_summary\n")
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "--rootdir", tmp_path, tmp_path]
    command += ["-n", workers] if workers != "0" else []
    environment = {**os.environ, "PYTHONPATH": str(root)}
    out = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True).stdout
    lines = [line for line in out.splitlines() if ", commit " in line or "worst" in line]
    assert [line.partition(", commit ")[0] for line in lines] == [
        "2 of 10 dives, 9 of them different",
        "0 of 2,000 falls, seed 7",
        "getting up: median 0.25 s, worst 0.4 s, 4 times",
    ]
    assert lines[1].endswith(", below 0.15 % (95 %), 4 s")
    assert "below" not in lines[0]
