"""The dossier beside the editor: it says what the Word document will say, and follows what is written."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from seeddesk.domain.sheet import Line, Run, Sheet
from seeddesk.gui.editor.sheet_view import MARGIN, SheetView

from .conftest import LONG, opened, record

pytestmark = pytest.mark.gui
ROW = "partners[" + "1" * 32 + "]"


@pytest.fixture
def page(qtbot, program, window):
    """A practice with its preview open, by the key."""
    practice = record(qtbot, program, **{ROW: "a", ROW + ".name": "Ambulanti <b>uniti</b>"})
    window.resize(1280, 800)
    page = opened(qtbot, program, practice)
    page.editor.go_to("title")
    qtbot.waitUntil(lambda: page.editor.focused == "title", timeout=LONG)
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_D, both)
    qtbot.waitUntil(lambda: page.editor.preview.view.pages > 1, timeout=LONG)
    return page


def test_it_says_what_is_written_and_what_is_still_to_be_written(page):
    said = page.editor.preview.view.words
    assert "Orti di comunità" in said
    assert "Nel 2025 vivevano qui 410 persone." in said
    assert "Ambulanti <b>uniti</b>" in said


@pytest.mark.parametrize(
    ("paragraphs", "asked"), [(("",), True), (("", "Eighty people"), False), (("One", "", "two"), False)]
)
def test_only_an_answer_that_is_not_there_is_still_to_be_written(qtbot, qapp, paragraphs, asked):
    view = SheetView()
    qtbot.addWidget(view)
    view.resize(600, 400)
    lines = [Line("text", (Run(words),) if words else (), "need") for words in paragraphs]
    view.show_sheet(
        Sheet((Line("heading2", (Run("Need"),), "need"), *lines, Line("heading2", (Run("Goals"),), "goals")))
    )
    assert any(layout.text() == view.tr("to be written") for layout in view._layouts.values()) is asked


def test_it_follows_the_keys_once_they_stop(qtbot, page):
    title = page.editor.view.box("title").input
    title.setFocus()
    title.end(False)
    with qtbot.waitSignal(page.editor.preview.shown, timeout=LONG):
        qtbot.keyClicks(title, " insieme")
    qtbot.waitUntil(lambda: "Orti di comunità insieme" in page.editor.preview.view.words, timeout=LONG)


def test_the_field_one_is_in_is_marked_and_in_sight(qtbot, page):
    page.editor.go_to("need")
    view = page.editor.preview.view
    qtbot.waitUntil(lambda: view.marked == "need", timeout=LONG)
    top, high = view.place_of("need")
    area = page.editor.preview._area
    assert area.verticalScrollBar().value() <= top < area.verticalScrollBar().value() + area.viewport().height()
    picture = view.grab().toImage()
    bar = picture.pixelColor(
        round((32 + MARGIN - 12) * picture.devicePixelRatio()), round((top + high / 2) * picture.devicePixelRatio())
    )
    assert bar.name() == "#0c6178"


def test_a_cell_of_a_row_is_found_too_and_a_press_goes_to_its_field(qtbot, page):
    view = page.editor.preview.view
    top, _ = view.place_of(f"{ROW}.name")
    qtbot.mouseClick(view, Qt.MouseButton.LeftButton, pos=QPoint(120, top + 6))
    qtbot.waitUntil(lambda: page.editor.focused == f"{ROW}.name", timeout=LONG)


def test_the_sections_fold_while_it_is_open_and_keep_their_names(qtbot, page):
    sections = page.editor.sections
    assert sections.width() < 80
    assert all(row.toolTip() for row in sections._rows if not row.isHidden())
    assert page.editor.stack.width() >= 500
    page._preview.click()
    assert sections.width() > 200
    assert page.editor.preview.isHidden()


def test_a_new_practice_has_one_before_its_first_save(qtbot, program, window, page):
    window.show_page("practice", "new")
    qtbot.waitUntil(lambda: not page.session.recorded, timeout=LONG)
    qtbot.waitUntil(lambda: "Orti di comunità" not in page.editor.preview.view.words, timeout=LONG)
    assert page.editor.preview.view.pages > 1


def test_nothing_is_lost_at_the_foot_of_a_page(qtbot, page):
    view = page.editor.preview.view
    page.session.change({"overview": "\n".join(f"Riga {number}" for number in range(200))})
    page.editor.preview._ask()

    def whole() -> bool:
        return "Riga 199" in view.words

    qtbot.waitUntil(whole, timeout=LONG)
    room = view._page_height - MARGIN
    assert all(y + piece.high <= room for content in view._pages for y, piece in content)
