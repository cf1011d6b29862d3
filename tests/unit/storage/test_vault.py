"""The file of keys beside a protected catalogue: what opens it, what does not, and what is found out."""

from __future__ import annotations

import contextlib
import json
import random
import secrets

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.errors import StorageError, UsageError, UserError
from seeddesk.storage import centre_key, driver, recovery, vault
from tests.support.keyrings import keyring_of_system, no_keyring, quick_codes

__all__ = ["keyring_of_system", "no_keyring", "quick_codes"]  # fixtures


def made(tmp_path, *centres):
    code = recovery.new()
    keys = vault.new(code, centres)
    vault.write(tmp_path / "c.seeddesk", keys)
    vault.forget()
    return tmp_path / "c.seeddesk", code, keys


def test_a_recovery_code_opens_what_it_closed(tmp_path, no_keyring):
    location, code, keys = made(tmp_path)
    assert vault.open_by_code(location, code) == keys
    assert vault.open_by_code(location, f" {code.lower().replace('-', ' ')} ") == keys


def test_a_code_is_read_as_people_copy_it():
    code = next(found for found in iter(recovery.new, "") if "0" in found and "1" in found)
    assert recovery.read(code.replace("0", "o").replace("1", "l")) == code


@given(st.integers(0, 31), st.sampled_from("0123456789ABCDEFGHJKMNPQRSTVWXYZ"))
def test_one_wrong_letter_in_a_code_is_a_typing_mistake(place, letter):
    code = recovery.new().replace("-", "")
    typed = code[:place] + letter + code[place + 1 :]
    if typed == code:
        assert recovery.read(typed).replace("-", "") == code
    else:
        with pytest.raises(UsageError, match="typing mistake"):
            recovery.read(typed)


@pytest.mark.parametrize("typed", ["", "ABCD", "x" * 40, "☃" * 32, "UUUU-" * 8])
def test_what_is_no_code_is_said_to_be_none(typed):
    with pytest.raises(UsageError) as error:
        recovery.read(typed)
    assert error.value.code in ("recovery-code-form", "recovery-code-typo")


def test_another_code_does_not_open(tmp_path, no_keyring):
    location, _, _ = made(tmp_path)
    for _ in range(5):
        with pytest.raises(StorageError) as error:
            vault.open_by_code(location, recovery.new())
        assert error.value.code == "recovery-code-wrong"


def test_the_keyring_opens_without_a_code(tmp_path, keyring_of_system):
    location, _, keys = made(tmp_path)
    with pytest.raises(StorageError) as error:
        vault.open_keys(location)
    assert error.value.code == "catalogue-locked"
    assert vault.keep(keys)
    vault.forget()
    assert vault.open_keys(location) == keys
    vault.forget()
    keyring_of_system.locked = True
    with pytest.raises(StorageError) as error:
        vault.open_keys(location)
    assert error.value.code == "catalogue-locked"


def test_a_centre_opens_with_its_secret_key_alone(tmp_path, no_keyring):
    secret, public = centre_key.new()
    other, _ = centre_key.new()
    location, _, keys = made(tmp_path, public)
    assert vault.open_by_centre(location, f"{secret}\n") == keys
    with pytest.raises(StorageError) as error:
        vault.open_by_centre(location, other)
    assert error.value.code == "centre-key-wrong"
    assert vault.centres(location) == [public]


@pytest.mark.parametrize("text", ["", "sdc1.", "sdc1.AAAA", "hello", "sdc1." + "A" * 48])
def test_what_is_no_centre_key_is_said_to_be_none(text):
    with pytest.raises(UsageError) as error:
        centre_key.check(text)
    assert error.value.code == "centre-key-form"


def test_whatever_is_changed_in_the_file_of_keys_is_found_out(tmp_path, no_keyring):
    """200 changes, seeded: none opens by the code with other keys or another state, and none ends otherwise than with a sentence."""
    location, code, keys = made(tmp_path, centre_key.new()[1])
    whole, rng, codes = vault.beside(location).read_bytes(), random.Random(20261122), set()
    for _ in range(200):
        data = bytearray(whole)
        match rng.randrange(4):
            case 0:
                data[rng.randrange(len(data))] ^= 1 << rng.randrange(8)
            case 1:
                del data[rng.randrange(len(data)) :]
            case 2:
                at = rng.randrange(len(data))
                data[at:at] = rng.randbytes(3)
            case _:
                content = json.loads(whole)
                content["settled"], content["centres"] = rng.choice(
                    [(False, content["centres"]), (True, []), (True, content["centres"] * 2)]
                )
                data = bytearray(json.dumps(content).encode())
        vault.beside(location).write_bytes(data)
        vault.forget()
        try:
            assert vault.open_by_code(location, code) == keys  # the change was in the layout alone
        except UserError as error:
            codes.add(error.code)
    assert codes <= {"keys-damaged", "recovery-code-wrong"}


def test_no_key_stands_in_the_file(tmp_path, no_keyring):
    location, code, keys = made(tmp_path)
    text = vault.beside(location).read_text()
    assert keys.master.hex() not in text
    assert keys.data[0] not in text
    assert code not in text
    assert keys.data[0] not in repr(keys)
    assert secrets.token_hex(4) not in repr(keys)


@pytest.mark.parametrize("right", [0, 1])
def test_the_key_that_fits_is_known_with_a_change_to_be_rolled_back_beside(tmp_path, right):
    path, keys = tmp_path / "c.db", ("11" * 32, "22" * 32)
    with contextlib.closing(driver.connect(path, keys[right], "rwc")) as connection:
        connection.execute("CREATE TABLE t (x)")
        connection.execute("PRAGMA cache_size=1")
        connection.execute("BEGIN")
        connection.executemany("INSERT INTO t VALUES (?)", [("parola " * 500,)] * 200)
        cut_off = {name: (tmp_path / name).read_bytes() for name in ("c.db", "c.db-journal")}
    for name, data in cut_off.items():
        (tmp_path / name).write_bytes(data)
    assert [driver.opens(path, key) for key in keys] == [right == 0, right == 1]
