"""What a camera writes into a photo besides the picture (camera, moment, place), and the same photo without it: not one pixel is touched."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_TIFF = b"Exif\0\0"
_ORIENTATION, _MAKE, _MODEL, _TIME, _EXIF, _GPS, _TAKEN, _WRITER = 274, 271, 272, 306, 34665, 34853, 36867, 315
_TYPES = {2: ("s", 1), 3: ("H", 2), 4: ("I", 4), 5: ("I", 8)}  # of an entry: text, short, long, fraction of two longs
_NOTING = {b"eXIf", b"tEXt", b"iTXt", b"zTXt", b"tIME"}  # chunks of a PNG


@dataclass(frozen=True, slots=True)
class Notes:
    """camera, writer: as written, ``""`` when not · taken: ``2024-03-12 10:32`` · place: latitude and longitude in degrees.

    more: whether there is anything else that `without_notes` would take out.
    """

    camera: str = ""
    writer: str = ""
    taken: str = ""
    place: tuple[float, float] | None = None
    more: bool = False

    @property
    def any(self) -> bool:
        """Whether there is something to take out."""
        return bool(self.camera or self.writer or self.taken or self.place or self.more)


def notes_of(data: bytes) -> Notes:
    """What stands in a JPEG, PNG or WebP. Nothing for other files, or what is broken."""
    clean = without_notes(data)
    try:
        tiff = _tiff(data)
        first = _directory(tiff, 4)
        inner, gps = (_directory(tiff, first[tag][0], True) if tag in first else {} for tag in (_EXIF, _GPS))
        taken = _text(inner.get(_TAKEN) or first.get(_TIME))
        camera = dict.fromkeys(f"{_text(first.get(_MAKE))} {_text(first.get(_MODEL))}".split())
        return Notes(
            " ".join(camera),
            _text(first.get(_WRITER)),
            f"{taken[:10].replace(':', '-')} {taken[11:16]}".strip() if taken[:4].isdecimal() else "",
            _place(gps),
            clean is not None and clean != data,
        )
    except (ValueError, struct.error, IndexError):
        return Notes(more=clean is not None and clean != data)


def _directory(tiff: bytes, at: int, there: bool = False) -> dict[int, tuple[Any, ...]]:
    """Entries of a directory by their tag: texts, whole numbers and fractions. at: where it stands, or is said to stand. Raises struct.error."""
    if tiff[:2] not in (b"II", b"MM"):
        return {}
    order = "<" if tiff[:2] == b"II" else ">"
    start = at if there else struct.unpack_from(order + "I", tiff, at)[0]
    (count,) = struct.unpack_from(order + "H", tiff, start)
    found: dict[int, tuple[Any, ...]] = {}
    for number in range(count):
        place = start + 2 + 12 * number
        tag, kind, many, offset = struct.unpack_from(order + "HHII", tiff, place)
        letter, wide = _TYPES.get(kind, ("", 0))
        if not letter or many > 1000:
            continue
        place = place + 8 if many * wide <= 4 else offset
        values = struct.unpack_from(
            f"{order}{many}s" if kind == 2 else f"{order}{many * (wide // 4 or 1)}{letter}", tiff, place
        )
        found[tag] = values
    return found


def _text(values: tuple[Any, ...] | None) -> str:
    if not values or not isinstance(values[0], bytes):
        return ""
    text = values[0].partition(b"\0")[0].decode("utf-8", "replace")
    return " ".join("".join(each for each in text if each.isprintable()).split())[:80]


def _place(gps: dict[int, tuple[Any, ...]]) -> tuple[float, float] | None:
    """Degrees, minutes and seconds, each as a fraction, with N, S, E, W."""
    found = []
    for parts, side in ((gps.get(2, ()), gps.get(1)), (gps.get(4, ()), gps.get(3))):
        if len(parts) != 6 or 0 in parts[1::2]:
            return None
        degrees, minutes, seconds = (above / below for above, below in zip(parts[::2], parts[1::2], strict=True))
        found.append(round((degrees + minutes / 60 + seconds / 3600) * (-1 if _text(side) in ("S", "W") else 1), 5))
    inside = abs(found[0]) <= 90 and abs(found[1]) <= 180 and found != [0.0, 0.0]
    return (found[0], found[1]) if inside else None


def without_notes(data: bytes) -> bytes | None:
    """The photo without notes, what is said of which side is up kept. None when it is no JPEG, PNG or WebP, or broken."""
    try:
        up = _orientation(_tiff(data))
        if data.startswith(b"\xff\xd8"):
            return _jpeg(data, up)
        if data.startswith(b"\x89PNG\r\n\x1a\n"):
            return _png(data, up)
        if data[:4] == b"RIFF" and data[8:12] == b"WEBP":
            return _webp(data, up)
    except (struct.error, IndexError, ValueError):
        return None
    return None


def _tiff(data: bytes) -> bytes:
    """The camera's notes as they stand in the file, ``b""`` when there are none."""
    if data.startswith(b"\xff\xd8"):
        found = (part[10:] for part in _segments(data) if part[:2] == b"\xff\xe1" and part[4:10] == _TIFF)
    elif data.startswith(b"\x89PNG\r\n\x1a\n"):
        found = (part[8:-4] for part in _chunks(data) if part[4:8] == b"eXIf")
    elif data[:4] == b"RIFF" and data[8:12] == b"WEBP":
        found = (part[8:].removeprefix(_TIFF) for part in _riff(data) if part[:4] == b"EXIF")
    else:
        return b""
    return next(found, b"")


def _orientation(tiff: bytes) -> int:
    """1 to 8, as Exif counts; 1 when nothing is said."""
    said = _directory(tiff, 4).get(_ORIENTATION, (1,))
    return said[0] if isinstance(said[0], int) and 1 <= said[0] <= 8 else 1


def _only_up(up: int) -> bytes:
    """Notes that say which side is up, and nothing else."""
    return b"MM\0*\0\0\0\x08" + struct.pack(">HHHIHHI", 1, _ORIENTATION, 3, 1, up, 0, 0)


def _segments(data: bytes) -> Iterator[bytes]:
    """Segments of a JPEG up to the end of the picture, the pixels behind each scan's header as one. Raises ValueError."""
    at = 2
    while True:
        if data[at] != 0xFF:
            raise ValueError("no marker")
        kind = data[at + 1]
        if kind == 0xFF:
            at += 1
            continue
        if kind == 0xD9:
            return
        (length,) = struct.unpack_from(">H", data, at + 2)
        if length < 2 or at + 2 + length > len(data):
            raise ValueError("no length")
        yield data[at : at + 2 + length]
        at += 2 + length
        if kind == 0xDA:
            end = at
            while data[end + 1] == 0 or data[end + 1] == 0xFF or 0xD0 <= data[end + 1] <= 0xD7 or data[end] != 0xFF:
                end = data.index(b"\xff", end + 1)
            yield data[at:end]
            at = end


def _jpeg(data: bytes, up: int) -> bytes:
    """JFIF, colour and the picture stay; every other note, and whatever follows the picture, goes."""
    kept = [b"\xff\xd8"]
    if up != 1:
        notes = _TIFF + _only_up(up)
        kept.append(struct.pack(">HH", 0xFFE1, len(notes) + 2) + notes)
    pixels = False
    for part in _segments(data):
        kind = part[1] if not pixels else 0
        noted = 0xE1 <= kind <= 0xEF or kind == 0xFE
        colour = (kind == 0xE2 and part[4:16] == b"ICC_PROFILE\0") or kind == 0xEE
        if pixels or not noted or colour:
            kept.append(part)
        pixels = not pixels and part[:2] == b"\xff\xda"
    return b"".join(kept) + b"\xff\xd9"


def _chunks(data: bytes) -> Iterator[bytes]:
    at = 8
    while True:
        length, kind = struct.unpack_from(">I4s", data, at)
        if at + 12 + length > len(data):
            raise ValueError("cut short")
        yield data[at : at + 12 + length]
        at += 12 + length
        if kind == b"IEND":
            return


def _png(data: bytes, up: int) -> bytes:
    kept = [data[:8]]
    for part in _chunks(data):
        if part[4:8] not in _NOTING:
            kept.append(part)
        if part[4:8] == b"IHDR" and up != 1:
            noted = b"eXIf" + _only_up(up)
            kept.append(struct.pack(">I", len(noted) - 4) + noted + struct.pack(">I", zlib.crc32(noted)))
    return b"".join(kept)


def _riff(data: bytes) -> Iterator[bytes]:
    at, end = 12, 8 + int.from_bytes(data[4:8], "little")
    while at + 8 <= min(end, len(data)):
        length = int.from_bytes(data[at + 4 : at + 8], "little")
        if at + 8 + length > len(data):
            raise ValueError("cut short")
        yield data[at : at + 8 + length]
        at += 8 + length + length % 2


def _webp(data: bytes, up: int) -> bytes:
    kept = []
    for part in _riff(data):
        if part[:4] in (b"EXIF", b"XMP "):
            continue
        if part[:4] == b"VP8X":
            part = part[:8] + bytes([part[8] & ~0x0C | (0x08 if up != 1 else 0)]) + part[9:]
        kept.append(part + b"\0" * (len(part) % 2))
    if up != 1 and kept and kept[0][:4] == b"VP8X":
        notes = _only_up(up)
        kept.append(b"EXIF" + struct.pack("<I", len(notes)) + notes + b"\0" * (len(notes) % 2))
    body = b"".join(kept)
    return b"RIFF" + struct.pack("<I", len(body) + 4) + b"WEBP" + body
