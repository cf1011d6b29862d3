"""What the preview says is what the document says."""

import zipfile

from lxml import etree

from seeddesk.domain.sheet import Line, Row
from seeddesk.services import exporting, recording
from seeddesk.services.previewing import Previewer

ROW = "partners[" + "1" * 32 + "]"
VALUES = {
    "title": "Orti di comunità",
    "country": "IT",
    "need": "Il campo era vuoto.\nGli anziani erano soli.",
    "policy_area": ("health",),
    ROW: "a",
    ROW + ".name": "Ambulanti",
}
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def lines(sheet):
    for part in sheet.parts:
        yield from (part,) if isinstance(part, Line) else (line for cell in part.cells for line in cell.lines)


def words(sheet) -> str:
    return "".join(run.text for line in lines(sheet) for run in (*line.runs, *line.aside))


def test_every_word_of_the_document_is_in_the_preview(workspace, tmp_path):
    practice, _ = recording.start(workspace, VALUES)
    draft = recording.open_draft(workspace, practice)
    sheet = Previewer(workspace, workspace.form, "it").sheet(workspace, practice, draft.values)
    (written,) = exporting.export_dossiers(workspace, [practice], tmp_path / "a.docx", "it")
    with zipfile.ZipFile(written) as package:
        document = etree.fromstring(package.read("word/document.xml"))
    shown, printed = words(sheet), "".join(document.itertext(W + "t"))
    code = printed.index(" · r")  # the print of the base differs: what is not saved yet has none
    assert "".join(shown[:code].split()) == "".join(printed[:code].split())
    rest = printed[printed.index("1 Ident") :]
    assert "".join(shown[shown.index("1 Ident") :].split()) == "".join(rest.split())


def test_values_know_their_fields(workspace):
    sheet = Previewer(workspace, workspace.form, "it").sheet(workspace, "11111111-1111-4111-8111-111111111111", VALUES)
    by_path = {line.path: "".join(run.text for run in line.runs) for line in lines(sheet) if line.path}
    assert by_path["title"] == "Orti di comunità"
    assert by_path["need"] == "Gli anziani erano soli."
    assert by_path[f"{ROW}.name"] == "Ambulanti"
    rows = [part for part in sheet.parts if isinstance(part, Row)]
    assert any(row.path == "title" for row in rows)
