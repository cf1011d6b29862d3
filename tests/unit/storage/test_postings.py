"""Lists and bitmaps of who holds a word: the same sets whichever way they lie, and whatever was added and taken away before."""

import random

import pytest

from seeddesk.storage import postings
from seeddesk.storage.postings import BLOCK, LEVELS

WORDS = ("or", "orto", "ortica", "orti", "di", "città")


@pytest.fixture
def connection(empty):
    postings.create(empty)
    return empty


def listed(levels: dict[int, int]) -> list[int]:
    return [place << 4 | level for place, level in sorted(levels.items())]


def digits(levels: dict[int, int]) -> tuple[int, int, int, int]:
    return tuple(sum(1 << place for place, level in levels.items() if level >> digit & 1) for digit in range(4))


def levels_of(found: postings.Digits) -> dict[int, int]:
    every = found[0] | found[1] | found[2] | found[3]
    return {
        place: sum((bits >> place & 1) << digit for digit, bits in enumerate(found)) for place in postings.places(every)
    }


def together(*held: dict[int, int]) -> dict[int, int]:
    """The levels of several words: each practice has the digits of all of them."""
    found: dict[int, int] = {}
    for levels in held:
        for place, level in levels.items():
            found[place] = found.get(place, 0) | level
    return found


def some(dice: random.Random, lowest: int) -> dict[int, int]:
    """Levels of a few practices of a block, of those around the number from which bitmaps are kept, or of many."""
    many = dice.choice((1, 3, 40, 47, 48, 60, 127, 128, 129, 600))
    return {place: dice.randint(lowest, LEVELS) for place in dice.sample([0, BLOCK - 1, *range(1, 700)], many)}


@pytest.mark.parametrize("seed", range(12))
def test_what_was_set_in_whatever_portions_is_what_is_held(connection, seed):
    dice = random.Random(seed)
    held: dict[tuple[int, str], dict[int, int]] = {}
    for _ in range(14):
        block = dice.choice((0, 0, 2))
        changes = {}
        for word in dice.sample(WORDS, dice.randint(1, 4)):
            known = held.setdefault((block, word), {})
            if dice.random() < 0.3:
                came = some(dice, 1)
                changes[word] = digits(came)
            else:
                came = some(dice, 0 if known else 1)
                if dice.random() < 0.3 and known:
                    came |= dict.fromkeys(dice.sample(sorted(known), dice.randint(1, len(known))), 0)
                changes[word] = listed(came)
            known.update(came)
            for place in [place for place, level in known.items() if not level]:
                del known[place]
        postings.change(connection, block, changes)
    assert postings.sound(connection)
    for word in WORDS:
        wanted = {
            block * BLOCK + place: level
            for (block, name), levels in held.items()
            if name == word
            for place, level in levels.items()
        }
        assert levels_of(postings.word(connection, word)) == wanted
    beginning = [levels for (block, name), levels in held.items() if block == 0 and name.startswith("ort")]
    found = levels_of(postings.words_from(connection, "ort"))
    assert {place: level for place, level in found.items() if place < BLOCK} == together(*beginning)
    rows = connection.exec_driver_sql("SELECT block, word, held FROM posting").all()
    assert {(block, word): len(row) for block, word, row in rows} == {
        key: 2 * len(levels) if len(levels) < 128 else BLOCK // 2 for key, levels in held.items() if levels
    }


@pytest.mark.parametrize("many", [1, 47, 48, 127, 128, 4096])
def test_a_word_taken_from_all_that_held_it_is_gone(connection, many):
    postings.change(connection, 1, {"orto": listed(dict.fromkeys(range(many), 5)), "di": listed({7: 1})})
    assert levels_of(postings.word(connection, "orto")) == {BLOCK + place: 5 for place in range(many)}
    postings.change(connection, 1, {"orto": listed(dict.fromkeys(range(many), 0))})
    assert postings.word(connection, "orto") == (0, 0, 0, 0)
    assert connection.exec_driver_sql("SELECT word FROM posting").scalars().all() == ["di"]
    assert postings.sound(connection)


def test_thousands_of_words_are_changed_at_once_as_one_by_one(connection):
    words = [f"w{number:05}" for number in range(3100)]
    postings.change(connection, 0, {word: listed({1: 3}) for word in words})
    postings.change(connection, 0, {word: listed({2: 4}) for word in words[:3050]})
    postings.change(connection, 0, {word: listed({1: 0}) for word in words[3000:]})
    assert levels_of(postings.word(connection, words[0])) == {1: 3, 2: 4}
    assert levels_of(postings.word(connection, words[3020])) == {2: 4}
    assert levels_of(postings.word(connection, words[3090])) == {}
    assert postings.sound(connection)


@pytest.mark.parametrize(
    "damage", ["UPDATE posting SET held = x'1300'", "DELETE FROM posting", "UPDATE posting_block SET seal = seal + 1"]
)
def test_a_row_that_is_not_as_it_was_written_is_noticed(connection, damage):
    postings.change(connection, 0, {"orto": listed({1: 2, 5: 15})})
    postings.change(connection, 3, {})
    assert postings.sound(connection)
    connection.exec_driver_sql(damage)
    assert not postings.sound(connection)


@pytest.mark.parametrize("seed", range(6))
def test_beginnings_hold_what_any_word_that_begins_so_holds(seed):
    dice = random.Random(seed)
    held = {word: some(dice, 1) for word in (*WORDS, "o", "d")}
    given = {word: digits(levels) if dice.random() < 0.3 else listed(levels) for word, levels in held.items()}
    found = postings.beginnings(given, 3)
    assert set(found) == {word[:letters] for word in held for letters in (1, 2, 3)}
    for start, this in found.items():
        wanted = together(*(levels for word, levels in held.items() if word.startswith(start)))
        as_levels = levels_of(this) if isinstance(this, tuple) else {one >> 4: one & LEVELS for one in this}
        assert as_levels == wanted, start


def test_sets_are_joined_block_by_block_and_told_member_by_member():
    assert postings.places(postings.joined([1 << 5, 0, 1 | 1 << (BLOCK - 1)])) == [5, 2 * BLOCK, 3 * BLOCK - 1]
    assert postings.places(0) == []
    assert postings.joined([]) == 0
