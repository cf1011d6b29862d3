#!/usr/bin/env python3
"""Pictures of every page: light and dark, Italian and English, 1280x800 and 1920x1080, empty and with practices.

``python build/shots.py OUT [TABLE MAP]``: TABLE is a .csv of practices to fill the catalogue with, MAP as for ``seeddesk import --map``.
Runs offscreen unless QT_QPA_PLATFORM says otherwise, with a home of its own that is thrown away.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))
LOOKS = (("light", "it"), ("dark", "it"), ("light", "en"), ("contrast", "it"))
SIZES = ((1280, 800), (1920, 1080))

if TYPE_CHECKING:
    from seeddesk.gui.app import Program


def own_home(folder: Path) -> None:
    """Everything the program keeps goes into a folder of its own."""
    for name in ("HOME", "USERPROFILE", "APPDATA", "LOCALAPPDATA"):
        os.environ[name] = str(folder)
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder / name.lower())


def wait(milliseconds: int) -> None:
    """Let the window work."""
    from PySide6.QtCore import QEventLoop, QTimer

    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()


def until(holds: Callable[[], object]) -> None:
    """Wait for something, a minute at most."""
    end = time.monotonic() + 60
    while not holds():
        if time.monotonic() > end:
            raise SystemExit("The window did not get there in a minute.")
        wait(50)


def shoot(program: Program, out: Path, name: str) -> None:
    """One picture at each size."""
    for width, height in SIZES:
        program.window.resize(width, height)
        wait(700)
        program.window.grab().save(str(out / f"{name}-{width}.png"))


def pages(program: Program, out: Path, tag: str) -> None:
    """Every page as it is now."""
    window: Any = program.window
    until(lambda: window.pages)
    wait(1500)
    shoot(program, out, f"catalogue-{tag}")
    practice = window.pages["catalogue"]._current()
    window.show_page("practice", practice or "new")
    wait(1500)
    for number in (0, 1, 2):
        window.pages["practice"].editor.show_section(number)
        shoot(program, out, f"practice{number}-{tag}")
    window.show_page("merge")
    shoot(program, out, f"merge-{tag}")
    for tab in ("general", "forms"):
        window.show_page("settings", tab)
        wait(500)
        shoot(program, out, f"settings-{tab}-{tag}")


def main() -> int:
    """Make all pictures; returns the exit code."""
    if len(sys.argv) not in (2, 4):
        print(__doc__)
        return 2
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    out = Path(sys.argv[1])
    out.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        own_home(Path(folder))
        from PySide6.QtWidgets import QApplication

        from seeddesk.gui.app import Program
        from seeddesk.services import merging, settings
        from seeddesk.services.workspace import Workspace

        app = QApplication([])
        first = Program(app)
        first.start()
        until(lambda: hasattr(first.window, "first_run"))
        shoot(first, out, "first-run")
        first.window.close()
        first.close()
        for filled in (False, True):
            if filled and len(sys.argv) == 4:
                with Workspace.open(author="SeedDesk") as workspace:
                    merging.import_files(workspace, [Path(sys.argv[2])], sys.argv[3])
            for theme, lang in LOOKS:
                settings.change(author="SeedDesk", centre="", lang=lang, theme=theme)
                program = Program(app)
                program.start()
                pages(program, out, f"{'filled' if filled else 'empty'}-{theme}-{lang}")
                program.window.close()
                program.close()
    return 0


if __name__ == "__main__":
    sys.exit(main())
