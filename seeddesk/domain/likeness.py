"""How alike two practices look: their names, their organisations, their places. Pure; says a number and why, decides nothing."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from difflib import SequenceMatcher

from seeddesk.domain.query import words

CERTAIN, PROBABLE, PERHAPS = (
    0.9,
    0.75,
    0.6,
)  # from which score on two practices are almost certainly, probably, perhaps the same
_TITLE, _ORGANISATION, _PLACE = 0.6, 0.25, 0.15
_ALONE = 0.85  # the most that a title says by itself
_SAME = 0.85  # from which likeness on names count as the same
_WORD = 0.8  # from which likeness on two words count as one, spelt otherwise
# Words that say nothing about which practice, organisation or place is meant.
_COMMON = frozenset(
    words(
        "a ad al alla alle ai agli allo con da dal dalla dai dei del dell della delle degli dello di e ed gli i il in la le lo l nel nella nei per su sul sulla "
        "tra fra un una uno the of and for in on at to with by an progetto project aps ets odv onlus srl scs coop soc spa scarl cooperativa cooperative associazione association"
    )
)


@dataclass(frozen=True, slots=True)
class Likeness:
    """score: 0 to 1 · reasons: ``register``, ``title``, ``name-before``, ``organisation``, ``place``, ``website``, those that speak for it."""

    score: float
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a practice is recognised by. titles: what it is called, its present title first, then other names it has or had · places: words of
    every place · websites: hosts and paths, see `address` · register_id: as `register` gives it. Anything may be empty."""

    titles: tuple[str, ...] = ()
    organisation: str = ""
    register_id: str = ""
    places: tuple[str, ...] = ()
    websites: Collection[str] = ()


def compare(one: Sketch, other: Sketch) -> Likeness:
    """How alike two sketches are. What either does not say counts neither for nor against."""
    title, former = _titles(one.titles, other.titles)
    same_register = bool(one.register_id) and one.register_id == other.register_id
    organisation = 1.0 if same_register else _alike_where_said(one.organisation, other.organisation)
    place = max((_alike(here, there) for here in one.places for there in other.places), default=None)
    website = bool(set(one.websites) & set(other.websites))
    weighed = [(_TITLE, title), (_ORGANISATION, organisation), (_PLACE, place)]
    said = [(weight, likeness) for weight, likeness in weighed if likeness is not None]
    score = sum(weight * likeness for weight, likeness in said) / sum(weight for weight, _ in said)
    if len(said) == 1:
        score = min(score, _ALONE)
    if same_register and title >= _SAME:
        score = max(score, 0.97)
    elif website and title >= 0.5:
        score = max(score, CERTAIN)
    elif website or (same_register and title >= 0.5):
        score = max(score, PROBABLE)
    reasons = {
        "register": same_register,
        "website": website,
        "title": title >= _SAME and not former,
        "name-before": title >= _SAME and former,
        "organisation": not same_register and (organisation or 0) >= _SAME,
        "place": (place or 0) >= _SAME,
    }
    return Likeness(round(score, 3), tuple(name for name, holds in reasons.items() if holds))


def telling(text: str) -> list[str]:
    """The folded words of a name that say which one is meant, in order."""
    found = words(text)
    return [word for word in found if word not in _COMMON] or found


def register(text: str) -> str:
    """A register number as it is compared: letters and digits alone, without the country before it."""
    plain = "".join(words(text)).upper()
    return plain[2:] if plain[:2] == "IT" and len(plain) == 13 else plain


def address(text: str) -> str:
    """A web address as it is compared: host and path, without ``www.`` and what stands behind; "" for a whole platform or no address."""
    plain = text.strip().lower().partition("://")[2].partition("?")[0].partition("#")[0].rstrip("/")
    host, _, path = plain.removeprefix("www.").partition("/")
    shared = any(
        name in host for name in ("facebook.", "instagram.", "youtube.", "linkedin.", "google.", "twitter.", "x.com")
    )
    return "" if not host or (shared and not path) else f"{host}/{path}" if path else host


def _titles(ours: Collection[str], theirs: Collection[str]) -> tuple[float, bool]:
    """The best likeness of two names, and whether it took a former name."""
    best, former = 0.0, False
    for first, here in enumerate(ours):
        for second, there in enumerate(theirs):
            likeness = _alike(here, there)
            if likeness > best:
                best, former = likeness, bool(first or second)
    return best, former


def _alike_where_said(one: str, other: str) -> float | None:
    return _alike(one, other) if one.strip() and other.strip() else None


def _alike(one: str, other: str) -> float:
    """How alike two names are, 0 to 1: the letters of the words they share, whatever the order, against those of all."""
    ours, theirs = telling(one), telling(other)
    if not ours or not theirs:
        return 0.0
    if ours == theirs:
        return 1.0
    left = list(theirs)
    shared = 0.0
    for word in sorted(ours, key=len, reverse=True):
        best, found = 0.0, -1
        for at, candidate in enumerate(left):
            likeness = 1.0 if word == candidate else _near(word, candidate)
            if likeness > best:
                best, found = likeness, at
        if best >= _WORD:
            shared += best * (len(word) + len(left.pop(found)))
    return shared / (sum(map(len, ours)) + sum(map(len, theirs)))


def _near(one: str, other: str) -> float:
    if abs(len(one) - len(other)) > 3 or one[0] != other[0]:
        return 0.0
    return SequenceMatcher(None, one, other, autojunk=False).ratio()
