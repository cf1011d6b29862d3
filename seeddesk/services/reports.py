"""A bug of ours becomes a report somebody can send: what happened where, and nothing that anybody recorded."""

from __future__ import annotations

import platform
import sys
import traceback
from datetime import datetime
from pathlib import Path

from seeddesk import __version__
from seeddesk.services import paths


def write_report(error: BaseException, doing: str) -> Path:
    """Write what is known of an error to a file among the logs. doing: in a word, what was going on. Raises StorageError."""
    from seeddesk.storage.files import write_atomic

    now = datetime.now()
    lines = [
        f"SeedDesk {__version__}",
        f"Python {sys.version.split()[0]} on {platform.platform()}",
        f"{now.isoformat(timespec='seconds')} · {doing}",
        "",
        # Frames and the error's name; not its words, which may quote what a person wrote.
        *(line.rstrip("\n") for line in traceback.format_tb(error.__traceback__)),
        type(error).__name__,
    ]
    path = paths.logs() / f"report-{now:%Y%m%d-%H%M%S}.txt"
    write_atomic(path, "\n".join(lines).encode())
    return path
