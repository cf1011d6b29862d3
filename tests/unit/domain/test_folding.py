"""Text is folded part by part, and to the same as if it were folded whole."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.query import fold_text


def whole(text: str) -> str:
    decomposed = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    return "".join(char for char in decomposed if not unicodedata.combining(char))


@given(st.text())
def test_any_text_is_folded_as_a_whole_one_would_be(text):
    assert fold_text(text) == whole(text)


@given(st.text(alphabet="aAÀàéÉßſİıŒΣσςᾳᾼ\u0345\u0301\u0307ﬁ①ｗ한Ꭰꭰ'’ "))
def test_letters_that_fold_in_odd_ways_are_too(text):
    assert fold_text(text) == whole(text)


@pytest.mark.parametrize("text", ["Comunità", "COMUNITA\u0300", "comunitá"])
def test_accents_and_capitals_say_nothing(text):
    assert fold_text(text) == "comunita"
