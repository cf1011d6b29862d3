"""Protecting, unprotecting and changing keys, killed at one call that changes the disk after the other: ``python -m tests.support.protecting_rounds``.

Started with the recorder loaded (see tests/support/durability); prints one JSON object: rounds, calls, and what was broken.
"""

from __future__ import annotations

import contextlib
import json
import os
import random
import shutil
import signal
import sys
from pathlib import Path

from seeddesk.domain.errors import UserError
from seeddesk.services import maintenance, protecting, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import check, parts, vault
from seeddesk.storage.backup import made
from seeddesk.storage.catalogue import Catalogue
from tests.support.durability.protected import CANARY, leaks, weaken
from tests.support.durability.recorder import Recorder

CHANGING = "OWTSNU"
NAME = "c.seeddesk"


def prepare(folder: Path, operation: str) -> None:
    """A catalogue with a backup and a kept copy; protected already where it is to be rekeyed or unprotected."""
    folder.mkdir(parents=True)
    _home(folder)
    with Workspace.create(folder / NAME, "Ada", "it") as ws:
        for number in range(4):
            recording.start(ws, {"title": f"{CANARY} {number}", "country": "IT"})
        backup = maintenance.backup(ws)
    protecting_codes: list[str] = []
    maintenance.restore(backup, folder / NAME)
    if operation != "protect":
        protecting.protect(protecting_codes.append, folder / NAME)
    (folder / "codes.json").write_text(json.dumps(protecting_codes))


def one(folder: Path, operation: str, after: int) -> tuple[list[str], bool, int]:
    """Do the operation, killed at its n-th call (-1: not at all). The codes it showed, whether it ended, and how many calls it made."""
    reading, writing = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(reading)
        recorder = Recorder()

        def show(code: str) -> None:
            os.write(writing, f"{code}\n".encode())

        recorder.watch(str(folder))
        recorder.fault(CHANGING, after, 0, False)
        _do(operation, folder, show)
        os.write(writing, f"done {recorder.count}\n".encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading) as said:
        lines = said.read().split("\n")[:-1]
    _, status = os.waitpid(child, 0)
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    ended = bool(lines) and lines[-1].startswith("done")
    if not ended and not killed:
        raise RuntimeError(f"{operation} at {after}: {status}")
    return [line for line in lines if not line.startswith("done")], ended, int(lines[-1].split()[1]) if ended else 0


def _do(operation: str, folder: Path, show: object) -> None:
    location = folder / NAME
    if operation == "unprotect":
        protecting.unprotect(location)
    else:
        {"protect": protecting.protect, "rekey": protecting.rekey}[operation](show, location)  # type: ignore[arg-type]  # two verbs of one shape


def digest(location: Path) -> str:
    """What a database holds, its pages looked at; what does not hold is raised."""
    catalogue = Catalogue.open(str(location), read_only=False)
    try:
        with catalogue.read() as view:
            wrong = list(parts.pages(view.connection))
            if wrong:
                raise ValueError(str(wrong))
            return check.digest(view)
    finally:
        catalogue.close()


def judge(folder: Path, operation: str, codes: list[str], ended: bool, wanted: str) -> str:
    """What does not hold after a kill; "" when all does."""
    location = folder / NAME
    vault.forget()
    for code in codes:
        with contextlib.suppress(UserError):
            protecting.unlock(code, location)
    try:
        if digest(location) != wanted:
            return "another content"
        more: list[str] = []
        if operation == "unprotect":
            if protecting.state(location) != "plain":
                protecting.unprotect(location)
        else:
            protecting.protect(more.append, location)
        if digest(location) != wanted:
            return "another content after finishing"
        wanted_state = "plain" if operation == "unprotect" else "protected"
        if protecting.state(location) != wanted_state:
            return f"state {protecting.state(location)}"
        if operation != "unprotect" and (found := leaks(folder)):
            return f"plain text left in {found}"
        copies = made(next((folder / "home").rglob("backups/*")))
        if len(copies) != 1 or digest(next(iter(copies.values()))) != wanted:
            return "the backup is not what it was"
        if not any(
            path.name.count(".replaced-") and not path.name.endswith((".keys", "-wal", "-shm"))
            for path in folder.iterdir()
        ):
            return "what a restore kept is gone"
    except UserError as error:
        return f"{error.code} {dict(error.arguments)}"
    return ""


def _home(folder: Path) -> None:
    for name in ("HOME", "XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_CACHE_HOME"):
        os.environ[name] = str(folder / "home")


def main(folder: Path, operation: str, number: int, seed: int) -> dict[str, object]:
    """As many kills as asked for, 0: one at each call."""
    source, trial = folder / f"{operation}-source", folder / "round"
    prepare(
        trial, operation
    )  # at the place where it is tried: a catalogue elsewhere would be a copy, and have backups of its own
    known = json.loads((trial / "codes.json").read_text())
    assert operation != "protect" or leaks(trial), "the canary is not seen where it is plain"
    wanted = digest(trial / NAME)
    vault.forget()
    shutil.copytree(trial, source)
    rounds, broken = 0, []

    def fresh() -> None:
        shutil.rmtree(trial, ignore_errors=True)
        shutil.copytree(source, trial)
        vault.forget()
        for code in known:
            protecting.unlock(code, trial / NAME)

    fresh()
    _, _, calls = one(trial, operation, -1)
    every = range(calls) if not number else sorted(random.Random(seed).sample(range(calls), min(number, calls)))
    for after in every:
        fresh()
        codes, ended, _ = one(trial, operation, after)
        wrong = judge(trial, operation, [*known, *codes], ended, wanted)
        rounds += 1
        if wrong:
            broken.append(f"{operation}, call {after}: {wrong}")
    return {"operation": operation, "rounds": rounds, "calls": calls, "seed": seed, "broken": broken}


if __name__ == "__main__":
    weaken()
    print(json.dumps(main(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4]))))
