"""From the rows of a table to what they say about practices: which column answers which field, and which cells answer nothing."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from seeddesk.domain.dossier import Found
from seeddesk.domain.errors import Refused, UsageError
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.merge import at, fold
from seeddesk.domain.query import fold_text
from seeddesk.domain.record import Record
from seeddesk.domain.report import Remark
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.values import Value, canonical_json, clean_text, is_empty
from seeddesk.exchange.table import (
    BASE_COLUMN,
    CODE_COLUMN,
    OTHER_CODE_COLUMN,
    PARENT_COLUMN,
    UID_COLUMN,
    Table,
    cell_text,
)
from seeddesk.services.comparing import Before, Comparer, Comparison, derived_id, fits, squeezed
from seeddesk.services.table_map import check_map
from seeddesk.services.table_nested import NumberedRows, numbered_path, row_sheets

# What people and programs write into a cell to say that there is nothing in it. Only ever the whole cell.
NOTHING = frozenset(
    {
        "n/a",
        "#n/a",
        "#n/d",
        "#nd",
        "n/d",
        "n.a.",
        "n.d.",
        "-",
        "--",
        "–",
        "—",
        "null",
        "#null!",
        "none",
        "nan",
        "#ref!",
        "#value!",
        "#name?",
    }
)
_INDEX = re.compile(r"\[(\d+)\]")
_LINK = re.compile(r"(?:https?://|www\.)\S+", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Target:
    """What a column answers: a template, and inside repeats which row of each (None: each part of the cell is a row)."""

    template: str
    indexes: tuple[int, ...] | None = None

    @property
    def repeat(self) -> str:
        """The path of the outermost repeat, "" outside repeats."""
        return self.template.partition("[]")[0] if "[]" in self.template else ""


@dataclass
class TableRow:
    """One row, understood. practice: its id · refusal: message code with arguments, "" for none."""

    number: int
    practice: str = ""
    title: str = ""
    refusal: str = ""
    arguments: Mapping[str, object] = field(default_factory=dict)
    cells: list[tuple[Target, str]] = field(default_factory=list)
    vector: Mapping[str, int] | None = None


class TableReader:
    """A table with its columns matched to the form. Raises Refused when no column is a title, UsageError for a map that does not fit."""

    def __init__(self, table: Table, name: str, form: Form, mapping: str, lang: str) -> None:
        self.form = form
        self._table = table
        self._name = name
        self._lang = lang
        self._own = _fold(BASE_COLUMN) in map(_fold, table.columns) and _fold(UID_COLUMN) in map(_fold, table.columns)
        self._uid = _place(table.columns, UID_COLUMN)
        self._base = _place(table.columns, BASE_COLUMN)
        self._targets = _mapped(table, form, mapping) if mapping else _matched(table, form)
        if self._uid is None and not any(target.template == "title" for target in self._targets.values()):
            columns = [column for column in table.columns if column]
            raise Refused("table-no-title", name=name, columns=", ".join(columns), columns_first=(columns or ["A"])[0])
        self._nothing: Counter[str] = Counter()
        self._unfit: dict[str, list[str]] = {}
        self._digits: list[str] = []
        self._sheets = row_sheets(table, form) if self._own else ()

    def rows(self, find: Callable[[str], str | None]) -> Iterator[TableRow]:
        """Every row with the practice it is about. find: a practice's id by its human code."""
        equal: Counter[str] = Counter()
        other = _place(self._table.columns, OTHER_CODE_COLUMN)
        code_place = _place(self._table.columns, CODE_COLUMN) if other is None else other
        for number, cells in self._table.rows:
            row = TableRow(number)
            row.cells = [(target, cells[place]) for place, target in self._targets.items() if place < len(cells)]
            extra = [cell for cell in cells[len(self._table.columns) :] if cell.strip()]
            title = next(
                (text for target, text in row.cells if target.template == "title" and not _says_nothing(text)),
                "",
            )
            row.title = " ".join(title.split())
            uid = cells[self._uid].strip() if self._uid is not None and self._uid < len(cells) else ""
            code = cells[code_place].strip() if code_place is not None and code_place < len(cells) else ""
            known = (find(uid) or (uid if _is_uuid(uid) else None) if uid else None) or (find(code) if code else None)
            if extra:
                row.refusal, row.arguments = "row-too-long", {"cells": len(self._table.columns)}
            elif known:
                row.practice = known
                if self._base is not None and self._base < len(cells):
                    row.vector = vector_of(cells[self._base])
            elif not row.title:
                row.refusal = "row-no-title"
            else:
                said = {
                    _fold(column): clean_text(text).strip()
                    for column, text in zip(self._table.columns, cells, strict=False)
                }
                said = {column: text for column, text in said.items() if not _says_nothing(text)}
                if all(
                    text == row.title or squeezed(text) == squeezed(title) or _LINK.fullmatch(text)
                    for text in said.values()
                ):
                    row.refusal = "row-thin"
                content = canonical_json(said)
                equal[content] += 1
                row.practice = derived_id("row", self.form.id, content, equal[content])
            yield row

    def compare(self, row: TableRow, revisions: Sequence[Revision]) -> Comparison:
        """What a row changes of its practice, whose revisions are handed in (none: it is new)."""
        before = self._before(row, revisions)
        comparer = Comparer(before, self.form, "en" if self._own else self._lang, lambda _, value: cell_text(value))
        record = Record(dict(before.values))
        fields: dict[str, Found] = {}
        tables: dict[str, NumberedRows] = {}
        sheets = {sheet.repeat for sheet in self._sheets}
        for target, text in row.cells:
            if not target.repeat:
                if (found := self._found(target.template, text, before.values.get(target.template))) is not None:
                    fields[target.template] = _together(
                        self.form.field(target.template), fields.get(target.template), found
                    )
                continue
            if target.repeat in sheets:
                continue
            whole = target.indexes is None  # each part of the cell is a row
            parts = [part for part in re.split(r"[;\n]", text) if part.strip()] if whole else [text]
            for number, part in enumerate(parts):
                indexes = target.indexes or (number,)
                path = numbered_path(record, target.template, indexes)
                if (found := self._found(target.template, part, before.values.get(path) if path else None)) is not None:
                    tables.setdefault(target.repeat, NumberedRows()).put(target.template, indexes, found)
        comparer.fields(fields)
        for repeat, rows in tables.items():
            rows.compare(comparer, record, repeat + "[]", repeat, repeat)
        for sheet in self._sheets:
            sheet.compare(comparer, record, row.practice)
        comparison = comparer.finish()
        self._restore_digits(comparison, before)
        for path, value in comparison.set.items():
            known = self.form.field(re.sub(r"\[[0-9a-f]{32}\]", "[]", path))
            if known is not None and not fits(known, value, self.form):
                self._unfit.setdefault(known.template, []).append(cell_text(value))
        return comparison

    def remarks(self) -> Iterator[Remark]:
        """What a person should know about the table as a whole: how it was read, what was left aside."""
        if self._table.encoding not in ("", "UTF-8"):
            yield Remark(self._name, "table-read-as", {"encoding": self._table.encoding})
        used = {*self._targets, self._uid, self._base}
        left = [
            column
            for place, column in enumerate(self._table.columns)
            if column and place not in used and not (self._own and column in (CODE_COLUMN, OTHER_CODE_COLUMN))
        ]
        if left:
            yield Remark(self._name, "table-unmapped", {"columns": ", ".join(left)})
        if self._nothing:
            counted = ", ".join(f"{text} × {count}" for text, count in self._nothing.most_common(5))
            yield Remark(self._name, "table-nothing", {"count": sum(self._nothing.values()), "cells": counted})
        if lost := sum(sheet.lost for sheet in self._sheets):
            yield Remark(self._name, "table-parent", {"count": lost, "column": PARENT_COLUMN})
        if self._digits:
            examples = "; ".join(dict.fromkeys(self._digits[:3]))
            yield Remark(self._name, "table-digits", {"count": len(self._digits), "examples": examples})
        for template, texts in self._unfit.items():
            examples = "; ".join(text for text, _ in Counter(texts).most_common(3))
            yield Remark(self._name, "table-unfit", {"count": len(texts), "field": template, "examples": examples})

    def _restore_digits(self, comparison: Comparison, before: Before) -> None:
        """What a spreadsheet does by itself to codes and telephone numbers, which it takes for quantities, is nobody's change."""
        for path, value in list(comparison.set.items()):
            was = before.values.get(path)
            if isinstance(was, str) and isinstance(value, str) and as_a_quantity(was, value):
                del comparison.set[path]
                del comparison.seen[path]
                comparison.fields[path] = (comparison.fields[path][0], "unchanged")
                self._digits.append(was)

    def _before(self, row: TableRow, revisions: Sequence[Revision]) -> Before:
        if not revisions:
            return Before(row.practice, {}, {})
        dots = {revision.dot for revision in revisions}
        if row.vector and dots.issuperset(Dot(device, counter) for device, counter in row.vector.items()):
            state = fold(at(revisions, row.vector), self.form)
            return Before(row.practice, state.record.values, state.seen)
        # A row that stands for itself is known by what it said when it first came; it takes back nothing a person added since.
        if self._uid is None:
            return Before(row.practice, {}, {})
        return Before(row.practice, fold(revisions, self.form).record.values, {})

    def _found(self, template: str, text: str, before: Value) -> Found | None:
        """What a cell says; None when it says nothing at all."""
        known = self.form.field(template)
        if known is not None and squeezed(text) == squeezed(cell_text(before)):
            return Found(text, "column")
        if _says_nothing(text) and text.strip():
            self._nothing[text.strip()] += 1
            return None
        return None if not text.strip() and is_empty(before) else Found(text, "column")


def as_a_quantity(code: str, text: str) -> bool:
    """Whether a text is what a spreadsheet makes of a code of digits: its first zeros gone, or a long one rounded (``3.90112E+11``)."""
    if not (code.isascii() and code.isdecimal()) or text == code:
        return False
    if text == (code.lstrip("0") or "0"):
        return True
    rounded = re.fullmatch(r"(\d)(?:[.,](\d+))?E\+?(\d+)", text)
    if rounded is None:
        return False
    first, rest, power = rounded[1], rounded[2] or "", int(rounded[3])
    return f"{int(code):.{len(rest)}e}" == f"{first}{'.' if rest else ''}{rest}e+{power:02d}"


def vector_of(text: str) -> Mapping[str, int]:
    """The inverse of `vector_text`; empty for anything else, for a person may have typed there."""
    try:
        return {dot.device: dot.counter for dot in map(Dot.parse, text.split())}
    except ValueError:
        return {}


def vector_text(vector: Mapping[str, int]) -> str:
    """A version vector in one cell."""
    return " ".join(str(Dot(device, counter)) for device, counter in sorted(vector.items()))


def _says_nothing(text: str) -> bool:
    return not text.strip() or text.strip().casefold() in NOTHING


def _is_uuid(text: str) -> bool:
    return re.fullmatch(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", text) is not None


def _fold(text: str) -> str:
    return " ".join(fold_text(text).split())


def _place(columns: Sequence[str], name: str) -> int | None:
    return next((place for place, column in enumerate(columns) if _fold(column) == _fold(name)), None)


def _target(name: str, form: Form) -> Target:
    """The target of a field's name. Raises UsageError."""
    template = form.resolve(_INDEX.sub("[]", name))
    if template not in form.fields:
        raise UsageError(
            "field-is-group",
            name=name,
            fields=", ".join(other for other in form.fields if other.startswith(template + ".")),
        )
    if not form.fields[template].answered:
        raise UsageError("field-not-answered", name=name)
    target = _numbered(template, name)
    if target is None:
        raise UsageError("table-nested", name=name)
    return target


def _numbered(template: str, column: str) -> Target | None:
    """A template with the rows that a column numbers; None where it does not number every row a cell inside rows lies in."""
    indexes = tuple(map(int, _INDEX.findall(column)))
    depth = template.count("[]")
    if len(indexes) == depth:
        return Target(template, indexes or None)
    return Target(template) if depth == 1 and not indexes else None


def _mapped(table: Table, form: Form, mapping: str) -> dict[int, Target]:
    """Column place -> target, as a map says. Raises UsageError."""
    targets: dict[int, Target] = {}
    for named, name in check_map(mapping):
        places = [place for place, column in enumerate(table.columns) if _fold(column) == _fold(named)]
        if not places:
            raise UsageError("map-column", name=named, columns=", ".join(filter(None, table.columns)))
        if len(places) > 1:
            raise UsageError("map-column-twice", name=named)
        target = _target(name, form)
        _refuse_double(target, targets, form)
        targets[places[0]] = target
    return targets


def _refuse_double(target: Target, targets: Mapping[int, Target], form: Form) -> None:
    known = form.fields[target.template]
    if target in targets.values() and not known.is_set and not known.long:
        raise UsageError("map-twice", name=target.template)


def _matched(table: Table, form: Form) -> dict[int, Target]:
    """Columns called like a field, or like its label in any language; a name that fits several fields is left alone."""
    by_name: dict[str, set[str]] = {}
    for template, known in form.fields.items():
        if known.answered:
            by_name.setdefault(_fold(template.replace("[]", "[0]")), set()).add(template)
            if "[]" not in template:
                for label in known.label.values():
                    by_name.setdefault(_fold(label), set()).add(template)
    targets: dict[int, Target] = {}
    exact = {template.replace("[]", "[0]"): template for template, known in form.fields.items() if known.answered}
    for place, column in enumerate(table.columns):
        named = _INDEX.sub("[0]", column)
        fitting = by_name.get(_fold(named), set())
        if (first := exact.get(named) or exact.get(_fold(column))) is not None:
            fitting = {first}
        if len(fitting) == 1:
            target = _numbered(next(iter(fitting)), column)
            if target is not None and target not in targets.values():
                targets[place] = target
    return targets


def _together(known: Field | None, first: Found | None, second: Found) -> Found:
    """Several columns that answer one field: a set's parts, or a long text's paragraphs."""
    if first is None:
        return second
    gap = "\n" if known is not None and known.kind is Kind.CHOICES else "\n\n"
    return Found(f"{first.value}{gap}{second.value}" if isinstance(first.value, str) else second.value, "column")
