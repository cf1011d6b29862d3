"""What is under way when one turns to another practice: words, saves and files stay with the practice they were meant for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage

from seeddesk.domain.errors import StorageError
from seeddesk.services import cataloguing, forms, recording

from .conftest import LONG, made_whole, opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def held(monkeypatch) -> Iterator[Callable[[str], Callable[[], None]]]:
    """Makes a verb of recording wait, as behind other work; what it returns lets it go on."""
    gates: list[threading.Event] = []

    def hold(name: str) -> Callable[[], None]:
        gate, verb = threading.Event(), getattr(recording, name)
        gates.append(gate)

        def waiting(*arguments, **more):
            assert gate.wait(LONG / 1000)
            return verb(*arguments, **more)

        def release() -> None:
            monkeypatch.setattr(recording, name, verb)
            gate.set()

        monkeypatch.setattr(recording, name, waiting)
        return release

    yield hold
    for gate in gates:
        gate.set()


@pytest.fixture
def photo(tmp_path):
    picture = QImage(32, 24, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    assert picture.save(str(tmp_path / "orto.png"))
    return tmp_path / "orto.png"


def answer(program, practice: str, path: str = "need") -> object:
    return cataloguing.show(program.desk.workspace, practice).record.get(path)


def files(program, practice: str) -> list[str]:
    record = cataloguing.show(program.desk.workspace, practice).record
    return [record.text(f"{row}.file") for row in record.rows("attachments")]


def shows(qtbot, program, page, practice: str) -> None:
    qtbot.waitUntil(lambda: page.session.practice == practice, timeout=LONG)
    settle(qtbot, program)


def attachments(page):
    page.editor.show_section(page.editor.section_of("attachments[].file"))
    made_whole(page.editor)
    return page.editor.view.placed.repeats["attachments"]


def test_what_is_typed_while_another_practice_is_read_is_saved_where_it_was_typed(qtbot, program, held):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra", need="Altro")
    page = opened(qtbot, program, one)
    release = held("open_draft")
    program.window.show_page("practice", other)
    qtbot.wait(50)
    page.session.set("need", "Battuto nel mezzo")
    release()
    shows(qtbot, program, page, other)
    assert (answer(program, one), answer(program, other)) == ("Battuto nel mezzo", "Altro")


def test_a_save_under_way_does_not_take_the_next_practices_words(qtbot, program, held):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra", need="Altro")
    page = opened(qtbot, program, one)
    read, saved = held("open_draft"), held("save")
    program.window.show_page("practice", other)
    qtbot.wait(50)
    page.session.set("need", "Della prima")
    page.session.flush()
    read()
    qtbot.wait(100)
    saved()
    shows(qtbot, program, page, other)
    page.session.set("need", "Della seconda")
    page.session.flush()
    settle(qtbot, program)
    assert (answer(program, one), answer(program, other)) == ("Della prima", "Della seconda")


def test_a_practice_that_is_read_slowly_does_not_come_over_a_new_one_begun_meanwhile(qtbot, program, window, held):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra")
    page = opened(qtbot, program, one)
    release = held("open_draft")
    window.show_page("practice", other)
    qtbot.wait(50)
    window.show_page("practice", "new")
    qtbot.wait(50)
    page.session.set("title", "Appena nata")
    release()
    settle(qtbot, program)
    page.session.flush()
    settle(qtbot, program)
    assert page.session.practice not in (one, other)
    assert answer(program, page.session.practice, "title") == "Appena nata"


def test_a_practice_read_anew_keeps_what_was_typed_meanwhile(qtbot, program, held):
    one = record(qtbot, program)
    page = opened(qtbot, program, one)
    release = held("open_draft")
    page.session.open_anew(one)
    qtbot.wait(50)
    page.session.set("need", "Battuto nel mezzo")
    release()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    assert page.session.values["need"] == answer(program, one) == "Battuto nel mezzo"


def test_another_practice_asked_for_while_the_form_changes_is_the_one_that_comes(qtbot, program, held, monkeypatch):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra")
    page = opened(qtbot, program, one)
    gate = threading.Event()
    monkeypatch.setattr(forms, "switch", lambda *_: gate.wait(LONG / 1000))
    page.use_form("another")
    qtbot.wait(50)
    release = held("open_draft")
    program.window.show_page("practice", other)
    qtbot.wait(50)
    gate.set()
    qtbot.wait(50)
    release()
    shows(qtbot, program, page, other)


def test_a_photo_is_in_the_practice_it_was_dropped_on(qtbot, program, held, photo):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra")
    page = opened(qtbot, program, one)
    release = held("keep_file")
    attachments(page).files.keep([photo])
    program.window.show_page("practice", other)
    qtbot.wait(100)
    release()
    shows(qtbot, program, page, other)
    page.session.flush()
    settle(qtbot, program)
    assert (len(files(program, one)), files(program, other)) == (1, [])


def test_a_photo_is_kept_though_the_page_is_drawn_anew_meanwhile(qtbot, program, held, photo):
    one = record(qtbot, program)
    page = opened(qtbot, program, one)
    release = held("keep_file")
    attachments(page).files.keep([photo])
    page.show_mode(True)
    qtbot.wait(50)
    release()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    assert len(files(program, one)) == 1


def test_a_file_put_in_a_row_is_there_though_the_page_is_drawn_anew_and_not_where_the_row_is_gone(
    qtbot, program, held, photo
):
    one = record(qtbot, program)
    page = opened(qtbot, program, one)
    for gone in (False, True):
        row = page.session.add_row("attachments")
        attachments(page)
        release = held("keep_file")
        page.editor.view.box(f"{row}.file").input.keep(str(photo))
        if gone:
            page.session.remove_row(row)
        page.show_mode(gone)
        qtbot.wait(50)
        release()
        qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
        settle(qtbot, program)
        assert len(files(program, one)) == 1


def test_who_leaves_a_practice_whose_file_is_refused_stays_where_that_is_said(qtbot, program, held, photo, monkeypatch):
    one, other = record(qtbot, program), record(qtbot, program, title="Un'altra")
    page = opened(qtbot, program, one)
    box = attachments(page)
    gate = threading.Event()

    def refused(*_):
        assert gate.wait(LONG / 1000)
        raise StorageError("disk-full", path="catalogue")

    monkeypatch.setattr(recording, "keep_file", refused)
    box.files.keep([photo])
    program.window.show_page("practice", other)
    qtbot.wait(50)
    gate.set()
    settle(qtbot, program)
    assert page.session.practice == one
    assert box.files._said.isVisible()
    program.window.show_page("practice", other)
    shows(qtbot, program, page, other)


def test_after_an_error_of_ours_in_a_save_the_words_are_unsaved_and_the_next_key_saves_them(
    qtbot, program, window, monkeypatch
):
    told: list[BaseException] = []
    program.runner.bug.disconnect()
    program.runner.bug.connect(told.append)
    one = record(qtbot, program)
    page = opened(qtbot, program, one)
    save = recording.save

    def broken(*_, **__):
        raise ValueError("an error of ours")

    monkeypatch.setattr(recording, "save", broken)
    page.session.set("need", "Non ancora salvato")
    page.session.flush()
    qtbot.waitUntil(lambda: bool(told), timeout=LONG)
    qtbot.waitUntil(lambda: page.session.failing, timeout=LONG)
    assert page.status.truth == "Non salvato"
    monkeypatch.setattr(recording, "save", save)
    page.session.set("website", "https://orto.example")
    page.session.flush()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    assert answer(program, one) == "Non ancora salvato"
    qtbot.keyClick(window, Qt.Key.Key_1, Qt.KeyboardModifier.ControlModifier)
    assert window.place() == "catalogue"
