"""Views of one thing, one shown at a time: words in a row that goes on below where there is no room."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QWidget

from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow


class _Row(Flow):
    GAP = 2  # what is inside a tab keeps its words apart


class Tabs(QWidget):
    """Exclusive choice that wraps. options: (code, words) pairs; `chosen` says which by code."""

    chosen = Signal(str)

    def __init__(self, options: list[tuple[str, str]], name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        row = _Row(self)
        self._group = QButtonGroup(self)
        self._parts: dict[str, Button] = {}
        for code, words in options:
            part = Button(words, Look.FLAT, height=28)
            part.setCheckable(True)
            part.setAccessibleName(f"{name}: {words}")
            part.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            self._group.addButton(part)
            self._parts[code] = part
            row.addWidget(part)

    @property
    def value(self) -> str:
        """The code chosen now, ``""`` for none."""
        return next((code for code, part in self._parts.items() if part.isChecked()), "")

    def take_focus(self) -> None:
        """To the one that is chosen."""
        self._parts[self.value].setFocus(Qt.FocusReason.OtherFocusReason)

    def set_value(self, code: str) -> None:
        """Choose without saying so."""
        self._parts[code].setChecked(True)
