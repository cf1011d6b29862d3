"""Finding practices: words, facets, order, pages."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seeddesk.domain.errors import UsageError
from seeddesk.domain.query import SORTS, Query, fold_text, terms, words
from seeddesk.services import cataloguing, recording
from seeddesk.services.workspace import Workspace
from seeddesk.storage import finding, listing, search
from tests.support.catalogues import add_row, edit, exchange, record

# What people and their clipboards put into a search box; raw, most of it is a syntax error to FTS5.
ODD = [
    '"', '""', '"""', "'", "*", "**", "a*b", "(", ")", "()", "(a", "a)", "AND", "OR", "NOT", "a AND", "NEAR", "NEAR(a b)", "NEAR/2",
    "title:", "title:x", ":", "-", "--", "-a", "+a", "^a", "a^", "{a}", "[a]", "a:b:c", "%", "_", "\\", "/", "a/b", ";", "; DROP TABLE practice",
    "\0", "a\0b", "\n", "\t", " ", "", "…", "“orti”", "😀", "é", "e\u0301", "ß", "İ", "ﬁ", "\ud800", "a" * 100_000, "a " * 2000, "中文", "אב", "١٢",
]  # fmt: skip


@pytest.fixture(scope="module")
def three(new_location):
    with Workspace.create(new_location("list"), "Ada", "it") as workspace:
        record(workspace, title="Orti di comunità", stage="3", tags=("verde", "anziani"), start="2019")
        record(
            workspace, title="L'ACQUA È DI TUTTI", country="EL", start="2021-03", overview="Una fontana. Orti vicini."
        )
        practice = record(workspace, title="Zuppa", country="RO", start="2020", overview="Cucina sociale.")
        add_row(workspace, practice, "partners", name="Fondazione Çağ")
        yield workspace


def titles(workspace, **asked):
    return [row.title for row in cataloguing.list_practices(workspace, Query(**asked)).rows]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("comunita", ["Orti di comunità"]),
        ("COMUNITÀ", ["Orti di comunità"]),
        ("acq tut", ["L'ACQUA È DI TUTTI"]),
        ("l’acqua", ["L'ACQUA È DI TUTTI"]),
        ("cag", ["Zuppa"]),
        ("anziani verde", ["Orti di comunità"]),
        ("romania", ["Zuppa"]),
        ("grecia", ["L'ACQUA È DI TUTTI"]),
        ('"di tutti"', ["L'ACQUA È DI TUTTI"]),
        ('"tutti di"', []),
        ("zuppe", []),
    ],
)
def test_words_are_found_however_they_are_typed(three, typed, found):
    assert titles(three, text=typed) == found


def test_a_word_in_the_title_counts_more_than_one_in_the_text(three):
    assert titles(three, text="orti") == ["Orti di comunità", "L'ACQUA È DI TUTTI"]


@pytest.mark.parametrize("typed", ODD, ids=range(len(ODD)))
def test_no_odd_text_is_an_error(three, typed):
    page = cataloguing.list_practices(three, Query(text=typed))
    assert page.total == len(page.rows)
    cataloguing.facets(three, Query(text=typed))


@given(st.text(max_size=40))
@settings(max_examples=300, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_at_all_is_an_error(three, typed):
    cataloguing.list_practices(three, Query(text=typed))


@given(st.text(max_size=60))
def test_folding_is_stable_and_words_of_words_are_themselves(text):
    assert fold_text(fold_text(text)) == fold_text(text)
    found = words(text)
    assert words(" ".join(found)) == found
    assert [word for run in terms(text.replace('"', " ")) for word in run] == words(
        text.replace('"', " ").replace("\0", " ")
    )


def test_choices_and_texts_filter(three):
    assert titles(three, where={"country": ("EL", "RO")}, sort="title") == ["L'ACQUA È DI TUTTI", "Zuppa"]
    assert titles(three, where={"stage": ("3",)}) == ["Orti di comunità"]
    assert titles(three, where={"title": ("ZUPPA",)}) == ["Zuppa"]
    assert titles(three, where={"tags": ("anziani",)}) == ["Orti di comunità"]
    assert titles(three, where={"title": ("zuppa",), "country": ("IT",)}) == []
    assert titles(three, text="orti", where={"country": ("EL",)}) == ["L'ACQUA È DI TUTTI"]
    assert titles(three, status=("published",)) == []
    assert len(titles(three, status=("draft", "published"))) == 3


def test_facets_count_what_is_found_and_their_own_field_as_if_unfiltered(three):
    found = cataloguing.facets(three, Query(where={"country": ("EL",)}))
    assert {value.code: value.count for value in found["country"]} == {"IT": 1, "EL": 1, "RO": 1}
    assert {value.code: value.count for value in found["status"]} == {"draft": 1}
    assert "stage" not in found
    (only,) = cataloguing.facets(three, Query(), ["stage"]).items()
    assert only[0] == "stage"
    assert only[1][0].label["it"]


@pytest.mark.parametrize("sort", [*SORTS, *("-" + name for name in SORTS), ""])
@pytest.mark.parametrize("typed", ["", "di"])
def test_pages_follow_each_other_without_gap_or_repeat(three, sort, typed):
    whole = cataloguing.list_practices(three, Query(sort=sort, text=typed))
    assert cataloguing.ids(three, Query(sort=sort, text=typed)) == [row.id for row in whole.rows]
    rows, after = [], None
    for _ in range(whole.total):
        page = cataloguing.list_practices(three, Query(sort=sort, text=typed), limit=1, after=after)
        assert page.total == whole.total
        rows += page.rows
        after = page.after
    assert tuple(rows) == whole.rows
    assert after is None


def test_the_latest_year_comes_first_and_titles_go_by_alphabet(three):
    assert [row.year for row in cataloguing.list_practices(three, Query(sort="year")).rows] == ["2021", "2020", "2019"]
    assert titles(three, sort="title") == ["L'ACQUA È DI TUTTI", "Orti di comunità", "Zuppa"]
    assert titles(three, sort="-title") == ["Zuppa", "Orti di comunità", "L'ACQUA È DI TUTTI"]


def test_an_unknown_order_is_refused_by_name(three):
    with pytest.raises(UsageError, match="colour"):
        titles(three, sort="colour")


def test_the_list_knows_which_practices_wait_for_a_decision(new_workspace):
    ada, bo = new_workspace("Ada"), new_workspace("Bo")
    calm, practice = record(ada, title="Calma"), record(ada)
    exchange(ada, bo)
    edit(ada, practice, need="Di Ada")
    edit(bo, practice, need="Di Bo")
    exchange(ada, bo)
    assert cataloguing.ids(ada, Query(has_conflict=True)) == [practice]
    assert cataloguing.ids(ada, Query(has_conflict=False)) == [calm]
    assert [row.conflicts for row in cataloguing.list_practices(ada, Query(has_conflict=True)).rows] == [1]
    cataloguing.resolve(ada, practice, "need", value="Di tutti e due")
    assert cataloguing.ids(ada, Query(has_conflict=True)) == []


def test_the_place_is_the_first_comune_by_name(workspace):
    practice = record(workspace)
    add_row(workspace, practice, "locations", comune="001272")
    assert [row.place for row in cataloguing.list_practices(workspace).rows] == ["Torino (TO)"]
    recording.delete(workspace, practice)


def test_of_very_many_found_the_weightiest_come_first_and_each_comes_once(workspace, monkeypatch):
    monkeypatch.setattr(finding, "BEST", 2)
    ids = [record(workspace, title=f"Pratica {number}", need="Un orto per tutti.") for number in range(8)]
    titled = record(workspace, title="Orto")
    recording.delete(workspace, ids[3])
    pages, after = [], None
    while not pages or after:
        page = cataloguing.list_practices(workspace, Query(text="òrto"), 3, after)
        pages.append(page)
        after = page.after
    found = [row.id for page in pages for row in page.rows]
    assert found[0] == titled
    assert sorted(found) == sorted({*ids, titled} - {ids[3]})
    assert {page.total for page in pages} == {8}
    assert [len(page.rows) for page in pages] == [3, 3, 2]
    assert all(row.form == workspace.form.id for page in pages for row in page.rows)


def test_what_begins_a_word_is_told_apart_from_a_word_in_the_index():
    assert [terms(f"{search.START}{typed}") for typed in ("o", "ort")] == [[["o"]], [["ort"]]]


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("orti -fontana", ["Orti di comunità"]),
        ('-"orti vicini" -zuppa', ["Orti di comunità"]),
        ("paese:grecia", ["L'ACQUA È DI TUTTI"]),
        ("-paese:grecia", ["Orti di comunità", "Zuppa"]),
        ("anno:2020-2021", ["L'ACQUA È DI TUTTI", "Zuppa"]),
        ("anno:2019 orti", ["Orti di comunità"]),
        ("stato:bozza stadio:3", ["Orti di comunità"]),
        ("titolo:comun", ["Orti di comunità"]),
        ("-titolo:zuppa", ["L'ACQUA È DI TUTTI", "Orti di comunità"]),
        ("overview:fontana", ["L'ACQUA È DI TUTTI"]),
        ("conflitto:sì", []),
        ("partner:cag", ["Zuppa"]),
        ("partners.name:cag", ["Zuppa"]),
        ('"orti"', ["L'ACQUA È DI TUTTI", "Orti di comunità"]),
        ('"ort"', []),
        ('"di tut', ["L'ACQUA È DI TUTTI"]),
    ],
)
def test_the_language_of_the_box_finds(three, typed, found):
    query = cataloguing.ask(three, typed).query
    rows = cataloguing.first_rows(three, query)
    assert sorted(row.title for row in rows) == found
    assert cataloguing.count(three, query) == len(found)
    assert sum(value.count for value in cataloguing.facets(three, query, ["status"]).get("status", [])) == len(found)


@given(st.text(max_size=40))
@settings(max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_text_asked_in_the_language_is_an_error(three, typed):
    query = cataloguing.ask(three, typed).query
    assert len(cataloguing.first_rows(three, query)) == cataloguing.count(three, query)


def test_what_is_to_be_verified_again_and_who_collected_it_are_asked_and_counted(workspace):
    due = record(workspace, title="Da rivedere", review_due_on="2020-01-01", collected_by="Ada Bò")
    later = record(workspace, title="Poi", review_due_on="2999-01-01", collected_by="Ugo")
    never = record(workspace, title="Mai")
    for typed, found in (
        ("verifica:sì", {due}),
        ("verifica:no", {later, never}),
        ("-verifica:sì", {later, never}),
        ("rilevatore:bo", {due}),
        ('rilevatore:"ADA BO"', {due}),
    ):
        assert set(cataloguing.ids(workspace, cataloguing.ask(workspace, typed).query)) == found, typed
    facets = cataloguing.facets(workspace, Query())
    assert [value.count for value in facets["@due"]] == [1]
    assert {value.code: value.count for value in facets["@collector"]} == {"Ada": 1, "Ada Bò": 1, "Ugo": 1}


@pytest.mark.parametrize("sort", [*SORTS, *("-" + name for name in SORTS)])
def test_any_part_of_a_list_in_any_order_is_that_part_of_the_whole(three, sort):
    for query in (Query(sort=sort), Query(text="di", sort=sort)):
        whole = cataloguing.first_rows(three, query, 100)
        assert [cataloguing.first_rows(three, query, 1, at)[0] for at in range(len(whole))] == list(whole)
        assert cataloguing.first_rows(three, query, 1, len(whole)) == []


def test_a_status_is_asked_for_like_any_field(three):
    assert titles(three, where={"status": ("published",)}) == []
    assert len(titles(three, where={"status": ("published", "draft")})) == 3
    assert titles(three, where={"status": ("draft",), "country": ("RO",)}) == ["Zuppa"]
    assert titles(three, not_where={"status": ("draft",)}) == []
    assert len(titles(three, not_where={"status": ("published",)})) == 3


def test_only_what_is_asked_for_is_counted_and_what_is_filtered_by_as_if_it_were_not(workspace):
    record(workspace, title="Da rivedere", review_due_on="2020-01-01", country="EL")
    record(workspace, title="Poi", review_due_on="2999-01-01")
    assert list(cataloguing.facets(workspace, Query(), ["country"])) == ["country"]
    (draft,) = cataloguing.facets(workspace, Query(status=("published",)), ["status"])["status"]
    assert (draft.code, draft.count) == ("draft", 2)
    (due,) = cataloguing.facets(workspace, Query(), ["@due"])["@due"]
    assert (due.code, due.count) == ("yes", 1)
    assert cataloguing.facets(workspace, Query(where={"@due": ("no",)}), ["@due"])["@due"] == [due]
    assert cataloguing.facets(workspace, Query(where={"country": ("IT",)}), ["@due"]) == {}
    assert cataloguing.facets(workspace, Query(where={"country": ("EL",)}), ["@due"])["@due"] == [due]


@pytest.mark.parametrize("sort", ["title", "-title", "place", "-lead_org", "updated", "-updated"])
@pytest.mark.parametrize("read_at_once", [1, 2, 5000])
def test_of_very_many_found_every_part_in_order_is_that_of_a_few_sorted(three, monkeypatch, sort, read_at_once):
    queries = [
        Query(text="di", sort=sort),
        Query(where={"country": ("EL", "RO")}, sort=sort),
        Query(text="nulla", sort=sort),
    ]
    few = [cataloguing.first_rows(three, query, 100) for query in queries]
    assert [len(rows) for rows in few] == [3, 2, 0]
    monkeypatch.setattr(listing, "_FEW", -1)
    monkeypatch.setattr(listing, "_WALKED", read_at_once)
    for query, rows in zip(queries, few, strict=True):
        assert cataloguing.first_rows(three, query, 100) == rows
        assert [row for at in range(4) for row in cataloguing.first_rows(three, query, 1, at)] == list(rows)
        assert cataloguing.ids(three, query) == [row.id for row in rows]


def test_a_number_asked_of_a_field_is_not_the_beginning_of_another(workspace):
    record(workspace, title="Orto 2024 di via Po")
    for typed, found in (
        ("2024", 1),
        ("20", 0),
        ("orto 202", 0),
        ("orto 2024", 1),
        ("ort", 1),
        ("via p", 1),
        ("rto", 0),
    ):
        assert len(titles(workspace, where={"title": (typed,)})) == found, typed


def test_titles_and_places_are_in_the_order_of_words(workspace):
    for title, place in (
        ("Quercia 10", "Žiri"),
        ("Čebela", "asti"),
        ("quercia 2", "Èze"),
        ("Cvet", "Zara"),
        ("Dom", "Bra"),
    ):
        add_row(workspace, record(workspace, title=title), "locations", place=place)
    rows = {
        sort: [getattr(row, sort) for row in cataloguing.first_rows(workspace, Query(sort=sort), 9)]
        for sort in ("title", "place")
    }
    assert rows["title"] == ["Cvet", "Čebela", "Dom", "quercia 2", "Quercia 10"]
    assert rows["place"] == ["asti", "Bra", "Èze", "Zara", "Žiri"]
    back = [row.place for row in cataloguing.first_rows(workspace, Query(text="quercia", sort="-place"), 9)]
    assert back == ["Žiri", "Èze"]
