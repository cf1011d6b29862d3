"""The process apart in which files from strangers are read."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.apart import Apart


@pytest.fixture(scope="module")
def apart(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    if sys.platform != "linux":
        pytest.skip("limits of memory are Linux's")
    with Apart(root, tmp_path_factory.mktemp("apart")) as process:
        yield process
