"""Saved searches: a name for what was typed in the search box. They belong to the catalogue, for whoever opens it next, and are no revisions."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Changes
from seeddesk.domain.errors import NotFound, UsageError
from seeddesk.domain.query import fold_text

if TYPE_CHECKING:
    from seeddesk.services.workspace import Workspace
    from seeddesk.storage.transaction import Transaction
    from seeddesk.storage.view import View

_NOTE = "searches"


@dataclass(frozen=True, slots=True)
class SavedSearch:
    """A name and the text of the search box it stands for; sort: see `Query.sort`."""

    name: str
    text: str
    sort: str = ""


def every(ws: Workspace) -> list[SavedSearch]:
    """All saved searches, in their order."""
    with ws.catalogue.read() as view:
        return _kept(view)


def save(ws: Workspace, name: str, text: str, sort: str = "") -> Changes:
    """Keep a search; one of the same name is replaced where it stands. Raises UsageError ``search-unnamed``."""
    made = SavedSearch(_named(name), text, sort)
    with ws.catalogue.write() as tx:
        kept = _kept(tx)
        same = [number for number, one in enumerate(kept) if _key(one.name) == _key(made.name)]
        if same:
            kept[same[0]] = made
        else:
            kept.append(made)
        _keep(tx, kept)
    return Changes(settings=True)


def rename(ws: Workspace, name: str, new: str) -> Changes:
    """Give a search another name. Raises NotFound ``search-unknown``, UsageError ``search-unnamed`` or ``search-name-taken``."""
    new = _named(new)
    with ws.catalogue.write() as tx:
        kept = _kept(tx)
        at = _place(kept, name)
        if any(_key(one.name) == _key(new) for number, one in enumerate(kept) if number != at):
            raise UsageError("search-name-taken", name=new)
        kept[at] = SavedSearch(new, kept[at].text, kept[at].sort)
        _keep(tx, kept)
    return Changes(settings=True)


def delete(ws: Workspace, name: str) -> Changes:
    """Forget a search. Raises NotFound ``search-unknown``."""
    with ws.catalogue.write() as tx:
        kept = _kept(tx)
        del kept[_place(kept, name)]
        _keep(tx, kept)
    return Changes(settings=True)


def move(ws: Workspace, name: str, to: int) -> Changes:
    """Put a search at another place of the order, counted from 0; beyond the end is the end. Raises NotFound ``search-unknown``."""
    with ws.catalogue.write() as tx:
        kept = _kept(tx)
        one = kept.pop(_place(kept, name))
        kept.insert(max(to, 0), one)
        _keep(tx, kept)
    return Changes(settings=True)


def _kept(view: View) -> list[SavedSearch]:
    return [SavedSearch(one["name"], one["text"], one["sort"]) for one in json.loads(view.note(_NOTE) or "[]")]


def _keep(tx: Transaction, kept: Sequence[SavedSearch]) -> None:
    said = [{"name": one.name, "text": one.text, "sort": one.sort} for one in kept]
    tx.set_note(_NOTE, json.dumps(said, ensure_ascii=False))


def _named(name: str) -> str:
    found = " ".join(name.split())
    if not found:
        raise UsageError("search-unnamed")
    return found


def _place(kept: Sequence[SavedSearch], name: str) -> int:
    for number, one in enumerate(kept):
        if _key(one.name) == _key(name):
            return number
    raise NotFound("search-unknown", name=name)


def _key(name: str) -> str:
    return fold_text(" ".join(name.split()))
