"""Small steps on a template's tree."""

from __future__ import annotations

import copy
import re

from lxml import etree

from seeddesk.exchange.docx import styles
from seeddesk.exchange.docx.carriers import TAG
from seeddesk.exchange.docx.finaltext import final_text

W = f"{{{styles.W}}}"
_DECLARATIONS = re.compile(r' xmlns(:\w+)?="[^"]*"')


def heading_styles(styles_part: bytes) -> frozenset[str]:
    """The ids of a template's heading styles: those with an outline level, by themselves or by what they are based on."""
    root = etree.fromstring(styles_part)
    based: dict[str, str] = {}
    headings: set[str] = set()
    for style in root.iter(f"{W}style"):
        identifier = style.get(f"{W}styleId", "")
        base = style.find(f"{W}basedOn")
        based[identifier] = "" if base is None else base.get(f"{W}val", "")
        if style.find(f"{W}pPr/{W}outlineLvl") is not None:
            headings.add(identifier)
    for _ in range(len(based)):
        more = {identifier for identifier, base in based.items() if base in headings} - headings
        if not more:
            break
        headings |= more
    return frozenset(headings)


def with_namespaces(root: etree._Element) -> etree._Element:
    """The same part with every prefix our own pieces use declared at its root."""
    namespaces = {prefix: uri for prefix, uri in root.nsmap.items() if prefix}
    namespaces.update(re.findall(r'xmlns:(\w+)="([^"]+)"', styles.NAMESPACES))
    renewed = etree.Element(root.tag, {str(key): str(value) for key, value in root.attrib.items()}, namespaces)
    for child in root:
        renewed.append(child)
    return renewed


def controls(element: etree._Element) -> list[etree._Element]:
    """Our controls inside an element, innermost only; those of card templates left out."""
    return [
        control
        for control in element.iter(f"{W}sdt")
        if tag(control).startswith(TAG) and not tag(control).endswith("[]")
    ]


def tag(control: etree._Element) -> str:
    """A control's tag, "" when it has none."""
    found = control.find(f"{W}sdtPr/{W}tag")
    return "" if found is None else found.get(f"{W}val", "")


def text(element: etree._Element) -> str:
    """The visible words of an element."""
    return "".join(str(found.text or "") for found in element.iter(f"{W}t")).strip()


def said(paragraph: etree._Element) -> str:
    """A paragraph's words as they are read when the document comes back."""
    holder = etree.Element("holder")
    holder.append(copy.deepcopy(paragraph))
    return final_text(holder).paragraphs[0].text


def as_paragraph(control: etree._Element, content: etree._Element) -> etree._Element:
    """A control round a whole paragraph, as the paragraph with the control inside: one shape to treat."""
    paragraph = content.find(f"{W}p")
    if paragraph is None:
        paragraph = etree.SubElement(content, f"{W}p")
    control.addprevious(paragraph)
    runs = [child for child in paragraph if child.tag != f"{W}pPr"]
    for child in list(content):
        content.remove(child)
    content.extend(runs)
    paragraph.append(control)
    return paragraph


def run_properties(control: etree._Element) -> str:
    """How the designer formatted the control's text; a placeholder's grey is not meant for the value."""
    found = control.find(f"{W}sdtContent//{W}r/{W}rPr")
    if found is None:
        return ""
    for style in found.findall(f"{W}rStyle"):
        if style.get(f"{W}val", "").lower() in ("placeholdertext", "testosegnaposto"):
            found.remove(style)
    return xml(found) if len(found) else ""


def xml(element: etree._Element | None) -> str:
    """An element as text to be put into the same part, where its prefixes are declared."""
    if element is None:
        return ""
    return _DECLARATIONS.sub("", etree.tostring(element, encoding="unicode", with_tail=False))


def put_before(element: etree._Element, new: etree._Element) -> None:
    """Put a new element before another."""
    element.addprevious(new)


def remove(element: etree._Element) -> None:
    """Take an element out of its tree."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
