"""Which practice a document is of, and what it left with: carried four times and twice, because every editor drops something else."""

from __future__ import annotations

import base64
import hashlib
import zlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import TypeAlias

from lxml import etree

from seeddesk.domain.dossier import Base
from seeddesk.exchange.docx import carriers
from seeddesk.exchange.docx.guard import XML_LIMIT, Package
from seeddesk.exchange.docx.opened import Paragraph

FindBase: TypeAlias = Callable[[str, str, int, str], Base | None]

_CORE = {
    "identifier": "identifier",
    "lastModifiedBy": "author",
    "creator": "creator",
    "modified": "modified",
    "language": "language",
}


@dataclass(slots=True)
class Identity:
    """What a document says about itself; empty text where it says nothing.

    found_by: ``properties``, ``payload``, ``core``, ``code`` or ``""`` · sha256: of the base record, only its first 8 characters when the
    printed code line is all that is left · pictures: row id -> `picture_print` of the picture it left with · codes: every different code met.
    """

    practice: str = ""
    code: str = ""
    blank: str = ""
    found_by: str = ""
    revision: int = 0
    sha256: str = ""
    form: str = ""
    version: str = ""
    lang: str = ""
    author: str = ""
    creator: str = ""
    modified: str = ""
    pictures: dict[str, str] = field(default_factory=dict)
    codes: list[str] = field(default_factory=list)
    base_text: str = ""
    base_broken: bool = False

    @property
    def known(self) -> bool:
        """Whether the document is one of SeedDesk's."""
        return bool(self.practice or self.code or self.blank)

    def base(self, find_base: FindBase) -> Base | None:
        """The record it left with: the catalogue's own copy, else the one it carries; only if its sha256 is the one it left with."""
        if not (self.practice or self.code):
            return None
        found = find_base(self.practice, self.code, self.revision, self.sha256)
        if found is not None and found.sha256.startswith(self.sha256):
            return found
        if self.base_text:
            try:
                carried = Base.from_text(self.base_text)
            except (ValueError, KeyError, TypeError, AttributeError, RecursionError, OverflowError):
                self.base_broken = True
            else:
                return carried
        return None


def read_identity(package: Package, body: Iterable[Paragraph], around: Iterable[Paragraph]) -> Identity:
    """Properties, then payload, then the core identifier, then the code printed in the body or around it (headers and footers)."""
    relations = package.relations("").values()
    named = {relation.kind: relation.target for relation in relations if not relation.external}
    properties = _properties(package, named.get("custom-properties", ""))
    core = _core(package, named.get("core-properties", ""))
    identity = Identity(
        author=core.get("author", ""),
        creator=core.get("creator", ""),
        modified=core.get("modified", ""),
        lang=core.get("language", "")[:2].lower(),
    )
    _from_properties(identity, properties)
    _from_payload(identity, package)
    if not identity.base_text:
        _base_from_pieces(identity, properties)
    _from_text(identity, core.get("identifier", ""), "core")
    for paragraph in (*body, *around):
        if "SI-" in paragraph.text or "SDM-" in paragraph.text:
            _from_text(identity, paragraph.text, "code")
    return identity


def _properties(package: Package, name: str) -> dict[str, str]:
    if not name or not package.has(name):
        return {}
    return {item.get("name", ""): _words(item) for item in package.xml(name)}


def _core(package: Package, name: str) -> dict[str, str]:
    if not name or not package.has(name):
        return {}
    found: dict[str, str] = {}
    for item in package.xml(name):
        local = item.tag.rpartition("}")[2] if isinstance(item.tag, str) else ""
        if local in _CORE:
            found[_CORE[local]] = _words(item).strip()
    return found


def _from_properties(identity: Identity, properties: dict[str, str]) -> None:
    identity.practice = properties.get(carriers.PROPERTY_ID, "").strip()
    identity.code = properties.get(carriers.PROPERTY_CODE, "").strip()
    identity.blank = properties.get(carriers.PROPERTY_BLANK, "").strip() if not identity.practice else ""
    if identity.known:
        identity.found_by = "properties"
    if identity.code:
        identity.codes.append(identity.code)
    identity.form = properties.get(carriers.PROPERTY_FORM, "")
    identity.version = properties.get(carriers.PROPERTY_VERSION, "")
    identity.lang = properties.get(carriers.PROPERTY_LANG, "") or identity.lang
    identity.revision = _number(properties.get(carriers.PROPERTY_REVISION, ""))
    identity.sha256 = properties.get(carriers.PROPERTY_SHA256, "").strip().lower()
    for name, value in properties.items():
        if name.startswith(carriers.PROPERTY_PICTURE):
            identity.pictures[name[len(carriers.PROPERTY_PICTURE) :]] = value.strip().lower()


def _from_payload(identity: Identity, package: Package) -> None:
    """The payload is known by the namespace of its root: part names and ids are rewritten by editors."""
    for name in package.entries:
        if not name.casefold().startswith("customxml/item") or "props" in name.casefold() or not name.endswith(".xml"):
            continue
        if carriers.NAMESPACE.encode() not in package.read(name):
            continue
        root = package.xml(name)
        if root.tag != f"{{{carriers.NAMESPACE}}}payload":
            continue
        if not identity.known:
            identity.practice, identity.code = root.get("id", ""), root.get("code", "")
            identity.blank = root.get("blank", "")
            identity.found_by = "payload" if identity.known else ""
        if root.get("code") and root.get("code") not in identity.codes:
            identity.codes.append(root.get("code", ""))
        identity.form = identity.form or root.get("form", "")
        identity.version = identity.version or root.get("version", "")
        identity.lang = root.get("lang", "") or identity.lang
        identity.revision = identity.revision or _number(root.get("rev", ""))
        text = _words(root)
        sha256 = root.get("sha256", "").lower()
        identity.sha256 = identity.sha256 or sha256
        _take_base(identity, text.strip(), identity.sha256)
        return


def _base_from_pieces(identity: Identity, properties: dict[str, str]) -> None:
    count = _number(properties.get(carriers.PROPERTY_PIECES, ""))
    if not 0 < count <= 1000:
        return
    pieces = [properties.get(carriers.PROPERTY_PIECE.format(number), "").strip() for number in range(count)]
    try:
        packed = base64.b64decode("".join(pieces), validate=True)
        text = zlib.decompressobj().decompress(packed, XML_LIMIT).decode()
    except (ValueError, zlib.error):  # no base64, no text, or not even ASCII
        identity.base_broken = True
        return
    _take_base(identity, text, identity.sha256)


def _take_base(identity: Identity, text: str, sha256: str) -> None:
    if not text:
        return
    if hashlib.sha256(text.encode()).hexdigest() == sha256:
        identity.base_text, identity.base_broken = text, False
    else:
        identity.base_broken = True


def _from_text(identity: Identity, text: str, found_by: str) -> None:
    """A code, code line or serial in words. It only adds what stronger carriers did not say; another code is noted."""
    line = carriers.CODE_LINE.search(text)
    code = line["code"] if line else (found[0] if (found := carriers.CODE.search(text)) else "")
    serial = found[0] if (found := carriers.SERIAL.search(text)) else ""
    # Practices are cited in one another's texts: only the line we print is taken as a contradiction.
    if code and (line or not identity.codes) and code not in identity.codes:
        identity.codes.append(code)
    if not identity.known and (code or serial):
        identity.code, identity.blank, identity.found_by = code, "" if code else serial, found_by
        if found_by == "core":
            first = text.split()[0] if text.split() else ""
            identity.practice = first if code and first != code else ""
    if line and identity.code == line["code"]:
        identity.revision = identity.revision or int(line["revision"])
        identity.sha256 = identity.sha256 or line["sha"]


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _number(text: str) -> int:
    return int(text) if text.strip().isdecimal() and len(text) < 10 else 0
