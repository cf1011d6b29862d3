"""What the window takes in wherever it is dropped, and whoever wants files for a record leaves to it."""

from __future__ import annotations

from pathlib import Path

_ENDINGS = (".docx", ".csv", ".xlsx", ".seeddesk")


def brought_in(path: Path) -> bool:
    """Whether a file is a dossier, a table or a catalogue, by its name."""
    return path.suffix.lower() in _ENDINGS
