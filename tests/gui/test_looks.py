"""What stands in line on a page, what a page says where there is nothing, and what it says beside a field that waits for a decision."""

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QAbstractButton, QScrollArea, QWidget
from shiboken6 import isValid

from seeddesk.gui import names
from seeddesk.gui.editor.columns import TwoColumns
from seeddesk.gui.models.reports import OUTCOMES
from seeddesk.gui.pages.outcome_strip import OutcomeStrip
from seeddesk.gui.widgets.button import Button, Look
from seeddesk.gui.widgets.flow import Flow
from seeddesk.gui.widgets.waiting import Waiting
from seeddesk.services import cataloguing, recording

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui


def opened(qtbot, program, practice, path):
    page = program.window.pages["practice"]
    program.window.show_page("practice", (practice, path))
    qtbot.waitUntil(lambda: page.editor.view is not None and page.editor.view.box(path) is not None, timeout=LONG)
    qtbot.waitUntil(lambda: page.editor.view.whole, timeout=LONG)
    settle(qtbot, program)
    return page


def keys_said(program) -> str:
    return program.window.current.status._keys.accessibleName()


class Question(QWidget):
    """A stand-in for a field: so many pixels of words above its input."""

    def __init__(self, words: int) -> None:
        super().__init__()
        self.words = words
        self.setFixedHeight(words + 40)

    def lead(self, width: int) -> int:
        return self.words


def test_inputs_side_by_side_stand_on_one_line_however_long_their_labels(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    layout = TwoColumns(page)
    short, long, below = Question(20), Question(37), Question(20)
    for each in (short, long, below):
        layout.place(each, half=True)
    page.resize(640, 400)
    page.show()
    assert short.y() + short.words == long.y() + long.words
    assert below.y() >= long.y() + long.height()


def test_a_link_stands_flush_with_the_text_above_it_and_a_plain_button_does_not():
    link, plain = Button("Aggiungi", Look.LINK), Button("Aggiungi", Look.PLAIN)
    words = link.fontMetrics().horizontalAdvance("Aggiungi")
    assert link.sizeHint().width() - words <= 2
    assert plain.sizeHint().width() - words >= 2 * 16


def test_a_page_with_nothing_on_it_names_no_keys_but_the_one_that_finds_all(qtbot, program):
    window = program.window
    for name in ("catalogue", "practice", "merge", "organisations", "bin"):
        window.show_page(name)
        settle(qtbot, program)
        assert keys_said(program).startswith("Ctrl K"), name
    window.pages["merge"].show_tab("conflicts")
    settle(qtbot, program)
    assert keys_said(program).startswith("Ctrl K")
    record(qtbot, program)
    window.show_page("catalogue")
    settle(qtbot, program)
    assert "Ctrl E" in keys_said(program)


def test_every_page_with_nothing_on_it_leads_on(qtbot, program, monkeypatch):
    window, merge = program.window, program.window.pages["merge"]
    window.show_page("practice")
    settle(qtbot, program)
    ways = [button for button in window.current.findChildren(Button) if button.isVisible() and button.text()]
    assert len(ways) == 2
    qtbot.mouseClick(ways[1], Qt.MouseButton.LeftButton)
    assert window.current is window.pages["catalogue"]
    window.show_page("merge")
    settle(qtbot, program)
    assert merge.returns.choose.hasFocus()
    merge.show_tab("conflicts")
    asked = []
    monkeypatch.setattr(merge.returns, "choose_files", lambda: asked.append(True))
    qtbot.mouseClick(merge.conflicts.bring, Qt.MouseButton.LeftButton)
    assert asked


@pytest.fixture
def undecided(qtbot, program):
    """Two people said different numbers of volunteers."""
    practice = record(qtbot, program)

    def both(ws):
        drafts = [recording.open_draft(ws, practice) for _ in range(2)]
        return [recording.save(ws, draft, {"volunteers": n})[1] for draft, n in zip(drafts, ("14", "19"), strict=True)][
            -1
        ]

    program.desk.write(program.window, both)
    settle(qtbot, program)
    return practice


def notes(page, path):
    return [note for note in page.editor.asking.notes_of(path) if note.icon == "arrows-split"]


def test_a_field_in_conflict_says_so_beside_it_and_leads_to_the_decision(qtbot, program, undecided):
    page = opened(qtbot, program, undecided, "volunteers")
    qtbot.waitUntil(lambda: bool(notes(page, "volunteers")), timeout=LONG)
    assert not notes(page, "need")
    shown = [box for box in page.editor.view._notes.boxes if box.isVisible() and box.buttons]
    qtbot.waitUntil(lambda: any(box.note in notes(page, "volunteers") for box in shown), timeout=LONG)
    qtbot.mouseClick(shown[0].buttons[0], Qt.MouseButton.LeftButton)
    merge = program.window.pages["merge"]
    qtbot.waitUntil(lambda: merge.conflicts._current is not None, timeout=LONG)
    assert program.window.current is merge
    assert merge.conflicts._current.path == "volunteers"


def test_once_it_is_decided_the_field_says_nothing(qtbot, program, undecided):
    page = opened(qtbot, program, undecided, "volunteers")
    qtbot.waitUntil(lambda: bool(notes(page, "volunteers")), timeout=LONG)
    program.desk.write(program.window, lambda ws: cataloguing.resolve(ws, undecided, "volunteers", take="A"))
    qtbot.waitUntil(lambda: not notes(page, "volunteers"), timeout=LONG)


def test_notes_stand_beside_the_fields_after_the_window_grew(qtbot, program):
    program.window.resize(1280, 800)
    page = program.window.pages["practice"]
    program.window.show_page("practice", "new")
    qtbot.waitUntil(lambda: page.editor.view is not None and page.editor.view.whole, timeout=LONG)
    settle(qtbot, program)
    view = page.editor.view
    program.window.resize(1920, 1080)
    view._place_notes()  # before anything else was laid out
    assert view._notes.x() >= view._form.mapTo(view._page, QPoint(view._form.width(), 0)).x()


def test_the_ground_says_that_a_catalogue_is_being_opened_only_when_that_takes_a_moment(qtbot):
    ground = Waiting()
    qtbot.addWidget(ground)
    ground.show()
    assert ground.words == ""
    qtbot.waitUntil(lambda: "catalog" in ground.accessibleName(), timeout=LONG)
    ground.hide()
    assert ground.words == ""


def test_the_ring_of_a_button_flush_with_the_edge_is_not_cut(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    holder = QWidget(page)
    holder.setGeometry(20, 20, 200, 40)
    button = Button("Aggiungi", Look.LINK, parent=holder)
    button.move(200 - button.sizeHint().width(), 0)
    button.resize(button.sizeHint())
    page.resize(400, 200)
    page.show()
    button.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    ring = button._ring
    assert ring.parentWidget().rect().contains(ring.geometry())
    holder.move(30, 60)
    assert ring.mapTo(page, QPoint(4, 4)) == button.mapTo(page, QPoint(0, 0))


def test_the_ring_of_a_button_goes_with_it_though_nobody_told_it_that_it_loses_the_focus(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    area = QScrollArea(page)
    area.setGeometry(20, 20, 300, 100)
    holder = QWidget()
    holder.resize(280, 80)
    button = Button("Aggiungi", Look.LINK, parent=holder)
    button.resize(button.sizeHint())
    area.setWidget(holder)
    page.show()
    button.focusInEvent(QFocusEvent(QEvent.Type.FocusIn, Qt.FocusReason.TabFocusReason))
    ring = button._ring
    assert not holder.isAncestorOf(ring)  # flush with the edge: it stands further out
    area.setWidget(QWidget())  # Qt deletes what was in it at once
    page.resize(500, 300)
    area.resize(310, 110)
    qtbot.waitUntil(lambda: not isValid(ring), timeout=LONG)


def test_what_is_hidden_leaves_no_gap_in_a_line(qtbot):
    page = QWidget()
    qtbot.addWidget(page)
    line = Flow(page)
    hidden, seen = Button("Apri"), Button("Copia")
    for each in (hidden, seen):
        line.addWidget(each)
    page.resize(300, 100)
    page.show()
    before = seen.x()
    hidden.hide()
    line.activate()
    assert before > 0
    assert seen.x() == 0


def test_outcomes_that_do_not_fit_in_one_line_stand_in_two(qtbot):
    strip = OutcomeStrip(dict.fromkeys(("", *OUTCOMES), "In conflitto"))
    qtbot.addWidget(strip)
    for width, several in ((4000, False), (400, True)):
        strip.resize(width, strip.heightForWidth(width))
        strip.show()
        cells = strip.findChildren(QAbstractButton)
        assert len(cells) > 4
        assert all(strip.rect().contains(cell.geometry()) for cell in cells)
        assert all(cell.width() >= cell.sizeHint().width() for cell in cells)
        assert (len({cell.y() for cell in cells}) > 1) == several


def test_every_route_a_value_came_by_is_said_in_words(qtbot, program):
    for kind in ("typed", "table a.csv", "base a.docx", "resolved", "calculated", "many", "back"):
        assert names.origin(kind) != kind, kind
