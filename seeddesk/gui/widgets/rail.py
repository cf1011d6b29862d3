"""The rail at the left: where you can go, where you are."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.bars import Mark
from seeddesk.gui.widgets.pressable import Pressable
from seeddesk.gui.widgets.together import Together

MARGIN = 4  # beside a tile, which is as wide as Italian words need


class Tile(Pressable):
    """One page: icon over word, maybe a number of decisions waiting."""

    def __init__(self, icon: str, word: str, key: str) -> None:
        super().__init__()
        self._icon = icon
        self._count = 0
        self._word = word
        self.setText(word)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setToolTip(f"{word} ({key})")
        self.set_count(0)

    def set_count(self, count: int) -> None:
        """How many decisions wait behind it."""
        self._count = count
        self.setAccessibleName(f"{self._word}, {count}" if count else self._word)
        self.update()

    def nextCheckState(self) -> None:
        """Being pressed marks nothing: the mark says where one is, once one is there (`Rail.show_current`)."""

    def sizeHint(self) -> QSize:
        """60 px at factor 1."""
        return QSize(72, theme.scaled(60))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Icon, word, badge; the accent says: you are here."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        on = self.isChecked()
        rect = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        if on or (self.underMouse() and self.isEnabled()):
            painter.setPen(
                QPen(theme.colour("accent"), 2) if on and theme.scheme() == "contrast" else Qt.PenStyle.NoPen
            )
            painter.setBrush(theme.colour("sel" if on else "hover"))
            painter.drawRoundedRect(rect, 6, 6)
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), 6, 6)
        ink = theme.colour("text3" if not self.isEnabled() else "accent" if on else "text2")
        side = theme.scaled(24)
        icons.paint(painter, QRectF((self.width() - side) / 2, theme.scaled(8), side, side), self._icon, ink)
        font = theme.font("small" if on else "hint")
        painter.setFont(font)
        painter.setPen(ink)
        words = QFontMetrics(font).elidedText(self._word, Qt.TextElideMode.ElideRight, self.width() - 2)
        painter.drawText(
            QRectF(0, theme.scaled(34), self.width(), theme.scaled(20)), Qt.AlignmentFlag.AlignCenter, words
        )
        if self._count:
            self._paint_badge(painter)

    def _paint_badge(self, painter: QPainter) -> None:
        text = str(self._count) if self._count < 1000 else "999+"
        font = theme.font("small")
        painter.setFont(font)
        high = max(18, QFontMetrics(font).height() + 2)
        width = max(high, QFontMetrics(font).horizontalAdvance(text) + 10)
        box = QRectF(min(self.width() / 2 + 8, self.width() - width - 1), 3, width, high)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour("text2"))
        painter.drawRoundedRect(box, high / 2, high / 2)
        painter.setPen(theme.colour("base"))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)


class Rail(QScrollArea):
    """All tiles. pages: (name, icon, word, key, at the bottom)."""

    chosen = Signal(str)

    def __init__(self, pages: list[tuple[str, str, str, str, bool]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        theme.ground(self, "window", "right")
        inner = QWidget()
        theme.ground(inner, "window")
        column = QVBoxLayout(inner)
        column.setContentsMargins(MARGIN, 16, MARGIN, 8)
        column.setSpacing(4)
        brand = Mark("plant", 28, "accent")
        column.addWidget(brand, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addSpacing(12)
        self._together = Together()
        self.tiles: dict[str, Tile] = {}
        stretched = False
        for name, icon, word, key, bottom in pages:
            if bottom and not stretched:
                column.addStretch(1)
                stretched = True
            tile = Tile(icon, word, key)
            tile.clicked.connect(lambda _=False, name=name: self.chosen.emit(name))
            self.tiles[name] = tile
            column.addWidget(tile)
        self.setWidget(inner)
        widest = max(QFontMetrics(theme.font("small")).horizontalAdvance(word) for _, _, word, _, _ in pages)
        # Besides the words 2 px of the tile at either side, the rail's margins and its line.
        self.setFixedWidth(max(theme.scaled(88), widest + 2 * MARGIN + 5))

    def show_current(self, name: str) -> None:
        """Mark where you are; "" for none of these places."""
        for each, tile in self.tiles.items():
            tile.setChecked(each == name)
        self._together.take(list(self.tiles.values()))
