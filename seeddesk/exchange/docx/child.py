"""Returned dossiers read in a process of their own, with little memory and little time: whatever a document does, the program goes on.

One process serves a whole batch and asks its parent for forms and base records, so that it needs no catalogue. It is replaced when it had
to be stopped. Where the system has resource limits it can take 512 MB and write to no file; everywhere a watchdog ends it.
"""

from __future__ import annotations

import contextlib
import multiprocessing
import signal
import sys
import time
import traceback
from collections.abc import Iterable, Iterator
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path
from types import TracebackType

from seeddesk.domain.dossier import Base, Return
from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Form
from seeddesk.exchange.docx.guard import FILE_LIMIT
from seeddesk.exchange.docx.identity import FindBase
from seeddesk.exchange.docx.reader import FindForm, read_return

SECONDS = 10.0
MEMORY = 512 << 20
_START = 60.0  # seconds a cold start may take on a slow disk; nothing hostile has been opened by then


def read_in_child(
    paths: Iterable[Path],
    find_form: FindForm,
    default_form: Form,
    find_base: FindBase,
    seconds: float = SECONDS,
    password: str = "",
) -> Iterator[tuple[Path, Return | Refused]]:
    """Read many files under limits, in their order: each with what was read, or why it was refused.

    The next file is read while the caller deals with the last. `find_form` and `find_base` (see `reader.read_return`) are called in this
    process and thread. password: opens those that have one.
    """
    waiting = iter(paths)
    with ReadingChild(find_form, default_form, find_base, seconds, password) as child:
        path = next(waiting, None)
        if path is not None:
            child.begin(path)
        while path is not None:
            outcome = child.finish()
            following = next(waiting, None)
            if following is not None:
                child.begin(following)
            yield path, outcome
            path = following


class ReadingChild:
    """The process that reads. Use as a context manager; `begin` a file, then `finish` it."""

    def __init__(
        self,
        find_form: FindForm,
        default_form: Form,
        find_base: FindBase,
        seconds: float = SECONDS,
        password: str = "",
    ) -> None:
        self._find_form, self._default_form, self._find_base = find_form, default_form, find_base
        self._seconds = seconds
        self._password = password
        self._process: BaseProcess | None = None
        self._pipe: Connection | None = None

    def __enter__(self) -> ReadingChild:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._stop()

    def begin(self, path: Path) -> None:
        """Hand a file to the process, starting one when there is none."""
        self._started().send(str(path))

    def finish(self) -> Return | Refused:
        """Wait for the file begun last: what was read, or why it was refused. Raises RuntimeError for a bug of the reader's."""
        pipe = self._started()
        left = self._seconds
        while True:
            start = time.monotonic()
            try:
                if not pipe.poll(max(left, 0)):
                    raise EOFError
                left -= time.monotonic() - start
                kind, *content = pipe.recv()
            except (EOFError, OSError):
                self._stop()
                return Refused("reading-stopped", seconds=round(self._seconds))
            if kind == "form":
                pipe.send(self._find_form(*content))
            elif kind == "base":
                pipe.send(self._find_base(*content))
            elif kind == "refused":
                return Refused(content[0], **content[1])
            elif kind == "bug":
                raise RuntimeError(content[0])
            else:
                found: Return = content[0]
                return found

    def _started(self) -> Connection:
        if self._pipe is not None:
            return self._pipe
        # Spawn, not fork: the parent has threads and an open catalogue.
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        process = context.Process(
            target=_serve, args=(theirs, self._default_form, self._password), daemon=True, name="seeddesk-reading"
        )
        process.start()
        self._process = process
        theirs.close()
        if not self._pipe.poll(_START):
            self._stop()
            raise RuntimeError("the reading process does not start")
        self._pipe.recv()
        return self._pipe

    def _stop(self) -> None:
        if self._pipe is not None:
            self._pipe.close()
        if self._process is not None:
            self._process.kill()
            self._process.join()
            self._process.close()
        self._pipe = self._process = None


def _serve(pipe: Connection, default_form: Form, password: str) -> None:
    """The life of the process: read a path, answer, until the parent hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent decides what an interruption means
    _limit_resources()
    forms: dict[tuple[str, str], Form | None] = {}

    def find_form(form: str, version: str) -> Form | None:
        if (form, version) not in forms:
            pipe.send(("form", form, version))
            forms[form, version] = pipe.recv()
        return forms[form, version]

    def find_base(practice: str, code: str, revision: int, sha256: str) -> Base | None:
        pipe.send(("base", practice, code, revision, sha256))
        found: Base | None = pipe.recv()
        return found

    pipe.send("ready")
    with contextlib.suppress(EOFError, BrokenPipeError):
        while True:
            path = Path(pipe.recv())
            try:
                pipe.send(("read", read_return(opened(path, password), find_form, default_form, find_base)))
            except Refused as refusal:
                pipe.send(("refused", refusal.code, refusal.arguments))
            except OSError as error:
                pipe.send(("refused", "file-unreadable", {"detail": error.strerror or type(error).__name__}))
            except MemoryError:
                return  # too little is left to go on; the parent starts another process
            except Exception:  # noqa: BLE001  a bug here must be told where a person can see it
                pipe.send(("bug", traceback.format_exc()))


def opened(path: Path, password: str) -> bytes:
    """The bytes of a document, out of its protection where there is one and a password was given."""
    data = path.read_bytes()
    if not password or len(data) > FILE_LIMIT:
        return data
    from seeddesk.exchange.docx import protected

    return protected.unprotect(data, password) if protected.is_protected(data) else data


def _limit_resources() -> None:
    if sys.platform == "win32":
        return
    import resource

    for kind, limit in ((resource.RLIMIT_AS, MEMORY), (resource.RLIMIT_FSIZE, 0), (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # a system may know a limit and not grant it
            resource.setrlimit(kind, (limit, limit))
