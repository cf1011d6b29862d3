"""What an import adds to the catalogue: revisions, made once for what is new and never for what is known. A rehearsal only pretends.

Idempotence by meaning: a changed path is known when some revision gave that path that value having seen the same dots. So the same
dossier, a re-saved copy of it, or the same table in another format adds nothing the second time.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.domain.basics import basic
from seeddesk.domain.dossier import Base
from seeddesk.domain.errors import NotFound
from seeddesk.domain.form import Form
from seeddesk.domain.heads import same
from seeddesk.domain.leaving import BROUGHT, brought, hidden
from seeddesk.domain.merge import distinct
from seeddesk.domain.paths import is_row, rows_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot, Revision, Seen
from seeddesk.domain.state import PracticeState, group_of
from seeddesk.domain.values import Value
from seeddesk.domain.versions import Reading, base_as_named, current
from seeddesk.services.comparing import Before, Comparison
from seeddesk.services.recording import following
from seeddesk.services.workspace import Workspace

if TYPE_CHECKING:
    from seeddesk.storage.transaction import Transaction
    from seeddesk.storage.view import View

REHEARSED = "rehearsal"  # the device of revisions that are never written


@dataclass(frozen=True, slots=True)
class Arrival:
    """What a document brings for one practice.

    origin: by which route (``dossier <name>``, ``table <name>``) · author: of what no other author is named for · form_id, form_version:
    of the form it was read by · defaults: what a practice that is new here starts with.
    """

    practice: str
    comparison: Comparison
    origin: str
    author: str
    form_id: str
    form_version: str
    defaults: Callable[[], Mapping[str, Value]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """status: ``new``, ``updated``, ``unchanged`` or ``conflict`` · changed: paths that were set · conflicts: those of them that now
    wait for a person."""

    status: str
    changed: frozenset[str]
    conflicts: frozenset[str]
    record: Record

    def change(self, path: str, change: str) -> str:
        """What a report calls the change a document makes to a path: nothing, when it was made before."""
        if path in self.conflicts:
            return "conflict"
        return change if path in self.changed or change in ("absent", "kept") else "unchanged"


class Ledger:
    """One import's work. `transaction` None: a rehearsal, which reads and pretends."""

    def __init__(self, workspace: Workspace, view: View, transaction: Transaction | None) -> None:
        self.workspace = workspace
        self.practices: set[str] = set()
        self._view = view
        self._transaction = transaction
        self._pending: dict[str, list[Revision]] = {}
        self._held: dict[str, list[Revision]] = {}
        self._fresh: set[str] = set()  # practices nobody here knew before this import
        self._brought: dict[str, frozenset[str]] = {}  # practice -> paths whose base came along and is not reported yet
        self._pretended = 0

    def load(self, practices: set[str]) -> None:
        """Read the revisions of many practices at once."""
        wanted = sorted(practices - self._held.keys())
        self._held.update({practice: [] for practice in wanted} | self._view.revisions_of(wanted))

    def revisions(self, practice: str) -> list[Revision]:
        """All revisions of a practice, those of this import included. Empty for a practice that is not here."""
        if practice not in self._held:
            self._held[practice] = self._view.revisions(practice)
        return self._held[practice] + self._pending.get(practice, [])

    def find(self, name: str) -> str | None:
        """A practice by UUID or human code, one that this import has just made included; None when it is not here."""
        if name in self._pending or self._held.get(name):
            return name
        try:
            return self._view.find(name)
        except NotFound:
            return next(
                (
                    practice
                    for practice, made in self._pending.items()
                    if any(name in (one.set.get("code"), one.set.get("@code")) for one in made)
                ),
                None,
            )

    def of_blank(self, serial: str) -> list[str]:
        """The practices that were made of a blank, those of this import included."""
        made = [
            practice
            for practice, revisions in self._pending.items()
            if any(path.startswith("@blank[") and one.set[path] == serial for one in revisions for path in one.set)
        ]
        return list(dict.fromkeys([*self._view.with_facet("@blank", serial), *made]))

    def code(self, practice: str) -> str:
        """The human code of a practice."""
        state = self.workspace.fold(self.revisions(practice))
        return basic(state.record, "code", self.workspace.form_of(state))

    def form(self, practice: str, form_id: str = "") -> Form:
        """The form a practice is shown by; form_id: of what brings it, when it is new here."""
        revisions = self.revisions(practice)
        return self.workspace.form_of_revisions(revisions) if revisions else self.workspace.form_named(form_id)

    def reading(self, practice: str, form: Form) -> Reading:
        """The revisions of a practice as its form names them now."""
        return Reading(distinct(self.revisions(practice)), form)

    def _every_name(self, practice: str, form: Form) -> list[Revision]:
        """The revisions as named now, and again as stored where that is otherwise: of two values that went by one name, the older has its own."""
        named = self.reading(practice, form).log
        return [*named.values(), *(one for one in self.revisions(practice) if named[one.dot] is not one)]

    def keep(self, data: bytes) -> str:
        """Keep a file's bytes; their sha256."""
        if self._transaction is not None:
            return self._transaction.put_attachment(data)
        return hashlib.sha256(data).hexdigest()

    def write(self) -> Sequence[Revision]:
        """Append what was made so far, and say what that was."""
        made = [revision for revisions in self._pending.values() for revision in revisions]
        if self._transaction is None:
            return ()
        self._transaction.append(made)
        self._pending.clear()
        self._held.clear()
        return made

    def contradicts(self, base: Base) -> bool:
        """Whether a base gives a revision that is here another value than it has: a copy of this catalogue's file was written on as well.

        What either makes from then on must have dots of its own: this catalogue goes on as another device.
        """
        said = {  # whatever the name: a version between may have given it one that this form no longer follows
            one.dot: [_bare(value) for value in one.set.values()]
            for one in self.revisions(base.practice)
            if not one.digests  # of what was erased nothing is left to compare
        }
        twice = {
            dots[0].device
            for path, dots in base.seen.items()
            if path in base.values
            and len(dots) == 1
            and _bare(base.values[path]) not in said.get(dots[0], [_bare(base.values[path])])
        }
        if self._transaction is not None and self._transaction.device in twice:
            self._transaction.new_device()
        return bool(twice)

    def before(self, base: Base, name: str, author: str) -> Before:
        """What the author of a dossier had before them. Values of its base that never came here come along now, restated as a revision.

        A restated value has seen what the original had been shown as, and later restatements know which catalogue's past they cover; so
        the next dossier of that other catalogue follows on this one instead of contradicting it.
        """
        form = self.form(base.practice, base.form)
        base = base_as_named(base, self.reading(base.practice, form), form)
        here = self._every_name(base.practice, form)
        if not here:
            self._fresh.add(base.practice)
        restated = [revision for revision in here if BROUGHT in revision.seen]
        dots_here = {revision.dot for revision in here}
        news: dict[str, Value] = {}
        for path, dots in base.seen.items():
            if path in base.values and not dots_here.union(_represented(restated, path)).issuperset(dots):
                value = base.values[path]
                if not any(
                    path in other.set
                    and _older_or_same(value, dots, path, other, base.vector, path not in hidden(other, form))
                    for other in restated
                ):
                    news[path] = value
        if news:
            seen = {path: (*base.seen[path], *_covered(restated, path, base)) for path in news}
            for writer, paths in _by_author(news, base.authors, author, form):
                removed = tuple(path + "." for path in paths if is_row(path) and news[path] is None)
                cells = {
                    path: (*dots, *_covered(restated, path, base))
                    for path, dots in base.seen.items()
                    if removed and path.startswith(removed) and path not in base.values
                }
                made = self._add(
                    base.practice,
                    writer,
                    f"base {name}",
                    {path: news[path] for path in paths},
                    {**{path: seen[path] for path in paths}, **cells, **brought(base)},
                    base.form,
                    base.form_version,
                )
                restated.append(made)
            self._brought[base.practice] = frozenset(news)
        seen = (
            {path: (*dots, *_covered(restated, path, base)) for path, dots in base.seen.items()}
            if restated
            else dict(base.seen)
        )
        return Before(base.practice, base.values, seen)

    def enter(self, arrival: Arrival) -> Outcome:
        """Take in what a document changes."""
        form = self.form(arrival.practice, arrival.form_id)
        here = self._every_name(arrival.practice, form)
        found = arrival.comparison
        new = not here or arrival.practice in self._fresh
        self._fresh.discard(arrival.practice)
        brought = self._brought.pop(arrival.practice, frozenset())
        changes = self._unknown(found, here, form)
        if new:
            missing = {
                path: value
                for path, value in arrival.defaults().items()
                if not any(path in revision.set for revision in here)
            }
            changes = {**missing, **changes}
        for author, paths in _by_author(changes, found.authors, arrival.author, form):
            seen = {path: found.seen[path] for path in paths if found.seen.get(path)}
            removed = tuple(path + "." for path in paths if is_row(path) and changes[path] is None)
            cells = {
                path: dots
                for path, dots in found.seen.items()
                if removed and path.startswith(removed) and path not in found.set
            }
            values = {path: changes[path] for path in paths}
            self._add(
                arrival.practice,
                author,
                arrival.origin,
                values,
                {**seen, **cells},
                arrival.form_id,
                arrival.form_version,
            )
        changed = frozenset(changes) | brought
        if not changed:
            return Outcome("unchanged", changed, changed, self.workspace.fold(self.revisions(arrival.practice)).record)
        state = self._calculate(arrival)
        touched = {member for path in changed for member in (*group_of(path, form), *rows_of(path))}
        waiting = frozenset(field.path for field in state.conflicts) & touched
        status = "conflict" if waiting or (state.deletion_conflict and not new) else "new" if new else "updated"
        return Outcome(status, changed, waiting, state.record)

    def _unknown(self, found: Comparison, here: list[Revision], form: Form) -> dict[str, Value]:
        """The changes nobody made yet; of an atomic group all or none."""
        restated = {revision.dot for revision in here if BROUGHT in revision.seen}
        known = {path for path in found.set if any(_says(revision, path, found, restated) for revision in here)}
        return {
            path: value
            for path, value in found.set.items()
            if not all(member in known for member in group_of(path, form) if member in found.set)
        }

    def _calculate(self, arrival: Arrival) -> PracticeState:
        """Answers that follow from others follow at once, also where two people's changes meet."""
        state = self.workspace.fold(self.revisions(arrival.practice))
        differing = following(self.workspace, state, self.workspace.form_of(state), {})
        if not differing:
            return state
        seen = {path: state.all_seen(path) for path in differing if state.all_seen(path)}
        self._add(
            arrival.practice, arrival.author, "calculated", differing, seen, arrival.form_id, arrival.form_version
        )
        return self.workspace.fold(self.revisions(arrival.practice))

    def _add(
        self,
        practice: str,
        author: str,
        origin: str,
        values: Mapping[str, Value],
        seen: Seen,
        form_id: str,
        form_version: str,
    ) -> Revision:
        if self._transaction is None:
            self._pretended += 1
            dot, time = Dot(REHEARSED, self._pretended), f"9999-{self._pretended:08d}"
        else:
            dot, time = self._transaction.next_dot(), self._transaction.clock()
        made = Revision(dot, practice, author, time, form_id, form_version, dict(values), dict(seen), origin)
        self._pending.setdefault(practice, []).append(made)
        self.practices.add(practice)
        return made


def _says(revision: Revision, path: str, found: Comparison, restated: set[Dot]) -> bool:
    """Whether a revision gave a path the value a document gives it, having seen what the document's author had."""
    if path not in revision.set or same(revision.set[path]) != same(found.set[path]):
        return False
    return set(revision.seen.get(path, ())) - restated == set(found.seen.get(path, ())) - restated


def _bare(value: Value) -> Value:
    """A value to compare across versions of a form: where one answer became one of several, it says the same."""
    return value[0] if isinstance(value, tuple) and len(value) == 1 else same(value)


def _covered(restated: list[Revision], path: str, base: Base) -> tuple[Dot, ...]:
    """The restatements of a path whose original the base's author had had before them."""
    return tuple(
        revision.dot
        for revision in restated
        if path in revision.set
        and all(
            dot in base.seen.get(path, ()) or (path not in base.apart and dot.counter <= base.vector.get(dot.device, 0))
            for dot in _originals(revision, path, restated)
        )
    )


def _represented(restated: list[Revision], path: str) -> set[Dot]:
    """What never came here itself but was in a base that did."""
    return {dot for revision in restated if path in revision.set for dot in revision.seen.get(path, ())}


def _originals(revision: Revision, path: str, restated: list[Revision]) -> set[Dot]:
    return set(revision.seen.get(path, ())) - {other.dot for other in restated}


def _older_or_same(
    value: Value, dots: tuple[Dot, ...], path: str, other: Revision, vector: Mapping[str, int], alone: bool
) -> bool:
    """Whether an earlier restatement says this already, or was made by somebody who had replaced it knowingly.

    alone: whether its base showed every version it had of the path; else this may be the one it did not show.
    """
    if same(other.set[path]) == same(value) and set(dots) <= set(other.seen.get(path, ())):
        return True
    if not alone:
        return False
    theirs = {dot.device: dot.counter for dot in other.seen[BROUGHT]}
    newer = any(dot.counter > vector.get(dot.device, 0) for dot in other.seen.get(path, ()) if dot.device in theirs)
    return newer and all(dot.counter <= theirs.get(dot.device, 0) for dot in dots)


def _by_author(
    changes: Mapping[str, Value], known: Mapping[str, str], default: str, form: Form
) -> Iterator[tuple[str, list[str]]]:
    """(author, paths) for each revision to make. A value that goes by the name of another one now has a revision of its own, so that both are heads."""
    authors: dict[str, list[str]] = {}
    for path in changes:
        writer = known.get(path) or default
        if current(path, form) in changes and current(path, form) != path:
            yield writer, [path]
        else:
            authors.setdefault(writer, []).append(path)
    yield from authors.items()
