"""A dossier's XML as it reads: lines and table rows with the fields their values belong to. What is shown is thereby what was written."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from seeddesk.domain.form import Form
from seeddesk.domain.paths import cell_path, row_ids
from seeddesk.domain.sheet import Cell, Line, Row, Run, Sheet
from seeddesk.domain.values import Value
from seeddesk.exchange.docx.carriers import Carriers, Place, is_spare

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
_STYLES = {
    "SDTitolo": "title",
    "SDSottotitolo": "subtitle",
    "SDTesto": "text",
    "SDEtichetta": "label",
    "SDNumero": "number",
    "SDAiuto": "help",
    "SDCella": "cell",
    "SDSpazio": "space",
    "Header": "header",
    "Footer": "footer",
    "Caption": "caption",
    "Title": "title",
    "Subtitle": "subtitle",
    **{f"Heading{level}": f"heading{level}" for level in range(1, 5)},
}
_ROLES = {"SDSuggerimento": "hint", "SDNonNoto": "unknown", "SDRilievo": "strong"}


def sheet(document: bytes, footer: bytes, form: Form, values: Mapping[str, Value], pictures: Sequence[bytes]) -> Sheet:
    """Read word/document.xml and a footer. values: of the record, for the rows there are · pictures: bytes, by the number of the figure from 1."""
    reader = _Reader(form, values, pictures)
    body = etree.fromstring(document)[0]
    foot = "".join(
        run.text for line in reader.parts(etree.fromstring(footer)) if isinstance(line, Line) for run in line.runs
    )
    return Sheet(tuple(reader.parts(body)), foot.strip(" ·"))


class _Reader:
    def __init__(self, form: Form, values: Mapping[str, Value], pictures: Sequence[bytes]) -> None:
        self._carriers, self._pictures = Carriers(form), pictures
        self._rows = {row_ids(path)[-1]: path for path in values if path.endswith("]") and "[" in path}
        self._heading = ""

    def parts(self, parent: etree._Element) -> Iterator[Line | Row]:
        """Paragraphs and rows in order, controls round several of them looked into."""
        for child in parent:
            if child.tag == W + "p":
                line = self._line(child, "text")
                if line.style.startswith("heading"):
                    self._heading = line.path
                elif line.style == "text" and not line.path:
                    line = Line(line.style, line.runs, self._heading, line.aside, line.picture, line.ratio)
                if line.style == "space" or line.runs or line.picture or (line.path and line.style == "text"):
                    yield line
            elif child.tag == W + "tbl":
                self._heading = ""
                for row in child.iterchildren(W + "tr"):
                    yield Row(tuple(self._cell(cell) for cell in row.iterchildren(W + "tc")))
            elif child.tag == W + "sdt":
                content = child.find(W + "sdtContent")
                if content is not None:
                    yield from self.parts(content)

    def _cell(self, cell: etree._Element) -> Cell:
        width = cell.find(f"{W}tcPr/{W}tcW")
        shade = cell.find(f"{W}tcPr/{W}shd")
        lines = tuple(self._line(each, "cell") for each in cell.iter(W + "p"))
        return Cell(int(width.get(W + "w", "1")) if width is not None else 1, lines, shade is not None)

    def _line(self, paragraph: etree._Element, default: str) -> Line:
        style = paragraph.find(f"{W}pPr/{W}pStyle")
        name = _STYLES.get(style.get(W + "val", ""), default) if style is not None else default
        runs: list[Run] = []
        aside: list[Run] = []
        path, mark, picture, ratio = "", "", b"", 0.0
        target = runs
        role = ""
        for node in paragraph.iter():
            if node.tag == W + "r":
                found = node.find(f"{W}rPr/{W}rStyle")
                role = _ROLES.get(found.get(W + "val", ""), "") if found is not None else ""
            elif node.tag == W + "t" and node.text:
                target.append(Run(node.text, role))
            elif node.tag == W + "br":
                target.append(Run("\n", role))
            elif node.tag == W + "tab" and (parent := node.getparent()) is not None and parent.tag == W + "r":
                target = aside
            elif node.tag == W + "tag" and not path:
                path = self._path(self._carriers.of_tag(node.get(W + "val", "")))
            elif node.tag == W + "bookmarkStart" and not mark:
                mark = self._path(self._carriers.of_mark(node.get(W + "name", "")))
            elif node.tag.endswith("}blip"):
                number = node.get(_R + "embed", "").removeprefix("rIdPicture")
                picture = self._pictures[int(number) - 1] if number.isdecimal() else b""
            elif node.tag.endswith("}extent"):
                ratio = int(node.get("cy", "0")) / max(1, int(node.get("cx", "1")))
        return Line(
            "picture" if picture and not runs else name, tuple(runs), path or mark, tuple(aside), picture, ratio
        )

    def _path(self, place: Place | None) -> str:
        if place is None or not place.template:
            return ""
        if place.row is None:
            return place.template
        row = self._rows.get(place.row, "")
        if is_spare(place.row) or not row:
            return ""
        return cell_path(place.template, row_ids(row)) if "[]" in place.template else place.template
