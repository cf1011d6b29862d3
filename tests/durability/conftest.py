"""Rounds of operations for the durability tests; their folders lie in memory where there is any, because nothing is asked of the real disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seeddesk.storage import keychain, recovery
from tests.support.durability.recorder import built
from tests.support.durability.rounds import Rounds, Tally
from tests.support.figures import Figures

MEMORY = Path("/dev/shm")
REOPENING = 2.0  # seconds of the processor's time: how long a busy machine takes says nothing about the program


@pytest.fixture(scope="module", autouse=True)
def _strong_again() -> Iterator[None]:
    """What `protected.weaken` makes cheap in this process, where results are looked at, is as before for the tests that follow."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(recovery, "MEMORY", recovery.MEMORY)
        patch.setattr(keychain, "_keyring", keychain._keyring)
        yield


@pytest.fixture(scope="module")
def rounds() -> Iterator[Rounds]:
    """A server for the tests of one module."""
    if built() is None:
        pytest.skip("calls are only recorded on Linux, with a compiler")
    folder = Path(tempfile.mkdtemp(prefix="seeddesk-durability-", dir=MEMORY if MEMORY.is_dir() else None))
    try:
        with Rounds(folder) as server:
            yield server
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def verdict(figures: Figures) -> Callable[[str, Tally, int], None]:
    """Say what a series of rounds came to, and fail when anything did not hold."""

    def judge(what: str, tally: Tally, seed: int) -> None:
        different = tally.cases if tally.cases < tally.rounds else 0
        figures.tried(what, n=tally.rounds, broken=tally.failed, seed=seed, different=different)
        figures.measured("reopening after any of these (processor time)", tally.reopened)
        assert not tally.broken, "\n".join(tally.broken[:5])
        assert max(tally.reopened, default=0.0) < REOPENING

    return judge
