"""Keys go where they are seen.

Qt gives the focus to whatever asks for it, on whichever page that is. A practice that is read late, a list that arrives while another page is in
front: what somebody types then would go, letter by letter, into an answer nobody sees.
"""

from __future__ import annotations

import shiboken6
from PySide6.QtCore import QObject, QTimer
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

SHOWN = 500  # ms a part of the page in front may take to be shown once it has the focus: a section of the form is made in several turns


class InSight(QObject):
    """Takes the focus back from what is not seen. stack: the pages, one in front."""

    def __init__(self, stack: QStackedWidget) -> None:
        super().__init__(stack)
        self._stack = stack
        self._before: QWidget | None = None  # what was seen and had the focus last
        self._later = QTimer(self, singleShot=True, interval=SHOWN)
        self._later.timeout.connect(self._look)
        app = QApplication.instance()
        assert isinstance(app, QApplication)
        app.focusChanged.connect(self._moved)

    def _moved(self, old: QWidget | None, new: QWidget | None) -> None:
        if new is None or not self._stack.isVisible() or not self._stack.isAncestorOf(new):
            return
        if old is not None and old.isVisible():
            self._before = old
        if not self._stack.currentWidget().isAncestorOf(new):
            self._look()
        elif not new.isVisible():
            self._later.start()

    def _look(self) -> None:
        unseen, before = QApplication.focusWidget(), self._before
        if unseen is None or unseen.isVisible() or not self._stack.isAncestorOf(unseen):
            return
        if before is not None and shiboken6.isValid(before) and before.isVisible() and before.isEnabled():
            before.setFocus()
        else:
            unseen.clearFocus()
