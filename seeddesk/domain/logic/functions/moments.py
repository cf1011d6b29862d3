"""Dates, times and moments as texts say them."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_EPOCH = date(1970, 1, 1)
_DAY = 86400
_ZONE = r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?"
_CLOCK = rf"(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d(?:\.\d+)?))?{_ZONE}"
_MOMENT = re.compile(rf"(?P<year>-?\d{{4,}})-(?P<month>\d\d?)-(?P<day>\d\d?)(?:T{_CLOCK})?", re.ASCII)
_TIME = re.compile(_CLOCK, re.ASCII)
_PARTIAL = re.compile(r"(\d{4})-(\d\d)", re.ASCII)


@dataclass(frozen=True, slots=True)
class Moment:
    """A day, with a time of day when one was said. seconds: since midnight on the clock there, None for the day alone ·
    offset: minutes that clock is ahead of UTC, None when nothing says so."""

    day: date
    seconds: float | None = None
    offset: int | None = None

    def wall(self) -> float:
        """Days since 1970 as calendar and clock there have it."""
        return (self.day - _EPOCH).days + (self.seconds or 0) / _DAY

    def days(self) -> float:
        """Days since 1970 in UTC. What names no time zone counts as it stands, so that dates are whole days everywhere and two laptops agree."""
        if self.offset is None:
            return self.wall()
        return ((self.day - _EPOCH).days * _DAY + (self.seconds or 0) - self.offset * 60) / _DAY

    def text(self) -> str:
        """As it is written: ``2021-03-15`` or ``2021-03-15T14:30:00.000+01:00``."""
        if self.seconds is None:
            return self.day.isoformat()
        thousandths = int(self.seconds * 1000 + 0.5)
        clock = f"{thousandths // 3600000:02}:{thousandths // 60000 % 60:02}:{thousandths // 1000 % 60:02}.{thousandths % 1000:03}"
        return f"{self.day.isoformat()}T{clock}{zone_text(self.offset)}"


def moment_of(text: str) -> Moment | None:
    """The date or moment a text says, None when it says none."""
    match = _MOMENT.fullmatch(text)
    if match is None:
        return None
    try:
        day = date(int(match["year"]), int(match["month"]), int(match["day"]))
    except ValueError:
        return None
    if match["hour"] is None:
        return Moment(day)
    clock = _clock(match)
    return None if clock is None else Moment(day, *clock)


def partial_of(text: str) -> Moment | None:
    """The first day of a month said without its day (``2021-03``), None for any other text."""
    match = _PARTIAL.fullmatch(text)
    return moment_of(f"{text}-01") if match else None


def time_of(text: str) -> tuple[float, int | None] | None:
    """Seconds since midnight and minutes ahead of UTC that a time of day says, None when it says none."""
    match = _TIME.fullmatch(text)
    return None if match is None else _clock(match)


def moment_at(days: float) -> Moment | None:
    """The moment so many days after 1970, None beyond the calendar."""
    try:
        found = datetime(1970, 1, 1) + timedelta(days=days)
    except (ValueError, OverflowError):
        return None
    midnight = found.replace(hour=0, minute=0, second=0, microsecond=0)
    seconds = (found - midnight).total_seconds()
    return Moment(found.date(), seconds or None)


def local(moment: Moment) -> Moment:
    """The same instant on this computer's clock."""
    if moment.offset is None:
        return moment
    try:
        here = datetime.fromisoformat(moment.text()).astimezone()
    except (ValueError, OverflowError, OSError):
        return moment
    offset = here.utcoffset()
    seconds = here.hour * 3600 + here.minute * 60 + here.second + here.microsecond / 1e6
    return Moment(here.date(), seconds, int(offset.total_seconds() // 60) if offset is not None else 0)


def zone_text(offset: int | None) -> str:
    """``+01:00``; nothing for none."""
    if offset is None:
        return ""
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def _clock(match: re.Match[str]) -> tuple[float, int | None] | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), float(match["second"] or 0)
    zone = match["zone"]
    if hour > 23 or minute > 59 or second >= 60:
        return None
    offset: int | None = None
    if zone is not None:
        digits = zone.replace(":", "")
        hours, minutes = (0, 0) if zone == "Z" else (int(digits[1:3]), int(digits[3:5] or 0))
        if hours > 23 or minutes > 59:
            return None
        offset = (hours * 60 + minutes) * (-1 if zone[0] == "-" else 1)
    return hour * 3600 + minute * 60 + second, offset
