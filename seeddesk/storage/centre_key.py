"""A centre's key pair (X25519): laptops seal their master keys for the public half, so that a lost recovery code does not lose field work."""

from __future__ import annotations

import hashlib
from base64 import b64decode, b64encode, urlsafe_b64decode, urlsafe_b64encode
from binascii import Error

from seeddesk.domain.errors import UsageError

_PUBLIC, _SECRET = "sdc1.", "sdc1-secret."


def new() -> tuple[str, str]:
    """A new pair as texts: the secret half, which never leaves the centre, and the public half, which laptops are given."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

    key = X25519PrivateKey.generate()
    return _text(_SECRET, key.private_bytes_raw()), _text(_PUBLIC, key.public_key().public_bytes_raw())


def check(public: str) -> str:
    """A public key as somebody pasted it, clean. Raises UsageError ``centre-key-form``."""
    return _text(_PUBLIC, _bytes(_PUBLIC, public))


def seal(master: bytes, public: str, name: str) -> dict[str, str]:
    """A master key for the holder of the secret half alone. name: what the key is called. Raises UsageError ``centre-key-form``."""
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    once, theirs = X25519PrivateKey.generate(), _bytes(_PUBLIC, public)
    ours = once.public_key().public_bytes_raw()
    shared = once.exchange(X25519PublicKey.from_public_bytes(theirs))
    sealed = ChaCha20Poly1305(_derived(shared, ours, theirs)).encrypt(bytes(12), master, name.encode())
    return {
        "public": _text(_PUBLIC, theirs),
        "ephemeral": b64encode(ours).decode(),
        "sealed": b64encode(sealed).decode(),
    }


def unseal(sealed: dict[str, str], secret: str, name: str) -> bytes | None:
    """The master key; None when it was sealed for somebody else. Raises UsageError ``centre-key-form``."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    key, once = X25519PrivateKey.from_private_bytes(_bytes(_SECRET, secret)), b64decode(sealed["ephemeral"])
    try:
        shared = key.exchange(X25519PublicKey.from_public_bytes(once))
        derived = _derived(shared, once, key.public_key().public_bytes_raw())
        return ChaCha20Poly1305(derived).decrypt(bytes(12), b64decode(sealed["sealed"]), name.encode())
    except (InvalidTag, ValueError):
        return None


def _derived(shared: bytes, once: bytes, theirs: bytes) -> bytes:
    """A key that is used for one message only, which is why its nonce may be zero."""
    from cryptography.hazmat.primitives.hashes import SHA256
    from cryptography.hazmat.primitives.kdf.hkdf import HKDF

    return HKDF(SHA256(), 32, salt=once + theirs, info=b"seeddesk centre key 1").derive(shared)


def _text(kind: str, key: bytes) -> str:
    return kind + urlsafe_b64encode(key + _checksum(key)).decode().rstrip("=")


def _bytes(kind: str, text: str) -> bytes:
    clean = "".join(text.split())
    try:
        data = urlsafe_b64decode(clean.removeprefix(kind) + "==") if clean.startswith(kind) else b""
    except Error:
        data = b""
    if len(data) != 36 or _checksum(data[:32]) != data[32:]:
        raise UsageError("centre-key-form")
    return data[:32]


def _checksum(key: bytes) -> bytes:
    return hashlib.sha256(b"seeddesk centre key" + key).digest()[:4]
