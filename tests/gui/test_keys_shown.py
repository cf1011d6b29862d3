"""Keys as they are shown: arrows as on the keyboard, and each beside its own words."""

import pytest

from seeddesk.gui.widgets.bars import Keys
from seeddesk.gui.widgets.button import key_text

pytestmark = pytest.mark.gui


@pytest.mark.parametrize(
    ("key", "shown"), [("Alt+Left", "Alt ←"), ("Alt+Shift+Up", "Alt Shift ↑"), ("Down", "↓"), ("Ctrl++", "Ctrl +")]
)
def test_a_key_is_shown_as_it_stands_on_the_keyboard(qapp, key, shown):
    assert key_text(key) == shown


def test_words_stand_nearer_to_their_key_than_to_the_next_one(qtbot):
    keys = Keys([("Ctrl+U", "not known"), ("F8", "next"), ("F9", "")])
    qtbot.addWidget(keys)
    (ctrl, u, words, f8, more, f9) = keys._parts()
    assert words[3] < f8[3] == f9[3]
    assert ctrl[3] == 0
    assert u[3] < words[3] == more[3] < 10
    assert keys.sizeHint().width() == sum(width + gap for _, _, width, gap in keys._parts())
