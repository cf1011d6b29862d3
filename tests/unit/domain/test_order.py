"""Lists are in the order a person of each language expects, by one rule for all."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from seeddesk.domain.order import order_key


@pytest.mark.parametrize(
    "expected",
    [
        ["Città", "città alta", "Cividale"],
        ["Èlite", "elitra", "Emporio"],  # Italian: an accent is no letter
        ["Cvet", "Čebela", "Dom", "Sonce", "Šola", "Tabor", "Zavod", "Žetev"],  # Slovenian
        ["Cvijet", "Čaj", "Ćup", "Dom", "Đak", "Egzil"],  # Croatian
        ["Ac", "Azur", "Ăst", "Ână", "Baza", "Iz", "În", "Sud", "Șase", "Tur", "Țară", "Unu"],  # Romanian
        ["Άγιος", "αγορά", "Βόλος", "Ώρα"],  # Greek
        ["Orto 2", "Orto 2 bis", "orto 10", "Orto 010 b", "Orto 100"],
        ["", "1", "A"],
    ],
)
def test_words_are_in_the_order_of_their_language(expected):
    keys = [order_key(one) for one in expected]
    assert keys == sorted(set(keys))


@given(st.text(max_size=30))
@example("Čebela 7")
def test_a_letter_is_the_same_however_it_was_typed(text):
    assert order_key(text) == order_key(unicodedata.normalize("NFD", text))
