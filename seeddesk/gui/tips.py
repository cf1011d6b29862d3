"""Tooltips. Qt reads one that looks like markup as markup, and would then load the pictures it names: what a person wrote must not."""

from __future__ import annotations


def plain(text: str) -> str:
    """A text as a tooltip that shows it as it stands."""
    if "<" not in text and "&" not in text:  # nothing that Qt could take for markup
        return text
    import html  # seldom asked for, and a start asks for no tip

    return f"<span>{html.escape(text)}</span>".replace("\n", "<br>")
