"""Names of places: every place of a form has short, distinct names, and every name leads back."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.form import Field, Form, Group, Kind, Section
from seeddesk.exchange.docx.carriers import (
    CODE_LINE,
    MARK_LIMIT,
    SERIAL,
    TAG_LIMIT,
    Carriers,
    Place,
    boxes,
    code_line,
    is_other,
    is_spare,
    label_key,
    new_serial,
    other_name,
    read_boxes,
    spare_row,
)

ROW = "4f0c" * 8
names = st.from_regex(r"[a-z][a-z0-9_.-]{0,70}", fullmatch=True)


def text(template: str) -> Field:
    return Field(template, Kind.TEXT, {"en": template}, "/data/" + template, "s")


def form_of(templates: list[str], cells: list[str]) -> Form:
    rows = Group("rows[]", {}, tuple(text("rows[]." + cell) for cell in cells), "/data/rows", repeat=True)
    return Form("f", "1", {}, ("en",), (Section("s", {}, (*map(text, templates), rows)),), {})


@given(st.lists(names, unique=True, max_size=12), st.lists(names, unique=True, max_size=12))
def test_every_name_is_short_distinct_and_leads_back(templates: list[str], cells: list[str]) -> None:
    templates = [template for template in templates if template != "rows"]
    form = form_of(templates, cells)
    carriers = Carriers(form)
    places = [(template, None) for template in (*templates, "rows")]
    places += [(template, ROW) for template in ("rows[]", *("rows[]." + cell for cell in cells))]
    marks = [carriers.mark(*place) for place in places]
    assert len({mark.lower() for mark in marks}) == len(places)
    for place, mark in zip(places, marks, strict=True):
        assert len(mark) <= MARK_LIMIT
        assert re.fullmatch(r"[A-Za-z0-9_]+", mark)
        assert (found := carriers.of_mark(mark)) is not None
        assert (found.template, found.row) == place
        tag = carriers.tag(*place)
        assert len(tag) <= TAG_LIMIT
        assert (found := carriers.of_tag(tag)) is not None
        assert (found.template, found.row) == place


def test_names_of_another_form_keep_what_they_say() -> None:
    theirs, ours = Carriers(form_of(["novelty"], ["year"])), Carriers(form_of(["title"], ["name"]))
    assert ours.of_tag(theirs.tag("novelty")) == Place("", None, "novelty")
    assert ours.of_tag(theirs.tag("rows[].year", ROW)) == Place("", ROW, "year")
    assert ours.of_mark(theirs.mark("novelty")) == Place("", None, "novelty")


@pytest.mark.parametrize("name", ["goog_rdk_1", "", "title"])
def test_names_that_are_not_ours_name_nothing(name: str) -> None:
    carriers = Carriers(form_of(["title"], []))
    assert carriers.of_tag(name) is None
    assert carriers.of_mark(name) is None


def test_our_own_words_are_no_place() -> None:
    assert Carriers(form_of([], [])).of_mark("sd_0own_help") is None


@pytest.mark.parametrize(
    "shown", ["Titolo *", "titolo", "  Titolo  *\tfino a 120 caratteri", "3 Titolo", "Titolo:", "Titolo\nun aiuto"]
)
def test_labels_are_compared_without_marks_hints_and_numbers(shown: str) -> None:
    assert label_key(shown) == "titolo"


@given(st.lists(st.tuples(st.sampled_from(["Cura", "Abitare (case)", "Cibo, comunità"]), st.booleans()), min_size=1))
def test_boxes_are_read_back(labels: list[tuple[str, bool]]) -> None:
    assert read_boxes(boxes(labels)) == tuple(label for label, chosen in labels if chosen)


def test_boxes_crossed_by_hand_are_read_and_added_words_kept() -> None:
    assert read_boxes("[x] Cura [ ] Abitare ☑ Lavoro e cibo") == ("Cura", "Lavoro e cibo")
    assert read_boxes("Musica   ☐ Cura") == ("Musica",)
    assert read_boxes("Cura; Abitare") is None


def test_the_code_line_is_read_back() -> None:
    found = CODE_LINE.search("x " + code_line("SI-IT-2026-7F3K2QX", 14, "e5368890aa") + ".")
    assert found is not None
    assert found.groupdict() == {"code": "SI-IT-2026-7F3K2QX", "revision": "14", "sha": "e5368890"}


def test_serials_are_recognised_and_spare_rows_are_no_rows() -> None:
    assert SERIAL.fullmatch(new_serial())
    assert is_spare(spare_row(3))
    assert not is_spare(ROW)


def test_names_of_earlier_versions_lead_to_where_a_question_is_now() -> None:
    before = Carriers(form_of(["novelty"], ["year"]))
    question = replace(text("newness"), was=("novelty",))
    cell = replace(text("rows[].since"), was=("rows[].year",))
    rows = Group("rows[]", {}, (cell,), "/data/rows", repeat=True)
    now = Carriers(Form("f", "2", {}, ("en",), (Section("s", {}, (question, rows)),), {}))
    assert now.of_tag(before.tag("novelty")) == Place("newness", None, "novelty")
    assert now.of_mark(before.mark("novelty")) == Place("newness", None, "novelty")
    assert now.of_tag(before.tag("rows[].year", ROW)) == Place("rows[].since", ROW, "year")
    assert now.knowing(["newness"]).of_tag("sd:novelty") == Place("newness", None, "novelty")
    apart = now.knowing(["novelty", "newness"])  # the practice has answers under both names
    assert apart.of_tag("sd:novelty") == Place("", None, "novelty")
    assert apart.of_tag("sd:newness") == Place("newness", None, "newness")


def test_cells_that_a_form_does_not_ask_are_known_by_what_the_dossier_left_with() -> None:
    theirs, ours = Carriers(form_of([], ["year"])), Carriers(form_of(["title"], ["name"]))
    path = f"rows[{ROW}].year"
    knowing = ours.knowing([path, "title", f"rows[{ROW}]", f"rows[{ROW}].name"])
    assert knowing.of_tag(theirs.tag("rows[].year", ROW)) == Place("", None, path)
    assert knowing.of_mark(theirs.mark("rows[].year", ROW)) == Place("", None, path)
    assert knowing.of_tag(theirs.tag("rows[].year", "a" * 32)) == Place("", "a" * 32, "year")
    assert knowing.of_tag(ours.tag("rows[].name", ROW)) == Place("rows[].name", ROW, "name")
    assert ours.knowing(["title", f"rows[{ROW}].name"]) is ours


@pytest.mark.parametrize("template", ["a-b", "è", "a" * (MARK_LIMIT - 3), "a" * (MARK_LIMIT - 2), "b" * 80])
def test_a_field_whose_name_is_no_bookmark_gets_one_made_of_its_digest(template: str) -> None:
    carriers = Carriers(form_of([template, "title"], []))
    mark = carriers.mark(template)
    plain = re.fullmatch("[a-z]+", template) is not None and len("sd_" + template) <= MARK_LIMIT
    assert mark == "sd_" + template if plain else mark.startswith("sd_0h")
    assert (found := carriers.of_mark(mark.upper().replace("SD_", "sd_"))) is not None
    assert found.template == template


def test_names_that_differ_in_case_alone_get_bookmarks_of_their_own() -> None:
    carriers = Carriers(form_of(["place", "Place"], []))
    assert carriers.mark("place") == "sd_place"
    assert carriers.mark("Place").startswith("sd_0h")
    assert (found := carriers.of_mark(carriers.mark("Place"))) is not None
    assert found.template == "Place"


@pytest.mark.parametrize(
    ("text", "known", "read"),
    [
        ("☒ Cura ☐ Abitare", ["Cura", "Abitare"], ("Cura",)),
        ("☒ Cura; ☐ Abitare, ☒ Cibo ·", [], ("Cura", "Cibo")),
        ("☒ Cura; anche di notte ☐ Abitare", ["Cura", "Abitare"], ("Cura; anche di notte",)),
        ("☒ cura anche di notte ☐ Abitare", ["Cura", "Abitare"], ("cura", "anche di notte")),
        ("☒ Cura degli anziani e altro", ["Cura", "Cura degli anziani"], ("Cura degli anziani", "e altro")),
        ("☒ Curato", ["Cura"], ("Curato",)),
        ("☐ Cura anche di notte", ["Cura"], ("anche di notte",)),
        ("☐ Musica ☐ Cura", ["Cura"], ("Musica",)),  # somebody wrote an answer of their own and did not cross it
        ("☐ Musica ☐ Cura", [], ()),
        ("Musica ☐ Cura", ["Cura"], ("Musica",)),
        ("☒", ["Cura"], ()),
    ],
)
def test_words_behind_a_known_label_are_an_answer_of_their_own(
    text: str, known: list[str], read: tuple[str, ...]
) -> None:
    assert read_boxes(text, known) == read


def test_a_number_stays_on_the_line_of_its_label_and_both_are_read_back():
    text = boxes([("3 Salute e benessere", True), ("Altro 5", False), ("12", False)])
    assert "☒\u00a03\u00a0Salute e benessere" in text
    assert "☐\u00a0Altro 5" in text
    assert read_boxes(text, ("3 Salute e benessere", "Altro 5", "12")) == ("3 Salute e benessere",)


def test_an_answer_the_form_does_not_ask_for_goes_by_a_name_no_field_has() -> None:
    name = other_name("gone.question")
    assert is_other(name)
    assert name == other_name("gone.question") != other_name("gone.questions")
    for other in ("gone.question", name + "0", name[:-1], name.upper(), "title", ""):
        assert not is_other(other)
