"""Rules that few answers meet: codes a list no longer has, numbers in other languages, texts of labels with several forms."""

import pytest

from seeddesk.domain.form import Choice, Field, Form, Kind, Range
from seeddesk.domain.logic.checks import check_value
from seeddesk.domain.logic.compiler import itext_of
from seeddesk.domain.spelling import parse_number

FORM = Form("f", "1", {}, ("en",), (), {"some": (Choice("a", {"en": "A"}), Choice("b", {"en": "B"}))})


def said(kind: Kind, value: object, **more) -> list[tuple[str, str, dict[str, object]]]:
    field = Field("name", kind, {}, "/data/name", "s", **more)
    return [(one.path, one.code, dict(one.arguments)) for one in check_value(FORM, field, "rows[x].name", value)]


@pytest.mark.parametrize(
    ("kind", "value", "unknown"),
    [
        (Kind.CHOICES, ("a", "b"), None),
        (Kind.CHOICES, ("a", "x", "y"), "x, y"),
        (Kind.CHOICES, "x", "x"),
        (Kind.CHOICE, "a", None),
        (Kind.CHOICE, "x", "x"),
        (Kind.CHOICE, ("a",), None),
        (Kind.CHOICE, ("a", "b"), "a, b"),
    ],
)
def test_codes_that_a_list_does_not_have_are_named_at_their_path(kind, value, unknown):
    found = said(kind, value, choices="some")
    assert found == ([] if unknown is None else [("rows[x].name", "problem-choice", {"value": unknown})])


def test_any_text_may_stand_in_an_open_set_and_nothing_is_judged_that_is_not_there():
    assert said(Kind.CHOICES, ("x", "y")) == []
    assert said(Kind.CHOICE, None, choices="some") == []


@pytest.mark.parametrize("value", ["0", "2.5", "10"])
def test_a_number_within_its_range_is_fine_whichever_end_is_named_first(value):
    assert said(Kind.DECIMAL, value, range=Range("0", "10", "0.5")) == []
    assert said(Kind.DECIMAL, value, range=Range("10", "0", "-0.5")) == []
    assert said(Kind.DECIMAL, "10.5", range=Range("10", "0", "-0.5")) != []


@pytest.mark.parametrize(
    ("text", "whole", "number"),
    [
        ("12", True, "12"),
        ("+12", True, "12"),
        ("1.5", True, None),
        ("1.5", False, "1.5"),
        ("1,234", False, None),
        ("1 234,5", True, None),
        ("1 234,5", False, "1234.5"),
    ],
)
def test_in_other_languages_only_what_has_one_sense_is_a_number(text, whole, number):
    assert parse_number(text, "fr", whole=whole) == number


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("+1.234,5", "it", "1234.5"),
        ("+12,5", "it", "12.5"),
        ("+1,234.5", "en", "1234.5"),
        ("-1.234,5", "it", "-1234.5"),
    ],
)
def test_a_sign_before_a_number_is_no_part_of_it_when_it_adds_nothing(text, lang, number):
    assert parse_number(text, lang, whole=False) == number


TRANSLATIONS = """<h:html xmlns:h="urn:h" xmlns="http://www.w3.org/2002/xforms"><model><itext>
<translation lang="it"><text id="a"><value>Ciao</value></text></translation>
<translation lang="en"{}><text id="a"><value form="image">jr://images/a.png</value><value>Hello <output/>you</value></text>
<text id="b"><value form="audio">jr://audio/b.mp3</value></text></translation></itext></model></h:html>"""


def test_the_plain_text_of_a_label_is_the_one_without_a_form_in_the_default_language():
    assert itext_of(Form("f", "1", {}, ("en",), (), {}, TRANSLATIONS.format(' default="true()"'))) == {
        "a": "Hello you",
        "b": "",
    }
    assert itext_of(Form("f", "1", {}, ("en",), (), {}, TRANSLATIONS.format(""))) == {"a": "Ciao"}
    assert itext_of(FORM) == {}
