"""Microsoft's validator and the ISO schema find nothing wrong with what we write."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.exchange.docx.writer import DossierWriter, starting_template
from tests.support.all_kinds import FormMaker, record_values
from tests.support.dossiers import (
    ROOT,
    W,
    any_form,
    dossier,
    full_values,
    marks,
    part,
    practice_form,
    small_form,
    with_photo,
)
from tests.support.validators import openxml_errors_of, xsd_errors
from tests.unit.exchange.docx.test_any_form import OTHERS, pictures_of
from tests.unit.exchange.docx.test_template import own_template

SMALL = small_form()


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """Full, least, blank, with photo, by a template; in both languages."""
    folder = tmp_path_factory.mktemp("written")
    form = practice_form()
    made = {"own-template": DossierWriter(SMALL, "it", own_template()).write(with_photo(SMALL, "photos"))}
    made["own-template-blank"] = DossierWriter(SMALL, "it", own_template()).blank("SDM-0123456789ABC")
    for lang in ("it", "en"):
        writer = DossierWriter(form, lang)
        everything = full_values(form)
        undecided = frozenset({"need", "website", next(path for path in everything if path.endswith("].name"))})
        made[f"full-{lang}"] = writer.write(dossier(form, everything, open_conflicts=undecided))
        made[f"least-{lang}"] = writer.write(dossier(form, {"title": "x"}))
        made[f"photo-{lang}"] = writer.write(with_photo(form, "attachments"))
        made[f"blank-{lang}"] = writer.blank("SDM-0123456789ABC")
        made[f"template-{lang}"] = (ROOT / "resources" / "templates" / f"dossier-{lang}.docx").read_bytes()
        made[f"small-{lang}"] = DossierWriter(SMALL, lang).write(with_photo(SMALL, "photos"))
    paths = {}
    for name, data in made.items():
        paths[name] = folder / f"{name}.docx"
        paths[name].write_bytes(data)
    return paths


def test_the_iso_schema_finds_nothing(written):
    assert {name: errors for name, path in written.items() if (errors := xsd_errors(path))} == {}


@given(st.randoms(use_true_random=False))
@settings(max_examples=12, deadline=None)
def test_any_form_gives_a_valid_dossier_and_blank_with_names_of_their_own(tmp_path_factory, random):
    form = any_form(random)
    writer = DossierWriter(form, "it")
    path = tmp_path_factory.mktemp("any") / "any.docx"
    for data in (writer.write(dossier(form, full_values(form))), writer.blank("SDM-0123456789ABC")):
        path.write_bytes(data)
        assert xsd_errors(path) == []
        names = [name.lower() for name in marks(data)]
        assert len(set(names)) == len(names)


@pytest.mark.parametrize("seed", range(12))
def test_a_form_of_everything_with_rows_in_rows_pictures_and_answers_of_another_form_is_valid(tmp_path, seed):
    form = FormMaker(seed).form()
    values = {**record_values(form, seed), **OTHERS}
    writer = DossierWriter(form, "it")
    data = writer.write(
        dossier(form, values, pictures=pictures_of(form, values), others=dict.fromkeys(OTHERS, "Vecchia"))
    )
    for number, written in enumerate((data, writer.blank("SDM-0123456789ABC"), starting_template(form, "it"))):
        path = tmp_path / f"{number}.docx"
        path.write_bytes(written)
        assert xsd_errors(path) == []
        names = [name.lower() for name in marks(written)]
        assert len(set(names)) == len(names)
        numbers = [mark.get(f"{W}id") for mark in part(written).iter(f"{W}bookmarkStart")]
        assert len(set(numbers)) == len(numbers)


@pytest.mark.parametrize("seeds", [(0, 3, 7, 11)])
def test_microsofts_validator_finds_nothing_in_forms_of_everything(tmp_path, seeds):
    paths = []
    for seed in seeds:
        form = FormMaker(seed).form()
        values = {**record_values(form, seed), **OTHERS}
        paths.append(tmp_path / f"{seed}.docx")
        others = dict.fromkeys(OTHERS, "Vecchia")
        made = dossier(form, values, pictures=pictures_of(form, values), others=others)
        paths[-1].write_bytes(DossierWriter(form, "it").write(made))
    assert {path.stem: errors for path, errors in openxml_errors_of(paths).items() if errors} == {}


def test_microsofts_validator_finds_nothing(written):
    found = openxml_errors_of(written.values())
    assert {path.stem: errors for path, errors in found.items() if errors} == {}
