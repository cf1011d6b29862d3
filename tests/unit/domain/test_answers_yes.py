"""Confirmations, and the cross that means yes only where the question is about yes and no."""

import pytest

from seeddesk.domain.answers import format_answer, parse_answer
from seeddesk.domain.form import ACKNOWLEDGED, Choice, Field, Form, Kind
from tests.unit.domain.samples import FORM


@pytest.mark.parametrize(("lang", "text"), [("it", "confermato"), ("en", "confirmed"), ("sl", "confirmed")])
def test_a_confirmation_is_shown_in_words(lang, text):
    assert format_answer(Field("f", Kind.ACKNOWLEDGE, {}, "", "s"), ACKNOWLEDGED, lang, FORM) == text


@pytest.mark.parametrize(("more", "code"), [(0, "yes"), (2, "yes"), (3, "x")])
def test_a_cross_means_yes_only_in_a_list_that_is_about_yes_and_no(more, code):
    entries = [
        Choice(name, {"it": f"Risposta {name}"}) for name in ("yes", "no", "partly", "later", "never")[: 2 + more]
    ]
    form = Form("f", "1", {}, ("it",), (), {"some": tuple(entries)})
    assert parse_answer(Field("f", Kind.CHOICE, {}, "", "s", choices="some"), "x", "it", form) == code
