"""Choices all in sight: circles or tick boxes in columns, tiles with pictures, a scale from one end to the other."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QButtonGroup, QLayout, QSizePolicy, QVBoxLayout, QWidget

from seeddesk.domain.form import Choice, Field, Kind, pick
from seeddesk.domain.values import Value
from seeddesk.gui import theme
from seeddesk.gui.editor.asking import Asking
from seeddesk.gui.editor.main_one import MainOne
from seeddesk.gui.editor.media import picture_of
from seeddesk.gui.widgets.arranged import EvenColumns
from seeddesk.gui.widgets.check import CheckRow, paint_mark
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.pressable import Pressable
from seeddesk.gui.widgets.text import Text
from seeddesk.gui.widgets.together import Together, stop_at_chosen

PICTURE = 96  # pixels of the longer side of a choice's picture at factor 1


class OptionsInput(QWidget):
    """One or several of a list, every entry in sight. Codes the list does not know stay, chosen, under their own name.

    Choosing the chosen one again takes it back. `done`: an answer after which a person goes on (the form says ``quick``).
    """

    OFFERS = True  # its buttons, to the command palette

    edited = Signal(object)
    left = Signal()
    done = Signal()

    def __init__(self, field: Field, path: str, asking: Asking) -> None:
        super().__init__()
        self._field, self._path, self._asking = field, path, asking
        self._many = field.kind is Kind.CHOICES
        self._shown = set(field.appearance.split())
        self._value: Value = None
        self._choices: Sequence[Choice] = ()
        self._said = ""
        self._parts: dict[str, Pressable] = {}
        # One of several chooses with its arrows, as Qt does it; several are gone through with them, and each is pressed for itself.
        self._group = None if self._many else QButtonGroup(self)
        self._main = MainOne(self) if field.main_first else None
        self._together = Together(self._main.key if self._main is not None else None) if self._many else None
        if self._main is not None:
            self._main.made.connect(self._make_main)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._none = Text(self.tr("There is nothing to choose from yet."), "hint", "text3")
        column.addWidget(self._none)
        self._inner: QWidget | None = None
        self._holder = column
        self.refresh_choices()

    def refresh_choices(self) -> None:
        """Ask again what there is to choose from, and how it is called."""
        choices = self._asking.choices(self._path)
        labels = [self._asking.words(self._path, choice.label, choice.name) for choice in choices]
        said = "\n".join(f"{choice.name}\t{label}" for choice, label in zip(choices, labels, strict=True))
        if self._parts and said == self._said and choices == self._choices:
            return
        self._choices, self._said = choices, said
        focused = next((code for code, part in self._parts.items() if part.hasFocus()), "")
        if self._inner is not None:
            self._holder.removeWidget(self._inner)
            self._inner.deleteLater()
        for part in self._parts.values() if self._group is not None else ():
            self._group.removeButton(part)
        self._parts = {}
        self._inner = QWidget()
        self._layout = self._make_layout(labels)
        for choice, label in zip(choices, labels, strict=True):
            self._add(choice.name, label, choice)
        self._holder.addWidget(self._inner)
        self._none.setVisible(not choices)
        self.name(self.accessibleName())
        self.show_value(self._value)
        if focused in self._parts:
            self._parts[focused].setFocus()

    def _make_layout(self, labels: Sequence[str]) -> QLayout:
        if self._likert:
            return EvenColumns(self._inner, max(1, len(labels)), across=0)
        if self._pictures or "columns-pack" in self._shown or "compact" in self._shown:
            return Flow(self._inner)
        wanted = next((int(found[1]) for each in self._shown if (found := re.fullmatch(r"columns-(\d+)", each))), 0)
        longest = max(map(len, labels), default=0)
        if not wanted:
            most = 3 if "columns" in self._shown else 2
            wanted = most if longest <= 24 else 2 if longest <= 44 else 1
        return EvenColumns(self._inner, max(1, min(wanted, 10)))

    @property
    def _likert(self) -> bool:
        return "likert" in self._shown and not self._many

    @property
    def _pictures(self) -> bool:
        return any("image" in choice.media for choice in self._choices)

    def _add(self, code: str, label: str, choice: Choice | None = None) -> None:
        part: Pressable
        if self._likert:
            part = _Step(label, len(self._parts) == 0, len(self._parts) == len(self._choices) - 1)
        elif self._pictures and self._main is None:  # a picture has no room for what is said of the main one
            part = tile = Tile(label, round_=not self._many)
            name = pick(choice.media.get("image", {}), self._asking.lang) if choice is not None else ""
            if name:
                self._asking.file(tile, name, tile.show_picture)
        else:
            part = CheckRow(label, round_=not self._many, wraps=True)
        part.setCheckable(True)
        part.setEnabled(not self._field.read_only)
        part.clicked.connect(lambda _=False, code=code: self._pressed(code))
        self._parts[code] = part
        if self._group is not None:
            self._group.addButton(part)
        self._layout.addWidget(part)

    def show_value(self, value: Value) -> None:
        """Mark without saying so."""
        self._value = value
        codes = value if isinstance(value, tuple) else (value,) if isinstance(value, str) else ()
        for code in codes:
            if code not in self._parts:
                self._add(code, code)
        if self._group is not None:
            self._group.setExclusive(False)
        for code, part in self._parts.items():
            part.setChecked(code in codes)
        if self._group is not None:
            self._group.setExclusive(True)
            stop_at_chosen(list(self._parts.values()))
        elif self._together is not None:
            self._together.take(list(self._parts.values()))
        if self._main is not None:
            self._main.show_places(self._parts, codes)

    def begin_anew(self) -> None:
        """Another practice: codes the list does not know, which only the answers of the one before had, go."""
        known = {choice.name for choice in self._choices}
        for code in [code for code in self._parts if code not in known]:
            part = self._parts.pop(code)
            if self._group is not None:
                self._group.removeButton(part)
            self._layout.removeWidget(part)
            part.hide()
            part.deleteLater()

    def _make_main(self, code: str) -> None:
        others = self._value if isinstance(self._value, tuple) else ()
        self._say((code, *(other for other in others if other != code)))

    def _pressed(self, code: str) -> None:
        if self._many:
            before = self._value if isinstance(self._value, tuple) else (self._value,)
            on = [code for code, part in self._parts.items() if part.isChecked()]
            # In the order in which they were chosen: where the first one is the main one, whoever ticks that first need not say so.
            value: Value = (
                *(code for code in before if code in on),
                *(code for code in on if code not in before),
            ) or None
        else:
            value = None if code == self._value else code
        self._say(value)
        if value is not None and not self._many and "quick" in self._shown:
            self.done.emit()

    def _say(self, value: Value) -> None:
        self.show_value(value)
        self.edited.emit(value)
        self.left.emit()

    def setFocus(self, reason: Qt.FocusReason = Qt.FocusReason.OtherFocusReason) -> None:
        """To the chosen one, else the first."""
        parts = list(self._parts.values())
        if parts:
            next((part for part in parts if part.isChecked()), parts[0]).setFocus(reason)

    def name(self, label: str) -> None:
        """Name every part after its question."""
        self.setAccessibleName(label)
        for part in self._parts.values():
            part.setAccessibleDescription(label)


class Tile(Pressable):
    """A choice with its picture above its words."""

    def __init__(self, words: str, round_: bool) -> None:
        super().__init__()
        self._round = round_
        self._picture: QPixmap | None = None
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, data: bytes) -> None:
        """The picture's bytes came."""
        self._picture = picture_of(data, PICTURE, PICTURE)
        self.update()

    def sizeHint(self) -> QSize:
        """The picture, 8 px of air, the words."""
        words = QFontMetrics(theme.font("body")).horizontalAdvance(self.text()) + 48
        side = theme.scaled(PICTURE)
        return QSize(max(side + 24, min(words, 2 * side)), side + theme.scaled(28) + 20)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Frame, picture, mark and words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on, focus = self.isChecked(), self.hasFocus()
        painter.setPen(QPen(theme.colour("accent" if on or focus else "line"), 2 if focus else 1))
        painter.setBrush(theme.colour("sel" if on else "hover" if self.underMouse() else "base"))
        edge = 1 if focus else 0.5
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(edge, edge, -edge, -edge), 6, 6)
        side = theme.scaled(PICTURE)
        if self._picture is not None:
            at = QPointF((self.width() - self._picture.width()) / 2, 8 + (side - self._picture.height()) / 2)
            painter.drawPixmap(at, self._picture)
        foot = QRectF(0, 12 + side, self.width(), theme.scaled(28))
        paint_mark(painter, QRectF(10, foot.top() + (foot.height() - 16) / 2, 16, 16), on, self._round)
        painter.setFont(theme.font("body"))
        painter.setPen(theme.colour("text"))
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width() - 44)
        painter.drawText(foot.adjusted(34, 0, -6, 0), Qt.AlignmentFlag.AlignVCenter, words)


class _Step(Pressable):
    """One step of a scale: a circle on a line, its words below."""

    def __init__(self, words: str, first: bool, last: bool) -> None:
        super().__init__()
        self._first, self._last = first, last
        self.setText(words)
        self.setAccessibleName(words)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """The words wrap."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The circle and the wrapped words."""
        box = QFontMetrics(theme.font("hint")).boundingRect(0, 0, max(40, width - 12), 999, _WRAP, self.text())
        return theme.scaled(32) + box.height() + 8

    def sizeHint(self) -> QSize:
        """At a usual width."""
        return QSize(96, self.heightForWidth(96))

    def paintEvent(self, event: QPaintEvent) -> None:
        """The line, the circle, the words."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        middle, y = self.width() / 2, theme.scaled(32) / 2
        painter.setPen(QPen(theme.colour("line"), 2))
        painter.drawLine(QPointF(middle if self._first else 0, y), QPointF(middle if self._last else self.width(), y))
        if self.hasFocus() or self.underMouse():
            painter.setPen(QPen(theme.colour("accent"), 2) if self.hasFocus() else Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("hover"))
            painter.drawEllipse(QPointF(middle, y), 13, 13)
        paint_mark(painter, QRectF(middle - 8, y - 8, 16, 16), self.isChecked(), True)
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour("text" if self.isChecked() else "text2"))
        painter.drawText(
            QRectF(6, theme.scaled(32), self.width() - 12, self.height() - theme.scaled(32)), _WRAP, self.text()
        )


_WRAP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap)
