"""The command palette: type a few letters of what you want to do. A part of the window, over the dimmed page; made once, so that it opens at once.

Rows keep their order while one types: typing only leaves some out. Practices come from the catalogue a moment later, below everything
else, so that nothing moves under the selection.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field
from typing import Any

import shiboken6
from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRectF,
    QSize,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QApplication,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from seeddesk.domain.query import fold_text
from seeddesk.gui import icons, shapes, theme
from seeddesk.gui.action import Action
from seeddesk.gui.other_words import other_words
from seeddesk.gui.widgets.bars import Keys, Mark
from seeddesk.gui.widgets.button import key_text

WIDE, TOP, ROW, HEAD, MOST = 640, 72, 40, 32, 9
DIM = QColor(16, 24, 26, 107)  # 0.42 of 255
LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class Line:
    """A row: a group's name (no action), or an action with the letters that were typed: (start, length) each."""

    words: str
    action: Action | None = None
    marks: tuple[tuple[int, int], ...] = field(default=())


def match(words: str, typed: str) -> tuple[tuple[int, int], ...] | None:
    """Where what is typed stands in some words; None when not all of it does. Beginnings of words first, else anywhere."""
    folded, found = fold_text(words), []
    for part in fold_text(typed).split():
        at = 0 if folded.startswith(part) else folded.find(f" {part}") + 1
        if at == 0 and not folded.startswith(part):
            at = folded.find(part)
        if at < 0:
            return None
        found.append((at, len(part)))
    return tuple(sorted(found)) if len(folded) == len(words) else ()


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self.lines: list[Line] = []

    def show(self, lines: list[Line]) -> None:
        self.beginResetModel()
        self.lines = lines
        self.endResetModel()

    def rowCount(self, parent: QModelIndex | QPersistentModelIndex = QModelIndex()) -> int:  # noqa: B008 - Qt's signature
        return 0 if parent.isValid() else len(self.lines)

    def data(self, index: QModelIndex | QPersistentModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return line.words
        if role == Qt.ItemDataRole.AccessibleTextRole and line.action is not None:
            return ", ".join(filter(None, (line.words, line.action.reason, key_text(line.action.keys))))
        return line if role == LINE else None

    def flags(self, index: QModelIndex | QPersistentModelIndex) -> Qt.ItemFlag:
        if self.lines[index.row()].action is None:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class _Delegate(QStyledItemDelegate):
    """Icon, words with the typed letters in the accent, the reason why not, keys at the right."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(100, theme.scaled(HEAD if index.data(LINE).action is None else ROW))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        line: Line = index.data(LINE)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(option.rect).adjusted(16, 0, -16, 0)
        if line.action is None:
            painter.setFont(theme.font("small"))
            painter.setPen(theme.colour("text2"))
            painter.drawText(
                box.adjusted(0, 0, 0, -theme.scaled(4)),
                Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom,
                QFontMetrics(theme.font("small")).elidedText(line.words, Qt.TextElideMode.ElideRight, int(box.width())),
            )
        else:
            if option.state & QStyle.StateFlag.State_Selected:
                painter.fillRect(option.rect, theme.colour("sel"))
                bar = option.rect.adjusted(0, 0, 3 - option.rect.width(), 0)
                painter.fillRect(bar, theme.colour("accent"))
            self._paint_action(painter, box, line, line.action)
        painter.restore()

    def _paint_action(self, painter: QPainter, box: QRectF, line: Line, action: Action) -> None:
        dead = bool(action.reason)
        side = theme.scaled(20)
        if action.icon:
            place = QRectF(box.left(), box.center().y() - side / 2, side, side)
            icons.paint(painter, place, action.icon, theme.colour("text3" if dead else "text2"))
        right = self._paint_keys(painter, box, action.keys)
        x = box.left() + side + theme.scaled(12)
        for words, marked in _parts(line):
            font = theme.font("label" if marked else "body")
            painter.setFont(font)
            painter.setPen(theme.colour("accent" if marked and not dead else "text3" if dead else "text"))
            x = _draw(painter, words, x, right, box)
        if action.reason:
            painter.setFont(theme.font("hint"))
            painter.setPen(theme.colour("text3"))
            _draw(painter, action.reason, x + theme.scaled(12), right, box)

    def _paint_keys(self, painter: QPainter, box: QRectF, keys: str) -> float:
        """The caps at the right; gives where they begin."""
        font = theme.font("hint")
        painter.setFont(font)
        metrics, right = QFontMetrics(font), box.right()
        high = metrics.height() + 4
        for cap in reversed(key_text(keys).split() if keys else []):
            wide = metrics.horizontalAdvance(cap) + 12
            place = QRectF(right - wide, box.center().y() - high / 2, wide, high)
            painter.setPen(QPen(theme.colour("line"), 1))
            painter.setBrush(theme.colour("base"))
            painter.drawRoundedRect(place, 3, 3)
            painter.setPen(theme.colour("text2"))
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, cap)
            right -= wide + 4
        return right - 8


def _parts(line: Line) -> list[tuple[str, bool]]:
    parts, at = [], 0
    for start, length in line.marks:
        if start >= at:
            parts += [(line.words[at:start], False), (line.words[start : start + length], True)]
            at = start + length
    return [*parts, (line.words[at:], False)]


def _draw(painter: QPainter, words: str, x: float, right: float, box: QRectF) -> float:
    """Words on the row's line, cut where they end; gives where they end."""
    metrics = QFontMetrics(painter.font())
    shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0, int(right - x)))
    place = QRectF(x, box.top(), max(0.0, right - x), box.height())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)
    return x + metrics.horizontalAdvance(shown)


class Palette(QWidget):
    """`ran`: the id of an action that was run · `asked`: what was typed, for whoever finds practices · `keys_wanted`: F1."""

    ran = Signal(str)
    asked = Signal(str)
    keys_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions: Sequence[Action] = ()
        self._found: Sequence[Action] = ()  # practices
        self._other = other_words()
        self._used: Sequence[str] = ()
        self._heads: dict[str, str] = {}
        self._back: QWidget | None = None
        self._open = False
        self._panel = _Panel(self)
        column = QVBoxLayout(self._panel)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        top = QHBoxLayout()
        top.setContentsMargins(16, 8, 16, 8)
        top.setSpacing(12)
        top.addWidget(Mark("magnifying-glass", 20))
        self.line = QLineEdit()
        self.line.setAccessibleName(self.tr("Commands"))
        self.line.setPlaceholderText(self.tr("What do you want to do?"))
        self.line.setStyleSheet("border: 0; padding: 4px 0;")  # the panel is its frame
        self.line.textChanged.connect(self._typed)
        top.addWidget(self.line, 1)
        top.addWidget(Keys([("Esc", "")]))
        column.addLayout(top)
        self._model = _Lines()
        self.list = QListView()
        self.list.setModel(self._model)
        self.list.setItemDelegate(_Delegate(self.list))
        self.list.setAccessibleName(self.tr("Commands found"))
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.clicked.connect(self._run)
        column.addWidget(self.list)
        foot = QWidget()
        theme.ground(foot, "window", "top")
        row = QHBoxLayout(foot)
        row.setContentsMargins(16, 6, 10, 6)
        if theme.roomy():
            row.addWidget(Keys([("Up", ""), ("Down", self.tr("choose")), ("Return", self.tr("do it"))]))
        row.addStretch(1)
        row.addWidget(Keys([("F1", self.tr("all keys"))]))
        column.addWidget(foot)
        self._foot = foot
        parent.installEventFilter(self)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._hold)
        self.hide()

    # -- opening and closing -------------------------------------------------------------------------------------------

    def open_up(self, actions: Sequence[Action], used: Sequence[str], subject: str) -> None:
        """Over the page. used: ids of the actions used lately, the latest first · subject: the title of the practice in front, or ""."""
        self._back = QApplication.focusWidget()
        self._actions = [action for action in actions if action.does is not None and action.id != "commands"]
        known = {action.id for action in self._actions}
        self._used, self._found = [each for each in used if each in known], ()
        self._heads = {
            "used": self.tr("Recently used"),
            "practice": self.tr("On “{title}”").format(title=subject) if subject else self.tr("On a practice"),
            "page": self.tr("Here"),
            "go": self.tr("Go to"),
            "practices": self.tr("Practices"),
        }
        self.setGeometry(self.parentWidget().rect())
        self.line.clear()
        self._show_lines()
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._open = True

    def leave(self) -> None:
        """Go, and give the focus back, where what had it is still there."""
        back, self._back = self._back, None
        self._open = False
        if back is not None and shiboken6.isValid(back) and back.isVisible():
            back.setFocus(Qt.FocusReason.PopupFocusReason)
        self.hide()

    def _hold(self, _old: QWidget | None, new: QWidget | None) -> None:
        """A page behind that takes the focus late gets it when the palette goes: what is typed meanwhile is no text of a practice."""
        if self._open and new is not None and new.window() is self.window() and not self.isAncestorOf(new):
            self._back = new
            self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def add(self, actions: Sequence[Action], gone: Collection[str] = ()) -> None:
        """Actions that are known only now, behind all others. What is chosen stays chosen. gone: ids of those that are no more."""
        if self.isVisible() and (actions or gone):
            index = self.list.currentIndex()
            chosen = self._model.lines[index.row()].action if index.isValid() else None
            self._actions = [*(each for each in self._actions if each.id not in gone), *actions]
            self._show_lines()
            again = next((n for n, line in enumerate(self._model.lines) if chosen and line.action is chosen), -1)
            if again >= 0:
                self._choose(again)

    def show_found(self, typed: str, practices: Sequence[Action]) -> None:
        """The practices that fit what was typed, as actions that open them."""
        if self.isVisible() and typed == self.line.text():
            chosen = self.list.currentIndex().row()
            self._found = practices
            self._show_lines()
            if 0 <= chosen < len(self._model.lines) and self._model.lines[chosen].action is not None:
                self.list.setCurrentIndex(self._model.index(chosen))

    # -- what is listed ------------------------------------------------------------------------------------------------

    def _typed(self, typed: str) -> None:
        self._found = [action for action in self._found if match(action.words, typed)]
        self._show_lines()
        if typed.strip():
            self.asked.emit(typed)

    def _groups(self, typed: str) -> list[tuple[str, list[Action]]]:
        by_id = {action.id: action for action in self._actions}
        used = [by_id[each] for each in self._used if each in by_id][:5] if not typed else []
        rest = [action for action in self._actions if action not in used]
        # Nothing typed: what can be done here. Whoever types looks for something, and is told why not.
        shown = rest if typed else [action for action in rest if not action.reason]
        groups = [("used", used)]
        groups += [(name, [each for each in shown if each.group == name]) for name in ("practice", "page", "go")]
        return [*groups, ("practices", list(self._found) if typed else [])]

    def _show_lines(self) -> None:
        typed, lines = self.line.text().strip(), []
        for name, actions in self._groups(typed):
            fitting = [(action, self._match(action, typed)) for action in actions]
            if name == "practices":
                fitting = [(action, marks or ()) for action, marks in fitting]
            kept = [Line(action.words, action, marks) for action, marks in fitting if marks is not None]
            lines += [Line(self._heads[name]), *kept] if kept else []
        if not lines:
            lines = [Line(self.tr("Nothing is called that."))]
        self._model.show(lines)
        self._choose(next((n for n, line in enumerate(lines) if line.action and not line.action.reason), -1))
        self.list.scrollToTop()
        self._place()

    def _match(self, action: Action, typed: str) -> tuple[tuple[int, int], ...] | None:
        """As `match`, of what it is called here; what others call it finds it too, and is nowhere marked."""
        marks = match(action.words, typed)
        other = self._other.get(action.id) if marks is None else None
        return () if other and match(f"{action.words} {other}", typed) is not None else marks

    def _choose(self, row: int) -> None:
        self.list.setCurrentIndex(self._model.index(row) if row >= 0 else QModelIndex())
        action = self._model.lines[row].action if row >= 0 else None
        said = ", ".join(filter(None, (action.words, action.reason))) if action is not None else ""
        self.line.setAccessibleDescription(said)

    def _step(self, by: int) -> None:
        rows = [n for n, line in enumerate(self._model.lines) if line.action is not None]
        if rows:
            here = self.list.currentIndex().row()
            at = rows.index(here) + by if here in rows else 0
            self._choose(rows[max(0, min(at, len(rows) - 1))])
            if at <= 0:
                self.list.scrollToTop()

    def _run(self, index: QModelIndex) -> None:
        line = self._model.lines[index.row()] if index.isValid() else None
        if line is None or line.action is None or line.action.reason or line.action.does is None:
            return
        action = line.action
        self.leave()
        self.ran.emit(action.id)
        QTimer.singleShot(0, self.window(), self._deed(action))

    def _deed(self, action: Action) -> Callable[[], object]:
        return lambda: action.does() if action.does is not None else None

    # -- Qt's own ------------------------------------------------------------------------------------------------------

    def _place(self) -> None:
        high = sum(theme.scaled(ROW if line.action else HEAD) for line in self._model.lines)
        most = min(theme.scaled(ROW) * MOST + 3 * theme.scaled(HEAD), self.height() - theme.scaled(TOP) - 160)
        self.list.setFixedHeight(max(theme.scaled(HEAD), min(high, most)) + 8)
        wide = min(theme.scaled(WIDE), self.width() - 32)
        self._panel.setFixedWidth(wide)
        self._panel.adjustSize()
        self._panel.move((self.width() - wide) // 2, min(theme.scaled(TOP), self.height() // 8))

    def event(self, event: QEvent) -> bool:
        """While it is open every key is its own: no shortcut of the page behind."""
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows choose, Enter does, Esc leaves, F1 lists all keys; the letters go to the line."""
        key = event.key()
        control = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape or (control and key == Qt.Key.Key_K):
            self.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._step(-1 if key == Qt.Key.Key_Up else 1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._step(-MOST if key == Qt.Key.Key_PageUp else MOST)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._run(self.list.currentIndex())
        elif key == Qt.Key.Key_F1:
            self.leave()
            self.keys_wanted.emit()

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Tab stays in here; Qt asks too when this goes, and the focus has to go with it."""
        return self._open or super().focusNextPrevChild(forward)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press beside it leaves."""
        if not self._panel.geometry().contains(event.position().toPoint()):
            self.leave()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """As large as the window."""
        if event.type() == QEvent.Type.Resize and watched is self.parentWidget() and self.isVisible():
            self.setGeometry(self.parentWidget().rect())
            self._place()
        return False

    def paintEvent(self, event: QPaintEvent) -> None:
        """The page behind, dimmed."""
        QPainter(self).fillRect(self.rect(), DIM)


class _Panel(QWidget):
    def paintEvent(self, event: QPaintEvent) -> None:
        shapes.panel(self)
