"""What a card of a repeat is moved by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame

from seeddesk.gui import icons, theme

if TYPE_CHECKING:
    from seeddesk.gui.editor.cards import Card


class Handle(QAbstractButton):
    """Six dots: drag them, or press the arrow keys on them. `moved` says by how many places."""

    moved = Signal(int)

    def __init__(self, card: Card) -> None:
        super().__init__()
        self._card, self._by, self._line = card, 0, None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.SizeVerCursor)
        self.setToolTip(self.tr("Drag to move; Alt Shift and the arrows do it too"))
        self.setFixedSize(theme.scaled(24), theme.scaled(32))

    def _cards(self) -> list[Card]:
        box = self._card.parentWidget()
        cards = box.findChildren(type(self._card), options=Qt.FindChildOption.FindDirectChildrenOnly)
        return sorted((each for each in cards if not each.isHidden()), key=lambda each: each.y())

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show where the card would go."""
        cards = self._cards()
        at = cards.index(self._card)
        y = self._card.mapToParent(self.mapTo(self._card, event.position().toPoint())).y()
        above = sum(each.y() + each.height() / 2 < y for each in cards if each is not self._card)
        self._by = above - at
        if self._line is None:
            self._line = QFrame(self._card.parentWidget())
            self.destroyed.connect(self._line.deleteLater)  # the row may go while it is dragged
            self._line.setStyleSheet(f"background: {theme.colour('accent').name()}; border: 0")
        others = [each for each in cards if each is not self._card]
        edge = others[above].y() - 5 if above < len(others) else others[-1].geometry().bottom() + 3 if others else 0
        self._line.setGeometry(0, edge, self._card.width(), 2)
        self._line.setVisible(bool(self._by))
        self._line.raise_()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Let go."""
        super().mouseReleaseEvent(event)
        if self._line is not None:
            self._line.deleteLater()
            self._line = None
        by, self._by = self._by, 0
        if by:
            self.moved.emit(by)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down move."""
        by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(event.key())
        if by is None:
            super().keyPressEvent(event)
        else:
            self.moved.emit(by)

    def sizeHint(self) -> QSize:
        """24 px at factor 1."""
        return self.size()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The dots."""
        painter = QPainter(self)
        side = theme.scaled(16)
        box = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        ink = "accent" if self.hasFocus() or self.underMouse() else "text2"
        icons.paint(painter, box, "dots-six-vertical", theme.colour(ink))
        if self.hasFocus():
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
