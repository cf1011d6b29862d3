"""Tab goes as one reads: what was made later (a row that was added) comes where it stands, not at the end."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLayout, QWidget


def follow(page: QWidget, before: QWidget | None = None) -> None:
    """Set the order of everything on a page that Tab can reach to that of its layouts. before: what it comes
    right behind."""
    for widget in _read(page.layout()):
        # Of what belongs together (`widgets.together`) Tab stops at one part, now at this one, then at that: all have their place.
        if widget.focusPolicy() != Qt.FocusPolicy.NoFocus and widget.focusProxy() is None:
            if before is not None:
                QWidget.setTabOrder(before, widget)
            before = widget


def _read(layout: QLayout | None) -> Iterator[QWidget]:
    """All parts in the order in which they are read, each before what stands in it."""
    for number in range(layout.count() if layout is not None else 0):
        assert layout is not None
        item = layout.itemAt(number)
        widget = item.widget()
        if widget is not None:
            yield widget
            yield from _read(widget.layout())
        else:
            yield from _read(item.layout())
