"""Whether a catalogue is whole: pages, references, every revision's hash, and that what is derived says what the revisions say."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from seeddesk.domain.errors import StorageError
from seeddesk.domain.revision import Dot, Revision
from seeddesk.storage import attachments, listing, search
from seeddesk.storage.codec import unpack_form, unpack_revision
from seeddesk.storage.projection import Project
from seeddesk.storage.schema import conflict, facet, form, practice, quarantine, revision
from seeddesk.storage.view import View, chunks


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: a message code with its arguments. repairable: making the derived tables anew cures it."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    repairable: bool = False


def dots(view: View) -> dict[Dot, str]:
    """dot -> sha256 of every revision."""
    asked = select(revision.c.device, revision.c.counter, revision.c.sha256)
    return {Dot(name, counter): sha256 for name, counter, sha256 in view.connection.execute(asked)}


def digest(view: View) -> str:
    """A sha256 that is equal exactly when two catalogues hold the same revisions."""
    total = hashlib.sha256()
    for dot, sha256 in sorted(dots(view).items()):
        total.update(f"{dot} {sha256}\n".encode())
    return total.hexdigest()


def pages(connection: Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with its own file; PostgreSQL looks after its own pages."""
    if connection.dialect.name != "sqlite":
        return
    for (reason,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if reason != "ok":
            yield Finding("check-pages", {"reason": str(reason).partition("\n")[0]})
    for row in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        yield Finding("check-reference", {"table": row[0], "row": row[1]}, repairable=row[0] in ("facet", "conflict"))


def index(tx: View) -> Iterator[Finding]:
    """Whether the search index is whole in itself; only a transaction can ask."""
    if not search.sound(tx.connection):
        yield Finding("check-search", repairable=True)


def contents(view: View, project: Project, step: Callable[[int, int], None]) -> Iterator[Finding]:
    """Revisions, projections, attachments, quarantine. step(done, total): practices, called now and then."""
    names = [str(name) for name in view.connection.execute(select(revision.c.practice).distinct()).scalars()]
    done = 0
    for part in chunks(names, 100):
        found: dict[str, list[Revision]] = {}
        asked = select(revision).where(revision.c.practice.in_(part))
        for row in view.connection.execute(asked):
            this = _whole(row.body)
            if this is None or (this.sha256, str(this.dot), this.practice) != (
                row.sha256,
                f"{row.device}:{row.counter}",
                row.practice,
            ):
                yield Finding("check-revision", {"dot": f"{row.device}:{row.counter}", "practice": row.practice})
            else:
                found.setdefault(this.practice, []).append(this)
        yield from _derived(view, found, project)
        done += len(part)
        step(done, len(names))
    listed = set(view.connection.execute(select(practice.c.id)).scalars())
    for name in sorted(listed - set(names)):
        yield Finding("check-derived", {"practice": name}, repairable=True)
    for row in view.connection.execute(select(form)):
        try:
            unpack_form(row.xform)
        except StorageError:
            yield Finding("check-form", {"form": row.id, "version": row.version})
    for sha256 in attachments.damaged(view.connection):
        yield Finding("check-attachment", {"name": sha256[:12]})
    aside = view.connection.execute(select(func.count()).select_from(quarantine)).scalar_one()
    if aside:
        yield Finding("check-quarantine", {"count": aside})


def _whole(body: bytes) -> Revision | None:
    try:
        return unpack_revision(body)
    except StorageError:
        return None


def _derived(view: View, found: Mapping[str, list[Revision]], project: Project) -> Iterator[Finding]:
    """Every practice whose list line, record, facets, conflicts or search text are not those of a fresh fold."""
    asked = listing.rows().add_columns(practice.c.hidden, practice.c.record).where(practice.c.id.in_(list(found)))
    rows = {row.id: row for row in view.connection.execute(asked)}
    lines = {
        line.id: line for line in listing.lines(view.connection, listing.rows().where(practice.c.id.in_(list(found))))
    }
    numbers = [row.number for row in rows.values()]
    facets: dict[int, set[tuple[str, str]]] = {}
    for number, name, code in view.connection.execute(
        select(facet.c.practice, facet.c.field, facet.c.code).where(facet.c.practice.in_(numbers))
    ):
        facets.setdefault(number, set()).add((name, code))
    conflicts: dict[int, dict[str, str]] = {}
    for number, path, kind in view.connection.execute(
        select(conflict.c.practice, conflict.c.path, conflict.c.kind).where(conflict.c.practice.in_(numbers))
    ):
        conflicts.setdefault(number, {})[path] = kind
    texts = search.stored(view.connection, numbers)
    for name, revisions in found.items():
        fresh, row = project(view.fold(revisions)), rows.get(name)
        if (
            row is None
            or lines[name] != fresh.row
            or row.hidden != fresh.hidden
            or bytes(row.record) != fresh.record
            or facets.get(row.number, set()) != fresh.facets
            or conflicts.get(row.number, {}) != fresh.conflicts
            or not search.matches(view.connection, texts.get(row.number), fresh.search)
        ):
            yield Finding("check-derived", {"practice": name}, repairable=True)
