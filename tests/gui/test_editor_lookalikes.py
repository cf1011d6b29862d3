"""A practice like one that is there is noticed while it is typed, beside the answer, and nothing waits for an answer."""

import pytest
from PySide6.QtCore import Qt

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program, window):
    """A new practice, with one in the catalogue."""
    page = window.pages["practice"]
    page.there = record(qtbot, program)
    window.resize(1280, 800)
    window.show_page("practice", "new")
    qtbot.waitUntil(lambda: bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    return page


def note(page):
    """The note about it; None while there is none."""
    return page.editor.asking.notes.get(("similar", "title"))


def type_title(qtbot, page, title: str) -> None:
    box = page.editor.view.box("title")
    box.focus()
    qtbot.keyClicks(box.input, title)


def press(qtbot, page, words: str) -> None:
    def offered():
        boxes = [box for box in page.editor.view._notes.boxes if not box.isHidden()]
        return [button for box in boxes for button in box.buttons if button.text() == words]

    qtbot.waitUntil(lambda: bool(offered()), timeout=LONG)  # it is shown a little after it is noticed
    button = offered()[0]
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(button, Qt.Key.Key_Return)


def test_a_new_practice_says_what_is_enough_until_it_is_saved(qtbot, page):
    qtbot.waitUntil(lambda: page.editor.view._notes.isVisible(), timeout=LONG)
    assert page.editor.view._notes.boxes[0].plain.text() == "Bastano titolo e luogo per cominciare."
    type_title(qtbot, page, "Tutt'altro")
    qtbot.waitUntil(lambda: ("begin", "title") not in page.editor.asking.notes, timeout=LONG)


def test_it_is_noticed_by_its_title_and_typing_goes_on(qtbot, page):
    type_title(qtbot, page, "Orti di comunita")
    qtbot.waitUntil(lambda: note(page) is not None, timeout=LONG)
    assert "«Orti di comunità»" in note(page).bold
    qtbot.keyClicks(page.editor.view.box("title").input, "!")
    assert page.session.values["title"] == "Orti di comunita!"


def test_continue_says_it_is_another_and_it_is_not_said_again(qtbot, program, page):
    type_title(qtbot, page, "Orti di comunita")
    qtbot.waitUntil(lambda: note(page) is not None, timeout=LONG)
    press(qtbot, page, "Continua")
    assert note(page) is None
    qtbot.keyClicks(page.editor.view.box("title").input, "!")
    qtbot.wait(700)
    settle(qtbot, program)
    assert note(page) is None


def test_link_it_adds_a_relation_that_can_be_undone(qtbot, page):
    type_title(qtbot, page, "Orti di comunita")
    qtbot.waitUntil(lambda: note(page) is not None, timeout=LONG)
    press(qtbot, page, "Collega")
    qtbot.waitUntil(lambda: bool(page.session.record.rows("related")), timeout=LONG)
    assert note(page) is None
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    page.session.undo()
    assert page.session.record.rows("related") == []
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_open_it_goes_there_with_what_was_typed_saved(qtbot, page):
    type_title(qtbot, page, "Orti di comunita")
    qtbot.waitUntil(lambda: note(page) is not None, timeout=LONG)
    press(qtbot, page, "Apri")
    qtbot.waitUntil(lambda: page.session.practice == page.there, timeout=LONG)
    assert page.session.values["title"] == "Orti di comunità"


def test_it_is_said_beside_the_answer_that_gave_it_away(qtbot, program, page):
    record(qtbot, program, title="La posta del mercato", website="https://posta.example/")
    type_title(qtbot, page, "Tutt'altro")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    qtbot.wait(700)
    settle(qtbot, program)
    page.editor.go_to("website")
    qtbot.waitUntil(lambda: page.editor.focused == "website", timeout=LONG)
    qtbot.keyClicks(page.editor.view.box("website").input, "https://posta.example")
    page.editor.go_to("tags")
    there = ("similar", "website")
    qtbot.waitUntil(lambda: there in page.editor.asking.notes, timeout=LONG)
    assert note(page) is None
    qtbot.waitUntil(lambda: any(not box.isHidden() for box in page.editor.view._notes.boxes), timeout=LONG)
    press(qtbot, page, "Continua")
    assert there not in page.editor.asking.notes


def led(page, path):
    """What is said of other practices of its organisation."""
    return page.editor.asking.notes.get(("led", path))


def say_number(qtbot, page, number="01234567897") -> None:
    page.editor.go_to("lead_org.register_id")
    qtbot.waitUntil(lambda: page.editor.focused == "lead_org.register_id", timeout=LONG)
    qtbot.keyClicks(page.editor.view.box("lead_org.register_id").input, number)


def test_the_number_of_an_organisation_names_what_else_it_leads_and_typing_goes_on(qtbot, program, page):
    record(qtbot, program, title="La posta del mercato", lead_org__register_id="01234567897")
    type_title(qtbot, page, "Tutt'altro")
    say_number(qtbot, page)
    there = "lead_org.register_id"
    qtbot.waitUntil(lambda: led(page, there) is not None, timeout=LONG)
    assert "«La posta del mercato»" in led(page, there).bold
    assert note(page) is None
    press(qtbot, page, "Continua")
    assert led(page, there) is None
    page.editor.go_to("title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    qtbot.keyClicks(page.editor.view.box("title").input, "!")
    qtbot.wait(700)
    settle(qtbot, program)
    assert led(page, there) is None
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_one_of_them_is_opened_with_what_was_typed_saved(qtbot, program, page):
    there = record(qtbot, program, title="La posta del mercato", lead_org__register_id="01234567897")
    type_title(qtbot, page, "Tutt'altro")
    say_number(qtbot, page)
    qtbot.waitUntil(lambda: led(page, "lead_org.register_id") is not None, timeout=LONG)
    press(qtbot, page, "Apri «La posta del mercato»")
    qtbot.waitUntil(lambda: page.session.practice == there, timeout=LONG)
    qtbot.wait(700)
    settle(qtbot, program)
    assert led(page, "lead_org.register_id") is None  # it was only opened, to be read


def test_a_practice_that_is_only_read_says_nothing_of_its_organisation(qtbot, program, page):
    record(qtbot, program, title="La posta del mercato", lead_org__register_id="01234567897")
    other = record(qtbot, program, title="Un coro di vicini", lead_org__register_id="01234567897")
    program.window.show_page("practice", other)
    qtbot.waitUntil(lambda: page.session.practice == other, timeout=LONG)
    qtbot.wait(700)
    settle(qtbot, program)
    assert not any(who == "led" for who, _ in page.editor.asking.notes)


def test_who_types_the_number_as_soon_as_a_practice_is_open_is_told_too(qtbot, program, page):
    record(qtbot, program, title="La posta del mercato", lead_org__register_id="01234567897")
    program.window.show_page("practice", page.there)
    qtbot.waitUntil(lambda: page.session.practice == page.there, timeout=LONG)
    page.session.set("lead_org.register_id", "01234567897")
    qtbot.waitUntil(lambda: led(page, "lead_org.register_id") is not None, timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
