"""The task runner: every service verb goes through it, none runs on the window's thread.

One thread writes, one reads, one does long work (rehearsals, exports). Results come back to the window's thread by one signal; the
`Changes` in a result are announced once, to every view. Nobody calls processEvents.
"""

from __future__ import annotations

import sys
import time
from collections import deque
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import QObject, Signal

from seeddesk.domain.changes import Changes, Progress
from seeddesk.domain.errors import Cancelled, UserError
from seeddesk.gui.turns import WhenRoom

# Seconds a working thread goes on when the window wants to run. The window asks at every call from Qt into Python, some fifty times where a page is
# laid out: at 1 ms each that alone is 50 ms, at Python's own 5 ms a quarter of a second. The work beside it is not measurably slower.
GIVE_WAY = 0.0001


@dataclass(eq=False)
class Job:
    """One piece of work under way. `cancel` stops it at its next step; it then ends in silence."""

    work: Callable[[Progress], Any]
    owner: QObject
    then: Callable[[Any], None] | None
    failed: Callable[[UserError], None] | None
    told: Callable[[int, int, str], None] | None
    ended: Callable[[], None] | None
    key: str
    progress: Progress = field(default_factory=Progress)
    dropped: bool = False

    def cancel(self) -> None:
        """Ask the work to stop."""
        self.progress.cancel()


class Runner(QObject):
    """Runs verbs on threads of their kind and brings results home."""

    changed = Signal(object)  # Changes, after any verb that changed something
    user_error = Signal(object)  # UserError nobody else took
    bug = Signal(object)  # any other exception
    idle = Signal()
    _finished = Signal(object, object, object)  # Job, result, error
    _stepped = Signal(object, int, int, str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        sys.setswitchinterval(GIVE_WAY)
        self._threads = {
            kind: ThreadPoolExecutor(max_workers=1, thread_name_prefix=f"seeddesk-{kind}")
            for kind in ("write", "read", "long")
        }
        self._newest: dict[str, Job] = {}
        self._open: set[Job] = set()
        self._closed = False
        self._back: deque[tuple[Job, Any, Exception | None]] = deque()  # results that wait for their turn
        self._turn = WhenRoom(self, self._bring_next)  # showing several results at once would hold a key up
        self._finished.connect(self._came_back)
        self._stepped.connect(self._tell)

    def write(
        self, owner: QObject, work: Callable[..., Any], then: Callable[[Any], None] | None = None, **more: Any
    ) -> Job:
        """Run a verb that writes, after those asked for before it."""
        return self._submit("write", owner, work, then, **more)

    def read(
        self, owner: QObject, work: Callable[..., Any], then: Callable[[Any], None] | None = None, **more: Any
    ) -> Job:
        """Run a verb that reads. With `key`, a newer job of the same key drops this one."""
        return self._submit("read", owner, work, then, **more)

    def long(
        self, owner: QObject, work: Callable[..., Any], then: Callable[[Any], None] | None = None, **more: Any
    ) -> Job:
        """Run long work that leaves the catalogue alone, beside reading and writing."""
        return self._submit("long", owner, work, then, **more)

    @property
    def busy(self) -> bool:
        """Whether anything is under way."""
        return bool(self._open)

    def close(self) -> None:
        """Finish what was asked for (writes wait to be durable), then stop the threads. What is asked for later is not done."""
        self._closed = True
        for job in self._open:
            if job.told is not None:
                job.cancel()
        for kind in ("long", "read", "write"):
            self._threads[kind].shutdown(wait=True)

    def _submit(
        self,
        kind: str,
        owner: QObject,
        work: Callable[[Progress], Any],
        then: Callable[[Any], None] | None,
        *,
        failed: Callable[[UserError], None] | None = None,
        told: Callable[[int, int, str], None] | None = None,
        ended: Callable[[], None] | None = None,
        key: str = "",
    ) -> Job:
        job = Job(work, owner, then, failed, told, ended, key)
        if self._closed:
            job.dropped = True
            return job
        if key:
            older = self._newest.get(key)
            if older is not None:
                older.dropped = True
            self._newest[key] = job
        if told is not None:
            job.progress.report = _Throttle(lambda *step: self._stepped.emit(job, *step))
        self._open.add(job)
        self._threads[kind].submit(self._run, job)
        return job

    def _run(self, job: Job) -> None:
        """On the working thread."""
        if job.dropped:
            self._finished.emit(job, None, Cancelled())
            return
        try:
            result = job.work(job.progress)
        except Exception as error:  # noqa: BLE001 - carried to the window's thread, where each kind is shown
            self._finished.emit(job, None, error)
        else:
            self._finished.emit(job, result, None)

    def _tell(self, job: Job, done: int, total: int, what: str) -> None:
        if job.told is not None and not job.dropped and shiboken6.isValid(job.owner):
            job.told(done, total, what)

    def _came_back(self, job: Job, result: Any, error: Exception | None) -> None:
        self._back.append((job, result, error))
        self._turn.start()

    def _bring_next(self) -> None:
        found = self._back.popleft()
        if not self._back:
            self._turn.stop()
        self._bring_home(*found)

    def _bring_home(self, job: Job, result: Any, error: Exception | None) -> None:
        self._open.discard(job)
        if self._newest.get(job.key) is job:
            del self._newest[job.key]
        wanted = not job.dropped and shiboken6.isValid(job.owner)
        if wanted and job.ended is not None:
            job.ended()
        if error is None:
            if wanted and job.then is not None:
                job.then(result)
            changes = _changes_in(result)
            if changes is not None:
                self.changed.emit(changes)
        elif isinstance(error, UserError):
            if wanted and job.failed is not None:
                job.failed(error)
            else:
                self.user_error.emit(error)
        elif not isinstance(error, Cancelled):
            self.bug.emit(error)
        if not self._open:
            self.idle.emit()


class _Throttle:
    """Lets at most one progress report in 50 ms through, and always the last."""

    def __init__(self, report: Callable[[int, int, str], None]) -> None:
        self._report = report
        self._last = 0.0

    def __call__(self, done: int, total: int, what: str) -> None:
        now = time.monotonic()
        if now - self._last >= 0.05 or (total and done >= total):
            self._last = now
            self._report(done, total, what)


def _changes_in(result: Any) -> Changes | None:
    """The Changes a verb returned, alone or as a member of its tuple; None when nothing changed."""
    members = result if isinstance(result, tuple) else (result,)
    for member in members:
        if isinstance(member, Changes) and (member.practices or member.forms or member.settings):
            return member
    return None
