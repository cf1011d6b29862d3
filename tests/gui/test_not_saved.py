"""A disk that refuses a save: what was typed stays, the page says so, the ways on work, and saving goes on by itself once it can."""

import os
from contextlib import contextmanager
from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog

from seeddesk.domain.errors import StorageError
from seeddesk.gui.editor import session as sessions
from seeddesk.services import cataloguing, exporting, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage.catalogue import Catalogue

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


class Disk:
    """A disk that can be full, or report an error for what it did all the same."""

    def __init__(self) -> None:
        self.full = self.lies = False
        self.tried = 0


@pytest.fixture
def disk(monkeypatch) -> Disk:
    found, write = Disk(), Catalogue.write

    @contextmanager
    def asked(self):
        with write(self) as tx:
            yield tx
            if found.full:
                found.tried += 1
                raise StorageError("disk-full", path=self.location)
        if found.lies:
            raise StorageError("catalogue-io", path=self.location, reason="fsync")

    monkeypatch.setattr(Catalogue, "write", asked)
    return found


@pytest.fixture
def page(qtbot, program, monkeypatch):
    """A practice open in the editor; trying again by itself takes no seconds."""
    monkeypatch.setattr(sessions, "RETRY_AFTER", (150,))
    practice = record(qtbot, program)
    program.window.show_page("practice", practice)
    found = program.window.pages["practice"]
    qtbot.waitUntil(lambda: found.session.practice == practice, timeout=LONG)
    settle(qtbot, program)
    return found


def type_in(qtbot, page, words: str) -> None:
    page.session.set("need", words)
    page.session.flush()


def need(program, page) -> object:
    return cataloguing.show(program.desk.workspace, page.session.practice).record.get("need")


def refused(qtbot, page) -> None:
    qtbot.waitUntil(lambda: page.session.failing, timeout=LONG)


def test_what_was_typed_stays_and_is_saved_by_itself_once_there_is_room(qtbot, program, page, disk):
    disk.full = True
    type_in(qtbot, page, "Scritto a disco pieno")
    refused(qtbot, page)
    assert page.status.truth == "Non salvato"
    assert "pieno" in page.banner.words
    assert page.session.values["need"] == "Scritto a disco pieno"
    qtbot.waitUntil(lambda: disk.tried > 2, timeout=LONG)  # it is tried again, and says nothing new
    assert need(program, page) != "Scritto a disco pieno"
    disk.full = False
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    settle(qtbot, program)
    assert need(program, page) == "Scritto a disco pieno"
    assert page.status.truth.startswith("Salvato")
    assert not page.banner.isVisible()
    type_in(qtbot, page, "E si continua")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    assert need(program, page) == "E si continua"


def test_another_practice_does_not_open_over_unsaved_words(qtbot, program, page, disk, monkeypatch):
    other = record(qtbot, program, title="Un'altra")
    settle(qtbot, program)
    monkeypatch.setattr(sessions, "RETRY_AFTER", (60_000,))
    disk.full = True
    type_in(qtbot, page, "Non ancora salvato")
    refused(qtbot, page)
    page.enter(other)
    settle(qtbot, program)
    assert page.session.practice != other
    assert page.session.values["need"] == "Non ancora salvato"
    assert page.banner.isVisible()
    disk.full = False
    page.banner._act.click()  # try again
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    assert need(program, page) == "Non ancora salvato"


def test_it_is_kept_elsewhere_and_brought_back_by_dropping_the_file(qtbot, program, page, disk, monkeypatch, tmp_path):
    monkeypatch.setattr(sessions, "RETRY_AFTER", (60_000,))
    stick = tmp_path / "chiavetta"
    stick.mkdir()
    disk.full = True
    type_in(qtbot, page, "Sulla chiavetta")
    refused(qtbot, page)
    disk.full = False  # for the stick, which is another disk
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(stick))
    page.banner.more[0].click()
    qtbot.waitUntil(lambda: page.session.kept is not None, timeout=LONG)
    settle(qtbot, program)
    (file,) = stick.glob("*.seeddesk")
    assert file.name in page.banner.words
    assert not page.session.clean
    assert page.settled()  # the window may be closed: the words are safe
    assert need(program, page) != "Sulla chiavetta"
    page.session._dirty.clear()  # as after closing without them
    returns = program.window.pages["merge"].returns
    program.window.bring_in([str(file)])
    qtbot.waitUntil(lambda: "importat" in returns.banner.words, timeout=LONG)
    assert need(program, page) == "Sulla chiavetta"
    program.window.bring_in([str(file)])
    settle(qtbot, program)
    assert not cataloguing.conflicts(program.desk.workspace)


def test_all_that_is_dropped_together_is_taken_in_or_rehearsed(qtbot, program, tmp_path):
    practice = record(qtbot, program)
    dossier = exporting.export_dossiers(program.desk.workspace, [practice], tmp_path)[0]
    files = [str(dossier)]
    for title in ("Uno", "Due"):
        with Workspace.create(tmp_path / f"{title}.seeddesk", "Bo", "it") as other:
            recording.start(other, {"title": title, "country": "IT"})
        files.append(str(tmp_path / f"{title}.seeddesk"))
    returns = program.window.pages["merge"].returns
    program.window.bring_in(files)
    qtbot.waitUntil(lambda: returns.report is not None, timeout=LONG)
    settle(qtbot, program)
    assert [(file.path, file.status) for file in returns.report.files] == [(str(dossier), "unchanged")]
    shown = {row.title for row in cataloguing.list_practices(program.desk.workspace).rows}
    assert {"Uno", "Due"} <= shown


def test_the_text_is_copied_with_its_questions(qtbot, program, page, disk):
    disk.full = True
    type_in(qtbot, page, "Da non perdere")
    refused(qtbot, page)
    page.banner.more[1].click()
    copied = QGuiApplication.clipboard().text()
    assert "Da non perdere" in copied
    assert program.desk.form.field("need").label["it"] in copied
    disk.full = False
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_a_save_reported_as_failed_that_happened_is_no_failure(qtbot, program, page, disk):
    disk.lies = True
    type_in(qtbot, page, "Detto fallito, ma c'è")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    assert not page.session.failing
    assert need(program, page) == "Detto fallito, ma c'è"


def test_a_decision_reported_as_failed_that_happened_is_no_failure(qtbot, program, disk):
    practice = record(qtbot, program)
    ws = program.desk.workspace
    one, other = recording.open_draft(ws, practice), recording.open_draft(ws, practice)
    recording.save(ws, one, {"website": "https://uno.example"})
    recording.save(ws, other, {"website": "https://due.example"})
    (conflict,) = cataloguing.conflicts(ws)
    disk.lies = True
    assert cataloguing.resolve(ws, practice, conflict.path, take="A").practices == {practice}
    disk.lies = False
    assert not cataloguing.conflicts(ws)


@pytest.mark.skipif(os.name == "nt", reason="an open file cannot be taken away")
def test_a_catalogue_taken_away_under_the_window_saves_nothing_and_says_so_until_it_is_back(
    qtbot, program, page, tmp_path
):
    place = Path(program.desk.workspace.catalogue.location)
    place.rename(tmp_path / "moved")
    type_in(qtbot, page, "Senza catalogo")
    refused(qtbot, page)
    assert str(place) in page.banner.words
    assert not page.settled()
    (tmp_path / "moved").rename(place)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    assert need(program, page) == "Senza catalogo"
