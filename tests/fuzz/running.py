"""Runs the fuzzer for a test: in a process of its own, with what it found kept and said so that anybody can find it again."""

from __future__ import annotations

import base64
import importlib.util
import json
import os
import re
import subprocess
import sys
import tempfile
import zlib
from pathlib import Path

import pytest

from tests.support.figures import Figures

KEPT = ".pytest_cache/fuzz"  # under the root of the checkout
CHOSEN = "20261122"  # the seed in continuous integration; elsewhere ever new ones
_PRINTED = 60_000  # bytes of an input, squeezed, that are still printed: a machine that is thrown away keeps no file

needs_atheris = pytest.mark.skipif(
    importlib.util.find_spec("atheris") is None, reason="atheris is not made for this system"
)


def fuzz(name: str, seconds: int, root: Path, figures: Figures) -> None:
    """Fuzz one target. Fails with the inputs that broke it, and how to read them again."""
    folder = root / KEPT / name
    folder.mkdir(parents=True, exist_ok=True)
    before = set(folder.iterdir())
    # By a shell that waits: a process counts the memory of the one that started it as its own peak, and a test run holds more than the limit.
    command = ["sh", "-c", '"$@"; exit $?', "sh", sys.executable, "-m", "tests.fuzz", name, str(seconds), str(folder)]
    if "CI" in os.environ:  # as with hypothesis (tests/conftest.py): a submission is judged by what it changed
        command.append(CHOSEN)
    with tempfile.TemporaryDirectory() as place:  # the fuzzer ends without cleaning up
        environment = {**os.environ, "TMPDIR": place}
        done = subprocess.run(command, cwd=root, capture_output=True, text=True, timeout=seconds + 330, env=environment)
    said = [line for line in done.stderr.splitlines() if not line.startswith(("#", "INFO"))]
    found = [file for file in folder.iterdir() if file not in before and file.suffix != ".json"]
    ended = json.loads(counted.read_text()) if (counted := folder / f"{name}.json").exists() else {}
    ran = int(
        next(iter(re.findall(r"Done (\d+) runs", done.stderr)), sum(ended.get(one, 0) for one in ("read", "refused")))
    )
    seed = next(iter(re.findall(rf"{name}: seed (\d+)", done.stderr)), "")
    rest = ", ".join(f"{count:,} {what}" for what, count in sorted(ended.items()))
    figures.tried(f"odd {name}, guided by coverage ({rest})", n=max(ran, 1), broken=done.returncode != 0, seed=seed)
    assert done.returncode == 0, "\n".join([*said[-40:], *(line for file in found for line in _how(name, file))])
    assert ran > 20, said[-40:]  # it ran at all


def _how(name: str, file: Path) -> list[str]:
    """How to read an input again, on this machine and elsewhere; then it belongs in tests/data/found."""
    lines = [f"input: {file}", f"again: python -m tests.fuzz again {name} {file}", f"keep:  tests/data/found/{name}/"]
    squeezed = base64.b85encode(zlib.compress(file.read_bytes(), 9)).decode()
    if len(squeezed) <= _PRINTED:
        lines.append(f"or:    zlib.decompress(base64.b85decode({squeezed!r}))")
    return lines
