"""A practice's title, code and status, whatever its form asks; and how people name a form's fields."""

from dataclasses import replace

import pytest

from seeddesk.domain import basics
from seeddesk.domain.errors import UsageError
from seeddesk.domain.form import Form, Kind, Section
from seeddesk.domain.record import Record
from tests.unit.domain.samples import field


def form(*fields) -> Form:
    return Form("f", "1", {}, ("en",), (Section("only", {}, fields),), {})


HIDDEN = field("code", Kind.HIDDEN)
TITLED = form(field("title"), HIDDEN)


def test_a_code_lies_where_its_form_keeps_it_and_else_in_a_reserved_place():
    assert basics.place("code", None) == "code"
    assert basics.place("code", TITLED) == "code"
    assert basics.place("status", TITLED) == "@status"


def test_a_question_called_code_that_people_or_the_form_answer_is_not_the_practices_code():
    asked = form(field("code"))
    made = form(replace(HIDDEN, calculate="1 + 1"))
    for one in (asked, made):
        assert basics.place("code", one) == "@code"
        assert basics.basic(Record({"code": "theirs"}), "code", one) == ""
        assert basics.basic(Record({"code": "theirs", "@code": "ours"}), "code", one) == "ours"


def test_what_another_forms_question_held_counts_until_this_forms_is_answered():
    moved_in = Record({"@code": "reserved"})
    assert basics.basic(moved_in, "code", TITLED) == "reserved"
    assert basics.basic(moved_in.with_values({"code": "own"}), "code", TITLED) == "own"
    assert basics.basic(Record({"status": "draft"}), "status", TITLED) == "draft"
    assert basics.basic(Record({"status": "draft", "@status": "review"}), "status", TITLED) == "review"
    assert basics.basic(Record({"status": "draft"}), "status", None) == "draft"


def test_a_practice_is_called_by_its_title_where_the_form_asks_for_one():
    answers = Record({"title": "The title", "need": "A need"})
    assert basics.title(answers, TITLED) == "The title"
    assert basics.title(answers, None) == "The title"


def test_without_a_question_for_it_the_title_is_the_name_the_form_makes_then_the_first_answer_in_words():
    name = replace(field("meta", Kind.HIDDEN), xpath="/data/meta/instanceName")
    named = form(field("count", Kind.INTEGER), field("rows[].name"), field("first"), field("second"), name)
    answers = Record(
        {"count": "3", "rows[].name": "no", "first": " \n", "second": " In\ntwo  lines ", "meta": "Made of answers"}
    )
    assert basics.title(answers, named) == "Made of answers"
    assert basics.title(answers.with_values({"meta": None}), named) == "In two lines"
    assert basics.title(Record({"title": "From an earlier form"}), named) == "From an earlier form"
    assert basics.title(Record({"second": "x" * 300}), named) == "x" * 200


FIELDS = form(field("cost.total"), field("funds.total"), field("cost.currency"), field("partners[].name"))


@pytest.mark.parametrize(
    ("said", "meant"),
    [
        ("cost.total", "cost.total"),
        ("currency", "cost.currency"),
        ("partners.name", "partners[].name"),
        ("partners[].name", "partners[].name"),
        ("name", "partners[].name"),
    ],
)
def test_a_field_is_named_in_full_or_by_the_ending_it_alone_has(said, meant):
    assert FIELDS.resolve(said) == meant


@pytest.mark.parametrize(
    ("said", "code", "told"),
    [
        ("total", "field-ambiguous", "cost.total, funds.total"),
        ("cost.totl", "field-unknown", "cost.total"),
        ("weather", "field-no-such", ""),
        ("otal", "field-no-such", ""),
    ],
)
def test_a_name_that_fits_no_field_or_several_is_refused_with_those_it_may_be(said, code, told):
    with pytest.raises(UsageError) as refused:
        FIELDS.resolve(said)
    assert refused.value.code == code
    assert told in str(refused.value)
