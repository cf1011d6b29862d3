"""Text with marks for what was added and removed, word by word; legible without colour: underlined, struck through."""

from __future__ import annotations

import difflib
import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QBrush, QFont, QResizeEvent, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QSizePolicy, QTextEdit, QWidget

from seeddesk.gui import theme

_PIECES = re.compile(r"\s+|[^\W_]+(?:[.,'’][^\W_]+)*|[^\w\s]|_")


def pieces(text: str) -> list[str]:
    """Words (numbers with their points whole), blanks and signs; joined they are the text."""
    return _PIECES.findall(text)


def marks(base: str, text: str) -> list[tuple[str, str]]:
    """(kind, words) from base to text; kind: ``same``, ``removed`` or ``added``."""
    old, new = pieces(base), pieces(text)
    found = []
    for kind, a, b, c, d in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind == "equal":
            found.append(("same", "".join(new[c:d])))
        else:
            found += [
                (name, words) for name, words in (("removed", "".join(old[a:b])), ("added", "".join(new[c:d]))) if words
            ]
    return found


class DiffText(QTextEdit):
    """Read-only text as high as it needs, at reading size. origins: letters of the versions that hold an added piece."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.document().setDocumentMargin(0)
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def show_text(self, runs: list[tuple[str, str]], origins: dict[str, str] | None = None) -> None:
        """Show runs as `marks` gives them; of kind ``unlike`` what is only to be noticed."""
        self.clear()
        cursor = QTextCursor(self.document())
        shape = QTextBlockFormat()
        shape.setLineHeight(theme.scaled(26), QTextBlockFormat.LineHeightTypes.MinimumHeight.value)
        cursor.setBlockFormat(shape)
        before = ""
        for kind, words in runs:
            if before == "removed" and kind == "added":
                cursor.insertText(" ", run_letters("same"))  # only to the eye: the two marks stand apart
            before = kind
            letter = (origins or {}).get(words.strip()) if kind == "added" else None
            behind = words[len(words.rstrip()) :] if letter else ""
            cursor.insertText(words.removesuffix(behind), run_letters(kind))
            if letter:
                above = run_letters("same")
                above.setVerticalAlignment(QTextCharFormat.VerticalAlignment.AlignSuperScript)
                above.setForeground(QBrush(theme.colour("text2")))
                cursor.insertText(letter, above)
                cursor.insertText(behind, run_letters("same"))
        self.setAccessibleName("".join(words for kind, words in runs if kind != "removed"))
        self._fit()

    def _fit(self) -> None:
        self.document().setTextWidth(max(50, self.viewport().width()))
        self.setFixedHeight(int(self.document().size().height()) + 4)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Another width, another height."""
        super().resizeEvent(event)
        self._fit()

    def sizeHint(self) -> QSize:
        """As high as the text."""
        return QSize(400, int(self.document().size().height()) + 4)


def run_letters(kind: str, role: str = "long") -> QTextCharFormat:
    """The letters of a run: ``same``, ``removed``, ``added``, or ``unlike``. role: a type size of the theme."""
    made = QTextCharFormat()
    made.setFont(theme.font(role))
    made.setForeground(QBrush(theme.colour("text")))
    if kind == "added":
        made.setBackground(QBrush(theme.colour("add_bg")))
        made.setFontUnderline(True)
    elif kind == "unlike":
        made.setFontWeight(QFont.Weight.Bold)
    elif kind == "removed":
        made.setBackground(QBrush(theme.colour("del_bg")))
        made.setFontStrikeOut(True)
    return made
