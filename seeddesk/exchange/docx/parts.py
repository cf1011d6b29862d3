"""The parts of a dossier's package beside its pages: relations, content types, properties, payload."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from lxml import etree

from seeddesk.domain.dossier import Base
from seeddesk.exchange.docx.carriers import (
    NAMESPACE,
    PIECE_LENGTH,
    PROPERTY_BLANK,
    PROPERTY_CODE,
    PROPERTY_FORM,
    PROPERTY_ID,
    PROPERTY_LANG,
    PROPERTY_PIECE,
    PROPERTY_PIECES,
    PROPERTY_REVISION,
    PROPERTY_SHA256,
    PROPERTY_VERSION,
)
from seeddesk.exchange.docx.markup import attribute, escape
from seeddesk.exchange.docx.styles import DECLARATION, R

_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_RELATIONS = "http://schemas.openxmlformats.org/package/2006/relationships"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
CORE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties"

DOCUMENT, STYLES, SETTINGS = "word/document.xml", "word/styles.xml", "word/settings.xml"
DOCUMENT_RELATIONS, CONTENT_TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
PROPERTIES_CORE, PROPERTIES_APP, PROPERTIES_CUSTOM = "docProps/core.xml", "docProps/app.xml", "docProps/custom.xml"
PAYLOAD, PAYLOAD_PROPERTIES = "customXml/item1.xml", "customXml/itemProps1.xml"
PAYLOAD_RELATIONS = "customXml/_rels/item1.xml.rels"
FOOTER = "word/footer1.xml"

CONTENT = {
    DOCUMENT: f"{_WORD}.document.main+xml",
    STYLES: f"{_WORD}.styles+xml",
    SETTINGS: f"{_WORD}.settings+xml",
    "word/fontTable.xml": f"{_WORD}.fontTable+xml",
    FOOTER: f"{_WORD}.footer+xml",
    "word/theme/theme1.xml": "application/vnd.openxmlformats-officedocument.theme+xml",
    PROPERTIES_CORE: "application/vnd.openxmlformats-package.core-properties+xml",
    PROPERTIES_APP: "application/vnd.openxmlformats-officedocument.extended-properties+xml",
    PROPERTIES_CUSTOM: "application/vnd.openxmlformats-officedocument.custom-properties+xml",
    PAYLOAD_PROPERTIES: "application/vnd.openxmlformats-officedocument.customXmlProperties+xml",
}
DEFAULTS = {
    "rels": "application/vnd.openxmlformats-package.relationships+xml",
    "xml": "application/xml",
    "jpg": "image/jpeg",
    "jpeg": "image/jpeg",
    "png": "image/png",
}
APP = (
    f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/extended-properties">'
    "<Application>SeedDesk</Application></Properties>"
)


def content_types(defaults: Mapping[str, str], overrides: Mapping[str, str]) -> str:
    """[Content_Types].xml."""
    entries = "".join(f'<Default Extension="{name}" ContentType="{kind}"/>' for name, kind in defaults.items())
    entries += "".join(
        f'<Override PartName="/{attribute(name)}" ContentType="{kind}"/>' for name, kind in overrides.items()
    )
    return f'{DECLARATION}<Types xmlns="{_TYPES}">{entries}</Types>'


def read_content_types(data: bytes) -> tuple[dict[str, str], dict[str, str]]:
    """The defaults and overrides of a package."""
    root = etree.fromstring(data)
    defaults = {
        item.get("Extension", "").lower(): item.get("ContentType", "") for item in root.iter(f"{{{_TYPES}}}Default")
    }
    overrides = {
        item.get("PartName", "").lstrip("/"): item.get("ContentType", "") for item in root.iter(f"{{{_TYPES}}}Override")
    }
    return defaults, overrides


class Link(NamedTuple):
    """One relationship of a part. kind: a whole type, or the name of one of the office documents' own (``image``)."""

    name: str
    kind: str
    target: str
    external: bool = False


def relations(links: Iterable[Link]) -> str:
    """A .rels part."""
    found = "".join(
        f'<Relationship Id="{link.name}" Type="{link.kind if ":" in link.kind else R + "/" + link.kind}" '
        f'Target="{attribute(link.target)}"' + (' TargetMode="External"/>' if link.external else "/>")
        for link in links
    )
    return f'{DECLARATION}<Relationships xmlns="{_RELATIONS}">{found}</Relationships>'


def read_relations(data: bytes) -> list[Link]:
    """The inverse of `relations`."""
    return [
        Link(item.get("Id", ""), item.get("Type", ""), item.get("Target", ""), item.get("TargetMode") == "External")
        for item in etree.fromstring(data).iter(f"{{{_RELATIONS}}}Relationship")
    ]


TEMPLATE_LINKS = (Link("rId1", "officeDocument", DOCUMENT), Link("rId3", "extended-properties", PROPERTIES_APP))
PACKAGE_RELATIONS = relations(
    (*TEMPLATE_LINKS, Link("rId2", CORE, PROPERTIES_CORE), Link("rId4", "custom-properties", PROPERTIES_CUSTOM))
)
PAYLOAD_RELATION = relations([Link("rId1", "customXmlProps", PAYLOAD_PROPERTIES.rpartition("/")[2])])
# The item's id is ours and fixed; a reader looks for the namespace, because some editors give a new id.
PAYLOAD_ITEM = (
    f"{DECLARATION}<ds:datastoreItem "
    'ds:itemID="{5EEDDE5C-0001-4D0C-8A1E-5EEDDE5C0001}" xmlns:ds="http://schemas.openxmlformats.org/officeDocument/2006/customXml">'
    f'<ds:schemaRefs><ds:schemaRef ds:uri="{NAMESPACE}"/></ds:schemaRefs></ds:datastoreItem>'
)


def identity(base: Base | None, form: str, version: str, lang: str, blank: str) -> dict[str, str]:
    """The custom properties that say whose dossier this is."""
    if base is None:
        return {PROPERTY_FORM: form, PROPERTY_VERSION: version, PROPERTY_LANG: lang, PROPERTY_BLANK: blank}
    return {
        PROPERTY_ID: base.practice,
        PROPERTY_CODE: base.code,
        PROPERTY_FORM: base.form,
        PROPERTY_VERSION: base.form_version,
        PROPERTY_REVISION: str(base.revision),
        PROPERTY_SHA256: base.sha256,
        PROPERTY_LANG: lang,
    }


def custom_properties(known: Mapping[str, str], base: Base | None) -> str:
    """docProps/custom.xml: identity, and the base record in pieces."""
    properties = dict(known)
    if base is not None:
        packed = base64.b64encode(zlib.compress(base.text.encode(), 1)).decode()
        pieces = [packed[start : start + PIECE_LENGTH] for start in range(0, len(packed), PIECE_LENGTH)]
        properties[PROPERTY_PIECES] = str(len(pieces))
        properties.update((PROPERTY_PIECE.format(number), piece) for number, piece in enumerate(pieces))
    found = "".join(
        f'<property fmtid="{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}" pid="{number}" name="{name}"><vt:lpwstr>{escape(value)}</vt:lpwstr></property>'
        for number, (name, value) in enumerate(properties.items(), 2)
    )
    return (
        f'{DECLARATION}<Properties xmlns="http://schemas.openxmlformats.org/officeDocument/2006/custom-properties" '
        f'xmlns:vt="http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes">{found}</Properties>'
    )


def payload(base: Base | None, form: str, version: str, lang: str, blank: str) -> str:
    """The custom XML part with the base record as JSON; a blank's has only its serial."""
    who = {"form": form, "version": version, "lang": lang, "blank": blank}
    if base is not None:
        who = {
            "id": base.practice,
            "code": base.code,
            "form": base.form,
            "version": base.form_version,
            "rev": str(base.revision),
            "sha256": base.sha256,
            "lang": lang,
        }
    attributes = "".join(f' {name}="{attribute(value)}"' for name, value in who.items())
    record = "" if base is None else f"<sd:json>{escape(base.text)}</sd:json>"
    return f'{DECLARATION}<sd:payload xmlns:sd="{NAMESPACE}"{attributes}>{record}</sd:payload>'


def core_properties(
    title: str, identifier: str, locale: str, status: str, revision: int, creator: str, day: str
) -> str:
    """docProps/core.xml. day: ISO date of the export, "" when there is none."""
    when = "".join(
        f'<dcterms:{name} xsi:type="dcterms:W3CDTF">{day}T00:00:00Z</dcterms:{name}>'
        for name in ("created", "modified")
        if day
    )
    return (
        f'{DECLARATION}<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
        f"<dc:title>{escape(title)}</dc:title><dc:creator>{escape(creator)}</dc:creator><dc:identifier>{escape(identifier)}</dc:identifier>"
        f"<dc:language>{locale}</dc:language><cp:contentStatus>{escape(status)}</cp:contentStatus><cp:version>{revision}</cp:version>{when}</cp:coreProperties>"
    )
