"""Keeps Qt's binding from reading the source of every module that is imported after it."""

from __future__ import annotations

import linecache
import sys


def leave_sources_unread() -> None:
    """PySide6 looks in the source text of each module for its own name, to know where ``from __feature__ import snake_case`` may stand, and Python
    keeps all that text: 18 MB and a fifth of the time a start takes. Nothing here spells Qt's names otherwise, so that the answer is known. Where
    a PySide6 has no such function, nothing is changed."""
    features = sys.modules.get("shibokensupport.feature")
    if features is not None and hasattr(features, "_mod_uses_pyside"):
        features._mod_uses_pyside = lambda module: False
        linecache.clearcache()
