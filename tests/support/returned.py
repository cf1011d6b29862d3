"""Dossiers that come back: exported by a workspace, edited as somebody else would."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager, nullcontext
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from seeddesk.domain.paths import row_id, template_of
from seeddesk.domain.report import FileReport, ImportReport
from seeddesk.exchange.child import Child
from seeddesk.exchange.docx.carriers import Carriers
from seeddesk.exchange.xform import child as forms_apart
from seeddesk.services import exporting, merging
from seeddesk.services.demo_editor import edit
from seeddesk.services.workspace import Workspace


def send(ws: Workspace, practice: str, folder: Path) -> Path:
    """The practice's dossier, exported into a folder."""
    return exporting.export_dossiers(ws, [practice], folder)[0]


def edited(
    ws: Workspace,
    source: Path,
    name: str,
    cells: Mapping[str, str] | None = None,
    narratives: Mapping[str, str] | None = None,
    author: str = "Bruno",
    tracked: Mapping[str, str] | None = None,
    new_rows: Mapping[str, str] | None = None,
) -> Path:
    """A copy with other texts in some places: fields and cells by path, narratives by field; new_rows: path of a cell -> text for the
    empty row at the end of its table."""
    carriers = Carriers(ws.form)

    def tag(path: str) -> str:
        return carriers.tag(template_of(path), row_id(path[: path.rfind("]") + 1]) if "[" in path else None)

    target = source.with_name(name)
    edit(
        source,
        target,
        author,
        {tag(path): text for path, text in (cells or {}).items()},
        {carriers.mark(path): text for path, text in (narratives or {}).items()},
        {carriers.mark(path): text for path, text in (tracked or {}).items()},
        {tag(path): text for path, text in (new_rows or {}).items()},
    )
    return target


@contextmanager
def in_this_process() -> Iterator[None]:
    """Files from strangers are read in this process: what is tested is what becomes of them, and a process of its own takes a second to start."""

    def begin(self: Child[Any], path: Path) -> None:
        self._path = path

    def finish(self: Child[Any]) -> Any:
        return self._prepare(lambda name, *about: self._answers[name](*about), *self._settled)(self._path)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Child, "begin", begin)
        patch.setattr(Child, "finish", finish)
        # The process that reads a form sets the folder for temporary files for itself; here other threads have theirs.
        patch.setattr(forms_apart, "tempfile", SimpleNamespace(**vars(tempfile)))
        yield


@pytest.fixture(autouse=True)
def _reading(request: pytest.FixtureRequest) -> Iterator[None]:
    """For a folder or module that imports it: all its tests read files from strangers here, but those marked `apart`."""
    with nullcontext() if request.node.get_closest_marker("apart") else in_this_process():
        yield


@pytest.fixture
def read_here() -> Iterator[None]:
    """`in_this_process`, for a test."""
    with in_this_process():
        yield


def take(ws: Workspace, *paths: Path, mapping: str = "", dry_run: bool = False) -> ImportReport:
    """Import files, without a backup."""
    return merging.import_files(ws, list(paths), mapping, dry_run, backup=False)[0]


def statuses(report: ImportReport) -> Sequence[str]:
    """What became of each file."""
    return [file.status for file in report.files]


def changes(file: FileReport) -> dict[str, str]:
    """The paths a file changed, and how."""
    return {path: change for path, (_, change) in file.fields.items() if change not in ("unchanged", "absent")}
