"""What is marked while somebody types, and what never is."""

import pytest

from seeddesk.services import paths, spelling

AFF = "SET UTF-8\nTRY aeio\nPFX L Y 1\nPFX L 0 l' [aeiou]\nPFX D Y 1\nPFX D 0 dell' [aeiou]\n"
DIC = "8\ncura\norto/LD\nla\ncomunità\nun\npo'\nil\nvive\n"


@pytest.fixture
def italian():
    folder = spelling.dictionaries()
    folder.mkdir(parents=True)
    (folder / "it_IT.aff").write_text(AFF, encoding="utf-8")
    (folder / "it_IT.dic").write_text(DIC, encoding="utf-8")
    return spelling.Speller.load("it")


def _marked(speller, text, known=()):
    return [span.word for span in speller.check(text, frozenset(known))]


def test_words_spelt_wrong_are_marked_where_they_stand(italian):
    text = "La comunita cura l’orto, la comunità un po'."
    (span,) = italian.check(text)
    assert text[span.start : span.end] == span.word == "comunita"
    assert italian.suggest("comunita") == ("comunità",)


@pytest.mark.parametrize(
    "text",
    [
        "la cura ISEE",
        "la cura a x@y.it",
        "la https://orto.example/cuura un",
        "la SI-IT-2026-7F3K2QX cura",
        "la 2021 3° cura",
        "il McOrto cura",
        "la Xyzzy cura",  # a name inside a sentence
        "Torino cura la comunità",
        "dell'Arci cura",
        "la co-cura",
        "",
    ],
)
def test_names_acronyms_addresses_and_codes_are_not_marked(italian, text):
    assert _marked(italian, text) == []


def test_a_capital_at_the_start_of_a_sentence_excuses_nothing(italian):
    assert _marked(italian, "Cuura la comunità. Cuuura il po'.\n• Cuuuura") == ["Cuura", "Cuuura", "Cuuuura"]


def test_names_of_the_record_are_never_marked(italian):
    known = spelling.names_in(
        {"lead_org.name": "L'Ortica Bruna", f"partners[{'0' * 32}].name": "zonzo", "need": "sbaglio"}
    )
    assert _marked(italian, "Ortica cura. Bruna zonzo sbaglio", known) == ["sbaglio"]


def test_own_words_are_kept_for_every_language(italian):
    italian.learn("coprogettazione")
    assert _marked(italian, "la coprogettazione") == []
    english = spelling.Speller.load("en")
    assert _marked(english, "our coprogettazione works") == []
    english.learn("wellbeing")
    assert spelling.own_words() == {"coprogettazione", "wellbeing"}
    italian.reload()
    italian.forget("coprogettazione")
    assert _marked(italian, "la coprogettazione") == ["coprogettazione"]
    assert paths.settings_file().with_name("words.txt").read_text("utf-8") == "wellbeing\n"


def test_a_dictionary_of_ones_own_comes_first(italian):
    assert italian.source.parent == spelling.dictionaries()
    assert spelling.available()["it"] == italian.source


def test_where_there_is_none_it_is_said_how_to_get_one(monkeypatch):
    monkeypatch.setattr(spelling, "_folders", lambda: iter(()))
    assert spelling.available()["it"] is None
    assert spelling.Speller.load("it") is None
    assert "LibreOffice" in spelling.how_to_get("it", "it")
    assert str(spelling.dictionaries()) in spelling.how_to_get("it", "en")


def test_english_is_always_there(monkeypatch):
    monkeypatch.setattr(spelling, "_folders", lambda: iter(()))
    english = spelling.Speller.load("en")
    assert _marked(english, "The neighbours organise a wellknown garden, and recieve visitors.") == [
        "wellknown",
        "recieve",
    ]


def test_a_dictionary_that_cannot_be_read_is_passed_over(italian):
    (spelling.dictionaries() / "it_IT.aff").write_text("SET KLINGON\n", encoding="utf-8")
    found = spelling.Speller.load("it")
    assert found is None or found.source.parent != spelling.dictionaries()


@pytest.mark.parametrize(
    ("template", "values", "expected"),
    [
        ("need", {"record_language": "en"}, "en"),
        ("need", {}, "it"),
        ("need", {"record_language": "el"}, ""),
        ("title_en", {"record_language": "it"}, "en"),
    ],
)
def test_the_language_is_the_records(template, values, expected):
    assert spelling.language(template, values, "it") == expected
