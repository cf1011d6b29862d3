"""Changes to CSV that keep it nearly right: cells and rows doubled, swapped, lost; another delimiter, other quotes, line ends, encodings."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from random import Random

from tests.fuzz.mutation import text

_ENCODINGS = (
    "utf-8",
    "utf-8",
    "utf-8",
    "utf-8-sig",
    "utf-16",
    "utf-16-le",
    "utf-16-be",
    "cp1252",
    "cp1250",
    "latin-1",
    "cp437",
)


def table(data: bytes, random: Random, words: Sequence[str]) -> bytes:
    """A table with a change or a few."""
    try:
        rows = list(csv.reader(io.StringIO(data.decode("utf-8", "surrogateescape"), newline="")))[:2000]
    except csv.Error:
        rows = [[data.decode("latin-1")]]
    rows = rows or [[""]]
    for _ in range(random.choice((1, 1, 2, 3, 8))):
        _change(rows, random, words)
    out = io.StringIO(newline="")
    delimiter = random.choice(",,,,,,;\t|:")
    ends = random.choice(("\n", "\n", "\r\n", "\r", "\n\r"))
    quoting = random.choice((csv.QUOTE_MINIMAL, csv.QUOTE_MINIMAL, csv.QUOTE_ALL, csv.QUOTE_NONNUMERIC))
    csv.writer(out, delimiter=delimiter, lineterminator=ends, quoting=quoting).writerows(rows)
    written = out.getvalue()
    match random.randrange(12):
        case 0:
            written = f"sep={random.choice(',;|x')}{ends}{written}"
        case 1:
            place = random.randint(0, len(written))
            written = (
                written[:place]
                + random.choice(('"', '""', '"\n', "\0", "\x1a", "\ufeff", "\r", "\u2028"))
                + written[place:]
            )
        case 2:
            written = written.replace('"', "", 1)
    encoding = random.choice(_ENCODINGS)
    return written.encode(encoding, "surrogateescape" if encoding == "utf-8" else "replace")


def _change(rows: list[list[str]], random: Random, words: Sequence[str]) -> None:
    place = random.randrange(len(rows))
    row = rows[place]
    match random.randrange(9):
        case 0 | 1 | 2 if row:
            column = random.randrange(len(row))
            row[column] = text(row[column], random, words)
        case 3:
            rows.insert(random.randint(0, len(rows)), list(row))
        case 4 if len(rows) > 1:
            del rows[place]
        case 5:
            other = random.randrange(len(rows))
            rows[place], rows[other] = rows[other], rows[place]
        case 6:
            row.extend(text("", random, words) for _ in range(random.choice((1, 2, 50))))
        case 7 if row:
            column = random.randrange(len(row))
            for one in rows:
                del one[column : column + 1]
        case _:
            column = random.randint(0, len(row))
            for one in rows:
                one.insert(column, random.choice(one) if one and random.random() < 0.5 else text("", random, words))
