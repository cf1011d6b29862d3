"""How alike two practices look, and what speaks for it."""

from dataclasses import replace

import pytest

from seeddesk.domain.likeness import CERTAIN, PROBABLE, Sketch, address, compare, register, telling

HERE = Sketch(("Orti di Mirafiori",), "Cooperativa Verdeblu", places=("Torino",))


@pytest.mark.parametrize(
    ("title", "organisation", "place", "score", "reasons"),
    [
        ("Orti di Mirafiori", "Cooperativa Verdeblu", "Torino", 1.0, ("title", "organisation", "place")),
        ("Mirafiori: gli orti", "VERDEBLU coop.", "torino", 1.0, ("title", "organisation", "place")),
        ("Orti di Mirafiori", "Cooperativa Verdeblu", "Napoli", 0.85, ("title", "organisation")),
        ("Orti di Mirafiori", "", "", 0.85, ("title",)),
        ("Teatro in carcere", "Cooperativa Verdeblu", "Torino", 0.4, ("organisation", "place")),
        ("Il progetto", "", "", 0.0, ()),
        ("", "", "", 0.0, ()),
    ],
)
def test_what_both_say_is_weighed_and_what_either_does_not_say_counts_for_nothing(
    title, organisation, place, score, reasons
):
    found = compare(HERE, Sketch((title,), organisation, places=(place,) if place else ()))
    assert found.score == pytest.approx(score, abs=0.03)
    assert found.reasons == reasons


def test_a_word_spelt_otherwise_counts_nearly_whole_and_another_word_not_at_all():
    spelt, other = (compare(HERE, Sketch((title,))) for title in ("Orti di Mirafiore", "Orti di Barriera"))
    assert 0.8 < spelt.score < 1
    assert other.score < 0.6
    assert compare(Sketch(("casa",)), Sketch(("casette",))).score == 0  # letters enough, and another length


def test_words_count_once_however_often_the_other_says_them():
    assert compare(Sketch(("orto orto",)), Sketch(("orto bosco",))).score < compare(HERE, HERE).score / 1.5


def test_a_former_name_is_said_to_be_one():
    assert compare(HERE, Sketch(("Campi aperti", "Orti di Mirafiori"))).reasons == ("name-before",)
    assert compare(HERE, Sketch(("Orti di Mirafiori", "Campi aperti"))).reasons == ("title",)


def test_a_register_number_or_an_address_of_its_own_speaks_for_the_same():
    ours = Sketch(("Orti di Mirafiori",), register_id="01234567890", websites={"orti.example"})
    same = Sketch(("Orti di Mirafiori",), register_id="01234567890", places=("Napoli",))
    assert compare(replace(ours, places=("Torino",)), same).score == 0.97
    assert compare(ours, same).reasons == ("register", "title")
    alike = Sketch(("Orti in Mirafiori nord",), websites={"orti.example"})
    assert compare(ours, alike).score >= CERTAIN
    assert compare(ours, Sketch(("Biblioteca",), websites={"orti.example"})).score == PROBABLE
    assert "website" in compare(ours, alike).reasons
    assert compare(Sketch(("Orti",)), Sketch(("Orti",))).reasons == ("title",)  # no number is no same number


def test_numbers_and_addresses_are_compared_without_what_says_nothing():
    assert register("IT 0123.456-7890") == "01234567890" == register("01234567890")
    assert register("it12") == "IT12"
    assert address("https://www.Orti.example/chi-siamo/?a=1#b") == "orti.example/chi-siamo"
    assert address("http://orti.example/") == "orti.example"
    assert address("https://www.facebook.com/") == "" == address("orti")
    assert address("https://facebook.com/orti") == "facebook.com/orti"


def test_a_name_of_words_that_say_nothing_is_taken_as_it_is():
    assert telling("Il progetto") == ["il", "progetto"]
    assert telling("Il progetto Orti") == ["orti"]
