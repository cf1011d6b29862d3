"""The keys of protected catalogues: a small file beside each, in which they lie sealed, and the ones this process has unlocked.

A *data key* encrypts a database (SQLCipher, 256 bits). All data keys a catalogue and its backups ever had are sealed by its *master key*,
newest first, so that changing the key replaces one database by another in one step and older backups still open. The master key lies in the
system's keyring, and in the file twice: sealed by the recovery code, and for each centre by its public key. Whatever is changed in the
file is found out as soon as the master key is known.
"""

from __future__ import annotations

import binascii
import json
import secrets
import zlib
from base64 import b64decode, b64encode
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.storage import centre_key, driver, keychain, recovery
from seeddesk.storage.files import refusals, write_atomic

ENDING = ".keys"
_FORMAT = "seeddesk-keys-1"
_PLAIN = b"SQLite format 3\0"  # how a database that is not encrypted begins

_unlocked: dict[str, bytes] = {}  # id -> master key, for as long as this process lives


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys of one catalogue, open. id: names the master key in the keyring · data: hex, the newest first · code, centres: the master key
    sealed, as the file has it · settled: False while a catalogue is on its way from plain to encrypted or back."""

    id: str
    master: bytes = field(repr=False)
    data: tuple[str, ...] = field(repr=False)
    code: dict[str, Any]
    centres: tuple[dict[str, str], ...]
    settled: bool = True


def new(code: str, centres: Sequence[str], former: Sequence[str] = ()) -> Keys:
    """New master and data keys under a recovery code and centres' public keys (texts). former: data keys to be kept besides."""
    name, master, salt = secrets.token_hex(16), secrets.token_bytes(32), secrets.token_bytes(16)
    sealed = _seal(recovery.stretch(code, salt, recovery.MEMORY), master, name.encode())
    by_code = {"salt": _text(salt), "memory": recovery.MEMORY, "sealed": sealed}
    for_centres = tuple(centre_key.seal(master, public, name) for public in centres)
    return Keys(name, master, (secrets.token_hex(32), *former), by_code, for_centres)


def beside(location: str | Path) -> Path:
    """The file of keys of a database."""
    return Path(f"{location}{ENDING}")


def write(location: str | Path, keys: Keys) -> None:
    """Put a catalogue's keys beside it, and remember them."""
    head = _head(keys)
    sealed = _seal(keys.master, json.dumps(keys.data).encode(), _canonical(head))
    write_atomic(beside(location), json.dumps({**head, "sealed": sealed}, indent=1).encode())
    _unlocked[keys.id] = keys.master


def keep(keys: Keys) -> bool:
    """Remember a master key for this process, and in the keyring. Returns whether there is a keyring that keeps it."""
    _unlocked[keys.id] = keys.master
    return keychain.keep(keys.id, keys.master)


def forget() -> None:
    """Forget what this process has unlocked."""
    _unlocked.clear()


def is_protected(location: str | Path) -> bool:
    """Whether keys lie beside a database."""
    return beside(location).is_file()


def is_settled(location: str | Path) -> bool:
    """Whether what lies at a place is what its keys say: False between the beginning and the end of protecting."""
    return bool(_read(location)["settled"])


def is_plain(location: str | Path) -> bool:
    """Whether a file is a database that is not encrypted. Only for one that this process does not have open."""
    return _beginning(location, len(_PLAIN)) == _PLAIN


def centres(location: str | Path) -> list[str]:
    """The public keys of the centres that can open a catalogue."""
    return [str(each["public"]) for each in _read(location)["centres"]]


def open_keys(location: str | Path) -> Keys:
    """The keys of a protected catalogue, by the keyring or by what was unlocked before.

    Raises StorageError ``catalogue-locked``, ``keys-damaged``, ``keys-absent``.
    """
    content = _read(location)
    master = _unlocked.get(content["id"]) or keychain.find(content["id"])
    if master is None:
        raise StorageError("catalogue-locked", path=str(location))
    return _opened(location, content, master)


def open_by_code(location: str | Path, typed: str) -> Keys:
    """The keys of a protected catalogue, by its recovery code. Raises UsageError for one that is none, StorageError ``recovery-code-wrong``."""
    code = recovery.read(typed)
    content = _read(location)
    salt, memory = b64decode(content["code"]["salt"]), content["code"]["memory"]
    if memory not in (1 << 14, 1 << 15, 1 << 16, 1 << 17, 1 << 18):  # never more memory than we would ask for ourselves
        raise StorageError("keys-damaged", path=str(beside(location)))
    master = _unseal(recovery.stretch(code, salt, memory), content["code"]["sealed"], content["id"].encode())
    if master is None:
        raise StorageError("recovery-code-wrong", path=str(location))
    return _opened(location, content, master)


def open_by_centre(location: str | Path, secret: str) -> Keys:
    """The keys of a protected catalogue, by a centre's secret key (text). Raises UsageError, StorageError ``centre-key-wrong``."""
    content = _read(location)
    for sealed in content["centres"]:
        master = centre_key.unseal(sealed, secret, content["id"])
        if master is not None:
            return _opened(location, content, master)
    raise StorageError("centre-key-wrong", path=str(location))


def key_for(location: str) -> str:
    """The key (hex) that a database is opened or made with; "" for a plain one. Raises StorageError as `open_keys`."""
    if not is_protected(location) or (not is_settled(location) and is_plain(location)):
        return ""
    return fitting(location, open_keys(location))


def fitting(location: str | Path, keys: Keys) -> str:
    """Which of the data keys opens a database; the newest where none does."""
    if len(keys.data) == 1 or not Path(location).is_file():
        return keys.data[0]
    return next((key for key in keys.data if driver.opens(Path(location), key)), keys.data[0])


def copy(source: str | Path, target: str | Path) -> None:
    """Give a copy of a database the keys of the one it is a copy of, where that has any."""
    if is_protected(source):
        write_atomic(beside(target), beside(source).read_bytes())


def sealed(location: str | Path) -> bytes:
    """The file of keys of a database, as it lies beside it; nothing where there is none."""
    return beside(location).read_bytes() if is_protected(location) else b""


def give(location: str | Path, keys: bytes) -> None:
    """Put what `sealed` gave beside a database that is about to be made."""
    put_aside(location)
    write_atomic(beside(location), keys)


def settle(location: str | Path, settled: bool = True) -> None:
    """Say that what lies at a place is (again) what its keys say."""
    keys = open_keys(location)
    if keys.settled != settled:
        write(location, replace(keys, settled=settled))


def put_back(location: str | Path, file: Path) -> None:
    """Put the file of keys from beside a backup in the place of one that is lost or damaged, which is kept. Raises StorageError, NotFound."""
    if not file.is_file():
        raise NotFound("backup-absent", path=str(file))
    name = str(file).removesuffix(ENDING)
    _read(name)
    put_aside(location)
    write_atomic(beside(location), beside(name).read_bytes())


def put_aside(location: str | Path) -> None:
    """Rename a file of keys to a name that is free: keys are never thrown away. Raises StorageError ``file-not-written``."""
    number, path = 1, beside(location)
    while (kept := path.with_name(f"{path.name}.kept-{number}")).exists():
        number += 1
    with refusals(path):
        if path.exists():
            write_atomic(kept, path.read_bytes())  # a copy first: at no moment is there none
            path.unlink()


def why_no_database(location: str) -> str:
    """The code of the sentence that says why a file does not open as a database."""
    if is_protected(location):
        return "catalogue-plain" if is_plain(location) else "catalogue-key-wrong"
    start = _beginning(location, 4096)
    # Encrypted pages are whole and look like nothing: they cannot be squeezed.
    scrambled = len(start) == 4096 and Path(location).stat().st_size % 4096 == 0 and len(zlib.compress(start)) > 4000
    return "keys-absent" if scrambled else "catalogue-not-one"


def _beginning(location: str | Path, length: int) -> bytes:
    try:
        with Path(location).open("rb") as file:
            return file.read(length)
    except OSError:
        return b""


def _read(location: str | Path) -> dict[str, Any]:
    """What the file says without any key. Raises StorageError ``keys-absent``, ``keys-damaged``."""
    path = beside(location)
    try:
        content = json.loads(path.read_bytes())
        whole = content["format"] == _FORMAT and isinstance(content["settled"], bool) and isinstance(content["id"], str)
        parts = [content["sealed"], content["code"]["salt"], content["code"]["sealed"]]
        parts += [each[name] for each in content["centres"] for name in ("ephemeral", "sealed")]
        for part in parts:
            b64decode(part, validate=True)
    except FileNotFoundError:
        raise StorageError("keys-absent", path=str(location)) from None
    except OSError as error:
        raise StorageError("file-not-read", path=str(path), reason=error.strerror or str(error)) from error
    except (ValueError, KeyError, TypeError, binascii.Error) as error:
        raise StorageError("keys-damaged", path=str(path)) from error
    if not whole:
        raise StorageError("keys-damaged", path=str(path))
    return dict(content)


def _opened(location: str | Path, content: dict[str, Any], master: bytes) -> Keys:
    head = {name: value for name, value in content.items() if name != "sealed"}
    data = _unseal(master, content["sealed"], _canonical(head))
    if data is None:
        raise StorageError("keys-damaged", path=str(beside(location)))
    _unlocked[content["id"]] = master
    found = tuple(json.loads(data))
    return Keys(content["id"], master, found, content["code"], tuple(content["centres"]), content["settled"])


def _head(keys: Keys) -> dict[str, Any]:
    """What everybody may read, and nobody may change."""
    return {
        "format": _FORMAT,
        "id": keys.id,
        "settled": keys.settled,
        "code": keys.code,
        "centres": list(keys.centres),
    }


def _canonical(head: dict[str, Any]) -> bytes:
    return json.dumps(head, sort_keys=True, separators=(",", ":")).encode()


def _seal(key: bytes, secret: bytes, said: bytes) -> str:
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    nonce = secrets.token_bytes(12)
    return _text(nonce + ChaCha20Poly1305(key).encrypt(nonce, secret, said))


def _unseal(key: bytes, sealed: str, said: bytes) -> bytes | None:
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    data = b64decode(sealed)
    if len(key) != 32 or len(data) < 28:
        return None
    try:
        return ChaCha20Poly1305(key).decrypt(data[:12], data[12:], said)
    except InvalidTag:
        return None


def _text(data: bytes) -> str:
    return b64encode(data).decode()
