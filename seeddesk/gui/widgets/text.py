"""Text on the page. Always plain: what a person wrote is never read as markup."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QSizePolicy, QWidget

from seeddesk.gui import theme
from seeddesk.gui.tips import plain


class Text(QLabel):
    """A label. role: a type size of the theme · ink: a colour token · wrap: over several lines."""

    def __init__(
        self, text: str = "", role: str = "body", ink: str = "text", wrap: bool = False, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setFont(theme.font(role))
        self.setProperty("ink", ink)
        self.setWordWrap(wrap)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)
        self.setText(text)

    def set_ink(self, ink: str) -> None:
        """Change the colour token."""
        if self.property("ink") != ink:
            self.setProperty("ink", ink)
            self.style().unpolish(self)
            self.style().polish(self)


class Label(Text):
    """A label: on one line where there is room for it, else on several."""

    def __init__(self, text: str = "", role: str = "label", ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, role, ink, wrap=True, parent=parent)

    def sizeHint(self) -> QSize:
        """As wide as the text: Qt would wish for something squarer."""
        lines, metrics = self.text().split("\n"), self.fontMetrics()
        return QSize(max(map(metrics.horizontalAdvance, lines)) + 2, metrics.lineSpacing() * len(lines))


class Elided(Text):
    """A title on one line: cut with an ellipsis when there is no room, whole in the tooltip and for assistive technology."""

    def __init__(self, text: str = "", role: str = "title", ink: str = "text", parent: QWidget | None = None) -> None:
        super().__init__(text, role, ink, parent=parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def setText(self, text: str) -> None:
        """Show another title."""
        super().setText(" ".join(text.split()))
        self.setAccessibleName(text)

    def minimumSizeHint(self) -> QSize:
        """Narrow is fine: the text is cut."""
        return QSize(theme.scaled(40), super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        """As wide as the text."""
        width = self.fontMetrics().horizontalAdvance(self.text()) + 2
        return QSize(width, super().sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what fits."""
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        self.setToolTip(plain(self.text()) if shown != self.text() else "")
        painter = QPainter(self)
        painter.setPen(theme.colour(self.property("ink")))
        painter.setFont(self.font())
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, shown)


def rule(parent: QWidget | None = None) -> QFrame:
    """A hairline across."""
    line = QFrame(parent)
    line.setProperty("rule", "true")
    line.setFixedHeight(1)
    return line
