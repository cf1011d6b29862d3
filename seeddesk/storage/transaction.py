"""Writing a catalogue: append revisions, and what follows from them follows at once, in the same transaction."""

from __future__ import annotations

import time
import uuid
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import islice
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeAlias

from sqlalchemy import Connection, bindparam, delete, func, insert, select, update

from seeddesk.domain.clock import tick
from seeddesk.domain.form import Form
from seeddesk.domain.many import Note, notes_of
from seeddesk.domain.revision import Dot, Revision
from seeddesk.storage import attachments, beside, deriving, rows, seals, search
from seeddesk.storage.codec import pack, pack_text
from seeddesk.storage.postings import BLOCK
from seeddesk.storage.projection import FormOf, Genuine, Project
from seeddesk.storage.schema import DERIVED, conflict, device, form, meta, practice, quarantine, revision
from seeddesk.storage.view import CHUNK, MANY, View, chunks

Elsewhere: TypeAlias = Callable[[], beside.Prepare[deriving.Wanted, deriving.Block]]
_ACTIVE = select(device.c.id, device.c.counter).where(device.c.active.is_(True))
_LISTED = select(practice.c.id, practice.c.number, practice.c.told).where(
    practice.c.id.in_(bindparam("names", expanding=True))
)
_SET_NOTE = update(meta).where(meta.c.key == bindparam("name")).values(value=bindparam("said"))
_TOGETHER = 2000  # practices derived and written at once: what lies side by side in a table is written side by side


@dataclass(frozen=True, slots=True)
class Appended:
    """What became of revisions handed in: those taken, how many were here already, those set aside, and the practices that changed."""

    new: tuple[Dot, ...]
    known: int
    quarantined: tuple[Dot, ...]
    practices: frozenset[str]


class Transaction(View):
    """A view that can also write. It ends with its block: committed at the end, rolled back by an exception."""

    def __init__(
        self,
        connection: Connection,
        form_of: FormOf,
        project: Project,
        genuine: Genuine,
        recent: dict[str, list[Revision]] | None,
        elsewhere: Elsewhere | None = None,
    ) -> None:
        super().__init__(connection, form_of)
        self.erased = False  # whether values were blanked
        self._project = project
        self._genuine = genuine
        self._elsewhere = elsewhere
        self._bodies: dict[
            tuple[Dot, str], bytes
        ] = {}  # of revisions that are being taken in, as they will lie in their column
        self._hashes: dict[
            str, list[int]
        ] = {}  # practice -> the hashes of revisions that were written and are not sealed yet
        self._unsealed: set[str] = set()  # practices whose revisions were written to afterwards
        self._recent = recent  # practice -> its revisions, when nobody else can write: spares an autosave from reading the whole history
        self._clock: str | None = None  # the latest time, once it was asked for
        self._moved = False  # whether clock or counter went on and are not written yet
        found = connection.execute(_ACTIVE).one()
        self._device, self._counter = str(found.id), int(found.counter)

    @property
    def device(self) -> str:
        """The device this catalogue writes as."""
        return self._device

    def next_dot(self) -> Dot:
        """A dot nobody else will ever have. Not given back when it is not used."""
        self._counter += 1
        self._moved = True
        return Dot(self._device, self._counter)

    def clock(self) -> str:
        """The time of the next revision: never earlier than any this catalogue has seen or made."""
        self._clock = tick(int(time.time() * 1000), self._latest())
        self._moved = True
        return self._clock

    def finish(self) -> None:
        """Write what is written once in a transaction, at its end: the counter of the device and the clock."""
        if self._moved:
            self.connection.execute(update(device).where(device.c.id == self._device).values(counter=self._counter))
            self.set_note("clock", self._latest())
            self._moved = False

    def _latest(self) -> str:
        if self._clock is None:
            self._clock = self.note("clock")
        return self._clock

    def append(
        self,
        revisions: Iterable[Revision],
        before: Mapping[str, list[Revision]] = MappingProxyType({}),
        step: Callable[[int], None] = lambda done: None,
    ) -> Appended:
        """Take revisions into the set; those that are here already change nothing. before: all earlier revisions of some of these practices, by
        practice, as this transaction has read them: they need not be read again · step(done): called now and then, with how many practices are done.

        A redaction that none of this catalogue's devices signed is set aside. A dot that is here with another sha256 is set aside in quarantine, never guessed about. When the dot is one of ours, this
        catalogue was copied or restored: it takes a new device id and says its own revisions from there on once more under new dots.
        """
        incoming: dict[Dot, Revision] = {}
        forks: list[Revision] = []
        given: dict[tuple[Dot, str], Revision] = {}
        for this in revisions:
            sha256, text = this.written()
            given[this.dot, sha256] = this
            self._bodies[this.dot, sha256] = pack_text(text)
        known = self.known({dot for dot, _ in given})
        for (dot, sha256), this in given.items():
            if dot in known:
                if sha256 != known[dot]:
                    forks.append(this)
            elif incoming.setdefault(dot, this) is not this:
                forks.append(this)
        new = list(incoming.values())
        forged = self._forged(new)
        new = [this for this in new if this not in forged]
        foreign = any(this.dot.device == self._device and this.dot.counter > self._counter for this in new)
        own = min((this.dot.counter for this in forks if this.dot.device == self._device), default=None)
        again = [] if own is None else self._reissue(own)
        if foreign and own is None:
            self.new_device()
        self._insert(new)
        self._set_aside(forks + forged)
        new += again
        touched = self._follow(new, before, step)
        self._bodies.clear()
        aside = tuple(this.dot for this in forks + forged)
        return Appended(tuple(this.dot for this in new), len(given) - len(incoming) - len(forks), aside, touched)

    def settle(self, home: str) -> None:
        """Write as another device from now on when the file was last written elsewhere: it may be a copy, and both go on."""
        last = self.note("home")
        if last != home:
            if last:
                self.new_device()
            self.set_note("home", home)

    def new_device(self) -> str:
        """Write as another device from now on: what a restored backup and a copied catalogue must do."""
        self.finish()  # what the device before has used
        self.connection.execute(update(device).values(active=False))
        self._device, self._counter = str(uuid.uuid4()), 0
        self.connection.execute(insert(device).values(id=self._device, active=True, counter=0, secret="", public=""))
        return self._device

    def device_key(self) -> tuple[str, str]:
        """The device's Ed25519 key (secret, public) in hex; two empty texts until one was set."""
        found = self.connection.execute(
            select(device.c.secret, device.c.public).where(device.c.id == self._device)
        ).one()
        return str(found.secret), str(found.public)

    def set_device_key(self, secret: str, public: str) -> None:
        """Keep the device's key."""
        self.connection.execute(update(device).where(device.c.id == self._device).values(secret=secret, public=public))

    def put_attachment(self, data: bytes | Path) -> str:
        """Keep a file's bytes; returns their sha256 in hex. Raises StorageError ``file-not-read``."""
        return attachments.store(self.connection, data)

    def store_form(self, new: Form) -> bool:
        """Keep a form whole, with its media; false when this very form is here already. One with another content takes its place."""
        files = {name: self.put_attachment(data) for name, data in sorted(new.files.items())}
        body = pack({"xform": new.xform, "files": files} if files else {"xform": new.xform})
        same = (form.c.id == new.id) & (form.c.version == new.version)
        found = self.connection.execute(select(form.c.xform).where(same)).scalar()
        if found is not None and bytes(found) == body:
            return False
        self.connection.execute(delete(form).where(same))
        self.connection.execute(insert(form).values(id=new.id, version=new.version, xform=body))
        return True

    def set_note(self, key: str, value: str) -> None:
        """Note something about the catalogue itself."""
        changed = self.connection.execute(_SET_NOTE, {"name": key, "said": value})
        if not changed.rowcount:
            self.connection.execute(insert(meta).values(key=key, value=value))

    def drop_note(self, key: str) -> None:
        """Forget a note."""
        self.connection.execute(delete(meta).where(meta.c.key == key))

    def rebuild(self, step: Callable[[int, int], None] = lambda done, total: None) -> int:
        """Make everything derived anew from the revisions alone. step(done, total): called now and then. Returns the number of practices."""
        for table in DERIVED:
            self.connection.execute(delete(table))
        search.clear(self.connection)
        for key in self.notes(MANY):
            self.drop_note(key)
        self._note_many(self.all_revisions())
        names = self.connection.execute(select(revision.c.practice).distinct().order_by(revision.c.practice))
        every = names.scalars().all()
        if not self._in_blocks(every, False, step):
            self.derive(every, step)
        return len(every)

    def derive(self, practices: Sequence[str], step: Callable[[int, int], None] = lambda done, total: None) -> None:
        """Make what is derived of some practices anew. step(done, total): called now and then."""
        for done in range(0, len(practices), _TOGETHER):
            step(done, len(practices))
            self._derive(self.revisions_of(practices[done : done + _TOGETHER]))

    def tidy(self) -> bool:
        """Bring a few of the practices that wait for it into the index; whether more wait."""
        return search.settle(self.connection, search.SLICE)

    def _row(self, this: Revision) -> tuple[Any, ...]:
        body = self._bodies.pop((this.dot, this.sha256), None) or pack_text(this.written()[1])
        return (*this.dot, this.practice, this.time, this.sha256, body)

    def _insert(self, new: list[Revision]) -> None:
        if not new:
            return
        made = [self._row(this) for this in new]
        for row in made:
            self._hashes.setdefault(row[2], []).append(seals.of_revision(row))
        rows.insert(self.connection, revision, seals.REVISION, made)
        self._note_many(new)
        latest = max(this.time for this in new)
        if latest > self._latest():
            self._clock, self._moved = latest, True

    def _note_many(self, new: Iterable[Revision]) -> None:
        """Where the revisions of changes of many lie, so that nobody has to look for them."""
        for name, found in notes_of(new).items():
            known = Note.parse(self.note(MANY + name))
            self.set_note(MANY + name, str(known.and_also(found) if known else found))

    def _forged(self, new: list[Revision]) -> list[Revision]:
        redactions = [this for this in new if this.redaction]
        if not redactions:
            return []
        trusted = frozenset(self.connection.execute(select(device.c.public).where(device.c.public != "")).scalars())
        return [this for this in redactions if not self._genuine(this, trusted)]

    def _set_aside(self, forks: list[Revision]) -> None:
        for this in forks:
            made = zip(seals.REVISION, self._row(this), strict=True)
            row = {key: value for key, value in made if key not in ("practice", "time")}
            same = [quarantine.c[key] == row[key] for key in ("device", "counter", "sha256")]
            if self.connection.execute(select(quarantine.c.sha256).where(*same)).first() is None:
                self.connection.execute(insert(quarantine).values(row))

    def _reissue(self, first: int) -> list[Revision]:
        """Say our own revisions from counter `first` on again as a new device, each having seen the one it stands for.

        Whoever holds the other revision under the old dot gets ours too, and where both changed a field it becomes a conflict.
        """
        old_device = self._device
        asked = select(revision.c.practice).where(revision.c.device == old_device, revision.c.counter >= first)
        practices = self.connection.execute(asked.distinct()).scalars().all()
        mine = sorted(
            (
                this
                for revisions in self.revisions_of(practices).values()
                for this in revisions
                if this.dot.device == old_device and this.dot.counter >= first
            ),
            key=lambda this: this.dot.counter,
        )
        self.new_device()
        again: dict[Dot, Dot] = {}
        new = []
        for this in mine:
            seen = {path: _also(this.seen.get(path, ()), again) for path in {*this.set, *this.seen}}
            seen.update({path: (*seen[path], this.dot) for path in this.set})
            deletion = this.deletion
            if deletion is not None:
                deletion = {path: _also(dots, again) for path, dots in deletion.items()}
            dot = self.next_dot()
            again[this.dot] = dot
            new.append(replace(this, dot=dot, seen=seen, deletion=deletion))
        self._insert(new)
        return new

    def _follow(
        self, new: list[Revision], before: Mapping[str, list[Revision]], step: Callable[[int], None]
    ) -> frozenset[str]:
        """Bring what is derived up to date for the practices of `new`, which are in the table already."""
        grouped: dict[str, list[Revision]] = {}
        for this in new:
            grouped.setdefault(this.practice, []).append(this)
        rest: Collection[str] = grouped
        if len(grouped) >= 2 * BLOCK:  # an import
            listed = self._listed(grouped)
            plain = [name for name in grouped if name not in listed and not any(one.redaction for one in grouped[name])]
            if self._in_blocks(plain, True, lambda done, total: None):
                rest = grouped.keys() - plain
        done = len(grouped) - len(rest)

        def onward(more: int) -> None:
            step(done + more)

        for names in chunks(rest, _TOGETHER):
            here = self._listed(names)
            recent = {name: known[name] for known in (self._recent or {}, before) for name in here if name in known}
            stored = self.revisions_of(here.keys() - recent.keys())
            whole = {name: stored.get(name) or [*recent.get(name, ()), *grouped[name]] for name in names}
            whole = {name: self._redact(revisions) for name, revisions in whole.items()}
            self._derive(whole, here, onward)
            done += len(names)
            if self.erased:
                search.purge(self.connection)
            if self._recent is not None:
                self._recent.clear()  # what was changed with others is not known whole any more
                if len(grouped) == 1:
                    self._recent.update(whole)  # one practice is being typed into at a time
        return frozenset(grouped)

    def _listed(self, names: Iterable[str]) -> dict[str, tuple[int, str]]:
        """The practices among these that are listed already, with their numbers and the seals of their revisions."""
        found: dict[str, tuple[int, str]] = {}
        for part in chunks(names, CHUNK):
            asked = self.connection.execute(_LISTED, {"names": part})
            found.update({name: (int(number), told) for name, number, told in asked})
        return found

    def _told(self, names: Iterable[str]) -> dict[str, str]:
        """The seals of revisions that are read back."""
        found: dict[str, str] = {}
        for part in chunks(names, CHUNK):
            grouped: dict[str, list[Sequence[Any]]] = {}
            for row in self.connection.execute(select(revision).where(revision.c.practice.in_(part))):
                grouped.setdefault(row.practice, []).append(row)
            found.update({name: seals.of_rows(grouped[name]) for name in grouped})
        return found

    def _redact(self, revisions: list[Revision]) -> list[Revision]:
        """Blank in the table what a redaction among the revisions erases; whichever of the two came first."""
        targets: dict[Dot, set[str]] = {}
        for this in revisions:
            if this.redaction:
                for dot, paths in this.redaction.targets.items():
                    targets.setdefault(dot, set()).update(paths)
        if not targets:
            return revisions
        blanked = [this.redacted(tuple(targets.get(this.dot, ()))) for this in revisions]
        for before, after in zip(revisions, blanked, strict=True):
            if after is not before:
                self.erased = True
                self._unsealed.add(after.practice)
                same = (revision.c.device == after.dot.device) & (revision.c.counter == after.dot.counter)
                self.connection.execute(update(revision).where(same).values(body=pack(after.to_json())))
        return blanked

    def _derive(
        self,
        revisions: Mapping[str, list[Revision]],
        listed: Mapping[str, tuple[int, str]] | None = None,
        step: Callable[[int], None] = lambda done: None,
    ) -> None:
        """Write what is derived of practices. listed: those that are listed already, where that is known."""
        if not revisions:
            return
        here = self._listed(revisions) if listed is None else listed
        told = self._told(
            [*(name for name in revisions if name not in here and name not in self._hashes), *self._unsealed]
        )
        self._unsealed.clear()
        last = self._last() if len(here) < len(revisions) else 0
        added: list[deriving.Derived] = []
        changed: list[deriving.Derived] = []
        for name, found in revisions.items():
            number, before = here.get(name) or (0, seals.NONE)
            if not number:
                last += 1
            hashes = self._hashes.pop(name, ())
            sealed = told[name] if name in told else seals.and_more(before, hashes)
            made = deriving.practice(number or last, sealed, found, self.form_of, self._project)
            (changed if number else added).append(made)
            step(len(changed) + len(added))
        for part in chunks([number for number, _ in here.values()], CHUNK):
            self.connection.execute(delete(conflict).where(conflict.c.practice.in_(part)))
        rows.replace(self.connection, practice, deriving.PRACTICE, [made.row for made in changed])
        self._list(added, changed)
        entries = [(made.row[0], made.entry) for made in (*changed, *added)]
        search.replace(self.connection, entries, bool(here))

    def _list(self, added: Sequence[deriving.Derived], changed: Sequence[deriving.Derived] = ()) -> None:
        rows.insert(self.connection, practice, deriving.PRACTICE, [made.row for made in added])
        waiting = [row for made in (*changed, *added) for row in made.conflicts]
        rows.insert(self.connection, conflict, ("practice", "path", "kind"), waiting)

    def _last(self) -> int:
        return self.connection.execute(select(func.max(practice.c.number))).scalar() or 0

    def _in_blocks(self, names: Sequence[str], proved: bool, step: Callable[[int, int], None]) -> bool:
        """Derive a great many practices that are not listed yet, a block at a time, each in a process beside this one. proved: their revisions
        have just been written · step: see `rebuild`. False, and nothing done, where that is not worth it."""
        count = min(beside.many(), -(-len(names) // BLOCK))
        if len(names) < 2 * BLOCK or count < 2 or self._elsewhere is None:
            return False
        last, done = self._last(), 0
        first = (last // BLOCK + 1) * BLOCK if last else 1  # of a block in which nobody is yet
        here = partial(deriving.block, form_of=self.form_of, project=self._project)
        with beside.Beside(self._elsewhere(), here, count) as processes:
            for made in processes.each(self._blocks(names, first, proved)):
                self._list(made.practices)
                entries = [(one.row[0], one.entry) for one in made.practices]
                search.put(self.connection, entries[0][0] // BLOCK, entries, (made.words, made.seal), made.tagged)
                done += len(entries)
                step(done, len(names))
        return True

    def _blocks(self, names: Sequence[str], first: int, proved: bool) -> Iterator[deriving.Wanted]:
        waiting = iter(names)
        while these := list(islice(waiting, BLOCK - first % BLOCK)):
            found: dict[str, list[tuple[Any, ...]]] = {name: [] for name in these}
            for part in chunks(these, CHUNK):
                asked = select(*(revision.c[name] for name in seals.REVISION)).where(revision.c.practice.in_(part))
                for row in self.connection.execute(asked.order_by(revision.c.time)):
                    found[row.practice].append((*row[:5], bytes(row.body)))
            for name in these:
                self._hashes.pop(name, None)
            yield deriving.Wanted(first, list(found.values()), proved)
            first += len(these)


def _also(dots: Iterable[Dot], again: Mapping[Dot, Dot]) -> tuple[Dot, ...]:
    """The dots, and beside each that was reissued its new name."""
    return tuple(dict.fromkeys(name for dot in dots for name in (dot, again.get(dot, dot))))
