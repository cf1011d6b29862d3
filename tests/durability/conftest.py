"""Rounds of operations for the durability tests; their folders lie in memory where there is any, because nothing is asked of the real disk."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.durability.recorder import built
from tests.support.durability.rounds import Rounds

MEMORY = Path("/dev/shm")


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
