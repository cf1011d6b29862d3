"""Numbers kept as sets, one of practices for each binary digit: they add up and come in order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.storage import finding, tags

WEIGHTS = st.lists(st.lists(st.integers(0, 15), min_size=40, max_size=40), min_size=1, max_size=5)


def _digits(weights):
    return [sum((weight >> digit & 1) << place for place, weight in enumerate(weights)) for digit in range(4)]


@given(WEIGHTS)
def test_the_weights_of_several_words_add_up_and_the_heaviest_come_first(words):
    total = [sum(weights) for weights in zip(*words, strict=True)]
    digits = []
    for weights in words:
        digits = finding._sum(digits, _digits(weights))
    assert [sum((each >> place & 1) << at for at, each in enumerate(digits)) for place in range(40)] == total
    everyone = (1 << 40) - 1
    groups = list(finding._descending(everyone, digits, len(digits) - 1))
    said = [{total[place] for place in range(40) if group >> place & 1} for group in groups]
    assert [weight for (weight,) in said] == sorted(set(total), reverse=True)
    assert sum(groups) == everyone


SPANS = st.lists(st.tuples(st.integers(0, 99_999), st.integers(1, 60), st.booleans()), max_size=12)


@given(SPANS)
def test_a_set_of_practices_holds_exactly_what_was_put_in_and_not_taken_out(spans):
    blocks, wanted = {}, set()
    for first, count, has in spans:
        numbers = range(first, first + count)
        wanted = wanted | set(numbers) if has else wanted - set(numbers)
        for block in {number // tags._BLOCK for number in numbers}:
            changes = [(number % tags._BLOCK, has) for number in numbers if number // tags._BLOCK == block]
            blocks[block] = tags._changed(blocks.get(block, b""), changes)
    found = tags._set(blocks.items())
    assert found == sum(1 << number for number in wanted)


def test_a_set_of_many_practices_is_held_as_bits_and_comes_back_from_them():
    many = [(place, True) for place in range(0, tags._BLOCK, 3)]
    held = tags._changed(b"", many)
    assert tags._set([(1, held)]) == sum(1 << tags._BLOCK + place for place, _ in many)
    few = tags._changed(held, [(place, False) for place, _ in many[5:]])
    assert len(few) < len(held)
    assert tags._set([(0, few)]) == sum(1 << place for place, _ in many[:5])


@pytest.mark.parametrize("first", [1, 500, 1023, 1024])
@pytest.mark.parametrize("total", [1023, 1024, 1025, 2047, 2048, 2049])
def test_a_set_is_what_was_put_in_whichever_way_that_many_lie(first, total):
    """Lists and bits are told apart by their length alone."""
    everyone = list(range(0, 3 * total, 3))
    held = tags._changed(b"", [(place, True) for place in everyone[:first]])
    held = tags._changed(held, [(place, True) for place in everyone[first:]])
    assert tags._set([(0, held)]) == sum(1 << place for place in everyone)
    left = everyone[: total - first]
    held = tags._changed(held, [(place, False) for place in everyone[total - first :]])
    assert tags._set([(0, held)]) == sum(1 << place for place in left)
    assert len(held) in (2 * len(left), tags._BYTES)
