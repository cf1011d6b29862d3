"""Fuzz one reader for some seconds: python -m tests.fuzz TARGET SECONDS FOLDER [SEED]. What breaks it is written to FOLDER; exit code 0: nothing did.

python -m tests.fuzz again TARGET FILE reads one input once more.

The coverage of SeedDesk's own code guides which inputs are kept and changed again. An input may take 10 seconds of the processor and
512 MB, and reach no network.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import sys
import time
from pathlib import Path
from random import Random
from typing import NoReturn

SECONDS, MEGABYTES = 10, 512
_PATIENCE = 120  # seconds by the clock: on a busy machine far more go by than are worked


def main(words: list[str]) -> None:
    if words[0] == "again":
        again(*words[1:])
        return
    name, seconds, folder, *rest = words
    seed = int(rest[0]) if rest else int.from_bytes(os.urandom(3), "big") or 1
    import atheris

    with atheris.instrument_imports(include=["seeddesk"]):
        from tests.fuzz.targets import TARGETS, folder_for

        place = folder_for(name)
        target = TARGETS[name](place)
        for one in target.seeds:  # also loads what is loaded late, so that it counts
            target.one(one)
    corpus = place / "corpus"
    corpus.mkdir()
    for number, one in enumerate(target.seeds):
        (corpus / f"seed{number}").write_bytes(one)

    def change(data: bytes, largest: int, number: int) -> bytes:
        random = Random(number)
        if random.random() < 0.05:
            return bytes(atheris.Mutate(data, largest))
        changed = target.change(data, random)
        return changed if len(changed) <= largest else data

    target.ended.clear()

    def once(data: bytes) -> None:
        start = time.process_time()
        try:
            target.one(data)
            assert time.process_time() - start < SECONDS, "it took too long"
            if not target.ended.total() % 20:
                (Path(folder) / f"{name}.json").write_text(json.dumps(target.ended))
        except BaseException:
            (Path(folder) / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)
            raise

    Path(folder).mkdir(parents=True, exist_ok=True)
    left = max(int(seconds) - round(time.process_time()), int(seconds) // 3)  # what it took to begin counts
    limits = [f"-timeout={_PATIENCE}", f"-rss_limit_mb={MEGABYTES}", "-max_len=2000000", "-len_control=0"]
    ends = [f"-max_total_time={left}", f"-seed={seed}", "-print_final_stats=1", f"-artifact_prefix={folder}/"]
    print(f"{name}: seed {seed}", file=sys.stderr)
    sys.addaudithook(_alone)
    try:
        atheris.Setup([sys.argv[0], *limits, *ends, str(corpus)], once, custom_mutator=change)
        atheris.Fuzz()
    finally:
        shutil.rmtree(place, ignore_errors=True)


def again(name: str, file: str) -> None:
    """Read what was found."""
    from tests.fuzz.targets import TARGETS, folder_for

    place = folder_for(name)
    try:
        target = TARGETS[name](place)
        target.one(Path(file).read_bytes())
        print(dict(target.ended))
    finally:
        shutil.rmtree(place, ignore_errors=True)


def _alone(event: str, arguments: tuple[object, ...]) -> None:
    """End the run when a file makes the program reach out."""
    if event in ("socket.connect", "socket.getaddrinfo", "socket.sendto", "subprocess.Popen", "os.system", "os.exec"):
        _end(f"{event} {arguments!r}")


def _end(why: str) -> NoReturn:
    print(f"an input made the program reach out: {why}", file=sys.stderr, flush=True)
    os.abort()


if __name__ == "__main__":
    main(sys.argv[1:])
