"""Notes of an interview, each with the moment its first key was struck, and the interview's clock.

They lie beside the practice in the catalogue, each for itself, so that each is as durable as a save and two people who share a catalogue never
write over one another. They are no answers: no dossier, table or bundle carries them, they are not searched, and no history keeps them. What is
put into a field is from then on an answer like any other.
"""

from __future__ import annotations

import json
import uuid
from collections.abc import Callable
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound
from seeddesk.domain.values import clean_text

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace

_CLOCK = "clock"  # in the place of a note's id


@dataclass(frozen=True, slots=True)
class Note:
    """second: of the interview's clock when the note was begun · at: that moment, ISO 8601 in UTC · text: "" for a bare mark of time ·
    ask: whether something is still to be asked · field: the path of the field it was put into, "" for none."""

    id: str
    second: int
    at: str
    text: str = ""
    ask: bool = False
    field: str = ""


@dataclass(frozen=True, slots=True)
class Interview:
    """notes: in the order of their moments · seconds: what the clock last showed · began: when it first ran, ISO 8601 in UTC, "" for never."""

    notes: tuple[Note, ...] = ()
    seconds: int = 0
    began: str = ""


def notes(ws: Workspace, practice: str) -> Interview:
    """The notes of a practice's interview and its clock. practice: its id, also of a draft that was never saved."""
    with ws.catalogue.read() as view:
        kept = view.notes(_key(practice, ""))
    clock = json.loads(kept.pop(_key(practice, _CLOCK), "{}"))
    found = sorted((Note(**json.loads(text)) for text in kept.values()), key=lambda one: (one.second, one.at, one.id))
    return Interview(tuple(found), int(clock.get("seconds", 0)), str(clock.get("began", "")))


def add(ws: Workspace, practice: str, text: str = "", second: int = 0, at: str = "", ask: bool = False) -> Note:
    """Keep a note; it is durable when this returns. second, at: of its first key; at "" for now. Raises StorageError."""
    note = Note(uuid.uuid4().hex, max(second, 0), at or _now(), clean_text(text), ask)
    put_back(ws, practice, note)
    return note


def put_back(ws: Workspace, practice: str, note: Note) -> None:
    """Keep a note as it is: one that was taken away comes back."""
    with ws.catalogue.write() as tx:
        tx.set_note(_key(practice, note.id), json.dumps(asdict(note), ensure_ascii=False))


def edit(ws: Workspace, practice: str, note: str, text: str) -> Note:
    """Give a note another text; its moment stays. note: its id. Raises NotFound ``desk-no-note``."""
    return _change(ws, practice, note, lambda one: replace(one, text=clean_text(text)))


def flag(ws: Workspace, practice: str, note: str, ask: bool) -> Note:
    """Say of a note whether something is still to be asked. Raises NotFound ``desk-no-note``."""
    return _change(ws, practice, note, lambda one: replace(one, ask=ask))


def placed(ws: Workspace, practice: str, note: str, path: str) -> Note:
    """Say into which field a note was put, "" for none. Raises NotFound ``desk-no-note``."""
    return _change(ws, practice, note, lambda one: replace(one, field=path))


def remove(ws: Workspace, practice: str, note: str) -> Note:
    """Take a note away; `put_back` brings it back. Raises NotFound ``desk-no-note``."""
    return _change(ws, practice, note, None)


def clear(ws: Workspace, practice: str) -> int:
    """Take everything of an interview away, for good: what to do when somebody asks for their words to be erased. Returns how many notes."""
    with ws.catalogue.write() as tx:
        kept = tx.notes(_key(practice, ""))
        for key in kept:
            tx.drop_note(key)
    return len(kept.keys() - {_key(practice, _CLOCK)})


def keep_time(ws: Workspace, practice: str, seconds: int) -> None:
    """Note what the clock shows: every ten seconds or so, when it is paused and on leaving, so that a crash costs no more than that."""
    with ws.catalogue.write() as tx:
        clock = json.loads(tx.note(_key(practice, _CLOCK)) or "{}")
        began = clock.get("began") or _now()
        tx.set_note(_key(practice, _CLOCK), json.dumps({"seconds": max(seconds, 0), "began": began}))


def _change(ws: Workspace, practice: str, note: str, change: Callable[[Note], Note] | None) -> Note:
    key = _key(practice, note)
    with ws.catalogue.write() as tx:
        text = tx.note(key)
        if not text:
            raise NotFound("desk-no-note")
        found = Note(**json.loads(text))
        if change is None:
            tx.drop_note(key)
            return found
        found = change(found)
        tx.set_note(key, json.dumps(asdict(found), ensure_ascii=False))
    return found


def _key(practice: str, note: str) -> str:
    return f"interview {practice} {note}"


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds")
