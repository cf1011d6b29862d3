"""What people see: codes, reports of an import, groups of fields, words found, the steps a practice may take."""

import uuid

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.dossier import Fidelity
from seeddesk.domain.messages import sentence
from seeddesk.domain.practice import human_code, ids_without_country, new_practice_id
from seeddesk.domain.query import clauses, fold_text, found_ranges, terms, words
from seeddesk.domain.report import FileReport, ImportReport
from seeddesk.domain.state import group_of
from tests.unit.domain.samples import FORM, ROW

FIRST = str(uuid.UUID(int=0b00001_00010_00011_00100_00101_11110_11111 << 93))


def test_a_code_is_the_first_35_bits_of_the_id_in_letters_nobody_confuses():
    assert human_code(FIRST, "it", 2026) == "SI-IT-2026-12345YZ"
    assert human_code("ffffffff-e000-0000-0000-000000000000", "GR", 987) == "SI-GR-0987-ZZZZZZZ"
    assert human_code("00000000-1fff-ffff-ffff-ffffffffffff", "GR", 2026) == "SI-GR-2026-0000000"


@pytest.mark.parametrize("country", ["", "I", "ITA", "I1", "ÌT"])
def test_without_a_known_country_a_code_says_so(country):
    assert human_code(FIRST, country, 2026).startswith("SI-XX-2026-")


@given(st.uuids(), st.integers(1, 9999))
def test_a_code_without_a_country_says_which_ids_it_may_be_of(practice, year):
    first, last = ids_without_country(human_code(str(practice), "", year))
    assert first <= str(practice) <= last
    assert human_code(first, "", year) == human_code(last, "", year) == human_code(str(practice), "", year)


@pytest.mark.parametrize("code", ["", "SI-IT-2026-12345YZ", "SI-XX-2026-12345Y", "SI-XX-2026-12345YU", FIRST])
def test_any_other_text_says_no_ids(code):
    assert ids_without_country(code) is None


def test_ids_are_random_uuids_as_they_are_stored():
    one, other = new_practice_id(), new_practice_id()
    assert one != other
    assert str(uuid.UUID(one)) == one
    assert uuid.UUID(one).version == 4


@pytest.mark.parametrize(
    ("file", "needed"),
    [
        (FileReport("a", "updated"), False),
        (FileReport("a", "new"), False),
        (FileReport("a", "conflict"), True),
        (FileReport("a", "refused"), True),
        (FileReport("a", "unchanged", reason="blank-again"), True),
        (FileReport("a", "unchanged", reason="other"), False),
        (FileReport("a", "updated", fidelity=Fidelity(3, 3)), False),
        (FileReport("a", "updated", fidelity=Fidelity(18, 3, ("typed beside it",))), True),
    ],
)
def test_an_import_needs_a_person_for_conflicts_refusals_doubles_and_text_without_a_place(file, needed):
    report = ImportReport((FileReport("b", "updated"), file))
    assert report.needs_person is needed
    assert report.count("updated") == 1 + (file.status == "updated")


@pytest.mark.parametrize(
    ("path", "group"),
    [
        ("budget", ("budget", "currency")),
        ("currency", ("budget", "currency")),
        (ROW + ".amount", (ROW + ".amount", ROW + ".currency")),
        ("title", ("title",)),
        (ROW, (ROW,)),
        ("unknown", ("unknown",)),
    ],
)
def test_fields_that_mean_something_together_are_those_of_the_same_row(path, group):
    assert group_of(path, FORM) == group
    assert group_of(path, None) == (path,)


def test_text_is_folded_for_comparing():
    assert fold_text("PERCHÉ Straße ﬁne ΑΘΉΝΑ 𝐀𝐁") == "perche strasse fine αθηνα ab"
    assert words("L'acqua_di Città-2026, ok") == ["l", "acqua", "di", "citta", "2026", "ok"]
    assert words("— … ·") == []


@given(st.text(max_size=40))
def test_folded_text_folds_to_itself_and_its_words_have_no_separator(text):
    folded = fold_text(text)
    assert fold_text(folded) == folded
    assert all(word.isalnum() for word in words(text))
    assert words(folded) == words(text)


def test_what_is_typed_asks_for_words_and_for_words_that_stand_together():
    assert terms('casa "centro  di Ascolto" l\'ac') == [["casa"], ["centro", "di", "ascolto"], ["l"], ["ac"]]
    told = [(clause.words, clause.open) for clause in clauses('casa "centro di" l\'ac "orti urb')]
    assert told == [
        (("casa",), True),
        (("centro", "di"), False),
        (("l",), False),
        (("ac",), True),
        (("orti", "urb"), True),
    ]
    assert clauses('"" " - ') == []


@pytest.mark.parametrize(
    ("text", "typed", "marked"),
    [
        ("La Comunità di Torino", "comunita", ["Comunità"]),
        ("La Comunità di Torino", "com tor", ["Comunità", "Torino"]),
        ("La Comunità di Torino", '"com"', []),
        ("La Comunità di Torino", '"di torino"', ["di", "Torino"]),
        ("di qua, di Torino", '"di torino"', ["di", "Torino"]),
        ("La Comunità di Torino", '"di tor', ["di", "Torino"]),
        ("La Comunità di Torino", '"di tor"', []),
        ("La Comunità di Torino", '"la di"', []),
        ("Comunita\u0300 unita", "comunita", ["Comunita\u0300"]),
        ("nulla", "", []),
    ],
)
def test_words_that_were_found_are_marked_as_they_stand_in_the_text(text, typed, marked):
    assert [text[start:end] for start, end in found_ranges(text, clauses(typed))] == marked


def test_a_step_that_is_not_allowed_is_refused_with_those_that_are():
    assert sentence("status-from-archived", "en").startswith("From “Archived” a practice only goes to “")
    assert sentence("status-from-archived", "it").startswith("Da «Archiviata» una pratica passa solo a «")
