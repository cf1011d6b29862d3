"""Hostile, broken and odd tables, made when a test runs: name, file, and what must become of it.

What must become of a table is a refusal's code, or its header and first rows. Text that only looks like something else is text.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from typing import TypeAlias

from tests.support.documents import pack
from tests.support.form_files import OLE

Rows: TypeAlias = tuple[tuple[str, ...], ...]
Outcome: TypeAlias = str | Rows
Hostile: TypeAlias = tuple[str, str, bytes, Outcome]  # name, ending of the file, its bytes, outcome

_SHEET = "xl/worksheets/sheet1.xml"
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"


def light() -> Iterator[Hostile]:
    """Tables that cost nothing to make or to look at."""
    yield from _csv()
    yield from _workbooks()


def heavy() -> Iterator[Hostile]:
    """Tables that would cost a great deal if they were let, made one at a time."""
    yield from _heavy_csv()
    yield from _bombs()


# CSV ------------------------------------------------------------------------------------------------------------------------------------

_PLAIN: Rows = (("a", "b"), ("1", "2"))


def _csv() -> Iterator[Hostile]:
    def one(name: str, data: bytes | str, outcome: Outcome = _PLAIN, ending: str = ".csv") -> Hostile:
        return f"csv: {name}", ending, data.encode() if isinstance(data, str) else data, outcome

    yield one("mark of UTF-8", b"\xef\xbb\xbfa,b\n1,2\n")
    yield one("mark of UTF-8 twice", b"\xef\xbb\xbf\xef\xbb\xbfa,b\n1,2\n", (("\ufeffa", "b"), ("1", "2")))
    yield one("UTF-16", "a,b\n1,2\n".encode("utf-16"))
    yield one("UTF-16, the other way round, without its mark", "a,b\n1,2\n".encode("utf-16-be"))
    yield one("UTF-16 cut in a character", "a,b\n1,2\n".encode("utf-16")[:-1], "table-encoding")
    yield one("UTF-32", "a,b\n1,2\n".encode("utf-32"))
    yield one("Windows-1252", "città,b\nperché,2\n".encode("cp1252"), (("città", "b"), ("perché", "2")))
    yield one("Greek", "τίτλος,β\nένα,δύο\n".encode("cp1253"), "table-encoding")
    yield one("lone surrogate in UTF-8", b"a,b\n\xed\xa0\x80,2\n", "table-encoding")
    yield one("lone surrogate in UTF-16", b"\xff\xfea\0,\0b\0\n\0\0\xd8,\0002\0", "table-encoding")
    yield one("overlong UTF-8", b"a,b\n\xc0\xaf\x81,2\n", "table-encoding")
    yield one("null characters", b"a,b\n1\0,2\n" + b"x" * 300, "table-zeros")
    yield one("only null characters", bytes(5000), "table-empty")
    yield one("control characters", "a,b\n1\x01\x1b[2J\x7f,2\n", (("a", "b"), ("1[2J", "2")))
    yield one("turned text", "a,b\n\u202egnp.exe,2\n", (("a", "b"), ("\u202egnp.exe", "2")))
    yield one("end of a text under DOS", "a,b\n1,2\n\x1a")
    yield one("quotation mark never closed", 'a,b\n"1,2\n3,4\n', "table-quotes")
    yield one("quotation mark inside a word", 'a,b\nsay "x",2\n', (("a", "b"), ('say "x"', "2")))
    yield one(
        "10,000 columns",
        ",".join(f"c{n}" for n in range(10_000)) + "\n1,2\n",
        (tuple(f"c{n}" for n in range(10_000)), ("1", "2")),
    )
    yield one("20,000 columns", "a," * 20_000 + "\n1,2\n", "table-columns")
    for delimiter, called in ((";", "semicolons"), ("\t", "tabs"), ("|", "bars")):
        yield one(called, f"a{delimiter}b\n1{delimiter}2\n")
    yield one("colons", "a:b\n1:2\n", (("a:b",), ("1:2",)))
    yield one("sep=", "sep=;\r\na;b\r\n1;2\r\n")
    yield one("sep= and nothing else", "sep=,\n", "table-empty")
    yield one("sep= a quotation mark", 'sep="\na"b\n1"2\n')
    yield one("sep= a line end", "sep=\n\na,b\n1,2\n", (("sep=",), ("a", "b"), ("1", "2")))
    yield one("mixed line ends", "a,b\r\n1,2\n3,4\r5,6\r\n", (("a", "b"), ("1", "2"), ("3", "4"), ("5", "6")))
    yield one("old Macintosh line ends", "a,b\r1,2\r")
    yield one("line end in a cell", 'a,b\n"1\r\n1",2\n', (("a", "b"), ("1\n1", "2")))
    yield one("empty", b"", "table-empty")
    yield one("only spaces", b"  \n \n, ,\n", "table-empty")
    yield one("only a header", "a,b\n", (("a", "b"),))
    yield one("headers twice", "a,a\n1,2\n", (("a", "a"), ("1", "2")))
    yield one("rows longer and shorter than the header", "a,b\n1\n1,2,3\n", (("a", "b"), ("1",), ("1", "2", "3")))
    yield one(
        "formulas",
        'a,b\n=1+1,@SUM(A1)\n"=HYPERLINK(""http://127.0.0.1:9"")",=cmd|\'/c calc\'!A1\n+1,-1\n',
        (("a", "b"), ("=1+1", "@SUM(A1)"), ('=HYPERLINK("http://127.0.0.1:9")', "=cmd|'/c calc'!A1"), ("+1", "-1")),
    )
    yield one("a workbook called CSV", pack({"xl/workbook.xml": b"<a/>"}), "table-not-csv")
    yield one("an old workbook called CSV", OLE, "table-not-csv")
    yield one("a picture called CSV", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + bytes(40), "table-zeros")
    yield one("a web page called CSV", "<html><script>x</script></html>\n", (("<html><script>x</script></html>",),))
    yield one("an old workbook", OLE, "table-kind", ".xls")
    yield one("a workbook with macros", b"PK", "table-kind", ".XLSM")
    yield one("a binary workbook", b"PK", "table-kind", ".xlsb")


def _heavy_csv() -> Iterator[Hostile]:
    yield ("csv: quotation mark never closed before 5 MB", ".csv", b'a,b\n"' + b"x,y\n" * 1_250_000, "table-quotes")
    yield ("csv: a field of 5 MB", ".csv", b"a,b\n" + b"x" * 5_000_000 + b",2\n", "table-quotes")
    yield ("csv: 30 MB of commas", ".csv", b"a,b\n" + (b"," * 15_000 + b"\n") * 2_000, "table-large")
    yield ("csv: a million short rows", ".csv", b"a,b\n" + b"1,2\n" * 1_000_000, "table-large")


# Workbooks ------------------------------------------------------------------------------------------------------------------------------


def workbook(
    rows: str = "", extra: Mapping[str, bytes] | None = None, head: str = "", tail: str = ""
) -> dict[str, bytes]:
    """The parts of a workbook of one sheet. rows: the XML of its rows · head, tail: what stands before and behind them in the sheet."""
    rows = rows or '<row r="1"><c t="inlineStr"><is><t>a</t></is></c></row>'
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    package = "http://schemas.openxmlformats.org/package/2006"
    return {
        "[Content_Types].xml": f'<Types xmlns="{package}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="{kind}.sheet.main+xml"/><Override PartName="/{_SHEET}" ContentType="{kind}.worksheet+xml"/><Override PartName="/xl/sharedStrings.xml" ContentType="{kind}.sharedStrings+xml"/></Types>'.encode(),
        "_rels/.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>'.encode(),
        "xl/workbook.xml": f'<workbook xmlns="{_MAIN}" xmlns:r="{_OFFICE}"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>'.encode(),
        "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{package}/relationships"><Relationship Id="r1" Type="{_OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>'.encode(),
        _SHEET: f'<worksheet xmlns="{_MAIN}">{head}<sheetData>{rows}</sheetData>{tail}</worksheet>'.encode(),
        "xl/sharedStrings.xml": f'<sst xmlns="{_MAIN}"/>'.encode(),
        **(extra or {}),
    }


def _text(text: str, place: str = "") -> str:
    return f'<c t="inlineStr"{f" r={chr(34)}{place}{chr(34)}" if place else ""}><is><t>{text}</t></is></c>'


def _cell(value: str, kind: str = "n", formula: str = "", place: str = "") -> str:
    inner = (f"<f>{formula}</f>" if formula else "") + f"<v>{value}</v>"
    return f'<c t="{kind}"{f" r={chr(34)}{place}{chr(34)}" if place else ""}>{inner}</c>'


_HEAD = f"<row>{_text('a')}{_text('b')}</row>"


def _row(*cells: str) -> str:
    return f"{_HEAD}<row>{''.join(cells)}</row>"


def _workbooks() -> Iterator[Hostile]:
    def one(name: str, files: Mapping[str, bytes] | bytes, outcome: Outcome = _PLAIN) -> Hostile:
        return f"xlsx: {name}", ".xlsx", files if isinstance(files, bytes) else pack(files), outcome

    good = workbook(_row(_text("1"), _text("2")))
    sheet = good[_SHEET].decode()
    yield one("well made", good)
    yield one("text", b"hello", "table-broken")
    yield one("empty", b"", "table-broken")
    yield one("password", OLE + "EncryptedPackage".encode("utf-16-le"), "table-password")
    yield one("encrypted entries", _flagged(pack(good)), "table-password")
    yield one("cut off", pack(good)[:-200], "table-broken")
    yield one("another zip", {"readme.txt": b"hello"}, "table-broken")
    yield one("a Word document", {"word/document.xml": b"<a/>"}, "table-broken")
    yield one("macros", {**good, "xl/vbaProject.bin": b"x"}, "table-kind")
    yield one("macros under another case", {**good, "xl/VBAPROJECT.BIN": b"x"}, "table-kind")
    yield one(
        "no workbook part", {name: data for name, data in good.items() if name != "xl/workbook.xml"}, "table-broken"
    )
    yield one("no sheet part", {name: data for name, data in good.items() if name != _SHEET}, "table-empty")
    yield one("XML broken off", {**good, _SHEET: good[_SHEET][:-40]}, "table-broken")
    yield one("XML with a null character", {**good, _SHEET: good[_SHEET].replace(b">1<", b">\0<")}, "table-broken")
    yield one(
        "XML in a false encoding",
        {**good, _SHEET: b'<?xml version="1.0" encoding="utf-7"?>' + good[_SHEET]},
        "table-broken",
    )
    hidden = b'<?xml version="1.0" encoding="cp037"?>' + f'<!DOCTYPE a [<!ENTITY b "c">]>{sheet}'.encode("cp037")
    yield one("entities behind an encoding of mainframes", {**good, _SHEET: hidden}, "table-broken")
    laughs = (
        '<!DOCTYPE d [<!ENTITY a "lol">'
        + "".join(f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(8))
        + "]>"
    )
    yield one(
        "billion laughs", {**good, _SHEET: laughs.encode() + good[_SHEET].replace(b">1<", b">&i;<")}, "table-broken"
    )
    yield one(
        "entities far behind",
        {**good, _SHEET: b"<!--" + b" x" * 5000 + b"-->" + laughs.encode() + good[_SHEET]},
        "table-broken",
    )
    outside = '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:9/x">]>' + sheet
    yield one("outside entity in UTF-16", {**good, _SHEET: outside.encode("utf-16")}, "table-broken")
    yield one("entities in the shared texts", {**good, "xl/sharedStrings.xml": b"<!DOCTYPE a><sst/>"}, "table-broken")
    yield one("UTF-16", {**good, _SHEET: ('<?xml version="1.0" encoding="UTF-16"?>' + sheet).encode("utf-16")})
    yield one("the same part twice", _twice(good), "table-broken")
    yield one(
        "formulas",
        workbook(_row(_cell("", formula="1+1"), _cell("", formula="cmd|'/c calc'!A1"))),
        (("a", "b"), ("=1+1", "=cmd|'/c calc'!A1")),
    )
    yield one(
        "DDE as a link",
        {
            **good,
            "xl/externalLinks/externalLink1.xml": b'<externalLink><ddeLink ddeService="cmd" ddeTopic="/c calc"/></externalLink>',
        },
    )
    link = f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r9" Type="{_OFFICE}/hyperlink" Target="http://127.0.0.1:9/x" TargetMode="External"/><Relationship Id="r8" Type="{_OFFICE}/image" Target="file:///etc/passwd" TargetMode="External"/></Relationships>'
    yield one("links to outside", {**good, "xl/worksheets/_rels/sheet1.xml.rels": link.encode()})
    fetched = "WEBSERVICE(&quot;http://127.0.0.1:9/x&quot;)"
    yield one(
        "formula that would fetch",
        workbook(_row(_cell("", formula=fetched), _text("2"))),
        (("a", "b"), ('=WEBSERVICE("http://127.0.0.1:9/x")', "2")),
    )
    yield one(
        "formula with its result", workbook(_row(_cell("2", formula="1+1"), _text("2"))), (("a", "b"), ("2", "2"))
    )
    yield one("failed formula", workbook(_row(_cell("#REF!", "e"), _text("2"))), (("a", "b"), ("#REF!", "2")))
    yield one("number out of bounds", workbook(_row(_cell("1E999"), _text("2"))), "table-broken")
    yield one("number that is none", workbook(_row(_cell("one"), _text("2"))), "table-broken")
    yield one(
        "number with 300 digits", workbook(_row(_cell("1E300"), _text("2"))), (("a", "b"), (str(int(1e300)), "2"))
    )
    styled = workbook(
        _HEAD + '<row><c s="1"><v>99999999</v></c><c s="1"><v>-5</v></c></row>', {"xl/styles.xml": _styles()}
    )
    styled["xl/_rels/workbook.xml.rels"] = styled["xl/_rels/workbook.xml.rels"].replace(
        b"</Relationships>",
        f'<Relationship Id="r2" Type="{_OFFICE}/styles" Target="styles.xml"/></Relationships>'.encode(),
    )
    styled["[Content_Types].xml"] = styled["[Content_Types].xml"].replace(
        b"</Types>",
        b'<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/></Types>',
    )
    yield one("dates out of range", styled, (("a", "b"), ("#VALUE!", "1899-12-25")))
    yield one("date that is none", workbook(_row(_cell("2021-13-45", "d"), _text("2"))), "table-broken")
    yield one("shared text that is not there", workbook(_row(_cell("7", "s"), _text("2"))), "table-broken")
    yield one("shared text before the first", workbook(_row(_cell("-1", "s"), _text("2"))), "table-broken")
    yield one("cell at no place", workbook(_row(_text("1", "A0"), _text("2"))), (("a", "b"), ("1", "2")))
    yield one("cell at an odd place", workbook(_row(_text("1", "ÄÖ1"), _text("2"))), "table-broken")
    yield one("cells out of order", workbook(_row(_text("2", "B2"), _text("1", "A2"))), (("a", "b"), ("1",)))
    yield one("column behind the last", workbook(_row(_text("1"), _text("2", "ZZZ2"))), "table-columns")
    yield one(
        "16,384 columns",
        workbook(f"<row>{''.join(_text(str(n)) for n in range(16_384))}</row>"),
        (tuple(map(str, range(16_384))),),
    )
    yield one("row that is no number", workbook(f'{_HEAD}<row r="x">{_text("1")}</row>'), "table-broken")
    yield one("last row there is", workbook(f'{_HEAD}<row r="1048576">{_text("1")}{_text("2")}</row>'))
    yield one("row far behind the last", workbook(f'{_HEAD}<row r="99999999999">{_text("1")}</row>'), "table-large")
    yield one(
        "rows backwards",
        workbook(
            f'<row r="9">{_text("a")}{_text("b")}</row><row r="1">{_text("x")}</row><row r="10">{_text("1")}{_text("2")}</row>'
        ),
    )
    yield one("a lie about its size", workbook(_row(_text("1"), _text("2")), head='<dimension ref="A1:XFD1048576"/>'))
    yield one(
        "merged cells without bounds",
        workbook(_row(_text("1"), _text("2")), tail='<mergeCells><mergeCell ref="A1:XFD1048576"/></mergeCells>'),
    )
    yield one("a sheet without rows", workbook("<row/>"), "table-empty")
    yield one(
        "a chart and no sheet",
        {**good, "xl/workbook.xml": good["xl/workbook.xml"].replace(b'<sheet name="S" sheetId="1" r:id="r1"/>', b"")},
        "table-empty",
    )
    yield one("escapes of control characters", workbook(_row(_text("_x0000_1_x001B_"), _text("_xD800_2"))))
    yield one("way out in a part's name", {**good, "../../evil.txt": b"x"})


def _bombs() -> Iterator[Hostile]:
    def one(name: str, files: Mapping[str, bytes], outcome: Outcome = "table-large") -> Hostile:
        return f"xlsx bomb: {name}", ".xlsx", pack(files), outcome

    yield one("zeros", workbook(extra={"xl/media/a.bin": bytes(100 << 20)}))
    yield one("spaces", workbook(tail=" " * (60 << 20)))
    yield one("200 MB in all", workbook(extra={f"xl/{n}.bin": bytes(900_000) for n in range(230)}))
    yield one("5,000 parts", workbook(extra={f"xl/{n}.bin": b"x" for n in range(5_000)}))
    noise = "".join(f"<row r='{n * 7919 % 1000003}'/>" for n in range(300_000))
    yield one("300,000 rows of nothing", workbook(_HEAD + noise), (("a", "b"),))
    yield one("3,000,000 empty cells", workbook("<row>" + "<c/>" * 3_000_000 + "</row>"), "table-large")
    wide = "".join(f'<row><c r="XFD{n}"><v>1</v></c></row>' for n in range(1, 3_000))
    yield one("3,000 rows with one cell in the last column", workbook(wide))
    yield one("20,000,000 tags", workbook("<row/>" * 20_000_000))
    merged = "".join(f'<mergeCell ref="A{n}:B{n}"/>' for n in range(1, 200_000))
    yield one(
        "200,000 merged cells",
        workbook(_row(_text("1"), _text("2")), tail=f"<mergeCells>{merged}</mergeCells>"),
    )
    strings = f'<sst xmlns="{_MAIN}">' + "".join(f"<si><t>{n}</t></si>" for n in range(150_000)) + "</sst>"
    shared = workbook(_row(_cell("1", "s"), _cell("2", "s")), {"xl/sharedStrings.xml": strings.encode()})
    yield one("150,000 shared texts", shared, _PLAIN)
    text = f'<sst xmlns="{_MAIN}"><si><t>{"x" * (120 << 20)}</t></si></sst>'
    yield one("one shared text of 120 MB", workbook(_row(_cell("0", "s")), {"xl/sharedStrings.xml": text.encode()}))
    yield one("nested 50,000 deep", workbook(_HEAD + "<row>" * 50_000 + "</row>" * 50_000), (("a", "b"),))


def _styles() -> bytes:
    return (
        f'<styleSheet xmlns="{_MAIN}"><fonts><font/></fonts><fills><fill><patternFill/></fill></fills><borders><border/></borders><cellStyleXfs><xf/></cellStyleXfs>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>'
    ).encode()


def _flagged(data: bytes) -> bytes:
    """Every entry marked as encrypted in the archive's directory."""
    found = bytearray(data)
    place = -1
    while (place := found.find(b"PK\x01\x02", place + 1)) >= 0:
        struct.pack_into("<H", found, place + 8, 1)
    return bytes(found)


def _twice(files: Mapping[str, bytes]) -> bytes:
    """zipfile warns of a second entry of the same name, so it is written under another and renamed in the bytes."""
    other = _SHEET[:-1] + "X"
    return pack({**files, other: files[_SHEET].replace(b">1<", b">9<")}).replace(other.encode(), _SHEET.encode())
