"""The state of a practice: what `merge.fold` makes of its revisions."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from seeddesk.domain.form import Form
from seeddesk.domain.heads import Alone, FieldState, Head, Status
from seeddesk.domain.paths import template_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot, Seen


@dataclass(frozen=True)
class PracticeState:
    """A practice as its revisions make it.

    fields: path -> state, rows and system paths included, sorted by path · hidden: deleted by somebody who had seen everything ·
    deletions: those nobody took back · deletion_conflict: deleted by somebody, edited by somebody else ·
    edits: what a removal that is in conflict had not seen, as (path, head): under ``""`` for the practice, under a row's path for the row ·
    vector: device -> highest counter · revisions: how many · created, updated: lowest and highest time · authors: in order of
    their first revision · form: the id of the form it is shown by (see `versions.form_id`) · form_version: of the latest revision.
    """

    practice: str
    fields: Mapping[str, FieldState]
    hidden: bool
    deletions: tuple[Head, ...]
    deletion_conflict: bool
    edits: Mapping[str, tuple[tuple[str, Head], ...]]
    vector: Mapping[str, int]
    revisions: int
    created: str
    updated: str
    authors: tuple[str, ...]
    form: str
    form_version: str

    @cached_property
    def record(self) -> Record:
        """The displayed values. Do not change it: it is shared."""
        if isinstance(self.fields, Alone):
            return Record(self.fields.displayed)
        return Record({path: field.value for path, field in self.fields.items()})

    @cached_property
    def seen(self) -> Seen:
        """What somebody who opens the practice now has seen: per path the dots whose value is displayed."""
        if isinstance(self.fields, Alone):
            return self.fields.dots
        return {path: field.shown for path, field in self.fields.items() if field.shown}

    @cached_property
    def heads(self) -> Seen:
        """Every head of every path: what a deletion lists."""
        if isinstance(self.fields, Alone):
            return self.fields.dots
        return {path: tuple(head.dot for head in field.heads) for path, field in self.fields.items() if field.heads}

    def all_seen(self, path: str) -> tuple[Dot, ...]:
        """Every head of a path: what somebody deciding a conflict has seen."""
        return self.heads.get(path, ())

    @cached_property
    def conflicts(self) -> tuple[FieldState, ...]:
        """The fields and rows a person must look at: in conflict, or merged and to confirm."""
        if isinstance(self.fields, Alone):
            return ()
        return tuple(field for field in self.fields.values() if field.status is not Status.VALUE)

    def under(self, row: str) -> tuple[str, ...]:
        """The paths of a row's cells and nested rows that have heads."""
        return tuple(path for path in self.fields if path.startswith(row + "."))


def group_of(path: str, form: Form | None) -> tuple[str, ...]:
    """The paths that are saved, shown and decided together with this one, itself included, in the form's order."""
    templates = form.atomic_group(template_of(path)) if form else ()
    if len(templates) < 2:
        return (path,)
    scope, outer = path[: path.rfind("]") + 1], template_of(path).rpartition("]")[0]
    return tuple(scope + template[len(outer) + 1 :] if outer else template for template in templates)
