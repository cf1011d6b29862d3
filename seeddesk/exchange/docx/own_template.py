"""A centre's own template, opened: what it lacks to become a dossier is added, what has no place in one is left out."""

from __future__ import annotations

from lxml import etree

from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx import guard, markup, parts, styles
from seeddesk.exchange.docx.tree import W

_FOOTER = "word/footer9.xml"
_LEFT_OUT = ("customXml/", "docProps/", "_rels/")
_OWN_STYLES = (styles.HINT, styles.NOT_KNOWN, styles.STRONG)


def opened(data: bytes, lang: str) -> dict[str, bytes]:
    """The parts of a template, ready for `template.compile_part`. Raises Refused: by the guard, or ``template-unreadable``.

    Custom XML and its bindings go: bound controls show the store's words instead of the cell's. So does protection, which would keep
    people from writing, and a link to the designer's own template file.
    """
    package = guard.check(data)
    found = {
        name: package.read(name)
        for name in package.entries
        if not name.startswith(_LEFT_OUT) and not name.endswith("/")
    }
    if not {parts.DOCUMENT, parts.STYLES, parts.SETTINGS, parts.DOCUMENT_RELATIONS} <= found.keys():
        raise Refused("template-unreadable")
    document = package.xml(parts.DOCUMENT)
    if document.tag != f"{W}document" or document.find(f"{W}body") is None:
        raise Refused("template-unreadable")
    links = [
        link for link in parts.read_relations(found[parts.DOCUMENT_RELATIONS]) if not link.kind.endswith("/customXml")
    ]
    defaults, overrides = parts.read_content_types(package.read(parts.CONTENT_TYPES))
    footers = [link for link in links if link.kind.endswith("/footer")]
    line = _footer_line()
    if footers:
        for link in footers:
            _add_code(found, "word/" + link.target.removeprefix("/word/"), line)
    else:
        found[_FOOTER] = f"{styles.DECLARATION}<w:ftr {styles.NAMESPACES}>{line}</w:ftr>".encode()
        overrides[_FOOTER] = parts.CONTENT[parts.FOOTER]
        links.append(parts.Link("rIdSeedDeskFooter", "footer", "footer9.xml"))
        _refer_to_footer(document, "rIdSeedDeskFooter")
    if not _holds(document, "sd:@code_line"):
        _put_code_line(document)
    found[parts.DOCUMENT] = etree.tostring(document)
    found[parts.STYLES] = _with_styles(found[parts.STYLES], lang)
    found[parts.SETTINGS] = _without_protection(found[parts.SETTINGS])
    found.pop("word/_rels/settings.xml.rels", None)  # the path of the template on the designer's disk
    links.append(parts.Link("rIdSeedDeskPayload", "customXml", "../" + parts.PAYLOAD))
    found[parts.DOCUMENT_RELATIONS] = parts.relations(links).encode()
    found["_rels/.rels"] = parts.PACKAGE_RELATIONS.encode()
    found[parts.PROPERTIES_APP] = parts.APP.encode()
    found[parts.PAYLOAD_PROPERTIES] = parts.PAYLOAD_ITEM.encode()
    found[parts.PAYLOAD_RELATIONS] = parts.PAYLOAD_RELATION.encode()
    ours = {name: parts.CONTENT[name] for name in parts.CONTENT if name.startswith(("docProps/", "customXml/"))}
    ours[parts.DOCUMENT] = parts.CONTENT[parts.DOCUMENT]  # a .dotx becomes a document
    kept = {name: kind for name, kind in overrides.items() if name in found}
    found.pop(parts.CONTENT_TYPES)
    types = parts.content_types({**defaults, **parts.DEFAULTS}, {**kept, **ours}).encode()
    return {parts.CONTENT_TYPES: types, **found}


def _holds(root: etree._Element, tag: str) -> bool:
    return any(found.get(f"{W}val") == tag for found in root.iter(f"{W}tag"))


def _footer_line() -> str:
    controls = (markup.control(f"sd:@{name}", name) for name in ("code", "title", "footer_revision"))
    return f"<w:p>{markup.run(' · ').join(controls)}</w:p>"


def _add_code(found: dict[str, bytes], name: str, line: str) -> None:
    if name not in found:
        raise Refused("template-unreadable")
    root = etree.fromstring(found[name])
    if not _holds(root, "sd:@code"):
        root.append(_element(line))
        found[name] = etree.tostring(root)


def _refer_to_footer(document: etree._Element, link: str) -> None:
    body = document[0] if document[0].tag == f"{W}body" else document.find(f"{W}body")
    assert body is not None
    section = body.find(f"{W}sectPr")
    if section is None:
        section = etree.SubElement(body, f"{W}sectPr")
    section.insert(0, etree.Element(f"{W}footerReference", {f"{W}type": "default", f"{{{styles.R}}}id": link}))


def _put_code_line(document: etree._Element) -> None:
    # Near the top: at the end it would follow a long text, and come back as part of it where styles are lost.
    body = document.find(f"{W}body")
    assert body is not None
    line = _element(f"<w:p>{markup.control('sd:@code_line', 'code')}</w:p>")
    body.insert(1 if len(body) and body[0].tag == f"{W}p" else 0, line)


def _with_styles(data: bytes, lang: str) -> bytes:
    root = etree.fromstring(data)
    there = {style.get(f"{W}styleId") for style in root.iter(f"{W}style")}
    ours = etree.fromstring(styles.styles(styles.locale_of(lang)).encode())
    for style in ours.iter(f"{W}style"):
        if style.get(f"{W}styleId") in _OWN_STYLES and style.get(f"{W}styleId") not in there:
            root.append(style)
    return etree.tostring(root)


def _without_protection(data: bytes) -> bytes:
    root = etree.fromstring(data)
    for name in ("documentProtection", "writeProtection", "attachedTemplate"):
        for element in root.findall(f"{W}{name}"):
            root.remove(element)
    return etree.tostring(root)


def _element(xml: str) -> etree._Element:
    return etree.fromstring(f"<x {styles.NAMESPACES}>{xml}</x>")[0]
