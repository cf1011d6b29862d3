"""Two or three exclusive views or answers, side by side."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from seeddesk.gui import theme
from seeddesk.gui.widgets.button import Button
from seeddesk.gui.widgets.together import stop_at_chosen


class Segment(QWidget):
    """Exclusive choice. options: (code, words) pairs; `chosen` says which by code."""

    chosen = Signal(str)

    def __init__(
        self, options: list[tuple[str, str]], name: str, height: int = 32, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._parts: dict[str, _Part] = {}
        for number, (code, words) in enumerate(options):
            place = "first" if number == 0 else "last" if number == len(options) - 1 else "middle"
            part = _Part(words, place, height)
            part.setAccessibleName(f"{name}: {words}")
            part.clicked.connect(lambda _=False, code=code: self.chosen.emit(code))
            self._group.addButton(part)
            self._parts[code] = part
            row.addWidget(part, 1)

    @property
    def value(self) -> str:
        """The code chosen now, ``""`` for none."""
        return next((code for code, part in self._parts.items() if part.isChecked()), "")

    def set_value(self, code: str) -> None:
        """Choose without saying so."""
        self._group.setExclusive(False)
        for each, part in self._parts.items():
            part.setChecked(each == code)
        self._group.setExclusive(True)
        stop_at_chosen(list(self._parts.values()))

    def focus_part(self, reason: Qt.FocusReason) -> None:
        """Focus the chosen part, else the first."""
        parts = list(self._parts.values())
        next((part for part in parts if part.isChecked()), parts[0]).setFocus(reason)


class _Part(Button):
    def __init__(self, words: str, place: str, height: int) -> None:
        super().__init__(words, height=height)
        self._place = place
        self.setCheckable(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """Words with 12 px at each side."""
        return QSize(QFontMetrics(theme.font("label")).horizontalAdvance(self.text()) + 26, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Round only at the outer ends."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, 0.5 if self._place != "last" else -0.5, -0.5)
        path = QPainterPath()
        path.addRoundedRect(rect, 4, 4)
        square = QPainterPath()
        if self._place != "first":
            square.addRect(QRectF(rect.left(), rect.top(), 6, rect.height()))
        if self._place != "last":
            square.addRect(QRectF(rect.right() - 6, rect.top(), 6, rect.height()))
        fill = "sel" if on else "hover" if self.underMouse() else "base"
        painter.setPen(QPen(theme.colour("ctl"), 1))
        painter.setBrush(theme.colour(fill))
        painter.drawPath(path.united(square))
        painter.setFont(theme.font("label" if on else "body"))
        painter.setPen(theme.colour("accent" if on else "text2"))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())
