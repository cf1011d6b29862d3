"""What a camera notes in a photo, and the same photo without it: the pixels are the same to the last one."""

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from seeddesk.exchange.photos import notes_of, without_notes

FORMATS = ("JPEG", "PNG", "WEBP")


def taken(kind: str, up: int = 1, **more: object) -> bytes:
    """A photo with everything a telephone writes into it."""
    exif = Image.Exif()
    exif[271], exif[272], exif[315] = "Cam", "Cam X100", "Ada"
    if up != 1:
        exif[274] = up
    exif.get_ifd(34665)[36867] = "2024:03:12 10:32:05"
    exif.get_ifd(34853).update({1: "N", 2: (45.0, 4.0, 12.0), 3: "W", 4: (7.0, 41.0, 13.2)})
    out = io.BytesIO()
    Image.effect_noise((60, 40), 60).convert("RGB").save(out, kind, exif=exif.tobytes(), **more)
    return out.getvalue()


def pixels(data: bytes) -> bytes:
    with Image.open(io.BytesIO(data)) as picture:
        return picture.tobytes()


@pytest.mark.parametrize("kind", FORMATS)
def test_camera_moment_and_place_are_read(kind):
    found = notes_of(taken(kind))
    assert (found.camera, found.writer, found.taken, found.place) == (
        "Cam X100",
        "Ada",
        "2024-03-12 10:32",
        (45.07, -7.687),
    )
    assert found.any


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize("up", [1, 6])
def test_without_notes_nothing_is_left_and_no_pixel_is_touched(kind, up):
    data = taken(kind, up)
    clean = without_notes(data)
    assert clean is not None
    assert len(clean) < len(data)
    assert pixels(clean) == pixels(data)
    assert not notes_of(clean).any
    for word in (b"X100", b"Ada", b"2024"):
        assert word not in clean
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.getexif().get(274, 1) == up  # which side is up is not a secret
    assert without_notes(clean) == clean


def test_a_jpeg_of_several_scans_stays_whole():
    data = taken("JPEG", progressive=True, quality=95)
    assert pixels(without_notes(data)) == pixels(data)


def test_what_follows_the_picture_goes_and_colour_stays():
    profile = b"colours" * 30
    data = taken("JPEG", icc_profile=profile)
    clean = without_notes(data + taken("JPEG"))
    assert clean == without_notes(data)
    with Image.open(io.BytesIO(clean)) as picture:
        assert picture.info["icc_profile"] == profile


def test_words_in_a_png_go():
    from PIL.PngImagePlugin import PngInfo

    words = PngInfo()
    words.add_text("Author", "Ada")
    out = io.BytesIO()
    Image.new("RGB", (3, 3)).save(out, "PNG", pnginfo=words)
    assert notes_of(out.getvalue()).any
    assert b"Ada" not in without_notes(out.getvalue())


@given(st.binary(max_size=300), st.sampled_from(FORMATS), st.integers(0, 400))
def test_what_is_broken_is_refused_never_raised(noise, kind, cut):
    whole = taken(kind)
    for data in (noise, whole[:cut], whole[:cut] + noise + whole[cut + len(noise) :]):
        without_notes(data)
        notes_of(data)


def test_other_files_are_left_alone():
    assert without_notes(b"%PDF-1.7") is None
    assert not notes_of(b"%PDF-1.7").any
