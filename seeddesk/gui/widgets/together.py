"""Buttons that belong together: Tab stops among them once, arrows go from one to the next, letters to the one that is meant.

A section of the form has some seventy tick boxes; with a stop at each, nobody gets past them with Tab. Qt does this for buttons of which one is
chosen (`QButtonGroup`), but leaves the stop at whichever was last told its state: `stop_at_chosen` sets it right.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget

from seeddesk.domain.query import fold_text

if TYPE_CHECKING:
    from seeddesk.gui.widgets.pressable import Pressable

PAUSE = 1.0  # seconds without a letter after which the next one begins a new word
WAYS = {Qt.Key.Key_Up: (0, -1), Qt.Key.Key_Down: (0, 1), Qt.Key.Key_Left: (-1, 0), Qt.Key.Key_Right: (1, 0)}
MOVES = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
MOVING = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
HELD = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier


def stop_at(parts: Sequence[QAbstractButton], stop: QAbstractButton | None) -> None:
    """Have Tab stop at one of these alone."""
    for part in parts:
        policy = part.focusPolicy()
        tab = Qt.FocusPolicy.TabFocus
        part.setFocusPolicy(policy | tab if part is stop else policy & ~tab)


def stop_at_chosen(parts: Sequence[QAbstractButton]) -> None:
    """Have Tab stop at the chosen one, else at the first."""
    stop_at(parts, _chosen(parts))


def _chosen(parts: Sequence[QAbstractButton]) -> QAbstractButton | None:
    return next((part for part in parts if part.isChecked()), parts[0] if parts else None)


class Together:
    """Keys for buttons that are pressed each for itself. They must stand in one widget, and in no `QButtonGroup`.

    The buttons say what happens to them: a filter would hear all their events, some ten for each as a page of them is shown."""

    def __init__(self, moved: Callable[[QWidget, int], bool] | None = None) -> None:
        self._parts: list[Pressable] = []
        self._moved = moved  # Alt Shift and an arrow on a part: up -1, down 1; whether that means anything there
        self._typed, self._when = "", 0.0

    def take(self, parts: Sequence[Pressable]) -> None:
        """These, in the order in which they are read, in place of those before."""
        for part in parts:
            part.together = self
        self._parts = list(parts)
        shown = [part for part in parts if not part.isHidden()]
        stop = next((part for part in shown if part.hasFocus()), None)
        stop_at(parts, stop or _chosen(shown))

    def focused(self, part: Pressable) -> None:
        """The stop follows the focus."""
        if part in self._parts:
            stop_at(self._parts, part)

    def key(self, part: Pressable, event: QKeyEvent) -> bool:
        """Arrows and letters move the focus; whether this key did."""
        if part not in self._parts:
            return False
        if event.modifiers() & MOVING == MOVING and event.key() in MOVES and self._moved is not None:
            return self._moved(part, MOVES[Qt.Key(event.key())])
        if event.modifiers() & HELD:
            return False
        there = self._meant(part, event)
        if there is None:
            return False
        there.setFocus(Qt.FocusReason.TabFocusReason)
        _bring_in_sight(there)
        return True

    def _meant(self, part: QAbstractButton, event: QKeyEvent) -> QAbstractButton | None:
        """Where a key leads from a part; itself where there is nothing that way, none if the key is not for us."""
        open_ = [each for each in self._parts if each.isEnabled() and not each.isHidden()]
        key = Qt.Key(event.key())
        if key in WAYS:
            return _beside(part, open_, QPoint(*WAYS[key])) or part
        if key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            return open_[0 if key == Qt.Key.Key_Home else -1]
        return self._called(part, open_, event.text()) if event.text().isalnum() else None

    def _called(self, part: QAbstractButton, among: list[QAbstractButton], letter: str) -> QAbstractButton:
        """The next one in which a word begins with the letters typed without a pause."""
        now = time.monotonic()
        begun = now - self._when < PAUSE
        self._typed, self._when = (self._typed if begun else "") + fold_text(letter), now
        at = among.index(part) + (0 if begun else 1)  # the first letter leads on, the others narrow down
        for each in (*among[at:], *among[:at]):
            if f" {self._typed}" in f" {fold_text(each.text())}".replace("'", " ").replace("(", " "):
                return each
        return part


def _beside(part: QAbstractButton, among: Sequence[QAbstractButton], way: QPoint) -> QAbstractButton | None:
    """The nearest one in a direction, rather straight on than close."""
    here = part.geometry().center()

    def away(other: QAbstractButton) -> tuple[int, int]:
        by = other.geometry().center() - here
        return QPoint.dotProduct(by, way), abs(by.x() * way.y()) + abs(by.y() * way.x())

    ahead = [(*away(other), other) for other in among if other is not part]
    fitting = [(across * 4 + on, other) for on, across, other in ahead if on > 0 and across <= on + part.width()]
    return min(fitting, key=lambda each: each[0])[1] if fitting else None


def _bring_in_sight(part: QWidget) -> None:
    """Scroll the page to it, as Tab does."""
    above = part.parentWidget()
    while above is not None and not isinstance(above, QScrollArea):
        above = above.parentWidget()
    if above is not None:
        above.ensureWidgetVisible(part)
