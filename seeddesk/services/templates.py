"""The centre's own dossier: checking a template drawn in Word, and using it for every dossier from then on."""

from __future__ import annotations

import contextlib
import hashlib
import re
from collections.abc import Sequence
from pathlib import Path

from seeddesk.domain.changes import Changes
from seeddesk.domain.dossier import TemplateProblem
from seeddesk.domain.errors import NotFound, StorageError
from seeddesk.domain.form import Form
from seeddesk.domain.messages import LANGUAGES
from seeddesk.services import paths
from seeddesk.services.workspace import Workspace

PRACTICE = "seeddesk-practice"  # the id of the practice form


def own_template(lang: str, form: str = PRACTICE) -> bytes | None:
    """The template in use for a form (its id) in a language, None when it is SeedDesk's own. Raises StorageError."""
    path = _place(lang, form)
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise StorageError("template-not-read", path=path.name) from error


def use(ws: Workspace, path: Path, lang: str, form: str = PRACTICE) -> tuple[Sequence[TemplateProblem], Changes]:
    """Check a template against a form (named by its id), and use it from now on for its dossiers and blanks in a language.

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
    problems = check_template(data, ws.form_named(form))
    if any(problem.serious for problem in problems):
        return problems, Changes()
    write_atomic(_place(lang, form), data)
    return problems, Changes(settings=True)


def drop(lang: str, form: str = PRACTICE) -> Changes:
    """Go back to SeedDesk's own layout for a form in a language."""
    with contextlib.suppress(FileNotFoundError):
        _place(lang, form).unlink()
    return Changes(settings=True)


def start(out: Path, lang: str, form: Form | None = None) -> Path:
    """Write the template of SeedDesk's own layout, for the practice form or another, for a centre to change in Word. Raises StorageError."""
    from seeddesk.exchange.docx.writer import starting_template
    from seeddesk.storage.files import write_atomic

    ready = form is None or (form.id == PRACTICE and lang in LANGUAGES)
    write_atomic(out, to_start_from(lang).read_bytes() if ready or form is None else starting_template(form, lang))
    return out


def to_start_from(lang: str) -> Path:
    """The template of SeedDesk's own layout, for a centre to change in Word."""
    return paths.resources() / "templates" / f"dossier-{lang}.docx"


def _place(lang: str, form: str) -> Path:
    """Named by the form's id, or by a print of one that could not be a file's name; the practice form's needs no name."""
    if form == PRACTICE:
        return paths.templates() / f"dossier-{lang}.docx"
    plain = re.fullmatch(r"[a-z0-9][a-z0-9_.-]{0,60}", form)
    name = form if plain else hashlib.sha256(form.encode()).hexdigest()[:16]
    return paths.templates() / f"dossier-{lang}@{name}.docx"
