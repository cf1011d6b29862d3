"""What stands where there is nothing to show yet: why, and the ways on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.text import Text


class Nothing(QWidget):
    """An icon, a title, a sentence, and the buttons that lead on, in the middle of the page."""

    def __init__(self, icon: str, title: str, words: str, *ways: Button, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 64, 64, 64)
        column.setSpacing(12)
        column.addStretch(2)
        column.addWidget(Mark(icon, 28), 0, Qt.AlignmentFlag.AlignHCenter)
        for part in (Text(title, "display", wrap=True), Text(words, "long", "text2", wrap=True)):
            part.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(part)
        column.addSpacing(8)
        line = QHBoxLayout()
        line.setSpacing(12)
        line.addStretch(1)
        for way in ways:
            line.addWidget(way)
        line.addStretch(1)
        column.addLayout(line)
        column.addStretch(3)
