"""The search box: magnifier, words with tinted tokens, how many were found, clear."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QCoreApplication, QRectF, Qt, Signal
from PySide6.QtGui import QBrush, QFontMetrics, QInputMethodEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.button import Button, Look


class SearchBox(QLineEdit):
    """A line to search with. `entered`: Down was pressed, the list should take over."""

    entered = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(name)
        self.setMaximumWidth(theme.scaled(592))
        self._count = ""
        self._composing = False
        self._clear = Button("", Look.FLAT, "x", name=self.tr("Clear the search"), parent=self)
        self._clear.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clear.clicked.connect(self.clear)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 2, 0)
        row.addWidget(self._clear, 0, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._clear.hide()
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        self._margins()

    def show_count(self, words: str) -> None:
        """``23 of 787``, at the right inside the box."""
        self._count = words
        self._margins()
        self.update()

    def tint(self, pieces: Iterable[tuple[int, int, str, str]]) -> None:
        """Tint pieces of the text: start, length (as Qt counts), ground and ink, colour tokens. The text itself stays plain."""
        if self._composing:
            return  # the letters being composed have formats of their own
        from PySide6.QtGui import QTextCharFormat  # Qt makes a class when it is named: not before somebody types

        attributes = []
        for start, length, ground, ink in pieces:
            shape = QTextCharFormat()
            shape.setBackground(QBrush(theme.colour(ground)))
            shape.setForeground(QBrush(theme.colour(ink)))
            kind = QInputMethodEvent.AttributeType.TextFormat
            attributes.append(QInputMethodEvent.Attribute(kind, start - self.cursorPosition(), length, shape))
        # The one way to give the text of a line formats; nothing is typed by it.
        QCoreApplication.sendEvent(self, QInputMethodEvent("", attributes))

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:
        """Note whether letters are being composed."""
        self._composing = bool(event.preeditString())
        super().inputMethodEvent(event)

    def _beside(self) -> int:
        """What the button that clears takes."""
        return self._clear.sizeHint().width() + 10

    def _margins(self) -> None:
        right = QFontMetrics(theme.font("hint")).horizontalAdvance(self._count) + (self._beside() if self.text() else 8)
        self.setTextMargins(theme.scaled(28), 0, right, 0)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down goes to the list, Escape clears."""
        if event.key() == Qt.Key.Key_Down:
            self.entered.emit()
        elif event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The magnifier and the count."""
        super().paintEvent(event)
        painter = QPainter(self)
        side = theme.scaled(18)
        icons.paint(
            painter, QRectF(14, (self.height() - side) / 2, side, side), "magnifying-glass", theme.colour("text2")
        )
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text3"))
        box = QRectF(self.rect()).adjusted(0, 0, -(self._beside() - 2 if self.text() else 12), 0)
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count)
