"""Practices like the one being recorded: noticed while somebody types, never in the way.

The index of the catalogue gives a handful of candidates, which are then compared one by one (`domain.likeness`), so that a hundred thousand
practices cost no more than a thousand.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.likeness import CERTAIN, PERHAPS, PROBABLE, Sketch, address, compare, register, telling
from seeddesk.domain.messages import sentence
from seeddesk.domain.practice import PracticeRow
from seeddesk.domain.query import Query
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value
from seeddesk.services.projecting import place

if TYPE_CHECKING:
    from seeddesk.domain.form import Form
    from seeddesk.services.workspace import Workspace

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
_WORDS = 4  # telling words of a title that are looked for
_SHORTEST = 3  # letters of a word that is looked for
_EACH = 12  # candidates a question gives


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
    record = Record(dict(values))
    ours = _sketch(record, ws.form_named(""))
    found: dict[str, PracticeRow] = {}
    with ws.catalogue.read() as view:
        for text in _questions(ours):
            found.update({row.id: row for row in view.page(Query(text), _EACH).rows if row.id != practice})
        records = dict(view.records(found))
    similar = []
    for name, row in found.items():
        likeness = compare(ours, _sketch(records[name], ws.form_named(row.form)))
        if likeness.score >= PERHAPS:
            similar.append(
                Similar(
                    name,
                    row.code,
                    row.title,
                    row.place,
                    row.lead_org,
                    likeness.score,
                    _level(likeness.score),
                    likeness.reasons,
                )
            )
    return tuple(sorted(similar, key=lambda one: (-one.score, one.title, one.practice))[:most])


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


def _questions(ours: Sketch) -> Iterator[str]:
    """What to ask the index for: what tells by itself, all telling words of a name, and the beginnings of all but one, which forgives an ending
    or a slip of the pen; then the organisation, alone and with a beginning."""
    if ours.register_id:
        yield ours.register_id
    for website in ours.websites:
        yield f'"{website}"'
    starts: list[str] = []
    for title in ours.titles:
        told = sorted({word for word in telling(title) if len(word) >= _SHORTEST}, key=lambda word: (-len(word), word))[
            :_WORDS
        ]
        starts = starts or [_start(word) for word in told]
        if told:
            yield " ".join(told)
        if len(told) > 1:
            for one in told:
                yield " ".join(_start(word) for word in told if word != one)
    organisation = " ".join(telling(ours.organisation)[:_WORDS])
    if organisation and starts:
        yield organisation
        yield f"{organisation} {starts[0]}"


def _start(word: str) -> str:
    return word[: max(_SHORTEST, len(word) * 2 // 3)]
