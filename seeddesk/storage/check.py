"""Whether a catalogue is whole: its pages and references, and that every row is as it was written.

An everyday check reads every byte of every revision, list line, record, conflict and attachment and compares it with the seal that was
made when it was written (see `seals`); the search index has its own. So it finds whatever a disk, a cable or another program did to them since. It
takes for granted that SeedDesk derived rightly what it derived. A *deep* check does not: it proves each revision by its own hash, folds every
practice anew and compares what follows with what is there, which takes ten times as long. Practices whose seals are broken are always
looked into that way, so that a finding says what is wrong.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from contextlib import contextmanager
from functools import partial
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from sqlalchemy import func, select

from seeddesk.domain.errors import Cancelled, StorageError
from seeddesk.domain.revision import Dot, Revision
from seeddesk.storage import attachments, engine, listing, migrations, parts, rows, seals, search, tags
from seeddesk.storage.beside import Beside, many
from seeddesk.storage.codec import unpack_form, unpack_revision
from seeddesk.storage.parts import Finding, Part, Seen
from seeddesk.storage.projection import Project, Projection
from seeddesk.storage.schema import conflict, form, practice, quarantine, revision
from seeddesk.storage.view import View, chunks

if TYPE_CHECKING:
    from seeddesk.storage.catalogue import Catalogue

LARGE = 20_000  # practices from which on a process more is worth its start
_MOST = 4  # processes
_TOGETHER = 16_384  # practices
_NUMBERS = 1 << 63  # any practice's is below, also a damaged one's


def dots(view: View) -> dict[Dot, str]:
    """dot -> sha256 of every revision."""
    asked = rows.each(view.connection, "SELECT device, counter, sha256 FROM revision")
    return {Dot(name, counter): sha256 for name, counter, sha256 in asked}


def digest(view: View) -> str:
    """A sha256 that is equal exactly when two catalogues hold the same revisions."""
    return digest_of(dots(view))


def digest_of(found: Mapping[Dot, str]) -> str:
    """The same of what `dots` gave."""
    return seals.digest([(*dot, sha256) for dot, sha256 in found.items()])


class Looked(NamedTuple):
    """What a check saw: what is not as it must be, and the revisions."""

    findings: list[Finding]
    told: seals.Told


def everything(
    catalogue: Catalogue, view: View, step: Callable[[int, int], None] = lambda done, total: None, deep: bool = False
) -> Looked:
    """Check a catalogue. view: of it · step(done, total): practices, called now and then; it may raise Cancelled.

    Pages, revisions, index and lists are read apart from one another, of a large catalogue by as many processes as there are processors. Where
    pages are damaged, nothing read from them says anything; where practices are not as they must be, that index and references follow them is no
    second finding. Raises StorageError ``catalogue-older``.
    """
    migrations.refuse_older(view.connection)
    total = _count(view)
    kinds = (parts.INDEX, parts.TOLD, parts.ALL_TYPES if deep else parts.TYPES)
    large = is_large(catalogue, view)
    each = [*_pages(view, large), *map(Part, kinds), *([] if deep else _lists(total))]
    seen, done = [], 0
    with apart(catalogue, large) as processes:
        for one in processes.each(each):
            seen.append(one)
            done += one.looked
            if one.looked:
                step(done, total)
    wrong = [finding for one in seen for finding in one.findings]
    damaged = [one for at, one in enumerate(wrong) if one.code == "check-pages" and one not in wrong[:at]]
    failed = next((one.failed for one in seen if one.failed is not None), None)
    found: list[Finding] = []
    if not damaged and failed is None:
        broken = {name for one in seen for name in (*one.broken, *(one.told.broken if one.told else ()))}
        try:
            found = list(_contents(view, catalogue.project, step, deep, broken))
            if broken and not found:  # it says what it said, in another type
                found = list(parts.types(view.connection, every=True))
            if not found and not (all(one.sound for one in seen) and (not deep or search.thorough(view.connection))):
                found = [Finding("check-search", repairable=True)]
        except Cancelled:
            raise
        except Exception as error:  # noqa: BLE001  # rows that are not what they must be can be anything; raised again where they are of their types
            failed = error
    if failed is not None and not damaged:
        damaged = list(parts.types(view.connection, every=True))
        if not damaged:
            raise failed
    told = next((one.told for one in seen if one.told is not None), None)
    return Looked(damaged or found or wrong, told or seals.told(view.connection))


def is_large(catalogue: Catalogue, view: View) -> bool:
    """Whether processes of their own are worth their start."""
    return not engine.is_server(catalogue.location) and _count(view) >= LARGE


def _count(view: View) -> int:
    return int(view.connection.execute(select(func.count()).select_from(practice)).scalar_one())


@contextmanager
def pages_beside(catalogue: Catalogue, view: View) -> Iterator[Iterator[Finding]]:
    """What `pages` finds, while something else is done with the view: of a large catalogue, the structure of the file and each table with its
    indexes are looked at by processes of their own."""
    large = is_large(catalogue, view)
    with apart(catalogue, large) as processes:
        yield _findings(processes.each(_pages(view, large)))


def _pages(view: View, large: bool) -> list[Part]:
    return parts.pages_in_parts(view.connection) if large else [Part(parts.PAGES)]


def _findings(seen: Iterable[Seen]) -> Iterator[Finding]:
    for one in seen:
        if one.failed is not None:
            raise one.failed
        yield from one.findings


def apart(catalogue: Catalogue, large: bool) -> Beside[Part, Seen]:
    """What reads parts of a catalogue: this process, or for a large one others, which read faster and leave this one to whoever waits for it."""

    def here(part: Part) -> Seen:
        try:
            with catalogue.read() as view:
                return parts.read(view.connection, part)
        except Exception as error:  # noqa: BLE001  # see `everything`
            return Seen(failed=error)

    others = max(2, min(many(), _MOST)) if large else 0
    return Beside(partial(parts.elsewhere, catalogue.location, catalogue.key), here, others)


def _lists(total: int) -> list[Part]:
    """Every practice, some thousand together; those at the end whatever their numbers are."""
    starts = [-_NUMBERS, *range(_TOGETHER, total, _TOGETHER)]
    return [Part(parts.LISTS, (first, last - 1)) for first, last in pairwise([*starts, _NUMBERS])]


def _contents(
    view: View, project: Project, step: Callable[[int, int], None], deep: bool, broken: Collection[str]
) -> Iterator[Finding]:
    """What is wrong with practices whose seals are broken, or with any; forms, attachments, quarantine."""
    if deep:
        names = view.connection.execute(select(revision.c.practice).distinct()).scalars().all()
        listed = view.connection.execute(select(practice.c.id)).scalars().all()
        yield from _worked_out(view, {*names, *listed}, project, step)
    else:
        yield from _worked_out(view, broken, project, lambda done, total: None)
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
