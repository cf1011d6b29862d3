"""The sheets of a form as somebody filled them in, read with more patience than a form is: what spoils them becomes a remark."""

from __future__ import annotations

import difflib
import io
import re
import warnings
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from seeddesk.domain.errors import FormError
from seeddesk.domain.remarks import ERROR, WARNING, FormRemark
from seeddesk.exchange.xform import guard

NAMES = ("survey", "choices", "settings")
_HIDDEN = re.compile(rb'<(?:\w+:)?(?:row|col) [^>]*\bhidden="(?:1|true)"')
_MERGED = re.compile(rb'<(?:\w+:)?mergeCell [^>]*\bref="([A-Z0-9:]+)"')
_FORMULA = re.compile(rb"<(?:\w+:)?f[ >/]")
_SPACES = re.compile(r"[ \u00a0]+")


@dataclass
class Sheet:
    """One sheet. columns: its headings as they are read · rows: what stands in them, the first one being row 2; empty ones stay."""

    name: str
    columns: list[str] = field(default_factory=list)
    rows: list[dict[str, str]] = field(default_factory=list)

    def numbered(self) -> Iterator[tuple[int, dict[str, str]]]:
        """Every row that has something in it, with its number."""
        return ((number, row) for number, row in enumerate(self.rows, 2) if row)


@dataclass
class Book:
    """The sheets by name (those that are missing are empty), what is to be said of them, and the names of the files beside them."""

    sheets: dict[str, Sheet]
    remarks: list[FormRemark]
    files: frozenset[str] = frozenset()


def read_book(path: Path) -> Book:
    """The sheets of a folder or a workbook. Raises FormError where nothing can be read at all."""
    remarks: list[FormRemark] = []
    if path.is_dir():
        found = {file.stem.lower(): _read_csv(file.read_bytes(), file.name, remarks) for file in _named(path)}
        files = frozenset(file.name for file in path.rglob("*") if file.is_file())
    else:
        found = _read_workbook(path.read_bytes(), path.name, remarks)
        files = frozenset(file.name for place in _beside(path) for file in place.iterdir() if file.is_file())
    sheets = {name: found.get(name) or Sheet(name) for name in guard.SHEETS}
    if not any(sheets["survey"].rows) and not any(remark.is_error for remark in remarks):
        code = "form-check-sheet-empty" if "survey" in found else "form-check-sheet-missing"
        remarks.append(FormRemark(ERROR, code))
    return Book(sheets, remarks, files)


def _beside(path: Path) -> Iterator[Path]:
    for place in (path.parent, path.parent / "media", path.parent / f"{path.stem}-media"):
        if place.is_dir():
            yield place


def _named(folder: Path) -> list[Path]:
    return [file for file in sorted(folder.glob("*.csv")) if file.stem.lower() in guard.SHEETS]


# CSV ------------------------------------------------------------------------------------------------------------------------------------


def _read_csv(data: bytes, name: str, remarks: list[FormRemark]) -> Sheet:
    """One sheet in CSV. Raises FormError where it is not text in UTF-8."""
    sheet = name.rpartition(".")[0].lower()
    text = guard.text_of(data, name)
    head = text.partition("\n")[0]
    if "," not in head and (head.count(";") or head.count("\t")):
        remarks.append(FormRemark(ERROR, "form-check-semicolons", sheet, 1))
        return Sheet(sheet)
    records = guard.records(text, name)
    header = records[0] if records else []
    for number, cells in enumerate(records[1:], 2):
        if len(cells) > len(header) and any(cells[len(header) :]):
            remarks.append(FormRemark(ERROR, "form-check-cells", sheet, number))
    return _sheet(sheet, header, [cells[: len(header)] for cells in records[1:]], remarks)


def _sheet(name: str, header: Sequence[str], rows: Sequence[Sequence[str]], remarks: list[FormRemark]) -> Sheet:
    """Headings and cells as a form reads them: without spaces around them. The later of two columns of one name is left out."""
    columns = [_SPACES.sub(" ", cell).strip() for cell in header]
    while columns and not columns[-1]:
        columns.pop()
    for place, column in enumerate(columns):
        if column and column in columns[:place]:
            remarks.append(FormRemark(ERROR, "form-check-column-twice", name, 1, column))
    widest = max((len(row) for row in rows), default=0)
    for place in range(widest):
        named = place < len(columns) and columns[place]
        if not named and any(place < len(row) and row[place].strip() for row in rows):
            letter = {"letter": letter_of(place)}
            remarks.append(FormRemark(WARNING, "form-check-column-nameless", name, 1, arguments=letter))
    kept = {column: place for place, column in reversed([*enumerate(columns)]) if column}
    order = sorted(kept.items(), key=lambda item: item[1])
    found = [
        {column: row[place].strip() for column, place in order if place < len(row) and row[place].strip()}
        for row in rows
    ]
    while found and not found[-1]:
        found.pop()
    return Sheet(name, [column for column, _ in order], found)


def letter_of(place: int) -> str:
    """The letters a spreadsheet gives the column at a place counted from 0: ``A``, ``AB``."""
    letters = ""
    place += 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


# Excel ----------------------------------------------------------------------------------------------------------------------------------


def _read_workbook(data: bytes, file: str, remarks: list[FormRemark]) -> dict[str, Sheet]:
    """The sheets of a workbook. Raises FormError for one that does not open."""
    import openpyxl

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # openpyxl warns of parts it leaves aside; none of them holds a cell
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                pages = guard.pages(archive)
                parts = {
                    page: archive.read(part)
                    for page, _, part in pages
                    if len(pages) == 1 or page.lower() in guard.SHEETS
                }
            for page, _, _ in pages:
                if page not in parts:
                    _almost(page, [title for title, _, _ in pages], remarks)
            found: dict[str, Sheet] = {}
            if not parts:
                return found
            values = openpyxl.load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)
            for page, state, _ in pages:
                if page not in parts:
                    continue
                name = page.lower() if page.lower() in guard.SHEETS else "survey"
                if state != "visible":
                    remarks.append(FormRemark(WARNING, "form-check-sheet-hidden", name))
                cells = [*_cells(values[page], name, remarks)]
                _look_at_part(data, parts[page], page, name, cells, remarks)
                found[name] = _sheet(name, cells[0] if cells else [], cells[1:], remarks)
            return found
    except guard.UNREADABLE:
        raise FormError("form-broken-file", name=file) from None


def _almost(page: str, pages: Sequence[str], remarks: list[FormRemark]) -> None:
    """A sheet whose name is nearly one that forms have, and that has none of its own."""
    near = difflib.get_close_matches(page.lower().strip(), NAMES, 1, 0.7)
    if near and near[0] not in (other.lower() for other in pages) and not page.startswith("_"):
        severity = (
            ERROR if near[0] == "survey" else WARNING
        )  # a list that is missed without it is said where it is missed
        remarks.append(FormRemark(severity, "form-check-sheet-near", arguments={"wanted": near[0], "found": page}))


def _cells(sheet: Any, name: str, remarks: list[FormRemark]) -> Iterator[list[str]]:
    """The rows as text, up to sixty empty ones in a row. A date or time becomes the text a form reads, and a remark."""
    sheet.reset_dimensions()  # the file's own word for its size may be a lie
    empty = 0
    for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=guard.COLUMNS + 1), 1):
        cells = [_text(value) for value in row]
        for place, value in enumerate(row):
            if hasattr(value, "isoformat"):
                arguments = {"letter": letter_of(place), "text": cells[place]}
                remarks.append(FormRemark(WARNING, "form-check-cell-date", name, number, arguments=arguments))
            elif isinstance(value, str) and value.startswith("#") and value.rstrip("!?").isupper() and " " not in value:
                arguments = {"letter": letter_of(place), "text": value}
                remarks.append(FormRemark(ERROR, "form-check-cell-fault", name, number, arguments=arguments))
        empty = 0 if any(cells) else empty + 1
        if empty > 60:
            return
        yield cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).replace("\u00a0", " ")


def _look_at_part(
    data: bytes, part: bytes, page: str, name: str, cells: Sequence[Sequence[str]], remarks: list[FormRemark]
) -> None:
    """What only the sheet's XML tells: merged cells, hidden rows and columns, formulas."""
    for merged in _MERGED.findall(part)[:20]:
        remarks.append(FormRemark(WARNING, "form-check-merged", name, arguments={"cells": merged.decode()}))
    if _HIDDEN.search(part):
        remarks.append(FormRemark(WARNING, "form-check-hidden", name))
    if _FORMULA.search(part):
        import openpyxl

        formulas = openpyxl.load_workbook(io.BytesIO(data), read_only=True, keep_links=False)[page]
        formulas.reset_dimensions()
        for number, row in enumerate(formulas.iter_rows(values_only=True, max_row=len(cells)), 1):
            for place, value in enumerate(row):
                if isinstance(value, str) and value.startswith("="):
                    shown = cells[number - 1][place] if place < len(cells[number - 1]) else ""
                    arguments = {"letter": letter_of(place), "text": shown}
                    severity, code = (WARNING, "form-check-formula") if shown else (ERROR, "form-check-formula-empty")
                    remarks.append(FormRemark(severity, code, name, number, arguments=arguments))
