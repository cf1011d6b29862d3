"""How much is tried in a run: the share of every run, and what `build/dev.py test --all` tries besides."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest


@dataclass(frozen=True)
class Plan:
    """Rounds in all, over all operations. Where something can be counted out (calls, statements), EVERY tries each once."""

    seed: int
    kills: int  # half at a random time, half at calls that change the disk
    cuts: int  # power cuts, in each of the two models
    errors: int  # calls that fail
    full: int  # disks that fill up, and are freed
    migrations: int  # kills while the schema changes
    drills: int  # backups brought back
    damaged: int  # catalogues with a damaged page
    protected: int  # kills, cuts in each model and failing calls in a protected catalogue, each
    keys: int  # kills while a catalogue is protected, unprotected and given another key, each
    beside: int  # kills of an import that several processes list, and of those processes, each


EVERY = 1 << 30

#                 seed      kills   cuts    errors full migrations drills damaged protected keys beside
SHARE = Plan(20261122, 1_000, 1_000, 200, 10, 50, 10, 200, 50, 20, 2)
NIGHTLY = Plan(20261123, 10_000, 20_000, EVERY, 50, 500, 100, 5_000, 500, EVERY, 100)

BOTH = [
    pytest.param(SHARE, id="share"),
    pytest.param(NIGHTLY, id="nightly", marks=[pytest.mark.slow, pytest.mark.timeout(4 * 3600)]),
]


def spread(total: int, names: Sequence[str]) -> dict[str, int]:
    """A number of rounds shared out among operations."""
    if total == EVERY:
        return dict.fromkeys(names, EVERY)
    return {name: total // len(names) + (at < total % len(names)) for at, name in enumerate(names)}
