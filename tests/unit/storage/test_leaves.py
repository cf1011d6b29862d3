"""Rows read straight out of a file's pages are those the database itself would give, whatever they hold and however long they are."""

import contextlib
import random
import shutil
import sqlite3

import pytest

from seeddesk.storage import leaves

PAGE = 4096
LENGTHS = (0, 1, 59, 60, 2000, *range(4045, 4065), *range(8132, 8158), 20_000, 100_000)  # around what a page holds
NUMBERS = (0, 1, 2, -1, 127, -129, 40_000, -9_000_000, 2**31, -(2**40), 2**47, 2**62, None)  # fmt: skip


@pytest.fixture
def path(tmp_path):
    return tmp_path / "c"


def database(path, mode="delete"):
    """One with pages as ours have, and an empty table."""
    file = sqlite3.connect(path, isolation_level=None)
    file.execute(f"PRAGMA page_size={PAGE}")
    file.execute(f"PRAGMA journal_mode={mode}")
    file.execute("PRAGMA wal_autocheckpoint=0")
    file.execute("CREATE TABLE one (a, b, c)")
    return file


def kept(path):
    """The rows of the table, found without the database."""
    return sorted((row for row in leaves.rows(path) if len(row) == 3), key=repr)


def said(file):
    return sorted(file.execute("SELECT a, b, c FROM one"), key=repr)


def fill(file, first, count, letter="x"):
    for number in range(first, first + count):
        file.execute("INSERT INTO one VALUES (?, ?, ?)", (number, letter * 300, b"\0" * 10))


def test_every_row_comes_back_whatever_it_holds_and_however_long_it_is(path):
    dice = random.Random(4)
    with contextlib.closing(database(path)) as file:
        for length in LENGTHS:
            text = "".join(dice.choices("abcdefghi ", k=length))
            file.execute("INSERT INTO one VALUES (?, ?, ?)", (length, text, dice.randbytes(length)))
            file.execute("INSERT INTO one VALUES (?, ?, ?)", (-length, None, text))
        for number in NUMBERS:
            file.execute("INSERT INTO one VALUES (?, ?, ?)", (number, "è", b""))
        wanted = said(file)
    assert len(wanted) == 2 * len(LENGTHS) + len(NUMBERS)
    assert kept(path) == wanted


def test_what_lies_in_the_first_page_is_found_behind_the_header_of_the_file(path):
    with contextlib.closing(database(path)):
        pass
    assert ("table", "one", "one", 2, "CREATE TABLE one (a, b, c)") in list(leaves.rows(path))


def test_of_the_log_what_was_committed_last_counts_and_nothing_else(tmp_path, path):
    with contextlib.closing(database(path, "wal")) as file:
        fill(file, 0, 100)
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        fill(file, 100, 300)
        file.execute("UPDATE one SET b = replace(b, 'x', 'y') WHERE a % 3 = 0")
        wanted = said(file)
        file.execute("PRAGMA cache_size=5")
        file.execute("BEGIN")
        file.execute("UPDATE one SET b = replace(b, 'x', 'z')")
        fill(file, 1000, 500, "z")  # some of it lies in the log before it is committed
        other = tmp_path / "copy"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{other}{ending}")
        assert b"z" * 300 in other.with_name("copy-wal").read_bytes()
        file.execute("ROLLBACK")
    assert kept(other) == wanted


def test_what_an_earlier_round_left_in_the_log_does_not_count(tmp_path, path):
    with contextlib.closing(database(path, "wal")) as file:
        fill(file, 0, 200)
        file.execute("UPDATE one SET b = replace(b, 'x', 'y')")
        file.execute("PRAGMA wal_checkpoint(RESTART)")
        file.execute("UPDATE one SET b = replace(b, 'y', 'w') WHERE a < 20")
        wanted = said(file)
        other = tmp_path / "copy"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{other}{ending}")
    log = other.with_name("copy-wal").read_bytes()
    assert b"x" * 300 in log  # it still lies there
    assert b"w" * 300 in log
    assert kept(other) == wanted


@pytest.mark.parametrize(
    ("at", "bytes_there"),
    [
        (3, b"\xff\xff"),  # so many rows no page has
        (8, b"\xff\xfe"),  # a row that lies behind the page
        (0, b"\x05"),  # a page that only points at others
    ],
)
def test_damage_to_one_page_costs_no_row_of_another(path, at, bytes_there):
    with contextlib.closing(database(path)) as file:
        fill(file, 0, 200)
        wanted = said(file)
    data = bytearray(path.read_bytes())
    pages = [start for start in range(PAGE, len(data), PAGE) if data[start] == 13]
    spoilt = pages[2]
    whole = bytes(data[spoilt : spoilt + PAGE])
    data[spoilt + at : spoilt + at + len(bytes_there)] = bytes_there
    path.write_bytes(data)
    found = kept(path)
    assert {row for row in wanted if row in found} >= {row for row in wanted if row[0] not in held(whole)}


def held(page):
    """The numbers of the rows of a page, however it lies."""
    alone = bytes(PAGE) + page
    at = [int.from_bytes(page[8 + 2 * n : 10 + 2 * n], "big") for n in range(int.from_bytes(page[3:5], "big"))]
    return {leaves._record(leaves._payload(page, one, {2: alone}))[0] for one in at}


def test_a_long_row_whose_rest_is_gone_is_left_out_and_the_others_are_not(path):
    with contextlib.closing(database(path)) as file:
        fill(file, 0, 3)
        file.execute("INSERT INTO one VALUES (3, ?, NULL)", ("x" * 16_850,))  # little of it lies with the others
        fill(file, 4, 3)
    data = path.read_bytes()
    assert len(data) == 6 * PAGE  # all of them begin in the second
    path.write_bytes(data[:-PAGE])
    assert [row[0] for row in kept(path)] == [0, 1, 2, 4, 5, 6]


def test_a_row_that_is_no_text_is_left_out(path):
    with contextlib.closing(database(path)) as file:
        file.execute("INSERT INTO one VALUES (1, CAST(x'fffe' AS TEXT), 0)")
        file.execute("INSERT INTO one VALUES (2, 'ok', 1)")
    assert kept(path) == [(2, "ok", 1)]
