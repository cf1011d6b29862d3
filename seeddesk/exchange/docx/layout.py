"""What stands where in a dossier of any form: headings, label tables, narratives, tables of rows, cards of rows."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

from seeddesk.domain.form import QUOTE, Field, Form, Group, Kind, Section

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
    Kind.DATETIME: 3.4,
    Kind.CHOICE: 2.6,
    Kind.CHOICES: 3.4,
    Kind.FILE: 2.6,
}
_LEAST_TEXT = 2.7
_CHARACTER, _MARGINS, _LONGEST_WORD = (
    0.19,
    0.4,
    16,
)  # of a column's name: centimetres of a letter, of a cell's margins; letters before a word breaks
_HEADER_LINES = 6


@dataclass(frozen=True, slots=True)
class Heading:
    """A section's heading (level 1, numbered) or a group's (level 2 and below). item: None for questions that stand in no section, after others."""

    level: int
    item: Section | Group | None
    number: int = 0


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
    number: int = 0


@dataclass(frozen=True, slots=True)
class Cards:
    """A repeat with too much in it for a table: its blocks once per row, each under a heading."""

    group: Group
    blocks: tuple[Block, ...]
    level: int
    number: int = 0


@dataclass(frozen=True, slots=True)
class Note:
    """What the form says between its questions."""

    field: Field


Block: TypeAlias = Heading | Labels | Narrative | Rows | Cards | Note


def blocks(form: Form) -> tuple[Block, ...]:
    """The whole form in its order. Hidden fields are left out, and notes that depend on answers."""
    found: list[Block] = []
    number = 0
    for section in form.sections:
        if (only := lone_repeat(section)) is not None:
            alone = [replace(block, number=number + 1) for block in _repeat(only, 1)]
            number += bool(alone)
            found += alone
            continue
        inside = _items(section.items, 2, in_row=False)
        heading = None if is_loose(section) else section
        if inside and (found if heading is None else any(section.label.values())):
            number += 1
            found.append(Heading(1, heading, number))
        found += inside
    return tuple(found)


def lone_repeat(section: Section) -> Group | None:
    """The repeat that is all of a section and called like it: one heading stands for both."""
    only = section.items[0] if len(section.items) == 1 else None
    return only if isinstance(only, Group) and only.repeat and only.label == section.label else None


def is_loose(section: Section) -> bool:
    """Whether a section only holds questions that stand in no group: it is called like the form, which would be no heading."""
    named = section.name and not section.name.startswith("#")
    return not named and not any(isinstance(item, Group) and item.repeat for item in section.items)


def _items(items: tuple[Field | Group, ...], level: int, in_row: bool) -> list[Block]:
    found: list[Block] = []
    short: list[Field] = []
    for item in items:
        if isinstance(item, Field):
            # Inside a row a long text stays in its cell: paragraphs between a card's tables would belong to no row.
            if not (is_asked(item) or is_said(item)):
                continue
            if is_asked(item) and (in_row or not item.long):
                short.append(item)
                continue
        if short:
            found.append(Labels(tuple(short)))
            short = []
        if isinstance(item, Field):
            found.append(Narrative(item, level) if is_asked(item) else Note(item))
        elif item.repeat:
            found += _repeat(item, level)
        else:
            inside = _items(item.items, level + 1, in_row)
            if inside and any(item.label.values()):
                found.append(Heading(level, item))
            found += inside
    if short:
        found.append(Labels(tuple(short)))
    return found


def _repeat(group: Group, level: int) -> list[Rows | Cards]:
    columns = [item for item in flat(group) if is_asked(item)]
    nested = _has_repeat(group)
    least = [_least(field) for field in columns]
    if not columns and not nested:
        return []
    if (
        not nested
        and not any(field.long or is_picture(field) for field in columns)
        and not shows_pictures(group)
        and sum(least) <= WIDTH / _CENTIMETRE
    ):
        widths = _widths(columns, least)
        if all(_lines(field, width) <= _HEADER_LINES for field, width in zip(columns, widths, strict=True)):
            return [Rows(group, tuple(columns), widths, level)]
    return [Cards(group, tuple(_items(group.items, level + 2, in_row=True)), level)]


def _has_repeat(group: Group) -> bool:
    return any(isinstance(item, Group) and (item.repeat or _has_repeat(item)) for item in group.items)


def _least(field: Field) -> float:
    """The least width of a column: for its answers, and for the longest word of its label."""
    longest = max((len(word) for text in field.label.values() for word in text.split()), default=0)
    return max(_LEAST.get(field.kind, _LEAST_TEXT), _CHARACTER * min(longest, _LONGEST_WORD) + _MARGINS)


def _lines(field: Field, width: int) -> float:
    longest = max((len(text) for text in field.label.values()), default=0)
    return longest * _CHARACTER / (width / _CENTIMETRE - _MARGINS)


def is_asked(field: Field) -> bool:
    """Whether a question has a place in a dossier. The line of choices above a grid (appearance ``label``) is no question."""
    return field.answered and not (field.kind is Kind.CHOICE and "label" in field.appearance.split())


def is_said(field: Field) -> bool:
    """Whether a note stands in a dossier: one that quotes answers, or is only sometimes shown, would say what is not so."""
    texts = [text for text in field.label.values() if text.strip()]
    return field.kind is Kind.NOTE and bool(texts) and not field.relevant and not any(QUOTE in text for text in texts)


def is_picture(field: Field) -> bool:
    """Whether a question is answered with a picture, so that the picture is shown."""
    return field.kind is Kind.FILE and field.accepts.startswith("image")


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


def is_figure(field: Field, group: Group) -> bool:
    """Whether a file of a row is what the row is about, so that its picture stands above the row's other answers."""
    return shows_pictures(group) and flat(group)[0] is field


def pictured(form: Form) -> list[str]:
    """The templates of all questions whose pictures are shown."""
    above = {flat(group)[0].template for group in form.repeats if shows_pictures(group)}
    return [template for template, field in form.fields.items() if is_picture(field) or template in above]


def is_number(field: Field) -> bool:
    """Whether the field's column is set flush right."""
    return field.kind in _NUMBERS
