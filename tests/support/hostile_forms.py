"""Hostile, broken and careless forms, made when a test runs: name, where it was put, and what must be said of it.

What must be said is the code of a remark (an error where the form must be refused, a warning where it must be read), or ``""`` for a form
that must be read without an error.
"""

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
_OLE = bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600)


def light() -> Iterator[tuple[str, Maker, str]]:
    """Forms that cost nothing to make or to look at."""
    yield from _files()
    yield from _workbooks()
    yield from _xml()
    yield from _folders()
    yield from _sheets()
    yield from _lists()


def heavy() -> Iterator[tuple[str, Maker, str]]:
    """Forms that would cost a great deal if they were let."""
    yield "100,000 survey rows", _book(survey=_many(100_000, "text,q{0},Q")), "form-many-rows"
    yield (
        "100,000 survey rows in CSV",
        _folder(survey=(("type", "name", "label"), *_many_rows(100_000))),
        "form-many-rows",
    )
    yield "1,000,000 choices", _book(choices=_many(1_000_000, "big,c{0},C")), "form-unpacks-large"
    yield "400,000 choices", _book(choices=_many(400_000, "b,{0},C")), "form-many-rows"
    yield "16,384 columns", _book(survey=_wide(16_384)), "form-many-columns"
    yield (
        "600 columns",
        _folder(survey=([*SURVEY[0], *(f"c{n}" for n in range(600))], ["x"] * 603)),
        "form-many-columns",
    )
    yield (
        "bomb in a workbook",
        _zipped(".xlsx", {"xl/workbook.xml": b"", "xl/bomb.xml": bytes(100 << 20)}),
        "form-unpacks-large",
    )
    yield "bomb in an archive", _zipped(".zip", {"survey.csv": bytes(100 << 20)}), "form-unpacks-large"
    yield "many small bombs", _zipped(".zip", {f"{n}.csv": bytes(900_000) for n in range(200)}), "form-unpacks-large"
    yield (
        "expression nested 1,000 deep",
        _with("relevant", "(" * 1000 + "1" + ")" * 1000),
        "form-check-bad-expression|form-check-expression|form-check-too-deep",
    )
    yield (
        "if nested 1,000 deep",
        _with("relevant", "if(true()," * 1000 + "1" + ",0)" * 1000),
        "form-check-bad-expression|form-check-expression|form-check-too-deep",
    )
    yield "expression of 1 MB", _with("relevant", "1 or " * 200_000 + "1"), "form-cell-long"
    yield "expression of 90 kB", _with("relevant", "1 or " * 18_000 + "1"), "*"
    yield "label of 1 MB", _with("label", "x" * (1 << 20)), "form-cell-long"
    yield "groups nested 1,000 deep", _folder(survey=_nested(1000)), "form-deep"
    yield "groups nested 1,000 deep in a workbook", _book(survey=_nested(1000)), "form-deep"
    yield "elements nested 10,000 deep", _xform("<a>" * 10_000 + "</a>" * 10_000), "form-xml-deep"
    yield "elements nested 200 deep", _xform("<a>" * 200 + "</a>" * 200), "form-xml-deep"
    yield "sheet of 1 GB", _sparse("survey.csv", 1 << 30), "form-large"
    yield "list of 1 GB", _sparse("towns.csv", 1 << 30, _file_question("towns.csv")), "form-large"
    yield (
        "one line of 50 MB",
        _file("towns.csv", b"name,label\n" + b"x" * (50 << 20), _file_question("towns.csv")),
        "form-large",
    )
    yield (
        "one line of 20 MB",
        _file("towns.csv", b"name,label\n" + b"x" * (20 << 20), _file_question("towns.csv")),
        "form-cell-long",
    )
    yield (
        "list of 200,000",
        _file("towns.csv", b"name,label\n" + b"x,y\n" * 200_000, _file_question("towns.csv")),
        "form-many-rows",
    )
    yield "XForm of 40 MB", _raw("f.xml", b"<h/>" + b" " * (40 << 20)), "form-large"
    yield "pattern that blows up", _with("constraint", "regex(., '(a+)+$')"), "form-check-slow-pattern"
    yield "pattern that blows up otherwise", _with("constraint", r"regex(., '^(\w+\s?)*$')"), "form-check-slow-pattern"


# Files ----------------------------------------------------------------------------------------------------------------------------------


def _files() -> Iterator[tuple[str, Maker, str]]:
    yield "not there", lambda folder: folder / "none.xlsx", "form-no-file"
    yield "empty", _raw("f.xlsx", b""), "form-empty-file"
    yield "picture", _raw("f.png", b"\x89PNG\r\n"), "form-kind"
    yield "text called workbook", _raw("f.xlsx", b"hello"), "form-broken-file"
    yield "old Excel", _raw("f.xls", _OLE), "form-kind-xls"
    yield "old Excel under a new name", _raw("f.xlsx", _OLE), "form-kind-xls"
    yield "binary Excel", _raw("f.xlsb", b"PK"), "form-kind-xls"
    yield "OpenDocument", _raw("f.ods", b"PK"), "form-kind-ods"
    yield (
        "OpenDocument under another name",
        _zipped(".xlsx", {"mimetype": b"x", "content.xml": b"<a/>"}),
        "form-kind-ods",
    )
    yield "password", _raw("f.xlsx", _OLE + "EncryptedPackage".encode("utf-16-le")), "form-password"
    yield "encrypted entries", _encrypted, "form-password"
    yield "Word document", _zipped(".xlsx", {"word/document.xml": b"<a/>"}), "form-kind"
    yield "cut off", _cut, "form-broken-file"
    yield "way out of an archive", _zipped(".zip", {"../survey.csv": b"type,name,label"}), "form-part-name"
    yield "absolute name in an archive", _zipped(".zip", {"/etc/survey.csv": b"type,name,label"}), "form-part-name"
    yield "link in an archive", _linked, "form-part-name"
    yield "archive of nothing", _zipped(".zip", {"readme.txt": b"hello"}), "form-kind"


def _workbooks() -> Iterator[tuple[str, Maker, str]]:
    yield "macros", _book(extra={"xl/vbaProject.bin": b"x"}, suffix=".xlsm"), "form-macros"
    yield "macros under another name", _book(extra={"xl/vbaProject.bin": b"x"}), "form-macros"
    yield "no survey", _book(names=("questions", "choices", "settings")), "form-check-sheet-missing"
    yield "sheet misspelt", _book(names=("survey ", "choices", "settings")), "form-check-sheet-near"
    yield "choices misspelt", _book(names=("survey", "choises", "settings")), "form-check-sheet-near"
    yield "empty workbook", _book(survey=(), choices=(), settings=()), "form-check-sheet-empty"
    yield "hidden sheet", _book(state="veryHidden"), "form-check-sheet-hidden"
    yield "merged cells", _book(behind='<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'), "form-check-merged"
    yield "formula without result", _book(cell="<f>1+1</f>"), "form-check-formula-empty"
    yield "formula with result", _book(cell="<f>1+1</f><v>2</v>"), "form-check-formula"
    yield "formula that failed", _book(cell="<v>#REF!</v>", kind="e"), "form-check-cell-fault"
    yield "document type in a sheet", _book(before="<!DOCTYPE a [<!ENTITY b 'c'>]>"), "form-entities"
    yield "broken sheet", _book(behind="<mergeCells>"), "form-broken-file"


def _xml() -> Iterator[tuple[str, Maker, str]]:
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]><a>&c;</a>'
    yield "entity bomb", _raw("f.xml", bomb), "form-entities"
    yield "external entity", _raw("f.xml", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "form-entities"
    yield "document type in UTF-16", _raw("f.xml", bomb.decode().encode("utf-16")), "form-entities"
    yield "not XML", _raw("f.xml", b"hello"), "form-not-xml"
    yield "other XML", _raw("f.xml", b"<a/>"), "form-not-xform"
    yield "null characters", _raw("f.xml", b"<a>\0</a>"), "form-zeros"
    yield "XForm without questions", _xform("<data id='f'/>"), "*"
    yield "an XForm", _xform("<data id='f' version='1'><a/></data>"), ""


def _folders() -> Iterator[tuple[str, Maker, str]]:
    plain = _csv(SURVEY).decode()
    yield "well made", _folder(), ""
    yield "no survey sheet", _folder(survey=()), "form-check-sheet-empty"
    yield "UTF-16", _file("survey.csv", plain.encode("utf-16")), "form-encoding"
    yield "UTF-16 without its mark", _file("survey.csv", plain.encode("utf-16-le")), "form-encoding"
    yield "Windows-1252", _file("survey.csv", plain.replace("A", "È").encode("cp1252")), "form-encoding"
    yield "no encoding at all", _file("survey.csv", plain.encode() + b"text,b,\x81\x8d\n"), "form-not-utf8"
    yield "null characters in a sheet", _file("survey.csv", plain.encode() + b"text,b,\0\n"), "form-zeros"
    yield "semicolons", _file("survey.csv", plain.replace(",", ";").encode()), "form-check-semicolons"
    yield "too many cells", _file("survey.csv", plain.encode() + b"text,b,B,C,D\n"), "form-check-cells"
    yield (
        "quotation mark left open",
        _file("survey.csv", plain.encode() + b'text,b,"B\n' + b"text,c,C\n" * 30_000),
        "form-cell-long",
    )
    yield "mark of UTF-8", _file("survey.csv", plain.encode("utf-8-sig")), ""


# Sheets ---------------------------------------------------------------------------------------------------------------------------------


def _sheets() -> Iterator[tuple[str, Maker, str]]:
    def rows(*lines: str) -> Maker:
        head = ("type", "name", "label", "relevant", "calculation")
        return _folder(survey=(head, *(tuple(cell.strip() for cell in line.split("|")) for line in lines)))

    yield "unknown type", rows("txet | a | A"), "form-check-type-near"
    yield "unknown type like none", rows("qwertz | a | A"), "form-check-type"
    yield "no type", rows(" | a | A"), "form-check-no-type"
    yield (
        "unknown column",
        _folder(survey=(("type", "name", "label", "relevent"), ("text", "a", "A", "1"))),
        "form-check-column-near",
    )
    yield (
        "column twice",
        _folder(survey=(("type", "name", "label", "label"), ("text", "a", "A", "B"))),
        "form-check-column-twice",
    )
    yield (
        "column under two names",
        _folder(survey=(("type", "name", "label", "relevant", "relevance"), ("text", "a", "A", "1", "1"))),
        "form-check-column-same",
    )
    yield "no name column", _folder(survey=(("type", "label"), ("text", "A"))), "form-check-column-missing"
    yield "name twice", rows("text | a | A", "text | a | B"), "form-check-name-twice"
    yield "name with spaces", rows("text | my name | A"), "form-check-name"
    yield "reserved name", rows("text | meta | A"), "form-check-name-meta"
    yield "group without end", rows("begin group | g | G", "text | a | A"), "form-check-begin-open"
    yield "end without beginning", rows("text | a | A", "end repeat"), "form-check-end-alone"
    yield (
        "ends crossed",
        rows("begin group | g | G", "begin repeat | r | R", "text | a | A", "end group", "end repeat"),
        "form-check-end-early",
    )
    yield "list that is not there", rows("select_one friut | a | A"), "form-check-list-near"
    yield "calculations in a circle", rows("calculate | a | | | ${b}", "calculate | b | | | ${a}"), "form-check-circle"
    yield "question depends on itself", rows("text | a | A | ${a} = 1"), "form-check-circle"
    yield "reference to nothing", rows("text | age | A", "text | b | B | ${aeg} = 1"), "form-check-reference-near"
    yield "reference cut off", rows("text | a | A", "text | b | B | ${a = 1"), "form-check-reference-shape"
    yield "curly quotes", rows("text | a | A", "text | b | B | ${a} = “x”"), "form-check-curly"
    yield "unknown function", rows("text | a | A | slected('a', 'a')"), "form-check-unknown-function-near"
    yield (
        "too few arguments",
        rows("text | a | A | selected('a')"),
        "form-check-argument-count-one|form-check-argument-count",
    )
    yield "bracket left open", rows("text | a | A | (1"), "form-check-brackets-open"
    yield (
        "code of no choice",
        rows("select_one fruit | a | A", "text | b | B | ${a} = 'figs'"),
        "form-check-code-never-near",
    )
    yield "trailing spaces", _file("survey.csv", b"type ,name, label\ntext ,a , A \n"), ""
    yield "number as text", _folder(choices=(*CHOICES, ("fruit", "1.0", "One"))), "form-check-choice-decimal"


def _lists() -> Iterator[tuple[str, Maker, str]]:
    yield "way out in a list's name", _folder(survey=_file_question("../towns.csv")), "form-check-list-outside"
    yield "list that is a link", _link, "form-check-list-outside|form-list-outside"
    yield "list not there", _folder(survey=_file_question("towns.csv")), "form-check-list-file"
    yield (
        "list without columns",
        _file("towns.csv", b"a,b\n1,2\n", _file_question("towns.csv")),
        "form-check-list-columns",
    )
    yield (
        "list in UTF-16",
        _file("towns.csv", "name,label\na,b\n".encode("utf-16"), _file_question("towns.csv")),
        "form-encoding",
    )
    yield "choice twice", _folder(choices=(*CHOICES, CHOICES[1])), "form-check-choice-twice"
    yield "choice without code", _folder(choices=(*CHOICES, ("fruit", "", "X"))), "form-check-choice-no-name"


# Making them ----------------------------------------------------------------------------------------------------------------------------


def _raw(name: str, data: bytes) -> Maker:
    def make(folder: Path) -> Path:
        (folder / name).write_bytes(data)
        return folder / name

    return make


def _csv(rows: Rows) -> bytes:
    out = io.StringIO(newline="")
    csv.writer(out).writerows(rows)
    return out.getvalue().encode()


def _folder(survey: Rows = SURVEY, choices: Rows = CHOICES, settings: Rows = SETTINGS) -> Maker:
    def make(folder: Path) -> Path:
        for name, rows in (("survey", survey), ("choices", choices), ("settings", settings)):
            (folder / f"{name}.csv").write_bytes(_csv(rows))
        return folder

    return make


def _file(name: str, data: bytes, survey: Rows = SURVEY) -> Maker:
    def make(folder: Path) -> Path:
        _folder(survey)(folder)
        (folder / name).write_bytes(data)
        return folder

    return make


def _sparse(name: str, size: int, survey: Rows = SURVEY) -> Maker:
    """A file of any size that takes no room on the disk."""

    def make(folder: Path) -> Path:
        _folder(survey)(folder)
        with (folder / name).open("wb") as file:
            file.truncate(size)
        return folder

    return make


def _with(column: str, text: str) -> Maker:
    return _folder(
        survey=(
            dict.fromkeys((*SURVEY[0], column)),
            [
                text if head == column else {"type": "text", "name": "a"}.get(head, "A")
                for head in dict.fromkeys((*SURVEY[0], column))
            ],
        )
    )  # type: ignore[arg-type]  # a dict of headings is a row


def _file_question(name: str) -> Rows:
    return SURVEY[0], (f"select_one_from_file {name}", "a", "A")


def _nested(depth: int) -> Rows:
    begins = [("begin group", f"g{n}", "G") for n in range(depth)]
    return (*SURVEY[:1], *begins, ("text", "a", "A"), *[("end group", "", "")] * depth)


def _many_rows(count: int) -> Iterator[tuple[str, str, str]]:
    return (("text", f"q{n}", "Q") for n in range(count))


def _many(count: int, row: str) -> Callable[[], str]:
    """Makes the XML of many rows of a sheet; ``{0}`` is the row's number."""
    cells = "".join(f'<c t="inlineStr"><is><t>{cell}</t></is></c>' for cell in row.split(","))
    return lambda: "".join(f"<row>{cells.format(number)}</row>" for number in range(count))


def _wide(count: int) -> Callable[[], str]:
    from openpyxl.utils import get_column_letter

    cells = "".join(
        f'<c r="{get_column_letter(n)}1" t="inlineStr"><is><t>c{n}</t></is></c>' for n in range(1, count + 1)
    )
    return lambda: f"<row>{cells}</row>"


def _xform(instance: str) -> Maker:
    text = (
        '<h:html xmlns:h="http://www.w3.org/1999/xhtml" xmlns="http://www.w3.org/2002/xforms"><h:head><h:title>F</h:title><model><instance>'
        f'{instance}</instance><bind nodeset="/data/a" type="string"/></model></h:head><h:body><input ref="/data/a"><label>A</label></input></h:body></h:html>'
    )
    return _raw("f.xml", text.encode())


def _zipped(suffix: str, files: dict[str, bytes]) -> Maker:
    def make(folder: Path) -> Path:
        with zipfile.ZipFile(folder / f"f{suffix}", "w", zipfile.ZIP_DEFLATED) as archive:
            for name, data in files.items():
                archive.writestr(name, data)
        return folder / f"f{suffix}"

    return make


def _book(
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
        return _zipped(suffix, {**files, **(extra or {})})(folder)

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


def _cut(folder: Path) -> Path:
    whole = _book()(folder)
    whole.write_bytes(whole.read_bytes()[:-200])
    return whole


def _encrypted(folder: Path) -> Path:
    """Every entry marked as encrypted in the archive's directory."""
    whole = _book()(folder)
    data = bytearray(whole.read_bytes())
    place = -1
    while (place := data.find(b"PK\x01\x02", place + 1)) >= 0:
        struct.pack_into("<H", data, place + 8, 1)
    whole.write_bytes(data)
    return whole


def _linked(folder: Path) -> Path:
    path = folder / "f.zip"
    with zipfile.ZipFile(path, "w") as archive:
        entry = zipfile.ZipInfo("survey.csv")
        entry.create_system, entry.external_attr = 3, 0o120777 << 16
        archive.writestr(entry, "/etc/passwd")
    return path


def _link(folder: Path) -> Path:
    inner, outside = folder / "form", folder / "outside.csv"
    inner.mkdir()
    outside.write_text("name,label\na,A\n", "utf-8")
    (inner / "towns.csv").symlink_to(outside)
    return _folder(survey=_file_question("towns.csv"))(inner)
