"""What people see of one practice: its codes, the history of its fields, what waits for a decision, a draft. Services return these; window and command line show them."""

from __future__ import annotations

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from seeddesk.domain.revision import Dot, Seen
    from seeddesk.domain.values import Value

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def new_practice_id() -> str:
    """A fresh practice id: a random UUID in lower case with hyphens."""
    return str(uuid.uuid4())


def human_code(practice: str, country: str, year: int) -> str:
    """The code people write and say, ``SI-IT-2026-7F3K2QX``: country (XX when unknown), year of creation, the first 35 bits of the id."""
    bits = uuid.UUID(practice).int >> (128 - 35)
    tail = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(30, -1, -5))
    land = country if len(country) == 2 and country.isascii() and country.isalpha() else "XX"
    return f"SI-{land.upper()}-{year:04d}-{tail}"


def code_with_country(practice: str, code: object, country: str) -> str:
    """The code of a practice once its country is known; "" where it names one already, or somebody gave another."""
    year = code.split("-")[2] if isinstance(code, str) and code.count("-") == 3 else ""
    known = year.isdecimal() and code == human_code(practice, "", int(year))
    return human_code(practice, country, int(year)) if known else ""


def ids_without_country(code: str) -> tuple[str, str] | None:
    """The first and the last of the ids that had this code before their country was known; None for any other text."""
    head, _, tail = code.rpartition("-")
    if not head.startswith("SI-XX-") or len(tail) != 7 or not set(tail) <= set(_CROCKFORD):
        return None
    bits = 0
    for letter in tail:
        bits = bits << 5 | _CROCKFORD.index(letter)
    rest = 128 - 35
    return str(uuid.UUID(int=bits << rest)), str(uuid.UUID(int=(bits + 1 << rest) - 1))


@dataclass(frozen=True, slots=True)
class HistoryEntry:
    """One value a field was given: when, by whom, by which route, and whether it still stands (``current``, ``conflict``, ``replaced``, ``erased``)."""

    path: str
    value: Value
    author: str
    time: str
    origin: str
    dot: Dot
    state: str


@dataclass(frozen=True, slots=True)
class Version:
    """One side of a conflict. letter: A, B, C… in order of time · dots: every head with this value.

    together: what it says of the other fields decided with it (an atomic group), by path.
    """

    letter: str
    value: Value
    author: str
    time: str
    origin: str
    dots: tuple[Dot, ...]
    together: Mapping[str, Value] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Conflict:
    """A field with more than one different head.

    kind: ``field``, ``row`` (deleted here, edited there) or ``practice`` (the same for a whole practice; path ``""``) ·
    proposal: the sentence-by-sentence merge, to confirm, or None · word_proposal: the word-level one, only ever a hint ·
    together: the other fields decided with it (an atomic group).
    """

    practice: str
    code: str
    title: str
    path: str
    label: Mapping[str, str]
    kind: str
    base: Value
    has_base: bool
    versions: tuple[Version, ...]
    proposal: Value = None
    word_proposal: str | None = None
    together: tuple[str, ...] = ()


@dataclass(frozen=True)
class Draft:
    """A practice opened for editing: the values shown, and what its author has thereby seen. `save` hands it back. form: the id of the form
    it is shown by."""

    practice: str
    values: Mapping[str, Value]
    seen: Seen
    new: bool = False
    form: str = ""
