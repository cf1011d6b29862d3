"""A dossier drawn page by page, in our own layout: paper is white in every palette. Lines are laid out once and kept while they stay the same."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetricsF,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
    QTextCharFormat,
    QTextLayout,
    QTextOption,
)
from PySide6.QtWidgets import QWidget

from seeddesk.domain.sheet import Cell, Line, Row, Run, Sheet
from seeddesk.gui import theme
from seeddesk.gui.editor.media import picture_of

INK, HEAD, HINT, GREY, BORDER, EDGE = "#1A1A1A", "#0B3F4E", "#4A5357", "#EDF0F0", "#9AA5A8", "#DCE2E3"
BAR = "#0C6178"
DESK, MARGIN, TALL = 32, 33, 1.38  # pixels round a page and in it, height by width
LEADING = 1.12  # of a line
LEAST = 0.75  # of its size: how small a label is set where its column is narrow
KEPT = 4000  # layouts remembered
_ALONE = ("title", "heading1", "heading2", "heading3", "heading4", "label", "names", "aside")
_SIZES = {"title": 22, "heading1": 16, "heading2": 12, "heading3": 12, "heading4": 12, "header": 11, "caption": 11}
_AIR = {
    "title": (4, 2),
    "subtitle": (0, 8),
    "heading1": (16, 5),
    "heading2": (9, 1),
    "heading3": (8, 1),
    "heading4": (8, 1),
    "help": (6, 6),
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """Something that stands on one page: how high it is, how it is painted at a height, and which field it shows."""

    high: float
    paint: Callable[[QPainter, float], None]
    path: str = ""
    follows: bool = False  # it heads what comes next: never last on a page


class SheetView(QWidget):
    """The pages under one another. `chosen`: the path of a field that was pressed · `paged`: pages were made anew."""

    chosen = Signal(str)
    paged = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._sheet = Sheet(())
        self._pages: list[list[tuple[float, _Piece]]] = []
        self._layouts: dict[tuple[object, ...], QTextLayout] = {}
        self._wide = 0.0
        self.marked = ""
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAccessibleName(self.tr("Preview of the dossier"))

    @property
    def pages(self) -> int:
        """How many."""
        return len(self._pages)

    @property
    def words(self) -> str:
        """Everything it says, a line each."""
        return "\n".join("".join(run.text for run in line.runs + line.aside) for line in _lines(self._sheet))

    def show_sheet(self, sheet: Sheet) -> None:
        """Another text."""
        self._sheet = sheet
        self._arrange()

    def mark(self, path: str) -> None:
        """The field being written."""
        if self.marked != path:
            self.marked = path
            self.update()

    def top_of(self, number: int) -> int:
        """Where a page begins, from 0."""
        return round(DESK + number * (self._page_height + 24)) if number else 0

    def page_at(self, y: int) -> int:
        """The page at a height, from 0."""
        return max(0, min(self.pages - 1, int(y / (self._page_height + 24))))

    def place_of(self, path: str) -> tuple[int, int] | None:
        """Top and height of a field on the view; None when it is not in the document."""
        found = [
            (self._page_top(number) + y, piece.high)
            for number, page in enumerate(self._pages)
            for y, piece in page
            if piece.path == path
        ]
        return (round(found[0][0]), round(found[-1][0] + found[-1][1] - found[0][0])) if found else None

    def _page_top(self, number: int) -> float:
        return DESK + number * (self._page_height + 24)

    @property
    def _page_width(self) -> float:
        return max(240.0, self.width() - 2 * DESK)

    @property
    def _zoom(self) -> float:
        """Larger words on a wide page, so that lines stay readable."""
        return max(1.0, min(1.3, self._page_width / 620))

    @property
    def _page_height(self) -> float:
        return self._page_width * TALL

    def _arrange(self) -> None:
        self._wide = self._page_width - 2 * MARGIN
        room = self._page_height - 2 * MARGIN - theme.scaled(24)
        if len(self._layouts) > KEPT:
            self._layouts.clear()
        self._pages = [[]]
        y = 0.0
        waiting: list[_Piece] = []
        for piece in (*self._pieces(), None):
            if piece is not None and piece.follows:
                waiting.append(piece)
                continue
            group = [*waiting, *([piece] if piece is not None else [])]
            waiting = []
            high = sum(each.high for each in group)
            if y and y + high > room:
                self._pages.append([])
                y = 0.0
            for each in group:
                self._pages[-1].append((MARGIN + y, each))
                y += each.high
        self.setFixedHeight(round(self._page_top(self.pages - 1) + self._page_height + DESK))
        self.update()
        self.paged.emit()

    def _pieces(self) -> Iterator[_Piece]:
        parts = self._sheet.parts
        for number, part in enumerate(parts):
            if isinstance(part, Row):
                after = parts[number + 1] if number + 1 < len(parts) else None
                heads = all(cell.grey for cell in part.cells) and isinstance(after, Row)
                yield self._row(part, heads, last=not isinstance(after, Row))
            elif part.style == "space":
                yield _Piece(8, lambda painter, y: None)
            elif part.picture:
                yield self._picture(part)
            else:
                around = (*parts[max(0, number - 1) : number], *parts[number + 1 : number + 2])
                alone = not any(
                    isinstance(each, Line) and each.style == "text" and each.path == part.path for each in around
                )
                yield from self._paragraph(part, alone)

    def _paragraph(self, line: Line, alone: bool) -> Iterator[_Piece]:
        """alone: no other paragraph of an answer stands beside it; an empty one is then an answer to be written, else one of its blank lines."""
        before, after = _AIR.get(line.style, (0, 3))
        inset = 10 if line.style == "help" else 0
        empty = alone and line.style == "text" and not line.runs
        runs = (Run(self.tr("to be written"), "unknown"),) if empty else line.runs
        layout = self._lay(runs, line.style, self._wide - inset)
        side = self._lay(line.aside, "aside", self._wide / 2) if line.aside else None
        below = side is not None and self._crowded(layout, side)
        many = layout.lineCount()
        for at in range(many):
            one = layout.lineAt(at)
            over = (before if not at else 0.0, after if at == many - 1 and not below else 0.0)
            top = over[0] - one.y()
            beside = side if not at and not below else None

            def paint(
                painter: QPainter, y: float, at: int = at, top: float = top, beside: QTextLayout | None = beside
            ) -> None:
                painter.setPen(QColor(_ink(line.style)))
                here = layout.lineAt(at)
                here.draw(painter, QPointF(MARGIN + inset, y + top))
                first = y + top + here.y()
                if beside is not None:
                    painter.setPen(QColor(HINT))
                    lower = here.height() - beside.lineAt(0).height()
                    beside.draw(painter, QPointF(MARGIN + self._wide / 2, first + max(0.0, lower)))
                if inset:
                    painter.fillRect(QRectF(MARGIN, first, 2, here.height() + 2), QColor(HEAD))

            base = one.height() * LEADING
            yield _Piece(base + sum(over), paint, line.path, line.style in _ALONE)
        if below:
            yield from self._paragraph(Line("aside", line.aside, path=line.path), False)

    def _crowded(self, layout: QTextLayout, side: QTextLayout) -> bool:
        """Whether what stands at the right of a line would meet its words, as with large text: then it stands below."""
        met = layout.lineAt(0).naturalTextWidth() + side.lineAt(0).naturalTextWidth() + 12 > self._wide
        return met or side.lineCount() > 1

    def _row(self, row: Row, heads: bool, last: bool) -> _Piece:
        whole = sum(cell.width for cell in row.cells) or 1
        x, placed, high = float(MARGIN), [], 0.0
        for cell in row.cells:
            wide = self._wide * cell.width / whole
            layouts = [self._lay(line.runs, line.style, wide - 14) for line in cell.lines]
            placed.append((x, wide, cell.grey, layouts))
            high = max(high, sum(each.boundingRect().height() for each in layouts))
            x += wide
        high = max(high + 6, theme.scaled(22))

        def paint(painter: QPainter, y: float) -> None:
            for left, wide, grey, layouts in placed:
                box = QRectF(left, y, wide, high)
                if grey:
                    painter.fillRect(box, QColor(GREY))
                painter.setPen(QPen(QColor(BORDER), 1))
                # Up to where the next one begins: rounded by themselves, two lines stood beside one another.
                whole = (round(left) + 0.5, round(y) + 0.5, round(left + wide) + 0.5, round(y + high) + 0.5)
                painter.drawRect(QRectF(QPointF(*whole[:2]), QPointF(*whole[2:])))
                painter.setPen(QColor(INK))
                top = y + 3
                for each in layouts:
                    each.draw(painter, QPointF(left + 7, top))
                    top += each.boundingRect().height()

        return _Piece(high + (8 if last else 0), paint, row.path, heads)

    def _picture(self, line: Line) -> _Piece:
        wide = min(self._wide * 0.63, (self._wide * 0.42) / line.ratio if line.ratio else self._wide)
        high = wide * line.ratio
        picture = picture_of(line.picture, 900, 900)

        def paint(painter: QPainter, y: float) -> None:
            if picture is not None:
                painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
                painter.drawPixmap(QRectF(MARGIN, y, wide, high), picture, QRectF(picture.rect()))

        return _Piece(high + 4, paint, line.path, follows=True)

    def _lay(self, runs: tuple[Run, ...], style: str, width: float) -> QTextLayout:
        key = (runs, style, round(width))
        found = self._layouts.get(key)
        if found is not None:
            return found
        size = round(theme.scaled(_SIZES.get(style, 11 if style == "aside" else 12)) * self._zoom)
        font = QFont(theme.font("body"))
        font.setFamilies(["Calibri", "Carlito", *font.families()])
        font.setPixelSize(size)
        font.setBold(style in ("title", "label") or style.startswith("heading"))
        text = "".join(run.text for run in runs).replace("\n", "\u2028").replace("\t", "  ")
        if style == "label":  # in a narrow column a heading is set smaller rather than broken within a word
            longest = max(map(QFontMetricsF(font).horizontalAdvance, text.split()), default=0.0)
            if longest > width:
                font.setPixelSize(max(round(size * LEAST), int(size * width / longest)))
        layout = QTextLayout(text or " ", font)
        option = QTextOption()
        right = style in ("aside", "number")
        option.setAlignment(Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft)
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
        formats, at = [], 0
        for run in runs:
            if run.role:
                looks = QTextCharFormat()
                looks.setForeground(QColor(HINT))
                if run.role == "strong":
                    looks.setForeground(QColor(INK))
                    looks.setFontWeight(QFont.Weight.Bold)
                elif run.role == "unknown":
                    looks.setFontItalic(True)
                else:
                    looks.setFontWeight(QFont.Weight.Normal)
                    looks.setProperty(QTextCharFormat.Property.FontPixelSize, round(theme.scaled(11) * self._zoom))
                piece = QTextLayout.FormatRange()
                piece.start, piece.length, piece.format = at, len(run.text), looks
                formats.append(piece)
            at += len(run.text)
        layout.setFormats(formats)
        layout.beginLayout()
        y = 0.0
        while (line := layout.createLine()).isValid():
            line.setLineWidth(max(10.0, width))
            line.setPosition(QPointF(0, y))
            y += line.height() * LEADING
        layout.endLayout()
        self._layouts[key] = layout
        return layout

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages in sight."""
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour("sunken"))
        wide, high = self._page_width, self._page_height
        for number, page in enumerate(self._pages):
            top = self._page_top(number)
            paper = QRectF(DESK, top, wide, high)
            if not paper.intersects(QRectF(event.rect())):
                continue
            painter.fillRect(paper, QColor("#FFFFFF"))
            painter.setPen(QPen(QColor(EDGE), 1))
            painter.drawRect(paper.adjusted(0.5, 0.5, -0.5, -0.5))
            painter.save()
            painter.translate(DESK, 0)
            for y, piece in page:
                piece.paint(painter, top + y)
                if self.marked and piece.path == self.marked:
                    painter.fillRect(QRectF(MARGIN - 13, top + y, 3, piece.high), QColor(BAR))
            self._foot(painter, top + high - MARGIN - theme.scaled(12))
            painter.restore()

    def _foot(self, painter: QPainter, y: float) -> None:
        """Without the page's number: words are larger here than on paper, so that Word needs fewer pages."""
        painter.setPen(QPen(QColor(BORDER), 1))
        painter.drawLine(QPointF(MARGIN, y), QPointF(MARGIN + self._wide, y))
        left = self._lay((Run(self._sheet.footer),), "caption", self._wide)
        painter.setPen(QColor(HINT))
        left.draw(painter, QPointF(MARGIN, y + 4))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Go to the field that was pressed."""
        number = self.page_at(round(event.position().y()))
        if number < 0:
            return
        y = event.position().y() - self._page_top(number)
        found = next((piece.path for top, piece in self._pages[number] if top <= y < top + piece.high), "")
        if found:
            self.chosen.emit(found)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, other lines."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._layouts.clear()
            self._arrange()


def _ink(style: str) -> str:
    if style in ("title", "heading1"):
        return HEAD
    return HINT if style in ("header", "help", "caption", "subtitle", "aside") else INK


def _lines(sheet: Sheet) -> Iterator[Line]:
    for part in sheet.parts:
        if isinstance(part, Line):
            yield part
        else:
            for cell in part.cells:
                assert isinstance(cell, Cell)
                yield from cell.lines
