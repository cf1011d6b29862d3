"""Recovery codes, the system's keyring, and rows written by the thousand."""

import pytest
from sqlalchemy import Column, Integer, MetaData, String, Table, create_engine, select

from seeddesk.domain.errors import UsageError
from seeddesk.storage import keychain, recovery, rows
from tests.support.keyrings import keyring_of_system, no_keyring  # noqa: F401  # fixtures

CODE = "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345"  # its checksum is worked out


def whole() -> str:
    return recovery._grouped(CODE.replace("-", "") + recovery._checksum(CODE.replace("-", "")))


def test_a_code_has_eight_groups_of_four_letters_nobody_mistakes():
    codes = {recovery.new() for _ in range(200)}
    assert len(codes) == 200
    assert all([len(group) for group in code.split("-")] == [4] * 8 for code in codes)
    assert set("".join(codes)) == set("0123456789ABCDEFGHJKMNPQRSTVWXYZ-")
    assert all(recovery.read(code) == code for code in codes)


def test_a_checksum_is_the_same_for_ever():
    assert whole() == "ABCD-EFGH-JKMN-PQRS-TVWX-YZ01-2345-" + whole()[-4:]
    assert recovery._checksum("0" * 28) == recovery._checksum("0" * 28) != recovery._checksum("0" * 27 + "1")


@pytest.mark.parametrize("typed", ["", "ABCD", "U" * 32, "é" * 32, "0" * 31, "0" * 33])
def test_what_is_no_code_says_how_many_letters_were_found(typed):
    with pytest.raises(UsageError) as refused:
        recovery.read(typed)
    assert refused.value.code == "recovery-code-form"
    assert refused.value.arguments == {"found": len(typed), "wanted": 32}


def test_a_slip_of_one_letter_or_two_swapped_is_noticed():
    code = whole()
    for slip in (code.replace("A", "B", 1), code.replace("AB", "BA", 1), code[:-1] + ("0" if code[-1] != "0" else "1")):
        with pytest.raises(UsageError) as refused:
            recovery.read(slip)
        assert refused.value.code == "recovery-code-typo"


def test_a_code_is_stretched_to_a_key_that_depends_on_its_salt_and_not_on_its_hyphens():
    key = recovery.stretch("AB-CD", b"salt", 2)
    assert len(key) == 32
    assert key == recovery.stretch("ABCD", b"salt", 2)
    assert key != recovery.stretch("ABCE", b"salt", 2)
    assert key != recovery.stretch("ABCD", b"tlas", 2)
    assert key != recovery.stretch("ABCD", b"salt", 4)


def test_a_keyring_keeps_finds_and_forgets(keyring_of_system):  # noqa: F811  # the fixture
    assert keychain.there()
    assert keychain.find("name") is None
    assert keychain.keep("name", b"secret")
    assert keychain.find("name") == b"secret"
    assert keyring_of_system.secrets == {("SeedDesk", "name"): b"secret".hex()}
    keychain.forget("name")
    assert keychain.find("name") is None


def test_a_keyring_that_is_locked_or_holds_something_else_has_no_key(keyring_of_system):  # noqa: F811
    keychain.keep("name", b"secret")
    keyring_of_system.secrets["SeedDesk", "other"] = "no hex"
    assert keychain.find("other") is None
    keyring_of_system.locked = True
    assert keychain.find("name") is None
    assert not keychain.keep("name", b"new")
    keychain.forget("name")
    keyring_of_system.locked = False
    assert keychain.find("name") == b"secret"


def test_a_keyring_that_loses_what_it_is_given_did_not_keep_it(keyring_of_system, monkeypatch):  # noqa: F811
    monkeypatch.setattr(keyring_of_system, "set_password", lambda *given: None)
    assert not keychain.keep("name", b"secret")


def test_without_a_keyring_nothing_is_kept(no_keyring):  # noqa: F811
    assert not keychain.there()
    assert keychain.find("name") is None
    assert not keychain.keep("name", b"secret")
    keychain.forget("name")


@pytest.mark.parametrize(
    ("name", "priority", "fit"),
    [("Real", 5, True), ("Real", 0, False), ("Real", -1, False), ("PlaintextKeyring", 5, False)],
)
def test_a_keyring_that_writes_secrets_down_as_they_are_is_none(monkeypatch, name, priority, fit):
    import keyring

    monkeypatch.setattr(keyring, "get_keyring", lambda: type(name, (), {"priority": priority})())
    assert keychain.there() is fit


def test_rows_are_inserted_and_written_anew_by_their_first_column():
    table = Table("t", MetaData(), Column("id", Integer, primary_key=True), Column("a", String), Column("b", String))
    engine = create_engine("sqlite://")
    with engine.begin() as connection:
        table.create(connection)
        rows.insert(connection, table, ("id", "b", "a"), [(1, "b1", "a1"), (2, "b2", "a2"), (3, "b3", "a3")])
        rows.insert(connection, table, ("id", "a"), [])
        rows.replace(connection, table, ("id", "a", "b"), [(1, "A", "B"), (3, "C", "D"), (9, "none", "there")])
        rows.replace(connection, table, ("id", "a"), [])
        found = connection.execute(select(table).order_by(table.c.id)).all()
    engine.dispose()
    assert [tuple(row) for row in found] == [(1, "A", "B"), (2, "a2", "b2"), (3, "C", "D")]


def test_a_code_is_stretched_to_the_same_key_for_ever():
    """What was written down years ago opens a catalogue of then."""
    assert (
        recovery.stretch("AB-CD", b"salt", 2).hex()
        == "11730ae62deddcb3bfda2100089b74072a76cb7f76b91e94823050fc4cf1ca25"
    )
