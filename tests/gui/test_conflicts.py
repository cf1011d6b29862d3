"""Conflicts of more than one field: what is decided together is shown together, and a row is shown with what stands in it."""

import pytest
from PySide6.QtCore import Qt

from seeddesk.gui.widgets.diff_text import DiffText
from seeddesk.services import cataloguing, recording

from .conftest import LONG, record, settle

pytestmark = pytest.mark.gui
ROW = "partners[0123456789abcdef0123456789abcdef]"


def part_ways(qtbot, program, practice, *edits):
    """Two people open the same practice and save different things; the conflict in front."""

    def both(ws):
        drafts = [recording.open_draft(ws, practice) for _ in edits]
        return [recording.save(ws, draft, edit)[1] for draft, edit in zip(drafts, edits, strict=True)]

    program.desk.write(program.window, both)
    settle(qtbot, program)
    page = program.window.pages["merge"]
    program.window.show_page("merge", ("conflicts", practice))
    qtbot.waitUntil(lambda: page.conflicts._current is not None, timeout=LONG)
    settle(qtbot, program)
    return page.conflicts


def texts(conflicts) -> list[str]:
    return [text.toPlainText() for text in conflicts.view.findChildren(DiffText)]


def kept(program, practice) -> dict:
    shown = cataloguing.show(program.desk.workspace, practice)
    assert not shown.conflicts
    return dict(shown.record.values)


@pytest.fixture
def group(qtbot, program):
    """Ten people in 2021 became eleven for one, and 2022 for another."""
    practice = record(qtbot, program, targeted_count="10", targeted_year="2021")
    page = part_ways(qtbot, program, practice, {"targeted_count": "11"}, {"targeted_year": "2022"})
    page.practice = practice
    return page


def test_every_version_of_a_group_shows_all_its_members(group):
    shown = [text for text in texts(group) if "2022" in text or "2021" in text]
    assert any("11" in text and "2021" in text for text in shown)
    assert any("10" in text and "2022" in text for text in shown)


def test_a_version_of_a_group_is_kept_whole(qtbot, program, group):
    other = next(version for version in group._current.versions if "2022" in version.together.values())
    qtbot.keyClick(group.queue, getattr(Qt.Key, f"Key_{other.letter}"))
    group.flush()
    settle(qtbot, program)
    values = kept(program, group.practice)
    assert (values["targeted_count"], values["targeted_year"]) == ("10", "2022")


def test_one_member_of_a_group_is_not_edited_past_the_others(qtbot, group):
    assert not group.modify.isVisible()
    qtbot.keyClick(group.queue, Qt.Key.Key_E)
    assert group.view.editing is None


def test_a_row_in_conflict_is_shown_with_what_stands_in_it(qtbot, program):
    practice = record(qtbot, program)
    start = {ROW: "a", f"{ROW}.name": "Cooperativa Sole", f"{ROW}.contribution": "Il furgone"}
    program.desk.write(program.window, lambda ws: recording.save(ws, recording.open_draft(ws, practice), start))
    settle(qtbot, program)
    page = part_ways(qtbot, program, practice, {ROW: None}, {f"{ROW}.contribution": "Il camion"})
    assert page._current.kind == "row"
    qtbot.waitUntil(
        lambda: any("Cooperativa Sole" in text and "Il camion" in text for text in texts(page)), timeout=LONG
    )
