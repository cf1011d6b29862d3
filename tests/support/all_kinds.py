"""Forms with everything a form can have, and records of any form: made of a seed, so that a failure can be looked at again."""

from __future__ import annotations

import string
import uuid
from collections.abc import Mapping
from random import Random

from seeddesk.domain.form import ACKNOWLEDGED, QUOTE, UNQUOTE, Choice, Field, Form, Group, Kind, Range, Section
from seeddesk.domain.paths import row_path
from seeddesk.domain.values import NOT_KNOWN, Value

ASKED = [kind for kind in Kind if kind not in (Kind.HIDDEN, Kind.NOTE, Kind.LOG)]
_WORDS = [
    "acqua",
    "bene,",
    "casa;",
    "dove",
    "è?",
    "«foglia»",
    "Güte",
    "<hemd>",
    "&",
    '"io"',
    "l'alba",
    "3,5",
    "1.",
    "due",
    "šola",
    "naïve",
    "☎",
    "ναι",
    "да",
    "水",
    "x",
]
_LABELS = (
    "Name",
    "name:",
    "1. Name",
    "Nome dell’ente",
    "Water * used (litres)",
    "Quanto?",
    "水の量",
    "A very long question " * 9,
)


class FormMaker:
    """Draws one form. names: equal labels, no labels, long names, names that differ by case, names with signs of every kind.

    plain: groups and repeats have labels of their own, and rows a question of their own.
    """

    def __init__(self, seed: int, languages: tuple[str, ...] = ("it", "en"), plain: bool = False) -> None:
        self._random = Random(seed)
        self._plain = plain
        self._languages = languages
        self._made = 0
        self._names: set[str] = set()
        self.lists = {
            "yes_no": _choices("yes", "no"),
            "scale": _choices(*(f"s{number}" for number in range(5))),
            "same": (Choice("a", {"it": "Uguale"}), Choice("b", {"it": "Uguale"}), Choice("c", {"it": "Altro (c)"})),
            "unsaid": (Choice("u1", {}), Choice("u2", {"it": ""})),
            "long": _choices(*(f"l{number}" for number in range(200))),
        }

    def form(self) -> Form:
        """Sections with and without labels, loose questions between them."""
        sections = []
        for number in range(self._random.randint(1, 4)):
            items = tuple(self.item("", 0) for _ in range(self._random.randint(1, 9)))
            if self._random.random() < 0.3:
                sections.append(Section(f"#{number}", {"it": "Modulo"}, items))
            else:
                label = self._random.choice(({}, {"it": f"Parte {number}", "en": f"Part {number}"}))
                sections.append(Section(f"s{number}", label, items, xpath=f"/data/s{number}"))
        return Form(f"made{self._made}", "1", {"it": "Modulo"}, self._languages, tuple(sections), self.lists)

    def item(self, above: str, depth: int) -> Field | Group:
        """A question, a group or a repeat."""
        template = above + self._name()
        if depth < 3 and self._random.random() < 0.25:
            repeat = self._random.random() < 0.7
            template += "[]" * repeat
            label = self._named() if self._plain else self._label()
            inside = tuple(self.item(template + ".", depth + 1) for _ in range(self._random.randint(1, 6)))
            if self._plain:  # a row is found by its own cells
                inside = (self.field(f"{template}.{self._name()}", Kind.INTEGER), *inside)
            count = "/data/n" if repeat and self._random.random() < 0.2 else ""
            return Group(template, label, inside, "/data/g", repeat, hint={"it": "Una riga per ciascuno"}, count=count)
        return self.field(template, self._random.choice([*ASKED, Kind.NOTE, Kind.HIDDEN, Kind.LOG]))

    def field(self, template: str, kind: Kind) -> Field:
        """A question of a kind."""
        listed = kind in (Kind.CHOICE, Kind.CHOICES, Kind.RANK)
        return Field(
            template,
            kind,
            self._label(),
            "/data/" + template,
            "s",
            {"it": "Suggerimento: scrivi qui"},
            limit=self._random.choice((0, 200)),
            long=kind is Kind.TEXT and self._random.random() < 0.3,
            core=self._random.random() < 0.3,
            choices=self._random.choice((*self.lists, *self.lists, "")) if listed else "",
            appearance=self._random.choice(("", "likert", "list-nolabel", "minimal")) if kind is Kind.CHOICE else "",
            range=Range("0", "10", "1") if kind is Kind.INTEGER and self._random.random() < 0.5 else None,
            accepts=self._random.choice(("", "image/*", "audio/*")) if kind is Kind.FILE else "",
        )

    def _name(self) -> str:
        self._made += 1
        name = self._random.choice(("f", "F", "città", "a-b", "_", "f__x", "very" * 12))
        name += str(self._made // 2 if name in "fF" else self._made)
        if name in self._names:
            name += "x"
        self._names.add(name)
        return name

    def _label(self) -> Mapping[str, str]:
        kind = self._random.random()
        if kind < 0.1:
            return {}
        if kind < 0.2:
            return {"it": f"Età di {QUOTE}/data/x{UNQUOTE} ({self._made})"}
        if kind < 0.4:
            return {"it": self._random.choice(_LABELS)}
        return self._named()

    def _named(self) -> Mapping[str, str]:
        return {lang: f"Domanda {self._made} {lang}" for lang in self._languages}


def _choices(*names: str) -> tuple[Choice, ...]:
    return tuple(Choice(name, {"it": f"Voce {name}, intera", "en": f"Entry {name}; whole"}) for name in names)


def record_values(form: Form, seed: int, plain: bool = False) -> dict[str, Value]:
    """Answers to most questions of a form, rows in rows included, up to three in each repeat. plain: texts of one script each."""
    random = Random(seed)
    words = [
        word
        for word in _WORDS
        if not plain or (all(sign < "\u0250" or sign > "\u2000" for sign in word) and word not in "水☎")
    ]
    values: dict[str, Value] = {}

    def walk(items: tuple[Field | Group, ...], row: str, start: int) -> None:
        for item in items:
            if isinstance(item, Field):
                if random.random() < 0.8 and (value := answer(item, form, random, words)) is not None:
                    values[row + item.template[start:]] = value
            elif not item.repeat:
                walk(item.items, row, start)
            else:
                for number in range(random.randint(0, 3)):
                    inner = row_path(row + item.path[start:], uuid.UUID(int=random.getrandbits(128)).hex)
                    values[inner] = string.ascii_lowercase[number]
                    walk(item.items, inner, len(item.template))

    for section in form.sections:
        walk(section.items, "", 0)
    return values


def answer(field: Field, form: Form, random: Random, pool_of_words: list[str] = _WORDS) -> Value:
    """A valid answer to a field, now and then "not known yet"; None for what nobody answers."""
    codes = [choice.name for choice in form.lists.get(field.choices, ())]
    words = " ".join(random.choices(pool_of_words, k=random.randint(1, 6)))
    if field.kind in (Kind.NOTE,):
        return None
    if field.kind not in (Kind.FILE, Kind.HIDDEN, Kind.LOG) and random.random() < 0.08:
        return NOT_KNOWN
    day = f"{random.randint(1900, 2030)}-{random.randint(1, 12):02d}-{random.randint(1, 28):02d}"
    clock = f"{random.randint(0, 23):02d}:{random.randint(0, 59):02d}" + random.choice(
        ("", ":07", ":07.120+01:00", ":07Z")
    )
    match field.kind:
        case Kind.INTEGER:
            return str(random.randint(0, 10) if field.range else random.randint(-(10**9), 10**9))
        case Kind.DECIMAL:
            return f"{random.uniform(-(10**6), 10**6):.{random.randint(1, 6)}f}"
        case Kind.DATE:
            return day[: random.choice((4, 7, 10))]
        case Kind.TIME:
            return clock
        case Kind.DATETIME:
            return f"{day}T{clock}"
        case Kind.ACKNOWLEDGE:
            return ACKNOWLEDGED
        case Kind.GEO:
            points = [
                f"{random.uniform(-90, 90):.6f} {random.uniform(-180, 180):.6f} 0 0"
                for _ in range(random.randint(1, 4))
            ]
            return ";".join(points)
        case Kind.FILE:
            return "sha256:" + f"{random.getrandbits(256):064x}"
        case Kind.CHOICE:
            return random.choice(codes) if codes else words
        case Kind.CHOICES | Kind.RANK | Kind.LOG:
            pool = codes or ["uno", "due", "tre"]
            return tuple(random.sample(pool, random.randint(1, min(len(pool), 5))))
        case _:
            return "\n".join([words] * random.randint(1, 3)) if field.long else words
