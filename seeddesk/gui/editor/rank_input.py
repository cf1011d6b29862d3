"""Putting choices in order: a list whose entries are moved by keys, by buttons, or by dragging."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QObject, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from seeddesk.domain.form import Choice, Field
from seeddesk.domain.values import Value
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.text import Text


class RankInput(QWidget):
    """All entries, first to last. Until somebody moves one, or agrees with the order shown, there is no answer."""

    edited = Signal(object)
    left = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self._field, self._path, self._asking = field, path, asking
        self._value: Value = None
        self._choices: Sequence[Choice] = ()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        self.list = QListWidget()
        self.list.setProperty("field", "true")
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.list.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTabKeyNavigation(False)
        self.list.installEventFilter(self)
        self.list.model().rowsMoved.connect(self._moved, Qt.ConnectionType.QueuedConnection)
        column.addWidget(self.list)
        row = QHBoxLayout()
        row.setSpacing(4)
        self.up = Button(self.tr("Move up"), Look.FLAT, "arrow-up")
        self.down = Button(self.tr("Move down"), Look.FLAT, "arrow-down")
        self.agree = Button(self.tr("This order is right"), Look.LINK, "check")
        self.off = Button(self.tr("Take the answer back"), Look.FLAT, "x")
        self.up.clicked.connect(lambda: self.move(-1))
        self.down.clicked.connect(lambda: self.move(1))
        self.agree.clicked.connect(self._moved)
        self.off.clicked.connect(lambda: self._set(None))
        for button in (self.up, self.down, self.agree, self.off):
            button.setEnabled(not field.read_only)
            row.addWidget(button)
        row.addStretch(1)
        column.addLayout(row)
        column.addWidget(Text(self.tr("Alt Shift and the arrows move the entry, or drag it."), "hint", "text3"))
        self.refresh_choices()

    def refresh_choices(self) -> None:
        """Ask again what there is to put in order."""
        choices = self._asking.choices(self._path)
        if choices != self._choices:
            self._choices = choices
            self.show_value(self._value)

    def show_value(self, value: Value) -> None:
        """Show an order without saying so; entries it leaves out come after it."""
        self._value = value
        labels = {each.name: self._asking.words(self._path, each.label, each.name) for each in self._choices}
        order = [*(value if isinstance(value, tuple) else ())]
        order += [code for code in labels if code not in order]
        chosen = self.list.currentItem().data(Qt.ItemDataRole.UserRole) if self.list.currentItem() is not None else None
        self.list.clear()
        for number, code in enumerate(order, 1):
            label = labels.get(code, code)
            item = QListWidgetItem(f"{number}   {label}" if value is not None else f"–   {label}")
            item.setData(Qt.ItemDataRole.UserRole, code)
            item.setSizeHint(QSize(80, theme.scaled(32)))
            item.setForeground(theme.colour("text" if value is not None else "text3"))
            self.list.addItem(item)
            if code == chosen:
                self.list.setCurrentItem(item)
        if self.list.currentRow() < 0 and order:
            self.list.setCurrentRow(0)
        self.list.setFixedHeight(max(1, len(order)) * theme.scaled(32) + 4)
        self.agree.setVisible(value is None and bool(order))
        self.off.setVisible(value is not None)

    def move(self, by: int) -> None:
        """Move the current entry up (-1) or down (+1)."""
        at = self.list.currentRow()
        if at < 0 or not 0 <= at + by < self.list.count() or self._field.read_only:
            return
        order = self._order()
        order.insert(at + by, order.pop(at))
        self._set(tuple(order))
        self.list.setCurrentRow(at + by)

    def _order(self) -> list[str]:
        return [str(self.list.item(at).data(Qt.ItemDataRole.UserRole)) for at in range(self.list.count())]

    def _moved(self) -> None:
        self._set(tuple(self._order()) or None)

    def _set(self, value: Value) -> None:
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Alt Shift and the arrows move."""
        both = Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.modifiers() & both == both:
            by = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
            if by is not None:
                self.move(by)
                return True
        return False

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the list."""
        self.list.setFocus(reason)

    def name(self, label: str) -> None:
        """Name the list and its buttons after the question."""
        self.list.setAccessibleName(label)
        for button in (self.up, self.down, self.agree, self.off):
            button.setAccessibleName(f"{label}: {button.text()}")
