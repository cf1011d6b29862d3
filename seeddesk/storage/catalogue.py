"""The catalogue: a set of revisions in a SQLite file or a PostgreSQL database, opened, read and written here."""

from __future__ import annotations

import contextlib
import threading
import uuid
from collections.abc import Callable, Collection, Iterator
from functools import cached_property
from pathlib import Path

from sqlalchemy import Connection, Engine, insert

from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.domain.revision import Dot, Revision
from seeddesk.domain.state import PracticeState
from seeddesk.storage import driver, engine, migrations, place, vault
from seeddesk.storage.driver import BESIDE
from seeddesk.storage.files import RESTORING, make_folder, refusals, sync_folder
from seeddesk.storage.lock import Holder, Lock
from seeddesk.storage.projection import FormOf, Genuine, Project, Projection
from seeddesk.storage.schema import VERSION, device, meta
from seeddesk.storage.transaction import Elsewhere, Transaction
from seeddesk.storage.view import View

_WORTH_IT = 32  # transactions
_FREE = 0.1  # of a file's pages: with more of them free, a copy of it is made compact


class Catalogue:
    """One writer, any number of readers. Made by `create` or `open`, ended by `close`; usable from any thread."""

    def __init__(self, location: str, read_only: bool, key: str | None = None) -> None:
        self.location = location
        self.read_only = read_only
        self.form_of: FormOf = _none
        self.project: Project = _no_form
        self._genuine: Genuine = _nobody
        self._elsewhere: Elsewhere | None = None
        self.key = ("" if engine.is_server(location) else vault.key_for(location)) if key is None else key
        self.keys = vault.sealed(location) if self.key else b""  # of a protected one, also once its disk is gone
        self._read: Engine = engine.read_engine(location, self.key)
        self._write: Engine | None = None
        self._lock = None if engine.is_server(location) else Lock(Path(location + ".lock"))
        self._turn = threading.Lock()
        self._writing_thread = 0
        self._recent: dict[str, list[Revision]] = {}
        self._logged = 0  # transactions since the write-ahead log was brought into the file
        self._file: tuple[int, int] | None = None  # which file was opened; None: not known yet
        self._at_home = False  # whether the file is known to lie where it was last written
        self.abandoned: Holder | None = (
            None  # who could write last and did not let go: the file was checked for it when it was opened
        )

    @classmethod
    def create(cls, location: str) -> Catalogue:
        """A new, empty catalogue. Raises StorageError ``catalogue-exists``, ``file-not-written`` and those of the database."""
        if not engine.is_server(location):
            folder = Path(location).parent
            with refusals(folder):
                make_folder(folder)
        catalogue = cls(location, read_only=False)
        try:
            with catalogue._begin() as connection:
                if migrations.version(connection, location):
                    raise StorageError("catalogue-exists", path=engine.shown(location))
                migrations.migrate(connection, 0)
                connection.execute(insert(meta).values(key="catalogue", value=str(uuid.uuid4())))
                connection.execute(
                    insert(device).values(id=str(uuid.uuid4()), active=True, counter=0, secret="", public="")
                )
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    @classmethod
    def open(
        cls,
        location: str,
        read_only: bool = False,
        before_migration: Callable[[Catalogue], object] | None = None,
        *,
        key: str | None = None,
    ) -> Catalogue:
        """A catalogue that is there, brought to this version's schema unless `read_only`. When the last program that could write did not end
        in good order, every page is checked first. before_migration: called before an older schema is changed, to keep a copy.

        key: what it is encrypted with, in hex, "" for nothing; None: as the keys beside it say.

        Raises NotFound ``catalogue-absent``, StorageError ``catalogue-newer`` (its words can still be read with `read_only`),
        ``catalogue-older`` (on a server, with `read_only`), ``catalogue-not-one``, ``catalogue-damaged``, ``catalogue-locked`` and other states a
        database can be in.
        """
        if not engine.is_server(location) and not Path(location).is_file() and not _finish_restore(location):
            raise NotFound("catalogue-absent", path=location)
        catalogue = cls(location, read_only, key)
        try:
            if not engine.is_server(location):
                catalogue._file = place.identity(Path(location))
            if not read_only and not engine.is_server(location):
                engine.roll_back(location, catalogue.key)
            with engine.plain_errors(location), catalogue._read.begin() as connection:
                found = migrations.version(connection, location)
                ready = engine.is_server(location) or engine.journal_fits(connection, location)
            if found == 0:
                raise NotFound("catalogue-absent", path=engine.shown(location))
            if read_only and found < VERSION:
                if engine.is_server(location):  # where nothing can be put before its tables
                    raise StorageError("catalogue-older", path=engine.shown(location))
                catalogue._read.dispose()
                migrations.look_into(catalogue._read, found)
            catalogue._check_after_a_crash()
            if not read_only:
                migrations.refuse_newer(found, engine.shown(location))
                if found < VERSION or not ready:  # a copy made by VACUUM INTO has yet to be given its write-ahead log
                    if found < VERSION and before_migration is not None:
                        before_migration(catalogue)
                    catalogue._read.dispose()  # a journal is changed only while nobody reads, ourselves included
                    with catalogue._begin() as connection:
                        migrations.migrate(connection, found)
        except BaseException:
            catalogue.close()
            raise
        return catalogue

    def use(self, form_of: FormOf, project: Project, genuine: Genuine, elsewhere: Elsewhere | None = None) -> None:
        """Show and list practices by these forms from now on; genuine: judges the redactions that come in · elsewhere: says how another process
        comes to the same forms; None: this one does everything itself."""
        self.form_of, self.project, self._genuine, self._elsewhere = form_of, project, genuine, elsewhere
        self._recent.clear()

    @property
    def lists(self) -> bool:
        """Whether forms are in use, so that practices can be listed: not yet while a schema is changed."""
        return self.project is not _no_form

    @contextlib.contextmanager
    def write(self) -> Iterator[Transaction]:
        """One transaction; other writers wait for it, readers do not. It is durable when the block has ended without an exception.

        The first one makes this process the catalogue's writer until `close`. Raises StorageError ``catalogue-in-use`` when another is,
        ``catalogue-read-only``, ``catalogue-gone``, ``disk-full`` and the like, all with nothing changed.
        """
        recent = None if self._lock is None else self._recent
        try:
            with self._begin() as connection:
                tx = Transaction(connection, self.form_of, self.project, self._genuine, recent, self._elsewhere)
                if not self._at_home and not engine.is_server(self.location):
                    tx.settle(place.home(self.location))
                yield tx
                tx.finish()
            self._at_home = True
            self._logged += 1
        except BaseException:
            self._recent.clear()
            raise
        if tx.erased:
            self._forget()

    @contextlib.contextmanager
    def read(self) -> Iterator[View]:
        """One snapshot: nothing that is written meanwhile is seen in it."""
        with engine.plain_errors(self.location), self._read.begin() as connection:
            yield View(connection, self.form_of)

    def checkpoint(self) -> None:
        """Bring the write-ahead log into the file, when there is enough of it: for moments in which nobody saves. Readers keep what they see."""
        with self._turn:
            if self._write is None or self._lock is None or self._logged < _WORTH_IT:
                return
            with engine.plain_errors(self.location), contextlib.closing(self._write.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
            self._logged = 0

    def claim(self) -> None:
        """Become the catalogue's writer now. Raises StorageError ``catalogue-in-use``."""
        if self._lock is not None and not self.read_only:
            self._lock.take()

    def confirm(self, dot: Dot, sha256: str) -> bool:
        """After an error: whether a revision is there all the same, durably. A save may have happened although the disk reported an error.

        Everything is closed, opened again and read; what is found is then brought from the write-ahead log into the file, because a disk that
        failed to write the log does not say so twice. Raises StorageError when the disk still refuses: nothing is known then.
        """
        self._recent.clear()
        with self._turn:
            self._close_connections()
            with self.read() as view:
                if view.known([dot]).get(dot) != sha256:
                    return False
            if self._lock is None:
                return True
            self.claim()
            with engine.plain_errors(self.location):
                self._write = engine.write_engine(self.location, self.key)
                with contextlib.closing(self._write.raw_connection()) as connection:
                    row = connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            return row is not None and row[0] == 0

    def copy_into(self, target: Path, as_it_lies: Callable[[Path], bool] = lambda target: False) -> None:
        """Write a copy of a SQLite catalogue, as one moment has it, to a file that is not there yet: compact where much is free, else page by page,
        unless `as_it_lies` says that it copied the file and its log (see `parts.copier`).

        It is not synchronised with the disk."""
        with engine.plain_errors(self.location), contextlib.closing(self._read.raw_connection()) as connection:
            cursor = connection.cursor()
            pages, free = (cursor.execute(f"PRAGMA {name}_count").fetchone()[0] for name in ("page", "freelist"))
            if free > pages * _FREE:
                cursor.execute(
                    "PRAGMA query_only=0"
                )  # it would forbid writing the copy; the file itself is open for reading only
                try:
                    cursor.execute("VACUUM INTO ?", (str(target),))
                finally:
                    cursor.execute("PRAGMA query_only=1")
                return
            lies = as_it_lies(target)
            with contextlib.closing(driver.connect(target, self.key, "rwc")) as copy:
                copy.execute("PRAGMA synchronous=OFF")  # it counts only once it is whole
                if not lies:
                    copy.execute("PRAGMA journal_mode=OFF")
                    source = connection.driver_connection
                    assert source is not None  # it was just asked
                    source.backup(copy)
                driver.prepare(copy, {"journal_mode": "delete"}, target)

    def close(self) -> None:
        """End all connections; another process may write then."""
        self._close_connections()
        if self._lock is not None:
            self._lock.release()

    def _close_connections(self) -> None:
        self._read.dispose()
        if self._write is not None:
            self._write.dispose()
            self._write = None

    def _check_after_a_crash(self) -> None:
        """Check every page when the last program that could write did not let go. Raises StorageError ``catalogue-damaged``."""
        self.abandoned = self._lock.abandoned() if self._lock is not None and not self.read_only else None
        if self.abandoned is None:
            return
        from seeddesk.storage import carry, parts  # not needed at an ordinary start

        with self.read() as view:
            wrong = next((one for one in parts.pages(view.connection) if not one.repairable), None)
        if wrong is not None:
            reason = wrong.arguments.get("reason", wrong.arguments.get("table"))
            raise StorageError("catalogue-damaged", path=self.location, reason=reason)
        # It may have become somebody else's, or cannot be written: it is checked again next time.
        with contextlib.suppress(StorageError):
            self.claim()
            carry.tidy(Path(self.location))  # what was cut off before it took the catalogue's place never will

    def _forget(self) -> None:
        """What was erased leaves the write-ahead log too. Where a reader keeps it from doing so now, it does with the next checkpoint."""
        if self._lock is not None and self._write is not None:
            with engine.plain_errors(self.location), contextlib.closing(self._write.raw_connection()) as connection:
                connection.cursor().execute("PRAGMA wal_checkpoint(TRUNCATE)")

    @contextlib.contextmanager
    def _begin(self) -> Iterator[Connection]:
        if self.read_only:
            raise StorageError("catalogue-read-only", path=engine.shown(self.location))
        if self._writing_thread == threading.get_ident():
            raise RuntimeError("a write inside a write would wait for itself")
        with self._turn:
            self._require_the_file()
            self._writing_thread = threading.get_ident()
            try:
                self.claim()
                with engine.plain_errors(self.location):
                    if self._write is None:
                        self._write = engine.write_engine(self.location, self.key)
                    with self._write.begin() as connection:
                        yield connection
                    self._require_the_file()
            except StorageError as error:
                # After an error of the disk, nothing the connection holds in memory is believed: the next write opens anew.
                if self._write is not None:
                    self._write.dispose()
                # Shared memory that was once opened for reading only stays so while anybody has it open.
                if error.code == "catalogue-read-only":
                    self._read.dispose()
                # What is left half changed must be undone by whoever may write: readers would be refused until then.
                if self._lock is not None:
                    with contextlib.suppress(StorageError):
                        engine.roll_back(self.location, self.key)
                raise
            finally:
                self._writing_thread = 0

    def _require_the_file(self) -> None:
        """Raises StorageError ``catalogue-gone`` where another file lies at the catalogue's place, or none: what is written would go into one that no
        name leads to, and be gone with this process."""
        if self._lock is None:
            return
        found = place.identity(Path(self.location))
        if self._file is None:
            self._file = found
        elif found is None or (found != self._file and self._numbered):
            raise StorageError("catalogue-gone", path=self.location)

    @cached_property
    def _numbered(self) -> bool:
        """Whether a file's number stays its own: on a network it may be made up anew at every look."""
        return not place.file_system(Path(self.location))


def _finish_restore(location: str) -> bool:
    """Whether a restore was cut off between taking the old file away and putting the verified new one in its place; it is finished then.

    Raises StorageError ``file-not-written``, ``catalogue-in-use`` while it is under way in another program.
    """
    ready = Path(location + RESTORING)
    if not ready.is_file():
        return False
    lock = Lock(Path(location + ".lock"))
    lock.take()
    try:
        with refusals(location):
            for ending in BESIDE:
                stale = Path(location + ending)
                if stale.exists():
                    stale.replace(f"{location}.replaced{ending}")
            ready.replace(location)
            sync_folder(ready.parent)
    finally:
        lock.release()
    return True


def _nobody(revision: Revision, trusted: frozenset[str]) -> bool:  # noqa: ARG001  # until a form is in use, no redaction is believed
    return False


def _none(revisions: Collection[Revision]) -> None:  # noqa: ARG001  # until forms are in use, only the values tell
    return None


def _no_form(state: PracticeState) -> Projection:
    raise RuntimeError(f"no form is in use, practice {state.practice} cannot be listed")
