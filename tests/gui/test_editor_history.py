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


def erase(qtbot, page):
    """From the history of the title to the question whether it is to be erased."""
    ask(qtbot, page)
    page.editor.history.erase.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.keyClick(page.editor.history.erase, Qt.Key.Key_Return)
    return page.editor.history._area.widget()


def test_what_a_field_ever_said_is_erased_after_it_was_said_what_that_means(qtbot, page, window):
    page.session.set("title", "Scritto da Ida")
    asked = erase(qtbot, page)
    said = " ".join(text.text() for text in asked.findChildren(Text))
    assert "«Titolo»" in said
    assert "copie di sicurezza" in said
    assert "Non si può annullare" in said
    assert asked.no.hasFocus()
    asked.reason.setText("Lo ha chiesto lei")
    qtbot.keyClick(asked.sure, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: page.session.values.get("title") is None and bool(page.editor.views), timeout=LONG)
    qtbot.waitUntil(lambda: not page.session.can_undo, timeout=LONG)  # nor does undo know it any more
    assert page.editor.view.box("title").input.text() == ""
    assert "Titolo" in window.toast.findChild(Text).text()
    again = ask(qtbot, page)
    assert not any("Ida" in words or "Orti" in words for words in again)
    assert again.count("cancellato: Lo ha chiesto lei") == 3
    assert not page.editor.history._erasable(())


def test_leaving_it_erases_nothing_and_gives_the_focus_back(qtbot, page):
    asked = erase(qtbot, page)
    qtbot.keyClick(asked.no, Qt.Key.Key_Return)
    assert page.editor.history.isHidden()
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    assert page.session.values["title"] == "Orti e altro"


def test_a_reason_is_needed(qtbot, page):
    asked = erase(qtbot, page)
    asked.reason.setText("  ")
    assert not asked.sure.isEnabled()
    page.editor.history.leave()


def test_the_palette_leads_to_the_question(qtbot, page, window):
    page.editor.go_to("title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    next(action for action in window.actions_known.all() if action.id == "editor-erase").does()
    qtbot.waitUntil(page.editor.history.isVisible, timeout=LONG)
    assert page.editor.history._area.widget().no.hasFocus()
    page.editor.history.leave()


def test_a_field_that_never_said_anything_and_one_that_is_worked_out_offer_no_erasing(qtbot, page):
    for path in ("title_en", "unit_cost"):
        page.editor.history.erase_next()
        page.editor.history.ask(path, path)
        qtbot.waitUntil(page.editor.history.isVisible, timeout=LONG)
        assert not [text for text in page.editor.history.findChildren(Text) if "per sempre" in text.text()]
        page.editor.history.leave()


def test_undo_knows_no_way_back_to_what_was_erased_though_the_field_was_empty_already(qtbot, page):
    page.session.change({"status_note": "Lo dice Ida"})
    page.session.flush()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    page.session.change({"status_note": None})
    page.editor.history.erase_next()
    page.editor.history.ask("status_note", "Stato attuale")
    qtbot.waitUntil(page.editor.history.isVisible, timeout=LONG)
    page.editor.history._area.widget().sure.click()
    qtbot.waitUntil(lambda: not page.session.can_undo, timeout=LONG)
    page.session.undo()
    assert not page.session.values.get("status_note")
