"""The marks people put into the texts of a form for other programs to show (``**bold**``, ``# heading``, ``[text](address)``), taken out again."""

from __future__ import annotations

import re

_MARKS = re.compile(r"[*_#\[<\\]")
_TAG = re.compile(r"</?(?:span|b|i|em|strong|u|p|br|font|div|h[1-6])(?:\s[^<>]*)?/?>", re.IGNORECASE)
_HEADING = re.compile(r"^[ \t]*#{1,6}[ \t]+", re.MULTILINE)
_LINK = re.compile(r"(?<!\\)\[([^\[\]\n]+)\]\(([^()\s]+)\)")
# Marks that hug what they mark and touch no letter outside: in "3*4*5", "a_name_b" and "2 * 3 * 4" they mean themselves.
_PAIRS = tuple(
    re.compile(rf"(?<![\w\\*_]){mark}(?=[^\s*_])([^\n]+?)(?<=[^\s\\]){mark}(?![\w*_])")
    for mark in (r"\*\*\*", r"\*\*", "__", r"\*", "_")
)
_QUOTES = re.compile("\ufdd0[^\ufdd1]*\ufdd1")  # answers a text quotes (`form.QUOTE`): nothing in them is a mark
_ESCAPED = re.compile(r"\\([*_#\[\]<>\\])")


def unmarked(text: str) -> str:
    """A text without its marks; a link keeps its address, ``text (address)``, unless that is its text."""
    if not _MARKS.search(text):
        return text
    quotes = iter(_QUOTES.findall(text))
    text = _QUOTES.sub("\ufdd0", text)
    text = _LINK.sub(lambda link: link[1] if link[1] == link[2] else f"{link[1]} ({link[2]})", _TAG.sub("", text))
    text = _HEADING.sub("", text)
    for pair in _PAIRS:
        text = pair.sub(r"\1", text)
    return re.sub("\ufdd0", lambda _: next(quotes), _ESCAPED.sub(r"\1", text))
