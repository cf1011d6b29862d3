"""Functions of dates and times."""

from __future__ import annotations

import math
import re
from typing import Any, Final

from seeddesk.domain.logic.functions.moments import Moment, local, moment_at, moment_of, partial_of, time_of
from seeddesk.domain.logic.functions.values import number_of, string_of

_YEAR = re.compile(r"\d{4}", re.ASCII)
_CODE = re.compile(r"%(.)", re.DOTALL)
# short names, January and Monday first
_MONTHS: Final = {
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "el": "Ιαν Φεβ Μαρ Απρ Μαΐ Ιουν Ιουλ Αυγ Σεπ Οκτ Νοε Δεκ",
    "es": "ene feb mar abr may jun jul ago sep oct nov dic",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "hr": "sij velj ožu tra svi lip srp kol ruj lis stu pro",
    "pt": "jan fev mar abr mai jun jul ago set out nov dez",
    "ro": "ian. feb. mar. apr. mai iun. iul. aug. sept. oct. nov. dec.",
    "sl": "jan. feb. mar. apr. maj jun. jul. avg. sep. okt. nov. dec.",
}
_DAYS: Final = {
    "it": "lun mar mer gio ven sab dom",
    "en": "Mon Tue Wed Thu Fri Sat Sun",
    "de": "Mo Di Mi Do Fr Sa So",
    "el": "Δευ Τρί Τετ Πέμ Παρ Σάβ Κυρ",
    "es": "lun mar mié jue vie sáb dom",
    "fr": "lun. mar. mer. jeu. ven. sam. dim.",
    "hr": "pon uto sri čet pet sub ned",
    "pt": "seg ter qua qui sex sáb dom",
    "ro": "lun. mar. mie. joi vin. sâm. dum.",
    "sl": "pon. tor. sre. čet. pet. sob. ned.",
}


def said(value: Any) -> Moment | None:
    """The date or moment a value is: a text that says one (a month or year alone is its first day), or days since 1970. None for anything else."""
    if isinstance(value, bool):
        return None
    if isinstance(value, float):
        return None if math.isnan(value) else moment_at(value)
    text = string_of(value).strip()
    found = moment_of(text) or partial_of(text)
    if found is None and _YEAR.fullmatch(text):
        return moment_of(f"{text}-01-01")
    if found is None and not math.isnan(number := number_of(text)):
        return moment_at(number)
    return found


def to_date(_: object, value: Any) -> str:
    """``date()``: the day, without any time."""
    moment = said(value)
    return "" if moment is None else moment.day.isoformat()


def to_moment(_: object, value: Any) -> str:
    """``date-time()``: the day, with its time when it has one."""
    moment = said(value)
    return "" if moment is None else moment.text()


def decimal_moment(_: object, value: Any) -> float:
    """``decimal-date-time()``: days since 1970 in UTC."""
    if isinstance(value, float):
        return value
    moment = said(value)
    return math.nan if moment is None else moment.days()


def decimal_time(_: object, value: Any) -> float:
    """``decimal-time()``: the part of the day that has passed, on this computer's clock when a time zone was said."""
    if isinstance(value, float):
        return value - math.floor(value) if math.isfinite(value) else math.nan
    text = string_of(value).strip()
    time = time_of(text)
    if time is None:
        moment = moment_of(text)
    else:
        moment = Moment(moment_at(0.0).day, *time)  # type: ignore[union-attr]  # 1970 is in the calendar
    return math.nan if moment is None else (local(moment).seconds or 0) / 86400


def formatted(_: object, value: Any, form: Any, lang: Any) -> str:
    """``format-date()`` and ``format-date-time()``; names of months and days in the form's language. Unknown codes stay as they are."""
    moment = said(value)
    if moment is None:
        return ""
    moment = local(moment)
    day, thousandths = moment.day, int((moment.seconds or 0) * 1000 + 0.5)
    hour, minute = thousandths // 3600000, thousandths // 60000 % 60
    months, days = (names.get(string_of(lang)[:2], names["en"]).split() for names in (_MONTHS, _DAYS))
    parts = {
        "Y": f"{day.year:04}",
        "y": f"{day.year % 100:02}",
        "m": f"{day.month:02}",
        "n": str(day.month),
        "b": months[day.month - 1],
        "d": f"{day.day:02}",
        "e": str(day.day),
        "a": days[day.weekday()],
        "H": f"{hour:02}",
        "h": str(hour),
        "M": f"{minute:02}",
        "S": f"{thousandths // 1000 % 60:02}",
        "3": f"{thousandths % 1000:03}",
        "%": "%",
    }
    return _CODE.sub(lambda match: parts.get(match[1], match[0]), string_of(form))
