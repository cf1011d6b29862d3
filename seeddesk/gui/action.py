"""What an action is: one thing a person can do in the window, and where."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

# Where one can be; the help has a page for each, under the same name.
PLACES = (
    "window",
    "catalogue",
    "bin",
    "organisations",
    "changes",
    "editor",
    "interview",
    "merge",
    "conflicts",
    "settings",
)


@dataclass(frozen=True)
class Action:
    """One thing to do. id: stable, ``editor-undo`` · place: one of `PLACES`, ``window`` for everywhere · group: ``practice`` (the one in front),
    ``page`` or ``go`` · words: what it does · does: None when only a widget answers its key · keys: a key sequence, portable, or "" · icon: of Phosphor ·
    reason: why it cannot be done now, "" when it can · bound: whether the window itself listens for the key."""

    id: str
    place: str
    group: str
    words: str
    does: Callable[[], object] | None = None
    keys: str = ""
    icon: str = ""
    reason: str = ""
    bound: bool = False


def place_words(place: str) -> str:
    """What a place is called at the head of its keys."""
    return {
        "window": QCoreApplication.translate("Actions", "Everywhere"),
        "catalogue": QCoreApplication.translate("Actions", "In the catalogue"),
        "bin": QCoreApplication.translate("Actions", "In the recycle bin"),
        "organisations": QCoreApplication.translate("Actions", "Among the organisations"),
        "changes": QCoreApplication.translate("Actions", "Among the changes to several practices"),
        "editor": QCoreApplication.translate("Actions", "In the editor"),
        "interview": QCoreApplication.translate("Actions", "In the interview"),
        "merge": QCoreApplication.translate("Actions", "In the merge of returns"),
        "conflicts": QCoreApplication.translate("Actions", "In the conflicts"),
        "settings": QCoreApplication.translate("Actions", "In the settings"),
    }[place]
