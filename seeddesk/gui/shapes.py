"""Painted marks: the shape of a status, the state of a section, the ring of completeness. Shape and word carry the meaning; colour helps."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from seeddesk.gui import theme

# status code -> colour token
STATUS_INK = {
    "draft": "text2",
    "to_complete": "warn",
    "submitted": "accent",
    "in_validation": "accent",
    "validated": "ok",
    "published": "ok",
    "archived": "text3",
}


def _prepare(painter: QPainter, ink: QColor, width: float = 1.5) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(ink, width, Qt.PenStyle.SolidLine, Qt.PenCapStyle.RoundCap, Qt.PenJoinStyle.RoundJoin))
    painter.setBrush(Qt.BrushStyle.NoBrush)


def status(painter: QPainter, rect: QRectF, code: str) -> None:
    """The shape of a workflow status in a square of 14."""
    painter.save()
    ink = theme.colour(STATUS_INK.get(code, "text2"))
    _prepare(painter, ink)
    inner = rect.adjusted(1, 1, -1, -1)
    if code == "draft":
        pen = painter.pen()
        pen.setDashPattern([1.4, 1.6])
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawEllipse(inner)
    elif code == "to_complete":
        painter.drawPolygon(_triangle_up(inner))
    elif code == "submitted":
        painter.setBrush(ink)
        painter.drawPolygon(
            QPolygonF(
                [
                    inner.topLeft() + QPointF(1, 0),
                    QPointF(inner.right(), inner.center().y()),
                    inner.bottomLeft() + QPointF(1, 0),
                ]
            )
        )
    elif code == "in_validation":
        _half(painter, inner, ink)
    elif code == "validated":
        _check_disc(painter, rect, ink)
    elif code == "published":
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink)
        painter.drawRoundedRect(rect, 2, 2)
        _prepare(painter, theme.colour("base"), 1.6)
        middle = rect.center()
        painter.drawLine(middle + QPointF(0, 3.5), middle - QPointF(0, 3.5))
        painter.drawPolyline(
            QPolygonF([middle + QPointF(-3, -0.5), middle - QPointF(0, 3.5), middle + QPointF(3, -0.5)])
        )
    else:
        painter.drawRoundedRect(inner, 2, 2)
        middle = inner.center()
        painter.drawLine(middle - QPointF(3, 0), middle + QPointF(3, 0))
    painter.restore()


def panel(widget: QWidget) -> None:
    """The ground and frame of what floats over a page, painted on the whole of a widget."""
    painter = QPainter(widget)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour("ctl"), 1))
    painter.setBrush(theme.colour("base"))
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)


def section(painter: QPainter, rect: QRectF, state: str) -> None:
    """The state of a section: ``empty``, ``some``, ``complete`` or ``problem``."""
    painter.save()
    inner = rect.adjusted(1, 1, -1, -1)
    if state == "complete":
        _check_disc(painter, rect, theme.colour("ok"))
    elif state == "problem":
        ink = theme.colour("bad")
        _prepare(painter, ink)
        painter.setBrush(ink)
        painter.drawPolygon(_triangle_up(inner))
        _prepare(painter, theme.colour("base"), 1.5)
        middle = QPointF(rect.center().x(), rect.top())
        painter.drawLine(middle + QPointF(0, 5.5), middle + QPointF(0, 8.5))
        painter.drawPoint(middle + QPointF(0, 11))
    elif state == "some":
        ink = theme.colour("text2")
        _prepare(painter, ink)
        _half(painter, inner, ink)
    else:
        _prepare(painter, theme.colour("text2"))
        painter.drawEllipse(inner)
    painter.restore()


def ring(painter: QPainter, rect: QRectF, percent: int, width: float = 2.5) -> None:
    """Completeness as an arc from twelve o'clock. The number is always written beside it."""
    painter.save()
    inner = rect.adjusted(width / 2, width / 2, -width / 2, -width / 2)
    _prepare(painter, theme.colour("track"), width)
    painter.drawEllipse(inner)
    if percent:
        pen = QPen(theme.colour("ok" if percent >= 100 else "text2"), width)
        pen.setCapStyle(Qt.PenCapStyle.FlatCap)
        painter.setPen(pen)
        painter.drawArc(inner, 90 * 16, -round(360 * 16 * min(percent, 100) / 100))
    painter.restore()


def _triangle_up(rect: QRectF) -> QPolygonF:
    return QPolygonF([QPointF(rect.center().x(), rect.top()), rect.bottomRight(), rect.bottomLeft()])


def _half(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.drawEllipse(rect)
    path = QPainterPath(rect.center())
    path.arcTo(rect, 90, 180)
    path.closeSubpath()
    painter.fillPath(path, ink)


def _check_disc(painter: QPainter, rect: QRectF, ink: QColor) -> None:
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(ink)
    painter.drawEllipse(rect)
    _prepare(painter, theme.colour("base"), 1.6)
    middle = rect.center()
    painter.drawPolyline(
        QPolygonF([middle + QPointF(-3, 0.2), middle + QPointF(-0.8, 2.4), middle + QPointF(3.2, -2.2)])
    )
