"""Files dropped on the attachments or pasted there: a row for each, and a sentence for what cannot be kept."""

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QGuiApplication, QImage
from PySide6.QtWidgets import QApplication

from seeddesk.domain.errors import StorageError
from seeddesk.services import recording

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program, window):
    """The section with the attachments."""
    practice = record(qtbot, program)
    window.show_page("practice", practice)
    page = window.pages["practice"]
    qtbot.waitUntil(lambda: page.session.practice == practice and bool(page.editor.views), timeout=LONG)
    page.editor.show_section(page.editor.section_of("attachments[].file"))
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
