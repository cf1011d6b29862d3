"""Documents and forms that are nearly right, guided by what of our code they reach: none may break a reader, hang it, or make it reach out.

A minute each in every run, ten with --all; in two files, so that two workers share them.
"""

from __future__ import annotations

import pytest

from tests.fuzz.running import fuzz, needs_atheris

pytestmark = needs_atheris
NAMES = ("dossiers", "forms")


@pytest.mark.timeout(450)
@pytest.mark.parametrize("name", NAMES)
def test_a_minute_of_odd_files_breaks_nothing(name, root, figures):
    fuzz(name, 60, root, figures)


@pytest.mark.slow
@pytest.mark.timeout(1000)
@pytest.mark.parametrize("name", NAMES)
def test_ten_minutes_of_odd_files_break_nothing(name, root, figures):
    fuzz(name, 600, root, figures)
