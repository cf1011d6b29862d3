"""How a page speaks: the banner inside it, and the toast that passes and takes back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QKeySequence, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QHBoxLayout, QSizePolicy, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text

_KINDS = {
    "info": ("accent", "window", "eye"),
    "warn": ("warn", "warn_bg", "warning"),
    "bad": ("bad", "bad_bg", "warning-circle"),
    "ok": ("ok", "ok_bg", "check"),
    "conf": ("conf", "conf_bg", "arrows-split"),
}


def announce(widget: QWidget) -> None:
    """Have assistive technology read a message that appeared by itself."""
    from PySide6.QtGui import (  # Qt makes a class when it is named, and a start names enough
        QAccessible,
        QAccessibleEvent,
    )

    QAccessible.updateAccessibility(QAccessibleEvent(widget, QAccessible.Event.Alert))


class Banner(QWidget):
    """One bold sentence, one plain, maybe actions; below one another where there is no room beside. kind: info, warn, bad, ok or conf. Hidden until it
    has something to say."""

    OFFERS = True  # its buttons, to the command palette

    ROOM = 200  # px at factor 1 that a sentence of several lines has at least

    acted = Signal()
    closed = Signal()

    def __init__(self, closable: bool = True, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kind = "info"
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(48), 8, 12, 8)
        row.setSpacing(8)
        self._words = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._words.setSpacing(8)
        self._ways = QHBoxLayout()
        self._ways.setSpacing(8)
        self._bold = Text(role="label", wrap=False)
        self._plain = Text(wrap=True)
        self._act = Button("", Look.LINK)
        self._act.clicked.connect(self.acted)
        self._close = Button("", Look.FLAT, "x", name=self.tr("Close this message"))
        self._close.clicked.connect(self.hide)
        self._close.clicked.connect(self.closed)
        self.more: list[Button] = []
        self._row = row
        self._words.addWidget(self._bold)
        self._words.addWidget(self._plain, 1)
        self._ways.addWidget(self._act)
        self._ways.addWidget(self._close)
        row.addLayout(self._words, 1)
        row.addLayout(self._ways)
        row.setAlignment(self._ways, Qt.AlignmentFlag.AlignLeft)
        self._close.setVisible(closable)
        self.hide()

    def say(
        self,
        kind: str,
        bold: str,
        plain: str = "",
        action: str = "",
        do: Callable[[], None] | None = None,
        more: Sequence[tuple[str, Callable[[], None]]] = (),
        aloud: bool = True,
    ) -> None:
        """Show a message; `do` runs when its action is pressed. more: other ways on, each with its words · aloud: assistive technology reads it."""
        self._kind = kind
        self._bold.setText(bold)
        self._bold.setVisible(bool(bold))
        self._plain.setText(plain)
        self._act.setVisible(bool(action))
        self._act.setText(action)
        self.acted.disconnect() if self.receivers("2acted()") else None
        if do is not None:
            self.acted.connect(do)
        for button in self.more:
            button.hide()
            button.deleteLater()
        self.more = [Button(words, Look.LINK) for words, _ in more]
        for place, (button, (_, does)) in enumerate(zip(self.more, more, strict=True)):
            button.clicked.connect(lambda _=False, does=does: does())
            self._ways.insertWidget(self._ways.indexOf(self._act) + 1 + place, button)
        self.setAccessibleName(f"{bold} {plain}".strip())
        self._arrange()
        self.show()
        self.update()
        if aloud:
            announce(self)

    @property
    def words(self) -> str:
        """What it says now."""
        return f"{self._bold.text()} {self._plain.text()}".strip()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where it would need a second line the plain sentence goes below the bold one; in a narrow pane, or with large text, the ways on go below both."""
        super().resizeEvent(event)
        self._arrange()

    def _arrange(self) -> None:
        margins, least = self._row.contentsMargins(), theme.scaled(self.ROOM)
        room = self.width() - margins.left() - margins.right()
        beside = room - self._ways.sizeHint().width() - 8
        bold = 0 if self._bold.isHidden() else self._bold.fontMetrics().horizontalAdvance(self._bold.text()) + 8
        plain = self._plain.fontMetrics().horizontalAdvance(self._plain.text())
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if beside >= min(least, bold + min(plain, least)) else down)
        self._words.setDirection(across if bold + plain <= (beside if beside >= least else room) else down)
        stacked = self._words.direction() == down
        self._words.setSpacing(2 if stacked else 8)
        self._bold.setWordWrap(stacked)
        self.updateGeometry()

    def sizeHint(self) -> QSize:
        """As high as its words are in the width there is."""
        hint = super().sizeHint()
        return hint if self.isHidden() else QSize(hint.width(), self._row.totalHeightForWidth(self.width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Tint, bar and icon."""
        ink, ground, name = _KINDS[self._kind]
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour(ground))
        painter.fillRect(0, 0, 3, self.height(), theme.colour(ink))
        side = theme.scaled(20)
        icons.paint(painter, QRectF(16, (self.height() - side) / 2, side, side), name, theme.colour(ink))


class Toast(QWidget):
    """A sentence at the bottom right that passes after 8 seconds, with a way back. Never for errors."""

    SECONDS = 8

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(theme.scaled(44), 0, 8, 0)
        row.setSpacing(8)
        self._text = Text()
        self._undo = _Inverse()
        self._undo.clicked.connect(self.take_back)
        self._undo.installEventFilter(self)
        self._came_from: QWidget | None = None  # what had the focus when it began to speak
        row.addWidget(self._text)
        row.addWidget(self._undo)
        self._timer = QTimer(self, singleShot=True, interval=self.SECONDS * 1000)
        self._timer.timeout.connect(self._pass)
        self._back: Callable[[], None] | None = None
        parent.installEventFilter(self)
        self.hide()

    def say(self, text: str, back: Callable[[], None] | None = None) -> None:
        """Show a sentence; `back` undoes what it tells, and comes next with Tab. Without a sentence: what was offered (`back` alone, where it is
        given) can be taken back no more."""
        if not text:
            if back is None or back is self._back:
                self._pass()
            return
        self._back = back
        self._text.setText(text)
        self._text.setStyleSheet(f"color: {theme.colour('base').name()}")
        self._undo.setText(self.tr("Undo"))
        self._undo.setVisible(back is not None)
        self._undo.setAccessibleDescription(text)
        self.setAccessibleName(text)
        self._place()
        self.show()
        self.raise_()
        self._timer.start()
        focused = QApplication.focusWidget()
        if focused is not None and focused is not self._undo and focused.window() is self.window():
            self._came_from = focused
            focused.installEventFilter(self)
        announce(self)

    @property
    def offer(self) -> str:
        """What it says now and can take back; "" for nothing."""
        return self._text.text() if self._back is not None and self.isVisible() else ""

    def take_back(self) -> None:
        """Undo what it tells."""
        back = self._back
        self._pass()
        if back is not None:
            back()

    def _pass(self) -> None:
        """It has been said: the focus, if it came here, goes back."""
        from shiboken6 import isValid

        focused, before = self._undo.hasFocus(), self._came_from
        self._back = self._came_from = None
        if before is not None and isValid(before):
            before.removeEventFilter(self)
            if focused and before.isVisible():
                before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.hide()
        self._undo.clearFocus()  # where Qt found nobody to pass it on to

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Undo's own key takes back from here too; Esc says that it was read."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.take_back()
        elif event.key() == Qt.Key.Key_Escape:
            self._pass()
        else:
            super().keyPressEvent(event)

    def _place(self) -> None:
        """In the corner; on several lines where one is wider than the window."""
        area, margins = self.parentWidget().rect(), self.layout().contentsMargins()
        beside = margins.left() + margins.right()
        if self._back is not None:
            beside += self._undo.sizeHint().width() + self.layout().spacing()
        words = self._text.fontMetrics().horizontalAdvance(self._text.text()) + 2
        wide = max(theme.scaled(80), min(words, area.width() - 64 - beside))
        self._text.setWordWrap(wide < words)
        self._text.setFixedWidth(wide)
        lines = self._text.heightForWidth(wide) if wide < words else self._text.fontMetrics().height()
        self.setFixedSize(wide + beside, max(theme.scaled(40), lines + 16))
        self.move(area.right() - self.width() - 32, area.bottom() - self.height() - theme.scaled(28 + 64 + 12))

    def eventFilter(self, watched, event) -> bool:  # noqa: ANN001 - Qt's own types
        """Stay in the corner, and as long as the focus is on it."""
        kind = event.type()
        if watched is self._came_from and kind == QEvent.Type.KeyPress and event.key() == Qt.Key.Key_Tab:
            if self.offer:  # not before: a page that puts its own parts in order would leave it somewhere else
                QWidget.setTabOrder(watched, self._undo)
        elif watched is self._undo and kind == QEvent.Type.FocusIn:
            self._timer.stop()
        elif watched is self._undo and kind == QEvent.Type.FocusOut and self.isVisible():
            self._timer.start()
        elif watched is self.parentWidget() and kind == QEvent.Type.Resize and self.isVisible():
            self._place()
        return False

    def enterEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """Stay while hovered."""
        self._timer.stop()

    def leaveEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """Pass again."""
        if not self._undo.hasFocus():
            self._timer.start()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Inverse colours."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text"))
        painter.drawRoundedRect(self.rect(), 6, 6)
        side = theme.scaled(16)
        icons.paint(painter, QRectF(16, (self.height() - side) / 2, side, side), "check", theme.colour("base"))


class _Inverse(Button):
    """A flat button on inverse ground."""

    RING = "base"

    def __init__(self) -> None:
        super().__init__("", Look.LINK)

    def _colours(self) -> tuple[QColor | None, QColor | None, QColor]:
        return None, None, theme.colour("base")
