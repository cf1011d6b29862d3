"""Photos in dossiers that come back: a replaced one is taken in, one that Word only made smaller is nobody's change."""

from __future__ import annotations

import io

import pytest
from PIL import Image, ImageDraw

from seeddesk.exchange.docx import images
from seeddesk.services import recording
from tests.support.catalogues import attach, record, values
from tests.support.documents import pack, unpack
from tests.support.returned import read_here, send, statuses, take

__all__ = ["read_here"]  # a fixture
pytestmark = pytest.mark.usefixtures("read_here")


def drawn(sun: int, size: tuple[int, int] = (1400, 900), quality: int = 90) -> bytes:
    """A landscape with the sun somewhere."""
    picture = Image.new("RGB", (1400, 900), "lightblue")
    pen = ImageDraw.Draw(picture)
    pen.rectangle((0, 500, 1400, 900), fill="darkgreen")
    pen.polygon([(200, 500), (500, 200), (800, 500)], fill="grey")
    pen.ellipse((sun, 60, sun + 250, 310), fill="yellow")
    out = io.BytesIO()
    picture.resize(size).save(out, "JPEG", quality=quality)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "same"), [(drawn(1000), True), (drawn(1000, (620, 399), 60), True), (drawn(100), False), (b"", False)]
)
def test_pictures_are_alike_when_a_person_would_say_so(data, same):
    assert images.alike(drawn(1000), data) == same


def with_picture(workspace, tmp_path, data: bytes):
    """The practice, its row, its photo's path, and its dossier come back with another picture in the photo's place."""
    practice = record(workspace)
    photo = tmp_path / "photo.jpg"
    photo.write_bytes(drawn(1000))
    row = attach(workspace, practice, photo)
    sent = send(workspace, practice, tmp_path)
    files = unpack(sent.read_bytes())
    name = next(name for name in files if "/media/" in name)
    files[name] = data
    back = tmp_path / "back.docx"
    back.write_bytes(pack(files))
    path = next(
        path for path, value in values(workspace, practice).items() if path.startswith(row) and "sha256:" in str(value)
    )
    return practice, path, back


def test_a_photo_that_was_only_made_smaller_changes_nothing(workspace, tmp_path):
    practice, _, back = with_picture(workspace, tmp_path, drawn(1000, (620, 399), 60))
    before = values(workspace, practice)
    assert statuses(take(workspace, back)) == ["unchanged"]
    assert values(workspace, practice) == before


def test_another_photo_takes_the_place_of_the_first(workspace, tmp_path):
    other = drawn(100)
    practice, path, back = with_picture(workspace, tmp_path, other)
    assert statuses(take(workspace, back)) == ["updated"]
    assert recording.file_bytes(workspace, values(workspace, practice)[path]) == other


def test_what_is_no_picture_takes_no_photo_s_place_and_is_said_not_to_be_read(workspace, tmp_path):
    practice, _, back = with_picture(workspace, tmp_path, b"II*\0 a scan nobody here can show")
    before = values(workspace, practice)
    report = take(workspace, back)
    assert statuses(report) == ["unchanged"]
    assert "picture-kind" in [code for code, _ in report.files[0].fidelity.warnings]
    assert values(workspace, practice) == before
