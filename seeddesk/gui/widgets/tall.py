"""A pane that stays whole: where there is less height than its parts need, as with large text, all of it scrolls."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QScrollArea, QVBoxLayout, QWidget

from seeddesk.gui import theme

LEAST = 120  # pixels at factor 1 of what scrolls by itself among the parts


def tall(pane: QWidget) -> tuple[QVBoxLayout, QVBoxLayout]:
    """The layout a pane's parts go into, which scrolls; and the pane's own, for what stays below."""
    outer = QVBoxLayout(pane)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    area = QScrollArea()
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    inner = _Inner()
    area.setWidget(inner)
    outer.addWidget(area, 1)
    return QVBoxLayout(inner), outer


def keep_readable(part: QAbstractScrollArea) -> None:
    """What scrolls by itself among the parts has some lines at least."""
    part.setMinimumHeight(theme.scaled(LEAST))


class _Inner(QWidget):
    """Holds the parts. It scrolls once there is less room than they need at least, not already when there is less than they would like."""

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("bare", "true")

    def heightForWidth(self, width: int) -> int:
        """What they need at least."""
        return self.layout().totalMinimumHeightForWidth(width)
