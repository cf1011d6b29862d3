"""A map from a table's columns to fields, as people write it: ``Column=field,Other=field2``."""

from __future__ import annotations

import re

from seeddesk.domain.errors import UsageError

_PAIR = re.compile(
    r"\s*(?P<column>.+?)\s*=\s*(?P<field>[^\W\d][\w~-]*(?:\[\d*\])?(?:\.[\w~-]+(?:\[\d*\])?)*)\s*(?:,|$)"
)


def check_map(mapping: str) -> list[tuple[str, str]]:
    """The pairs of column and field; whether a table has the one and the form the other is for its reader to say. Raises UsageError."""
    pairs: list[tuple[str, str]] = []
    position = 0
    while position < len(mapping):
        found = _PAIR.match(mapping, position)
        if found is None:
            raise UsageError("map-wrong", text=mapping[position:].strip())
        position = found.end()
        pairs.append((found["column"], found["field"]))
    return pairs
