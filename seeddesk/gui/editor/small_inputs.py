"""Inputs that need few words: an acknowledgement, two or three answers side by side, points on the earth."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from seeddesk.domain.form import ACKNOWLEDGED, Choice, Field
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.inputs import LineInput, LongInput
from seeddesk.gui.widgets.check import CheckRow
from seeddesk.gui.widgets.segment import Segment
from seeddesk.gui.widgets.text import Text

POINT, TRACE, SHAPE = "geopoint", "geotrace", "geoshape"


class TickInput(QWidget):
    """A tick that says: read and agreed."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        self.tick = CheckRow(self.tr("OK"))
        self.tick.setEnabled(not field.read_only)
        self.tick.clicked.connect(self._pressed)
        row.addWidget(self.tick)

    def show_value(self, value: Value) -> None:
        """Tick without saying so."""
        self.tick.setChecked(value == ACKNOWLEDGED)

    def _pressed(self, on: bool) -> None:
        self.edited.emit(ACKNOWLEDGED if on else None)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the tick."""
        self.tick.setFocus(reason)

    def name(self, label: str) -> None:
        """Name it after the question."""
        self.tick.setAccessibleName(f"{label}: {self.tick.text()}")


class SegmentInput(QWidget):
    """Two or three short answers side by side; pressing the chosen one again empties."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking, choices: Sequence[Choice]) -> None:
        super().__init__()
        self._value: Value = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        label = asking.words(path, field.label, field.template)
        words = [(each.name, asking.words(path, each.label, each.name)) for each in choices]
        self._segment = Segment(words, label, 36)
        self._segment.setEnabled(not field.read_only)
        self._segment.chosen.connect(self._chosen)
        row.addWidget(self._segment)
        row.addStretch(1)

    def show_value(self, value: Value) -> None:
        """Show without saying so."""
        self._value = value
        self._segment.set_value(value if isinstance(value, str) else "")

    def _chosen(self, code: str) -> None:
        value = None if code == self._value else code
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chosen one, else the first. It shows that it has the focus whoever brought it, as a line shows its caret."""
        brought = reason is Qt.FocusReason.OtherFocusReason
        self._segment.focus_part(Qt.FocusReason.ShortcutFocusReason if brought else reason)


class GeoInput(QWidget):
    """A point as one line, a trace or an area as one line for each point: latitude, longitude, and if known altitude and accuracy in metres."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self._kind = field.data_type
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.line = LineInput(field, asking) if self._kind == POINT else _Points(field, asking)
        column.addWidget(self.line)
        self._said = Text(self._help(), "hint", "text3", wrap=True)
        column.addWidget(self._said)
        self.line.edited.connect(self._typed)
        self.line.left.connect(self.left)

    def _help(self) -> str:
        if self._kind == POINT:
            return self.tr(
                "Latitude and longitude, as in 45.0703 7.6869; after them altitude and accuracy in metres, if known."
            )
        if self._kind == SHAPE:
            return self.tr(
                "One point a line, as in 45.0703 7.6869; the last one is the first again, so that the area closes."
            )
        return self.tr("One point a line, as in 45.0703 7.6869, in the order they were walked.")

    def show_value(self, value: Value) -> None:
        """Show without saying so."""
        self.line.show_value(value)
        self._count(value)

    def _typed(self, value: Value) -> None:
        self._count(value)
        self.edited.emit(value)

    def _count(self, value: Value) -> None:
        many = len([point for point in value.split(";") if point.strip()]) if isinstance(value, str) else 0
        self._said.setText(self.tr("%n point(s)", "", many) if self._kind != POINT and many else self._help())

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the text."""
        self.line.setFocus(reason)


class _Points(LongInput):
    """Points, one a line; kept as the standard writes them, parted by semicolons."""

    def text_of(self, value: Value) -> str:
        """One a line. What is typed stays as it stands while it means the same."""
        if not isinstance(value, str) or value is NOT_KNOWN:
            return ""
        shown = self.toPlainText()
        return shown if self.value_of(clean_text(shown)) == value else "\n".join(map(str.strip, value.split(";")))

    def value_of(self, text: str) -> Value:
        """The points that are there."""
        points = [
            point for line in text.replace(";", "\n").split("\n") if (point := " ".join(line.replace(",", " ").split()))
        ]
        return "; ".join(points) or None
