"""Another practice in the pages of the one before: nothing of that stays, and it looks as if it had been opened alone."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit, QPlainTextEdit, QWidget

from seeddesk.domain.values import NOT_KNOWN

from .conftest import LONG, made_whole, opened, record, settle

pytestmark = pytest.mark.gui
PARTNERS = {f"partners[{letter * 32}]": letter for letter in "ab"}
FULL = {
    **PARTNERS,
    **{f"{row}.name": f"Ente {key}" for row, key in PARTNERS.items()},
    "tags": ("cura", "orto"),
    "website": "no address",
    "title_en": NOT_KNOWN,
    "record_language": "it",
    "start": "2021",
    "ongoing": "yes",
    "lead_org.type": "association",
    "lead_org.legal_form": "aps",
    "contact.name": "Ada",
    "policy_area": ("health", "ageing"),
    "esf_objective": ("ESO4.1",),
    "target_groups": ("young",),
    "budget_total": "1000",
    "currency": "EUR",
    "attachments[" + "c" * 32 + "]": "a",
    "attachments[" + "c" * 32 + "].type": "photo",
    "attachments[" + "c" * 32 + "].people": "yes",
}
BARE = {"title": "Taxi di montagna", "need": None, "country": "SI", "lead_org.name": None, "start": "2019-03"}


@pytest.fixture
def page(window):
    return window.pages["practice"]


def go(qtbot, program, page, practice: str, path: str) -> None:
    """To a field of a practice; its section made whole."""
    assert opened(qtbot, program, practice, path) is page
    made_whole(page.editor)
    settle(qtbot, program)


def said(widget: QWidget) -> object:
    """What a widget shows."""
    if isinstance(widget, QPlainTextEdit):
        return widget.toPlainText(), widget.placeholderText()
    if isinstance(widget, QLineEdit):
        return widget.text(), widget.placeholderText(), widget.cursorPosition()
    if isinstance(widget, QAbstractButton):
        return widget.text(), widget.isChecked()
    return widget.text() if isinstance(widget, QLabel) else ""


def looks(page) -> dict[str, object]:
    """Everything on the page in front, by the field it belongs to."""
    placed = page.editor.view.placed
    found: dict[str, object] = {}
    for path, box in placed.boxes.items():
        inside = [(type(w).__name__, said(w)) for w in box.findChildren(QWidget) if w.isVisibleTo(box)]
        found[path] = box.isHidden(), box.touched, sorted(map(str, inside))
    for path, repeat in placed.repeats.items():
        found[path] = [(row, card._title.text(), card.isHidden()) for row, card in repeat.cards.items()]
    return found


@pytest.mark.parametrize(
    "path", ["title", "start", "lead_org.name", "need", "novelty", "budget_total", "attachments[].file", "collected_by"]
)
def test_another_practice_looks_as_if_opened_alone(qtbot, program, page, path):
    first, second = record(qtbot, program, **FULL), record(qtbot, program, **BARE)
    for before, after in ((first, second), (second, first)):
        go(qtbot, program, page, before, path)
        pages = page.editor.view
        go(qtbot, program, page, after, path)
        assert page.editor.view is pages
        switched = looks(page)
        page.editor._drop_views()
        page.editor.show_section(page.editor.section_of(path), focus=True, path=path)
        made_whole(page.editor)
        settle(qtbot, program)
        assert page.editor.view is not pages
        now = looks(page)
        assert [(k, v, now[k]) for k, v in switched.items() if now[k] != v] == []
        assert switched.keys() == now.keys()


def test_what_is_typed_stays_with_the_practice_it_was_typed_for(qtbot, program, page):
    first, second = record(qtbot, program, title="Orti"), record(qtbot, program, title="Taxi")
    go(qtbot, program, page, first, "title")
    title = page.editor.view.box("title").input
    title.end(False)
    qtbot.keyClicks(title, " in centro")
    go(qtbot, program, page, second, "title")
    assert page.editor.view.box("title").input.text() == "Taxi"
    assert page.session.clean
    assert not page.session.can_undo
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert page.editor.view.box("title").input.text() == "Taxi"
    go(qtbot, program, page, first, "title")
    assert page.session.values["title"] == "Orti in centro"


def test_the_caret_is_in_the_field_and_the_page_knows(qtbot, program, page):
    first, second = record(qtbot, program), record(qtbot, program)
    go(qtbot, program, page, first, "title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    go(qtbot, program, page, second, "title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    assert page.editor.view.box("title").isAncestorOf(QApplication.focusWidget())
