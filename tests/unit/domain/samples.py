"""A small form with one field of every kind, and short ways to write revisions."""

import itertools
from collections.abc import Mapping

from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.merge import fold
from seeddesk.domain.revision import Dot, Revision, Seen
from seeddesk.domain.values import Value

ROW = "partners[" + "a" * 32 + "]"
OTHER_ROW = "partners[" + "b" * 32 + "]"


def field(template: str, kind: Kind = Kind.TEXT, **more: object) -> Field:
    """A field of the sample form."""
    return Field(template, kind, {"it": template}, "/data/" + template, "only", **more)


def choices(*entries: tuple[str, str, str]) -> tuple[Choice, ...]:
    """(code, Italian label, English label)."""
    return tuple(Choice(code, {"it": italian, "en": english}) for code, italian, english in entries)


LISTS = {
    "yes_no": choices(("yes", "Sì", "Yes"), ("no", "No", "No")),
    "target": choices(
        ("EECO02", "Disoccupati, anche di lunga durata", "Unemployed, including long-term unemployed"),
        ("EECO03", "Disoccupati di lunga durata", "Long-term unemployed"),
        ("EECO04", "Inattivi", "Inactive"),
        ("young", "Giovani", "Young people"),
        ("mixed", "Famiglie; minori", "Families; minors"),
    ),
    "period": choices(("2014-2020", "2014-2020", "2014-2020"), ("2021-2027", "2021-2027", "2021-2027")),
    "sdg": choices(("1", "1 Sconfiggere la povertà", "1 No Poverty"), ("3", "3 Salute e benessere", "3 Good Health")),
    "comuni": (
        Choice("001272", {"it": "Torino (TO)"}),
        Choice("083106", {"it": "San Teodoro (ME)"}),
        Choice("090092", {"it": "San Teodoro (SS)"}),
        Choice("999999", {"it": "San Teodoro (SS)"}),
    ),
}

FIELDS = (
    field("title"),
    field("need", long=True),
    field("count", Kind.INTEGER),
    field("start_year", Kind.INTEGER),
    field("budget", Kind.DECIMAL, atomic="budget"),
    field("currency", atomic="budget"),
    field("when", Kind.DATE),
    field("hour", Kind.TIME),
    field("meeting", Kind.DATETIME),
    field("agreed", Kind.CHOICE, choices="yes_no"),
    field("target", Kind.CHOICES, choices="target"),
    field("one_target", Kind.CHOICE, choices="target"),
    field("period", Kind.CHOICE, choices="period"),
    field("sdg", Kind.CHOICES, choices="sdg"),
    field("comune", Kind.CHOICE, choices="comuni"),
    field("tags", Kind.CHOICES),
    field("place", Kind.GEO),
    field("picture", Kind.FILE),
    field("status", Kind.HIDDEN),
)
PARTNERS = Group(
    "partners[]",
    {"it": "Partner"},
    (
        field("partners[].name"),
        field("partners[].amount", Kind.DECIMAL, atomic="amount"),
        field("partners[].currency", atomic="amount"),
        Group(
            "partners[].contacts[]", {}, (field("partners[].contacts[].name"),), "/data/partners/contacts", repeat=True
        ),
    ),
    "/data/partners",
    repeat=True,
)
FORM = Form("sample", "1", {}, ("it", "en"), (Section("only", {}, (*FIELDS, PARTNERS)),), LISTS)


def dot(name: str) -> Dot:
    """``"a2"`` -> the second revision of device a."""
    return Dot(name[0], int(name[1:]))


def revision(name: str, values: Mapping[str, Value], seen: Mapping[str, str] | None = None, **more: object) -> Revision:
    """A revision by its short name; seen: path -> short names parted by spaces. The time follows the counter unless given."""
    what: Seen = {path: tuple(dot(one) for one in names.split()) for path, names in (seen or {}).items()}
    more = {"author": name[0].upper(), "time": f"2026-01-{int(name[1:]):02d}", **more}
    return Revision(dot(name), "p", form="sample", form_version="1", set=values, seen=what, nonce=name, **more)


def state_of(*revisions, form=FORM):
    """The state, the same in whatever order and how often the revisions come."""
    states = [fold(order, form) for order in itertools.islice(itertools.permutations(revisions), 24)]
    states.append(fold([*revisions, *revisions], form))
    assert all(state == states[0] for state in states)
    return states[0]
