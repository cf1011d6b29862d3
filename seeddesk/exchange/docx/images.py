"""What kind of picture some bytes are and how large it would become, from its header alone: no pixel is decoded."""

from __future__ import annotations

import io
import struct

# The brands a file in HEIC or AVIF begins with.
HEIC = frozenset((b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1", b"avif"))
_HEAD = 65_536  # bytes of one in which its sizes stand

# Start-of-frame markers of JPEG; C4, C8 and CC in the same range mean something else.
_FRAMES = frozenset(range(0xC0, 0xD0)) - {0xC4, 0xC8, 0xCC}


def size(data: bytes) -> tuple[int, int] | None:
    """Width and height in pixels of a JPEG, PNG, GIF, WebP, BMP, TIFF, HEIC or AVIF; None for anything else or when the header is broken."""
    try:
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return struct.unpack_from(">II", data, 16)
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data)
        if data[:6] in (b"GIF87a", b"GIF89a"):
            return struct.unpack_from("<HH", data, 6)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data)
        if data[:2] == b"BM":
            width, height = struct.unpack_from("<ii", data, 18)
            return (width, abs(height)) if width > 0 and height else None
        if data[:4] in (b"II*\0", b"MM\0*"):
            return _tiff(data)
        if data[4:8] == b"ftyp" and data[8:12] in HEIC:
            return _boxed(data)
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


def _tiff(data: bytes) -> tuple[int, int] | None:
    """The first directory's tags 256 and 257."""
    order = "<" if data[:1] == b"I" else ">"
    (start,) = struct.unpack_from(order + "I", data, 4)
    (count,) = struct.unpack_from(order + "H", data, start)
    found: dict[int, int] = {}
    for place in range(start + 2, start + 2 + 12 * count, 12):
        tag, kind = struct.unpack_from(order + "HH", data, place)
        if tag in (256, 257):
            (found[tag],) = struct.unpack_from(order + ("H" if kind == 3 else "I"), data, place + 8)
    return (found[256], found[257]) if len(found) == 2 else None


def _boxed(data: bytes) -> tuple[int, int] | None:
    """The largest of the sizes said of the images inside: a photo is often kept in tiles, with a size of their own."""
    sizes, at = [], data.find(b"ispe", 0, _HEAD)
    while at >= 0:
        sizes.append(struct.unpack_from(">II", data, at + 8))
        at = data.find(b"ispe", at + 4, _HEAD)
    return max(sizes, key=lambda size: size[0] * size[1], default=None)


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
