"""The index of words and tags: it finds exactly what reading every practice would find, whatever was saved, alone or by the thousand."""

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seeddesk.domain.query import Query, clauses
from seeddesk.storage import finding, postings, search, tags
from seeddesk.storage.finding import Found, Index, members, numbers
from seeddesk.storage.search import SearchText

WORDS = ("orto", "orti", "ortodosso", "o", "or", "comune", "comunita", "di", "tutti", "perche", "città", "a" * 80)
TODAY = "2026-06-01"


@pytest.fixture
def connection(empty):
    search.create(empty)
    return empty


def practice(dice):
    """Words and tags of one invented practice."""
    said = [" ".join(dice.choices(WORDS, k=dice.randint(0, 12))) for _ in range(3)]
    tagged = {("@status", dice.choice(("draft", "published"))), ("country", dice.choice(("IT", "EL", "RO")))}
    if dice.random() < 0.2:
        tagged.add((tags.HIDDEN, tags.YES))
    if dice.random() < 0.3:
        tagged.add((tags.DUE, dice.choice(("2026-01-01", "2026-06-01", "2027-01-01"))))
    return search.entry(SearchText(*said), tagged)


def holds(entry, clause):
    return bool(finding.weight(entry, finding._sought(clause)))


def expected(kept, query):
    """What a person would find by reading every practice."""
    found = set()
    for number, entry in kept.items():
        has = set(tags.split(entry.tags))
        due = any(field == tags.DUE and code <= TODAY for field, code in has)
        if (
            all(holds(entry, clause) for clause in clauses(query.text))
            and not any(holds(entry, clause) for clause in clauses(query.not_text))
            and ((tags.HIDDEN, tags.YES) in has) == query.deleted
            and (not query.status or any(("@status", code) in has for code in query.status))
            and all(
                due in {code == "yes" for code in codes}
                if field == tags.DUE
                else any((field, code) in has for code in codes)
                for field, codes in query.where.items()
            )
            and not any(any((field, code) in has for code in codes) for field, codes in query.not_where.items())
        ):
            found.add(number)
    return found


QUERIES = [
    Query(text=typed, **more)
    for typed in ("", "o", "or", "ort", "orto", "ortod", "orto comun", '"orto di', '"orto"', '"di tutti"', "l'orto", "citta", "a" * 70, "nulla")
    for more in (
        {},
        {"where": {"country": ("IT", "RO")}},
        {"not_text": "perche"},
        {"not_text": '"di tutti"', "status": ("draft",)},
        {"not_where": {"country": ("IT",)}, "deleted": True},
        {"where": {tags.DUE: ("yes",)}},
        {"where": {tags.DUE: ("no",), "country": ("EL",)}},
    )
]  # fmt: skip


@pytest.mark.parametrize("fresh", [2, 1000], ids=lambda size: f"{size} may wait")
@pytest.mark.parametrize("seed", range(2))
def test_whatever_is_saved_in_whatever_portions_is_found_as_if_every_practice_were_read(
    connection, monkeypatch, seed, fresh
):
    monkeypatch.setattr(search, "FRESH", fresh)
    monkeypatch.setattr(search, "MOST", fresh)
    monkeypatch.setattr(finding, "_NOW", 5)
    dice = random.Random(seed)
    kept = {}
    for _ in range(8):
        start = dice.choice((1, postings.BLOCK - 5))
        some = dice.sample(range(start, start + 60), dice.choice((1, 1, 3, 40)))
        made = {number: practice(dice) for number in some}
        search.replace(connection, list(made.items()), again=bool(kept.keys() & made.keys()))
        kept.update(made)
        if dice.random() < 0.3:
            while search.settle(connection, 2):
                pass
            assert search.waiting(connection) == {}
    assert search.sound(connection)
    assert search.thorough(connection)
    for query in dice.sample(QUERIES, 30):
        index = Index(connection)
        found = Found(index, query, TODAY, None)
        wanted = expected(kept, query)
        pages = [
            number for start in range(0, len(kept) + 7, 7) for number in Found(index, query, TODAY, None).page(7, start)
        ]
        assert sorted(pages) == sorted(wanted), query
        assert set(numbers(found.bits)) == wanted, query
        assert found.total == len(wanted)


def test_the_best_match_comes_first_as_bm25_weighs_and_the_last_recorded_of_the_same(connection):
    texts = ["orto " * times + "altro " * 50 for times in (1, 30, 5, 5)]
    entries = [
        (number, search.entry(SearchText("", "", said), {("@status", "draft")})) for number, said in enumerate(texts, 1)
    ]
    titled = search.entry(SearchText("Orto", "", "altro " * 50 + "orto " * 29), {("@status", "draft")})
    search.replace(connection, [*entries, (9, titled)], again=False)
    assert Found(Index(connection), Query(text="orto"), TODAY, None).page(10, 0) == [9, 2, 4, 3, 1]


def test_damage_to_any_row_of_the_index_is_noticed(connection):
    dice = random.Random(5)
    search.replace(connection, [(number, practice(dice)) for number in range(1, 400)], again=False)
    assert search.sound(connection)
    for statement in (
        "UPDATE posting SET held = x'1000' WHERE word = 'orto'",
        "DELETE FROM posting WHERE word = 'orti'",
    ):
        with connection.begin_nested() as nested:
            connection.exec_driver_sql(statement)
            assert not search.sound(connection)
            nested.rollback()
    assert search.sound(connection)
    connection.exec_driver_sql("UPDATE tag SET held = x'0100' WHERE code = 'IT'")
    assert not search.thorough(connection)


def test_tags_are_told_one_by_one_as_reading_every_practice_would_tell_them(connection, monkeypatch):
    dice = random.Random(3)
    kept = {number: practice(dice) for number in range(1, 1500)}
    search.replace(connection, list(kept.items()), again=False)
    search.replace(connection, [(7, practice(dice))], again=True)
    kept[7] = search.waiting(connection)[7]
    wanted = {(*tag, number) for number, entry in kept.items() for tag in tags.split(entry.tags) if tag[0] == "country"}
    told = list(Index(connection).pairs(["country"]))
    assert sorted(told) == sorted(wanted)


def test_words_of_practices_that_are_not_there_are_noticed(connection):
    connection.exec_driver_sql("CREATE TABLE practice (number INTEGER)")
    assert not search.astray(connection)
    search.replace(connection, [(1, practice(random.Random(1)))], again=False)
    assert search.astray(connection)


def test_what_was_erased_is_in_no_table_after_purging(connection):
    secret = search.entry(SearchText("canarino", "", ""), {("x", "y")})
    search.replace(connection, [(1, secret)], again=False)
    search.settle(connection)
    search.replace(connection, [(1, search.entry(SearchText("", "", ""), set()))], again=True)
    search.purge(connection)
    for table in ("search", "fresh", "posting", "tag"):
        assert "canarino" not in repr(connection.exec_driver_sql(f"SELECT * FROM {table}").all())


@given(st.dictionaries(st.integers(0, postings.BLOCK - 1), st.integers(1, postings.LEVELS), max_size=400), st.data())
@settings(max_examples=60, deadline=None)
def test_a_row_gives_back_the_levels_it_was_given(levels, data):
    row = postings._packed([place << 4 | level for place, level in sorted(levels.items())])
    some = data.draw(st.lists(st.sampled_from(sorted(levels)), unique=True)) if levels else []
    changes = sorted((place, data.draw(st.integers(0, postings.LEVELS))) for place in some)
    if row:
        row = postings._changed(row, [place << 4 | level for place, level in changes])
    after = {place: level for place, level in {**levels, **dict(changes)}.items() if level}
    digits = postings._sets([(0, row)])
    assert {place: sum((bits >> place & 1) << at for at, bits in enumerate(digits)) for place in after} == after
    assert set(numbers(digits[0] | digits[1] | digits[2] | digits[3])) == set(after)


@given(st.sets(st.integers(0, 70000)))
def test_a_set_is_its_members(some):
    assert numbers(members(some)) == sorted(some)


def test_a_tag_nobody_has_any_more_is_gone_and_one_that_somebody_has_is_not(connection):
    tags.change(connection, {("country", "IT"): [(1, True), (40_000, True)], ("country", "EL"): [(2, True)]})
    tags.change(connection, {("country", "IT"): [(40_000, False)], ("country", "EL"): [(2, False)]})
    assert tags.sets(connection, ["country"]) == {"country": {"IT": 1 << 1}}
    assert list(tags.pairs(connection, ["country"])) == [("country", "IT", 1)]
    assert tags.sound(connection)
    tags.change(connection, {("country", "IT"): [(1, False)]})
    assert not tags.known(connection, "country")
    assert tags.having(connection, "country", ["IT", "EL"]) == 0
    assert tags.sound(connection)


def test_a_block_written_at_once_is_the_same_as_practice_by_practice(connection):
    dice = random.Random(11)
    entries = [(number, practice(dice)) for number in range(1, 300)]
    tagged = {}
    for number, entry in entries:
        for tag in tags.split(entry.tags):
            tagged.setdefault(tag, []).append(number)
    search.put(connection, 0, entries, postings.packed(search.words_of_block(entries)), tagged)
    assert search.sound(connection)
    assert search.thorough(connection)
    assert search.stored(connection, [number for number, _ in entries]) == dict(entries)
    assert search.waiting(connection) == {}
    for query in QUERIES:
        assert set(numbers(Found(Index(connection), query, TODAY, None).bits)) == expected(dict(entries), query), query


def test_what_waited_and_was_then_written_with_many_does_not_wait_any_more(connection, monkeypatch):
    """Else the index would be set right, later on, from what it does not say any more."""
    monkeypatch.setattr(search, "FRESH", 3)
    orto, acqua, zuppa, altro = (
        search.entry(SearchText(said, "", ""), {("country", said)}) for said in ("orto", "acqua", "zuppa", "altro")
    )
    search.replace(connection, [(1, orto)], again=False)
    search.settle(connection)
    search.replace(connection, [(1, acqua)], again=True)
    search.replace(connection, [(1, zuppa), (2, orto), (3, orto)], again=True)
    assert search.waiting(connection) == {}
    search.replace(connection, [(1, altro)], again=True)
    search.settle(connection)
    assert search.thorough(connection)
    assert Found(Index(connection), Query(text="zuppa"), TODAY, None).total == 0
    assert tags.sets(connection, ["country"]) == {"country": {"altro": 1 << 1, "orto": 1 << 2 | 1 << 3}}
