"""A choice too long for one line."""

import pytest

from seeddesk.gui.widgets.check import CheckRow

from .conftest import box

pytestmark = pytest.mark.gui
LONG = "A service that the municipality runs together with associations, cooperatives and the people who live there"


def test_the_words_of_a_choice_go_on_in_the_next_line(qtbot, ask):
    choices = f"list_name | name | label\nways | one | {LONG} {LONG}\nways | two | **Short**"
    editor = ask("type | name | label | appearance\nselect_one ways | way | Way | columns-1", choices)
    long, short = box(editor, "way").input.findChildren(CheckRow)
    assert short.text() == "Short"
    qtbot.waitUntil(lambda: long.height() > short.height() + 8 > 8)
    assert long.heightForWidth(10_000) == short.sizeHint().height()


def test_where_words_may_be_cut_the_row_stays_one_line_high(qtbot):
    row = CheckRow(LONG)
    qtbot.addWidget(row)
    assert not row.hasHeightForWidth()
