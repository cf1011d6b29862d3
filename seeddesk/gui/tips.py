"""Tooltips. Qt reads one that looks like markup as markup, and would then load the pictures it names: what a person wrote must not."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt


def plain(text: str) -> str:
    """A text as a tooltip that shows it as it stands."""
    if not Qt.mightBeRichText(text):
        return text
    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")
