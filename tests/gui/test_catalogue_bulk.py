"""Many practices at once: chosen in the list, changed after a look at what would change, and taken back in one step."""

import pytest
from PySide6.QtCore import Qt

from seeddesk.domain.errors import UsageError
from seeddesk.gui.pages import plan_view
from seeddesk.services import cataloguing, forms, recording

from ..support.forms import write_sheets
from .cataloguing import search, three, titles
from .conftest import CHOICES, LONG, edit, settle

pytestmark = pytest.mark.gui


@pytest.fixture
def catalogue(qtbot, program):
    """Three practices, two countries."""
    return three(qtbot, program)


def choose_all(qtbot, program, page) -> None:
    """Ctrl A in the list."""
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    settle(qtbot, program)
    assert page.many.shown


def planned(qtbot, page) -> None:
    """Wait for the preview."""
    qtbot.waitUntil(lambda: page.bulk.plan is not None, timeout=LONG)


def press(qtbot, program, page) -> None:
    """The one loud button."""
    assert page.bulk.go.isEnabled()
    page.bulk.go.click()
    settle(qtbot, program)
    qtbot.waitUntil(lambda: not page.many.shown, timeout=LONG)
    settle(qtbot, program)


def values(program, path: str) -> list[object]:
    """What every practice says at a path."""
    ws = program.desk.workspace
    return [cataloguing.show(ws, row.id).record.get(path) for row in cataloguing.list_practices(ws).rows]


def test_one_practice_is_read_and_several_have_a_pane_of_their_own(qtbot, program, catalogue):
    assert not catalogue.many.shown
    catalogue.list.setFocus()
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Home)
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert catalogue.bulk.title.text() == "2 pratiche scelte"
    assert catalogue.bulk.said.text().startswith("Scegli che cosa cambiare")
    assert catalogue.bulk.go.text() == "Cambia"
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Space)
    assert not catalogue.many.shown
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Space)
    assert catalogue.many.shown
    qtbot.keyClick(catalogue.list, Qt.Key.Key_Escape)
    assert not catalogue.many.shown


def test_a_field_of_many_is_set_after_a_preview_and_taken_back_at_once(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    pane = catalogue.bulk
    pane.fields.setCurrentIndex(pane.fields.findData("lead_org.name"))
    qtbot.keyClicks(pane.input, "Consorzio")
    qtbot.keyClick(pane.input, Qt.Key.Key_Tab)
    qtbot.wait(250)
    planned(qtbot, catalogue)
    assert "Associazione L'Orto → Consorzio" in pane.preview.toPlainText()
    assert pane.go.text() == "Cambia 3 pratiche"
    press(qtbot, program, catalogue)
    assert values(program, "lead_org.name") == ["Consorzio"] * 3
    catalogue.take_back()
    settle(qtbot, program)
    settle(qtbot, program)
    assert values(program, "lead_org.name") == ["Associazione L'Orto"] * 3


def test_a_long_preview_is_written_out_a_little_in_each_turn_and_an_end_of_it_ends_with_it(
    qtbot, program, catalogue, monkeypatch
):
    """Three hundred lines at once held a key up."""
    monkeypatch.setattr("seeddesk.gui.pages.plan_view.PART", 1)
    monkeypatch.setattr("seeddesk.gui.pages.plan_view.SHOWN", 2)
    choose_all(qtbot, program, catalogue)
    pane = catalogue.bulk
    first = []
    shown = pane._show_plan
    pane._show_plan = lambda plan: (shown(plan), first.append(pane.preview.toPlainText()))
    pane.show_kind("delete")
    planned(qtbot, catalogue)
    assert first[0].count("→") == 1
    qtbot.waitUntil(lambda: pane.preview.toPlainText().endswith("e un'altra"), timeout=LONG)
    assert pane.preview.toPlainText().count("→") == 2
    pane._show_plan(plan_view.prepare(pane.plan))
    pane._refused(UsageError("bulk-row"))
    qtbot.wait(100)
    assert pane.preview.toPlainText() == ""


def test_what_is_so_already_is_said_and_not_counted(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    pane = catalogue.bulk
    pane.fields.setCurrentIndex(pane.fields.findData("country"))
    pane._take("SI")
    planned(qtbot, catalogue)
    assert pane.said.text() == "Cambierebbero 2 pratiche · 1 è già così"


def test_keywords_are_added(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    catalogue.bulk.show_kind("tags")
    qtbot.keyClicks(catalogue.bulk.add.line, "orti")
    qtbot.keyClick(catalogue.bulk.add.line, Qt.Key.Key_Return)
    planned(qtbot, catalogue)
    press(qtbot, program, catalogue)
    assert values(program, "tags") == [("orti",)] * 3


def test_a_step_the_workflow_forbids_is_refused_with_its_reason(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    pane = catalogue.bulk
    pane.show_kind("status")
    pane.statuses.setCurrentIndex(pane.statuses.findData("published"))
    planned(qtbot, catalogue)
    assert not pane.go.isEnabled()
    assert pane.plan.count("refused") == 3
    pane.statuses.setCurrentIndex(pane.statuses.findData("archived"))
    planned(qtbot, catalogue)
    press(qtbot, program, catalogue)
    assert values(program, "status") == ["archived"] * 3


def test_many_are_deleted_and_restored_from_the_bin(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    catalogue.bulk.show_kind("delete")
    planned(qtbot, catalogue)
    press(qtbot, program, catalogue)
    assert program.window.toast.offer == "3 pratiche eliminate"
    assert titles(catalogue) == set()
    assert not catalogue.empty.bin.isHidden()  # nothing is left in the list: the way to the bin stands there
    catalogue.empty.bin.click()
    settle(qtbot, program)
    page = program.window.pages["bin"]
    page.list.setFocus()
    qtbot.keyClick(page.list, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert page.restore.text() == "Ripristina 3 pratiche"
    page.all.setFocus()
    qtbot.keyClick(page.all, Qt.Key.Key_Space)
    settle(qtbot, program)
    qtbot.keyClick(program.app.focusWidget(), Qt.Key.Key_Escape)  # the buttons went, and took the focus to the rail
    settle(qtbot, program)
    assert len(titles(catalogue)) == 3


def test_when_all_are_chosen_the_next_key_says_what_to_do_to_them(qtbot, program, catalogue):
    """The button went, and the focus to the one that leaves: Enter once more ended the choice."""
    choose_all(qtbot, program, catalogue)
    pane = catalogue.bulk
    pane.show_ids(pane.ids[:2], 3)
    pane.all.setFocus()
    qtbot.keyClick(pane.all, Qt.Key.Key_Space)
    settle(qtbot, program)
    assert pane.title.text() == "3 pratiche scelte"
    assert pane.kind.isAncestorOf(program.app.focusWidget())


def test_somebody_elses_save_leaves_the_choice_and_another_search_ends_it(qtbot, program, catalogue):
    choose_all(qtbot, program, catalogue)
    chosen = set(catalogue.bulk.ids)
    edit(qtbot, program, catalogue.bulk.ids[-1], title="Altro titolo")
    assert catalogue.many.shown
    assert set(catalogue.bulk.ids) == chosen
    assert len(catalogue.list.selectionModel().selectedIndexes()) == 3
    search(qtbot, program, catalogue, "orti")
    assert not catalogue.many.shown


def test_dossiers_of_many_are_written(qtbot, program, catalogue, tmp_path, monkeypatch):
    monkeypatch.setattr("seeddesk.gui.pages.exporting.dossier_folder", lambda: tmp_path)
    choose_all(qtbot, program, catalogue)
    catalogue.bulk.exported.emit(catalogue.bulk.ids, "dossiers")
    qtbot.waitUntil(lambda: len(list(tmp_path.glob("*.docx"))) == 3, timeout=LONG)
    qtbot.waitUntil(lambda: "3" in catalogue.banner.words, timeout=LONG)


EVENT = """
type | name | label
text | title | Title
select_one fruit | fruit | Fruit
"""
EVENT_SETTINGS = """
form_id | version | name | form_title
event | 1 | event | Event
"""


def test_practices_of_another_form_are_offered_its_questions(qtbot, program, catalogue, tmp_path):
    page, ws = catalogue, program.desk.workspace
    sheets = write_sheets(tmp_path / "event", EVENT, CHOICES, EVENT_SETTINGS)
    made = []

    def add(ws):
        changes = forms.add(ws, sheets)[2]
        made.extend(recording.start(ws, {"title": f"Festa {n}"}, form="event")[0] for n in range(2))
        return changes

    program.desk.write(program.window, add)
    qtbot.waitUntil(lambda: len(made) == 2, timeout=LONG)
    settle(qtbot, program)
    page = program.window.pages["catalogue"]
    search(qtbot, program, page, "Festa")
    choose_all(qtbot, program, page)
    pane = page.bulk
    qtbot.waitUntil(lambda: pane.form.id == "event", timeout=LONG)
    assert [pane.fields.itemText(n) for n in range(1, pane.fields.count())] == ["Title", "Fruit"]
    pane.fields.setCurrentIndex(2)
    pane.input.edited.emit("fig")
    planned(qtbot, page)
    press(qtbot, program, page)
    assert {cataloguing.show(ws, practice).record.get("fruit") for practice in made} == {"fig"}
    search(qtbot, program, page, "")
    choose_all(qtbot, program, page)
    qtbot.waitUntil(lambda: pane.form.id != "event", timeout=LONG)
    assert pane.fields.count() > 20
