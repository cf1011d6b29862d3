"""Whatever form it is, its dossier says every answer, comes back as it left, and every character of it is accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from seeddesk.domain.dossier import Picture, Return
from seeddesk.domain.form import Field, Form, Kind
from seeddesk.domain.paths import rows_of, template_of
from seeddesk.domain.values import NOT_KNOWN, Value
from seeddesk.exchange.docx.layout import is_asked, pictured
from seeddesk.exchange.docx.reader import read_return
from seeddesk.exchange.docx.writer import DossierWriter, check_template, starting_template
from seeddesk.exchange.xform import load_form
from seeddesk.services.comparing import Before, Comparer, Comparison
from tests.support.all_kinds import FormMaker, record_values
from tests.support.documents import changed, without_bookmarks, without_controls
from tests.support.dossiers import dossier, photo

SEEDS = range(20)
FORMS = Path(__file__).resolve().parents[3] / "data" / "forms"


def returned(data: bytes, form: Form) -> Return:
    return read_return(data, lambda *known: form, form, lambda *known: None)


def compared(found: Return, form: Form, values: dict[str, Value]) -> Comparison:
    assert found.practice is not None
    comparer = Comparer(Before(found.practice, values, {}), form, found.lang)
    comparer.fields(found.fields)
    for repeat, rows in found.rows.items():
        comparer.rows(repeat, rows)
    return comparer.finish()


def check(data: bytes, form: Form, values: dict[str, Value]) -> None:
    found = returned(data, form)
    comparison = compared(found, form, values)
    assert comparison.set == {}
    assert comparison.aside == {}
    assert found.fidelity.left_over == ()
    assert found.fidelity.characters_read == found.fidelity.characters_present
    assert found.fidelity.absent == ()
    assert found.fidelity.warnings == ()
    assert found.pictures == {}
    written = {path for path in values if (field := form.field(template_of(path))) and is_to_answer(field)}
    assert written - comparison.fields.keys() == set()


def is_to_answer(field: Field) -> bool:
    return is_asked(field) and field.kind is not Kind.FILE and not field.read_only and not field.calculate


def pictures_of(form: Form, values: dict[str, Value]) -> tuple[Picture, ...]:
    """A picture of its own for every file that shows one."""
    shown = [path for path in values if template_of(path) in pictured(form)]
    return tuple(Picture(path, photo(size=(300 + 10 * number, 200)), 300, 200) for number, path in enumerate(shown))


@pytest.mark.parametrize("lang", ["it", "en", "fr"])
@pytest.mark.parametrize("seed", SEEDS)
def test_a_dossier_nobody_edited_says_the_same_in_every_language(seed, lang):
    form = FormMaker(seed, ("fr", "it") if seed % 3 == 0 else ("it", "en")).form()
    values = record_values(form, seed)
    data = DossierWriter(form, lang).write(dossier(form, values, pictures=pictures_of(form, values)))
    check(data, form, values)


@pytest.mark.parametrize("strip", [without_bookmarks, without_controls], ids=["bookmarks", "controls"])
@pytest.mark.parametrize("seed", SEEDS)
def test_each_of_the_two_names_of_a_place_is_enough(seed, strip):
    form = FormMaker(seed, plain=strip is without_bookmarks).form()
    values = record_values(form, seed)
    check(strip(DossierWriter(form, "it").write(dossier(form, values))), form, values)


@pytest.mark.parametrize("seed", SEEDS)
def test_by_its_words_alone_nothing_is_mixed_up(seed):
    form = FormMaker(seed).form()
    values = record_values(form, seed)
    data = without_bookmarks(without_controls(DossierWriter(form, "it").write(dossier(form, values))))
    found = returned(data, form)
    changed = {path: value for path, value in compared(found, form, values).set.items() if not rows_of(path)}
    assert changed == {}
    assert found.fidelity.characters_read == found.fidelity.characters_present - sum(
        len(text.replace("\n", "").replace("\t", "")) for text in found.fidelity.left_over
    )


@pytest.mark.parametrize("seed", SEEDS)
def test_a_blank_comes_back_blank(seed):
    form = FormMaker(seed).form()
    found = returned(DossierWriter(form, "it").blank("SDM-0123456789ABC"), form)
    assert [path for path, place in found.fields.items() if place.value is not None] == []
    assert {row for rows in found.rows.values() for row in rows} == set()
    assert (found.fidelity.left_over, found.fidelity.absent) == ((), ())


@pytest.mark.parametrize("seed", SEEDS)
def test_the_template_to_start_from_serves_as_a_centres_own(seed):
    form = FormMaker(seed).form()
    values = record_values(form, seed)
    template = starting_template(form, "it")
    assert [problem for problem in check_template(template, form) if problem.serious] == []
    check(DossierWriter(form, "it", template).write(dossier(form, values)), form, values)


@pytest.mark.parametrize("name", sorted(path.name for path in FORMS.iterdir() if (path / "survey.csv").exists()))
def test_the_public_style_forms_come_back_by_each_name_of_their_places(name):
    form = load_form(FORMS / name)
    values = record_values(form, 3)
    data = DossierWriter(form, form.languages[-1]).write(dossier(form, values, pictures=pictures_of(form, values)))
    for strip in (bytes, without_bookmarks, without_controls):
        check(strip(data), form, values)
    blank = returned(DossierWriter(form, "it").blank("SDM-0123456789ABC"), form)
    assert (blank.fidelity.left_over, blank.fidelity.absent) == ((), ())


ROW = "a" * 32
OTHERS: dict[str, Value] = {
    "an_old_question": "Sì, «certo» & subito",
    f"an_old_repeat[{ROW}].with_a_name_far_too_long_for_any_tag_or_bookmark": "due\nrighe",
    "old_keywords": ("uno", "due; tre"),
    "old_unknown": NOT_KNOWN,
}


@pytest.mark.parametrize("strip", [bytes, without_bookmarks, without_controls])
@pytest.mark.parametrize("seed", range(4))
def test_answers_of_another_form_stand_at_the_end_and_come_back(seed, strip):
    form = FormMaker(seed, plain=True).form()
    values = {**record_values(form, seed), **OTHERS, f"an_old_repeat[{ROW}]": "a"}
    labels = {path: f"Vecchia domanda {number}" for number, path in enumerate(OTHERS)}
    data = DossierWriter(form, "it").write(dossier(form, values, others=labels))
    found = returned(strip(data), form)
    comparison = compared(found, form, values)
    assert comparison.set == {}
    assert OTHERS.keys() <= comparison.fields.keys()
    assert strip is without_bookmarks or found.fidelity.left_over == ()
    edited = compared(returned(changed(data, lambda xml: xml.replace("subito", "domani")), form), form, values)
    assert edited.set == {"an_old_question": "Sì, «certo» & domani"}
