"""Tables: CSV and Excel files to rows of exact text, and back.

Every cell is text, as it stands in the file: nothing is guessed to be a number, a date or "missing" (pandas' readers turn ``None``, ``NaN`` and
``007`` into something else even when told not to, and cannot say which row was broken; so this reads with ``csv`` and openpyxl themselves).
The encoding is decided strictly; a text that could be read in two ways is refused, never shown garbled. Cells that a spreadsheet program
would run as a formula are written as text, and come back as they were.
"""

from __future__ import annotations

import csv
import io
import math
import re
import warnings
import zipfile
import zlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time
from decimal import Decimal
from pathlib import Path
from typing import IO, Any, TypeAlias

from seeddesk.domain.answers import NOT_KNOWN_TEXTS
from seeddesk.domain.errors import Refused, UserError
from seeddesk.domain.values import NotKnown, Value, clean_text

MOST_BYTES = 100_000_000
MOST_ROWS = 200_000
MOST_COLUMNS = 16_384  # as many as Excel has
MOST_CELLS = 10_000_000  # of a file, those left empty before a filled one included
MOST_TAGS = 12_000_000  # of a workbook's XML: a filled cell has about four
MERGED = 600  # tags that one merged range counts for: openpyxl compares each with all others
MEGABYTE = 1 << 20
MOST_CHARACTERS = 1_000_000  # in one cell: more is a quotation mark that was never closed
EXCEL_CHARACTERS = 32_767  # in one cell, by Excel's own limits
EXCEL_NAME = 31  # characters of a sheet's name

_FORMULA = re.compile(r"'*[=+\-@\t\r]")
_MARKED = re.compile(r"'+[=+\-@\t\r]")
# In any other encoding a part could hide what is looked for.
_ENCODING = re.compile(rb"[^<]{0,9}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)[\"']")
_PLAIN = (b"utf-8", b"utf-16", b"us-ascii", b"ascii")
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")  # how a workbook spells a character XML cannot hold
_ESCAPABLE = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


Row: TypeAlias = tuple[int, tuple[str, ...]]  # the row's number as a spreadsheet shows it, and its cells


class Number(str):
    """A cell a workbook holds as a number: its decimal point is one, whatever the language of the person who reads it."""


# The columns of SeedDesk's own tables: with them an edited table comes back as changes to what it left with.
UID_COLUMN, CODE_COLUMN, BASE_COLUMN, ROW_COLUMN, PARENT_COLUMN = "uid", "code", "base_vector", "row", "parent_row"
OTHER_CODE_COLUMN = "@code"  # of the practice, where a form asks a question that is called so


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet. columns: the header's cells, one line each · rows: a row may be shorter or longer than the header · encoding, delimiter: how the text was read, ``""`` for Excel · sheets: the further sheets of a workbook, by name."""

    columns: tuple[str, ...]
    rows: tuple[Row, ...]
    encoding: str = ""
    delimiter: str = ""
    sheets: Mapping[str, Table] = field(default_factory=dict)


def read_table(path: Path) -> Table:
    """The table in a .csv, .tsv, .txt or .xlsx file. Raises Refused (codes ``table-…``), naming the line where one is at fault."""
    suffix = path.suffix.lower()
    if suffix in (".xls", ".xlsm", ".xlsb", ".xltm", ".ods"):
        raise Refused("table-kind", name=path.name, kind=suffix)
    if path.stat().st_size > MOST_BYTES:
        raise Refused("table-large", name=path.name)
    data = path.read_bytes()
    if suffix == ".xlsx":
        return _read_xlsx(data, path.name)
    return _read_csv(data, path.name)


# CSV ------------------------------------------------------------------------------------------------------------------------------------


def _read_csv(data: bytes, name: str) -> Table:
    if data.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        raise Refused("table-not-csv", name=name)
    text, encoding = _decode(data, name)
    delimiter = ""
    said = re.match(r"sep=(.)\r?\n", text)  # Excel's own way to say which character parts the cells
    if said:
        delimiter, text = said[1], text[said.end() :]
    delimiter = delimiter or _delimiter(text)
    numbered: list[Row] = []
    total = 0
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    csv.field_size_limit(MOST_CHARACTERS)
    try:
        for number, cells in enumerate(reader, 2 if said else 1):
            total += len(cells)
            if len(numbered) > MOST_ROWS or total > MOST_CELLS:
                raise Refused("table-large", name=name)
            if len(cells) > MOST_COLUMNS:
                raise Refused("table-columns", name=name, line=number, most=MOST_COLUMNS)
            numbered.append((number, tuple([unmark(_clean(cell)) for cell in cells])))
    except csv.Error:
        raise Refused("table-quotes", name=name, line=reader.line_num) from None
    return _table(numbered, name, encoding, delimiter)


def _clean(text: str) -> str:
    """`clean_text`, at no cost for the plain text that most cells are."""
    return text if text.isascii() and text.isprintable() else clean_text(text)


def _decode(data: bytes, name: str) -> tuple[str, str]:
    """The text and its encoding's name. Refused where the bytes fit none, or could be read in more than one way."""
    for mark, encoding in ((b"\xef\xbb\xbf", "UTF-8"), (b"\xff\xfe", "UTF-16"), (b"\xfe\xff", "UTF-16")):
        if data.startswith(mark):
            try:
                return data.decode("utf-8-sig" if encoding == "UTF-8" else "utf-16"), encoding
            except UnicodeDecodeError:
                raise Refused("table-encoding", name=name) from None
    if b"\x00" in data:
        for wide, zeros in (("utf-16-le", data[1:400:2]), ("utf-16-be", data[0:400:2])):
            if zeros.count(0) > 0.8 * len(zeros):
                try:
                    return data.decode(wide), "UTF-16"
                except UnicodeDecodeError:
                    break
        raise Refused("table-zeros", name=name)
    try:
        return data.decode("utf-8"), "UTF-8"
    except UnicodeDecodeError:
        pass
    try:
        data.decode("utf-8", "surrogatepass")  # halves of characters, as some programs write them
    except UnicodeDecodeError:
        pass
    else:
        raise Refused("table-encoding", name=name)
    try:
        text = data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refused("table-encoding", name=name) from None
    if _doubtful(text):
        raise Refused("table-encoding", name=name)
    return text, "Windows-1252"


# What Windows-1252 shows when the bytes were Greek (cp1253), Croatian, Slovenian or Romanian (cp1250): letters Western texts do not have,
# marks inside a word, or whole words without one plain letter.
_DOUBT = re.compile(r"[þÞðÐýÝšŠžŽ¤¦¨¬¸¯]|[^\W\d_][ºª¹³¾¼¿¡]+[^\W\d_]|[À-ÖØ-öø-ÿ]{3}")


def _doubtful(text: str) -> bool:
    return _DOUBT.search(text) is not None or ("æ" in text and not any(letter in text for letter in "øåØÅ"))


def _delimiter(text: str) -> str:
    """The character that parts the cells: the one under which the first rows agree best with the header, then the one giving most cells."""
    best, found = (0.0, 0), ","
    for candidate in (",", ";", "\t", "|"):
        widths: list[int] = []
        try:
            for row in csv.reader(io.StringIO(text, newline=""), delimiter=candidate):
                if row:
                    widths.append(len(row))
                if len(widths) == 50:
                    break
        except csv.Error:
            continue
        if widths and widths[0] > 1:
            score = (sum(width == widths[0] for width in widths) / len(widths), widths[0])
            if score > best:
                best, found = score, candidate
    return found


def unmark(text: str) -> str:
    """A cell's text without the apostrophe that keeps a spreadsheet program from running it."""
    return text[1:] if text[:1] == "'" and _MARKED.match(text) else text


def mark(text: str) -> str:
    """A cell's text, with an apostrophe before what a spreadsheet program would run. The inverse of `unmark` for every text."""
    return "'" + text if _FORMULA.match(text) else text


# Excel ----------------------------------------------------------------------------------------------------------------------------------


def _read_xlsx(data: bytes, name: str) -> Table:
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        raise Refused("table-password", name=name)
    _check_package(data, name)
    book = _load(data, name, values=False)
    formulas = False
    sheets: dict[str, list[Row]] = {}
    for title, rows in book.items():
        sheets[title] = rows
        formulas = formulas or any(cell.startswith("=") for _, row in rows for cell in row)
    if formulas:  # what the person saw: the result Excel kept; a formula without one stays as its own text
        shown = _load(data, name, values=True)
        for title, rows in sheets.items():
            kept = dict(shown.get(title, ()))
            sheets[title] = [
                (
                    number,
                    tuple(
                        (kept.get(number, ())[place : place + 1] or ("",))[0] or cell if cell.startswith("=") else cell
                        for place, cell in enumerate(row)
                    ),
                )
                for number, row in rows
            ]
    tables = {title: _table(rows, name) for title, rows in sheets.items() if any(any(row) for _, row in rows)}
    if not tables:
        raise Refused("table-empty", name=name)
    first = next(iter(tables))
    return Table(tables[first].columns, tables[first].rows, sheets={key: tables[key] for key in tables if key != first})


def _check_package(data: bytes, name: str) -> None:
    """Refuse what is no workbook, or would fill the memory or take for ever: before anything is built of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            parts = package.infolist()
            if len(parts) > 2_000 or sum(part.file_size for part in parts) > 150_000_000:
                raise Refused("table-large", name=name)
            if len({part.filename.casefold() for part in parts}) < len(
                parts
            ):  # two programs would read two tables in it
                raise Refused("table-broken", name=name)
            tags = 0
            for part in parts:
                if part.flag_bits & 1:
                    raise Refused("table-password", name=name)
                if part.file_size > 1_000_000 and part.file_size > 400 * max(part.compress_size, 1):
                    raise Refused("table-large", name=name)
                if part.filename.endswith((".xml", ".rels")):
                    with package.open(part) as stream:
                        tags += _check_xml(stream, name)
                if tags > MOST_TAGS:
                    raise Refused("table-large", name=name)
            if any("vbaproject" in part.filename.casefold() for part in parts):
                raise Refused("table-kind", name=name, kind=".xlsm")
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, OSError, ValueError):
        raise Refused("table-broken", name=name) from None


def _check_xml(stream: IO[bytes], name: str) -> int:
    """How many tags a part has, or what else costs as much. Refused where it defines entities, wherever and in whatever encoding it does."""
    tags, rest = 0, b""
    while chunk := stream.read(MEGABYTE):
        chunk = chunk.replace(b"\0", b"")  # UTF-16
        declared = _ENCODING.match(chunk) if not tags else None
        seen = rest + chunk
        if b"<!DOCTYPE" in seen or b"<!ENTITY" in seen or (declared and declared[1].lower() not in _PLAIN):
            raise Refused("table-broken", name=name)
        tags, rest = tags + chunk.count(b"<") + MERGED * chunk.count(b"mergeCell "), chunk[-16:]
    return tags


def _load(data: bytes, name: str, values: bool) -> dict[str, list[Row]]:
    """Sheet name -> numbered rows of text; formulas as text, or their kept results when `values`."""
    import openpyxl
    from lxml import etree

    sheets: dict[str, list[Row]] = {}
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of parts it leaves aside; none of them holds a cell
            book = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=values, keep_links=False)
            total = 0
            for sheet in book.worksheets:
                sheet.reset_dimensions()  # the file's own word for its size may be a lie, or a million rows
                rows = sheets.setdefault(sheet.title, [])
                # Each row as long as it is: filled up to the last column a row of nothing would cost as much as a full one.
                for number, row in enumerate(sheet.iter_rows(values_only=True), 1):
                    total += len(row)
                    if len(rows) > MOST_ROWS or number > 1_048_576 or total > MOST_CELLS:
                        raise Refused("table-large", name=name)
                    cells = ["" if value is None else _text(value) for value in row]
                    while cells and not cells[-1]:
                        cells.pop()
                    if len(cells) > MOST_COLUMNS:
                        raise Refused("table-columns", name=name, line=number, most=MOST_COLUMNS)
                    if cells:
                        rows.append((number, tuple(cells)))
            book.close()
    except (
        zipfile.BadZipFile,
        KeyError,
        ValueError,
        TypeError,
        AttributeError,
        IndexError,
        OSError,
        EOFError,
        etree.XMLSyntaxError,
        SyntaxError,
    ):
        raise Refused("table-broken", name=name) from None  # what openpyxl raises for the broken workbooks people have
    return sheets


def _text(value: Any) -> str:
    """A filled cell as text: what a person would type to say it. Numbers without an exponent, dates as ISO."""
    if isinstance(value, str):
        return _clean(_ESCAPED.sub(lambda found: chr(int(found[1], 16)), value) if "_x" in value else value)
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, (int, float)):
        return Number(_number(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(timespec="seconds")
    if isinstance(value, (date, time)):
        return value.isoformat()
    return str(value)


def _number(value: float) -> str:
    if isinstance(value, int) or value.is_integer():
        return str(int(value))
    if not math.isfinite(value):
        raise ValueError("no number a workbook can hold")
    return format(Decimal(repr(value)), "f")  # no exponent, no digit more than the file has


def _table(numbered: list[Row], name: str, encoding: str = "", delimiter: str = "") -> Table:
    filled = [(number, cells) for number, cells in numbered if any(cell.strip() for cell in cells)]
    if not filled:
        raise Refused("table-empty", name=name)
    columns = [" ".join(cell.split()) for cell in filled[0][1]]
    while columns and not columns[-1]:
        columns.pop()
    return Table(tuple(columns), tuple(filled[1:]), encoding, delimiter)


# Writing --------------------------------------------------------------------------------------------------------------------------------


def write_csv(columns: Sequence[str], rows: Iterable[Sequence[str]], out: IO[bytes]) -> None:
    """UTF-8 with its mark (Excel needs it), commas, CR LF; formula-safe."""
    text = io.TextIOWrapper(out, encoding="utf-8-sig", newline="")
    writer = csv.writer(text)
    writer.writerow([mark(column) for column in columns])
    for row in rows:
        writer.writerow([mark(cell) for cell in row])
    text.flush()
    text.detach()


def write_xlsx(sheets: Iterable[tuple[str, Sequence[str], Iterable[Sequence[str]]]], out: IO[bytes]) -> None:
    """A workbook of (name, columns, rows); every cell is text, the header bold and kept in sight.

    Raises UserError ``table-cell-long`` for a text Excel cannot hold.
    """
    import openpyxl

    book = openpyxl.Workbook(write_only=True)
    taken: set[str] = set()
    try:
        for name, columns, rows in sheets:
            _write_sheet(book.create_sheet(_sheet_name(name, taken)), columns, rows)
    except BaseException:
        book.save(io.BytesIO())  # ends the sheets that were begun and removes their temporary files
        raise
    book.save(out)


def _sheet_name(name: str, taken: set[str]) -> str:
    """A name Excel takes, of its own in the book: Excel tells no capitals apart. Its end says more than its beginning."""
    plain = re.sub(r"[\[\]:*?/\\]+", " ", name).strip("' ") or "sheet"
    plain = plain if len(plain) <= EXCEL_NAME else "…" + plain[-EXCEL_NAME + 1 :]
    found, number = plain, 1
    while found.casefold() in taken:
        number += 1
        found = f"{plain[: EXCEL_NAME - 4]} {number}"
    taken.add(found.casefold())
    return found


def _write_sheet(sheet: Any, columns: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    def cell(text: str) -> Any:
        if len(text) > EXCEL_CHARACTERS:
            raise UserError("table-cell-long", beginning=text[:40], most=EXCEL_CHARACTERS)
        made = WriteOnlyCell(sheet, value=_ESCAPABLE.sub("_x005F_", text))
        made.data_type = "s"
        return made

    sheet.freeze_panes = "A2"
    header = [cell(column) for column in columns]
    for made in header:
        made.font = Font(bold=True)
    sheet.append(header)
    for row in rows:
        sheet.append([cell(text) if text else None for text in row])


def cell_text(value: Value) -> str:
    """An answer as a table shows it: canonical text, the elements of a set parted by semicolons (or lines, where one holds a semicolon)."""
    if isinstance(value, NotKnown):
        return NOT_KNOWN_TEXTS["en"]
    if isinstance(value, tuple):
        return ("\n" if any(";" in item for item in value) else "; ").join(value)
    return value or ""
