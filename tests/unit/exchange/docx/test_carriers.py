"""Names of places: every place of a form has short, distinct names, and every name leads back."""

from __future__ import annotations

import re

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
    is_spare,
    label_key,
    new_serial,
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
