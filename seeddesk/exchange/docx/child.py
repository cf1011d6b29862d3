"""Returned dossiers read in a process of their own (`exchange.child`); it asks its parent for forms and base records, so needs no catalogue."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from seeddesk.domain.dossier import Base, Return
from seeddesk.domain.errors import Refused
from seeddesk.domain.form import Form
from seeddesk.exchange.child import Ask, Child, Limits, Waiting, idle, read_each
from seeddesk.exchange.docx.guard import FILE_LIMIT
from seeddesk.exchange.docx.identity import FindBase
from seeddesk.exchange.docx.reader import FindForm, read_return

LIMITS = Limits(seconds=10)
Passwords = str | Mapping[str, str]  # one for all dossiers, or by their paths ("": for the rest)


def read_in_child(
    paths: Iterable[Path],
    find_form: FindForm,
    default_form: Form,
    find_base: FindBase,
    password: Passwords = "",
    waiting: Waiting = idle,
) -> Iterator[tuple[Path, Return | Refused]]:
    """Read many files under limits, in their order: each with what was read, or why it was refused.

    `find_form` and `find_base` (see `reader.read_return`) are called in this process and thread. password: opens those that have one ·
    waiting: called with a file's path while it is read; may raise Cancelled.
    """
    return read_each(reading_child(find_form, default_form, find_base, password, waiting), paths)


def reading_child(
    find_form: FindForm,
    default_form: Form,
    find_base: FindBase,
    password: Passwords = "",
    waiting: Waiting = idle,
) -> Child[Return]:
    """The process that reads dossiers."""
    answers: Mapping[str, Callable[..., object]] = {"form": find_form, "base": find_base}
    return Child(_reader, (default_form, password), LIMITS, _stopped, answers, waiting)


def opened(path: Path, password: str) -> bytes:
    """The bytes of a document, out of its protection where there is one and a password was given."""
    data = path.read_bytes()
    if not password or len(data) > FILE_LIMIT:
        return data
    from seeddesk.exchange.docx import protected

    return protected.unprotect(data, password) if protected.is_protected(data) else data


def _reader(ask: Ask, default_form: Form, passwords: Passwords) -> Callable[[Path], Return]:
    forms: dict[tuple[str, str], Form | None] = {}

    def find_form(form: str, version: str) -> Form | None:
        if (form, version) not in forms:
            forms[form, version] = ask("form", form, version)
        return forms[form, version]

    def find_base(practice: str, code: str, revision: int, sha256: str) -> Base | None:
        found: Base | None = ask("base", practice, code, revision, sha256)
        return found

    def password(path: Path) -> str:
        return passwords if isinstance(passwords, str) else passwords.get(str(path), passwords.get("", ""))

    return lambda path: read_return(opened(path, password(path)), find_form, default_form, find_base)


def _stopped(_path: Path) -> Refused:
    return Refused("reading-stopped", seconds=round(LIMITS.seconds))
