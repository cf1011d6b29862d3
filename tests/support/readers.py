"""A reader of the tests' own for the process that reads files from strangers: each name is a way to take too much."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

from seeddesk.exchange.child import Ask, end_when_large


def does(_ask: Ask) -> Callable[[Path], object]:
    """What a file's name says."""

    def one(path: Path) -> object:
        match path.name:
            case "pid":
                return os.getpid()
            case "sleep":
                time.sleep(10_000)  # no test waits for its end
            case "memory":
                return len(bytearray(500 << 20))
            case "disk":
                path.write_bytes(bytes(1 << 20))
            case "bug":
                return 1 // 0
            case "end":
                os._exit(0)
            case "watch":
                end_when_large(0)
        return path.name

    return one
