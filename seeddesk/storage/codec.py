"""How JSON lies in a column: as text when it is short, deflated when that pays. Its first byte tells which."""

from __future__ import annotations

import json
import zlib
from functools import lru_cache
from typing import Any

from seeddesk.domain.errors import StorageError
from seeddesk.domain.revision import Revision
from seeddesk.domain.values import canonical_json

_SHORT = 400  # bytes; below, deflating saves less than it costs


def pack(data: object) -> bytes:
    """JSON in its one spelling, deflated when long."""
    return pack_text(canonical_json(data).encode())


def pack_text(text: bytes) -> bytes:
    """The same of JSON in its one spelling."""
    return text if len(text) < _SHORT else zlib.compress(text, 1)


def unpack(data: bytes) -> Any:
    """The inverse of `pack`. Raises StorageError ``content-damaged`` for anything else."""
    try:
        return json.loads(data if data[:1] in b"{[" else zlib.decompress(data))
    except (ValueError, TypeError, zlib.error) as error:
        raise StorageError("content-damaged") from error


@lru_cache(maxsize=4)  # a form is a megabyte and more, the same in every transaction and in every catalogue
def unpack_form(data: bytes) -> Any:
    """Like `unpack`, for a form's column; what it returns is shared and must not be changed."""
    return unpack(data)


def unpack_record(record: bytes, told: bytes | None) -> dict[str, Any]:
    """The displayed values of a practice, as JSON. record: its column, empty where the body of its one revision, `told`, says the same.

    Raises StorageError ``content-damaged``."""
    if record:
        return dict(unpack(record))
    try:
        return dict(unpack(told or b"")["set"])
    except (KeyError, TypeError) as error:
        raise StorageError("content-damaged") from error


def unpack_revision(data: bytes) -> Revision:
    """A revision out of its column. Raises StorageError ``content-damaged`` for anything else."""
    try:
        return Revision.from_json(unpack(data))
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise StorageError("content-damaged") from error
