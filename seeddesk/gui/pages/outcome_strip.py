"""The strip of outcomes: how many files became what; each cell filters the table below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QButtonGroup, QWidget

from seeddesk.domain.report import ImportReport
from seeddesk.gui import i18n, icons, theme
from seeddesk.gui.models.reports import OUTCOMES
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.pressable import Pressable


class _Row(Flow):
    """Cells edge to edge, in a second line where one is too short for large text."""

    GAP = 0


class OutcomeStrip(QWidget):
    """`chosen`: an outcome, ``""`` for all."""

    chosen = Signal(str)

    def __init__(self, words: dict[str, str]) -> None:
        super().__init__()
        row = _Row(self)
        self._group = QButtonGroup(self)
        self._cells: dict[str, _Cell] = {}
        for status in ("", *OUTCOMES):
            icon, ink = OUTCOMES.get(status, ("", "accent"))
            cell = _Cell(words[status], icon, ink)
            cell.clicked.connect(lambda _=False, status=status: self.chosen.emit(status))
            self._group.addButton(cell)
            self._cells[status] = cell
            row.addWidget(cell)
        self._cells[""].setChecked(True)

    def show_report(self, report: ImportReport) -> None:
        """The counts; their sum is the number of files."""
        self._cells[""].setChecked(True)
        for status, cell in self._cells.items():
            cell.show_count(report.count(status) if status else len(report.files))

    def choose(self, number: int) -> None:
        """Press a cell by its number."""
        cells = list(self._cells.values())
        if number < len(cells):
            cells[number].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        """The hairline below."""
        QPainter(self).fillRect(0, self.height() - 1, self.width(), 1, theme.colour("line"))


class _Cell(Pressable):
    def __init__(self, word: str, icon: str, ink: str) -> None:
        super().__init__()
        self.setText(word)
        self._icon, self._ink, self._count = icon, ink, 0
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.show_count(0)

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()}: {count}")
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetrics(theme.font("hint")).horizontalAdvance(self.text()) + (
            theme.scaled(14) + 8 if self._icon else 0
        )
        if theme.roomy():
            return QSize(max(theme.scaled(72), words + 34), theme.scaled(64))
        return QSize(words + self._count_width() + 42, theme.scaled(36))

    def _count_width(self) -> int:
        return QFontMetrics(theme.font("label")).horizontalAdvance(i18n.number(self._count))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        rect = QRectF(self.rect())
        if self.isChecked() or self.underMouse():
            painter.fillRect(rect, theme.colour("sel" if self.isChecked() else "hover"))
        painter.fillRect(QRectF(rect.right() - 1, 0, 1, rect.height()), theme.colour("line"))
        painter.fillRect(QRectF(0, rect.height() - 1, rect.width(), 1), theme.colour("line"))
        if self.hasFocus():
            painter.setPen(QPen(theme.colour("accent"), 2))
            painter.drawRect(rect.adjusted(1, 1, -2, -2))
        half, left = rect.height() / 2, 16.0
        figure, words = QRectF(left, 4, rect.width(), half), QRectF(0, half, rect.width(), half - 2)
        if not theme.roomy():  # beside one another: files are what the room is for
            figure, words = rect.adjusted(left, 0, 0, -1), rect.adjusted(0, 0, 0, -1)
            left += self._count_width() + 8
        painter.setFont(theme.font("title" if theme.roomy() else "label"))
        painter.setPen(theme.colour("text"))
        painter.drawText(figure, Qt.AlignmentFlag.AlignVCenter, i18n.number(self._count))
        if self._icon:
            side = theme.scaled(14)
            box = QRectF(left, words.center().y() - side / 2, side, side)
            icons.paint(painter, box, self._icon, theme.colour(self._ink))
            left += side + 6
        painter.setFont(theme.font("hint"))
        painter.setPen(theme.colour(self._ink))
        painter.drawText(words.adjusted(left, 0, 0, 0), Qt.AlignmentFlag.AlignVCenter, self.text())
