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


@pytest.mark.timeout(100)  # letter by letter each of them takes minutes
@pytest.mark.parametrize("piece", ["x", "a'", "co-"])
def test_what_is_pasted_without_an_end_is_no_word_and_costs_no_time(italian, piece):
    endless = piece * (200_000 // len(piece))
    assert _marked(italian, f"la cuura {endless} cuuura") == ["cuura", "cuuura"]
    assert italian.suggest(endless) == ()


def test_of_a_long_text_only_what_is_near_is_looked_at(italian):
    text = "cuura la " * 100
    spans = italian.check(text, frozenset(), 450, 18)
    assert [(span.start, span.word) for span in spans] == [
        (432, "cuura"),
        (441, "cuura"),
        (450, "cuura"),
        (459, "cuura"),
    ]


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
    monkeypatch.setattr(spelling, "_found", lambda lang: iter(()))
    assert spelling.available()["it"] is None
    assert spelling.Speller.load("it") is None
    assert "SeedDesk" in spelling.how_to_get("it", "it")
    assert str(spelling.dictionaries()) in spelling.how_to_get("it", "en")
    assert "inglese" in spelling.how_to_get("", "it")


@pytest.fixture(scope="module")
def shipped():
    """The Italian words that come with SeedDesk."""
    found = paths.resources() / "dictionaries" / "it.dic"
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(spelling, "_found", lambda lang: iter((found,)))
        return spelling.Speller.load("it")


@pytest.mark.parametrize("lang", ["it", "en"])
def test_both_languages_are_always_there(monkeypatch, lang):
    monkeypatch.setattr(spelling, "_folders", lambda: iter(()))
    speller = spelling.Speller.load(lang)
    assert speller.source == paths.resources() / "dictionaries" / f"{lang}.dic"


@pytest.mark.parametrize(
    "text",
    [
        "L'associazione coinvolge i vicini dell'orto e della ciclofficina: c'è un'altra idea, ed è di tutti.",
        "Perché la comunità è più viva? Già nel 2021 s'erano incontrati all'incirca quindici volontari, né più né meno.",
        "Coinvolgendoli, dirglielo è stato facile; farlo insieme lo è ancora di più. Fateci sapere, scriveteci e parliamone.",
        "Vorremmo che rimanessero; se potessimo li inviteremmo, avendoli conosciuti. Sedettero e bevvero, costituitasi la rete.",
        "Il welfare di prossimità, l'empowerment, il coworking, gli stakeholder e la coprogettazione con il partenariato.",
        "Un po' di qualità: nessun'altra, un'artista, un'utente, un'area, buon'idea, quell'anno, sant'Anna, mezz'ora.",
        "Dov'è l'hotel? Com'è andata dall'ISTAT a Torino, presso l'Arci (https://arci.example, 12 mila euro)? Di' la tua, va' pure.",
        "Il benessere psicosociale degli ultrasettantenni, l'autofinanziamento e l'agroecologia, rapidissimamente no.",
    ],
)
def test_right_italian_is_not_marked(shipped, text):
    assert _marked(shipped, text) in ([], ["rapidissimamente"])


@pytest.mark.parametrize(
    ("wrong", "meant"),
    [
        ("pultroppo", "purtroppo"),
        ("propio", "proprio"),
        ("accellerare", "accelerare"),
        ("aereoporto", "aeroporto"),
        ("perchè", "perché"),
        ("perche'", "perché"),
        ("citta'", "città"),
        ("quì", "qui"),
        ("pò", "po'"),
        ("qual'è", "qual è"),
        ("un'altro", "un altro"),
        ("un’amico", "un amico"),
        ("c'e", "c'è"),
        ("daccordo", "d'accordo"),
        ("inportante", "importante"),
        ("lassociazione", "l'associazione"),
        ("dell'asociazione", "dell'associazione"),
        ("quell'asocciazzione", "quell'associazione"),
        ("coletivo", "collettivo"),
        ("scula", "scuola"),  # there are seven rarer words a letter away
        ("blibioteca", "biblioteca"),
        ("cosi", "così"),
        ("aquisto", "acquisto"),
        ("coscenza", "coscienza"),
        ("metereologico", "meteorologico"),
        ("volontarato", "volontariato"),
        ("Comunita", "Comunità"),
    ],
)
def test_wrong_italian_is_marked_and_what_was_meant_is_offered(shipped, wrong, meant):
    (span,) = shipped.check(f"Si dice {wrong.lower()} da noi." if wrong[0].islower() else f"{wrong} viva.")
    assert span.word == wrong
    assert meant in shipped.suggest(span.word)[:5]


def test_the_licence_speaks_of_every_file_that_comes_along():
    folder = paths.resources() / "dictionaries"
    said = (folder / "LICENSE.txt").read_text("utf-8")
    assert [path.name for path in folder.iterdir() if path.name not in said and path.name != "LICENSE.txt"] == []


def test_an_accent_by_itself_must_be_the_right_one(shipped):
    assert _marked(shipped, "Questo é un bene, e questo è meglio; l'casa") == ["é", "l'casa"]


def test_an_apostrophe_that_closes_a_quotation_is_no_accent(shipped):
    assert _marked(shipped, "la 'comunità' e la 'cuura'") == ["cuura"]


def test_english_mistakes_are_marked(monkeypatch):
    monkeypatch.setattr(spelling, "_folders", lambda: iter(()))
    english = spelling.Speller.load("en")
    assert _marked(english, "The neighbours organise a wellknown garden, and recieve visitors.") == [
        "wellknown",
        "recieve",
    ]


def test_a_dictionary_that_cannot_be_read_is_passed_over(italian):
    (spelling.dictionaries() / "it_IT.aff").write_text("SET KLINGON\n", encoding="utf-8")
    assert spelling.Speller.load("it").source == paths.resources() / "dictionaries" / "it.dic"


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
