"""The start of the program, in a process of its own: what is loaded before the first paint, and that Qt's binding is sound."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
pytestmark = pytest.mark.gui

ENCRYPTION = ["sqlcipher3", "keyring", "msoffcrypto", "cryptography"]
# Together these take longer to load than Qt; the window must be there first.
HEAVY = ["pandas", "numpy", "docx", "openpyxl", "sqlalchemy", "pyxform", *ENCRYPTION]

# PySide6 6.12 drops a reference to None with every call that returns nothing, and one to True with every emit; before
# Python 3.12 the process then aborts, within seconds of ordinary use.
MANY_CALLS = """
from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QLabel

class Source(QObject):
    changed = Signal(bool)

application = QApplication([])
label, source, heard = QLabel(), Source(), []
source.changed.connect(heard.append)
for number in range(20_000):
    label.setText(str(number))
    label.parent()
    label.property("nothing")
for _ in range(5_000):
    source.changed.emit(True)
print(label.text(), len(heard))
"""

# Before Python 3.12 PySide6 6.11 reads memory that is none when an error the interpreter itself raises leaves a method that Qt calls.
ERROR_IN_WHAT_QT_CALLS = """
import seeddesk.gui.app
from PySide6.QtWidgets import QApplication, QWidget

class Faulty(QWidget):
    def resizeEvent(self, event):
        [][1]

application = QApplication([])
faulty = Faulty()
for does in (faulty.show, lambda: faulty.resize(300, 200), lambda: faulty.resize(310, 200)):
    try:
        does()
    except IndexError as error:
        print("told", "list index out of range" in str(error))
"""


def _python(*arguments: str, **environment: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "error", *arguments],
        capture_output=True,
        text=True,
        timeout=100,
        cwd=ROOT,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen", **environment},
        check=False,
    )


def test_the_window_paints_before_anything_heavy_is_loaded(tmp_path):
    run = _python(
        "-m", "seeddesk", SEEDDESK_EXIT_AFTER_FIRST_PAINT="1", SEEDDESK_CATALOGUE=str(tmp_path / "catalogue.sqlite")
    )
    assert run.returncode == 0, run.stderr
    assert run.stderr == ""
    said = json.loads(run.stdout)
    assert said["event"] == "first-paint"
    loaded = {name.split(".")[0] for name in said["modules"]}
    assert "PySide6" in loaded
    assert loaded & set(HEAVY) == set()


def test_no_source_is_read_and_kept_only_because_a_module_is_imported():
    """The binding looks for its own name in every module's text, unless it is kept from it."""
    run = _python(
        "-c", "import seeddesk.gui.app, sqlalchemy.engine, linecache; print(*linecache.cache)", PYTHONPATH=str(ROOT)
    )
    assert run.returncode == 0, run.stderr
    assert [name for name in run.stdout.split() if name.endswith(".py")] == []


def test_an_error_in_what_qt_calls_is_told_of_and_does_not_end_the_program():
    run = _python("-c", ERROR_IN_WHAT_QT_CALLS, PYTHONPATH=str(ROOT))
    assert run.returncode == 0, run.stderr[-2000:]
    assert run.stdout.splitlines() == ["told True"] * 3


def test_a_command_needs_no_window():
    show_modules = (
        "import json, sys; from seeddesk.__main__ import main; main(['--help']); print(json.dumps(sorted(sys.modules)))"
    )
    run = _python("-c", show_modules)
    assert run.returncode == 0, run.stderr
    loaded = {name.split(".")[0] for name in json.loads(run.stdout.strip().splitlines()[-1])}
    assert loaded & {*HEAVY, "PySide6"} == set()


def test_a_plain_catalogue_loads_nothing_of_what_encrypts(tmp_path):
    place = str(tmp_path / "c.seeddesk")
    work = (
        "import json, sys; from seeddesk.__main__ import main\n"
        f"for words in (['init'], ['new', 'title=Orto'], ['list', 'orto'], ['backup']): main(['--catalogue', {place!r}, *words])\n"
        "print(json.dumps(sorted(sys.modules)))"
    )
    run = _python("-c", work, SEEDDESK_AUTHOR="Ada")
    assert run.returncode == 0, run.stderr
    loaded = {name.split(".")[0] for name in json.loads(run.stdout.strip().splitlines()[-1])}
    assert "sqlalchemy" in loaded
    assert loaded & set(ENCRYPTION) == set()


def test_qt_survives_ten_thousands_of_calls_and_signals():
    run = _python("-c", MANY_CALLS)
    assert run.returncode == 0, run.stderr
    assert run.stdout.split() == ["19999", "5000"]
