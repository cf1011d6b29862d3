"""Keys go where they are seen."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from .conftest import LONG, record

pytestmark = pytest.mark.gui


def test_a_page_behind_does_not_take_the_focus(qtbot, program, window):
    record(qtbot, program)
    window.show_page("merge")
    window.show_page("catalogue")
    box = window.pages["catalogue"].box
    qtbot.waitUntil(box.hasFocus, timeout=LONG)
    window.pages["merge"].returns.choose.setFocus()
    assert box.hasFocus()


def test_what_is_shown_late_on_the_page_in_front_keeps_the_focus(qtbot, program, window):
    record(qtbot, program)
    window.show_page("merge")
    returns = window.pages["merge"].returns
    returns.hide()
    returns.choose.setFocus()
    returns.show()
    qtbot.wait(600)
    assert returns.choose.hasFocus()


def test_the_focus_goes_with_the_palette_that_had_it(qtbot, program, window):
    record(qtbot, program)
    if (focused := QApplication.focusWidget()) is not None:
        focused.clearFocus()
    qtbot.keyClick(window, Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window._commanding is not None, timeout=LONG)
    palette = window._commanding.palette
    qtbot.waitUntil(palette.line.hasFocus, timeout=LONG)
    qtbot.mouseClick(palette, Qt.MouseButton.LeftButton, pos=QPoint(3, palette.height() - 3))
    assert not palette.isVisible()
    focused = QApplication.focusWidget()
    assert focused is None or focused.isVisible()
