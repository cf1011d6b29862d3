"""The main paths as a screen reader has them: first run, record, find and merge, by role and name, in a process of its own under Xvfb."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from seeddesk.services import exporting, recording

PYTHON = Path("/usr/bin/python3")  # the system's, which has the bindings of the accessibility bus
BUS = Path("/usr/libexec/at-spi2-registryd")
STEPS = ["first run", "record", "find", "merge", "what came back is found"]


@pytest.fixture
def reader() -> None:
    """Skips, with the reason, where a screen reader could not work."""
    for program in ("xvfb-run", "dbus-run-session"):
        if not shutil.which(program):
            pytest.skip(f"{program} is not on this machine")
    asked = [str(PYTHON), "-c", "import gi; gi.require_version('Atspi', '2.0')"]
    if not BUS.exists() or not PYTHON.exists() or subprocess.run(asked, capture_output=True, check=False).returncode:
        pytest.skip("the accessibility bus (at-spi2-core, gir1.2-atspi-2.0, python3-gi) is not on this machine")


@pytest.mark.gui
@pytest.mark.slow
@pytest.mark.timeout(600)
def test_the_main_paths_can_be_walked_by_role_and_name(reader, root, tmp_path, new_workspace):
    ws = new_workspace("Bea")
    practice, _ = recording.start(ws, {"title": "Orti di comunità", "country": "IT"})
    (dossier,) = exporting.export_dossiers(ws, [practice], tmp_path / "back", "it")
    home = tmp_path / "home"
    home.mkdir()
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24", "dbus-run-session", "--"]
    done = subprocess.run(
        [*screen, str(PYTHON), "tests/support/screen_reader.py", sys.executable, str(home), str(dossier)],
        cwd=root,
        env={**os.environ, "PYTHONPATH": ""},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-6000:]
    assert [line for line in done.stdout.splitlines() if line in STEPS] == STEPS
