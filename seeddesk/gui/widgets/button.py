"""Buttons, painted by hand so that focus, keys and states look as the theme says on every system."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFocusEvent, QFont, QFontMetrics, QKeySequence, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget
from shiboken6 import isValid

from seeddesk.gui import icons, theme
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.pressable import Pressable

_ARROWS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→"}


class Look(Enum):
    """How loud a button is. One PRIMARY per page."""

    PRIMARY = "primary"
    PLAIN = "plain"
    FLAT = "flat"
    LINK = "link"
    DANGER = "danger"


def key_text(key: str) -> str:
    """``Ctrl+N`` -> the system's spelling with spaces, in the person's language; arrows as they stand on the keys."""
    held, _, last = key.rpartition("+")
    if last in _ARROWS:
        return f"{key_text(held)} {_ARROWS[last]}".lstrip()
    if key in ("", "Alt"):  # of a modifier by itself Qt makes nothing
        return key
    said = QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
    return said[:-1].replace("+", " ") + said[-1:]  # the last + is a key


class Button(Pressable):
    """A button with words, maybe an icon before them and a key after them.

    key: a key sequence that is only shown here; the page owns the shortcut · height: 32, or 40 in an action bar. A LINK stands flush with the text
    above it, without padding, and is underlined under the pointer.
    """

    RING = "accent"  # the ink of its focus ring

    def __init__(
        self,
        text: str = "",
        look: Look = Look.PLAIN,
        icon: str = "",
        key: str = "",
        name: str = "",
        height: int = 32,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setText(text)
        self._look, self._icon, self._key, self._height = (
            look,
            icon,
            key_text(key) if key and theme.roomy() else "",
            height,
        )
        self._ring: _Ring | None = None
        self._forbidden = False
        self.badge = ""
        self.setAccessibleName(name or text)
        if name and not text:
            self.setToolTip(plain(f"{name} ({key_text(key)})" if key else name))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setFont(theme.font("label" if look in (Look.PRIMARY, Look.LINK) else "body"))

    def setText(self, text: str) -> None:
        """Other words; an ampersand stands for itself."""
        super().setText(text)
        if text:
            self.setAccessibleName(text)
        self.updateGeometry()
        self.update()

    def forbid(self, reason: str) -> None:
        """Never to be pressed, whatever else happens on the page; the reason is its tooltip."""
        self.setEnabled(False)
        self._forbidden = True
        self.setToolTip(plain(reason))
        self.setAccessibleDescription(reason)

    def setEnabled(self, on: bool) -> None:
        """Can be pressed, unless that is forbidden for good."""
        super().setEnabled(on and not self._forbidden)

    @property
    def icon_name(self) -> str:
        """Its picture; "" for none."""
        return self._icon

    def set_icon(self, name: str) -> None:
        """Another icon."""
        self._icon = name
        self.update()

    def set_look(self, look: Look) -> None:
        """Louder or quieter."""
        self._look = look
        self.setFont(theme.font("label" if look in (Look.PRIMARY, Look.LINK) else "body"))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for icon, words and key."""
        width = 0
        if self.text():
            font = QFont(self.font())
            if self._look is not Look.FLAT or self.isCheckable():
                font.setWeight(QFont.Weight.DemiBold)  # as it is painted where it is checked: choosing moves nothing
            width += QFontMetrics(font).horizontalAdvance(self.text()) + 2
        if self._icon:
            width += theme.scaled(16) + (8 if self.text() else 0)
        if self._key:
            width += 8 + self._key_width()
        if self.badge:
            width += 6 + QFontMetrics(theme.font("hint")).horizontalAdvance(self.badge)
        padding = 8 if self._look is Look.FLAT or not self.text() else 0 if self._look is Look.LINK else 16
        return QSize(width + 2 * padding, max(theme.scaled(self._height), self.fontMetrics().height() + 10))

    def minimumSizeHint(self) -> QSize:
        """Never cut."""
        return self.sizeHint()

    def _key_width(self) -> int:
        return QFontMetrics(theme.font("hint")).horizontalAdvance(self._key) + 12

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        """Fill, border and ink of the state."""
        over, down = self.underMouse() and self.isEnabled(), self.isDown()
        if not self.isEnabled():
            boxed = self._look in (Look.PRIMARY, Look.PLAIN, Look.DANGER)
            return (
                theme.colour("sunken") if boxed else None,
                theme.colour("track") if boxed else None,  # in high contrast `line` is what a button that works has
                theme.colour("text3"),
            )
        if self._look is Look.PRIMARY:
            fill = "accent_pressed" if down else "accent_hover" if over else "accent"
            return theme.colour(fill), None, theme.colour("on_accent")
        if self.isChecked():
            return theme.colour("sel"), theme.colour("accent"), theme.colour("accent")
        fill = theme.colour("sunken" if down else "hover") if over or down else None
        if self._look is Look.PLAIN:
            return fill or theme.colour("base"), theme.colour("ctl"), theme.colour("text")
        if self._look is Look.DANGER:
            return fill or theme.colour("base"), theme.colour("bad"), theme.colour("bad")
        if self._look is Look.LINK:
            return None if self.text() else fill, None, theme.colour("accent")
        return fill, None, theme.colour("text2")

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the state."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        fill, border, ink = self._colours()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(border, 1) if border else Qt.PenStyle.NoPen)
        if fill or border:
            painter.setBrush(fill or Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect, 4, 4)
        side = theme.scaled(16)
        words = QFontMetrics(self.font()).horizontalAdvance(self.text()) if self.text() else 0
        width = (
            words
            + (side + (8 if self.text() else 0) if self._icon else 0)
            + (8 + self._key_width() if self._key else 0)
        )
        badge = QFontMetrics(theme.font("hint")).horizontalAdvance(self.badge) if self.badge else 0
        width += badge + 6 if badge else 0
        x = (self.width() - width) / 2
        if self._icon:
            icons.paint(painter, QRectF(x, (self.height() - side) / 2, side, side), self._icon, ink)
            x += side + 8
        font = QFont(self.font())
        font.setUnderline(self._look is Look.LINK and self.underMouse() and self.isEnabled())
        painter.setFont(font)
        painter.setPen(ink)
        painter.drawText(
            QRectF(x, 0, words + 4, self.height()),
            Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft,
            self.text(),
        )
        x += words
        if badge:
            painter.setFont(theme.font("hint"))
            painter.drawText(QRectF(x + 6, 0, badge + 4, self.height()), Qt.AlignmentFlag.AlignVCenter, self.badge)
        if self._key:
            self._paint_key(painter, x + 8, ink)

    def _paint_key(self, painter: QPainter, x: float, ink: QColor) -> None:
        height = QFontMetrics(theme.font("hint")).height() + 2
        box = QRectF(round(x) + 0.5, (self.height() - height) // 2 + 0.5, self._key_width() - 1, height)
        loud = self._look is Look.PRIMARY and self.isEnabled()
        painter.setPen(QPen(ink if loud else theme.colour("line"), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush if loud else theme.colour("window"))
        painter.drawRoundedRect(box, 3, 3)
        painter.setFont(theme.font("hint"))
        painter.setPen(ink if loud else theme.colour("text2"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, self._key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show the ring when the keyboard brought the focus."""
        super().focusInEvent(event)
        if event.reason() in (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.ShortcutFocusReason,
        ):
            self._ring = _Ring(self)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        if self._ring is not None:
            self._ring.hide()
            self._ring.deleteLater()
            self._ring = None

    def keyPressEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """Enter presses, as Space does."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
        else:
            super().keyPressEvent(event)


class _Ring(QWidget):
    """The focus ring: 2 px of accent, 2 px away from the button, over everything."""

    def __init__(self, button: Button) -> None:
        super().__init__(button.parentWidget() or button)
        self._button = button
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        button.installEventFilter(self)
        # A button that goes with what it stands in hears of no focus that it loses.
        button.destroyed.connect(self.deleteLater)
        while (
            not self._fits() and not self.parentWidget().isWindow()
        ):  # a button flush with an edge: whoever has the room
            self.parentWidget().installEventFilter(self)
            self.setParent(self.parentWidget().parentWidget())
        self._follow()
        self.show()
        self.raise_()

    def _around(self) -> QRect:
        corner = self._button.mapTo(self.parentWidget(), QPoint(0, 0))
        return QRect(corner, self._button.size()).adjusted(-4, -4, 4, 4)

    def _fits(self) -> bool:
        return self.parentWidget().rect().contains(self._around())

    def _follow(self) -> None:
        self.setGeometry(self._around())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay around the button."""
        if event.type() in (QEvent.Type.Move, QEvent.Type.Resize):
            if isValid(self._button):
                self._follow()
        elif event.type() == QEvent.Type.Hide and watched is self._button:
            self.hide()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the ring."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.colour(self._button.RING), 2))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 6, 6)
