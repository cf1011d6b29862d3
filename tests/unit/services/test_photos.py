"""Photos: what they say of themselves, turned and sized for the dossier, and without what the camera wrote."""

import io
import struct

import pytest
from PIL import Image

from seeddesk.domain.errors import NotAllowed
from seeddesk.domain.filed import Filed, filed
from seeddesk.services import exporting, photos, recording

from ..exchange.test_photos import taken


@pytest.fixture
def kept(workspace, tmp_path):
    """A photo from a telephone, kept."""
    path = tmp_path / "Orto_in maggio.jpg"
    path.write_bytes(taken("JPEG"))
    return photos.keep(workspace, path)


def test_a_photo_says_its_day_and_its_name(kept):
    assert (kept.kind, kept.title, kept.taken) == ("photo", "Orto in maggio", "2024-03-12")


@pytest.mark.parametrize(
    "name", ["IMG_2041.JPG", "20240312_103205.jpg", "DSC00012.jpg", "WhatsApp Image 2024-03-12 at 10.jpg"]
)
def test_what_a_camera_calls_a_photo_is_no_title(workspace, tmp_path, name):
    (tmp_path / name).write_bytes(taken("JPEG"))
    assert photos.keep(workspace, tmp_path / name).title == ""


def test_a_document_says_no_day(workspace, tmp_path):
    (tmp_path / "Statuto.pdf").write_bytes(b"%PDF-1.7")
    found = photos.keep(workspace, tmp_path / "Statuto.pdf")
    assert (found.kind, found.title, found.taken) == ("document", "Statuto", "")


def test_taking_the_notes_out_keeps_how_it_is_shown_and_the_file_as_it_was(workspace, kept):
    turned = Filed(filed(kept.value).sha256, 90, 600).value
    clean = photos.without_notes(workspace, turned)
    assert (filed(clean).turn, filed(clean).longest) == (90, 600)
    assert photos.facts(workspace, kept.value).notes.place is not None
    assert not photos.facts(workspace, clean).notes.any


def test_notes_that_cannot_be_taken_out_are_said(workspace, tmp_path):
    (tmp_path / "x.pdf").write_bytes(b"%PDF-1.7")
    value = recording.keep_file(workspace, tmp_path / "x.pdf")
    with pytest.raises(NotAllowed) as said:
        photos.without_notes(workspace, value)
    assert said.value.code == "photo-notes-stay"


@pytest.mark.parametrize(
    ("turn", "longest", "size"), [(0, 0, (60, 40)), (90, 0, (40, 60)), (0, 30, (30, 20)), (270, 30, (20, 30))]
)
def test_a_dossier_shows_it_turned_and_sized(kept, turn, longest, size):
    made = exporting.photo("attachments[x].file", taken("JPEG"), Filed(filed(kept.value).sha256, turn, longest))
    assert made is not None
    assert (made.width, made.height) == size


def test_clockwise_is_clockwise(kept):
    out = io.BytesIO()
    picture = Image.new("RGB", (64, 64), "white")
    picture.paste("black", (0, 0, 32, 32))  # the corner above at the left
    picture.save(out, "PNG")
    made = exporting.photo("x", out.getvalue(), Filed("0" * 64, 90))
    with Image.open(io.BytesIO(made.data)) as shown:
        assert shown.convert("L").getpixel((48, 16)) < 64 < 192 < shown.convert("L").getpixel((16, 16))


def test_a_picture_too_large_says_so_by_its_head_alone(workspace, tmp_path):
    import zlib

    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 10_000, 8, 2, 0, 0, 0)
    (tmp_path / "huge.png").write_bytes(
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head))
    )
    found = photos.facts(workspace, recording.keep_file(workspace, tmp_path / "huge.png"))
    assert found.size == (20_000, 10_000)
    assert not found.fits


def heic(width: int, height: int) -> bytes:
    """The head of a photo as a telephone keeps it: tiles of 512 pixels, and the whole."""
    sizes = b"".join(
        struct.pack(">I4sIII", 20, b"ispe", 0, *size) for size in ((512, 512), (width, height), (320, 240))
    )
    return (
        struct.pack(">I4s4sI4s", 20, b"ftyp", b"heic", 0, b"mif1")
        + struct.pack(">I4sI", 12 + len(sizes), b"meta", 0)
        + sizes
    )


def test_a_telephones_own_kind_of_photo_is_a_photo_that_cannot_be_shown(workspace, tmp_path):
    (tmp_path / "Le cassette.heic").write_bytes(heic(4032, 3024))
    kept = photos.keep(workspace, tmp_path / "Le cassette.heic")
    assert (kept.kind, kept.title) == ("photo", "Le cassette")
    found = photos.facts(workspace, kept.value)
    assert (found.size, found.foreign) == ((4032, 3024), True)
    assert exporting.photo("x", found.data) is None


@pytest.mark.parametrize("kind", ["TIFF", "BMP"])
def test_kinds_a_window_does_not_read_are_shown_as_a_dossier_shows_them(kind):
    out = io.BytesIO()
    Image.new("RGB", (64, 48), "green").save(out, kind)
    made = photos.as_jpeg(out.getvalue())
    assert made is not None
    with Image.open(io.BytesIO(made)) as shown:
        assert (shown.format, shown.size) == ("JPEG", (64, 48))


def test_what_is_no_picture_is_not_shown_as_one():
    assert photos.as_jpeg(b"%PDF-1.7") is None
    assert photos.as_jpeg(heic(10, 10)) is None


def test_a_film_is_not_read_to_see_whether_it_is_a_photo(workspace, tmp_path, monkeypatch):
    (tmp_path / "Film.mp4").write_bytes(b"\0" * 5000)
    kept = photos.keep(workspace, tmp_path / "Film.mp4")
    monkeypatch.setattr(photos, "MOST_SHOWN", 4000)
    monkeypatch.setattr(recording, "file_bytes", lambda *_: pytest.fail("read"))
    found = photos.facts(workspace, kept.value)
    assert (found.length, found.size, found.data) == (5000, None, b"")
