"""What stands where in a dossier of any form: headings, label tables, narratives, tables of rows, cards of rows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from seeddesk.domain.form import Field, Form, Group, Kind, Texts

WIDTH = 9411  # the text's width, 16.6 cm, in twentieths of a point
LABEL_WIDTH, VALUE_WIDTH = 2608, 6803
_CENTIMETRE = 567
_NUMBERS = (Kind.INTEGER, Kind.DECIMAL)
# The least width, in centimetres, at which a column of a kind reads well.
_LEAST = {
    Kind.INTEGER: 1.6,
    Kind.DECIMAL: 2.3,
    Kind.DATE: 2.2,
    Kind.TIME: 1.5,
    Kind.CHOICE: 2.6,
    Kind.CHOICES: 3.4,
    Kind.FILE: 2.6,
}
_LEAST_TEXT = 2.7


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading (level 1, numbered) or a group's (level 2 and below)."""

    level: int
    label: Texts
    number: int = 0
    template: str = ""
    hint: Texts | None = None


@dataclass(frozen=True, slots=True)
class Labels:
    """A table of label | value rows."""

    fields: tuple[Field, ...]


@dataclass(frozen=True, slots=True)
class Narrative:
    """A long text under its own heading."""

    field: Field
    level: int


@dataclass(frozen=True, slots=True)
class Rows:
    """A repeat as a table: a column per field, a line per row; widths in twentieths of a point."""

    group: Group
    columns: tuple[Field, ...]
    widths: tuple[int, ...]
    level: int


@dataclass(frozen=True, slots=True)
class Cards:
    """A repeat with too much in it for a table: its blocks once per row, each under a heading."""

    group: Group
    blocks: tuple[Block, ...]
    level: int


Block: TypeAlias = Heading | Labels | Narrative | Rows | Cards


def blocks(form: Form) -> tuple[Block, ...]:
    """The whole form in its order. Notes and hidden fields are left out."""
    found: list[Block] = []
    number = 0
    for section in form.sections:
        inside = _items(section.items, 2, in_row=False)
        if inside:
            number += 1
            found += [Heading(1, section.label, number), *inside]
    return tuple(found)


def _items(items: tuple[Field | Group, ...], level: int, in_row: bool) -> list[Block]:
    found: list[Block] = []
    short: list[Field] = []
    for item in items:
        if isinstance(item, Field):
            # Inside a row a long text stays in its cell: paragraphs between a card's tables would belong to no row.
            if item.answered and (in_row or not item.long):
                short.append(item)
                continue
            if not item.answered:
                continue
        if short:
            found.append(Labels(tuple(short)))
            short = []
        if isinstance(item, Field):
            found.append(Narrative(item, level))
        elif item.repeat:
            found += _repeat(item, level)
        else:
            inside = _items(item.items, level + 1, in_row)
            if inside and any(item.label.values()):
                found.append(Heading(level, item.label, template=item.template, hint=item.hint))
            found += inside
    if short:
        found.append(Labels(tuple(short)))
    return found


def _repeat(group: Group, level: int) -> list[Block]:
    columns = [item for item in flat(group) if item.answered]
    nested = any(isinstance(item, Group) and item.repeat for item in group.items)
    least = [_LEAST.get(field.kind, _LEAST_TEXT) for field in columns]
    if not columns and not nested:
        return []
    if (
        not nested
        and not shows_pictures(group)
        and not any(field.long for field in columns)
        and sum(least) <= WIDTH / _CENTIMETRE
    ):
        return [Rows(group, tuple(columns), _widths(columns, least), level)]
    return [Cards(group, tuple(_items(group.items, level + 2, in_row=True)), level)]


def flat(group: Group) -> list[Field]:
    """The fields of a row, those of groups inside it included, of repeats inside it not."""
    found: list[Field] = []
    for item in group.items:
        if isinstance(item, Field):
            found.append(item)
        elif not item.repeat:
            found += flat(item)
    return found


def _widths(columns: list[Field], least: list[float]) -> tuple[int, ...]:
    # What is left over goes to the columns of words, most to those with most to say; numbers and dates keep the width they need.
    shares = [
        0.0
        if field.kind in _LEAST and field.kind not in (Kind.CHOICE, Kind.CHOICES)
        else 2.0
        if field.limit > 200
        else 1.0
        for field in columns
    ]
    if not any(shares):
        shares = [1.0] * len(columns)
    widths = [round(width * _CENTIMETRE) for width in least]
    rest = WIDTH - sum(widths)
    widths = [width + int(rest * share / sum(shares)) for width, share in zip(widths, shares, strict=True)]
    widths[shares.index(max(shares))] += WIDTH - sum(widths)
    return tuple(widths)


def shows_pictures(group: Group) -> bool:
    """Whether the rows of a repeat are files, so that pictures among them are shown: it begins with one."""
    columns = flat(group)
    return bool(columns) and columns[0].kind is Kind.FILE


def is_number(field: Field) -> bool:
    """Whether the field's column is set flush right."""
    return field.kind in _NUMBERS
