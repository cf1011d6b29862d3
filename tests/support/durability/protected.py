"""Operations on a protected catalogue: saves in it, and a change of its key; nothing of it may be read in any file that is left."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path

from seeddesk.domain.errors import UserError
from seeddesk.services import protecting, recording
from seeddesk.storage import keychain, recovery, vault
from tests.support.durability.scene import CATALOGUE, Operation, Said, Say, Step, workspace

CANARY = "Zibellino-canarino-9417"
CODES = "codes.json"


def weaken() -> None:
    """In this process, derive keys cheaply and use no keyring of the person's."""
    recovery.MEMORY = 1 << 14
    keychain._keyring = lambda: None


def leaks(folder: Path) -> list[str]:
    """The files in which the canary can be read."""
    return [
        str(path.relative_to(folder))
        for path in folder.rglob("*")
        if path.is_file() and CANARY.encode() in path.read_bytes()
    ]


def _prepare(folder: Path) -> None:
    weaken()
    codes: list[str] = []
    protecting.protect(codes.append, folder / CATALOGUE)
    (folder / CODES).write_text(json.dumps(codes))
    _unlock(folder, ())
    with workspace(folder) as ws:
        recording.start(ws, {"title": CANARY})


def _unlock(folder: Path, said: Sequence[Said]) -> None:
    """Open it with every code there is; one that was shown just before a kill may open nothing yet."""
    weaken()
    vault.forget()
    codes = json.loads((folder / CODES).read_text()) + [line["code"] for line in said if "code" in line]
    for code in codes:
        with suppress(UserError):
            protecting.unlock(code, folder / CATALOGUE)


@contextmanager
def _unlocked(folder: Path, said: Sequence[Said]) -> Iterator[None]:
    _unlock(folder, said)
    try:
        yield
    finally:
        vault.forget()


def _saving(folder: Path, say: Say) -> Step:
    _unlock(folder, ())
    ws = workspace(folder)

    def step(number: int) -> None:
        values = {"title": f"{CANARY} {number}"}
        practice = recording.start(ws, values)[0]
        say({"practice": practice, "values": values})

    return step


def _rekeying(folder: Path, say: Say) -> Step:
    """A save, then another key."""
    _unlock(folder, ())

    def show(code: str) -> None:
        say({"code": code})

    def step(number: int) -> None:
        with workspace(folder) as ws:
            values = {"title": f"{CANARY} {number}"}
            practice = recording.start(ws, values)[0]
            say({"practice": practice, "values": values})
        protecting.rekey(show, folder / CATALOGUE)
        say({"rekeyed": number})

    return step


def _readable(folder: Path, said: Sequence[Said]) -> Iterator[str]:  # nothing may be read, whatever was said
    yield from (f"can be read: {name}" for name in leaks(folder))


OPERATIONS = {
    "save, protected": Operation(_saving, _prepare, _readable, _unlocked),
    "rekey": Operation(_rekeying, _prepare, _readable, _unlocked),
}
