"""Rounds of an operation, each in a fresh copy of its prepared folder, killed, spoiled or recorded; and what is left is judged."""

from __future__ import annotations

import errno
import hashlib
import json
import os
import random
import shutil
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.durability.disk import Disk, read_notes
from tests.support.durability.operations import look, prepare
from tests.support.durability.plan import EVERY
from tests.support.durability.recorder import built
from tests.support.durability.scene import Said

CHANGING = "OWTSNU"
FEW, MANY = 4, 1000  # times an operation is done in a round that ends by itself, and in one that is killed
ELSEWHERE = 8  # one round in so many is done in a copy that lies elsewhere
SYNCED = "Dropbox"  # there a catalogue writes as another device, and without a write-ahead log
_USUAL = (errno.EACCES, errno.EIO, errno.ENOSPC, errno.EDQUOT)
FAILURES = tuple(  # a call, an error it can fail with, and whether it goes on failing
    (kind, int(error), again)
    for kind, errors in (
        *((kind, _USUAL) for kind in "WSNU"),
        ("O", (*_USUAL, errno.EMFILE)),
        ("T", (errno.EIO, errno.ENOSPC)),
    )
    for error in errors
    for again in (False, True)
)
ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Tally:
    """What a series of rounds came to. failed: rounds after which something did not hold · broken: what, with what would show it again · reopened: seconds of the processor's time, one a round that
    was looked at · cases: how many of the rounds left something that no other left."""

    rounds: int = 0
    acknowledged: int = 0
    refused: int = 0
    killed: int = 0
    cases: int = 0
    failed: int = 0
    broken: list[str] = field(default_factory=list)
    reopened: list[float] = field(default_factory=list)

    def look(self, operation: str, folder: Path, said: Sequence[Said]) -> list[str]:
        """What does not hold of what one round left."""
        left = look(operation, folder, said)
        self.cases += 1
        self.reopened.append(left.reopening)
        return left.broken

    def count(self, found: Sequence[str], said: Sequence[Said], where: str) -> None:
        """Add a round, with what does not hold of it."""
        self.rounds += 1
        self.acknowledged += sum("refused" not in line and "count" not in line for line in said)
        self.refused += sum("refused" in line for line in said)
        self.killed += not said or "count" not in said[-1]
        wrong = [*(line["crashed"] for line in said if "crashed" in line), *found]
        self.failed += bool(wrong)
        self.broken += [f"{where}: {each}" for each in wrong]


class Rounds:
    """A server to ask, and the folders it works in. Used as a with-block; Linux with a compiler only (`built` says)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        recorder = built()
        assert recorder is not None
        environment = {**os.environ, "LD_PRELOAD": str(recorder), "QT_QPA_PLATFORM": "offscreen"}
        command = [sys.executable, "-W", "error", "-m", "tests.support.durability.server"]
        self._server = subprocess.Popen(
            command, cwd=ROOT, env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
        )

    def __enter__(self) -> Rounds:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        self._server.stdin.close()
        self._server.wait(60)
        self._server.stdout.close()

    def fresh(self, operation: str, at: Path | None = None) -> Path:
        """A copy of the operation's prepared folder, at the place it was prepared in, or elsewhere."""
        place = self.folder / "at-work"
        source = self.folder / operation.replace(" ", "-")
        if not source.exists():
            prepare(operation, place)
            place.rename(source)
        shutil.copytree(source, at or place)
        return at or place

    def run(self, operation: str, folder: Path, times: int, **how: Any) -> list[Said]:
        """One round; what it said. how: ``kill_after`` seconds, ``fault`` (see recorder.c), ``log``, ``statement``: SQL
        statement to be killed before (-1: none, they are counted), ``relief``: a file that is removed when the disk is first full, "" to end the fault."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        asked = {"operation": operation, "folder": str(folder), "times": times, **how}
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        answer: dict[str, list[Said]] = json.loads(self._server.stdout.readline())
        return answer["said"]

    def calls(self, operation: str, kinds: str, times: int, synced: bool = False) -> int:
        """How many calls of these kinds the operation makes."""
        folder = self.fresh(operation, self.folder / SYNCED if synced else None)
        said = self.run(operation, folder, times, fault=[kinds, -1, 0, False])
        shutil.rmtree(folder)
        return int(said[-1]["count"])

    def kills(self, operation: str, number: int, seed: int) -> Tally:
        """Processes killed: half of them at a random time, half at one call after the other, before it or half way through a write."""
        tally, rng = Tally(), random.Random(f"{seed} {operation}")
        at_calls = sampled(self.calls(operation, CHANGING, FEW), number - number // 2, rng)
        for call in at_calls:
            fault = [CHANGING, call, rng.choice((0, -1)), False]
            self._one(tally, operation, rng, FEW, fault=fault)
        for _ in range(number - len(at_calls)):
            self._one(tally, operation, rng, MANY, kill_after=rng.uniform(0.002, 0.12))
        return tally

    def kills_at_statements(self, operation: str, number: int, seed: int) -> Tally:
        """Processes killed before one SQL statement after the other."""
        tally, rng = Tally(), random.Random(f"{seed} {operation}")
        folder = self.fresh(operation)
        statements = int(self.run(operation, folder, 1, statement=-1)[-1]["statements"])
        shutil.rmtree(folder)
        for statement in sampled(statements, number, rng):
            self._one(tally, operation, rng, 1, statement=statement)
        return tally

    def errors(self, operation: str, number: int, seed: int, synced: bool = False, kinds: str = CHANGING) -> Tally:
        """Calls that fail: each kind with each error it can have, once and from there on, at a random call; EVERY: at each call. synced: every round
        in a folder that a service copies elsewhere."""
        tally, rng = Tally(), random.Random(f"{seed} {operation}")
        calls = {kind: self.calls(operation, kind, FEW, synced) for kind in kinds}
        if number == EVERY:
            faults = [[kind, call, *how] for kind, *how in FAILURES for call in range(calls.get(kind, 0))]
        else:
            possible = [each for each in FAILURES if calls.get(each[0])]
            dealt = [each for _ in range(number // len(possible) + 1) for each in rng.sample(possible, len(possible))]
            faults = [[kind, rng.randrange(calls[kind]), *how] for kind, *how in dealt[:number]]
        for fault in faults:
            self._one(tally, operation, rng, FEW, synced, fault=fault)
        return tally

    def _one(
        self, tally: Tally, operation: str, rng: random.Random, times: int, synced: bool = False, **how: Any
    ) -> None:
        synced = rng.randrange(ELSEWHERE) == 0 or synced
        folder = self.fresh(operation, self.folder / SYNCED if synced else None)
        said = self.run(operation, folder, times, **how)
        found = tally.look(operation, folder, said)
        if "fault" in how and how["fault"][2] > 0 and not how["fault"][3]:
            refused = [line for line in said if "refused" in line]
            found += [f"one error, and more than one step refused: {refused}"] if len(refused) > 1 else []
        tally.count(found, said, f"{operation}, {folder.name}, {how}")
        shutil.rmtree(folder)

    def cuts(self, operation: str, times: int, model: str, number: int, seed: int, synced: bool = False) -> Tally:
        """Power cuts at random moments of one recorded run. synced: in a folder that a service copies elsewhere."""
        tally = Tally()
        rng = random.Random(f"{seed} {operation} {model}")
        folder = self.fresh(operation, self.folder / SYNCED if synced else None)
        log = self.folder / "log"
        start = Disk(folder, model)
        said = self.run(operation, folder, times, log=str(log))
        assert "count" in said[-1], said
        shutil.rmtree(folder)
        notes = read_notes(log)
        log.unlink()
        moments = sorted(rng.randrange(len(notes)) for _ in range(number))
        judged: dict[bytes, list[str]] = {}  # the same files after the same words are the same case
        for at, note in enumerate(notes):
            start.follow(note)
            while moments and moments[0] == at:
                moments.pop(0)
                files = start.cut(rng)
                lines = [json.loads(line) for line in start.said]
                case = _case(files, len(lines))
                if case not in judged:
                    lay(folder, folder, files)
                    judged[case] = tally.look(operation, folder, lines)
                    shutil.rmtree(folder)
                tally.count(judged[case], lines, f"{operation}, {model}, seed {seed}, after call {at}")
        return tally


def _case(files: Mapping[str, bytes], said: int) -> bytes:
    """Tells two cuts apart by what they left and what had been said."""
    total = hashlib.sha256(str(said).encode())
    for path, data in sorted(files.items()):
        if not path.endswith("-shm"):
            total.update(path.encode() + b"\0" + hashlib.sha256(data).digest())
    return total.digest()


def lay(image: Path, folder: Path, files: Mapping[str, bytes]) -> None:
    """Write the files of a cut, under another folder. Shared memory of SQLite does not outlive its processes."""
    image.mkdir(parents=True)
    for path, data in files.items():
        target = image / Path(path).relative_to(folder)
        if not target.name.endswith("-shm"):
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(data)


def sampled(total: int, number: int, rng: random.Random) -> list[int]:
    """So many of the numbers below `total`, evenly spread; all of them when that is fewer."""
    if number >= total:
        return list(range(total))
    return [int((at + rng.random()) * total / number) for at in range(number)]
