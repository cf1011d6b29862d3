"""A restore that is killed half way is finished or as if it had never begun, and nothing is parted from what it needs."""

import contextlib
import shutil
from pathlib import Path

import pytest

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.services import maintenance
from seeddesk.services.workspace import Workspace
from seeddesk.storage import check as checks
from seeddesk.storage.lock import Lock
from tests.support.catalogues import GARDENS, edit, record, values


def test_a_restore_cut_off_half_way_is_finished_when_the_catalogue_is_opened(workspace, tmp_path):
    practice = record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    edit(workspace, practice, title="Dopo la copia")
    location = Path(workspace.catalogue.location)
    workspace.close()
    shutil.copy(copy, f"{location}.restoring")
    Path(f"{location}-wal").write_bytes(b"stale")
    location.rename(f"{location}.replaced-20260101-000000")
    with Workspace.open(location) as again:
        assert values(again, practice)["title"] == GARDENS["title"]
    assert Path(f"{location}.replaced-wal").read_bytes() == b"stale"


def test_a_restore_under_way_in_another_program_is_left_to_it(workspace, tmp_path):
    record(workspace)
    copy = maintenance.backup(workspace, tmp_path / "copy.seeddesk")
    location = Path(workspace.catalogue.location)
    workspace.close()
    shutil.copy(copy, f"{location}.restoring")
    location.unlink()
    lock = Lock(Path(f"{location}.lock"))
    lock.take()
    with pytest.raises(StorageError) as refused:
        Workspace.open(location, "Ada")
    assert refused.value.code == "catalogue-in-use"
    assert not location.exists()
    lock.release()
    Workspace.open(location, "Ada").close()


@pytest.mark.parametrize("last", range(6))
def test_a_restore_cut_off_at_any_rename_parts_nothing_from_its_log_and_writes_as_another_device(
    workspace, monkeypatch, last
):
    practice = record(workspace)
    copy = maintenance.backup(workspace)
    location = Path(workspace.catalogue.location)
    edit(workspace, practice, title="Nel diario")
    as_it_lay = {ending: Path(f"{location}{ending}").read_bytes() for ending in ("", "-wal")}
    workspace.close()
    for ending, data in as_it_lay.items():  # as a crash leaves it
        Path(f"{location}{ending}").write_bytes(data)
    rename, done = Path.replace, []

    def replace(self, target):
        if "-shm" not in str(target):
            done.append(str(target))
        if len(done) > last:
            raise KeyboardInterrupt
        return rename(self, target)

    monkeypatch.setattr(Path, "replace", replace)
    with contextlib.suppress(KeyboardInterrupt):
        maintenance.restore(copy, location)
    monkeypatch.undo()
    with Workspace.open(location, "Ada") as again:
        titles = {values(again, practice)["title"]}
        record(again, title="E avanti")
        with again.catalogue.read() as view:
            dots = checks.dots(view)
    for kept in location.parent.glob(f"{location.name}.replaced-*[0-9]"):
        with Workspace.open(kept, "Ada", read_only=True) as old, old.catalogue.read() as view:
            titles.add(values(old, practice)["title"])
            there = checks.dots(view)
        assert {dot for dot in dots.keys() & there.keys() if dots[dot] != there[dot]} == set()
    assert "Nel diario" in titles
    assert last < 2 or GARDENS["title"] in titles


def test_what_a_restore_left_that_was_killed_before_it_changed_anything_does_not_take_the_catalogue_s_place_later(
    workspace,
):
    record(workspace)
    location = Path(workspace.catalogue.location)
    copy = maintenance.backup(workspace)
    workspace.close()
    shutil.copy(copy, f"{location}.restoring")
    Path(f"{location}.lock").write_text('{"pid": 1, "host": "desk", "since": "2026-11-22 10:00", "user": "ada"}')
    Workspace.open(location, "Ada").close()
    location.rename(location.with_name("moved.seeddesk"))
    with pytest.raises(NotFound):
        Workspace.open(location, "Ada")
