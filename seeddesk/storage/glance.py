"""The first lines of a catalogue before it is open: read with the standard library alone, so that a window shows them while the rest is loaded."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from dataclasses import dataclass, fields
from pathlib import Path

from seeddesk.domain.listing import PracticeRow

APPLICATION_ID, VERSION = 0x53656544, 3  # as in `schema`; a test holds them equal


@dataclass(frozen=True, slots=True)
class Glance:
    """rows: the practices changed last, as the list shows them first · form: the column of the form they are shown by, packed."""

    rows: tuple[PracticeRow, ...]
    form: bytes


def glance(path: Path, limit: int) -> Glance | None:
    """None for whatever is not a plain catalogue of this schema with a form in it, and for all that opening it in earnest has something to say
    about: it is opened next in any case. Without a row where nothing was ever recorded; where all is deleted or merged, None."""
    beside = Path(f"{path}-journal")
    if not path.is_file() or (beside.exists() and beside.stat().st_size):
        return None
    try:
        with contextlib.closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=0.1)) as asked:
            return _read(asked, limit)
    except (sqlite3.Error, ValueError, KeyError, TypeError, OSError):
        return None


def _read(asked: sqlite3.Connection, limit: int) -> Glance | None:
    if asked.execute("PRAGMA application_id").fetchone() != (APPLICATION_ID,):
        return None
    if asked.execute("PRAGMA user_version").fetchone() != (VERSION,):
        return None
    asked.execute("BEGIN")
    shelf = json.loads(asked.execute("SELECT value FROM meta WHERE key = 'forms'").fetchone()[0])
    named = str(shelf["main"]), str(shelf["use"][shelf["main"]])
    form = asked.execute("SELECT xform FROM form WHERE id = ? AND version = ?", named).fetchone()
    columns = ", ".join(field.name for field in fields(PracticeRow))
    rows = asked.execute(
        f"SELECT {columns} FROM practice WHERE hidden = 0 ORDER BY updated DESC, number DESC LIMIT ?", (limit,)
    ).fetchall()
    if not form or (not rows and asked.execute("SELECT 1 FROM practice LIMIT 1").fetchone()):
        return None
    return Glance(tuple(PracticeRow(*row) for row in rows), bytes(form[0]))
