"""Interview mode, by the keyboard alone: questions, notes, the clock. Everything is kept as it is in the editor."""

import threading
import time
from contextlib import contextmanager
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt
from PySide6.QtGui import QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from seeddesk.domain.errors import StorageError
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.gui.editor import interview_head
from seeddesk.gui.editor.interview import InterviewView
from seeddesk.services import interview
from seeddesk.storage.catalogue import Catalogue

from .conftest import LONG, opened, press, record, settle

pytestmark = pytest.mark.gui
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def page(qtbot, program, window):
    """The practice page on a practice, the interview begun at the need by its key."""
    practice = record(qtbot, program)
    window.resize(1280, 800)
    page = opened(qtbot, program, practice)
    page.editor.go_to("need")
    qtbot.waitUntil(lambda: page.editor.focused == "need", timeout=LONG)
    press(qtbot, Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: page.interview.isVisible() and page.interview.clock.running, timeout=LONG)
    qtbot.waitUntil(lambda: page.interview._area.isAncestorOf(QApplication.focusWidget()), timeout=LONG)
    return page


@pytest.fixture
def stood(page, monkeypatch):
    """The clock of the interview, and the time it reads stands still: it moves only when told to."""
    now, clock = time.monotonic(), page.interview.clock
    monkeypatch.setattr(interview_head, "time", SimpleNamespace(monotonic=lambda: now))
    clock._since = now
    return clock


def write_note(qtbot, page, words: str, key=Qt.Key.Key_Return) -> None:
    count = len(page.interview.notes.notes)
    if not page.interview.notes.line.hasFocus():
        press(qtbot, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), words)
    press(qtbot, key)
    qtbot.waitUntil(lambda: len(page.interview.notes.notes) == count + 1, timeout=LONG)


def kept(qtbot, program, page):
    """What the catalogue has of the interview."""
    found = []
    program.desk.read(page, lambda ws: interview.notes(ws, page.session.practice), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    return found[0]


def test_it_fills_the_window_and_esc_comes_back_to_the_field(qtbot, program, page):
    assert page.interview.path == "need"
    assert not program.window.rail.isVisible()
    assert not page.top.isVisible()
    press(qtbot, Qt.Key.Key_Escape)
    assert program.window.current is page
    assert program.window.rail.isVisible()
    assert page.top.isVisible()
    qtbot.waitUntil(lambda: page.editor.focused == "need" and not page.interview.isVisible(), timeout=LONG)


def test_questions_go_on_and_back_and_enter_stays_in_the_answer(qtbot, page):
    view = page.interview
    qtbot.keyClicks(QApplication.focusWidget(), " E poi")
    press(qtbot, Qt.Key.Key_Return)
    assert view.path == "need"
    assert page.session.values["need"].endswith(" E poi\n")
    at = view.at
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert view.at == at + 1
    qtbot.wait(30)
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert view.path == "need"
    assert f"{at + 1} di " in view._count.text()
    press(qtbot, Qt.Key.Key_U, CTRL)
    assert page.session.values["need"] is NOT_KNOWN
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_a_note_has_the_time_of_its_first_key_and_is_kept(qtbot, program, page, stood):
    stood._stood = 72.0
    press(qtbot, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "C")
    stood._stood = 99.0
    qtbot.keyClicks(QApplication.focusWidget(), "omincia da Ida")
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(page.interview.notes.notes) == 1, timeout=LONG)
    (note,) = kept(qtbot, program, page).notes
    assert note.text == "Comincia da Ida"
    assert note.second == 72
    assert page.interview.notes.line.text() == ""


def test_a_note_is_kept_before_enter(qtbot, program, page):
    press(qtbot, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "mezza fra")
    qtbot.waitUntil(lambda: not page.interview.notes._timer.isActive(), timeout=LONG)  # on its way
    settle(qtbot, program)
    assert [note.text for note in kept(qtbot, program, page).notes] == ["mezza fra"]
    qtbot.keyClicks(page.interview.notes.line, "se")
    press(qtbot, Qt.Key.Key_Return)
    settle(qtbot, program)
    assert [note.text for note in kept(qtbot, program, page).notes] == ["mezza frase"]
    assert len(page.interview.notes.notes) == 1


def test_marks_flags_and_bare_times(qtbot, program, page):
    write_note(qtbot, page, "Chiedere il costo", Qt.Key.Key_F6)
    count = len(page.interview.notes.notes)
    press(qtbot, Qt.Key.Key_F7)
    qtbot.waitUntil(lambda: len(page.interview.notes.notes) == count + 1, timeout=LONG)
    found = kept(qtbot, program, page).notes
    assert sorted((note.text, note.ask) for note in found) == [("", False), ("Chiedere il costo", True)]


def test_a_note_goes_into_the_open_question_and_says_so(qtbot, program, page):
    write_note(qtbot, page, "Quattordici postini")
    press(qtbot, Qt.Key.Key_I, CTRL)
    assert page.session.values["need"].endswith("\nQuattordici postini")
    qtbot.waitUntil(lambda: page.interview.notes.notes[0].field == "need", timeout=LONG)
    assert kept(qtbot, program, page).notes[0].field == "need"
    assert page.interview._area.isAncestorOf(QApplication.focusWidget())
    assert program.window.current is page
    page.session.undo()
    assert not page.session.values["need"].endswith("postini")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_a_note_can_be_dropped_into_the_answer(qtbot, page):
    box = page.interview._placed.boxes["need"].input
    data = QMimeData()
    data.setText("Quattordici postini")
    centre = QPointF(box.viewport().rect().center())
    event = QDropEvent(
        centre, Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    box.dropEvent(event)
    assert "Quattordici postini" in page.session.values["need"]
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_a_note_is_removed_and_taken_back(qtbot, program, page):
    write_note(qtbot, page, "Di troppo")
    press(qtbot, Qt.Key.Key_Up)
    press(qtbot, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: page.interview.notes.notes == [], timeout=LONG)
    program.window.toast.take_back()
    qtbot.waitUntil(lambda: [note.text for note in page.interview.notes.notes] == ["Di troppo"], timeout=LONG)
    assert [note.text for note in kept(qtbot, program, page).notes] == ["Di troppo"]


def test_the_clock_stands_while_paused_and_goes_on_where_it_was(qtbot, program, page, stood):
    clock = stood
    press(qtbot, Qt.Key.Key_F9)
    assert not clock.running
    shown = clock.seconds
    clock._since -= 100
    assert clock.seconds == shown
    press(qtbot, Qt.Key.Key_F9)
    clock._stood = 754.0
    clock._since -= 3
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert kept(qtbot, program, page).seconds == 757
    page.begin_interview()
    qtbot.waitUntil(lambda: page.interview.timer.text().startswith("00:12:37"), timeout=LONG)


def test_a_list_that_was_only_passed_by_stays_empty_and_one_that_was_begun_stays(qtbot, page):
    view, session = page.interview, page.session
    asked = next(n for n, item in enumerate(view.questions) if item.template == "activities[]")
    for typed in ("", "Corsi"):
        view.show_question(asked)
        qtbot.waitUntil(lambda: bool(session.record.rows("activities")), timeout=LONG)
        qtbot.waitUntil(lambda: view._area.isAncestorOf(QApplication.focusWidget()), timeout=LONG)
        qtbot.keyClicks(QApplication.focusWidget(), typed)
        press(qtbot, Qt.Key.Key_Return, CTRL)
        assert len(session.record.rows("activities")) == (1 if typed else 0)
    press(qtbot, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert len(session.record.rows("activities")) == 1


def test_leaving_at_a_list_nobody_wrote_in_leaves_nothing_behind(qtbot, page):
    view, session = page.interview, page.session
    view.show_question(next(n for n, item in enumerate(view.questions) if item.template == "activities[]"))
    qtbot.waitUntil(lambda: bool(session.record.rows("activities")), timeout=LONG)
    press(qtbot, Qt.Key.Key_Escape)
    assert not session.record.rows("activities")
    press(qtbot, Qt.Key.Key_I, CTRL | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(view.isVisible, timeout=LONG)
    assert view.questions


def test_the_next_question_is_shown_though_the_focus_is_on_what_goes_with_the_one_before(qtbot, page):
    view = page.interview
    asked = next(n for n, item in enumerate(view.questions) if item.template == "activities[]")
    view.show_question(asked)
    qtbot.waitUntil(lambda: view._area.isAncestorOf(QApplication.focusWidget()), timeout=LONG)
    view._placed.repeats["activities"].add.setFocus(Qt.FocusReason.TabFocusReason)
    press(qtbot, Qt.Key.Key_Return, CTRL)
    page.window().resize(1100, 760)
    assert view.at == asked + 1
    qtbot.waitUntil(lambda: view._area.isAncestorOf(QApplication.focusWidget()), timeout=LONG)


def test_a_note_that_is_set_in_one_go_is_kept_as_one_that_is_typed(qtbot, page):
    notes = page.interview.notes
    for words, key in (("Detto al telefono", Qt.Key.Key_Return), ("Da chiedere", Qt.Key.Key_F6)):
        notes.line.setFocus()
        notes.line.setText(words)  # as dictation and screen readers do
        qtbot.keyClick(notes.line, key)
        qtbot.waitUntil(lambda words=words: words in notes.words, timeout=LONG)
    assert sorted(note.ask for note in notes.notes) == [False, True]
    assert notes.line.text() == ""


def test_what_is_written_before_the_notes_are_there_stays_and_belongs_to_its_practice(qtbot, program, page):
    view, first = page.interview, page.session.practice
    write_note(qtbot, page, "Prima")
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, program)
    view.begin()
    qtbot.keyClicks(view.notes.line, "Subito")
    settle(qtbot, program)
    assert (view.notes.line.text(), view.notes.words) == ("Subito", ["Prima"])
    other = record(qtbot, program, title="Altra")
    view.notes.turn_to(other)
    settle(qtbot, program)
    assert (view.notes.line.text(), view.notes.words) == ("", [])
    found = []
    program.desk.read(
        program.window, lambda ws: [interview.notes(ws, each).notes for each in (first, other)], found.append
    )
    settle(qtbot, program)
    assert [sorted(note.text for note in notes) for notes in found[0]] == [["Prima", "Subito"], []]


def test_an_answer_of_two_buttons_shows_that_it_has_the_focus(qtbot, page):
    view = page.interview
    view.show_question(next(n for n, item in enumerate(view.questions) if item.template == "consent_interviewee"))
    qtbot.waitUntil(lambda: getattr(QApplication.focusWidget(), "_ring", None) is not None, timeout=LONG)


def test_in_a_narrow_window_the_notes_are_a_drawer(qtbot, page):
    page.window().resize(1024, 700)
    qtbot.waitUntil(lambda: not page.interview.notes.isVisible(), timeout=LONG)
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert page.interview.notes.line.hasFocus()
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert not page.interview.notes.isVisible()
    assert page.interview._area.isAncestorOf(QApplication.focusWidget())


def test_it_asks_the_questions_the_form_marks_and_those_that_follow_from_answers(qtbot, page):
    view = page.interview
    asked = [getattr(item, "path", "") or item.template for item in view.questions]
    assert 12 <= len(asked) <= 16
    assert {"title", "country", "locations", "contact.name", "consent_interviewee"} <= set(asked)
    assert "consent_date" not in asked
    page.session.change({"consent_interviewee": "yes"})
    press(qtbot, Qt.Key.Key_Return, CTRL)
    assert "consent_date" in [getattr(item, "path", "") or item.template for item in view.questions]


def test_where_a_form_marks_nothing_an_interview_asks_what_submission_needs(ask):
    editor = ask(
        """
        type | name | label | required
        text | a | A | yes
        text | b | B |
        text | c | C | yes
        """
    )
    view = InterviewView(editor.asking)
    view._find()
    assert [item.template for item in view.questions] == ["a", "c"]
    view.deleteLater()


def test_a_question_says_which_group_it_stands_in(qtbot, page):
    view = page.interview
    asked = [getattr(item, "path", "") or item.template for item in view.questions]
    for template, said in (("contact.name", "Chi · Referente"), ("need", "Il bisogno")):
        view.show_question(asked.index(template))
        assert view._section.text() == said


def after(qtbot, page, field: str):
    """The interview is over, the caret is in a field of the form, and the notes are asked for by their key."""
    press(qtbot, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: page.editor.isVisible(), timeout=LONG)
    page.editor.go_to(field)
    qtbot.waitUntil(lambda: page.editor.focused == field, timeout=LONG)
    press(qtbot, Qt.Key.Key_T, CTRL)
    notes = page.editor.notes
    qtbot.waitUntil(lambda: bool(notes.notes) and notes.isAncestorOf(QApplication.focusWidget()), timeout=LONG)
    return notes


def test_afterwards_the_notes_stand_beside_the_form_and_go_into_any_field_by_key(qtbot, program, page):
    write_note(qtbot, page, "Il forno fa credito")
    write_note(qtbot, page, "Quattordici postini")
    notes = after(qtbot, page, "overview")
    first = notes.notes[0].text
    press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.values.get("overview") == first, timeout=LONG)
    qtbot.waitUntil(lambda: [note.field for note in notes.notes] == ["overview", ""], timeout=LONG)
    assert notes.isAncestorOf(QApplication.focusWidget())
    press(qtbot, Qt.Key.Key_T, CTRL)
    assert notes.isHidden()
    assert page.editor.focused == "overview"
    assert page.editor.view.box("overview").input.hasFocus()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_afterwards_a_note_that_was_dragged_into_a_field_says_so(qtbot, program, page):
    write_note(qtbot, page, "Quattordici postini")
    notes = after(qtbot, page, "need")
    box = page.editor.view.box("need")
    data = QMimeData()
    data.setText(notes.notes[0].text)
    at = QPointF(box.input.viewport().rect().center())
    more = (Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    box.input.dropEvent(QDropEvent(at, *more))
    notes._lines[0].dropped.emit(notes.notes[0], box.input.viewport())  # as when the drag is over
    assert "Quattordici postini" in page.session.values["need"]
    qtbot.waitUntil(lambda: [note.field for note in notes.notes] == ["need"], timeout=LONG)
    assert box.input.hasFocus()


def test_a_note_goes_into_no_list_and_the_preview_takes_the_room_of_the_notes(qtbot, program, page):
    write_note(qtbot, page, "Quattordici postini")
    notes = after(qtbot, page, "country")
    press(qtbot, Qt.Key.Key_Return)
    assert page.session.values["country"] == "IT"
    assert program.window.toast.isVisible()
    page.show_preview(True)
    assert notes.isHidden()
    page.editor.notes.cross()
    assert page.editor.preview.isHidden()
    assert not notes.isHidden()


def test_the_choice_of_fields_is_there_again_after_an_interview(qtbot, program, page):
    press(qtbot, Qt.Key.Key_Escape)
    settle(qtbot, program)
    assert page._mode.isVisible()


def test_a_note_the_disk_refuses_is_said_copied_and_kept_once_there_is_room(qtbot, program, page, monkeypatch):
    full, write = [True], Catalogue.write

    @contextmanager
    def asked(self):
        with write(self) as tx:
            yield tx
            if full:
                raise StorageError("disk-full", path=self.location)

    monkeypatch.setattr(Catalogue, "write", asked)
    notes = page.interview.notes
    press(qtbot, Qt.Key.Key_T, CTRL)
    for words in ("Parole preziose", "E altre"):
        qtbot.keyClicks(QApplication.focusWidget(), words)
        press(qtbot, Qt.Key.Key_Return)
    qtbot.waitUntil(page.failing, timeout=LONG)
    assert "pieno" in page.banner.words
    assert not page.settled()  # the window does not close over them without a word
    page.banner.more[0].click()
    assert QGuiApplication.clipboard().text() == "Parole preziose\nE altre"
    full.clear()
    page.banner._act.click()  # try again
    qtbot.waitUntil(page.settled, timeout=LONG)
    settle(qtbot, program)
    assert not page.banner.isVisible()
    for found in (notes.notes, kept(qtbot, program, page).notes):
        assert {note.text for note in found} == {"Parole preziose", "E altre"}


def test_a_note_marked_to_ask_while_it_is_kept_for_the_first_time_is_one_note(qtbot, program, page, monkeypatch):
    gate, add = threading.Event(), interview.add

    def slow(*arguments, **more):
        assert gate.wait(LONG / 1000)
        return add(*arguments, **more)

    monkeypatch.setattr(interview, "add", slow)
    notes = page.interview.notes
    press(qtbot, Qt.Key.Key_T, CTRL)
    qtbot.keyClicks(QApplication.focusWidget(), "Da chiedere")
    qtbot.waitUntil(lambda: not notes._timer.isActive(), timeout=LONG)  # on its way
    press(qtbot, Qt.Key.Key_F6)
    gate.set()
    qtbot.waitUntil(page.settled, timeout=LONG)
    assert [(note.text, note.ask) for note in kept(qtbot, program, page).notes] == [("Da chiedere", True)]
