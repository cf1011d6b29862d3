"""Words of texts in the usual letters are found a quicker way, and are the same."""

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.query import words

USUAL = st.characters(max_codepoint=0xFF) | st.sampled_from("’‘“”–—…•€àèéìòù ")


def spelt_out(text):
    """Character by character: letters and digits without their marks, folded."""
    folded = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", text).casefold())
    kept = "".join(char for char in folded if not unicodedata.combining(char))
    return "".join(char if char.isalnum() else " " for char in kept).split()


@given(st.text(USUAL, max_size=30))
def test_words_of_usual_texts_are_those_spelt_out(text):
    assert words(text) == spelt_out(text)


def test_every_usual_character_makes_the_words_it_makes_spelt_out():
    texts = [f"a{chr(code)}b {chr(code)}" for code in range(0x250)]
    assert [text for text in texts if words(text) != spelt_out(text)] == []


def test_texts_from_word_processors_are_parted_at_their_marks():
    assert words("L’orto – “com’è” … 5€") == ["l", "orto", "com", "e", "5"]
