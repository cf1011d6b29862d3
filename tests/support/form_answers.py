"""An answer to every question of every form we have, as a person types it: by command and in the window the same.

A question gets an answer that suits its kind; `OWN` holds those that a form's rules, filters or relevance ask to be others. Rows of people
get `ROWS` rows, those of a count as many as the count says.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from seeddesk.domain.form import Field, Form, Group, Kind
from seeddesk.domain.paths import row_ids
from seeddesk.domain.values import Value
from tests.support.dossiers import practice_form
from tests.support.public_forms import NAMES, public_form

PRACTICE = "practice"
EVERY = (*NAMES, PRACTICE)
ROWS = 2
ONE = ("guest[].day[]",)  # an evening's event lasts one day
VOLATILE = re.compile(r"\b(now|today|uuid|random)\(")

OWN: Mapping[str, Mapping[str, str]] = {
    "asset_inventory": {"wear": "20", "slot": "7", "price": "1250,5"},
    "calculations": {"many": "a; b", "text": "seed tree", "number": "5", "day": "28/2/2026", "empty": ""},
    "event_signup": {
        "mail": "ada@example.org", "signed_up": "20/2/2026", "event": "day", "event_other": "", "people": "2", "guest[].needs": "ramp; diet",
    },
    "five_languages": {"age": "41"},
    "health_triage": {
        "region": "north", "district": "n1", "clinic": "c1", "street": "via_alta", "code": "ABC1234", "born": "1/2/1940", "temperature": "39,5",
        "pulse": "90", "systolic": "130", "diastolic": "80", "symptoms": "fever; breath", "since": "days",
    },
    "household_survey": {
        "size": "2", "member[].age": "41", "member[].work": "paid", "member[].income[].amount": "1000", "tenure": "rent", "rent": "400",
        "main_earner": "Testo di name",
    },
    "plain_xform.xml": {"crops": "maize", "level": "3,5", "best": "beans", "mood": "1"},
    "school_census": {"school": "s0001", "twin": "", "class[].languages": "it; sl"},
    "short_feedback": {"opinion": "good", "Why": "Perché"},
    "time_use_diary": {
        "day": "DAY", "born": "1961", "moved": "3/2021", "wake": "07:00", "sleep": "22:30", "activity[].from": "08:00", "activity[].until": "09:30",
    },
    "training_evaluation": {
        "course": "basic", "module": "idea", "stars": "4", "pace": "1", "hours": "2,5", "missed": "law; money", "recommend": "3", "clear": "4", "useful": "4",
        "priorities": "people; law; money; place",
    },
    "water_point_inspection": {"known": "w1", "nearby": "1; 2", "ph": "7,2", "flow": "12"},
    PRACTICE: {
        "website": "https://example.org", "evidence[].link": "https://example.org/a", "sources[].link": "https://example.org/b", "tags": "uno; due; tre",
        "country": "IT", "locations[].country": "IT", "locations[].comune": "", "locations[].area": "", "lat": "45,07", "lon": "7,69",
        "ongoing": "no", "start": "15/3/2021", "end": "15/3/2022", "lead_org.register_id": "", "contact.email": "ada@example.org",
        "contact.phone": "011 5550101", "targeted_year": "2024", "reached_year": "2025", "replicated[].year": "2025", "funding[].year": "2025",
        "formal_evaluation": "yes", "attachments[].people": "yes", "attachments[].consent_until": "31/12/2099", "consent_interviewee": "yes", "last_verified_on": "1/2/2026", "review_due_on": "1/2/2027",
        "budget_total": "1000", "reached_count": "40", "lead_org.type": "other", "policy_area": "other", "target_groups": "other",
        "initiative_type": "other", "related[].relation": "other", "evidence[].type": "other",
    },
}  # fmt: skip


@dataclass(frozen=True)
class Answer:
    """One answer. name: as the command line names it, rows counted from 0 · typed: as a person writes it · value: what it means."""

    name: str
    field: Field
    typed: str
    value: Value


def form_of(name: str) -> Form:
    """A form by its name."""
    return practice_form() if name == PRACTICE else public_form(name)


def answers(name: str, folder: Path) -> list[Answer]:
    """An answer to every question of a form, in the form's order. folder: where the files that are answers are put."""
    form, own = form_of(name), OWN.get(name, {})

    def walk(items: tuple[Field | Group, ...], rows: tuple[int, ...]) -> Iterator[Answer]:
        for item in items:
            if isinstance(item, Group):
                for number in range(ROWS if item.repeat and item.template not in ONE else 1):
                    yield from walk(item.items, (*rows, number) if item.repeat else rows)
            elif item.answered and not item.read_only and not item.calculate and "label" not in item.appearance.split():
                typed = own[item.template] if item.template in own else _typed(item, form, folder)
                if typed == "DAY":
                    typed = f"{date.today() - timedelta(days=2):%d/%m/%Y}"
                if typed:
                    pieces = item.template.split("[]")
                    at = "".join(
                        p + (f"[{row}]" if n < len(rows) else "")
                        for n, (p, row) in enumerate(zip(pieces, (*rows, 0), strict=True))
                    )
                    yield Answer(at, item, typed, _value(item, typed))

    return [answer for section in form.sections for answer in walk(section.items, ())]


def _typed(field: Field, form: Form, folder: Path) -> str:
    codes = [choice.name for choice in form.lists.get(field.choices, ())]
    match field.kind:
        case Kind.INTEGER | Kind.DECIMAL:
            return "3"
        case Kind.DATE:
            shown = field.appearance.split()
            return "1961" if "year" in shown else "3/2021" if "month-year" in shown else "15/3/2021"
        case Kind.TIME:
            return "10:15"
        case Kind.DATETIME:
            return "15/3/2021 10:15"
        case Kind.CHOICE:
            return codes[0]
        case Kind.CHOICES:
            return codes[0] if codes else "uno; due"
        case Kind.RANK:
            return "; ".join(reversed(codes))
        case Kind.ACKNOWLEDGE:
            return "OK"
        case Kind.GEO:
            return {"geopoint": "45.1 7.2 0 0", "geotrace": "45 7 0 0; 45.1 7.1 0 0"}.get(
                field.data_type, "45 7 0 0; 45.1 7 0 0; 45.1 7.1 0 0; 45 7 0 0"
            )
        case Kind.FILE:
            return str(_file(folder, field))
        case _:
            return f"Testo di {field.template.rpartition('.')[2]}"


def _file(folder: Path, field: Field) -> Path:
    from tests.support.dossiers import photo

    suffix, data = {
        "image/*": (".png", photo("PNG")), "audio/*": (".wav", b"RIFF\x24\0\0\0WAVEfmt "), "video/*": (".mp4", b"\0\0\0\x18ftypmp42"),
    }.get(field.accepts, (".pdf", b"%PDF-1.4\n"))  # fmt: skip
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{field.template.replace('[]', '').replace('.', '-')}{suffix}"
    path.write_bytes(data)
    return path


def _value(field: Field, typed: str) -> Value:
    """What is meant, worked out apart from the program's own reading."""
    match field.kind:
        case Kind.INTEGER | Kind.DECIMAL:
            return typed.replace(",", ".")
        case Kind.DATE:
            return "-".join(part.zfill(2) for part in reversed(typed.split("/")))
        case Kind.DATETIME:
            day, _, clock = typed.partition(" ")
            return "-".join(part.zfill(2) for part in reversed(day.split("/"))) + "T" + clock
        case Kind.CHOICES | Kind.RANK:
            return tuple(typed.split("; "))
        case Kind.FILE:
            return "sha256:" + hashlib.sha256(Path(typed).read_bytes()).hexdigest()
        case _:
            return typed


def leveled(values: Mapping[str, Value]) -> dict[str, Value]:
    """Values with rows named by their place in their repeat, so that two records can be compared."""
    from seeddesk.domain.record import Record

    record = Record(dict(values))
    places: dict[str, str] = {}

    def place(path: str) -> str:
        said = path
        for row in row_ids(path):
            head, _, tail = said.partition(f"[{row}]")
            whole = path[: path.index(f"[{row}]") + len(row) + 2]
            repeat = whole[: whole.rfind("[")]
            if whole not in places:
                for number, each in enumerate(record.rows(repeat)):
                    places[each] = str(number)
            said = f"{head}[{places.get(whole, '?')}]{tail}"
        return said

    return {place(path): value for path, value in values.items() if value is not None and not path.endswith("]")}


def volatile(form: Form) -> set[str]:
    """The templates whose answers the clock, chance or the machine make, and what is calculated from them."""
    found = {field.template for field in form.fields.values() if field.preload or VOLATILE.search(field.calculate)}
    xpaths = {field.xpath: field.template for field in form.fields.values()}
    found |= {
        xpaths[action.target]
        for action in form.actions
        if VOLATILE.search(action.expression) and action.target in xpaths
    }
    grown = True
    while grown:
        names = {re.escape(template.rpartition(".")[2]) for template in found}
        more = {
            field.template
            for field in form.fields.values()
            if field.calculate and names and re.search(rf"/({'|'.join(names)})(?![\w-])", field.calculate)
        }
        grown, found = not more <= found, found | more
    return found
