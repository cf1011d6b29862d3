"""Reading dictionaries as Hunspell has them. The dictionary here is ours and small."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.exchange.hunspell import Dictionary

AFF = """SET UTF-8
TRY aeiolnrst'
NOSUGGEST !
FORBIDDENWORD ?
ICONV 1
ICONV ’ '
MAP 1
MAP aà
REP 1
REP zz z
PFX L Y 1
PFX L 0 l' [aeiou]
PFX R N 1
PFX R 0 ri .
SFX P Y 2
SFX P o i [^i]o
SFX P io i io
SFX V Y 1
SFX V are ando/M are
SFX M Y 1
SFX M 0 si .
"""
DIC = "9\northo/LP\norto/LP\nfiglio/P\nlavorare/VR\ncomunità\nRoma\nbrutto/P!\nperò/?\nacqua/L\tpo:noun\n"


@pytest.fixture
def words():
    return Dictionary(AFF.encode(), DIC.encode())


@pytest.mark.parametrize(
    "word",
    [
        "orto",
        "orti",
        "figli",
        "l'orto",
        "l'orti",
        "l’acqua",
        "rilavorare",
        "lavorando",
        "lavorandosi",
        "Orto",
        "ORTI",
        "Roma",
        "ROMA",
        "orto-acqua",
        "L'ACQUA",
    ],
)
def test_words_are_made_of_stems_and_affixes(words, word):
    assert words.knows(word)


@pytest.mark.parametrize(
    "word", ["orta", "figlii", "roma", "l'roma", "rilavorando", "ortosi", "però", "oRto", "orto-xx", "lavorare!"]
)
def test_what_no_rule_makes_is_not_known(words, word):
    assert not words.knows(word)


def test_suggestions_put_the_likeliest_first_and_keep_the_capitals(words):
    assert words.near("comunita")[0] == "comunità"
    assert words.near("Comunita")[0] == "Comunità"
    assert words.near("ROTO")[0] == "ORTO"
    assert words.near("lacqua")[0] in ("l'acqua", "acqua")
    assert "orto acqua" in words.near("ortoacqua")
    assert "brutto" not in words.near("bruttto")
    assert "Roma" in words.near("roma")
    assert words.near("wxwxwxwx") == ()


def test_usual_words_are_offered_before_rare_ones():
    aff, dic = b"SET UTF-8\nTRY aeorst\n", b"4\nrosto\nresto\nposto\ncosto\n"
    assert Dictionary(aff, dic, b"resto\nrosto\n").near("rsto")[0] == "resto"
    assert Dictionary(aff, dic, b"rosto\nresto\n").near("rsto")[0] == "rosto"


def test_a_usual_word_two_letters_off_is_found(words):
    aff, dic = b"SET UTF-8\nTRY aeilmort\n", b"1\nmeteorologico\n"
    assert Dictionary(aff, dic, b"meteorologico\n").near("metereologicco") == ("meteorologico",)


def test_a_mistake_the_dictionary_names_is_mended_into_words_only():
    words = Dictionary(b"SET UTF-8\nREP un' un_\nPFX U N 1\nPFX U 0 un' .\n", b"3\namico\namica/U\nun\n")
    assert words.near("un'amico")[0] == "un amico"
    assert words.knows("un'amica")
    assert not words.knows("un'amico")
    assert "un xyz" not in words.near("un'xyz")


def test_the_italian_words_that_come_along_know_verbs_with_what_hangs_on_them(root):
    folder = root / "resources" / "dictionaries"
    words = Dictionary(*((folder / f"it.{end}").read_bytes() for end in ("aff", "dic", "common")))
    right = (
        *(
            "coinvolgendoli",
            "dirglielo",
            "farlo",
            "fatelo",
            "fattosi",
            "parlerebbero",
            "ponesse",
            "condurli",
            "velocemente",
        ),
        *("l'associazione", "dell'orto", "un'idea", "città", "bellissime", "agroalimentare", "intercomunali"),
    )
    wrong = ("perchè", "quì", "citta", "pultroppo", "un'anno", "anderemo", "facerebbe", "programa", "fà")
    assert [word for word in right if not words.knows(word)] == []
    assert [word for word in wrong if words.knows(word)] == []
    assert words.near("pultroppo")[0] == "purtroppo"
    assert sum((folder / f"it.{end}").stat().st_size for end in ("aff", "dic", "common")) < 2_000_000


def test_flags_may_be_numbers_pairs_or_aliases():
    for kind, flag, other in (("num", "101", "7"), ("long", "Aa", "Zz")):
        between = "," if kind == "num" else ""
        words = Dictionary(
            f"FLAG {kind}\nSFX {flag} Y 1\nSFX {flag} o i o\n".encode(), f"1\northo/{other}{between}{flag}\n".encode()
        )
        assert words.knows("orthi")
    words = Dictionary(b"AF 1\nAF XP\nSFX P Y 1\nSFX P o i o\n", b"1\northo/1\n")
    assert words.knows("orthi")


def test_the_encoding_is_the_dictionarys_own():
    assert Dictionary(b"SET ISO8859-15\n", "1\ncomunità\n".encode("iso8859-15")).knows("comunità")
    with pytest.raises(LookupError):
        Dictionary(b"SET KLINGON\n", b"")


@given(st.binary(max_size=400), st.binary(max_size=200), st.text(max_size=12))
def test_no_dictionary_brings_it_down(aff, dic, word):
    words = Dictionary(b"SET UTF-8\n" + aff.replace(b"SET", b""), dic)
    words.knows(word)
    words.near(word)


def test_the_english_words_that_come_along_know_both_ways_of_spelling(root):
    folder = root / "resources" / "dictionaries"
    begun = time.process_time()
    words = Dictionary((folder / "en.aff").read_bytes(), (folder / "en.dic").read_bytes())
    assert time.process_time() - begun < 5
    for word in ("organisation", "organization", "neighbourhoods", "centre's", "it's", "Europe"):
        assert words.knows(word), word
    assert not words.knows("recieve")
    assert words.near("recieve")[0] == "receive"
