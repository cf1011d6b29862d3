"""What stands in the frame when the catalogue cannot be opened: the sentence, and another catalogue to choose."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from seeddesk.gui.widgets.text import Text


class CannotOpen(QWidget):
    """Says why there is no catalogue."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(64, 64, 64, 64)
        column.setSpacing(12)
        column.addWidget(Text(self.tr("The catalogue cannot be opened"), "display", wrap=True))
        column.addWidget(Text(words, "long", "text2", wrap=True))
        column.addStretch(1)
