"""A database carried over to another key is compared row by row before the old one goes."""

import contextlib
from pathlib import Path

import pytest

from seeddesk.domain.errors import StorageError
from seeddesk.storage import carry, driver, vault

KEY, OTHER = "11" * 32, "22" * 32


@pytest.fixture
def path(tmp_path):
    """A plain database with a table of either kind and an index."""
    path = tmp_path / "c.seeddesk"
    with contextlib.closing(driver.connect(path, mode="rwc")) as file:
        file.execute("CREATE TABLE numbered (number INTEGER PRIMARY KEY, said TEXT)")
        file.execute("CREATE TABLE unnumbered (a TEXT, b TEXT, c TEXT, PRIMARY KEY (a, b)) WITHOUT ROWID")
        file.execute("CREATE INDEX by_said ON numbered (said)")
        file.executemany("INSERT INTO numbered (said) VALUES (?)", [(f"said {number}",) for number in range(50)])
        file.executemany("INSERT INTO unnumbered VALUES (?, ?, ?)", [(f"{n}", "b", "c") for n in range(50)])
        file.execute("PRAGMA user_version=7")
        file.execute("PRAGMA application_id=77")
    return path


def told(path, key):
    with contextlib.closing(driver.connect(path, key)) as file:
        return [
            file.execute(asked).fetchall()
            for asked in (
                "SELECT * FROM numbered",
                "SELECT * FROM unnumbered",
                "SELECT name, sql FROM sqlite_master ORDER BY name",
                "PRAGMA user_version",
                "PRAGMA application_id",
            )
        ]


def test_everything_comes_along_under_every_key_and_nothing_else_stays(path):
    before = told(path, "")
    for old, new in (("", KEY), (KEY, OTHER), (OTHER, "")):
        carry.carry(path, old, new)
        assert told(path, new) == before
        assert [one.name for one in path.parent.iterdir()] == [path.name]
        assert (b"said 7" in path.read_bytes()) == (new == "")


@pytest.mark.parametrize(
    "spoilt",
    [
        "UPDATE numbered SET said = 'other' WHERE number = 50",
        "UPDATE numbered SET number = 51 WHERE number = 50",
        "DELETE FROM numbered WHERE number = 1",
        "UPDATE unnumbered SET c = 'other' WHERE a = '49'",
        "UPDATE unnumbered SET a = 'other' WHERE a = '49'",
        "INSERT INTO unnumbered VALUES ('one', 'more', '')",
        "DROP INDEX by_said",
        "CREATE TABLE another (a)",
    ],
)
def test_a_copy_that_differs_in_anything_does_not_take_the_place_of_what_was_carried(path, monkeypatch, spoilt):
    whole, export = path.read_bytes(), carry.export

    def spoiling(source, old, part, new):
        export(source, old, part, new)
        with contextlib.closing(driver.connect(part, new)) as file:
            file.execute(spoilt)

    monkeypatch.setattr(carry, "export", spoiling)
    with pytest.raises(StorageError) as refused:
        carry.carry(path, "", KEY)
    assert (refused.value.code, refused.value.arguments["path"]) == ("carry-differs", str(path))
    assert path.read_bytes() == whole
    assert [one.name for one in path.parent.iterdir()] == [path.name]


def test_a_damaged_database_is_named_and_stays_where_it_was(path):
    with contextlib.closing(driver.connect(path)) as file:
        ((root,),) = file.execute("SELECT rootpage FROM sqlite_master WHERE name = 'by_said'")
        ((size,),) = file.execute("PRAGMA page_size")
    data = bytearray(path.read_bytes())
    page = slice((root - 1) * size, root * size)
    data[page] = data[page].replace(b"said 7", b"said X")
    path.write_bytes(data)
    with pytest.raises(StorageError) as refused:
        carry.carry(path, "", KEY)
    assert refused.value.code == "catalogue-damaged"
    assert refused.value.arguments["path"] == str(path)
    assert "by_said" in str(refused.value.arguments["reason"])
    assert path.read_bytes() == data
    assert [one.name for one in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("size", [0, 1, 5000, (1 << 20) + 17])
def test_a_file_is_overwritten_to_its_last_byte_before_it_goes(tmp_path, size):
    (tmp_path / "c").write_bytes(b"secret" * (size // 6) + b"." * (size % 6))
    (tmp_path / "same").hardlink_to(tmp_path / "c")  # what lies on the disk, seen by another name
    carry.overwrite(tmp_path / "c")
    left = (tmp_path / "same").read_bytes()
    assert len(left) == size
    assert b"secret" not in left
    assert size < 100 or b"." * (size % 6 or 1) * 9 not in left
    assert not (tmp_path / "c").exists()
    carry.overwrite(tmp_path / "c")


@pytest.mark.parametrize("refusing", ["unlink", "replace"])
def test_what_a_disk_refuses_while_it_is_tidied_up_is_said_and_no_error_of_ours(tmp_path, monkeypatch, refusing):
    path = tmp_path / "c.seeddesk"
    Path(f"{path}.restoring").write_bytes(b"whole")
    if refusing == "unlink":
        path.write_bytes(b"old")

    def refuse(self, *_, **__):
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, refusing, refuse)
    with pytest.raises(StorageError) as refused:
        carry.tidy(path)
    assert (refused.value.code, refused.value.arguments["path"]) == ("file-not-written", str(path))


def test_keys_that_cannot_be_removed_are_said_and_there_twice_rather_than_not_at_all(tmp_path, monkeypatch):
    (tmp_path / "c.seeddesk.keys").write_bytes(b"sealed")

    def refuse(self, *_, **__):
        if not self.name.endswith(".part"):
            raise OSError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StorageError) as refused:
        vault.put_aside(tmp_path / "c.seeddesk")
    assert refused.value.code == "file-not-written"
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == {
        "c.seeddesk.keys": b"sealed",
        "c.seeddesk.keys.kept-1": b"sealed",
    }
