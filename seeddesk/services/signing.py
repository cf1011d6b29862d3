"""The device's Ed25519 key: made when first needed, kept in the catalogue. cryptography is loaded only where something is signed."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from seeddesk.domain.redaction import is_genuine
from seeddesk.domain.revision import Revision

if TYPE_CHECKING:
    from seeddesk.storage.transaction import Transaction


def signer(tx: Transaction) -> tuple[str, Callable[[bytes], bytes]]:
    """The device's public key in hex, and what signs with the secret one."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

    secret, public = tx.device_key()
    if not secret:
        key = Ed25519PrivateKey.generate()
        secret, public = key.private_bytes_raw().hex(), key.public_key().public_bytes_raw().hex()
        tx.set_device_key(secret, public)
    return public, Ed25519PrivateKey.from_private_bytes(bytes.fromhex(secret)).sign


def genuine(revision: Revision, trusted: frozenset[str]) -> bool:
    """Whether a redaction was signed by one of the trusted public keys (hex)."""

    def verify(key: str, signature: bytes, message: bytes) -> bool:
        from cryptography.exceptions import InvalidSignature
        from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

        if key not in trusted:
            return False
        try:
            Ed25519PublicKey.from_public_bytes(bytes.fromhex(key)).verify(signature, message)
        except InvalidSignature:
            return False
        return True

    return is_genuine(revision, verify)
