"""Which thread does what: whatever uses Qt is imported on the window's own, for two threads that name Qt's classes at once crash the program."""

import json
import os
import subprocess
import sys

import pytest

from .conftest import LONG

pytestmark = pytest.mark.gui
STARTED = """
import json, os, sys, threading
elsewhere = []
class Importing:
    def find_spec(name, path=None, target=None):
        if name.startswith(("PySide6", "shiboken6", "seeddesk.gui")) and threading.current_thread() is not threading.main_thread():
            elsewhere.append(name)
sys.meta_path.insert(0, Importing)
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from seeddesk.gui.app import Program
from seeddesk.gui.page_set import SOON
from seeddesk.services import settings
settings.change(author="Ada", lang="it", theme="light")
app = QApplication([])
program = Program(app)
program.start()
def look():
    if program.desk is not None and all(name in program.window.pages for name in SOON) and not program.runner.busy:
        print(json.dumps(elsewhere), flush=True)
        os._exit(0)
timer = QTimer(app, interval=20)
timer.timeout.connect(look)
timer.start()
app.exec()
"""


DECODED = """
import io, json
from PIL import Image
from PySide6 import QtCore, QtGui, QtWidgets
from seeddesk.gui.editor import media
picture = io.BytesIO()
Image.new("RGB", (3000, 2000), "red").save(picture, "JPEG")
known = {module: set(vars(module)) for module in (QtCore, QtGui, QtWidgets)}
assert media.image_of(picture.getvalue(), 200, 100, 90) is not None
print(json.dumps([name for module in known for name in vars(module).keys() - known[module]]))
"""


def said_by(root, folder, program: str) -> list[str]:
    """What a program in a process of its own prints: nothing of Qt is named there before."""
    places = ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME")
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=root,
        capture_output=True,
        text=True,
        timeout=LONG / 1000,
        env={
            **os.environ,
            **dict.fromkeys(places, str(folder)),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONPATH": str(root),
        },
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    return json.loads(done.stdout)


def test_what_uses_qt_is_imported_on_the_windows_thread_alone(root, tmp_path):
    assert said_by(root, tmp_path, STARTED) == []


def test_a_picture_is_decoded_without_naming_a_class_of_qt_for_the_first_time(root, tmp_path):
    """A working thread decodes it."""
    assert said_by(root, tmp_path, DECODED) == []
