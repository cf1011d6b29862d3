"""Forms read in a process of their own (`exchange.child`): a stranger's questionnaire is checked as warily as a stranger's answers."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from seeddesk.domain.errors import FormError
from seeddesk.domain.form import Form
from seeddesk.domain.remarks import FormRemark
from seeddesk.exchange.child import Ask, Child, Limits, Prepare
from seeddesk.exchange.xform.check import check_form
from seeddesk.exchange.xform.guard import TOTAL_LIMIT
from seeddesk.exchange.xform.sheets import load_form

T = TypeVar("T")
LIMITS = Limits(seconds=60, written=TOTAL_LIMIT)  # an archive is unpacked


def check_apart(
    path: Path, vocabularies: Path, known: Form | None, others: Callable[[str], Form | None]
) -> tuple[Form | None, tuple[FormRemark, ...]]:
    """What `check_form` says, under limits. others: the version the catalogue has of a form by its id, where it is not `known`.

    Raises FormError ``form-stopped`` where it took too much, OSError.
    """
    return _apart(_checker, path, (vocabularies, known), others)


def load_apart(path: Path, vocabularies: Path) -> Form:
    """What `load_form` says, under limits. Raises FormError, OSError."""
    return _apart(_loader, path, (vocabularies,), lambda _: None)


def _apart(prepare: Prepare[T], path: Path, settled: tuple[object, ...], others: Callable[[str], Form | None]) -> T:
    with (
        tempfile.TemporaryDirectory(prefix="seeddesk-form-") as scratch,
        Child(prepare, (scratch, *settled), LIMITS, _stopped, {"form": others}) as child,
    ):
        child.begin(path)
        return child.finish()


def _checker(
    ask: Ask, scratch: str, vocabularies: Path, known: Form | None
) -> Callable[[Path], tuple[Form | None, tuple[FormRemark, ...]]]:
    tempfile.tempdir = scratch  # the parent empties it, however this process ends

    def check(path: Path) -> tuple[Form | None, tuple[FormRemark, ...]]:
        form, remarks = check_form(path, vocabularies, known)
        if form is not None and known is not None and form.id != known.id:
            other: Form | None = ask("form", form.id)
            if other is not None:
                return check_form(path, vocabularies, other)
        return form, remarks

    return check


def _loader(_ask: Ask, scratch: str, vocabularies: Path) -> Callable[[Path], Form]:
    tempfile.tempdir = scratch
    return lambda path: load_form(path, vocabularies)


def _stopped(path: Path) -> FormError:
    return FormError("form-stopped", name=path.name, seconds=round(LIMITS.seconds))
