"""Which forms a catalogue keeps, which version of each is in use, and which form new practices get. Kept as a note in the catalogue.

A newer SeedDesk brings a newer version of the practice form. It comes into use where the one before it, also SeedDesk's own, was in use; a
version the centre put in use stays in use until the centre chooses another, and an older SeedDesk never takes a newer version out of use.
"""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from seeddesk.domain.form import Form

if TYPE_CHECKING:
    from seeddesk.storage.transaction import Transaction
    from seeddesk.storage.view import View

NOTE = "forms"
_FIRST_NOTE = "form"  # of catalogues with one form: "id version"


@dataclass(frozen=True, slots=True)
class Shelf:
    """main: the id of the form new practices get · use: form id -> version in use · shipped: the version of SeedDesk's own form that was
    last brought along · known: (id, version) of every form, in the order they came."""

    main: str = ""
    use: Mapping[str, str] = field(default_factory=dict)
    shipped: str = ""
    known: tuple[tuple[str, str], ...] = ()

    @classmethod
    def read(cls, view: View) -> Shelf:
        """The shelf of a catalogue; an empty one in a new catalogue."""
        text = view.note(NOTE)
        if text:
            data = json.loads(text)
            known = tuple((str(form_id), str(version)) for form_id, version in data["known"])
            return cls(str(data["main"]), dict(data["use"]), str(data["shipped"]), known)
        form_id, _, version = view.note(_FIRST_NOTE).partition(" ")
        if not form_id:
            return cls()
        known = tuple(one for one in view.forms() if one != (form_id, version))
        return cls(form_id, {form_id: version}, version, (*known, (form_id, version)))

    def write(self, tx: Transaction) -> None:
        """Keep it, inside the caller's transaction."""
        data = {"main": self.main, "use": dict(self.use), "shipped": self.shipped, "known": self.known}
        tx.set_note(NOTE, json.dumps(data, ensure_ascii=False))

    def with_form(self, form: Form, use: bool) -> Shelf:
        """With a form added, and in use when `use`, or when no version of it is."""
        known = tuple(dict.fromkeys([*self.known, (form.id, form.version)]))
        chosen = {**self.use, form.id: form.version} if use or form.id not in self.use else self.use
        return replace(self, main=self.main or form.id, use=chosen, known=known)

    def with_shipped(self, form: Form) -> Shelf:
        """With the form this SeedDesk brings."""
        before = self.use.get(form.id)
        follows = before is None or (before == self.shipped and not newer(before, form.version))
        shipped = form.version if follows or not newer(self.shipped, form.version) else self.shipped
        return replace(self.with_form(form, follows), shipped=shipped)

    def versions(self, form_id: str) -> tuple[str, ...]:
        """The known versions of a form, the one in use first, then the latest that came."""
        every = [version for known, version in reversed(self.known) if known == form_id]
        return tuple(dict.fromkeys([*([self.use[form_id]] if form_id in self.use else []), *every]))


def newer(version: str, other: str) -> bool:
    """Whether a version comes after another: numbers in it count as numbers."""
    return _order(version) > _order(other)


def _order(version: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdecimal() else (-1, part) for part in re.findall(r"\d+|[^\d\W_]+", version)]
