"""Several forms in one catalogue, seen in the window: taken in, made main, tried out, and practices that outlive the form they were recorded with."""

from __future__ import annotations

import tempfile
import time
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from seeddesk.gui import passing
from seeddesk.gui.editor import time_spent
from seeddesk.services import form_tools, forms

from ..support.forms import write_sheets
from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui
CHOICES = "list_name | name | label\nfruit | fig | Fig"
SURVEY = """
type | name | label | parameters
audit | audit | |
text | title | Title |
text | place | Place |
select_one fruit | fruit | Fruit |
"""


def settings_of(version: str) -> str:
    return f"form_id | form_title | version | name\nevents | Events | {version} | data"


def workbook(folder: Path, survey: str, version: str = "1") -> Path:
    """A form as people send it: a workbook."""
    sheets = write_sheets(folder / version, survey, CHOICES, settings_of(version))
    out = folder / f"events-{version}.xlsx"
    form_tools.export(form_tools.load(sheets), "xlsx", out)
    return out


@pytest.fixture
def forms_page(qtbot, program, window):
    """The forms tab of the settings."""
    window.show_page("settings", "forms")
    settle(qtbot, program)
    page = window.pages["settings"].forms
    qtbot.waitUntil(lambda: bool(page.rows), timeout=LONG)
    return page


def take(qtbot, program, page, path) -> None:
    before = page.banner.words
    page.take(path)
    qtbot.waitUntil(lambda: page.banner.words not in (before, "") and page.add.isEnabled(), timeout=LONG)
    settle(qtbot, program)


def opened(qtbot, program, what):
    """The editor on a practice, or on a new one."""
    program.window.show_page("practice", what)
    page = program.window.pages["practice"]
    qtbot.waitUntil(lambda: bool(page.editor.views), timeout=LONG)
    settle(qtbot, program)
    return page


def test_a_form_is_taken_in_from_a_workbook_and_made_the_main_form(qtbot, program, forms_page, tmp_path):
    take(qtbot, program, forms_page, workbook(tmp_path, SURVEY))
    qtbot.waitUntil(lambda: len(forms_page.rows) == 2, timeout=LONG)
    row = next(row for row in forms_page.rows if row.known.id == "events")
    qtbot.mouseClick(row.buttons["main"], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: forms_page.rows[0].known.id == "events" and forms_page.rows[0].known.main, timeout=LONG)
    page = opened(qtbot, program, "new")
    assert page.session.form.id == "events"


def test_a_broken_form_is_refused_with_sheet_row_and_column(qtbot, program, forms_page, tmp_path):
    sheets = write_sheets(
        tmp_path / "broken", "type | name | label | relevant\ntext | a | A | nosuch(1)", CHOICES, settings_of("1")
    )
    take(qtbot, program, forms_page, sheets)
    assert forms_page.remarks.rows
    said = " ".join(label.accessibleName() for label in (row.said for row in forms_page.remarks.rows))
    assert "2" in said
    assert "relevant" in said
    assert {row.known.id for row in forms_page.rows} != {"events"}
    assert not any(row.known.id == "events" for row in forms_page.rows)


def test_practices_of_two_forms_are_recorded_each_by_its_own(qtbot, program, window, tmp_path):
    program.desk.write(window, lambda ws: forms.add(ws, workbook(tmp_path, SURVEY)))
    settle(qtbot, program)
    page = opened(qtbot, program, "new events")
    assert page.session.form.id == "events"
    qtbot.keyClicks(page.editor.view.box("title").input, "Festa")
    page.session.flush()
    qtbot.waitUntil(lambda: page.session.clean and page.session.recorded, timeout=LONG)
    event = page.session.practice
    garden = record(qtbot, program)
    page = opened(qtbot, program, garden)
    qtbot.waitUntil(lambda: page.session.practice == garden, timeout=LONG)
    assert page.session.form.id != "events"
    window.show_page("practice", event)
    qtbot.waitUntil(lambda: page.session.practice == event, timeout=LONG)
    assert page.session.form.id == "events"
    window.show_page("catalogue")
    settle(qtbot, program)
    facet = window.pages["catalogue"].facets._groups["@form"]
    qtbot.waitUntil(lambda: len(facet._rows) == 2, timeout=LONG)


def test_switching_the_form_of_a_practice_keeps_every_answer_in_a_last_section(qtbot, program, window, tmp_path):
    program.desk.write(window, lambda ws: forms.add(ws, workbook(tmp_path, SURVEY)))
    settle(qtbot, program)
    garden = record(qtbot, program)
    page = opened(qtbot, program, garden)
    page.use_form("events")
    qtbot.waitUntil(lambda: page.session.form.id == "events", timeout=LONG)
    settle(qtbot, program)
    assert page.session.values["title"] == "Orti di comunità"
    texts = {one.path: one.value for one in page.session.leftovers}
    assert texts["need"].startswith("Gli anziani")
    page.editor.show_section(len(page.session.form.sections))
    view = page.editor.views[len(page.session.form.sections)]
    assert any("Gli anziani" in value.text() for value in view.values)
    qtbot.mouseClick(view.copy, Qt.MouseButton.LeftButton)
    assert "Gli anziani" in QGuiApplication.clipboard().text()


def test_leaving_a_practice_notes_the_time_spent_where_the_form_asks_for_it(
    qtbot, program, window, tmp_path, monkeypatch
):
    program.desk.write(window, lambda ws: forms.add(ws, workbook(tmp_path, SURVEY)))
    settle(qtbot, program)
    page = opened(qtbot, program, "new events")
    title = page.editor.view.box("title")
    title.focus()
    now = time.monotonic()
    monkeypatch.setattr(time_spent, "time", SimpleNamespace(monotonic=lambda: now))  # it stands still
    page.session.time_spent._since = now - 35
    qtbot.keyClicks(title.input, "Festa")
    page.session.time_spent._since -= 400  # away: a minute counts
    window.show_page("catalogue")
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    logs = [field.template for field in page.session.form.fields.values() if field.kind.value == "log"]
    entry = page.session.values[logs[0]]
    assert isinstance(entry, tuple)
    assert entry[0].split(" ", 1)[1] == "title=95"


def test_a_new_version_shows_the_practice_that_is_open(qtbot, program, window, tmp_path):
    program.desk.write(window, lambda ws: forms.add(ws, workbook(tmp_path, SURVEY)))
    settle(qtbot, program)
    page = opened(qtbot, program, "new events")
    qtbot.keyClicks(page.editor.view.box("title").input, "Festa")
    page.session.flush()
    qtbot.waitUntil(lambda: page.session.clean, timeout=LONG)
    second = workbook(tmp_path, SURVEY.replace("text | place | Place |", "text | hall | Hall |"), "2")
    program.desk.write(window, lambda ws: forms.add(ws, second))
    qtbot.waitUntil(lambda: "hall" in page.session.form.fields, timeout=LONG)
    assert page.session.values["title"] == "Festa"


def test_trying_a_form_of_the_catalogue_out_leaves_nothing_behind(qtbot, forms_page, monkeypatch):
    made: list[Path] = []
    make = tempfile.mkdtemp
    monkeypatch.setattr(
        tempfile, "mkdtemp", lambda *how, **more: made.append(Path(make(*how, **more))) or str(made[-1])
    )
    (row,) = forms_page.rows
    row.buttons["preview"].click()
    qtbot.waitUntil(lambda: bool(forms_page._previews), timeout=LONG)
    (preview,) = forms_page._previews
    qtbot.waitUntil(lambda: preview.editor is not None and bool(preview.editor.views), timeout=LONG)
    preview.close()
    ours = passing.new_folder().parent  # goes with the program
    assert made
    assert [one for one in made if one.is_dir() and ours not in (one, *one.parents)] == []


def test_the_quality_of_a_form_is_a_table_to_sort(qtbot, program, window, forms_page):
    record(qtbot, program)
    qtbot.waitUntil(lambda: forms_page.rows[0].known.practices == 1, timeout=LONG)
    qtbot.mouseClick(forms_page.rows[0].buttons["quality"], Qt.MouseButton.LeftButton)
    table = forms_page.quality.table
    qtbot.waitUntil(lambda: not table.isHidden() and table.model().rowCount() > 50, timeout=LONG)
    table.sortByColumn(2, Qt.SortOrder.DescendingOrder)
    assert table.model().index(0, 2).data() == "100 %"
    assert table.model().index(table.model().rowCount() - 1, 2).data() in ("0 %", "–")


def test_opening_and_leaving_a_practice_changes_nothing(qtbot, program, window):
    garden = record(qtbot, program)
    page = opened(qtbot, program, garden)
    qtbot.waitUntil(lambda: page.session.practice == garden, timeout=LONG)
    assert page.session.clean
    window.show_page("catalogue")
    settle(qtbot, program)
    assert page.session.clean
    entries = []
    from seeddesk.services import cataloguing

    program.desk.read(window, lambda ws: {entry.time for entry in cataloguing.history(ws, garden)}, entries.append)
    qtbot.waitUntil(lambda: bool(entries), timeout=LONG)
    assert len(entries[0]) == 1
