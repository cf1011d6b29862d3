"""What a returned document says, against what it left with: field by field, row by row. Pure; nothing is read or written here.

A place that was not found says nothing (*absent*, never *emptied*). What is written where it stood is compared as text with what was shown
there, so that an editor's spacing is no change; only then is it understood as an answer.
"""

from __future__ import annotations

import re
import uuid
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import count
from typing import TypeAlias

from seeddesk.domain.answers import format_answer, parse_answer, said_main
from seeddesk.domain.dossier import Found, FoundRow
from seeddesk.domain.form import ACKNOWLEDGED, Field, Form, Kind
from seeddesk.domain.heads import same
from seeddesk.domain.messages import LANGUAGES, sentence
from seeddesk.domain.paths import (
    cell_path,
    counted_row_id,
    is_row,
    order_between,
    row_id,
    row_path,
    rows_of,
    template_of,
)
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot, Seen
from seeddesk.domain.state import group_of
from seeddesk.domain.values import Value, canonical_json, clean_text, is_empty, to_json
from seeddesk.exchange.table import Number

Show: TypeAlias = Callable[[Field, Value], str]  # the text a document shows for an answer

MINE = uuid.UUID("5d1c9b8e-6f0a-4c57-9e43-0b7f2f6a9d21")  # names derived here are names of SeedDesk alone

NOBODY = frozenset(
    {
        "",
        "unknown author",
        "autore sconosciuto",
        "unknown",
        "sconosciuto",
        "author",
        "autore",
        *(sentence("author-not-stated", lang) for lang in LANGUAGES),
    }
)


@dataclass(frozen=True, slots=True)
class Before:
    """What the author of a document had before them: values by path, and the dots they had thereby seen."""

    practice: str
    values: Mapping[str, Value]
    seen: Seen

    def dots(self, path: str) -> tuple[Dot, ...]:
        """The heads seen for a path."""
        return tuple(self.seen.get(path, ()))


@dataclass
class Comparison:
    """What a document changes.

    set, seen: as in a revision; `seen` also lists the cells a removed row takes along · authors: path -> who changed it, where the document
    says · fields: path -> (found by, change), as in `FileReport` · aside: path -> what was written over an answer that is calculated ·
    found_rows: repeat -> number of a row as it was found -> its path.
    """

    set: dict[str, Value] = field(default_factory=dict)
    seen: dict[str, tuple[Dot, ...]] = field(default_factory=dict)
    authors: dict[str, str] = field(default_factory=dict)
    fields: dict[str, tuple[str, str]] = field(default_factory=dict)
    aside: dict[str, str] = field(default_factory=dict)
    found_rows: dict[str, dict[int, str]] = field(default_factory=dict)

    def row_found(self, place: str) -> str:
        """The path of a row that was found without an id: ``partners#2`` is the third of its repeat. "" when nothing was taken from it."""
        repeat, _, number = place.rpartition("#")
        return self.found_rows.get(self.repeat_found(repeat), {}).get(int(number), "")

    def repeat_found(self, repeat: str) -> str:
        """The path of a repeat, also of one in such a row (``partners#2.contacts``)."""
        outer, inside, rest = repeat.rpartition("#")
        if not inside:
            return repeat
        number, _, name = rest.partition(".")
        row = self.row_found(f"{outer}#{number}")
        return f"{row}.{name}" if row else ""


def named(author: str) -> str:
    """An author as a document names one; "" for what programs write when nobody said who they are."""
    return "" if " ".join(author.split()).casefold() in NOBODY else author.strip()


@lru_cache(maxsize=256)  # a text is compared several times on its way, and the same empty one with most
def squeezed(text: str) -> str:
    """Text as it is compared: composed, single spaces, no empty lines."""
    lines = (" ".join(line.split()) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)


def fits(known: Field, value: Value, form: Form) -> bool:
    """Whether a value is one its field can have: a choice of its list, a number, a date. Limits and conditions are the form logic's."""
    if not isinstance(value, (str, tuple)):
        return True
    if known.choices and known.kind is not Kind.FILE:
        items = (value,) if isinstance(value, str) else value
        several = known.is_set or known.kind is Kind.RANK
        return (isinstance(value, tuple) == several) and all(form.choice(known.choices, item) for item in items)
    if known.kind is Kind.ACKNOWLEDGE:
        return value == ACKNOWLEDGED
    typed = (Kind.INTEGER, Kind.DECIMAL, Kind.DATE, Kind.TIME, Kind.DATETIME)
    return known.kind not in typed or (
        isinstance(value, str) and parse_answer(known, value, "en", form) == value and _typed(known, value)
    )


def _typed(known: Field, value: str) -> bool:
    # Text that cannot be read comes back from `parse_answer` as it stands, like a canonical value; only the latter begins with a digit.
    number = known.kind in (Kind.INTEGER, Kind.DECIMAL)
    return re.fullmatch(r"-?\d+(\.\d+)?" if number else r"\d[\d:T.+Z-]*", value) is not None


def derived_id(*parts: object) -> str:
    """A UUID for something that came without one: the same parts give the same one on every machine."""
    return str(uuid.uuid5(MINE, canonical_json([str(part) for part in parts])))


def understood(
    known: Field | None, written: Value, before: Value, lang: str, form: Form, show: Show | None = None
) -> Value:
    """The answer somebody wrote; `before` itself when it is what was shown. Text that fits no answer is kept as it stands."""
    if known is None:
        if isinstance(written, str) and isinstance(before, str) and squeezed(written) == squeezed(before):
            return before
        return before if same(written) == same(before) else written
    value: Value = written
    if isinstance(written, str):
        if squeezed(written) == squeezed(show(known, before) if show else format_answer(known, before, lang, form)):
            return before
        value = None if not written.strip() else parse_answer(known, clean_text(written).strip(), lang, form, before)
    elif isinstance(written, tuple):
        value = _understood_set(known, written, before, lang, form)
    return before if same(value) == same(before) else value


def _understood_set(known: Field, written: tuple[str, ...], before: Value, lang: str, form: Form) -> Value:
    """Labels beside crossed boxes: their order is the list's, so that of the answer before is kept, but for one that is said to be the main one."""
    found: list[str] = []
    main: list[str] = []
    for label in written:
        value = parse_answer(known, label, lang, form)
        items = list(value) if isinstance(value, tuple) else [value] if isinstance(value, str) else []
        found += items
        main += items if said_main(known, label) else []
    kept = [code for code in before if code in found] if isinstance(before, tuple) else []
    main.sort(
        key=lambda code: code in kept[:1]
    )  # who says it of another one, and leaves the word where it was, means the other
    return tuple(dict.fromkeys(main + kept + found))


class Comparer:
    """Compares the places of one document with what it left with. Call `fields` and `rows`, then `finish`."""

    def __init__(self, before: Before, form: Form, lang: str, show: Show | None = None, by_place: bool = False) -> None:
        self.before = before
        self.form = form
        self.lang = lang
        self._show = show  # None: as a dossier shows answers
        self._by_place = (
            by_place  # rows that never had an id: one that is like no other is the one that stood in its place
        )
        self.result = Comparison()

    def fields(self, found: Mapping[str, Found]) -> None:
        """The places outside rows."""
        for path, place in found.items():
            self._place(path, place)

    def rows(self, repeat: str, found: Sequence[FoundRow]) -> None:
        """One table. repeat: its path (``partners``, ``partners[<id>].contacts``, or ``partners#2.contacts`` in the third row found, once those
        rows have been compared)."""
        repeat = self.result.repeat_found(repeat)
        if not repeat:
            return
        group = self.form.groups.get(template_of(repeat) + "[]")
        counted = group is not None and bool(
            group.count
        )  # another answer says how many rows there are: none is added or taken out here
        before = Record(dict(self.before.values))
        had = before.rows(repeat)
        paths = self._pair(repeat, had, found)
        if counted:
            made = (row_path(repeat, counted_row_id(repeat, number)) for number in count(1))
            free = (row for row in made if row not in paths)
            paths = [path or next(free) for path in paths]
        keyed = any(row.row is not None for row in found)
        keys = self._order(had, [path for path in paths if path])
        new: Counter[str] = Counter()
        last: str | None = None
        for place, (path, row) in enumerate(zip(paths, found, strict=True)):
            if path is not None:
                self.result.found_rows.setdefault(repeat, {})[place] = path
                last = keys[path]
                if is_empty(self.before.values.get(path)):
                    self._set(path, last, next(iter(row.cells.values())).found_by if row.cells else "tag", "added")
                elif last != self.before.values.get(path):
                    self._set(path, last, "tag", "changed")
                for template, cell in row.cells.items():
                    self._place(self._cell(template, path), cell)
                continue
            cells = {template: self._answer(template, cell) for template, cell in row.cells.items()}
            cells = {template: value for template, value in cells.items() if not is_empty(value)}
            if not cells and not row.filled:
                continue
            content = canonical_json({template: to_json(value) for template, value in sorted(cells.items())})
            new[content] += 1
            path = row_path(repeat, derived_id(self.before.practice, repeat, content, new[content]).replace("-", ""))
            following = next(
                (keys[other] for other in paths[place + 1 :] if other and keys[other] > (last or "")), None
            )
            last = order_between(last, following)
            self.result.found_rows.setdefault(repeat, {})[place] = path
            self._set(path, last, "header", "added", _one_author(row.cells.values()))
            for template, value in cells.items():
                self._set(
                    self._cell(template, path),
                    value,
                    row.cells[template].found_by,
                    "added",
                    _one_author([row.cells[template]]),
                )
        for path in had:
            if path not in paths:
                # Where ids survived, a row that is missing was taken out. An empty table lost what could be read of its rows; a row
                # without words (a photo alone) may only have lost its name.
                if not counted and (keyed or (not found and self._worded(path))):
                    self._remove(path)
                else:
                    self.result.fields[path] = ("", "absent")

    def finish(self) -> Comparison:
        """What was found, with the fields that only mean something together set together."""
        for path in list(self.result.set):
            if is_row(path) or (self.result.set[path] is None and self._gone(path)):
                continue
            for other in group_of(path, self.form):
                if other not in self.result.set:
                    found_by = self.result.fields.get(other, ("", ""))[0]
                    self._set(
                        other, self.before.values.get(other), found_by, "unchanged", self.result.authors.get(path, "")
                    )
        return self.result

    def _gone(self, path: str) -> bool:
        return any(row in self.result.set and self.result.set[row] is None for row in rows_of(path))

    def _place(self, path: str, place: Found) -> None:
        known = self.form.field(template_of(path))
        before = self.before.values.get(path)
        if known is not None and (known.kind is Kind.FILE or not known.answered):
            return  # a picture is no text to edit; what changed of it comes apart
        value = self._understood(known, place.value, before)
        if known is not None and (known.read_only or known.calculate):
            if same(value) != same(before):
                self.result.aside[path] = "; ".join(place.value) if isinstance(place.value, tuple) else str(place.value)
            return
        if value is before or same(value) == same(before):
            self.result.fields[path] = (place.found_by, "unchanged" if known else "kept")
        else:
            self._set(path, value, place.found_by, "changed" if known else "kept", _one_author([place]))

    def _answer(self, template: str, cell: Found) -> Value:
        known = self.form.field(template)
        if known is not None and (known.kind is Kind.FILE or not known.answered or known.read_only or known.calculate):
            return None
        return self._understood(known, cell.value, None)

    def _understood(self, known: Field | None, written: Value, before: Value) -> Value:
        lang = "en" if isinstance(written, Number) else self.lang
        return understood(known, written, before, lang, self.form, self._show)

    def _set(self, path: str, value: Value, found_by: str, change: str, author: str = "") -> None:
        self.result.set[path] = value
        self.result.seen[path] = self.before.dots(path)
        self.result.fields[path] = (found_by, change)
        if author:
            self.result.authors[path] = author

    def _remove(self, row: str) -> None:
        self._set(row, None, "", "removed")
        for path in self.before.seen:
            if path.startswith(row + ".") and path not in self.result.set:
                self.result.seen[path] = self.before.dots(path)

    def _cell(self, template: str, row: str) -> str:
        return cell_path(template, tuple(row_id(outer) for outer in rows_of(row)))

    def _pair(self, repeat: str, had: Sequence[str], found: Sequence[FoundRow]) -> list[str | None]:
        """For each row found, the path of the row it is: by its id, else the same content, else most of it; None for a new one."""
        paths: list[str | None] = [row_path(repeat, row.row) if row.row else None for row in found]
        unnamed = {place for place, path in enumerate(paths) if path is None}
        for copied in {path for path in paths if path is not None and paths.count(path) > 1}:
            # A row copied in a word processor keeps its id: the one most like the row before is that row, the others are new.
            same_id = [place for place, other in enumerate(paths) if other == copied]
            best = max(same_id, key=lambda place: self._likeness(copied, found[place]))
            for place in same_id:
                if place != best:
                    paths[place] = None
        for place, path in enumerate(paths):
            if path in had and path is not None and self._cleared(path, found[place]):
                paths[place] = None
        free = [path for path in had if path not in paths]
        for enough in (1.0, 0.5):
            for place in sorted(unnamed):
                if paths[place] is None and free:
                    likest = max(free, key=lambda path: self._likeness(path, found[place]))
                    if self._likeness(likest, found[place]) >= enough:
                        paths[place] = likest
                        free.remove(likest)
        for place in sorted(unnamed) if self._by_place else ():
            if paths[place] is None and place < len(had) and had[place] in free:
                paths[place] = had[place]
                free.remove(had[place])
        return paths

    def _cleared(self, path: str, row: FoundRow) -> bool:
        """Whether every answer the row had was emptied: how a row is taken out by people who cannot delete a table's row."""
        had = [
            cell
            for cell in self.before.values
            if cell.startswith(path + ".") and not is_empty(self.before.values[cell])
        ]
        answered = [cell for cell in had if (known := self.form.field(template_of(cell))) is None or known.answered]
        found = {self._cell(template, path) for template in row.cells}
        return (
            bool(answered) and found.issuperset(answered) and all(is_empty(cell.value) for cell in row.cells.values())
        )

    def _worded(self, path: str) -> list[str]:
        """The cells of a row that a document shows words of."""
        had = [
            cell
            for cell in self.before.values
            if cell.startswith(path + ".") and not is_empty(self.before.values[cell])
        ]
        fields = {cell: self.form.field(template_of(cell)) for cell in had}
        return [
            cell for cell, known in fields.items() if known is None or (known.answered and known.kind is not Kind.FILE)
        ]

    def _likeness(self, path: str, row: FoundRow) -> float:
        """Share of the answered cells that say the same in both, 0 to 1."""
        alike = answered = 0
        for template, cell in row.cells.items():
            known, before = self.form.field(template), self.before.values.get(self._cell(template, path))
            if is_empty(cell.value) and is_empty(before):
                continue
            answered += 1
            alike += same(self._understood(known, cell.value, before)) == same(before)
        return alike / answered if answered else 0.0

    def _order(self, had: Sequence[str], now: Sequence[str]) -> dict[str, str]:
        """The order key of every row that is still there; only rows that were moved get a new one."""
        keys = {path: str(self.before.values[path]) for path in had}
        still = _longest_rising([had.index(path) if path in keys else -1 for path in now])
        last: str | None = None
        for place, path in enumerate(now):
            if place not in still:
                following = next((keys[now[later]] for later in sorted(still) if later > place), None)
                keys[path] = order_between(
                    last, following if following is None or last is None or following > last else None
                )
            last = keys[path]
        return keys


def _one_author(cells: Iterable[Found]) -> str:
    authors = {author for cell in cells for author in cell.authors if named(author)}
    return authors.pop() if len(authors) == 1 else ""


def _longest_rising(numbers: Sequence[int]) -> set[int]:
    """The places of a longest rising run of numbers, negative ones left out."""
    best: list[tuple[int, ...]] = []
    for place, number in enumerate(numbers):
        if number >= 0:
            best.append((*_longest([run for run in best if numbers[run[-1]] < number]), place))
    return set(_longest(best))


def _longest(runs: Sequence[tuple[int, ...]]) -> tuple[int, ...]:
    return max(runs, key=lambda run: len(run), default=())
