"""The commands that encrypt a catalogue and open it again, and the secrets that commands ask for."""

from __future__ import annotations

import getpass
import os
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from seeddesk.cli import telling
from seeddesk.cli.arguments import Request
from seeddesk.cli.session import DONE, NEEDS_PERSON, progress
from seeddesk.domain.errors import StorageError, UsageError
from seeddesk.domain.messages import sentence

if TYPE_CHECKING:
    from seeddesk.services.protecting import Protected

CODE, PASSWORD = "SEEDDESK_RECOVERY_CODE", "SEEDDESK_PASSWORD"


def secret(request: Request, variable: str, question: str) -> str:
    """What a person types unseen, or a script hands over in a variable or on standard input. Raises UsageError ``recovery-code-missing``."""
    found = os.environ.get(variable, "")
    if not found and sys.stdin is not None:
        asked = sentence(question, request.lang)
        found = getpass.getpass(asked) if sys.stdin.isatty() else sys.stdin.readline().rstrip("\r\n")
    if not found:
        raise UsageError("recovery-code-missing", name=variable)
    return found


def unlocked(request: Request, error: StorageError) -> bool:
    """Whether a catalogue that is locked could be opened for this command: by the variable, or by somebody at a terminal."""
    from seeddesk.services import protecting

    if not os.environ.get(CODE) and not (sys.stdin is not None and sys.stdin.isatty()):
        return False
    protecting.unlock(secret(request, CODE, "cli-ask-code"), str(error.arguments["path"]))
    return True


def open_backup(request: Request) -> None:
    """Open a backup that a recovery code locks, where the variable has one: for what goes on without it otherwise."""
    from seeddesk.services import maintenance, protecting

    code = os.environ.get(CODE, "")
    locked = maintenance.locked_backup(request.catalogue) if code else None
    if locked is not None:
        protecting.unlock(code, locked)


def init(request: Request) -> int:
    """Make a catalogue that is encrypted."""
    from seeddesk.services import protecting

    show, said = _showing(request)
    ws, done = protecting.create(show, request.catalogue, request.author or "", request.lang, request.values.centre)
    ws.close()
    lines = [sentence("cli-init", request.lang, path=done.location), *_keyring(request, done)]
    telling.say(request, {"catalogue": done.location, "in_keyring": done.in_keyring, **said}, "\n".join(lines))
    return DONE


def _protect(request: Request) -> int:
    from seeddesk.services import protecting

    show, said = _showing(request)
    done = protecting.protect(show, request.catalogue, request.values.centre, progress(request))
    return _protected(request, done, said, [sentence("cli-protected-disk", request.lang)])


def _rekey(request: Request) -> int:
    from seeddesk.services import protecting

    show, said = _showing(request)
    done = protecting.rekey(show, request.catalogue, request.values.centre, progress(request))
    return _protected(request, done, said, [])


def _unprotect(request: Request) -> int:
    from seeddesk.services import protecting

    done = protecting.unprotect(request.catalogue)
    telling.say(request, {"catalogue": done.location}, sentence("cli-unprotected", request.lang, path=done.location))
    return DONE


def _unlock(request: Request) -> int:
    from seeddesk.services import protecting

    values = request.values
    if values.centre_key:
        done = protecting.recover(Path(values.centre_key), request.catalogue)
    else:
        keys = Path(values.keys) if values.keys else None
        done = protecting.unlock(secret(request, CODE, "cli-ask-code"), request.catalogue, keys)
    code = "cli-unlocked" if done.in_keyring else "cli-unlocked-once"
    data = {"catalogue": done.location, "in_keyring": done.in_keyring}
    telling.say(request, data, sentence(code, request.lang, path=done.location))
    return DONE


def _centre_key(request: Request) -> int:
    from seeddesk.services import protecting

    out = Path(request.values.out)
    public = protecting.new_centre_key(out)
    data = {"file": str(out), "public": public}
    telling.say(request, data, sentence("cli-centre-key", request.lang, path=out, public=public))
    return DONE


def _showing(request: Request) -> tuple[Callable[[str], None], dict[str, str]]:
    """What shows a recovery code, at once and for good, and where it is noted for the answer in JSON."""
    said: dict[str, str] = {}

    def show(code: str) -> None:
        said["recovery_code"] = code
        stream = sys.stderr if request.as_json else sys.stdout
        print(sentence("cli-code", request.lang, letters=code), file=stream, flush=True)

    return show, said


def _protected(request: Request, done: Protected, said: Mapping[str, str], more: list[str]) -> int:
    lang = request.lang
    lines = [sentence("cli-protected", lang, path=done.location, count=done.copies), *more, *_keyring(request, done)]
    lines += [f"! {sentence('cli-protected-left', lang, path=path)}" for path in done.left]
    lines += [f"! {sentence('cli-protected-away', lang, path=done.away)}"] if done.away else []
    data = {
        "catalogue": done.location,
        "in_keyring": done.in_keyring,
        "copies": done.copies,
        "left": [str(path) for path in done.left],
        "away": str(done.away) if done.away else None,
        **said,
    }
    telling.say(request, data, "\n".join(lines))
    return NEEDS_PERSON if done.left or done.away else DONE


def _keyring(request: Request, done: Protected) -> list[str]:
    return [] if done.in_keyring else [sentence("cli-no-keyring", request.lang)]


COMMANDS: Mapping[str, Callable[[Request], int]] = {
    "protect": _protect,
    "unprotect": _unprotect,
    "rekey": _rekey,
    "unlock": _unlock,
    "centre-key": _centre_key,
}
