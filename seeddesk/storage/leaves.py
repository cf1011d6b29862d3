"""Rows out of the pages of a damaged SQLite file, without its header, its schema and the pages that point at other pages.

The format: https://www.sqlite.org/fileformat2.html, sections 1.6 (pages), 2.1 (records) and 4 (the write-ahead log). Whoever asks must say which rows are
what they seem: a page that was given back may still hold old ones.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from pathlib import Path

_LEAF = 0x0D  # the first byte of a page of rows
_PAGE = 4096  # bytes; what every catalogue is made with
_NUMBERS = (0, 1, 2, 3, 4, 6, 8)  # bytes of the integers of serial type 0 to 6
_FRAME = 24  # bytes before each page of a write-ahead log, behind 32 of its own


def rows(path: Path) -> Iterator[tuple[object, ...]]:
    """Every row of every table that still lies whole in a page; the latest page of the write-ahead log counts. Texts that are no UTF-8 are left out."""
    pages = _pages(path)
    for number, page in pages.items():
        start = 100 if number == 1 else 0
        if page[start] != _LEAF:
            continue
        (count,) = struct.unpack_from(">H", page, start + 3)
        for at in range(start + 8, min(start + 8 + 2 * count, _PAGE - 1), 2):
            (cell,) = struct.unpack_from(">H", page, at)
            try:
                yield _record(_payload(page, cell, pages))
            except (IndexError, KeyError, ValueError, struct.error):
                continue  # this row is damaged; the next may not be


def _pages(path: Path) -> dict[int, bytes]:
    data = path.read_bytes()
    found = {at // _PAGE + 1: data[at : at + _PAGE] for at in range(0, len(data) - _PAGE + 1, _PAGE)}
    log = Path(f"{path}-wal")
    if log.is_file():
        data = log.read_bytes()
        salt, frames = data[16:24], {}
        for at in range(32, len(data) - _FRAME - _PAGE + 1, _FRAME + _PAGE):
            number, committed = struct.unpack_from(">II", data, at)
            if data[at + 8 : at + 16] != salt:
                break  # from here on it is what an earlier round left behind
            frames[number] = data[at + _FRAME : at + _FRAME + _PAGE]
            if committed:
                found |= frames
                frames = {}
    return found


def _payload(page: bytes, at: int, pages: dict[int, bytes]) -> bytes:
    length, at = _varint(page, at)
    _, at = _varint(page, at)  # the number of the row
    here = length
    if length > _PAGE - 35:
        least = (_PAGE - 12) * 32 // 255 - 23
        here = least + (length - least) % (_PAGE - 4)
        here = here if here <= _PAGE - 35 else least
    parts = [page[at : at + here]]
    left = length - here
    if left > 0:
        (following,) = struct.unpack_from(">I", page, at + here)
        while left > 0:
            more = pages[following]
            (following,) = struct.unpack_from(">I", more)
            parts.append(more[4 : 4 + min(left, _PAGE - 4)])
            left -= _PAGE - 4
    found = b"".join(parts)
    if len(found) != length:
        raise ValueError("the row ends early")
    return found


def _record(payload: bytes) -> tuple[object, ...]:
    end, at = _varint(payload, 0)
    values: list[object] = []
    place = end
    while at < end:
        kind, at = _varint(payload, at)
        if kind >= 12:
            size = (kind - 12) // 2
            part = payload[place : place + size]
            values.append(part.decode() if kind % 2 else part)
        elif kind in (8, 9):
            size = 0
            values.append(kind - 8)
        elif kind <= 6:
            size = _NUMBERS[kind]
            values.append(int.from_bytes(payload[place : place + size], "big", signed=True) if kind else None)
        else:
            raise ValueError("nothing of ours")
        place += size
    if place != len(payload):
        raise ValueError("the row is not what its beginning says")
    return tuple(values)


def _varint(data: bytes, at: int) -> tuple[int, int]:
    value = 0
    for index in range(8):
        byte = data[at + index]
        value = value << 7 | byte & 0x7F
        if byte < 0x80:
            return value, at + index + 1
    return value << 8 | data[at + 8], at + 9
