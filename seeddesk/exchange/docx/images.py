"""What kind of picture some bytes are and how large it would become, from its header alone: no pixel is decoded."""

from __future__ import annotations

import struct

# Start-of-frame markers of JPEG; C4, C8 and CC in the same range mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a JPEG, PNG, GIF or WebP; None for anything else or when the header is broken."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return struct.unpack_from(">II", data, 16)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack_from("<HH", data, 6)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
    except struct.error:
        return None
    return None


def _jpeg(data: bytes) -> tuple[int, int] | None:
    """Walk the segments up to the frame header. An unsigned length of less than 2 would not move on: broken."""
    position = 2
    while True:
        marker, length = struct.unpack_from(">HH", data, position)
        if marker >> 8 != 0xFF:
            return None
        kind = marker & 0xFF
        if kind in _FRAMES:
            height, width = struct.unpack_from(">HH", data, position + 5)
            return width, height
        if kind == 0xFF:  # fill byte
            position += 1
        elif kind == 0x01 or 0xD0 <= kind <= 0xD8:  # markers without a length
            position += 2
        elif length < 2 or kind in (0xD9, 0xDA):
            return None
        else:
            position += 2 + length


def _webp(data: bytes) -> tuple[int, int] | None:
    kind = data[12:16]
    if kind == b"VP8 ":
        width, height = struct.unpack_from("<HH", data, 26)
        return width & 0x3FFF, height & 0x3FFF
    if kind == b"VP8L":
        (bits,) = struct.unpack_from("<I", data, 21)
        return (bits & 0x3FFF) + 1, (bits >> 14 & 0x3FFF) + 1
    if kind == b"VP8X":
        width, height = struct.unpack_from("<I", data, 24)[0] & 0xFFFFFF, struct.unpack("<I", data[27:30] + b"\0")[0]
        return width + 1, height + 1
    return None
