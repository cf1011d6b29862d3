"""What rows and messages of the page in front offer as buttons, for the command palette: no registry could name them before they are there.

A widget that is one of many, or comes and goes, says ``OFFERS = True``; its buttons are then found by their accessible names, which
say whose they are. A page's own buttons are actions of the registry.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from seeddesk.gui.action import Action
from seeddesk.gui.widgets.button import Button

ONCE = "offered-"  # how their ids begin: they are nobody's for long, and not remembered

ABOUT = 60  # characters of what a button is about


def offered(page: QWidget) -> list[Action]:
    """The buttons that can be pressed now, as they are read."""
    found = {_words(button): button for button in reversed(_buttons(page))}
    return [
        Action(f"{ONCE}{number}", "window", "page", words, partial(_press, page, words), "", button.icon_name)
        for number, (words, button) in enumerate(reversed(found.items()))
    ]


def is_offered(button: QWidget, page: QWidget) -> bool:
    """Whether it belongs to something that offers its buttons."""
    holder = button.parentWidget()
    while holder is not None and holder is not page:
        if getattr(holder, "OFFERS", False):
            return True
        holder = holder.parentWidget()
    return False


def _buttons(page: QWidget) -> list[Button]:
    return [
        button
        for button in page.findChildren(Button)
        if button.isVisible() and button.isEnabled() and button.accessibleName() and is_offered(button, page)
    ]


def _words(button: Button) -> str:
    """What it does, and what about, where its name alone does not say."""
    name, about = button.accessibleName(), button.accessibleDescription()
    return f"{name} · {about[:ABOUT].rstrip()}…" if len(about) > ABOUT else f"{name} · {about}" if about else name


def _press(page: QWidget, words: str) -> None:
    """Looked for again: the page may have drawn its rows anew meanwhile."""
    button = next((button for button in _buttons(page) if _words(button) == words), None)
    if button is not None:
        button.click()
