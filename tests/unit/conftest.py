"""Unit tests read files from strangers in their own process, unless they are marked `apart`: the process that reads takes a second to start."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import nullcontext

import pytest

from tests.support.returned import in_this_process


@pytest.fixture(autouse=True)
def _reading(request: pytest.FixtureRequest) -> Iterator[None]:
    with nullcontext() if request.node.get_closest_marker("apart") else in_this_process():
        yield
