"""What a document says against what it left with, place by place."""

from __future__ import annotations

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeddesk.domain.answers import format_answer
from seeddesk.domain.dossier import Found, FoundRow
from seeddesk.domain.form import Kind
from seeddesk.domain.paths import is_row, repeat_of, row_id, rows_of, template_of
from seeddesk.domain.record import Record
from seeddesk.domain.revision import Dot
from seeddesk.exchange.docx.shown import has_boxes
from seeddesk.services.comparing import Before, Comparer, derived_id, squeezed
from seeddesk.services.workspace import shipped_form
from tests.support.records import records

FORM = shipped_form()
ROWS = {letter: f"partners[{letter * 32}]" for letter in "abc"}


def before(**cells: dict[str, str]) -> Before:
    """A practice with partners, in the order of their keys."""
    values: dict = {"title": "Orti"}
    for key, (letter, answers) in zip("ckt", cells.items(), strict=False):
        values[ROWS[letter]] = key
        values.update({f"{ROWS[letter]}.{name}": text for name, text in answers.items()})
    return Before("p", values, {path: (Dot("d", 1),) for path in values})


def row(letter: str | None, **cells: str) -> FoundRow:
    return FoundRow(
        letter and letter * 32, {f"partners[].{name}": Found(text, "header") for name, text in cells.items()}
    )


def rows(had: Before, *found: FoundRow):
    comparer = Comparer(had, FORM, "it")
    comparer.rows("partners", found)
    return comparer.finish()


def names(had: Before, comparison) -> list[str]:
    record = Record({**had.values, **comparison.set})
    return [record.text(f"{path}.name") for path in record.rows("partners")]


THREE = before(
    a={"name": "Scuola", "contribution": "La mensa"},
    b={"name": "Asl", "contribution": "Le visite"},
    c={"name": "Circolo"},
)


def test_rows_with_their_ids_are_compared_cell_by_cell():
    found = rows(
        THREE,
        row("a", name="Scuola Rodari", contribution="La mensa"),
        row("b", name="Asl", contribution="Le visite"),
        row("c", name="Circolo"),
    )
    assert found.set == {f"{ROWS['a']}.name": "Scuola Rodari"}


def test_a_row_missing_among_rows_with_ids_was_removed_and_takes_its_cells_along():
    found = rows(THREE, row("a", name="Scuola", contribution="La mensa"), row("c", name="Circolo"))
    assert found.set == {ROWS["b"]: None}
    assert set(found.seen) == {ROWS["b"], f"{ROWS['b']}.name", f"{ROWS['b']}.contribution"}


def test_rows_that_lost_their_ids_are_known_by_their_content_and_none_is_removed():
    found = rows(THREE, row(None, name="Circolo"), row(None, name="Scuola", contribution="La mensa"))
    assert set(found.set.values()) <= {"c", "k", "t"} | set(found.set.values())
    assert None not in found.set.values()
    assert not any(path.endswith(".name") for path in found.set)
    assert found.fields[ROWS["b"]] == ("", "absent")


def test_an_edited_row_that_lost_its_id_is_the_row_it_is_most_like():
    found = rows(
        THREE,
        row(None, name="Scuola", contribution="La mensa e il cortile"),
        row(None, name="Asl", contribution="Le visite"),
        row(None, name="Circolo"),
    )
    assert found.set == {f"{ROWS['a']}.contribution": "La mensa e il cortile"}


def test_a_new_row_stands_where_it_was_written():
    found = rows(
        THREE,
        row("a", name="Scuola", contribution="La mensa"),
        row(None, name="Nuovo"),
        row("b", name="Asl", contribution="Le visite"),
        row("c", name="Circolo"),
    )
    assert names(THREE, found) == ["Scuola", "Nuovo", "Asl", "Circolo"]


def test_a_new_row_has_the_same_id_on_every_machine_and_equal_new_rows_stay_two():
    one = rows(THREE, row("a"), row("b"), row("c"), row(None, name="Nuovo"), row(None, name="Nuovo"))
    two = rows(THREE, row("a"), row("b"), row("c"), row(None, name="Nuovo"), row(None, name="Nuovo"))
    assert one.set == two.set
    assert names(THREE, one) == ["Scuola", "Asl", "Circolo", "Nuovo", "Nuovo"]


def test_moving_a_row_moves_that_row_alone():
    found = rows(
        THREE,
        row("c", name="Circolo"),
        row("a", name="Scuola", contribution="La mensa"),
        row("b", name="Asl", contribution="Le visite"),
    )
    assert set(found.set) == {ROWS["c"]}
    assert names(THREE, found) == ["Circolo", "Scuola", "Asl"]


def test_a_row_copied_with_its_id_is_a_new_row():
    found = rows(
        THREE,
        row("a", name="Scuola", contribution="La mensa"),
        row("a", name="Biblioteca", contribution="I libri"),
        row("b", name="Asl", contribution="Le visite"),
        row("c", name="Circolo"),
    )
    assert names(THREE, found) == ["Scuola", "Biblioteca", "Asl", "Circolo"]
    assert f"{ROWS['a']}.name" not in found.set


def test_a_row_whose_cells_were_all_emptied_is_removed_one_with_some_is_not():
    assert rows(THREE, row("a", name="", contribution=""), row("b"), row("c")).set == {ROWS["a"]: None}
    assert rows(THREE, row("a", name=""), row("b"), row("c")).set == {f"{ROWS['a']}.name": None}


def test_an_empty_row_at_the_end_says_nothing():
    assert rows(THREE, row("a"), row("b"), row("c"), row(None, name="", contribution=" ")).set == {}


def test_what_is_written_over_a_worked_out_answer_is_set_aside_not_lost():
    comparer = Comparer(before(), FORM, "it")
    comparer.fields({"unit_cost": Found("12,50", "tag"), "code": Found("altro", "tag")})
    found = comparer.finish()
    assert (found.set, found.aside) == ({}, {"unit_cost": "12,50"})


def test_a_field_of_another_form_is_kept_as_it_is_written():
    had = Before("p", {"elsewhere": "prima"}, {"elsewhere": (Dot("d", 1),)})
    comparer = Comparer(had, FORM, "it")
    comparer.fields({"elsewhere": Found("dopo", "tag"), "other": Found("nuovo", "tag")})
    found = comparer.finish()
    assert found.set == {"elsewhere": "dopo", "other": "nuovo"}
    assert found.fields["other"] == ("tag", "kept")


@pytest.mark.parametrize("written", ["Orti", " Orti ", "Orti\u00a0", "Orti\n"])
def test_spacing_is_no_change(written):
    comparer = Comparer(before(), FORM, "it")
    comparer.fields({"title": Found(written, "tag")})
    assert comparer.finish().set == {}


def test_the_order_of_crossed_boxes_is_no_change_and_that_of_a_list_is():
    had = Before("p", {"policy_area": ("health", "education"), "esf_objective": ("ESO4.7", "ESO4.1")}, {})
    comparer = Comparer(had, FORM, "it")
    labels = [format_answer(FORM.fields["policy_area"], (code,), "it", FORM) for code in ("education", "health")]
    comparer.fields({"policy_area": Found(tuple(labels), "tag"), "esf_objective": Found("ESO4.1; ESO4.7", "tag")})
    assert comparer.finish().set == {"esf_objective": ("ESO4.1", "ESO4.7")}


@pytest.mark.parametrize(
    ("written", "now"),
    [
        (("{1} (principale)", "{7}"), ("ESO4.1", "ESO4.7")),
        (("{1}", "{7} (principale)"), ("ESO4.7", "ESO4.1")),
        (("{1} ( Main )", "{7} (principale)"), ("ESO4.1", "ESO4.7")),
        (("{1}", "{7}"), ("ESO4.7", "ESO4.1")),
        (("{1}", "{8} (principale)"), ("ESO4.8", "ESO4.1")),
        ("{7}; {1} (principale)", ("ESO4.1", "ESO4.7")),
        ("{7} (principale); {1}", ("ESO4.7", "ESO4.1")),
        ("{1} (principale)", ("ESO4.1",)),
    ],
)
def test_a_word_behind_a_choice_says_which_is_the_main_one(written, now):
    field = FORM.fields["esf_objective"]
    label = {digit: format_answer(field, (f"ESO4.{digit}",), "it", FORM).strip() for digit in "178"}

    def said(text: str) -> str:
        return re.sub(r"\{(\d)\}", lambda found: label[found[1]], text)

    had = ("ESO4.7", "ESO4.1")
    comparer = Comparer(Before("p", {"esf_objective": had}, {}), FORM, "it")
    comparer.fields(
        {"esf_objective": Found(said(written) if isinstance(written, str) else tuple(map(said, written)), "tag")}
    )
    assert comparer.finish().set == ({} if now == had else {"esf_objective": now})


@given(record=records(FORM), lang=st.sampled_from(["it", "en"]), keyed=st.booleans())
@settings(deadline=None, max_examples=40, suppress_health_check=list(HealthCheck))
def test_a_document_that_shows_what_it_left_with_changes_nothing(record, lang, keyed):
    had = Before("p", record.values, {path: (Dot("d", 1),) for path in record.values})
    comparer = Comparer(had, FORM, lang)
    fields, tables = {}, {}
    for path, value in record.answers():
        known = FORM.fields[template_of(path)]
        if known.kind is Kind.FILE or not known.answered or known.read_only:
            continue
        shown = format_answer(known, value, lang, FORM)
        if isinstance(value, tuple) and has_boxes(known, FORM):
            shown = tuple(format_answer(known, (code,), lang, FORM) for code in reversed(value))
        if "[" in path:
            tables.setdefault(rows_of(path)[-1], {})[template_of(path)] = Found(shown, "tag")
        else:
            fields[path] = Found(shown, "tag")
    comparer.fields(fields)
    for repeat in {repeat_of(path) for path in record.values if is_row(path)}:
        here = record.rows(repeat)
        comparer.rows(
            repeat,
            [
                FoundRow(row_id(path) if keyed else None, tables.get(path, {}))
                for path in here
                if keyed or tables.get(path)
            ],
        )
    assert comparer.finish().set == {}


def test_names_are_derived_from_all_parts():
    assert derived_id("a", "bc") != derived_id("ab", "c")
    assert squeezed(" a \u00a0b\r\n\n c") == "a b\nc"


def test_an_empty_table_took_its_rows_out_but_not_a_photo_nobody_could_read():
    photo = "attachments[" + "d" * 32 + "]"
    had = Before("p", {photo: "k", f"{photo}.file": "sha256:" + "a" * 64}, {photo: (Dot("d", 1),)})
    comparer = Comparer(had, FORM, "it")
    comparer.rows("attachments", [])
    assert comparer.finish().set == {}
    assert set(rows(THREE).set.values()) == {None}
