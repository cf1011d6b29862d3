"""What opens over the editor and goes again: a frame of its own with a title, inside the window; Esc leaves it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPaintEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from seeddesk.gui import shapes
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


class Overlay(QWidget):
    """`closed`: the person left it. Subclasses fill `column` and say in `place_in` where it stands."""

    closed = Signal()
    place_in: Callable[[QRect], QRect]  # where it stands in the editor

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(1, 12, 1, 8)
        self.column.setSpacing(8)
        head = QHBoxLayout()
        head.setContentsMargins(15, 0, 8, 0)
        self.title = Text("", "heading", wrap=True)
        head.addWidget(self.title, 1)
        close = Button("", Look.FLAT, "x", "Esc", name=self.tr("Close"))
        close.clicked.connect(self.leave)
        head.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.column.addLayout(head)
        parent.installEventFilter(self)
        QApplication.instance().focusChanged.connect(self._focus_went)
        self.hide()

    def open_up(self) -> None:
        """Show it, over everything else."""
        self.setGeometry(self.place_in(self.parentWidget().rect()))
        self.show()
        self.raise_()

    def height_for(self, area: QScrollArea, wide: int) -> int:
        """How high it is at a width when nothing in an area has to be scrolled."""
        self.column.invalidate()  # an area tells nobody that what is in it became higher
        inner, item = area.widget(), self.column.itemAt(self.column.indexOf(area))
        content = max(inner.layout().totalHeightForWidth(wide - 2), inner.minimumSizeHint().height())
        return self.column.totalHeightForWidth(wide) - item.sizeHint().height() + content

    def leave(self) -> None:
        """Go, and give the focus back."""
        self.hide()
        self.closed.emit()

    def event(self, event: QEvent) -> bool:
        """Esc is ours while something in here has the focus: the page behind would take it for going back."""
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Escape:
            if event.type() == QEvent.Type.ShortcutOverride:
                event.accept()
                return True
            if event.type() == QEvent.Type.KeyPress:
                self.leave()
                return True
        return super().event(event)

    def _focus_went(self, old: QWidget | None, now: QWidget | None) -> None:
        """Whoever goes on elsewhere does not find it in the way."""
        inside = old is not None and self.isAncestorOf(old)
        if self.isVisible() and inside and now is not None and not self.isAncestorOf(now):
            self.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stay in place as the editor grows."""
        if event.type() == QEvent.Type.Resize and self.isVisible() and watched is self.parentWidget():
            self.setGeometry(self.place_in(self.parentWidget().rect()))
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and frame."""
        shapes.panel(self)
