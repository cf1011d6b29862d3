"""Files from strangers read in a process of their own, with little memory and little time: whatever a file does, the program goes on.

One process serves a whole batch, asks its parent for what it needs of the catalogue, and is replaced when it had to be stopped. What it may
take is held twice: by the system's own limits where it has them (Linux), and everywhere by watchdogs, one in the parent for the time and one
in the process for the memory.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import os
import signal
import sys
import threading
import time
import traceback
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType
from typing import Any, Generic, TypeAlias, TypeVar

from seeddesk.domain.errors import Refused, UserError

T = TypeVar("T")
Ask: TypeAlias = Callable[..., Any]  # a question to the parent: its name, then what it is about
Prepare: TypeAlias = Callable[..., Callable[[Path], T]]
Waiting: TypeAlias = Callable[[Path], None]

_START = 60.0  # seconds a cold start may take on a slow disk; nothing hostile has been opened by then
_BEAT = 0.1  # seconds between two looks at whether the person wants to stop


def idle(_path: Path) -> None:
    """What to do while a file is read, for those who have nothing to do."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What reading one file may take. seconds · memory: bytes · written: bytes of a temporary file (only Linux and macOS hold to it)."""

    seconds: float
    memory: int = 512 << 20
    written: int = 0


class Child(Generic[T]):
    """The process that reads. Use as a context manager; `begin` a file, then `finish` it."""

    def __init__(
        self,
        prepare: Prepare[T],
        settled: tuple[object, ...],
        limits: Limits,
        stopped: Callable[[Path], UserError],
        answers: Mapping[str, Callable[..., object]] | None = None,
        waiting: Waiting = idle,
    ) -> None:
        """prepare: a module's function; called in the process as ``prepare(ask, *settled)`` it gives the function that reads a path.

        stopped: what is said of a file that took more than it may · answers: who answers which question, in this process and thread ·
        waiting: called ten times a second while a file is read, with its path; what it raises ends the process.
        """
        self._prepare, self._settled, self._stopped = prepare, settled, stopped
        self._answers, self._waiting = answers or {}, waiting
        self.limits = limits
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None
        self._path = Path()

    def __enter__(self) -> Child[T]:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def begin(self, path: Path) -> None:
        """Hand a file to the process, starting one when there is none."""
        self._path = path
        self._started().send(str(path))

    def finish(self) -> T:
        """What was read in the file begun last. Raises UserError (why it is not taken), OSError (it cannot be read), RuntimeError for a bug
        of the reader's."""
        pipe = self._started()
        left = self.limits.seconds
        while True:
            start = time.monotonic()
            try:
                ready = pipe.poll(max(min(left, _BEAT), 0))
                left -= time.monotonic() - start
                kind, *content = pipe.recv() if ready else ("waiting",)
            except (EOFError, OSError):
                kind = "ended"
            if kind == "ended" or (kind == "waiting" and left <= 0):
                self._stop()
                raise self._stopped(self._path)
            if kind == "waiting":
                self._waiting(self._path)
            elif kind == "asked":
                name, *about = content
                pipe.send(self._answers[name](*about))
            elif kind == "refused":
                error, code, arguments = content
                raise error(code, **arguments)
            elif kind == "system":
                raise OSError(*content)
            elif kind == "bug":
                raise RuntimeError(content[0])
            else:
                found: T = content[0]
                return found

    def _started(self) -> Connection:
        if self._pipe is not None:
            return self._pipe
        # Spawn, not fork: the parent has threads and an open catalogue.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self._prepare, self.limits), daemon=True, name="seeddesk-reading"
        )
        process.start()
        self._process = process
        theirs.close()
        try:
            _expect(self._pipe)
            # Only now, and not as an argument: a process that dies while it starts leaves whoever starts it waiting to hand over a large one.
            self._pipe.send(self._settled)
            _expect(self._pipe)
        except (EOFError, OSError):
            self._stop()
            raise RuntimeError("the reading process does not start") from None
        return self._pipe

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None


def read_each(child: Child[T], paths: Iterable[Path]) -> Iterator[tuple[Path, T | Refused]]:
    """Read many files, in their order: each with what was read, or why it was refused. The next is read while the caller deals with the last."""
    waiting = iter(paths)
    with child:
        path = next(waiting, None)
        if path is not None:
            child.begin(path)
        while path is not None:
            outcome: T | Refused
            try:
                outcome = child.finish()
            except Refused as refusal:
                outcome = refusal
            except OSError as error:
                outcome = Refused("file-unreadable", detail=error.strerror or type(error).__name__)
            following = next(waiting, None)
            if following is not None:
                child.begin(following)
            yield path, outcome
            path = following


def _expect(pipe: Connection) -> None:
    """Wait for the process to say that it is there. Raises EOFError."""
    if not pipe.poll(_START):
        raise EOFError
    pipe.recv()


def _serve(pipe: Connection, prepare: Prepare[object], limits: Limits) -> None:
    """The life of the process: read a path, answer, until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    pipe.send("here")

    def ask(name: str, *about: object) -> object:
        pipe.send(("asked", name, *about))
        return pipe.recv()

    read = prepare(ask, *pipe.recv())
    _limit(limits)
    pipe.send("ready")
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            path = Path(pipe.recv())
            try:
                pipe.send(("read", read(path)))
            except UserError as refusal:
                pipe.send(("refused", type(refusal), refusal.code, refusal.arguments))
            except BrokenPipeError:
                return  # the parent has gone
            except OSError as error:
                pipe.send(("system", error.errno, error.strerror or type(error).__name__))
            except MemoryError:
                return  # too little is left to go on; the parent starts another process
            except Exception:  # noqa: BLE001  a bug here must be told where a person can see it
                pipe.send(("bug", traceback.format_exc()))


def _limit(limits: Limits) -> None:
    if sys.platform != "win32":
        import resource

        for kind, limit in (
            (resource.RLIMIT_AS, limits.memory),
            (resource.RLIMIT_FSIZE, limits.written),
            (resource.RLIMIT_CORE, 0),
        ):
            with contextlib.suppress(ValueError, OSError):  # a system may know a limit and not grant it
                resource.setrlimit(kind, (limit, limit))
    if sys.platform != "linux":  # macOS knows RLIMIT_AS and does not hold to it, Windows knows none
        threading.Thread(target=end_when_large, args=(limits.memory,), daemon=True).start()


def end_when_large(memory: int) -> None:
    """Watch this process, and end it at once when it takes more than `memory` bytes."""
    while resident() <= memory:
        time.sleep(0.05)
    os._exit(1)


def resident() -> int:
    """Bytes of memory this process has taken at most (Windows: takes now)."""
    if sys.platform == "win32":
        import ctypes
        from ctypes import wintypes

        class Counters(ctypes.Structure):
            _fields_ = (
                ("cb", wintypes.DWORD),
                ("PageFaultCount", wintypes.DWORD),
                *((name, ctypes.c_size_t) for name in ("PeakWorkingSetSize", "WorkingSetSize")),
                *((f"Quota{number}", ctypes.c_size_t) for number in range(4)),
                *((name, ctypes.c_size_t) for name in ("PagefileUsage", "PeakPagefileUsage")),
            )

        counters = Counters(cb=ctypes.sizeof(Counters))
        kernel = ctypes.WinDLL("kernel32")
        kernel.GetCurrentProcess.restype = wintypes.HANDLE
        kernel.K32GetProcessMemoryInfo.argtypes = (wintypes.HANDLE, ctypes.POINTER(Counters), wintypes.DWORD)
        kernel.K32GetProcessMemoryInfo(kernel.GetCurrentProcess(), ctypes.byref(counters), counters.cb)
        return max(counters.WorkingSetSize, counters.PagefileUsage)
    import resource

    taken = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return taken if sys.platform == "darwin" else taken * 1024
