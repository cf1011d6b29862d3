"""Building `recorder.c`, and arming it from inside the process it was loaded into."""

from __future__ import annotations

import ctypes
import hashlib
import shutil
import subprocess
import sys
from pathlib import Path

SOURCE = Path(__file__).with_name("recorder.c")
TOOLS = Path(__file__).resolve().parents[3] / ".tools"


def built() -> Path | None:
    """The shared object, compiled when it is not there; None on other systems and without a compiler that works."""
    compiler = shutil.which("gcc") or shutil.which("cc")
    if not sys.platform.startswith("linux") or compiler is None:
        return None
    target = TOOLS / f"recorder-{hashlib.sha256(SOURCE.read_bytes()).hexdigest()[:16]}.so"
    if not target.exists():
        target.parent.mkdir(exist_ok=True)
        part = target.with_suffix(".part")
        command = [compiler, "-shared", "-fPIC", "-O2", "-o", str(part), str(SOURCE), "-ldl", "-lpthread"]
        if subprocess.run(command, check=False).returncode:
            return None
        part.replace(target)
    return target


class Recorder:
    """The functions of the recorder in this process, which was started with it."""

    def __init__(self) -> None:
        self._calls = ctypes.CDLL(None)
        self._calls.recorder_fault.argtypes = [ctypes.c_char_p, ctypes.c_long, ctypes.c_int, ctypes.c_int]
        self._calls.recorder_count.restype = ctypes.c_long

    def watch(self, folder: str, log: str = "") -> None:
        """Watch a folder, noting every change in a log, which must lie elsewhere."""
        self._calls.recorder_watch(folder.encode(), log.encode())

    def note(self, text: bytes) -> None:
        """Put a line among the notes."""
        self._calls.recorder_note(text)

    def fault(self, kinds: str, after: int, error: int, again: bool) -> None:
        """Let a call go wrong: see recorder.c."""
        self._calls.recorder_fault(kinds.encode(), after, error, again)

    @property
    def count(self) -> int:
        """Calls of the kinds `fault` named, since then."""
        return int(self._calls.recorder_count())
