"""Recovery codes: what opens a protected catalogue when the computer's keyring is gone. Eight groups of four, the last one a checksum.

A code carries 140 random bits. Letters that are mistaken for digits are not used, and are understood when they are written all the same.
"""

from __future__ import annotations

import hashlib
import secrets

from seeddesk.domain.errors import UsageError

_LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # no I, L, O, U
_MEANT = str.maketrans("ILO", "110")
_RANDOM, _CHECK, _GROUP = 28, 4, 4
MEMORY = 1 << 16  # scrypt's n: 64 MB and about a fifth of a second for each try


def new() -> str:
    """A fresh code, as it is shown and printed: ``7F3K-2QXA-…``."""
    letters = "".join(secrets.choice(_LETTERS) for _ in range(_RANDOM))
    return _grouped(letters + _checksum(letters))


def read(typed: str) -> str:
    """A code as somebody typed it, in the form `new` gives it. Raises UsageError ``recovery-code-form``, ``recovery-code-typo``."""
    letters = "".join(each for each in typed.upper() if each.isalnum()).translate(_MEANT)
    if len(letters) != _RANDOM + _CHECK or any(each not in _LETTERS for each in letters):
        raise UsageError("recovery-code-form", found=len(letters), wanted=_RANDOM + _CHECK)
    if _checksum(letters[:_RANDOM]) != letters[_RANDOM:]:
        raise UsageError("recovery-code-typo")
    return _grouped(letters)


def stretch(code: str, salt: bytes, memory: int) -> bytes:
    """The 32 bytes that seal a key by a code. memory: scrypt's n."""
    from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

    return Scrypt(salt=salt, length=32, n=memory, r=8, p=1).derive(code.replace("-", "").encode())


def _checksum(letters: str) -> str:
    number = int.from_bytes(hashlib.sha256(b"seeddesk recovery code " + letters.encode()).digest()[:4], "big")
    return "".join(_LETTERS[number >> (5 * place) & 31] for place in range(_CHECK))


def _grouped(letters: str) -> str:
    return "-".join(letters[start : start + _GROUP] for start in range(0, len(letters), _GROUP))
