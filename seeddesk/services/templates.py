"""The centre's own dossier: checking a template drawn in Word, and using it for every dossier from then on."""

from __future__ import annotations

import contextlib
from collections.abc import Sequence
from pathlib import Path

from seeddesk.domain.changes import Changes
from seeddesk.domain.dossier import TemplateProblem
from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.services import paths
from seeddesk.services.workspace import Workspace


def own_template(lang: str) -> bytes | None:
    """The template in use for a language, None when it is SeedDesk's own. Raises StorageError."""
    path = _place(lang)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError("template-not-read", path=path.name) from error


def use(ws: Workspace, path: Path, lang: str) -> tuple[Sequence[TemplateProblem], Changes]:
    """Check a template against the form, and use it from now on for dossiers and blanks in a language.

    It is not taken while it has a problem other than core fields left out; all problems are returned. Raises NotFound, StorageError.
    """
    from seeddesk.exchange.docx.writer import check_template
    from seeddesk.storage.files import write_atomic

    try:
        data = path.read_bytes()
    except FileNotFoundError as error:
        raise NotFound("template-not-found", path=path.name) from error
    except OSError as error:
        raise StorageError("template-not-read", path=path.name) from error
    problems = check_template(data, ws.form)
    if any(problem.serious for problem in problems):
        return problems, Changes()
    paths.templates().mkdir(parents=True, exist_ok=True)
    write_atomic(_place(lang), data)
    return problems, Changes(settings=True)


def drop(lang: str) -> Changes:
    """Go back to SeedDesk's own layout for a language."""
    with contextlib.suppress(FileNotFoundError):
        _place(lang).unlink()
    return Changes(settings=True)


def start(out: Path, lang: str) -> Path:
    """Write the template of SeedDesk's own layout, for a centre to change in Word. Raises StorageError."""
    from seeddesk.storage.files import write_atomic

    write_atomic(out, to_start_from(lang).read_bytes())
    return out


def to_start_from(lang: str) -> Path:
    """The template of SeedDesk's own layout, for a centre to change in Word."""
    return paths.resources() / "templates" / f"dossier-{lang}.docx"


def _place(lang: str) -> Path:
    return paths.templates() / f"dossier-{lang}.docx"
