"""Backups: a whole copy, opened and compared before it counts; and bringing one back with nothing thrown away."""

from __future__ import annotations

import contextlib
import re
import shutil
import time
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from sqlalchemy import insert, select

from seeddesk.domain.errors import NotAllowed, NotFound, StorageError
from seeddesk.domain.revision import Dot
from seeddesk.storage import check, parts, vault
from seeddesk.storage.beside import Beside
from seeddesk.storage.catalogue import Catalogue
from seeddesk.storage.driver import BESIDE, LOGS, connect
from seeddesk.storage.engine import errors, is_server, plain_errors
from seeddesk.storage.files import RESTORING, make_folder, sync_file, sync_folder
from seeddesk.storage.lock import Lock
from seeddesk.storage.schema import MADE, meta
from seeddesk.storage.view import View, chunks

KEEP_DAYS, KEEP_WEEKS, KEEP_MONTHS = 12, 10, 9
_NAME = re.compile(r"(\d{8}-\d{6})(-[a-z]+)?\.seeddesk")
_STAMP = "%Y%m%d-%H%M%S"


def write(catalogue: Catalogue, target: Path) -> Path:
    """A whole copy of a catalogue, as a catalogue file, under a name that is free. It is there only once it was opened, checked and compared.

    Raises StorageError ``backup-exists``, ``backup-bad``, ``disk-full``, ``file-not-written``.
    """
    if target.exists():
        raise StorageError("backup-exists", path=str(target))
    copy = _copy_rows if is_server(catalogue.location) else _copy_pages
    with _arriving(target, catalogue.location) as part:
        with ThreadPoolExecutor(1) as beside:
            with catalogue.read() as view:
                view.connection.execute(
                    select(meta.c.key)
                ).first()  # from here on it sees one moment, and the copy none before
                copying = beside.submit(copy, catalogue, part, check.is_large(catalogue, view))
                before = check.dots(view)
                copying.result()
            syncing = beside.submit(sync_file, part)
            copied = verify(part, catalogue.key)
            syncing.result()
        # One by one: the difference of two sets of 100,000 is a single step of Python, for which a window would wait.
        if any(copied.get(dot) != sha256 for dot, sha256 in before.items()):
            raise StorageError("backup-bad", path=str(target), reason="revisions are missing")
    return target


@contextlib.contextmanager
def _arriving(target: Path, like: str | Path) -> Iterator[Path]:
    """A name for a copy of a catalogue to be written under, which takes its place when the block ends well, with the keys of the catalogue `like`."""
    part = target.with_name(f".{target.name}.part")
    try:
        make_folder(target.parent)
        remove(part)  # what an earlier run left when it was killed
        yield part
        vault.copy(like, target)
        part.replace(target)
        sync_folder(target.parent)
    except OSError as error:
        raise StorageError("file-not-written", path=str(target), reason=error.strerror or str(error)) from error
    finally:
        remove(part)


def verify(path: Path, key: str | None = None) -> dict[Dot, str]:
    """Open a backup and check it; its revisions, dot -> sha256. key: see `Catalogue.open`. Raises NotFound ``catalogue-absent``, StorageError ``backup-bad`` and others."""
    catalogue = Catalogue.open(str(path), read_only=True, key=key)
    try:
        with catalogue.read() as view, check.pages_beside(catalogue, view) as pages:
            try:
                return check.dots(view)
            finally:  # what reading came upon says less than what is wrong with the pages
                if (wrong := next(pages, None)) is not None:
                    raise StorageError("backup-bad", path=str(path), reason=str(wrong.arguments))
    finally:
        catalogue.close()


def restore(location: str, backup: Path) -> Path | None:
    """Put a backup in a catalogue's place. The files that were there are kept beside it, with ``.replaced-<time>`` in their names.

    Works on a catalogue that no longer opens. Every connection of this process must be closed. The catalogue that comes back writes as a
    new device: the counters of the old one may have been used since the backup was made.
    Returns where the catalogue that was there is kept, None for none. Raises NotFound ``backup-absent``, StorageError ``catalogue-in-use``,
    ``backup-not-one``, ``backup-bad``, NotAllowed ``restore-server``; then everything is as it was.
    """
    if is_server(location):
        raise NotAllowed("restore-server")
    if not backup.is_file():
        raise (
            StorageError("backup-not-one", path=str(backup))
            if backup.exists()
            else NotFound("backup-absent", path=str(backup))
        )
    target = Path(location)
    ready, part = Path(location + RESTORING), Path(location + RESTORING + ".part")
    lock = Lock(Path(location + ".lock"))
    had_lock, done = lock.path.exists(), False
    try:
        make_folder(target.parent)
        lock.take()
        key = _key_of(location, backup)
        _copy(backup, part, key)
        _verify_copy(part, backup, key)
        _uproot(part, key)
        _take_up_keys(location, backup, part, key)
        sync_file(part)
        part.replace(ready)  # from here on, opening the catalogue would finish the work
        sync_folder(target.parent)
        kept = put_aside(target)
        ready.replace(target)
        sync_folder(target.parent)
        if vault.is_protected(location) and not vault.is_plain(location):
            vault.settle(location)
        done = True
    except OSError as error:
        raise StorageError("file-not-written", path=location, reason=error.strerror or str(error)) from error
    finally:
        remove(part)
        lock.release()
        if not done and not had_lock and not ready.exists():
            lock.path.unlink(missing_ok=True)  # ours alone: there was no catalogue that anybody could have had open
    with contextlib.closing(Catalogue.open(location)) as catalogue, catalogue.write():
        pass  # it becomes another device here and now: see `_uproot`
    return kept


def _uproot(copy: Path, key: str) -> None:
    """Let a copy that is about to take a catalogue's place say that it was last written elsewhere: whoever writes it first does so as another
    device, also where the power goes before this program has."""
    with plain_errors(str(copy)), contextlib.closing(connect(copy, key)) as connection:
        connection.execute("INSERT OR REPLACE INTO meta (key, value) VALUES ('home', '?')")


def _key_of(location: str, backup: Path) -> str:
    """The key of a backup: by the keys beside it, else, where those were lost, by the catalogue's."""
    if vault.is_protected(backup):
        return vault.key_for(str(backup))
    if vault.is_plain(backup) or not vault.is_protected(location):
        return ""
    return vault.fitting(backup, vault.open_keys(location))


def _take_up_keys(location: str, backup: Path, copy: Path, key: str) -> None:
    """See to it that the catalogue's keys open what is about to take its place, and that a protected catalogue stays one."""
    if not key and vault.is_protected(location) and not vault.is_settled(location) and vault.is_plain(location):
        return  # protecting was cut off before it began
    try:
        keys = vault.open_keys(location) if vault.is_protected(location) else None
    except StorageError as error:
        if error.code != "keys-damaged" or not key:
            raise
        vault.put_aside(location)
        keys = None
    if keys is None:
        if key:
            vault.write(location, replace(vault.open_keys(backup), settled=False))
    elif key and key not in keys.data:
        vault.write(location, replace(keys, data=(*keys.data, key)))
    elif not key:
        from seeddesk.storage import carry

        carry.carry(copy, "", keys.data[0])


def _copy(backup: Path, copy: Path, key: str) -> None:
    """Copy a backup. A catalogue that was put aside after a crash has a write-ahead log, which holds its last changes: it comes along."""
    shutil.copyfile(backup, copy)
    log = Path(f"{backup}-wal")
    if not log.exists() or not log.stat().st_size:
        return
    shutil.copyfile(log, f"{copy}-wal")
    try:
        with contextlib.closing(connect(copy, key)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except errors() as error:
        raise StorageError("backup-bad", path=str(backup), reason=str(error)) from error


def _verify_copy(copy: Path, backup: Path, key: str) -> None:
    """Verify a copy that was made of a backup; what is wrong is said of the backup, which is the file people know."""
    try:
        verify(copy, key)
    except (NotFound, StorageError) as error:
        if error.code in ("catalogue-absent", "catalogue-not-one", "keys-absent"):
            raise StorageError("backup-not-one", path=str(backup)) from error
        if error.code in ("catalogue-damaged", "backup-bad"):
            raise StorageError("backup-bad", path=str(backup), reason=error.arguments["reason"]) from error
        raise StorageError(error.code, **{**error.arguments, "path": str(backup)}) from error


def put_aside(target: Path) -> Path | None:
    """Rename a database and everything SQLite keeps beside it, together: a stale write-ahead log would corrupt what takes its place, and without it the
    database would lack what was saved last. So the log is there under its new name before the database is.

    Returns the database's new name, None where there was none.
    """
    was_there = target.exists()
    stamp = free = time.strftime(f".replaced-{_STAMP}")
    number = 1
    while any(Path(f"{target}{free}{ending}").exists() for ending in ("", *BESIDE)):  # two within one second
        number += 1
        free = f"{stamp}-{number}"
    stamp = free
    if was_there:
        vault.copy(target, f"{target}{stamp}")
        for ending in LOGS:
            if Path(f"{target}{ending}").exists():
                shutil.copyfile(f"{target}{ending}", f"{target}{stamp}{ending}")
                sync_file(Path(f"{target}{stamp}{ending}"))
        sync_folder(target.parent)
    for ending in ("", *BESIDE):
        path = Path(f"{target}{ending}")
        if path.exists():
            path.replace(Path(f"{target}{stamp}{ending}"))
    return Path(f"{target}{stamp}") if was_there else None


def copy_verified(backup: Path, folder: Path) -> Path:
    """A copy of a backup in another folder (a stick), under the same name; there only once it was opened, checked and compared.

    Raises StorageError ``backup-bad``, ``disk-full``, ``file-not-written`` and others.
    """
    target = folder / backup.name
    with _arriving(target, backup) as part:
        shutil.copyfile(backup, part)
        sync_file(part)
        key = vault.key_for(str(backup))
        if verify(part, key) != verify(backup, key):
            raise StorageError("backup-bad", path=str(target), reason="revisions are missing")
    return target


def free_name(folder: Path, stem: str) -> Path:
    """The path of a catalogue file that is not there yet: ``<stem>.seeddesk``, ``<stem>-2.seeddesk`` …"""
    path, number = folder / f"{stem}.seeddesk", 1
    while path.exists():
        number += 1
        path = folder / f"{stem}-{number}.seeddesk"
    return path


def name(now: datetime, reason: str = "") -> str:
    """The file name of a backup. reason: one word, ``import``, ``restore`` …"""
    return f"{now.strftime(_STAMP)}{'-' + reason if reason else ''}.seeddesk"


def made(folder: Path) -> dict[datetime, Path]:
    """The backups in a folder by when they were made, oldest first; files of other names are none of ours. What says that it was made later than
    now says so by a clock that was wrong, or that is now, or that was put back for the winter: it was made before all that do not."""
    found = {}
    for path in folder.glob("*.seeddesk"):
        match = _NAME.fullmatch(path.name)
        if match:
            found[datetime.strptime(match[1], _STAMP)] = path
    soon = datetime.now() + timedelta(minutes=1)  # of two within one second the other is named a second later
    return dict(sorted(found.items(), key=lambda one: (one[0] <= soon, one[0])))


def kept(times: Iterable[datetime], now: datetime) -> set[datetime]:
    """Which backups stay: all of the last day, and the last one of each of 12 days, 10 weeks and 9 months that have any."""
    latest = sorted(times, reverse=True)
    staying = {one for one in latest if one > now - timedelta(days=1)}
    for most, period in ((KEEP_DAYS, "%Y-%j"), (KEEP_WEEKS, "%G-%V"), (KEEP_MONTHS, "%Y-%m")):
        last_of: dict[str, datetime] = {}
        for one in latest:
            last_of.setdefault(one.strftime(period), one)
        staying.update(sorted(last_of.values(), reverse=True)[:most])
    return staying


def thin_out(folder: Path, now: datetime) -> None:
    """Remove the backups that need not stay."""
    backups = made(folder)
    for one in backups.keys() - kept(backups, now):
        backups[one].unlink(missing_ok=True)
        vault.beside(backups[one]).unlink(missing_ok=True)


def _copy_pages(source: Catalogue, target: Path, large: bool) -> None:
    """A catalogue's file, by a process of its own where it is large. Somebody must be reading meanwhile."""

    def as_it_lies(target: Path) -> bool:
        with Beside(partial(parts.copier, source.location), lambda _: False, int(large)) as process:
            done = next(process.each([str(target)]))
        if not done:
            remove(target)
        return done

    target.touch()  # where nothing can be written, it is the copy that is named
    source.copy_into(target, as_it_lies)


def _copy_rows(source: Catalogue, target: Path, _large: bool) -> None:
    """A server's catalogue as a file: what people made is copied, what is derived is derived again."""
    copy = Catalogue.create(str(target))
    try:
        copy.use(source.form_of, source.project, lambda revision, trusted: False)  # nothing is appended here
        with source.read() as view, copy.write() as tx:
            _copy_tables(view, tx)
            if source.lists:
                tx.rebuild()
            else:  # before its schema is changed: whoever opens the copy makes its lists
                tx.drop_note("derived")
    finally:
        copy.close()


def _copy_tables(view: View, tx: View) -> None:
    for table in MADE:
        tx.connection.execute(table.delete())
        asked = select(table) if table is not meta else select(meta).where(meta.c.key != "schema")
        for part in chunks(view.connection.execute(asked).mappings(), 200):
            tx.connection.execute(insert(table), [dict(row) for row in part])


def remove(path: Path) -> None:
    """Remove a catalogue file of our own that was half made or has served, with what lies beside it."""
    for ending in ("", *BESIDE, ".lock"):
        with contextlib.suppress(
            OSError
        ):  # what is left of a half-made file harms nobody; the next one of its name takes its place
            Path(f"{path}{ending}").unlink(missing_ok=True)
