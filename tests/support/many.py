"""Practices by the hundred thousand, of realistic length, all invented: made of the form's own vocabularies and of sentences of ours, and the same every time."""

from __future__ import annotations

import bisect
import itertools
import os
import random
import uuid
from collections.abc import Iterator

from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.practice import human_code
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.values import Value
from seeddesk.services.workspace import Workspace
from seeddesk.storage.postings import BLOCK

SEED, TOGETHER = 20261122, 4 * BLOCK - 1  # whole blocks, which several processes list
COMMON = (
    "comunità lavoro quartiere persone servizi anziani giovani scuola cura orto cooperativa comune progetto famiglie salute casa "
    "abitanti volontari associazione rete territorio donne montagna trasporto cibo mercato cultura teatro biblioteca formazione"
)
SENTENCES = (
    "{A} e {b} si incontrano ogni settimana per {c}, {d} e {e}.",
    "Il {b} non aveva {c}; ora {d} e {e} lo curano insieme.",
    "Chi arriva trova {c}, poi {d}, e dopo sei mesi porta {e} a chi viene dopo.",
    "La {b} presta {c} dalle 18 alle 21: {d} e {e} restano gratuiti.",
    "{A} costa poco perché {b} e {c} li mettono gli abitanti, {d} il comune.",
    "Dopo il primo anno {b} è calato e {c} è cresciuto, soprattutto tra {d} di {e}.",
)
LONG = ("overview", "need", "objectives", "novelty", "results", "lessons", "transfer_potential", "difficulties")
SHORT = (
    "title",
    "short_description",
    "lead_org.name",
    "contact.name",
    "participation_of_target",
    "status_note",
    "other_resources",
)
CHOSEN = ("record_language", "country", "level_of_action", "area_type", "ongoing", "lead_org.type", "lead_org.sector", "public_role", "policy_area",
          "esf_objective", "sdg", "target_groups", "novelty_scope", "initiative_type", "evidence_level", "stage", "collection_method", "publication_scope",
          "si_criteria.need", "si_criteria.relations")  # fmt: skip
YEARS, MONTHS = range(2005, 2026), range(1, 13)
ROWS = {
    "partners": ("name", "role"),
    "locations": ("comune",),
    "funding": ("source_type", "amount", "currency"),
    "activities": ("what", "when"),
}


def fill(workspace: Workspace, count: int) -> float:
    """Put practices into a catalogue, in one transaction; the seconds of work of all processors that took, without making them up."""
    many, spent = Many(workspace.form), 0.0
    with workspace.catalogue.write() as tx:
        for done in range(0, count, TOGETHER):
            made = list(many.revisions(min(TOGETHER, count - done), done + 1))
            start = sum(os.times()[:4])
            tx.append(made)
            spent += sum(os.times()[:4]) - start
    return spent


class Many:
    """Makes practices of a form. The same seed, form and device give the same practices, but for the salts of their revisions."""

    def __init__(self, form: Form, seed: int = SEED, device: str = "many") -> None:
        self.form = form
        self.device = device
        self._dice = random.Random(seed)
        self._lists: dict[str, list[str]] = {}
        syllables = [a + b for a in "bcdfglmnprstvz" for b in "aeiou"]
        invented = {"".join(self._dice.choices(syllables, k=self._dice.randint(2, 5))) for _ in range(30000)}
        self.words = COMMON.split() + sorted(invented, key=lambda word: (len(word), word))
        weights = itertools.accumulate(1 / (rank + 3) for rank in range(len(self.words)))
        self._weights = list(weights)  # a few words often, most words seldom
        self._sentences = [self._sentence() for _ in range(40000)]
        self._phrases = [self._phrase(self._dice.randint(2, 6)) for _ in range(40000)]

    def revisions(self, count: int, first: int = 1) -> Iterator[Revision]:
        """One revision for each of `count` practices."""
        for number in range(first, first + count):
            yield Revision(
                Dot(self.device, number),
                practice := str(uuid.UUID(int=self._dice.getrandbits(128), version=4)),
                "Ada",
                f"2026-01-01T00:00:00.000Z.{number:08d}",
                self.form.id,
                self.form.version,
                self.values(practice),
                origin="table many.csv",
            )

    def values(self, practice: str) -> dict[str, Value]:
        """Thirty to forty answers, 2 to 4 kB of text, and rows."""
        dice, form = self._dice, self.form
        found: dict[str, Value] = {name: self._text() for name in LONG if name in form.fields}
        found |= {name: dice.choice(self._phrases) for name in SHORT if name in form.fields}
        found |= {name: self._choice(form.fields[name]) for name in CHOSEN if name in form.fields}
        found["start"] = f"{dice.choice(YEARS)}-{dice.choice(MONTHS):02d}"
        found["status"] = dice.choice(("draft", "draft", "submitted", "published"))
        found["code"] = human_code(practice, str(found["country"]), 2026)
        found["budget_total"] = str(500 * int(600 * dice.random()))
        found["currency"] = "EUR"
        found["reached_count"] = str(10 + int(2000 * dice.random()))
        for repeat, cells in ROWS.items():
            for number in range(dice.choice((0, 1, 1, 2))):
                row = f"{repeat}[{dice.getrandbits(128):032x}]"
                found[row] = f"i{number}"
                for cell in cells:
                    field = form.fields[f"{repeat}[].{cell}"]
                    value = self._choice(field) if field.choices else str(100 + int(90000 * dice.random()))
                    found[f"{row}.{cell}"] = (
                        dice.choice(self._phrases) if field.kind is Kind.TEXT and not field.choices else value
                    )
        return found

    def word(self) -> str:
        """A word, the common ones often."""
        at = bisect.bisect(self._weights, self._dice.random() * self._weights[-1])
        return self.words[min(at, len(self.words) - 1)]

    def _phrase(self, count: int) -> str:
        return " ".join(self.word() for _ in range(count)).capitalize()

    def _sentence(self) -> str:
        a, *rest = (self.word() for _ in range(5))
        return self._dice.choice(SENTENCES).format(A=a.capitalize(), **dict(zip("bcde", rest, strict=True)))

    def _text(self) -> str:
        start = int(self._dice.random() * len(self._sentences))
        return " ".join(self._sentences[start : start + 2 + start % 5])

    def _choice(self, field: Field) -> Value:
        codes = self._codes(field)
        if field.kind is Kind.CHOICES:
            return tuple(dict.fromkeys(self._dice.choices(codes, k=self._dice.choice((1, 2, 3)))))
        return self._dice.choice(codes)

    def _codes(self, field: Field) -> list[str]:
        if field.template not in self._lists:
            italian = ["IT"] * 6 if field.template == "country" else []
            self._lists[field.template] = italian + [choice.name for choice in self.form.lists[field.choices]]
        return self._lists[field.template]
