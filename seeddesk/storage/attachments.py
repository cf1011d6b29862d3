"""Photos and files, stored once each by the sha256 of their bytes, in parts of 256 kB inside the database: one file to back up and to guard."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from sqlalchemy import Connection, insert, select

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.storage.schema import attachment, attachment_part

PART = 256 * 1024  # bytes


def store(connection: Connection, data: bytes | Path) -> str:
    """Keep bytes, or the bytes of a file, unless they are here; the file is read part by part. Returns their sha256 in hex.

    Raises StorageError ``file-not-read``.
    """
    try:
        sha256, size, start = _measure(data)
        if present(connection, sha256):
            return sha256
        connection.execute(insert(attachment).values(sha256=sha256, size=size, mime=sniff(start)))
        again = hashlib.sha256()
        for number, part in enumerate(_parts(data)):
            again.update(part)
            connection.execute(insert(attachment_part).values(sha256=sha256, number=number, data=part))
    except OSError as error:
        raise StorageError("file-not-read", path=str(data), reason=error.strerror or str(error)) from error
    if again.hexdigest() != sha256:  # somebody wrote to the file while it was read
        raise StorageError("file-changed", path=str(data))
    return sha256


def present(connection: Connection, sha256: str) -> bool:
    """Whether the bytes are here."""
    return connection.execute(select(attachment.c.sha256).where(attachment.c.sha256 == sha256)).first() is not None


def size(connection: Connection, sha256: str) -> int | None:
    """How many bytes an attachment has; None when it is not here."""
    found = connection.execute(select(attachment.c.size).where(attachment.c.sha256 == sha256)).scalar()
    return None if found is None else int(found)


def read(connection: Connection, sha256: str) -> bytes:
    """The bytes, verified. Raises NotFound ``attachment-absent``, StorageError ``attachment-damaged``."""
    if not present(connection, sha256):
        raise NotFound("attachment-absent", name=sha256[:12])
    asked = select(attachment_part.c.data).where(attachment_part.c.sha256 == sha256).order_by(attachment_part.c.number)
    data = b"".join(connection.execute(asked).scalars())
    if hashlib.sha256(data).hexdigest() != sha256:
        raise StorageError("attachment-damaged", name=sha256[:12])
    return data


def damaged(connection: Connection) -> list[str]:
    """The sha256 of every attachment whose bytes are not what they were."""
    found = []
    for sha256 in connection.execute(select(attachment.c.sha256)).scalars().all():
        digest = hashlib.sha256()
        asked = select(attachment_part.c.data).where(attachment_part.c.sha256 == sha256)
        for part in connection.execute(asked.order_by(attachment_part.c.number)).scalars():
            digest.update(part)
        if digest.hexdigest() != sha256:
            found.append(str(sha256))
    return found


_MAGIC = (
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF8", "image/gif"),
    (b"%PDF-", "application/pdf"),
    (b"PK\x03\x04", "application/zip"),
)


def sniff(start: bytes) -> str:
    """The kind of a file by its first bytes; a name's ending proves nothing."""
    if start[:4] == b"RIFF" and start[8:12] == b"WEBP":
        return "image/webp"
    return next((mime for magic, mime in _MAGIC if start.startswith(magic)), "application/octet-stream")


def _measure(data: bytes | Path) -> tuple[str, int, bytes]:
    digest, size, start = hashlib.sha256(), 0, b""
    for part in _parts(data):
        start = start or part[:16]
        digest.update(part)
        size += len(part)
    return digest.hexdigest(), size, start


def _parts(data: bytes | Path) -> Iterator[bytes]:
    if isinstance(data, bytes):
        yield from (data[at : at + PART] for at in range(0, len(data), PART))
    else:
        with data.open("rb") as file:
            yield from _read(file)


def _read(file: BinaryIO) -> Iterator[bytes]:
    while part := file.read(PART):
        yield part
