"""Practices like the one being recorded: noticed while somebody types, never in the way.

The index of the catalogue gives a handful of candidates, which are then compared one by one (`domain.likeness`), so that a hundred thousand
practices cost no more than a thousand.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.likeness import CERTAIN, PERHAPS, PROBABLE, Sketch, address, compare, register, telling
from seeddesk.domain.messages import sentence
from seeddesk.domain.query import words
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.services.projecting import place

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.sharing import Sharing

# The answers that count: whoever asks again when another one changed asks in vain.
READS = frozenset(
    {
        "title",
        "title_en",
        "previous_names",
        "lead_org.name",
        "lead_org.register_id",
        "website",
        "locations[].comune",
        "locations[].place",
    }
)
_WORDS = 3  # telling words of a name that are looked for
_FEWEST = 2  # words of an address that are looked for
_STEM = 3  # letters that a word keeps when its ending is left open
_SHORTEST = 3  # letters of a word that is looked for
_EACH = 12  # candidates of each kind that are looked at
# The answers that say who leads, and where.
LED_BY = frozenset(("lead_org.name", "lead_org.register_id", "locations[].comune", "locations[].place"))


@dataclass(frozen=True, slots=True)
class Similar:
    """A practice that may be the same. score: 0 to 1 · level: ``certain``, ``probable`` or ``perhaps`` · reasons: see `likeness.Likeness`."""

    practice: str
    code: str
    title: str
    place: str
    lead_org: str
    score: float
    level: str
    reasons: tuple[str, ...]


def find(ws: Workspace, values: Mapping[str, Value], practice: str = "", most: int = 5) -> tuple[Similar, ...]:
    """The practices most like a record, best first. values: what an editor shows · practice: its own id, left out. Changes and blocks nothing."""
    ours = _sketch(Record(dict(values)), ws.form_named(""))
    similar: dict[str, Similar] = {}
    looked: set[str] = {practice}
    with ws.catalogue.read() as view:
        sharing, told = view.sharing(), _told(ours.titles[0]) if ours.titles else []
        for found in _candidates(ours, sharing):
            rows = {row.id: row for row in sharing.lines(found, _EACH, told) if row.id not in looked}
            looked |= rows.keys()
            for name, record in view.records(rows):
                row = rows[name]
                likeness = compare(ours, _sketch(record, ws.form_named(row.form)))
                if likeness.score >= PERHAPS:
                    level = _level(likeness.score)
                    similar[name] = Similar(
                        name, row.code, row.title, row.place, row.lead_org, likeness.score, level, likeness.reasons
                    )
            if any(one.score >= CERTAIN for one in similar.values()):
                break  # what remains to be asked only finds what is less like it
    return tuple(sorted(similar.values(), key=lambda one: (-one.score, one.title, one.practice))[:most])


def beside(ws: Workspace, values: Mapping[str, Value], practice: str = "") -> tuple[Similar, ...]:
    """Practices that are not like a record but have the same lead organisation: in the same place, or with its register number. The latest ones first,
    at most twelve. An organisation leads many: nothing speaks for the same practice, and whoever records may know one of them by another name."""
    ours = _sketch(Record(dict(values)), ws.form_named(""))
    named, where = (
        telling(ours.organisation)[:_WORDS],
        [word for place in ours.places for word in telling(place)][:_WORDS],
    )
    same: list[Similar] = []
    with ws.catalogue.read() as view:
        sharing = view.sharing()
        found = _numbered(ours, sharing)
        if ours.organisation and where:
            found |= sharing.words(named, len(named)) & sharing.words(where, len(where))
        rows = {row.id: row for row in sharing.lines(found, _EACH) if row.id != practice}
        for name, record in view.records(rows):
            row = rows[name]
            likeness = compare(ours, _sketch(record, ws.form_named(row.form)))
            led = "register" in likeness.reasons or {"organisation", "place"} <= set(likeness.reasons)
            if led and likeness.score < PERHAPS:
                same.append(
                    Similar(name, row.code, row.title, row.place, row.lead_org, likeness.score, "", likeness.reasons)
                )
    return tuple(sorted(same, key=lambda one: (rows[one.practice].updated, one.practice), reverse=True))


def level_words(level: str, lang: str) -> str:
    """A level as people say it: "almost certainly the same"."""
    return sentence(f"similar-{level}", lang)


def reason_words(reason: str, lang: str) -> str:
    """A reason as people say it: "the same organisation"."""
    return sentence(f"similar-reason-{reason}", lang)


def _level(score: float) -> str:
    return "certain" if score >= CERTAIN else "probable" if score >= PROBABLE else "perhaps"


def _sketch(record: Record, form: Form) -> Sketch:
    names = record.get("previous_names")
    former = names if isinstance(names, tuple) else (names,) if isinstance(names, str) else ()
    titles = (record.text("title"), record.text("title_en"), *former)
    where = place(record, form)
    return Sketch(
        tuple(title for title in titles if title.strip()),
        record.text("lead_org.name"),
        register(record.text("lead_org.register_id")),
        (where,) if where else (),
        frozenset(filter(None, [address(record.text("website"))])),
    )


def _candidates(ours: Sketch, sharing: Sharing) -> Iterator[int]:
    """Whom to look at, until something is found that is almost certainly the same: who holds what tells by itself; all telling words of a name; all
    but one of them, or of their beginnings, which forgives a slip of the pen and endings; its organisation with the beginning of a word."""
    yield _numbered(ours, sharing)
    for website in ours.websites:
        address = _longest(words(website), _FEWEST)
        yield sharing.words(address, len(address))
    seen = 0
    names = [told for title in ours.titles if (told := _told(title))]
    for told in names:
        starts = [_start(word) for word in told]
        for wanted, least, open_ in (
            (told, len(told), False),
            (told, len(told) - 1, False),
            (starts, len(told) - 1, True),
        ):
            found = sharing.words(wanted, max(1, least), open_) & ~seen
            seen |= found
            yield found
    organisation = telling(ours.organisation)[:_WORDS]
    if organisation and names:
        yield sharing.words(organisation, len(organisation)) & sharing.words([_start(names[0][0])], 1, True) & ~seen


def _numbered(ours: Sketch, sharing: Sharing) -> int:
    """Who holds its organisation's register number, wherever."""
    number = ours.register_id.casefold()
    return sharing.words([number, f"it{number}"], 1) if number else 0


def _longest(found: Iterable[str], most: int) -> list[str]:
    """The longest of some words: they are the rarest."""
    return sorted(set(found), key=lambda word: (-len(word), word))[:most]


def _told(title: str) -> list[str]:
    """The words of a name that are looked for."""
    return _longest((word for word in telling(title) if len(word) >= _SHORTEST), _WORDS)


def _start(word: str) -> str:
    return word[: max(_STEM, len(word) * 2 // 3)]
