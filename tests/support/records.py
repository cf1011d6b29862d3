"""Random records of any form, and what a dossier of one should read back as."""

from __future__ import annotations

import uuid
from collections.abc import Mapping

from hypothesis import strategies as st

from seeddesk.domain.answers import format_answer
from seeddesk.domain.dossier import Base, Dossier, Return
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text
from seeddesk.exchange.docx.shown import has_boxes

PRACTICE = "0f3b2c1e-5d4a-4b6c-8e7f-102938475645"
CODE = "SI-IT-2026-7F3K2QX"

# Every plane of Unicode that may be stored; boxes are left out, as a label never holds one.
_CHARACTERS = st.characters(exclude_categories=("Cs", "Cc", "Cn"), exclude_characters="☒☑☐□❏❑◻■✓✔✗✘🗹🗷🗵")
LINES = st.text(_CHARACTERS | st.sampled_from(" \u00a0.,;:&<>\"'()"), min_size=1, max_size=40)
TEXTS = LINES.map(clean_text).filter(lambda text: bool(text.strip()))
LONG_TEXTS = (
    st.lists(LINES, min_size=1, max_size=4)
    .map(lambda lines: clean_text("\n".join(lines)))
    .filter(lambda text: bool(text.strip()))
)


def values(field: Field, form: Form) -> st.SearchStrategy[Value]:
    """Answers to a field: valid ones, and "not known yet"."""
    codes = [choice.name for choice in form.lists.get(field.choices, ())][:200]
    match field.kind:
        case Kind.INTEGER:
            found = st.integers(-(10**9), 10**9).map(str)
        case Kind.DECIMAL:
            found = st.decimals(-(10**6), 10**6, places=2).map(lambda number: f"{number:f}")
        case Kind.DATE:
            found = st.dates().map(str) | st.sampled_from(("2021", "2021-03"))
        case Kind.TIME:
            found = st.times().map(lambda time: time.isoformat("minutes"))
        case Kind.DATETIME:
            found = st.datetimes().map(lambda moment: moment.isoformat("T", "minutes"))
        case Kind.CHOICE if codes:
            found = st.sampled_from(codes)
        case Kind.CHOICES if codes:
            found = st.lists(st.sampled_from(codes), min_size=1, max_size=4, unique=True).map(tuple)
        case Kind.CHOICES | Kind.RANK:
            found = st.lists(st.from_regex(r"[a-z]{3,9}", fullmatch=True), min_size=1, max_size=3, unique=True).map(
                tuple
            )
        case Kind.FILE:
            found = st.just("sha256:" + "a" * 64)
        case _:
            found = LONG_TEXTS if field.long else TEXTS
    return found | st.just(NOT_KNOWN) if field.kind is not Kind.FILE else found


@st.composite
def records(draw: st.DrawFn, form: Form, most_rows: int = 3) -> Record:
    """A record with any of a form's fields answered, and rows in every repeat that lies in no other."""
    found: dict[str, Value] = {}
    outside = [field for field in form.fields.values() if field.answered and "[]" not in field.template]
    for field in draw(st.lists(st.sampled_from(outside), unique_by=str, max_size=30)):
        found[field.template] = draw(values(field, form))
    for group in form.repeats:
        if group.template.count("[]") > 1:
            continue
        cells = [
            field
            for field in form.fields.values()
            if field.answered and field.template.startswith(group.template + ".") and field.template.count("[]") == 1
        ]
        for number in range(draw(st.integers(0, most_rows))):
            row = f"{group.path}[{uuid.uuid5(uuid.NAMESPACE_OID, f'{group.path}{number}').hex}]"
            found[row] = f"{number}"
            for field in draw(st.lists(st.sampled_from(cells), unique_by=str, min_size=1)):
                found[row + field.template[len(group.template) :]] = draw(values(field, form))
    return Record(found)


def base_of(form: Form, record: Record) -> Base:
    """The base a dossier of a record leaves with."""
    seen = {path: (Dot("a", 1),) for path in record.values}
    return Base(PRACTICE, CODE, form.id, form.version, 3, record.values, seen, {"a": 1})


def dossier_of(form: Form, record: Record, **more: object) -> Dossier:
    """Everything a writer needs."""
    return Dossier(base_of(form, record), "draft", "2026-11-22", "Ada", "Centro", **more)


def spaced(value: object) -> object:
    """A value with spaces and empty lines made one, as an editor may make them."""
    if isinstance(value, str):
        return " ".join(value.split())
    if isinstance(value, tuple):
        return tuple(spaced(item) for item in value)
    return value


def expected(form: Form, record: Record, lang: str) -> dict[str, object]:
    """What reading a dossier of a record gives, by path: values as shown, sets with boxes as labels, spaces made one."""
    found: dict[str, object] = {}
    for path, value in record.answers():
        field = form.fields[template_of(path)]
        if field.kind is Kind.FILE or not field.answered:
            continue
        if isinstance(value, tuple) and has_boxes(field, form):
            labels = [
                format_answer(field, (choice.name,), lang, form)
                for choice in form.lists[field.choices]
                if choice.name in value
            ]
            found[path] = tuple(sorted(str(spaced(label)) for label in labels))
        else:
            found[path] = value if value is NOT_KNOWN else spaced(format_answer(field, value, lang, form))
    return found


def read_values(found: Return) -> dict[str, object]:
    """The answered fields of a return in the same shape. A row without an id is filed under its number."""
    values: dict[str, object] = {}

    def put(path: str, value: Value) -> None:
        if value is not None:
            values[path] = (
                tuple(sorted(str(spaced(item)) for item in value)) if isinstance(value, tuple) else spaced(value)
            )

    for path, item in found.fields.items():
        put(path, item.value)
    for repeat, rows in found.rows.items():
        for number, row in enumerate(rows):
            for template, cell in row.cells.items():
                put(f"{repeat}[{row.row or number}]{template[template.rfind(']') + 1 :]}", cell.value)
    return values


def numbered(values: Mapping[str, object], form: Form) -> dict[str, object]:
    """`expected` with the rows' ids replaced by their numbers: what is left when carriers of rows are gone."""
    found: dict[str, object] = {}
    numbers: dict[str, dict[str, int]] = {}
    for path, value in values.items():
        if "[" in path:
            repeat, _, rest = path.partition("[")
            row, _, cell = rest.partition("]")
            known = numbers.setdefault(repeat, {})
            path = f"{repeat}[{known.setdefault(row, len(known))}]{cell}"
        found[path] = value
    return found
