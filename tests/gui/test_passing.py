"""What is opened with another program, or pasted, leaves nothing to read when the program has ended, however it ended."""

import os
import shutil
import subprocess
import sys

import pytest

from seeddesk.gui import passing

pytestmark = pytest.mark.gui
OPENING = """
import os, sys
from PySide6.QtGui import QDesktopServices, QGuiApplication
from seeddesk.gui.editor import media

app = QGuiApplication([])
shown = []
QDesktopServices.openUrl = lambda url: shown.append(url.toLocalFile())
media.open_bytes(b"zibellino", "../verbale.txt")
media.open_bytes(b"zibellino", "verbale.txt")
print(len({path for path in shown if open(path, "rb").read() == b"zibellino"}), flush=True)
if len(sys.argv) > 1:
    sys.stdin.readline()
    os._exit(9)
"""


def program(root, folder, *words):
    environment = {**os.environ, "TMPDIR": str(folder), "TEMP": str(folder), "QT_QPA_PLATFORM": "offscreen"}
    pipe = subprocess.PIPE
    return subprocess.Popen([sys.executable, "-c", OPENING, *words], cwd=root, env=environment, stdin=pipe, stdout=pipe)


def test_a_copy_for_another_program_goes_with_ours_and_what_a_killed_one_left_with_the_next(root, tmp_path):
    killed = program(root, tmp_path, "killed")
    assert killed.stdout.readline() == b"2\n"
    used = list(tmp_path.glob("seeddesk-*"))
    with program(root, tmp_path) as other:
        assert other.communicate()[0] == b"2\n"
    assert list(tmp_path.glob("seeddesk-*")) == used  # while it runs, its copies are its own
    assert len(list(used[0].rglob("verbale.txt"))) == 2
    killed.communicate(b"\n")
    assert killed.returncode == 9
    assert list(tmp_path.glob("seeddesk-*")) == used
    with program(root, tmp_path) as other:
        assert other.communicate()[0] == b"2\n"
    assert list(tmp_path.glob("seeddesk-*")) == []


def test_what_is_pasted_has_a_folder_though_somebody_tidied_up_temporary_files():
    shutil.rmtree(passing.new_folder().parent)
    assert passing.new_folder().is_dir()
