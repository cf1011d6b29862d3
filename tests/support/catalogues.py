"""Catalogues to test with: workspaces on a temporary folder, with practices in them, and others to exchange revisions with."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from seeddesk.domain.values import Value
from seeddesk.services import recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import place

GARDENS: dict[str, Value] = {
    "title": "Orti di comunità",
    "country": "IT",
    "short_description": "Un campo abbandonato diventa un orto. Lo curano in trenta.",
    "overview": "Il quartiere non aveva verde. Ora ha un orto. Lo curano gli abitanti.",
    "lead_org.name": "Associazione L'Orto",
    "need": "Isolamento degli anziani.",
    "start": "2021-03",
}


@pytest.fixture
def new_workspace(tmp_path: Path) -> Iterator[Callable[..., Workspace]]:
    """Makes workspaces, each on a catalogue of its own: ``new_workspace("Ada")``. They are closed when the test ends."""
    made: list[Workspace] = []

    def make(author: str = "Ada", name: str = "", lang: str = "it") -> Workspace:
        made.append(Workspace.create(tmp_path / f"{name or f'catalogue{len(made)}'}.seeddesk", author, lang))
        return made[-1]

    yield make
    for workspace in made:
        workspace.close()


@pytest.fixture
def one_place(monkeypatch: pytest.MonkeyPatch) -> None:
    """Files whose copies cannot be told apart, as on a disk that was cloned: they write as the same device. Asked for before a workspace."""
    monkeypatch.setattr(place, "home", lambda location: "the same machine, the same file")


@pytest.fixture
def workspace(new_workspace: Callable[..., Workspace]) -> Workspace:
    """An empty catalogue, written by Ada."""
    return new_workspace()


def record(workspace: Workspace, **values: Value) -> str:
    """A practice like GARDENS with other or further values (``lead_org__name`` stands for ``lead_org.name``). Returns its id."""
    return recording.start(workspace, {**GARDENS, **_paths(values)})[0]


def edit(workspace: Workspace, practice: str, **values: Value) -> None:
    """Open a practice, change it, save it."""
    recording.save(workspace, recording.open_draft(workspace, practice), _paths(values))


def add_row(workspace: Workspace, practice: str, repeat: str, **cells: Value) -> str:
    """Add a row behind the last one; returns its path."""
    draft = recording.open_draft(workspace, practice)
    row, changes = recording.new_row(draft.values, repeat)
    recording.save(workspace, draft, {**changes, **{f"{row}.{name}": value for name, value in cells.items()}})
    return row


def attach(workspace: Workspace, practice: str, path: Path, **cells: Value) -> str:
    """Keep a file and add it to a practice's attachments; returns the row's path."""
    return add_row(workspace, practice, "attachments", file=recording.keep_file(workspace, path), **cells)


def remove_row(workspace: Workspace, practice: str, row: str) -> None:
    """Take a row out."""
    recording.save(workspace, recording.open_draft(workspace, practice), {row: None})


def exchange(*workspaces: Workspace) -> None:
    """Give every catalogue the revisions of all others, as a sync would."""
    everything = []
    for workspace in workspaces:
        with workspace.catalogue.read() as view:
            everything += list(view.all_revisions())
    for workspace in workspaces:
        with workspace.catalogue.write() as tx:
            tx.append(everything)


def values(workspace: Workspace, practice: str) -> dict[str, Value]:
    """What the practice shows."""
    return dict(recording.open_draft(workspace, practice).values)


def _paths(values: dict[str, Value]) -> dict[str, Value]:
    return {name.replace("__", "."): value for name, value in values.items()}
