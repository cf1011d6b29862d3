"""The palette and the focus of the page behind it: held while it is open, given back where that can be."""

import pytest
import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from seeddesk.gui.widgets.palette import Palette

pytestmark = pytest.mark.gui


@pytest.fixture
def palette(window):
    """The palette, open over the settings, and a line on the page behind that had the focus."""
    window.show_page("settings")
    line = QLineEdit(window.pages["settings"])
    line.show()
    line.setFocus()
    window.show_commands()
    found = window.findChild(Palette)
    assert found.line.hasFocus()
    return found, line


def test_a_page_that_takes_the_focus_late_gets_it_when_the_palette_goes(qtbot, palette, window):
    opened, _ = palette
    author = window.pages["settings"].author
    author.setFocus()
    assert opened.line.hasFocus()
    qtbot.keyClick(opened.line, Qt.Key.Key_Escape)
    assert author.hasFocus()


def test_a_field_that_is_gone_meanwhile_is_no_error(qtbot, palette):
    opened, line = palette
    shiboken6.delete(line)
    qtbot.keyClick(opened.line, Qt.Key.Key_Escape)
    assert not opened.isVisible()
