"""Noticing, while somebody records, that a practice is already there."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.likeness import Sketch, address, compare, register
from seeddesk.domain.messages import LANGUAGES
from seeddesk.services import recording, similar
from tests.support.catalogues import add_row, record


@pytest.fixture
def bank(workspace):
    """The practice others are held against, among some that share words with it."""
    known = record(
        workspace,
        title="La posta del mercato",
        lead_org__name="Cooperativa Aurora",
        lead_org__register_id="01234567897",
        website="https://www.postadelmercato.example/chi-siamo/",
        previous_names=("Postini di banco",),
    )
    add_row(workspace, known, "locations", place="Saluzzo")
    record(workspace, title="Il mercato contadino", lead_org__name="Coldiretti")
    record(workspace, title="Orti di comunità", lead_org__name="Cooperativa Zonta")
    return known


ROW = f"locations[{'a' * 32}]"
IN_SALUZZO = {ROW: "i", f"{ROW}.place": "Saluzzo"}
IN_BARI = {ROW: "i", f"{ROW}.place": "Bari"}


@pytest.mark.parametrize(
    ("values", "level", "reason"),
    [
        ({"title": "La posta del mercato", "lead_org.name": "Cooperativa Aurora", **IN_SALUZZO}, "certain", "place"),
        ({"title": "POSTA DEL MERCATO", "lead_org.register_id": "IT01234567897"}, "certain", "register"),
        ({"title": "La psta del mercatto", "lead_org.name": "Coop. Aurora", **IN_SALUZZO}, "certain", "organisation"),
        ({"title": "Posta e mercato", "website": "http://postadelmercato.example/chi-siamo?x=1"}, "certain", "website"),
        ({"title": "Postini di banco", "lead_org.name": "Aurora"}, "certain", "name-before"),
        ({"title": "La posta del mercato"}, "probable", "title"),
        (
            {"title": "Tutta un'altra cosa", "website": "https://postadelmercato.example/chi-siamo"},
            "probable",
            "website",
        ),
        ({"title": "La posta del mercato", "lead_org.name": "Comune di Bari", **IN_BARI}, "perhaps", "title"),
    ],
)
def test_the_same_practice_told_otherwise_is_noticed_with_the_reason(workspace, bank, values, level, reason):
    found = similar.find(workspace, values)
    assert found[0].practice == bank
    assert (found[0].level, found[0].title, found[0].place) == (level, "La posta del mercato", "Saluzzo")
    assert reason in found[0].reasons


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"title": "La"},
        {"title": "Il mercato delle pulci"},
        {"title": "Un orto in città", "lead_org.name": "Cooperativa Aurora", **IN_SALUZZO},
        {"title": '"* AND NOT (', "lead_org.name": "\\"},
        {"title": "La biblioteca vivente", "website": "https://www.facebook.com/"},
    ],
)
def test_other_practices_are_left_in_peace(workspace, bank, values):
    assert similar.find(workspace, values) == ()


@pytest.mark.parametrize(
    ("values", "reason"),
    [
        ({"title": "Un orto in città", "lead_org.register_id": "IT 01234567897"}, "register"),
        ({"title": "Un orto in città", "lead_org.name": "Coop. Aurora", **IN_SALUZZO}, "organisation"),
        ({"lead_org.name": "AURORA", **IN_SALUZZO}, "place"),
    ],
)
def test_others_of_the_same_organisation_are_named_whatever_they_are_called(workspace, bank, values, reason):
    found = similar.beside(workspace, values)
    assert [(one.practice, one.title) for one in found] == [(bank, "La posta del mercato")]
    assert reason in found[0].reasons


@pytest.mark.parametrize(
    "values",
    [
        {},
        {"title": "Un orto in città", **IN_SALUZZO},
        {"title": "Un orto in città", "lead_org.name": "Cooperativa Aurora"},
        {"title": "Un orto in città", "lead_org.name": "Cooperativa Aurora", **IN_BARI},
        {"title": "La posta del mercato", "lead_org.name": "Cooperativa Aurora", **IN_SALUZZO},  # that one is similar
        {"title": "Un orto in città", "lead_org.register_id": "99999999999"},
    ],
)
def test_an_organisation_elsewhere_or_another_names_none(workspace, bank, values):
    assert similar.beside(workspace, values) == ()


def test_a_partner_with_that_number_leads_nothing_and_no_practice_stands_beside_itself(workspace, bank):
    known = record(workspace, title="Altro", lead_org__name="Zonta")
    add_row(workspace, known, "partners", name="Aurora", contribution="01234567897")
    values = {"title": "Un orto in città", "lead_org.register_id": "01234567897"}
    assert [one.practice for one in similar.beside(workspace, values)] == [bank]
    assert similar.beside(workspace, values, bank) == ()


def test_a_place_that_is_only_spoken_of_is_not_where_it_is(workspace, bank):
    record(workspace, title="La corriera", lead_org__name="Cooperativa Aurora", need="Chi va a Bari non torna.")
    values = {"title": "Un orto in città", "lead_org.name": "Cooperativa Aurora", **IN_BARI}
    assert similar.beside(workspace, values) == ()


def test_the_latest_of_many_come_first(workspace):
    for number in range(15):
        record(workspace, title=f"Corso {number:02}", lead_org__name="Scuola", lead_org__register_id="01234567897")
    found = similar.beside(workspace, {"title": "Mensa", "lead_org.register_id": "01234567897"})
    assert [one.title for one in found] == [f"Corso {number:02}" for number in range(14, 2, -1)]


def test_a_practice_is_not_like_itself_nor_like_a_deleted_one(workspace, bank):
    values = recording.open_draft(workspace, bank).values
    assert similar.find(workspace, values)[0].practice == bank
    assert bank not in [one.practice for one in similar.find(workspace, values, practice=bank)]
    recording.delete(workspace, bank)
    assert similar.find(workspace, values) == ()


def test_looking_changes_nothing_and_reads_only_what_it_says(workspace, bank):
    full = dict(recording.open_draft(workspace, bank).values)
    read = {
        path: value
        for path, value in full.items()
        if path.endswith("]")
        or path.partition("[")[0] + ("[]" + path.partition("]")[2] if "[" in path else "") in similar.READS
    }
    assert similar.find(workspace, read)[0].score == similar.find(workspace, full)[0].score


@pytest.mark.parametrize("lang", LANGUAGES)
def test_levels_and_reasons_have_words(lang):
    for level in ("certain", "probable", "perhaps"):
        assert similar.level_words(level, lang)
    for reason in ("register", "title", "name-before", "organisation", "place", "website"):
        assert similar.reason_words(reason, lang)


sketches = st.builds(
    Sketch,
    st.lists(st.text("abc orti 1", max_size=20).filter(str.strip), max_size=3).map(tuple),
    st.text("abc ", max_size=10),
    st.sampled_from(["", "1", "2"]),
    st.lists(st.text("abc", min_size=1, max_size=5), max_size=2).map(tuple),
    st.frozensets(st.sampled_from(["a.it", "b.it"])),
)


@given(sketches, sketches)
def test_likeness_is_a_share_and_the_same_from_both_sides(one, other):
    assert 0 <= compare(one, other).score <= 1
    assert compare(one, other).score == pytest.approx(compare(other, one).score, abs=0.1)
    if one.titles:
        assert compare(one, one).score >= 0.75


def test_addresses_and_register_numbers_are_compared_by_what_tells():
    assert address("https://www.a.it/x/?y#z") == address("http://a.it/x") == "a.it/x"
    assert address("https://facebook.com/") == address("testo") == ""
    assert address("https://facebook.com/orti") == "facebook.com/orti"
    assert register("IT 01234567897") == register("012345 67897") == "01234567897"
