"""A tick box whose whole row is the target: box, maybe a status shape, words, maybe a count at the right, or a word behind them."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from seeddesk.gui import shapes, theme
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.pressable import Pressable


class CheckRow(Pressable):
    """A row to tick. status: a workflow code whose shape stands before the words · tint: a ticked row is tinted · round: one of several ·
    wraps: words too long for one line go on in the next, instead of being cut."""

    def __init__(
        self,
        text: str,
        count: str = "",
        status: str = "",
        tint: bool = False,
        round_: bool = False,
        wraps: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._count, self._status, self._tint, self._round = count, status, tint, round_
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self._wraps = wraps
        self._word = ""
        self._aside: QWidget | None = None
        self._measured: dict[
            tuple[str, int, int], int
        ] = {}  # text, type size, width -> height; -1 -> width of the words
        high = QSizePolicy.Policy.Minimum if wraps else QSizePolicy.Policy.Fixed
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, high)
        policy.setHeightForWidth(wraps)
        self.setSizePolicy(policy)
        self._name()

    def show_count(self, count: str) -> None:
        """Another number at the right."""
        if count != self._count:
            self._count = count
            self._name()
            self.update()

    def show_word(self, word: str) -> None:
        """What is said of it, behind its words."""
        if word != self._word:
            self._word = word
            self._name()
            self.updateGeometry()
            self.update()

    def put_aside(self, widget: QWidget, shown: bool = True) -> None:
        """Something that is pressed for itself, behind the words. No layout holds it: Qt would ask that, not us, how high the row is."""
        self._aside = widget
        widget.setParent(self)
        widget.setVisible(shown)
        self._place_aside()
        self.updateGeometry()
        self.update()

    def _place_aside(self) -> None:
        if self._aside is not None:
            size = self._aside.sizeHint()
            self._aside.setGeometry(
                self._behind(size.width()), (self.height() - size.height()) // 2, size.width(), size.height()
            )

    def _behind(self, wide: int) -> int:
        """Where something so wide stands: 12 px behind the words, at the right where they take more than a line."""
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text())
        return min(16 + theme.scaled(16) + words + 12, self.width() - wide - 8)

    def _beside(self) -> int:
        """What the words leave free at the right."""
        if self._aside is not None and not self._aside.isHidden():
            return self._aside.sizeHint().width() + 20
        if self._word:
            return QFontMetrics(theme.font("hint")).horizontalAdvance(self._word) + 20
        count = QFontMetrics(theme.font("hint")).horizontalAdvance(self._count)
        return count + 16 if count else 4

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What stands at the right stays there."""
        super().resizeEvent(event)
        self._place_aside()

    def _name(self) -> None:
        self.setAccessibleName(", ".join(filter(None, (self.text(), self._count, self._word))))

    def sizeHint(self) -> QSize:
        """28 px high at factor 1."""
        asked = (self.text(), theme.scaled(1000), -1)
        if asked not in self._measured:
            self._measured[asked] = QFontMetrics(theme.font("body")).horizontalAdvance(self.text())
        wide = self._measured[asked] + 24 + theme.scaled(16) + (8 + theme.scaled(14) if self._status else 0)
        return QSize(wide, max(theme.scaled(28), self.fontMetrics().height() + 6))

    def hasHeightForWidth(self) -> bool:
        """Where the words wrap."""
        return self._wraps

    def heightForWidth(self, width: int) -> int:
        """As many lines as the words take."""
        if not self._wraps:
            return -1
        # The mark and 8 px at either side of it before the words.
        room = max(40, width - 16 - theme.scaled(16) - self._beside())
        asked = (self.text(), theme.scaled(1000), room)
        if asked not in self._measured:
            words = QFontMetrics(theme.font("body")).boundingRect(0, 0, room, 9999, _WRAP, self.text())
            self._measured[asked] = max(self.sizeHint().height(), words.height() + theme.scaled(8))
        return self._measured[asked]

    def minimumSizeHint(self) -> QSize:
        """The words may be cut."""
        return QSize(80, self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        rect = QRectF(self.rect())
        if (on and self._tint) or self.underMouse():
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("sel" if on and self._tint else "hover"))
            painter.drawRoundedRect(rect, 4, 4)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 4, 4)
        side, shape = theme.scaled(16), theme.scaled(14)
        paint_mark(painter, QRectF(8, (rect.height() - side) / 2, side, side), on, self._round)
        left = 16.0 + side
        if self._status:
            shapes.status(painter, QRectF(left, (rect.height() - shape) / 2, shape, shape), self._status)
            left += 8 + shape
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(
            rect.adjusted(0, 0, -8, 0), Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, self._count
        )
        if self._word:
            wide = QFontMetrics(theme.font("hint")).horizontalAdvance(self._word)
            painter.setPen(theme.colour("text2"))
            middle = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(rect.adjusted(self._behind(wide), 0, 0, 0), middle, self._word)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text" if self.isEnabled() else "text3"))
        room = rect.width() - left - self._beside()
        if self._wraps:
            painter.drawText(QRectF(left, 0, room, rect.height()), _WRAP, self.text())
            return
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, int(room))
        self.setToolTip(plain(self.text()) if words != self.text() else "")
        painter.drawText(
            QRectF(left, 0, room + 2, rect.height()), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, words
        )


_WRAP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap)


def paint_mark(painter: QPainter, box: QRectF, on: bool, round_: bool) -> None:
    """The circle of one choice, or the box of a tick, 16 px wide at factor 1."""
    by = box.width() / 16
    painter.setPen(QPen(theme.colour("accent" if on else "ctl"), 1))
    painter.setBrush(theme.colour("accent" if on else "base"))
    inner = box.adjusted(0.5, 0.5, -0.5, -0.5)
    if round_:
        painter.drawEllipse(inner)
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("on_accent"))
            painter.drawEllipse(box.center(), 3 * by, 3 * by)
        return
    painter.drawRoundedRect(inner, 3, 3)
    if on:
        painter.setPen(QPen(theme.colour("on_accent"), 1.6 * by))
        middle = box.center()
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPolyline(QPolygonF([middle + QPointF(*at) * by for at in ((-4, 0), (-1.3, 2.8), (4, -2.8))]))
