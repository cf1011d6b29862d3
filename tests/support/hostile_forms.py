"""Hostile, broken and careless forms, made when a test runs: name, where it was put, and what must be said of it.

What must be said is the code of a remark (an error where the form must be refused, a warning where it must be read), or ``""`` for a form
that must be read without an error.
"""

from __future__ import annotations

from collections.abc import Iterator

from tests.support.form_files import (
    CHOICES,
    OLE,
    SURVEY,
    Maker,
    book,
    csv_bytes,
    cut,
    encrypted,
    file_question,
    folder_of,
    link,
    linked,
    many,
    many_rows,
    nested,
    raw,
    wide,
    with_column,
    with_file,
    with_sparse_file,
    xform,
    zipped,
)


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
    yield "100,000 survey rows", book(survey=many(100_000, "text,q{0},Q")), "form-many-rows"
    yield (
        "100,000 survey rows in CSV",
        folder_of(survey=(("type", "name", "label"), *many_rows(100_000))),
        "form-many-rows",
    )
    yield "1,000,000 choices", book(choices=many(1_000_000, "big,c{0},C")), "form-unpacks-large"
    yield "400,000 choices", book(choices=many(400_000, "b,{0},C")), "form-many-rows"
    yield "16,384 columns", book(survey=wide(16_384)), "form-many-columns"
    yield (
        "600 columns",
        folder_of(survey=([*SURVEY[0], *(f"c{n}" for n in range(600))], ["x"] * 603)),
        "form-many-columns",
    )
    yield (
        "bomb in a workbook",
        zipped(".xlsx", {"xl/workbook.xml": b"", "xl/bomb.xml": bytes(100 << 20)}),
        "form-unpacks-large",
    )
    yield "bomb in an archive", zipped(".zip", {"survey.csv": bytes(100 << 20)}), "form-unpacks-large"
    yield "many small bombs", zipped(".zip", {f"{n}.csv": bytes(900_000) for n in range(200)}), "form-unpacks-large"
    yield (
        "expression nested 1,000 deep",
        with_column("relevant", "(" * 1000 + "1" + ")" * 1000),
        "form-check-bad-expression|form-check-expression|form-check-too-deep",
    )
    yield (
        "if nested 1,000 deep",
        with_column("relevant", "if(true()," * 1000 + "1" + ",0)" * 1000),
        "form-check-bad-expression|form-check-expression|form-check-too-deep",
    )
    yield "expression of 1 MB", with_column("relevant", "1 or " * 200_000 + "1"), "form-cell-long"
    yield "expression of 90 kB", with_column("relevant", "1 or " * 18_000 + "1"), "*"
    yield "label of 1 MB", with_column("label", "x" * (1 << 20)), "form-cell-long"
    yield "groups nested 1,000 deep", folder_of(survey=nested(1000)), "form-deep"
    yield "groups nested 1,000 deep in a workbook", book(survey=nested(1000)), "form-deep"
    yield "elements nested 10,000 deep", xform("<a>" * 10_000 + "</a>" * 10_000), "form-xml-deep"
    yield "elements nested 200 deep", xform("<a>" * 200 + "</a>" * 200), "form-xml-deep"
    yield "sheet of 1 GB", with_sparse_file("survey.csv", 1 << 30), "form-large"
    yield "list of 1 GB", with_sparse_file("towns.csv", 1 << 30, file_question("towns.csv")), "form-large"
    yield (
        "one line of 50 MB",
        with_file("towns.csv", b"name,label\n" + b"x" * (50 << 20), file_question("towns.csv")),
        "form-large",
    )
    yield (
        "one line of 20 MB",
        with_file("towns.csv", b"name,label\n" + b"x" * (20 << 20), file_question("towns.csv")),
        "form-cell-long",
    )
    yield (
        "list of 200,000",
        with_file("towns.csv", b"name,label\n" + b"x,y\n" * 200_000, file_question("towns.csv")),
        "form-many-rows",
    )
    yield "XForm of 40 MB", raw("f.xml", b"<h/>" + b" " * (40 << 20)), "form-large"
    yield "pattern that blows up", with_column("constraint", "regex(., '(a+)+$')"), "form-check-slow-pattern"
    yield (
        "pattern that blows up otherwise",
        with_column("constraint", r"regex(., '^(\w+\s?)*$')"),
        "form-check-slow-pattern",
    )
    yield (
        "pattern this engine too is slow at",
        with_column("constraint", "regex(., '(a|aa)+$')"),
        "form-check-slow-pattern",
    )
    wrong = [("text", f"question{n}", "Q", f"${{qeustion{n}}} = 1") for n in range(9_999)]
    yield (
        "10,000 wrong references",
        folder_of(survey=(("type", "name", "label", "relevant"), *wrong)),
        "form-check-reference-near",
    )
    yield (
        "10,000 wrong types",
        folder_of(survey=(SURVEY[0], *[(f"tyqe{n}", f"q{n}", "Q") for n in range(9_999)])),
        "form-check-type",
    )
    yield (
        "5,000 unused lists",
        folder_of(choices=(CHOICES[0], *[(f"list{n}", "a", "A") for n in range(5_000)])),
        "form-check-list-unused",
    )
    towns = file_question("towns.csv")
    yield "row of 5,000,000 cells", with_file("towns.csv", b"name,label\n" + b"," * 5_000_000, towns), "form-many-cells"
    yield (
        "list of many columns",
        with_file("towns.csv", b"name,label\n" + (b"," * 100 + b"\n") * 60_000, towns),
        "form-many-cells",
    )
    yield "many empty elements", raw("f.xml", b"<h>" + b"<a/>" * 5_000_000 + b"</h>"), "form-many-cells"
    features = b'{"features":[' + b"{}," * 7_000_000 + b"{}]}"
    yield "geography of 20 MB", with_file("towns.geojson", features, file_question("towns.geojson")), "form-large"
    entities = b'<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    yield "list in XML with entities", with_file("towns.xml", entities, file_question("towns.xml")), "form-entities"


# Files ----------------------------------------------------------------------------------------------------------------------------------


def _files() -> Iterator[tuple[str, Maker, str]]:
    yield "not there", lambda folder: folder / "none.xlsx", "form-no-file"
    yield "empty", raw("f.xlsx", b""), "form-empty-file"
    yield "picture", raw("f.png", b"\x89PNG\r\n"), "form-kind"
    yield "text called workbook", raw("f.xlsx", b"hello"), "form-broken-file"
    yield "old Excel", raw("f.xls", OLE), "form-kind-xls"
    yield "old Excel under a new name", raw("f.xlsx", OLE), "form-kind-xls"
    yield "binary Excel", raw("f.xlsb", b"PK"), "form-kind-xls"
    yield "OpenDocument", raw("f.ods", b"PK"), "form-kind-ods"
    yield (
        "OpenDocument under another name",
        zipped(".xlsx", {"mimetype": b"x", "content.xml": b"<a/>"}),
        "form-kind-ods",
    )
    yield "password", raw("f.xlsx", OLE + "EncryptedPackage".encode("utf-16-le")), "form-password"
    yield "encrypted entries", encrypted, "form-password"
    yield "Word document", zipped(".xlsx", {"word/document.xml": b"<a/>"}), "form-kind"
    yield "cut off", cut, "form-broken-file"
    yield "way out of an archive", zipped(".zip", {"../survey.csv": b"type,name,label"}), "form-part-name"
    yield "absolute name in an archive", zipped(".zip", {"/etc/survey.csv": b"type,name,label"}), "form-part-name"
    yield "link in an archive", linked, "form-part-name"
    yield "archive of nothing", zipped(".zip", {"readme.txt": b"hello"}), "form-kind"


def _workbooks() -> Iterator[tuple[str, Maker, str]]:
    yield "macros", book(extra={"xl/vbaProject.bin": b"x"}, suffix=".xlsm"), "form-macros"
    yield "macros under another name", book(extra={"xl/vbaProject.bin": b"x"}), "form-macros"
    yield "no survey", book(names=("questions", "choices", "settings")), "form-check-sheet-missing"
    yield "sheet misspelt", book(names=("survey ", "choices", "settings")), "form-check-sheet-near"
    yield "choices misspelt", book(names=("survey", "choises", "settings")), "form-check-sheet-near"
    yield "empty workbook", book(survey=(), choices=(), settings=()), "form-check-sheet-empty"
    yield "hidden sheet", book(state="veryHidden"), "form-check-sheet-hidden"
    yield "merged cells", book(behind='<mergeCells><mergeCell ref="C2:C3"/></mergeCells>'), "form-check-merged"
    yield "formula without result", book(cell="<f>1+1</f>"), "form-check-formula-empty"
    yield "formula with result", book(cell="<f>1+1</f><v>2</v>"), "form-check-formula"
    yield "formula that failed", book(cell="<v>#REF!</v>", kind="e"), "form-check-cell-fault"
    yield "document type in a sheet", book(before="<!DOCTYPE a [<!ENTITY b 'c'>]>"), "form-entities"
    yield "broken sheet", book(behind="<mergeCells>"), "form-broken-file"


def _xml() -> Iterator[tuple[str, Maker, str]]:
    bomb = b'<!DOCTYPE a [<!ENTITY b "' + b"x" * 1000 + b'"><!ENTITY c "' + b"&b;" * 1000 + b'">]><a>&c;</a>'
    yield "entity bomb", raw("f.xml", bomb), "form-entities"
    yield "external entity", raw("f.xml", b'<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>'), "form-entities"
    yield "document type in UTF-16", raw("f.xml", bomb.decode().encode("utf-16")), "form-entities"
    yield "not XML", raw("f.xml", b"hello"), "form-not-xml"
    yield "other XML", raw("f.xml", b"<a/>"), "form-not-xform"
    yield "null characters", raw("f.xml", b"<a>\0</a>"), "form-zeros"
    yield "XForm without questions", xform("<data id='f'/>"), "*"
    yield "an XForm", xform("<data id='f' version='1'><a/></data>"), ""


def _folders() -> Iterator[tuple[str, Maker, str]]:
    plain = csv_bytes(SURVEY).decode()
    yield "well made", folder_of(), ""
    yield "no survey sheet", folder_of(survey=()), "form-check-sheet-empty"
    yield "UTF-16", with_file("survey.csv", plain.encode("utf-16")), "form-encoding"
    yield "UTF-16 without its mark", with_file("survey.csv", plain.encode("utf-16-le")), "form-encoding"
    yield "Windows-1252", with_file("survey.csv", plain.replace("A", "È").encode("cp1252")), "form-encoding"
    yield "no encoding at all", with_file("survey.csv", plain.encode() + b"text,b,\x81\x8d\n"), "form-not-utf8"
    yield "null characters in a sheet", with_file("survey.csv", plain.encode() + b"text,b,\0\n"), "form-zeros"
    yield "semicolons", with_file("survey.csv", plain.replace(",", ";").encode()), "form-check-semicolons"
    yield "too many cells", with_file("survey.csv", plain.encode() + b"text,b,B,C,D\n"), "form-check-cells"
    yield (
        "quotation mark left open",
        with_file("survey.csv", plain.encode() + b'text,b,"B\n' + b"text,c,C\n" * 30_000),
        "form-cell-long",
    )
    yield "mark of UTF-8", with_file("survey.csv", plain.encode("utf-8-sig")), ""


# Sheets ---------------------------------------------------------------------------------------------------------------------------------


def _sheets() -> Iterator[tuple[str, Maker, str]]:
    def rows(*lines: str) -> Maker:
        head = ("type", "name", "label", "relevant", "calculation")
        return folder_of(survey=(head, *(tuple(cell.strip() for cell in line.split("|")) for line in lines)))

    yield "unknown type", rows("txet | a | A"), "form-check-type-near"
    yield "unknown type like none", rows("qwertz | a | A"), "form-check-type"
    yield "no type", rows(" | a | A"), "form-check-no-type"
    yield (
        "unknown column",
        folder_of(survey=(("type", "name", "label", "relevent"), ("text", "a", "A", "1"))),
        "form-check-column-near",
    )
    yield (
        "column twice",
        folder_of(survey=(("type", "name", "label", "label"), ("text", "a", "A", "B"))),
        "form-check-column-twice",
    )
    yield (
        "column under two names",
        folder_of(survey=(("type", "name", "label", "relevant", "relevance"), ("text", "a", "A", "1", "1"))),
        "form-check-column-same",
    )
    yield "no name column", folder_of(survey=(("type", "label"), ("text", "A"))), "form-check-column-missing"
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
    yield "trailing spaces", with_file("survey.csv", b"type ,name, label\ntext ,a , A \n"), ""
    yield "number as text", folder_of(choices=(*CHOICES, ("fruit", "1.0", "One"))), "form-check-choice-decimal"


def _lists() -> Iterator[tuple[str, Maker, str]]:
    yield "way out in a list's name", folder_of(survey=file_question("../towns.csv")), "form-check-list-outside"
    yield "list that is a link", link, "form-check-list-outside|form-list-outside"
    yield "list not there", folder_of(survey=file_question("towns.csv")), "form-check-list-file"
    yield (
        "list without columns",
        with_file("towns.csv", b"a,b\n1,2\n", file_question("towns.csv")),
        "form-check-list-columns",
    )
    yield (
        "list in UTF-16",
        with_file("towns.csv", "name,label\na,b\n".encode("utf-16"), file_question("towns.csv")),
        "form-encoding",
    )
    yield "choice twice", folder_of(choices=(*CHOICES, CHOICES[1])), "form-check-choice-twice"
    yield "choice without code", folder_of(choices=(*CHOICES, ("fruit", "", "X"))), "form-check-choice-no-name"
