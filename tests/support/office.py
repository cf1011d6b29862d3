"""The LibreOffice of this machine, for tests: one instance with a profile of its own, listening at a pipe, ended by its id."""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import uuid
from collections.abc import Iterator, Sequence
from pathlib import Path

import pytest

PATIENCE = 240  # seconds: how busy a machine is says nothing of the program
SYSTEM_PYTHON = "/usr/bin/python3"
FILTERS = {
    ".docx": "MS Word 2007 XML",
    ".odt": "writer8",
    ".rtf": "Rich Text Format",
    ".doc": "MS Word 97",
    ".pdf": "writer_pdf_Export",
}
Edit = Sequence[object]


class Office:
    """Opens, edits and saves documents."""

    def __init__(self, session: subprocess.Popen[str]) -> None:
        self._session = session

    def save_as(self, source: Path, *targets: Path) -> None:
        """Open a document and save it; the ending says the format."""
        self.edit(source, [], *targets)

    def edit(
        self, source: Path, edits: Sequence[Edit], *targets: Path, tracked: bool = False, password: str = ""
    ) -> list[object]:
        """Open a document, make edits (verbs of `uno_session.Document` with their arguments), save it; one with a password in its place too."""
        job = {
            "open": str(source),
            "tracked": tracked,
            "password": password,
            "edits": [list(edit) for edit in edits],
            "save": [[str(target), FILTERS[target.suffix]] for target in targets],
        }
        assert self._session.stdin is not None
        assert self._session.stdout is not None
        self._session.stdin.write(json.dumps(job) + "\n")
        self._session.stdin.flush()
        answer = json.loads(self._session.stdout.readline() or '{"error": "LibreOffice ended"}')
        assert "error" not in answer, answer["error"]
        return list(answer["done"])


def start(folder: Path) -> Iterator[Office]:
    """A running LibreOffice; skipped where there is none."""
    program = shutil.which("soffice")
    if (
        program is None
        or subprocess.run([SYSTEM_PYTHON, "-c", "import uno"], capture_output=True, check=False).returncode
    ):
        pytest.skip("LibreOffice with its Python bridge is not installed")
    pipe = f"seeddesk-{uuid.uuid4().hex}"  # not a port: somebody else may take one between asking for it and listening there
    office = subprocess.Popen(
        [
            program,
            *("--headless", "--norestore", "--nologo", "--nodefault"),
            f"-env:UserInstallation={(folder / 'profile').as_uri()}",
            f"--accept=pipe,name={pipe};urp;",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    session = subprocess.Popen(
        [SYSTEM_PYTHON, str(Path(__file__).with_name("uno_session.py")), pipe],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    try:
        yield Office(session)
    finally:
        assert session.stdin is not None
        assert session.stdout is not None
        session.stdin.close()
        session.wait(PATIENCE)
        session.stdout.close()
        os.killpg(
            office.pid, signal.SIGTERM
        )  # the program is a script that starts the real one: the group has only those two
        office.wait(PATIENCE)
        for left in Path("/tmp").glob(f"OSL_PIPE_*_{pipe}"):  # where LibreOffice makes it, whatever TMPDIR says
            left.unlink()


def convert(source: Path, target: Path, folder: Path) -> None:
    """Open and save in an instance of its own that ends by itself: 7.4 crashes when a listening one opens a document with comments."""
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not installed")
    out = folder / "converted"
    command = [
        program,
        f"-env:UserInstallation={(folder / 'profile').as_uri()}",
        "--headless",
        "--convert-to",
        target.suffix[1:],
    ]
    subprocess.run([*command, "--outdir", str(out), str(source)], check=True, capture_output=True, timeout=250)
    (out / f"{source.stem}{target.suffix}").replace(target)


@pytest.fixture(scope="session")
def office(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Office]:
    """LibreOffice, started once for all tests that use it."""
    yield from start(tmp_path_factory.mktemp("office"))
