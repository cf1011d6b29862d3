"""The measure of everything here: ours against a peer in one run, turn by turn, as a ratio of medians.

A machine is slow or fast, busy or idle; a ratio taken turn by turn says the same on all of them. A module `bench_*.py` in this
folder registers functions with `@benchmark`; each returns a `Row`, or several. `python3 build/dev.py bench` runs them.
"""

from __future__ import annotations

import gc
import math
import statistics
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

SAMPLE = 0.02  # seconds that one sample takes at least; what is quicker is called several times


@dataclass(frozen=True, slots=True)
class Row:
    """One line of the table: medians of ours and the peer's in `unit`, and the most that ours may be.

    budget: of the ratio ours / peer; where `difference` is true, of ours - peer.
    """

    name: str
    ours: float
    peer: float
    peer_name: str
    budget: float
    unit: str = "ms"
    difference: bool = False

    @property
    def result(self) -> float:
        """What is held against the budget."""
        return self.ours - self.peer if self.difference else self.ours / self.peer

    @property
    def within(self) -> bool:
        """Whether the budget is kept."""
        return self.result <= self.budget


class Missing(Exception):
    """What a benchmark needs is not on this machine; the text says what."""


BENCHMARKS: list[Callable[[], Row | Iterable[Row]]] = []


def benchmark(function: Callable[[], Row | Iterable[Row]]) -> Callable[[], Row | Iterable[Row]]:
    """Register a function of this folder's modules; its docstring's first line says what it measures."""
    BENCHMARKS.append(function)
    return function


def compare(
    name: str,
    ours: Callable[[], object],
    peer: Callable[[], object],
    *,
    peer_name: str,
    budget: float,
    rounds: int = 15,
) -> Row:
    """Time two functions turn by turn, without garbage collection; medians in milliseconds a call."""
    calls = {function: _calls_per_sample(function) for function in (ours, peer)}
    medians = _alternate(lambda function: _timed(function, calls[function]), ours, peer, rounds)
    return Row(name, *medians, peer_name, budget)


def read(
    name: str,
    ours: Callable[[], float],
    peer: Callable[[], float],
    *,
    peer_name: str,
    budget: float,
    unit: str,
    rounds: int = 7,
    difference: bool = False,
) -> Row:
    """The same for functions that return what they measured themselves (the time or the memory of a process they start)."""
    medians = _alternate(lambda function: function(), ours, peer, rounds)
    return Row(name, *medians, peer_name, budget, unit, difference)


def _alternate(sample: Callable[[Callable], float], ours: Callable, peer: Callable, rounds: int) -> tuple[float, float]:
    samples: dict[Callable, list[float]] = {ours: [], peer: []}
    gc.collect()
    gc.disable()
    try:
        for turn in range(rounds):
            for function in (ours, peer) if turn % 2 else (peer, ours):
                samples[function].append(sample(function))
    finally:
        gc.enable()
    return statistics.median(samples[ours]), statistics.median(samples[peer])


def _calls_per_sample(function: Callable[[], object]) -> int:
    function()  # warms caches and imports
    return max(1, math.ceil(SAMPLE / max(1e-9, _timed(function, 1) / 1000)))


def _timed(function: Callable[[], object], calls: int) -> float:
    start = time.perf_counter()
    for _ in range(calls):
        function()
    return (time.perf_counter() - start) * 1000 / calls
