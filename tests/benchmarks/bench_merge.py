"""Folding revisions and merging text: what an import of a thousand dossiers does a thousand times."""

import difflib
import json
from collections.abc import Iterable

from seeddesk.domain.form import Field, Form, Kind, Section
from seeddesk.domain.heads import Status
from seeddesk.domain.merge import fold
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.text_merge import merge_sentences
from tests.benchmarks.bench import Row, benchmark, compare

FIELDS = [f"field_{number}" for number in range(60)]
TEXT = "".join(f"Questa è la frase numero {number} di un racconto che qualcuno ha scritto. " for number in range(70))
ONE = TEXT.replace("numero 3 ", "numero tre ").replace("numero 30 ", "numero trenta ")
OTHER = TEXT.replace("numero 20 ", "numero venti ").replace("numero 60 ", "numero sessanta ")


def form() -> Form:
    """Sixty one-line fields and a long one."""
    fields = [Field(name, Kind.TEXT, {}, "/data/" + name, "s") for name in FIELDS]
    long = Field("need", Kind.TEXT, {}, "/data/need", "s", long=True)
    return Form("bench", "1", {}, ("it",), (Section("s", {}, (*fields, long)),), {})


def revision(device: str, counter: int, values: dict[str, str], seen: dict[str, tuple[Dot, ...]]) -> Revision:
    """One save."""
    return Revision(Dot(device, counter), "p", device, f"2026-{counter:06d}", "bench", "1", values, seen)


def chain(length: int, fields: list[str]) -> list[Revision]:
    """Saves of the same fields, each having seen the one before."""
    return [
        revision(
            "a",
            number,
            {path: f"what {path} says, version {number}" for path in fields},
            {path: (Dot("a", number - 1),) for path in fields} if number > 1 else {},
        )
        for number in range(1, length + 1)
    ]


@benchmark
def folding() -> Iterable[Row]:
    """Folding a practice, against the standard library's reading of its revisions as JSON."""
    questionnaire = form()
    for name, revisions, budget in (
        ("fold: 3 revisions of 60 fields", chain(3, FIELDS), 5),
        ("fold: 500 revisions of 3 fields", chain(500, FIELDS[:3]), 2),
    ):
        text = json.dumps([one.to_json() for one in revisions])
        yield compare(
            name,
            lambda revisions=revisions: fold(revisions, questionnaire),
            lambda text=text: json.loads(text),
            peer_name="json.loads of the same",
            budget=budget,
        )


@benchmark
def merging_text() -> Row:
    """A text of 5,000 characters changed by two people, merged, against difflib comparing its sentences."""
    pieces = [[part + ". " for part in text.split(". ")] for text in (TEXT, ONE, OTHER)]

    def peer() -> None:
        for version in pieces[1:]:
            difflib.SequenceMatcher(None, pieces[0], version, autojunk=False).get_opcodes()

    merged = merge_sentences(TEXT, [ONE, OTHER])
    assert merged is not None
    assert all(word in merged for word in ("numero tre ", "numero trenta ", "numero venti ", "numero sessanta "))
    return compare(
        "text of 5,000 characters merged",
        lambda: merge_sentences(TEXT, [ONE, OTHER]),
        peer,
        peer_name="difflib alone",
        budget=15,
    )


@benchmark
def folding_a_conflict() -> Row:
    """Folding a practice whose long text two people changed, merge included, against folding the same without the second."""
    questionnaire = form()
    start = revision("a", 1, {"need": TEXT}, {})
    mine, theirs = (
        revision(device, 1, {"need": text}, {"need": (Dot("a", 1),)}) for device, text in (("b", ONE), ("c", OTHER))
    )
    assert fold([start, mine, theirs], questionnaire).fields["need"].status is Status.MERGED
    return compare(
        "fold of two people's long texts",
        lambda: fold([start, mine, theirs], questionnaire),
        lambda: merge_sentences(TEXT, [ONE, OTHER]),
        peer_name="the text merge alone",
        budget=1.3,
    )
