"""The forms in ``tests/data/forms``: our own, in the style of those people use, which together cover what a form can hold."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from seeddesk.domain.form import Form
from seeddesk.exchange.xform import load_form

FOLDER = Path(__file__).parent.parent / "data" / "forms"
NAMES = tuple(
    sorted(path.name for path in FOLDER.iterdir() if path.suffix == ".xml" or (path / "survey.csv").is_file())
)


def path_of(name: str) -> Path:
    """Where a form is."""
    return FOLDER / name


@cache
def public_form(name: str) -> Form:
    """A form, read once."""
    return load_form(path_of(name))
