"""A watch over tests of files from strangers: no connection, no other program, and nothing written outside the tests' own folders."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

OUTWARD = ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto", "os.system", "os.exec",
           "ftplib.connect", "urllib.Request", "http.client.connect", "webbrowser.open")  # fmt: skip
_OURS = ("__pycache__", ".hypothesis", ".pytest_cache", os.devnull)  # what running tests writes by itself
_folders: list[str] = []  # where writing is allowed; empty: nobody watches
_seen: list[str] = []


def _watch(event: str, arguments: tuple[object, ...]) -> None:
    if not _folders:
        return
    if event in OUTWARD:
        _seen.append(f"{event} {arguments!r}")
    elif event == "open":
        path, mode, flags = arguments
        writes = (
            any(letter in mode for letter in "wax+")
            if isinstance(mode, str)
            else bool(flags & (os.O_WRONLY | os.O_RDWR))
        )  # type: ignore[operator]  # an audit event's flags are a number
        if writes and isinstance(path, str | bytes | os.PathLike):
            real = os.path.realpath(os.fsdecode(path))
            if not real.startswith(tuple(_folders)) and not any(ours in real for ours in _OURS):
                _seen.append(f"{event} {real}")


sys.addaudithook(_watch)


@pytest.fixture
def alone(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Fails a test in which the program reached out, whatever became of it."""
    base = Path(os.path.realpath(tmp_path_factory.getbasetemp()))
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path_factory.mktemp("temporary")))
    _folders[:] = [str(base) + os.sep]
    _seen.clear()
    try:
        yield
    finally:
        _folders.clear()
    assert _seen == []
