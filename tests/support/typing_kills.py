"""Somebody types in the window and it is killed, round after round: ``python -m tests.support.typing_kills ROUNDS SEED FOLDER``.

Everything is imported once; each round forks, opens the window offscreen on a catalogue of its own, types into a long field, and is killed at a
random moment. Prints one JSON line a round: what was typed and when, what was said to be saved, what is there afterwards, where the caret was.
"""

from __future__ import annotations

import json
import os
import random
import select
import signal
import sys
import time
from pathlib import Path
from typing import Any

TEXT = "Gli ambulanti del mercato coperto portano posta e medicine a chi non scende in piazza. " * 40
PATIENCE = 240.0  # seconds until typing must have begun
PAUSE = 25  # ms between two keys


def homes(folder: Path) -> None:
    """Everything the program keeps goes into a folder of its own; compiled forms are shared by all rounds."""
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        os.environ[name] = str(folder)


def type_on(log: int) -> None:
    """The child: a window, a practice, keys. Writes a line to `log` for each key, each save that begins and ends, and each time the
    page says "saved"."""
    from PySide6.QtCore import Qt, QTimer
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from seeddesk.gui.app import Program
    from seeddesk.services import recording, settings

    def note(kind: str, number: int) -> None:
        os.write(log, f"{kind} {number} {time.monotonic()}\n".encode())

    app = QApplication([])
    settings.change(author="Ada", lang="it", theme="light")
    program = Program(app)
    program.start()
    state: dict[str, Any] = {"typed": 0}
    timer = QTimer(app, interval=PAUSE)

    def begin() -> None:
        if program.desk is None or program.desk.workspace is None or not program.window.pages:
            return
        timer.timeout.disconnect()
        program.desk.write(
            program.window,
            lambda ws: recording.start(ws, {"title": "Posta", "country": "IT"}),
            lambda made: program.window.show_page("practice", (made[0], "need")),
        )
        timer.timeout.connect(press)
        page = program.window.pages["practice"]
        page.session.state.connect(
            lambda said: note("saved", state["sent"]) if said == "saved" and "sent" in state else None
        )
        save, saved = page.session._save, page.session._saved

        def saving() -> None:
            begins = not page.session._sending
            if begins:
                state["sent"] = state["typed"]
            save()
            if begins and page.session._sending:
                note("sending", state["sent"])

        def ended(result: Any) -> None:
            note("ended", state["sent"])
            saved(result)

        page.session._save, page.session._saved = saving, ended
        page.session._save_timer.timeout.disconnect()
        page.session._save_timer.timeout.connect(saving)

    def press() -> None:
        page: Any = program.window.pages["practice"]
        box = page.editor.view.placed.boxes.get("need") if page.editor.view is not None else None
        if box is None or not box.input.hasFocus() or state["typed"] >= len(TEXT):
            program.window.activateWindow()
            return
        QTest.keyClick(box.input, TEXT[state["typed"]], Qt.KeyboardModifier.NoModifier)
        state["typed"] += 1
        note("key", state["typed"])

    timer.timeout.connect(begin)
    timer.start()
    app.exec()


def look(out: int) -> None:
    """Another child: what is in the catalogue now."""
    from seeddesk.services import cataloguing, leftoff, recording
    from seeddesk.services.workspace import Workspace

    with Workspace.open(author="Ada", lang="it") as ws:
        (row,) = cataloguing.list_practices(ws).rows
        place = leftoff.last(ws)
        found = {
            "need": recording.open_draft(ws, row.id).values.get("need") or "",
            "caret": [place.path, place.position] if place is not None else None,
        }
    os.write(out, json.dumps(found).encode())


def forked(work: Any) -> tuple[int, int]:
    """A child at work: its process, and where to read what it writes."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        code = 1
        try:
            work(writing)
            code = 0
        finally:
            os._exit(code)
    os.close(writing)
    return child, reading


def read_all(source: int) -> str:
    """Until its end."""
    with os.fdopen(source, "rb") as file:
        return file.read().decode()


def one(folder: Path, after: float) -> dict[str, object]:
    """A round. after: seconds from the first key to the kill."""
    homes(folder)
    child, reading = forked(type_on)
    ready, _, _ = select.select([reading], [], [], PATIENCE)
    begun = os.read(reading, 1) if ready else b""  # the first key
    time.sleep(after if begun else 0)
    os.kill(child, signal.SIGKILL)
    killed = time.monotonic()
    os.waitpid(child, 0)
    lines = [line.split() for line in (begun.decode() + read_all(reading)).split("\n") if line.count(" ") == 2]
    looker, answer = forked(look)
    found = read_all(answer)
    os.waitpid(looker, 0)
    return {"killed": killed, "log": lines, "found": json.loads(found) if found else None}


def main() -> int:
    """All rounds."""
    rounds, seed, folder = int(sys.argv[1]), int(sys.argv[2]), Path(sys.argv[3])
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    os.environ["XDG_CACHE_HOME"] = str(folder / "cache")
    import PySide6.QtTest
    import PySide6.QtWidgets  # noqa: F401 - once for all rounds

    import seeddesk.gui.app
    import seeddesk.services.cataloguing
    import seeddesk.services.workspace  # noqa: F401 - once for all rounds

    chance = random.Random(seed)
    for number in range(rounds):
        place = folder / str(number)
        place.mkdir(parents=True)
        print(json.dumps(one(place, chance.uniform(0.05, 3.0))), flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
