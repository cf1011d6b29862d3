"""Before anything is read: is this a Word document, and is it safe to open? Nothing here is extracted, executed, fetched or written.

`check` opens the package and refuses what no word processor would write: entity definitions, decompression bombs, duplicate or escaping
names, lying sizes, nesting and tables beyond reason. A `Package` it returns hands out parts as bytes or as parsed XML, under the
same limits. What is merely unusual (external targets, embedded objects, odd pictures) is kept as a warning.
"""

from __future__ import annotations

import io
import posixpath
import re
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import NoReturn

from lxml import etree

from seeddesk.domain.errors import Refused
from seeddesk.exchange.docx import images
from seeddesk.exchange.docx.carriers import picture_print

MEGABYTE = 1 << 20
FILE_LIMIT = 30 * MEGABYTE
TOTAL_LIMIT = 120 * MEGABYTE
XML_LIMIT = 16 * MEGABYTE
ENTRIES, RATIO, ELEMENTS, DEPTH, SPAN, PIXELS = 400, 200, 400_000, 200, 1000, 60_000_000

_STRICT = "http://purl.oclc.org/ooxml/officeDocument/relationships/"
_RELATION = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, ValueError, KeyError, OSError, OverflowError)
_SPANS = re.compile(rb"(?:gridSpan|gridBefore|gridAfter)\b[^<>]{0,200}?val\s*=\s*[\"'](\d{4,})")
_ENCODING = re.compile(rb"^\s*<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEPTH + 1) + ")")


@dataclass(frozen=True, slots=True)
class Relation:
    """One relationship: its type without the namespace (``image``), and its target: a part name, or any address when external."""

    kind: str
    target: str
    external: bool


@dataclass
class Package:
    """An opened document that passed the guard.

    document: name of the main part · entries: part name -> zip entry · warnings: message code with arguments ·
    repaired: whether some XML had to be repaired to be read.
    """

    archive: zipfile.ZipFile
    entries: Mapping[str, zipfile.ZipInfo]
    document: str = ""
    repaired: bool = False
    warnings: list[tuple[str, Mapping[str, object]]] = field(default_factory=list)
    _relations: dict[str, dict[str, Relation]] = field(default_factory=dict)

    def read(self, name: str) -> bytes:
        """The bytes of a part, checked against its CRC and its declared size. Raises Refused."""
        entry = self.entries.get(name) or self._folded.get(name.casefold())
        if entry is None:
            raise Refused("part-missing", part=name)
        try:
            return self.archive.read(entry)
        except _BROKEN as error:
            raise Refused("broken-file", detail=name) from error

    def picture_print(self, name: str) -> str:
        """What `carriers.picture_print` says of a part, from the zip's directory alone."""
        entry = self.entries.get(name) or self._folded[name.casefold()]
        return picture_print(entry.CRC, entry.file_size)

    def has(self, name: str) -> bool:
        """Whether the package holds a part of this name (case does not count)."""
        return name in self.entries or name.casefold() in self._folded

    @cached_property
    def _folded(self) -> dict[str, zipfile.ZipInfo]:
        return {name.casefold(): entry for name, entry in self.entries.items()}

    def xml(self, name: str) -> etree._Element:
        """A part as XML. Badly nested markup is repaired once, when not a character of text is lost by it. Raises Refused."""
        data = _as_utf8(self.read(name), name)
        if data.count(b"<") - data.count(b"</") > ELEMENTS:
            raise Refused("too-many-elements", limit=ELEMENTS, part=name)
        widest = max((int(columns[:9]) for columns in _SPANS.findall(data)), default=0)
        if widest > SPAN:
            raise Refused("too-wide", columns=widest, limit=SPAN)
        try:
            root = etree.fromstring(data, _parser())
        except etree.XMLSyntaxError as error:
            if "depth" in str(error).lower():
                raise Refused("too-deep", limit=DEPTH, part=name) from error
            root = _repair(data, name, error)
            self.repaired = True
        if root.getroottree().docinfo.internalDTD is not None:
            raise Refused("entities", part=name)
        if _TOO_DEEP(root):
            raise Refused("too-deep", limit=DEPTH, part=name)
        return root

    def relations(self, part: str) -> dict[str, Relation]:
        """The relationships of a part (``""``: of the package) by id; none when it has no such list."""
        if part in self._relations:
            return self._relations[part]
        folder, _, leaf = part.rpartition("/")
        name = posixpath.join(folder, "_rels", leaf + ".rels")
        found = self._relations[part] = {}
        if not self.has(name):
            return found
        for item in self.xml(name).iter(_RELATION):
            kind = item.get("Type", "")
            target, external = item.get("Target", ""), item.get("TargetMode") == "External"
            if not external:
                target = posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
            found[item.get("Id", "")] = Relation(kind.rpartition("/")[2], target, external)
        return found


_OPEN_DOCUMENT = re.compile(
    rb"PK\x03\x04.{26}mimetypeapplication/(?:vnd\.oasis\.opendocument|vnd\.sun\.xml)\.([a-z-]+)", re.DOTALL
)


def check(data: bytes) -> Package:
    """The package in `data` when it is a Word document that is safe to read. Raises Refused with the reason otherwise."""
    if not data:
        raise Refused("empty-file")
    if len(data) > FILE_LIMIT:
        raise Refused("file-too-large", megabytes=-(-len(data) // MEGABYTE), limit=FILE_LIMIT // MEGABYTE)
    if not data.startswith(b"PK"):
        _refuse_other_format(data)
    if found := _OPEN_DOCUMENT.match(
        data
    ):  # said by its first bytes: a damaged one would not open as Word's document either
        raise Refused("open-document", kind=found[1].decode())
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except _BROKEN as error:
        raise Refused("broken-file", detail="zip") from error
    package = Package(archive, _check_entries(archive))
    _find_document(package)
    _look_around(package)
    return package


def _refuse_other_format(data: bytes) -> NoReturn:
    if data.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        raise Refused("password" if "EncryptedPackage".encode("utf-16-le") in data else "old-word")
    if data[:1024].lstrip().startswith(b"%PDF"):
        raise Refused("pdf")
    if data.lstrip()[:5] == b"{\\rtf":
        raise Refused("rich-text")
    raise Refused("not-word")


def _check_entries(archive: zipfile.ZipFile) -> dict[str, zipfile.ZipInfo]:
    """Names and sizes as declared, before a byte is unpacked. What is unpacked later is held to them by zipfile."""
    entries = archive.infolist()
    if len(entries) > ENTRIES:
        raise Refused("too-many-parts", count=len(entries), limit=ENTRIES)
    total = 0
    names: set[str] = set()
    for entry in entries:
        name = entry.orig_filename
        shown = ascii(name[:80]).strip("'")
        if name.startswith("/") or "\\" in name or "\0" in name or ":" in name or ".." in name.split("/"):
            raise Refused("part-name", part=shown)
        if name.casefold() in names:
            raise Refused("part-twice", part=shown)
        names.add(name.casefold())
        if entry.flag_bits & 0x1:
            raise Refused("password")
        if entry.compress_type not in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
            raise Refused("compression", part=shown)
        total += entry.file_size
        if total > TOTAL_LIMIT:
            raise Refused("unpacks-too-large", limit=TOTAL_LIMIT // MEGABYTE, part=shown)
        if entry.file_size > MEGABYTE and entry.file_size > RATIO * max(1, entry.compress_size):
            raise Refused("squeezed", part=shown)
        if name.endswith((".xml", ".rels")) and entry.file_size > XML_LIMIT:
            raise Refused("unpacks-too-large", limit=XML_LIMIT // MEGABYTE, part=shown)
    return {entry.filename: entry for entry in entries if not entry.is_dir()}


def _find_document(package: Package) -> None:
    """Set `package.document`; refuse what is not a Word document, or is one of a kind that is not read."""
    if "mimetype" in package.entries and b"opendocument" in package.read("mimetype")[:200]:
        kind = package.read("mimetype")[:200].decode("ascii", "replace").strip().rpartition(".")[2]
        raise Refused("open-document", kind=kind)
    if not package.has("[Content_Types].xml"):
        raise Refused("part-missing" if package.has("word/document.xml") else "not-word", part="[Content_Types].xml")
    types = package.xml("[Content_Types].xml")
    if any(name.casefold().endswith("vbaproject.bin") for name in package.entries):
        raise Refused("macros")
    raw = package.read("_rels/.rels") if package.has("_rels/.rels") else b""
    if _STRICT.encode() + b"officeDocument" in raw:
        raise Refused("strict-document")
    main = next(
        (relation.target for relation in package.relations("").values() if relation.kind == "officeDocument"), ""
    )
    if not main:
        raise Refused("part-missing", part="_rels/.rels")
    by_name = {item.get("PartName", "").lstrip("/").casefold(): item.get("ContentType", "") for item in types}
    by_ending = {item.get("Extension", "").casefold(): item.get("ContentType", "") for item in types}
    kind = by_name.get(main.casefold()) or by_ending.get(main.rpartition(".")[2].casefold(), "")
    if "macroEnabled" in kind:
        raise Refused("macros")
    if "wordprocessingml.template" in kind:
        raise Refused("word-template")
    if "wordprocessingml" not in kind:
        raise Refused(
            "other-office", kind=kind.partition("officedocument.")[2].partition(".")[0] or kind[:40] or main[:40]
        )
    if not package.has(main):
        raise Refused("part-missing", part=main)
    package.document = main


def _look_around(package: Package) -> None:
    """Pictures by their headers; what lies outside the document or is embedded in it becomes a warning."""
    for name in package.entries:
        low = name.casefold()
        if "/media/" in low:
            found = images.size(package.read(name))
            if found is None:
                package.warnings.append(("picture-kind", {"part": name}))
            elif found[0] * found[1] > PIXELS:
                megapixels = found[0] * found[1] // 1_000_000
                raise Refused("picture-too-large", megapixels=megapixels, limit=PIXELS // 1_000_000, part=name)
        elif "/embeddings/" in low or "/activex/" in low or "/fonts/" in low:
            package.warnings.append(("embedded", {"part": name}))
        elif low.endswith(".rels") and b"External" in package.read(name):
            for relation in package.relations(_owner(name)).values():
                if relation.external and relation.kind != "hyperlink":
                    package.warnings.append(("external-target", {"target": ascii(relation.target[:200]).strip("'")}))


def _owner(name: str) -> str:
    """The part a list of relationships belongs to: ``word/_rels/document.xml.rels`` -> ``word/document.xml``."""
    folder, _, leaf = name.rpartition("/")
    return posixpath.join(posixpath.dirname(folder), leaf[: -len(".rels")])


def _parser() -> etree.XMLParser:
    return etree.XMLParser(
        resolve_entities=False, no_network=True, huge_tree=False, load_dtd=False, remove_comments=True, remove_pis=True
    )


def _as_utf8(data: bytes, name: str) -> bytes:
    """XML bytes in UTF-8 without a document type. OPC allows UTF-8 and UTF-16 only; anything else could hide what is looked for."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = _DECLARATION.sub("", data.decode("utf-16"), count=1).encode()
        except UnicodeError as error:
            raise Refused("broken-xml", part=name) from error
    else:
        declared = _ENCODING.match(data.removeprefix(b"\xef\xbb\xbf")[:300])
        if declared and declared[1].lower() not in (b"utf-8", b"us-ascii", b"ascii"):
            raise Refused("broken-xml", part=name)
    if b"\0" in data:
        raise Refused("broken-xml", part=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise Refused("entities", part=name)
    return data


_MARKUP = re.compile(rb"<(/?)([A-Za-z_][\w:.-]*)((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)(/?)>")


def _repair(data: bytes, name: str, error: etree.XMLSyntaxError) -> etree._Element:
    """Read badly nested markup, as LibreOffice 7.4 writes it when changes in controls are tracked. Raises Refused for anything worse.

    An end tag closes what was opened inside its element; one without a beginning is dropped. Nothing but tags is touched: the parser's own
    recovery loses every "&apos;" that follows the first mistake.
    """
    open_tags: list[bytes] = []
    pieces: list[bytes] = []
    position = 0
    for tag in _MARKUP.finditer(data):
        pieces.append(data[position : tag.start()])
        position = tag.end()
        ends, called, _, empty = tag.groups()
        if not ends:
            pieces.append(tag[0])
            if not empty:
                open_tags.append(called)
        elif called in open_tags:
            while (last := open_tags.pop()) != called:
                pieces.append(b"</" + last + b">")
            pieces.append(tag[0])
    try:
        if open_tags:  # cut off: what stood behind is gone
            raise Refused("broken-xml", part=name) from error
        return etree.fromstring(b"".join(pieces) + data[position:], _parser())
    except etree.XMLSyntaxError:
        raise Refused("broken-xml", part=name) from error
