"""One of a list, by typing: a line with a popup that narrows as you type. For four answers or for 7,896 comuni."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import (
    QCompleter,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from seeddesk.domain.form import Choice, Field
from seeddesk.domain.paths import template_of
from seeddesk.domain.query import fold_text
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.gui import icons, theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.inputs import UndoLeft, style_again
from seeddesk.gui.tips import plain
from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.text import Text

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
        self.total = 0

    @property
    def is_places(self) -> bool:
        """Whether the entries are places that lie in a province."""
        return bool(self._all) and "province" in self._all[0][2].extra

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
            found = self._all
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
            near = self._near() if self.is_places else ((), ())
            for entries in (first, later):
                entries.sort(key=lambda entry: _distance(entry[2], *near))
            found = codes + first + later
        self.total, self._shown = len(found), found[:MOST]
        self.endResetModel()
        return len(self._shown)

    def _near(self) -> tuple[set[str], set[str]]:
        """Provinces and regions the practice's places lie in, as far as they were chosen from the same list."""
        form, values = self._asking.form, self._asking.session.values
        field = form.field(template_of(self._path))
        named = {
            value
            for path, value in values.items()
            if isinstance(value, str)
            and (other := form.field(template_of(path))) is not None
            and field is not None
            and other.choices == field.choices
        }
        chosen = [entry[2].extra for entry in self._all if entry[2].name in named] if named else []
        return {each.get("province", "") for each in chosen}, {each.get("region", "") for each in chosen}

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


def _distance(choice: Choice, provinces: Collection[str] = (), regions: Collection[str] = ()) -> int:
    """0 for a place in a province of the practice, 1 in its region, 2 elsewhere."""
    return 0 if choice.extra.get("province") in provinces else 1 if choice.extra.get("region") in regions else 2


def _aside(choice: Choice) -> str:
    """What tells a place from its namesakes: its region and its NUTS code."""
    return " · ".join(choice.extra[name] for name in ("region", "nuts3") if choice.extra.get(name))


class _Popup(QListView):
    """The list, and a line under it: how many more there are, and the keys."""

    HIGH = 28

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("popup", "true")
        self.setUniformItemSizes(True)
        self._foot = QWidget(self)
        theme.ground(self._foot, "window", "top")
        row = QHBoxLayout(self._foot)
        row.setContentsMargins(12, 0, 12, 0)
        self.more = Text("", "hint", "text2")
        row.addWidget(self.more, 1)
        row.addWidget(Keys([("Return", self.tr("choose")), ("Ctrl+U", self.tr("not known yet"))]))
        self.setViewportMargins(0, 0, 0, theme.scaled(self.HIGH))

    def stand(self, line: QWidget, more: int) -> None:
        """Below a line, above it where there is no room; wide enough for the keys. more: entries beyond those that fit."""
        self.more.setText(self.tr("%n more", "", more) if more > 0 else "")
        screen = line.screen().availableGeometry()
        high = self.height() + theme.scaled(self.HIGH)
        wide = min(max(line.width(), theme.scaled(372)), screen.width())
        corner = line.mapToGlobal(QPoint(0, line.height() + 4))
        if corner.y() + high > screen.bottom():
            corner.setY(line.mapToGlobal(QPoint(0, 0)).y() - 4 - high)
        corner.setX(max(screen.left(), min(corner.x(), screen.right() - wide)))
        self.setGeometry(corner.x(), max(screen.top(), corner.y()), wide, high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The line stays at the foot."""
        super().resizeEvent(event)
        high = theme.scaled(self.HIGH)
        self._foot.setGeometry(1, self.height() - high - 1, self.width() - 2, high)


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
        aside = _aside(choice)
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text3"))
        painter.drawText(box, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, aside)
        room = box.width() - (QFontMetrics(theme.font("hint")).horizontalAdvance(aside) + 12 if aside else 0)
        name, _, sign = label.removesuffix(")").rpartition(" (") if aside and label.endswith(")") else (label, "", "")
        typed, folded = self._model.typed, fold_text(name)
        at = folded.find(f" {typed}") + 1 if typed and not folded.startswith(typed) else 0
        cut = len(typed) if typed and len(folded) == len(name) and folded.startswith(typed, at) else 0
        painter.setPen(theme.colour("text"))
        x = box.left()
        for words, role in (
            (name[:at], "body"),
            (name[at : at + cut], "label"),
            (name[at + cut :], "body"),
            (f"  {sign}", "hint"),
        ):
            font = theme.font(role)
            painter.setFont(font)
            if role == "hint":
                painter.setPen(theme.colour("text3"))
            shown = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.left() + room - x))
            part = QRectF(x, box.top(), box.left() + room - x, box.height())
            painter.drawText(part, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
            x += QFontMetrics(font).horizontalAdvance(shown)
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
        self._said = ""  # beside the answer, where there is room
        self._model = PickerModel(asking, path)
        self._completer = QCompleter(self)
        self._completer.setModel(self._model)
        self._completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        self._completer.setWidget(self)
        self._completer.setMaxVisibleItems(8)
        popup = _Popup()
        self._completer.setPopup(popup)
        popup.setItemDelegate(_Delegate(self._model, popup))
        self._completer.activated[QModelIndex].connect(self._take_row)
        self._filter = UndoLeft(self)
        self.installEventFilter(self._filter)
        self.setReadOnly(field.read_only)
        self.setTextMargins(0, 0, theme.scaled(24), 0)
        self.textEdited.connect(self._typed)

    @property
    def popup(self) -> _Popup:
        """The list that opens under it."""
        return self._completer.popup()

    def show_value(self, value: Value) -> None:
        """Show an answer without saying so."""
        self._value = value
        style_again(self, "unknown", value is NOT_KNOWN)
        self.setPlaceholderText(self._asking.unknown if value is NOT_KNOWN else "")
        if value is NOT_KNOWN:
            self.popup.hide()
        text = self._text_of(value)
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)
        known = isinstance(value, str) and self._field.choices and not self._adds
        chosen = self._asking.form.choice(self._field.choices, value) if known else None
        self._said = _aside(chosen) if chosen is not None else ""
        self.setToolTip(plain(f"{text} · {self._said}") if self._said else "")

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
            shown = min(self._completer.maxVisibleItems(), self._model.rowCount())
            self.popup.stand(self, self._model.total - shown)
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

    def focusOutEvent(self, event: QFocusEvent) -> None:
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
        """The caret at the right, before it the region and the NUTS code that came with a place: as much as there is room for."""
        super().paintEvent(event)
        painter, side = QPainter(self), theme.scaled(14)
        if not self.isReadOnly():
            box = QRectF(self.width() - side - 12, (self.height() - side) / 2, side, side)
            icons.paint(painter, box, "caret-down", theme.colour("text2"))
        if self._said and self.text() == self._text_of(self._value):
            font = theme.font("hint")
            room = self.width() - 12 - side - 8 - (self.fontMetrics().horizontalAdvance(self.text()) + 24)
            wide = QFontMetrics(font).horizontalAdvance
            said = next((each for each in (self._said, self._said.rpartition(" · ")[2]) if wide(each) <= room), "")
            painter.setFont(font)
            painter.setPen(theme.colour("text3"))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(self.rect().adjusted(0, 0, -12 - side - 8, 0), right, said)
