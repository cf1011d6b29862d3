"""Plain text put into a document by hand: blocks, two-column tables, links. What people wrote is never read as markup."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from urllib.parse import quote, unquote

from PySide6.QtCore import QUrl
from PySide6.QtGui import (
    QBrush,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
    QTextLength,
    QTextTableCellFormat,
    QTextTableFormat,
)

from seeddesk.gui import theme


@contextmanager
def rewriting(document: QTextDocument) -> Iterator[QTextCursor]:
    """A cursor in the emptied document. What is written is laid out once, at the end: after every piece it would take ten times as long."""
    document.clear()
    with adding(document) as cursor:
        yield cursor


@contextmanager
def adding(document: QTextDocument) -> Iterator[QTextCursor]:
    """The same, for writing on behind what stands there."""
    cursor = QTextCursor(document)
    cursor.beginEditBlock()
    try:
        yield cursor
    finally:
        cursor.endEditBlock()


def letters(role: str, ink: str) -> QTextCharFormat:
    """The format of letters of a role of the theme, in an ink."""
    made = QTextCharFormat()
    made.setFont(theme.font(role))
    made.setForeground(QBrush(theme.colour(ink)))
    return made


def block(cursor: QTextCursor, text: str, role: str, above: int = 0, ink: str = "text") -> None:
    """A paragraph at the end. above: room over it, in pixels at factor 1."""
    shape = QTextBlockFormat()
    shape.setTopMargin(theme.scaled(above))
    shape.setLineHeight(theme.line_height(role), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
    cursor.movePosition(QTextCursor.MoveOperation.End)
    if cursor.document().isEmpty():
        cursor.setBlockFormat(shape)
        cursor.setBlockCharFormat(letters(role, ink))
    else:
        cursor.insertBlock(shape, letters(role, ink))
    cursor.insertText(text, letters(role, ink))


def link(cursor: QTextCursor, text: str, kind: str, name: str, role: str = "label") -> None:
    """A link that follows what stands there: ``practice``, ``organisation`` or ``relation``, and which."""
    shape = letters(role, "accent")
    shape.setAnchor(True)
    shape.setAnchorHref(f"{kind}:{quote(name, safe='')}")
    cursor.movePosition(QTextCursor.MoveOperation.End)
    cursor.insertText(text, shape)


def target(url: QUrl) -> tuple[str, str]:
    """Where a link of `link` leads: its kind and name."""
    return url.scheme(), unquote(url.toString(QUrl.ComponentFormattingOption.FullyEncoded).partition(":")[2])


def table(cursor: QTextCursor, facts: Sequence[tuple[str, str]]) -> None:
    """Labels and values in two columns."""
    shape = QTextTableFormat()
    shape.setBorder(0)
    shape.setCellPadding(3)
    shape.setCellSpacing(0)
    shape.setWidth(QTextLength(QTextLength.Type.PercentageLength, 100))
    share = 32 if theme.roomy() else 44  # of labels: their longest word stays whole
    shape.setColumnWidthConstraints(
        [QTextLength(QTextLength.Type.PercentageLength, each) for each in (share, 100 - share)]
    )
    made = cursor.insertTable(len(facts), 2, shape)
    flush = QTextTableCellFormat()
    flush.setLeftPadding(0)  # labels begin where the text above and below them does
    for number, (label, value) in enumerate(facts):
        made.cellAt(number, 0).setFormat(flush)
        made.cellAt(number, 0).firstCursorPosition().insertText(label, letters("body", "text3"))
        made.cellAt(number, 1).firstCursorPosition().insertText(value, letters("body", "text"))
