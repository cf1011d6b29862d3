"""Whether a catalogue is whole: its pages and references, and that every row is as it was written.

An everyday check reads every byte of every revision, list line, record, conflict and attachment and compares it with the seal that was
made when it was written (see `seals`); the search index has its own. So it finds whatever a disk, a cable or another program did to them since. It
takes for granted that SeedDesk derived rightly what it derived. A *deep* check does not: it proves each revision by its own hash, folds every
practice anew and compares what follows with what is there, which takes ten times as long. Practices whose seals are broken are always
looked into that way, so that a finding says what is wrong.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from seeddesk.domain.errors import StorageError
from seeddesk.domain.revision import Dot, Revision
from seeddesk.storage import attachments, listing, rows, seals, search, tags
from seeddesk.storage.codec import unpack_form, unpack_revision
from seeddesk.storage.projection import Project, Projection
from seeddesk.storage.schema import DERIVED, MADE, conflict, form, practice, quarantine, revision
from seeddesk.storage.view import View, chunks

_UNSEALED = {"meta", "device", "form", "quarantine", "practice", "conflict", "fresh"}  # wholly or in part


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it must be: a message code with its arguments. repairable: making the derived tables anew cures it."""

    code: str
    arguments: Mapping[str, object] = field(default_factory=dict)
    repairable: bool = False


def dots(view: View) -> dict[Dot, str]:
    """dot -> sha256 of every revision."""
    asked = rows.each(view.connection, "SELECT device, counter, sha256 FROM revision")
    return {Dot(name, counter): sha256 for name, counter, sha256 in asked}


def digest(view: View) -> str:
    """A sha256 that is equal exactly when two catalogues hold the same revisions."""
    return digest_of(dots(view))


def digest_of(found: Mapping[Dot, str]) -> str:
    """The same of what `dots` gave."""
    try:
        ordered = sorted(found.items())
    except TypeError:  # of a damaged row, which a check finds
        ordered = sorted(found.items(), key=repr)
    return hashlib.sha256("".join([f"{dot} {sha256}\n" for dot, sha256 in ordered]).encode()).hexdigest()


def pages(connection: Connection) -> Iterator[Finding]:
    """What SQLite finds wrong with its own file, and rows that point to nothing; PostgreSQL looks after both itself."""
    if connection.dialect.name != "sqlite":
        return
    for (reason,) in connection.exec_driver_sql("PRAGMA integrity_check(20)"):
        if reason != "ok":
            yield Finding("check-pages", {"reason": str(reason).partition("\n")[0]})
    for table, row, *_ in connection.exec_driver_sql("PRAGMA foreign_key_check"):
        derived = table in {one.name for one in DERIVED}
        yield Finding("check-reference", {"table": table, "row": row}, repairable=derived)


def types(connection: Connection, every: bool) -> Iterator[Finding]:
    """Columns that hold something of another type than theirs: SQLite takes any for whole, though one turned bit makes bytes of a text.

    every: also in the tables whose every byte is sealed."""
    if connection.dialect.name != "sqlite":
        return
    made = {table.name for table in MADE}
    for (name,) in connection.exec_driver_sql("SELECT name FROM sqlite_master WHERE type = 'table'").all():
        if not every and name not in _UNSEALED:
            continue
        columns = connection.exec_driver_sql(f'PRAGMA table_info("{name}")').all()
        odd = [
            f"typeof(\"{column}\") NOT IN ('{kind.lower() if kind in ('TEXT', 'BLOB') else 'integer'}', 'null')"
            for _, column, kind, *_ in columns
        ]
        count = connection.exec_driver_sql(f'SELECT count(*) FROM "{name}" WHERE {" OR ".join(odd)}').scalar_one()
        if count:
            yield Finding("check-types", {"table": name, "count": count}, repairable=name not in made)


def index(view: View, deep: bool) -> Iterator[Finding]:
    """Whether the search index is as it was written; deep: whether it says what the practices say."""
    if (
        search.astray(view.connection)
        or not search.sound(view.connection)
        or (deep and not search.thorough(view.connection))
    ):
        yield Finding("check-search", repairable=True)


def contents(view: View, project: Project, step: Callable[[int, int], None], deep: bool = False) -> Iterator[Finding]:
    """Revisions, projections, attachments, quarantine. step(done, total): practices, called now and then."""
    total = view.connection.execute(select(func.count()).select_from(practice)).scalar_one()
    if deep:
        names = view.connection.execute(select(revision.c.practice).distinct()).scalars().all()
        listed = view.connection.execute(select(practice.c.id)).scalars().all()
        yield from _worked_out(view, {*names, *listed}, project, step)
    else:
        done = 0
        for names, count in seals.broken(view.connection):
            done += count
            step(done, total)
            yield from _worked_out(view, set(names), project, lambda done, total: None)
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


def _worked_out(
    view: View, names: Collection[str], project: Project, step: Callable[[int, int], None]
) -> Iterator[Finding]:
    """What is wrong with practices: every revision proved by its own hash, everything derived compared with a fresh fold, and the seals."""
    done = 0
    for part in chunks(sorted(names), 100):
        found: dict[str, list[Revision]] = {}
        sums: dict[str, int] = {}
        wrong = set()
        for row in view.connection.execute(select(revision).where(revision.c.practice.in_(part))):
            this = _whole(row.body)
            sums[row.practice] = sums.get(row.practice, 0) + seals.of_revision(row)
            if this is None or (*this.dot, this.practice, this.time, this.sha256) != tuple(row[:5]):
                wrong.add(row.practice)
                yield Finding("check-revision", {"dot": f"{row.device}:{row.counter}", "practice": row.practice})
            else:
                found.setdefault(this.practice, []).append(this)
        asked = select(practice.c.id, practice.c.told).where(practice.c.id.in_(part))
        told = {row.id: row.told for row in view.connection.execute(asked)}
        for name in part:
            sealed = told.get(name, "")
            if name not in wrong and sealed and not seals.fits(sealed, sums.get(name, 0)):
                yield Finding("check-told", {"practice": name})
            elif name not in found and name not in wrong:
                yield Finding("check-derived", {"practice": name}, repairable=True)
        yield from _derived(view, found, project)
        done += len(part)
        step(done, len(names))


def _whole(body: bytes) -> Revision | None:
    try:
        return unpack_revision(body)
    except StorageError:
        return None


def _derived(view: View, found: Mapping[str, list[Revision]], project: Project) -> Iterator[Finding]:
    """Every practice whose list line, record, conflicts, words or tags are not those of a fresh fold."""
    sealed = select(*(practice.c[name] for name in seals.LINE), practice.c.seal)
    asked = sealed.where(practice.c.id.in_(list(found)))
    here = {row.id: row for row in view.connection.execute(asked)}
    lines = {
        line.id: line for line in listing.lines(view.connection, listing.rows().where(practice.c.id.in_(list(found))))
    }
    numbers = [row.number for row in here.values()]
    conflicts: dict[int, dict[str, str]] = {}
    for number, path, kind in view.connection.execute(
        select(conflict.c.practice, conflict.c.path, conflict.c.kind).where(conflict.c.practice.in_(numbers))
    ):
        conflicts.setdefault(number, {})[path] = kind
    texts = search.stored(view.connection, numbers)
    for name, revisions in found.items():
        fresh, row = project(view.fold(revisions)), here.get(name)
        entry = search.entry(fresh.search, tags.of(fresh))
        if (
            row is None
            or lines[name] != fresh.row
            or row.hidden != fresh.hidden
            or not _says(row.record, revisions, fresh)
            or conflicts.get(row.number, {}) != fresh.conflicts
            or texts.get(row.number) != entry
            or row.seal != seals.of_practice(row[:-1], seals.joined(fresh.conflicts.items()), entry)
        ):
            yield Finding("check-derived", {"practice": name}, repairable=True)


def _says(record: bytes, revisions: list[Revision], fresh: Projection) -> bool:
    """Whether a record's column holds what is displayed, or is empty because the one revision does."""
    return bytes(record) == fresh.record if record else len(revisions) == 1 and revisions[0].set == fresh.values
