"""A number between two ends: a slider with the number beside it, or stars. No answer is a state of its own: nothing stands on the line."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSlider, QVBoxLayout, QWidget

from seeddesk.domain.form import Field, Range
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.inputs import LineInput
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

MOST_STARS = 10
TICKS = 20  # steps up to which each is marked on the line


def steps_of(range_: Range) -> list[str]:
    """Every number a range offers, as canonical texts; at most ten thousand."""
    start, end, step = Decimal(range_.start), Decimal(range_.end), abs(Decimal(range_.step))
    if end < start:
        step = -step
    count = min(10_000, int((end - start) / step)) if step else 0
    return [f"{start + number * step:f}" for number in range(count + 1)]


class RangeInput(QWidget):
    """The slider and the number."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        assert field.range is not None
        self._field = field
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        row = QHBoxLayout()
        row.setSpacing(12)
        self.slider = Scale(steps_of(field.range))
        self.slider.setEnabled(not field.read_only)
        self.line = LineInput(field, asking)
        self.line.setFixedWidth(theme.scaled(96))
        self.line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._off = Button("", Look.FLAT, "x", name=self.tr("Take the answer back"))
        policy = self._off.sizePolicy()
        policy.setRetainSizeWhenHidden(True)  # the line keeps its length, answered or not
        self._off.setSizePolicy(policy)
        row.addWidget(self.slider, 1)
        row.addWidget(self.line)
        row.addWidget(self._off)
        column.addLayout(row)
        ends = QHBoxLayout()
        for text in (field.range.start, field.range.end):
            ends.addWidget(Text(asking.format(field, text), "hint", "text3"))
        ends.insertStretch(1, 1)
        ends.setContentsMargins(0, 0, theme.scaled(96 + 32) + 24, 0)
        column.addLayout(ends)
        self.slider.chosen.connect(self._slid)
        self.line.edited.connect(self._typed)
        self.line.left.connect(self.left)
        self._off.clicked.connect(lambda: self._slid(""))

    def show_value(self, value: Value) -> None:
        """Show without saying so."""
        self.slider.show_text(value if isinstance(value, str) else "")
        self.line.show_value(value)
        self._off.setVisible(value is not None and value is not NOT_KNOWN and not self._field.read_only)

    def _slid(self, text: str) -> None:
        value = text or None
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def _typed(self, value: Value) -> None:
        self.slider.show_text(value if isinstance(value, str) else "")
        self._off.setVisible(value is not None)
        self.edited.emit(value)

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the slider."""
        self.slider.setFocus(reason)

    def name(self, label: str) -> None:
        """Name both after the question."""
        self.slider.setAccessibleName(label)
        self.line.setAccessibleName(label)
        self._off.setAccessibleName(f"{label}: {self.tr('Take the answer back')}")


class Scale(QSlider):
    """The line with its handle; without one while there is no answer. `chosen`: a person put it somewhere (``""``: took it away)."""

    chosen = Signal(str)

    def __init__(self, steps: list[str]) -> None:
        super().__init__(Qt.Orientation.Horizontal)
        self._steps = steps
        self._empty = True
        self.setRange(0, max(0, len(steps) - 1))
        self.setPageStep(max(1, len(steps) // 10))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(theme.scaled(36))

    def show_text(self, text: str) -> None:
        """Put the handle where a number stands, at the nearest step; take it away for what is none."""
        try:
            wanted = Decimal(text)
        except InvalidOperation:
            self._empty = True
        else:
            self._empty = False
            near = min(range(len(self._steps)), key=lambda at: abs(Decimal(self._steps[at]) - wanted))
            self.setValue(near)
        self.setAccessibleDescription(self.tr("no answer") if self._empty else text)
        self.update()

    def _put(self, at: int) -> None:
        at = max(0, min(at, self.maximum()))
        if self._empty or at != self.value():
            self._empty = False
            self.setValue(at)
            self.chosen.emit(self._steps[at])
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows, Page and Home/End move; the first of them puts the handle on the line; Delete takes it away."""
        by = {
            Qt.Key.Key_Right: 1, Qt.Key.Key_Up: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Down: -1,
            Qt.Key.Key_PageUp: self.pageStep(), Qt.Key.Key_PageDown: -self.pageStep(),
        }  # fmt: skip
        key = Qt.Key(event.key())
        if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and not self._empty:
            self.chosen.emit("")
        elif key == Qt.Key.Key_Home:
            self._put(0)
        elif key == Qt.Key.Key_End:
            self._put(self.maximum())
        elif key in by and not event.modifiers() & Qt.KeyboardModifier.AltModifier:
            at = self.maximum() // 2 if self._empty else self.value() + by[key]
            self._put(at)
        else:
            event.ignore()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Pressed anywhere on the line."""
        self._put(self._at(event.position().x()))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Dragged."""
        if event.buttons() & Qt.MouseButton.LeftButton:
            self._put(self._at(event.position().x()))

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page."""
        event.ignore()

    def _x(self, at: int) -> float:
        return 10 + (self.width() - 20) * at / max(1, self.maximum())

    def _at(self, x: float) -> int:
        return round((x - 10) / max(1, self.width() - 20) * self.maximum())

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, what is chosen of it, the steps where they are few, the handle."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        y = self.height() / 2
        line = QPen(theme.colour("ctl"), 2)
        if self._empty:
            line.setStyle(Qt.PenStyle.DashLine)
        painter.setPen(line)
        painter.drawLine(QPointF(10, y), QPointF(self.width() - 10, y))
        if len(self._steps) <= TICKS:
            painter.setPen(QPen(theme.colour("ctl"), 1))
            for at in range(len(self._steps)):
                painter.drawLine(QPointF(self._x(at), y + 6), QPointF(self._x(at), y + 10))
        if not self._empty:
            x = self._x(self.value())
            painter.setPen(QPen(theme.colour("accent"), 3))
            painter.drawLine(QPointF(10, y), QPointF(x, y))
            painter.setBrush(theme.colour("accent" if self.isEnabled() else "ctl"))
            painter.setPen(QPen(theme.colour("base"), 2))
            painter.drawEllipse(QPointF(x, y), 8, 8)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 4, -1, -4), 4, 4)


class StarsInput(QWidget):
    """A range shown as stars; pressing the chosen one again takes the answer back."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        assert field.range is not None
        self._steps = steps_of(field.range)
        self._value: Value = None
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.stars: list[Button] = []
        for text in self._steps:
            star = _Star(asking.format(field, text))
            star.setEnabled(not field.read_only)
            star.clicked.connect(lambda _=False, text=text: self._pressed(text))
            row.addWidget(star)
            self.stars.append(star)
        self._said = Text("", "body", "text2")
        row.addSpacing(8)
        row.addWidget(self._said)
        row.addStretch(1)

    def show_value(self, value: Value) -> None:
        """Fill the stars up to the answer, without saying so."""
        self._value = value
        at = self._steps.index(value) if isinstance(value, str) and value in self._steps else -1
        for number, star in enumerate(self.stars):
            star.set_icon("star-fill" if number <= at else "star")
            star.setProperty("lit", number <= at)
        self._said.setText(f"{self.stars[at].accessibleName()} / {self.stars[-1].accessibleName()}" if at >= 0 else "")

    def _pressed(self, text: str) -> None:
        value = None if text == self._value else text
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the last star filled, else the first."""
        at = self._steps.index(self._value) if isinstance(self._value, str) and self._value in self._steps else 0
        self.stars[at].setFocus(reason)

    def name(self, label: str) -> None:
        """Name every star after the question."""
        for star in self.stars:
            star.setAccessibleDescription(label)


class _Star(Button):
    def __init__(self, name: str) -> None:
        super().__init__("", Look.LINK, "star", name=name, height=36)

    def sizeHint(self) -> QSize:
        """Square."""
        side = theme.scaled(36)
        return QSize(side, side)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows go along the stars."""
        step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()))
        if step is None or event.modifiers():
            super().keyPressEvent(event)
        else:
            self.focusNextPrevChild(step > 0)
