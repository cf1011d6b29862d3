"""A hybrid logical clock: times that follow what was read, for display and for the order of lists. It never picks a winner."""

from __future__ import annotations

from datetime import UTC, datetime

DAY = 86_400_000  # milliseconds
_SHAPE = "2026-11-22T10:15:30.123Z.0004"


def tick(now_ms: int, last: str) -> str:
    """The next time: ``2026-11-22T10:15:30.123Z.0004``, later than `last` as text.

    now_ms: this machine's clock, milliseconds since 1970 UTC · last: the latest time known, "" for none. A `last` more than a day ahead of
    this machine came from a clock that is wrong, and is not followed: one wrong clock must not date everybody's work.
    """
    last_ms, count = _parts(last)
    if not now_ms <= last_ms <= now_ms + DAY:
        return _text(now_ms, 0)
    return _text(last_ms, count + 1) if count < 9999 else _text(last_ms + 1, 0)


def moment(time: str) -> datetime:
    """The time as a date and time in UTC. Raises ValueError for anything `tick` never writes."""
    return datetime.fromisoformat(time[: _SHAPE.index("Z")]).replace(tzinfo=UTC)


def _parts(time: str) -> tuple[int, int]:
    """Milliseconds and counter; (-1, 0) for "" and for times of another shape."""
    if len(time) != len(_SHAPE):
        return -1, 0
    try:
        seconds = moment(time)
        return round(seconds.timestamp() * 1000), int(time[-4:])
    except ValueError:
        return -1, 0


def _text(milliseconds: int, count: int) -> str:
    seconds = datetime.fromtimestamp(milliseconds // 1000, UTC)
    return f"{seconds:%Y-%m-%dT%H:%M:%S}.{milliseconds % 1000:03d}Z.{count:04d}"
