"""What the process holds of the machine's memory without needing it."""

from __future__ import annotations

import ctypes
import sys


def give_back() -> None:
    """Return what was freed to the system. glibc keeps it for the next time, and reading a form or a catalogue's lists frees tens of megabytes
    that are not needed again; other systems do this by themselves."""
    if sys.platform == "linux":
        trim = getattr(ctypes.CDLL(None), "malloc_trim", None)  # musl has none, and keeps nothing
        if trim is not None:
            trim(0)
