"""A choice too long for one line."""

import pytest

from seeddesk.gui import theme
from seeddesk.gui.widgets.check import CheckRow

from .conftest import LONG, box

pytestmark = pytest.mark.gui
WORDS = "A service that the municipality runs together with associations, cooperatives and the people who live there"


def test_the_words_of_a_choice_go_on_in_the_next_line(qtbot, ask):
    choices = f"list_name | name | label\nways | one | {WORDS} {WORDS}\nways | two | **Short**"
    editor = ask("type | name | label | appearance\nselect_one ways | way | Way | columns-1", choices)
    long, short = box(editor, "way").input.findChildren(CheckRow)
    assert short.text() == "Short"
    qtbot.waitUntil(lambda: long.height() > short.height() + 8 > 8, timeout=LONG)
    assert long.heightForWidth(10_000) == short.sizeHint().height()


def test_where_words_may_be_cut_the_row_stays_one_line_high(qtbot):
    row = CheckRow(WORDS)
    qtbot.addWidget(row)
    assert not row.hasHeightForWidth()


@pytest.mark.parametrize("factor", [1.0, 2.0])
def test_the_mark_grows_with_the_text(qtbot, qapp, factor):
    theme.apply(qapp, "light", factor)
    try:
        row = CheckRow("")
        qtbot.addWidget(row)
        row.setChecked(True)
        row.resize(300, row.sizeHint().height())
        picture = row.grab().toImage()
        inked = [
            x for x in range(picture.width()) if picture.pixelColor(x, picture.height() // 2) == theme.colour("accent")
        ]
        assert 14 * factor <= max(inked) - min(inked) + 1 <= 16 * factor
    finally:
        theme.apply(qapp, "light")
