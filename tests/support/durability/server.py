"""The process that is killed and spoiled: ``python -m tests.support.durability.server``, started with the recorder loaded.

It reads rounds from standard input (one JSON object a line), forks a child for each, and answers with what became of it. The child does an
operation and says, over a pipe, what it told its user is done.
"""

from __future__ import annotations

import json
import os
import select
import signal
import sys
import tempfile
import time
import traceback
from pathlib import Path
from typing import Any

from sqlalchemy import Engine, event

from seeddesk.domain.errors import UserError
from seeddesk.services import cataloguing, maintenance, merging
from tests.support.catalogues import attach
from tests.support.durability import protected
from tests.support.durability.operations import RETURNS, begin, prepare
from tests.support.durability.recorder import Recorder
from tests.support.durability.scene import CATALOGUE, Said, at_home, workspace
from tests.support.returned import in_this_process

GOING_ON = 4  # a full disk was freed: so many steps tell whether work goes on


def main() -> None:
    """Serve until standard input ends. What a process reads and compiles once is read and compiled before the first fork."""
    protected.weaken()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "merge"
        prepare("merge", place)
        with at_home(place), workspace(place) as ws, in_this_process():
            merging.import_files(ws, [place / RETURNS / "0"])
            attach(ws, next(iter(cataloguing.list_practices(ws).rows)).id, place / CATALOGUE)
            maintenance.check(ws, rebuild=True)
    for line in sys.stdin:
        print(json.dumps(_round(json.loads(line))), flush=True)


def _round(asked: dict[str, Any]) -> dict[str, Any]:
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        _work(asked, writing)
    os.close(writing)
    said = b""
    end = time.monotonic() + asked["kill_after"] if asked.get("kill_after") is not None else None
    while True:
        wait = None if end is None else max(0.0, end - time.monotonic())
        ready, _, _ = select.select([reading], [], [], wait)
        if not ready:
            os.kill(child, signal.SIGKILL)
            end = None
            continue
        part = os.read(reading, 65536)
        if not part:
            break
        said += part
    os.close(reading)
    _, status = os.waitpid(child, 0)
    lines = [json.loads(each) for each in said.split(b"\n")[:-1]]
    return {"said": lines, "killed": os.WIFSIGNALED(status)}


def _work(asked: dict[str, Any], writing: int) -> None:
    recorder = Recorder()

    def say(line: Said) -> None:
        text = json.dumps(line).encode()
        os.write(writing, text + b"\n")
        recorder.note(text)

    kinds, after, error, again = asked.get("fault") or ("", -1, 0, False)
    recorder.watch(asked["folder"], asked.get("log", ""))
    recorder.fault(kinds, after, error, again)
    statements = Statements(asked.get("statement", -1))
    try:
        step, last = None, asked["times"]
        for number in range(last):
            if number >= last:
                break
            try:
                step = step or begin(asked["operation"], Path(asked["folder"]), say)
                step(number)
            except UserError as error_:
                say({"refused": error_.code, "number": number})
                if "relief" in asked:
                    last = min(last, number + GOING_ON)
                if asked.get("relief"):
                    Path(asked["relief"]).unlink(missing_ok=True)
                elif "relief" in asked:
                    recorder.fault("", -1, 0, False)
        say({"count": recorder.count, "statements": statements.count})
    except BaseException:  # noqa: BLE001  # whatever it is, the round reports it
        os.write(writing, json.dumps({"crashed": traceback.format_exc()}).encode() + b"\n")
    finally:
        os._exit(0)


class Statements:
    """Counts the SQL statements of this process, and kills it before one of them."""

    def __init__(self, last: int) -> None:
        self.count, self._last = 0, last
        event.listen(Engine, "before_cursor_execute", self._one)

    def _one(self, *_: object) -> None:
        if self.count == self._last:
            os.kill(os.getpid(), signal.SIGKILL)
        self.count += 1


if __name__ == "__main__":
    main()
