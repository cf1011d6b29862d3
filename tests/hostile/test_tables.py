"""Tables from strangers: a named refusal or the right reading, quickly, in little memory, with nothing reached and nothing written."""

from __future__ import annotations

from contextlib import contextmanager

import pytest

from tests.support import hostile_tables

TABLES = list(hostile_tables.light())


@pytest.mark.parametrize(("name", "ending", "data", "wanted"), TABLES, ids=[one[0] for one in TABLES])
def test_a_table_ends_as_it_should(apart, figures, name, ending, data, wanted):
    with counted(figures):
        check(apart, ending, data, wanted)


@contextmanager
def counted(figures):
    try:
        yield
    except AssertionError:
        figures.tried("hostile tables", n=1, broken=1)
        raise
    figures.tried("hostile tables", n=1)


def test_a_bomb_of_a_table_does_not_go_off(apart, figures):
    count = 0
    for name, ending, data, wanted in hostile_tables.heavy():
        try:
            with counted(figures):
                check(apart, ending, data, wanted)
        except AssertionError as error:
            raise AssertionError(f"{name}: {error}") from error
        count += 1
    assert count >= 10


def check(apart, ending, data, wanted):
    path = apart.folder / f"table{ending}"
    path.write_bytes(data)
    answer = apart.ask("table", path)
    path.unlink()
    assert answer == (wanted if isinstance(wanted, str) else [list(row) for row in wanted])


def test_there_are_many_hostile_tables():
    assert sum(name.startswith("csv") for name, *_ in TABLES) >= 40
    assert sum(name.startswith("xlsx") for name, *_ in TABLES) >= 40
