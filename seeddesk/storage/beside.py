"""Work done by processes beside this one, as many as the machine has processors. One that ends early, or does not start, costs time and nothing else."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, suppress
from multiprocessing import connection
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Generic, TypeAlias, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Prepare: TypeAlias = Callable[[], Callable[[T], R]]  # makes what does the work; both can be sent to another process
_MOST = 8  # processes: each takes 100 MB


def many() -> int:
    """How many processes are worth having."""
    return min(os.cpu_count() or 1, _MOST)


class Beside(Generic[T, R]):
    """Processes that all do the same work, on one thing at a time each. Use as a context manager. here: does it in this process,
    for want of others."""

    def __init__(self, prepare: Prepare[T, R], here: Callable[[T], R], count: int) -> None:
        self._here = here
        self._all: dict[Connection, BaseProcess] = {}
        self._doing: dict[Connection, T] = {}
        context = multiprocessing.get_context("spawn")
        for _ in range(count):
            ours, theirs = context.Pipe()
            process = context.Process(target=_work, args=(theirs, prepare), daemon=True)
            with suppress(OSError, RuntimeError):  # no room for one more: the others do it, or we do
                process.start()
                self._all[ours] = process
            theirs.close()

    def each(self, things: Iterable[T]) -> Iterator[R]:
        """What comes of each thing, as it comes. The processes begin at once, whenever that is asked for."""
        rest = iter(things)
        self._give(rest)
        return self._come(rest)

    def _come(self, rest: Iterator[T]) -> Iterator[R]:
        while self._doing:
            for ready in connection.wait(list(self._doing)):
                assert isinstance(ready, Connection)
                thing = self._doing.pop(ready)
                try:
                    found: R = ready.recv()
                except (EOFError, OSError):  # it was ended
                    self._all.pop(ready).join()
                    found = self._here(thing)
                self._give(rest)
                yield found
        yield from map(self._here, rest)  # nobody is left

    def _give(self, rest: Iterator[T]) -> None:
        """One thing to each who has nothing to do."""
        free = [one for one in self._all if one not in self._doing]
        for one, thing in zip(free, rest, strict=False):
            self._doing[one] = thing
            with suppress(OSError):  # it was ended: reading from it says so
                one.send(thing)

    def __enter__(self) -> Beside[T, R]:
        return self

    def __exit__(self, *_raised: object) -> None:
        for ours, process in self._all.items():
            if ours in self._doing:
                process.terminate()
            ours.close()
            process.join()


def _work(parent: Connection, prepare: Prepare[T, R]) -> None:
    """What such a process does until its parent goes away."""
    with closing(parent), suppress(EOFError, OSError, KeyboardInterrupt):
        work = prepare()
        while True:
            parent.send(work(parent.recv()))
