"""Before a form is read: what a stranger's file may cost, and what kinds of file are forms at all.

`check` looks at a file by name, size and directory only, and counts rows and columns before anything is unpacked into memory. `text_of`,
`check_list`, `check_rows` and `check_depth` hold what is read later to the same limits. All raise FormError with the reason; nothing of a refused form is kept.
"""

from __future__ import annotations

import csv
import io
import os
import re
import zipfile
import zlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import IO, Any

from lxml import etree

from seeddesk.domain.errors import FormError

SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")  # those a form may have
MEGABYTE = 1 << 20
FILE_LIMIT = 30 * MEGABYTE  # of a workbook, a sheet, a list, an XForm
TOTAL_LIMIT = 120 * MEGABYTE  # of what a workbook or an archive holds
ENTRIES, RATIO = 2_000, 400
SURVEY_ROWS, LIST_ROWS, COLUMNS = 10_000, 100_000, 500
CELLS = 1_000_000  # of one sheet or list; elements of an XForm or XML list
JSON_LIMIT = 8 * MEGABYTE  # of a list in GeoJSON, which takes far more room in memory than on the disk
CHARACTERS = 100_000  # in one cell; Excel itself holds 32,767
GROUPS = 30  # groups in groups
ELEMENTS_DEEP = 120  # elements in elements of an XForm

_BROKEN = (zipfile.BadZipFile, zlib.error, EOFError, NotImplementedError, OSError, ValueError, OverflowError)
_OTHER = {".xls": "form-kind-xls", ".xlsb": "form-kind-xls", ".ods": "form-kind-ods"}
# What openpyxl raises for the broken workbooks people have.
UNREADABLE = (*_BROKEN, KeyError, TypeError, AttributeError, IndexError, SyntaxError, AssertionError)
_ENCODINGS = ((b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16"))
_MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
_VALUE = re.compile(rb"<(?:\w+:)?(?:v|is)[ >]")
_FAR_COLUMN = re.compile(rb'<(?:\w+:)?c [^>]{0,99}?r="[A-Z]{3,}\d+"[^>/]{0,99}>')  # the 703rd or a later one
_BEGIN, _END = re.compile(r"\s*begin[ _]"), re.compile(r"\s*end[ _]")


def check(path: Path) -> None:
    """Refuse what is no form or would cost too much to look at. Raises FormError."""
    name = path.name
    if path.is_dir():
        for file in sorted(path.glob("*.csv")):
            if file.stem.lower() in SHEETS:
                check_list(file)
        return
    if not path.is_file():
        raise FormError("form-no-file", name=name)
    suffix = path.suffix.lower()
    with path.open("rb") as stream:
        first = stream.read(8)
    if not first:
        raise FormError("form-empty-file", name=name)
    if suffix in _OTHER:
        raise FormError(_OTHER[suffix], name=name)
    if suffix not in (".xlsx", ".xlsm", ".xml", ".zip"):
        raise FormError("form-kind", name=name)
    _check_size(path)
    if suffix == ".xml":
        _check_xml(path.read_bytes(), name)
    else:
        _check_package(path, first)


def found(name: str, places: Sequence[Path]) -> Path | None:
    """The file of this name in the first of the places that has one. A form may name what no file can be called: that is nowhere."""
    return next((place / name for place in places if name and os.path.isfile(place / name)), None)


def check_list(file: Path) -> None:
    """Refuse a sheet or list in CSV, or a list in XML or GeoJSON, that is too large, before it is read. Raises FormError."""
    suffix = file.suffix.lower()
    _check_size(file, JSON_LIMIT if suffix in (".geojson", ".json") else FILE_LIMIT)
    if suffix == ".xml":
        _check_xml(file.read_bytes(), file.name)
    if suffix != ".csv":
        return
    lines = cells = carried = 0  # carried: characters of a line that goes on in the next chunk
    with file.open("rb") as stream:
        for chunk in _chunks(stream):
            carried += (chunk + b"\n").index(b"\n")
            if carried > 10 * CHARACTERS:
                raise FormError("form-cell-long", sheet=file.name, row=lines + 1, limit=CHARACTERS)
            if b"\n" in chunk:
                carried = len(chunk) - chunk.rindex(b"\n") - 1
            lines += chunk.count(b"\n")
            cells += chunk.count(b",")
            if lines > LIST_ROWS:
                raise FormError("form-many-rows", sheet=file.name, limit=LIST_ROWS)
            if cells > CELLS:
                raise FormError("form-many-cells", sheet=file.name, limit=CELLS)


def text_of(data: bytes, name: str) -> str:
    """The text of a CSV sheet or list, which must be UTF-8. Raises FormError naming the encoding it is in instead, where that can be told."""
    for mark, encoding in _ENCODINGS:
        if data.startswith(mark):
            raise FormError("form-encoding", sheet=name, encoding=encoding)
    if b"\0" in data:
        thin = data[1:200:2].count(0) > 0.8 * len(data[1:200:2]) or data[:200:2].count(0) > 0.8 * len(data[:200:2])
        raise FormError("form-encoding", sheet=name, encoding="UTF-16") if thin else FormError("form-zeros", sheet=name)
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = data.count(b"\n", 0, error.start) + 1
        try:
            data.decode("cp1252")
        except UnicodeDecodeError:
            raise FormError("form-not-utf8", sheet=name, row=row) from None
        raise FormError("form-encoding", sheet=name, encoding="Windows-1252") from None


def records(text: str, name: str) -> list[list[str]]:
    """The cells of a CSV sheet or list, row by row. Raises FormError for a cell longer than any."""
    reader = csv.reader(io.StringIO(text, newline=""))
    found: list[list[str]] = []
    try:
        found.extend(reader)
    except csv.Error:
        raise FormError("form-cell-long", sheet=name, row=len(found) + 1, limit=CHARACTERS) from None
    return found


def check_rows(sheets: Mapping[str, Sequence[Mapping[str, str]]]) -> None:
    """Refuse sheets with more rows, columns, text in a cell, or groups in groups than any form has. Raises FormError."""
    for sheet, rows in sheets.items():
        limit = SURVEY_ROWS if sheet == "survey" else LIST_ROWS
        if len(rows) > limit:
            raise FormError("form-many-rows", sheet=sheet, limit=limit)
        for number, row in enumerate(rows, 2):
            if len(row) > COLUMNS:
                raise FormError("form-many-columns", sheet=sheet, limit=COLUMNS)
            for column, text in row.items():
                if len(text) > CHARACTERS:
                    raise FormError(
                        "form-cell-long", sheet=sheet, row=number, column=str(column)[:40], limit=CHARACTERS
                    )
    check_depth(row.get("type", "") for row in sheets.get("survey", ()))


def check_depth(types: Iterable[str]) -> None:
    """Refuse groups nested beyond all sense, given the cells of the survey's column type. Raises FormError."""
    depth = 0
    for number, kind in enumerate(types, 2):
        depth += 1 if _BEGIN.match(kind) else -1 if _END.match(kind) else 0
        if depth > GROUPS:
            raise FormError("form-deep", sheet="survey", row=number, limit=GROUPS)


def leads_out(file: Path) -> bool:
    """Whether a file that stands beside a form is a link to somewhere else."""
    return file.resolve().parent != file.parent.resolve()


def _check_size(path: Path, limit: int = FILE_LIMIT) -> None:
    size = path.stat().st_size
    if size > limit:
        raise FormError("form-large", name=path.name, megabytes=-(-size // MEGABYTE), limit=limit // MEGABYTE)


def _check_xml(data: bytes, name: str) -> None:
    """No document type, no entities, in whatever encoding; no depth a parser or reader would fail at."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        try:
            data = data.decode("utf-16").encode("utf-8", "replace")
        except UnicodeDecodeError:
            raise FormError("form-encoding", sheet=name, encoding="UTF-16") from None
    elif b"\0" in data:
        raise FormError("form-zeros", sheet=name)
    if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
        raise FormError("form-entities", name=name)
    counter: Any = _Depth(name)  # text and comments do not interest it
    try:
        etree.fromstring(data, etree.XMLParser(target=counter, resolve_entities=False, no_network=True))
    except etree.XMLSyntaxError:
        return  # said by whoever reads it, with the line


class _Depth:
    """Takes a parser's events and keeps nothing but how many elements there were and how deep it is in them."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.depth = self.count = 0

    def start(self, tag: str, attrib: Mapping[str, str]) -> None:  # noqa: ARG002 - as lxml calls it
        """One level further in."""
        self.depth += 1
        self.count += 1
        if self.count > CELLS:
            raise FormError("form-many-cells", sheet=self.name, limit=CELLS)
        if self.depth > ELEMENTS_DEEP:
            raise FormError("form-xml-deep", name=self.name, limit=ELEMENTS_DEEP)

    def end(self, tag: str) -> None:  # noqa: ARG002 - as lxml calls it
        """One level out again."""
        self.depth -= 1

    def close(self) -> None:
        """Nothing was built."""


def _check_package(path: Path, first: bytes) -> None:
    """A workbook or an archive, by its directory; of a workbook's sheets the rows and columns."""
    name = path.name
    if first.startswith(b"\xd0\xcf\x11\xe0"):
        data = path.read_bytes()
        raise FormError(
            "form-password" if "EncryptedPackage".encode("utf-16-le") in data else "form-kind-xls", name=name
        )
    try:
        with zipfile.ZipFile(path) as archive:
            parts = archive.infolist()
            _check_parts(parts, name)
            if path.suffix.lower() == ".zip":
                return
            if any("vbaproject" in part.filename.casefold() for part in parts):
                raise FormError("form-macros", name=name)
            if not any(part.filename == "xl/workbook.xml" for part in parts):
                raise FormError(
                    "form-kind-ods" if any(part.filename == "mimetype" for part in parts) else "form-kind", name=name
                )
            titles = {part: title.strip().lower() for title, _, part in pages(archive)}
            for part in parts:
                title = titles.get(part.filename, "")
                read = title in SHEETS or len(titles) == 1  # other sheets are never looked at
                if part.filename.endswith((".xml", ".rels")) and (read or part.filename not in titles):
                    most = SURVEY_ROWS if title == "survey" else LIST_ROWS
                    with archive.open(part) as stream:
                        _check_sheet(stream, part.filename, title if part.filename in titles else "", most)
    except UNREADABLE:
        raise FormError("form-broken-file", name=name) from None


def pages(archive: zipfile.ZipFile) -> list[tuple[str, str, str]]:
    """Every sheet of a workbook: its title, its state (``visible``, ``hidden``, ``veryHidden``) and its part. Raises what `UNREADABLE` names."""
    found: list[tuple[str, str, str]] = []
    parser = etree.XMLParser(resolve_entities=False, no_network=True)
    links = etree.fromstring(archive.read("xl/_rels/workbook.xml.rels"), parser)
    targets = {link.get("Id"): link.get("Target", "") for link in links.iter(etree.Element)}
    for page in etree.fromstring(archive.read("xl/workbook.xml"), parser).iter(_MAIN + "sheet"):
        target = targets.get(page.get(_ID), "")
        if "worksheet" in target:
            part = target.lstrip("/") if target.startswith("/") else "xl/" + target
            found.append((page.get("name", ""), page.get("state", "visible"), part))
    return found


def _check_parts(parts: Sequence[zipfile.ZipInfo], name: str) -> None:
    if len(parts) > ENTRIES or sum(part.file_size for part in parts) > TOTAL_LIMIT:
        raise FormError("form-unpacks-large", name=name, limit=TOTAL_LIMIT // MEGABYTE)
    seen: set[str] = set()
    for part in parts:
        inner = part.orig_filename
        if (
            inner.startswith("/")
            or "\\" in inner
            or "\0" in inner
            or ".." in inner.split("/")
            or inner.casefold() in seen
        ):
            raise FormError("form-part-name", name=name, part=ascii(inner[:80]).strip("'"))
        seen.add(inner.casefold())
        if part.external_attr >> 28 == 0xA:  # a symbolic link, which would lead out of the archive
            raise FormError("form-part-name", name=name, part=ascii(inner[:80]).strip("'"))
        if part.flag_bits & 1:
            raise FormError("form-password", name=name)
        if part.file_size > MEGABYTE and part.file_size > RATIO * max(part.compress_size, 1):
            raise FormError("form-unpacks-large", name=name, limit=TOTAL_LIMIT // MEGABYTE)


def _check_sheet(stream: IO[bytes], part: str, title: str, most: int) -> None:
    """No document type; of a sheet (`title`) count the rows and columns as its XML goes by; only what holds a value counts."""
    rows = cells = 0
    rest = b""
    for number, chunk in enumerate(_chunks(stream)):
        if number == 0 and b"<!DOCTYPE" in chunk:
            raise FormError("form-entities", name=part)
        if part.endswith("sharedStrings.xml"):
            cells += chunk.count(b"<si>") + chunk.count(b"<si ")
        elif not title:
            return
        *whole, rest = (rest + chunk).split(b"<row")
        for row in whole:
            found = len(_VALUE.findall(row))
            rows += found > 0
            cells += found
            _check_columns(row, title)
        if cells > CELLS:
            raise FormError("form-many-cells", sheet=title or part, limit=CELLS)
        if len(rest) > 20 * MEGABYTE or rows > most + 1:  # the headings are a row
            raise FormError("form-many-rows", sheet=title, limit=most)
    _check_columns(rest, title)


def _check_columns(row: bytes, title: str) -> None:
    if _FAR_COLUMN.search(row):
        raise FormError("form-many-columns", sheet=title, limit=COLUMNS)


def _chunks(stream: IO[bytes]) -> Iterator[bytes]:
    while chunk := stream.read(MEGABYTE):
        yield chunk
