"""Addresses of fields, rows and cells, and the order of rows."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from seeddesk.domain.paths import (
    cell_path,
    is_row,
    leaf,
    new_row_id,
    order_between,
    repeat_of,
    row_id,
    row_of,
    row_path,
    rows_of,
    template_of,
)

A, B = "a" * 32, "b" * 32
CELL = f"partners[{A}].contacts[{B}].name"


def test_a_cell_knows_its_template_its_rows_and_its_name():
    assert template_of(CELL) == "partners[].contacts[].name"
    assert rows_of(CELL) == (f"partners[{A}]", f"partners[{A}].contacts[{B}]")
    assert row_of(CELL) == f"partners[{A}].contacts[{B}]"
    assert leaf(CELL) == "name"
    assert not is_row(CELL)


def test_a_row_knows_its_repeat_and_the_row_around_it_is_asked_of_the_repeat():
    row = f"partners[{A}].contacts[{B}]"
    assert is_row(row)
    assert (repeat_of(row), row_id(row)) == (f"partners[{A}].contacts", B)
    assert row_path(repeat_of(row), row_id(row)) == row
    assert rows_of(row) == (f"partners[{A}]", row)
    assert row_of(repeat_of(row)) == f"partners[{A}]"


def test_a_field_outside_repeats_is_its_own_template():
    assert template_of("lead_org.name") == "lead_org.name"
    assert row_of("lead_org.name") is None
    assert rows_of("lead_org.name") == ()


def test_a_template_is_filled_with_as_many_rows_as_it_has():
    assert cell_path(template_of(CELL), (A, B)) == CELL
    assert cell_path("partners[]", (A,)) == f"partners[{A}]"
    with pytest.raises(ValueError, match="needs 2 rows"):
        cell_path(template_of(CELL), (A,))


def test_row_ids_are_new_every_time():
    assert len({new_row_id() for _ in range(100)}) == 100
    assert template_of(f"partners[{new_row_id()}]") == "partners[]"


@given(st.lists(st.integers(0, 1000), min_size=1, max_size=40))
def test_a_row_can_always_be_put_between_two_others(places):
    keys: list[str] = []
    for number in places:
        place = number % (len(keys) + 1)
        before = keys[place - 1] if place else None
        after = keys[place] if place < len(keys) else None
        keys.insert(place, order_between(before, after))
    assert keys == sorted(set(keys))


def test_there_is_no_key_between_equal_or_crossed_ones():
    with pytest.raises(ValueError, match="no key between"):
        order_between("m", "m")
    with pytest.raises(ValueError, match="no key between"):
        order_between("n", "m")
