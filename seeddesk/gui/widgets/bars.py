"""The bars of a page: top bar, status bar, key hints."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QWidget

from seeddesk.gui import icons, theme
from seeddesk.gui.widgets.button import key_text
from seeddesk.gui.widgets.text import Text

_CLOSE, _BESIDE, _APART = 4, 6, 16  # between keys pressed together, before the words for them, before the next ones


class Bar(QWidget):
    """A strip across with a hairline. edge: bottom (top bar), top (action bar)."""

    def __init__(
        self, height: int, ground: str = "base", edge: str = "bottom", margin: int = 16, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        theme.ground(self, ground, edge)
        self.setMinimumHeight(theme.scaled(height))
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.row = QHBoxLayout(self)
        self.row.setContentsMargins(margin, 0, margin, 0)
        self.row.setSpacing(8)


class Mark(QWidget):
    """An icon standing by itself, of no meaning without the words beside it."""

    def __init__(self, name: str, size: int = 16, ink: str = "text2", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._name, self._ink = name, ink
        side = theme.scaled(size)
        self.setFixedSize(side, side)

    def show_icon(self, name: str, ink: str) -> None:
        """Another icon in another ink."""
        self._name, self._ink = name, ink
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the icon."""
        icons.paint(QPainter(self), QRectF(self.rect()), self._name, theme.colour(self._ink))


class Keys(QWidget):
    """Key caps with the words for what they do. pairs: (key sequence, words) · yields: where there is too little room the first ones go."""

    def __init__(self, pairs: list[tuple[str, str]], yields: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._pairs = [(key_text(key).split() if len(key) > 1 else [key], words) for key, words in pairs]
        self.setAccessibleName("; ".join(f"{' '.join(caps)}: {words}" for caps, words in self._pairs))
        self.setSizePolicy(QSizePolicy.Policy.Maximum if yields else QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def _parts(self, first: int = 0) -> list[tuple[str, bool, int, int]]:
        """text · whether a cap · wide · the gap before it: keys stand by their words, and away from the next key that does something."""
        metrics = QFontMetrics(theme.font("hint"))
        parts: list[tuple[str, bool, int, int]] = []
        named = False
        for caps, words in self._pairs[first:]:
            for place, cap in enumerate(caps):
                gap = 0 if not parts else _APART if not place and named else _CLOSE
                parts.append((cap, True, metrics.horizontalAdvance(cap) + 12, gap))
            named = bool(words)
            if words:
                parts.append((words, False, metrics.horizontalAdvance(words), _BESIDE))
        return parts

    @staticmethod
    def _wide(parts: list[tuple[str, bool, int, int]]) -> int:
        return sum(width + gap for _, _, width, gap in parts)

    def sizeHint(self) -> QSize:
        """Room for all caps and words."""
        return QSize(self._wide(self._parts()), QFontMetrics(theme.font("hint")).height() + 6)

    def minimumSizeHint(self) -> QSize:
        """Room for the last of them."""
        return QSize(self._wide(self._parts(max(0, len(self._pairs) - 1))), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint caps and words in a row."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setFont(theme.font("hint"))
        fitting = (parts for n in range(len(self._pairs)) if self._wide(parts := self._parts(n)) <= self.width())
        shown = next(fitting, self._parts(max(0, len(self._pairs) - 1)))
        x = float(self.width() - self._wide(shown)) if len(shown) < len(self._parts()) else 0.0
        for text, cap, width, gap in shown:
            x += gap
            if cap:
                box = QRectF(x + 0.5, 1.5, width - 1, self.height() - 3)
                painter.setPen(QPen(theme.colour("line"), 1))
                painter.setBrush(theme.colour("base"))
                painter.drawRoundedRect(box, 3, 3)
            painter.setPen(theme.colour("text2"))
            painter.drawText(QRectF(x, 0, width, self.height()), Qt.AlignmentFlag.AlignCenter, text)
            x += width


class StatusBar(Bar):
    """The truth about the page's data at the left, keys at the right."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(28, "window", "top", parent=parent)
        self._mark = Mark("check", 14, "ok")
        self._truth = Text(role="hint", ink="text2")
        self._more = Text(role="hint", ink="text2")
        self._keys: Keys | None = None
        self._pairs: list[tuple[str, str]] = []
        self._used: bool | None = None
        for widget in (self._mark, self._truth):
            self.row.addWidget(widget)
        self.row.addSpacing(8)
        self.row.addWidget(self._more)
        self.row.addStretch(1)
        self.tell("", "")
        self.show_keys([])

    def tell(self, icon: str, truth: str, ink: str = "text2", more: str = "") -> None:
        """Say how things stand."""
        self._mark.setVisible(bool(icon))
        if icon:
            self._mark.show_icon(icon, ink)
        self._truth.setText(truth)
        self._truth.setFont(theme.font("small" if ink in ("ok", "bad") else "hint"))
        self._truth.set_ink(ink)
        self._more.setText(more if theme.roomy() else "")

    @property
    def truth(self) -> str:
        """What it says now."""
        return self._truth.text()

    def show_keys(self, pairs: list[tuple[str, str]], used: bool = True) -> None:
        """The keys worth knowing on this page; the one that finds all the others stands at the end. used: see `use_keys`."""
        self._pairs, self._used = pairs, None
        self.use_keys(used)

    def use_keys(self, on: bool) -> None:
        """Whether the page has anything now that its keys would act on."""
        if on == self._used:
            return
        self._used = on
        if self._keys is not None:
            self._keys.deleteLater()
        self._keys = Keys([*(self._pairs if on else ()), ("Ctrl+K", self.tr("commands"))], yields=True)
        self.row.addWidget(self._keys)
        self._keys.setVisible(theme.roomy())
