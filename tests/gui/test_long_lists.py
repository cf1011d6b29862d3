"""A list that is scrolled far down goes on as fast as at its beginning."""

import sys

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from seeddesk.gui.models.lines import Line, LineDelegate, LinesModel
from seeddesk.gui.pages.practice_list import PracticeList

pytestmark = pytest.mark.gui
HERE, MORE = 20_000, 200


@pytest.fixture
def shown(qtbot):
    """A list of many rows, scrolled to the last."""
    owner = QObject()
    model = LinesModel(str, lambda thing: Line(str(thing)), lambda: None, owner)
    view = PracticeList()
    qtbot.addWidget(view)
    view.setItemDelegate(LineDelegate(view))
    view.setModel(model)
    view.resize(400, 600)
    view.show()
    model.show(range(HERE), more=True)
    view.scrollToBottom()
    QApplication.processEvents()
    yield view, model
    view.setModel(None)


def steps_in_python(work) -> int:
    """How many functions of Python are called."""
    calls = 0

    def count(_frame, event, _what) -> None:
        nonlocal calls
        calls += event == "call"

    sys.setprofile(count)
    try:
        work()
        QApplication.processEvents()
    finally:
        sys.setprofile(None)
    return calls


def test_rows_that_come_cost_what_they_are_and_not_what_is_there_already(shown):
    _, model = shown
    calls = steps_in_python(lambda: model.add(range(HERE, HERE + MORE), more=True))
    assert model.rowCount() == HERE + MORE
    assert calls < 20 * MORE


def test_every_row_has_its_line_and_is_found_again(shown):
    _, model = shown
    model.add([HERE - 1, HERE, HERE + 1], more=False)  # one of them was here already
    assert model.rowCount() == HERE + 2
    assert [model.index(row).data() for row in (0, HERE - 1, HERE + 1)] == ["0", str(HERE - 1), str(HERE + 1)]
    assert [model.row_of(str(thing)) for thing in (0, HERE + 1, HERE + 2)] == [0, HERE + 1, -1]
    assert model.key(HERE + 1) == str(HERE + 1)
    model.show(range(3), more=False)
    assert model.rowCount() == 3
    assert model.row_of(str(HERE)) == -1


def test_a_row_is_chosen_and_not_written_in(shown):
    view, model = shown
    assert not view.edit(model.index(0), view.EditTrigger.AllEditTriggers, None)
    view.setCurrentIndex(model.index(7))
    assert [index.row() for index in view.selectionModel().selectedIndexes()] == [7]
