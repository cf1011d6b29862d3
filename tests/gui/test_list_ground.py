"""What a row of a list stands on says whether it is chosen, under the pointer, or where the keys are."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest

from seeddesk.gui import theme

from .cataloguing import three
from .conftest import LONG


def _ground(catalogue, row, off=4):
    """The colour near the right edge of a row, where nothing is written."""
    rows, rect = catalogue.list, catalogue.list.visualRect(catalogue.model.index(row))
    shown = rows.viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    return shown.pixelColor(QPoint(rect.right() - off, rect.top() + 3)).name()


def test_the_row_under_the_pointer_and_the_one_chosen_stand_out(qtbot, program):
    catalogue = three(qtbot, program)
    rows = catalogue.list
    for row in (0, 1):
        where = rows.visualRect(catalogue.model.index(row)).center()
        QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=where)
    assert [_ground(catalogue, row) for row in (0, 1)].count(theme.colour("sel").name()) == 1
    assert _ground(catalogue, 1) == theme.colour("sel").name()
    QTest.mouseMove(rows.viewport(), rows.visualRect(catalogue.model.index(2)).center())
    qtbot.waitUntil(lambda: _ground(catalogue, 2) == theme.colour("hover").name(), timeout=LONG)
    assert _ground(catalogue, 0) not in (theme.colour("hover").name(), theme.colour("sel").name())
    below = rows.visualRect(catalogue.model.index(catalogue.model.rowCount() - 1)).bottom() + 20
    if below < rows.viewport().height():
        QTest.mouseMove(rows.viewport(), QPoint(40, below))
        qtbot.waitUntil(lambda: _ground(catalogue, 2) == _ground(catalogue, 0), timeout=LONG)
    rows.setFocus()
    QTest.keyClick(rows, Qt.Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert _ground(catalogue, 0, off=0) == theme.colour("accent").name()
    assert _ground(catalogue, 1) == theme.colour("sel").name()
