"""Numbers, dates, times and places as people write them, to and from their canonical text. Nothing is guessed.

Italian and English are written as their readers write them; in any other language a form may have, numbers have a decimal point and dates are
ISO, and what could be read in two ways is not read.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import date

_MONTHS = {
    "it": (
        "gennaio",
        "febbraio",
        "marzo",
        "aprile",
        "maggio",
        "giugno",
        "luglio",
        "agosto",
        "settembre",
        "ottobre",
        "novembre",
        "dicembre",
    ),
    "en": (
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ),
}
# Every spelling of a month in either language; no abbreviation means one month in one and another in the other.
_MONTH_NUMBERS = {
    spelling: number
    for months in _MONTHS.values()
    for number, name in enumerate(months, 1)
    for spelling in (name.casefold(), name.casefold()[:3])
} | {"sett": 9, "sept": 9}

_ISO_DATE = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?", re.ASCII)
_NUMERIC_DATE = re.compile(r"(?:(\d{1,2})\s*([/.-])\s*)?(\d{1,2})\s*([/.-])\s*(\d{4})", re.ASCII)
_SPOKEN_DATE = re.compile(
    r"(?:(\d{1,2})(?:°|º|st|nd|rd|th|\.)?\s+)?(?:di\s+|of\s+)?([^\W\d]+)\.?,?\s+(?:del\s+|of\s+)?(\d{4})", re.ASCII
)
_AMERICAN_DATE = re.compile(r"([^\W\d]+)\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})", re.ASCII)
_WORDS = re.compile(r"\w+")
# Hours and minutes; seconds, parts of one and the distance from Greenwich where something recorded them.
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?::(\d{2})(\.\d+)?)?\s*(Z|[+-]\d{2}(?::?\d{2})?)?", re.ASCII)
_MOMENT = re.compile(r"(.*?)(?:T|\s)\s*(\S+(?:\s+[+-]\d{2}:?\d{0,2}|\s+Z)?)", re.ASCII | re.DOTALL)
_DEGREES = r"[+-]?\d+(?:\.\d+)?"
_POSITION = re.compile(rf"({_DEGREES})\s*(?:,\s*|\s)({_DEGREES})((?:\s+{_DEGREES}){{0,2}})", re.ASCII)

# Digits, in groups of three or not, with the separators of one convention (a space or an apostrophe part groups in both).
_GROUPED = {
    mark: re.compile(
        rf"[+-]?(?:0|[1-9]\d*|[1-9]\d{{0,2}}(?:([{mark}' ])\d{{3}}(?:\1\d{{3}})*))(?:[{point}]\d+)?", re.ASCII
    )
    for mark, point in ((".", ","), (",", "."))
}

_NEUTRAL = re.compile(r"[+-]?(?:0|[1-9]\d*)(?:\.\d+)?", re.ASCII)


def plain(text: str) -> str:
    """What spellings are compared by: case, diacritics and punctuation folded, one space between words."""
    text = text.casefold()
    if not text.isascii():
        text = "".join(sign for sign in unicodedata.normalize("NFKD", text) if not unicodedata.combining(sign))
    return " ".join(_WORDS.findall(text))


def parse_number(text: str, lang: str, *, whole: bool) -> str | None:
    """``"1.234,50"`` -> ``"1234.50"``; None when it is no number, or could mean two.

    The language decides what a point and a comma are ("1.234" is 1234 in Italian, 1.234 in English); what makes no sense in it but does in
    the other is read so ("12.5" in Italian). In a language without a convention of its own here ("1,234" in French) what has two senses is not
    read. whole: only whole numbers; digits are never dropped to make one.
    """
    text = re.sub(r"[\u00a0\u2007\u2009\u202f]", " ", text.strip()).replace("−", "-").replace("’", "'")
    if lang not in _MONTHS:
        if _NEUTRAL.fullmatch(text):
            return None if whole and "." in text else text.removeprefix("+")
        senses = {parse_number(text, one, whole=False) for one in _MONTHS}
        number = senses.pop() if len(senses) == 1 else None
        return None if number and whole and "." in number else number
    own, other = (".", ",") if lang == "it" else (",", ".")
    mark = own if _GROUPED[own].fullmatch(text) else other if _GROUPED[other].fullmatch(text) else ""
    if not mark:
        return None
    point = "," if mark == "." else "."
    number = re.sub(rf"[{mark}' ]", "", text).replace(point, ".").removeprefix("+")
    return None if whole and "." in number else number


def format_number(number: str, lang: str, *, grouped: bool = True) -> str:
    """``"1234.50"`` -> ``"1.234,50"``; anything but a canonical number is returned as it is."""
    match = re.fullmatch(r"(-?)(0|[1-9]\d*)(?:\.(\d+))?", number, re.ASCII)
    if not match:
        return number
    sign, digits, decimals = match.groups()
    if grouped and lang in _MONTHS:
        digits = f"{int(digits):,}"
    written = sign + digits + (f".{decimals}" if decimals else "")
    return written.translate({ord("."): ",", ord(","): "."}) if lang == "it" else written


def parse_date(text: str) -> str | None:
    """A day, month or year in ISO or as people write it in either language -> ISO; None for anything else. 3/4/2021 is the third of April.

    A point behind the year is part of it: Croatian and Slovene have one behind every number of a date (15. 3. 2021.).
    """
    text = " ".join(text.split()).removesuffix(".")
    if match := _ISO_DATE.fullmatch(text):
        return _iso(*match.groups())
    if match := _NUMERIC_DATE.fullmatch(text):
        day, first, month, second, year = match.groups()
        return _iso(year, month, day) if first in (None, second) else None
    if match := _SPOKEN_DATE.fullmatch(text):
        day, name, year = match.groups()
    elif match := _AMERICAN_DATE.fullmatch(text):
        name, day, year = match.groups()
    else:
        return None
    number = _MONTH_NUMBERS.get(name.casefold())
    return _iso(year, str(number), day) if number else None


def format_date(iso: str, lang: str) -> str:
    """``2021`` · ``marzo 2021`` · ``15 March 2021``, ISO in other languages; anything but a canonical date is returned as it is."""
    match = _ISO_DATE.fullmatch(iso)
    if not match or lang not in _MONTHS or _iso(*match.groups()) != iso:
        return iso
    year, month, day = match.groups()
    words = [str(int(day))] if day else []
    if month:
        words.append(_MONTHS[lang][int(month) - 1])
    return " ".join([*words, year])


def parse_time(text: str) -> str | None:
    """``9.30`` or ``9:30`` -> ``09:30``; seconds, their parts and a time zone (``Z``, ``+01:00``) kept as given; None for anything else."""
    match = _TIME.fullmatch(text.strip())
    if not match or int(match[1]) > 23 or int(match[2]) > 59 or int(match[3] or 0) > 59:
        return None
    clock = ":".join(f"{int(part):02d}" for part in match.groups()[:3] if part is not None)
    return clock + (match[4] or "") + (match[5] or "")


def format_time(iso: str) -> str:
    """``09:30`` · ``09:30:00 +01:00``; anything but what `parse_time` returns is returned as it is."""
    match = _TIME.fullmatch(iso)
    if not match or not match[5] or parse_time(iso) != iso:
        return iso
    return f"{iso[: match.start(5)]} {match[5]}"


def parse_moment(text: str) -> str | None:
    """A whole date and a time, parted by ``T``, a comma or a space -> ``2021-03-15T09:30``; None for anything else."""
    match = _MOMENT.fullmatch(text.strip())
    if not match:
        return None
    iso, time = parse_date(match[1].removesuffix(",")), parse_time(match[2])
    return f"{iso}T{time}" if iso and len(iso) == 10 and time else None


def format_moment(iso: str, lang: str) -> str:
    """``15 March 2021, 09:30``, with seconds and time zone where there are; anything but what `parse_moment` returns is returned as it is."""
    day, _, time = iso.partition("T")
    if parse_moment(iso) != iso:
        return iso
    return f"{format_date(day, lang)}{', ' if lang in _MONTHS else ' '}{format_time(time)}"


def parse_positions(text: str) -> str | None:
    """Where something is: ``45.07, 7.68`` as maps write it -> ``45.07 7.68``; several parted by ``;``. None for anything else, what is canonical
    already included."""
    found = []
    for part in text.removesuffix(";").split(";") if "," in text else ():
        match = _POSITION.fullmatch(part.strip())
        if not match or abs(float(match[1])) > 90 or abs(float(match[2])) > 180:
            return None
        found.append(" ".join((match[1], match[2], *match[3].split())))
    return "; ".join(found) or None


def _iso(year: str, month: str | None, day: str | None) -> str | None:
    """The parts as an ISO date when there is such a date."""
    try:
        date(int(year), int(month or 1), int(day or 1))
    except ValueError:
        return None
    return "-".join([year] + [f"{int(part):02d}" for part in (month, day) if part is not None])
