"""What a worker reads to open a practice: everything the window's thread should not wait for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.form import Form
from seeddesk.domain.practice import Draft
from seeddesk.domain.record import Record
from seeddesk.gui.editor.leftovers import Leftover, leftovers

if TYPE_CHECKING:
    from seeddesk.domain.logic import Logic
    from seeddesk.domain.logic.live import Live
    from seeddesk.services.workspace import Workspace


@dataclass(frozen=True)
class Opened:
    """A practice, with its form at work."""

    draft: Draft
    form: Form
    live: Live
    leftovers: tuple[Leftover, ...]


def read(ws: Workspace, practice: str) -> Opened:
    """Open a practice that is in the catalogue. Raises NotFound."""
    from seeddesk.services import recording

    draft = recording.open_draft(ws, practice)
    form = ws.form_of(draft)
    return opened(draft, form, ws.logic_of(form), leftovers(ws, form, draft.values))


def opened(draft: Draft, form: Form, logic: Logic, others: tuple[Leftover, ...] = ()) -> Opened:
    """A draft, opened by its form."""
    return Opened(draft, form, logic.live(Record(dict(draft.values)), new=draft.new), others)
