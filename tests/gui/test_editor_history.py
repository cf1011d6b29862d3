"""What a field said before, beside the field, and the way back."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from seeddesk.gui.widgets.text import Text

from .conftest import LONG, edit, opened, record

pytestmark = pytest.mark.gui


@pytest.fixture
def page(qtbot, program, window):
    """A practice whose title was changed twice, once by somebody else."""
    practice = record(qtbot, program)
    edit(qtbot, program, practice, title="Orti e altro")
    return opened(qtbot, program, practice)


def ask(qtbot, page):
    """Ctrl H in the title; the texts it shows."""
    page.editor.go_to("title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_H, Qt.KeyboardModifier.ControlModifier)
    found = page.editor.history
    qtbot.waitUntil(found.isVisible, timeout=LONG)
    return [text.text() for text in found._area.widget().findChildren(Text)]


def test_every_value_is_shown_with_who_and_when_the_one_in_force_first(qtbot, page):
    said = ask(qtbot, page)
    assert said.index("Orti e altro") < said.index("Orti di comunità")
    assert "Ada" in said[0]
    assert "oggi" in said[0]
    assert "È quello che dice ora." in said
    assert len(page.editor.history.buttons) == 1


def test_what_is_being_typed_is_part_of_it(qtbot, page):
    page.session.set("title", "Appena scritto")
    assert "Appena scritto" in ask(qtbot, page)


def test_a_value_comes_back_with_enter_is_saved_and_can_be_undone(qtbot, page):
    ask(qtbot, page)
    qtbot.keyClick(page.editor.history.buttons[0], Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.values["title"] == "Orti di comunità", timeout=LONG)
    assert page.editor.history.isHidden()
    assert page.editor.view.box("title").input.text() == "Orti di comunità"
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    page.session.undo()
    assert page.session.values["title"] == "Orti e altro"
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)


def test_esc_leaves_it_and_stays_on_the_page(qtbot, program, page):
    ask(qtbot, page)
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    assert page.editor.history.isHidden()
    assert program.window.current is page


def test_a_field_nobody_wrote_in_says_so(qtbot, page):
    page.editor.go_to("title_en")
    qtbot.waitUntil(lambda: page.editor.focused == "title_en", timeout=LONG)
    page.editor.show_history()
    qtbot.waitUntil(page.editor.history.isVisible, timeout=LONG)
    said = [text.text() for text in page.editor.history._area.widget().findChildren(Text)]
    assert said == ["Qui non è mai stato scritto nulla."]
