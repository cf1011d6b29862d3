"""The process apart in which files from strangers are read, and a watch over every test of this folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.alone import alone  # noqa: F401  # a fixture
from tests.support.apart import Apart


@pytest.fixture(autouse=True)
def _alone(alone: None) -> None:  # noqa: F811  # a fixture of the same name
    """No test here reaches a network or writes outside its folders."""


@pytest.fixture(scope="module")
def apart(root: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Apart]:
    if sys.platform != "linux":
        pytest.skip("limits of memory are Linux's")
    with Apart(root, tmp_path_factory.mktemp("apart")) as process:
        yield process
