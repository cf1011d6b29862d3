"""Reading a catalogue: one snapshot, from the block's beginning to its end."""

from __future__ import annotations

import uuid
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from itertools import islice
from typing import Any, TypeVar

from sqlalchemy import Connection, Select, bindparam, func, select

from seeddesk.domain.conflicts import conflicts
from seeddesk.domain.errors import NotFound
from seeddesk.domain.listing import FacetValue, Page, PracticeRow
from seeddesk.domain.many import Note
from seeddesk.domain.merge import fold
from seeddesk.domain.practice import Conflict, ids_without_country
from seeddesk.domain.query import Query
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.state import PracticeState
from seeddesk.domain.values import from_json
from seeddesk.domain.versions import FORM
from seeddesk.storage import attachments, listing
from seeddesk.storage.codec import unpack_form, unpack_record, unpack_revision
from seeddesk.storage.finding import Index, numbers
from seeddesk.storage.going_on import ALWAYS, GoOn
from seeddesk.storage.projection import FormOf
from seeddesk.storage.schema import RECORD, conflict, device, form, meta, practice, revision
from seeddesk.storage.sharing import Sharing
from seeddesk.storage.tags import HIDDEN, YES

T = TypeVar("T")
MANY = "many "  # what the key of a note about a change of many begins with
CHUNK = 400  # names in one IN (...): SQLite and PostgreSQL both take it
# What every save asks is put together once: that takes as long as asking it.
_BODIES = (
    select(revision.c.body).where(revision.c.practice.in_(bindparam("names", expanding=True))).order_by(revision.c.time)
)
_KNOWN = select(revision.c.counter, revision.c.sha256).where(
    revision.c.device == bindparam("name"), revision.c.counter.in_(bindparam("counters", expanding=True))
)
_NOTE = select(meta.c.value).where(meta.c.key == bindparam("name"))


class View:
    """What can be read. form_of: the form a practice is shown by, from its revisions; None before there is one."""

    def __init__(self, connection: Connection, form_of: FormOf) -> None:
        self.connection = connection
        self.form_of = form_of

    def fold(self, revisions: Collection[Revision]) -> PracticeState:
        """The state of a practice by the form it is shown by."""
        return fold(revisions, self.form_of(revisions))

    def revisions(self, practice_id: str) -> list[Revision]:
        """Every revision of a practice, in order of time. Empty when there is none."""
        return self.revisions_of([practice_id]).get(practice_id, [])

    def revisions_of(self, practices: Iterable[str]) -> dict[str, list[Revision]]:
        """The revisions of several practices, by practice."""
        found: dict[str, list[Revision]] = {}
        for names in chunks(practices, CHUNK):
            for (body,) in self.connection.execute(_BODIES, {"names": names}):
                this = unpack_revision(body)
                found.setdefault(this.practice, []).append(this)
        return found

    def revision_at(self, dot: Dot) -> Revision | None:
        """One revision, None where it is not here."""
        asked = select(revision.c.body).where(revision.c.device == dot.device, revision.c.counter == dot.counter)
        body = self.connection.execute(asked).scalar()
        return None if body is None else unpack_revision(body)

    def all_revisions(self) -> Iterator[Revision]:
        """Every revision of the catalogue, practice by practice, without holding them in memory."""
        for (body,) in self.connection.execute(select(revision.c.body).order_by(revision.c.practice, revision.c.time)):
            yield unpack_revision(body)

    def state(self, practice_id: str) -> PracticeState:
        """A practice folded from its revisions. Raises NotFound ``practice-unknown``."""
        revisions = self.revisions(practice_id)
        if not revisions:
            raise NotFound("practice-unknown", name=practice_id)
        return self.fold(revisions)

    def states(self, practices: Iterable[str]) -> Iterator[PracticeState]:
        """Several practices folded, in the order they are named; those that are not there are left out."""
        for state, _ in self.states_and_revisions(practices):
            yield state

    def states_and_revisions(self, practices: Iterable[str]) -> Iterator[tuple[PracticeState, list[Revision]]]:
        """The same, each with the revisions it was folded from."""
        for names in chunks(practices, 100):
            found = self.revisions_of(names)
            for name in names:
                if name in found:
                    yield self.fold(found[name]), found[name]

    def find(self, name: str) -> str:
        """The practice meant by a UUID or a human code, upper or lower case; a code also by what it was before it named a country. Raises NotFound ``practice-unknown`` or ``practice-ambiguous``."""
        try:
            named = select(practice.c.id).where(practice.c.id == str(uuid.UUID(name.strip())))
        except ValueError:
            code = name.strip().upper()
            among = practice.c.hidden.in_((False, True))  # what the index by code begins with
            named = select(practice.c.id).where(among, practice.c.code == code, practice.c.code != "")
        found = self.connection.execute(named.limit(2)).scalars().all()
        if not found and (ids := ids_without_country(name.strip().upper())):
            land_apart = func.substr(practice.c.code, len("SI-XX") + 1) == name.strip().upper()[len("SI-XX") :]
            named = select(practice.c.id).where(practice.c.id.between(*ids), land_apart)
            found = self.connection.execute(named.limit(2)).scalars().all()
        if not found:
            raise NotFound("practice-unknown", name=name.strip())
        if len(found) > 1:
            raise NotFound("practice-ambiguous", name=name.strip(), ids=", ".join(found))
        return str(found[0])

    def page(self, query: Query, limit: int = 200, after: str | None = None, named: listing.Named = str) -> Page:
        """Part of a list; `after` is the cursor a former page ended with · named: where it is sorted by what has codes, the words of each, which
        it is in the order of."""
        return listing.page(self.connection, query, limit, after, named)

    def first(
        self, query: Query, limit: int, start: int = 0, go_on: GoOn = ALWAYS, named: listing.Named = str
    ) -> tuple[list[PracticeRow], bool]:
        """Part of a list, from line `start` on, without counting the rest; and whether that is certain: where `go_on` is hasty it may be some of
        them. named: see `page`."""
        return listing.first(self.connection, query, limit, start, go_on, named)

    def sharing(self) -> Sharing:
        """Looks for practices that share words with something."""
        return Sharing(self.connection)

    def found(self, query: Query, go_on: GoOn = ALWAYS) -> int:
        """How many practices a query finds."""
        return listing.count(self.connection, query, go_on)

    def ids(self, query: Query, named: listing.Named = str) -> list[str]:
        """Every practice of a query, in its order. named: see `page`."""
        return listing.ids(self.connection, query, named)

    def row(self, practice_id: str) -> PracticeRow:
        """The list's line of one practice, deleted or not. Raises NotFound ``practice-unknown``."""
        found = listing.lines(self.connection, listing.rows().where(practice.c.id == practice_id))
        if not found:
            raise NotFound("practice-unknown", name=practice_id)
        return found[0]

    def form_id(self, practice_id: str) -> str:
        """The id of the form a practice is shown by, "" for a practice that is not here."""
        return self.forms_of([practice_id]).get(practice_id, "")

    def form_ids(self) -> set[str]:
        """The ids of the forms that practices here are of, known or not."""
        return set(Index(self.connection).tag_sets([FORM]).get(FORM, ()))

    def forms_of(self, practices: Iterable[str]) -> dict[str, str]:
        """The id of the form each of some practices is of."""
        found: dict[str, str] = {}
        for names in chunks(practices, CHUNK):
            asked = select(practice.c.id, practice.c.form).where(practice.c.id.in_(names))
            found.update({row.id: row.form for row in self.connection.execute(asked)})
        return found

    def shown_by(self, form_ids: Iterable[str]) -> list[str]:
        """The practices of forms, deleted ones too."""
        return sorted(listing.names(self.connection, numbers(Index(self.connection).tagged(FORM, form_ids))).values())

    def with_facet(self, field: str, code: str) -> list[str]:
        """The practices that have a facet and are not deleted."""
        index = Index(self.connection)
        found = index.tagged(field, [code]) & ~index.tagged(HIDDEN, [YES])
        return sorted(listing.names(self.connection, numbers(found)).values())

    def facets(self, query: Query, fields: Sequence[str], go_on: GoOn = ALWAYS) -> Mapping[str, list[FacetValue]]:
        """How many practices of a query have each choice, most first; for a field the query filters by, as if it did not.

        fields: templates to count. Labels are left empty: the services know the form.
        """
        return listing.facets(self.connection, query, fields, go_on)

    def conflicts(self, practice_id: str | None = None) -> tuple[Conflict, ...]:
        """The open conflicts of one practice, or of all that are not deleted."""
        if practice_id is not None:
            self.row(practice_id)
            return self._conflicts([practice_id])
        asked = (
            select(practice.c.id)
            .where(practice.c.number.in_(select(conflict.c.practice)), practice.c.hidden.is_(False))
            .order_by(practice.c.updated.desc())
        )
        names = self.connection.execute(asked).scalars().all()
        return self._conflicts(names)

    def _conflicts(self, practices: Iterable[str]) -> tuple[Conflict, ...]:
        found: list[Conflict] = []
        for state, revisions in self.states_and_revisions(practices):
            found += conflicts(state, self.form_of(revisions))
        return tuple(found)

    def records(self, practices: Iterable[str]) -> Iterator[tuple[str, Record]]:
        """The displayed values of practices, in the order named, without folding."""
        for names in chunks(practices, CHUNK):
            asked = select(practice.c.id, *RECORD).where(practice.c.id.in_(names))
            found = {name: (record, told) for name, record, told in self.connection.execute(asked)}
            for name in names:
                if name in found:
                    values = unpack_record(*found[name])
                    yield name, Record({path: from_json(value) for path, value in values.items()})

    def forms(self) -> list[tuple[str, str]]:
        """(id, version) of every form this catalogue knows."""
        return [(row.id, row.version) for row in self.connection.execute(select(form.c.id, form.c.version))]

    def form_xml(self, form_id: str, version: str) -> str:
        """The XForm of a form. Raises NotFound ``form-unknown``."""
        return str(self._form(form_id, version)["xform"])

    def form_files(self, form_id: str, version: str) -> Mapping[str, str]:
        """The media of a form: name -> the sha256 of an attachment. Raises NotFound ``form-unknown``."""
        return {str(name): str(sha256) for name, sha256 in self._form(form_id, version).get("files", {}).items()}

    def form_packed(self, form_id: str, version: str) -> bytes:
        """A form as its column holds it; equal bytes are the same form. Raises NotFound ``form-unknown``."""
        asked = select(form.c.xform).where(form.c.id == form_id, form.c.version == version)
        found = self.connection.execute(asked).scalar()
        if found is None:
            raise NotFound("form-unknown", form=form_id, version=version)
        return bytes(found)

    def _form(self, form_id: str, version: str) -> dict[str, Any]:
        return dict(unpack_form(self.form_packed(form_id, version)))

    def attachment(self, sha256: str) -> bytes:
        """The bytes of an attachment, verified. Raises NotFound ``attachment-absent`` or StorageError ``attachment-damaged``."""
        return attachments.read(self.connection, sha256)

    def attachment_size(self, sha256: str) -> int | None:
        """How many bytes an attachment has; None when it is not here."""
        return attachments.size(self.connection, sha256)

    def count(self) -> int:
        """How many practices there are that are not deleted."""
        return self._scalar(select(func.count()).select_from(practice).where(practice.c.hidden.is_(False)))

    def note(self, key: str) -> str:
        """What was noted about the catalogue under a key, "" for nothing."""
        return str(self.connection.execute(_NOTE, {"name": key}).scalar() or "")

    def notes(self, prefix: str) -> dict[str, str]:
        """Every note whose key begins so, by key."""
        asked = select(meta.c.key, meta.c.value).where(meta.c.key.startswith(prefix, autoescape=True))
        return {str(key): str(value) for key, value in self.connection.execute(asked)}

    def many(self, name: str) -> Note | None:
        """Where the revisions of a change of many lie; None for one that is not known here."""
        return Note.parse(self.note(MANY + name))

    def every_many(self) -> list[Note]:
        """The same of all changes of many, the latest first."""
        found = (Note.parse(text) for text in self.notes(MANY).values())
        return sorted(filter(None, found), key=lambda note: (note.time, note.mark), reverse=True)

    def practices_within(self, note: Note) -> list[str]:
        """The practices of a change of many, each once, in the order they were changed in."""
        found: dict[str, None] = {}
        for device_id, runs in note.spans.items():
            for first, last in runs:
                within = (revision.c.device == device_id) & revision.c.counter.between(first, last)
                asked = select(revision.c.practice).where(within).order_by(revision.c.counter)
                found |= dict.fromkeys(self.connection.execute(asked).scalars())
        return list(found)

    def writes_as(self) -> str:
        """The device this catalogue writes as."""
        return str(self.connection.execute(select(device.c.id).where(device.c.active.is_(True))).scalar_one())

    def known(self, dots: Iterable[Dot]) -> dict[Dot, str]:
        """dot -> sha256 of those revisions that are here."""
        by_device: dict[str, list[int]] = {}
        for dot in dots:
            by_device.setdefault(dot.device, []).append(dot.counter)
        found: dict[Dot, str] = {}
        for name, counters in by_device.items():
            for part in chunks(counters, CHUNK):
                asked = self.connection.execute(_KNOWN, {"name": name, "counters": part})
                found.update({Dot(name, counter): sha for counter, sha in asked})
        return found

    def vector(self) -> dict[str, int]:
        """device -> the highest counter that is here."""
        asked = select(revision.c.device, func.max(revision.c.counter)).group_by(revision.c.device)
        return {name: int(highest) for name, highest in self.connection.execute(asked)}

    def vectors(self, practices: Iterable[str]) -> dict[str, dict[str, int]]:
        """For each practice, device -> the highest counter of its revisions here."""
        found: dict[str, dict[str, int]] = {}
        for names in chunks(practices, CHUNK):
            asked = (
                select(revision.c.practice, revision.c.device, func.max(revision.c.counter))
                .where(revision.c.practice.in_(names))
                .group_by(revision.c.practice, revision.c.device)
            )
            for name, writer, highest in self.connection.execute(asked):
                found.setdefault(name, {})[writer] = int(highest)
        return found

    def waiting(self) -> bool:
        """Whether practices wait to be brought into the index (see `Transaction.tidy`)."""
        return self.connection.exec_driver_sql("SELECT 1 FROM fresh LIMIT 1").first() is not None

    def interrupt(self) -> None:
        """End what the database is doing for this view, from another thread; it fails there."""
        asked = self.connection.connection.dbapi_connection
        if asked is not None and self.connection.dialect.name == "sqlite":
            asked.interrupt()

    def _scalar(self, asked: Select[Any]) -> int:
        return int(self.connection.execute(asked).scalar_one())


def chunks(items: Iterable[T], size: int) -> Iterator[list[T]]:
    """The items in lists of at most `size`."""
    rest = iter(items)
    while part := list(islice(rest, size)):
        yield part
