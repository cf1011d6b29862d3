"""A keyring in memory, for tests of protected catalogues; and forgetting, as the end of a process does."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from seeddesk.storage import keychain, recovery, vault


class MemoryKeyring:
    """What a keyring of the system offers; locked: its owner has not opened it."""

    priority = 5.0

    def __init__(self) -> None:
        self.secrets: dict[tuple[str, str], str] = {}
        self.locked = False

    def get_password(self, service: str, name: str) -> str | None:
        self._refuse()
        return self.secrets.get((service, name))

    def set_password(self, service: str, name: str, secret: str) -> None:
        self._refuse()
        self.secrets[service, name] = secret

    def delete_password(self, service: str, name: str) -> None:
        self._refuse()
        del self.secrets[service, name]

    def get_keyring(self) -> MemoryKeyring:
        return self

    def _refuse(self) -> None:
        from keyring.errors import KeyringLocked

        if self.locked:
            raise KeyringLocked("locked")


@pytest.fixture(autouse=True)
def quick_codes(monkeypatch: pytest.MonkeyPatch) -> None:
    """Stretching a recovery code takes a moment only, in every test of a module that imports this."""
    monkeypatch.setattr(recovery, "MEMORY", 1 << 14)


@pytest.fixture
def keyring_of_system(monkeypatch: pytest.MonkeyPatch) -> Iterator[MemoryKeyring]:
    """A keyring that works; nothing is unlocked before or after."""
    found = MemoryKeyring()
    monkeypatch.setattr(keychain, "_keyring", lambda: found)
    vault.forget()
    yield found
    vault.forget()


@pytest.fixture
def no_keyring(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """A computer without one."""
    monkeypatch.setattr(keychain, "_keyring", lambda: None)
    vault.forget()
    yield
    vault.forget()
