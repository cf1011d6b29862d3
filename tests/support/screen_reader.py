"""The window as a screen reader has it: through AT-SPI, by role and name, never by coordinates.

Run by the system's Python, which has the bindings: ``dbus-run-session -- python3 screen_reader.py PYTHON FOLDER FILE``. PYTHON: that which runs SeedDesk ·
FOLDER: a home for it · FILE: to bring in. Somebody answers the three questions, records, finds and merges; prints a line a step, and at a failure all that
was on the screen.
"""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from typing import Any

import gi  # type: ignore[import-untyped, import-not-found, unused-ignore]  # of the system's Python; the environment of the tests has none

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-untyped, import-not-found, unused-ignore] # noqa: E402 - once the version is said

PATIENCE = 60.0  # seconds for anything to appear


class Missing(Exception):
    """What was looked for is not there; the text is what is."""


class Reader:
    """Finds what is showing by role and name, presses and writes. process: the program."""

    def __init__(self, process: int) -> None:
        self._process = process
        self.root: Any = None
        self._until(self._arrived, "the program on the accessibility bus")

    def _arrived(self) -> bool:
        desktop = Atspi.get_desktop(0)
        apps = [desktop.get_child_at_index(number) for number in range(desktop.get_child_count())]
        self.root = next((app for app in apps if app is not None and app.get_process_id() == self._process), None)
        return self.root is not None

    def showing(self, start: Any = None) -> Iterator[Any]:
        """Everything that is shown, in its order."""
        for number in range((start or self.root).get_child_count()):
            child = (start or self.root).get_child_at_index(number)
            if child is None:
                continue
            if start is None or child.get_state_set().contains(Atspi.StateType.SHOWING):
                yield child
                yield from self.showing(child)

    def all(self, role: str, name: str) -> list[Any]:
        """What is shown with this role, its name beginning with this."""
        return [each for each in self.showing() if each.get_role_name() == role and each.get_name().startswith(name)]

    def find(self, role: str, name: str) -> Any:
        """The first; waited for."""
        found: list[Any] = []

        def look() -> bool:
            found[:] = self.all(role, name)[:1]
            return bool(found)

        self._until(look, f"{role} {name!r}")
        return found[0]

    def press(self, role: str, name: str) -> None:
        """Do what it does."""
        self.find(role, name).do_action(0)

    def write(self, role: str, name: str, text: str) -> None:
        """Put a text into an input and see that it stands there."""
        box = self.find(role, name)
        box.set_text_contents(text)
        self._until(lambda: text in box.get_text(0, -1), f"{text!r} in {name!r}")

    def _until(self, holds: Any, what: str) -> None:
        end = time.monotonic() + PATIENCE
        while True:
            try:
                if holds():
                    return
            except gi.repository.GLib.Error:  # what was there is gone: look again
                pass
            if time.monotonic() > end:
                raise Missing(f"not there: {what}\n{self._described()}")
            time.sleep(0.2)

    def _described(self) -> str:
        return "\n".join(
            f"{each.get_role_name()} {each.get_name()!r} {each.get_description()!r}" for each in self.showing()
        )


def main_paths(reader: Reader, file: str) -> Iterator[str]:
    """First run, record, find, merge; what was done."""
    reader.write("text", "What is your name", "Ada")
    reader.press("push button", "Open the catalogue")
    yield "first run"
    reader.press("push button", "New practice")
    reader.write("text", "Title", "The listening bus")
    reader.find("label", "Saved")
    yield "record"
    reader.press("check box", "Catalogue")
    reader.write("text", "Search", "listening")
    reader.find("list item", "The listening bus")
    yield "find"
    reader.press("check box", "Merge")
    reader.press("push button", "Choose")
    reader.write("text", "File name", file)
    reader.press("push button", "Open")
    reader.press("push button", "Apply")
    yield "merge"
    reader.press("check box", "Catalogue")
    reader.write("text", "Search", "orti")
    reader.find("list item", "Orti di comunità")
    yield "what came back is found"


def main() -> int:
    """Run the program and the paths; returns the exit code."""
    python, folder, file = sys.argv[1:]
    homes = dict.fromkeys(("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"), folder)
    env = {
        **os.environ,
        **homes,
        "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
        "QT_QPA_PLATFORM": "xcb",
        "LC_ALL": "C.UTF-8",
    }
    program = subprocess.Popen([python, "-m", "seeddesk"], env=env)
    try:
        for step in main_paths(Reader(program.pid), file):
            print(step, flush=True)
    except Missing as missing:
        print(missing, file=sys.stderr)
        return 1
    finally:
        program.kill()
        program.wait()
    return 0


if __name__ == "__main__":
    sys.exit(main())
