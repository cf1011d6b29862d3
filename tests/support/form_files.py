"""Files of forms as no program would write them, and as people do: makers that put one into a folder and answer where."""

from __future__ import annotations

import csv
import io
import struct
import zipfile
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import TypeAlias

Maker: TypeAlias = Callable[[Path], Path]
Rows: TypeAlias = Sequence[Sequence[str]]

SURVEY: Rows = (("type", "name", "label"), ("text", "a", "A"))
CHOICES: Rows = (("list_name", "name", "label"), ("fruit", "fig", "Fig"), ("fruit", "pear", "Pear"))
SETTINGS: Rows = (("form_id", "version", "form_title"), ("f", "1", "F"))
_SPREADSHEET = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)  # how an old workbook or one with a password begins


def raw(name: str, data: bytes) -> Maker:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def csv_bytes(rows: Rows) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def folder_of(survey: Rows = SURVEY, choices: Rows = CHOICES) -> Maker:
    def make(folder: Path) -> Path:
        for name, rows in (("survey", survey), ("choices", choices), ("settings", SETTINGS)):
            (folder / f"{name}.csv").write_bytes(csv_bytes(rows))
        return folder

    return make


def with_file(name: str, data: bytes, survey: Rows = SURVEY) -> Maker:
    def make(folder: Path) -> Path:
        folder_of(survey)(folder)
        (folder / name).write_bytes(data)
        return folder

    return make


def with_sparse_file(name: str, size: int, survey: Rows = SURVEY) -> Maker:
    """A file of any size that takes no room on the disk."""

    def make(folder: Path) -> Path:
        folder_of(survey)(folder)
        with (folder / name).open("wb") as file:
            file.truncate(size)
        return folder

    return make


def with_column(column: str, text: str) -> Maker:
    return folder_of(
        survey=(
            dict.fromkeys((*SURVEY[0], column)),
            [
                text if head == column else {"type": "text", "name": "a"}.get(head, "A")
                for head in dict.fromkeys((*SURVEY[0], column))
            ],
        )
    )  # type: ignore[arg-type]  # a dict of headings is a row


def file_question(name: str) -> Rows:
    return SURVEY[0], (f"select_one_from_file {name}", "a", "A")


def nested(depth: int) -> Rows:
    begins = [("begin group", f"g{n}", "G") for n in range(depth)]
    return (*SURVEY[:1], *begins, ("text", "a", "A"), *[("end group", "", "")] * depth)


def many_rows(count: int) -> Iterator[tuple[str, str, str]]:
    return (("text", f"q{n}", "Q") for n in range(count))


def many(count: int, row: str) -> Callable[[], str]:
    """Makes the XML of many rows of a sheet; ``{0}`` is the row's number."""
    cells = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row.split(","))
    return lambda: "".join(f"<row>{cells.format(number)}</row>" for number in range(count))


def wide(count: int) -> Callable[[], str]:
    from openpyxl.utils import get_column_letter

    cells = "".join(
        f'<c r="{get_column_letter(n)}1" t="inlineStr"><is><t>c{n}</t></is></c>' for n in range(1, count + 1)
    )
    return lambda: f"<row>{cells}</row>"


def xform(instance: str) -> Maker:
    text = (
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>F</h:title><model><instance>'
        f'{instance}</instance><bind nodeset="/data/a" type="string"/></model></h:head><h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>'
    )
    return raw("f.xml", text.encode())


def zipped(suffix: str, files: dict[str, bytes]) -> Maker:
    def make(folder: Path) -> Path:
        with zipfile.ZipFile(folder / f"f{suffix}", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return folder / f"f{suffix}"

    return make


def book(
    survey: Rows | Callable[[], str] = SURVEY,
    choices: Rows | Callable[[], str] = CHOICES,
    settings: Rows = SETTINGS,
    names: Sequence[str] = ("survey", "choices", "settings"),
    state: str = "visible",
    behind: str = "",
    before: str = "",
    cell: str = "",
    kind: str = "n",
    extra: dict[str, bytes] | None = None,
    suffix: str = ".xlsx",
) -> Maker:
    """A workbook written by hand, so that it may hold what no program would write. cell: the XML of the first label of the survey."""

    def sheet(rows: Rows | Callable[[], str]) -> str:
        if callable(rows):
            return _rows((SURVEY if rows is survey else CHOICES)[:1]) + rows()
        return _rows(rows)

    def make(folder: Path) -> Path:
        first = sheet(survey)
        if cell:
            first = first.replace('<c t="inlineStr"><is><t>A</t></is></c>', f'<c t="{kind}">{cell}</c>')
        pages = {"sheet1": first, "sheet2": sheet(choices), "sheet3": sheet(settings)}
        files = dict(_frame(names, state))
        for page, rows in pages.items():
            tail, head = (behind, before) if page == "sheet1" else ("", "")
            text = (
                f'<?xml version="1.0"?>{head}<worksheet {_SPREADSHEET}><sheetData>{rows}</sheetData>{tail}</worksheet>'
            )
            files[f"xl/worksheets/{page}.xml"] = text.encode()
        return zipped(suffix, {**files, **(extra or {})})(folder)

    return make


def _rows(rows: Rows) -> str:
    def row(cells: Sequence[str]) -> str:
        return "<row>" + "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in cells) + "</row>"

    return "".join(row(cells) for cells in rows)


def _frame(names: Sequence[str], state: str) -> Iterator[tuple[str, bytes]]:
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    main = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    types = "".join(
        f'<Override PartName="/xl/worksheets/sheet{n}.xml" ContentType="{main}.worksheet+xml"/>' for n in (1, 2, 3)
    )
    yield (
        "[Content_Types].xml",
        '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
        f'<Override PartName="/xl/workbook.xml" ContentType="{main}.sheet.main+xml"/>{types}</Types>'.encode(),
    )
    links = "http://schemas.openxmlformats.org/package/2006/relationships"
    yield (
        "_rels/.rels",
        f'<Relationships xmlns="{links}"><Relationship Id="r1" Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
    )
    sheets = "".join(
        f'<sheet name="{name}" sheetId="{n}" r:id="r{n}"{f" state={chr(34)}{state}{chr(34)}" if n == 2 else ""}/>'
        for n, name in enumerate(names, 1)
    )
    yield (
        "xl/workbook.xml",
        f'<workbook {_SPREADSHEET} xmlns:r="{relation}"><sheets>{sheets}</sheets></workbook>'.encode(),
    )
    parts = "".join(
        f'<Relationship Id="r{n}" Type="{relation}/worksheet" Target="worksheets/sheet{n}.xml"/>' for n in (1, 2, 3)
    )
    yield "xl/_rels/workbook.xml.rels", f'<Relationships xmlns="{links}">{parts}</Relationships>'.encode()


def cut(folder: Path) -> Path:
    whole = book()(folder)
    whole.write_bytes(whole.read_bytes()[:-200])
    return whole


def encrypted(folder: Path) -> Path:
    """Every entry marked as encrypted in the archive's directory."""
    whole = book()(folder)
    data = bytearray(whole.read_bytes())
    place = -1
    while (place := data.find(b"PK\x01\x02", place + 1)) >= 0:
        struct.pack_into("<H", data, place + 8, 1)
    whole.write_bytes(data)
    return whole


def linked(folder: Path) -> Path:
    path = folder / "f.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("survey.csv")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return path


def link(folder: Path) -> Path:
    inner, outside = folder / "form", folder / "outside.csv"
    inner.mkdir()
    outside.write_text("name,label\na,A\n", "utf-8")
    (inner / "towns.csv").symlink_to(outside)
    return folder_of(survey=file_question("towns.csv"))(inner)
