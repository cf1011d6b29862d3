"""Texts of people to canonical values and back."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.answers import format_answer, parse_answer
from seeddesk.domain.form import ACKNOWLEDGED, QUOTE, UNQUOTE, Choice, Field, Form, Kind, Section
from seeddesk.domain.spelling import plain
from seeddesk.domain.values import NOT_KNOWN, clean_text
from tests.unit.domain.samples import FORM, LISTS

LANGUAGES = st.sampled_from(("it", "en"))
NOT_KNOWN_ONCE = {
    "non ancora noto",
    "non ancora nota",
    "non ancora noti",
    "non ancora note",
    "not known yet",
    "not yet known",
}


def parse(name: str, text: str, lang: str = "it") -> object:
    return parse_answer(FORM.fields[name], text, lang, FORM)


def shown(name: str, value: object, lang: str = "it") -> str:
    return format_answer(FORM.fields[name], value, lang, FORM)


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("3180", "it", "3180"),
        ("3.180", "it", "3180"),
        ("3 180", "it", "3180"),
        ("3\u202f180", "it", "3180"),
        ("3'180", "it", "3180"),
        ("3,180", "en", "3180"),
        ("1.234.567", "en", "1234567"),
        ("-5", "it", "-5"),
        ("−5", "en", "-5"),
        ("0", "it", "0"),
        # Digits would be dropped, or the number could be another: kept as written.
        ("3,180", "it", "3,180"),
        ("3.180", "en", "3.180"),
        ("12,5", "it", "12,5"),
        ("007", "it", "007"),
        ("1,5 milioni", "it", "1,5 milioni"),
        ("circa 50", "it", "circa 50"),
        ("1.23.456", "it", "1.23.456"),
        ("12.500 euro", "it", "12.500 euro"),
        ("1'234.567,8.9", "it", "1'234.567,8.9"),
    ],
)
def test_whole_numbers_are_read_and_no_digit_is_ever_changed(text, lang, number):
    assert parse("count", text, lang) == number


@pytest.mark.parametrize(
    ("text", "lang", "number"),
    [
        ("1.234,50", "it", "1234.50"),
        ("1,234.50", "en", "1234.50"),
        ("1.234", "it", "1234"),
        ("1.234", "en", "1.234"),
        ("1,234", "en", "1234"),
        ("1,234", "it", "1.234"),
        ("12.5", "it", "12.5"),
        ("0.123", "it", "0.123"),
        ("45.070312", "it", "45.070312"),
        ("1,234.50", "it", "1234.50"),
        ("1.234,50", "en", "1234.50"),
        ("12,5", "en", "12.5"),
        ("1'234.567", "it", "1234.567"),
    ],
)
def test_decimals_are_read_by_the_language_and_otherwise_by_the_only_sense_they_make(text, lang, number):
    assert parse("budget", text, lang) == number


@pytest.mark.parametrize(
    ("text", "date"),
    [
        ("2021", "2021"),
        ("2021-03", "2021-03"),
        ("2021-03-15", "2021-03-15"),
        ("15/03/2021", "2021-03-15"),
        ("3.4.2021", "2021-04-03"),
        ("03/2021", "2021-03"),
        ("marzo 2021", "2021-03"),
        ("Marzo 2021", "2021-03"),
        ("March 2021", "2021-03"),
        ("mar. 2021", "2021-03"),
        ("Nov 2026", "2026-11"),
        ("set 2020", "2020-09"),
        ("15 marzo 2021", "2021-03-15"),
        ("1° marzo 2021", "2021-03-01"),
        ("15  marzo\n2021", "2021-03-15"),
        ("15. 3. 2021.", "2021-03-15"),
        ("15.3.2021.", "2021-03-15"),
        ("3. 2021.", "2021-03"),
        ("15. march 2021.", "2021-03-15"),
        ("3rd of March 2021", "2021-03-03"),
        ("March 15, 2021", "2021-03-15"),
        # No such day, or not one day: kept as written.
        ("31/02/2021", "31/02/2021"),
        ("12/25/2021", "12/25/2021"),
        ("15/3/21", "15/3/21"),
        ("15/03-2021", "15/03-2021"),
        ("2021-13", "2021-13"),
        ("primavera 2021", "primavera 2021"),
        ("2020-2021", "2020-2021"),
        ("dal 2021", "dal 2021"),
    ],
)
def test_dates_are_read_whole_or_in_part_and_never_guessed(text, date):
    assert parse("when", text, "it") == date
    assert parse("when", text, "en") == date


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("hour", "9.30", "09:30"),
        ("hour", "9:30:05", "09:30:05"),
        ("hour", "25:00", "25:00"),
        ("hour", "9:60", "9:60"),
        ("hour", "9:30:60", "9:30:60"),
        ("hour", "23:59:59", "23:59:59"),
        ("meeting", "15 marzo 2021, 9.30", "2021-03-15T09:30"),
        ("meeting", "2021-03-15T09:30", "2021-03-15T09:30"),
        ("meeting", "15. 3. 2021. 9:30", "2021-03-15T09:30"),
        ("meeting", "marzo 2021, 9.30", "marzo 2021, 9.30"),
        ("meeting", "domani", "domani"),
    ],
)
def test_times_are_read(name, text, value):
    assert parse(name, text) == value


@pytest.mark.parametrize(
    ("name", "text", "code"),
    [
        ("one_target", "EECO04", "EECO04"),
        ("one_target", "eeco04", "EECO04"),
        ("one_target", "INATTIVI", "EECO04"),
        ("one_target", "Inactive", "EECO04"),
        ("one_target", "EECO04 - Inattivi", "EECO04"),
        ("one_target", "Disocupati di lunga durata", "EECO03"),
        ("agreed", "si", "yes"),
        ("agreed", "Yes", "yes"),
        ("agreed", "x", "yes"),
        ("agreed", "falso", "no"),
        ("comune", "Torino", "001272"),
        ("comune", "torino to", "001272"),
        ("period", "2021/2027", "2021-2027"),
        ("sdg", "Sconfiggere la poverta", ("1",)),
        # Another word, another number, or two choices: kept as written.
        ("one_target", "Occupati di lunga durata", "Occupati di lunga durata"),
        ("one_target", "Attivi", "Attivi"),
        ("period", "2021-2028", "2021-2028"),
        ("comune", "San Teodoro", "San Teodoro"),
        ("comune", "San Teodoro (SS)", "San Teodoro (SS)"),
        ("agreed", "forse", "forse"),
        ("agreed", "?", "?"),
    ],
)
def test_a_choice_is_read_by_code_by_label_or_by_one_near_label(name, text, code):
    assert parse(name, text) == code


def test_two_choices_with_one_label_are_shown_with_their_codes():
    assert shown("comune", "090092") == "San Teodoro (SS) (090092)"
    assert parse("comune", "San Teodoro (SS) (090092)") == "090092"


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Giovani; Inattivi", ("young", "EECO04")),
        ("Giovani\nInactive\n", ("young", "EECO04")),
        ("Giovani, Inattivi", ("young", "EECO04")),
        ("Disoccupati, anche di lunga durata", ("EECO02",)),
        ("Inattivi, Disoccupati, anche di lunga durata, Giovani", ("EECO04", "EECO02", "young")),
        ("Famiglie; minori", ("mixed",)),
        ("Giovani; Giovani", ("young",)),
        ("young EECO04", ("young EECO04",)),
        ("Giovani; Pescatori, anche a riposo", ("young", "Pescatori, anche a riposo")),
        ("Giovani, Pescatori", ("young", "Pescatori")),
        (" ; ", None),
    ],
)
def test_sets_are_split_at_lines_semicolons_and_last_at_commas_and_keep_what_is_no_choice(text, codes):
    assert parse("target", text) == codes


def test_free_sets_are_split_at_lines_or_semicolons_never_at_commas():
    assert parse("tags", "cura, ascolto; quartiere") == ("cura, ascolto", "quartiere")
    assert parse("tags", "a;b\nc") == ("a;b", "c")


@pytest.mark.parametrize("name", list(FORM.fields))
def test_not_known_and_nothing_are_read_in_every_field(name):
    assert parse(name, "Non ancora noto") is NOT_KNOWN
    assert parse(name, "not known yet.", "it") is NOT_KNOWN
    assert parse(name, "  \n") is None
    assert shown(name, None) == ""


@pytest.mark.parametrize(
    ("name", "value", "italian", "english"),
    [
        ("count", "3180", "3.180", "3,180"),
        ("start_year", "2021", "2021", "2021"),
        ("budget", "1234.50", "1.234,50", "1,234.50"),
        ("when", "2021-03", "marzo 2021", "March 2021"),
        ("when", "2021-03-05", "5 marzo 2021", "5 March 2021"),
        ("meeting", "2021-03-05T09:30", "5 marzo 2021, 09:30", "5 March 2021, 09:30"),
        ("agreed", "yes", "Sì", "Yes"),
        ("target", ("young", "EECO04"), "Giovani; Inattivi", "Young people; Inactive"),
        ("target", ("young", "mixed"), "Giovani\nFamiglie; minori", "Young people\nFamilies; minors"),
        ("title", NOT_KNOWN, "non ancora noto", "not known yet"),
        # Not valid for the field: shown as it stands.
        ("count", "tanti", "tanti", "tanti"),
        ("when", "2021-13", "2021-13", "2021-13"),
        ("agreed", "forse", "forse", "forse"),
        ("target", ("young", "altro"), "Giovani; altro", "Young people; altro"),
    ],
)
def test_values_are_shown_as_people_read_them(name, value, italian, english):
    assert shown(name, value, "it") == italian
    assert shown(name, value, "en") == english


WHOLE = st.integers(-(10**15), 10**15).map(str)
DECIMALS = st.builds(
    lambda whole, decimals: whole + ("." + decimals if decimals else ""), WHOLE, st.text("0123456789", max_size=6)
)
DAYS = st.dates(datetime.date(1000, 1, 1)).map(lambda day: day.isoformat())
DATES = st.builds(lambda day, length: day[:length], DAYS, st.sampled_from((4, 7, 10)))
TIMES = st.times().map(lambda time: time.strftime("%H:%M:%S"))
LINES = (
    st.text(max_size=40)
    .map(lambda text: clean_text(text).strip())
    .filter(lambda text: text and plain(text) not in NOT_KNOWN_ONCE)
)
ITEMS = LINES.map(lambda text: " ".join(text.split())).filter(bool)
VALID = {
    "title": LINES,
    "need": LINES,
    "count": WHOLE,
    "start_year": st.integers(0, 9999).map(str),
    "budget": DECIMALS,
    "when": DATES,
    "hour": st.one_of(TIMES, TIMES.map(lambda time: time[:5])),
    "meeting": st.builds(lambda day, time: f"{day}T{time}", DAYS, TIMES),
    "agreed": st.sampled_from(("yes", "no")),
    "target": st.lists(st.sampled_from([choice.name for choice in LISTS["target"]]), min_size=1, unique=True).map(
        tuple
    ),
    "sdg": st.lists(st.sampled_from(("1", "3")), min_size=1, unique=True).map(tuple),
    "one_target": st.sampled_from([choice.name for choice in LISTS["target"]]),
    "period": st.sampled_from(("2014-2020", "2021-2027")),
    "comune": st.sampled_from([choice.name for choice in LISTS["comuni"]]),
    "picture": st.just("sha256:" + "0" * 64),
    "place": st.just("45.07 7.68 0 0"),
    "status": st.just("draft"),
}


@given(st.data(), LANGUAGES)
def test_every_valid_value_survives_being_shown_and_read_again(data, lang):
    name = data.draw(st.sampled_from(sorted(VALID)))
    value = data.draw(st.one_of(VALID[name], st.just(NOT_KNOWN), st.none()))
    assert parse(name, shown(name, value, lang), lang) == value


@given(st.lists(ITEMS, min_size=2, unique=True).map(tuple), LANGUAGES)
def test_every_free_set_survives_being_shown_and_read_again(items, lang):
    if plain("; ".join(items)) not in NOT_KNOWN_ONCE:
        assert parse("tags", shown("tags", items, lang), lang) == items


RANKED = Field("order", Kind.RANK, {}, "/data/order", "s", choices="target")
FREE = Field("free", Kind.RANK, {}, "/data/free", "s", choices="absent")
TICKED = Field("agreed", Kind.ACKNOWLEDGE, {}, "/data/agreed", "s")
WHERE = Field("place", Kind.GEO, {}, "/data/place", "s", data_type="geotrace")
CODES = [choice.name for choice in LISTS["target"]]
ZONES = st.sampled_from(("", "Z", "+01:00", "-03:30", "+0530", "+02"))
CLOCKS = st.builds(
    lambda time, part, zone: time + part + zone, TIMES, st.sampled_from(("", ".000", ".5", ".123456")), ZONES
)
DEGREES = st.decimals(-90, 90, places=6).map(lambda number: f"{number:f}")
PLACES = st.lists(st.builds(lambda *parts: " ".join(parts), DEGREES, DEGREES, DEGREES, DEGREES), min_size=1).flatmap(
    lambda points: st.sampled_from(("; ", ";")).map(lambda mark: mark.join(points))
)
ANY_LANGUAGE = st.sampled_from(("it", "en", "fr", "und", "Deutsch"))
MORE = (
    (RANKED, st.permutations(CODES).flatmap(lambda codes: st.integers(1, len(codes)).map(lambda n: tuple(codes[:n])))),
    (FREE, st.lists(ITEMS, min_size=1, unique=True).map(tuple)),
    (TICKED, st.just(ACKNOWLEDGED)),
    (WHERE, PLACES),
    (FORM.fields["hour"], CLOCKS),
    (FORM.fields["meeting"], st.builds(lambda day, time: f"{day}T{time}", DAYS, CLOCKS)),
    (FORM.fields["budget"], DECIMALS),
    (FORM.fields["when"], DATES),
    (FORM.fields["target"], st.lists(st.sampled_from(CODES), min_size=1, unique=True).map(tuple)),
)


@given(st.data(), ANY_LANGUAGE)
def test_every_kind_survives_being_shown_and_read_again_in_any_language(data, lang):
    field, values = data.draw(st.sampled_from(MORE))
    value = data.draw(st.one_of(values, st.just(NOT_KNOWN), st.none()))
    assert parse_answer(field, format_answer(field, value, lang, FORM), lang, FORM) == value


def ranked(text: str, before: tuple[str, ...] | None = None) -> object:
    return parse_answer(RANKED, text, "it", FORM, before)


def test_a_ranking_is_a_numbered_line_for_each():
    assert format_answer(RANKED, ("young", "mixed"), "it", FORM) == "1. Giovani\n2. Famiglie; minori"
    assert ranked("1) Inattivi\n2) Giovani") == ("EECO04", "young")
    assert ranked("Inattivi; Giovani") == ("EECO04", "young")
    assert ranked("Inattivi\n2. Giovani") == ("EECO04", "young")
    assert ranked("1. Inattivi 2. Giovani") == ("EECO04", "young")


def test_moved_lines_and_changed_numbers_of_a_ranking_are_told_apart_by_what_stood_there():
    before = ("EECO04", "young", "mixed")
    moved = "3. Famiglie; minori\n1. Inattivi\n2. Giovani"
    renumbered = "2. Inattivi\n3. Giovani\n1. Famiglie; minori"
    assert ranked(moved, before) == ranked(renumbered, before) == ("mixed", "EECO04", "young")
    assert ranked("2. Giovani\n1. Famiglie; minori\n3. Inattivi", before) == (
        "2. Giovani\n1. Famiglie; minori\n3. Inattivi"
    )
    assert ranked(moved) == moved


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("Confermato", "OK"),
        ("confirmed", "OK"),
        ("x", "OK"),
        ("sì", "OK"),
        ("ok", "OK"),
        ("no", "no"),
        ("forse", "forse"),
    ],
)
def test_a_tick_is_read_in_every_spelling_and_anything_else_kept(text, value):
    assert parse_answer(TICKED, text, "it", FORM) == value


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("45.07, 7.68", "45.07 7.68"),
        ("45.07,7.68", "45.07 7.68"),
        ("45.07 7.68 240 5", "45.07 7.68 240 5"),
        ("45 7; 46, 8;", "45 7; 46 8"),
        ("45 7;46 8 0 0;", "45 7;46 8 0 0;"),
        # Not in the world, or commas that could be decimal ones: kept as written.
        ("91 7", "91 7"),
        ("45,07 7,68", "45,07 7,68"),
        ("Torino", "Torino"),
    ],
)
def test_a_place_is_read_as_maps_write_it(text, value):
    assert parse_answer(WHERE, text, "it", FORM) == value


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("1 234,5", "1234.5"),
        ("12,5", "12.5"),
        ("12.5", "12.5"),
        ("1.234", "1.234"),
        ("1,234", "1,234"),
        ("1.234,50", "1234.50"),
    ],
)
def test_in_a_language_without_a_convention_here_a_number_of_two_senses_is_not_read(text, number):
    assert parse("budget", text, "fr") == number


def test_a_label_that_quotes_an_answer_names_its_question():
    quoting = Choice("me", {"it": f"{QUOTE}/data/title{UNQUOTE} stesso"})
    form = Form("f", "1", {}, ("it",), (Section("s", {}, (FORM.fields["title"],)),), {"who": (quoting,)})
    field = Field("f", Kind.CHOICE, {}, "", "s", choices="who")
    assert format_answer(field, "me", "it", form) == "‹title› stesso"
    assert parse_answer(field, "‹title› stesso", "it", form) == "me"


LABELS = st.text(st.sampled_from("abAB12 ,-()è"), min_size=1, max_size=6).map(str.strip).filter(plain)


@given(
    st.lists(
        st.tuples(st.text("ab12", min_size=1, max_size=3), LABELS, LABELS),
        min_size=1,
        max_size=6,
        unique_by=lambda e: e[0],
    ),
    LANGUAGES,
)
def test_whatever_the_labels_the_one_shown_means_its_own_choice(entries, lang):
    field = Field("f", Kind.CHOICE, {}, "", "s", choices="list")
    listed = {"list": tuple(Choice(code, {"it": italian, "en": english}) for code, italian, english in entries)}
    form = Form("f", "1", {}, ("it", "en"), (Section("s", {}, (field,)),), listed)
    for code, _, _ in entries:
        assert parse_answer(field, format_answer(field, code, lang, form), lang, form) == code


@given(st.text(max_size=60), st.sampled_from(sorted(FORM.fields)), LANGUAGES)
def test_what_is_read_is_never_read_otherwise_the_second_time(text, name, lang):
    once = parse(name, text, lang)
    again = parse(name, shown(name, once, lang), lang)
    assert again == once or FORM.fields[name].kind in (Kind.CHOICES,)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Inattivi", "EECO04"),
        ("Inattvi", "EECO04"),
        ("Disoccupati di lungha durata", "EECO03"),
        ("Occupati di lunga durata", "Occupati di lunga durata"),
        ("Disoccupati di lunga", "Disoccupati di lunga"),
        ("Inat", "Inat"),
    ],
)
def test_a_misspelt_choice_is_found_and_another_word_is_not(text, code):
    assert parse("one_target", text) == code
