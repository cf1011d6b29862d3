"""What every command works with: the catalogue it opens, how far it is, and by which form it speaks of a practice."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from seeddesk.cli.arguments import Request
from seeddesk.domain.changes import Progress
from seeddesk.domain.form import Field, Form, Group, Texts, pick, plain_words
from seeddesk.domain.messages import sentence

if TYPE_CHECKING:
    from seeddesk.domain.state import PracticeState
    from seeddesk.services.workspace import Workspace

DONE, REFUSED, NEEDS_PERSON = 0, 1, 3


@dataclass(frozen=True, slots=True)
class Voice:
    """How a practice is spoken of: by its own form, in the language asked for."""

    ws: Workspace
    form: Form

    @classmethod
    def of(cls, ws: Workspace, practice: str | PracticeState) -> Voice:
        """For one practice, by its id or its state."""
        return cls(ws, ws.form_of(practice))

    @property
    def lang(self) -> str:
        """``it`` or ``en``."""
        return self.ws.lang

    def said(self, texts: Texts, default: str = "") -> str:
        """Words of the form."""
        return plain_words(pick(texts, self.lang, default), self.form, self.lang)

    def asked(self, path: str) -> Field | Group | None:
        """The question or repeat at a path or template, as an earlier or another form put it where the practice's own has none."""
        from seeddesk.services import earlier

        return None if path.startswith("@") else earlier.question(self.ws, self.form, path)


def workspace(request: Request, read_only: bool = False) -> Workspace:
    """The catalogue of a request, open, and brought to this schema if it can be; what a person should know of it is said on stderr after an end that was none."""
    from seeddesk.services import maintenance, opening, protecting

    at_once = read_only and not maintenance.of_an_earlier_schema(request.catalogue)
    told = progress(request)
    opened = opening.open_catalogue(request.catalogue, request.author or "", request.lang, at_once, told)
    if opened.problem is not None and read_only and not at_once:  # it can be read as it is, though not searched
        opened = opening.open_catalogue(request.catalogue, request.author or "", request.lang, read_only)
    if opened.problem is not None:
        raise opened.problem
    found = opened.workspace
    assert found is not None
    if found.catalogue.abandoned is not None:
        for one in opened.notices:
            print(sentence(one.code, found.lang, **one.arguments), file=sys.stderr)
    if protecting.state(request.catalogue) == "unfinished":
        print(sentence("protect-unfinished", request.lang), file=sys.stderr)
    return found


def progress(request: Request) -> Progress:
    """Shown on a terminal only."""
    from seeddesk.cli.telling import one_line

    if request.as_json or not sys.stderr.isatty():
        return Progress()

    def report(done: int, total: int, what: str) -> None:
        print(
            f"\r\x1b[K{done}/{total} {one_line(what, 60)}" if done < total else "\r\x1b[K",
            end="",
            file=sys.stderr,
            flush=True,
        )

    return Progress(report)
