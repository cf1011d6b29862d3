"""One of a list, by typing: a line with a popup that narrows as you type. For four answers or for 7,896 comuni."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from seeddesk.domain.form import Choice, Field
from seeddesk.domain.query import fold_text
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.gui import icons, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.inputs import UndoLeft, style_again

LONG = 60  # entries from which the popup opens only once something is typed
MOST = 200  # rows in the popup


class PickerModel(QAbstractListModel):
    """The entries that fit what is typed: those whose name begins with it, then those with a word that does."""

    def __init__(self, asking: Asking, path: str) -> None:
        super().__init__()
        self._asking, self._path = asking, path
        self._loaded: Sequence[Choice] = ()
        self._all: list[tuple[str, str, Choice]] = []  # folded label, label, choice
        self._shown: list[tuple[str, str, Choice]] = []
        self.typed = ""

    def load(self, choices: Sequence[Choice]) -> None:
        """The entries to choose from."""
        if self._all and choices == self._loaded:  # thousands of names are folded once, not under every key
            return
        self._loaded = choices
        self._all = [
            (fold_text(label), label, choice)
            for choice in choices
            for label in (self._asking.words(self._path, choice.label, choice.name),)
        ]

    def label(self, code: str) -> str:
        """What a code that stands in no list of the form is called now (a row of a repeat)."""
        found = next((choice for choice in self._asking.choices(self._path) if choice.name == code), None)
        return self._asking.words(self._path, found.label, code) if found is not None else ""

    @property
    def is_long(self) -> bool:
        """Whether there are too many to look through."""
        return len(self._all) > LONG

    def narrow(self, typed: str) -> int:
        """Show what fits; how many there are."""
        self.beginResetModel()
        self.typed = wanted = fold_text(typed.strip())
        if not wanted:
            self._shown = self._all[:MOST]
        else:
            first = [entry for entry in self._all if entry[0].startswith(wanted)]
            later = [
                entry
                for entry in self._all
                if not entry[0].startswith(wanted) and f" {wanted}" in entry[0].replace("(", " ").replace("'", " ")
            ]
            codes = [
                entry
                for entry in self._all
                if entry[2].name.casefold() == wanted and entry not in first and entry not in later
            ]
            self._shown = (codes + first + later)[:MOST]
        self.endResetModel()
        return len(self._shown)

    def choice(self, row: int) -> Choice:
        """The entry in a row."""
        return self._shown[row][2]

    def exact(self, typed: str) -> Choice | None:
        """The one entry whose whole name was typed."""
        wanted = fold_text(typed.strip())
        fitting = [choice for folded, _, choice in self._all if folded == wanted or folded.partition(" (")[0] == wanted]
        return fitting[0] if len(fitting) == 1 else None

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        """How many are shown."""
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The label; the choice itself under UserRole."""
        if not 0 <= index.row() < len(self._shown):
            return None
        _, label, choice = self._shown[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.EditRole):
            return label
        return choice if role == Qt.ItemDataRole.UserRole else None


class _Delegate(QStyledItemDelegate):
    """A row of the popup: matched letters bold, what tells namesakes apart at the right."""

    def __init__(self, model: PickerModel, parent: QListView) -> None:
        super().__init__(parent)
        self._model = model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """32 px at factor 1."""
        return QSize(100, theme.scaled(32))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint an entry."""
        choice: Choice = index.data(Qt.ItemDataRole.UserRole)
        label: str = index.data()
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(option.rect, theme.colour("sel"))
            painter.fillRect(option.rect.left(), option.rect.top(), 3, option.rect.height(), theme.colour("accent"))
        box = QRectF(option.rect).adjusted(12, 0, -12, 0)
        aside = " · ".join(choice.extra[name] for name in ("region", "nuts3") if choice.extra.get(name))
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room = box.width() - (QFontMetrics(theme.font("hint")).horizontalAdvance(aside) + 12 if aside else 0)
        cut = len(self._model.typed) if self._model.typed and fold_text(label).startswith(self._model.typed) else 0
        bold, plain = theme.font("label"), theme.font("body")
        painter.setPen(theme.colour("text"))
        painter.setFont(bold)
        painter.drawText(box, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, label[:cut])
        done = QFontMetrics(bold).horizontalAdvance(label[:cut])
        painter.setFont(plain)
        rest = QFontMetrics(plain).elidedText(label[cut:], Qt.TextElideMode.ElideRight, int(room - done))
        painter.drawText(box.adjusted(done, 0, 0, 0), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, rest)
        painter.restore()


class Picker(QLineEdit):
    """`edited` gives the code chosen; text that fits no entry is kept as it is when the field is left. adds: it picks one more of several, and
    shows none of them itself."""

    edited = Signal(object)
    left = Signal()

    def __init__(
        self,
        field: Field,
        path: str,
        asking: Asking,
        adds: bool = False,
    ) -> None:
        super().__init__()
        self._field, self._path, self._asking, self._adds = field, path, asking, adds
        self._value: Value = None
        self._model = PickerModel(asking, path)
        self._completer = QCompleter(self)
        self._completer.setModel(self._model)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(8)
        popup = QListView()
        popup.setProperty("popup", "true")
        popup.setUniformItemSizes(True)
        self._completer.setPopup(popup)
        popup.setItemDelegate(_Delegate(self._model, popup))
        self._completer.activated[QModelIndex].connect(self._take_row)
        self._filter = UndoLeft(self)
        self.installEventFilter(self._filter)
        self.setReadOnly(field.read_only)
        self.setTextMargins(0, 0, theme.scaled(24), 0)
        self.textEdited.connect(self._typed)

    @property
    def popup(self) -> QListView:
        """The list that opens under it."""
        return self._completer.popup()

    def show_value(self, value: Value) -> None:
        """Show an answer without saying so."""
        self._value = value
        style_again(self, "unknown", value is NOT_KNOWN)
        self.setPlaceholderText(self._asking.unknown if value is NOT_KNOWN else "")
        text = self._text_of(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def _text_of(self, value: Value) -> str:
        if value is NOT_KNOWN or self._adds:
            return ""
        label = self._model.label(value) if isinstance(value, str) and not self._field.choices else ""
        return label or self._asking.format(self._field, value)

    def refresh_choices(self) -> None:
        """Rows that are choices may be called otherwise now."""
        if self._field.rows is not None and not self.hasFocus():
            self.show_value(self._value)

    def open_list(self, typed: str = "") -> None:
        """Open the popup on what fits; on everything when nothing is typed."""
        if self.isReadOnly():
            return
        self._model.load(self._asking.choices(self._path))
        if self._model.is_long and len(typed.strip()) < 2:
            self.popup.hide()
            return
        if self._model.narrow(typed):
            self._completer.complete()
            self.popup.setCurrentIndex(self._model.index(0))
        else:
            self.popup.hide()

    def _typed(self, text: str) -> None:
        style_again(self, "unknown", False)
        if not text.strip():
            self.popup.hide()
            self._set(None)
            return
        self.open_list(text)

    def _take_row(self, index: QModelIndex) -> None:
        choice = index.data(Qt.ItemDataRole.UserRole)
        if choice is not None:
            QTimer.singleShot(0, self, lambda: self._set(choice.name))

    def _set(self, value: Value) -> None:
        self.show_value(value)
        self.edited.emit(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Down opens the list."""
        if (
            event.key() in (Qt.Key.Key_Down, Qt.Key.Key_F4)
            and not self.popup.isVisible()
            and event.key() == Qt.Key.Key_Down
        ):
            self.open_list("")
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press opens the list when it is short, or when the caret at the right is pressed."""
        super().mousePressEvent(event)
        if not self.popup.isVisible():
            self.open_list("")

    def focusOutEvent(self, event) -> None:  # noqa: ANN001 - Qt's own type
        """Leaving: a name typed whole is chosen; anything else is kept as text and shown as a problem."""
        super().focusOutEvent(event)
        if event.reason() == Qt.FocusReason.PopupFocusReason or self.popup.isVisible():
            return
        said = self._text_of(self._value)
        text = self.text().strip()
        if text and text != said:
            self._model.load(self._asking.choices(self._path))
            exact = self._model.exact(text)
            self._set(
                exact.name if exact is not None else text if self._adds else self._asking.parse(self._field, text)
            )
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The caret at the right."""
        super().paintEvent(event)
        if not self.isReadOnly():
            side = theme.scaled(14)
            box = QRectF(self.width() - side - 12, (self.height() - side) / 2, side, side)
            icons.paint(QPainter(self), box, "caret-down", theme.colour("text2"))
