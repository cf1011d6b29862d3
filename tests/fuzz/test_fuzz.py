"""Files that are nearly right, by the thousand, guided by what of our code they reach: none may break a reader, hang it, or make it reach out.

A minute, then ten, for each of four readers with --all. An input that breaks one is printed as the file it is in, to be kept in tests/data/found.
"""

from __future__ import annotations

import importlib.util
import subprocess
import sys

import pytest

pytestmark = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is not made for this system"
)
NAMES = ("dossiers", "tables", "forms", "texts")


def fuzz(name: str, seconds: int, folder, root) -> None:
    command = [sys.executable, "-m", "tests.fuzz", name, str(seconds), str(folder)]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=seconds + 240)
    said = [line for line in done.stderr.splitlines() if not line.startswith(("#", "INFO"))]
    assert done.returncode == 0, "\n".join([*map(str, folder.iterdir()), *said[-40:]])
    print(*[line for line in said if "seed" in line or "Done" in line], sep="\n")


@pytest.mark.slow
@pytest.mark.timeout(400)
@pytest.mark.parametrize("name", NAMES)
def test_a_minute_of_odd_files_breaks_nothing(name, tmp_path, root):
    fuzz(name, 60, tmp_path, root)


@pytest.mark.slow
@pytest.mark.timeout(1000)
@pytest.mark.parametrize("name", NAMES)
def test_ten_minutes_of_odd_files_break_nothing(name, tmp_path, root):
    fuzz(name, 600, tmp_path, root)
