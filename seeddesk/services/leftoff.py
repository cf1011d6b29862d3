"""Where a person was writing: kept with each autosave, so that the caret is there again after a crash or the next day. It travels nowhere."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.errors import NotFound

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace

_KEY = "left off"


@dataclass(frozen=True, slots=True)
class Place:
    """practice: its id · path: of the field · position: characters before the caret."""

    practice: str
    path: str
    position: int


def keep(ws: Workspace, place: Place) -> None:
    """Note where somebody writes. Raises StorageError."""
    with ws.catalogue.write() as tx:
        tx.set_note(_KEY, json.dumps(asdict(place)))


def forget(ws: Workspace) -> None:
    """They turned to something else."""
    with ws.catalogue.write() as tx:
        tx.drop_note(_KEY)


def last(ws: Workspace) -> Place | None:
    """Where it was; None when nobody was writing, or the practice is gone."""
    with ws.catalogue.read() as view:
        text = view.note(_KEY)
        if not text:
            return None
        place = Place(**json.loads(text))
        try:
            view.row(place.practice)
        except NotFound:
            return None
        return place
