"""What a view tells of revisions, notes and lines; what is refused says what and where."""

from dataclasses import replace

import pytest

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.domain.revision import Dot
from seeddesk.storage import backup
from seeddesk.storage.lock import Lock
from tests.support.catalogues import edit, exchange, record


def refused(error, work) -> tuple[str, dict[str, object]]:
    with pytest.raises(error) as told:
        work()
    assert str(told.value)
    return told.value.code, dict(told.value.arguments)


def test_practices_are_found_by_id_and_by_code_however_they_are_written(workspace):
    practice = record(workspace)
    with workspace.catalogue.read() as view:
        row = view.row(practice)
        assert row.id == practice
        assert view.find(f" {practice.upper()} ") == practice
        assert view.find(f" {row.code.lower()} ") == practice
        assert refused(NotFound, lambda: view.find(" SI-IT-2026-0000000 ")) == (
            "practice-unknown",
            {"name": "SI-IT-2026-0000000"},
        )
        assert refused(NotFound, lambda: view.find("")) == ("practice-unknown", {"name": ""})
        nobody = "00000000-0000-4000-8000-000000000000"
        assert refused(NotFound, lambda: view.find(nobody)) == ("practice-unknown", {"name": nobody})
        assert refused(NotFound, lambda: view.row(nobody)) == ("practice-unknown", {"name": nobody})


def test_vectors_say_how_far_each_device_is_in_all_and_for_each_practice(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    first, second = record(ada), record(ada)
    exchange(ada, bo)
    edit(bo, first, title="Other")
    exchange(ada, bo)
    with ada.catalogue.read() as view, bo.catalogue.read() as other:
        here, there = view.writes_as(), other.writes_as()
        whole = view.vector()
        assert whole == other.vector()
        assert set(whole) == {here, there}
        apart = view.vectors([first, second, "nobody"])
        assert apart.keys() == {first, second}
        assert set(apart[first]) == {here, there}
        assert set(apart[second]) == {here}
        assert max(vector[here] for vector in apart.values()) == whole[here]
        assert apart[first][there] == whole[there]
        all_of_them = {one.dot: one.sha256 for one in view.all_revisions()}
        assert view.known([*all_of_them, Dot("nobody", 1), Dot(here, 999)]) == all_of_them
        assert view.known([]) == {}


def test_notes_are_listed_by_how_their_names_begin_and_no_sign_of_them_stands_for_another(workspace):
    with workspace.catalogue.write() as tx:
        for name in ("a_b:1", "a_b:2", "axb:3", "a%b:4"):
            tx.set_note(name, name[-1])
    with workspace.catalogue.read() as view:
        assert view.notes("a_b:") == {"a_b:1": "1", "a_b:2": "2"}
        assert view.notes("a%") == {"a%b:4": "4"}


def test_a_backup_that_is_none_is_refused_and_nothing_changes(workspace, tmp_path):
    record(workspace)
    workspace.close()
    location = workspace.catalogue.location
    files = {path.name for path in tmp_path.rglob("*")}
    absent, folder = tmp_path / "nowhere.seeddesk", tmp_path
    assert refused(NotFound, lambda: backup.restore(location, absent)) == ("backup-absent", {"path": str(absent)})
    assert refused(StorageError, lambda: backup.restore(location, folder)) == ("backup-not-one", {"path": str(folder)})
    assert {path.name for path in tmp_path.rglob("*")} == files


def test_a_lock_that_cannot_be_made_says_which_folder_refuses(tmp_path):
    (tmp_path / "file").touch()
    told = refused(StorageError, Lock(tmp_path / "file" / "c.lock").take)
    assert told == ("catalogue-read-only", {"path": str(tmp_path / "file")})


def test_two_that_are_put_aside_in_one_second_get_names_of_their_own(tmp_path, monkeypatch):
    monkeypatch.setattr(backup.time, "strftime", lambda form: ".replaced-now")
    names = []
    for content in (b"1", b"2", b"3"):
        (tmp_path / "c").write_bytes(content)
        (tmp_path / "c-wal").write_bytes(b"wal" + content)
        names.append(backup.put_aside(tmp_path / "c").name)
    assert names == ["c.replaced-now", "c.replaced-now-2", "c.replaced-now-3"]
    assert [(tmp_path / f"{name}-wal").read_bytes() for name in names] == [b"wal1", b"wal2", b"wal3"]
    assert backup.put_aside(tmp_path / "c") is None


def test_a_code_that_two_practices_have_names_both(workspace):
    abroad, nowhere = record(workspace), record(workspace, country=None)
    with workspace.catalogue.write() as tx:
        for practice in (abroad, nowhere):
            first, *_ = tx.revisions(practice)
            other = f"{practice[:-1]}{'0' if practice[-1] != '0' else '1'}"
            tx.append([replace(first, practice=other, dot=tx.next_dot())])
            code = tx.row(practice).code
            told, arguments = refused(NotFound, lambda code=code: tx.find(f" {code} "))
            assert (told, arguments["name"]) == ("practice-ambiguous", code)
            assert set(arguments["ids"].split(", ")) == {practice, other}
            assert tx.find(other) == other


def test_a_form_is_stored_once_and_anew_only_with_another_content(workspace):
    form = workspace.form
    other = replace(form, version="trial", files={})
    with workspace.catalogue.write() as tx:
        assert tx.store_form(other)
        assert not tx.store_form(other)
        assert tx.store_form(replace(other, files={"map.csv": b"a,b"}))
        assert set(tx.form_files(form.id, "trial")) == {"map.csv"}
        assert tx.store_form(other)
        assert tx.form_files(form.id, "trial") == {}
        assert sorted(tx.forms()) == sorted([(form.id, form.version), (form.id, "trial")])
