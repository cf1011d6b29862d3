"""Undo what LibreOffice 7.4 does to a control whose text it keeps in several stretches: changes tracked in it, or scripts mixed in it.

It writes the control once for every stretch, and behind each stretch's own text the text of the whole control again, deleted parts included.
"alfa beta gamma" with "beta" replaced comes as four controls: "alfa DELETEDINSERTED gamma" (the first stretch only as the beginning of the
whole), DELETED + whole, INSERTED + whole, " gamma" + whole. Only controls that have lost their tags, as they do there, are looked at, and only
where the pieces add up to the whole.
"""

from __future__ import annotations

from collections.abc import Iterable

from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_CONTROL, _TAG, _TEXTS = _W + "sdt", f"{_W}sdtPr/{_W}tag", (_W + "t", _W + "delText")
_NAMES = {"w": _W[1:-1]}
_SEVERAL = etree.XPath("//w:p[w:sdt[not(w:sdtPr/w:tag)] and count(w:sdt | w:ins | w:del) > 1]", namespaces=_NAMES)
# By way of ODT the controls come back as fields to fill in.
_FIELDS = etree.XPath("//w:p[count(w:r/w:instrText[contains(., 'FILLIN')]) > 1]", namespaces=_NAMES)


def unscramble(root: etree._Element) -> None:
    """Take the repeated wholes out of every paragraph, in place."""
    for paragraph in _found(_SEVERAL, root):
        children = [
            child for child in paragraph.iterchildren(_CONTROL, _W + "del", _W + "ins") if child.find(_TAG) is None
        ]
        controls = [list(child.iter(*_TEXTS)) for child in children if child.tag == _CONTROL]
        if controls[0]:
            _put_together(controls[0][-1], [list(child.iter(*_TEXTS)) for child in children])
    for paragraph in _found(_FIELDS, root):
        nodes = list(paragraph.iter(*_TEXTS))
        stretches: list[list[etree._Element]] = [[]]
        for node in nodes:
            stretches[-1].append(node)
            if node.text == nodes[0].text:
                stretches.append([])
        if nodes:
            _put_together(nodes[0], stretches)


def _put_together(first: etree._Element, stretches: Iterable[list[etree._Element]]) -> None:
    """first: where the whole stands first · stretches: text nodes, the whole last in each."""
    whole = first.text or ""
    ended = [nodes for nodes in stretches if nodes and nodes[-1].text == whole]
    own = "".join(node.text or "" for nodes in ended for node in nodes[:-1])
    if whole and own and len(ended) > 1 and whole.endswith(own):
        for nodes in ended:
            nodes[-1].text = ""
        first.text = whole[: len(whole) - len(own)]


def _found(query: etree.XPath, root: etree._Element) -> list[etree._Element]:
    found = query(root)
    return [item for item in found if isinstance(item, etree._Element)] if isinstance(found, list) else []
