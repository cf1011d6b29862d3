"""The zip file of a dossier, written as fast as the bytes allow and always the same for the same input.

zipfile costs more than the rest of a dossier together: it deflates every part anew and pictures too. Here parts that never change are deflated
once, the document quickly, pictures not at all.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass

_DATE = 0x0021  # 1 January 1980, the first day a zip file knows
_UTF8 = 0x0800


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the package, ready to be laid down."""

    name: bytes
    method: int
    crc: int
    size: int
    data: bytes


def entry(name: str, data: bytes, level: int = 1) -> Entry:
    """A part, deflated at a zlib level; 0 stores it as it is (pictures are compressed already)."""
    packed = data
    if level:
        deflate = zlib.compressobj(level, zlib.DEFLATED, -15)
        packed = deflate.compress(data) + deflate.flush()
    return Entry(name.encode(), 8 if level else 0, zlib.crc32(data), len(data), packed)


def pack(entries: Iterable[Entry]) -> bytes:
    """The package, its entries in the order given."""
    chunks: list[bytes] = []
    directory: list[bytes] = []
    offset = 0
    for part in entries:
        fields = (_UTF8, part.method, 0, _DATE, part.crc, len(part.data), part.size, len(part.name), 0)
        header = struct.pack("<IHHHHHIIIHH", 0x04034B50, 20, *fields)
        directory += (struct.pack("<IHHHHHHIIIHHHHHII", 0x02014B50, 20, 20, *fields, 0, 0, 0, 0, offset), part.name)
        chunks += (header, part.name, part.data)
        offset += len(header) + len(part.name) + len(part.data)
    end = b"".join(directory)
    count = len(directory) // 2
    chunks += (end, struct.pack("<IHHHHIIH", 0x06054B50, 0, 0, count, count, len(end), offset, 0))
    return b"".join(chunks)
