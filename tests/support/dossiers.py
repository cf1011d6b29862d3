"""Dossiers for tests: a small form with every shape, a record that answers everything, and a look into what was written."""

from __future__ import annotations

import io
import zipfile
from functools import cache
from pathlib import Path
from random import Random

from lxml import etree
from PIL import Image

from seeddesk.domain.dossier import Base, Dossier, Picture
from seeddesk.domain.form import Choice, Field, Form, Group, Kind, Section
from seeddesk.domain.paths import row_path
from seeddesk.domain.revision import Dot
from seeddesk.domain.values import Value
from seeddesk.exchange.xform import load_form

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PRACTICE = "8c0f2b54-0a2b-4d8e-9d52-0d6f6a0a4f11"
CODE = "SI-IT-2026-7F3K2QX"
ROOT = Path(__file__).resolve().parents[2]


@cache
def practice_form() -> Form:
    """The form that SeedDesk ships."""
    return load_form(ROOT / "forms" / "practice")


def _field(template: str, kind: Kind = Kind.TEXT, **more: object) -> Field:
    name = template.rpartition(".")[2].capitalize()
    return Field(template, kind, {"it": name, "en": name}, "/data/" + template, "s", **more)  # type: ignore[arg-type]  # keywords of a dataclass


def _choices(*names: str) -> tuple[Choice, ...]:
    return tuple(Choice(name, {"it": name.capitalize(), "en": name.upper()}) for name in names)


@cache
def small_form() -> Form:
    """One of everything: short and long texts, choices of every size, a file, a table, cards with photos, a repeat inside a repeat."""
    contacts = Group("partners[].contacts[]", {"it": "Contatti"}, (_field("partners[].contacts[].mail"),), "/c", True)
    partners = Group("partners[]", {"it": "Partner"}, (_field("partners[].name", core=True), contacts), "/p", True)
    steps = (
        _field("steps[].what"),
        _field("steps[].cost", Kind.DECIMAL),
        _field("steps[].how", Kind.CHOICE, choices="mood"),
    )
    photos = (_field("photos[].file", Kind.FILE), _field("photos[].caption"), _field("photos[].alt"))
    items = (
        _field("title", core=True, limit=120),
        _field("mood", Kind.CHOICE, choices="mood"),
        _field("many", Kind.CHOICE, choices="many"),
        _field("tags", Kind.CHOICES, choices="mood"),
        _field("words", Kind.CHOICES),
        _field("year", Kind.INTEGER),
        _field("since", Kind.DATE),
        _field("file", Kind.FILE),
        _field("story", long=True, limit=600, hint={"it": "Racconta", "en": "Tell us"}),
        _field("secret", Kind.HIDDEN),
        Group("lead", {"it": "Capofila", "en": "Lead"}, (_field("lead.name"),), "/lead"),
        Group("steps[]", {"it": "Passi", "en": "Steps"}, steps, "/steps", True),
        partners,
        Group("photos[]", {"it": "Foto", "en": "Photos"}, photos, "/photos", True),
    )
    lists = {"mood": _choices("calm", "glad"), "many": _choices(*(f"entry{number}" for number in range(70)))}
    section = Section("s", {"it": "Tutto", "en": "Everything"}, items)
    return Form("small", "1", {"it": "Modulo", "en": "Form"}, ("it", "en"), (section,), lists)


def any_form(random: Random) -> Form:
    """A form nobody would design: groups in repeats in groups, names too long for a tag, labels with markup, lists that are not there."""
    lists = {f"list{size}": _choices(*(f"c{number}&<" for number in range(size))) for size in (1, 2, 30, 70)}
    made = 0

    def item(prefix: str, depth: int) -> Field | Group:
        nonlocal made
        made += 1
        label = {"it": random.choice(("Nome & <x> {}", "")) + str(made)}
        if depth < 3 and random.random() < 0.3:
            template = f"{prefix}g{made}" + random.choice(("", "[]"))
            inside = tuple(item(template + ".", depth + 1) for _ in range(random.randint(0, 5)))
            return Group(template, label, inside, "/g", template.endswith("]"))
        kind = random.choice(list(Kind))
        template = f"{prefix}f{made}" + "_long" * random.choice((0, 0, 15))
        listed = random.choice((*lists, "absent", "")) if kind in (Kind.CHOICE, Kind.CHOICES, Kind.RANK) else ""
        long = kind is Kind.TEXT and random.random() < 0.3
        return Field(
            template, kind, label, "/f", "s", {"it": 'Un "aiuto" <b>'}, 50, long, random.random() < 0.3, choices=listed
        )

    sections = [tuple(item("", 0) for _ in range(random.randint(0, 6))) for _ in range(random.randint(0, 3))]
    named = tuple(Section(f"s{number}", {"it": f"Parte {number}"}, items) for number, items in enumerate(sections))
    return Form("any", "1", {"it": "Qualunque"}, ("it",), named, lists)


def row_id_of(number: int) -> str:
    """A row id for tests."""
    return f"{number + 1:x}".rjust(32, "a")


def full_values(form: Form) -> dict[str, Value]:
    """A record that answers every field, with two rows in every repeat that lies in no other."""
    text = "Il mezzo si prenota per telefono entro la sera prima; a bordo c’è sempre un’operatrice.\nÈ gratis."

    def answer(field: Field) -> Value:
        codes = tuple(choice.name for choice in form.lists.get(field.choices, ()))
        match field.kind:
            case Kind.INTEGER:
                return "2021"
            case Kind.DECIMAL:
                return "1234.5"
            case Kind.DATE:
                return "2021-03"
            case Kind.CHOICE:
                return codes[0] if codes else "x"
            case Kind.CHOICES:
                return codes[:2] or ("uno", "due")
            case Kind.FILE:
                return "sha256:" + "0" * 64
            case _:
                return text if field.long else f"Testo di {field.template}"

    values: dict[str, Value] = {}
    for template, field in form.fields.items():
        if field.answered and "[]" not in template:
            values[template] = answer(field)
    for group in form.repeats:
        if group.template.count("[]") > 1:
            continue
        for number in range(2):
            row = row_path(group.path, row_id_of(number))
            values[row] = f"a{number}"
            for template, field in form.fields.items():
                if field.answered and template.startswith(group.template + ".") and template.count("[]") == 1:
                    values[row + template[len(group.template) :]] = answer(field)
    return {**values, "title": "La corriera che ascolta"}


def photo(form: str = "JPEG", size: tuple[int, int] = (300, 200)) -> bytes:
    """A small picture, for a size always the same."""
    file = io.BytesIO()
    Image.linear_gradient("L").resize(size).convert("RGB").save(file, form)
    return file.getvalue()


def dossier(form: Form, values: dict[str, Value], **more: object) -> Dossier:
    """A dossier of these values."""
    base = Base(PRACTICE, CODE, form.id, form.version, 14, values, {"title": (Dot("d", 1),)}, {"d": 14})
    return Dossier(base, "in_validation", "2026-11-22", "Rilevatrice", "Centro di prova", **more)  # type: ignore[arg-type]  # keywords of a dataclass


def with_photo(form: Form, repeat: str) -> Dossier:
    """A full dossier whose first row of a repeat has a photo."""
    return dossier(
        form, full_values(form), pictures=(Picture(row_path(repeat, row_id_of(0)) + ".file", photo(), 300, 200),)
    )


def part(data: bytes, name: str = "word/document.xml") -> etree._Element:
    """A part of a dossier, parsed."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        return etree.fromstring(package.read(name))


def text_of(element: etree._Element) -> str:
    """What a person sees in an element: a line for each paragraph and break, tabs as tabs."""
    lines = []
    for paragraph in element.iter(f"{W}p"):
        line = ""
        for item in paragraph.iter(f"{W}t", f"{W}br", f"{W}tab"):
            if item.getparent().tag != f"{W}tabs":
                line += item.text or "" if item.tag == f"{W}t" else "\n" if item.tag == f"{W}br" else "\t"
        lines.append(line)
    return "\n".join(lines)


def cells(data: bytes) -> dict[str, str]:
    """The text of the cell round each control, by the control's tag."""
    found = {}
    for tag in part(data).iter(f"{W}tag"):
        cell = next(tag.iterancestors(f"{W}tc"))
        found[tag.get(f"{W}val")] = text_of(cell)
    return found


def marks(data: bytes) -> list[str]:
    """The names of all bookmarks in the body."""
    return [mark.get(f"{W}name") for mark in part(data).iter(f"{W}bookmarkStart")]
