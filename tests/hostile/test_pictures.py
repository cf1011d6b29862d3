"""Pictures from strangers: measured before they are decoded, shown or left out, never a price to pay."""

from __future__ import annotations

import io
import random
import re
import struct
import zlib

import pytest
from PIL import Image

from tests.support.dossiers import photo


def _made(kind: str, mode: str = "RGB", size: tuple[int, int] = (40, 30), **more: object) -> bytes:
    out = io.BytesIO()
    Image.new(mode, size).save(out, kind, **more)
    return out.getvalue()


def _png(width: int, height: int, *chunks: tuple[bytes, bytes]) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunk(*one) for one in chunks) + chunk(b"IEND", b"")


def _animated() -> bytes:
    frames = [Image.new("P", (40, 30), number % 255) for number in range(300)]
    out = io.BytesIO()
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def _exif(tags: int) -> bytes:
    """A photograph whose notes say they are many, each far away and long."""
    entry = struct.pack("<HHII", 0x112, 2, 0xFFFFFFF0, 0xFFFFFFF0) * tags
    notes = b"Exif\0\0II*\0\x08\0\0\0" + struct.pack("<H", tags) + entry
    return b"\xff\xd8\xff\xe1" + struct.pack(">H", len(notes) + 2) + notes + photo()[2:]


def _turned() -> bytes:
    exif = Image.Exif()
    exif[0x112] = 6
    return _made("JPEG", exif=exif)


# name, bytes, the size its header says, whether it can be shown in a dossier, and then how large
PICTURES = [
    ("PNG of 3.6 gigapixels", _png(60_000, 60_000, (b"IDAT", zlib.compress(bytes(5_000_000), 9))), [60_000, 60_000], None),
    ("PNG of no size", _png(0, 0, (b"IDAT", zlib.compress(b""))), [0, 0], None),
    ("PNG with more in it than it says", _png(9, 9, (b"IDAT", zlib.compress(bytes(100 << 20), 9))), [9, 9], [9, 9]),
    ("PNG with a note of 100 MB", _png(9, 9, (b"zTXt", b"a\0\0" + zlib.compress(bytes(100 << 20), 9)), (b"IDAT", zlib.compress(bytes(90)))), [9, 9], None),
    ("PNG with a broken sum", _png(9, 9, (b"IDAT", zlib.compress(bytes(90))))[:-20] + bytes(20), [9, 9], None),
    ("JPEG cut off", photo()[:900], [300, 200], None),
    ("JPEG of no more than its head", photo()[:200], [300, 200], None),
    ("JPEG whose notes lie", _exif(1), [300, 200], [300, 200]),
    ("JPEG with 5,000 notes", _exif(5_000), [300, 200], [300, 200]),
    ("JPEG that lies on its side", _turned(), [40, 30], [30, 40]),
    ("JPEG in four colours", _made("JPEG", "CMYK"), [40, 30], [40, 30]),
    ("GIF of 4 gigapixels", b"GIF89a\xff\xff\xff\xff\x80\0\0" + bytes(60), [65_535, 65_535], None),
    ("GIF with a frame larger than itself", b"GIF89a\x02\0\x02\0\x80\0\0" + bytes(6) + b",\0\0\0\0\xff\xff\xff\xff\0\x02\x02\x44\x01\0;", [2, 2], None),
    ("GIF that moves 300 times", _animated(), [40, 30], [40, 30]),
    ("WebP", _made("WEBP"), [40, 30], [40, 30]),
    ("WebP cut off", _made("WEBP")[:30], [40, 30], None),
    ("TIFF", _made("TIFF"), [40, 30], [40, 30]),
    ("TIFF whose pages lead back to the first", b"II*\0\x08\0\0\0\0\0\x08\0\0\0", None, None),
    ("picture with a palette and holes", _made("PNG", "P", transparency=0), [40, 30], [40, 30]),
    ("picture in 16 bits", _made("PNG", "I;16"), [40, 30], [40, 30]),
    ("drawing with a script", b'<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script><image href="http://127.0.0.1:9/x"/></svg>', None, None),
    ("PostScript", b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n(/etc/passwd) run\n", None, None),
    ("icon", _made("ICO"), None, None),
    ("program called a picture", b"MZ" + random.Random(1).randbytes(500), None, None),
    ("nothing", b"", None, None),
    ("only zeros", bytes(5000), None, None),
]  # fmt: skip


@pytest.mark.parametrize(("name", "data", "header", "shown"), PICTURES, ids=[one[0] for one in PICTURES])
def test_a_picture_is_shown_or_left_out(apart, figures, name, data, header, shown):
    path = apart.folder / "picture.jpg"  # a name says nothing about what is in a file
    path.write_bytes(data)
    answer = apart.ask("picture", path)
    figures.tried("hostile pictures", n=1, broken=answer != [header, shown])
    assert answer == [header, shown]


def test_a_picture_too_large_is_not_decoded_for_the_window(qapp, qtbot):
    from seeddesk.gui.editor.media import picture_of

    for name, data, _, shown in PICTURES:
        if name.startswith("JPEG") and shown is None:
            continue  # Qt says in its log what is wrong with it, and shows what there is of it
        found = picture_of(data, 70, 70)
        assert found is None or (found.width() <= 70 and found.height() <= 70), name
        if shown is None and ("gigapixels" in name or "script" in name):
            assert found is None, name


def test_a_tile_of_a_choice_shows_no_picture_that_is_too_large(qapp, qtbot):
    from seeddesk.gui.editor.options_input import Tile

    tile = Tile("Uno", True)
    qtbot.addWidget(tile)
    tile.show_picture(_made("PNG"))
    assert tile._picture is not None
    tile.show_picture(PICTURES[0][1])
    assert tile._picture is None


def test_a_photograph_that_lies_on_its_side_is_shown_upright(qapp):
    from seeddesk.gui.editor.media import picture_of

    found = picture_of(_turned(), 70, 70)
    assert (found.width(), found.height()) == (30, 40)


def test_bytes_become_a_picture_in_one_place_of_the_window(root):
    ways = re.compile(r"loadFromData|QImageReader\(|QImage\(|QMovie|QPixmap\([^)]*(?:path|name|data)|fromData\(")
    found = {path.name for path in (root / "seeddesk" / "gui").rglob("*.py") if ways.search(path.read_text("utf-8"))}
    assert found == {"media.py"}
