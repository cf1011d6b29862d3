"""Files from strangers read in a process of their own that may take 512 MB, write in one folder, and reach nothing else.

What reaches out (a connection, a name looked up, another program, a file written elsewhere) ends the process, so a test fails for want of an
answer, and says for what.
"""

from __future__ import annotations

import json
import os
import select
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

MEGABYTES, SECONDS = 512, 10  # of the processor; a busy machine may take its time
_PATIENCE = 90
_OUTWARD = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "subprocess.Popen", "os.system", "os.exec",
            "os.posix_spawn", "os.fork", "ftplib.connect", "urllib.Request", "http.client.connect", "webbrowser.open", "ctypes.dlopen")  # fmt: skip
_CHANGING = (
    "os.mkdir",
    "os.remove",
    "os.rename",
    "os.rmdir",
    "os.link",
    "os.symlink",
    "os.truncate",
    "os.chmod",
    "tempfile.mkstemp",
)


class Apart:
    """The process. folder: the only place it may write. A context manager; `ask` it of one file after the other."""

    def __init__(self, root: Path, folder: Path) -> None:
        self._root, self.folder = root, folder
        self._process: subprocess.Popen[str] | None = None

    def __enter__(self) -> Apart:
        return self

    def __exit__(self, *_: object) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()

    def ask(self, how: str, path: Path) -> Any:
        """What becomes of a file: ``how`` names a function of this module. Raises AssertionError when the process does not answer in time."""
        if self._process is None:
            environment = {
                **os.environ,
                "TMPDIR": str(self.folder),
                "PYTHONDONTWRITEBYTECODE": "1",
                "PYTHONWARNINGS": "ignore",
            }
            command = [sys.executable, "-m", "tests.support.apart", str(self.folder)]
            pipe = subprocess.PIPE
            self._process = subprocess.Popen(
                command, stdin=pipe, stdout=pipe, stderr=pipe, text=True, cwd=self._root, env=environment
            )
            assert self._process.stdout is not None
            self._process.stdout.readline()  # all is loaded
        process = self._process
        assert process.stdin is not None
        assert process.stdout is not None
        process.stdin.write(json.dumps([how, str(path)]) + "\n")
        process.stdin.flush()
        ready = select.select([process.stdout], [], [], _PATIENCE)[0]
        answer = process.stdout.readline() if ready else ""
        if not answer:
            process.kill()
            said = process.communicate()[1]
            self._process = None
            raise AssertionError(
                f"{path.name}: {'no answer' if ready else f'more than {_PATIENCE} seconds'}: {said[-2000:]}"
            )
        found, seconds = json.loads(answer)
        assert seconds < SECONDS, f"{path.name}: {seconds:.1f} seconds"
        return found


def table(path: Path) -> Any:
    """A refusal's code, or header and rows."""
    from seeddesk.domain.errors import UserError
    from seeddesk.exchange.table import read_table

    try:
        found = read_table(path)
    except UserError as error:
        return _said(error)
    return [list(found.columns), *[list(cells) for _, cells in found.rows[:5]]]


def form(path: Path) -> Any:
    """``read``, or the codes of the errors."""
    from seeddesk.exchange.xform import check_form

    found, remarks = check_form(path)
    assert all(remark.message("it") for remark in remarks)
    return "read" if found is not None else [remark.code for remark in remarks if remark.is_error]


def document(path: Path) -> Any:
    """A refusal's code, or the codes of the remarks; read by a form with a title and no more."""
    from seeddesk.domain.errors import UserError
    from seeddesk.domain.form import Field, Form, Kind, Section
    from seeddesk.exchange.docx.reader import read_return

    title = Field("title", Kind.TEXT, {"it": "Titolo"}, "/data/title", "only")
    form = Form("f", "1", {"it": "F"}, ("it",), (Section("only", {"it": "Parte"}, (title,)),), {})
    try:
        found = read_return(path.read_bytes(), lambda form, version: None, form, lambda *base: None)
    except UserError as error:
        return _said(error)
    return [code for code, _ in found.fidelity.warnings]


def picture(path: Path) -> Any:
    """The size it has by its header, and in a dossier; None where there is none."""
    from seeddesk.exchange.docx import images
    from seeddesk.services.exporting import photo

    data = path.read_bytes()
    images.alike(data, data)
    made = photo("p", data)
    return [images.size(data), None if made is None else [made.width, made.height]]


def _said(error: Any) -> str:
    from seeddesk.domain.messages import sentence

    for lang in ("it", "en"):
        sentence(error.code, lang, **error.arguments)  # raises where a word of it is missing
    return str(error.code)


def _watch(folder: str) -> None:
    def watch(event: str, arguments: tuple[Any, ...]) -> None:
        if event == "open":
            path, mode, flags = arguments
            writes = (
                any(letter in mode for letter in "wax+")
                if isinstance(mode, str)
                else flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            )
            if not writes or isinstance(path, int):
                return
        elif event in _CHANGING:
            path = arguments[0]
            if (
                event != "os.chmod" and isinstance(arguments[-1], int) and arguments[-1] >= 0
            ):  # in a folder that is open
                path = os.path.join(os.readlink(f"/proc/self/fd/{arguments[-1]}"), os.fsdecode(path))
        elif event not in _OUTWARD:
            return
        else:
            path = ""
        # The folder itself is what a nameless temporary file is opened by; such a file is gone when it is closed.
        if not path or not (os.path.realpath(os.fsdecode(path)) + os.sep).startswith(folder + os.sep):
            print(f"reached out: {event} {arguments!r}", file=sys.stderr, flush=True)
            os._exit(3)

    sys.addaudithook(watch)


def _main(folder: str) -> None:
    import resource

    import openpyxl  # noqa: F401 - what is loaded late is loaded before the watch begins
    from PIL import Image

    import seeddesk.exchange.docx.reader
    import seeddesk.exchange.xform
    import seeddesk.services.exporting  # noqa: F401 - loaded before the watch, as above

    Image.init()
    resource.setrlimit(resource.RLIMIT_AS, (MEGABYTES << 20, MEGABYTES << 20))
    _watch(os.path.realpath(folder))
    print("ready", flush=True)
    for line in sys.stdin:
        how, path = json.loads(line)
        start = time.process_time()
        answer = {"table": table, "form": form, "document": document, "picture": picture}[how](Path(path))
        print(json.dumps([answer, time.process_time() - start]), flush=True)


if __name__ == "__main__":
    _main(sys.argv[1])
