"""Rounds of an operation, each in a fresh copy of its prepared folder, killed, spoiled or recorded; and what is left is judged."""

from __future__ import annotations

import errno
import hashlib
import itertools
import json
import os
import random
import shutil
import subprocess
import sys
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any

from tests.support.durability.disk import Disk, read_notes
from tests.support.durability.operations import Said, broken, prepare
from tests.support.durability.recorder import built

CHANGING = "OWTSNU"
FEW, MANY = 4, 1000  # times an operation is done in a round that ends by itself, and in one that is killed
FAILURES = (  # a call, and the errors it can fail with
    ("O", (errno.EACCES, errno.EIO, errno.ENOSPC, errno.EMFILE)),
    ("W", (errno.EIO, errno.ENOSPC, errno.EDQUOT)),
    ("T", (errno.EIO,)),
    ("S", (errno.EIO, errno.ENOSPC)),
    ("N", (errno.EACCES, errno.EIO, errno.ENOSPC)),
    ("U", (errno.EACCES, errno.EIO)),
)
ROOT = Path(__file__).resolve().parents[3]


@dataclass
class Tally:
    """What a series of rounds came to. broken: each with what would show it again."""

    what: str
    seed: int
    rounds: int = 0
    acknowledged: int = 0
    refused: int = 0
    broken: list[str] = field(default_factory=list)
    slowest: float = 0.0

    def judge(self, operation: str, folder: Path, said: Sequence[Said], where: str) -> None:
        """Look at what one round left."""
        self.count(self.look(operation, folder, said), said, where)

    def look(self, operation: str, folder: Path, said: Sequence[Said]) -> list[str]:
        """What does not hold of what one round left."""
        started = time.perf_counter()
        found = list(broken(operation, folder, said))
        self.slowest = max(self.slowest, time.perf_counter() - started)
        return found

    def count(self, found: Sequence[str], said: Sequence[Said], where: str) -> None:
        """Add a round, with what does not hold of it."""
        self.rounds += 1
        self.acknowledged += sum("refused" not in line and "count" not in line for line in said)
        self.refused += sum("refused" in line for line in said)
        self.broken += [f"{where}: {line['crashed']}" for line in said if "crashed" in line]
        self.broken += [f"{where}: {each}" for each in found]

    def __str__(self) -> str:
        return (
            f"{self.what}: {len(self.broken)} of {self.rounds} broken, {self.acknowledged} acknowledged, {self.refused} refused, "
            f"slowest reopen and check {self.slowest:.2f} s, seed {self.seed}"
        )


class Rounds:
    """A server to ask, and the folders it works in. Used as a with-block; Linux with a compiler only (`built` says)."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._numbers = itertools.count()
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

    def fresh(self, operation: str, copy: Path | None = None) -> Path:
        """A copy of the operation's prepared folder."""
        source = self.folder / operation.replace(" ", "-")
        if not source.exists():
            prepare(operation, source)
        copy = copy or self.folder / f"round-{next(self._numbers)}"
        shutil.copytree(source, copy)
        return copy

    def run(self, operation: str, folder: Path, times: int, **how: Any) -> list[Said]:
        """One round; what it said. how: ``kill_after`` seconds, ``fault`` (see recorder.c), ``log``, ``relief``: a file
        that is removed when the disk is first full."""
        assert self._server.stdin is not None
        assert self._server.stdout is not None
        asked = {"operation": operation, "folder": str(folder), "times": times, **how}
        self._server.stdin.write(json.dumps(asked) + "\n")
        self._server.stdin.flush()
        answer: dict[str, list[Said]] = json.loads(self._server.stdout.readline())
        return answer["said"]

    def calls(self, operation: str, kinds: str, times: int) -> int:
        """How many calls of these kinds the operation makes."""
        folder = self.fresh(operation)
        said = self.run(operation, folder, times, fault=[kinds, -1, 0, False])
        shutil.rmtree(folder)
        return int(said[-1]["count"])

    def kills(self, operation: str, number: int, seed: int) -> Tally:
        """Processes killed: half of them at a random time, half at one call after the other, before it or half way through a write."""
        tally, rng = Tally(f"kills, {operation}", seed), random.Random(seed)
        calls = self.calls(operation, CHANGING, FEW)
        for at in range(number):
            folder = self.fresh(operation)
            if at % 2:
                how: dict[str, Any] = {"kill_after": rng.uniform(0.005, 0.25)}
                said = self.run(operation, folder, MANY, **how)
            else:
                how = {"fault": [CHANGING, rng.randrange(calls), rng.choice((0, -1)), False]}
                said = self.run(operation, folder, FEW, **how)
            tally.judge(operation, folder, said, f"{operation}, {how}")
            shutil.rmtree(folder)
        return tally

    def errors(self, operation: str, number: int, seed: int) -> Tally:
        """Calls that fail: each kind with each error it can have, at a random call, once or from there on."""
        tally, rng = Tally(f"failing calls, {operation}", seed), random.Random(seed)
        calls: dict[str, int] = {}
        for _ in range(number):
            kind, errors = rng.choice(FAILURES)
            if kind not in calls:
                calls[kind] = self.calls(operation, kind, FEW)
            fault = [kind, rng.randrange(max(calls[kind], 1)), int(rng.choice(errors)), rng.random() < 0.5]
            folder = self.fresh(operation)
            said = self.run(operation, folder, FEW, fault=fault)
            tally.judge(operation, folder, said, f"{operation}, {fault}")
            shutil.rmtree(folder)
        return tally

    def cuts(self, operation: str, times: int, model: str, number: int, seed: int) -> Tally:
        """Power cuts at random moments of one recorded run."""
        tally = Tally(f"power cuts, {operation}, {model}", seed)
        rng, folder = random.Random(seed), self.fresh(operation)
        log = self.folder / f"{folder.name}.log"
        start = Disk(folder, model)
        said = self.run(operation, folder, times, log=str(log))
        assert "count" in said[-1], said
        notes = read_notes(log)
        moments = sorted(rng.randrange(len(notes)) for _ in range(number))
        judged: dict[bytes, list[str]] = {}  # the same files after the same words are the same case
        for at, note in enumerate(notes):
            start.follow(note)
            while moments and moments[0] == at:
                moments.pop(0)
                files = start.cut(rng)
                case = _case(files, len(start.said))
                if case not in judged:
                    image = self.folder / "image"
                    lay(image, folder, files)
                    judged[case] = list(tally.look(operation, image, [json.loads(line) for line in start.said]))
                    shutil.rmtree(image)
                tally.count(
                    judged[case],
                    [json.loads(line) for line in start.said],
                    f"{operation}, {model}, seed {seed}, after call {at}",
                )
        shutil.rmtree(folder)
        log.unlink()
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


def spread(total: int, names: Sequence[str]) -> list[tuple[str, int]]:
    """A number of rounds shared out among operations."""
    return [(name, total // len(names) + (at < total % len(names))) for at, name in enumerate(names)]
