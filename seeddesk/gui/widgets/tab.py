"""A tab in a top bar: icon, word, count; the current one is underlined in accent."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.pressable import Pressable


class Tab(Pressable):
    """One of several views of a page."""

    def __init__(self, icon: str, word: str) -> None:
        super().__init__()
        self._icon, self._count = icon, 0
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(word)

    def show_count(self, count: int) -> None:
        """The number after the word."""
        self._count = count
        self.setAccessibleName(f"{self.text()}, {count}" if count else self.text())
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Icon, word, number."""
        words = QFontMetrics(theme.font("label")).horizontalAdvance(self.text())
        count = QFontMetrics(theme.font("hint")).horizontalAdvance(str(self._count)) + 8 if self._count else 0
        return QSize(words + count + 32 + theme.scaled(16), theme.scaled(55))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Accent says: you are here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        ink = theme.colour("accent" if on else "text" if self.underMouse() else "text2")
        side = theme.scaled(16)
        left = 20 + side
        icons.paint(painter, QRectF(12, (self.height() - side) / 2, side, side), self._icon, ink)
        font = theme.font("label" if on else "body")
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(QRectF(left, 0, self.width(), self.height()), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self._count:
            left += QFontMetrics(font).horizontalAdvance(self.text()) + 8
            painter.setFont(theme.font("hint"))
            painter.drawText(QRectF(left, 0, 60, self.height()), Qt.AlignmentFlag.AlignVCenter, str(self._count))
        if on:
            painter.fillRect(QRectF(0, self.height() - 2, self.width(), 2), theme.colour("accent"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(2, 8, -2, -8), 4, 4)
