"""A record as the XML tree its form's expressions are evaluated on, and its places: what is there of each question, row by row."""

from __future__ import annotations

from bisect import bisect
from collections.abc import Container, Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field

from lxml import etree

from seeddesk.domain.form import Field, Form, Group, Kind
from seeddesk.domain.logic.evaluation import Problem
from seeddesk.domain.paths import is_row, repeat_of, row_id, row_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value, Values


@dataclass(slots=True, eq=False)
class Verdict:
    """What is found about one place: whether it counts for submission and is missing, whether it is answered, its problems."""

    wanted: bool = False
    missing: bool = False
    answered: bool = False
    problems: tuple[Problem, ...] = ()


@dataclass(slots=True, eq=False)
class Place:
    """One question, group or row of a record.

    path: ``""`` for the top or a section · row: the row it lies in or is · element: None where no expression ever looks · hidden: it is not relevant ·
    stand_in: what stands in the tree for a place that is not relevant, so that no node set holds it.
    """

    path: str
    xpath: str
    row: Row
    parent: Place | None
    element: etree._Element | None
    hidden: bool = False
    stand_in: etree._Element | None = None
    verdict: Verdict | None = None


@dataclass(slots=True, eq=False)
class Rows:
    """A repeat in one row, or in the record itself. anchor: a comment behind its rows · count: how many of them there are to be, None where people say ·
    hidden: no row of it is relevant, or none would be."""

    path: str
    xpath: str
    row: Row
    parent: Place
    anchor: etree._Element | None
    rows: list[Row] = field(default_factory=list)
    count: int | None = None
    hidden: bool = False
    verdict: Verdict | None = None


@dataclass(slots=True, eq=False)
class Row:
    """A row, or the whole record (path and repeat ``""``).

    key: what rows are sorted by · places: by xpath, its own among them · repeats: by xpath · beyond: it is more than its repeat's count · gone: it was removed.
    """

    path: str
    repeat: str
    parent: Row | None
    key: tuple[str, str] = ("", "")
    places: dict[str, Place] = field(default_factory=dict)
    repeats: dict[str, Rows] = field(default_factory=dict)
    beyond: bool = False
    gone: bool = False

    @property
    def place(self) -> Place:
        """The row itself."""
        return self.places[self.repeat]

    def above(self, repeat: str) -> Row:
        """The row of `repeat` this one lies in or is."""
        row = self
        while row.repeat != repeat:
            assert row.parent is not None  # the repeats asked for are those around
            row = row.parent
        return row

    def under(self, repeats: Iterable[str]) -> list[Row]:
        """The rows down through repeats nested in one another, in order; itself for none."""
        rows = [self]
        for repeat in repeats:
            rows = [row for each in rows for row in each.repeats[repeat].rows]
        return rows

    def everything(self) -> Iterator[Row]:
        """Itself and every row inside."""
        yield self
        for repeat in self.repeats.values():
            for row in repeat.rows:
                yield from row.everything()


_Found = Mapping[str, list[tuple[str, str, str]]]  # repeat's path -> (order key, id, path) of its rows


class Instance:
    """The places of one record, and its tree as far as expressions look at it (`needed`: xpaths, with all that stand above them).

    root: the record as a row · rows: path -> every row.
    """

    def __init__(self, form: Form, record: Record, top: str, needed: Container[str]) -> None:
        self.form = form
        self.record = record
        self.needed = needed
        self.root = Row("", "", None)
        self.rows: dict[str, Row] = {}
        place = Place("", top, self.root, None, etree.Element(top[1:]))
        self.root.places[top] = place
        found = _rows_in(record.values)
        for section in form.sections:
            above = self._place(section.xpath, "", self.root, place) if section.xpath else place
            self._fill(section.items, above, self.root, found)

    def place(self, path: str) -> Place | None:
        """The question, group or row at a path; None when it is not there."""
        if is_row(path):
            row = self.rows.get(path)
            return row.place if row else None
        around = row_of(path)
        row = self.rows.get(around) if around else self.root
        item = self.form.fields.get(template := template_of(path)) or self.form.groups.get(template)
        return row.places.get(item.xpath) if row and item else None

    def repeat(self, path: str) -> Rows | None:
        """The repeat at a path (``partners``, ``partners[<id>].contacts``); None when it is not there."""
        around = row_of(path)
        row = self.rows.get(around) if around else self.root
        group = self.form.groups.get(template_of(path) + "[]")
        return row.repeats.get(group.xpath) if row and group else None

    def add(self, repeat: Rows, path: str) -> Row:
        """Put a row of the record, with all it holds, where its key says."""
        group = self.form.groups[template_of(path)]
        nested = any(isinstance(item, Group) for item in group.items)
        key = (str(self.record.values[path]), row_id(path))
        at = bisect(repeat.rows, key, key=lambda row: row.key)
        row = self._row(repeat, path, key)
        if repeat.anchor is not None:
            assert row.place.element is not None  # made where an anchor was
            (_node(repeat.rows[at].place) if at < len(repeat.rows) else repeat.anchor).addprevious(row.place.element)
        repeat.rows.insert(at, row)
        inside = {each: value for each, value in self.record.values.items() if each.startswith(path)} if nested else {}
        self._fill(group.items, row.place, row, _rows_in(inside))
        return row

    def remove(self, repeat: Rows, row: Row) -> None:
        """Take a row out, with all it holds."""
        repeat.rows.remove(row)
        if row.place.element is not None:
            node = _node(row.place)
            parent = node.getparent()
            assert parent is not None  # it stood in the tree
            parent.remove(node)
        for each in row.everything():
            each.gone = True
            del self.rows[each.path]

    def move(self, repeat: Rows, row: Row) -> bool:
        """Put a row where its key says now; whether that changed the order."""
        row.key = (str(self.record.values[row.path]), row.key[1])
        before = repeat.rows.index(row)
        repeat.rows.sort(key=lambda each: each.key)
        at = repeat.rows.index(row)
        if at == before:
            return False
        if repeat.anchor is not None:
            following = repeat.rows[at + 1 : at + 2]
            (_node(following[0].place) if following else repeat.anchor).addprevious(_node(row.place))
        return True

    def show(self, place: Place, shown: bool) -> bool:
        """Put a place into the tree, or a stand-in for it; whether that changed anything."""
        if place.element is None or shown == (place.stand_in is None):
            return False
        old = _node(place)
        place.stand_in = None if shown else etree.Comment()
        parent = old.getparent()
        assert parent is not None  # it stands in the tree
        parent.replace(old, _node(place))
        return True

    @contextmanager
    def shown(self, place: Place | None) -> Iterator[None]:
        """A place with all around it put into the tree for a while: an expression of its own starts there although it is not relevant."""
        put: list[Place] = []
        while place is not None:
            if self.show(place, True):
                put.append(place)
            place = place.parent
        yield
        for each in put:
            self.show(each, False)

    def _place(self, xpath: str, path: str, row: Row, parent: Place) -> Place:
        element = None
        if xpath in self.needed:
            assert parent.element is not None  # what stands above a needed place is needed
            element = etree.SubElement(parent.element, xpath[xpath.rfind("/") + 1 :])
        place = Place(path, xpath, row, parent, element)
        row.places[xpath] = place
        return place

    def _row(self, repeat: Rows, path: str, key: tuple[str, str]) -> Row:
        row = Row(path, repeat.xpath, repeat.row, key)
        element = None if repeat.anchor is None else etree.Element(repeat.xpath[repeat.xpath.rfind("/") + 1 :])
        row.places[repeat.xpath] = Place(path, repeat.xpath, row, repeat.parent, element)
        self.rows[path] = row
        return row

    def _fill(self, items: tuple[Field | Group, ...], parent: Place, row: Row, found: _Found) -> None:
        values = self.record.values
        for item in items:
            template = item.path if isinstance(item, Group) else item.template
            path = row.path + template[template.rfind("]") + 1 :] if row.path else template
            if isinstance(item, Field):
                place = self._place(item.xpath, path, row, parent)
                if place.element is not None and path in values:
                    place.element.text = instance_text(item, values[path])
            elif not item.repeat:
                self._fill(item.items, self._place(item.xpath, path, row, parent), row, found)
            else:
                anchor = etree.Comment() if item.xpath in self.needed else None
                repeat = row.repeats[item.xpath] = Rows(path, item.xpath, row, parent, anchor)
                if anchor is not None:
                    assert parent.element is not None  # what stands above a needed place is needed
                    parent.element.append(anchor)
                for key, identifier, each in sorted(found.get(path, ())):
                    inner = self._row(repeat, each, (key, identifier))
                    repeat.rows.append(inner)
                    if anchor is not None and inner.place.element is not None:
                        anchor.addprevious(inner.place.element)
                    self._fill(item.items, inner.place, inner, found)


def _node(place: Place) -> etree._Element:
    """What stands in the tree for a place."""
    node = place.element if place.stand_in is None else place.stand_in
    assert node is not None  # only asked of places that stand there
    return node


def _rows_in(values: Values) -> _Found:
    found: dict[str, list[tuple[str, str, str]]] = {}
    for path, key in values.items():
        if path.endswith("]") and isinstance(key, str):
            found.setdefault(repeat_of(path), []).append((key, row_id(path), path))
    return found


def instance_text(field: Field, value: Value) -> str | None:
    """A value as expressions see it: codes joined by spaces, an open set by semicolons, "not known yet" as nothing."""
    if isinstance(value, tuple):
        return (" " if _coded(field) else "; ").join(value) or None
    return value if isinstance(value, str) and value else None


def answer_of(field: Field, text: str) -> Value:
    """The inverse of `instance_text`, for what was calculated; nothing is None."""
    if (field.is_set or field.kind is Kind.RANK) and text:
        return tuple(text.split()) if _coded(field) else tuple(part.strip() for part in text.split(";") if part.strip())
    return text or None


def default_of(field: Field) -> Value:
    """What a question starts with."""
    return answer_of(field, field.default) if isinstance(field.default, str) else field.default


def _coded(field: Field) -> bool:
    return bool(field.choices) or field.rows is not None


def xpaths(form: Form) -> dict[str, Field | Group | None]:
    """Every xpath of the form's instance in its order, the top first, with its question or group (None: the top or a section)."""
    found: dict[str, Field | Group | None] = {}

    def walk(items: tuple[Field | Group, ...]) -> None:
        for item in items:
            found[item.xpath] = item
            if isinstance(item, Group):
                walk(item.items)

    for section in form.sections:
        if section.xpath:
            found[section.xpath] = None
        walk(section.items)
    top = "/" + next(iter(found)).split("/")[1] if found else "/data"
    return {top: None, **found}
