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

from seeddesk.domain.errors import UserError
from seeddesk.services import exporting, recording
from seeddesk.services.workspace import Workspace
from tests.support.durability.operations import Said, begin
from tests.support.durability.recorder import Recorder


def main() -> None:
    """Serve until standard input ends. What a process reads and compiles once is read before the first fork."""
    with tempfile.TemporaryDirectory() as folder, Workspace.create(Path(folder) / "c.seeddesk", "Ada", "it") as ws:
        practice = recording.start(ws, {"title": "Orto"})[0]
        exporting.export_dossiers(ws, [practice], Path(folder) / "one.docx")
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
    try:
        step = None
        for number in range(asked["times"]):
            try:
                step = step or begin(asked["operation"], Path(asked["folder"]), say)
                step(number)
            except UserError as error_:
                say({"refused": error_.code, "number": number})
                if asked.get("relief"):
                    Path(asked["relief"]).unlink(missing_ok=True)
        say({"count": recorder.count})
    except BaseException:  # noqa: BLE001  # whatever it is, the round reports it
        os.write(writing, json.dumps({"crashed": traceback.format_exc()}).encode() + b"\n")
    finally:
        os._exit(0)


if __name__ == "__main__":
    main()
