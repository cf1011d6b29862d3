"""Functions of places on Earth, as the texts ODK keeps: ``latitude longitude altitude accuracy``, points parted by ``;``."""

from __future__ import annotations

import math
from itertools import pairwise
from typing import Any, TypeAlias

from seeddesk.domain.logic.functions.values import flat, string_of

Point: TypeAlias = tuple[float, float]  # latitude, longitude in degrees

_RADIUS = 6378100.0  # metres, at the equator


def points_of(values: tuple[Any, ...]) -> list[Point] | None:
    """The points of nodes and texts, in their order; None when something there is no point."""
    found: list[Point] = []
    for text in map(string_of, flat(values)):
        for piece in text.strip().rstrip("; ").split(";"):
            numbers = piece.split()
            try:
                latitude, longitude = float(numbers[0]), float(numbers[1])
            except (IndexError, ValueError):
                return None
            if len(numbers) > 4 or not (abs(latitude) <= 90 and abs(longitude) <= 180):
                return None
            found.append((latitude, longitude))
    return found


def area(_: object, *values: Any) -> float:
    """Square metres inside the points, to two decimals; 0 when they enclose nothing."""
    points = points_of(values)
    if points is None or len(points) < 3:
        return 0.0
    doubled = 0.0
    for start, end in pairwise([*points, points[0]]):
        doubled += math.radians(end[1] - start[1]) * (
            2 + math.sin(math.radians(start[0])) + math.sin(math.radians(end[0]))
        )
    return _in_cents(abs(doubled * _RADIUS * _RADIUS / 2))


def distance(_: object, *values: Any) -> float:
    """Metres along the points, to two decimals."""
    points = points_of(values)
    return math.nan if points is None else _in_cents(math.fsum(_between(start, end) for start, end in pairwise(points)))


def geofence(_: object, point: Any, shape: Any) -> bool:
    """Whether a point lies inside a closed shape: whether a ray from it crosses the outline an odd number of times."""
    here, outline = points_of((point,)), points_of((shape,))
    if not here or not outline or len(outline) < 4 or outline[0] != outline[-1]:
        return False
    (y, x), inside = here[0], False
    for (y1, x1), (y2, x2) in pairwise(outline):
        if (y1 > y) != (y2 > y) and x < (x1 - x2) * (y - y2) / (y1 - y2) + x2:
            inside = not inside
    return inside


def _between(start: Point, end: Point) -> float:
    first, second = math.radians(start[0]), math.radians(end[0])
    cosine = math.sin(first) * math.sin(second) + math.cos(first) * math.cos(second) * math.cos(
        math.radians(start[1] - end[1])
    )
    return math.acos(max(-1.0, min(1.0, cosine))) * _RADIUS


def _in_cents(number: float) -> float:
    return math.floor(number * 100 + 0.5) / 100
