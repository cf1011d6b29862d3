"""Inputs for text, numbers and dates. Each has `show_value`, says `edited(value)`, and keeps what it cannot read as text."""

from __future__ import annotations

import math

from PySide6.QtCore import QEvent, QMimeData, QObject, QRegularExpression, Qt, QUrl, Signal
from PySide6.QtGui import (
    QDesktopServices,
    QDragEnterEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QRegularExpressionValidator,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QToolButton, QWidget

from seeddesk.domain.form import Field, Kind
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text
from seeddesk.gui import icons
from seeddesk.gui.editor.asking import Asking


def style_again(widget: QWidget, name: str, value: bool) -> None:
    """Set a property the style sheet looks at."""
    if widget.property(name) != value:
        widget.setProperty(name, value)
        widget.style().unpolish(widget)
        widget.style().polish(widget)


AGAIN = (QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z"))  # each the usual one on some system


def brings(data: QMimeData) -> bool:
    """Whether files or a picture, and no text, are pasted or dropped: they are for the page, not for a text."""
    files = any(url.isLocalFile() for url in data.urls())
    return files or (data.hasImage() and not data.hasText())


class UndoLeft(QObject):
    """Leaves Ctrl Z, Ctrl Shift Z and Ctrl Y to the page, whose undo goes over all fields, and Ctrl V where there is no text to put in."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Refuse the keys before the field takes them."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            theirs = event.matches(QKeySequence.StandardKey.Undo) or event.matches(QKeySequence.StandardKey.Redo)
            pasted = event.matches(QKeySequence.StandardKey.Paste) and brings(QGuiApplication.clipboard().mimeData())
            if theirs or pasted or QKeySequence(event.keyCombination()) in AGAIN:
                event.ignore()
                return True
        return False


class LineInput(QLineEdit):
    """One line: a text, a number, a date or a time, read as the form and the language say."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, asking: Asking) -> None:
        super().__init__()
        self._field, self._asking = field, asking
        self._value: Value = None
        self._showing = False
        self.setReadOnly(field.read_only)
        self._example = "" if field.read_only else self._example_of(field)
        shown = field.appearance.split()
        if field.kind is Kind.TEXT and "numbers" in shown:
            self.setInputMethodHints(Qt.InputMethodHint.ImhFormattedNumbersOnly)
            self.setValidator(QRegularExpressionValidator(QRegularExpression(r"[-+0-9., /]*"), self))
        if "masked" in shown:
            self.setEchoMode(QLineEdit.EchoMode.Password)
        if "url" in shown:
            self._open = self.addAction(icons.icon("arrow-square-out"), QLineEdit.ActionPosition.TrailingPosition)
            self._open.setText(self.tr("Open the link"))
            self._open.setToolTip(self.tr("Open the link"))
            self._open.triggered.connect(self._visit)
            for button in self.findChildren(QToolButton):
                button.setAccessibleName(self.tr("Open the link"))
        self._filter = UndoLeft(self)
        self.installEventFilter(self._filter)
        self.textChanged.connect(self._changed)  # not textEdited: a screen reader or dictation sets the text
        self.editingFinished.connect(self._finish)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text; files are the page's."""
        event.ignore() if brings(event.mimeData()) else super().dragEnterEvent(event)

    def _example_of(self, field: Field) -> str:
        shown = field.appearance.split()
        if field.kind is Kind.DATE:
            if "year" in shown:
                return self.tr("year")
            if "month-year" in shown:
                return self.tr("month/year")
            return self.tr("year, month/year or day/month/year") if field.partial else self.tr("day/month/year")
        if field.kind is Kind.DATETIME:
            return self.tr("day/month/year hour:minute")
        return self.tr("hour:minute") if field.kind is Kind.TIME else ""

    def show_value(self, value: Value) -> None:
        """Show an answer without saying so."""
        self._value = value
        style_again(self, "unknown", value is NOT_KNOWN)
        self.setPlaceholderText(self._asking.unknown if value is NOT_KNOWN else self._example)
        text = "" if value is NOT_KNOWN else self._asking.format(self._field, value)
        if text != self.text():
            self._show(text)
            if not self.hasFocus():
                self.setCursorPosition(0)  # what is too long for its box shows its beginning

    def _show(self, text: str) -> None:
        self._showing = True
        self.setText(text)
        self._showing = False

    def _changed(self, text: str) -> None:
        if not self._showing:
            self._typed(text)

    def _typed(self, text: str) -> None:
        self._value = self._asking.parse(self._field, text)
        style_again(self, "unknown", False)
        self.setPlaceholderText(self._example)
        self.edited.emit(self._value)

    def _finish(self) -> None:
        if self._value is not NOT_KNOWN and not self.isReadOnly():
            text = self._asking.format(self._field, self._value)
            if text != self.text():
                self._show(text)
        self.left.emit()

    def _visit(self) -> None:
        address = self.text().strip()
        if address:
            QDesktopServices.openUrl(QUrl.fromUserInput(address))


class LongInput(QPlainTextEdit):
    """Several lines; grows with what is written, scrolls beyond sixteen lines. Tab leaves it."""

    edited = Signal(object)
    left = Signal()
    LEAST, MOST = 3, 16

    def __init__(self, field: Field, asking: Asking) -> None:
        super().__init__()
        self._field, self._asking = field, asking
        self._showing = False
        self.setReadOnly(field.read_only)
        self.setTabChangesFocus(True)
        self.setUndoRedoEnabled(False)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self._filter = UndoLeft(self)
        self.installEventFilter(self._filter)
        self.textChanged.connect(self._typed)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self.grow())
        self.grow()

    def show_value(self, value: Value) -> None:
        """Show an answer without saying so; the caret stays where it is."""
        style_again(self, "unknown", value is NOT_KNOWN)
        self.setPlaceholderText(self._asking.unknown if value is NOT_KNOWN else "")
        text = self.text_of(value)
        if text == self.toPlainText():
            return
        self._showing = True
        place = self.textCursor().position()
        self.setPlainText(text)
        cursor = self.textCursor()
        cursor.setPosition(min(place, len(text)))
        self.setTextCursor(cursor)
        self._showing = False

    def _typed(self) -> None:
        if self._showing:
            return
        style_again(self, "unknown", False)
        self.setPlaceholderText("")
        self.edited.emit(self.value_of(clean_text(self.toPlainText())))

    def text_of(self, value: Value) -> str:
        """What stands in the box for a value."""
        return value if isinstance(value, str) else "; ".join(value) if isinstance(value, tuple) else ""

    def value_of(self, text: str) -> Value:
        """The value of what stands in the box."""
        return text if text.strip() else None

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Text; files are the page's."""
        event.ignore() if brings(event.mimeData()) else super().dragEnterEvent(event)

    def grow(self) -> None:
        """As high as what stands in it, within bounds."""
        lines = int(self.document().size().height())
        first = self.document().firstBlock().layout()
        drawn = math.ceil(first.lineAt(0).height()) if first is not None and first.lineCount() else 0
        line = max(drawn, self.fontMetrics().lineSpacing())
        high = max(self.LEAST, min(self.MOST, lines)) * line + 2 * 8 + 4
        if high != self.height() or high != self.minimumHeight():
            self.setFixedHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another number of lines."""
        super().resizeEvent(event)
        self.grow()

    def wheelEvent(self, event: QWheelEvent) -> None:
        """The wheel scrolls the page unless the text itself is longer than its box."""
        if self.verticalScrollBar().maximum() > 0 and self.hasFocus():
            super().wheelEvent(event)
        else:
            event.ignore()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """The person has left the field."""
        super().focusOutEvent(event)
        self.left.emit()
