"""Dossiers with a password: Word's own encryption (ECMA-376 agile, AES-256, SHA-512), around the whole document.

LibreOffice 7.4 keeps the password of a document it saves, in the older way (standard, AES-128), which has no checksum of its own. What was changed
underneath shows there by the checksum of each part, which `guard.Package.read` holds it to.
"""

from __future__ import annotations

from io import BytesIO
from struct import error as _struct_error

from seeddesk.domain.errors import Refused

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_STREAM = "EncryptedPackage".encode("utf-16-le")


def is_protected(data: bytes) -> bool:
    """Whether these are the bytes of a document that opens with a password only."""
    return data.startswith(_OLE) and _STREAM in data


def protect(data: bytes, password: str) -> bytes:
    """A document under a password, as Word writes it; nothing of it touches the disk. What does not open again is never handed over.

    Raises ValueError for one below 4 kB, which no dossier is: the library pads those after it summed them up.
    """
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    OOXMLFile(BytesIO(data)).encrypt(password, out)
    closed = out.getvalue()
    try:
        same = unprotect(closed, password) == data
    except Refused:
        same = False
    if not same:
        raise ValueError("the protected document does not open again")
    return closed


def unprotect(data: bytes, password: str) -> bytes:
    """The document inside, if it is as it was when it was closed. Raises Refused ``dossier-password-wrong``, ``dossier-tampered``."""
    from xml.parsers.expat import ExpatError

    from msoffcrypto.exceptions import DecryptionError, FileFormatError, InvalidKeyError, ParseError
    from msoffcrypto.format.ooxml import OOXMLFile

    out = BytesIO()
    try:
        document = OOXMLFile(BytesIO(data))
        if document.type not in ("agile", "standard"):
            raise Refused("password")
        try:
            document.load_key(password=password, verify_password=True)
        except InvalidKeyError as error:
            raise Refused("dossier-password-wrong") from error
        document.decrypt(out, verify_integrity=document.type == "agile")
    except (
        InvalidKeyError,
        DecryptionError,
        FileFormatError,
        ParseError,
        ExpatError,
        OSError,
        ValueError,
        KeyError,
        IndexError,
        AttributeError,
        TypeError,
        ArithmeticError,
        _struct_error,
    ) as error:  # what the library raises, one way or another, for containers nobody wrote so
        raise Refused("dossier-tampered") from error
    return out.getvalue()
