"""Several of a long list: a picker that adds chips; and free words as chips."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QVBoxLayout, QWidget

from seeddesk.domain.answers import main_text
from seeddesk.domain.form import Field
from seeddesk.domain.values import NOT_KNOWN, Value, clean_text
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.inputs import UndoLeft, style_again
from seeddesk.gui.editor.main_one import make_main
from seeddesk.gui.editor.picker import Picker
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.flow import Flow


class ChipsInput(QWidget):
    """A line to add with, and a chip for each value. With a list: a picker; without: Enter or a semicolon adds the words typed."""

    OFFERS = True  # its buttons, to the command palette

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self._field, self._path, self._asking = field, path, asking
        self._codes: tuple[str, ...] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        self._free = not field.choices and field.rows is None
        self.line: QLineEdit
        if self._free:
            self.line = QLineEdit()
            self._filter = UndoLeft(self)
            self.line.installEventFilter(self._filter)
            self.line.returnPressed.connect(self._add_typed)
            self.line.editingFinished.connect(self._add_typed)
            self.line.textEdited.connect(lambda text: self._add_typed() if text.endswith(";") else None)
        else:
            single = Picker(field, path, asking, adds=True)
            single.edited.connect(self._add)
            self.line = single
        self.line.installEventFilter(self)
        column.addWidget(self.line)
        self._chips = QWidget()
        self._flow = Flow(self._chips)
        column.addWidget(self._chips)
        self._chips.hide()

    def show_value(self, value: Value) -> None:
        """Show the chips without saying so."""
        self._codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        style_again(self.line, "unknown", value is NOT_KNOWN)
        self.line.setPlaceholderText(
            self._asking.unknown if value is NOT_KNOWN else self.tr("add, then Enter") if self._free else ""
        )
        while (item := self._flow.takeAt(0)) is not None:
            item.widget().deleteLater()
        several = self._field.main_first and len(self._codes) > 1
        for number, code in enumerate(self._codes):
            label = self._label(code)
            chip = Chip(
                main_text(label, self._asking.lang) if several and not number else label, self.tr("Remove {name}")
            )
            chip.clicked.connect(lambda _=False, code=code: self._remove(code))
            self._flow.addWidget(chip)
            if several and number and not self._field.read_only:
                makes = make_main(label)
                makes.clicked.connect(lambda _=False, code=code: self._make_main(code))
                self._flow.addWidget(makes)
        self._chips.setVisible(bool(self._codes))

    def refresh_choices(self) -> None:
        """Rows that are choices may be called otherwise now."""
        if self._field.rows is not None:
            self.show_value(self._codes or None)

    def _label(self, code: str) -> str:
        if self._field.rows is not None:
            found = next((choice for choice in self._asking.choices(self._path) if choice.name == code), None)
            if found is not None:
                return self._asking.words(self._path, found.label, code)
        return self._asking.format(self._field, (code,)).strip()

    def _add_typed(self) -> None:
        words = tuple(part for text in self.line.text().split(";") if (part := clean_text(text).strip()))
        self.line.clear()
        new = tuple(dict.fromkeys(word for word in words if word not in self._codes))
        if new:
            self._set((*self._codes, *new))
        self.left.emit()

    def _add(self, code: Value) -> None:
        self.line.clear()
        if isinstance(code, str) and code not in self._codes:
            self._set((*self._codes, code))

    def _remove(self, code: str) -> None:
        self._set(tuple(other for other in self._codes if other != code))
        self.line.setFocus()

    def _make_main(self, code: str) -> None:
        self.line.setFocus(Qt.FocusReason.TabFocusReason)  # before the chips are made anew
        self._set((code, *(other for other in self._codes if other != code)))

    def _set(self, codes: tuple[str, ...]) -> None:
        self.show_value(codes or None)
        self.edited.emit(codes or None)

    def eventFilter(self, watched, event) -> bool:  # noqa: ANN001 - Qt's own types
        """Backspace in the empty line removes the last chip."""
        pressed = isinstance(event, QKeyEvent) and event.type() == QKeyEvent.Type.KeyPress
        if pressed and event.key() == Qt.Key.Key_Backspace and not self.line.text() and self._codes:
            self._remove(self._codes[-1])
            return True
        return False

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the line."""
        self.line.setFocus(reason)


class Chip(QAbstractButton):
    """One value of a set; pressing it takes it out."""

    def __init__(self, text: str, removes: str) -> None:
        super().__init__()
        self.setText(text)
        self.setAccessibleName(removes.format(name=text))
        self.setToolTip(plain(text))
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        """24 px high at factor 1."""
        width = QFontMetrics(theme.font("hint")).horizontalAdvance(self.text()) + 36
        return QSize(min(width, 560), theme.scaled(24))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Words and a cross."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(QPen(theme.colour("accent" if self.hasFocus() else "line"), 2 if self.hasFocus() else 1))
        painter.setBrush(theme.colour("hover" if self.underMouse() else "window"))
        painter.drawRoundedRect(rect, 4, 4)
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 34)
        painter.drawText(rect.adjusted(8, 0, -24, 0), Qt.AlignmentFlag.AlignVCenter, words)
        painter.setPen(QPen(theme.colour("text2"), 1.3))
        middle = QPointF(self.width() - 14, self.height() / 2)
        for across in (QPointF(3.5, 3.5), QPointF(3.5, -3.5)):
            painter.drawLine(middle - across, middle + across)
