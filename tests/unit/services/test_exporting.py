"""What leaves: dossiers that can be compared when they come back, tables anybody can read."""

from __future__ import annotations

import io
import json

import openpyxl
import pytest
from PIL import Image

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import Cancelled, StorageError
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.services import exporting, recording, table_export
from tests.support import documents
from tests.support.catalogues import add_row, attach, edit, record, values
from tests.support.returned import edited, read_here, send, statuses, take

__all__ = ["read_here"]  # a fixture


def picture(width: int, height: int, mode: str = "RGB", kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    Image.new(mode, (width, height), 90).save(out, kind)
    return out.getvalue()


def test_a_dossier_is_named_by_the_practice_s_code(workspace, tmp_path):
    practice = record(workspace)
    assert send(workspace, practice, tmp_path).name == f"{values(workspace, practice)['code']}.docx"


def test_one_practice_can_be_exported_to_a_named_file(workspace, tmp_path):
    out = tmp_path / "mia scheda.docx"
    assert exporting.export_dossiers(workspace, [record(workspace)], out) == (out,)
    assert out.is_file()


def test_the_same_practice_exported_twice_gives_the_same_bytes_and_no_second_file(workspace, tmp_path):
    practice = record(workspace)
    first = send(workspace, practice, tmp_path).read_bytes()
    assert send(workspace, practice, tmp_path).read_bytes() == first
    assert len(list(tmp_path.glob("SI-*"))) == 1


def test_a_dossier_somebody_edited_is_not_written_over(workspace, tmp_path):
    practice = record(workspace)
    sent = send(workspace, practice, tmp_path)
    mine = edited(workspace, sent, "edited.docx", {"title": "Ore di lavoro"})
    mine.replace(sent)
    work = sent.read_bytes()
    send(workspace, practice, tmp_path)
    assert sent.with_name(sent.name + ".kept-1").read_bytes() == work


def test_a_photo_goes_along_upright_small_and_without_what_the_camera_noted(workspace, tmp_path):
    practice = record(workspace)
    exif = Image.Exif()
    exif[0x0112] = 6  # turned by the camera
    exif[0x010F] = "a camera's name"
    out = io.BytesIO()
    Image.new("RGB", (4000, 3000), 90).save(out, "JPEG", exif=exif)
    (tmp_path / "foto.jpg").write_bytes(out.getvalue())
    attach(workspace, practice, tmp_path / "foto.jpg", title="L'orto", type="photo", alt="Un orto")
    parts = documents.unpack(send(workspace, practice, tmp_path).read_bytes())
    (image,) = [Image.open(io.BytesIO(data)) for name, data in parts.items() if name.startswith("word/media/")]
    assert image.size == (1200, 1600)
    assert not dict(image.getexif())


@pytest.mark.parametrize("data", [b"not a picture", picture(10, 10)[:40], b""])
def test_what_is_no_picture_does_not_stop_an_export(workspace, tmp_path, data):
    assert exporting.photo("attachments[x]", data) is None


def test_a_transparent_picture_gets_a_white_ground():
    made = exporting.photo("attachments[x]", picture(8, 8, "RGBA"))
    assert made is not None
    assert (made.width, made.height) == (8, 8)


def test_a_replaced_photo_comes_back_with_its_row(workspace, tmp_path, read_here):
    practice = record(workspace)
    (tmp_path / "foto.png").write_bytes(picture(30, 20))
    row = attach(workspace, practice, tmp_path / "foto.png", title="L'orto", type="photo")
    sent = send(workspace, practice, tmp_path)
    assert statuses(take(workspace, sent)) == ["unchanged"]
    new = picture(31, 20, kind="JPEG")
    parts = documents.unpack(sent.read_bytes())
    media = next(name for name in parts if name.startswith("word/media/"))
    sent.write_bytes(documents.pack({**parts, media: new}))
    assert statuses(take(workspace, sent)) == ["updated"]
    assert recording.file_bytes(workspace, values(workspace, practice)[f"{row}.file"]) == new
    assert statuses(take(workspace, sent)) == ["unchanged"]


def test_json_holds_every_answer_with_rows_as_lists(workspace, tmp_path):
    practice = record(workspace, policy_area=("health",), volunteers=NOT_KNOWN)
    row = add_row(workspace, practice, "partners", name="Scuola")
    edit(workspace, practice, unknown_field="da un altro modulo")
    data = json.loads(table_export.export_table(workspace, [practice], "json", tmp_path / "t.json").read_text("utf-8"))
    (found,) = data["practices"]
    assert (found["id"], found["values"]["title"]) == (practice, "Orti di comunità")
    assert found["values"]["policy_area"] == ["health"]
    assert found["values"]["volunteers"] == {"$": "not_known"}
    assert found["values"]["partners"] == [{"row": row[len("partners[") : -1], "name": "Scuola"}]
    assert found["values"]["unknown_field"] == "da un altro modulo"


def test_a_workbook_has_a_sheet_for_each_repeat_and_fields_of_other_forms(workspace, tmp_path):
    practice = record(workspace)
    add_row(workspace, practice, "partners", name="Scuola")
    edit(workspace, practice, unknown_field="=da un altro modulo")
    book = openpyxl.load_workbook(table_export.export_table(workspace, [practice], "xlsx", tmp_path / "t.xlsx"))
    assert book.sheetnames == ["practices", "partners"]
    header, cells = ([cell.value for cell in row] for row in book["practices"].iter_rows())
    assert cells[header.index("unknown_field")] == "=da un altro modulo"
    assert not any(cell.data_type == "f" for sheet in book for row in sheet for cell in row)


def test_stopping_a_table_leaves_no_file(workspace, tmp_path):
    progress = Progress()
    progress.cancel()
    for kind in ("csv", "xlsx", "json"):
        with pytest.raises(Cancelled):
            table_export.export_table(workspace, [record(workspace)], kind, tmp_path / f"t.{kind}", progress)
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(("t.", ".t."))] == []


def test_a_place_that_cannot_be_written_says_so(workspace, tmp_path):
    (tmp_path / "file").write_text("x")
    with pytest.raises(StorageError):
        exporting.export_dossiers(workspace, [record(workspace)], tmp_path / "file" / "folder")
