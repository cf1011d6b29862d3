"""How a practice looks in the list: two lines when narrow, a row of a table when wide."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from seeddesk.domain.form import Form
from seeddesk.domain.listing import PracticeRow
from seeddesk.domain.query import Clause, found_ranges
from seeddesk.gui import i18n, icons, names, shapes, theme
from seeddesk.gui.models.practices import ROW, PracticesModel

NARROW = 100  # a column of numbers, which cannot be cut
TABLE_FROM = 720  # list width from which it is a table
SCROLL_BAR = 12  # as wide as the style sheet says
# sort name -> share of the width beyond the fixed ones, pixels at least
COLUMNS = {
    "title": (4.0, 200),
    "code": (0.0, 150),
    "place": (0.8, 110),
    "country": (0.4, 90),
    "lead_org": (1.6, 130),
    "stage": (0.8, 110),
    "year": (0.0, 56),
    "status": (0.2, 128),
    "completeness": (0.0, 88),
    "conflicts": (0.0, 72),
    "updated": (0.0, 120),
}


def columns(width: int, chosen: Sequence[str]) -> list[tuple[str, int, int]]:
    """The table's columns at a width: name, left edge, width. Where they do not all fit, those of words give way to those of numbers."""
    known = [(name, *COLUMNS[name]) for name in chosen if name in COLUMNS]
    fixed = sum(theme.scaled(least) for _, _, least in known)
    room = width - 32
    spare, yielding = max(0, room - fixed), sum(theme.scaled(least) for _, _, least in known if least > NARROW)
    squeeze = 1.0 if spare or not yielding else max(0.3, 1 - (fixed - room) / yielding)
    shares = sum(share for _, share, _ in known) or 1.0
    left, found = 16, []
    for name, share, least in known:
        wide = int(theme.scaled(least) * (squeeze if least > NARROW else 1.0)) + int(spare * share / shares)
        found.append((name, left, wide))
        left += wide
    return found


class PracticeDelegate(QStyledItemDelegate):
    """Paints rows; the words come from the form, and those searched for are marked."""

    def __init__(self, form: Form, lang: str, model: PracticesModel, parent: object = None) -> None:
        super().__init__(parent)
        self._form, self._lang, self._model = form, lang, model

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """64 px, or 40 in a table, at factor 1."""
        wide = option.widget.width() if option.widget is not None else 0
        return QSize(100, theme.scaled(40 if wide >= TABLE_FROM else 64))

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Paint one practice."""
        row: PracticeRow = index.data(ROW)
        rect = option.rect
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_ground(painter, option, index)
        if rect.width() >= TABLE_FROM:
            self._paint_table(painter, rect, row)
        else:
            wide = option.widget.width() - SCROLL_BAR  # numbers stand in one line whether or not the list scrolls
            self._paint_two_lines(painter, QRect(rect.left(), rect.top(), wide, rect.height()), row)
        painter.restore()

    def _paint_two_lines(self, painter: QPainter, rect: QRect, row: PracticeRow) -> None:
        mark, left, right = theme.scaled(14), rect.left() + 26 + theme.scaled(14), rect.right() - 16
        first, second = rect.top() + theme.scaled(10), rect.top() + theme.scaled(34)
        high = theme.line_height("label")
        shapes.status(painter, QRectF(rect.left() + 16, first + (high - mark) / 2, mark, mark), row.status)
        percent = f"{row.completeness} %"
        hint = QFontMetrics(theme.font("hint"))
        ring = theme.scaled(16)
        ring_left = right - hint.horizontalAdvance("100 %") - 8 - ring
        shapes.ring(painter, QRectF(ring_left, first + (high - ring) / 2, ring, ring), row.completeness)
        paint_words(
            painter,
            "hint",
            "text2",
            QRectF(ring_left, first, right - ring_left, high),
            percent,
            Qt.AlignmentFlag.AlignRight,
        )
        title, marked = self._title(row), self._model.asked.marked
        _mark(painter, "label", QRectF(left, first, ring_left - left - 12, high), title, marked)
        paint_words(painter, "label", "text", QRectF(left, first, ring_left - left - 12, high), title)
        low = theme.line_height("hint")
        end = right
        if row.conflicts:
            words = QCoreApplication.translate("PracticesModel", "%n conflict(s)", "", row.conflicts)
            small = QFontMetrics(theme.font("small"))
            end = right - small.horizontalAdvance(words)
            paint_words(painter, "small", "conf", QRectF(end, second, right - end + 2, low), words)
            side = theme.scaled(12)
            mark_left = end - 6 - side
            icons.paint(
                painter, QRectF(mark_left, second + (low - side) / 2, side, side), "arrows-split", theme.colour("conf")
            )
            end = mark_left - 6
        status = names.status(self._form, row.status, self._lang)
        width = hint.horizontalAdvance(status) + 1
        paint_words(
            painter, "hint", shapes.STATUS_INK.get(row.status, "text2"), QRectF(left, second, width, low), status
        )
        stage = names.choice(self._form, "stage", row.stage, self._lang) if row.stage else ""
        rest = "".join(f" · {word}" for word in (self._where(row), stage, row.year) if word)
        paint_words(painter, "hint", "text2", QRectF(left + width, second, end - left - width - 8, low), rest)

    def _paint_table(self, painter: QPainter, rect: QRect, row: PracticeRow) -> None:
        stage = names.choice(self._form, "stage", row.stage, self._lang) if row.stage else ""
        middle, mark, ring, side = rect.center().y(), theme.scaled(14), theme.scaled(16), theme.scaled(12)
        for name, left, width in columns(rect.width(), self._model.columns):
            box = QRectF(rect.left() + left, rect.top(), width - 12, rect.height())
            if name == "title":
                _mark(painter, "label", box, self._title(row), self._model.asked.marked)
                paint_words(painter, "label", "text", box, self._title(row))
            elif name == "place":
                paint_words(painter, "body", "text2", box, self._where(row))
            elif name == "stage":
                paint_words(painter, "body", "text2", box, stage)
            elif name == "year":
                paint_words(painter, "body", "text2", box, row.year, Qt.AlignmentFlag.AlignRight)
            elif name == "status":
                shapes.status(painter, QRectF(box.left(), middle - mark / 2, mark, mark), row.status)
                ink = shapes.STATUS_INK.get(row.status, "text2")
                paint_words(
                    painter,
                    "body",
                    ink,
                    box.adjusted(8 + mark, 0, 0, 0),
                    names.status(self._form, row.status, self._lang),
                )
            elif name == "completeness":
                shapes.ring(painter, QRectF(box.left(), middle - ring / 2, ring, ring), row.completeness)
                paint_words(painter, "body", "text2", box.adjusted(8 + ring, 0, 0, 0), f"{row.completeness} %")
            elif name in ("code", "lead_org"):
                paint_words(painter, "body", "text2", box, row.code if name == "code" else row.lead_org)
            elif name == "country":
                country = names.choice(self._form, "country", row.country, self._lang) if row.country else ""
                paint_words(painter, "body", "text2", box, country)
            elif name == "updated":
                paint_words(painter, "body", "text2", box, i18n.moment(row.updated))
            elif row.conflicts:
                icons.paint(
                    painter, QRectF(box.left(), middle - side / 2, side, side), "arrows-split", theme.colour("conf")
                )
                paint_words(painter, "label", "conf", box.adjusted(6 + side, 0, 0, 0), str(row.conflicts))

    def _where(self, row: PracticeRow) -> str:
        """The place, or the country when no place is known."""
        return (
            row.place
            if row.place and row.place != row.country
            else names.choice(self._form, "country", row.country, self._lang)
        )

    def _title(self, row: PracticeRow) -> str:
        return row.title or QCoreApplication.translate("PracticesModel", "Untitled practice")


def paint_ground(painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> None:
    """What a row of a `PracticeList` stands on: chosen, under the pointer, or neither, with a hairline under it. The list is asked, because to name
    `QStyle`, which knows it too, makes a dozen enumerations: one thirtieth of a start."""
    rect, here = option.rect, option.widget
    chosen = here.is_chosen(index)
    if chosen:
        painter.fillRect(rect, theme.colour("sel"))
        painter.fillRect(rect.left(), rect.top(), 3, rect.height(), theme.colour("accent"))
    elif here.is_under_pointer(index):
        painter.fillRect(rect, theme.colour("hover"))
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, theme.colour("line"))
    if not chosen and here.has_keys(index):
        painter.setPen(theme.colour("accent"))  # the keys are here, the choice is elsewhere
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -1.5))


def _mark(painter: QPainter, role: str, box: QRectF, words: str, asked: Sequence[Clause]) -> None:
    """Tint what a search found in one line of text; the text is painted over it."""
    metrics = QFontMetrics(theme.font(role))
    cut = metrics.elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
    top = box.center().y() - metrics.height() / 2
    for start, end in found_ranges(cut, asked) if asked else ():
        left, right = metrics.horizontalAdvance(cut[:start]), metrics.horizontalAdvance(cut[:end])
        painter.fillRect(QRectF(box.left() + left, top, right - left, metrics.height()), theme.colour("hit"))


def paint_words(
    painter: QPainter,
    role: str,
    ink: str,
    box: QRectF,
    words: str,
    align: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignLeft,
) -> None:
    """One line of text, cut where its box ends."""
    font = theme.font(role)
    painter.setFont(font)
    painter.setPen(theme.colour(ink))
    cut = QFontMetrics(font).elidedText(words, Qt.TextElideMode.ElideRight, int(box.width()) + 1)
    painter.drawText(box, align | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, cut)
