"""Many files dropped on a practice at once: told, stopped, undone as one; nothing typed waits for them, and the window neither."""

from __future__ import annotations

import os
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from seeddesk.services import cataloguing, photos, recording

from .conftest import LONG, made_whole, opened, record, settle
from .test_editor_files import drop

pytestmark = pytest.mark.gui
MANY = 21


@pytest.fixture
def page(qtbot, program):
    """The section with the attachments."""
    page = opened(qtbot, program, record(qtbot, program))
    attachments(page)
    settle(qtbot, program)
    return page


def attachments(page):
    page.editor.show_section(page.editor.section_of("attachments[].file"))
    made_whole(page.editor)
    return page.editor.view.placed.repeats["attachments"]


@pytest.fixture
def files(tmp_path) -> list[Path]:
    """Small pictures, all different."""
    made = []
    for number in range(MANY):
        picture = QImage(32, 24, QImage.Format.Format_RGB32)
        picture.fill(QColor(number, 99, 99))
        made.append(tmp_path / f"orto {number}.png")
        assert picture.save(str(made[-1]))
    return made


def titles(page) -> list[str]:
    return [page.session.record.text(f"{row}.title") for row in page.session.record.rows("attachments")]


@pytest.fixture
def gate(monkeypatch):
    """Lets as many files be kept as it is released for."""
    found, keep = threading.Semaphore(0), photos.keep

    def waiting(*arguments):
        assert found.acquire(timeout=LONG / 1000)
        return keep(*arguments)

    monkeypatch.setattr(photos, "keep", waiting)
    yield found
    found.release(MANY)


def strip(page):
    return page._files


def test_many_files_come_in_their_order_and_one_step_takes_them_back(qtbot, program, page, files):
    drop(page, files)
    qtbot.waitUntil(lambda: len(titles(page)) == MANY, timeout=LONG)
    settle(qtbot, program)
    assert titles(page) == [path.stem for path in files]
    assert not strip(page).said.isVisible()
    assert not strip(page)._moving.isVisible()
    page.session.undo()
    assert titles(page) == []
    page.session.redo()
    assert titles(page) == [path.stem for path in files]
    qtbot.waitUntil(lambda: len(attachments(page).cards) == MANY, timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    kept = cataloguing.show(program.desk.workspace, page.session.practice).record
    assert len(kept.rows("attachments")) == MANY


def test_how_far_it_is_is_told_and_it_can_be_stopped(qtbot, program, page, files, gate):
    drop(page, files)
    qtbot.wait(500)  # sooner than that it says nothing
    gate.release(5)
    qtbot.waitUntil(lambda: strip(page)._moving.isVisible(), timeout=LONG)
    qtbot.mouseClick(strip(page)._moving._act, Qt.MouseButton.LeftButton)
    gate.release(1)
    qtbot.waitUntil(lambda: strip(page).said.isVisible(), timeout=LONG)
    settle(qtbot, program)
    count = len(titles(page))
    assert 1 <= count <= 6
    assert str(MANY - count) in strip(page).said.words
    assert not strip(page)._moving.isVisible()


def test_what_is_typed_meanwhile_is_saved_meanwhile(qtbot, program, page, files, gate):
    drop(page, files)
    gate.release(2)
    page.session.set("need", "Ora")
    page.session.flush()

    def saved() -> bool:
        gate.release(1)  # the writer takes one thing at a time: a save waits for one file at most
        return cataloguing.show(program.desk.workspace, page.session.practice).record.get("need") == "Ora"

    qtbot.waitUntil(saved, timeout=LONG)
    assert len(titles(page)) < MANY


def test_undoing_meanwhile_ends_it(qtbot, program, page, files, gate):
    drop(page, files)
    gate.release(6)
    qtbot.waitUntil(lambda: bool(titles(page)), timeout=LONG)
    page.session.undo()
    gate.release(MANY)
    qtbot.waitUntil(lambda: strip(page).said.isVisible(), timeout=LONG)
    settle(qtbot, program)
    assert titles(page) == []


def test_what_cannot_be_kept_what_is_there_already_and_a_folder_are_named(qtbot, program, page, files, tmp_path):
    (tmp_path / "cartella").mkdir()
    (tmp_path / "di nuovo.png").write_bytes(files[0].read_bytes())
    gone = tmp_path / "sparita.png"
    gone.write_bytes(b"x")
    box = attachments(page)
    paths = [*files[:3], tmp_path / "di nuovo.png", gone]
    gone.unlink()
    box.files.keep(paths, folders=[tmp_path / "cartella"])
    qtbot.waitUntil(lambda: strip(page).said.isVisible(), timeout=LONG)
    settle(qtbot, program)
    words = strip(page).said.words
    assert all(name in words for name in ("cartella", "di nuovo.png", "sparita.png")), words
    assert titles(page) == [path.stem for path in files[:3]]
    drop(page, [files[1]])
    qtbot.waitUntil(lambda: box.files._said.isVisible(), timeout=LONG)
    assert "orto 1.png" in box.files._said.text()
    assert len(titles(page)) == 3


def test_a_file_too_large_for_a_catalogue_is_refused_in_words(qtbot, program, page, files, monkeypatch):
    monkeypatch.setattr(recording, "MOST_BYTES", 2_000_000)
    with files[0].open("r+b") as file:
        os.truncate(file.fileno(), 3_000_000)
    box = attachments(page)
    drop(page, files[:1])
    qtbot.waitUntil(lambda: box.files._said.isVisible(), timeout=LONG)
    assert "3 MB" in box.files._said.text()
    assert titles(page) == []


def test_the_last_of_many_is_reached_though_its_card_is_not_made_yet(qtbot, program, page, files):
    drop(page, files)
    qtbot.waitUntil(lambda: len(titles(page)) == MANY, timeout=LONG)
    settle(qtbot, program)
    one = page.session.practice
    last = page.session.record.rows("attachments")[-1]
    opened(qtbot, program, record(qtbot, program, title="Un'altra"))
    page.session.open(one)
    qtbot.waitUntil(lambda: page.session.practice == one, timeout=LONG)
    page.editor.go_to(f"{last}.title")
    qtbot.waitUntil(lambda: page.editor.focused == f"{last}.title", timeout=LONG)
    qtbot.waitUntil(lambda: len(attachments(page).cards) == MANY, timeout=LONG)
    box = attachments(page)
    shown = [box._rows.itemAt(at).widget().row for at in range(box._rows.count())]
    assert shown == page.session.record.rows("attachments")


def test_a_search_does_not_wait_for_all_the_small_pictures(qtbot, program, page, files, monkeypatch):
    order: list[str] = []
    facts = photos.facts
    monkeypatch.setattr(photos, "facts", lambda *arguments: order.append("picture") or facts(*arguments))
    drop(page, files)
    qtbot.waitUntil(lambda: len(titles(page)) == MANY, timeout=LONG)
    settle(qtbot, program)
    page._preview.setFocus()
    page.editor._make_anew()  # all its small pictures are looked up again
    attachments(page)
    order.clear()
    qtbot.waitUntil(lambda: bool(order), timeout=LONG)
    program.desk.read(page, lambda ws: order.append("search"), lambda _: None)
    settle(qtbot, program)
    assert order.index("search") < order.index("picture") + 4
    assert len(order) > 10
