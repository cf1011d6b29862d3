"""What kind of picture some bytes are and how large it would become, from its header alone: no pixel is decoded."""

from __future__ import annotations

import io
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


def alike(first: bytes, second: bytes) -> bool:
    """Whether two pictures look the same: Word makes large pictures smaller when it saves, which is nobody's change.

    Compares their shapes and, at 9 by 8 pixels, where brightness rises. False when either cannot be decoded.
    """
    from PIL import Image

    looks = []
    for data in (first, second):
        measured = size(data)
        if measured is None or measured[0] * measured[1] > 60_000_000:
            return False
        try:
            with Image.open(io.BytesIO(data), formats=("JPEG", "PNG", "GIF", "WEBP")) as picture:
                picture.draft("L", (288, 256))
                small = picture.convert("L").resize((9, 8), Image.Resampling.BOX)
        except (
            OSError,
            ValueError,
            SyntaxError,
            Image.DecompressionBombError,
        ):  # what Pillow raises for broken pictures
            return False
        pixels = small.tobytes()
        rises = [pixels[index] < pixels[index + 1] for index in range(71) if index % 9 != 8]
        looks.append((measured[0] / measured[1], rises, sum(pixels) / 72))
    (shape, rises, light), (other_shape, other_rises, other_light) = looks
    different = sum(one != other for one, other in zip(rises, other_rises, strict=True))
    return abs(shape / other_shape - 1) < 0.03 and different <= 6 and abs(light - other_light) < 12
