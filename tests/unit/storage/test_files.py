"""Files are written whole or not at all, and one program writes at a time."""

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.storage import files
from seeddesk.storage.codec import pack, unpack
from seeddesk.storage.files import replacing, write_atomic
from seeddesk.storage.lock import Lock


def test_a_file_is_replaced_whole(tmp_path):
    path = tmp_path / "new folder" / "dossier.docx"
    write_atomic(path, b"first")
    write_atomic(path, b"second")
    assert path.read_bytes() == b"second"
    assert list(path.parent.iterdir()) == [path]


def test_a_new_folder_is_made_durable_in_the_one_above_it_before_anything_is_written_in_it(tmp_path, monkeypatch):
    synced = []
    monkeypatch.setattr(files, "sync_folder", synced.append)
    write_atomic(tmp_path / "a" / "b" / "c.docx", b"whole")
    assert synced == [tmp_path, tmp_path / "a", tmp_path / "a" / "b"]
    write_atomic(tmp_path / "a" / "b" / "d.docx", b"whole")
    assert synced[3:] == [tmp_path / "a" / "b"]


def test_work_that_fails_half_way_leaves_the_old_file(tmp_path):
    path = tmp_path / "table.csv"
    write_atomic(path, b"old")

    def fail():
        with replacing(path) as file:
            file.write(b"half")
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        fail()
    assert path.read_bytes() == b"old"
    assert list(tmp_path.iterdir()) == [path]


def test_what_the_disk_refuses_is_told_with_the_file_s_name(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(StorageError, match=r"out\.docx"):
        write_atomic(tmp_path / "file" / "out.docx", b"")
    (tmp_path / "folder").mkdir()
    with pytest.raises(StorageError, match="folder"):
        write_atomic(tmp_path / "folder", b"")
    assert {path.name for path in tmp_path.iterdir()} == {"file", "folder"}


def test_the_temporary_file_is_synced_before_it_takes_the_name(tmp_path, monkeypatch):
    done = []
    monkeypatch.setattr("os.fsync", lambda handle: done.append("fsync"))
    real = type(tmp_path).replace
    monkeypatch.setattr(type(tmp_path), "replace", lambda self, target: (done.append("rename"), real(self, target))[1])
    write_atomic(tmp_path / "a", b"x")
    assert done == ["fsync", "rename", "fsync"]


def test_a_lock_is_taken_again_by_its_holder_and_by_others_when_released(tmp_path):
    first, second = Lock(tmp_path / "lock"), Lock(tmp_path / "lock")
    first.take()
    first.take()
    with pytest.raises(StorageError) as refusal:
        second.take()
    assert refusal.value.arguments["host"]
    first.release()
    first.release()
    second.take()
    second.release()


def test_a_lock_where_nothing_can_be_written_says_so(tmp_path):
    with pytest.raises(StorageError) as refusal:
        Lock(tmp_path / "absent" / "lock").take()
    assert refusal.value.code == "catalogue-read-only"


@pytest.mark.parametrize("data", [{}, {"a": "è"}, {"a": "parola " * 1000}, ["x"]])
def test_what_is_packed_comes_back(data):
    assert unpack(pack(data)) == data


def test_long_data_is_packed_small():
    assert len(pack({"a": "parola " * 1000})) < 200
