"""The editor: what is typed is safe, what is shown is true."""

import threading

import pytest
from PySide6.QtCore import QPoint, Qt

from seeddesk.domain.errors import StorageError
from seeddesk.domain.values import NOT_KNOWN
from seeddesk.gui.editor import steps
from seeddesk.gui.editor.editor import Editor
from seeddesk.services import settings

from .conftest import LONG, edit, made_whole, opened, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program):
    """The editor on a recorded practice."""
    practice = record(qtbot, program)
    return opened(qtbot, program, practice)


def section_of(page, path: str):
    """The section a field lies in, brought to the front."""
    page.editor.show_section(page.editor.section_of(path))
    return made(page)


def made(page):
    """The section in front, once all of it is made."""
    return made_whole(page.editor)


def saved(qtbot, page) -> None:
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_saved_is_said_only_when_the_save_is_durable(qtbot, program, page, monkeypatch):
    from seeddesk.services import recording

    def full(*_: object) -> None:
        raise StorageError("disk-full", path="x")

    monkeypatch.setattr(recording, "save", full)
    title = page.editor.views[0].box("title")
    qtbot.keyClicks(title.input, "!")
    qtbot.waitUntil(page.banner.isVisible, timeout=LONG)
    assert page.status.truth == "Non salvato"
    assert not page.session.clean
    monkeypatch.undo()
    page.session.flush()
    saved(qtbot, page)
    assert page.status.truth.startswith("Salvato")


def test_what_is_typed_during_a_slow_save_is_sent_as_soon_as_that_ends(qtbot, page, monkeypatch):
    """A slow disk takes its own time, not that and the pause before a save once more."""
    from seeddesk.services import recording

    save, ended = recording.save, threading.Event()

    def slow(*given, **more):
        ended.wait(LONG / 1000)
        return save(*given, **more)

    monkeypatch.setattr(recording, "save", slow)
    title = page.editor.views[0].box("title")
    qtbot.keyClicks(title.input, "1")
    page.session.flush()
    qtbot.keyClicks(title.input, "2")
    qtbot.waitUntil(lambda: not page.session._save_timer.isActive(), timeout=LONG)
    page.session._save_timer.setInterval(10 * LONG)
    ended.set()
    saved(qtbot, page)


def test_keys_of_the_editor_do_nothing_while_no_practice_is_open(qtbot, window):
    window.show_page("practice")
    page = window.pages["practice"]
    for key, modifier in (
        (Qt.Key.Key_F4, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_F4, Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_F8, Qt.KeyboardModifier.NoModifier),
        (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier),
        (Qt.Key.Key_D, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
        (Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier),
    ):
        qtbot.keyClick(window, key, modifier)
        qtbot.wait(10)
    assert not page.editor.views
    assert page.editor.preview.isHidden()


def test_undo_and_redo_go_over_all_fields(qtbot, page):
    page.session.set("title", "Orti")
    page.session.set("title_en", "Gardens")
    page.session.undo()
    assert page.session.values.get("title_en") is None
    assert page.editor.views[0].box("title_en").input.text() == ""
    page.session.undo()
    assert page.editor.views[0].box("title").input.text() == "Orti di comunità"
    page.session.redo()
    assert page.editor.views[0].box("title").input.text() == "Orti"


@pytest.fixture
def without_pause(monkeypatch):
    """Whoever types does not stop in between, however long a busy machine takes over a letter."""
    monkeypatch.setattr(steps, "JOIN", LONG)


def test_typing_in_one_field_is_one_step_of_undo(qtbot, page, without_pause):
    title = page.editor.views[0].box("title")
    title.focus()
    title.input.end(False)
    qtbot.keyClicks(title.input, " e di pace")
    page.session.undo()
    assert title.input.text() == "Orti di comunità"


@pytest.mark.parametrize("shift", [False, True])
def test_ctrl_z_takes_back_from_within_a_field_and_both_keys_for_redo_do_it_again(qtbot, page, without_pause, shift):
    control = Qt.KeyboardModifier.ControlModifier
    title = page.editor.views[0].box("title")
    title.focus()
    title.input.end(False)
    qtbot.keyClicks(title.input, " e di pace")
    qtbot.keyClick(title.input, Qt.Key.Key_Z, control)
    assert title.input.text() == "Orti di comunità"
    key = (Qt.Key.Key_Z, control | Qt.KeyboardModifier.ShiftModifier) if shift else (Qt.Key.Key_Y, control)
    qtbot.keyClick(title.input, *key)
    assert title.input.text() == "Orti di comunità e di pace"


def test_how_the_form_is_shown_is_so_the_next_time(qtbot, program, page):
    page.show_mode(True)
    page.editor.show_scroll(True)
    settle(qtbot, program)
    assert settings.load().editor == "scroll quick"
    again = Editor(program.desk)
    assert (again.scrolls, again.core_only) == (True, True)
    again.deleteLater()
    page.editor.show_scroll(False)
    page.show_mode(False)
    settle(qtbot, program)
    assert settings.load().editor == ""


def test_not_known_yet_is_an_answer_and_typing_replaces_it(qtbot, page):
    box = page.editor.views[0].box("title_en")
    box.focus()
    page.editor.focus_came("title_en")
    page.editor.toggle_unknown()
    assert page.session.values["title_en"] is NOT_KNOWN
    assert box.input.placeholderText() == "non ancora noto"
    qtbot.keyClicks(box.input, "G")
    assert page.session.values["title_en"] == "G"


def test_a_field_that_stops_being_relevant_goes_without_moving_the_focused_one(qtbot, page):
    view = section_of(page, "ongoing")
    ongoing, end = view.box("ongoing"), view.box("end")
    view.ensureWidgetVisible(ongoing)
    part = ongoing.input._segment._parts["yes"]
    part.setFocus(Qt.FocusReason.TabFocusReason)
    before = ongoing.mapTo(view.viewport(), QPoint(0, 0)).y()
    part.click()
    page.session.follow()
    qtbot.wait(50)
    assert end.isHidden()
    assert ongoing.mapTo(view.viewport(), QPoint(0, 0)).y() == before


def test_an_end_before_the_start_is_said_beside_the_field_once_it_is_left(qtbot, page):
    view = section_of(page, "start")
    start, end = view.box("start"), view.box("end")
    page.session.set("start", "2023-03")
    end.focus()
    qtbot.keyClicks(end.input, "2022")
    page.session.follow()
    assert end.problem.text() == ""
    start.focus()
    qtbot.wait(50)
    assert end.problem.text()
    assert page.session.values["end"] == "2022"


def test_a_partial_date_is_read_and_shown_in_words(qtbot, page):
    start = section_of(page, "start").box("start")
    start.focus()
    start.input.clear()
    qtbot.keyClicks(start.input, "3/2023")
    qtbot.keyClick(start.input, Qt.Key.Key_Return)
    assert page.session.values["start"] == "2023-03"
    assert start.input.text() == "marzo 2023"


def test_choosing_a_comune_fills_in_its_province_and_nuts_codes(qtbot, page):
    view = section_of(page, "country")
    view.placed.repeats["locations"].add_row()
    row = page.session.record.rows("locations")[0]
    page.session.follow()
    comune = view.box(f"{row}.comune")
    comune.focus()
    qtbot.keyClicks(comune.input, "drone")
    model = comune.input._model
    assert [model.index(n).data() for n in range(model.rowCount())] == ["Dronero (CN)"]
    comune.input._take_row(model.index(0))
    qtbot.waitUntil(lambda: page.session.values.get(f"{row}.nuts3") == "ITC16", timeout=LONG)
    assert comune.input.toolTip() == "Dronero (CN) · Piemonte · ITC16"
    page.session.undo()
    assert comune.input.toolTip() == ""
    page.session.redo()
    saved(qtbot, page)


def test_text_that_is_no_choice_is_kept_and_shown_as_a_problem(qtbot, page):
    box = section_of(page, "lead_org.type").box("lead_org.type")
    box.focus()
    qtbot.keyClicks(box.input, "Consorzio di borgata")
    section_of(page, "lead_org.name").box("lead_org.name").focus()
    page.session.follow()
    qtbot.wait(50)
    assert page.session.values["lead_org.type"] == "Consorzio di borgata"
    assert "Consorzio di borgata" in box.problem.text()


def test_a_row_taken_out_comes_back_whole(qtbot, page):
    view = section_of(page, "lead_org.name")
    repeat = view.placed.repeats["partners"]
    repeat.add_row()
    row = page.session.record.rows("partners")[0]
    page.session.set(f"{row}.name", "Ambulanti")
    saved(qtbot, page)
    page.session.remove_row(row)
    assert repeat.cards == {}
    saved(qtbot, page)
    page.session.undo()
    saved(qtbot, page)
    assert page.session.values[f"{row}.name"] == "Ambulanti"
    assert list(repeat.cards) == [row]


def test_rows_are_moved_and_copied(qtbot, page):
    session = page.session
    first, second = session.add_row("partners"), session.add_row("partners")
    session.set(f"{first}.name", "Uno")
    session.move_row(second, -1)
    assert session.record.rows("partners") == [second, first]
    copy = session.copy_row(first)
    assert session.record.rows("partners") == [second, first, copy]
    assert session.values[f"{copy}.name"] == "Uno"


def test_what_somebody_else_changes_appears_without_touching_what_is_being_typed(qtbot, program, page):
    practice = page.session.practice
    page.session._save_timer.setInterval(60_000)
    page.session.set("title", "Il mio titolo")
    edit(qtbot, program, practice, need="Un altro bisogno.", title="Il suo titolo")
    qtbot.waitUntil(lambda: page.session.values["need"] == "Un altro bisogno.", timeout=LONG)
    assert page.session.values["title"] == "Il mio titolo"
    page.session.flush()
    saved(qtbot, page)
    settle(qtbot, program)
    from seeddesk.services import cataloguing

    found = []
    program.desk.read(page, lambda ws: cataloguing.conflicts(ws, practice), found.append)
    qtbot.waitUntil(lambda: bool(found), timeout=LONG)
    assert [conflict.path for conflict in found[0]] == ["title"]


def test_the_counter_says_in_words_when_a_limit_is_passed(qtbot, page):
    box = page.editor.views[0].box("title")
    page.session.change({"title": "x" * 125})
    assert "5 oltre" in box._counter.text()


def test_quick_shows_only_what_submission_needs(qtbot, page):
    page.show_mode(True)
    view = made(page)
    assert all(box.field.core for box in view.boxes())
    page.show_mode(False)
    assert any(not box.field.core for box in made(page).boxes())


def test_f8_goes_from_gap_to_gap(qtbot, page):
    page.editor.next_gap(1)
    made_whole(page.editor)
    qtbot.wait(60)
    first = page.editor.focused
    page.editor.next_gap(1)
    made_whole(page.editor)
    qtbot.wait(60)
    assert first != page.editor.focused
    assert {first, page.editor.focused} <= {
        *page.session.evaluation.missing,
        *(p.path for p in page.session.evaluation.problems),
    }


def test_submitting_an_unfinished_practice_says_what_is_missing(qtbot, page):
    page.set_status("submitted")
    qtbot.waitUntil(page.banner.isVisible, timeout=LONG)
    assert page.session.values["status"] == "draft"


def test_a_photo_is_kept_and_shown_small(qtbot, program, page, tmp_path):
    from PySide6.QtGui import QColor, QImage

    picture = QImage(64, 48, QImage.Format.Format_RGB32)
    picture.fill(QColor("#336699"))
    file = tmp_path / "orto.png"
    assert picture.save(str(file))
    view = section_of(page, "attachments[].file")
    view.placed.repeats["attachments"].add_row()
    row = page.session.record.rows("attachments")[0]
    box = view.box(f"{row}.file")
    box.input.keep(str(file))
    qtbot.waitUntil(lambda: str(page.session.values.get(f"{row}.file", "")).startswith("sha256:"), timeout=LONG)
    qtbot.waitUntil(lambda: not box.input._picture.isHidden(), timeout=LONG)


def test_closing_the_window_saves_the_last_key(qtbot, start):
    program = start()
    program.window.show_page("practice", "new")
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: bool(page.editor.views), timeout=LONG)
    page.session.set("title", "Ultima parola")
    program.window.close()
    qtbot.waitUntil(lambda: not program.window.isVisible(), timeout=LONG)
    program.close()
    again = start()
    catalogue = again.window.pages["catalogue"]
    qtbot.waitUntil(lambda: catalogue.model.rowCount() == 1, timeout=LONG)
    assert catalogue.model.index(0).data() == "Ultima parola"


def test_a_window_whose_last_words_are_not_saved_does_not_close_by_itself(qtbot, program, page, monkeypatch):
    from seeddesk.services import recording

    def full(*_: object) -> None:
        raise StorageError("disk-full", path="x")

    asked = []
    monkeypatch.setattr(recording, "save", full)
    monkeypatch.setattr(type(program.window), "_gives_up", lambda self: bool(asked.append(1)))
    page.session.set("title", "Ultima parola")
    program.window.close()
    qtbot.waitUntil(page.banner.isVisible, timeout=LONG)
    assert program.window.isVisible()
    program.window.close()
    assert asked == [1]
    assert program.window.isVisible()
    monkeypatch.undo()
    page.session.flush()
    saved(qtbot, page)


def test_another_text_size_keeps_what_is_being_typed(qtbot, program, page):
    practice = page.session.practice
    page.session.set("title", "Appena scritto")
    program.window.text_size(2)
    first = program.window
    qtbot.waitUntil(lambda: program.window is not first and bool(program.window.pages), timeout=LONG)
    session = program.window.pages["practice"].session
    qtbot.waitUntil(
        lambda: session.practice == practice and session.values.get("title") == "Appena scritto", timeout=LONG
    )
