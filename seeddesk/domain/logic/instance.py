"""A record as the XML tree its form's expressions are evaluated on."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass

from lxml import etree

from seeddesk.domain.form import Field, Form, Group
from seeddesk.domain.paths import row_id
from seeddesk.domain.record import Record
from seeddesk.domain.values import Value


@dataclass(slots=True, eq=False)
class Place:
    """One question, group or row of a record.

    path: ``""`` for the top or a section · element: None where no expression ever looks · hidden: it is not relevant (known after `settle`).
    """

    path: str
    parent: Place | None
    element: etree._Element | None
    hidden: bool = False


class Instance:
    """The tree of one record, as far as expressions look at it (`needed`: xpaths, with all that stand above them).

    places: xpath -> every place of that question or group, in document order.
    """

    def __init__(self, form: Form, record: Record, top: str, needed: Container[str]) -> None:
        self.record = record
        self.needed = needed
        root = Place("", None, etree.Element(top[1:]))
        self.places: dict[str, list[Place]] = {top: [root]}
        for section in form.sections:
            self._fill(section.items, self._place(section.xpath, "", root) if section.xpath else root, ())

    def _place(self, xpath: str, path: str, parent: Place) -> Place:
        element = None
        if xpath in self.needed:
            assert parent.element is not None  # what stands above a needed place is needed
            element = etree.SubElement(parent.element, xpath[xpath.rfind("/") + 1 :])
        place = Place(path, parent, element)
        if xpath in self.places:
            self.places[xpath].append(place)
        else:
            self.places[xpath] = [place]
        return place

    def _fill(self, items: tuple[Field | Group, ...], parent: Place, rows: tuple[str, ...]) -> None:
        values = self.record.values
        for item in items:
            path = item.path if isinstance(item, Group) else item.template
            if rows:
                path = _path(path, rows)
            if isinstance(item, Field):
                place = self._place(item.xpath, path, parent)
                if place.element is not None and path in values:
                    place.element.text = instance_text(item, values[path])
            elif not item.repeat:
                self._fill(item.items, self._place(item.xpath, path, parent), rows)
            else:
                for row in self.record.rows(path):
                    self._fill(item.items, self._place(item.xpath, row, parent), (*rows, row_id(row)))


def _path(template: str, rows: tuple[str, ...]) -> str:
    for row in rows:
        template = template.replace("[]", f"[{row}]", 1)
    return template


def instance_text(field: Field, value: Value) -> str | None:
    """A value as expressions see it: codes joined by spaces, an open set by semicolons, "not known yet" as nothing."""
    if isinstance(value, tuple):
        return (" " if field.choices else "; ").join(value) or None
    return value if isinstance(value, str) and value else None


def answer_of(field: Field, text: str) -> Value:
    """The inverse of `instance_text`, for what was calculated; nothing is None."""
    if field.is_set and text:
        return tuple(text.split()) if field.choices else tuple(part.strip() for part in text.split(";") if part.strip())
    return text or None


def xpaths(form: Form) -> dict[str, Field | Group | None]:
    """Every xpath of the form's instance, the top first, with its question or group (None: the top or a section)."""
    items: tuple[Field | Group, ...] = (*form.fields.values(), *form.groups.values())
    top = "/" + items[0].xpath.split("/")[1] if items else "/data"
    found: dict[str, Field | Group | None] = {top: None}
    for section in form.sections:
        if section.xpath:
            found[section.xpath] = None
    found.update((item.xpath, item) for item in items)
    return found
