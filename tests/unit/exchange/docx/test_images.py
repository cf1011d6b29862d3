"""Pictures measured by their headers, and told alike after a word processor made them smaller."""

import io
import struct

import pytest
from PIL import Image, ImageDraw

from seeddesk.exchange.docx.images import alike, size


def drawn(width: int = 360, height: int = 240, shift: int = 0, light: int = 0) -> Image.Image:
    """A picture with something to recognise."""
    picture = Image.new("RGB", (width, height), (60 + light, 90 + light, 120 + light))
    pen = ImageDraw.Draw(picture)
    for number in range(6):
        left = (number * 67 + shift * 31) % width
        shade = 40 + light + number * 30
        pen.rectangle(
            (left, number * height // 9, left + width // 7, height - 1 - number * height // 21),
            fill=(shade, shade, shade),
        )
    return picture


def saved(picture: Image.Image, kind: str = "JPEG", **more) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **more)
    return file.getvalue()


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        ("PNG", {}),
        ("GIF", {}),
        ("JPEG", {}),
        ("JPEG", {"progressive": True}),
        ("JPEG", {"comment": b"x" * 300, "dpi": (72, 72)}),
        ("WEBP", {}),
        ("BMP", {}),
        ("TIFF", {}),
        ("TIFF", {"compression": "tiff_lzw"}),
        ("AVIF", {}),
        ("WEBP", {"lossless": True}),
        ("WEBP", {"lossless": True, "exif": b"Exif\0\0MM\0*\0\0\0\x08\0\0"}),
    ],
)
@pytest.mark.parametrize("measures", [(1, 1), (300, 17), (17, 300), (4000, 3)])
def test_a_picture_is_measured_by_its_header_alone(kind, more, measures):
    data = saved(Image.new("RGB", measures), kind, **more)
    assert size(data) == measures
    assert size(data[: len(data) - 1]) == measures


@pytest.mark.parametrize("kind", ["PNG", "GIF", "JPEG", "WEBP"])
def test_a_header_cut_off_anywhere_is_no_size_or_the_right_one(kind):
    data = saved(drawn(30, 20), kind)
    found = {size(data[:end]) for end in range(len(data))}
    assert found == {None, (30, 20)}
    assert size(data[:8]) is None


FRAME = struct.pack(">HHBHH", 0xFFC0, 11, 8, 20, 30)


@pytest.mark.parametrize(
    ("segments", "found"),
    [
        (b"", (30, 20)),
        (b"\xff\xff", (30, 20)),  # fill bytes
        (b"\xff\x01", (30, 20)),
        (b"\xff\xd0\xff\xd8", (30, 20)),
        (b"\xff\xc4\x00\x05abc", (30, 20)),  # tables lie among the numbers of frames
        (b"\xff\xe0\x00\x02", (30, 20)),
        (b"\xff\xe0\x00\x01", None),
        (b"\xff\xd9\x00\x05abc", None),
        (b"\xff\xda\x00\x05abc", None),
        (b"\x12\xe0\x00\x02", None),
    ],
)
def test_segments_of_a_jpeg_are_walked_up_to_its_frame(segments, found):
    assert size(b"\xff\xd8" + segments + FRAME) == found


@pytest.mark.parametrize(
    "data", [b"", b"BM" + b"\0" * 40, b"RIFF\0\0\0\0WEBPVP9 " + b"\0" * 40, b"RIFF\0\0\0\0WAVE" + b"\0" * 40]
)
def test_what_is_no_such_picture_has_no_size(data):
    assert size(data) is None


def test_a_picture_made_smaller_and_saved_again_is_the_same_picture():
    for again in (
        saved(drawn().resize((180, 120)), quality=60),
        saved(drawn().resize((90, 60)), "PNG"),
        saved(drawn(), "WEBP"),
        saved(drawn().resize((182, 120))),
    ):
        assert alike(saved(drawn()), again)
        assert alike(again, saved(drawn()))


def test_another_picture_is_another():
    for other in (
        drawn(shift=3),
        drawn().transpose(Image.Transpose.FLIP_LEFT_RIGHT),
        drawn().resize((360, 200)),
        drawn(light=40),
        drawn(light=-30),
        Image.new("RGB", (360, 240), (60, 90, 120)),
    ):
        assert not alike(saved(drawn()), saved(other))


def test_what_cannot_be_decoded_is_like_nothing():
    good = saved(drawn(), "PNG")
    assert not alike(good, good[:60])
    assert not alike(good, b"")
    assert not alike(b"no picture", good)
    huge = good[:16] + struct.pack(">II", 60_000, 60_000) + good[24:]
    assert not alike(huge, huge)
