"""The keys the window itself listens for, with the actions they do; a test holds them equal to the registry, which would need every page to say them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

ALWAYS = {"F1": "help"}
WITH_PAGES = {
    "Ctrl+K": "commands",
    "Ctrl+N": "new",
    "Ctrl+F": "search",
    "Ctrl+I": "bring-in",
    "F6": "next-pane",
    "Ctrl++": "larger",
    "Ctrl+=": "larger",  # the same key on keyboards where + needs Shift
    "Ctrl+-": "smaller",
    "Ctrl+0": "usual-size",
    "Ctrl+E": "export",
    "Ctrl+Shift+E": "export-closed",
    "Ctrl+1": "go-catalogue",
    "Ctrl+2": "go-practice",
    "Ctrl+3": "go-merge",
    "Ctrl+4": "go-settings",
}


def listen(window: QWidget, do: Callable[[str], None], pages: bool) -> None:
    """Have a window listen for its keys, in place of those before. do: gets an action's id · pages: whether there are any."""
    for shortcut in window.findChildren(QShortcut, options=Qt.FindChildOption.FindDirectChildrenOnly):
        shortcut.setEnabled(False)
        shortcut.deleteLater()
    for key, name in {**ALWAYS, **(WITH_PAGES if pages else {})}.items():
        QShortcut(QKeySequence(key), window).activated.connect(lambda name=name: do(name))
