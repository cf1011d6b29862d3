"""Protection at rest: a catalogue encrypted from the beginning or later, its keys changed, lost and found again.

Every verb but `create` works on a catalogue that no workspace of this process has open. What a recovery code is needed for is written only
after `show` was called with it: a code nobody saw opens nothing anybody has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.domain.changes import Progress
from seeddesk.domain.errors import NotAllowed, NotFound, StorageError, UsageError
from seeddesk.services import backup_folders, paths
from seeddesk.services.settings import load
from seeddesk.services.workspace import Workspace, where

if TYPE_CHECKING:
    from seeddesk.storage.vault import Keys

Show = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Protected:
    """What was done. in_keyring: whether this computer's keyring keeps the key, so that no code is asked for · copies: backups and kept
    catalogues brought over to the key · left: those that no known key opens, as they were · away: the second place, when it is not there: its copies
    are as they were, until this is done again while it is."""

    location: str
    in_keyring: bool = False
    copies: int = 0
    left: tuple[Path, ...] = ()
    away: Path | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """How a catalogue is protected. state: see `state` · in_keyring: this computer's keyring has its key · keyring: there is one ·
    centres: the public keys of the centres that can open it · server: it lies on a server, whose own means protect it."""

    state: str
    in_keyring: bool = False
    keyring: bool = False
    centres: tuple[str, ...] = ()
    server: bool = False


def standing(location: str | Path | None = None) -> Standing:
    """How a catalogue is protected. Raises StorageError ``keys-damaged``."""
    from seeddesk.storage import engine, keychain, vault

    place = where(location, load())
    if engine.is_server(place):
        return Standing("plain", server=True)
    found = state(place)
    if found == "plain":
        return Standing(found, keyring=keychain.there())
    kept = keychain.find(vault.open_keys(place).id) is not None
    return Standing(found, kept, keychain.there(), tuple(vault.centres(place)))


def new_code() -> str:
    """A recovery code, for a person to see and note before anything is encrypted with it."""
    from seeddesk.storage import recovery

    return recovery.new()


def centre_key_of(text: str) -> str:
    """A centre's public key as somebody pasted it, clean; "" for nothing. Raises UsageError ``centre-key-form``."""
    from seeddesk.storage import centre_key

    return centre_key.check(text) if text.strip() else ""


def write_sheet(out: Path, text: str) -> None:
    """Keep the sheet with a recovery code in a file that only its owner may read. Raises StorageError ``file-not-written``."""
    from seeddesk.storage.files import write_atomic

    write_atomic(out, text.encode())
    out.chmod(0o600)


def state(location: str | Path | None = None) -> str:
    """``plain``, ``protected``, or ``unfinished`` while a catalogue is on its way between the two."""
    from seeddesk.storage import engine, vault

    place = where(location, load())
    if engine.is_server(place) or not vault.is_protected(place):
        return "plain"
    return "protected" if vault.is_settled(place) else "unfinished"


def create(
    show: Show, location: str | Path | None = None, author: str = "", lang: str = "", centre: str = "", code: str = ""
) -> tuple[Workspace, Protected]:
    """A workspace on a new catalogue that is encrypted from its first byte. show: is given the recovery code · centre: a centre's public key ·
    code: one of `new_code`, which its owner has noted already; "" for a fresh one.

    Raises StorageError ``catalogue-exists``, UsageError ``centre-key-form``, NotAllowed ``protect-server``.
    """
    from seeddesk.storage import vault

    place = _file(location)
    if Path(place).exists():
        raise StorageError("catalogue-exists", path=place)
    with _held(place):
        vault.put_aside(place)
        keys = _new_keys(show, (centre,) if centre else (), code=code)
        kept = vault.keep(keys)
        vault.write(place, keys)
    return Workspace.create(place, author, lang), Protected(place, kept)


def protect(
    show: Show, location: str | Path | None = None, centre: str = "", progress: Progress | None = None, code: str = ""
) -> Protected:
    """Encrypt a catalogue that is there, its backups, also in the second place, and what restores kept of it; the plain files are overwritten and removed. code: as for
    `create`.

    On one that is protected already: bring over what is not yet, and nothing is shown. Raises StorageError ``catalogue-in-use``,
    ``catalogue-busy``, ``disk-full`` and others; whatever happens, the catalogue is there, plain or encrypted, whole.
    """
    from seeddesk.storage import vault

    place = _there(location)
    with _held(place):
        if not vault.is_protected(place) or (not vault.is_settled(place) and vault.is_plain(place)):
            vault.put_aside(place)
            keys = _new_keys(show, (centre,) if centre else (), code=code)
            vault.keep(keys)
            vault.write(place, replace(keys, settled=False))
        return _bring_over(place, progress or Progress())


def unprotect(location: str | Path | None = None) -> Protected:
    """Make a protected catalogue a plain one. Its backups stay encrypted, with their keys beside them. Raises as `protect`."""
    from seeddesk.storage import carry, vault

    place = _there(location)
    with _held(place):
        if not vault.is_protected(place):
            raise NotAllowed("not-protected", path=place)
        key = vault.key_for(place)
        if key:
            vault.settle(place, settled=False)
            carry.carry(Path(place), key, "")
        carry.tidy(Path(place))
        vault.put_aside(place)
    return Protected(place)


def rekey(
    show: Show, location: str | Path | None = None, centre: str = "", progress: Progress | None = None, code: str = ""
) -> Protected:
    """A new key and a new recovery code for a catalogue and its backups; the code there was opens them no longer.

    centre: a public key for whom the new key is sealed besides, instead of those it was sealed for; "" for the same ones · code: as for
    `create`.
    """
    from seeddesk.storage import keychain, vault

    place = _there(location)
    with _held(place):
        if not vault.is_protected(place):
            raise NotAllowed("not-protected", path=place)
        before = vault.open_keys(place)
        keys = _new_keys(show, (centre,) if centre else tuple(vault.centres(place)), before.data, code)
        vault.keep(keys)
        vault.write(place, replace(keys, settled=before.settled))
        done = _bring_over(place, progress or Progress())
        if done.in_keyring and not done.left and done.away is None:
            keychain.forget(before.id)
    return done


def unlock(code: str, location: str | Path | None = None, keys_file: Path | None = None) -> Protected:
    """Open a protected catalogue by its recovery code: for this process, and where there is a keyring for good.

    keys_file: the file of keys beside a backup, to be put in the place of one that is lost or damaged. Raises UsageError
    ``recovery-code-form``, ``recovery-code-typo``, StorageError ``recovery-code-wrong``, ``keys-absent``, ``keys-damaged``.
    """
    from seeddesk.storage import vault

    place = _file(location)
    if keys_file is not None:
        opened = vault.open_by_code(str(keys_file).removesuffix(vault.ENDING), code)
        vault.put_back(place, keys_file)
    else:
        opened = vault.open_by_code(place, code)
    return Protected(place, vault.keep(opened))


def recover(secret_file: Path, location: str | Path | None = None) -> Protected:
    """Open a protected catalogue by the secret key of a centre it was sealed for, as `unlock` does by a code."""
    from seeddesk.storage import vault

    place = _file(location)
    try:
        secret = secret_file.read_text("utf-8")
    except OSError as error:
        raise StorageError("file-not-read", path=str(secret_file), reason=error.strerror or str(error)) from error
    except ValueError as error:  # no text at all
        raise UsageError("centre-key-form") from error
    return Protected(place, vault.keep(vault.open_by_centre(place, secret)))


def new_centre_key(out: Path) -> str:
    """Make a centre's key pair: the secret half goes to a new file that only its owner may read, the public half is returned."""
    from seeddesk.storage import centre_key
    from seeddesk.storage.files import write_atomic

    if out.exists():
        raise StorageError("backup-exists", path=str(out))
    secret, public = centre_key.new()
    write_atomic(out, f"{secret}\n".encode())
    out.chmod(0o600)
    return public


def _new_keys(show: Show, centres: tuple[str, ...], former: tuple[str, ...] = (), code: str = "") -> Keys:
    from seeddesk.storage import recovery, vault

    shown = code or recovery.new()
    keys = vault.new(shown, centres, former)
    if not code:
        show(shown)
    return keys


def _bring_over(place: str, progress: Progress) -> Protected:
    """Carry a catalogue and every copy of it over to the newest of its keys; the catalogue first."""
    from seeddesk.storage import carry, vault

    keys = vault.open_keys(place)
    now = vault.key_for(place)
    carry.tidy(Path(place))
    if now != keys.data[0]:
        carry.carry(Path(place), now, keys.data[0])
    keys = replace(keys, settled=True)
    vault.write(place, keys)
    copies = list(_copies(place))
    done, left = 0, []
    for number, copy in enumerate(copies):
        progress.step(number, len(copies), copy.name)
        changed = _bring_copy(copy, keys)
        done += changed is True
        left += [copy] if changed is None else []
    second = load().second_place
    away = Path(second) if second and not Path(second).is_dir() else None
    return Protected(place, vault.keep(keys), done, tuple(left), away)


def _bring_copy(copy: Path, keys: Keys) -> bool | None:
    """Carry one copy over; whether it was needed, None when no key opens it."""
    from seeddesk.storage import carry, driver, vault

    carry.tidy(copy)
    old = "" if vault.is_plain(copy) else vault.fitting(copy, keys)
    if old and not driver.opens(copy, old):
        try:
            old = vault.key_for(str(copy))
        except StorageError:
            return None
        if not old or not driver.opens(copy, old):
            return None
    needed = old != keys.data[0]
    if needed:
        # Beside a copy, its own key stays among the keys until it is carried over.
        data = keys.data if old in ("", *keys.data) else (*keys.data, old)
        vault.write(copy, replace(keys, data=data, settled=False))
        try:
            carry.carry(copy, old, keys.data[0])
        except StorageError as error:
            if error.code not in ("catalogue-damaged", "catalogue-key-wrong", "catalogue-not-one"):
                raise
            return None
    vault.write(copy, keys)
    return needed


def _copies(place: str) -> Iterator[Path]:
    """The backups of a catalogue, what restores kept of it, and the copies in the second place when that is there."""
    from seeddesk.storage import backup
    from seeddesk.storage.carry import OUTGOING, tidy
    from seeddesk.storage.catalogue import Catalogue
    from seeddesk.storage.driver import BESIDE
    from seeddesk.storage.files import RESTORING

    catalogue = Catalogue.open(place, read_only=True)
    try:
        folder = backup_folders.of(catalogue)
    finally:
        catalogue.close()
    chosen = load().second_place
    second = backup_folders.away(folder, Path(chosen)) if chosen else None
    for one in (folder, second) if second else (folder,):
        for cut_off in [*one.glob(f"*{RESTORING}"), *one.glob(f"*{OUTGOING}")]:
            tidy(cut_off.with_suffix(""))
    yield from backup.made(folder).values()
    path, no_database = Path(place), (*BESIDE, vault_ending(), RESTORING, OUTGOING, ".part", ".lock")
    for kept in sorted(path.parent.glob(f"{path.name}.replaced-*")):
        if not kept.name.endswith(no_database) and f"{vault_ending()}.kept-" not in kept.name:
            yield kept
    if second:
        yield from backup.made(second).values()


def vault_ending() -> str:
    """How the name of a file of keys ends."""
    from seeddesk.storage.vault import ENDING

    return ENDING


def _file(location: str | Path | None) -> str:
    """The file of a catalogue. Raises NotAllowed for one on a server, which the server's own means protect."""
    from seeddesk.storage import engine

    place = where(location, load())
    if engine.is_server(place):
        raise NotAllowed("protect-server")
    return place


def _there(location: str | Path | None) -> str:
    from seeddesk.storage.carry import tidy

    place = _file(location)
    if Path(place).parent.is_dir() and not Path(place).exists():
        tidy(Path(place))
    if not Path(place).is_file():
        raise NotFound("catalogue-absent", path=place)
    return place


@contextmanager
def _held(place: str) -> Iterator[None]:
    """Nobody else writes meanwhile."""
    from seeddesk.storage.lock import Lock

    paths.make_folder(Path(place).parent)
    lock = Lock(Path(place + ".lock"))
    lock.take()
    try:
        yield
    finally:
        lock.release()
