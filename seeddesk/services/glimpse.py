"""What a window shows of a catalogue while it is being opened: its first lines, and the form they are shown by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from seeddesk.domain.errors import UserError
from seeddesk.domain.form import Form
from seeddesk.domain.listing import PracticeRow
from seeddesk.services.form_cache import read_packed
from seeddesk.services.settings import load, where


@dataclass(frozen=True, slots=True)
class Glimpse:
    """form: the one the open catalogue will have, the same object, if nobody changes it meanwhile · rows: the practices changed last."""

    form: Form
    rows: tuple[PracticeRow, ...]


def glimpse(limit: int, location: str = "") -> Glimpse | None:
    """The first lines of the catalogue that would be opened; None where that has to be opened first."""
    from seeddesk.storage.glance import glance

    try:
        place = where(location or None, load())
        found = None if "://" in place else glance(Path(place), limit)
        return None if found is None else Glimpse(read_packed(found.form), found.rows)
    except UserError:
        return None  # opening it says why
