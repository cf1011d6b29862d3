"""Which questions an interview asks: those the form marks for it; where it marks none, those submission needs."""

from __future__ import annotations

from collections.abc import Iterator

from seeddesk.domain.form import Field, Group, Kind
from seeddesk.gui.editor.asking import Asking


def questions(asking: Asking) -> list[Field | Group]:
    """Questions and repeats in the form's order, relevant now or not."""
    form = asking.form
    marked = any(item.interview for item in (*form.fields.values(), *form.groups.values()))

    def wanted(item: Field | Group) -> bool:
        if marked:
            return item.interview
        return item.core if isinstance(item, Group) else asking.needed(item)

    def look(items: tuple[Field | Group, ...]) -> Iterator[Field | Group]:
        for item in items:
            if isinstance(item, Field):
                able = item.answered and not item.read_only and item.kind is not Kind.FILE
            elif item.repeat:
                able = item.shown and not item.count
            else:
                yield from look(item.items)
                continue
            if able and wanted(item):
                yield item

    return [item for section in form.sections for item in look(section.items)]


def every(items: tuple[Field | Group, ...]) -> Iterator[Field | Group]:
    """Items and all that stands in them."""
    for item in items:
        yield item
        if isinstance(item, Group):
            yield from every(item.items)
