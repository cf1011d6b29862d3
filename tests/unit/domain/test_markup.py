"""Marks in the texts of a form are taken out, and nothing else is."""

import pytest

from seeddesk.domain.form import QUOTE, UNQUOTE, Field, Form, Kind, Section, plain_words
from seeddesk.domain.logic import Logic
from seeddesk.domain.markup import unmarked
from seeddesk.domain.record import Record


@pytest.mark.parametrize(
    ("text", "plain"),
    [
        ("**Name** of the _place_", "Name of the place"),
        ("__Name__, *really*", "Name, really"),
        ("***both***", "both"),
        ("# Heading\n## Second", "Heading\nSecond"),
        ("See [the page](https://example.org/a_b_c).", "See the page (https://example.org/a_b_c)."),
        ('<span style="color:red">Red</span> & <b>bold</b>', "Red & bold"),
        (r"\*not bold\*", "*not bold*"),
    ],
)
def test_marks_are_taken_out(text, plain):
    assert unmarked(text) == plain


@pytest.mark.parametrize("text", ["3*4*5", "2 * 3 * 4", "a_name_here", "#5", "age < 18 and > 3", "[1]", "* required", "* a\n* b", "x_1 and y_1"])  # fmt: skip
def test_what_is_no_mark_stays(text):
    assert unmarked(text) == text


def test_the_words_of_an_answer_are_left_alone():
    label = {"en": f"**About {QUOTE}/data/s/a{UNQUOTE}**"}
    items = (Field("a", Kind.TEXT, {"en": "*A*"}, "/data/s/a", "s"), Field("b", Kind.TEXT, label, "/data/s/b", "s"))
    form = Form("f", "1", {}, ("en",), (Section("s", {}, items, xpath="/data/s"),), {})
    live = Logic(form).live(Record({"a": "**stars**"}))
    assert live.words("b", label, "en") == "About **stars**"
    assert plain_words(label["en"], form, "en") == "About ‹A›"
