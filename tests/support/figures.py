"""What was tried, how often, and how often it went wrong: tests say it, the end of the run prints it, also with several workers.

    def test_a_kill_loses_nothing(figures):
        broken = [...]
        figures.tried("kills while saving", n=1000, broken=len(broken), seed=SEED)
        assert not broken

Say it before the assertion, so that failures are counted too. Lines that say the same of the same seed, from whichever tests and workers, become
one: a test for each of ten operations gives ten lines when it names the operation in `what`, one when it does not. Printed at the end:

    0 of 1,000 kills while saving, seed 20261122, commit e6138a7, below 0.3 % (95 %), 52 s

`below` is 3/n: so rare is, with 95 % confidence, what was not seen in n independent tries. `figures.measured("reopening", [0.012, …])` prints the
median and the worst of many times instead.
"""

from __future__ import annotations

import statistics
import subprocess
import time
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

_TRIED, _MEASURED = "figures-tried", "figures-measured"
_ROOT = Path(__file__).resolve().parents[2]


class Figures:
    """What one test has to say; carried by its report, which also comes from workers."""

    def __init__(self, properties: list[tuple[str, object]]) -> None:
        self._properties, self._started = properties, time.monotonic()

    def tried(
        self, what: str, n: int, broken: int = 0, seed: object = "", seconds: float | None = None, different: int = 0
    ) -> None:
        """n tries of `what`, of which some broke a promise. seconds: elapsed, if not told since the test began or last said something ·
        different: how many of the tries were not the same as another, where that is known."""
        if seconds is None:
            seconds = time.monotonic() - self._started
        self._started = time.monotonic()
        self._properties.append((_TRIED, [what, str(seed), n, broken, round(seconds, 2), different]))

    def measured(self, what: str, values: Iterable[float], unit: str = "s") -> None:
        """Many measurements of one thing, in seconds or another unit."""
        self._properties.append((_MEASURED, [what, unit, [round(value, 6) for value in values]]))


@pytest.fixture
def figures(request: pytest.FixtureRequest) -> Figures:
    """See the module."""
    return Figures(request.node.user_properties)


@dataclass
class _Sum:
    n: int = 0
    broken: int = 0
    seconds: float = 0.0
    different: int = 0


@dataclass
class _Said:
    """What all tests of a run said together, in the order of the names."""

    tried: dict[tuple[str, str], _Sum] = field(default_factory=dict)
    measured: dict[tuple[str, str], list[float]] = field(default_factory=dict)

    def add(self, name: str, value: Any) -> None:
        if name == _TRIED:
            what, seed, n, broken, seconds, different = value
            total = self.tried.setdefault((what, seed), _Sum())
            total.n, total.broken, total.seconds = total.n + n, total.broken + broken, total.seconds + seconds
            total.different += different
        elif name == _MEASURED:
            what, unit, values = value
            self.measured.setdefault((what, unit), []).extend(values)

    def lines(self, commit: str) -> Iterator[str]:
        for (what, seed), total in sorted(self.tried.items()):
            parts = [f"{total.broken:,} of {total.n:,} {what}"]
            parts += [f"{total.different:,} of them different"] if total.different else []
            parts += [*([f"seed {seed}"] if seed else []), f"commit {commit}"]
            if total.n and not total.broken:
                parts.append(f"below {300 / total.n:.2g} % (95 %)")
            yield ", ".join([*parts, f"{total.seconds:.0f} s"])
        for (what, unit), values in sorted(self.measured.items()):
            if values:
                yield f"{what}: median {statistics.median(values):.3g} {unit}, worst {max(values):.3g} {unit}, {len(values):,} times"


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print what was tried. A test's last report carries everything it said."""
    said = _Said()
    for report in (each for reports in terminalreporter.stats.values() for each in reports):
        if getattr(report, "when", "") == "teardown":
            for name, value in report.user_properties:
                said.add(name, value)
    lines = list(said.lines(_commit()))
    if lines:
        terminalreporter.section("What was tried")
        for line in lines:
            terminalreporter.write_line(line)


def _commit() -> str:
    """The commit the tests ran on, marked when there are changes to it; "unknown" outside a checkout."""
    try:
        asked = ["git", "describe", "--always", "--dirty=+changes", "--exclude=*"]
        run = subprocess.run(asked, cwd=_ROOT, capture_output=True, text=True, timeout=250, check=True)
    except (OSError, subprocess.SubprocessError):
        return "unknown"
    return run.stdout.strip()
