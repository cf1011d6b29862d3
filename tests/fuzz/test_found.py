"""What fuzzing found once stays harmless: every input that broke a reader is read again."""

from __future__ import annotations

import contextlib
from pathlib import Path

import pytest

from tests.fuzz.targets import TARGETS

FOUND = Path(__file__).resolve().parent.parent / "data" / "found"


@pytest.mark.parametrize("name", TARGETS)
def test_what_broke_a_reader_once_is_read_or_refused(name, tmp_path):
    with contextlib.closing(TARGETS[name](tmp_path)) as target:
        kept = sorted((FOUND / name).glob("*"))
        for data in (*target.seeds, *(file.read_bytes() for file in kept)):
            target.one(data)
