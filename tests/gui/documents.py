"""Editing a dossier as a word processor would: other words in its text, everything else as it was."""

from __future__ import annotations

import zipfile
from pathlib import Path


def edit_dossier(source: Path, target: Path, *changes: tuple[str, str]) -> Path:
    """A copy with words replaced in the body. Raises AssertionError for words that are not there."""
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as new:
        for item in old.infolist():
            data = old.read(item)
            if item.filename == "word/document.xml":
                text = data.decode()
                for before, after in changes:
                    assert before in text, before
                    text = text.replace(before, after)
                data = text.encode()
            new.writestr(item, data)
    return target
