"""Dossiers of forms of every kind, opened and saved by LibreOffice: nobody edited them, so nothing of them has changed."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeddesk.exchange.docx.writer import DossierWriter
from seeddesk.exchange.xform import load_form
from tests.support.all_kinds import FormMaker, record_values
from tests.support.dossiers import dossier
from tests.support.office import office
from tests.unit.exchange.docx.test_any_form import FORMS, check, pictures_of

__all__ = ["office"]  # a fixture
pytestmark = [pytest.mark.libreoffice, pytest.mark.timeout(300)]


def sent(form, seed: int, folder: Path):
    """A dossier of a form, saved as docx once and twice, and by way of ODT."""
    values = record_values(form, seed, plain=True)
    source = folder / f"{form.id}.docx"
    source.write_bytes(DossierWriter(form, "it").write(dossier(form, values, pictures=pictures_of(form, values))))
    return values, source


def come_home(office, form, seed: int, folder: Path) -> None:
    values, source = sent(form, seed, folder)
    once, odt, twice, through = (folder / f"{form.id}{ending}" for ending in ("1.docx", ".odt", "2.docx", "3.docx"))
    office.save_as(source, once, odt)
    office.save_as(once, twice)
    office.save_as(odt, through)
    for path in (once, twice, through):
        check(path.read_bytes(), form, values)


@pytest.mark.parametrize(
    "name", ["household_survey", "water_point_inspection", "training_evaluation", "time_use_diary"]
)
def test_a_survey_comes_home(office, tmp_path, name):
    come_home(office, load_form(FORMS / name), 3, tmp_path)


@pytest.mark.parametrize("seed", [1, 2, 5])
def test_a_form_of_everything_comes_home(office, tmp_path, seed):
    come_home(office, FormMaker(seed, plain=True).form(), seed, tmp_path)
