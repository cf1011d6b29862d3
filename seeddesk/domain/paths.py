"""Paths: how a field of a record is addressed.

``title``, ``lead_org.name``, ``partners[4f0c…].name`` (a cell of a row), ``partners[4f0c…]`` (the row itself; its value is its order key).
A *template* is the path with the row ids taken out: ``partners[].name``; the form is written in templates, records in paths.
Section groups of the form are not part of a path. A dot in a question's own name is written ``~``, which no name holds. Row ids are UUIDs in 32 hexadecimal digits.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import uuid

_ROW = re.compile(r"\[[0-9a-f]{32}\]")


def new_row_id() -> str:
    """A fresh row id."""
    import uuid  # takes 3 ms to load, and a start makes no row

    return uuid.uuid4().hex


@lru_cache(maxsize=65536)
def template_of(path: str) -> str:
    """``partners[<id>].name`` -> ``partners[].name``."""
    return _ROW.sub("[]", path)


def is_row(path: str) -> bool:
    """Whether the path names a row itself, not a cell of it."""
    return path.endswith("]")


def row_of(path: str) -> str | None:
    """The innermost row a cell belongs to: ``partners[<id>].name`` -> ``partners[<id>]``; None outside repeats."""
    end = path.rfind("]")
    return None if end < 0 or end == len(path) - 1 else path[: end + 1]


def rows_of(path: str) -> tuple[str, ...]:
    """Every row the path lies in or names, outermost first."""
    return tuple(path[: match.end()] for match in _ROW.finditer(path))


def row_id(row: str) -> str:
    """``partners[<id>]`` -> ``<id>``."""
    return row[row.rfind("[") + 1 : -1]


def row_ids(path: str) -> tuple[str, ...]:
    """The ids of every row the path lies in or names, outermost first."""
    return tuple(match[0][1:-1] for match in _ROW.finditer(path))


def counted_row_id(repeat: str, number: int) -> str:
    """The id of a row that a count makes: the same on every laptop. repeat: its path · number: the row's place, from 1."""
    import uuid

    return uuid.uuid5(_counted_rows(), f"{repeat} {number}").hex


@cache
def _counted_rows() -> uuid.UUID:
    import uuid

    return uuid.uuid5(uuid.NAMESPACE_URL, "urn:seeddesk:counted-row")


def counted_row_key(number: int) -> str:
    """The order key of a row that a count makes. number: the row's place, from 1."""
    return f"{number:05}"


def repeat_of(row: str) -> str:
    """The repeat a row belongs to, as a path: ``partners[<id>]`` -> ``partners``."""
    return row[: row.rfind("[")]


def row_path(repeat: str, row: str) -> str:
    """``partners`` and an id -> ``partners[<id>]``."""
    return f"{repeat}[{row}]"


def cell_path(template: str, rows: tuple[str, ...]) -> str:
    """Fill a template's empty brackets with row ids, outermost first. Raises ValueError when the numbers differ."""
    parts = template.split("[]")
    if len(parts) - 1 != len(rows):
        raise ValueError(f"{template} needs {len(parts) - 1} rows, got {len(rows)}")
    return "".join(part + (f"[{row}]" if row else "") for part, row in zip(parts, (*rows, ""), strict=True))


def path_in(template: str, row: str) -> str:
    """The path of a template in a row: ``partners[].name`` in ``partners[<id>]``; rows further out come with it. row: "" outside repeats."""
    return cell_path(template, row_ids(row)) if row else template


def segment(name: str) -> str:
    """A question's name as a part of a path, in which dots part names."""
    return name.replace(".", "~")


def leaf(path: str) -> str:
    """The last name of a path: ``partners[<id>].name`` -> ``name``."""
    return path[path.rfind(".") + 1 :]


def order_between(before: str | None, after: str | None) -> str:
    """An order key strictly between two others (None: the open end). Keys are texts over 0-9a-z compared as texts.

    A row can always be put between two neighbours without touching them, so two people adding rows do not disturb each other.
    """
    digits = "0123456789abcdefghijklmnopqrstuvwxyz"
    low, high = before or "", after
    if high is not None and low >= high:
        raise ValueError(f"no key between {before!r} and {after!r}")
    key = ""
    position = 0
    while True:
        left = digits.index(low[position]) if position < len(low) else 0
        right = digits.index(high[position]) if high is not None and position < len(high) else len(digits)
        if right - left > 1:
            return key + digits[(left + right) // 2]
        key += digits[left]
        if right > left:
            high = None
        position += 1


def absolute_xpath(path: str, place: str) -> str:
    """Where a plain XPath leads that an expression at a place names: ``../age`` at ``/data/child/name`` -> ``/data/child/age``."""
    steps = [] if path.startswith("/") else place.split("/")[1:]
    for step in path.strip("/").split("/"):
        if step == "..":
            steps = steps[:-1]
        elif step != ".":
            steps.append(step)
    return "/" + "/".join(steps)
