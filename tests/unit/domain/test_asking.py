"""The language of the search box."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.asking import Language
from seeddesk.domain.form import Choice, Field, Form, Kind, Section
from seeddesk.domain.query import clauses, found_ranges
from seeddesk.services.workspace import shipped_form

FORM = shipped_form()
IT, EN = Language([FORM], "it"), Language([FORM], "en")


def where(text, language=IT):
    return dict(language.parse(text).query.where)


@pytest.mark.parametrize(
    ("typed", "field", "codes"),
    [
        ("stato:bozza", "status", ("draft",)),
        ("status:draft", "status", ("draft",)),
        ('stato:"da completare"', "status", ("to_complete",)),
        ("paese:it", "country", ("IT",)),
        ("paese:Grecia", "country", ("EL",)),
        ("country:greece", "country", ("EL",)),
        ("comune:001272", "locations[].comune", ("001272",)),
        ("anno:2024", "@year", ("2024",)),
        ("anno:2020-2022", "@year", ("2020", "2021", "2022")),
        ("conflitto:sì", "@conflict", ("yes",)),
        ("conflict:no", "@conflict", ("no",)),
        ("has:conflict", "@conflict", ("yes",)),
        ("verifica:si", "@due", ("yes",)),
        ("rilevatore:Ada", "@collector", ("Ada",)),
        ("lead_org.name:orto", "lead_org.name", ("orto",)),
        ('titolo:"casa comune"', "title", ("casa comune",)),
        ("organizzazione:orto", "lead_org.name", ("orto",)),
        ("partner:orto", "partners[].name", ("orto",)),
        ("luogo:001272", "locations[].comune", ("001272",)),
        ("area_type:urban", "area_type", None),
    ],
)
def test_a_field_is_named_in_either_language_by_its_name_or_its_label(typed, field, codes):
    for language in (IT, EN):
        found = where(typed, language)
        if codes is None:
            assert set(found) <= {field}
        else:
            assert found == {field: codes}


def test_a_beginning_of_a_label_means_every_choice_that_begins_so():
    codes = where("comune:torino")["locations[].comune"]
    assert "001272" in codes
    assert len(codes) < 10


@pytest.mark.parametrize("typed", ["stato:", 'stato:""', "-stato:", "titolo:"])
def test_a_field_whose_value_is_still_to_come_asks_nothing_yet(typed):
    asked = IT.parse(f"orti {typed}")
    assert (asked.query.text, asked.query.where, asked.query.not_text) == ("orti", {}, "")
    assert asked.unknown == ()


def test_the_field_meant_by_a_slip_is_offered_in_ones_own_words_and_understood():
    assert (IT.nearest("stto"), EN.nearest("stto"), IT.nearest("stauts")) == ("stato", "status", "stato")
    for name in ("partners-rle", "volntari", "short_descriptoin"):
        meant = IT.nearest(name)
        assert meant
        assert IT.knows(meant), meant
        assert " " not in meant


def test_the_value_meant_by_a_slip_is_offered_and_understood():
    assert IT.nearest_value("stato", "boza") == "bozza"
    assert IT.nearest_value("stato", "da completarre") == '"da completare"'
    assert where(f"stato:{IT.nearest_value('stato', 'da completarre')}") == {"status": ("to_complete",)}
    assert IT.nearest_value("stato", "zzz") == ""
    assert IT.nearest_value("comune", "torinno") == ""  # thousands: not between two keystrokes


def test_words_phrases_and_what_is_not_wanted_are_told_apart_with_their_places():
    typed = 'orti -zuppa "di tutti" -stato:bozza -"a b" paese:it colore:rosso'
    asked = IT.parse(typed)
    kinds = [(typed[token.start : token.end], token.kind) for token in asked.tokens]
    assert kinds == [
        ("orti", "word"),
        ("-zuppa", "not"),
        ('"di tutti"', "phrase"),
        ("-stato:bozza", "not-field"),
        ('-"a b"', "not"),
        ("paese:it", "field"),
        ("colore:rosso", "unknown"),
    ]
    assert asked.query.text == 'orti "di tutti" colore:rosso'
    assert asked.query.not_text == 'zuppa "a b"'
    assert asked.query.not_where == {"status": ("draft",)}
    assert asked.unknown == ("colore",)


def test_an_address_is_words_and_two_values_of_a_field_are_either():
    assert IT.parse("https://example.org/a").query.where == {}
    assert where("paese:it paese:ro") == {"country": ("IT", "RO")}


def test_values_between_commas_are_either_and_a_value_may_stand_apart_from_its_field():
    assert (
        where("paese:it,ro")
        == where('paese:"Italia; Romania"')
        == where("paese: it, paese: ro")
        == {"country": ("IT", "RO")}
    )
    assert where("anno:2020,2022") == {"@year": ("2020", "2022")}
    assert where("anno:2022-2020") == where("anno: 2020-2022")
    assert IT.parse("-paese: italia orti").query.not_where == {"country": ("IT",)}
    assert IT.parse("paese:it,nessuno").unknown == ("paese",)
    for typed in ("titolo: orti", "paese: orti", 'paese:"" it', "paese: -it", "paese: stato: it"):
        assert where(typed) == {}, typed
    assert IT.ticked(IT.tick("paese:it,ro orti", "country", "IT", False)) == {"country": ("RO",)}


def test_what_is_asked_again_and_again_is_asked_once():
    asked = IT.parse('orti orti -"a b" "di tutti" -"a b" "di tutti" orti')
    assert asked.query.text == 'orti "di tutti"'
    assert asked.query.not_text == '"a b"'


@given(st.text(max_size=60))
def test_nothing_typed_is_an_error_and_every_letter_belongs_to_one_token(text):
    tokens = IT.parse(text).tokens
    covered = [at for token in tokens for at in range(token.start, token.end)]
    assert len(covered) == len(set(covered))
    assert not "".join(char for at, char in enumerate(text) if at not in covered).strip()


_TICKS = st.sampled_from(
    [(template, choice.name) for template in ("country", "status", "stage", "sdg", "policy_area") for choice in FORM.lists[FORM.fields[template].choices]]
    + [("@year", "2024"), ("@conflict", "yes"), ("@due", "no"), ("@collector", "Ada Rossi")]
)  # fmt: skip


@given(
    st.sampled_from([IT, EN]),
    st.lists(_TICKS, unique=True, max_size=6),
    st.sampled_from(["", "orti", 'orti "di tutti" -zuppa']),
)
def test_ticks_become_tokens_and_tokens_the_same_ticks(language, ticks, typed):
    text = typed
    for template, code in ticks:
        text = language.tick(text, template, code, True)
    expected = {}
    for template, code in ticks:
        expected[template] = {*expected.get(template, ()), code}
    assert {name: set(codes) for name, codes in language.ticked(text).items()} == expected
    for template, code in ticks:
        text = language.tick(text, template, code, False)
    assert text == typed


def test_unticking_one_of_several_choices_of_one_token_keeps_the_others():
    text = IT.tick("anno:2020-2022 orti", "@year", "2021", False)
    assert set(IT.ticked(text)["@year"]) == {"2020", "2022"}
    assert IT.parse(text).query.text == "orti"


@pytest.mark.parametrize(
    ("typed", "text", "marked"),
    [
        ("comunita", "Comunità e comune", ["Comunità"]),
        ("comun", "Comunità e comune", ["Comunità", "comune"]),
        ('"comune"', "Comunità e comune", ["comune"]),
        ('"di tutti"', "Tutti di tutti", ["di", "tutti"]),
        ("acqua", "L'acqua è di tutti", ["acqua"]),
        ("perche", "Perche\u0301 no", ["Perche\u0301"]),
        ("", "niente", []),
    ],
)
def test_what_was_searched_is_marked_where_it_stands(typed, text, marked):
    assert [text[start:end] for start, end in found_ranges(text, clauses(typed))] == marked


def test_a_word_inside_a_label_means_the_choices_that_hold_it_where_none_begins_so():
    form = Form(
        "f",
        "1",
        {},
        ("en",),
        (Section("s", {}, (Field("a", Kind.CHOICE, {"en": "Answer"}, "/data/a", "s", choices="l"),)),),
        {
            "l": (
                Choice("x", {"en": "Open garden"}),
                Choice("y", {"en": "Market gardening"}),
                Choice("z", {"en": "Kindergarden"}),
            ),
        },
    )
    assert dict(Language([form], "en").parse("answer:garden").query.where) == {"a": ("x", "y")}
    assert dict(Language([form], "en").parse("answer:open").query.where) == {"a": ("x",)}


def test_a_name_two_fields_have_means_the_one_outside_of_groups_or_neither():
    def form(*names):
        fields = tuple(Field(name, Kind.TEXT, {"en": "Town"}, f"/data/{name}", "s") for name in names)
        return Language([Form("f", "1", {}, ("en",), (Section("s", {}, fields),), {})], "en")

    assert dict(form("home.town", "seat").parse("town:rome").query.where) == {"seat": ("rome",)}
    assert form("home.town", "work.town").parse("town:rome").unknown == ("town",)
