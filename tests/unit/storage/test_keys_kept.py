"""The file of keys: put aside and put back without a moment in which there is none, and refused by what is wrong with it."""

import json

import pytest

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.storage import recovery, vault
from tests.support.keyrings import no_keyring, quick_codes  # noqa: F401  # fixtures


@pytest.fixture
def location(tmp_path):
    place = tmp_path / "c.seeddesk"
    vault.write(place, vault.new(recovery.new(), ()))
    vault.forget()
    return place


def refused(work, error=StorageError) -> tuple[str, dict[str, object]]:
    with pytest.raises(error) as told:
        work()
    assert str(told.value)
    return told.value.code, dict(told.value.arguments)


def test_keys_that_are_put_aside_are_kept_under_ever_new_names(location):
    keys = vault.beside(location)
    first = keys.read_bytes()
    vault.put_aside(location)
    assert not keys.exists()
    vault.put_aside(location)  # there is nothing to put aside
    keys.write_bytes(b"second")
    vault.put_aside(location)
    kept = [keys.with_name(f"{keys.name}.kept-{number}") for number in (1, 2, 3)]
    assert [path.read_bytes() for path in kept[:2]] == [first, b"second"]
    assert not kept[2].exists()
    assert not keys.exists()


def test_keys_of_a_backup_take_the_place_of_damaged_ones_which_are_kept(location, tmp_path):
    backup = tmp_path / "backup.seeddesk"
    vault.copy(location, backup)
    whole = vault.beside(backup).read_bytes()
    keys = vault.beside(location)
    keys.write_bytes(b"damaged")
    vault.put_back(location, vault.beside(backup))
    assert keys.read_bytes() == whole
    assert keys.with_name(keys.name + ".kept-1").read_bytes() == b"damaged"
    keys.unlink()
    vault.put_back(location, vault.beside(backup))
    assert keys.read_bytes() == whole


def test_keys_that_are_no_better_are_not_put_back(location, tmp_path):
    keys, other = vault.beside(location), vault.beside(tmp_path / "other.seeddesk")
    before = keys.read_bytes()
    assert refused(lambda: vault.put_back(location, other), NotFound) == ("backup-absent", {"path": str(other)})
    other.write_bytes(b"{}")
    assert refused(lambda: vault.put_back(location, other)) == ("keys-damaged", {"path": str(other)})
    assert keys.read_bytes() == before
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted([keys.name, other.name])


def test_keys_that_are_not_there_or_not_whole_are_told_apart(location, no_keyring):  # noqa: F811  # the fixture
    keys = vault.beside(location)
    content = json.loads(keys.read_bytes())
    for change in ({"format": 99}, {"settled": 1}, {"id": 5}, {"sealed": "§"}, {"code": {}}, {"centres": [{}]}):
        keys.write_text(json.dumps(content | change))
        assert refused(lambda: vault.open_keys(location)) == ("keys-damaged", {"path": str(keys)})
    keys.write_text(json.dumps(content))
    assert refused(lambda: vault.open_keys(location)) == ("catalogue-locked", {"path": str(location)})
    keys.unlink()
    assert refused(lambda: vault.open_keys(location)) == ("keys-absent", {"path": str(location)})


@pytest.mark.parametrize("memory", [0, 1 << 13, 1 << 19, 1 << 30])
def test_a_file_of_keys_never_says_how_much_memory_to_take(location, memory):
    keys = vault.beside(location)
    content = json.loads(keys.read_bytes())
    content["code"]["memory"] = memory
    keys.write_text(json.dumps(content))
    assert refused(lambda: vault.open_by_code(location, recovery.new())) == ("keys-damaged", {"path": str(keys)})
