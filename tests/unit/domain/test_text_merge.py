"""Merging texts: right where it is plain, left to a person where it is not, never silently wrong."""

import itertools
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.text_merge import merge_sentences, merge_words, sentences

BASE = (
    "Il laboratorio è nato nel marzo 2021 in una ex fabbrica. Accoglie circa 40 persone al mese, in prevalenza giovani. "
    "Le attività non prevedono costi per chi partecipa. Il Comune contribuisce con 18.000 euro l'anno. "
    "Gli operatori sono sette. Dal 12.09.2023 c'è anche uno sportello di ascolto."
)


def edited(*replacements, start=BASE):
    for old, new in replacements:
        assert old in start
        start = start.replace(old, new)
    return start


# (what one did, what the other did, the only right text or None: a person must decide). None of these is among the shared cases.
FRESH = {
    "two dates in two sentences": (
        [("marzo 2021", "aprile 2021")],
        [("12.09.2023", "19.09.2023")],
        edited(("marzo 2021", "aprile 2021"), ("12.09.2023", "19.09.2023")),
    ),
    "one date, two ways": ([("12.09.2023", "19.09.2023")], [("12.09.2023", "12.10.2023")], None),
    "a date and the words around it": ([("Dal 12.09.2023", "Dal 2023")], [("uno sportello", "un punto")], None),
    "one amount, two ways": ([("18.000 euro", "18.500 euro")], [("18.000 euro", "28.000 euro")], None),
    "amount and currency": ([("18.000", "20.000")], [("euro", "lei")], None),
    "amounts far apart": (
        [("40 persone", "45 persone")],
        [("18.000 euro", "21.000 euro")],
        edited(("40 persone", "45 persone"), ("18.000 euro", "21.000 euro")),
    ),
    "a negation taken out, the sentence changed": (
        [("non prevedono", "prevedono")],
        [("costi per chi", "costi bassi per chi")],
        None,
    ),
    "a negation taken out, another sentence changed": (
        [("non prevedono", "prevedono")],
        [("sono sette", "sono otto")],
        edited(("non prevedono", "prevedono"), ("sono sette", "sono otto")),
    ),
    "neighbouring sentences": ([("40 persone", "45 persone")], [("non prevedono", "prevedono")], None),
    "the same typing error corrected by both": (
        [("ex fabbrica", "ex-fabbrica"), ("sono sette", "sono otto")],
        [("ex fabbrica", "ex-fabbrica")],
        edited(("ex fabbrica", "ex-fabbrica"), ("sono sette", "sono otto")),
    ),
    "a sentence moved by both, to two places": (
        [("Gli operatori sono sette. ", ""), ("Il laboratorio", "Gli operatori sono sette. Il laboratorio")],
        [("Gli operatori sono sette. ", ""), ("di ascolto.", "di ascolto. Gli operatori sono sette.")],
        None,
    ),
    "a sentence moved by one, deleted by the other": (
        [("Gli operatori sono sette. ", ""), ("Il laboratorio", "Gli operatori sono sette. Il laboratorio")],
        [("Gli operatori sono sette. ", "")],
        None,
    ),
    "the same sentence added in two places": (
        [("ex fabbrica. ", "ex fabbrica. È aperto. ")],
        [("di ascolto.", "di ascolto. È aperto.")],
        None,
    ),
    "everything emptied": ([(BASE, "")], [("sono sette", "sono otto")], None),
    "an abbreviation is not the end of a sentence": (
        [("circa 40", "ca. 40")],
        [("circa 40", "oltre 40")],
        None,
    ),
}


@pytest.mark.parametrize("name", list(FRESH))
def test_fresh_cases_come_out_right_or_are_left_to_a_person(name):
    mine, theirs, right = FRESH[name]
    one, other = edited(*mine), edited(*theirs)
    assert merge_sentences(BASE, [one, other]) == right
    assert merge_sentences(BASE, [other, one]) == right


LIST = "- ascolto\n- mensa\n- corsi di lingua\n- trasporto\n- doposcuola"


def test_lines_of_a_list_are_merged_one_by_one():
    one, other = (
        edited(("ascolto", "ascolto e cura"), start=LIST),
        edited(("doposcuola", "doposcuola\n- sport"), start=LIST),
    )
    assert (
        merge_sentences(LIST, [one, other])
        == "- ascolto e cura\n- mensa\n- corsi di lingua\n- trasporto\n- doposcuola\n- sport"
    )


def test_items_of_one_line_are_one_sentence():
    line = "Servizi: ascolto, mensa, corsi di lingua, trasporto, doposcuola"
    assert (
        merge_sentences(line, [edited(("mensa", "pasti"), start=line), edited(("ascolto", "cura"), start=line)]) is None
    )


def test_three_people_in_three_sentences_are_all_heard():
    versions = [
        edited(("marzo", "aprile")),
        edited(("non prevedono", "prevedono")),
        edited(("sono sette", "sono otto")),
    ]
    merged = edited(("marzo", "aprile"), ("non prevedono", "prevedono"), ("sono sette", "sono otto"))
    assert {merge_sentences(BASE, order) for order in itertools.permutations(versions)} == {merged}


def test_words_are_merged_only_as_a_hint_with_three_words_between():
    sentence = "Gli incontri con le famiglie si tengono ogni martedì nella sede della cooperativa."
    far = [sentence.replace("famiglie", "persone"), sentence.replace("cooperativa", "scuola")]
    near = [sentence.replace("famiglie", "persone"), sentence.replace("tengono", "fanno")]
    assert merge_sentences(sentence, far) is None
    assert merge_words(sentence, far) == sentence.replace("famiglie", "persone").replace("cooperativa", "scuola")
    assert merge_words(sentence, near) is None


def test_one_persons_words_may_be_near_each_other():
    sentence = "Gli incontri con le famiglie si tengono ogni martedì nella sede della cooperativa."
    one = sentence.replace("Gli", "Tutti gli").replace("con le", "per le")
    other = sentence.replace("cooperativa", "scuola")
    assert merge_words(sentence, [one, other]) == one.replace("cooperativa", "scuola")


@pytest.mark.parametrize(
    ("sentence", "one", "other"),
    [
        ("Sono 120 gli anziani seguiti ogni settimana da 14 operatori.", ("120", "150"), ("14", "16")),
        ("Sono 120 gli anziani seguiti ogni settimana da 14 operatori.", ("120", "molti"), ("14", "16")),
        ("I volontari sono formati ogni anno dal Comune di Torino.", ("sono", "non sono"), ("formati", "pagati")),
        ("Il costo è di 12.500 euro per ogni singola persona accolta.", ("12.500", "12.900"), ("12.500", "14.500")),
    ],
)
def test_words_are_not_merged_across_two_numbers_a_near_negation_or_one_amount(sentence, one, other):
    assert merge_words(sentence, [sentence.replace(*one), sentence.replace(*other)]) is None


def test_the_shared_cases_are_never_silently_wrong(shared_data):
    cases = json.loads((shared_data / "text-merge-cases.json").read_text(encoding="utf-8"))
    for merge in (merge_sentences, merge_words):
        right = 0
        for case in cases["cases"]:
            found = merge(cases["base"], [case["mine"], case["theirs"]])
            if case["scored"]:
                assert found in (None, case["merged"]), case["name"]
                right += found == case["merged"]
        assert right >= 13


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("Uno. Due! Tre? Quattro", ["Uno. ", "Due! ", "Tre? ", "Quattro"]),
        ("Costa 12.500 euro. Dal 3.4.2021.", ["Costa 12.500 euro. ", "Dal 3.4.2021."]),
        ("Il dott. Rossi e l'art. 4. Fine.", ["Il dott. Rossi e l'art. 4. ", "Fine."]),
        ("uno\n\ndue\n", ["uno\n\n", "due\n"]),
        ("Ecc. e così via... poi altro. Fine", ["Ecc. e così via... poi altro. ", "Fine"]),
        ("", []),
    ],
)
def test_a_text_is_cut_into_sentences(text, parts):
    assert [piece.text + piece.space for piece in sentences(text)] == parts


TEXTS = st.lists(
    st.sampled_from(["Uno. ", "Due. ", "Tre! ", "quattro\n", "5.000 ", " ", "Sei.", "\n\n"]), max_size=8
).map("".join)


@given(st.one_of(TEXTS, st.text()))
def test_sentences_joined_again_are_the_text(text):
    assert "".join(piece.text + piece.space for piece in sentences(text)) == text


@given(TEXTS, TEXTS)
def test_one_persons_changes_are_taken_as_they_are(base, changed):
    assert merge_sentences(base, [base, changed]) == changed
    assert merge_sentences(base, [changed, changed]) == changed


@given(TEXTS, TEXTS, TEXTS)
def test_order_does_not_matter_and_every_new_sentence_stands_in_what_is_merged(base, one, other):
    merged = merge_sentences(base, [one, other])
    assert merge_sentences(base, [other, one]) == merged
    if merged is not None:
        texts = [{piece.text for piece in sentences(text)} for text in (base, one, other, merged)]
        assert (texts[1] | texts[2]) - texts[0] <= texts[3]
        assert texts[3] <= texts[0] | texts[1] | texts[2]


@pytest.mark.parametrize("piece", ["Una frase come tante. ", "x\n", "parola ", "a.b ", ".", " ", "1-", "e.g. "])
def test_huge_texts_are_left_to_a_person_at_once(piece):
    huge = piece * (10_000_000 // len(piece))
    assert merge_sentences(huge, [huge + "A.", "B. " + huge]) is None
    assert merge_words(huge, [huge + "A.", "B. " + huge]) is None


def test_repetitive_texts_below_the_limit_end_soon():
    repeated = "x\n" * 20_000
    assert merge_sentences(repeated, [repeated + "a", "b\n" + repeated]) is None


def test_a_text_of_five_thousand_characters_is_merged():
    long = "".join(f"Questa è la frase numero {number}. " for number in range(150))
    one, other = (
        edited(("numero 3.", "numero tre."), start=long),
        edited(("numero 99.", "numero cento meno uno."), start=long),
    )
    assert merge_sentences(long, [one, other]) == edited(("numero 99.", "numero cento meno uno."), start=one)
