"""Icons: Phosphor's regular weight, from the font file QtAwesome carries (MIT), read without importing QtAwesome; and three shapes of our own.

Importing QtAwesome costs half a second; the font and its table of names cost a few milliseconds and load at the first icon painted.
"""

from __future__ import annotations

import importlib.util
import json
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QPainter, QPainterPath, QPen, QPixmap

from seeddesk.gui import theme

if TYPE_CHECKING:
    from PySide6.QtGui import QIcon


@cache
def _phosphor() -> tuple[str, dict[str, str]]:
    """The font's family and the numbers of its characters by name, as ``0xe182``."""
    spec = importlib.util.find_spec("qtawesome")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("QtAwesome is not installed")
    folder = Path(spec.origin).parent / "fonts"
    number = QFontDatabase.addApplicationFont(str(next(folder.glob("phosphor-*.ttf"))))
    names: dict[str, str] = json.loads(next(folder.glob("phosphor-charmap-*.json")).read_text(encoding="utf-8"))
    return QFontDatabase.applicationFontFamilies(number)[0], names


def paint(painter: QPainter, rect: QRectF, name: str, ink: QColor) -> None:
    """Paint an icon into a square."""
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if name in _OWN:
        pen = QPen(ink, max(1.2, rect.width() / 13))
        pen.setCapStyle(Qt.PenCapStyle.RoundCap)
        pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(pen)
        painter.translate(rect.topLeft())
        painter.scale(rect.width() / 16, rect.height() / 16)
        pen.setWidthF(pen.widthF() * 16 / rect.width())
        painter.setPen(pen)
        painter.drawPath(_OWN[name]())
    else:
        family, numbers = _phosphor()
        glyphs = QFont(family)
        glyphs.setPixelSize(round(rect.width()))
        painter.setFont(glyphs)
        painter.setPen(ink)
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, chr(int(numbers[name], 16)))
    painter.restore()


def icon(name: str, token: str = "text2") -> QIcon:
    """An icon for Qt's own controls and menus, in a colour token of the palette in force."""
    from PySide6.QtGui import QIcon  # Qt makes a class when it is named, and the first list has no menu

    made = QIcon()
    for ratio in (1, 2):
        side = 16 * ratio
        picture = QPixmap(side, side)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, QRectF(0, 0, side, side), name, theme.colour(token))
        painter.end()
        picture.setDevicePixelRatio(ratio)
        made.addPixmap(picture)
    return made


def _plant() -> QPainterPath:
    """A stem with two leaves: the brand."""
    path = QPainterPath(QPointF(8, 15))
    path.lineTo(8, 8.5)
    path.cubicTo(8, 4.5, 5, 2.5, 1, 2.5)
    path.cubicTo(1, 6.5, 3.5, 8.8, 8, 8.5)
    path.moveTo(8, 10.5)
    path.cubicTo(8, 6.5, 11, 4.3, 15, 4.3)
    path.cubicTo(15, 8.3, 12.5, 10.6, 8, 10.5)
    return path


def _split() -> QPainterPath:
    """One line that parts in two arrows: a conflict."""
    path = QPainterPath(QPointF(8, 14.5))
    path.lineTo(8, 9.5)
    path.lineTo(2.5, 4)
    path.moveTo(2.5, 8)
    path.lineTo(2.5, 4)
    path.lineTo(6.5, 4)
    path.moveTo(8, 9.5)
    path.lineTo(13.5, 4)
    path.moveTo(9.5, 4)
    path.lineTo(13.5, 4)
    path.lineTo(13.5, 8)
    return path


def _sidebar() -> QPainterPath:
    """A page with another beside it; Phosphor's columns pass for a pause."""
    path = QPainterPath()
    path.addRoundedRect(QRectF(1.8, 2.8, 12.4, 10.4), 1.2, 1.2)
    path.moveTo(9.8, 2.8)
    path.lineTo(9.8, 13.2)
    return path


_OWN = {"plant": _plant, "arrows-split": _split, "sidebar": _sidebar}
