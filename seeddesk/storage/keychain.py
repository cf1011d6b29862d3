"""The keyring of the system: Windows' credential store, macOS' keychain, the Secret Service of a Linux desktop. Loaded when first needed."""

from __future__ import annotations

import contextlib
from typing import Any

_SERVICE = "SeedDesk"


def there() -> bool:
    """Whether this computer has a keyring that is fit to keep a key."""
    return _keyring() is not None


def find(name: str) -> bytes | None:
    """What was kept under a name; None where it is not, or where there is no keyring."""
    keyring = _keyring()
    if keyring is None:
        return None
    from keyring.errors import KeyringError

    try:
        found = keyring.get_password(_SERVICE, name)
        return None if found is None else bytes.fromhex(found)
    except (KeyringError, ValueError):  # locked by its owner, or not what we put there: the recovery code is asked for
        return None


def keep(name: str, secret: bytes) -> bool:
    """Keep a secret under a name. Returns whether it can be read back from there."""
    keyring = _keyring()
    if keyring is None:
        return False
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):
        keyring.set_password(_SERVICE, name, secret.hex())
    return find(name) == secret


def forget(name: str) -> None:
    """Take a secret out of the keyring."""
    keyring = _keyring()
    if keyring is None:
        return
    from keyring.errors import KeyringError

    with contextlib.suppress(KeyringError):  # it was not there
        keyring.delete_password(_SERVICE, name)


def _keyring() -> Any:
    """The keyring in use; None where there is none, or only one that writes secrets to a file as they are."""
    import keyring

    backend = keyring.get_keyring()
    plain = type(backend).__name__ == "PlaintextKeyring"
    return None if plain or backend.priority <= 0 else backend
