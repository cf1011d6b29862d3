"""From the start of the process to the first paint and to a list that can be searched, and the memory that takes."""

import atexit
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path

import pytest

from seeddesk.services import settings
from seeddesk.services.workspace import Workspace
from tests.benchmarks.bench import Row, benchmark, read
from tests.benchmarks.bench_scale import PRACTICES
from tests.support.many import fill

EMPTY_WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QMainWindow

class Window(QMainWindow):
    def paintEvent(self, event):
        super().paintEvent(event)
        print("first-paint", flush=True)
        QTimer.singleShot(0, QApplication.quit)

application = QApplication(sys.argv)
window = Window()
window.resize(1200, 800)
window.show()
application.exec()
"""


# The program as it is, which says when its list is shown and the search box takes keys, and what it holds then.
WINDOW = """
import sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from seeddesk.gui.app import Program
from seeddesk.gui.pages.page import Page

application = QApplication(sys.argv)
program = Program(application)
program.start()

def look():
    page = next(iter(program.window.findChildren(Page)), None)  # the catalogue's is the first there is
    if page is None or not page.isVisible() or not (page.model.rowCount() or (EMPTY and not page.empty.isHidden())):
        QTimer.singleShot(5, look)
        return
    print("usable", flush=True)
    QTimer.singleShot(SETTLED, rest)

def rest():
    pages = int(open("/proc/self/statm").read().split()[1])
    print("resident", pages * 4096 / 1e6, flush=True)
    program.window.close()
    application.quit()

QTimer.singleShot(0, look)
application.exec()
program.close()
"""
SETTLED = 3000  # ms until what is counted in the background has been counted


def _until(word: str, *command: str) -> float:
    """Milliseconds until the process says a word. Modules are compiled once for all of them, as in a program that is installed."""
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": _compiled()}
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True, env=environment) as process:
        for said in process.stdout or ():
            if word in said:
                elapsed = time.perf_counter() - start
                process.communicate()
                return elapsed * 1000
    raise RuntimeError(f"{command} ended without saying {word}")


@cache
def _compiled() -> str:
    folder = tempfile.TemporaryDirectory()
    atexit.register(folder.cleanup)
    return folder.name


def _resident(code: str) -> float:
    """Megabytes the window holds once it has settled."""
    done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
    return float(done.stdout.rpartition("resident")[2])


@contextmanager
def _alone(count: int) -> Iterator[None]:
    """A catalogue of so many practices, and settings, caches and backups that are nobody's."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        for name in ("XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_DATA_HOME"):
            patch.setenv(name, folder)
        patch.setenv("SEEDDESK_CATALOGUE", str(Path(folder) / "catalogue.seeddesk"))
        settings.change(author="Ada")
        with Workspace.create() as workspace:
            fill(workspace, count)
        yield


@benchmark
def start_to_first_paint() -> Row:
    """The window over a new catalogue, against an empty PySide6 window."""
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patch:
        patch.setenv("SEEDDESK_EXIT_AFTER_FIRST_PAINT", "1")
        patch.setenv("SEEDDESK_CATALOGUE", str(Path(folder) / "catalogue.sqlite"))
        return read(
            "start to first paint",
            lambda: _until("first-paint", "-m", "seeddesk"),
            lambda: _until("first-paint", "-c", EMPTY_WINDOW),
            peer_name="an empty PySide6 window",
            budget=1.3,
            unit="ms",
            rounds=11,
        )


@benchmark
def start_to_usable() -> Iterator[Row]:
    """The list shown and keys taken, against an empty PySide6 window; and what the window then holds, against 150 MB."""
    for count in sorted({0, 1_000, PRACTICES}):
        window = WINDOW.replace("EMPTY", str(count == 0))
        with _alone(count):
            yield read(
                f"start to usable, {count:,} practices",
                lambda: _until("usable", "-c", window.replace("SETTLED", "0")),  # noqa: B023 - called before the next turn
                lambda: _until("first-paint", "-c", EMPTY_WINDOW),
                peer_name="an empty PySide6 window",
                budget=2.5,
                unit="ms",
            )
            if sys.platform == "linux":
                held = _resident(window.replace("SETTLED", str(SETTLED)))
                yield Row(f"resident memory, {count:,} practices", held, 150, "the budget", 1.0, "MB")
