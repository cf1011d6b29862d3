"""Files dropped on the attachments or pasted there: a row for each, and a sentence for what cannot be kept."""

import struct

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from seeddesk.domain.errors import StorageError
from seeddesk.gui.editor.media import image_of
from seeddesk.services import recording
from tests.support.dossiers import photo

from .conftest import LONG, made_whole, opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program, window):
    """The section with the attachments."""
    practice = record(qtbot, program)
    page = opened(qtbot, program, practice)
    page.editor.show_section(page.editor.section_of("attachments[].file"))
    made_whole(page.editor)
    settle(qtbot, program)
    return page


@pytest.fixture
def photos(tmp_path):
    """Two small pictures."""
    made = []
    for name, colour in (("orto.png", "#336699"), ("campo.png", "#669933")):
        picture = QImage(32, 24, QImage.Format.Format_RGB32)
        picture.fill(QColor(colour))
        assert picture.save(str(tmp_path / name))
        made.append(tmp_path / name)
    return made


def files(page) -> list[str]:
    return [str(page.session.values.get(f"{row}.file", "")) for row in page.session.record.rows("attachments")]


def drop(page, paths) -> None:
    box = page.editor.view.placed.repeats["attachments"]
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    more = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    coming = QDragEnterEvent(QPoint(10, 10), *more)
    QApplication.sendEvent(box, coming)
    assert coming.isAccepted()
    QApplication.sendEvent(box, QDropEvent(QPointF(10, 10), *more))


def test_two_photos_dropped_are_two_rows_whose_files_are_kept(qtbot, program, page, photos):
    drop(page, photos)
    qtbot.waitUntil(lambda: len(files(page)) == 2, timeout=LONG)
    assert all(value.startswith("sha256:") for value in files(page))
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    found = []
    program.desk.read(page, lambda ws: [recording.file_bytes(ws, value) for value in files(page)], found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    assert sorted(found[0]) == sorted(photo.read_bytes() for photo in photos)


def test_a_picture_is_pasted(qtbot, page, photos):
    QGuiApplication.clipboard().setImage(QImage(str(photos[0])))
    box = page.editor.view.placed.repeats["attachments"]
    box.add.setFocus()
    qtbot.keyClick(box.add, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(files(page)) == 1, timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_a_file_that_is_gone_and_a_full_disk_are_said_in_a_sentence(qtbot, page, photos, monkeypatch):
    box = page.editor.view.placed.repeats["attachments"]
    photos[0].unlink()
    box.files.keep([photos[0]])
    qtbot.waitUntil(lambda: box.files._said.isVisible(), timeout=LONG)
    assert "orto.png" in box.files._said.text()

    def full(*_: object) -> None:
        raise StorageError("disk-full", path="x")

    monkeypatch.setattr(recording, "keep_file", full)
    box.files.keep([photos[1]])
    qtbot.waitUntil(lambda: "orto.png" not in box.files._said.text(), timeout=LONG)
    assert "disco" in box.files._said.text().casefold()
    assert files(page) == []


@pytest.fixture
def telephone(tmp_path):
    """A photo as a telephone makes it, with its place."""
    from ..unit.exchange.test_photos import taken

    (tmp_path / "IMG_0001.jpg").write_bytes(taken("JPEG"))
    return tmp_path / "IMG_0001.jpg"


@pytest.fixture
def shown(qtbot, page, telephone):
    """The input of a photo that was dropped, once it is seen."""
    drop(page, [telephone])
    qtbot.waitUntil(lambda: len(files(page)) == 1, timeout=LONG)
    (row,) = page.session.record.rows("attachments")
    found = page.editor.view.box(f"{row}.file").input
    qtbot.waitUntil(lambda: not found.tools.isHidden() and not found._picture.isHidden(), timeout=LONG)
    return found


def test_a_photo_brings_its_kind_and_day_and_no_title_of_the_cameras(page, shown):
    (row,) = page.session.record.rows("attachments")
    said = {name: page.session.values.get(f"{row}.{name}") for name in ("type", "date", "title")}
    assert said == {"type": "photo", "date": "2024-03-12", "title": None}


def test_a_photo_is_turned_and_sized_for_the_dossier_and_that_can_be_undone(qtbot, program, page, shown):
    (original,) = files(page)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    assert shown._picture.pixmap().width() > shown._picture.pixmap().height()
    qtbot.mouseClick(shown.tools.right_turn, Qt.MouseButton.LeftButton)
    assert files(page) == [f"{original}?turn=90"]
    qtbot.waitUntil(lambda: shown._picture.pixmap().width() < shown._picture.pixmap().height(), timeout=LONG)
    qtbot.mouseClick(shown.tools.size._parts["600"], Qt.MouseButton.LeftButton)
    assert files(page) == [f"{original}?turn=90&longest=600"]
    page.session.undo()  # in one field at one time: one step
    assert files(page) == [original]
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)


def test_what_the_camera_wrote_is_shown_and_taken_out(qtbot, program, page, shown):
    (original,) = files(page)
    said = shown.tools.noted.text()
    assert "Cam X100" in said
    assert "45,0700 -7,6870" in said
    assert "12 marzo 2024, 10:32" in said
    qtbot.mouseClick(shown.tools.remove, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: files(page) != [original], timeout=LONG)
    qtbot.waitUntil(lambda: shown.tools.remove.isHidden(), timeout=LONG)
    found = []
    program.desk.read(page, lambda ws: recording.file_bytes(ws, files(page)[0]), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    assert b"X100" not in found[0]


def test_a_picture_too_large_is_kept_and_says_that_the_dossier_goes_without_it(qtbot, page, tmp_path):
    import struct
    import zlib

    head = b"IHDR" + struct.pack(">IIBBBBB", 20_000, 10_000, 8, 2, 0, 0, 0)
    path = tmp_path / "mappa.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + head + struct.pack(">I", zlib.crc32(head)))
    drop(page, [path])
    qtbot.waitUntil(lambda: len(files(page)) == 1, timeout=LONG)
    (row,) = page.session.record.rows("attachments")
    found = page.editor.view.box(f"{row}.file").input
    qtbot.waitUntil(lambda: "200" in found._said.text(), timeout=LONG)
    assert found.tools.isHidden()
    assert found._picture.isHidden()


def test_a_file_moved_away_before_it_is_kept_leaves_the_answer_as_it_was(qtbot, page, tmp_path):
    box = page.editor.view.placed.repeats["attachments"]
    box.add_row()
    (row,) = page.session.record.rows("attachments")
    found = page.editor.view.box(f"{row}.file").input
    found.keep(str(tmp_path / "moved.png"))
    qtbot.waitUntil(lambda: "moved.png" in found._said.text() and "…" not in found._said.text(), timeout=LONG)
    assert page.session.values.get(f"{row}.file") is None


def test_a_photo_that_cannot_be_shown_says_how_it_could_be(qtbot, program, page, tmp_path):
    size = struct.pack(">I4sIII", 20, b"ispe", 0, 4032, 3024)
    (tmp_path / "orto.heic").write_bytes(struct.pack(">I4s4sI4s", 20, b"ftyp", b"heic", 0, b"mif1") + size)
    box = page.editor.view.placed.repeats["attachments"]
    box.files.keep([tmp_path / "orto.heic"])
    qtbot.waitUntil(lambda: bool(box.cards), timeout=LONG)
    (row,) = page.session.record.rows("attachments")
    box.open_row(row)
    file = page.editor.view.box(f"{row}.file").input
    qtbot.waitUntil(lambda: "JPEG" in file._said.text(), timeout=LONG)
    assert page.session.values[f"{row}.type"] == "photo"
    assert box.cards[row].accessibleName() == "orto, Foto"
    assert not file.tools.isVisible()


def test_a_photo_dropped_on_any_question_goes_to_the_attachments(qtbot, program, page, photos):
    page.editor.go_to("title")
    made_whole(page.editor)
    settle(qtbot, program)
    title = page.editor.view.box("title").input
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(photos[0]))])
    more = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    at_title = QDragEnterEvent(QPoint(4, 4), *more)
    title.dragEnterEvent(at_title)
    assert not at_title.isAccepted()
    coming = QDragEnterEvent(QPoint(10, 10), *more)
    QApplication.sendEvent(page.editor, coming)
    assert coming.isAccepted()
    QApplication.sendEvent(page.editor, QDropEvent(QPointF(10, 10), *more))
    qtbot.waitUntil(lambda: len(files(page)) == 1, timeout=LONG)
    assert "attachments" in page.editor.view.placed.repeats
    assert page.session.values["title"] == "Orti di comunità"


def test_a_dossier_dropped_on_the_form_is_left_to_the_window(qtbot, page, tmp_path):
    (tmp_path / "back.docx").write_bytes(b"PK")
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(tmp_path / "back.docx"))])
    coming = QDragEnterEvent(
        QPoint(10, 10), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    assert not page.editor.bringing.eventFilter(page.editor, coming)


def test_a_picture_pasted_with_the_caret_in_a_text_goes_to_the_attachments(qtbot, program, page):
    page.editor.go_to("title")
    made_whole(page.editor)
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    picture = QImage(32, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    QGuiApplication.clipboard().setImage(picture)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: len(files(page)) == 1, timeout=LONG)
    assert page.session.values["title"] == "Orti di comunità"


def test_text_is_pasted_into_the_text_one_is_in(qtbot, program, page):
    page.editor.go_to("title")
    made_whole(page.editor)
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    title = page.editor.view.box("title").input
    title.end(False)
    QGuiApplication.clipboard().setText(" e frutteti")
    qtbot.keyClick(title, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert page.session.values["title"] == "Orti di comunità e frutteti"
    assert files(page) == []


@pytest.mark.parametrize("data", [b"\xff\xd8\xff\xe0 no photo", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", b"GIF89a", b"BM\0"])
def test_what_only_begins_like_a_picture_is_none_and_nothing_is_printed_about_it(qapp, data):
    assert image_of(data, 200, 100) is None  # a warning of Qt's would fail the test


def test_half_a_photo_shows_what_there_is_of_it(qapp):
    data = photo(size=(400, 300))
    assert image_of(data[: len(data) // 2], 200, 100) is not None
