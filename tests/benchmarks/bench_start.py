"""From the start of the process to the first paint."""

import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from tests.benchmarks.bench import Row, benchmark, read

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


def _until_first_paint(*command: str) -> float:
    """Milliseconds until the process says that it has painted."""
    start = time.perf_counter()
    with subprocess.Popen([sys.executable, *command], stdout=subprocess.PIPE, text=True) as process:
        for said in process.stdout or ():
            if "first-paint" in said:
                elapsed = time.perf_counter() - start
                process.communicate()
                return elapsed * 1000
    raise RuntimeError(f"{command} ended without a first paint")


@benchmark
def start_to_first_paint() -> Row:
    """The window over a new catalogue, against an empty PySide6 window."""
    os.environ["SEEDDESK_EXIT_AFTER_FIRST_PAINT"] = "1"
    with tempfile.TemporaryDirectory() as folder:
        os.environ["SEEDDESK_CATALOGUE"] = str(Path(folder) / "catalogue.sqlite")
        return read(
            "start to first paint",
            lambda: _until_first_paint("-m", "seeddesk"),
            lambda: _until_first_paint("-c", EMPTY_WINDOW),
            peer_name="an empty PySide6 window",
            budget=1.3,
            unit="ms",
            rounds=11,
        )
