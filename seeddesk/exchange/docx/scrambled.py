"""Undo what LibreOffice 7.4 does to a control in which changes were tracked.

It writes the control once for every stretch between changes, and behind each stretch's own text the text of the whole control again, deleted
parts included. "alfa beta gamma" with "beta" replaced comes as four controls: "alfa DELETEDINSERTED gamma" (the first stretch only
as the beginning of the whole), DELETED + whole, INSERTED + whole, " gamma" + whole. The same file is badly nested, so only repaired
documents are looked at, and only where the pieces add up to the whole.
"""

from __future__ import annotations

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTROL, _TEXTS = _W + "sdt", (_W + "t", _W + "delText")


def unscramble(root: etree._Element) -> None:
    """Take the repeated wholes out of every paragraph, in place."""
    for paragraph in root.iter(_W + "p"):
        first = next(paragraph.iterchildren(_CONTROL), None)
        texts = list(first.iter(*_TEXTS)) if first is not None else []
        whole = (texts[-1].text or "") if texts else ""
        if not whole:
            continue
        stretches = [list(child.iter(*_TEXTS)) for child in paragraph.iterchildren(_CONTROL, _W + "del", _W + "ins")]
        stretches = [nodes for nodes in stretches if nodes and nodes[-1].text == whole]
        own = "".join(node.text or "" for nodes in stretches for node in nodes[:-1])
        if len(stretches) < 2 or not whole.endswith(own):
            continue
        for nodes in stretches:
            nodes[-1].text = ""
        texts[-1].text = whole[: len(whole) - len(own)]
