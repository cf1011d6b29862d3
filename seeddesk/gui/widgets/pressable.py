"""The button under all of ours: what a screen reader, a voice or a switch does to it counts as a click."""

from __future__ import annotations

from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from seeddesk.gui.widgets.together import Together, stop_at


class Pressable(QAbstractButton):
    """A button that may be checkable. Assistive technology toggles a checkable button without clicking it; it is then `clicked` all the same.

    together: those among which keys lead on from it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.together: Together | None = None
        self._ours = False
        self.toggled.connect(self._heard)

    def setChecked(self, on: bool) -> None:
        """Show a state, which is no click."""
        self._ours, before = True, self._ours
        super().setChecked(on)
        self._ours = before

    def nextCheckState(self) -> None:
        """Part of a click."""
        self._ours, before = True, self._ours
        super().nextCheckState()
        self._ours = before

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Tab stops here from now on."""
        if self.together is not None:
            self.together.focused(self)
        super().focusInEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """On to another, or pressed."""
        if self.together is None or not self.together.key(self, event):
            super().keyPressEvent(event)

    def _heard(self, on: bool) -> None:
        group = self.group()
        one_of_several = group is not None and group.exclusive()
        if on and one_of_several:
            stop_at(group.buttons(), self)
        given_up = not on and one_of_several  # another of its group was chosen
        if not self._ours and not given_up:
            self.clicked[bool].emit(on)
