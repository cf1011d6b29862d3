"""A list of practices as people see it: its rows, its parts, and what its facets count."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class PracticeRow:
    """One line of a list. completeness: 0 to 100, share of what submission asks for · updated: ISO time of the last revision · form: the id
    of the form it is shown by."""

    id: str
    code: str
    title: str
    status: str
    country: str
    place: str
    year: str
    stage: str
    lead_org: str
    completeness: int
    conflicts: int
    updated: str
    form: str = ""


@dataclass(frozen=True, slots=True)
class Page:
    """Part of a list: its rows, how many there are in all, and the cursor to hand in for the next part (None at the end)."""

    rows: tuple[PracticeRow, ...]
    total: int
    after: str | None


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet and how many practices of the current result have it."""

    code: str
    label: Mapping[str, str]
    count: int
